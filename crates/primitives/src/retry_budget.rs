//! The retry budget: how many retries all calls together may make.
//!
//! Each call pays in, each retry takes out; when nothing is left, calls fail at once instead of being repeated. So retries
//! stay a share of the calls, however many fail, and an outage is not made worse by those who repeat. What was paid in is
//! forgotten after a while; a reserve lets few calls retry, too. Nobody waits here.
//!
//! The rules and the numbers are Finagle's (`RetryBudget` over a leaky token bucket), names included.

use clock::{Duration, Instant};

use crate::Visit;
use crate::rolling_window::RollingWindow;

#[cfg(test)]
mod tests;

/// What one call pays in.
const DEPOSIT: u64 = 1_000;

/// In how many steps deposits are forgotten.
const BUCKETS: u32 = 10;

/// How large a budget is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct RetryBudgetOptions {
    /// For how long a deposit counts.
    pub ttl: Duration,
    /// So many retries a second are allowed beside those that calls pay for.
    pub min_retries_per_second: u32,
    /// How many retries each call pays for, in millionths.
    pub can_retry_ppm: u32,
}

/// A budget of retries.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct RetryBudget {
    options: RetryBudgetOptions,
    /// What one retry costs.
    price: u64,
    reserve: u64,
    // Invariant: (1) reserve and window together are never negative when a retry has just been paid for.
    window: RollingWindow<1>,
}

impl RetryBudget {
    /// A budget into which nothing has been paid.
    #[must_use]
    pub fn new(options: RetryBudgetOptions) -> Self {
        let price = match options.can_retry_ppm {
            // Calls pay for nothing: only the reserve is there.
            0 => DEPOSIT,
            share => DEPOSIT * 1_000_000 / u64::from(share),
        };
        let retries = u128::from(options.min_retries_per_second) * u128::from(options.ttl.0) / 1_000_000;
        Self {
            options,
            price,
            reserve: u64::try_from(retries * u128::from(price)).unwrap_or(u64::MAX),
            window: RollingWindow::new(options.ttl, BUCKETS),
        }
    }

    /// A call is made.
    pub fn deposit(&mut self, now: Instant) {
        if self.options.can_retry_ppm > 0 {
            self.window.add(now, [DEPOSIT as i64]);
        }
    }

    /// Pays for a retry, if there is enough for it.
    #[must_use]
    pub fn try_withdraw(&mut self, now: Instant) -> bool {
        if self.balance(now) == 0 {
            return false;
        }
        self.window.add(now, [-i64::try_from(self.price).unwrap_or(i64::MAX)]);
        true
    }

    /// How many retries there is enough for.
    #[must_use]
    pub fn balance(&self, now: Instant) -> u64 {
        let [paid] = self.window.sums(now);
        let balance = i128::from(self.reserve) + i128::from(paid);
        u64::try_from(balance.max(0) / i128::from(self.price)).unwrap_or(u64::MAX)
    }

    /// The options it was made with.
    #[must_use]
    pub fn options(&self) -> RetryBudgetOptions {
        self.options
    }

    /// Tells what its state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        to.word(self.price);
        to.word(self.reserve);
        to.word(u64::from(self.options.can_retry_ppm > 0));
        to.word(self.options.ttl.0);
        self.window.visit(to);
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.window.assert_invariants();
    }
}
