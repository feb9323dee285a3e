//! What the session says in its part `waits`.

pub(crate) const CAN_GO_ON: &str = "{} can go on.";
pub(crate) const CAN_GO_ON_2: &str = "{} can go on";
pub(crate) const WAITS_FOR_THE_CLOCK: &str = "{} waits for the clock";
pub(crate) const WAITS_FOR_PROMISE: &str = "waits for Promise.";
pub(crate) const HAS_NOT_ENDED: &str = ": {} has not ended";
pub(crate) const AND_HAVE_NOT_ENDED: &str = ": {} and {} have not ended";
pub(crate) const HAVE_NOT_ENDED: &str = ": {} have not ended";
pub(crate) const IS_BEFORE_IT_IN_THE_LINE: &str = "; {} is before it in the line";
pub(crate) const ARE_BEFORE_IT_IN_THE_LINE: &str = "; {} are before it in the line, {} first";
pub(crate) const A_PROMISE: &str = "a promise";
pub(crate) const WAITS_FOR_ITSELF: &str = "{}: {} waits for itself.";
pub(crate) const THEY_WAIT_FOR_ONE_ANOTHER_AND: &str = "{}: they wait for one another, and nobody else can end that.";
pub(crate) const THEY_WAIT_FOR_ONE_ANOTHER_BUT: &str = "{}: they wait for one another, but somebody else may end that.";
