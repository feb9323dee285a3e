//! Stories of the message queue, a model test against a naive specification, and every order of three workers' operations.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const A: Actor = Actor(0);
const B: Actor = Actor(1);

type Queue = MessageQueue<&'static str>;

fn at(millis: u64) -> Instant {
    Instant::ZERO.saturating_add(Duration::from_millis(millis))
}

fn queue(max_receives: Option<u32>) -> Queue {
    Queue::new(MessageQueueOptions {
        visibility: Duration::from_millis(30),
        max_receives,
    })
}

fn receipt(message: u64, receives: u32) -> Receipt {
    Receipt { message, receives }
}

fn delivery(message: u64, receives: u32, body: &'static str) -> Delivery<&'static str> {
    let receipt = receipt(message, receives);
    Delivery { receipt, body }
}

fn send(it: &mut Queue, body: &'static str, now: u64) -> Vec<Delivered<&'static str>> {
    let mut woken = Vec::new();
    it.send(body, Duration::ZERO, at(now), &mut woken);
    it.assert_invariants();
    woken
}

fn expire(it: &mut Queue, now: u64) -> (Vec<Returned>, Vec<Delivered<&'static str>>) {
    let (mut returned, mut woken) = (Vec::new(), Vec::new());
    it.expire(at(now), &mut returned, &mut woken);
    it.assert_invariants();
    (returned, woken)
}

#[test]
fn messages_are_delivered_in_order_and_gone_once_they_are_acknowledged() {
    let mut it = queue(None);
    assert_eq!(send(&mut it, "a", 0), []);
    assert_eq!(send(&mut it, "b", 0), []);
    assert_eq!(it.receive(Waiter(0), A, at(1)), Some(delivery(1, 1, "a")));
    assert_eq!((it.ready(), it.in_flight()), (1, 1));
    assert!(it.acknowledge(receipt(1, 1)));
    assert!(!it.acknowledge(receipt(1, 1)), "it is gone already");
    assert_eq!(it.receive(Waiter(0), A, at(1)), Some(delivery(2, 1, "b")));
    assert_eq!(it.oldest(), None);
}

#[test]
fn a_receiver_that_waits_gets_the_next_message() {
    let mut it = queue(None);
    assert_eq!(it.receive(Waiter(1), A, at(0)), None);
    assert_eq!(it.receive(Waiter(2), B, at(0)), None);
    assert!(it.cancel(Waiter(1)) && !it.cancel(Waiter(1)));
    let woken = send(&mut it, "a", 0);
    assert_eq!(
        woken,
        [Delivered {
            waiter: Waiter(2),
            actor: B,
            delivery: delivery(1, 1, "a")
        }]
    );
    assert_eq!(send(&mut it, "b", 0), []);
}

#[test]
fn what_is_not_acknowledged_in_time_comes_again_before_what_was_sent_later() {
    let mut it = queue(None);
    assert_eq!(send(&mut it, "a", 0), []);
    assert_eq!(it.receive(Waiter(0), A, at(0)), Some(delivery(1, 1, "a")));
    assert_eq!(send(&mut it, "b", 5), []);
    assert_eq!(it.deadline(), Some(at(30)));
    assert_eq!(expire(&mut it, 29).0, []);
    assert_eq!(expire(&mut it, 30).0, [Returned::Again { message: 1 }]);
    assert!(!it.acknowledge(receipt(1, 1)), "too late");
    assert_eq!(it.receive(Waiter(0), B, at(31)), Some(delivery(1, 2, "a")));
    assert!(!it.acknowledge(receipt(1, 1)), "that was another delivery");
    assert!(it.acknowledge(receipt(1, 2)));
}

#[test]
fn who_needs_longer_can_keep_a_message() {
    let mut it = queue(None);
    assert_eq!(send(&mut it, "a", 0), []);
    assert_eq!(it.receive(Waiter(0), A, at(0)), Some(delivery(1, 1, "a")));
    assert!(it.extend(receipt(1, 1), Duration::from_millis(30), at(20)));
    assert_eq!(it.deadline(), Some(at(50)));
    assert!(!it.extend(receipt(1, 2), Duration::ZERO, at(20)));
}

#[test]
fn what_is_received_too_often_is_a_dead_letter_until_it_is_sent_again() {
    let mut it = queue(Some(2));
    assert_eq!(send(&mut it, "a", 0), []);
    let mut woken = Vec::new();
    let _ = it.receive(Waiter(0), A, at(0));
    let returned = it.give_back(receipt(1, 1), Duration::ZERO, at(1), &mut woken);
    assert_eq!(returned, Some(Returned::Again { message: 1 }));
    let _ = it.receive(Waiter(0), A, at(1));
    assert_eq!(it.receive(Waiter(1), B, at(1)), None);
    assert_eq!(expire(&mut it, 31), (vec![Returned::Dead { message: 1 }], vec![]));
    assert_eq!(
        it.dead()
            .map(|(id, message)| (*id, message.receives))
            .collect::<Vec<_>>(),
        [(1, 2)]
    );
    assert_eq!(it.redrive(at(40), &mut woken), 1);
    assert_eq!(
        woken,
        [Delivered {
            waiter: Waiter(1),
            actor: B,
            delivery: delivery(1, 1, "a")
        }]
    );
    it.assert_invariants();
}

#[test]
fn a_delayed_message_cannot_be_received_before_its_time() {
    let mut it = queue(None);
    let mut woken = Vec::new();
    it.send("late", Duration::from_millis(10), at(0), &mut woken);
    assert_eq!(send(&mut it, "now", 0), []);
    assert_eq!(it.receive(Waiter(0), A, at(5)), Some(delivery(2, 1, "now")));
    assert_eq!(it.receive(Waiter(0), A, at(5)), None);
    assert_eq!(it.deadline(), Some(at(10)));
    let (_, delivered) = expire(&mut it, 10);
    assert_eq!(
        delivered,
        [Delivered {
            waiter: Waiter(0),
            actor: A,
            delivery: delivery(1, 1, "late")
        }]
    );
}

/// The specification: one list of messages, each with a word on where it is.
#[derive(Clone, Debug, PartialEq)]
enum Place {
    Ready,
    Hidden { until: u64, is_delivered: bool },
    Dead,
    Gone,
}

#[derive(Clone, Debug)]
struct Told {
    place: Place,
    receives: u32,
}

fn settle(model: &mut [Told], waiters: &mut Vec<Waiter>, now: u64, max: u32) -> Vec<(Waiter, Receipt)> {
    for told in model.iter_mut() {
        if let Place::Hidden { until, is_delivered } = told.place
            && until <= now
        {
            let is_dead = is_delivered && told.receives >= max;
            told.place = if is_dead { Place::Dead } else { Place::Ready };
        }
    }
    let mut woken = Vec::new();
    while !waiters.is_empty() {
        let Some(at) = model.iter().position(|told| told.place == Place::Ready) else {
            break;
        };
        model[at].receives += 1;
        model[at].place = Place::Hidden {
            until: now + 30,
            is_delivered: true,
        };
        woken.push((waiters.remove(0), receipt(at as u64 + 1, model[at].receives)));
    }
    woken
}

#[derive(Clone, Debug)]
enum Call {
    Send(u64),
    Receive(u32),
    Acknowledge(usize),
    GiveBack(usize, u64),
    Cancel(usize),
    Pass(u64),
}

fn call() -> impl Strategy<Value = Call> {
    let delay = prop_oneof![3 => Just(0u64), 1 => 1..20u64];
    prop_oneof![
        3 => delay.clone().prop_map(Call::Send),
        4 => (0..3u32).prop_map(Call::Receive),
        2 => any::<usize>().prop_map(Call::Acknowledge),
        2 => (any::<usize>(), delay).prop_map(|(pick, delay)| Call::GiveBack(pick, delay)),
        1 => any::<usize>().prop_map(Call::Cancel),
        2 => (1..20u64).prop_map(Call::Pass),
    ]
}

proptest! {
    #[test]
    fn behaves_like_one_list_with_a_word_on_each_message(
        max in 1..4u32,
        calls in prop::collection::vec(call(), 0..80),
    ) {
        let mut it = queue(Some(max));
        let (mut model, mut waiters): (Vec<Told>, Vec<Waiter>) = (Vec::new(), Vec::new());
        // Every receipt that was ever given out.
        let mut receipts: Vec<Receipt> = Vec::new();
        let mut now = 0;
        for (step, call) in calls.into_iter().enumerate() {
            let mut woken = Vec::new();
            let is_good = |model: &[Told], receipt: Receipt| {
                let told = &model[receipt.message as usize - 1];
                told.receives == receipt.receives && matches!(told.place, Place::Hidden { is_delivered: true, .. })
            };
            match call {
                Call::Send(delay) => {
                    let id = it.send("x", Duration::from_millis(delay), at(now), &mut woken);
                    let hidden = Place::Hidden { until: now + delay, is_delivered: false };
                    model.push(Told { place: if delay == 0 { Place::Ready } else { hidden }, receives: 0 });
                    prop_assert_eq!(id, model.len() as u64);
                }
                Call::Receive(actor) => {
                    let waiter = Waiter(step as u32);
                    waiters.push(waiter);
                    if let Some(Delivery { receipt, .. }) = it.receive(waiter, Actor(actor), at(now)) {
                        let woken = settle(&mut model, &mut waiters, now, max);
                        prop_assert_eq!(woken, vec![(waiter, receipt)]);
                        receipts.push(receipt);
                    }
                }
                Call::Acknowledge(pick) => {
                    if receipts.is_empty() { continue }
                    let receipt = receipts[pick % receipts.len()];
                    prop_assert_eq!(it.acknowledge(receipt), is_good(&model, receipt));
                    if is_good(&model, receipt) {
                        model[receipt.message as usize - 1].place = Place::Gone;
                    }
                }
                Call::GiveBack(pick, delay) => {
                    if receipts.is_empty() { continue }
                    let receipt = receipts[pick % receipts.len()];
                    let message = receipt.message;
                    let returned = it.give_back(receipt, Duration::from_millis(delay), at(now), &mut woken);
                    if !is_good(&model, receipt) {
                        prop_assert_eq!(returned, None);
                        continue;
                    }
                    let told = &mut model[message as usize - 1];
                    let is_dead = told.receives >= max;
                    prop_assert_eq!(returned, Some(match is_dead {
                        true => Returned::Dead { message },
                        false => Returned::Again { message },
                    }));
                    told.place = match (is_dead, delay) {
                        (true, _) => Place::Dead,
                        (false, 0) => Place::Ready,
                        (false, delay) => Place::Hidden { until: now + delay, is_delivered: false },
                    };
                }
                Call::Cancel(pick) => {
                    if waiters.is_empty() { continue }
                    prop_assert!(it.cancel(waiters.remove(pick % waiters.len())));
                }
                Call::Pass(millis) => {
                    now += millis;
                    it.expire(at(now), &mut Vec::new(), &mut woken);
                }
            }
            let told: Vec<_> = woken.iter().map(|woken| (woken.waiter, woken.delivery.receipt)).collect();
            prop_assert_eq!(&told, &settle(&mut model, &mut waiters, now, max));
            receipts.extend(told.into_iter().map(|(_, receipt)| receipt));
            it.assert_invariants();
            let count = |is_counted: fn(&Place) -> bool| model.iter().filter(|told| is_counted(&told.place)).count();
            prop_assert_eq!(it.ready(), count(|place| *place == Place::Ready));
            prop_assert_eq!(it.dead().len(), count(|place| *place == Place::Dead));
            prop_assert_eq!(it.in_flight() + it.delayed(), count(|place| matches!(place, Place::Hidden { .. })));
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Worker {
    Free,
    Waiting,
    Has(Receipt),
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: Queue,
    operations_left: [u8; 3],
    workers: [Worker; 3],
    acknowledged: u64,
}

impl Scene {
    fn notice(&mut self, woken: Vec<Delivered<&'static str>>) {
        for Delivered { waiter, delivery, .. } in woken {
            assert_eq!(self.workers[waiter.0 as usize], Worker::Waiting, "{self:?}");
            self.workers[waiter.0 as usize] = Worker::Has(delivery.receipt);
        }
    }

    fn moves(&self, worker: usize, next: &mut Vec<Self>) {
        if self.operations_left[worker] == 0 {
            return;
        }
        let mut scene = self.clone();
        scene.operations_left[worker] -= 1;
        let (waiter, actor) = (Waiter(worker as u32), Actor(worker as u32));
        let mut woken = Vec::new();
        match self.workers[worker] {
            Worker::Free => {
                let mut sending = scene.clone();
                sending.it.send("x", Duration::ZERO, at(0), &mut woken);
                sending.notice(woken);
                next.push(sending);
                let delivery = scene.it.receive(waiter, actor, at(0));
                scene.workers[worker] = delivery.map_or(Worker::Waiting, |delivery| Worker::Has(delivery.receipt));
            }
            Worker::Waiting => {
                assert!(scene.it.cancel(waiter));
                scene.workers[worker] = Worker::Free;
            }
            Worker::Has(receipt) => {
                scene.workers[worker] = Worker::Free;
                let mut returning = scene.clone();
                assert!(
                    returning
                        .it
                        .give_back(receipt, Duration::ZERO, at(0), &mut woken)
                        .is_some()
                );
                returning.notice(woken);
                next.push(returning);
                assert!(scene.it.acknowledge(receipt));
                scene.acknowledged += 1;
            }
        }
        next.push(scene);
    }

    fn assert_good(&self) {
        self.it.assert_invariants();
        let had = self
            .workers
            .iter()
            .filter(|worker| matches!(worker, Worker::Has(_)))
            .count();
        assert_eq!(self.it.in_flight(), had, "{self:?}");
        let accounted = (self.it.ready() + had + self.it.dead().len()) as u64 + self.acknowledged;
        assert_eq!(accounted, self.it.next - 1, "a message went missing: {self:?}");
    }
}

#[test]
fn every_order_of_three_operations_by_three_workers_keeps_every_message_accounted_for() {
    let start = Scene {
        it: queue(Some(2)),
        operations_left: [3; 3],
        workers: [Worker::Free; 3],
        acknowledged: 0,
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        (0..3).for_each(|worker| scene.moves(worker, next));
        next.iter().for_each(Scene::assert_good);
    };
    let coverage = explore(start, successors, |_| {});
    assert!(coverage.states > 1_000 && coverage.ends > 10, "{coverage:?}");
}
