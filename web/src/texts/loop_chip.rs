//! The words of the component `loop_chip`.

pub(crate) const PAUSE_THE_LOOP: &str = "Pause the loop";
pub(crate) const PLAY_THE_LOOP_L: &str = "Play the loop (L)";
pub(crate) const LOOP: &str = "Loop";
pub(crate) const LOOP_2: &str = "Loop {}–{}";
pub(crate) const REMOVE_THE_LOOP: &str = "Remove the loop";
