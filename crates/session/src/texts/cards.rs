//! What the session says in its part `cards`.

pub(crate) const INSIDE: &str = "{} inside";
pub(crate) const IS: &str = "is {}";
pub(crate) const SET_BY: &str = "set by {}";
pub(crate) const AND_MORE: &str = "and {} more";
pub(crate) const AVAILABLE: &str = "{} available";
pub(crate) const MORE: &str = "{} more";
pub(crate) const READ_BY: &str = "read by";
pub(crate) const WRITTEN_BY: &str = "written by";
pub(crate) const HELD_BY: &str = "held by";
pub(crate) const WAITING_TO_SEND: &str = "waiting to send";
pub(crate) const WAITING_TO_RECEIVE: &str = "waiting to receive";
pub(crate) const WAITING_TO_READ: &str = "waiting to read";
pub(crate) const WAITING_TO_WRITE: &str = "waiting to write";
pub(crate) const BY: &str = " by {}";
pub(crate) const FOR: &str = " for {}";
pub(crate) const LEFT: &str = ", {} left";
pub(crate) const OLD: &str = ", {} old";
pub(crate) const EMPTY_PLACES: &str = "{} empty";
pub(crate) const FOR_MORE: &str = " for {} more";
