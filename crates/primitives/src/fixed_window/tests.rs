//! Stories of the fixed window, its flaw included, and a model test against a list of all that passed.

use proptest::prelude::*;

use super::*;

fn window(limit: u32) -> FixedWindow {
    FixedWindow::new(limit, Duration(1_000))
}

#[test]
fn each_window_of_the_clock_has_its_own_count() {
    let mut it = window(2);
    assert!(it.try_pass(Instant(900), 2));
    assert!(!it.try_pass(Instant(999), 1));
    assert_eq!(it.ready_at(Instant(999), 1), Instant(1_000));
    assert!(it.is_rested(Instant(1_000)));
    assert_eq!((it.available(Instant(999)), it.available(Instant(1_000))), (0, 2));
}

#[test]
fn twice_the_limit_passes_at_a_seam() {
    let mut it = window(2);
    assert!(it.try_pass(Instant(999), 2));
    assert!(it.try_pass(Instant(1_000), 2), "four within two microseconds");
    assert_eq!(it.resets_at(Instant(1_000)), Instant(2_000));
    it.assert_invariants();
}

proptest! {
    #[test]
    fn behaves_like_a_list_of_what_passed(
        limit in 1..4u32,
        calls in prop::collection::vec((0..900u64, 1..4u32), 0..60),
    ) {
        let mut it = window(limit);
        let mut passed: Vec<Instant> = Vec::new();
        let mut now = Instant::ZERO;
        for (elapsed, units) in calls {
            now = Instant(now.0 + elapsed);
            let units = units.min(limit);
            let used = passed.iter().filter(|at| at.0 / 1_000 == now.0 / 1_000).count() as u32;
            let passes = used + units <= limit;
            let ready = if passes { now } else { Instant((now.0 / 1_000 + 1) * 1_000) };
            prop_assert_eq!(it.ready_at(now, units), ready);
            prop_assert_eq!(it.available(now), limit - used);
            prop_assert_eq!(it.try_pass(now, units), passes);
            if passes {
                passed.extend((0..units).map(|_| now));
            }
            it.assert_invariants();
        }
    }
}
