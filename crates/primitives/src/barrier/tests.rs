//! Stories of the barrier, a model test against a list, and every order of arrivals and cancellations by three actors.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

#[test]
fn the_last_to_arrive_lets_all_go_and_the_next_round_begins() {
    let mut it = Barrier::new(3);
    let fresh = it.clone();
    for _ in 0..2 {
        let mut woken = Vec::new();
        assert_eq!(it.arrive(Waiter(1), Actor(1), &mut woken), Meeting::Queued);
        assert_eq!(it.arrive(Waiter(2), Actor(2), &mut woken), Meeting::Queued);
        assert_eq!((it.missing(), it.waiting()), (1, 2));
        assert_eq!(it.arrive(Waiter(3), Actor(3), &mut woken), Meeting::Last);
        assert_eq!(
            woken,
            [1, 2].map(|number| Woken::Granted(Waiter(number), Actor(number)))
        );
        assert_eq!(it, fresh, "as it was at first");
    }
    assert_eq!(
        Barrier::new(1).arrive(Waiter(0), Actor(0), &mut Vec::new()),
        Meeting::Last
    );
}

#[test]
fn a_cancelled_wait_undoes_the_arrival() {
    let mut it = Barrier::new(2);
    let fresh = it.clone();
    assert_eq!(it.arrive(Waiter(1), Actor(1), &mut Vec::new()), Meeting::Queued);
    assert!(it.cancel(Waiter(1)));
    assert_eq!(it, fresh);
    assert!(!it.cancel(Waiter(1)));
    assert_eq!(
        it.arrive(Waiter(2), Actor(2), &mut Vec::new()),
        Meeting::Queued,
        "one is missing again"
    );
}

proptest! {
    #[test]
    fn behaves_like_a_list_that_is_emptied_when_full(
        parties in 1..4u32,
        calls in prop::collection::vec((0..4u8, any::<usize>()), 0..60),
    ) {
        let mut it = Barrier::new(parties);
        let mut there: Vec<u32> = Vec::new();
        for (number, (call, pick)) in (0u32..).zip(calls) {
            if call == 0 {
                let gone = (!there.is_empty()).then(|| there.remove(pick % there.len()));
                prop_assert_eq!(it.cancel(Waiter(gone.unwrap_or(u32::MAX))), gone.is_some());
            } else {
                let mut woken = Vec::new();
                let is_last = it.arrive(Waiter(number), Actor(number), &mut woken) == Meeting::Last;
                there.push(number);
                prop_assert_eq!(is_last, there.len() == parties as usize);
                if is_last {
                    there.pop();
                    let all = there.drain(..).map(|number| Woken::Granted(Waiter(number), Actor(number)));
                    prop_assert_eq!(woken, all.collect::<Vec<_>>());
                }
            }
            it.assert_invariants();
            prop_assert_eq!(it.waiting(), there.len());
        }
    }
}

#[test]
fn in_every_order_nobody_is_ever_more_than_one_round_ahead() {
    // Three actors, three rounds each, of which any wait may be given up and taken up again once.
    type Scene = (Barrier, [u8; 3], [bool; 3], bool);
    let start: Scene = (Barrier::new(3), [0; 3], [false; 3], true);
    let successors = |(it, rounds, waits, may_cancel): &Scene, next: &mut Vec<Scene>| {
        for actor in 0..3usize {
            let (mut it, mut rounds, mut waits) = (it.clone(), *rounds, *waits);
            if waits[actor] {
                if *may_cancel {
                    assert!(it.cancel(Waiter(actor as u32)));
                    waits[actor] = false;
                    next.push((it, rounds, waits, false));
                }
                continue;
            }
            if rounds[actor] == 3 {
                continue;
            }
            let mut woken = Vec::new();
            match it.arrive(Waiter(actor as u32), Actor(actor as u32), &mut woken) {
                Meeting::Queued => waits[actor] = true,
                Meeting::Last => {
                    rounds[actor] += 1;
                    for wake in woken {
                        let Woken::Granted(Waiter(other), _) = wake else {
                            unreachable!()
                        };
                        rounds[other as usize] += 1;
                        assert!(std::mem::take(&mut waits[other as usize]));
                    }
                }
            }
            it.assert_invariants();
            let ahead = rounds.iter().max().zip(rounds.iter().min());
            assert!(
                ahead.is_some_and(|(most, least)| most == least),
                "{rounds:?}: all or nobody"
            );
            next.push((it, rounds, waits, *may_cancel));
        }
    };
    let coverage = explore(start, successors, |(_, rounds, ..)| assert_eq!(*rounds, [3; 3]));
    assert!(coverage.states > 40, "{coverage:?}");
}
