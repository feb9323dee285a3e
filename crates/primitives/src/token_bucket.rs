//! The token bucket: a burst at once, and a steady rate in the long run.
//!
//! A bucket holds up to `capacity` tokens and starts full. Tokens drip in at a rate; what does not fit is lost. Whoever wants
//! to pass takes tokens out, and passes as soon as there are enough. So a stretch of time `t` sees at most
//! `capacity + rate * t` units pass, which is the promise of the bucket, and at most twice what a careless reader expects
//! of "`capacity` per `capacity / rate`".
//!
//! The classic of traffic shaping (Turner 1986; RFC 2697 has it as a meter); in Node the package `limiter`. Does not own
//! who waits: that is [`Limiter`](crate::Limiter), the same for every rule.

use clock::{Duration, Instant};

use crate::{Rate, Visit};

#[cfg(test)]
mod tests;

/// The level of a bucket, exact to the last part of a token.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct TokenBucket {
    capacity: u32,
    rate: Rate,
    // Invariants:
    // (1) the level is at most `capacity` tokens;
    // (2) `as_of` never moves back: what has dripped in until then is in `level`, once.
    level: u128,
    as_of: Instant,
}

impl TokenBucket {
    /// A full bucket.
    #[must_use]
    pub fn new(capacity: u32, rate: Rate, now: Instant) -> Self {
        Self {
            capacity,
            rate,
            level: u128::from(capacity) * rate.parts(),
            as_of: now,
        }
    }

    /// Most units that can pass at once.
    #[must_use]
    pub fn capacity(&self) -> u32 {
        self.capacity
    }

    /// Takes tokens if there are enough now.
    #[must_use]
    pub fn try_pass(&mut self, now: Instant, units: u32) -> bool {
        let level = self.level_at(now);
        let cost = u128::from(units) * self.rate.parts();
        if level < cost {
            return false;
        }
        self.level = level - cost;
        self.as_of = now;
        true
    }

    /// When there will be enough tokens, if nobody takes any until then: `now`, or when it was last drawn from if that is
    /// later, when there are.
    #[must_use]
    pub fn ready_at(&self, now: Instant, units: u32) -> Instant {
        let now = now.max(self.as_of);
        let missing = (u128::from(units) * self.rate.parts()).saturating_sub(self.level_at(now));
        now.saturating_add(self.rate.time_for(missing))
    }

    /// Whole tokens in the bucket.
    #[must_use]
    pub fn available(&self, now: Instant) -> u32 {
        u32::try_from(self.level_at(now) / self.rate.parts()).unwrap_or(self.capacity)
    }

    /// The level in millionths of a token.
    #[must_use]
    pub fn micro_level(&self, now: Instant) -> i64 {
        i64::try_from(self.level_at(now) * 1_000_000 / self.rate.parts()).unwrap_or(i64::MAX)
    }

    /// Whether it is as it was made: full.
    #[must_use]
    pub fn is_rested(&self, now: Instant) -> bool {
        self.level_at(now) == self.full()
    }

    /// Tells its state, refilled.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let level = self.level_at(to.now());
        to.word(self.rate.word());
        to.word(u64::from(self.capacity) << 32 | (level >> 64) as u64);
        to.word(level as u64);
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self, now: Instant) {
        assert!(self.level <= self.full(), "(1) an overfull bucket");
        assert!(self.as_of <= now, "(2) filled from the future");
    }

    fn full(&self) -> u128 {
        u128::from(self.capacity) * self.rate.parts()
    }

    fn level_at(&self, now: Instant) -> u128 {
        let elapsed: Duration = now.saturating_since(self.as_of);
        (self.level + self.rate.accrued(elapsed)).min(self.full())
    }
}
