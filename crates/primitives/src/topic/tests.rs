//! Stories of topics and subscriptions, a model test, and every order of three actors' operations.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const P: Publisher = (Waiter(7), Actor(7));
const S: (Waiter, Actor) = (Waiter(0), Actor(0));

fn subscription(capacity: u32, slow: Slow) -> Subscription<u32> {
    Subscription::new(Some(capacity), slow, Demand::Unlimited)
}

#[test]
fn each_way_of_being_slow_keeps_other_values() {
    for (slow, third, kept) in [
        (Slow::Block, Offered::Blocked, [1, 2, 3].as_slice()),
        (Slow::DropOldest, Offered::DroppedOldest, &[2, 3]),
        (Slow::DropNewest, Offered::DroppedNewest, &[1, 2]),
    ] {
        let mut it = subscription(2, slow);
        assert_eq!(it.offer(P, 1), Offered::Buffered);
        assert_eq!(it.offer(P, 2), Offered::Buffered);
        assert_eq!(it.offer(P, 3), third);
        let mut received = Vec::new();
        while let Taken::Value(value, accepted) = it.take(S.0, S.1) {
            assert_eq!(accepted, (slow == Slow::Block && received.is_empty()).then_some(P));
            received.push(value);
            it.assert_invariants();
        }
        assert_eq!(received, kept, "{slow:?}");
    }
}

#[test]
fn a_value_comes_only_when_it_was_asked_for() {
    let mut it = Subscription::new(None, Slow::Block, Demand::Of(0));
    assert_eq!(it.offer(P, 1), Offered::Buffered);
    assert_eq!(it.take(S.0, S.1), Taken::Waiting);
    assert_eq!(it.offer(P, 2), Offered::Buffered);
    assert_eq!(it.request(1), [(S.0, S.1, 1, None)]);
    assert_eq!(it.take(S.0, S.1), Taken::Waiting);
    assert_eq!(it.request(5), [(S.0, S.1, 2, None)]);
    assert_eq!(it.demand(), Demand::Of(4));
    assert_eq!(it.take(S.0, S.1), Taken::Waiting);
    assert_eq!(it.offer(P, 3), Offered::Received(S.0, S.1, 3));
    it.assert_invariants();
}

#[test]
fn an_ended_subscription_is_drained_and_a_cancelled_one_is_not() {
    let mut it = subscription(1, Slow::Block);
    assert_eq!(it.offer(P, 1), Offered::Buffered);
    assert_eq!(it.offer(P, 2), Offered::Blocked);
    let mut cancelled = it.clone();
    assert_eq!(it.end().map(|ended| ended.publishers), Some(vec![P]));
    assert_eq!(it.offer(P, 3), Offered::Ended);
    assert_eq!(it.take(S.0, S.1), Taken::Value(1, None));
    assert_eq!(it.take(S.0, S.1), Taken::Ended);
    assert_eq!(it.end(), None, "twice");
    assert_eq!(cancelled.cancel_all().publishers, [P]);
    assert_eq!(cancelled.take(S.0, S.1), Taken::Ended);
}

#[test]
fn a_wait_that_is_cancelled_leaves_no_trace() {
    let mut it = subscription(1, Slow::Block);
    let before = it.clone();
    assert_eq!(it.take(S.0, S.1), Taken::Waiting);
    assert!(it.cancel(S.0) && !it.cancel(S.0));
    assert_eq!(it, before);
    assert_eq!(it.offer(P, 1), Offered::Buffered);
    let before = it.clone();
    assert_eq!(it.offer(P, 2), Offered::Blocked);
    it.withdraw(P.0);
    assert_eq!(it, before);
}

#[test]
fn a_publisher_waits_for_the_last_of_its_subscribers() {
    let mut it: Topic<u32> = Topic::default();
    assert!(it.subscribe(1) && it.subscribe(2));
    it.wait(P, 2);
    assert!(!it.accepted(P.0));
    assert!(it.accepted(P.0));
    assert!(!it.accepted(P.0), "it waits no longer");
    it.unsubscribe(&1);
    assert_eq!(it.close(), Some(vec![2]));
    assert!(it.close().is_none() && !it.subscribe(3));
    it.assert_invariants();
}

proptest! {
    #[test]
    fn a_subscriber_that_lets_publishers_wait_misses_nothing(moves in prop::collection::vec(any::<bool>(), 1..80), capacity in 1u32..4) {
        let mut it = subscription(capacity, Slow::Block);
        let (mut published, mut received, mut waits) = (0u32, Vec::new(), false);
        for publishes in moves {
            if publishes {
                let offered = it.offer((Waiter(published), Actor(1)), published);
                if let Offered::Received(_, _, value) = offered {
                    prop_assert!(std::mem::take(&mut waits));
                    received.push(value);
                }
                published += 1;
            } else if !waits {
                match it.take(S.0, S.1) {
                    Taken::Value(value, accepted) => {
                        // Whoever gets in now stands just behind a full buffer.
                        prop_assert!(accepted.is_none_or(|(Waiter(number), _)| number == value + capacity));
                        received.push(value);
                    }
                    Taken::Waiting => waits = true,
                    Taken::Ended => prop_assert!(false),
                }
            }
            it.assert_invariants();
            prop_assert!(received.iter().copied().eq(0..received.len() as u32));
            prop_assert!(received.len() + it.len() <= published as usize);
        }
    }
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    topic: Topic<u32>,
    subscriptions: [Subscription<u32>; 2],
    left: [u8; 3],
    /// The publisher, and the two subscribers.
    waits: [bool; 3],
    received: [u8; 2],
}

impl Scene {
    fn publish(&mut self) {
        let mut blocked = 0;
        for subscription in &mut self.subscriptions {
            match subscription.offer((Waiter(0), Actor(0)), 0) {
                Offered::Received(_, Actor(who), _) => {
                    assert!(std::mem::take(&mut self.waits[who as usize]));
                    self.received[who as usize - 1] += 1;
                }
                Offered::Blocked => blocked += 1,
                Offered::Buffered => {}
                other => panic!("{other:?}"),
            }
        }
        self.waits[0] = blocked > 0;
        if blocked > 0 {
            self.topic.wait((Waiter(0), Actor(0)), blocked);
        }
    }

    fn receive(&mut self, who: usize) {
        match self.subscriptions[who - 1].take(Waiter(who as u32), Actor(who as u32)) {
            Taken::Value(_, accepted) => {
                self.received[who - 1] += 1;
                if accepted.is_some_and(|(publisher, _)| self.topic.accepted(publisher)) {
                    assert!(std::mem::take(&mut self.waits[0]), "{self:?}");
                }
            }
            Taken::Waiting => self.waits[who] = true,
            Taken::Ended => panic!("nobody ends it"),
        }
    }
}

#[test]
fn in_every_order_of_three_values_and_two_subscribers_each_gets_all() {
    let start = Scene {
        topic: Topic::default(),
        subscriptions: [subscription(1, Slow::Block), subscription(1, Slow::Block)],
        left: [3; 3],
        waits: [false; 3],
        received: [0; 2],
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        for who in (0..3).filter(|&who| scene.left[who] > 0 && !scene.waits[who]) {
            let mut after = scene.clone();
            after.left[who] -= 1;
            match who {
                0 => after.publish(),
                who => after.receive(who),
            }
            after.topic.assert_invariants();
            after.subscriptions.iter().for_each(Subscription::assert_invariants);
            next.push(after);
        }
    };
    let at_end = |scene: &Scene| assert_eq!((scene.received, scene.waits), ([3; 2], [false; 3]), "{scene:?}");
    let coverage = explore(start, successors, at_end);
    assert!(coverage.states > 30 && coverage.ends == 1, "{coverage:?}");
}
