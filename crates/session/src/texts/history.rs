//! What the session says in its part `history`.

pub(crate) const N1_OTHER_COULD_HAVE_GONE: &str = " (1 other could have gone)";
pub(crate) const OTHERS_COULD_HAVE_GONE: &str = " ({} others could have gone)";
pub(crate) const THE_CHOICES_ARE_ON_THE_CLIPBOARD: &str = "The choices are on the clipboard.";
pub(crate) const THE_CLOCK: &str = "the clock";
pub(crate) const A_CHOICE: &str = "a choice";
pub(crate) const THE_WORLD_OUTSIDE: &str = "the world outside";
