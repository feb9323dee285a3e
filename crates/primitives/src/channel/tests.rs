//! Stories of the channel, a model test against a naive specification, and every order of three actors' operations.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const A: Actor = Actor(0);
const B: Actor = Actor(1);
const C: Actor = Actor(2);

fn bounded(capacity: u32) -> Channel<u32> {
    Channel::new(Capacity::Bounded(capacity))
}

/// Somebody's wait.
fn wait(waiter: u32, actor: Actor) -> Party {
    Party::alone(Waiter(waiter), actor)
}

fn received<T>(value: T, completed_sender: Option<Party>) -> ReceiveOutcome<T> {
    ReceiveOutcome::Received {
        value,
        completed_sender,
    }
}

#[test]
fn at_a_rendezvous_each_side_waits_for_the_other() {
    let mut it = bounded(0);
    assert_eq!(it.send(Waiter(0), A, 10), SendOutcome::Queued);
    assert_eq!(it.try_send(11), TrySendOutcome::Full(11));
    assert_eq!(
        (it.len(), it.senders().collect::<Vec<_>>()),
        (0, vec![(wait(0, A), &10)])
    );
    assert_eq!(it.receive(Waiter(1), B), received(10, Some(wait(0, A))));

    assert_eq!(it.receive(Waiter(2), B), ReceiveOutcome::Queued);
    assert_eq!(it.receivers().collect::<Vec<_>>(), [wait(2, B)]);
    assert_eq!(
        it.send(Waiter(3), A, 12),
        SendOutcome::Delivered {
            receiver: wait(2, B),
            value: 12
        }
    );
    assert_eq!(it, bounded(0));
}

#[test]
fn a_full_buffer_makes_senders_wait_and_a_receive_lets_the_first_one_in() {
    let mut it = bounded(1);
    assert_eq!(it.send(Waiter(0), A, 1), SendOutcome::Buffered);
    assert_eq!(it.send(Waiter(1), B, 2), SendOutcome::Queued);
    assert_eq!(it.send(Waiter(2), C, 3), SendOutcome::Queued);
    assert_eq!(it.values().collect::<Vec<_>>(), [&1, &2, &3]);

    assert_eq!(it.receive(Waiter(3), A), received(1, Some(wait(1, B))));
    assert_eq!((it.buffer().collect::<Vec<_>>(), it.senders().len()), (vec![&2], 1));
    let last = TryReceiveOutcome::Received {
        value: 2,
        completed_sender: Some(wait(2, C)),
    };
    assert_eq!(it.try_receive(), last);
    assert_eq!(it.receive(Waiter(4), A), received(3, None));
    assert_eq!(it.try_receive(), TryReceiveOutcome::Empty);
    it.assert_invariants();
}

#[test]
fn an_unbounded_channel_never_makes_a_sender_wait() {
    let mut it = Channel::new(Capacity::Unbounded);
    for value in 0..1_000 {
        assert_eq!(it.send(Waiter(value), A, value), SendOutcome::Buffered);
    }
    assert_eq!(it.len(), 1_000);
    assert_eq!(it.receive(Waiter(0), B), received(0, None));
}

#[test]
fn receivers_are_served_in_the_order_of_their_arrival() {
    let mut it = bounded(5);
    assert_eq!(it.receive(Waiter(0), A), ReceiveOutcome::Queued);
    assert_eq!(it.receive(Waiter(1), B), ReceiveOutcome::Queued);
    assert_eq!(
        it.try_send(7),
        TrySendOutcome::Delivered {
            receiver: wait(0, A),
            value: 7
        }
    );
    assert_eq!(
        it.try_send(8),
        TrySendOutcome::Delivered {
            receiver: wait(1, B),
            value: 8
        }
    );
    assert_eq!(it.try_send(9), TrySendOutcome::Buffered);
}

#[test]
fn closing_rejects_waiting_senders_and_leaves_the_buffer_to_be_drained() {
    let mut it = bounded(1);
    assert_eq!(it.send(Waiter(0), A, 1), SendOutcome::Buffered);
    assert_eq!(it.send(Waiter(1), B, 2), SendOutcome::Queued);
    assert_eq!(
        it.close(),
        Ok(Closed {
            rejected_senders: vec![(wait(1, B), 2)],
            finished_receivers: vec![]
        })
    );
    assert!(it.is_closed());
    assert_eq!(it.close(), Err(AlreadyClosed));

    assert_eq!(it.send(Waiter(2), A, 3), SendOutcome::Closed(3));
    assert_eq!(it.try_send(4), TrySendOutcome::Closed(4));
    assert_eq!(it.receive(Waiter(3), C), received(1, None));
    assert_eq!(it.receive(Waiter(4), C), ReceiveOutcome::Closed);
    assert_eq!(it.try_receive(), TryReceiveOutcome::Closed);
    it.assert_invariants();
}

#[test]
fn closing_finishes_waiting_receivers() {
    let mut it = bounded(1);
    assert_eq!(it.receive(Waiter(0), A), ReceiveOutcome::Queued);
    assert_eq!(it.receive(Waiter(1), B), ReceiveOutcome::Queued);
    let closed = Closed {
        rejected_senders: vec![],
        finished_receivers: vec![wait(0, A), wait(1, B)],
    };
    assert_eq!(it.close(), Ok(closed));
    it.assert_invariants();
}

#[test]
fn a_cancelled_wait_leaves_no_trace() {
    let mut it = bounded(1);
    assert_eq!(it.send(Waiter(0), A, 1), SendOutcome::Buffered);
    let full = it.clone();
    assert_eq!(it.send(Waiter(1), B, 2), SendOutcome::Queued);
    assert!(it.cancel(Waiter(1)));
    assert_eq!(it, full, "the value went with its sender");
    assert!(!it.cancel(Waiter(1)) && !it.cancel(Waiter(0)));

    let mut empty = bounded(1);
    assert_eq!(empty.receive(Waiter(0), A), ReceiveOutcome::Queued);
    assert!(empty.cancel(Waiter(0)));
    assert_eq!(empty, bounded(1));
}

#[test]
fn every_value_can_be_renamed_wherever_it_waits() {
    let mut it = bounded(1);
    assert_eq!(it.send(Waiter(0), A, 1), SendOutcome::Buffered);
    assert_eq!(it.send(Waiter(1), B, 2), SendOutcome::Queued);
    it.values_mut().for_each(|value| *value += 100);
    assert_eq!(it.receive(Waiter(2), C), received(101, Some(wait(1, B))));
    assert_eq!(it.receive(Waiter(3), C), received(102, None));
}

/// The specification: one list of sends in order, each with its waiter until it is completed, and one list of receivers.
/// A send is complete when a receiver took it or when it is among the first `capacity`.
#[derive(Debug)]
struct Model {
    capacity: usize,
    closed: bool,
    sends: Vec<(Option<Party>, u32)>,
    receivers: Vec<Party>,
}

impl Model {
    fn send(&mut self, waiter: Party, value: u32) -> SendOutcome<u32> {
        if self.closed {
            return SendOutcome::Closed(value);
        }
        if !self.receivers.is_empty() {
            return SendOutcome::Delivered {
                receiver: self.receivers.remove(0),
                value,
            };
        }
        let buffered = self.sends.len() < self.capacity;
        self.sends.push(((!buffered).then_some(waiter), value));
        if buffered {
            SendOutcome::Buffered
        } else {
            SendOutcome::Queued
        }
    }

    fn receive(&mut self, waiter: Party) -> ReceiveOutcome<u32> {
        if self.sends.is_empty() && self.closed {
            return ReceiveOutcome::Closed;
        }
        if self.sends.is_empty() {
            self.receivers.push(waiter);
            return ReceiveOutcome::Queued;
        }
        let (taken, value) = self.sends.remove(0);
        let now_buffered = self
            .sends
            .iter_mut()
            .take(self.capacity)
            .find_map(|(waiter, _)| waiter.take());
        received(value, taken.or(now_buffered))
    }

    fn close(&mut self) -> Result<Closed<u32>, AlreadyClosed> {
        if self.closed {
            return Err(AlreadyClosed);
        }
        self.closed = true;
        let finished_receivers = std::mem::take(&mut self.receivers);
        let rejected_senders = self
            .sends
            .extract_if(.., |(waiter, _)| waiter.is_some())
            .filter_map(|(waiter, value)| Some((waiter?, value)));
        Ok(Closed {
            rejected_senders: rejected_senders.collect(),
            finished_receivers,
        })
    }

    fn waiters(&self) -> Vec<Party> {
        self.sends
            .iter()
            .filter_map(|(waiter, _)| *waiter)
            .chain(self.receivers.iter().copied())
            .collect()
    }
}

#[derive(Clone, Debug)]
enum Call {
    Send,
    TrySend,
    Receive,
    TryReceive,
    Close,
    /// The number picks among those who wait.
    Cancel(usize),
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        20 => Just(Call::Send),
        5 => Just(Call::TrySend),
        20 => Just(Call::Receive),
        5 => Just(Call::TryReceive),
        1 => Just(Call::Close),
        5 => any::<usize>().prop_map(Call::Cancel),
    ]
}

proptest! {
    #[test]
    fn behaves_like_one_list_of_sends(
        capacity in prop::option::of(0..3u32),
        calls in prop::collection::vec(call(), 0..80),
    ) {
        let mut it = Channel::new(capacity.map_or(Capacity::Unbounded, Capacity::Bounded));
        let capacity = capacity.map_or(usize::MAX, |capacity| capacity as usize);
        let mut model = Model { capacity, closed: false, sends: Vec::new(), receivers: Vec::new() };
        for (step, call) in calls.into_iter().enumerate() {
            let (waiter, value) = (Waiter(step as u32), 1_000 + step as u32);
            match call {
                Call::Send => prop_assert_eq!(it.send(waiter, A, value), model.send(Party::alone(waiter, A), value)),
                Call::TrySend => {
                    // What would wait is refused instead, and leaves the specification as it was.
                    let would_wait = !model.closed && model.receivers.is_empty() && model.sends.len() >= capacity;
                    let expected = match would_wait.then_some(value) {
                        Some(value) => TrySendOutcome::Full(value),
                        None => match model.send(Party::alone(waiter, A), value) {
                            SendOutcome::Delivered { receiver, value } => TrySendOutcome::Delivered { receiver, value },
                            SendOutcome::Buffered => TrySendOutcome::Buffered,
                            SendOutcome::Queued => unreachable!("it would not wait"),
                            SendOutcome::Closed(value) => TrySendOutcome::Closed(value),
                        },
                    };
                    prop_assert_eq!(it.try_send(value), expected);
                }
                Call::Receive => prop_assert_eq!(it.receive(waiter, B), model.receive(Party::alone(waiter, B))),
                Call::TryReceive => {
                    let expected = match model.receive(Party::alone(waiter, B)) {
                        ReceiveOutcome::Received { value, completed_sender } => {
                            TryReceiveOutcome::Received { value, completed_sender }
                        }
                        ReceiveOutcome::Queued => {
                            model.receivers.pop();
                            TryReceiveOutcome::Empty
                        }
                        ReceiveOutcome::Closed => TryReceiveOutcome::Closed,
                    };
                    prop_assert_eq!(it.try_receive(), expected);
                }
                Call::Close => prop_assert_eq!(it.close(), model.close()),
                Call::Cancel(pick) => {
                    prop_assert!(!it.cancel(waiter), "a waiter that was never queued");
                    let waiters = model.waiters();
                    if let Some(waiter) = waiters.get(pick % waiters.len().max(1)) {
                        prop_assert!(it.cancel(waiter.waiter));
                        model.sends.retain(|(other, _)| *other != Some(*waiter));
                        model.receivers.retain(|other| other != waiter);
                    }
                }
            }
            it.assert_invariants();
            prop_assert_eq!(it.is_closed(), model.closed);
            let values: Vec<u32> = model.sends.iter().map(|(_, value)| *value).collect();
            prop_assert_eq!(it.values().copied().collect::<Vec<_>>(), values);
            prop_assert_eq!(it.len(), model.sends.iter().filter(|(waiter, _)| waiter.is_none()).count());
            let waiters: Vec<Party> = it.senders().map(|(party, _)| party).chain(it.receivers()).collect();
            prop_assert_eq!(waiters, model.waiters());
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Status {
    Idle,
    Sending(u32),
    Receiving,
}

/// Three actors with three operations each; actor `i` waits as `Waiter(i)`. Values count up, so that what was accepted
/// and what arrived can be compared in order.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: Channel<u32>,
    operations_left: [u8; 3],
    status: [Status; 3],
    sent_count: u32,
    /// Values that will not arrive, for they were refused, rejected or withdrawn.
    lost: Vec<u32>,
    arrived: Vec<u32>,
}

impl Scene {
    fn wake(&mut self, party: Party) -> Status {
        assert_eq!(party.waiter.0, party.actor.0);
        let status = std::mem::replace(&mut self.status[party.waiter.0 as usize], Status::Idle);
        assert_ne!(status, Status::Idle, "woken without waiting: {self:?}");
        status
    }

    fn send(&mut self, actor: usize) {
        let value = self.sent_count;
        self.sent_count += 1;
        match self.it.send(Waiter(actor as u32), Actor(actor as u32), value) {
            SendOutcome::Delivered { receiver, value } => {
                assert_eq!(self.wake(receiver), Status::Receiving);
                self.arrived.push(value);
            }
            SendOutcome::Buffered => {}
            SendOutcome::Queued => self.status[actor] = Status::Sending(value),
            SendOutcome::Closed(value) => self.lost.push(value),
        }
    }

    fn receive(&mut self, actor: usize) {
        match self.it.receive(Waiter(actor as u32), Actor(actor as u32)) {
            ReceiveOutcome::Received {
                value,
                completed_sender,
            } => {
                self.arrived.push(value);
                if let Some(sender) = completed_sender {
                    assert!(matches!(self.wake(sender), Status::Sending(_)));
                }
            }
            ReceiveOutcome::Queued => self.status[actor] = Status::Receiving,
            ReceiveOutcome::Closed => assert!(self.it.is_closed() && self.it.is_empty(), "{self:?}"),
        }
    }

    fn close(&mut self) {
        let Ok(Closed {
            rejected_senders,
            finished_receivers,
        }) = self.it.close()
        else {
            return;
        };
        for (sender, value) in rejected_senders {
            assert_eq!(self.wake(sender), Status::Sending(value));
            self.lost.push(value);
        }
        for receiver in finished_receivers {
            assert_eq!(self.wake(receiver), Status::Receiving);
        }
    }

    fn cancel(&mut self, actor: usize) {
        assert!(self.it.cancel(Waiter(actor as u32)));
        match self.wake(wait(actor as u32, Actor(actor as u32))) {
            Status::Sending(value) => self.lost.push(value),
            Status::Receiving | Status::Idle => {}
        }
    }

    fn moves(&self, actor: usize, next: &mut Vec<Self>) {
        if self.operations_left[actor] == 0 {
            return;
        }
        let operations: &[fn(&mut Self, usize)] = match self.status[actor] {
            Status::Idle => &[Self::send, Self::receive, |scene, _| scene.close()],
            Status::Sending(_) | Status::Receiving => &[Self::cancel],
        };
        for operation in operations {
            let mut scene = self.clone();
            scene.operations_left[actor] -= 1;
            operation(&mut scene, actor);
            next.push(scene);
        }
    }

    fn assert_good(&self) {
        self.it.assert_invariants();
        assert!(self.arrived.is_sorted(), "overtaken: {self:?}");
        let mut all: Vec<u32> = self
            .arrived
            .iter()
            .chain(&self.lost)
            .chain(self.it.values())
            .copied()
            .collect();
        all.sort_unstable();
        assert!(
            all.into_iter().eq(0..self.sent_count),
            "a value was lost or doubled: {self:?}"
        );
        let waiting = self.status.iter().filter(|status| **status != Status::Idle).count();
        assert_eq!(self.it.senders().len() + self.it.receivers().len(), waiting, "{self:?}");
    }
}

#[test]
fn every_order_of_three_operations_by_three_actors_delivers_each_value_once_and_in_order() {
    for capacity in [
        Capacity::Bounded(0),
        Capacity::Bounded(1),
        Capacity::Bounded(2),
        Capacity::Unbounded,
    ] {
        let start = Scene {
            it: Channel::new(capacity),
            operations_left: [3; 3],
            status: [Status::Idle; 3],
            sent_count: 0,
            lost: Vec::new(),
            arrived: Vec::new(),
        };
        let successors = |scene: &Scene, next: &mut Vec<Scene>| {
            (0..3).for_each(|actor| scene.moves(actor, next));
            next.iter().for_each(Scene::assert_good);
        };
        // Nobody can move any more: the two sides do not wait for each other, and nobody waits on a closed channel.
        let at_end = |scene: &Scene| {
            let sending = scene.status.iter().any(|status| matches!(status, Status::Sending(_)));
            let receiving = scene.status.contains(&Status::Receiving);
            assert!(
                !(sending && receiving) && !(scene.it.is_closed() && (sending || receiving)),
                "{scene:?}"
            );
        };
        let coverage = explore(start, successors, at_end);
        assert!(
            coverage.states > 1_000 && coverage.ends > 100,
            "{capacity:?}: {coverage:?}"
        );
    }
}
