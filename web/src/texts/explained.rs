//! The words of the component `explained`.

pub(crate) const WHAT_IS_MEANT_BY: &str = "What is meant by {}?";
pub(crate) const WORDS: &str = "Words";
pub(crate) const CLOSE: &str = "Close";
pub(crate) const ALL_WORDS: &str = "All words";
pub(crate) const LESSON: &str = "Lesson: {}";
