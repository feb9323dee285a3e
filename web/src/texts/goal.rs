//! The words of the component `goal`.

pub(crate) const GOAL: &str = "Goal";
pub(crate) const CHECKS: &str = "Checks";
