//! The words of the component `inspector`.

pub(crate) const NOTHING_HAS_RUN_YET: &str = "Nothing has run yet.";
pub(crate) const LANE: &str = "Lane";
pub(crate) const THE_ONE_THAT_RAN_LAST: &str = "The one that ran last";
pub(crate) const IT_IS_IN_NO_CALL: &str = "It is in no call: there is nothing that it could see.";
pub(crate) const A_FUNCTION: &str = "a function";
pub(crate) const LINE: &str = "line {}";
pub(crate) const VARIABLES_OF: &str = "Variables of {}";
pub(crate) const AWAITED_BY: &str = "awaited by";
pub(crate) const IT_SEES_NO_VARIABLE_YET: &str = "It sees no variable yet.";
