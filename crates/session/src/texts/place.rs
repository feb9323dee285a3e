//! What the session says in its part `place`.

pub(crate) const THERE_IS_NO_LESSON_IN_THIS: &str = "There is no lesson {} in this course.";
pub(crate) const THE_PROGRAM_IS_AS_IT_WAS: &str = "The program is as it was given. Undo brings yours back.";
pub(crate) const YOUR_PROGRAM_IS_BACK: &str = "Your program is back.";
