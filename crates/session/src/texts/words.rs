//! What the session says in its part `words`.

pub(crate) const PLAYGROUND: &str = "Playground";
pub(crate) const IN_TURN: &str = "in turn";
pub(crate) const YOU_CHOOSE: &str = "you choose";
