//! The semaphore with priorities: permits, and a queue in which the more urgent stand before the less urgent.
//!
//! *Who waits.* Whoever asks while no permit is available. A lower number is more urgent; among equals whoever came first.
//! *Who is woken.* A release hands its permit to the first in line; the permit is never available in between.
//! *Who starves.* Without ageing, anyone, as long as more urgent requests keep coming. With ageing, a request gains one
//! level for each `ageing` of waiting. All gain at the same rate, so two that wait never change places: each stands where
//! it would if it had come `priority * ageing` later than it did, which is how the order is kept here, without a timer.
//! *Who may release.* Anyone, as with the plain semaphore: the first release by someone who holds no permit makes it a
//! signal for good.
//!
//! Without ageing it behaves like the priority queue of p-queue or async-sema's relatives; ageing is the textbook's remedy
//! (Silberschatz, Galvin and Gagne, "Operating System Concepts", section on priority scheduling). Does not touch the
//! priorities of tasks, and does not take a permit from anybody.

use clock::{Duration, Instant};

use crate::rank_queue::RankQueue;
use crate::usage::Usage;
use crate::{Acquire, Actor, ReleaseError, Visit, Waiter, Woken};

#[cfg(test)]
mod tests;

/// A semaphore whose queue is ordered by priority.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct PrioritySemaphore {
    initial: u32,
    ageing: Option<Duration>,
    // Invariants:
    // (1) used as a limit, every permit is available or held: `available + holders == initial`;
    // (2) while a permit is available nobody waits;
    // (3) without ageing a rank is a priority; with ageing it is an instant, moved by the priority.
    available: u32,
    usage: Usage,
    queue: RankQueue,
}

impl PrioritySemaphore {
    /// A semaphore with all its permits available. With `ageing`, who waits that long becomes more urgent by one.
    #[must_use]
    pub fn new(permits: u32, ageing: Option<Duration>) -> Self {
        Self {
            initial: permits,
            ageing,
            available: permits,
            usage: Usage::default(),
            queue: RankQueue::default(),
        }
    }

    /// Takes a permit if one is available; never waits.
    #[must_use]
    pub fn try_acquire(&mut self, actor: Actor) -> bool {
        if self.available == 0 {
            return false;
        }
        self.available -= 1;
        self.usage.book(actor);
        true
    }

    /// Takes a permit, or joins the queue as `waiter` before all who are less urgent.
    pub fn acquire(&mut self, priority: i64, waiter: Waiter, actor: Actor, now: Instant) -> Acquire {
        if self.try_acquire(actor) {
            return Acquire::Granted;
        }
        self.queue.push(waiter, actor, self.rank(priority, now));
        Acquire::Queued
    }

    /// How many stand before a waiter.
    #[must_use]
    pub fn position(&self, waiter: Waiter) -> Option<usize> {
        self.queue().position(|(found, _)| found == waiter)
    }

    /// Gives a permit back, or adds one that nobody held, and says who goes on because of it.
    pub fn release(&mut self, actor: Actor, woken: &mut Vec<Woken>) -> Result<(), ReleaseError> {
        if self.available == u32::MAX {
            return Err(ReleaseError::AboveMax { max: u32::MAX });
        }
        self.usage.unbook(actor);
        match self.queue.pop_front() {
            Some((waiter, next)) => {
                self.usage.book(next);
                woken.push(Woken::Granted(waiter, next));
            }
            None => self.available += 1,
        }
        Ok(())
    }

    /// Ends a wait without a permit and without a trace. `false` when `waiter` does not wait here; it may then have been
    /// granted a permit already, which is the caller's to release.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.queue.remove(waiter).is_some()
    }

    /// Permits that can be had at once.
    #[must_use]
    pub fn available(&self) -> u32 {
        self.available
    }

    /// The permits it was made with.
    #[must_use]
    pub fn initial(&self) -> u32 {
        self.initial
    }

    /// How long one waits to become more urgent by one.
    #[must_use]
    pub fn ageing(&self) -> Option<Duration> {
        self.ageing
    }

    /// How many wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// Who holds a permit: one entry for each, those who took theirs first in front. Nobody, if it is a signal.
    pub fn holders(&self) -> impl ExactSizeIterator<Item = Actor> {
        self.usage.holders()
    }

    /// Whether some release came from an actor that held no permit.
    #[must_use]
    pub fn used_as_signal(&self) -> bool {
        self.usage.is_signal()
    }

    /// The waits, first in line first.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.queue.entries().map(|(waiter, actor, _)| (waiter, actor))
    }

    /// Tells what the state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let ageing = self.ageing.map_or(0, |ageing| ageing.0);
        to.word(ageing);
        to.word(u64::from(self.available) << 32 | self.queue.len() as u64);
        self.usage.visit(to);
        // How a rank compares with those to come depends on how far it is from now, if it is made of an instant.
        let base = if self.ageing.is_some() { to.now().0 } else { 0 };
        for (waiter, actor, rank) in self.queue.entries() {
            to.actor(actor);
            to.word((rank as u64).wrapping_sub(base));
            to.waiter(waiter);
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        if !self.used_as_signal() {
            let accounted = self.available as usize + self.holders().len();
            assert_eq!(accounted, self.initial as usize, "(1) a permit went missing");
        }
        assert!(
            self.available == 0 || self.queue.is_empty(),
            "(2) someone waits for a permit that is there"
        );
    }

    /// Where a request of this priority stands that comes now: invariant 3.
    fn rank(&self, priority: i64, now: Instant) -> i64 {
        let Some(ageing) = self.ageing else { return priority };
        let ageing = i64::try_from(ageing.0).unwrap_or(i64::MAX);
        let now = i64::try_from(now.0).unwrap_or(i64::MAX);
        now.saturating_add(priority.saturating_mul(ageing))
    }
}
