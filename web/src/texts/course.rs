//! The words of the component `course`.

pub(crate) const LESSONS: &str = "Lessons";
pub(crate) const LESSON: &str = "Lesson";
pub(crate) const FREE_PLAYGROUND: &str = "Free playground";
pub(crate) const OF_SOLVED: &str = "{} of {} solved";
pub(crate) const LESSONS_THAT_YOU_HAVE_PASSED: &str = "Lessons that you have passed";
