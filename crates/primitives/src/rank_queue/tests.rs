//! The queue by rank against a sorted list, with and without an index, and what it costs in bytes.

use proptest::prelude::*;

use super::*;

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
