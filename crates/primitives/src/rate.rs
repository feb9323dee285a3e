//! Rates as fractions: how many units in how many seconds.
//!
//! Owns the arithmetic that limiters share, without a float and without rounding that adds up: a rate is `units / seconds`
//! in lowest terms, so what it lets accrue in whole microseconds is a whole number of *parts*, of which a unit has
//! `seconds * 1,000,000`. Does not know what accrues (tokens, room in a bucket) nor when anybody asks.

use clock::Duration;

const MICROS_PER_SECOND: u128 = 1_000_000;
/// The largest denominator: a rate that is no simple fraction is off by less than a millionth of a millionth.
const SECONDS_MAX: u64 = 1_000_000;
const SLOWEST: f64 = 1e-6;
const FASTEST: f64 = 1e9;

/// So many units in so many seconds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Rate {
    // Invariant: (1) both are at least 1, and `seconds` at most a million.
    units: u64,
    seconds: u64,
}

impl Rate {
    /// The simplest fraction that a learner's number stands for: `1 / 3` is one unit in three seconds, although no float is
    /// a third. `None` for what is no rate: not a number, zero, negative, infinite, below a unit in a million seconds
    /// or above a thousand million units a second.
    #[must_use]
    pub fn per_second(rate: f64) -> Option<Self> {
        if !(SLOWEST..=FASTEST).contains(&rate) {
            return None;
        }
        // The convergents of the continued fraction of `rate`; each is closer than any fraction with smaller terms.
        let (mut before, mut last) = ((0_u64, 1_u64), (1_u64, 0_u64));
        let mut rest = rate;
        loop {
            let whole = rest.floor();
            let next = (
                (whole as u64).saturating_mul(last.0).saturating_add(before.0),
                (whole as u64).saturating_mul(last.1).saturating_add(before.1),
            );
            if next.1 > SECONDS_MAX {
                break;
            }
            (before, last) = (last, next);
            let is_close = (next.0 as f64 / next.1 as f64 - rate).abs() <= rate * 1e-12;
            if is_close || rest == whole {
                break;
            }
            rest = 1.0 / (rest - whole);
        }
        // A rate near the slowest may round to nothing in a million seconds; it is then the slowest.
        let (units, seconds) = if last.0 == 0 { (1, SECONDS_MAX) } else { last };
        Some(Self { units, seconds })
    }

    /// How many parts a unit has.
    #[must_use]
    pub fn parts(self) -> u128 {
        u128::from(self.seconds) * MICROS_PER_SECOND
    }

    /// How many parts accrue in a stretch of time.
    #[must_use]
    pub fn accrued(self, elapsed: Duration) -> u128 {
        u128::from(elapsed.0) * u128::from(self.units)
    }

    /// How long it takes until that many parts have accrued: the first whole microsecond at which they are there.
    #[must_use]
    pub fn time_for(self, parts: u128) -> Duration {
        Duration(u64::try_from(parts.div_ceil(u128::from(self.units))).unwrap_or(u64::MAX))
    }

    /// One number for both terms.
    pub(crate) fn word(self) -> u64 {
        self.units << 20 ^ self.seconds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fraction(rate: f64) -> (u64, u64) {
        let rate = Rate::per_second(rate).expect("a rate");
        (rate.units, rate.seconds)
    }

    #[test]
    fn a_learners_number_is_the_simplest_fraction_that_it_can_mean() {
        let cases = [
            (1.0, (1, 1)),
            (2.5, (5, 2)),
            (0.1, (1, 10)),
            (1.0 / 3.0, (1, 3)),
            (100.0 / 7.0, (100, 7)),
            (1.0 / 60.0, (1, 60)),
            (5.0 / 3600.0, (1, 720)),
            (16.67, (1_667, 100)),
            (1e9, (1_000_000_000, 1)),
            (1e-6, (1, 1_000_000)),
        ];
        for (rate, expected) in cases {
            assert_eq!(fraction(rate), expected, "{rate}");
        }
        let (units, seconds) = fraction(std::f64::consts::PI);
        assert!((units as f64 / seconds as f64 - std::f64::consts::PI).abs() < 1e-11);
    }

    #[test]
    fn what_is_no_rate_is_none() {
        for rate in [f64::NAN, 0.0, -0.0, -1.0, f64::INFINITY, f64::NEG_INFINITY, 9e-7, 1.1e9] {
            assert_eq!(Rate::per_second(rate), None, "{rate}");
        }
    }

    #[test]
    fn what_accrues_is_exact_and_a_wait_ends_with_the_first_microsecond_that_has_it() {
        let third = Rate::per_second(1.0 / 3.0).expect("a rate");
        assert_eq!(third.time_for(third.parts()), Duration(3_000_000));
        assert_eq!(third.accrued(Duration(3_000_000)), third.parts());
        let seven = Rate::per_second(7.0).expect("a rate");
        let wait = seven.time_for(seven.parts());
        assert!(seven.accrued(wait) >= seven.parts());
        assert!(seven.accrued(Duration(wait.0 - 1)) < seven.parts());
        let slow = Rate::per_second(1e-6).expect("a rate");
        assert_eq!(slow.time_for(u128::MAX), Duration::MAX);
    }
}
