//! Stories of the weighted semaphore, a model test against a number and a list, and every order of three operations by three
//! actors.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const A: Actor = Actor(0);
const B: Actor = Actor(1);
const C: Actor = Actor(2);

#[test]
fn the_head_of_the_line_blocks_those_behind_it_and_cannot_starve() {
    let mut it = WeightedSemaphore::new(10);
    assert_eq!(it.acquire(8, Waiter(0), A), Ok(Acquire::Granted));
    assert_eq!(it.acquire(5, Waiter(1), B), Ok(Acquire::Queued));
    assert_eq!(it.acquire(1, Waiter(2), C), Ok(Acquire::Queued), "it would fit");
    assert_eq!(it.try_acquire(1, C), Ok(false));
    let mut granted = Vec::new();
    assert_eq!(it.release(2, A, &mut granted), Ok(()));
    assert!(granted.is_empty(), "four are not enough for the first");
    assert_eq!(it.release(6, A, &mut granted), Ok(()));
    assert_eq!(granted, [(Waiter(1), B, 5), (Waiter(2), C, 1)]);
    let holding = |actor, units| Holding { actor, units };
    assert_eq!(it.holdings(), [holding(B, 5), holding(C, 1)]);
    it.assert_invariants();
}

#[test]
fn a_wait_at_the_head_that_is_given_up_lets_those_behind_it_go() {
    let mut it = WeightedSemaphore::new(3);
    assert_eq!(it.try_acquire(2, A), Ok(true));
    assert_eq!(it.acquire(3, Waiter(1), B), Ok(Acquire::Queued));
    assert_eq!(it.acquire(1, Waiter(2), C), Ok(Acquire::Queued));
    let mut granted = Vec::new();
    assert!(it.cancel(Waiter(1), &mut granted));
    assert_eq!(granted, [(Waiter(2), C, 1)]);
    assert!(!it.cancel(Waiter(1), &mut granted));
}

#[test]
fn what_cannot_be_changes_nothing() {
    let mut it = WeightedSemaphore::new(3);
    assert_eq!(it.try_acquire(2, A), Ok(true));
    let before = it.clone();
    let mut granted = Vec::new();
    assert_eq!(it.acquire(0, Waiter(1), A), Err(WeightError::Zero));
    assert_eq!(
        it.acquire(4, Waiter(1), A),
        Err(WeightError::AboveCapacity { capacity: 3 })
    );
    assert_eq!(it.release(0, A, &mut granted), Err(ReleaseUnitsError::Zero));
    let above = ReleaseUnitsError::AboveCapacity {
        available: 1,
        capacity: 3,
    };
    assert_eq!(it.release(3, A, &mut granted), Err(above));
    assert_eq!((it, granted), (before, vec![]));
}

#[test]
fn units_that_their_actor_does_not_hold_make_it_a_signal() {
    let mut it = WeightedSemaphore::new(3);
    assert_eq!(it.try_acquire(2, A), Ok(true));
    assert_eq!(it.release(1, B, &mut Vec::new()), Ok(()));
    assert!(it.used_as_signal() && it.holdings().is_empty());
    assert_eq!(it.available(), 2);
}

proptest! {
    #[test]
    fn behaves_like_a_number_and_a_list(
        capacity in 1..6u32,
        calls in prop::collection::vec((0..5u8, 0..8u32, 0..3u32, any::<usize>()), 0..80),
    ) {
        let mut it = WeightedSemaphore::new(capacity);
        let (mut available, mut queue) = (capacity, Vec::<(Waiter, Actor, u32)>::new());
        for (step, (call, weight, actor, pick)) in (0u32..).zip(calls) {
            let (waiter, actor) = (Waiter(step), Actor(actor));
            let mut granted = Vec::new();
            match call {
                0 | 1 => {
                    let expected = match weight {
                        0 => Err(WeightError::Zero),
                        weight if weight > capacity => Err(WeightError::AboveCapacity { capacity }),
                        weight if queue.is_empty() && weight <= available => Ok(Acquire::Granted),
                        _ => Ok(Acquire::Queued),
                    };
                    prop_assert_eq!(it.acquire(weight, waiter, actor), expected);
                    match expected {
                        Ok(Acquire::Granted) => available -= weight,
                        Ok(Acquire::Queued) => queue.push((waiter, actor, weight)),
                        Err(_) => {}
                    }
                }
                2 | 3 => {
                    let is_fine = weight > 0 && available + weight <= capacity;
                    prop_assert_eq!(it.release(weight, actor, &mut granted).is_ok(), is_fine);
                    available += if is_fine { weight } else { 0 };
                }
                _ if queue.is_empty() => prop_assert!(!it.cancel(waiter, &mut granted)),
                _ => {
                    let (gone, ..) = queue.remove(pick % queue.len());
                    prop_assert!(it.cancel(gone, &mut granted));
                }
            }
            let mut expected = Vec::new();
            while queue.first().is_some_and(|first| first.2 <= available) {
                available -= queue[0].2;
                expected.push(queue.remove(0));
            }
            prop_assert_eq!(granted, expected);
            it.assert_invariants();
            prop_assert_eq!(it.available(), available);
            prop_assert_eq!(it.queue().collect::<Vec<_>>(), queue.clone());
        }
    }
}

#[test]
fn in_every_order_of_three_operations_by_three_actors_every_unit_is_accounted_for() {
    // Actor `i` asks for `i + 1` units of three, gives back what it holds, or gives up.
    type Scene = (WeightedSemaphore, [u8; 3], [u32; 3], [bool; 3]);
    let start: Scene = (WeightedSemaphore::new(3), [3; 3], [0; 3], [false; 3]);
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        for actor in (0..3usize).filter(|&actor| scene.1[actor] > 0) {
            let (waiter, id, weight) = (Waiter(actor as u32), Actor(actor as u32), actor as u32 + 1);
            let mut scene = scene.clone();
            scene.1[actor] -= 1;
            let mut granted = Vec::new();
            if scene.3[actor] {
                assert!(scene.0.cancel(waiter, &mut granted));
                scene.3[actor] = false;
            } else if scene.2[actor] > 0 {
                assert_eq!(scene.0.release(weight, id, &mut granted), Ok(()));
                scene.2[actor] = 0;
            } else if scene.0.acquire(weight, waiter, id) == Ok(Acquire::Granted) {
                scene.2[actor] = weight;
            } else {
                scene.3[actor] = true;
            }
            for (Waiter(other), _, units) in granted {
                assert!(std::mem::take(&mut scene.3[other as usize]));
                scene.2[other as usize] = units;
            }
            scene.0.assert_invariants();
            assert_eq!(scene.2.iter().sum::<u32>() + scene.0.available(), 3);
            assert_eq!(scene.0.waiting(), scene.3.iter().filter(|waits| **waits).count());
            next.push(scene);
        }
    };
    let at_end = |scene: &Scene| assert!(!scene.3.contains(&true) || scene.0.available() < 3);
    let coverage = explore(start, successors, at_end);
    assert!(coverage.states > 100 && coverage.ends > 5, "{coverage:?}");
}
