//! The condition variable: a queue at which the holder of a mutex waits for news, without the mutex.
//!
//! *Who waits.* Whoever holds the mutex and asks to: in one step it gives the mutex back, all holds of it, and joins the
//! queue. Whoever does not hold it is refused.
//! *Who is woken.* `notify_one` moves the longest waiter from this queue to the mutex's, or makes it the owner if the mutex
//! is free; `notify_all` moves everyone, in order. The wait is over only when the mutex is held again, as often as before.
//! So between a notification and the end of the wait others can hold the mutex and undo what was waited for: the reason for
//! `while` around every wait (Mesa's rule, not Hoare's: Lampson and Redell, "Experience with processes and monitors in
//! Mesa", 1980). A notification while nobody waits is lost. Nobody is ever woken without one.
//! *What ends a wait early.* `cancel`, for a time limit, an abort or the end of a task: the waiter leaves this queue, or the
//! mutex's if it has been notified, without the mutex. Whoever waited is owed its holds, and takes them back with `relock`
//! before it goes on, in line with everybody else.
//!
//! Owns who waits here, who is on the way back to the mutex and who is owed what; the mutex is its caller's, which hands it
//! in, and `V` is by what the caller knows it. Notifying without the mutex is allowed, as in POSIX and unlike Java.

use crate::wait_queue::WaitQueueOf;
use crate::{Actor, Lock, Mutex, UnlockError, Visit, Waiter, Woken};

#[cfg(test)]
mod tests;

/// A waiter that has left the queue of the condition for the mutex.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Leaver {
    /// Its token, which it keeps.
    pub waiter: Waiter,
    /// Who waits.
    pub actor: Actor,
    /// What the mutex says: it owns it, and the caller ends the wait with `returned`; or it waits in that queue.
    pub lock: Lock,
}

/// On the way back to the mutex.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Returning {
    waiter: Waiter,
    actor: Actor,
    holds: u32,
}

/// A condition variable. Whenever the mutex grants a waiter that came from here, `returned` is to be called.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Condition<V> {
    mutex: V,
    // Invariants:
    // (1) nobody waits here and is on the way back at once;
    // (2) whoever is on the way back or is owed something gave up at least one hold.
    /// Each with the holds that it gave up.
    queue: WaitQueueOf<u32>,
    /// In the order in which they left.
    returning: Vec<Returning>,
    /// Whose wait ended early, with the holds that they gave up.
    owed: Vec<(Actor, u32)>,
}

impl<V> Condition<V> {
    /// A condition at which nobody waits, of the mutex that its caller knows as `mutex`.
    #[must_use]
    pub fn new(mutex: V) -> Self {
        Self {
            mutex,
            queue: WaitQueueOf::default(),
            returning: Vec::new(),
            owed: Vec::new(),
        }
    }

    /// By what the caller knows the mutex.
    pub fn mutex(&self) -> &V {
        &self.mutex
    }

    /// Gives `mutex` back and waits; says how many holds were given up and who gets the mutex because of it.
    pub fn wait(
        &mut self,
        waiter: Waiter,
        actor: Actor,
        mutex: &mut Mutex,
        woken: &mut Vec<Woken>,
    ) -> Result<u32, UnlockError> {
        let holds = mutex.unlock_all(actor, woken)?;
        self.queue.push(waiter, actor, holds);
        Ok(holds)
    }

    /// Sends the longest waiter to the mutex.
    pub fn notify_one(&mut self, mutex: &mut Mutex) -> Option<Leaver> {
        let first = self.queue.pop()?;
        Some(self.leave(first.waiter, first.actor, first.what, mutex))
    }

    /// Sends everyone to the mutex, in order.
    pub fn notify_all(&mut self, mutex: &mut Mutex) -> Vec<Leaver> {
        std::iter::from_fn(|| self.notify_one(mutex)).collect()
    }

    /// Ends a wait without the mutex, also when it has been notified; the notification is lost then. Whoever waited is owed
    /// its holds. `false` when `waiter` does not wait here, nor for the mutex because of it.
    pub fn cancel(&mut self, waiter: Waiter, mutex: &mut Mutex) -> bool {
        let returning = self.returning.iter().position(|returning| returning.waiter == waiter);
        if let Some(at) = returning
            && mutex.cancel(waiter)
        {
            let Returning { actor, holds, .. } = self.returning.remove(at);
            self.owed.push((actor, holds));
            return true;
        }
        let waiting = self.queue.entries().find(|entry| entry.waiter == waiter).copied();
        let Some(waiting) = waiting else { return false };
        self.queue.remove(waiter);
        self.owed.push((waiting.actor, waiting.what));
        true
    }

    /// Whoever is owed holds asks for the mutex, as `waiter`. `None` when it is owed nothing.
    pub fn relock(&mut self, waiter: Waiter, actor: Actor, mutex: &mut Mutex) -> Option<Lock> {
        let at = self.owed.iter().position(|(owed, _)| *owed == actor)?;
        let (_, holds) = self.owed.remove(at);
        Some(self.leave(waiter, actor, holds, mutex).lock)
    }

    /// The mutex has granted `waiter`: gives it the rest of its holds back, and says how many that were.
    pub fn returned(&mut self, waiter: Waiter, mutex: &mut Mutex) -> u32 {
        let Some(at) = self.returning.iter().position(|returning| returning.waiter == waiter) else {
            return 0;
        };
        let rest = self.returning.remove(at).holds - 1;
        mutex.add_holds(rest);
        rest
    }

    /// How many wait for a notification.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// How many wait for the mutex instead.
    #[must_use]
    pub fn returning(&self) -> usize {
        self.returning.len()
    }

    /// Whether `waiter` waits for a notification.
    #[must_use]
    pub fn is_waiting(&self, waiter: Waiter) -> bool {
        self.queue.entries().any(|entry| entry.waiter == waiter)
    }

    /// The waits in the order of their arrival.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.queue.iter()
    }

    /// Tells what the state consists of.
    pub fn visit(&self, to: &mut impl Visit<V>) {
        to.value(&self.mutex);
        to.word((self.queue.len() as u64) << 32 | self.returning.len() as u64);
        for entry in self.queue.entries() {
            to.word(u64::from(entry.actor.0) << 32 | u64::from(entry.what));
            to.waiter(entry.waiter);
        }
        // With a fair mutex they get it in the order in which they left.
        for returning in &self.returning {
            to.word(u64::from(returning.actor.0) << 32 | u64::from(returning.holds));
            to.waiter(returning.waiter);
        }
        let mut owed = self.owed.clone();
        owed.sort_unstable();
        to.word(owed.len() as u64);
        for (actor, holds) in owed {
            to.word(u64::from(actor.0) << 32 | u64::from(holds));
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        for returning in &self.returning {
            assert!(!self.is_waiting(returning.waiter), "(1) {returning:?} also waits");
        }
        let returning = self.returning.iter().map(|returning| returning.holds);
        let mut given_up = returning.chain(self.owed.iter().map(|(_, holds)| *holds));
        assert!(given_up.all(|holds| holds > 0), "(2) nothing was given up");
    }

    fn leave(&mut self, waiter: Waiter, actor: Actor, holds: u32, mutex: &mut Mutex) -> Leaver {
        self.returning.push(Returning { waiter, actor, holds });
        let lock = mutex.lock(waiter, actor);
        Leaver { waiter, actor, lock }
    }
}
