//! Measures as named figures in groups: the same list for a table, for JSON and for a page.
//!
//! Owns which figures there are and how they are written; what they are called stands in `texts`. A figure that cannot be
//! told, because no time has passed or nobody came, is not in the list.

use std::fmt;

use clock::{Duration, Instant};

use super::{Durations, Gauge, Little, Meter, ObjectMeter, Prediction};
use crate::texts::grammar::plural;
use crate::texts::{figures as words, fill};

/// Figures that belong together.
#[derive(Clone, PartialEq, Debug)]
pub struct FigureGroup {
    /// What they are about.
    pub title: &'static str,
    /// The figures.
    pub figures: Vec<Figure>,
}

/// A number with a name.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// What it is called.
    pub name: String,
    /// The number, in its unit.
    pub value: f64,
    /// In what it is measured.
    pub unit: Unit,
}

/// In what a figure is measured.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// How many times, a whole number.
    Times,
    /// How many at once, on average.
    Number,
    /// Per second of virtual time.
    PerSecond,
    /// Milliseconds of virtual time.
    Millis,
    /// A part of a whole, written as a percentage.
    Part,
}

impl Unit {
    /// What stands behind the number where there is no room for words, as in JSON: empty for plain numbers.
    #[must_use]
    pub fn suffix(self) -> &'static str {
        match self {
            Unit::Times | Unit::Number | Unit::Part => "",
            Unit::PerSecond => "per_s",
            Unit::Millis => "ms",
        }
    }
}

impl Figure {
    /// The number with its unit, as one reads it.
    #[must_use]
    pub fn text(&self) -> String {
        match self.unit {
            Unit::Times => format!("{:.0}", self.value),
            Unit::Number => rounded(self.value),
            Unit::PerSecond => fill(words::PER_SECOND, &[&rounded(self.value)]),
            Unit::Millis => fill(words::MILLIS, &[&rounded(self.value)]),
            Unit::Part => fill(words::PERCENT, &[&rounded(self.value * 100.0)]),
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.name, self.text())
    }
}

/// At most two digits behind the point, and none that say nothing.
fn rounded(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text {
        "-0" | "" => "0".to_owned(),
        text => text.to_owned(),
    }
}

/// A group under construction.
struct List {
    title: &'static str,
    figures: Vec<Figure>,
}

impl List {
    fn new(title: &'static str) -> List {
        List {
            title,
            figures: Vec::new(),
        }
    }

    fn add(&mut self, name: &str, unit: Unit, value: Option<f64>) {
        if let Some(value) = value {
            let name = name.to_owned();
            self.figures.push(Figure { name, value, unit });
        }
    }

    fn times(&mut self, name: &str, count: u64) {
        self.add(name, Unit::Times, Some(count as f64));
    }

    fn micros(&mut self, name: &str, micros: Option<f64>) {
        self.add(name, Unit::Millis, micros.map(|micros| micros / 1e3));
    }

    fn gauge(&mut self, name: &str, gauge: &Gauge, now: Instant) {
        self.add(&fill(words::MEAN, &[&name]), Unit::Number, gauge.mean(now));
        self.add(&fill(words::MOST, &[&name]), Unit::Times, Some(gauge.max() as f64));
    }

    fn durations(&mut self, name: &str, durations: &Durations) {
        let micros = |duration: Option<Duration>| duration.map(|duration| duration.0 as f64);
        self.micros(&fill(words::MEAN, &[&name]), durations.mean());
        let [p50, p95, p99] = durations.percentiles([50, 95, 99]);
        for (word, value) in [
            (words::P50, p50),
            (words::P95, p95),
            (words::P99, p99),
            (words::LONGEST, durations.max()),
        ] {
            self.micros(&fill(word, &[&name]), micros(value));
        }
    }

    fn done(self, groups: &mut Vec<FigureGroup>) {
        if !self.figures.is_empty() {
            groups.push(FigureGroup {
                title: self.title,
                figures: self.figures,
            });
        }
    }
}

impl Meter {
    /// What the whole run amounts to.
    #[must_use]
    pub fn figures(&self) -> Vec<FigureGroup> {
        let now = self.now();
        let tasks = self.tasks();
        let mut groups = Vec::new();
        let mut list = List::new(words::THE_RUN);
        list.micros(words::VIRTUAL_TIME, Some(now.0 as f64));
        list.times(words::TASKS_STARTED, tasks.started);
        list.times(words::TASKS_FINISHED, tasks.finished);
        list.times(words::TASKS_FAILED, tasks.failed);
        if tasks.cancelled > 0 {
            list.times(words::TASKS_CANCELLED, tasks.cancelled);
        }
        let done = super::per_second(tasks.finished, now.saturating_since(Instant::ZERO));
        list.add(
            words::TASKS_PER_SECOND,
            Unit::PerSecond,
            done.filter(|_| tasks.finished > 0),
        );
        list.done(&mut groups);
        if tasks.started > 0 {
            let mut list = List::new(words::TASKS);
            list.gauge(words::ALIVE, &tasks.alive, now);
            list.gauge(words::BLOCKED, &tasks.blocked, now);
            list.gauge(words::COMPUTING, &tasks.working, now);
            list.durations(words::LIFETIME, &tasks.lifetime);
            list.done(&mut groups);
            little(tasks.little(now), &mut groups);
        }
        let waits = self.waits();
        if waits.count() > 0 {
            let mut list = List::new(words::WAITING_FOR_OBJECTS);
            list.durations(words::WAIT, &waits);
            list.done(&mut groups);
        }
        self.totals(&mut groups);
        groups
    }

    /// What was counted, over all objects.
    fn totals(&self, groups: &mut Vec<FigureGroup>) {
        let mut whats: Vec<&'static str> = self
            .objects()
            .iter()
            .flat_map(|object| object.counts.keys().copied())
            .collect();
        whats.sort_unstable();
        whats.dedup();
        let mut list = List::new(words::COUNTED);
        for what in whats {
            list.times(&plural(what), self.count(what));
        }
        list.done(groups);
    }
}

impl ObjectMeter {
    /// What it amounts to by `now`.
    #[must_use]
    pub fn figures(&self, now: Instant) -> Vec<FigureGroup> {
        let mut groups = Vec::new();
        let mut list = List::new(words::FLOW);
        if self.arrived > 0 {
            let [came, went] = match self.is_channel() {
                true => [words::MESSAGES_IN, words::MESSAGES_OUT],
                false => [words::ARRIVED, words::SERVED],
            };
            list.times(came, self.arrived);
            list.times(went, self.departed);
            list.add(words::THROUGHPUT, Unit::PerSecond, self.throughput(now));
        }
        if self.left > 0 {
            list.times(words::GAVE_UP_WAITING, self.left);
        }
        list.add(words::HIT_RATIO, Unit::Part, self.hit_ratio());
        for (what, &count) in &self.counts {
            list.times(&plural(what), count);
        }
        list.done(&mut groups);
        self.line(now, &mut groups);
        self.use_of(now, &mut groups);
        little(self.little(now).filter(|_| self.arrived > 0), &mut groups);
        if let Some(prediction) = self.prediction(now) {
            self.against(&prediction, now, &mut groups);
        }
        groups
    }

    fn line(&self, now: Instant, groups: &mut Vec<FigureGroup>) {
        if self.waits.is_empty() && self.waiting.max() == 0 {
            return;
        }
        let mut list = List::new(words::THE_LINE);
        list.gauge(words::IN_LINE, &self.waiting, now);
        list.durations(words::WAIT, &self.wait());
        if self.waits.len() > 1 {
            for (mode, waits) in &self.waits {
                list.micros(&fill(words::WAIT_TO, &[&mode]), waits.mean());
            }
        }
        list.done(groups);
    }

    fn use_of(&self, now: Instant, groups: &mut Vec<FigureGroup>) {
        let mut list = List::new(words::USE);
        if self.held.max() > 0 {
            list.gauge(words::ACTIVE, &self.held, now);
            list.add(words::UTILISATION, Unit::Part, self.utilisation(now));
            list.durations(words::HOLD, &self.hold);
        }
        if self.is_channel() {
            list.gauge(words::INSIDE, &self.inside, now);
            list.durations(words::LAG, &self.stay);
        }
        list.done(groups);
    }

    fn against(&self, queue: &Prediction, now: Instant, groups: &mut Vec<FigureGroup>) {
        let mut list = List::new(words::MMC);
        list.times(words::SERVERS, u64::from(queue.servers));
        list.add(words::LOAD, Unit::Part, Some(queue.load()));
        list.add(words::CHANCE_TO_WAIT_EXPECTED, Unit::Part, queue.wait_probability());
        list.micros(words::WAIT_EXPECTED, queue.wait());
        list.micros(words::WAIT_EXPECTED_WITH_THE_SPREAD_OF, queue.adjusted_wait());
        list.micros(words::WAIT_MEASURED, self.wait().mean());
        list.add(words::IN_LINE_EXPECTED, Unit::Number, queue.queue());
        list.add(words::IN_LINE_MEASURED, Unit::Number, self.waiting.mean(now));
        list.done(groups);
    }
}

fn little(law: Option<Little>, groups: &mut Vec<FigureGroup>) {
    let Some(law) = law else { return };
    let mut list = List::new(words::LITTLES_LAW);
    list.add(words::INSIDE_ON_AVERAGE, Unit::Number, Some(law.inside));
    list.add(words::ARRIVALS, Unit::PerSecond, Some(law.arrival_rate * 1e6));
    list.micros(words::TIME_INSIDE, Some(law.time_inside));
    list.add(words::PRODUCT, Unit::Number, Some(law.product()));
    list.add(words::PRODUCT_IS_OFF_BY, Unit::Part, law.gap());
    list.done(groups);
}
