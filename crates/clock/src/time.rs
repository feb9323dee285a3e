//! Instants and durations in whole virtual microseconds.
//!
//! Owns their arithmetic, which saturates, and how they are written. Does not know any calendar, time zone or real clock.

use std::fmt;

const MICROS_PER_MILLI: u64 = 1_000;

/// A point in virtual time: microseconds since the run began.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Instant(pub u64);

/// A length of virtual time in microseconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Duration(pub u64);

impl Instant {
    /// The beginning of every run.
    pub const ZERO: Self = Self(0);
    /// The last instant there is; a deadline that saturates here is never reached by a run of finite length.
    pub const MAX: Self = Self(u64::MAX);

    /// This instant `delay` later, or [`Instant::MAX`] when that lies beyond it.
    #[must_use]
    pub fn saturating_add(self, delay: Duration) -> Self {
        Self(self.0.saturating_add(delay.0))
    }

    /// How long ago `earlier` was; nothing when it lies in the future.
    #[must_use]
    pub fn saturating_since(self, earlier: Self) -> Duration {
        Duration(self.0.saturating_sub(earlier.0))
    }

    /// Milliseconds since the run began, as the learner's programs count time.
    #[must_use]
    pub fn as_millis_f64(self) -> f64 {
        micros_to_millis(self.0)
    }
}

impl Duration {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// The longest duration there is, what an infinite delay becomes.
    pub const MAX: Self = Self(u64::MAX);

    /// A whole number of milliseconds.
    #[must_use]
    pub fn from_millis(millis: u64) -> Self {
        Self(millis.saturating_mul(MICROS_PER_MILLI))
    }

    /// A learner's number of milliseconds, rounded to the nearest microsecond: fractions count, a number that is
    /// negative or not a number is no delay, and one that is too large is [`Duration::MAX`].
    #[must_use]
    pub fn from_millis_f64(millis: f64) -> Self {
        // A cast from float to integer saturates and maps NaN to 0 by definition, which is exactly the rule above.
        Self((millis * MICROS_PER_MILLI as f64).round() as u64)
    }

    /// The sum of both, or [`Duration::MAX`] when that is too long.
    #[must_use]
    pub fn saturating_add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// This duration in milliseconds.
    #[must_use]
    pub fn as_millis_f64(self) -> f64 {
        micros_to_millis(self.0)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_millis(f, self.0)
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_millis(f, self.0)
    }
}

fn micros_to_millis(micros: u64) -> f64 {
    micros as f64 / MICROS_PER_MILLI as f64
}

/// Written from the integer parts, so that large instants keep every digit.
fn write_millis(f: &mut fmt::Formatter<'_>, micros: u64) -> fmt::Result {
    let (whole, fraction) = (micros / MICROS_PER_MILLI, micros % MICROS_PER_MILLI);
    if fraction == 0 {
        return write!(f, "{whole} ms");
    }
    let digits = format!("{fraction:03}");
    write!(f, "{whole}.{} ms", digits.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_learners_number_becomes_the_nearest_microsecond() {
        let cases = [
            (0.0, 0),
            (-0.0, 0),
            (0.5, 500),
            (1.0, 1_000),
            (0.0004, 0),
            (0.0005, 1),
            (80.25, 80_250),
            (-5.0, 0),
            (f64::NAN, 0),
            (f64::NEG_INFINITY, 0),
            (f64::INFINITY, u64::MAX),
            (1e300, u64::MAX),
        ];
        for (millis, micros) in cases {
            assert_eq!(Duration::from_millis_f64(millis), Duration(micros), "{millis} ms");
        }
        assert_eq!(Duration::from_millis(u64::MAX), Duration::MAX);
        assert_eq!(Duration::from_millis(3), Duration(3_000));
    }

    #[test]
    fn arithmetic_saturates_at_both_ends() {
        let late = Instant(u64::MAX - 1);
        assert_eq!(late.saturating_add(Duration(1)), Instant::MAX);
        assert_eq!(late.saturating_add(Duration::MAX), Instant::MAX);
        assert_eq!(Instant(7).saturating_since(Instant(3)), Duration(4));
        assert_eq!(Instant(3).saturating_since(Instant(7)), Duration::ZERO);
        assert_eq!(Duration(2).saturating_add(Duration(3)), Duration(5));
        assert_eq!(Duration::MAX.saturating_add(Duration(1)), Duration::MAX);
    }

    #[test]
    fn time_is_written_in_milliseconds_without_idle_zeros() {
        let cases = [
            (0, "0 ms"),
            (1, "0.001 ms"),
            (500, "0.5 ms"),
            (12_000, "12 ms"),
            (12_340, "12.34 ms"),
            (u64::MAX, "18446744073709551.615 ms"),
        ];
        for (micros, text) in cases {
            assert_eq!(Instant(micros).to_string(), text);
            assert_eq!(Duration(micros).to_string(), text);
        }
        assert_eq!(Instant(1_500).as_millis_f64(), 1.5);
        assert_eq!(Duration(250).as_millis_f64(), 0.25);
    }
}
