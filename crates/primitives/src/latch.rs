//! The latch: a gate that opens once, when it has been counted down to zero.
//!
//! *Who waits.* Whoever asks before that.
//! *Who is woken.* Everyone, in the order of asking, by the call that counts to zero. The gate then stays open for good.
//! *Who may count.* Anyone, as often as the count says; one call more is an error and changes nothing.
//!
//! Java's `CountDownLatch`, except that counting below zero is ignored there and hides the bug. Nobody
//! holds a latch, and a cancelled wait leaves no trace.

use crate::wait_queue::WaitQueue;
use crate::{Acquire, Actor, Visit, Waiter, Woken};

#[cfg(test)]
mod tests;

/// The count is at zero already.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct BelowZero;

/// A gate that opens once.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Latch {
    // Invariant: (1) while the count is zero nobody waits.
    count: u32,
    queue: WaitQueue,
}

impl Latch {
    /// A latch that opens after `count` calls; with none it is open.
    #[must_use]
    pub fn new(count: u32) -> Self {
        Self {
            count,
            queue: WaitQueue::default(),
        }
    }

    /// Counts one down and says who goes on because of it.
    pub fn count_down(&mut self, woken: &mut Vec<Woken>) -> Result<(), BelowZero> {
        self.count = self.count.checked_sub(1).ok_or(BelowZero)?;
        if self.count == 0 {
            self.queue.grant_all(woken);
        }
        Ok(())
    }

    /// Passes the open gate, or joins the queue as `waiter`.
    pub fn wait(&mut self, waiter: Waiter, actor: Actor) -> Acquire {
        if self.count == 0 {
            return Acquire::Granted;
        }
        self.queue.push_back(waiter, actor);
        Acquire::Queued
    }

    /// Ends a wait without a trace. `false` when `waiter` does not wait here.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.queue.remove(waiter).is_some()
    }

    /// How often it is still to be counted down.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.count
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
        to.word(u64::from(self.count));
        to.queue(self.queue());
    }

    /// Panics unless the numbered invariant holds; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        assert!(
            self.count > 0 || self.queue.is_empty(),
            "(1) someone waits at an open gate"
        );
    }
}
