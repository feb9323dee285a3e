//! Stories of the autoscaler, among them how it oscillates, a model test, and every order of three measurements.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

fn options() -> AutoscalerOptions {
    AutoscalerOptions {
        target: 10 * MILLION,
        min: 1,
        max: 20,
        initial: 2,
        cooldown: Duration::ZERO,
        smoothing_ppm: 1_000_000,
        tolerance_ppm: 100_000,
        startup: Duration::ZERO,
    }
}

#[test]
fn it_brings_each_replica_to_the_target() {
    let mut it = Autoscaler::new(options());
    assert_eq!(it.observe(Instant(0), 25 * MILLION), 5);
    assert_eq!(it.observe(Instant(1), 11 * MILLION), 5, "within the tolerance");
    assert_eq!(it.observe(Instant(2), 4 * MILLION), 2);
    assert_eq!(it.observe(Instant(3), 0), 1, "never fewer than the minimum");
    assert_eq!(it.observe(Instant(4), 1_000 * MILLION), 20, "nor more than the maximum");
}

#[test]
fn nothing_changes_while_it_cools_down() {
    let mut it = Autoscaler::new(AutoscalerOptions {
        cooldown: Duration(100),
        ..options()
    });
    assert_eq!(it.observe(Instant(0), 20 * MILLION), 4);
    assert_eq!(it.observe(Instant(99), 1), 4);
    assert_eq!(it.observe(Instant(100), 5 * MILLION), 2);
}

/// A load of `total` in all, measured every ten units of time: how many replicas there are each time.
fn follow(mut it: Autoscaler, total: u64, rounds: u64) -> Vec<u32> {
    let mut replicas = Vec::new();
    for round in 0..rounds {
        let now = Instant(round * 10);
        it.settle(now);
        let load = total / u64::from(it.ready(now).max(1));
        replicas.push(it.observe(now, load));
        it.assert_invariants();
    }
    replicas
}

#[test]
fn with_replicas_that_start_slowly_smoothing_overshoots_and_a_cool_down_calms_it() {
    let steady = follow(Autoscaler::new(options()), 100 * MILLION, 12);
    assert_eq!(steady[0], 10, "{steady:?}");
    assert!(steady.iter().all(|&replicas| replicas == 10), "{steady:?}");
    let late = AutoscalerOptions {
        startup: Duration(25),
        smoothing_ppm: 300_000,
        ..options()
    };
    let swings = |replicas: &[u32]| {
        let steps: Vec<bool> = replicas
            .windows(2)
            .filter(|pair| pair[0] != pair[1])
            .map(|pair| pair[0] < pair[1])
            .collect();
        steps.windows(2).filter(|pair| pair[0] != pair[1]).count()
    };
    let nervous = follow(Autoscaler::new(late), 100 * MILLION, 40);
    assert!(*nervous.iter().max().unwrap_or(&0) > 10, "it overshoots: {nervous:?}");
    assert!(swings(&nervous) >= 2, "up, down and up again: {nervous:?}");
    let calm = AutoscalerOptions {
        cooldown: Duration(200),
        ..late
    };
    let calmed = follow(Autoscaler::new(calm), 100 * MILLION, 40);
    assert!(swings(&calmed) < swings(&nervous), "{calmed:?} {nervous:?}");
}

#[test]
fn the_youngest_go_first() {
    let mut it = Autoscaler::new(AutoscalerOptions {
        startup: Duration(50),
        ..options()
    });
    assert_eq!(it.observe(Instant(0), 30 * MILLION), 6);
    assert_eq!((it.ready(Instant(0)), it.ready(Instant(50))), (2, 6));
    assert_eq!(it.observe(Instant(10), 5 * MILLION), 1);
    assert_eq!((it.ready(Instant(10)), it.deadline()), (1, None));
}

proptest! {
    #[test]
    fn without_any_delay_it_is_the_formula(initial in 1u32..20, loads in prop::collection::vec(0u64..50_000_000, 1..40)) {
        let mut it = Autoscaler::new(AutoscalerOptions { initial, ..options() });
        let mut replicas = initial;
        for (round, load) in loads.into_iter().enumerate() {
            let ratio = load as f64 / 10_000_000.0;
            if (ratio - 1.0).abs() > 0.1 {
                replicas = ((f64::from(replicas) * ratio).ceil() as u32).clamp(1, 20);
            }
            prop_assert_eq!(it.observe(Instant(round as u64), load), replicas);
            it.assert_invariants();
        }
    }
}

#[test]
fn in_every_order_of_measurements_by_three_actors_the_bounds_hold() {
    let start = (
        Autoscaler::new(AutoscalerOptions {
            startup: Duration(3),
            cooldown: Duration(2),
            ..options()
        }),
        0u64,
        [3u8; 3],
    );
    let successors = |(it, now, left): &(Autoscaler, u64, [u8; 3]), next: &mut Vec<_>| {
        for actor in (0..3).filter(|&actor| left[actor] > 0) {
            let mut left = *left;
            left[actor] -= 1;
            for load in [0, 9, 40] {
                let mut it = it.clone();
                it.observe(Instant(now + 1), load * MILLION);
                it.assert_invariants();
                next.push((it, now + 1, left));
            }
        }
    };
    let coverage = explore(start, successors, |_| {});
    assert!(coverage.states > 300, "{coverage:?}");
}
