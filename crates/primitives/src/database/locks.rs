//! The locks on the rows of a database.
//!
//! Owns whose a row is, who waits for it, and who waits for whom in a circle. Knows transactions by their serial number only;
//! what a transaction may have, and what its end means, is the database's.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{Key, tell_key};
use crate::{Actor, Visit, Waiter};

/// Names a transaction; the higher, the younger.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(super) struct Serial(pub(super) u64);

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Wait {
    waiter: Waiter,
    actor: Actor,
    serial: Serial,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Lock {
    owner: Serial,
    waits: VecDeque<Wait>,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(super) struct Locks {
    locks: BTreeMap<Key, Lock>,
}

impl Locks {
    /// Takes a row that is free, or the transaction's own already.
    pub(super) fn try_lock(&mut self, key: &Key, serial: Serial) -> bool {
        match self.locks.get(key) {
            Some(lock) => lock.owner == serial,
            None => {
                let waits = VecDeque::new();
                self.locks.insert(key.clone(), Lock { owner: serial, waits });
                true
            }
        }
    }

    pub(super) fn enqueue(&mut self, key: &Key, serial: Serial, waiter: Waiter, actor: Actor) {
        if let Some(lock) = self.locks.get_mut(key) {
            lock.waits.push_back(Wait { waiter, actor, serial });
        }
    }

    pub(super) fn owner(&self, key: &Key) -> Option<Serial> {
        self.locks.get(key).map(|lock| lock.owner)
    }

    /// The rows of a transaction, by key.
    pub(super) fn owned(&self, serial: Serial) -> Vec<Key> {
        let owned = self.locks.iter().filter(|(_, lock)| lock.owner == serial);
        owned.map(|(key, _)| key.clone()).collect()
    }

    /// A row goes to the transaction that has waited longest, which is returned, or is free.
    pub(super) fn pass_on(&mut self, key: &Key) -> Option<Serial> {
        let lock = self.locks.get_mut(key)?;
        match lock.waits.front() {
            Some(next) => {
                lock.owner = next.serial;
                Some(lock.owner)
            }
            None => {
                self.locks.remove(key);
                None
            }
        }
    }

    /// Ends the waits for a row of the transaction that has it now.
    pub(super) fn admit(&mut self, key: &Key) -> Vec<(Waiter, Actor)> {
        match self.locks.get_mut(key) {
            Some(lock) => lock.take_waits(lock.owner),
            None => Vec::new(),
        }
    }

    /// Ends all waits of a transaction.
    pub(super) fn give_up_waits(&mut self, serial: Serial) -> Vec<(Waiter, Actor)> {
        self.locks
            .values_mut()
            .flat_map(|lock| lock.take_waits(serial))
            .collect()
    }

    pub(super) fn cancel(&mut self, waiter: Waiter) -> bool {
        self.locks.values_mut().any(|lock| {
            let before = lock.waits.len();
            lock.waits.retain(|wait| wait.waiter != waiter);
            lock.waits.len() < before
        })
    }

    /// The first row, by key, that a transaction waits for.
    pub(super) fn wanted_by(&self, serial: Serial) -> Option<Key> {
        let waits = |lock: &Lock| lock.waits.iter().any(|wait| wait.serial == serial);
        let mut locks = self.locks.iter();
        locks.find(|(_, lock)| waits(lock)).map(|(key, _)| key.clone())
    }

    /// The transactions that wait for `serial` and that it waits for, itself included; none if it is in no circle.
    pub(super) fn circle_through(&self, serial: Serial) -> BTreeSet<Serial> {
        let after = self.reachable(serial);
        let circle = after
            .into_iter()
            .filter(|&other| self.reachable(other).contains(&serial));
        circle.collect()
    }

    /// Every locked row: whose it is, and who waits for it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Key, Serial, Vec<(Waiter, Actor)>)> {
        self.locks.iter().map(|(key, lock)| {
            let waits = lock.waits.iter().map(|wait| (wait.waiter, wait.actor));
            (key, lock.owner, waits.collect())
        })
    }

    pub(super) fn visit<V>(&self, name: impl Fn(Serial) -> u64, to: &mut impl Visit<V>) {
        to.word(self.locks.len() as u64);
        for (key, lock) in &self.locks {
            tell_key(key, to);
            to.word(name(lock.owner));
            to.word(lock.waits.len() as u64);
            for wait in &lock.waits {
                to.word(name(wait.serial));
                to.actor(wait.actor);
                to.waiter(wait.waiter);
            }
        }
    }

    pub(super) fn assert_invariants(&self, going_on: &[Serial]) {
        for (key, lock) in &self.locks {
            assert!(going_on.contains(&lock.owner), "(3) {key} is locked by nobody");
            for wait in &lock.waits {
                assert!(going_on.contains(&wait.serial), "(3) nobody waits for {key}");
                assert_ne!(wait.serial, lock.owner, "(3) waits for {key} and has it");
            }
        }
    }

    /// Whom a transaction waits for, directly or not: for each row its owner and whoever asked for it earlier.
    fn reachable(&self, from: Serial) -> BTreeSet<Serial> {
        let mut found = BTreeSet::new();
        let mut frontier = vec![from];
        while let Some(serial) = frontier.pop() {
            for lock in self.locks.values() {
                let Some(last) = lock.waits.iter().rposition(|wait| wait.serial == serial) else {
                    continue;
                };
                let earlier = lock.waits.iter().take(last).map(|wait| wait.serial);
                let awaited = earlier.chain([lock.owner]).filter(|&other| other != serial);
                frontier.extend(awaited.filter(|&other| found.insert(other)));
            }
        }
        found
    }
}

impl Lock {
    fn take_waits(&mut self, serial: Serial) -> Vec<(Waiter, Actor)> {
        let own = self.waits.iter().filter(|wait| wait.serial == serial);
        let taken = own.map(|wait| (wait.waiter, wait.actor)).collect();
        self.waits.retain(|wait| wait.serial != serial);
        taken
    }
}
