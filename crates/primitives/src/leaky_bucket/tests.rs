//! Stories of the hole in the bucket. What waits in the bucket, and what overflows: `limiter/tests.rs`.

use super::*;

#[test]
fn one_leaves_at_a_time_and_a_rest_saves_nothing_up() {
    let mut it = LeakyBucket::new(5, Rate::per_second(4.0).expect("a rate"), Instant::ZERO);
    assert!(it.try_pass(Instant(0), 1));
    assert!(!it.try_pass(Instant(249_999), 1));
    assert_eq!(it.ready_at(Instant(100_000)), Instant(250_000));
    assert!(it.try_pass(Instant(250_000), 1));
    assert!(it.try_pass(Instant(9_000_000), 1), "after a long rest one");
    assert!(!it.try_pass(Instant(9_000_000), 1), "and not two");
    it.assert_invariants(Instant(9_000_000));
}

#[test]
fn a_large_one_holds_up_those_behind_it() {
    let mut it = LeakyBucket::new(5, Rate::per_second(4.0).expect("a rate"), Instant::ZERO);
    assert!(it.try_pass(Instant(0), 3));
    assert_eq!(it.ready_at(Instant(0)), Instant(750_000));
    assert!(it.is_rested(Instant(750_000)));
}
