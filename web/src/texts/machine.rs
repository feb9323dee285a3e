//! The words of the component `machine`.

pub(crate) const MODEL: &str = "Model";
pub(crate) const STEP: &str = "Step";
pub(crate) const NEXT: &str = "Next";
pub(crate) const SEED: &str = "Seed";
pub(crate) const NEXT_SEED: &str = "Next seed";
pub(crate) const SPEED_STEPS_A_SECOND: &str = "Speed, steps a second";
