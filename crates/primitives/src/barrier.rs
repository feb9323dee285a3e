//! The barrier: a number of parties, none of whom goes on before all have arrived.
//!
//! *Who waits.* Whoever arrives while others are still missing.
//! *Who is woken.* The last to arrive lets all others go, in the order of their arrival, and does not wait itself. The
//! barrier is then as it was at first, for the next round: it has generations, and nobody of one can meet the next, because
//! all have gone on before anybody can arrive again.
//! *What a cancelled wait does.* It undoes the arrival: one more is missing again, and nobody else notices. So it is in
//! Python's `asyncio.Barrier` and in .NET's `Barrier`. Java's `CyclicBarrier` and Python's `threading.Barrier` break for all
//! parties instead; that is left out, because a wait that is given up leaves no trace anywhere here.
//!
//! More tasks than parties may use it; each group of as many as there are parties goes on together.

use crate::wait_queue::WaitQueue;
use crate::{Actor, Visit, Waiter, Woken};

#[cfg(test)]
mod tests;

/// What became of an arrival.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Meeting {
    /// All are there: everyone goes on.
    Last,
    /// The waiter stands in the queue until the last arrives or a `cancel`.
    Queued,
}

/// A reusable meeting point.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Barrier {
    parties: u32,
    // Invariant: (1) fewer wait than there are parties.
    queue: WaitQueue,
}

impl Barrier {
    /// A barrier for at least one party.
    #[must_use]
    pub fn new(parties: u32) -> Self {
        assert!(parties > 0, "a barrier for nobody");
        Self {
            parties,
            queue: WaitQueue::default(),
        }
    }

    /// Arrives: lets everyone go if nobody is missing any more, or joins those who wait.
    pub fn arrive(&mut self, waiter: Waiter, actor: Actor, woken: &mut Vec<Woken>) -> Meeting {
        if self.missing() > 1 {
            self.queue.push_back(waiter, actor);
            return Meeting::Queued;
        }
        self.queue.grant_all(woken);
        Meeting::Last
    }

    /// Undoes an arrival. `false` when `waiter` does not wait here.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.queue.remove(waiter).is_some()
    }

    /// How many have to arrive together.
    #[must_use]
    pub fn parties(&self) -> u32 {
        self.parties
    }

    /// How many have not arrived yet.
    #[must_use]
    pub fn missing(&self) -> u32 {
        self.parties - self.queue.len() as u32
    }

    /// How many wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// The waits in the order of arrival.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.queue.iter()
    }

    /// Tells what the state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        to.word(u64::from(self.parties));
        to.queue(self.queue());
    }

    /// Panics unless the numbered invariant holds; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        assert!(
            self.queue.len() < self.parties as usize,
            "(1) all {} are there and wait",
            self.parties
        );
    }
}
