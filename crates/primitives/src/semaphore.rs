//! The semaphore: a number of permits, and a queue for those who find none.
//!
//! *Who waits.* Whoever asks while no permit is available, in the order of asking.
//! *Who is woken.* With [`Fairness::Fair`], a release hands its permit straight to the longest waiter; the permit is never
//! available in between, so neither a newcomer nor `try_acquire` can overtake. With [`Fairness::Barging`], a release makes
//! the permit available and wakes all waiters, in queue order; each asks again with `retry`, whoever asks first gets the
//! permit, newcomers included, and a waiter that comes too late sleeps on in its old place.
//! *Who may release.* Anyone. As long as every release comes from an actor that holds a permit, the semaphore is used as
//! a limit; the first release by anyone else makes it a signal, for good (`usage`).
//!
//! Does not own timeouts (an acquire with a limit is an acquire, a timer and a `cancel`), nor what a learner reads when a
//! release fails.

use crate::usage::Usage;
use crate::wait_queue::WaitQueue;
use crate::{Actor, Fairness, Visit, Waiter, Woken};

#[cfg(test)]
mod tests;

/// How a semaphore starts out.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct SemaphoreOptions {
    /// Permits available at first.
    pub permits: u32,
    /// Most permits that may ever be available; a release above it fails. At least `permits`.
    pub max: Option<u32>,
    /// Who gets a released permit.
    pub fairness: Fairness,
}

/// What became of a request for a permit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Acquire {
    /// The actor holds a permit; the waiter token was not needed.
    Granted,
    /// The waiter stands in the queue until a wake-up or a `cancel`.
    Queued,
}

/// Why a release changed nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ReleaseError {
    /// As many permits as there may be are available already.
    AboveMax {
        /// That many.
        max: u32,
    },
}

/// A counting semaphore. Feed it with `acquire`, `try_acquire`, `release`; answer every [`Woken::Retry`] with either
/// `retry` or `cancel`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Semaphore {
    initial: u32,
    max: Option<u32>,
    fairness: Fairness,
    // Invariants:
    // (1) `available` never exceeds `max`;
    // (2) used as a limit, every permit is available or held: `available + holders == initial`;
    // (3) fair: while a permit is available nobody waits, and nobody is ever asked to retry;
    // (4) barging: while a permit is available nobody in the queue is asleep, so no wake-up can be lost, not even when
    //     a woken waiter is cancelled instead of asking again.
    available: u32,
    usage: Usage,
    queue: WaitQueue,
}

impl Semaphore {
    /// A semaphore with all its permits available.
    #[must_use]
    pub fn new(options: SemaphoreOptions) -> Self {
        let SemaphoreOptions { permits, max, fairness } = options;
        assert!(
            max.is_none_or(|max| permits <= max),
            "{permits} permits above the maximum {max:?}"
        );
        Self {
            initial: permits,
            max,
            fairness,
            available: permits,
            usage: Usage::default(),
            queue: WaitQueue::default(),
        }
    }

    /// Takes a permit if one is available; never waits.
    #[must_use]
    pub fn try_acquire(&mut self, actor: Actor) -> bool {
        // No look at the queue is needed: a fair one is empty while a permit is available (3), a barging one is overtaken.
        if self.available == 0 {
            return false;
        }
        self.available -= 1;
        self.usage.book(actor);
        true
    }

    /// Takes a permit, or joins the end of the queue as `waiter`.
    pub fn acquire(&mut self, waiter: Waiter, actor: Actor) -> Acquire {
        if self.try_acquire(actor) {
            return Acquire::Granted;
        }
        self.queue.push_back(waiter, actor);
        Acquire::Queued
    }

    /// A waiter that was woken with [`Woken::Retry`] asks again. When it is too late it keeps its place in the queue.
    ///
    /// Panics when `waiter` has no such wake-up left to answer.
    pub fn retry(&mut self, waiter: Waiter) -> Acquire {
        if self.available == 0 {
            self.queue.turn_away(waiter);
            return Acquire::Queued;
        }
        let actor = self.queue.admit(waiter);
        self.available -= 1;
        self.usage.book(actor);
        Acquire::Granted
    }

    /// Gives a permit back, or adds one that nobody held, and says who goes on because of it.
    pub fn release(&mut self, actor: Actor, woken: &mut Vec<Woken>) -> Result<(), ReleaseError> {
        let max = self.max.unwrap_or(u32::MAX);
        if self.available >= max {
            return Err(ReleaseError::AboveMax { max });
        }
        self.usage.unbook(actor);
        match self.fairness {
            Fairness::Fair => match self.queue.pop_front() {
                Some((waiter, next)) => {
                    self.usage.book(next);
                    woken.push(Woken::Granted(waiter, next));
                }
                None => self.available += 1,
            },
            Fairness::Barging => {
                self.available += 1;
                self.queue.wake_all(woken);
            }
        }
        Ok(())
    }

    /// Ends a wait without a permit and without a trace, also when it was woken to retry. `false` when `waiter` does not
    /// wait here; it may then have been granted a permit already, which is the caller's to release.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.queue.remove(waiter).is_some()
    }

    /// Permits that can be had at once.
    #[must_use]
    pub fn available(&self) -> u32 {
        self.available
    }

    /// How many wait, those who were woken to retry included.
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

    /// The waits in the order of their arrival.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.queue.iter()
    }

    /// The permits it was made with.
    #[must_use]
    pub fn initial(&self) -> u32 {
        self.initial
    }

    /// Most permits that may be available, if there is such a bound.
    #[must_use]
    pub fn max(&self) -> Option<u32> {
        self.max
    }

    /// Who gets a released permit.
    #[must_use]
    pub fn fairness(&self) -> Fairness {
        self.fairness
    }

    /// Tells what the state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        to.word((self.fairness as u64) << 32 | u64::from(self.max.unwrap_or(u32::MAX)));
        to.word(u64::from(self.available));
        self.usage.visit(to);
        to.queue(self.queue());
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        assert!(
            self.max.is_none_or(|max| self.available <= max),
            "(1) {} available",
            self.available
        );
        match &self.usage {
            Usage::Limit { holders } => {
                assert_eq!(
                    self.available as usize + holders.len(),
                    self.initial as usize,
                    "(2) a permit went missing"
                );
            }
            Usage::Signal => {}
        }
        match self.fairness {
            Fairness::Fair => {
                assert!(
                    self.available == 0 || self.queue.is_empty(),
                    "(3) someone waits for a permit that is there"
                );
                assert!(!self.queue.anyone_retrying(), "(3) a fair waiter was asked to retry");
            }
            Fairness::Barging => {
                assert!(
                    self.available == 0 || !self.queue.anyone_asleep(),
                    "(4) a wake-up was lost"
                );
            }
        }
    }
}
