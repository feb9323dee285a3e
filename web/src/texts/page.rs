//! The words of the component `page`.

pub(crate) const PLACES: &str = "Places";
