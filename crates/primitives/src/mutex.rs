//! The mutex: at most one owner, and a queue for the others.
//!
//! *Who waits.* Whoever locks it while it is owned, in the order of asking; also the owner itself, for ever, unless the
//! mutex is re-entrant: then each further lock adds a hold, and only giving back the last one unlocks.
//! *Who is woken.* With [`Fairness::Fair`], unlocking makes the longest waiter the owner; the mutex is never free in between.
//! With [`Fairness::Barging`], unlocking frees it and wakes all waiters, in queue order; each asks again with `retry`,
//! whoever asks first owns it, newcomers included, and a waiter that comes too late sleeps on in its old place.
//! *Who may unlock.* The owner only. (Promise-based libraries that keep no owner let anyone; here that is an error, because
//! an unlock by somebody else is nearly always the bug that a learner is looking for.)
//!
//! Does not own timeouts, nor what the lock protects.

use crate::wait_queue::WaitQueue;
use crate::{Actor, Fairness, Visit, Waiter, Woken};

#[cfg(test)]
mod tests;

/// Whether the owner may lock again.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Reentrancy {
    /// A second lock by the owner waits like anybody else's, for an unlock that then cannot come from the same task.
    NonReentrant,
    /// A second lock by the owner succeeds and must be given back separately.
    Reentrant,
}

/// How a mutex behaves.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct MutexOptions {
    /// Who owns it after an unlock.
    pub fairness: Fairness,
    /// Whether the owner may lock again.
    pub reentrancy: Reentrancy,
    /// Whether its owner is as urgent as the most urgent that waits.
    pub inheritance: Inheritance,
}

/// Whether the owner is as urgent as the most urgent that waits: see [`inherit`](crate::inherit). The mutex itself only
/// remembers it; the order of its queue is the same.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Inheritance {
    /// The owner's priority is its own.
    None,
    /// The owner inherits.
    Priority,
}

/// What became of a request for the lock.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Lock {
    /// The actor owns the mutex; the waiter token was not needed.
    Acquired,
    /// The waiter stands in the queue until a wake-up or a `cancel`.
    Queued,
}

/// Why an unlock changed nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnlockError {
    /// Nobody owns the mutex.
    NotLocked,
    /// Somebody else does.
    NotOwner {
        /// The one who does.
        owner: Actor,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Ownership {
    actor: Actor,
    holds: u32,
}

/// A mutual exclusion lock. Feed it with `lock`, `try_lock`, `unlock`; answer every [`Woken::Retry`] with either `retry`
/// or `cancel`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Mutex {
    fairness: Fairness,
    reentrancy: Reentrancy,
    inheritance: Inheritance,
    // Invariants:
    // (1) an owner has at least one hold, and exactly one unless the mutex is re-entrant;
    // (2) fair: while it is free nobody waits, and nobody is ever asked to retry;
    // (3) barging: while it is free nobody in the queue is asleep, so no wake-up can be lost, not even when a woken
    //     waiter is cancelled instead of asking again.
    ownership: Option<Ownership>,
    queue: WaitQueue,
}

impl Mutex {
    /// A mutex that nobody owns.
    #[must_use]
    pub fn new(options: MutexOptions) -> Self {
        let MutexOptions {
            fairness,
            reentrancy,
            inheritance,
        } = options;
        Self {
            fairness,
            reentrancy,
            inheritance,
            ownership: None,
            queue: WaitQueue::default(),
        }
    }

    /// Takes the lock if that is possible at once; never waits.
    #[must_use]
    pub fn try_lock(&mut self, actor: Actor) -> bool {
        let Some(current) = self.ownership.as_mut() else {
            self.ownership = Some(Ownership { actor, holds: 1 });
            return true;
        };
        match self.reentrancy {
            Reentrancy::Reentrant if current.actor == actor => {
                current.holds = current.holds.checked_add(1).expect("four billion holds of one lock");
                true
            }
            Reentrancy::Reentrant | Reentrancy::NonReentrant => false,
        }
    }

    /// Takes the lock, or joins the end of the queue as `waiter`.
    pub fn lock(&mut self, waiter: Waiter, actor: Actor) -> Lock {
        if self.try_lock(actor) {
            return Lock::Acquired;
        }
        self.queue.push_back(waiter, actor);
        Lock::Queued
    }

    /// A waiter that was woken with [`Woken::Retry`] asks again. When it is too late it keeps its place in the queue.
    ///
    /// Panics when `waiter` has no such wake-up left to answer.
    pub fn retry(&mut self, waiter: Waiter) -> Lock {
        // A task with two waits may own the lock through the first when it retries the second, hence `try_lock`.
        let actor = self.queue.actor_of(waiter);
        if actor.is_some_and(|actor| self.try_lock(actor)) {
            self.queue.admit(waiter);
            return Lock::Acquired;
        }
        self.queue.turn_away(waiter);
        Lock::Queued
    }

    /// Gives one hold back and, if it was the last, says who goes on because of it.
    pub fn unlock(&mut self, actor: Actor, woken: &mut Vec<Woken>) -> Result<(), UnlockError> {
        let current = self.ownership.as_mut().ok_or(UnlockError::NotLocked)?;
        if current.actor != actor {
            return Err(UnlockError::NotOwner { owner: current.actor });
        }
        if current.holds > 1 {
            current.holds -= 1;
            return Ok(());
        }
        self.free(woken);
        Ok(())
    }

    /// Gives all holds back, says how many they were and who goes on because of it: what waiting at a condition begins with.
    pub(crate) fn unlock_all(&mut self, actor: Actor, woken: &mut Vec<Woken>) -> Result<u32, UnlockError> {
        let current = self.ownership.ok_or(UnlockError::NotLocked)?;
        if current.actor != actor {
            return Err(UnlockError::NotOwner { owner: current.actor });
        }
        self.free(woken);
        Ok(current.holds)
    }

    /// Gives the owner holds that it had before it waited at a condition.
    pub(crate) fn add_holds(&mut self, holds: u32) {
        if let Some(current) = &mut self.ownership {
            current.holds = current.holds.saturating_add(holds);
        }
    }

    fn free(&mut self, woken: &mut Vec<Woken>) {
        self.ownership = None;
        match self.fairness {
            Fairness::Fair => {
                if let Some((waiter, next)) = self.queue.pop_front() {
                    self.ownership = Some(Ownership { actor: next, holds: 1 });
                    woken.push(Woken::Granted(waiter, next));
                }
            }
            Fairness::Barging => self.queue.wake_all(woken),
        }
    }

    /// Ends a wait without the lock and without a trace, also when it was woken to retry. `false` when `waiter` does not
    /// wait here; it may then have been made the owner already, which is the caller's to unlock.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.queue.remove(waiter).is_some()
    }

    /// Who owns it.
    #[must_use]
    pub fn owner(&self) -> Option<Actor> {
        self.ownership.map(|ownership| ownership.actor)
    }

    /// The same as a list of at most one.
    #[must_use]
    pub fn holder(&self) -> &[Actor] {
        let owner = self.ownership.as_ref().map(|ownership| &ownership.actor);
        owner.map_or(&[], std::slice::from_ref)
    }

    /// How often the owner has to unlock until the mutex is free; 0 when it is.
    #[must_use]
    pub fn holds(&self) -> u32 {
        self.ownership.map_or(0, |ownership| ownership.holds)
    }

    /// How many wait, those who were woken to retry included.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// The waits in the order of their arrival.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.queue.iter()
    }

    /// Who owns it after an unlock.
    #[must_use]
    pub fn fairness(&self) -> Fairness {
        self.fairness
    }

    /// Whether the owner may lock again.
    #[must_use]
    pub fn reentrancy(&self) -> Reentrancy {
        self.reentrancy
    }

    /// Whether its owner is as urgent as the most urgent that waits.
    #[must_use]
    pub fn inheritance(&self) -> Inheritance {
        self.inheritance
    }

    /// Tells what the state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let options = (self.inheritance as u64) << 2 | (self.fairness as u64) << 1 | self.reentrancy as u64;
        to.word(options << 32 | u64::from(self.holds()));
        self.owner().into_iter().for_each(|owner| to.actor(owner));
        to.queue(self.queue());
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        match (self.ownership, self.reentrancy) {
            (None, _) => {}
            (Some(Ownership { holds, .. }), Reentrancy::Reentrant) => {
                assert!(holds >= 1, "(1) an owner without a hold")
            }
            (Some(Ownership { holds, .. }), Reentrancy::NonReentrant) => assert_eq!(holds, 1, "(1) held twice"),
        }
        match self.fairness {
            Fairness::Fair => {
                assert!(
                    self.ownership.is_some() || self.queue.is_empty(),
                    "(2) someone waits for a free lock"
                );
                assert!(!self.queue.anyone_retrying(), "(2) a fair waiter was asked to retry");
            }
            Fairness::Barging => {
                assert!(
                    self.ownership.is_some() || !self.queue.anyone_asleep(),
                    "(3) a wake-up was lost"
                );
            }
        }
    }
}
