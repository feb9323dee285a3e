//! When to fetch anew what has not expired yet.
//!
//! If an entry that many ask for expires, many find out at the same time. So each reader, ahead of the expiry, decides by lot
//! whether to refresh: it takes it that it is later by `cost * beta * -ln(u)`, where `cost` is how long fetching took last
//! time, `u` is drawn uniformly from `(0, 1]`, and `beta` says how eager it is (1 is the best when nothing else is known). The
//! closer the expiry and the slower the fetch, the likelier; and the likelihood that nobody refreshes in time is the
//! smallest that there can be without the readers' talking to one another.
//!
//! XFetch, from A. Vattani, F. Chierichetti, K. Lowenstein: *Optimal Probabilistic Cache Stampede Prevention*, VLDB 2015.
//! In integers, because a state has no floats: logarithms have 32 bits behind the point.

use clock::Duration;

/// ln 2, with 32 bits behind the point.
const LN_2: u128 = 2_977_044_472;

/// How eager: thousandths of the paper's beta.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Beta(pub u32);

/// By how much a reader takes it to be later than it is. `random` is uniform over all its values.
#[must_use]
pub fn head_start(cost: Duration, beta: Beta, random: u64) -> Duration {
    let ahead = (u128::from(cost.0) * u128::from(neg_ln(random))) >> 32;
    Duration(u64::try_from(ahead.saturating_mul(u128::from(beta.0)) / 1_000).unwrap_or(u64::MAX))
}

/// `-ln((random + 1) / 2^64)` with 32 bits behind the point.
fn neg_ln(random: u64) -> u64 {
    // The logarithm to base 2, bit by bit: squaring a number in [1, 2) doubles its logarithm, whose whole part is then the
    // next bit. `mantissa` has 63 bits behind the point.
    let x = u128::from(random) + 1;
    let whole = 127 - x.leading_zeros();
    let mut mantissa = if whole <= 63 {
        x << (63 - whole)
    } else {
        x >> (whole - 63)
    };
    let mut log = u128::from(whole);
    for _ in 0..32 {
        mantissa = (mantissa * mantissa) >> 63;
        let bit = mantissa >> 64;
        mantissa >>= bit;
        log = log << 1 | bit;
    }
    ((((64_u128 << 32) - log) * LN_2) >> 32) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_is_right_to_nine_digits() {
        for random in [
            0,
            1,
            2,
            3,
            1_000,
            1 << 32,
            1 << 62,
            3 << 61,
            1 << 63,
            u64::MAX - 1,
            u64::MAX,
        ] {
            let exact = -((random as f64 + 1.0) / 2f64.powi(64)).ln();
            let ours = neg_ln(random) as f64 / 2f64.powi(32);
            assert!((ours - exact).abs() < 1e-8, "{random}: {ours} and not {exact}");
        }
        assert_eq!(neg_ln(u64::MAX), 0);
    }

    #[test]
    fn a_head_start_grows_with_the_cost_and_with_beta_and_is_exponential() {
        let cost = Duration::from_millis(100);
        assert_eq!(head_start(cost, Beta(1_000), u64::MAX), Duration::ZERO);
        assert_eq!(head_start(Duration::ZERO, Beta(1_000), 0), Duration::ZERO);
        // At u = 1/2 it is cost * ln 2.
        let half = head_start(cost, Beta(1_000), (1 << 63) - 1);
        assert!((half.0 as i64 - 69_315).abs() <= 1, "{half}");
        let eager = head_start(cost, Beta(2_000), (1 << 63) - 1);
        assert!(eager.0.abs_diff(2 * half.0) <= 1, "{eager}");
        // The mean of an exponential distribution is its parameter.
        let steps = 10_000_u64;
        let sum: u64 = (0..steps)
            .map(|step| head_start(cost, Beta(1_000), (u64::MAX / steps) * step + u64::MAX / steps / 2).0)
            .sum();
        assert!((sum / steps).abs_diff(cost.0) < 200, "{}", sum / steps);
        assert_eq!(head_start(Duration::MAX, Beta(u32::MAX), 0), Duration::MAX);
    }
}
