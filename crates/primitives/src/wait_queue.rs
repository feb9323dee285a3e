//! The queue of those who wait for one thing.
//!
//! Owns the order of arrival and, for barging, who has been woken but has not asked again yet; such a waiter keeps its
//! place. Does not decide who is let in: that is the rule of the primitive around it.
//!
//! Joining and leaving at the front take constant time. Whoever leaves from the middle is found by looking at a few places,
//! or, once there are many, in an index, which is made when somebody is first looked for and kept until the queue has run
//! empty; the place it leaves stays empty until half of all are. So a cancelled wait costs logarithmic time, and a queue
//! from which nobody ever leaves early pays nothing for it. Equal queues have the same waiters in the same order, whatever
//! became of others before.

use std::collections::{BTreeMap, VecDeque};
use std::hash::{Hash, Hasher};

use crate::{Actor, Waiter, Woken};

#[cfg(test)]
mod tests;

/// Up to so many places are looked through one by one.
const PLACES_WITHOUT_INDEX: usize = 32;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum State {
    Asleep,
    Retrying,
}

/// Somebody who waits, and what for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Entry<T> {
    pub(crate) waiter: Waiter,
    pub(crate) actor: Actor,
    pub(crate) what: T,
    state: State,
}

/// Where each waiter stands, counted from the first place that the index has known.
#[derive(Clone, Debug, Default)]
struct Index {
    gone: usize,
    places: BTreeMap<Waiter, usize>,
}

/// Waiters in the order of their arrival, each of whom asks for a `T`.
#[derive(Clone, Debug)]
pub(crate) struct WaitQueueOf<T> {
    // Invariants:
    // (1) no two entries have the same waiter;
    // (2) neither the first nor the last place is empty, at least half of all are not, and none is without an index;
    // (3) `live` counts the places that are not empty, `asleep` the entries that are;
    // (4) the index knows exactly the waiters that are there, and where.
    places: VecDeque<Option<Entry<T>>>,
    live: u32,
    asleep: u32,
    index: Option<Box<Index>>,
}

/// Waiters who all ask for the same.
pub(crate) type WaitQueue = WaitQueueOf<()>;

impl<T> Default for WaitQueueOf<T> {
    fn default() -> Self {
        Self {
            places: VecDeque::new(),
            live: 0,
            asleep: 0,
            index: None,
        }
    }
}

impl<T: PartialEq> PartialEq for WaitQueueOf<T> {
    fn eq(&self, other: &Self) -> bool {
        self.live == other.live && self.places.iter().flatten().eq(other.places.iter().flatten())
    }
}

impl<T: Eq> Eq for WaitQueueOf<T> {}

impl<T: Hash> Hash for WaitQueueOf<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.live.hash(state);
        self.places.iter().flatten().for_each(|entry| entry.hash(state));
    }
}

impl WaitQueue {
    pub(crate) fn push_back(&mut self, waiter: Waiter, actor: Actor) {
        self.push(waiter, actor, ());
    }

    pub(crate) fn pop_front(&mut self) -> Option<(Waiter, Actor)> {
        self.pop().map(|entry| (entry.waiter, entry.actor))
    }

    /// Lets everyone go who waits, first come first.
    pub(crate) fn grant_all(&mut self, woken: &mut Vec<Woken>) {
        while let Some((waiter, actor)) = self.pop_front() {
            woken.push(Woken::Granted(waiter, actor));
        }
    }
}

impl<T: Copy> WaitQueueOf<T> {
    pub(crate) fn len(&self) -> usize {
        self.live as usize
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.live == 0
    }

    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.entries().map(|entry| (entry.waiter, entry.actor))
    }

    pub(crate) fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry<T>> + ExactSizeIterator {
        Entries {
            places: self.places.iter(),
            left: self.len(),
        }
    }

    pub(crate) fn front(&self) -> Option<&Entry<T>> {
        self.places.front().and_then(Option::as_ref)
    }

    pub(crate) fn push(&mut self, waiter: Waiter, actor: Actor, what: T) {
        let is_quick = self.places.len() <= PLACES_WITHOUT_INDEX || self.index.is_some();
        debug_assert!(!is_quick || self.position(waiter).is_none(), "{waiter:?} waits already");
        if let Some(index) = &mut self.index {
            index.places.insert(waiter, index.gone + self.places.len());
        }
        let state = State::Asleep;
        self.places.push_back(Some(Entry {
            waiter,
            actor,
            what,
            state,
        }));
        self.live += 1;
        self.asleep += 1;
    }

    pub(crate) fn pop(&mut self) -> Option<Entry<T>> {
        let entry = self.places.pop_front()??;
        self.live -= 1;
        self.asleep -= u32::from(entry.state == State::Asleep);
        if let Some(index) = &mut self.index {
            index.gone += 1;
            index.places.remove(&entry.waiter);
            self.tidy();
        }
        Some(entry)
    }

    /// Takes a waiter out, wherever it stands; `None` when it does not wait here.
    pub(crate) fn remove(&mut self, waiter: Waiter) -> Option<Actor> {
        let position = self.locate(waiter)?;
        Some(self.take(position).actor)
    }

    /// Wakes everyone who is asleep to try again, first come first. Who has been woken already is not woken twice.
    pub(crate) fn wake_all(&mut self, woken: &mut Vec<Woken>) {
        if self.asleep == 0 {
            return;
        }
        for entry in self.places.iter_mut().flatten() {
            match entry.state {
                State::Asleep => {
                    entry.state = State::Retrying;
                    woken.push(Woken::Retry(entry.waiter, entry.actor));
                }
                State::Retrying => {}
            }
        }
        self.asleep = 0;
    }

    /// A woken waiter asks again and is let in.
    ///
    /// Panics when it was not woken: a retry answers a wake-up, once.
    pub(crate) fn admit(&mut self, waiter: Waiter) -> Actor {
        let position = self.retrying_position(waiter);
        self.take(position).actor
    }

    /// A woken waiter asks again in vain and goes back to sleep in its old place. Panics like [`admit`](Self::admit).
    pub(crate) fn turn_away(&mut self, waiter: Waiter) {
        let position = self.retrying_position(waiter);
        if let Some(entry) = &mut self.places[position] {
            entry.state = State::Asleep;
            self.asleep += 1;
        }
    }

    pub(crate) fn actor_of(&self, waiter: Waiter) -> Option<Actor> {
        let position = self.position(waiter)?;
        self.places[position].as_ref().map(|entry| entry.actor)
    }

    pub(crate) fn anyone_asleep(&self) -> bool {
        self.asleep > 0
    }

    pub(crate) fn anyone_retrying(&self) -> bool {
        self.asleep < self.live
    }

    pub(crate) fn assert_invariants(&self) {
        let mut waiters: Vec<Waiter> = self.entries().map(|entry| entry.waiter).collect();
        waiters.sort_unstable();
        let twice = waiters.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None, "(1) waits twice");
        let is_gap = |place: Option<&Option<Entry<T>>>| place.is_some_and(Option::is_none);
        assert!(
            !is_gap(self.places.front()) && !is_gap(self.places.back()),
            "(2) an empty place at an end"
        );
        assert!(self.len() * 2 >= self.places.len(), "(2) mostly empty places");
        let asleep = self.entries().filter(|entry| entry.state == State::Asleep).count();
        assert_eq!(
            (waiters.len(), asleep),
            (self.len(), self.asleep as usize),
            "(3) miscounted"
        );
        match &self.index {
            None => assert_eq!(self.len(), self.places.len(), "(2) an empty place without an index"),
            Some(index) => {
                assert_eq!(index.places.len(), self.len(), "(4) the index knows others");
                for (place, entry) in self.places.iter().enumerate() {
                    let Some(entry) = entry else { continue };
                    assert_eq!(index.places.get(&entry.waiter), Some(&(index.gone + place)), "(4)");
                }
            }
        }
    }

    fn position(&self, waiter: Waiter) -> Option<usize> {
        match &self.index {
            Some(index) => index.places.get(&waiter).map(|place| place - index.gone),
            None => self
                .places
                .iter()
                .position(|place| place.as_ref().is_some_and(|entry| entry.waiter == waiter)),
        }
    }

    /// The same for somebody who may need to look among many: that is worth an index.
    fn locate(&mut self, waiter: Waiter) -> Option<usize> {
        if self.index.is_none() && self.places.len() > PLACES_WITHOUT_INDEX {
            self.make_index();
        }
        self.position(waiter)
    }

    fn make_index(&mut self) {
        let known = self.places.iter().enumerate();
        // One by one: what collects would sort first, with a sort of its own for each kind of queue.
        let mut places = BTreeMap::new();
        places.extend(known.filter_map(|(place, entry)| Some((entry.as_ref()?.waiter, place))));
        self.index = Some(Box::new(Index { gone: 0, places }));
    }

    fn take(&mut self, position: usize) -> Entry<T> {
        let taken = match &mut self.index {
            None => self.places.remove(position).flatten(),
            Some(_) => self.places[position].take(),
        };
        let entry = taken.expect("a position that was just found");
        self.live -= 1;
        self.asleep -= u32::from(entry.state == State::Asleep);
        if let Some(index) = &mut self.index {
            index.places.remove(&entry.waiter);
            self.tidy();
        }
        entry
    }

    /// Restores invariant 2 after somebody has gone from a queue with an index.
    fn tidy(&mut self) {
        if self.live == 0 {
            self.places.clear();
            self.index = None;
            return;
        }
        while let Some(None) = self.places.front() {
            self.places.pop_front();
            if let Some(index) = &mut self.index {
                index.gone += 1;
            }
        }
        while let Some(None) = self.places.back() {
            self.places.pop_back();
        }
        if self.len() * 2 < self.places.len() {
            self.places.retain(Option::is_some);
            self.make_index();
        }
    }

    fn retrying_position(&mut self, waiter: Waiter) -> usize {
        let is_retrying = |place: &Option<Entry<T>>| place.as_ref().is_some_and(|entry| entry.state == State::Retrying);
        self.locate(waiter)
            .filter(|&position| is_retrying(&self.places[position]))
            .unwrap_or_else(|| panic!("{waiter:?} retries without having been woken"))
    }
}

/// The entries, of which it is known how many there are.
struct Entries<'a, T> {
    places: std::collections::vec_deque::Iter<'a, Option<Entry<T>>>,
    left: usize,
}

impl<'a, T> Iterator for Entries<'a, T> {
    type Item = &'a Entry<T>;

    fn next(&mut self) -> Option<Self::Item> {
        let entry = self.places.find_map(Option::as_ref)?;
        self.left -= 1;
        Some(entry)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<T> DoubleEndedIterator for Entries<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let entry = self.places.by_ref().rev().find_map(Option::as_ref)?;
        self.left -= 1;
        Some(entry)
    }
}

impl<T> ExactSizeIterator for Entries<'_, T> {}
