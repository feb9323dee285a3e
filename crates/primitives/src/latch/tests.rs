//! Stories of the latch, a model test against a count and a list, and every order of three operations by three actors.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

#[test]
fn it_opens_for_all_at_zero_and_stays_open() {
    let mut it = Latch::new(2);
    let mut woken = Vec::new();
    assert_eq!(it.wait(Waiter(1), Actor(1)), Acquire::Queued);
    assert_eq!(it.wait(Waiter(2), Actor(2)), Acquire::Queued);
    assert_eq!(it.count_down(&mut woken), Ok(()));
    assert!(woken.is_empty() && it.count() == 1);
    assert_eq!(it.count_down(&mut woken), Ok(()));
    let expected = [(1, 1), (2, 2)].map(|(waiter, actor)| Woken::Granted(Waiter(waiter), Actor(actor)));
    assert_eq!(woken, expected);
    assert_eq!(it.wait(Waiter(3), Actor(1)), Acquire::Granted);
    let before = it.clone();
    assert_eq!(it.count_down(&mut woken), Err(BelowZero));
    assert_eq!(it, before);
}

proptest! {
    #[test]
    fn behaves_like_a_count_and_a_list(count in 0..5u32, calls in prop::collection::vec((0..3u8, any::<usize>()), 0..40)) {
        let mut it = Latch::new(count);
        let (mut left, mut queue) = (count, Vec::new());
        for (step, (call, pick)) in (0u32..).zip(calls) {
            match call {
                0 => {
                    let mut woken = Vec::new();
                    prop_assert_eq!(it.count_down(&mut woken).is_ok(), left > 0);
                    left = left.saturating_sub(1);
                    let freed: Vec<Woken> = if left == 0 { std::mem::take(&mut queue) } else { Vec::new() };
                    prop_assert_eq!(woken, freed);
                }
                1 => {
                    let is_open = it.wait(Waiter(step), Actor(step % 3)) == Acquire::Granted;
                    prop_assert_eq!(is_open, left == 0);
                    if !is_open {
                        queue.push(Woken::Granted(Waiter(step), Actor(step % 3)));
                    }
                }
                _ => {
                    prop_assert!(!it.cancel(Waiter(u32::MAX)));
                    if !queue.is_empty() {
                        let Woken::Granted(waiter, _) = queue.remove(pick % queue.len()) else { continue };
                        prop_assert!(it.cancel(waiter));
                    }
                }
            }
            it.assert_invariants();
            prop_assert_eq!((it.count(), it.waiting()), (left, queue.len()));
        }
    }
}

/// Three actors with three operations each; actor `i` waits as `Waiter(i)`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: Latch,
    operations_left: [u8; 3],
    is_waiting: [bool; 3],
}

#[test]
fn in_every_order_nobody_waits_once_it_has_been_counted_down() {
    let start = Scene {
        it: Latch::new(3),
        operations_left: [3; 3],
        is_waiting: [false; 3],
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        for actor in (0..3usize).filter(|&actor| scene.operations_left[actor] > 0) {
            let mut scene = scene.clone();
            scene.operations_left[actor] -= 1;
            let waiter = Waiter(actor as u32);
            if scene.is_waiting[actor] {
                assert!(scene.it.cancel(waiter));
                scene.is_waiting[actor] = false;
                next.push(scene);
                continue;
            }
            let mut waits = scene.clone();
            waits.is_waiting[actor] = waits.it.wait(waiter, Actor(actor as u32)) == Acquire::Queued;
            next.push(waits);
            let mut woken = Vec::new();
            let was_open = scene.it.count() == 0;
            assert_eq!(scene.it.count_down(&mut woken).is_err(), was_open);
            for wake in woken {
                let Woken::Granted(Waiter(waiter), _) = wake else {
                    unreachable!()
                };
                assert!(std::mem::take(&mut scene.is_waiting[waiter as usize]));
            }
            next.push(scene);
        }
        for scene in next.iter() {
            scene.it.assert_invariants();
            assert_eq!(
                scene.it.waiting(),
                scene.is_waiting.iter().filter(|waits| **waits).count()
            );
        }
    };
    let at_end = |scene: &Scene| assert!(scene.it.count() > 0 || !scene.is_waiting.contains(&true));
    let coverage = explore(start, successors, at_end);
    assert!(coverage.states > 100 && coverage.ends > 5, "{coverage:?}");
}
