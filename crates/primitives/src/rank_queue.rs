//! The queue of those who wait by rank.
//!
//! Owns the order: lower rank first, and first come first among equals. Does not know what a rank means. Joining, leaving
//! at the front and leaving from anywhere take logarithmic time; as in the plain queue, who stands where is only kept
//! once somebody has left from the middle of many.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use crate::{Actor, Waiter};

#[cfg(test)]
mod tests;

/// Up to so many entries are looked through one by one.
const ENTRIES_WITHOUT_INDEX: usize = 32;

/// The rank, and how many had come before.
type Key = (i64, u64);

/// Waiters by rank.
#[derive(Clone, Debug, Default)]
pub(crate) struct RankQueue {
    // Invariants:
    // (1) no two entries have the same waiter;
    // (2) the index, if there is one, knows exactly the waiters that are there, and where.
    entries: BTreeMap<Key, (Waiter, Actor)>,
    index: Option<BTreeMap<Waiter, Key>>,
    arrivals: u64,
}

impl PartialEq for RankQueue {
    /// How many had come before is not compared: only the order counts.
    fn eq(&self, other: &Self) -> bool {
        self.entries().eq(other.entries())
    }
}

impl Eq for RankQueue {}

impl Hash for RankQueue {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.entries.len().hash(state);
        self.entries().for_each(|entry| entry.hash(state));
    }
}

impl RankQueue {
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Who waits, with their ranks, first in line first.
    pub(crate) fn entries(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor, i64)> + ExactSizeIterator {
        let entries = self.entries.iter();
        entries.map(|(&(rank, _), &(waiter, actor))| (waiter, actor, rank))
    }

    pub(crate) fn push(&mut self, waiter: Waiter, actor: Actor, rank: i64) {
        let key = (rank, self.arrivals);
        self.arrivals += 1;
        self.entries.insert(key, (waiter, actor));
        if let Some(index) = &mut self.index {
            index.insert(waiter, key);
        }
    }

    pub(crate) fn pop_front(&mut self) -> Option<(Waiter, Actor)> {
        let (_, first) = self.entries.pop_first()?;
        if let Some(index) = &mut self.index {
            index.remove(&first.0);
        }
        self.tidy();
        Some(first)
    }

    /// Takes a waiter out, wherever it stands; `None` when it does not wait here.
    pub(crate) fn remove(&mut self, waiter: Waiter) -> Option<Actor> {
        if self.index.is_none() && self.entries.len() > ENTRIES_WITHOUT_INDEX {
            let known = self.entries.iter().map(|(&key, &(waiter, _))| (waiter, key));
            let mut index = BTreeMap::new();
            index.extend(known);
            self.index = Some(index);
        }
        let key = match &mut self.index {
            Some(index) => index.remove(&waiter)?,
            None => self
                .entries
                .iter()
                .find(|(_, (found, _))| *found == waiter)
                .map(|(&key, _)| key)?,
        };
        let (_, actor) = self.entries.remove(&key)?;
        self.tidy();
        Some(actor)
    }

    pub(crate) fn assert_invariants(&self) {
        let mut waiters: Vec<Waiter> = self.entries.values().map(|(waiter, _)| *waiter).collect();
        waiters.sort_unstable();
        let twice = waiters.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None, "(1) waits twice");
        if let Some(index) = &self.index {
            assert_eq!(index.len(), self.entries.len(), "(2) the index knows others");
            for (key, (waiter, _)) in &self.entries {
                assert_eq!(index.get(waiter), Some(key), "(2)");
            }
        }
    }

    fn tidy(&mut self) {
        if self.entries.is_empty() {
            self.index = None;
            self.arrivals = 0;
        }
    }
}
