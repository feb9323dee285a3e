//! A limiter per key: each client, address or tenant has an allowance of its own.
//!
//! All keys go by the same rule, each with its own state and its own line. A key costs memory only while its state differs
//! from that of a key that was never seen: a bucket that is full again is forgotten, which nobody can tell (governor's
//! `retain_recent`, done by itself). *Who is woken* first when several keys are due: the one whose deadline is earlier.
//!
//! `K` is what makes two keys the same, `V` the value that the program gave as the key. In Node `rate-limiter-flexible`, in
//! Rust the keyed limiters of `governor`.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};

use clock::Instant;
use rustc_hash::FxHashMap;

use crate::{Actor, Consume, Limiter, Passage, Rule, Visit, Waiter};

#[cfg(test)]
mod tests;

/// Sweeping for keys at rest is put off until this many are kept.
const SWEEP_FROM: usize = 16;

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Keyed<K, V> {
    key: K,
    name: V,
    limiter: Limiter,
    /// Its entry in `due`.
    deadline: Option<Instant>,
}

/// One rule, many keys. Two are equal when the same keys are in the same state, wherever that lies.
#[derive(Clone, Debug)]
pub struct KeyedLimiter<K, V> {
    pattern: Rule,
    // Invariants:
    // (1) `due` has exactly the keys before which somebody waits, each with the deadline of its limiter;
    // (2) a waiter waits before one key only;
    // (3) `index` has exactly the keys that are kept, each with its place.
    /// Only finds places, and is never gone through.
    index: FxHashMap<K, u32>,
    keys: Vec<Keyed<K, V>>,
    due: BTreeSet<(Instant, K)>,
    /// How many keys there may be before those at rest are looked for.
    sweep_at: usize,
}

impl<K: Ord + Hash + Clone, V> KeyedLimiter<K, V> {
    /// Each key starts as `pattern` is, which is a rule by which nothing has passed yet.
    #[must_use]
    pub fn new(pattern: Rule) -> Self {
        Self {
            pattern,
            index: FxHashMap::default(),
            keys: Vec::new(),
            due: BTreeSet::new(),
            sweep_at: SWEEP_FROM,
        }
    }

    /// Lets units of a key pass if they may now and nobody waits before it.
    #[must_use]
    pub fn try_consume(&mut self, key: &K, name: V, now: Instant, units: u32) -> bool {
        self.of(key, name, now).limiter.try_consume(now, units)
    }

    /// Lets units of a key pass, or joins the end of its line as `waiter`, if there is room.
    pub fn consume(&mut self, key: &K, name: V, waiter: Waiter, actor: Actor, now: Instant, units: u32) -> Consume {
        let outcome = self.of(key, name, now).limiter.consume(waiter, actor, now, units);
        self.note_deadline(key);
        outcome
    }

    /// When somebody may pass; `None` while nobody waits.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        self.due.first().map(|&(deadline, _)| deadline)
    }

    /// Who stands first in the line that moves next.
    #[must_use]
    pub fn first_due(&self) -> Option<Passage> {
        let (_, key) = self.due.first()?;
        self.look(key)?.limiter.queue().next()
    }

    /// Lets those pass who may by now: key by key in the order of their deadlines, in each first come, first served.
    pub fn tick(&mut self, now: Instant, woken: &mut Vec<Passage>) {
        while let Some((deadline, key)) = self.due.first().cloned() {
            if deadline > now {
                return;
            }
            let Some(keyed) = self.find(&key) else { return };
            keyed.limiter.tick(now, woken);
            self.note_deadline(&key);
        }
    }

    /// Ends a wait without a trace, before whichever key it is; see [`Limiter::cancel`].
    pub fn cancel(&mut self, waiter: Waiter, now: Instant, woken: &mut Vec<Passage>) -> bool {
        let keys: Vec<K> = self.due.iter().map(|(_, key)| key.clone()).collect();
        for key in keys {
            let Some(keyed) = self.find(&key) else { continue };
            if keyed.limiter.cancel(waiter, now, woken) {
                self.note_deadline(&key);
                return true;
            }
        }
        false
    }

    /// Most units that can ever pass at once, of any key.
    #[must_use]
    pub fn capacity(&self) -> u32 {
        self.pattern.capacity()
    }

    /// The rule of a key that was never seen.
    #[must_use]
    pub fn pattern(&self) -> &Rule {
        &self.pattern
    }

    /// How many units of a key could pass now.
    #[must_use]
    pub fn available(&self, key: &K, now: Instant) -> u32 {
        match self.look(key) {
            Some(keyed) => keyed.limiter.available(now),
            None => self.pattern.available(now),
        }
    }

    /// How many wait, before all keys together.
    #[must_use]
    pub fn waiting(&self) -> usize {
        let lines = self.due.iter().filter_map(|(_, key)| self.look(key));
        lines.map(|keyed| keyed.limiter.waiting()).sum()
    }

    /// The keys that are not at rest, in the order of `K`.
    pub fn keys(&self, now: Instant) -> impl ExactSizeIterator<Item = (&V, &Limiter)> {
        let restless = self.keys.iter().filter(|keyed| !keyed.limiter.is_rested(now));
        let mut sorted: Vec<&Keyed<K, V>> = restless.collect();
        sorted.sort_unstable_by(|left, right| left.key.cmp(&right.key));
        sorted.into_iter().map(|keyed| (&keyed.name, &keyed.limiter))
    }

    /// How many keys take up memory, those at rest included that have not been forgotten yet.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.keys.len()
    }

    /// Tells its state: of those keys that are not at rest; see [`Visit`].
    pub fn visit(&self, to: &mut impl Visit<V>) {
        let now = to.now();
        self.pattern.visit(to);
        let keys = self.keys(now);
        to.word(keys.len() as u64);
        for (name, limiter) in keys {
            to.value(name);
            limiter.visit(to);
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self, now: Instant) {
        let mut waiters = BTreeSet::new();
        assert_eq!(self.index.len(), self.keys.len(), "(3) a key without a place");
        for (at, keyed) in self.keys.iter().enumerate() {
            assert_eq!(self.index.get(&keyed.key), Some(&(at as u32)), "(3) a wrong place");
            keyed.limiter.assert_invariants(now);
            let is_due = keyed
                .deadline
                .is_some_and(|deadline| self.due.contains(&(deadline, keyed.key.clone())));
            assert_eq!(
                is_due,
                keyed.limiter.waiting() > 0,
                "(1) a deadline is missing or left over"
            );
            let all_new = keyed.limiter.queue().all(|waiting| waiters.insert(waiting.waiter));
            assert!(all_new, "(2) a waiter before two keys");
        }
        let with_line = self.keys.iter().filter(|keyed| keyed.limiter.waiting() > 0).count();
        assert_eq!(self.due.len(), with_line, "(1) a deadline of nobody");
    }

    /// The limiter of a key, made now if it was never seen.
    fn of(&mut self, key: &K, name: V, now: Instant) -> &mut Keyed<K, V> {
        let at = match self.index.get(key) {
            Some(&at) => at as usize,
            None => self.add(key, name, now),
        };
        &mut self.keys[at]
    }

    fn add(&mut self, key: &K, name: V, now: Instant) -> usize {
        self.sweep(now);
        self.index.insert(key.clone(), self.keys.len() as u32);
        self.keys.push(Keyed {
            key: key.clone(),
            name,
            limiter: Limiter::new(self.pattern.clone()),
            deadline: None,
        });
        self.keys.len() - 1
    }

    fn look(&self, key: &K) -> Option<&Keyed<K, V>> {
        self.keys.get(*self.index.get(key)? as usize)
    }

    fn find(&mut self, key: &K) -> Option<&mut Keyed<K, V>> {
        self.keys.get_mut(*self.index.get(key)? as usize)
    }

    /// Forgets the keys at rest, once there are twice as many as the last sweep has left: constant time per new key.
    fn sweep(&mut self, now: Instant) {
        if self.keys.len() < self.sweep_at {
            return;
        }
        self.keys.retain(|keyed| !keyed.limiter.is_rested(now));
        self.index.clear();
        let places = self.keys.iter().enumerate();
        self.index
            .extend(places.map(|(at, keyed)| (keyed.key.clone(), at as u32)));
        self.sweep_at = (2 * self.keys.len()).max(SWEEP_FROM);
    }

    fn note_deadline(&mut self, key: &K) {
        let Some(keyed) = self.find(key) else { return };
        let deadline = keyed.limiter.deadline();
        let before = std::mem::replace(&mut keyed.deadline, deadline);
        if deadline == before {
            return;
        }
        if let Some(before) = before {
            self.due.remove(&(before, key.clone()));
        }
        if let Some(deadline) = deadline {
            self.due.insert((deadline, key.clone()));
        }
    }
}

impl<K: Ord, V> KeyedLimiter<K, V> {
    fn sorted(&self) -> Vec<&Keyed<K, V>> {
        let mut sorted: Vec<_> = self.keys.iter().collect();
        sorted.sort_unstable_by(|left, right| left.key.cmp(&right.key));
        sorted
    }
}

impl<K: Ord, V: PartialEq> PartialEq for KeyedLimiter<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.pattern == other.pattern && self.sorted() == other.sorted()
    }
}

impl<K: Ord, V: Eq> Eq for KeyedLimiter<K, V> {}

impl<K: Ord + Hash, V: Hash> Hash for KeyedLimiter<K, V> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.pattern.hash(state);
        self.sorted().hash(state);
    }
}
