//! Backing off: how long to wait before an attempt is repeated.
//!
//! Owns the formulas: exponential growth with a cap, and the jitter that keeps those who failed together from coming back
//! together. Names are those of `p-retry` (Node); the kinds of jitter are those of the AWS Architecture Blog, *Exponential
//! Backoff And Jitter* (Marc Brooker, 2015). Keeps nothing: the attempt, the last delay and the random number come in.

use clock::Duration;

#[cfg(test)]
mod tests;

/// What chance has to say in a delay.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Jitter {
    /// Nothing: all come back together.
    None,
    /// Everything: any time between now and the delay.
    Full,
    /// Half of the delay is certain.
    Equal,
    /// Any time between the shortest delay and three times the last one.
    Decorrelated,
}

/// How delays grow.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Backoff {
    /// The delay before the first retry.
    pub min: Duration,
    /// No delay is longer.
    pub max: Duration,
    /// By how much each is longer than the one before, in millionths.
    pub factor_ppm: u64,
    /// What chance has to say.
    pub jitter: Jitter,
}

impl Backoff {
    /// The delay before a retry: `retry` of them came before it, `last` was the delay of the one before, and `random` is
    /// drawn from all of its numbers alike. Without jitter it is not looked at.
    #[must_use]
    pub fn delay(&self, retry: u32, last: Option<Duration>, random: u32) -> Duration {
        match self.jitter {
            Jitter::None => self.exponential(retry),
            Jitter::Full => between(Duration::ZERO, self.exponential(retry), random),
            Jitter::Equal => {
                let whole = self.exponential(retry);
                between(Duration(whole.0 - whole.0 / 2), whole, random)
            }
            Jitter::Decorrelated => {
                let last = last.unwrap_or(self.min);
                let longest = Duration(last.0.saturating_mul(3)).max(self.min);
                between(self.min, longest, random).min(self.max)
            }
        }
    }

    fn exponential(&self, retry: u32) -> Duration {
        let mut delay = u128::from(self.min.0);
        for _ in 0..retry {
            let longer = delay * u128::from(self.factor_ppm) / 1_000_000;
            if longer == delay || delay >= u128::from(self.max.0) {
                break;
            }
            delay = longer;
        }
        Duration(u64::try_from(delay).unwrap_or(u64::MAX)).min(self.max)
    }
}

fn between(least: Duration, most: Duration, random: u32) -> Duration {
    let range = u128::from(most.0.saturating_sub(least.0)) + 1;
    let share = (range * u128::from(random)) >> 32;
    Duration(least.0.saturating_add(u64::try_from(share).unwrap_or(u64::MAX)))
}
