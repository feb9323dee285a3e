//! The sliding window: so many within any stretch of a given length. Exactly, or nearly.
//!
//! [`SlidingLog`] remembers when each unit passed, and lets another pass when fewer than `limit` did within the last window.
//! It is exact, and its memory grows with the limit. [`SlidingCounter`] keeps two numbers, the counts of the current and of
//! the previous fixed window, and takes it that those of the previous one were spread evenly: what of them still lies within
//! the last window is `previous * (what is left of the current window) / window`. It needs no memory, and is wrong when
//! they were not: then somewhat more than `limit` pass within a window.
//!
//! The log is that of Redis' sorted sets and of `rate-limiter-flexible`'s friends, the counter that of Cloudflare ("How we
//! built rate limiting capable of scaling to millions of domains"). Does not own who waits: that is
//! [`Limiter`](crate::Limiter).

use std::collections::VecDeque;

use clock::{Duration, Instant};

use crate::Visit;

#[cfg(test)]
mod tests;

/// What passed within the last window, and when.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct SlidingLog {
    limit: u32,
    window: Duration,
    // Invariants:
    // (1) entries are in strictly ascending order of time: what passes at one instant is one entry;
    // (2) `used` is the sum of the entries, and at most `limit`.
    log: VecDeque<(Instant, u32)>,
    used: u32,
}

impl SlidingLog {
    /// Nothing has passed yet. `window` is not zero.
    #[must_use]
    pub fn new(limit: u32, window: Duration) -> Self {
        assert!(window > Duration::ZERO, "a window of no length");
        Self {
            limit,
            window,
            log: VecDeque::new(),
            used: 0,
        }
    }

    /// Most units that can pass at once.
    #[must_use]
    pub fn capacity(&self) -> u32 {
        self.limit
    }

    /// Notes the units if the last window, the present instant included, has room for them.
    #[must_use]
    pub fn try_pass(&mut self, now: Instant, units: u32) -> bool {
        self.forget(now);
        if units > self.limit - self.used {
            return false;
        }
        self.used += units;
        match self.log.back_mut() {
            Some((at, count)) if *at == now => *count += units,
            _ => self.log.push_back((now, units)),
        }
        true
    }

    /// When enough of the oldest units have left the window.
    #[must_use]
    pub fn ready_at(&self, now: Instant, units: u32) -> Instant {
        let mut used = 0;
        // Newest first: the first entry with which it would be too many has to leave.
        for &(at, count) in self.current(now).rev() {
            used += count;
            if u64::from(used) + u64::from(units) > u64::from(self.limit) {
                return at.saturating_add(self.window);
            }
        }
        now
    }

    /// How many units could pass now.
    #[must_use]
    pub fn available(&self, now: Instant) -> u32 {
        self.limit - self.current(now).map(|&(_, count)| count).sum::<u32>()
    }

    /// Whether nothing has passed within the last window.
    #[must_use]
    pub fn is_rested(&self, now: Instant) -> bool {
        self.current(now).next().is_none()
    }

    /// Tells its state: what is in the window, and when each of it leaves.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let now = to.now();
        to.word(self.window.0);
        to.word(u64::from(self.limit) << 32 | self.current(now).count() as u64);
        for &(at, count) in self.current(now) {
            to.instant(at.saturating_add(self.window));
            to.word(u64::from(count));
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        let times = || self.log.iter().map(|entry| entry.0);
        assert!(times().zip(times().skip(1)).all(|(a, b)| a < b), "(1) out of order");
        assert_eq!(
            self.log.iter().map(|entry| entry.1).sum::<u32>(),
            self.used,
            "(2) the sum"
        );
        assert!(self.used <= self.limit, "(2) too many in one window");
    }

    /// The entries within the last window, oldest first. One that is exactly a window old has left.
    fn current(&self, now: Instant) -> impl DoubleEndedIterator<Item = &(Instant, u32)> {
        let gone = self
            .log
            .partition_point(|entry| entry.0.saturating_add(self.window) <= now);
        self.log.range(gone..)
    }

    fn forget(&mut self, now: Instant) {
        while let Some(&(at, count)) = self.log.front() {
            if at.saturating_add(self.window) > now {
                break;
            }
            self.log.pop_front();
            self.used -= count;
        }
    }
}

/// The counts of two windows.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct SlidingCounter {
    limit: u32,
    window: Duration,
    // Invariants:
    // (1) `start` is a multiple of the window's length;
    // (2) neither count is above `limit`.
    start: Instant,
    current: u32,
    previous: u32,
}

impl SlidingCounter {
    /// Nothing has passed yet. `window` is not zero.
    #[must_use]
    pub fn new(limit: u32, window: Duration) -> Self {
        assert!(window > Duration::ZERO, "a window of no length");
        Self {
            limit,
            window,
            start: Instant::ZERO,
            current: 0,
            previous: 0,
        }
    }

    /// Most units that can pass at once.
    #[must_use]
    pub fn capacity(&self) -> u32 {
        self.limit
    }

    /// Counts the units if the estimate leaves room for them.
    #[must_use]
    pub fn try_pass(&mut self, now: Instant, units: u32) -> bool {
        (self.start, self.current, self.previous) = self.windows_at(now);
        if self.ready_at(now, units) > now {
            return false;
        }
        self.current += units;
        true
    }

    /// When the estimate will have fallen far enough, if nothing passes until then.
    #[must_use]
    pub fn ready_at(&self, now: Instant, units: u32) -> Instant {
        let now = now.max(self.start);
        let (start, current, previous) = self.windows_at(now);
        let free = i64::from(self.limit) - i64::from(units);
        // In this window the current count stays and the share of the previous one falls; in the next the current one falls.
        let this_window = self.fallen_to(start, previous, free - i64::from(current));
        let next_window = || self.fallen_to(start.saturating_add(self.window), current, free);
        this_window.or_else(next_window).map_or(Instant::MAX, |at| at.max(now))
    }

    /// How many units could pass now.
    #[must_use]
    pub fn available(&self, now: Instant) -> u32 {
        let (start, current, previous) = self.windows_at(now);
        let left = self.window.0 - (now.0 - start.0);
        let share = (u128::from(previous) * u128::from(left)).div_ceil(u128::from(self.window.0));
        // Both counts are at most the limit, so the share is as well.
        self.limit.saturating_sub(current).saturating_sub(share as u32)
    }

    /// Whether nothing counts any more.
    #[must_use]
    pub fn is_rested(&self, now: Instant) -> bool {
        let (_, current, previous) = self.windows_at(now);
        current == 0 && previous == 0
    }

    /// Tells its state; the seam between two windows matters even when nothing has passed.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let (start, current, previous) = self.windows_at(to.now());
        to.word(self.window.0);
        to.word(u64::from(self.limit) << 32 | u64::from(current));
        to.word(u64::from(previous));
        to.instant(start.saturating_add(self.window));
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        assert_eq!(self.start.0 % self.window.0, 0, "(1) a window out of step");
        assert!(
            self.current.max(self.previous) <= self.limit,
            "(2) a count above the limit"
        );
    }

    /// The window of an instant, its count and that of the one before.
    fn windows_at(&self, now: Instant) -> (Instant, u32, u32) {
        let start = Instant(now.0 - now.0 % self.window.0);
        if start == self.start {
            (start, self.current, self.previous)
        } else if start == self.start.saturating_add(self.window) {
            (start, 0, self.current)
        } else {
            (start, 0, 0)
        }
    }

    /// When, in the window that begins at `start`, the share of `previous` is at most `free`.
    fn fallen_to(&self, start: Instant, previous: u32, free: i64) -> Option<Instant> {
        let free = u128::try_from(free).ok()?;
        let window = u128::from(self.window.0);
        // previous * (window - elapsed) <= free * window
        let left = match previous {
            0 => window,
            previous => (free * window / u128::from(previous)).min(window),
        };
        Some(start.saturating_add(Duration((window - left) as u64)))
    }
}
