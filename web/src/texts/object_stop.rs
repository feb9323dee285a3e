//! The words of the component `object_stop`.

pub(crate) const STOP_WHEN_IT_CHANGES: &str = "Stop when it changes";
pub(crate) const STOP_WHEN_SOMEBODY_WAITS_FOR: &str = "Stop when somebody waits for it";
pub(crate) const WHEN_THE_RUN_STOPS_BECAUSE: &str = "When the run stops because of {}";
pub(crate) const DO_NOT_STOP: &str = "Do not stop";
