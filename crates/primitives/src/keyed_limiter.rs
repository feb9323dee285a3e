//! A limiter per key: each client, address or tenant has an allowance of its own.
//!
//! All keys go by the same rule, each with its own state and its own line. A key costs memory only while its state differs
//! from that of a key that was never seen: a bucket that is full again is forgotten, which nobody can tell (governor's
//! `retain_recent`, done by itself). *Who is woken* first when several keys are due: the one whose deadline is earlier.
//!
//! `K` is what makes two keys the same, `V` the value that the program gave as the key. In Node `rate-limiter-flexible`, in
//! Rust the keyed limiters of `governor`.

use std::collections::{BTreeMap, BTreeSet};

use clock::Instant;

use crate::{Actor, Consume, Limiter, Passage, Rule, Visit, Waiter};

#[cfg(test)]
mod tests;

/// Sweeping for keys at rest is put off until this many are kept.
const SWEEP_FROM: usize = 16;

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Keyed<V> {
    name: V,
    limiter: Limiter,
    /// Its entry in `due`.
    deadline: Option<Instant>,
}

/// One rule, many keys.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct KeyedLimiter<K, V> {
    pattern: Rule,
    // Invariants:
    // (1) `due` has exactly the keys before which somebody waits, each with the deadline of its limiter;
    // (2) a waiter waits before one key only.
    keys: BTreeMap<K, Keyed<V>>,
    due: BTreeSet<(Instant, K)>,
    /// How many keys there may be before those at rest are looked for.
    sweep_at: usize,
}

impl<K: Ord + Clone, V> KeyedLimiter<K, V> {
    /// Each key starts as `pattern` is, which is a rule by which nothing has passed yet.
    #[must_use]
    pub fn new(pattern: Rule) -> Self {
        Self {
            pattern,
            keys: BTreeMap::new(),
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
        self.keys.get(key)?.limiter.queue().next()
    }

    /// Lets those pass who may by now: key by key in the order of their deadlines, in each first come, first served.
    pub fn tick(&mut self, now: Instant, woken: &mut Vec<Passage>) {
        while let Some((deadline, key)) = self.due.first().cloned() {
            if deadline > now {
                return;
            }
            let Some(keyed) = self.keys.get_mut(&key) else { return };
            keyed.limiter.tick(now, woken);
            self.note_deadline(&key);
        }
    }

    /// Ends a wait without a trace, before whichever key it is; see [`Limiter::cancel`].
    pub fn cancel(&mut self, waiter: Waiter, now: Instant, woken: &mut Vec<Passage>) -> bool {
        for (_, key) in &self.due {
            let Some(keyed) = self.keys.get_mut(key) else { continue };
            if keyed.limiter.cancel(waiter, now, woken) {
                let key = key.clone();
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
        match self.keys.get(key) {
            Some(keyed) => keyed.limiter.available(now),
            None => self.pattern.available(now),
        }
    }

    /// How many wait, before all keys together.
    #[must_use]
    pub fn waiting(&self) -> usize {
        let lines = self.due.iter().filter_map(|(_, key)| self.keys.get(key));
        lines.map(|keyed| keyed.limiter.waiting()).sum()
    }

    /// The keys that are not at rest, in the order of `K`.
    pub fn keys(&self, now: Instant) -> impl Iterator<Item = (&V, &Limiter)> {
        let restless = self.keys.values().filter(move |keyed| !keyed.limiter.is_rested(now));
        restless.map(|keyed| (&keyed.name, &keyed.limiter))
    }

    /// Tells its state: of those keys that are not at rest; see [`Visit`].
    pub fn visit(&self, to: &mut impl Visit<V>) {
        let now = to.now();
        self.pattern.visit(to);
        to.word(self.keys(now).count() as u64);
        for (name, limiter) in self.keys(now) {
            to.value(name);
            limiter.visit(to);
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self, now: Instant) {
        let mut waiters = BTreeSet::new();
        for (key, keyed) in &self.keys {
            keyed.limiter.assert_invariants(now);
            let is_due = keyed
                .deadline
                .is_some_and(|deadline| self.due.contains(&(deadline, key.clone())));
            assert_eq!(
                is_due,
                keyed.limiter.waiting() > 0,
                "(1) a deadline is missing or left over"
            );
            let all_new = keyed.limiter.queue().all(|waiting| waiters.insert(waiting.waiter));
            assert!(all_new, "(2) a waiter before two keys");
        }
        let with_line = self.keys.values().filter(|keyed| keyed.limiter.waiting() > 0).count();
        assert_eq!(self.due.len(), with_line, "(1) a deadline of nobody");
    }

    /// The limiter of a key, made now if it was never seen.
    fn of(&mut self, key: &K, name: V, now: Instant) -> &mut Keyed<V> {
        if !self.keys.contains_key(key) {
            self.sweep(now);
        }
        self.keys.entry(key.clone()).or_insert_with(|| Keyed {
            name,
            limiter: Limiter::new(self.pattern.clone()),
            deadline: None,
        })
    }

    /// Forgets the keys at rest, once there are twice as many as the last sweep has left: constant time per new key.
    fn sweep(&mut self, now: Instant) {
        if self.keys.len() < self.sweep_at {
            return;
        }
        self.keys.retain(|_, keyed| !keyed.limiter.is_rested(now));
        self.sweep_at = (2 * self.keys.len()).max(SWEEP_FROM);
    }

    fn note_deadline(&mut self, key: &K) {
        let Some(keyed) = self.keys.get_mut(key) else { return };
        let deadline = keyed.limiter.deadline();
        if deadline == keyed.deadline {
            return;
        }
        if let Some(before) = keyed.deadline {
            self.due.remove(&(before, key.clone()));
        }
        keyed.deadline = deadline;
        if let Some(deadline) = deadline {
            self.due.insert((deadline, key.clone()));
        }
    }
}
