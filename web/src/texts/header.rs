//! The words of the component `header`.

pub(crate) const LANES: &str = "Lanes";
pub(crate) const SHARE_AND_SAVE: &str = "Share and save";
pub(crate) const SHARE_AND_SAVE_CTRL_S: &str = "Share and save (Ctrl S)";
pub(crate) const SHARE: &str = "Share";
