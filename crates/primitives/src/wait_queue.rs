//! The queue of those who wait for one thing.
//!
//! Owns the order of arrival and, for barging, who has been woken but has not asked again yet; such a waiter keeps its
//! place. Does not decide who is let in: that is the rule of the primitive around it.

use std::collections::VecDeque;

use crate::{Actor, Waiter, Woken};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum State {
    Asleep,
    Retrying,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Entry {
    waiter: Waiter,
    actor: Actor,
    state: State,
}

/// Waiters in the order of their arrival.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct WaitQueue {
    // Invariant: (1) no two entries have the same waiter.
    entries: VecDeque<Entry>,
}

impl WaitQueue {
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.entries.iter().map(|entry| (entry.waiter, entry.actor))
    }

    pub(crate) fn push_back(&mut self, waiter: Waiter, actor: Actor) {
        debug_assert!(self.position(waiter).is_none(), "{waiter:?} waits already");
        self.entries.push_back(Entry {
            waiter,
            actor,
            state: State::Asleep,
        });
    }

    pub(crate) fn pop_front(&mut self) -> Option<(Waiter, Actor)> {
        self.entries.pop_front().map(|entry| (entry.waiter, entry.actor))
    }

    /// Takes a waiter out, wherever it stands; `None` when it does not wait here.
    pub(crate) fn remove(&mut self, waiter: Waiter) -> Option<Actor> {
        let position = self.position(waiter)?;
        self.entries.remove(position).map(|entry| entry.actor)
    }

    /// Wakes everyone who is asleep to try again, first come first. Who has been woken already is not woken twice.
    pub(crate) fn wake_all(&mut self, woken: &mut Vec<Woken>) {
        for entry in &mut self.entries {
            match entry.state {
                State::Asleep => {
                    entry.state = State::Retrying;
                    woken.push(Woken::Retry(entry.waiter));
                }
                State::Retrying => {}
            }
        }
    }

    /// A woken waiter asks again and is let in.
    ///
    /// Panics when it was not woken: a retry answers a wake-up, once.
    pub(crate) fn admit(&mut self, waiter: Waiter) -> Actor {
        let position = self.retrying_position(waiter);
        self.entries
            .remove(position)
            .expect("a position that was just found")
            .actor
    }

    /// A woken waiter asks again in vain and goes back to sleep in its old place. Panics like [`admit`](Self::admit).
    pub(crate) fn turn_away(&mut self, waiter: Waiter) {
        let position = self.retrying_position(waiter);
        self.entries[position].state = State::Asleep;
    }

    pub(crate) fn actor_of(&self, waiter: Waiter) -> Option<Actor> {
        self.position(waiter).map(|position| self.entries[position].actor)
    }

    pub(crate) fn anyone_asleep(&self) -> bool {
        self.entries.iter().any(|entry| entry.state == State::Asleep)
    }

    pub(crate) fn anyone_retrying(&self) -> bool {
        self.entries.iter().any(|entry| entry.state == State::Retrying)
    }

    pub(crate) fn assert_invariants(&self) {
        for (position, entry) in self.entries.iter().enumerate() {
            assert_eq!(
                self.position(entry.waiter),
                Some(position),
                "(1) {:?} waits twice",
                entry.waiter
            );
        }
    }

    fn position(&self, waiter: Waiter) -> Option<usize> {
        self.entries.iter().position(|entry| entry.waiter == waiter)
    }

    fn retrying_position(&self, waiter: Waiter) -> usize {
        self.entries
            .iter()
            .position(|entry| entry.waiter == waiter && entry.state == State::Retrying)
            .unwrap_or_else(|| panic!("{waiter:?} retries without having been woken"))
    }
}
