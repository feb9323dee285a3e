//! The leaky bucket, as a queue: whatever pours in, it leaves at a steady pace.
//!
//! Requests that arrive while another is being let out wait in the bucket; one leaves every `1 / rate` seconds, so there is
//! never a burst, neither at the start nor after a rest. The bucket holds `capacity` units that wait, and what does not
//! fit overflows: it is turned away at once, which is how the bucket pushes back. (The leaky bucket *as a meter*, which
//! does not hold anything back, is [`Gcra`](crate::Gcra).)
//!
//! Turner 1986; nginx calls it `limit_req` with a `burst`. This file is the pace; the queue in which the requests wait is
//! [`Limiter`](crate::Limiter)'s, which asks here for `room`.

use clock::Instant;

use crate::{Rate, Visit};

#[cfg(test)]
mod tests;

/// The hole in the bucket: when the next unit may leave.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct LeakyBucket {
    capacity: u32,
    rate: Rate,
    // Invariants:
    // (1) while something is being let out nothing else leaves: `leaving` is what is still to run out of the unit (or units)
    //     that left last, in parts;
    // (2) `as_of` never moves back.
    leaving: u128,
    as_of: Instant,
}

impl LeakyBucket {
    /// An empty bucket.
    #[must_use]
    pub fn new(capacity: u32, rate: Rate, now: Instant) -> Self {
        Self {
            capacity,
            rate,
            leaving: 0,
            as_of: now,
        }
    }

    /// How many units may wait in it.
    #[must_use]
    pub fn room(&self) -> u32 {
        self.capacity
    }

    /// Lets units out if nothing is being let out now.
    #[must_use]
    pub fn try_pass(&mut self, now: Instant, units: u32) -> bool {
        if !self.is_rested(now) {
            return false;
        }
        self.leaving = u128::from(units) * self.rate.parts();
        self.as_of = now;
        true
    }

    /// When the next unit can leave; how many does not matter, they only hold up those behind them.
    #[must_use]
    pub fn ready_at(&self, now: Instant) -> Instant {
        let now = now.max(self.as_of);
        now.saturating_add(self.rate.time_for(self.leaving_at(now)))
    }

    /// Whether nothing is being let out.
    #[must_use]
    pub fn is_rested(&self, now: Instant) -> bool {
        self.leaving_at(now) == 0
    }

    /// Tells its state.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let leaving = self.leaving_at(to.now());
        to.word(self.rate.word());
        to.word(u64::from(self.capacity) << 32 | (leaving >> 64) as u64);
        to.word(leaving as u64);
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self, now: Instant) {
        assert!(self.as_of <= now, "(2) the last one left in the future");
    }

    fn leaving_at(&self, now: Instant) -> u128 {
        let run_out = self.rate.accrued(now.saturating_since(self.as_of));
        self.leaving.saturating_sub(run_out)
    }
}
