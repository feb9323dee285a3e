//! The words of the component `view_menu`.

pub(crate) const LESSON: &str = "Lesson";
pub(crate) const CODE: &str = "Code";
pub(crate) const STAGE: &str = "Stage";
pub(crate) const VIEW: &str = "View";
pub(crate) const SIZES_AS_AT_FIRST: &str = "Sizes as at first";
pub(crate) const PROJECTOR_MODE: &str = "Projector mode";
pub(crate) const THEME: &str = "Theme";
pub(crate) const ALL_COMMANDS: &str = "All commands…";
pub(crate) const KEYS: &str = "Keys";
pub(crate) const SYSTEM: &str = "System";
pub(crate) const LIGHT: &str = "Light";
pub(crate) const DARK: &str = "Dark";
pub(crate) const HIGH_CONTRAST: &str = "High contrast";
