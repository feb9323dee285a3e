//! Stories of the auto-reset event, a model test, and every order of three operations by three actors.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

#[test]
fn each_signal_lets_one_through_and_two_before_anybody_asks_are_one() {
    let mut it = AutoResetEvent::new(false);
    let mut woken = Vec::new();
    it.set(&mut woken);
    it.set(&mut woken);
    assert_eq!(it.wait(Waiter(1), Actor(1)), Acquire::Granted);
    assert_eq!(
        it.wait(Waiter(1), Actor(1)),
        Acquire::Queued,
        "the second signal was lost"
    );
    assert_eq!(it.wait(Waiter(2), Actor(2)), Acquire::Queued);
    it.set(&mut woken);
    assert_eq!(woken, [Woken::Granted(Waiter(1), Actor(1))]);
    assert!(!it.is_set(), "handed over, not set");
    assert!(it.cancel(Waiter(2)));
    assert_eq!(it, AutoResetEvent::new(false), "a cancelled wait leaves no trace");
}

/// Sets, waits or cancels, as a flag and a list would.
fn apply(it: &mut AutoResetEvent, model: &mut (bool, Vec<u32>), call: u8, number: u32) {
    match call {
        0 => {
            let mut woken = Vec::new();
            it.set(&mut woken);
            if model.1.is_empty() {
                model.0 = true;
                assert_eq!(woken, []);
            } else {
                let first = model.1.remove(0);
                assert_eq!(woken, [Woken::Granted(Waiter(first), Actor(first))]);
            }
        }
        1 if model.1.contains(&number) => {}
        1 => {
            let is_through = it.wait(Waiter(number), Actor(number)) == Acquire::Granted;
            assert_eq!(is_through, std::mem::take(&mut model.0));
            if !is_through {
                model.1.push(number);
            }
        }
        _ => {
            let before = model.1.len();
            model.1.retain(|waiter| *waiter != number);
            assert_eq!(it.cancel(Waiter(number)), model.1.len() < before);
        }
    }
    it.assert_invariants();
    assert_eq!((it.is_set(), it.waiting()), (model.0, model.1.len()));
}

proptest! {
    #[test]
    fn behaves_like_a_flag_and_a_list(calls in prop::collection::vec((0..3u8, 0..5u32), 0..60)) {
        let mut it = AutoResetEvent::new(false);
        let mut model = (false, Vec::new());
        calls.into_iter().for_each(|(call, number)| apply(&mut it, &mut model, call, number));
    }
}

#[test]
fn in_every_order_of_three_operations_by_three_actors_nobody_waits_for_a_signal_that_is_there() {
    type Scene = (AutoResetEvent, Vec<u32>, [u8; 3]);
    let start: Scene = (AutoResetEvent::new(false), Vec::new(), [3; 3]);
    let successors = |(it, queue, left): &Scene, next: &mut Vec<Scene>| {
        for actor in (0..3usize).filter(|&actor| left[actor] > 0) {
            for call in 0..3 {
                let (mut it, mut left) = (it.clone(), *left);
                left[actor] -= 1;
                let mut model = (it.is_set(), queue.clone());
                apply(&mut it, &mut model, call, actor as u32);
                next.push((it, model.1, left));
            }
        }
    };
    let coverage = explore(start, successors, |(it, ..)| it.assert_invariants());
    assert!(coverage.states > 200, "{coverage:?}");
}
