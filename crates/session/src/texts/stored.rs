//! What the session says in its part `stored`.

pub(crate) const COULD_NOT_BE_READ: &str = "could not be read";
pub(crate) const WAS_WRITTEN_BY_ANOTHER_VERSION_OF: &str = "was written by another version of this page";
pub(crate) const WAS_DAMAGED: &str = "was damaged";
pub(crate) const NO_DRAFT_IN_IT_COULD_BE: &str = "no draft in it could be read";
pub(crate) const ONE_DRAFT_WAS_TAKEN_OVER: &str = "one draft was taken over";
pub(crate) const DRAFTS_WERE_TAKEN_OVER: &str = "{} drafts were taken over";
pub(crate) const WHAT_THIS_BROWSER_HAD_STORED_IT: &str = "What this browser had stored {}. It is kept as a backup; {}.";
