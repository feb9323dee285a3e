//! The formulas as they are printed, in floating point, against ours; and the bounds of each kind of jitter.

use proptest::prelude::*;

use super::*;

fn backoff(jitter: Jitter) -> Backoff {
    Backoff {
        min: Duration::from_millis(100),
        max: Duration::from_millis(1_000),
        factor_ppm: 2_000_000,
        jitter,
    }
}

#[test]
fn without_jitter_it_doubles_up_to_the_cap() {
    let delays: Vec<u64> = (0..6)
        .map(|retry| backoff(Jitter::None).delay(retry, None, 7).0 / 1_000)
        .collect();
    assert_eq!(delays, [100, 200, 400, 800, 1_000, 1_000]);
    assert_eq!(
        backoff(Jitter::None).delay(u32::MAX, None, 0),
        Duration::from_millis(1_000)
    );
}

#[test]
fn jitter_reaches_both_of_its_ends() {
    let ends = |jitter, retry, last| {
        let it = backoff(jitter);
        (it.delay(retry, last, 0).0, it.delay(retry, last, u32::MAX).0)
    };
    assert_eq!(ends(Jitter::Full, 1, None), (0, 200_000));
    assert_eq!(ends(Jitter::Equal, 1, None), (100_000, 200_000));
    assert_eq!(ends(Jitter::Decorrelated, 1, None), (100_000, 300_000));
    assert_eq!(
        ends(Jitter::Decorrelated, 9, Some(Duration::from_millis(300))),
        (100_000, 900_000)
    );
    assert_eq!(ends(Jitter::Decorrelated, 9, Some(Duration::MAX)), (100_000, 1_000_000));
}

#[test]
fn a_factor_of_one_or_nothing_to_grow_from_ends_at_once() {
    let it = Backoff {
        factor_ppm: 1_000_000,
        ..backoff(Jitter::None)
    };
    assert_eq!(it.delay(u32::MAX, None, 0), it.min);
    let it = Backoff {
        min: Duration::ZERO,
        ..backoff(Jitter::None)
    };
    assert_eq!(it.delay(u32::MAX, None, 0), Duration::ZERO);
}

proptest! {
    #[test]
    fn delays_are_those_of_the_formulas(retry in 0u32..12, factor in 1.0f64..4.0, random in any::<u32>(), last in 0u64..10_000_000) {
        let share = f64::from(random) / 4_294_967_296.0;
        let (min, max) = (100_000.0, 1_000_000.0);
        let whole = f64::min(max, min * factor.powi(retry as i32));
        let last_delay = last.max(100_000);
        for (jitter, expected) in [
            (Jitter::None, whole),
            (Jitter::Full, share * whole),
            (Jitter::Equal, whole / 2.0 + share * whole / 2.0),
            (Jitter::Decorrelated, f64::min(max, min + share * (last_delay as f64 * 3.0 - min))),
        ] {
            let it = Backoff { factor_ppm: (factor * 1e6) as u64, ..backoff(jitter) };
            let delay = it.delay(retry, Some(Duration(last_delay)), random).0 as f64;
            prop_assert!((delay - expected).abs() <= 30.0, "{jitter:?}: {delay} and {expected}");
        }
    }
}

#[test]
fn whatever_three_draws_say_three_delays_stay_within_the_bounds_of_their_kind() {
    let draws = [0, 1, u32::MAX / 2, u32::MAX];
    for jitter in [Jitter::None, Jitter::Full, Jitter::Equal, Jitter::Decorrelated] {
        let it = backoff(jitter);
        let mut chains = vec![Vec::new()];
        for retry in 0..3 {
            let mut longer = Vec::new();
            for chain in &chains {
                for draw in draws {
                    let last = chain.last().copied();
                    let delay = it.delay(retry, last, draw);
                    let whole = Duration((it.min.0 << retry).min(it.max.0));
                    let (least, most) = match jitter {
                        Jitter::None => (whole, whole),
                        Jitter::Full => (Duration::ZERO, whole),
                        Jitter::Equal => (Duration(whole.0 / 2), whole),
                        Jitter::Decorrelated => (it.min, Duration(last.unwrap_or(it.min).0 * 3).min(it.max)),
                    };
                    assert!(
                        (least..=most).contains(&delay),
                        "{jitter:?} {retry} {last:?} {draw}: {delay:?}"
                    );
                    longer.push(chain.iter().copied().chain([delay]).collect());
                }
            }
            chains = longer;
        }
        assert_eq!(chains.len(), 64);
    }
}
