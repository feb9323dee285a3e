//! What the session says in its part `notes`.

pub(crate) const GO_BACK_TO_IT: &str = "Go back to it";
