//! The words of the component `stage`.

pub(crate) const LANE: &str = "lane {}";
pub(crate) const SIZE_OF_THE_DETAILS: &str = "Size of the details";
pub(crate) const DETAILS: &str = "Details";
