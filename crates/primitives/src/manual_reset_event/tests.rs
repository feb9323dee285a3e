//! Stories of the manual-reset event, a model test, and every order of three operations by three actors.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

#[test]
fn it_lets_everyone_through_until_it_is_reset() {
    let mut it = ManualResetEvent::new(false);
    let mut woken = Vec::new();
    assert_eq!(it.wait(Waiter(1), Actor(1)), Acquire::Queued);
    assert_eq!(it.wait(Waiter(2), Actor(2)), Acquire::Queued);
    it.set(&mut woken);
    it.set(&mut woken);
    let expected = [1, 2].map(|number| Woken::Granted(Waiter(number), Actor(number)));
    assert_eq!(woken, expected, "in the order of asking, once");
    assert_eq!(it.wait(Waiter(3), Actor(3)), Acquire::Granted);
    it.reset();
    it.reset();
    assert_eq!(it.wait(Waiter(3), Actor(3)), Acquire::Queued);
    assert!(it.cancel(Waiter(3)));
    assert_eq!(it, ManualResetEvent::new(false), "a cancelled wait leaves no trace");
}

/// Sets, resets, waits or cancels, as a flag and a list would.
fn apply(it: &mut ManualResetEvent, model: &mut (bool, Vec<Woken>), call: u8, number: u32) {
    let mut woken = Vec::new();
    match call {
        0 => {
            it.set(&mut woken);
            model.0 = true;
            assert_eq!(woken, std::mem::take(&mut model.1));
        }
        1 => {
            it.reset();
            model.0 = false;
        }
        2 => {
            let token = Woken::Granted(Waiter(number), Actor(number));
            if model.1.contains(&token) {
                return;
            }
            let is_through = it.wait(Waiter(number), Actor(number)) == Acquire::Granted;
            assert_eq!(is_through, model.0);
            if !is_through {
                model.1.push(token);
            }
        }
        _ => {
            let before = model.1.len();
            model
                .1
                .retain(|woken| *woken != Woken::Granted(Waiter(number), Actor(number)));
            assert_eq!(it.cancel(Waiter(number)), model.1.len() < before);
        }
    }
    it.assert_invariants();
    assert_eq!((it.is_set(), it.waiting()), (model.0, model.1.len()));
}

proptest! {
    #[test]
    fn behaves_like_a_flag_and_a_list(calls in prop::collection::vec((0..4u8, 0..5u32), 0..60)) {
        let mut it = ManualResetEvent::new(false);
        let mut model = (false, Vec::new());
        calls.into_iter().for_each(|(call, number)| apply(&mut it, &mut model, call, number));
    }
}

#[test]
fn in_every_order_of_three_operations_by_three_actors_nobody_waits_at_an_open_gate() {
    type Scene = (ManualResetEvent, Vec<(u32, u32)>, [u8; 3]);
    let start: Scene = (ManualResetEvent::new(false), Vec::new(), [3; 3]);
    let successors = |(it, queue, left): &Scene, next: &mut Vec<Scene>| {
        for actor in (0..3usize).filter(|&actor| left[actor] > 0) {
            for call in 0..4 {
                let (mut it, mut left) = (it.clone(), *left);
                left[actor] -= 1;
                let granted = |&(waiter, actor): &(u32, u32)| Woken::Granted(Waiter(waiter), Actor(actor));
                let mut model = (it.is_set(), queue.iter().map(granted).collect());
                apply(&mut it, &mut model, call, actor as u32);
                let queue = it.queue().map(|(waiter, actor)| (waiter.0, actor.0)).collect();
                next.push((it, queue, left));
            }
        }
    };
    let coverage = explore(start, successors, |(it, ..)| it.assert_invariants());
    assert!(coverage.states > 300, "{coverage:?}");
}
