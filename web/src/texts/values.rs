//! The words of the component `values`.

pub(crate) const SAME_AS: &str = "same as ";
pub(crate) const SHARED: &str = "shared";
