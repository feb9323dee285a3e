//! The words of the component `words`.

pub(crate) const STEPS: &str = "{} steps";
