//! The database: rows that transactions read and write under each other's eyes, as little as the isolation level allows.
//!
//! *Who waits.* A transaction that wants to write a row (or reads it for update) that another has written and not committed, in
//! the order of asking. *Who is woken.* When a transaction ends, the longest waiter for each row that it had locked.
//! *Who sees what.* With [`Isolation::ReadCommitted`], what is committed at the moment of each read. With
//! [`Isolation::Snapshot`], what was committed when the transaction began; whoever then wants to write a row that somebody has
//! committed since is aborted, so that no update is lost, but two may each read what the other writes (write skew). With
//! [`Isolation::Serializable`], the same, and whoever has written anything is aborted at its commit if a row that it has read
//! was committed by somebody since: all transactions could have run one after another, in the order of their commits.
//! *Deadlock.* Two that wait for each other's rows wait for ever, or the one that began last is aborted.
//!
//! The levels are PostgreSQL's, with the optimistic check of Kung and Robinson ("On Optimistic Methods for Concurrency
//! Control", 1981) for the strictest, which aborts some that PostgreSQL would let pass, and none wrongly. Left out: queries
//! over many rows and what they would have to lock, savepoints, and anything that lasts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::{Actor, Visit, Waiter};

mod locks;
#[cfg(test)]
mod tests;

use locks::{Locks, Serial};

/// What a row is called.
pub type Key = Arc<str>;

/// What a transaction sees of others.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Isolation {
    /// Whatever is committed by the time of each read.
    ReadCommitted,
    /// What was committed when it began.
    Snapshot,
    /// The same, and it only commits if that makes no difference.
    Serializable,
}

/// What is done about transactions that wait for each other.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DeadlockRule {
    /// They wait for ever.
    Wait,
    /// The one of them that began last is aborted.
    AbortYoungest,
}

/// Why a transaction was aborted.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Aborted {
    /// It depends on a row that another transaction has committed since it began.
    Conflict(Key),
    /// It waited for a row in a circle with others, and began last.
    Deadlock(Key),
    /// It ended, by a commit or a rollback of its own, while this still waited for a row.
    Ended,
}

/// Why an operation changed nothing.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum TransactionError {
    /// The transaction has ended before.
    Over,
    /// It ended with this operation: what it wrote is undone.
    Aborted(Aborted),
}

/// What became of a request for a row.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum RowLock {
    /// The transaction may write the row; the waiter token was not needed.
    Locked,
    /// It waits for a [`RowGranted`] with its token.
    Queued,
}

/// A wait for a row that is over.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use = "a wake-up that is dropped leaves its task asleep for ever"]
pub struct RowGranted {
    /// Whose.
    pub waiter: Waiter,
    /// On whose behalf.
    pub actor: Actor,
    /// Whether its transaction may write the row now, or was aborted.
    pub outcome: Result<Key, Aborted>,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Transaction<V> {
    serial: Serial,
    handle: V,
    actor: Actor,
    isolation: Isolation,
    writes: BTreeMap<Key, Option<V>>,
    /// What rows that others have committed since it began were before. Empty unless it sees a snapshot.
    before: BTreeMap<Key, Option<V>>,
    /// What it has read. Empty unless it is serializable.
    reads: BTreeSet<Key>,
}

/// A database. A transaction is known by the value that it was begun with. Feed it with `begin`, `get`, `lock` and then
/// `write`, and `commit` or `roll_back`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Database<V> {
    deadlocks: DeadlockRule,
    committed: BTreeMap<Key, V>,
    // Invariants:
    // (1) transactions are in the order of their beginning, and no two have the same handle;
    // (2) whoever has written a row has locked it;
    // (3) every lock belongs to a transaction that goes on, and so does every wait for one; nobody waits for its own;
    // (4) with `AbortYoungest`, nobody waits in a circle.
    transactions: Vec<Transaction<V>>,
    locks: Locks,
    next: u64,
}

impl<V: Clone + PartialEq> Database<V> {
    /// A database with these rows.
    #[must_use]
    pub fn new(rows: impl IntoIterator<Item = (Key, V)>, deadlocks: DeadlockRule) -> Self {
        Self {
            deadlocks,
            committed: rows.into_iter().collect(),
            transactions: Vec::new(),
            locks: Locks::default(),
            next: 0,
        }
    }

    /// Begins a transaction that is known by `handle` from here on.
    pub fn begin(&mut self, handle: V, actor: Actor, isolation: Isolation) {
        debug_assert!(self.position(&handle).is_none(), "a transaction that goes on already");
        self.transactions.push(Transaction {
            serial: Serial(self.next),
            handle,
            actor,
            isolation,
            writes: BTreeMap::new(),
            before: BTreeMap::new(),
            reads: BTreeSet::new(),
        });
        self.next += 1;
    }

    /// What a transaction sees in a row.
    pub fn get(&mut self, handle: &V, key: &Key) -> Result<Option<V>, TransactionError> {
        let at = self.position(handle).ok_or(TransactionError::Over)?;
        let transaction = &mut self.transactions[at];
        match transaction.isolation {
            Isolation::Serializable => drop(transaction.reads.insert(key.clone())),
            Isolation::ReadCommitted | Isolation::Snapshot => {}
        }
        let own = transaction.writes.get(key).or_else(|| transaction.before.get(key));
        Ok(own.cloned().unwrap_or_else(|| self.committed.get(key).cloned()))
    }

    /// Locks a row for a transaction until it ends, or joins the end of those who wait for it.
    pub fn lock(
        &mut self,
        handle: &V,
        key: &Key,
        waiter: Waiter,
        actor: Actor,
        woken: &mut Vec<RowGranted>,
    ) -> Result<RowLock, TransactionError> {
        let at = self.position(handle).ok_or(TransactionError::Over)?;
        let serial = self.transactions[at].serial;
        if self.transactions[at].before.contains_key(key) {
            let why = Aborted::Conflict(key.clone());
            self.end(serial, &why, woken);
            return Err(TransactionError::Aborted(why));
        }
        if self.locks.try_lock(key, serial) {
            return Ok(RowLock::Locked);
        }
        self.locks.enqueue(key, serial, waiter, actor);
        match self.deadlocks {
            DeadlockRule::Wait => {}
            DeadlockRule::AbortYoungest => {
                while let Some(youngest) = self.locks.circle_through(serial).into_iter().max() {
                    let wanted = self.locks.wanted_by(youngest).unwrap_or_else(|| key.clone());
                    let why = Aborted::Deadlock(wanted);
                    if youngest == serial {
                        self.locks.cancel(waiter);
                        self.end(serial, &why, woken);
                        return Err(TransactionError::Aborted(why));
                    }
                    self.end(youngest, &why, woken);
                }
            }
        }
        Ok(RowLock::Queued)
    }

    /// Writes a row that the transaction has locked, or deletes it; nobody else sees it before the commit.
    pub fn write(&mut self, handle: &V, key: &Key, value: Option<V>) -> Result<(), TransactionError> {
        let at = self.position(handle).ok_or(TransactionError::Over)?;
        let transaction = &mut self.transactions[at];
        assert_eq!(self.locks.owner(key), Some(transaction.serial), "{key} is not locked");
        transaction.writes.insert(key.clone(), value);
        Ok(())
    }

    /// Makes what a transaction has written everybody's, unless it may not; returns the rows that it wrote.
    pub fn commit(&mut self, handle: &V, woken: &mut Vec<RowGranted>) -> Result<Vec<Key>, TransactionError> {
        let at = self.position(handle).ok_or(TransactionError::Over)?;
        let transaction = &self.transactions[at];
        let serial = transaction.serial;
        let stale = transaction
            .reads
            .iter()
            .find(|key| transaction.before.contains_key(*key));
        if let Some(key) = stale.filter(|_| !transaction.writes.is_empty()) {
            let why = Aborted::Conflict(key.clone());
            self.end(serial, &why, woken);
            return Err(TransactionError::Aborted(why));
        }
        let writes = std::mem::take(&mut self.transactions[at].writes);
        let keys = writes.keys().cloned().collect();
        for (key, value) in writes {
            self.install(serial, key, value);
        }
        self.end(serial, &Aborted::Ended, woken);
        Ok(keys)
    }

    /// Undoes what a transaction has written. `false` when it has ended before.
    pub fn roll_back(&mut self, handle: &V, woken: &mut Vec<RowGranted>) -> bool {
        let Some(at) = self.position(handle) else {
            return false;
        };
        let serial = self.transactions[at].serial;
        self.end(serial, &Aborted::Ended, woken);
        true
    }

    /// Ends a wait for a row without a trace; the transaction goes on. `false` when `waiter` does not wait here.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.locks.cancel(waiter)
    }

    /// The committed rows, by key.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = (&Key, &V)> {
        self.committed.iter()
    }

    /// Transactions that have neither been committed nor undone.
    #[must_use]
    pub fn open(&self) -> usize {
        self.transactions.len()
    }

    /// Who began a transaction that goes on, oldest first.
    pub fn holders(&self) -> impl Iterator<Item = Actor> {
        self.transactions.iter().map(|transaction| transaction.actor)
    }

    /// Every locked row: whose transaction has it, and who waits for it in which order.
    pub fn locks(&self) -> impl Iterator<Item = (&Key, Actor, Vec<(Waiter, Actor)>)> {
        self.locks
            .iter()
            .map(|(key, owner, waits)| (key, self.actor_of(owner), waits))
    }

    /// What a wait is for.
    #[must_use]
    pub fn wanted(&self, waiter: Waiter) -> Option<(Key, Actor)> {
        let mut locks = self.locks();
        let found = locks.find(|(_, _, waits)| waits.iter().any(|&(token, _)| token == waiter));
        found.map(|(key, owner, _)| (key.clone(), owner))
    }

    /// Tells what its state consists of. Transactions are named by their age.
    pub fn visit(&self, to: &mut impl Visit<V>) {
        to.word(self.deadlocks as u64);
        to.word(self.committed.len() as u64);
        for (key, value) in &self.committed {
            tell_key(key, to);
            to.value(value);
        }
        to.word(self.transactions.len() as u64);
        for transaction in &self.transactions {
            to.word(transaction.isolation as u64);
            to.actor(transaction.actor);
            to.value(&transaction.handle);
            for rows in [&transaction.writes, &transaction.before] {
                to.word(rows.len() as u64);
                for (key, value) in rows {
                    tell_key(key, to);
                    to.word(u64::from(value.is_some()));
                    value.iter().for_each(|value| to.value(value));
                }
            }
            to.word(transaction.reads.len() as u64);
            transaction.reads.iter().for_each(|key| tell_key(key, to));
        }
        let age = |serial| self.transactions.iter().position(|other| other.serial == serial);
        self.locks.visit(|serial| age(serial).unwrap_or(usize::MAX) as u64, to);
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        let serials: Vec<Serial> = self.transactions.iter().map(|transaction| transaction.serial).collect();
        assert!(
            serials.windows(2).all(|pair| pair[0] < pair[1]),
            "(1) out of order: {serials:?}"
        );
        for (at, transaction) in self.transactions.iter().enumerate() {
            assert_eq!(self.position(&transaction.handle), Some(at), "(1) two with one handle");
            for key in transaction.writes.keys() {
                assert_eq!(
                    self.locks.owner(key),
                    Some(transaction.serial),
                    "(2) {key} was written unlocked"
                );
            }
        }
        self.locks.assert_invariants(&serials);
        if self.deadlocks == DeadlockRule::AbortYoungest {
            assert!(
                serials
                    .iter()
                    .all(|&serial| self.locks.circle_through(serial).is_empty()),
                "(4) a circle"
            );
        }
    }

    fn position(&self, handle: &V) -> Option<usize> {
        self.transactions
            .iter()
            .position(|transaction| transaction.handle == *handle)
    }

    fn actor_of(&self, serial: Serial) -> Actor {
        let mut transactions = self.transactions.iter();
        let found = transactions.find(|transaction| transaction.serial == serial);
        found.expect("a lock of a transaction that goes on").actor
    }

    /// A row is committed; whoever sees a snapshot keeps what was there before.
    fn install(&mut self, by: Serial, key: Key, value: Option<V>) {
        let old = self.committed.get(&key).cloned();
        for other in self.transactions.iter_mut().filter(|other| other.serial != by) {
            match other.isolation {
                Isolation::ReadCommitted => {}
                Isolation::Snapshot | Isolation::Serializable => {
                    other.before.entry(key.clone()).or_insert_with(|| old.clone());
                }
            }
        }
        match value {
            Some(value) => self.committed.insert(key, value),
            None => self.committed.remove(&key),
        };
    }

    /// A transaction is over: its rows go to those who wait for them, unless these may not have them any more.
    fn end(&mut self, serial: Serial, why: &Aborted, woken: &mut Vec<RowGranted>) {
        let mut over = vec![(serial, why.clone())];
        while let Some((serial, why)) = over.pop() {
            self.transactions.retain(|transaction| transaction.serial != serial);
            for (waiter, actor) in self.locks.give_up_waits(serial) {
                let outcome = Err(why.clone());
                woken.push(RowGranted { waiter, actor, outcome });
            }
            for key in self.locks.owned(serial) {
                let Some(next) = self.locks.pass_on(&key) else {
                    continue;
                };
                let mut transactions = self.transactions.iter();
                let heir = transactions.find(|transaction| transaction.serial == next);
                if heir.is_some_and(|heir| heir.before.contains_key(&key)) {
                    // It is aborted in its turn, and its waits, this one included, end with that.
                    over.push((next, Aborted::Conflict(key)));
                    continue;
                }
                for (waiter, actor) in self.locks.admit(&key) {
                    let outcome = Ok(key.clone());
                    woken.push(RowGranted { waiter, actor, outcome });
                }
            }
        }
    }
}

fn tell_key<V>(key: &Key, to: &mut impl Visit<V>) {
    to.word(key.len() as u64);
    for chunk in key.as_bytes().chunks(8) {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        to.word(u64::from_le_bytes(bytes));
    }
}
