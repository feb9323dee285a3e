//! The auto-reset event: a turnstile. Setting it lets one through, now or later, and it is closed again.
//!
//! *Who waits.* Whoever asks while it is not set.
//! *Who is woken.* The longest waiter, by each `set`; then the event is not set afterwards. If nobody waits it stays set
//! until somebody asks. Setting it twice before that is the same as once: unlike a semaphore's permits, signals do not
//! add up, which is how a signal gets lost that two were to act on.
//!
//! The name is .NET's. A cancelled wait leaves no trace.

use crate::wait_queue::WaitQueue;
use crate::{Acquire, Actor, Visit, Waiter, Woken};

#[cfg(test)]
mod tests;

/// A signal that one waiter uses up.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct AutoResetEvent {
    // Invariant: (1) while it is set nobody waits.
    is_set: bool,
    queue: WaitQueue,
}

impl AutoResetEvent {
    /// An event that lets the first through at once if `is_set`.
    #[must_use]
    pub fn new(is_set: bool) -> Self {
        Self {
            is_set,
            queue: WaitQueue::default(),
        }
    }

    /// Lets one through: who waits longest, or else the next to ask.
    pub fn set(&mut self, woken: &mut Vec<Woken>) {
        match self.queue.pop_front() {
            Some((waiter, actor)) => woken.push(Woken::Granted(waiter, actor)),
            None => self.is_set = true,
        }
    }

    /// Uses the signal up, or joins the queue as `waiter`.
    pub fn wait(&mut self, waiter: Waiter, actor: Actor) -> Acquire {
        if std::mem::take(&mut self.is_set) {
            return Acquire::Granted;
        }
        self.queue.push_back(waiter, actor);
        Acquire::Queued
    }

    /// Ends a wait without a trace. `false` when `waiter` does not wait here; it may then have used the signal up.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.queue.remove(waiter).is_some()
    }

    /// Whether the next to ask goes through.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.is_set
    }

    /// How many wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// The waits in the order of their arrival.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.queue.iter()
    }

    /// Tells what the state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        to.word(u64::from(self.is_set));
        to.queue(self.queue());
    }

    /// Panics unless the numbered invariant holds; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        assert!(
            !self.is_set || self.queue.is_empty(),
            "(1) someone waits for a signal that is there"
        );
    }
}
