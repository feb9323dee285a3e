//! The words of the component `states`.

pub(crate) const FAILED: &str = "{} of {} failed";
pub(crate) const LATER: &str = "later";
pub(crate) const SUCCESS: &str = "success";
pub(crate) const FAILURE: &str = "failure";
