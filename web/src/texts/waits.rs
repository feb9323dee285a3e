//! The words of the component `waits`.

pub(crate) const WHO_WAITS_FOR_WHOM: &str = "Who waits for whom";
pub(crate) const NOBODY_WAITS_FOR_ANYBODY: &str = "Nobody waits for anybody.";
pub(crate) const THE_PICTURE_LEAVES_OUT_MORE: &str = "The picture leaves out {} more.";
pub(crate) const HELD_BY: &str = "held by";
