//! The bulkhead: so many calls at a time, so many more that may wait, and everyone else is refused at once.
//!
//! *Who waits.* Whoever comes while all execution slots are taken and a queue slot is free.
//! *Who is refused.* Whoever comes while both are taken: a caller that cannot be served soon should hear so now, and what one
//! kind of work uses up cannot sink the rest of the ship. The name and the two numbers are those of Nygard's *Release It!*,
//! of resilience4j (`maxConcurrentCalls`) and of cockatiel (`executionSlots`, `queueSlots`).
//! *Who is woken.* The end of a call hands its slot to the longest waiter.
//!
//! Does not own the calls, their timeouts, nor the words of a refusal.

use crate::wait_queue::WaitQueue;
use crate::{Actor, Visit, Waiter, Woken};

#[cfg(test)]
mod tests;

/// What became of a call that asked to be let in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Admission {
    /// It runs; the waiter token was not needed.
    Granted,
    /// It stands in the queue until a wake-up or a `cancel`.
    Queued,
    /// Neither an execution slot nor a queue slot is free.
    Refused,
}

/// A limit on calls with a bounded queue in front. Feed it with `enter` and `leave`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Bulkhead {
    max_concurrent: u32,
    max_queue: u32,
    // Invariants:
    // (1) at most `max_concurrent` are active;
    // (2) at most `max_queue` wait;
    // (3) nobody waits while an execution slot is free.
    active: Vec<Actor>,
    queue: WaitQueue,
}

impl Bulkhead {
    /// A bulkhead with all slots free. `max_concurrent` is at least 1.
    #[must_use]
    pub fn new(max_concurrent: u32, max_queue: u32) -> Self {
        assert_ne!(max_concurrent, 0, "nobody could ever enter");
        Self {
            max_concurrent,
            max_queue,
            active: Vec::new(),
            queue: WaitQueue::default(),
        }
    }

    /// A call takes an execution slot, or a queue slot as `waiter`, or is refused.
    pub fn enter(&mut self, waiter: Waiter, actor: Actor) -> Admission {
        if self.execution_slots() > 0 {
            self.active.push(actor);
            return Admission::Granted;
        }
        if self.queue_slots() == 0 {
            return Admission::Refused;
        }
        self.queue.push_back(waiter, actor);
        Admission::Queued
    }

    /// An active call of `actor` has ended. `false` when it has none, which changes nothing.
    #[must_use]
    pub fn leave(&mut self, actor: Actor, woken: &mut Vec<Woken>) -> bool {
        let Some(position) = self.active.iter().rposition(|active| *active == actor) else {
            return false;
        };
        self.active.remove(position);
        if let Some((waiter, next)) = self.queue.pop_front() {
            self.active.push(next);
            woken.push(Woken::Granted(waiter, next));
        }
        true
    }

    /// Ends a wait without a trace. `false` when `waiter` does not wait here; it may be active by then.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.queue.remove(waiter).is_some()
    }

    /// How many more calls could run now.
    #[must_use]
    pub fn execution_slots(&self) -> u32 {
        self.max_concurrent - self.active.len() as u32
    }

    /// How many more calls could wait now.
    #[must_use]
    pub fn queue_slots(&self) -> u32 {
        self.max_queue - self.queue.len() as u32
    }

    /// Most calls that run at once.
    #[must_use]
    pub fn max_concurrent(&self) -> u32 {
        self.max_concurrent
    }

    /// Most calls that wait at once.
    #[must_use]
    pub fn max_queue(&self) -> u32 {
        self.max_queue
    }

    /// On whose behalf calls are active, one entry each, in the order of entering.
    #[must_use]
    pub fn active(&self) -> &[Actor] {
        &self.active
    }

    /// Who waits, in the order of arrival.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.queue.iter()
    }

    /// Tells what the state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        to.word(u64::from(self.max_concurrent) << 32 | u64::from(self.max_queue));
        to.word(self.active.len() as u64);
        self.active.iter().for_each(|&actor| to.actor(actor));
        to.queue(self.queue());
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        assert!(
            self.active.len() <= self.max_concurrent as usize,
            "(1) too many are active"
        );
        assert!(self.queue.len() <= self.max_queue as usize, "(2) too many wait");
        assert!(
            self.active.len() == self.max_concurrent as usize || self.queue.is_empty(),
            "(3) someone waits beside a free slot"
        );
    }
}
