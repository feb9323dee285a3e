//! The batcher: loads of single keys are collected and done together.
//!
//! *Who waits.* Whoever loads a key, for the batch that the key went into; and whoever is to send a batch, for it to be due.
//! *When a batch is due.* When it is full, or has waited for as long as it may. Without such a time the caller sends
//! it when it likes, as soon as the current turn of the event loop is over, say. A batch that is full takes no more loads; the next
//! load opens another, also while earlier ones are under way.
//! *Once for each key.* With a cache a key that was loaded before is not loaded again: whoever asks gets the outcome of the
//! first load, together with the batch that collects now, so that answers keep the order in which they were asked for. A
//! failed batch is not remembered. This, and the rule for the order, is the data loader's of Facebook (`dataloader`);
//! without a cache and with a time it is the dynamic batching of inference servers.
//!
//! Does not own the function that loads, nor what its results are: a load is settled by its ticket.

use std::collections::BTreeMap;

use clock::{Duration, Instant};

use crate::{Actor, Visit, Waiter};

#[cfg(test)]
mod tests;

/// How a batcher works.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct BatcherOptions {
    /// Most keys in one batch, at least 1; `None` for any number.
    pub max_size: Option<u32>,
    /// How long a batch may wait for more keys; `None` if whoever sends it decides.
    pub max_wait: Option<Duration>,
    /// Whether outcomes are remembered.
    pub cache: bool,
}

/// What became of a load.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub struct Loaded {
    /// The batch that it waits for.
    pub batch: u32,
    /// Whether that was opened for it: somebody has to see to it that it is sent.
    pub is_opened: bool,
    /// Whether the key was loaded before.
    pub is_hit: bool,
    /// Who waits to send the batch and can do so now, because it is full.
    pub due: Option<(Waiter, Actor)>,
}

/// The waits that a batch ends.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use = "a wait that is not ended leaves its task asleep for ever"]
pub struct Landing {
    /// The loads, in the order of the keys.
    pub loads: Vec<(Waiter, Actor)>,
    /// Who asked for a key that was loaded before, and the ticket of that load.
    pub hits: Vec<(Waiter, Actor, Waiter)>,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Load<K, V> {
    id: Name<K, V>,
    key: V,
    ticket: Waiter,
    actor: Actor,
}

/// What tells a key from others.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Name<K, V> {
    /// To compare.
    pub id: K,
    /// As the program has it.
    pub value: V,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Known<V> {
    /// Counted in keys.
    order: u64,
    value: V,
    ticket: Waiter,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Batch<K, V> {
    number: u32,
    loads: Vec<Load<K, V>>,
    hits: Vec<(Waiter, Actor, Waiter)>,
    /// When it has waited for long enough.
    deadline: Option<Instant>,
    /// Whether it takes no more, even if a load has been given up since.
    is_full: bool,
    /// Who waits to send it.
    sender: Option<(Waiter, Actor)>,
    is_sent: bool,
}

impl<K, V> Batch<K, V> {
    fn collects(&self) -> bool {
        !self.is_sent && !self.is_full
    }
}

/// Loads on their way; `K` tells keys apart, `V` is a key as the program gave it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Batcher<K, V> {
    options: BatcherOptions,
    // Invariants:
    // (1) at most one batch collects: it is the last one, is not sent and not full;
    // (2) batches have different numbers, as small as possible when they were opened;
    // (3) nobody waits to send a batch that is full or sent;
    // (4) every load that is not over is in one batch, and with a cache no two batches or loads have the same key,
    //     unless it was forgotten in between.
    batches: Vec<Batch<K, V>>,
    /// The ticket of the load that each key was loaded by.
    cache: BTreeMap<K, Known<V>>,
    next_entry: u64,
}

impl<K: Ord + Clone, V: Clone> Batcher<K, V> {
    /// A batcher that nothing was asked of.
    #[must_use]
    pub fn new(options: BatcherOptions) -> Self {
        assert_ne!(options.max_size, Some(0), "no key would ever be loaded");
        Self {
            options,
            batches: Vec::new(),
            cache: BTreeMap::new(),
            next_entry: 0,
        }
    }

    /// Asks for a key. The outcome is that of `ticket`.
    pub fn load(&mut self, id: Name<K, V>, key: V, ticket: Waiter, actor: Actor, now: Instant) -> Loaded {
        let known = self.cache.get(&id.id).map(|known| known.ticket);
        let is_opened = !self.batches.last().is_some_and(|batch| batch.collects());
        if is_opened {
            self.open(now);
        }
        if known.is_none() && self.options.cache {
            self.remember(id.clone(), ticket);
        }
        let most = self.options.max_size;
        let batch = self.batches.last_mut().expect("one collects");
        match known {
            Some(first) => batch.hits.push((ticket, actor, first)),
            None => batch.loads.push(Load { id, key, ticket, actor }),
        }
        let is_full = most.is_some_and(|most| batch.loads.len() >= most as usize);
        batch.is_full |= is_full;
        Loaded {
            batch: batch.number,
            is_opened,
            is_hit: known.is_some(),
            due: batch.sender.take_if(|_| is_full),
        }
    }

    /// Waits as `waiter` until a batch is to be sent; `true` when it is to be now.
    ///
    /// Only for batches that are not sent yet, and with a time that they may wait.
    #[must_use]
    pub fn await_due(&mut self, batch: u32, waiter: Waiter, actor: Actor, now: Instant) -> bool {
        let Some(batch) = self.batches.iter_mut().find(|it| it.number == batch) else {
            return true;
        };
        let is_due = batch.is_full || batch.is_sent || batch.deadline.is_none_or(|deadline| deadline <= now);
        if !is_due {
            batch.sender = Some((waiter, actor));
        }
        is_due
    }

    /// When somebody who waits to send a batch is to be woken by time alone, and who that is.
    #[must_use]
    pub fn deadline(&self) -> Option<(Instant, Actor)> {
        let waiting = self
            .batches
            .iter()
            .filter_map(|batch| Some((batch.deadline?, batch.sender?.1)));
        waiting.min_by_key(|&(deadline, _)| deadline)
    }

    /// Time has passed: who can send now.
    pub fn tick(&mut self, now: Instant) -> Vec<(Waiter, Actor)> {
        let due = |batch: &mut Batch<K, V>| {
            let is_due = batch.deadline.is_some_and(|deadline| deadline <= now);
            batch.sender.take_if(|_| is_due)
        };
        self.batches.iter_mut().filter_map(due).collect()
    }

    /// Sends a batch: its keys, in the order of the loads. It takes no more.
    pub fn send(&mut self, batch: u32) -> impl Iterator<Item = &V> {
        let mut batch = self.batches.iter_mut().find(|it| it.number == batch);
        if let Some(batch) = &mut batch {
            batch.is_sent = true;
            batch.sender = None;
        }
        batch
            .into_iter()
            .flat_map(|batch| batch.loads.iter().map(|load| &load.key))
    }

    /// A batch has been loaded, or could not be: then its keys are forgotten. `None` if there is no such batch.
    pub fn land(&mut self, batch: u32, is_failed: bool) -> Option<Landing> {
        let position = self.batches.iter().position(|it| it.number == batch && it.is_sent)?;
        let Batch { loads, hits, .. } = self.batches.remove(position);
        if is_failed {
            for load in &loads {
                self.forget_load(&load.id.id, load.ticket);
            }
        }
        Some(Landing {
            loads: loads.into_iter().map(|load| (load.ticket, load.actor)).collect(),
            hits,
        })
    }

    /// Remembers the outcome of `ticket` for a key that is not known yet. Returns whether it was not.
    pub fn prime(&mut self, id: Name<K, V>, ticket: Waiter) -> bool {
        let is_new = self.options.cache && !self.cache.contains_key(&id.id);
        if is_new {
            self.remember(id, ticket);
        }
        is_new
    }

    /// Forgets what is known of a key; a load that is under way goes on.
    pub fn clear(&mut self, id: &K) {
        self.cache.remove(id);
    }

    /// Forgets all keys.
    pub fn clear_all(&mut self) {
        self.cache.clear();
    }

    /// Ends the wait of a load whose batch is not sent yet, or of somebody who was to send one, without a trace. `false`
    /// when `waiter` does not wait here or its key is on its way.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        // Whoever asked for the same key later gets the outcome of the first load, which is then not its own to give up.
        let is_wanted = self
            .batches
            .iter()
            .flat_map(|batch| &batch.hits)
            .any(|&(.., first)| first == waiter);
        let mut gone = None;
        for batch in self.batches.iter_mut() {
            if batch.sender.take_if(|(sender, _)| *sender == waiter).is_some() {
                return true;
            }
            if batch.is_sent {
                continue;
            }
            if let Some(position) = batch.hits.iter().position(|&(ticket, ..)| ticket == waiter) {
                batch.hits.remove(position);
                return true;
            }
            let position = batch.loads.iter().position(|load| load.ticket == waiter);
            if let Some(position) = position.filter(|_| !is_wanted) {
                gone = Some(batch.loads.remove(position).id.id);
                break;
            }
        }
        match gone {
            Some(id) => {
                self.forget_load(&id, waiter);
                true
            }
            None => false,
        }
    }

    /// How it was made.
    #[must_use]
    pub fn options(&self) -> &BatcherOptions {
        &self.options
    }

    /// The batches: number, how many keys, whether it is on its way, and until when it collects.
    pub fn batches(&self) -> impl Iterator<Item = (u32, usize, bool, Option<Instant>)> {
        let told = |batch: &Batch<K, V>| (batch.number, batch.loads.len(), batch.is_sent, batch.deadline);
        self.batches.iter().map(told)
    }

    /// How many keys are known.
    #[must_use]
    pub fn known(&self) -> usize {
        self.cache.len()
    }

    /// Tells what the state consists of.
    pub fn visit(&self, to: &mut impl Visit<V>) {
        let BatcherOptions {
            max_size,
            max_wait,
            cache,
        } = self.options;
        to.word(u64::from(cache) << 32 | u64::from(max_size.unwrap_or(0)));
        to.word(max_wait.map_or(u64::MAX, |wait| wait.0));
        to.word(self.batches.len() as u64);
        for batch in &self.batches {
            to.word(u64::from(batch.number) << 2 | u64::from(batch.is_full) << 1 | u64::from(batch.is_sent));
            to.word((batch.loads.len() as u64) << 32 | batch.hits.len() as u64);
            for load in &batch.loads {
                to.value(&load.key);
                to.value(&load.id.value);
                to.waiter(load.ticket);
                to.actor(load.actor);
            }
            for &(ticket, actor, first) in &batch.hits {
                to.waiter(ticket);
                to.actor(actor);
                to.waiter(first);
            }
            // It decides until the batch is due, whether somebody waits for that already or not.
            let deadline = batch.deadline.filter(|_| !batch.is_full && !batch.is_sent);
            to.word(u64::from(batch.sender.is_some()) << 1 | u64::from(deadline.is_some()));
            if let Some(deadline) = deadline {
                to.instant(deadline);
            }
            if let Some((waiter, actor)) = batch.sender {
                to.waiter(waiter);
                to.actor(actor);
            }
        }
        let mut known: Vec<&Known<V>> = self.cache.values().collect();
        known.sort_unstable_by_key(|known| known.order);
        to.word(known.len() as u64);
        for Known { value, ticket, .. } in known {
            to.value(value);
            to.waiter(*ticket);
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        let collecting = self.batches.iter().filter(|batch| batch.collects()).count();
        assert!(collecting <= 1, "(1) two batches collect");
        let is_last = self.batches.last().is_some_and(|batch| batch.collects());
        assert_eq!(collecting == 1, is_last, "(1) another than the last collects");
        for (position, batch) in self.batches.iter().enumerate() {
            let others = &self.batches[position + 1..];
            assert!(others.iter().all(|other| other.number != batch.number), "(2)");
            assert!(
                batch.sender.is_none() || !(batch.is_sent || batch.is_full),
                "(3) somebody waits for a batch that is due"
            );
        }
    }

    fn open(&mut self, now: Instant) {
        let is_taken = |number: u32| self.batches.iter().any(|batch| batch.number == number);
        let number = (0u32..).find(|&number| !is_taken(number)).unwrap_or_default();
        self.batches.push(Batch {
            number,
            loads: Vec::new(),
            hits: Vec::new(),
            deadline: self.options.max_wait.map(|wait| now.saturating_add(wait)),
            is_full: false,
            sender: None,
            is_sent: false,
        });
    }

    fn remember(&mut self, name: Name<K, V>, ticket: Waiter) {
        let Name { id, value } = name;
        let order = self.next_entry;
        self.cache.insert(id, Known { order, value, ticket });
        self.next_entry += 1;
    }

    /// Forgets a key if it is known by that load.
    fn forget_load(&mut self, id: &K, ticket: Waiter) {
        if self.cache.get(id).is_some_and(|known| known.ticket == ticket) {
            self.cache.remove(id);
        }
    }
}
