//! The words of the component `shell`.

pub(crate) const THIS_BROWSER_COULD_NOT_MAKE: &str = "This browser could not make the picture.";
pub(crate) const THE_CHECKERS_ANSWER_MAKES_NO: &str = "the checker's answer makes no sense: {}";
