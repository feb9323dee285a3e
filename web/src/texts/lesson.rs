//! The words of the component `lesson`.

pub(crate) const FREE_PLAYGROUND: &str = "Free playground";
pub(crate) const WRITE_ANY_PROGRAM_RUN_IT: &str =
    "Write any program. Run it, choose who goes next, and have every interleaving checked.";
pub(crate) const WHAT_YOU_WILL_BE_ABLE: &str = "What you will be able to do";
pub(crate) const OPENS_WHEN_EVERY_CHECK_HAS: &str = "Opens when every check has passed.";
pub(crate) const NEXT_LESSON: &str = "Next lesson: {}";
pub(crate) const YOU_HAVE_PASSED_THIS_LESSON: &str = "✓ You have passed this lesson.";
