//! The words of the component `plot`.

pub(crate) const PLOT_OVER_TIME: &str = "Plot over time";
pub(crate) const NOTHING: &str = "Nothing";
pub(crate) const NOTHING_OF_IT_HAS_CHANGED: &str = "Nothing of it has changed so far.";
pub(crate) const THE_CURVES_COULD_NOT_BE: &str = "The curves could not be drawn: {}.";
pub(crate) const AS_A_TABLE: &str = "As a table";
pub(crate) const IS_AT_MOST: &str = "{} is {}, at most {}";
pub(crate) const MORE: &str = "+{} more";
pub(crate) const HOW_LONG_THEY: &str = "How long they {}";
