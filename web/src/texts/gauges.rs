//! The words of the component `gauges`.

pub(crate) const MOST: &str = "most {}";
