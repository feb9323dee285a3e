//! The words of the component `hints`.

pub(crate) const SHOW_HINT_OF: &str = "Show hint {} of {}";
