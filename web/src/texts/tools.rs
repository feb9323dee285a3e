//! The words of the component `tools`.

pub(crate) const CONTROLS: &str = "Controls";
pub(crate) const TO_START: &str = "To start";
pub(crate) const BACK: &str = "Back";
pub(crate) const ONE_STEP_BACK_SHIFT_F10: &str = "One step back (Shift F10)";
pub(crate) const STEP: &str = "Step";
pub(crate) const ONE_STEP_F8: &str = "One step (F8)";
pub(crate) const PLAY: &str = "Play";
pub(crate) const TAKE_STEPS_AT_THIS_SPEED: &str = "Take steps at this speed";
pub(crate) const RESET: &str = "Reset";
pub(crate) const FORGET_THIS_RUN_AND_BEGIN: &str = "Forget this run and begin a new one";
pub(crate) const LESS: &str = "Less";
pub(crate) const MORE: &str = "More";
pub(crate) const PAUSE: &str = "Pause";
pub(crate) const STOP_HERE: &str = "Stop here";
pub(crate) const RUN: &str = "Run";
pub(crate) const RUN_TO_THE_END_CTRL: &str = "Run to the end (Ctrl Enter)";
pub(crate) const CANCEL_PROOF: &str = "Cancel proof";
pub(crate) const STOP_CHECKING: &str = "Stop checking";
pub(crate) const PROVE: &str = "Prove";
pub(crate) const CHECK_EVERY_INTERLEAVING: &str = "Check every interleaving";
