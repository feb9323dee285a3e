//! The words of the component `places`.

pub(crate) const LESSON: &str = "Lesson";
pub(crate) const CODE: &str = "Code";
pub(crate) const STAGE: &str = "Stage";
pub(crate) const SIZE_OF_THE_LESSON: &str = "Size of the lesson";
pub(crate) const SIZE_OF_THE_CODE: &str = "Size of the code";
pub(crate) const FOLD_LESSON: &str = "Fold the lesson away";
pub(crate) const FOLD_CODE: &str = "Fold the code away";
pub(crate) const FOLD_STAGE: &str = "Fold the stage away";
pub(crate) const WITH_KEYS: &str = "{} ({})";
pub(crate) const SHOW_IT_AGAIN: &str = "Show it again ({})";
