//! The cache: values that are kept for a while, and one fetch at a time for each key.
//!
//! *Looking up* finds a value that is fresh, or one that is stale but may still be served while somebody fetches it anew, or
//! an error that is remembered, or nothing. *Single flight*: who finds nothing fetches, and whoever asks meanwhile joins
//! that flight instead of fetching too, so that an entry that expires under load costs one fetch and not hundreds
//! (`golang.org/x/sync/singleflight`; the listing `DedupedCache`). What is stored, deleted or cleared while a flight is under
//! way wins over it: the flight still lands for those who joined it, but nothing of it is kept, and nobody joins it any more.
//! *Who waits.* Whoever finds nothing, the one who fetches included. *Who is woken* when a flight lands: all who wait for it,
//! in the order of their arrival, with what it brought.
//!
//! *How long.* An entry is fresh for its time to live, shortened by up to a fraction drawn by lot (`jitter`), so that what was
//! stored together does not expire together; after that it may be served stale for a while (RFC 5861), and goes on being
//! served when refreshing fails. A refresh may come early by lot, see [`head_start`]. An error is remembered for a time of
//! its own, or not at all.
//! *What goes.* Above `max_size` the entry that was used least recently, expired or not, as `lru-cache` does it.
//! An expired entry that nobody asks for stays until then, but is not counted.
//!
//! Randomness comes in as a number, and is asked for only where an option needs it. Left out: sizes other than a count, callbacks on eviction,
//! reads that prolong a life.

use std::collections::BTreeMap;
use std::hash::Hash;

use clock::{Duration, Instant};

use crate::early_refresh::{Beta, head_start};
use crate::lru::Lru;
use crate::{Actor, Visit, Waiter};

mod flight;
#[cfg(test)]
mod orders;
#[cfg(test)]
mod tests;

pub use flight::Flight;

/// Sweeping for dead entries in a cache without a bound is put off until there are this many.
const SWEEP_FROM: usize = 64;

/// What a cache goes by.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct CacheOptions {
    /// How long an entry is fresh; [`Duration::MAX`] is for ever.
    pub ttl: Duration,
    /// By how much of its life an entry may be short of it, in millionths.
    pub jitter: u32,
    /// How long after that it may still be served while it is fetched anew.
    pub stale: Duration,
    /// Whether readers refresh ahead of the expiry, and how eagerly.
    pub early: Option<Beta>,
    /// How long an error is remembered; zero is not at all.
    pub negative_ttl: Duration,
    /// Most entries.
    pub max_size: Option<u32>,
}

impl CacheOptions {
    /// Entries live for `ttl`, and that is all.
    #[must_use]
    pub fn plain(ttl: Duration) -> Self {
        Self {
            ttl,
            jitter: 0,
            stale: Duration::ZERO,
            early: None,
            negative_ttl: Duration::ZERO,
            max_size: None,
        }
    }
}

/// What a fetch came to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Fetched<V> {
    /// A value.
    Value(V),
    /// An error, which is remembered.
    Error(V),
}

/// An entry as it stands.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct CacheEntry<V> {
    /// The key as the program gave it.
    pub name: V,
    /// What is kept.
    pub content: Fetched<V>,
    /// Until when it is fresh.
    pub fresh_until: Instant,
    /// Until when it may be served.
    pub usable_until: Instant,
    /// How long fetching it took.
    cost: Duration,
}

/// What a lookup found.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Lookup<V> {
    /// Something that may be served.
    Hit {
        /// That.
        content: Fetched<V>,
        /// It has expired, and is served while it is fetched anew.
        is_stale: bool,
        /// The caller is the one to fetch it anew: it has to `begin` a flight, for which nobody has to wait.
        refresh: bool,
    },
    /// Nothing, but somebody fetches it: the caller can `wait` for that.
    Join,
    /// Nothing: the caller has to `begin` a flight, and can `wait` for it.
    Miss,
}

/// What became of what a flight brought.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Landed<V> {
    /// It is kept. An entry that had to go for it is named.
    Stored {
        /// The key of the entry that was used least recently.
        evicted: Option<V>,
    },
    /// It is not kept: an error that is not remembered.
    Dropped,
    /// It is not kept: meanwhile the key was stored, deleted, or the cache cleared.
    Superseded,
}

/// A cache. `K` is what makes two keys the same, `V` a value of the program.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Cache<K, V> {
    options: CacheOptions,
    // Invariants:
    // (1) there are at most `max_size` entries;
    // (2) an entry is usable at least as long as it is fresh, and what is kept as an error is never stale;
    // (3) no waiter waits for two flights, and no two flights have the same token.
    entries: Lru<K, CacheEntry<V>>,
    /// At most one for each key.
    flights: BTreeMap<K, Flight<V>>,
    /// Those of which nothing is to be kept, in the order in which it turned out so.
    superseded: Vec<Flight<V>>,
    /// How many entries there may be before dead ones are looked for; only without `max_size`.
    sweep_at: usize,
}

impl<K: Ord + Hash + Clone, V: Clone + PartialEq> Cache<K, V> {
    /// An empty cache.
    #[must_use]
    pub fn new(options: CacheOptions) -> Self {
        Self {
            options,
            entries: Lru::default(),
            flights: BTreeMap::new(),
            superseded: Vec::new(),
            sweep_at: SWEEP_FROM,
        }
    }

    /// Looks a key up; what it finds was thereby used. `random` is asked only if readers refresh early.
    pub fn lookup(&mut self, key: &K, now: Instant, random: impl FnOnce() -> u64) -> Lookup<V> {
        let early = self.options.early;
        let is_usable = |entry: &CacheEntry<V>| entry.usable_until > now;
        if !self.entries.peek(key).is_some_and(is_usable) {
            self.entries.remove(key);
            return if self.flights.contains_key(key) {
                Lookup::Join
            } else {
                Lookup::Miss
            };
        }
        let Some(entry) = self.entries.get(key) else {
            return Lookup::Miss;
        };
        let is_stale = entry.fresh_until <= now;
        let content = entry.content.clone();
        let is_value = matches!(content, Fetched::Value(_));
        let refresh = !self.flights.contains_key(key)
            && is_value
            && (is_stale
                || entry.fresh_until != Instant::MAX
                    && early.is_some_and(|beta| {
                        let ahead = head_start(entry.cost, beta, random());
                        now.saturating_add(ahead) >= entry.fresh_until
                    }));
        Lookup::Hit {
            content,
            is_stale,
            refresh,
        }
    }

    /// Begins the flight of a key, after a `Miss` or a `Hit` to refresh. Whoever looks it up from now on joins.
    pub fn begin(&mut self, key: &K, name: V, token: V, leader: Actor, now: Instant) {
        let flight = Flight::new(name, token, leader, now);
        let before = self.flights.insert(key.clone(), flight);
        debug_assert!(before.is_none(), "a second flight for one key");
    }

    /// Waits for the flight of a key, after a `Join` or a `begin`; says how many wait for it already. The wait ends when the
    /// flight lands, or with a `cancel`.
    pub fn wait(&mut self, key: &K, waiter: Waiter, actor: Actor) -> Option<usize> {
        Some(self.flights.get_mut(key)?.wait(waiter, actor))
    }

    /// Ends a wait without a trace; the flight goes on. `false` when `waiter` does not wait here.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        let mut flights = self.flights.values_mut().chain(&mut self.superseded);
        flights.any(|flight| flight.cancel(waiter))
    }

    /// A flight brings a value, to be kept for `ttl` or the cache's own time to live. Those who waited for it are appended to
    /// `woken`, in the order of their arrival: the value is theirs, kept or not.
    pub fn land(
        &mut self,
        key: &K,
        token: &V,
        value: V,
        ttl: Option<Duration>,
        at: At<impl FnOnce() -> u64>,
        woken: &mut Vec<(Waiter, Actor)>,
    ) -> Landed<V> {
        let Some(flight) = self.take_flight(key, token, woken) else {
            return Landed::Superseded;
        };
        let cost = at.now.saturating_since(flight.since);
        let evicted = self.store(key, flight.name, value, ttl, cost, at);
        Landed::Stored { evicted }
    }

    /// A flight brings an error, for those who waited for it. A stale value stays, and goes on being served as long as it
    /// may be.
    pub fn fail(&mut self, key: &K, token: &V, error: V, now: Instant, woken: &mut Vec<(Waiter, Actor)>) -> Landed<V> {
        let Some(flight) = self.take_flight(key, token, woken) else {
            return Landed::Superseded;
        };
        let has_value = self.entries.peek(key).is_some_and(|entry| entry.usable_until > now);
        let negative_ttl = self.options.negative_ttl;
        if negative_ttl == Duration::ZERO || has_value {
            return Landed::Dropped;
        }
        let until = now.saturating_add(negative_ttl);
        let entry = CacheEntry {
            name: flight.name,
            content: Fetched::Error(error),
            fresh_until: until,
            usable_until: until,
            cost: Duration::ZERO,
        };
        let evicted = self.insert(key, entry, now);
        Landed::Stored { evicted }
    }

    /// Stores a value that nobody fetched; whatever is being fetched for the key will not be kept. Says which key had to go.
    pub fn set(
        &mut self,
        key: &K,
        name: V,
        value: V,
        ttl: Option<Duration>,
        at: At<impl FnOnce() -> u64>,
    ) -> Option<V> {
        self.supersede(key);
        self.store(key, name, value, ttl, Duration::ZERO, at)
    }

    /// Forgets a key, and what is being fetched for it. Whether there was an entry that could be served.
    pub fn delete(&mut self, key: &K, now: Instant) -> bool {
        self.supersede(key);
        self.entries.remove(key).is_some_and(|entry| entry.usable_until > now)
    }

    /// Forgets everything, and what is being fetched.
    pub fn clear(&mut self) {
        self.superseded.extend(std::mem::take(&mut self.flights).into_values());
        self.entries.clear();
        self.sweep_at = SWEEP_FROM;
    }

    /// The value of a key if a lookup would serve it; this is no use of it.
    #[must_use]
    pub fn peek(&self, key: &K, now: Instant) -> Option<&V> {
        let entry = self.entries.peek(key).filter(|entry| entry.usable_until > now)?;
        match &entry.content {
            Fetched::Value(value) => Some(value),
            Fetched::Error(_) => None,
        }
    }

    /// How many entries there are that a lookup would serve.
    #[must_use]
    pub fn len(&self, now: Instant) -> usize {
        self.entries(now).count()
    }

    /// Whether a lookup would serve nothing.
    #[must_use]
    pub fn is_empty(&self, now: Instant) -> bool {
        self.entries(now).next().is_none()
    }

    /// The entries that a lookup would serve, the one used least recently first.
    pub fn entries(&self, now: Instant) -> impl Iterator<Item = &CacheEntry<V>> {
        let all = self.entries.iter().map(|(_, entry)| entry);
        all.filter(move |entry| entry.usable_until > now)
    }

    /// The same, the one used last first.
    pub fn latest(&self, now: Instant) -> impl Iterator<Item = &CacheEntry<V>> {
        let all = self.entries.iter_newest().map(|(_, entry)| entry);
        all.filter(move |entry| entry.usable_until > now)
    }

    /// How many entries take up a place, those that have expired included.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.entries.len()
    }

    /// The fetches under way that one can join, in the order of their keys.
    pub fn flights(&self) -> impl ExactSizeIterator<Item = &Flight<V>> {
        self.flights.values()
    }

    /// The fetches under way of which nothing will be kept.
    pub fn superseded(&self) -> impl ExactSizeIterator<Item = &Flight<V>> {
        self.superseded.iter()
    }

    /// What it goes by.
    #[must_use]
    pub fn options(&self) -> &CacheOptions {
        &self.options
    }

    /// Tells its state; see [`Visit`]. Without a bound the order of use decides nothing and a dead entry is as good as none;
    /// with a bound a dead entry still holds its place.
    pub fn visit(&self, to: &mut impl Visit<V>) {
        let now = to.now();
        let CacheOptions {
            ttl,
            jitter,
            stale,
            early,
            negative_ttl,
            max_size,
        } = &self.options;
        [ttl.0, stale.0, negative_ttl.0]
            .into_iter()
            .for_each(|word| to.word(word));
        to.word(u64::from(*jitter) << 32 | u64::from(max_size.unwrap_or(u32::MAX)));
        to.word(early.map_or(u64::MAX, |beta| u64::from(beta.0)));
        if max_size.is_some() {
            to.word(self.entries.len() as u64);
            self.entries
                .iter()
                .for_each(|(_, entry)| self.visit_entry(entry, now, to));
        } else {
            to.word(self.entries(now).count() as u64);
            let alive = self.entries.by_key().filter(|(_, entry)| entry.usable_until > now);
            alive.for_each(|(_, entry)| self.visit_entry(entry, now, to));
        }
        to.word((self.flights.len() as u64) << 32 | self.superseded.len() as u64);
        for flight in self.flights.values().chain(&self.superseded) {
            to.value(&flight.name);
            to.value(&flight.token);
            to.actor(flight.leader);
            to.queue(flight.queue());
            if early.is_some() {
                to.word(now.saturating_since(flight.since).0);
            }
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.entries.assert_invariants();
        let max = self.options.max_size.map_or(usize::MAX, |max| max as usize);
        assert!(self.entries.len() <= max, "(1) {} entries", self.entries.len());
        for (_, entry) in self.entries.iter() {
            assert!(entry.fresh_until <= entry.usable_until, "(2) fresh but not usable");
            assert!(
                matches!(entry.content, Fetched::Value(_)) || entry.fresh_until == entry.usable_until,
                "(2) an error is never stale"
            );
        }
        let flights: Vec<_> = self.flights.values().chain(&self.superseded).collect();
        for (at, flight) in flights.iter().enumerate() {
            flight.assert_invariants();
            for other in flights.iter().skip(at + 1) {
                assert!(flight.token != other.token, "(3) two flights with one token");
                let twice = flight
                    .queue()
                    .any(|(waiter, _)| other.queue().any(|(own, _)| own == waiter));
                assert!(!twice, "(3) somebody waits for two flights");
            }
        }
    }

    fn visit_entry(&self, entry: &CacheEntry<V>, now: Instant, to: &mut impl Visit<V>) {
        to.value(&entry.name);
        if entry.usable_until <= now {
            to.word(0);
            return;
        }
        let (tag, content) = match &entry.content {
            Fetched::Value(value) => (1, value),
            Fetched::Error(error) => (2, error),
        };
        to.word(tag);
        to.value(content);
        tell_end(entry.fresh_until, to);
        tell_end(entry.usable_until, to);
        if self.options.early.is_some() {
            to.word(entry.cost.0);
        }
    }

    /// A flight has landed. `None` if nothing of it is to be kept; those who waited for it are woken all the same.
    fn take_flight(&mut self, key: &K, token: &V, woken: &mut Vec<(Waiter, Actor)>) -> Option<Flight<V>> {
        if self.flights.get(key).is_some_and(|flight| flight.token == *token) {
            let mut flight = self.flights.remove(key)?;
            flight.wake(woken);
            return Some(flight);
        }
        let at = self.superseded.iter().position(|flight| flight.token == *token)?;
        self.superseded.remove(at).wake(woken);
        None
    }

    fn supersede(&mut self, key: &K) {
        self.superseded.extend(self.flights.remove(key));
    }

    fn store(
        &mut self,
        key: &K,
        name: V,
        value: V,
        ttl: Option<Duration>,
        cost: Duration,
        at: At<impl FnOnce() -> u64>,
    ) -> Option<V> {
        let At { now, random } = at;
        let ttl = ttl.unwrap_or(self.options.ttl);
        let fresh_until = match (self.options.jitter, ttl) {
            (_, Duration::MAX) => Instant::MAX,
            (0, ttl) => now.saturating_add(ttl),
            (jitter, ttl) => {
                let most = u128::from(ttl.0) * u128::from(jitter) / 1_000_000;
                let less = (most * u128::from(random())) >> 64;
                now.saturating_add(Duration(ttl.0.saturating_sub(less as u64)))
            }
        };
        let entry = CacheEntry {
            name,
            content: Fetched::Value(value),
            fresh_until,
            usable_until: fresh_until.saturating_add(self.options.stale),
            cost,
        };
        self.insert(key, entry, now)
    }

    fn insert(&mut self, key: &K, entry: CacheEntry<V>, now: Instant) -> Option<V> {
        self.entries.insert(key.clone(), entry);
        match self.options.max_size {
            Some(max) if self.entries.len() > max as usize => self.entries.pop_oldest().map(|(_, entry)| entry.name),
            Some(_) => None,
            None => {
                // Constant time per entry: a sweep follows as many insertions as it has left entries.
                if self.entries.len() >= self.sweep_at {
                    self.entries.retain(|entry| entry.usable_until > now);
                    self.sweep_at = (2 * self.entries.len()).max(SWEEP_FROM);
                }
                None
            }
        }
    }
}

/// What never ends does not come closer either.
fn tell_end<V>(at: Instant, to: &mut impl Visit<V>) {
    match at {
        Instant::MAX => to.word(u64::MAX),
        at => to.instant(at),
    }
}

/// The time of a call, and where it gets a random number if an option needs one.
#[derive(Clone, Copy, Debug)]
pub struct At<R> {
    /// Now.
    pub now: Instant,
    /// A number uniform over all its values.
    pub random: R,
}
