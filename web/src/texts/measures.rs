//! The words of the component `measures`.

pub(crate) const NOTHING_HAS_BEEN_MEASURED_YET: &str = "Nothing has been measured yet.";
pub(crate) const FROM_THE_BEGINNING_OF_THE: &str =
    "From the beginning of the run to the step that is shown, over virtual time.";
pub(crate) const OBJECTS_IN_NUMBERS: &str = "Objects in numbers";
pub(crate) const OBJECT: &str = "Object";
pub(crate) const CLASS: &str = "Class";
pub(crate) const THE_WHOLE_RUN: &str = "The whole run";
