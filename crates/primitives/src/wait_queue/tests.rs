//! The queue against a plain list, with and without an index, and what it costs in bytes.

use proptest::prelude::*;

use super::*;

#[test]
fn whoever_leaves_from_the_middle_of_many_leaves_no_trace() {
    let mut it = WaitQueue::default();
    (0..100).for_each(|number| it.push_back(Waiter(number), Actor(number)));
    let before = it.clone();
    it.push_back(Waiter(100), Actor(7));
    assert_eq!(it.remove(Waiter(100)), Some(Actor(7)));
    assert_eq!(it, before);
    for number in (1..99).filter(|number| number % 3 > 0) {
        assert_eq!(it.remove(Waiter(number)), Some(Actor(number)));
        it.assert_invariants();
    }
    let mut plain = WaitQueue::default();
    let left = (0..100).filter(|number| number % 3 == 0 || *number == 99);
    left.for_each(|number| plain.push_back(Waiter(number), Actor(number)));
    assert_eq!(it, plain, "only who is there counts");
    assert_eq!(it.iter().next_back(), Some((Waiter(99), Actor(99))));
    assert_eq!(it.iter().len(), 34);
}

#[test]
fn fifty_thousand_waiters_weigh_less_than_a_hundred_bytes_each_and_can_all_be_cancelled() {
    const WAITERS: u32 = 50_000;
    let mut it = WaitQueue::default();
    (0..WAITERS).for_each(|number| it.push_back(Waiter(number), Actor(number)));
    assert_eq!(it.remove(Waiter(WAITERS / 2)), Some(Actor(WAITERS / 2)));
    // A node of the standard library's B-tree has room for eleven entries and is at least five elevenths full; it has two
    // words besides, and inner nodes add a tenth of twelve pointers.
    let place = size_of::<Option<Entry<()>>>() * it.places.capacity() / WAITERS as usize;
    let node = 11 * (size_of::<Waiter>() + size_of::<usize>()) + 16 + 12 * 8 / 10;
    let bytes = place + node / 5;
    assert!(bytes < 100, "{place} bytes a place, {bytes} with the index");
    // In an order that looks at every corner of it; quadratic time would be noticed.
    for number in (0..WAITERS).map(|number| number * 7_919 % WAITERS) {
        it.remove(Waiter(number));
    }
    assert!(it.is_empty() && it.index.is_none());
    it.assert_invariants();
}

#[derive(Clone, Debug)]
enum Call {
    Push,
    Pop,
    Remove(usize),
    WakeAll,
    Admit(usize),
    TurnAway(usize),
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        8 => Just(Call::Push),
        2 => Just(Call::Pop),
        3 => any::<usize>().prop_map(Call::Remove),
        1 => Just(Call::WakeAll),
        1 => any::<usize>().prop_map(Call::Admit),
        1 => any::<usize>().prop_map(Call::TurnAway),
    ]
}

proptest! {
    #[test]
    fn behaves_like_a_list(start in 0..80u32, calls in prop::collection::vec(call(), 0..200)) {
        let mut it = WaitQueue::default();
        let mut model: Vec<(u32, bool)> = (0..start).map(|number| (number, false)).collect();
        model.iter().for_each(|&(number, _)| it.push_back(Waiter(number), Actor(number % 3)));
        for (number, call) in (start..).zip(calls) {
            let woken_at = |pick: usize| {
                let woken: Vec<usize> = (0..model.len()).filter(|&at| model[at].1).collect();
                woken.get(pick % woken.len().max(1)).copied()
            };
            match call {
                Call::Push => {
                    it.push_back(Waiter(number), Actor(number % 3));
                    model.push((number, false));
                }
                Call::Pop => {
                    let popped = (!model.is_empty()).then(|| model.remove(0).0);
                    prop_assert_eq!(it.pop_front().map(|(waiter, _)| waiter.0), popped);
                }
                Call::Remove(pick) => {
                    prop_assert_eq!(it.remove(Waiter(u32::MAX)), None);
                    if !model.is_empty() {
                        let (removed, _) = model.remove(pick % model.len());
                        prop_assert_eq!(it.remove(Waiter(removed)), Some(Actor(removed % 3)));
                    }
                }
                Call::WakeAll => {
                    let mut woken = Vec::new();
                    it.wake_all(&mut woken);
                    let asleep = model.iter_mut().filter(|(_, is_woken)| !is_woken);
                    let expected: Vec<Woken> = asleep
                        .map(|(number, is_woken)| {
                            *is_woken = true;
                            Woken::Retry(Waiter(*number), Actor(*number % 3))
                        })
                        .collect();
                    prop_assert_eq!(woken, expected);
                }
                Call::Admit(pick) => {
                    let Some(at) = woken_at(pick) else { continue };
                    let (admitted, _) = model.remove(at);
                    prop_assert_eq!(it.admit(Waiter(admitted)), Actor(admitted % 3));
                }
                Call::TurnAway(pick) => {
                    let Some(at) = woken_at(pick) else { continue };
                    it.turn_away(Waiter(model[at].0));
                    model[at].1 = false;
                }
            }
            it.assert_invariants();
            let queue: Vec<u32> = it.iter().map(|(waiter, _)| waiter.0).collect();
            prop_assert_eq!(queue, model.iter().map(|&(number, _)| number).collect::<Vec<_>>());
            prop_assert_eq!(it.anyone_asleep(), model.iter().any(|(_, is_woken)| !is_woken));
            prop_assert_eq!(it.anyone_retrying(), model.iter().any(|(_, is_woken)| *is_woken));
        }
    }
}
