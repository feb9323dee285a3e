//! What the session says in its part `look`.

pub(crate) const IS_ON_TOP_NOW: &str = "is on top now";
pub(crate) const IS_BACK_IN_ITS_PLACE: &str = "is back in its place";
pub(crate) const IS_CHOSEN: &str = "{} is chosen.";
pub(crate) const NO_LANE_FITS: &str = "No lane fits";
pub(crate) const OF: &str = "{} of {}";
pub(crate) const AND_MORE_HERE: &str = " (and {} more here)";
pub(crate) const IN: &str = ", in {}";
pub(crate) const FOR: &str = ", for {}";
