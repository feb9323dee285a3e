//! The wait group: how much work is under way, and those who wait until none is.
//!
//! *Who waits.* Whoever asks while something is under way.
//! *Who is woken.* Everyone, in the order of asking, by the call that brings the number to zero. Unlike a latch it can then
//! be used again.
//! *Who may count.* Anyone. A number below zero is an error and changes nothing.
//!
//! Go's `sync.WaitGroup`, with its well-known trap: work that is added only after somebody has begun to wait may be missed,
//! because the number can be zero in between. Nobody holds a wait group, and a cancelled wait leaves no trace.

use crate::wait_queue::WaitQueue;
use crate::{Acquire, Actor, Visit, Waiter, Woken};

#[cfg(test)]
mod tests;

/// Why a change of the number changed nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AddError {
    /// It would fall below zero.
    BelowZero {
        /// So much is under way.
        count: u32,
    },
    /// It would grow beyond what is counted here.
    TooMany {
        /// So much is under way.
        count: u32,
    },
}

/// A count of what is under way.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct WaitGroup {
    // Invariant: (1) while nothing is under way nobody waits.
    count: u32,
    queue: WaitQueue,
}

impl WaitGroup {
    /// A group with nothing under way.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Changes how much is under way, and says who goes on because of it.
    pub fn add(&mut self, change: i64, woken: &mut Vec<Woken>) -> Result<(), AddError> {
        let count = self.count;
        let changed = i64::from(count).saturating_add(change);
        self.count = u32::try_from(changed).map_err(|_| match changed {
            ..0 => AddError::BelowZero { count },
            0.. => AddError::TooMany { count },
        })?;
        if self.count == 0 {
            self.queue.grant_all(woken);
        }
        Ok(())
    }

    /// Goes on if nothing is under way, or joins the queue as `waiter`.
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

    /// How much is under way.
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
            "(1) someone waits for work that is done"
        );
    }
}
