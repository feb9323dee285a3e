//! The manual-reset event: a gate that anyone opens and closes.
//!
//! *Who waits.* Whoever asks while it is closed.
//! *Who is woken.* Everyone, in the order of asking, by the call that opens it. Closing it again takes that back from
//! nobody: who has been let through goes on, however late it runs. Opening an open gate and closing a closed one do nothing.
//!
//! The name is .NET's; Python's `threading.Event` is the same. A cancelled wait leaves no trace.

use crate::wait_queue::WaitQueue;
use crate::{Acquire, Actor, Visit, Waiter, Woken};

#[cfg(test)]
mod tests;

/// A gate that stays as it was put.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ManualResetEvent {
    // Invariant: (1) while it is open nobody waits.
    is_set: bool,
    queue: WaitQueue,
}

impl ManualResetEvent {
    /// A gate that is open if `is_set`.
    #[must_use]
    pub fn new(is_set: bool) -> Self {
        Self {
            is_set,
            queue: WaitQueue::default(),
        }
    }

    /// Opens it and says who goes on because of it.
    pub fn set(&mut self, woken: &mut Vec<Woken>) {
        self.is_set = true;
        self.queue.grant_all(woken);
    }

    /// Closes it.
    pub fn reset(&mut self) {
        self.is_set = false;
    }

    /// Passes the open gate, or joins the queue as `waiter`.
    pub fn wait(&mut self, waiter: Waiter, actor: Actor) -> Acquire {
        if self.is_set {
            return Acquire::Granted;
        }
        self.queue.push_back(waiter, actor);
        Acquire::Queued
    }

    /// Ends a wait without a trace. `false` when `waiter` does not wait here.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.queue.remove(waiter).is_some()
    }

    /// Whether it is open.
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
            "(1) someone waits at an open gate"
        );
    }
}
