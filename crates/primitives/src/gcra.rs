//! The generic cell rate algorithm: a token bucket that keeps one number, a time.
//!
//! Each unit is *due* at a steady pace. The state is when the next one would be due if all came on time, the theoretical
//! arrival time (TAT). A unit may come early by a tolerance of `burst - 1` paces, and puts the TAT off by one pace; a
//! unit that comes late starts the TAT at now. It passes exactly what a [`TokenBucket`](crate::TokenBucket) of
//! capacity `burst` passes (a test holds the two together), and needs no refilling, which is why libraries prefer it.
//!
//! The virtual scheduling algorithm of ITU-T I.371; in Rust the crate `governor`. Does not own who waits: that is
//! [`Limiter`](crate::Limiter).

use clock::Instant;

use crate::{Rate, Visit};

#[cfg(test)]
mod tests;

/// When the next unit is due, in parts of a unit since time began, so that no pace is ever rounded.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Gcra {
    rate: Rate,
    burst: u32,
    // Invariant: (1) the TAT is at most `burst` paces ahead of the latest time that it was asked at.
    theoretical_arrival: u128,
}

impl Gcra {
    /// Nothing has passed yet: `burst` units may come at once.
    #[must_use]
    pub fn new(rate: Rate, burst: u32) -> Self {
        Self {
            rate,
            burst,
            theoretical_arrival: 0,
        }
    }

    /// Most units that can pass at once.
    #[must_use]
    pub fn capacity(&self) -> u32 {
        self.burst
    }

    /// Passes if the units are not too early.
    #[must_use]
    pub fn try_pass(&mut self, now: Instant, units: u32) -> bool {
        let time = self.time(now);
        let next = self.theoretical_arrival.max(time) + u128::from(units) * self.rate.parts();
        if next > time + self.tolerance() {
            return false;
        }
        self.theoretical_arrival = next;
        true
    }

    /// When the units will no longer be too early.
    #[must_use]
    pub fn ready_at(&self, now: Instant, units: u32) -> Instant {
        let time = self.time(now);
        let next = self.theoretical_arrival.max(time) + u128::from(units) * self.rate.parts();
        let early = next.saturating_sub(time + self.tolerance());
        now.saturating_add(self.rate.time_for(early))
    }

    /// How many units could pass now.
    #[must_use]
    pub fn available(&self, now: Instant) -> u32 {
        u32::try_from(self.slack(now) / self.rate.parts()).unwrap_or(self.burst)
    }

    /// The same in millionths of a unit.
    #[must_use]
    pub fn micro_level(&self, now: Instant) -> i64 {
        i64::try_from(self.slack(now) * 1_000_000 / self.rate.parts()).unwrap_or(i64::MAX)
    }

    /// Whether it is as it was made: nothing is due in the future.
    #[must_use]
    pub fn is_rested(&self, now: Instant) -> bool {
        self.theoretical_arrival <= self.time(now)
    }

    /// Tells its state: how far ahead the next unit is due.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let ahead = self.theoretical_arrival.saturating_sub(self.time(to.now()));
        to.word(self.rate.word());
        to.word(u64::from(self.burst) << 32 | (ahead >> 64) as u64);
        to.word(ahead as u64);
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self, now: Instant) {
        assert!(
            self.theoretical_arrival <= self.time(now) + self.tolerance(),
            "(1) due too far ahead"
        );
    }

    fn time(&self, now: Instant) -> u128 {
        u128::from(now.0) * self.rate.accrued(clock::Duration(1))
    }

    fn tolerance(&self) -> u128 {
        u128::from(self.burst) * self.rate.parts()
    }

    fn slack(&self, now: Instant) -> u128 {
        let time = self.time(now);
        time + self.tolerance() - self.theoretical_arrival.max(time)
    }
}
