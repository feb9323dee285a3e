//! Stories of the token bucket, and a model test against a bucket of exact fractions. Lines of waiters: `limiter/tests.rs`.

use proptest::prelude::*;

use super::*;

fn at(millis: u64) -> Instant {
    Instant(millis * 1_000)
}

fn bucket(capacity: u32, per_second: f64) -> TokenBucket {
    TokenBucket::new(capacity, Rate::per_second(per_second).expect("a rate"), Instant::ZERO)
}

#[test]
fn a_burst_passes_at_once_and_then_one_at_a_time() {
    let mut it = bucket(3, 2.0);
    assert!((0..3).all(|_| it.try_pass(at(0), 1)));
    assert!(!it.try_pass(at(0), 1));
    assert_eq!((it.ready_at(at(0), 1), it.ready_at(at(0), 3)), (at(500), at(1_500)));
    assert!(!it.try_pass(Instant(499_999), 1));
    assert!(it.try_pass(at(500), 1));
    assert!(!it.try_pass(at(500), 1));
    it.assert_invariants(at(500));
}

#[test]
fn a_refusal_takes_nothing_and_loses_no_fraction() {
    let mut it = bucket(1, 3.0);
    assert!(it.try_pass(at(0), 1));
    for millis in 1..=333 {
        assert!(!it.try_pass(at(millis), 1));
    }
    assert_eq!(it.ready_at(at(333), 1), Instant(333_334));
    assert!(it.try_pass(Instant(333_334), 1));
}

#[test]
fn what_does_not_fit_is_lost() {
    let mut it = bucket(2, 1.0);
    assert!(it.try_pass(at(0), 1));
    assert_eq!(it.available(at(60_000)), 2);
    assert!(it.is_rested(at(1_000)) && !it.is_rested(at(999)));
    assert!(it.try_pass(at(60_000), 2));
    assert_eq!((it.available(at(60_500)), it.micro_level(at(60_500))), (0, 500_000));
}

#[test]
fn a_thousand_years_at_a_third_per_second_do_not_drift() {
    let mut it = bucket(1, 1.0 / 3.0);
    let mut now = Instant::ZERO;
    for round in 0..100_000_u64 {
        assert!(it.try_pass(now, 1), "round {round}");
        now = it.ready_at(now, 1);
        assert_eq!(now, at(3_000 * (round + 1)));
    }
    let mut millennia = bucket(u32::MAX, 1e9);
    assert!(
        millennia.try_pass(Instant(u64::MAX), u32::MAX),
        "the largest of everything does not overflow"
    );
    assert_eq!(millennia.ready_at(Instant(u64::MAX), u32::MAX), Instant::MAX);
}

proptest! {
    /// In units of a token per 60,000,000 parts, whatever the rate of so many per minute: a level, capped, minus what passed.
    #[test]
    fn behaves_like_a_level_of_exact_fractions(
        capacity in 1..5u32,
        per_minute in 1..200u32,
        calls in prop::collection::vec((0..40_000_000u64, 1..5u32), 0..60),
    ) {
        let mut it = bucket(capacity, f64::from(per_minute) / 60.0);
        let token = 60_000_000_u128;
        let mut level = u128::from(capacity) * token;
        let mut now = Instant::ZERO;
        for (elapsed, units) in calls {
            let units = units.min(capacity);
            now = Instant(now.0 + elapsed);
            level = (level + u128::from(elapsed) * u128::from(per_minute)).min(u128::from(capacity) * token);
            let cost = u128::from(units) * token;
            let ready = it.ready_at(now, units);
            let missing = cost.saturating_sub(level).div_ceil(u128::from(per_minute));
            prop_assert_eq!(u128::from(ready.0 - now.0), missing);
            let passes = level >= cost;
            prop_assert_eq!(it.try_pass(now, units), passes);
            prop_assert_eq!(ready == now, passes);
            if passes {
                level -= cost;
            }
            prop_assert_eq!(u128::from(it.available(now)), level / token);
            it.assert_invariants(now);
        }
    }
}
