//! What the session says in its part `message`.

pub(crate) const THE_WORKER_COULD_NOT_READ_WHAT: &str = "the worker could not read what to check: {}";
pub(crate) const THE_PAGE_COULD_NOT_READ_WHAT: &str = "the page could not read what the check said: {}";
