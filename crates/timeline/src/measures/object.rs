//! One object in numbers.
//!
//! Owns who waits and who holds since when, by the same rules as the card; everything else is sums over that.

use std::collections::{BTreeMap, VecDeque};

use clock::{Duration, Instant};
use world::{Event, EventKind, FactValue, ObjectId, ObjectShape, Slots, TaskId};

use super::tasks::rate;
use super::{Durations, Gauge, Little, Prediction, per_second};
use crate::card::is_lock;

/// Under what the wait of one is noted that can hold nothing.
const PASSED: &str = "pass";

/// Measures of one object. See [`super::Meter`] for what counts as what.
#[derive(Clone, PartialEq, Debug)]
pub struct ObjectMeter {
    /// The object.
    pub object: ObjectId,
    /// The variable that it was constructed into.
    pub name: String,
    /// Its class.
    pub class: &'static str,
    created: Instant,
    // Invariants:
    // (1) `waiting.value()` is the number of `waits_open`;
    // (2) `held.value()` is the sum of the units of `holds_open`, where a lock counts once however deep it is;
    // (3) `arrived == departed + left + waits_open + holds_open`, unless it is a channel or permits are signals.
    waits_open: VecDeque<Waiting>,
    holds_open: Vec<Holding>,
    /// When each value that lies in a channel was put there.
    inside_since: VecDeque<Instant>,
    last_arrival: Option<Instant>,
    is_store: bool,
    is_signal: bool,

    /// How many wait.
    pub waiting: Gauge,
    /// How much of it is held.
    pub held: Gauge,
    /// How much of it may be held; `None` if there is no such number.
    pub limit: Option<Gauge>,
    /// How many values lie in a channel: how far its consumers are behind.
    pub inside: Gauge,
    /// Who came and wanted something.
    pub arrived: u64,
    /// Who got it and is done with it.
    pub departed: u64,
    /// Who left the line without it.
    pub left: u64,
    /// How long each waited that got it, by what it is held as.
    pub waits: BTreeMap<&'static str, Durations>,
    /// How long it was held.
    pub hold: Durations,
    /// From arriving to being done with it.
    pub stay: Durations,
    /// Between two arrivals.
    pub gaps: Durations,
    /// Facts that are numbers, over time; levels in millionths.
    pub facts: BTreeMap<&'static str, Gauge>,
    /// What was counted.
    pub counts: BTreeMap<&'static str, u64>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Waiting {
    task: TaskId,
    since: Instant,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Holding {
    task: TaskId,
    mode: &'static str,
    units: u32,
    arrived: Instant,
    since: Instant,
}

impl Holding {
    /// How much of the object is not there for others.
    fn places(&self) -> i64 {
        i64::from(if is_lock(self.mode) { 1 } else { self.units })
    }
}

impl ObjectMeter {
    pub(super) fn new(object: ObjectId, name: &str, shape: &ObjectShape, now: Instant) -> ObjectMeter {
        ObjectMeter {
            object,
            name: name.to_owned(),
            class: shape.class,
            created: now,
            waits_open: VecDeque::new(),
            holds_open: Vec::new(),
            inside_since: VecDeque::new(),
            last_arrival: None,
            is_store: false,
            is_signal: false,
            waiting: Gauge::new(0, now),
            held: Gauge::new(0, now),
            limit: match shape.slots {
                Slots::Fixed(places) | Slots::Listed(places) => Some(Gauge::new(i64::from(places), now)),
                Slots::None | Slots::Unbounded => None,
            },
            inside: Gauge::new(0, now),
            arrived: 0,
            departed: 0,
            left: 0,
            waits: BTreeMap::new(),
            hold: Durations::default(),
            stay: Durations::default(),
            gaps: Durations::default(),
            facts: BTreeMap::new(),
            counts: BTreeMap::new(),
        }
    }

    pub(super) fn push(&mut self, event: &Event) {
        let (task, now) = (event.task, event.time);
        match &event.kind {
            EventKind::Queued { .. } => self.queued(task, now),
            EventKind::Acquired { mode, units, .. } => self.acquired(task, mode, *units, now),
            EventKind::Passed { .. } => {
                let arrived = self.wait_ended(task, PASSED, now);
                self.departed += 1;
                self.stay.push(now.saturating_since(arrived));
            }
            EventKind::Dequeued { .. } => self.left += u64::from(self.stop_waiting(task, now).is_some()),
            EventKind::Released { mode, units, .. } => self.released(task, mode, *units, now),
            EventKind::Sent { .. } => self.put(task, now),
            EventKind::Buffered { from, .. } => self.put(*from, now),
            EventKind::Received { from, .. } => self.taken(task, *from, now),
            EventKind::AtomicSet { value, .. } => self.learn("value", &FactValue::Count(*value), now),
            EventKind::Shown { fact, value, .. } => self.learn(fact, value, now),
            EventKind::Counted { what, .. } => *self.counts.entry(what).or_default() += 1,
            _ => {}
        }
    }

    fn note_arrival(&mut self, now: Instant) {
        self.arrived += 1;
        if let Some(last) = self.last_arrival.replace(now) {
            self.gaps.push(now.saturating_since(last));
        }
    }

    fn queued(&mut self, task: TaskId, now: Instant) {
        self.waits_open.push_back(Waiting { task, since: now });
        self.waiting.add(1, now);
        if !self.is_store {
            self.note_arrival(now);
        }
    }

    fn stop_waiting(&mut self, task: TaskId, now: Instant) -> Option<Instant> {
        let index = self.waits_open.iter().position(|waiting| waiting.task == task)?;
        let waiting = self.waits_open.remove(index)?;
        self.waiting.add(-1, now);
        Some(waiting.since)
    }

    /// The task has what it wanted; says when it came for it.
    fn wait_ended(&mut self, task: TaskId, mode: &'static str, now: Instant) -> Instant {
        let arrived = match self.stop_waiting(task, now) {
            Some(since) => since,
            None => {
                if !self.is_store {
                    self.note_arrival(now);
                }
                now
            }
        };
        self.waits.entry(mode).or_default().push(now.saturating_since(arrived));
        arrived
    }

    fn acquired(&mut self, task: TaskId, mode: &'static str, units: u32, now: Instant) {
        let again = self
            .holds_open
            .iter_mut()
            .find(|held| is_lock(mode) && held.task == task && held.mode == mode);
        if let Some(held) = again {
            held.units = held.units.saturating_add(units);
            return;
        }
        let arrived = self.wait_ended(task, mode, now);
        if self.is_signal {
            // It is used up, not held.
            self.departed += 1;
            self.stay.push(now.saturating_since(arrived));
            return;
        }
        let held = Holding {
            task,
            mode,
            units,
            arrived,
            since: now,
        };
        self.held.add(held.places(), now);
        self.holds_open.push(held);
    }

    fn released(&mut self, task: TaskId, mode: &'static str, units: u32, now: Instant) {
        let mut left = units;
        while left > 0 {
            let is_its = |held: &Holding| held.task == task && held.mode == mode;
            let is_its = self.holds_open.iter().rposition(is_its);
            // A connection may be given back by another task than the one that took it.
            let any = || {
                self.holds_open
                    .iter()
                    .position(|held| held.mode == mode && mode != "permit")
            };
            let Some(index) = is_its.or_else(any) else { break };
            let held = &mut self.holds_open[index];
            let given_back = left.min(held.units);
            held.units -= given_back;
            left -= given_back;
            if !is_lock(mode) {
                self.held.add(-i64::from(given_back), now);
            }
            if self.holds_open[index].units == 0 {
                if is_lock(mode) {
                    self.held.add(-1, now);
                }
                let held = self.holds_open.remove(index);
                self.departed += 1;
                self.hold.push(now.saturating_since(held.since));
                self.stay.push(now.saturating_since(held.arrived));
            }
        }
        if left > 0 && mode == "permit" {
            self.is_signal = true;
            self.holds_open.clear();
            self.held.set(0, now);
        }
    }

    /// A value goes into a channel.
    fn put(&mut self, from: TaskId, now: Instant) {
        self.becomes_store();
        self.note_arrival(now);
        self.wait_ended(from, "send", now);
        self.inside_since.push_back(now);
        self.inside.add(1, now);
    }

    /// A value comes out of a channel, or goes from hand to hand.
    fn taken(&mut self, task: TaskId, from: Option<TaskId>, now: Instant) {
        self.becomes_store();
        self.wait_ended(task, "receive", now);
        let since = match from {
            Some(sender) => {
                self.note_arrival(now);
                self.wait_ended(sender, "send", now);
                now
            }
            None => match self.inside_since.pop_front() {
                Some(since) => {
                    self.inside.add(-1, now);
                    since
                }
                None => now,
            },
        };
        self.departed += 1;
        self.stay.push(now.saturating_since(since));
    }

    /// Its customers are messages: who waits for them has not arrived at it.
    fn becomes_store(&mut self) {
        if !self.is_store {
            self.is_store = true;
            self.arrived = 0;
            self.last_arrival = None;
            self.gaps = Durations::default();
        }
    }

    fn learn(&mut self, fact: &'static str, value: &FactValue, now: Instant) {
        let number = match value {
            FactValue::Count(count) => *count,
            FactValue::Level { micro, .. } => *micro,
            FactValue::Word(_) | FactValue::At(_) => return,
        };
        if fact == "limit" {
            self.limit
                .get_or_insert_with(|| Gauge::new(number, now))
                .set(number, now);
        }
        let gauge = self.facts.entry(fact).or_insert_with(|| Gauge::new(number, now));
        gauge.set(number, now);
    }

    /// For how long it has been measured.
    #[must_use]
    pub fn span(&self, now: Instant) -> Duration {
        now.saturating_since(self.created)
    }

    /// Whether its customers are messages.
    #[must_use]
    pub fn is_channel(&self) -> bool {
        self.is_store
    }

    /// Whether anybody ever wanted anything of it.
    #[must_use]
    pub fn is_used(&self) -> bool {
        self.arrived > 0 || !self.waits.is_empty() || !self.counts.is_empty()
    }

    /// All waits that ended well, whatever for.
    #[must_use]
    pub fn wait(&self) -> Durations {
        let mut all = Durations::default();
        for waits in self.waits.values() {
            all.extend(waits);
        }
        all
    }

    /// How often something was counted.
    #[must_use]
    pub fn count(&self, what: &str) -> u64 {
        self.counts.get(what).copied().unwrap_or_default()
    }

    /// Which part of what may be held was held, averaged over time; `None` without a limit.
    #[must_use]
    pub fn utilisation(&self, now: Instant) -> Option<f64> {
        let possible = self.limit.as_ref()?.area_at(now);
        (possible > 0).then(|| self.held.area_at(now) as f64 / possible as f64)
    }

    /// How many were done with it in a second of virtual time.
    #[must_use]
    pub fn throughput(&self, now: Instant) -> Option<f64> {
        per_second(self.departed, self.span(now))
    }

    /// Which part of the lookups was a hit; `None` without lookups.
    #[must_use]
    pub fn hit_ratio(&self) -> Option<f64> {
        let (hits, misses) = (self.count("hit"), self.count("miss"));
        (hits + misses > 0).then(|| hits as f64 / (hits + misses) as f64)
    }

    /// Little's law; `None` while no time has passed or nobody was done with it.
    #[must_use]
    pub fn little(&self, now: Instant) -> Option<Little> {
        let inside = if self.is_store {
            self.inside.mean(now)?
        } else {
            self.waiting.mean(now)? + self.holders_mean(now)?
        };
        Some(Little {
            inside,
            arrival_rate: rate(self.arrived, self.span(now))?,
            time_inside: self.stay.mean()?,
        })
    }

    /// How many held it on average, whatever each held of it.
    fn holders_mean(&self, now: Instant) -> Option<f64> {
        let ended = self.hold.mean().unwrap_or_default() * self.hold.count() as f64;
        let open: u64 = self
            .holds_open
            .iter()
            .map(|held| now.saturating_since(held.since).0)
            .sum();
        let span = self.span(now).0;
        (span > 0).then(|| (ended + open as f64) / span as f64)
    }

    /// What the queue M/M/c would do with the same arrivals, the same mean service and as many servers as may hold it;
    /// `None` where that makes no sense: without a limit, without arrivals, or where permits are signals.
    #[must_use]
    pub fn prediction(&self, now: Instant) -> Option<Prediction> {
        let servers = self.limit.as_ref()?.value();
        if self.is_signal || self.is_store || self.hold.count() == 0 {
            return None;
        }
        let service = self.hold.mean().filter(|&service| service > 0.0)?;
        Some(Prediction {
            servers: u32::try_from(servers).ok().filter(|&servers| servers > 0)?,
            arrival_rate: rate(self.arrived, self.span(now))?,
            service,
            arrival_scv: self.gaps.scv(),
            service_scv: self.hold.scv(),
        })
    }

    /// The numbered invariants, for tests.
    #[cfg(test)]
    pub(super) fn assert_invariants(&self) {
        assert_eq!(self.waiting.value(), self.waits_open.len() as i64, "(1)");
        let units: i64 = self.holds_open.iter().map(Holding::places).sum();
        assert_eq!(self.held.value(), units, "(2)");
        if !self.is_store && !self.is_signal {
            let open = (self.waits_open.len() + self.holds_open.len()) as u64;
            assert_eq!(self.arrived, self.departed + self.left + open, "(3)");
        }
    }
}
