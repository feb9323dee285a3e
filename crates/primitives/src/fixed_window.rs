//! The fixed window: so many in each minute of the clock.
//!
//! Time is cut into windows that all begin at a multiple of their length, as a counter keyed by the current minute does it.
//! Each window has `limit` units; with the next window all of them are there again. Cheap, and wrong at the seams: the last
//! moment of one window and the first of the next together let `2 * limit` pass within no time, which is what
//! [`SlidingLog`](crate::SlidingLog) is there for.
//!
//! The counter with an expiry of the Redis documentation (`INCR`), and what most APIs mean by "per minute". Does not own who
//! waits: that is [`Limiter`](crate::Limiter).

use clock::{Duration, Instant};

use crate::Visit;

#[cfg(test)]
mod tests;

/// The count of one window.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct FixedWindow {
    limit: u32,
    window: Duration,
    // Invariants:
    // (1) `start` is a multiple of the window's length;
    // (2) at most `limit` units have passed since `start`.
    start: Instant,
    used: u32,
}

impl FixedWindow {
    /// Nothing has passed yet. `window` is not zero.
    #[must_use]
    pub fn new(limit: u32, window: Duration) -> Self {
        assert!(window > Duration::ZERO, "a window of no length");
        Self {
            limit,
            window,
            start: Instant::ZERO,
            used: 0,
        }
    }

    /// Most units that can pass at once.
    #[must_use]
    pub fn capacity(&self) -> u32 {
        self.limit
    }

    /// Counts the units if the current window has room for them.
    #[must_use]
    pub fn try_pass(&mut self, now: Instant, units: u32) -> bool {
        (self.start, self.used) = self.window_at(now);
        if units > self.limit - self.used {
            return false;
        }
        self.used += units;
        true
    }

    /// Now, or when the next window begins.
    #[must_use]
    pub fn ready_at(&self, now: Instant, units: u32) -> Instant {
        let now = now.max(self.start);
        let (start, used) = self.window_at(now);
        if units <= self.limit - used {
            return now;
        }
        start.saturating_add(self.window)
    }

    /// How many units the current window has left.
    #[must_use]
    pub fn available(&self, now: Instant) -> u32 {
        self.limit - self.window_at(now).1
    }

    /// When the count starts afresh.
    #[must_use]
    pub fn resets_at(&self, now: Instant) -> Instant {
        self.window_at(now).0.saturating_add(self.window)
    }

    /// Whether nothing has passed in the current window.
    #[must_use]
    pub fn is_rested(&self, now: Instant) -> bool {
        self.window_at(now).1 == 0
    }

    /// Tells its state. When the window ends matters even if nothing has passed: it is when a second burst becomes possible.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let now = to.now();
        to.word(self.window.0);
        to.word(u64::from(self.limit) << 32 | u64::from(self.window_at(now).1));
        to.instant(self.resets_at(now));
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        assert_eq!(self.start.0 % self.window.0, 0, "(1) a window out of step");
        assert!(self.used <= self.limit, "(2) too many in one window");
    }

    fn window_at(&self, now: Instant) -> (Instant, u32) {
        let start = Instant(now.0 - now.0 % self.window.0);
        (start, if start == self.start { self.used } else { 0 })
    }
}
