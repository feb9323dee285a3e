//! The words of the component `card`.

pub(crate) const LIMIT_SO_FAR: &str = "limit so far";
pub(crate) const TO_READ: &str = "to read";
pub(crate) const TO_WRITE: &str = "to write";
pub(crate) const HELD_FOR_LONG: &str = "held for long";
pub(crate) const IN: &str = "in {}";
pub(crate) const IS: &str = "is";
pub(crate) const WHO_HOLDS_IT: &str = "Who holds it";
pub(crate) const MORE: &str = "+{} more";
pub(crate) const FREE: &str = "free";
pub(crate) const FREE_2: &str = "+{} free";
pub(crate) const MORE_THAN_THE_LIMIT: &str = "{} more than the limit";
pub(crate) const FOR: &str = "for {}";
pub(crate) const LEFT: &str = "{} left";
pub(crate) const OLD: &str = "{} old";
pub(crate) const MADE: &str = "made at {}";
pub(crate) const MORE_EMPTY: &str = "+{} empty";
pub(crate) const SINCE: &str = "since {}";
pub(crate) const SET_BY: &str = "set by";
pub(crate) const VALUES_INSIDE: &str = "Values inside";
pub(crate) const CLOSED: &str = "closed";
pub(crate) const EMPTY: &str = "empty";
pub(crate) const SINCE_2: &str = "{} since {}";
pub(crate) const WHAT_LISTS: &str = "What {} lists";
