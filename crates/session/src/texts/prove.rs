//! What the session says in its part `prove`.

pub(crate) const CHECKING_EVERY_INTERLEAVING: &str = "Checking every interleaving.";
pub(crate) const REPLAYING_IN_STEPS: &str = "Replaying {} in {} steps. {}";
pub(crate) const THIS_FINDING_CANNOT_BE_REPLAYED: &str = "This finding cannot be replayed: {}.";
