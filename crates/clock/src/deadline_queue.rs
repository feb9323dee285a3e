//! What is due, and when.
//!
//! Owns the order in which timers fire: by deadline, and among equal deadlines in the order in which they were set.
//! Deliberately does not fire anything by itself, nor does it know the current time: its owner asks with `now` for one
//! item at a time, so that whatever an item does may set or cancel others in between.

use std::collections::VecDeque;

use crate::Instant;

#[cfg(test)]
mod tests;

/// Names one timer of one queue. Ids grow with every insertion and are never used again, so an id that outlives its
/// timer is harmless: cancelling it finds nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TimerId(pub u64);

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Entry<T> {
    deadline: Instant,
    id: TimerId,
    item: T,
}

/// Items with deadlines, in firing order.
///
/// Two queues are equal when they hold the same timers *and* have handed out as many ids. Whoever wants to recognise the
/// same future after different histories compares what [`iter`](Self::iter) yields, without the ids.
#[derive(PartialEq, Eq, Hash, Debug)]
pub struct DeadlineQueue<T> {
    // Invariants:
    // (1) entries are in strictly ascending order of (deadline, id): equal deadlines fire in the order of insertion;
    // (2) every id in the queue is below `next_id`.
    entries: VecDeque<Entry<T>>,
    next_id: u64,
}

impl<T: Clone> Clone for DeadlineQueue<T> {
    fn clone(&self) -> Self {
        Self {
            entries: self.entries.clone(),
            next_id: self.next_id,
        }
    }

    /// Keeps the memory.
    fn clone_from(&mut self, source: &Self) {
        self.entries.clone_from(&source.entries);
        self.next_id = source.next_id;
    }
}

impl<T> Default for DeadlineQueue<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> DeadlineQueue<T> {
    /// A queue in which nothing is due.
    #[must_use]
    pub fn new() -> Self {
        Self {
            entries: VecDeque::new(),
            next_id: 0,
        }
    }

    /// Makes `item` due at `deadline`, after everything already due at that instant.
    pub fn insert(&mut self, deadline: Instant, item: T) -> TimerId {
        let id = TimerId(self.next_id);
        self.next_id += 1;
        let entry = Entry { deadline, id, item };
        // Most timers are set later than all others; the search is for the rest.
        if self.entries.back().is_none_or(|last| last.deadline <= deadline) {
            self.entries.push_back(entry);
        } else {
            let position = self.entries.partition_point(|other| other.deadline <= deadline);
            self.entries.insert(position, entry);
        }
        id
    }

    /// Takes a timer out before it fires; `None` when it has fired or was cancelled before.
    pub fn cancel(&mut self, id: TimerId) -> Option<T> {
        let position = self.entries.iter().position(|entry| entry.id == id)?;
        self.entries.remove(position).map(|entry| entry.item)
    }

    /// The item that fires next and its deadline.
    #[must_use]
    pub fn peek(&self) -> Option<(Instant, &T)> {
        self.entries.front().map(|entry| (entry.deadline, &entry.item))
    }

    /// Takes out the next item if its deadline has come by `now`.
    pub fn pop_due(&mut self, now: Instant) -> Option<(Instant, T)> {
        if self.entries.front()?.deadline > now {
            return None;
        }
        self.entries.pop_front().map(|entry| (entry.deadline, entry.item))
    }

    /// Everything due, in firing order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Instant, TimerId, &T)> + ExactSizeIterator {
        self.entries.iter().map(|entry| (entry.deadline, entry.id, &entry.item))
    }

    /// The items alone, in firing order, for an owner that renames what they refer to. Deadlines cannot be moved.
    pub fn items_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.entries.iter_mut().map(|entry| &mut entry.item)
    }

    /// How many timers are set.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether no timer is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        let keys = || self.entries.iter().map(|entry| (entry.deadline, entry.id));
        assert!(
            keys().zip(keys().skip(1)).all(|(earlier, later)| earlier < later),
            "(1) firing order"
        );
        assert!(
            keys().all(|(_, id)| id.0 < self.next_id),
            "(2) an id that was never handed out"
        );
    }
}
