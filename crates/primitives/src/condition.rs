//! The condition variable: a queue at which the holder of a mutex waits for news, without the mutex.
//!
//! *Who waits.* Whoever holds the mutex and asks to: in one step it gives the mutex back, all holds of it, and joins the
//! queue. Whoever does not hold it is refused.
//! *Who is woken.* `notify_one` moves the longest waiter from this queue to the mutex's, or makes it the owner if the mutex
//! is free; `notify_all` moves everyone, in order. The wait is over only when the mutex is held again, as often as before.
//! So between a notification and the end of the wait others can hold the mutex and undo what was waited for: the reason for
//! `while` around every wait (Mesa's rule, not Hoare's: Lampson and Redell, "Experience with processes and monitors in
//! Mesa", 1980). A notification while nobody waits is lost. Nobody is ever woken without one.
//! *What ends a wait early.* `give_up`, for a time limit or an abort: the waiter moves to the mutex's queue all the same.
//! Once it has been notified it is too late to give up.
//!
//! Owns who waits here and who is on the way back to the mutex; the mutex is its caller's, which hands it in. Notifying
//! without the mutex is allowed, as in POSIX and unlike Java.

use crate::wait_queue::WaitQueueOf;
use crate::{Actor, Lock, Mutex, UnlockError, Visit, Waiter, Woken};

/// How a wait ended.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Ending {
    /// By a notification.
    Notified,
    /// By its time limit.
    TimedOut,
    /// By its signal.
    Aborted,
}

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
    holds: u32,
    ending: Ending,
}

/// A condition variable. Whenever the mutex grants a waiter that came from here, `returned` is to be called.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Condition {
    // Invariant: (1) nobody waits here and is on the way back at once.
    /// Each with the holds that it gave up.
    queue: WaitQueueOf<u32>,
    /// In the order in which they left.
    returning: Vec<Returning>,
}

impl Condition {
    /// A condition at which nobody waits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives `mutex` back and waits; says who gets the mutex because of it.
    pub fn wait(
        &mut self,
        waiter: Waiter,
        actor: Actor,
        mutex: &mut Mutex,
        woken: &mut Vec<Woken>,
    ) -> Result<(), UnlockError> {
        let holds = mutex.unlock_all(actor, woken)?;
        self.queue.push(waiter, actor, holds);
        Ok(())
    }

    /// Sends the longest waiter to the mutex.
    pub fn notify_one(&mut self, mutex: &mut Mutex) -> Option<Leaver> {
        let first = self.queue.pop()?;
        Some(self.leave(first.waiter, first.actor, first.what, Ending::Notified, mutex))
    }

    /// Sends everyone to the mutex, in order.
    pub fn notify_all(&mut self, mutex: &mut Mutex) -> Vec<Leaver> {
        std::iter::from_fn(|| self.notify_one(mutex)).collect()
    }

    /// Ends the wait without a notification, for the reason `ending`, and sends the waiter to the mutex. `None` when it
    /// does not wait here: it may have been notified already.
    pub fn give_up(&mut self, waiter: Waiter, ending: Ending, mutex: &mut Mutex) -> Option<Leaver> {
        let holds = self.queue.entries().find(|entry| entry.waiter == waiter)?.what;
        let actor = self.queue.remove(waiter)?;
        Some(self.leave(waiter, actor, holds, ending, mutex))
    }

    /// The mutex has granted `waiter`: gives it the rest of its holds back and says how its wait ended. `None` when it does
    /// not come from here.
    pub fn returned(&mut self, waiter: Waiter, mutex: &mut Mutex) -> Option<Ending> {
        let at = self.returning.iter().position(|returning| returning.waiter == waiter)?;
        let returning = self.returning.remove(at);
        mutex.add_holds(returning.holds - 1);
        Some(returning.ending)
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
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        to.word((self.queue.len() as u64) << 32 | self.returning.len() as u64);
        for entry in self.queue.entries() {
            to.word(u64::from(entry.actor.0) << 32 | u64::from(entry.what));
            to.waiter(entry.waiter);
        }
        // With a fair mutex they get it in the order in which they left.
        for returning in &self.returning {
            to.word((returning.ending as u64) << 32 | u64::from(returning.holds));
            to.waiter(returning.waiter);
        }
    }

    /// Panics unless the numbered invariant holds; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        for returning in &self.returning {
            assert!(!self.is_waiting(returning.waiter), "(1) {returning:?} also waits");
            assert!(returning.holds > 0, "{returning:?} held nothing");
        }
    }

    fn leave(&mut self, waiter: Waiter, actor: Actor, holds: u32, ending: Ending, mutex: &mut Mutex) -> Leaver {
        self.returning.push(Returning { waiter, holds, ending });
        let lock = mutex.lock(waiter, actor);
        Leaver { waiter, actor, lock }
    }
}
