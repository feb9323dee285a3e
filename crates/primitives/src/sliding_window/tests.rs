//! Stories of both sliding windows, and model tests: the log against a list of all that passed, the counter against its
//! formula.

use proptest::prelude::*;

use super::*;

const WINDOW: u64 = 1_000;

#[test]
fn the_log_lets_one_pass_when_the_oldest_has_left() {
    let mut it = SlidingLog::new(3, Duration(WINDOW));
    assert!(it.try_pass(Instant(0), 1) && it.try_pass(Instant(400), 2));
    assert!(!it.try_pass(Instant(999), 1));
    assert_eq!(
        (it.ready_at(Instant(500), 1), it.ready_at(Instant(500), 2)),
        (Instant(1_000), Instant(1_400))
    );
    assert!(it.try_pass(Instant(1_000), 1), "exactly a window later");
    assert_eq!(it.available(Instant(1_399)), 0);
    assert_eq!(it.available(Instant(1_400)), 2);
    assert!(!it.is_rested(Instant(1_999)) && it.is_rested(Instant(2_000)));
    it.assert_invariants();
}

#[test]
fn the_log_has_no_seam() {
    let mut it = SlidingLog::new(2, Duration(WINDOW));
    assert!(it.try_pass(Instant(999), 2));
    assert!(!it.try_pass(Instant(1_000), 1));
    assert_eq!(it.ready_at(Instant(1_000), 2), Instant(1_999));
}

#[test]
fn the_counter_takes_it_that_the_previous_window_was_spread_evenly() {
    let mut it = SlidingCounter::new(10, Duration(WINDOW));
    assert!(it.try_pass(Instant(0), 10));
    assert_eq!(it.ready_at(Instant(500), 1), Instant(1_100), "a tenth of ten");
    assert_eq!(it.available(Instant(1_500)), 5);
    assert!(it.try_pass(Instant(1_500), 5));
    assert!(!it.try_pass(Instant(1_500), 1));
    assert_eq!(it.ready_at(Instant(1_500), 1), Instant(1_600));
    assert!(it.is_rested(Instant(3_000)));
    it.assert_invariants();
}

#[test]
fn the_counter_errs_when_it_was_not() {
    let mut it = SlidingCounter::new(10, Duration(WINDOW));
    assert!(it.try_pass(Instant(999), 10));
    assert!(it.try_pass(Instant(1_500), 5), "fifteen within 502 microseconds");
}

proptest! {
    #[test]
    fn the_log_behaves_like_a_list_of_what_passed(
        limit in 1..5u32,
        calls in prop::collection::vec((0..700u64, 1..5u32), 0..60),
    ) {
        let mut it = SlidingLog::new(limit, Duration(WINDOW));
        let mut passed: Vec<u64> = Vec::new();
        let mut now = 0;
        for (elapsed, units) in calls {
            now += elapsed;
            let units = units.min(limit);
            let used = |when: u64| passed.iter().filter(|at| **at + WINDOW > when).count() as u32;
            let ready = (now..).find(|&when| used(when) + units <= limit).expect("some time");
            prop_assert_eq!(it.ready_at(Instant(now), units), Instant(ready));
            prop_assert_eq!(it.available(Instant(now)), limit - used(now));
            prop_assert_eq!(it.try_pass(Instant(now), units), ready == now);
            if ready == now {
                passed.extend((0..units).map(|_| now));
            }
            it.assert_invariants();
            // What the window promises: no stretch of its length has more.
            let worst = passed.iter().map(|&from| passed.iter().filter(|&&at| at >= from && at < from + WINDOW).count());
            prop_assert!(worst.max().unwrap_or(0) <= limit as usize);
        }
    }

    #[test]
    fn the_counter_behaves_like_its_formula(
        limit in 1..8u32,
        calls in prop::collection::vec((0..900u64, 1..8u32), 0..60),
    ) {
        let mut it = SlidingCounter::new(limit, Duration(WINDOW));
        let mut passed: Vec<u64> = Vec::new();
        let mut now = 0;
        for (elapsed, units) in calls {
            now += elapsed;
            let units = units.min(limit);
            // previous * (window - elapsed) / window + current + units <= limit, without the division.
            let may_pass = |when: u64| {
                let count = |window: Option<u64>| {
                    passed.iter().filter(|at| Some(**at / WINDOW) == window).count() as u64
                };
                let (previous, current) = (count((when / WINDOW).checked_sub(1)), count(Some(when / WINDOW)));
                previous * (WINDOW - when % WINDOW) + (current + u64::from(units)) * WINDOW <= u64::from(limit) * WINDOW
            };
            let ready = (now..).find(|&when| may_pass(when)).expect("some time");
            prop_assert_eq!(it.ready_at(Instant(now), units), Instant(ready));
            prop_assert_eq!(it.available(Instant(now)) >= units, ready == now);
            prop_assert_eq!(it.try_pass(Instant(now), units), ready == now);
            if ready == now {
                passed.extend((0..units).map(|_| now));
            }
            it.assert_invariants();
        }
    }
}
