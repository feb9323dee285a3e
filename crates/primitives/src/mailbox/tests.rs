//! Stories of the mailbox, a model test, and every order of three actors' operations.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const WORKER: Actor = Actor(9);
const IDLE: Waiter = Waiter(99);
const A: Actor = Actor(0);
const B: Actor = Actor(1);

#[test]
fn one_message_at_a_time_and_the_answer_goes_to_who_asked() {
    let mut it = Mailbox::new(Some(2), Overflow::Wait);
    assert_eq!(it.next(IDLE, WORKER), None);
    assert_eq!(it.post(Waiter(0), A, "a", true), Posted::Taken(IDLE, WORKER, "a"));
    assert_eq!(it.post(Waiter(1), B, "b", false), Posted::Stored);
    assert_eq!(it.answer(), Some((Waiter(0), A)));
    assert_eq!(it.answer(), None, "only once");
    assert_eq!(it.next(IDLE, WORKER), Some(("b", None)));
    assert_eq!(it.answer(), None, "nobody asked");
    assert_eq!(it.next(IDLE, WORKER), None);
    it.assert_invariants();
}

#[test]
fn a_sender_waits_for_room_or_is_refused() {
    for overflow in [Overflow::Wait, Overflow::Reject] {
        let mut it = Mailbox::new(Some(1), overflow);
        assert_eq!(it.post(Waiter(0), A, 0, false), Posted::Stored);
        let expected = match overflow {
            Overflow::Wait => Posted::Waiting,
            Overflow::Reject => Posted::Full,
        };
        assert_eq!(it.post(Waiter(1), B, 1, false), expected);
        let woken = (overflow == Overflow::Wait).then_some((Waiter(1), B));
        assert_eq!(it.next(IDLE, WORKER), Some((0, woken)));
        it.assert_invariants();
    }
}

#[test]
fn whoever_stops_waiting_takes_the_message_along() {
    let mut it = Mailbox::new(Some(1), Overflow::Wait);
    assert_eq!(it.post(Waiter(0), A, 0, true), Posted::Stored);
    let before = it.clone();
    assert_eq!(it.post(Waiter(1), B, 1, true), Posted::Waiting);
    assert_eq!(it.cancel(Waiter(1)), Some(None));
    assert_eq!(it, before);
    assert_eq!(it.post(Waiter(1), B, 1, true), Posted::Waiting);
    assert_eq!(
        it.cancel(Waiter(0)),
        Some(None),
        "who stood outside has its place, and waits for the answer"
    );
    it.assert_invariants();
    assert_eq!(it.next(IDLE, WORKER), Some((1, None)));
    assert_eq!((it.cancel(Waiter(1)), it.cancel(Waiter(1))), (Some(None), None));
    assert_eq!(it.answer(), None);
}

#[test]
fn what_lies_in_a_stopped_mailbox_is_still_worked_on() {
    let mut it = Mailbox::new(Some(1), Overflow::Wait);
    assert_eq!(it.post(Waiter(0), A, 0, false), Posted::Stored);
    assert_eq!(it.post(Waiter(1), B, 1, false), Posted::Waiting);
    let stopped = it.stop().expect("it went on");
    assert_eq!((stopped.refused, stopped.idle), (vec![(Waiter(1), B)], None));
    assert_eq!(it.post(Waiter(2), B, 2, false), Posted::Stopped);
    assert_eq!(it.next(IDLE, WORKER), Some((0, None)));
    assert_eq!(it.next(IDLE, WORKER), None);
    assert_eq!(it.stop(), None, "twice");
    it.assert_invariants();
}

proptest! {
    #[test]
    fn messages_come_in_the_order_in_which_they_were_sent(moves in prop::collection::vec(0u8..4, 1..80), capacity in 1u32..4) {
        let mut it = Mailbox::new(Some(capacity), Overflow::Wait);
        let (mut sent, mut taken, mut waiting) = (0u32, Vec::new(), Vec::new());
        let mut is_idle = false;
        for step in moves {
            if step == 0 {
                if is_idle {
                    continue;
                }
                match it.next(IDLE, WORKER) {
                    None => is_idle = true,
                    Some((message, stored)) => {
                        taken.push(message);
                        let next = (!waiting.is_empty()).then(|| waiting.remove(0));
                        prop_assert_eq!(stored.map(|(waiter, _)| waiter.0), next);
                    }
                }
            } else {
                let posted = it.post(Waiter(sent), A, sent, false);
                match posted {
                    Posted::Taken(_, _, message) => {
                        prop_assert!(std::mem::take(&mut is_idle));
                        taken.push(message);
                    }
                    Posted::Stored => prop_assert!(it.len() <= capacity as usize),
                    Posted::Waiting => waiting.push(sent),
                    Posted::Full | Posted::Stopped => prop_assert!(false, "{:?}", posted),
                }
                sent += 1;
            }
            it.assert_invariants();
            prop_assert_eq!(taken.len() + it.len() + waiting.len(), sent as usize);
        }
        prop_assert!(taken.iter().zip(0..).all(|(&message, expected)| message == expected), "{:?}", taken);
    }
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: Mailbox<u8>,
    left: [u8; 3],
    /// Who waits for room or an answer.
    waits: [bool; 3],
    is_idle: bool,
}

fn senders(scene: &Scene, next: &mut Vec<Scene>) {
    for index in (0..3).filter(|&index| scene.left[index] > 0) {
        let (waiter, from) = (Waiter(index as u32), Actor(index as u32));
        let mut before = scene.clone();
        before.left[index] -= 1;
        if scene.waits[index] {
            let stored = before.it.cancel(waiter).expect("it waits");
            before.waits[index] = false;
            if let Some((Waiter(stored), _)) = stored {
                assert!(std::mem::take(&mut before.waits[stored as usize]), "{scene:?}");
            }
            next.push(before);
            continue;
        }
        for asks in [false, true] {
            let mut after = before.clone();
            match after.it.post(waiter, from, index as u8, asks) {
                Posted::Taken(..) => {
                    assert!(std::mem::take(&mut after.is_idle));
                    after.waits[index] = asks;
                }
                Posted::Stored => after.waits[index] = asks,
                Posted::Waiting => after.waits[index] = true,
                Posted::Full | Posted::Stopped => panic!("it waits, and nobody stops it"),
            }
            next.push(after);
        }
    }
}

#[test]
fn in_every_order_of_three_messages_by_three_actors_everybody_is_answered() {
    let start = Scene {
        it: Mailbox::new(Some(1), Overflow::Wait),
        left: [3; 3],
        waits: [false; 3],
        is_idle: false,
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        senders(scene, next);
        if !scene.is_idle {
            let mut after = scene.clone();
            if let Some((Waiter(asker), _)) = after.it.answer() {
                assert!(std::mem::take(&mut after.waits[asker as usize]), "{scene:?}");
            }
            match after.it.next(IDLE, WORKER) {
                None => after.is_idle = true,
                Some((_, Some((Waiter(stored), _)))) => {
                    assert!(std::mem::take(&mut after.waits[stored as usize]), "{scene:?}");
                }
                Some((_, None)) => {}
            }
            next.push(after);
        }
        next.iter().for_each(|scene| scene.it.assert_invariants());
    };
    let at_end = |scene: &Scene| assert_eq!((scene.waits, scene.it.len()), ([false; 3], 0), "{scene:?}");
    let coverage = explore(start, successors, at_end);
    assert!(coverage.states > 1_000 && coverage.ends > 0, "{coverage:?}");
}
