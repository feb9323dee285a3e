//! What the session says in its part `session`.

pub(crate) const THIS_BROWSER_DOES_NOT_KEEP_WHAT: &str =
    "This browser does not keep what you write here: {}. Your program lives as long as this page.";
pub(crate) const THE_EDITOR_DID_NOT_LOAD_SO: &str = "The editor did not load, so this is a plain text field: {}.";
pub(crate) const THE_LESSONS_DID_NOT_LOAD_THE: &str =
    "The lessons did not load: {}. The playground works without them.";
