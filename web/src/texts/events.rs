//! The words of the component `events`.

pub(crate) const NOTHING_HAS_HAPPENED_YET: &str = "Nothing has happened yet.";
pub(crate) const THE_STEPS_SO_FAR: &str = "The steps so far";
pub(crate) const COPY_THE_SCHEDULE: &str = "Copy the schedule";
pub(crate) const THE_CHOICES_SO_FAR_AS: &str = "The choices so far as text, which replays the run";
pub(crate) const STEPS: &str = "{} steps";
pub(crate) const STEP: &str = "Step";
pub(crate) const TIME: &str = "Time";
pub(crate) const LANE: &str = "Lane";
pub(crate) const LINE: &str = "Line";
pub(crate) const WHAT_HAPPENED: &str = "What happened";
