//! The words in which every primitive is spoken to.
//!
//! Owns the tokens for waits and for those who wait, the wake-up, and the two kinds of fairness. Holds no state.

/// One suspended wait. The caller picks the number, unique among the waits that are live on the same primitive.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Waiter(pub u32);

/// The task on whose behalf a call is made; what a permit or a lock is booked on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Actor(pub u32);

/// A wake-up that some call on a primitive caused: of a wait, and for whom it was asked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use = "a wake-up that is dropped leaves its task asleep for ever"]
pub enum Woken {
    /// The wait is over: what it asked for is its actor's now, and the token is free again.
    Granted(Waiter, Actor),
    /// What it asked for is free, but not reserved: the waiter keeps its place in the queue and must ask again with
    /// `retry`, and it finds out then whether somebody was faster.
    Retry(Waiter, Actor),
}

/// Who gets what a release frees while others wait.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Fairness {
    /// Direct hand-off, first in, first out: the longest waiter has it before the release returns, and nobody overtakes.
    Fair,
    /// It becomes free and every waiter is woken to try again; whoever asks while it is free gets it, newcomers included.
    Barging,
}
