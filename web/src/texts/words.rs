//! The words of the component `words`.

pub(crate) const STEPS: &str = "{} steps";
pub(crate) const ONE_STEP: &str = "1 step";
