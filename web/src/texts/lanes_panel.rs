//! The words of the component `lanes_panel`.

pub(crate) const LANES: &str = "Lanes";
