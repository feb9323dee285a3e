//! The words of the component `objects`.

pub(crate) const OBJECTS_AND_VARIABLES: &str = "Objects and variables";
