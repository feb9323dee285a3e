//! The weighted semaphore: units of a capacity, of which each request takes as many as it says it weighs.
//!
//! *Who waits.* Whoever asks for more units than are available, and everyone who asks while somebody waits: the queue is
//! strictly first in, first out. So a heavy request at its head blocks light ones behind it that would fit; what that buys
//! is that it cannot starve.
//! *Who is woken.* A release hands its units to the first in line, and on to the next as long as they suffice. The end of a
//! wait at the head does the same.
//! *Who may release.* Anyone, as with the plain semaphore: the first release of units that their actor does not hold makes
//! it a signal for good. No release brings more units than the capacity.
//!
//! Go's `golang.org/x/sync/semaphore` has the same rule. A weight above the capacity could never be granted and is refused;
//! so is a weight of nothing.

use crate::wait_queue::WaitQueueOf;
use crate::{Acquire, Actor, Visit, Waiter};

#[cfg(test)]
mod tests;

/// A weight that cannot be asked for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum WeightError {
    /// It weighs nothing.
    Zero,
    /// It weighs more than there will ever be.
    AboveCapacity {
        /// That much.
        capacity: u32,
    },
}

/// Why a release of units changed nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ReleaseUnitsError {
    /// Nothing was to be released.
    Zero,
    /// More units would be available than there are.
    AboveCapacity {
        /// So many are available now.
        available: u32,
        /// So many there are.
        capacity: u32,
    },
}

/// How many units somebody holds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Holding {
    /// Who.
    pub actor: Actor,
    /// How many, at least one.
    pub units: u32,
}

/// A semaphore whose requests weigh different amounts.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct WeightedSemaphore {
    capacity: u32,
    // Invariants:
    // (1) `available` never exceeds `capacity`;
    // (2) used as a limit, every unit is available or held, and nobody holds none;
    // (3) the first in line asks for more than is available.
    available: u32,
    /// One entry for each who holds units, in the order of first acquisition; `None` for a signal.
    holdings: Option<Vec<Holding>>,
    queue: WaitQueueOf<u32>,
}

impl WeightedSemaphore {
    /// A semaphore with all its units available.
    #[must_use]
    pub fn new(capacity: u32) -> Self {
        Self {
            capacity,
            available: capacity,
            holdings: Some(Vec::new()),
            queue: WaitQueueOf::default(),
        }
    }

    /// Takes `weight` units if nobody waits and they are available; never waits.
    pub fn try_acquire(&mut self, weight: u32, actor: Actor) -> Result<bool, WeightError> {
        self.judge(weight)?;
        let is_granted = self.queue.is_empty() && weight <= self.available;
        if is_granted {
            self.take(weight, actor);
        }
        Ok(is_granted)
    }

    /// Takes `weight` units, or joins the end of the queue as `waiter`.
    pub fn acquire(&mut self, weight: u32, waiter: Waiter, actor: Actor) -> Result<Acquire, WeightError> {
        if self.try_acquire(weight, actor)? {
            return Ok(Acquire::Granted);
        }
        self.queue.push(waiter, actor, weight);
        Ok(Acquire::Queued)
    }

    /// Gives units back and says who goes on because of it.
    pub fn release(
        &mut self,
        weight: u32,
        actor: Actor,
        granted: &mut Vec<(Waiter, Actor, u32)>,
    ) -> Result<(), ReleaseUnitsError> {
        let (available, capacity) = (self.available, self.capacity);
        if weight == 0 {
            return Err(ReleaseUnitsError::Zero);
        }
        if weight > capacity - available {
            return Err(ReleaseUnitsError::AboveCapacity { available, capacity });
        }
        self.available += weight;
        self.unbook(weight, actor);
        self.serve(granted);
        Ok(())
    }

    /// Ends a wait without units and without a trace, and says who goes on because the one before them has gone. `false`
    /// when `waiter` does not wait here; it may then have been granted its units, which are the caller's to release.
    pub fn cancel(&mut self, waiter: Waiter, granted: &mut Vec<(Waiter, Actor, u32)>) -> bool {
        let was_waiting = self.queue.remove(waiter).is_some();
        if was_waiting {
            self.serve(granted);
        }
        was_waiting
    }

    /// Units that can be had at once, if nobody waits.
    #[must_use]
    pub fn available(&self) -> u32 {
        self.available
    }

    /// All units that there are.
    #[must_use]
    pub fn capacity(&self) -> u32 {
        self.capacity
    }

    /// How many wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// Who holds how many units, in the order of first acquisition. Empty for a signal.
    #[must_use]
    pub fn holdings(&self) -> &[Holding] {
        self.holdings.as_deref().unwrap_or_default()
    }

    /// Whether some release came from an actor that did not hold as many units.
    #[must_use]
    pub fn used_as_signal(&self) -> bool {
        self.holdings.is_none()
    }

    /// The waits in the order of their arrival, with their weights.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor, u32)> + ExactSizeIterator {
        self.queue
            .entries()
            .map(|entry| (entry.waiter, entry.actor, entry.what))
    }

    /// Tells what the state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        to.word(u64::from(self.capacity) << 32 | u64::from(self.available));
        to.word(u64::from(self.used_as_signal()) << 32 | self.holdings().len() as u64);
        let mut holdings = self.holdings().to_vec();
        holdings.sort_unstable_by_key(|holding| holding.actor);
        for Holding { actor, units } in holdings {
            to.word(u64::from(actor.0) << 32 | u64::from(units));
        }
        to.word(self.queue.len() as u64);
        for (waiter, actor, weight) in self.queue() {
            to.word(u64::from(actor.0) << 32 | u64::from(weight));
            to.waiter(waiter);
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        assert!(self.available <= self.capacity, "(1) {} available", self.available);
        if let Some(holdings) = &self.holdings {
            let held: u32 = holdings.iter().map(|holding| holding.units).sum();
            assert_eq!(self.available + held, self.capacity, "(2) a unit went missing");
            assert!(holdings.iter().all(|holding| holding.units > 0), "(2) {holdings:?}");
        }
        let front = self.queue.front();
        assert!(
            front.is_none_or(|front| front.what > self.available),
            "(3) {front:?} waits for units that are there"
        );
    }

    /// Whether so many units can ever be had.
    pub fn judge(&self, weight: u32) -> Result<(), WeightError> {
        let capacity = self.capacity;
        match weight {
            0 => Err(WeightError::Zero),
            weight if weight > capacity => Err(WeightError::AboveCapacity { capacity }),
            _ => Ok(()),
        }
    }

    fn take(&mut self, units: u32, actor: Actor) {
        self.available -= units;
        let Some(holdings) = &mut self.holdings else { return };
        match holdings.iter_mut().find(|holding| holding.actor == actor) {
            Some(holding) => holding.units += units,
            None => holdings.push(Holding { actor, units }),
        }
    }

    fn unbook(&mut self, units: u32, actor: Actor) {
        let Some(holdings) = &mut self.holdings else { return };
        let found = holdings
            .iter()
            .position(|holding| holding.actor == actor && holding.units >= units);
        let Some(at) = found else {
            self.holdings = None;
            return;
        };
        holdings[at].units -= units;
        if holdings[at].units == 0 {
            holdings.remove(at);
        }
    }

    /// Hands out what is available, first come first.
    fn serve(&mut self, granted: &mut Vec<(Waiter, Actor, u32)>) {
        while let Some(weight) = self.queue.front().map(|front| front.what)
            && weight <= self.available
            && let Some(first) = self.queue.pop()
        {
            self.take(weight, first.actor);
            granted.push((first.waiter, first.actor, weight));
        }
    }
}
