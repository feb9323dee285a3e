//! Stories of the generic cell rate algorithm, and the proof by example that it is a token bucket.

use proptest::prelude::*;

use super::*;
use crate::TokenBucket;

fn gcra(per_second: f64, burst: u32) -> Gcra {
    Gcra::new(Rate::per_second(per_second).expect("a rate"), burst)
}

#[test]
fn without_a_burst_units_keep_their_pace() {
    let mut it = gcra(10.0, 1);
    assert!(it.try_pass(Instant(0), 1));
    assert!(!it.try_pass(Instant(99_999), 1), "too early");
    assert_eq!(it.ready_at(Instant(0), 1), Instant(100_000));
    assert!(it.try_pass(Instant(100_000), 1));
    assert!(it.try_pass(Instant(250_000), 1), "late, and the pace starts from here");
    assert_eq!(it.ready_at(Instant(250_000), 1), Instant(350_000));
    assert!(!it.is_rested(Instant(349_999)) && it.is_rested(Instant(350_000)));
}

#[test]
fn a_burst_comes_early_and_is_paid_for() {
    let mut it = gcra(2.0, 3);
    assert_eq!(it.available(Instant(0)), 3);
    assert!(it.try_pass(Instant(0), 2));
    assert_eq!(
        (it.available(Instant(0)), it.micro_level(Instant(250_000))),
        (1, 1_500_000)
    );
    assert!(it.try_pass(Instant(0), 1));
    assert_eq!(it.ready_at(Instant(0), 3), Instant(1_500_000));
}

proptest! {
    #[test]
    fn passes_exactly_what_a_token_bucket_passes(
        burst in 1..6u32,
        rate in prop_oneof![Just(1.0), Just(1.0 / 3.0), Just(7.5), Just(1_000.0), 0.1..50.0f64],
        calls in prop::collection::vec((0..2_000_000u64, 1..6u32), 0..80),
    ) {
        let mut it = gcra(rate, burst);
        let mut bucket = TokenBucket::new(burst, Rate::per_second(rate).expect("a rate"), Instant::ZERO);
        let mut now = Instant::ZERO;
        for (elapsed, units) in calls {
            now = Instant(now.0 + elapsed);
            let units = units.min(burst);
            prop_assert_eq!(it.ready_at(now, units), bucket.ready_at(now, units));
            prop_assert_eq!(it.available(now), bucket.available(now));
            prop_assert_eq!(it.is_rested(now), bucket.is_rested(now));
            prop_assert_eq!(it.try_pass(now, units), bucket.try_pass(now, units));
            it.assert_invariants(now);
        }
    }
}
