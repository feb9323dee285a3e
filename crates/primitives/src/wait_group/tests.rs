//! Stories of the wait group, a model test against a number and a list, and every order of three operations by three actors.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

#[test]
fn it_lets_all_go_at_zero_and_can_be_used_again() {
    let mut it = WaitGroup::new();
    let mut woken = Vec::new();
    assert_eq!(it.wait(Waiter(0), Actor(0)), Acquire::Granted, "nothing is under way");
    for _ in 0..2 {
        assert_eq!(it.add(2, &mut woken), Ok(()));
        assert_eq!(it.wait(Waiter(1), Actor(1)), Acquire::Queued);
        assert_eq!(it.add(-1, &mut woken), Ok(()));
        assert_eq!(woken, []);
        assert_eq!(it.add(-1, &mut woken), Ok(()));
        assert_eq!(woken, [Woken::Granted(Waiter(1), Actor(1))]);
        woken.clear();
    }
}

#[test]
fn what_cannot_be_changes_nothing() {
    let mut it = WaitGroup::new();
    let mut woken = Vec::new();
    assert_eq!(it.add(3, &mut woken), Ok(()));
    let before = it.clone();
    assert_eq!(it.add(-4, &mut woken), Err(AddError::BelowZero { count: 3 }));
    assert_eq!(it.add(i64::MIN, &mut woken), Err(AddError::BelowZero { count: 3 }));
    assert_eq!(
        it.add(i64::from(u32::MAX), &mut woken),
        Err(AddError::TooMany { count: 3 })
    );
    assert_eq!(it, before);
}

proptest! {
    #[test]
    fn behaves_like_a_number_and_a_list(calls in prop::collection::vec((0..3u8, -3..4i64, any::<usize>()), 0..60)) {
        let mut it = WaitGroup::new();
        let (mut count, mut queue) = (0i64, Vec::new());
        for (step, (call, change, pick)) in (0u32..).zip(calls) {
            match call {
                0 => {
                    let mut woken = Vec::new();
                    prop_assert_eq!(it.add(change, &mut woken).is_ok(), count + change >= 0);
                    count = if count + change >= 0 { count + change } else { count };
                    let freed: Vec<Woken> = if count == 0 { std::mem::take(&mut queue) } else { Vec::new() };
                    prop_assert_eq!(woken, freed);
                }
                1 => {
                    let goes_on = it.wait(Waiter(step), Actor(0)) == Acquire::Granted;
                    prop_assert_eq!(goes_on, count == 0);
                    if !goes_on {
                        queue.push(Woken::Granted(Waiter(step), Actor(0)));
                    }
                }
                _ if queue.is_empty() => prop_assert!(!it.cancel(Waiter(step))),
                _ => {
                    let Woken::Granted(waiter, _) = queue.remove(pick % queue.len()) else { continue };
                    prop_assert!(it.cancel(waiter));
                }
            }
            it.assert_invariants();
            prop_assert_eq!((i64::from(it.count()), it.waiting()), (count, queue.len()));
        }
    }
}

#[test]
fn in_every_order_work_that_was_added_first_is_waited_for() {
    // Three workers that are signed in before, and one who waits: it goes on after all three, in whatever order.
    let mut it = WaitGroup::new();
    assert_eq!(it.add(3, &mut Vec::new()), Ok(()));
    let successors = |(it, working, waits): &(WaitGroup, [bool; 3], Option<bool>), next: &mut Vec<_>| {
        for worker in (0..3usize).filter(|&worker| working[worker]) {
            let (mut it, mut working, mut waits) = (it.clone(), *working, *waits);
            working[worker] = false;
            let mut woken = Vec::new();
            assert_eq!(it.add(-1, &mut woken), Ok(()));
            it.assert_invariants();
            if !woken.is_empty() {
                assert_eq!((working, waits), ([false; 3], Some(true)), "woken too early");
                waits = Some(false);
            }
            next.push((it, working, waits));
        }
        if waits.is_none() {
            let mut it = it.clone();
            let is_queued = it.wait(Waiter(0), Actor(9)) == Acquire::Queued;
            assert_eq!(is_queued, working.contains(&true));
            next.push((it, *working, Some(is_queued)));
        }
    };
    let coverage = explore((it, [true; 3], None), successors, |(_, _, waits)| {
        assert_eq!(*waits, Some(false))
    });
    assert!(coverage.states >= 16, "{coverage:?}");
}
