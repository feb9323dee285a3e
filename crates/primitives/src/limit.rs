//! The concurrency limit: at most so many calls at a time, the others wait for their turn. It is what p-limit makes.
//!
//! *Who waits.* Whoever asks while as many calls are active as may be, in the order of asking.
//! *Who is woken.* The end of a call hands its place to the longest waiter before anybody else can have it.
//! *Changing the limit.* Raising it lets in as many of the waiters as there is room for now. Lowering it interrupts nobody: the
//! ends of calls hand nothing on until no more than the new number are active.
//! *Clearing the queue* turns away everyone who waits; those who are active stay.
//!
//! It differs from a semaphore in that a place belongs to one call, is given back by that call and never by a stranger, and
//! in that the limit can change. Does not own the calls themselves, nor what becomes of the promise of one that was turned
//! away.

use crate::wait_queue::WaitQueue;
use crate::{Acquire, Actor, Visit, Waiter, Woken};

#[cfg(test)]
mod tests;

/// A limit on how many calls are active at once. Feed it with `enter` and `leave`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Limit {
    /// `None` for no limit at all.
    concurrency: Option<u32>,
    // Invariants:
    // (1) nobody waits while fewer than `concurrency` are active;
    // (2) no more than `concurrency` have ever been active, unless it was higher when they entered.
    /// One entry for each active call: on whose behalf it runs, in the order of entering.
    active: Vec<Actor>,
    queue: WaitQueue,
}

impl Limit {
    /// A limit that nobody is active under. `concurrency` is at least 1.
    #[must_use]
    pub fn new(concurrency: Option<u32>) -> Self {
        assert_ne!(concurrency, Some(0), "nobody could ever enter");
        Self {
            concurrency,
            active: Vec::new(),
            queue: WaitQueue::default(),
        }
    }

    /// A call becomes active, or joins the end of the queue as `waiter`.
    pub fn enter(&mut self, waiter: Waiter, actor: Actor) -> Acquire {
        if self.has_room() {
            self.active.push(actor);
            return Acquire::Granted;
        }
        self.queue.push_back(waiter, actor);
        Acquire::Queued
    }

    /// An active call of `actor` has ended. `false` when it has none, which changes nothing.
    #[must_use]
    pub fn leave(&mut self, actor: Actor, woken: &mut Vec<Woken>) -> bool {
        let Some(position) = self.active.iter().rposition(|active| *active == actor) else {
            return false;
        };
        self.active.remove(position);
        self.let_in(woken);
        true
    }

    /// Changes how many may be active, at least 1, and lets in who now can be.
    pub fn set_concurrency(&mut self, concurrency: Option<u32>, woken: &mut Vec<Woken>) {
        assert_ne!(concurrency, Some(0), "nobody could ever enter");
        self.concurrency = concurrency;
        self.let_in(woken);
    }

    /// Turns away everyone who waits, in the order of the queue.
    pub fn clear_queue(&mut self) -> Vec<Waiter> {
        std::iter::from_fn(|| self.queue.pop_front())
            .map(|(waiter, _)| waiter)
            .collect()
    }

    /// Ends a wait without a trace. `false` when `waiter` does not wait here; it may be active by then.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.queue.remove(waiter).is_some()
    }

    /// Most that may be active at once, if there is such a bound.
    #[must_use]
    pub fn concurrency(&self) -> Option<u32> {
        self.concurrency
    }

    /// On whose behalf calls are active, one entry each, in the order of entering.
    #[must_use]
    pub fn active(&self) -> &[Actor] {
        &self.active
    }

    /// How many wait.
    #[must_use]
    pub fn pending(&self) -> usize {
        self.queue.len()
    }

    /// Who waits, in the order of arrival.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.queue.iter()
    }

    /// Tells what the state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        to.word(self.concurrency.map_or(0, u64::from));
        to.word(self.active.len() as u64);
        self.active.iter().for_each(|&actor| to.actor(actor));
        to.queue(self.queue());
    }

    /// Panics unless the numbered invariants hold; for tests. The second needs the past and is the tests' own.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        assert!(
            !self.has_room() || self.queue.is_empty(),
            "(1) someone waits beside a free place"
        );
        assert!(!self.queue.anyone_retrying(), "a waiter was asked to retry");
    }

    fn has_room(&self) -> bool {
        self.concurrency.is_none_or(|most| self.active.len() < most as usize)
    }

    fn let_in(&mut self, woken: &mut Vec<Woken>) {
        while self.has_room()
            && let Some((waiter, actor)) = self.queue.pop_front()
        {
            self.active.push(actor);
            woken.push(Woken::Granted(waiter, actor));
        }
    }
}
