//! The readers-writer lock: any number of readers, or one writer, and one queue for all others.
//!
//! *Who waits.* A writer while anybody reads or writes; a reader while somebody writes. With [`Preference::Fair`] also a
//! reader who comes while anybody waits: that is what keeps writers from starving, and why a task that reads already and
//! asks to read again can wait for a writer who waits for it.
//! *Who is woken.* Fair: when the lock falls free, the first in line, and if that is a reader, all readers up to the next
//! writer with it. With [`Preference::Readers`] every reader goes in as soon as nobody writes, past whoever waits: best for
//! readers, and a writer may wait for ever while they keep coming.
//! *Who may unlock.* Whoever holds it in that way; the order in which readers came does not matter.
//!
//! The fair rule is that of tokio's `RwLock`; the other one is the first readers-writers problem of Courtois, Heymans and
//! Parnas, "Concurrent control with readers and writers", 1971. Left out are upgrading a read lock to a write lock and
//! downgrading.

use crate::usage::visit_holders;
use crate::wait_queue::WaitQueueOf;
use crate::{Actor, Lock, UnlockError, Visit, Waiter};

#[cfg(test)]
mod tests;

/// What a lock is wanted for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Access {
    /// To read, together with other readers.
    Read,
    /// To write, alone.
    Write,
}

/// Who goes first when readers come while a writer waits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Preference {
    /// Whoever came first.
    Fair,
    /// Readers, always.
    Readers,
}

/// A read lock was given back by someone who held none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct NotReading {
    /// How many read locks others hold.
    pub readers: usize,
}

/// A readers-writer lock. Feed it with `read_lock`, `write_lock` and their opposites.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct RwLock {
    preference: Preference,
    // Invariants:
    // (1) nobody reads while somebody writes;
    // (2) fair: the first in line could not go in: it is a writer and somebody reads, or anyone and somebody writes;
    // (3) readers preferred: while nobody writes no reader waits, and while nobody reads either nobody waits.
    writer: Option<Actor>,
    /// One entry per read lock, in the order of locking.
    readers: Vec<Actor>,
    queue: WaitQueueOf<Access>,
}

impl RwLock {
    /// A lock that nobody holds.
    #[must_use]
    pub fn new(preference: Preference) -> Self {
        Self {
            preference,
            writer: None,
            readers: Vec::new(),
            queue: WaitQueueOf::default(),
        }
    }

    /// Takes the lock if that is possible at once; never waits, and overtakes nobody whom the rule lets go first.
    #[must_use]
    pub fn try_lock(&mut self, access: Access, actor: Actor) -> bool {
        let is_passed = self.queue.is_empty() || (access, self.preference) == (Access::Read, Preference::Readers);
        let can_enter = is_passed && self.admits(access);
        if can_enter {
            self.enter(access, actor);
        }
        can_enter
    }

    /// Takes the lock, or joins the end of the queue as `waiter`.
    pub fn lock(&mut self, access: Access, waiter: Waiter, actor: Actor) -> Lock {
        if self.try_lock(access, actor) {
            return Lock::Acquired;
        }
        self.queue.push(waiter, actor, access);
        Lock::Queued
    }

    /// Gives one read lock back, and says who goes in because of it.
    pub fn read_unlock(&mut self, actor: Actor, admitted: &mut Vec<(Waiter, Actor, Access)>) -> Result<(), NotReading> {
        let held = self.readers.iter().rposition(|reader| *reader == actor);
        let Some(at) = held else {
            let readers = self.readers.len();
            return Err(NotReading { readers });
        };
        self.readers.remove(at);
        self.let_in(admitted);
        Ok(())
    }

    /// Gives the write lock back, and says who goes in because of it.
    pub fn write_unlock(
        &mut self,
        actor: Actor,
        admitted: &mut Vec<(Waiter, Actor, Access)>,
    ) -> Result<(), UnlockError> {
        let owner = self.writer.ok_or(UnlockError::NotLocked)?;
        if owner != actor {
            return Err(UnlockError::NotOwner { owner });
        }
        self.writer = None;
        self.let_in(admitted);
        Ok(())
    }

    /// Ends a wait without the lock and without a trace, and says who goes in because the one before them has gone.
    /// `false` when `waiter` does not wait here; it may then hold the lock already, which is the caller's to unlock.
    pub fn cancel(&mut self, waiter: Waiter, admitted: &mut Vec<(Waiter, Actor, Access)>) -> bool {
        let was_waiting = self.queue.remove(waiter).is_some();
        if was_waiting {
            self.let_in(admitted);
        }
        was_waiting
    }

    /// Who writes.
    #[must_use]
    pub fn writer(&self) -> Option<Actor> {
        self.writer
    }

    /// The same as a list of at most one.
    #[must_use]
    pub fn writers(&self) -> &[Actor] {
        self.writer.as_slice()
    }

    /// Who reads: one entry for each read lock, in the order of locking.
    #[must_use]
    pub fn readers(&self) -> &[Actor] {
        &self.readers
    }

    /// How many wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// The waits in the order of their arrival, and what for.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor, Access)> + ExactSizeIterator {
        self.queue
            .entries()
            .map(|entry| (entry.waiter, entry.actor, entry.what))
    }

    /// Who goes first when readers come while a writer waits.
    #[must_use]
    pub fn preference(&self) -> Preference {
        self.preference
    }

    /// Tells what the state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let options = (self.preference as u64) << 1 | u64::from(self.writer.is_some());
        to.word(options << 32 | self.readers.len() as u64);
        self.writer.into_iter().for_each(|writer| to.actor(writer));
        visit_holders(&self.readers, to);
        to.word(self.queue.len() as u64);
        for (waiter, actor, access) in self.queue() {
            to.word(u64::from(actor.0) << 1 | access as u64);
            to.waiter(waiter);
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        assert!(
            self.writer.is_none() || self.readers.is_empty(),
            "(1) {:?} reads while {:?} writes",
            self.readers,
            self.writer
        );
        match self.preference {
            Preference::Fair => {
                let front = self.queue.front();
                assert!(
                    front.is_none_or(|front| !self.admits(front.what)),
                    "(2) {front:?} waits for nothing"
                );
            }
            Preference::Readers => {
                let is_reader_kept = self.writer.is_none() && self.queue().any(|(_, _, access)| access == Access::Read);
                let is_free = self.writer.is_none() && self.readers.is_empty();
                assert!(!is_reader_kept, "(3) a reader waits for nobody who writes");
                assert!(!is_free || self.queue.is_empty(), "(3) someone waits for a free lock");
            }
        }
    }

    fn admits(&self, access: Access) -> bool {
        match access {
            Access::Read => self.writer.is_none(),
            Access::Write => self.writer.is_none() && self.readers.is_empty(),
        }
    }

    fn enter(&mut self, access: Access, actor: Actor) {
        match access {
            Access::Read => self.readers.push(actor),
            Access::Write => self.writer = Some(actor),
        }
    }

    /// Lets everyone in who need not wait any more.
    fn let_in(&mut self, admitted: &mut Vec<(Waiter, Actor, Access)>) {
        if self.preference == Preference::Readers && self.writer.is_none() {
            let readers = self.queue().filter(|(_, _, access)| *access == Access::Read);
            for (waiter, actor, access) in readers.collect::<Vec<_>>() {
                self.queue.remove(waiter);
                self.enter(access, actor);
                admitted.push((waiter, actor, access));
            }
        }
        while let Some(access) = self.queue.front().map(|front| front.what)
            && self.admits(access)
            && let Some(first) = self.queue.pop()
        {
            self.enter(access, first.actor);
            admitted.push((first.waiter, first.actor, access));
        }
    }
}
