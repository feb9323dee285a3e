//! Measures as named figures in groups: the same list for a table, for JSON and for a page.
//!
//! Owns which figures there are, what they are called and how they are written. A figure that cannot be told, because no
//! time has passed or nobody came, is not in the list.

use std::fmt;

use clock::{Duration, Instant};

use super::{Durations, Gauge, Little, Meter, ObjectMeter, Prediction};
use crate::counted;

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
            Unit::PerSecond => format!("{}/s", rounded(self.value)),
            Unit::Millis => format!("{} ms", rounded(self.value)),
            Unit::Part => format!("{} %", rounded(self.value * 100.0)),
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
        self.add(&format!("{name}, mean"), Unit::Number, gauge.mean(now));
        self.add(&format!("{name}, most"), Unit::Times, Some(gauge.max() as f64));
    }

    fn durations(&mut self, name: &str, durations: &Durations) {
        let micros = |duration: Option<Duration>| duration.map(|duration| duration.0 as f64);
        self.micros(&format!("{name}, mean"), durations.mean());
        let [p50, p95, p99] = durations.percentiles([50, 95, 99]);
        for (word, value) in [("p50", p50), ("p95", p95), ("p99", p99), ("longest", durations.max())] {
            self.micros(&format!("{name}, {word}"), micros(value));
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
        let mut list = List::new("Run");
        list.micros("virtual time", Some(now.0 as f64));
        list.times("tasks started", tasks.started);
        list.times("tasks finished", tasks.finished);
        list.times("tasks failed", tasks.failed);
        if tasks.cancelled > 0 {
            list.times("tasks cancelled", tasks.cancelled);
        }
        let done = super::per_second(tasks.finished, now.saturating_since(Instant::ZERO));
        list.add(
            "tasks finished per second",
            Unit::PerSecond,
            done.filter(|_| tasks.finished > 0),
        );
        list.done(&mut groups);
        if tasks.started > 0 {
            let mut list = List::new("Tasks");
            list.gauge("alive", &tasks.alive, now);
            list.gauge("blocked", &tasks.blocked, now);
            list.gauge("computing", &tasks.working, now);
            list.durations("lifetime", &tasks.lifetime);
            list.done(&mut groups);
            little(tasks.little(now), &mut groups);
        }
        let waits = self.waits();
        if waits.count() > 0 {
            let mut list = List::new("Waiting for objects");
            list.durations("wait", &waits);
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
        let mut list = List::new("Counted");
        for what in whats {
            list.times(&counted(2, what)[2..], self.count(what));
        }
        list.done(groups);
    }
}

impl ObjectMeter {
    /// What it amounts to by `now`.
    #[must_use]
    pub fn figures(&self, now: Instant) -> Vec<FigureGroup> {
        let mut groups = Vec::new();
        let mut list = List::new("Flow");
        if self.arrived > 0 {
            list.times(if self.is_channel() { "messages in" } else { "arrived" }, self.arrived);
            list.times(if self.is_channel() { "messages out" } else { "served" }, self.departed);
            list.add("throughput", Unit::PerSecond, self.throughput(now));
        }
        if self.left > 0 {
            list.times("gave up waiting", self.left);
        }
        list.add("hit ratio", Unit::Part, self.hit_ratio());
        for (what, &count) in &self.counts {
            list.times(&counted(2, what)[2..], count);
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
        let mut list = List::new("Waiting");
        list.gauge("in line", &self.waiting, now);
        list.durations("wait", &self.wait());
        if self.waits.len() > 1 {
            for (mode, waits) in &self.waits {
                list.micros(&format!("wait to {mode}, mean"), waits.mean());
            }
        }
        list.done(groups);
    }

    fn use_of(&self, now: Instant, groups: &mut Vec<FigureGroup>) {
        let mut list = List::new("Use");
        if self.held.max() > 0 {
            list.gauge("active", &self.held, now);
            list.add("utilisation", Unit::Part, self.utilisation(now));
            list.durations("hold", &self.hold);
        }
        if self.is_channel() {
            list.gauge("inside", &self.inside, now);
            list.durations("lag", &self.stay);
        }
        list.done(groups);
    }

    fn against(&self, queue: &Prediction, now: Instant, groups: &mut Vec<FigureGroup>) {
        let mut list = List::new("M/M/c, the queue with random arrivals and service");
        list.times("servers (c)", u64::from(queue.servers));
        list.add("load of each (ρ)", Unit::Part, Some(queue.load()));
        list.add("chance to wait, expected", Unit::Part, queue.wait_probability());
        list.micros("wait, expected", queue.wait());
        list.micros("wait, expected with the spread of this run", queue.adjusted_wait());
        list.micros("wait, measured", self.wait().mean());
        list.add("in line, expected", Unit::Number, queue.queue());
        list.add("in line, measured", Unit::Number, self.waiting.mean(now));
        list.done(groups);
    }
}

fn little(law: Option<Little>, groups: &mut Vec<FigureGroup>) {
    let Some(law) = law else { return };
    let mut list = List::new("Little's law: L = λ·W");
    list.add("inside on average (L)", Unit::Number, Some(law.inside));
    list.add("arrivals (λ)", Unit::PerSecond, Some(law.arrival_rate * 1e6));
    list.micros("time inside (W)", Some(law.time_inside));
    list.add("λ·W", Unit::Number, Some(law.product()));
    list.add("λ·W is off by", Unit::Part, law.gap());
    list.done(groups);
}
