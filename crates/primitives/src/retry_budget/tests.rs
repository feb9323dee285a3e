//! Stories of the budget, a model test, and every order of three actors' operations.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const SECOND: u64 = 1_000_000;

fn budget(min_retries_per_second: u32, can_retry_ppm: u32) -> RetryBudget {
    RetryBudget::new(RetryBudgetOptions {
        ttl: Duration(10 * SECOND),
        min_retries_per_second,
        can_retry_ppm,
    })
}

#[test]
fn five_calls_pay_for_one_retry() {
    let mut it = budget(0, 200_000);
    for _ in 0..4 {
        it.deposit(Instant(0));
        assert!(!it.try_withdraw(Instant(0)));
    }
    it.deposit(Instant(0));
    assert_eq!(it.balance(Instant(0)), 1);
    assert!(it.try_withdraw(Instant(0)));
    assert!(!it.try_withdraw(Instant(0)));
}

#[test]
fn the_reserve_is_there_without_any_call_and_comes_back() {
    let mut it = budget(1, 0);
    for _ in 0..10 {
        assert!(it.try_withdraw(Instant(0)));
    }
    it.deposit(Instant(0));
    assert!(!it.try_withdraw(Instant(9 * SECOND)), "calls pay for nothing here");
    assert_eq!(it.balance(Instant(10 * SECOND)), 10);
}

#[test]
fn what_was_paid_is_forgotten() {
    let mut it = budget(0, 1_000_000);
    it.deposit(Instant(0));
    assert_eq!(it.balance(Instant(9 * SECOND)), 1);
    assert_eq!(it.balance(Instant(10 * SECOND)), 0);
}

proptest! {
    #[test]
    fn retries_stay_a_share_of_the_calls(share in 0u32..=100, reserve in 0u32..3, calls in prop::collection::vec(any::<bool>(), 0..200)) {
        let mut it = budget(reserve, share * 10_000);
        let (mut paid, mut retried) = (0u64, 0u64);
        for is_call in calls {
            if is_call {
                it.deposit(Instant(0));
                paid += 1;
            } else {
                let is_paid_for = paid * u64::from(share) + u64::from(reserve) * 1_000 >= (retried + 1) * 100;
                let retries = it.try_withdraw(Instant(0));
                // The price is whole thousandths, so that a share like 3 % is met to the last call but one.
                if share == 0 || 100 % share == 0 {
                    prop_assert_eq!(retries, is_paid_for);
                }
                retried += u64::from(retries);
            }
            it.assert_invariants();
            prop_assert!(retried * 100 <= paid * u64::from(share) + u64::from(reserve) * 1_000 + 100);
        }
    }
}

#[test]
fn in_every_order_of_three_operations_by_three_actors_no_retry_is_paid_for_twice() {
    let start = (budget(0, 500_000), [3u8; 3], 0u64, 0u64);
    let successors = |(it, left, paid, retried): &(RetryBudget, [u8; 3], u64, u64), next: &mut Vec<_>| {
        for actor in (0..3).filter(|&actor| left[actor] > 0) {
            let mut left = *left;
            left[actor] -= 1;
            let mut calling = it.clone();
            calling.deposit(Instant(0));
            next.push((calling, left, paid + 1, *retried));
            let mut retrying = it.clone();
            let is_paid_for = retrying.try_withdraw(Instant(0));
            assert_eq!(is_paid_for, paid / 2 > *retried);
            next.push((retrying, left, *paid, retried + u64::from(is_paid_for)));
        }
    };
    let coverage = explore(start, successors, |_| {});
    assert!(coverage.states > 100, "{coverage:?}");
}
