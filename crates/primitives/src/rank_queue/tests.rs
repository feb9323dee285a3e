//! The queue by rank against a sorted list, with and without an index, and what it costs in bytes.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

#[test]
fn fifty_thousand_waiters_weigh_less_than_a_hundred_bytes_each_and_can_all_be_cancelled() {
    const WAITERS: u32 = 50_000;
    let mut it = RankQueue::default();
    (0..WAITERS).for_each(|number| it.push(Waiter(number), Actor(number), i64::from(number % 7)));
    // A node of the standard library's B-tree has room for eleven entries and is at least five elevenths full, two thirds
    // after insertions at random; it has two words besides, and inner nodes add a tenth of twelve pointers.
    let node = |entry: usize| 11 * entry + 16 + 12 * 8 / 10;
    let bytes = (node(size_of::<(Key, (Waiter, Actor))>()) + node(size_of::<(Waiter, Key)>())) / 7;
    assert!(bytes < 100, "{bytes} bytes a waiter");
    for number in (0..WAITERS).map(|number| number * 7_919 % WAITERS) {
        assert_eq!(it.remove(Waiter(number)), Some(Actor(number)));
    }
    assert!(it.is_empty() && it.index.is_none());
    assert_eq!(it, RankQueue::default());
}

proptest! {
    #[test]
    fn behaves_like_a_list_that_is_sorted_and_keeps_the_order_of_equals(
        start in 0..60u32,
        calls in prop::collection::vec((0..4u8, -2..3i64, any::<usize>()), 0..120),
    ) {
        let mut it = RankQueue::default();
        let mut model: Vec<(i64, u32)> = Vec::new();
        let pushes = (0..start).map(|number| (0, i64::from(number % 5) - 2, 0));
        for (number, (call, rank, pick)) in (0u32..).zip(pushes.chain(calls)) {
            match call {
                0 | 1 => {
                    it.push(Waiter(number), Actor(number % 3), rank);
                    model.push((rank, number));
                    model.sort_by_key(|(rank, _)| *rank);
                }
                2 => {
                    let first = (!model.is_empty()).then(|| model.remove(0).1);
                    prop_assert_eq!(it.pop_front().map(|(waiter, _)| waiter.0), first);
                }
                _ => {
                    prop_assert_eq!(it.remove(Waiter(u32::MAX)), None);
                    if !model.is_empty() {
                        let (_, gone) = model.remove(pick % model.len());
                        prop_assert_eq!(it.remove(Waiter(gone)), Some(Actor(gone % 3)));
                    }
                }
            }
            it.assert_invariants();
            let queue: Vec<(i64, u32)> = it.entries().map(|(waiter, _, rank)| (rank, waiter.0)).collect();
            prop_assert_eq!(&queue, &model);
            prop_assert_eq!(it.len(), model.len());
        }
    }
}

/// Three actors with three operations each; actor `i` waits as `Waiter(i)`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: RankQueue,
    left: [u8; 3],
    /// Rank and actor, in the order of arrival.
    arrived: Vec<(i64, usize)>,
}

#[test]
fn in_every_order_of_three_operations_by_three_actors_nobody_is_overtaken_by_an_equal() {
    let start = Scene {
        it: RankQueue::default(),
        left: [3; 3],
        arrived: Vec::new(),
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        for actor in (0..3).filter(|&actor| scene.left[actor] > 0) {
            let mut after = scene.clone();
            after.left[actor] -= 1;
            let waiter = Waiter(actor as u32);
            if scene.arrived.iter().any(|&(_, waiting)| waiting == actor) {
                let mut left = after.clone();
                assert_eq!(left.it.remove(waiter), Some(Actor(actor as u32)));
                left.arrived.retain(|&(_, waiting)| waiting != actor);
                next.push(left);
            } else {
                for rank in 0..2 {
                    let mut joined = after.clone();
                    joined.it.push(waiter, Actor(actor as u32), rank);
                    joined.arrived.push((rank, actor));
                    next.push(joined);
                }
            }
            // Or it lets the first in line go.
            let first = after.it.pop_front().map(|(waiter, _)| waiter.0 as usize);
            let expected = after
                .arrived
                .iter()
                .min_by_key(|(rank, _)| *rank)
                .map(|&(_, actor)| actor);
            assert_eq!(first, expected, "{scene:?}");
            after.arrived.retain(|&(_, waiting)| Some(waiting) != first);
            next.push(after);
        }
        for Scene { it, arrived, .. } in next.iter() {
            it.assert_invariants();
            let mut expected = arrived.clone();
            expected.sort_by_key(|(rank, _)| *rank);
            let line: Vec<(i64, usize)> = it
                .entries()
                .map(|(waiter, _, rank)| (rank, waiter.0 as usize))
                .collect();
            assert_eq!(line, expected);
        }
    };
    let coverage = explore(start, successors, |scene| assert_eq!(scene.left, [0; 3]));
    assert!(coverage.states > 1_000 && coverage.ends > 10, "{coverage:?}");
}
