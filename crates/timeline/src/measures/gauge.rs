//! A number over virtual time: what it is, its mean weighted by how long it was what, its largest value, its curve.
//!
//! Owns the integral, which is exact: whole numbers times whole microseconds. Knows nothing of what is counted.

use clock::Instant;

/// How many points a curve keeps at most.
const POINTS_MAX: usize = 4_096;

/// A number that changes at instants and stays as it is in between.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gauge {
    value: i64,
    max: i64,
    // Invariant: `area` is the integral of the value over time from `born` to `since`, in microseconds.
    born: Instant,
    since: Instant,
    area: i128,
    curve: Vec<Point>,
    /// Every so many changes become a point of the curve.
    stride: u32,
    skipped: u32,
}

/// From this instant on it had this value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Point {
    /// When.
    pub at: Instant,
    /// What it was from then on.
    pub value: i64,
}

impl Gauge {
    /// A number that is `value` from `now` on.
    #[must_use]
    pub fn new(value: i64, now: Instant) -> Gauge {
        Gauge {
            value,
            max: value,
            born: now,
            since: now,
            area: 0,
            curve: vec![Point { at: now, value }],
            stride: 1,
            skipped: 0,
        }
    }

    /// It is `value` from `now` on.
    pub fn set(&mut self, value: i64, now: Instant) {
        if value == self.value {
            return;
        }
        self.area = self.area_at(now);
        self.since = self.since.max(now);
        self.value = value;
        self.max = self.max.max(value);
        self.plot(now);
    }

    /// It is more by `delta` from `now` on, or less.
    pub fn add(&mut self, delta: i64, now: Instant) {
        self.set(self.value.saturating_add(delta), now);
    }

    fn plot(&mut self, now: Instant) {
        let point = Point {
            at: now,
            value: self.value,
        };
        if let Some(last) = self.curve.last_mut().filter(|last| last.at == now) {
            *last = point;
            return;
        }
        self.skipped += 1;
        if self.skipped < self.stride {
            return;
        }
        self.skipped = 0;
        self.curve.push(point);
        if self.curve.len() > POINTS_MAX {
            let mut index = 0;
            self.curve.retain(|_| {
                index += 1;
                index % 2 == 1
            });
            self.stride = self.stride.saturating_mul(2);
        }
    }

    /// What it is.
    #[must_use]
    pub fn value(&self) -> i64 {
        self.value
    }

    /// The most it ever was.
    #[must_use]
    pub fn max(&self) -> i64 {
        self.max
    }

    /// Its integral over time, in microseconds.
    #[must_use]
    pub fn area_at(&self, now: Instant) -> i128 {
        self.area + i128::from(self.value) * i128::from(now.saturating_since(self.since).0)
    }

    /// Its mean over time; `None` while no time has passed.
    #[must_use]
    pub fn mean(&self, now: Instant) -> Option<f64> {
        let span = now.saturating_since(self.born).0;
        (span > 0).then(|| self.area_at(now) as f64 / span as f64)
    }

    /// How it changed. Exact for the first few thousand changes; of more, every second is kept, then every fourth: mean
    /// and maximum do not depend on it.
    #[must_use]
    pub fn curve(&self) -> &[Point] {
        &self.curve
    }
}
