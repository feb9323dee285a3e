//! The words of the component `choices`.

pub(crate) const NOTHING_WAS_CHOSEN_YET_PRESS: &str =
    "Nothing was chosen yet. Press a lane's name, and that is a choice.";
pub(crate) const THE_CHOICES_OF_THIS_RUN: &str = "The choices of this run";
pub(crate) const STEP: &str = "Step";
pub(crate) const WHO: &str = "Who";
pub(crate) const WHAT_CAME_OF_IT: &str = "What came of it";
pub(crate) const OTHERS_WHO_COULD: &str = "Others who could";
pub(crate) const COPY_AS_TEXT: &str = "Copy as text";
pub(crate) const AND: &str = "and {} {}";
pub(crate) const GO_THERE: &str = "Go there";
