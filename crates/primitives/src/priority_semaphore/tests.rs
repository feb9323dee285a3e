//! Stories of the priority semaphore, a model test that ages everyone literally, and every order of three operations by
//! three actors.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

fn woken(it: &mut PrioritySemaphore) -> Option<u32> {
    let mut woken = Vec::new();
    it.release(Actor(0), &mut woken).expect("there is no maximum");
    woken.first().map(|wake| match wake {
        Woken::Granted(Waiter(waiter), _) | Woken::Retry(Waiter(waiter), _) => *waiter,
    })
}

#[test]
fn the_more_urgent_go_first_and_equals_in_the_order_of_asking() {
    let mut it = PrioritySemaphore::new(1, None);
    assert!(it.try_acquire(Actor(0)));
    for (waiter, priority) in [(1, 5), (2, 1), (3, 0), (4, 1), (5, -2)] {
        let asked = it.acquire(priority, Waiter(waiter), Actor(0), Instant(waiter.into()));
        assert_eq!(asked, Acquire::Queued);
    }
    assert_eq!(it.position(Waiter(4)), Some(3));
    let order: Vec<u32> = std::iter::from_fn(|| woken(&mut it)).collect();
    assert_eq!(order, [5, 3, 2, 4, 1]);
}

/// How many urgent requests, one each millisecond, pass one that is not urgent.
fn passed(ageing: Option<Duration>) -> u64 {
    let mut it = PrioritySemaphore::new(1, ageing);
    assert!(it.try_acquire(Actor(0)));
    assert_eq!(it.acquire(10, Waiter(0), Actor(0), Instant::ZERO), Acquire::Queued);
    (1..=1_000u32)
        .find(|&number| {
            let now = Instant::ZERO.saturating_add(Duration::from_millis(number.into()));
            assert_eq!(it.acquire(0, Waiter(number), Actor(0), now), Acquire::Queued);
            woken(&mut it) == Some(0)
        })
        .map_or(u64::MAX, u64::from)
}

#[test]
fn without_ageing_one_who_is_not_urgent_starves_and_with_it_not() {
    assert_eq!(passed(None), u64::MAX);
    assert_eq!(
        passed(Some(Duration::from_millis(1))),
        10,
        "ten levels, a millisecond each"
    );
    assert_eq!(passed(Some(Duration::from_millis(3))), 30);
}

#[test]
fn a_rank_that_is_out_of_range_stops_at_its_end() {
    let mut it = PrioritySemaphore::new(0, Some(Duration::MAX));
    assert_eq!(it.acquire(i64::MAX, Waiter(1), Actor(0), Instant::MAX), Acquire::Queued);
    assert_eq!(it.acquire(i64::MIN, Waiter(2), Actor(0), Instant::MAX), Acquire::Queued);
    assert_eq!(woken(&mut it), Some(2));
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    waiter: u32,
    priority: i64,
    since: u64,
}

proptest! {
    /// The specification ages everyone literally, at the moment of the release, and looks for the most urgent.
    #[test]
    fn behaves_like_a_list_in_which_everyone_ages(
        ageing in prop::option::of(1..5u64),
        calls in prop::collection::vec((0..4u8, -3..4i64, 0..3u64, any::<usize>()), 0..60),
    ) {
        let mut it = PrioritySemaphore::new(1, ageing.map(Duration));
        let mut queue: Vec<Entry> = Vec::new();
        let (mut available, mut now) = (1u32, 0u64);
        for (waiter, (call, priority, later, pick)) in (0u32..).zip(calls) {
            now += later;
            match call {
                0 | 1 => {
                    let granted = it.acquire(priority, Waiter(waiter), Actor(0), Instant(now)) == Acquire::Granted;
                    prop_assert_eq!(granted, available > 0);
                    match granted {
                        true => available -= 1,
                        false => queue.push(Entry { waiter, priority, since: now }),
                    }
                }
                2 => {
                    let urgency = |entry: &Entry| match ageing {
                        None => (entry.priority, 0),
                        // In parts of a level, so that nothing is rounded.
                        Some(ageing) => (entry.priority * ageing as i64 - (now - entry.since) as i64, 0),
                    };
                    let first = (0..queue.len()).min_by_key(|&at| (urgency(&queue[at]), at));
                    let expected = first.map(|at| queue.remove(at).waiter);
                    available += u32::from(expected.is_none());
                    prop_assert_eq!(woken(&mut it), expected);
                }
                _ if queue.is_empty() => prop_assert!(!it.cancel(Waiter(waiter))),
                _ => {
                    let gone = queue.remove(pick % queue.len());
                    prop_assert!(it.cancel(Waiter(gone.waiter)));
                }
            }
            it.assert_invariants();
            prop_assert_eq!((it.available(), it.waiting()), (available, queue.len()));
        }
    }
}

#[test]
fn in_every_order_of_three_operations_by_three_actors_every_permit_is_accounted_for() {
    // Actor `i` asks with priority `-i`, gives back what it holds, or gives up.
    type Scene = (PrioritySemaphore, [u8; 3], [bool; 3], [bool; 3]);
    let start: Scene = (PrioritySemaphore::new(1, None), [3; 3], [false; 3], [false; 3]);
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        for actor in (0..3usize).filter(|&actor| scene.1[actor] > 0) {
            let (waiter, id) = (Waiter(actor as u32), Actor(actor as u32));
            let mut scene = scene.clone();
            scene.1[actor] -= 1;
            if std::mem::take(&mut scene.3[actor]) {
                assert!(scene.0.cancel(waiter));
            } else if std::mem::take(&mut scene.2[actor]) {
                let most_urgent = (0..3).rev().find(|&other| scene.3[other]);
                let mut woken = Vec::new();
                assert_eq!(scene.0.release(id, &mut woken), Ok(()));
                let expected = most_urgent.map(|other| Woken::Granted(Waiter(other as u32), Actor(other as u32)));
                assert_eq!(woken, Vec::from_iter(expected));
                if let Some(other) = most_urgent {
                    (scene.2[other], scene.3[other]) = (true, false);
                }
            } else if scene.0.acquire(-(actor as i64), waiter, id, Instant::ZERO) == Acquire::Granted {
                scene.2[actor] = true;
            } else {
                scene.3[actor] = true;
            }
            scene.0.assert_invariants();
            let held = scene.2.iter().filter(|holds| **holds).count();
            assert_eq!(held + scene.0.available() as usize, 1);
            next.push(scene);
        }
    };
    let coverage = explore(start, successors, |scene| assert!(!scene.0.used_as_signal()));
    assert!(coverage.states > 100 && coverage.ends >= 3, "{coverage:?}");
}
