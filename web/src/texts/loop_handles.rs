//! The words of the component `loop_handles`.

pub(crate) const THE_LOOP_BEGINS: &str = "The loop begins";
pub(crate) const THE_LOOP_ENDS: &str = "The loop ends";
pub(crate) const AFTER_STEPS: &str = "after {} steps";
pub(crate) const DRAG: &str = "Drag to move the end of the loop";
