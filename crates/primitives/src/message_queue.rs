//! The message queue: whoever receives a message has it for a while; unless it is acknowledged in time, it comes again.
//!
//! *Who waits.* A receiver that finds no message, in the order of asking. *Who is woken.* The longest waiter, with the message
//! that has just been sent, given back, or not acknowledged in time. Messages are delivered in the order of sending; one
//! that comes again goes before those that were sent after it. *What comes again.* A message that was not acknowledged
//! within its visibility time, or was given back: at least once, that is, and every receiver must expect to get a message
//! that was dealt with already. One that was received as often as may be is put aside with the dead letters instead.
//! *Who may acknowledge.* Who has it: a delivery is known by the message and how often it was received by then, so one that
//! is late changes nothing.
//!
//! After Amazon's SQS (visibility, dead letters); the place of a message that comes again is RabbitMQ's rule.

use std::collections::{BTreeMap, VecDeque};

use clock::{Duration, Instant};

use crate::wait_queue::WaitQueue;
use crate::{Actor, Visit, Waiter};

#[cfg(test)]
mod tests;

/// How a queue behaves.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct MessageQueueOptions {
    /// How long whoever receives a message has it to itself.
    pub visibility: Duration,
    /// How often a message may be received, if there is such a bound; at least 1.
    pub max_receives: Option<u32>,
}

/// Names one delivery of a message.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Receipt {
    /// The message, counted from 1.
    pub message: u64,
    /// How often it has been received, this time included.
    pub receives: u32,
}

/// A message in somebody's hands.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub struct Delivery<V> {
    /// By which it can be acknowledged.
    pub receipt: Receipt,
    /// What was sent.
    pub body: V,
}

/// A receiver whose wait is over.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use = "a wake-up that is dropped leaves its task asleep for ever"]
pub struct Delivered<V> {
    /// Whose.
    pub waiter: Waiter,
    /// On whose behalf.
    pub actor: Actor,
    /// What it has now.
    pub delivery: Delivery<V>,
}

/// What became of a message that nobody acknowledged.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Returned {
    /// It can be received again.
    Again {
        /// The message.
        message: u64,
    },
    /// It is a dead letter.
    Dead {
        /// The message.
        message: u64,
    },
}

/// A message, wherever it is.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Message<V> {
    /// What was sent.
    pub body: V,
    /// How often it was received.
    pub receives: u32,
    /// When it was sent.
    pub sent: Instant,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Flight<V> {
    id: u64,
    message: Message<V>,
    actor: Actor,
    until: Instant,
}

/// A message queue. Feed it with `send`, `receive`, `acknowledge` and `give_back`; call `expire` when
/// [`deadline`](Self::deadline) has come.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct MessageQueue<V> {
    options: MessageQueueOptions,
    next: u64,
    // Invariants:
    // (1) nobody waits beside a message that can be received;
    // (2) every message is in one place only, and its number is below `next`;
    // (3) no message that could be received has been received as often as may be.
    ready: BTreeMap<u64, Message<V>>,
    /// Cannot be received before an instant; in the order of the instants, then of sending.
    delayed: Vec<(Instant, u64, Message<V>)>,
    /// In somebody's hands, in the order of delivery.
    in_flight: Vec<Flight<V>>,
    dead: VecDeque<(u64, Message<V>)>,
    receivers: WaitQueue,
}

impl<V: Clone> MessageQueue<V> {
    /// An empty queue.
    #[must_use]
    pub fn new(options: MessageQueueOptions) -> Self {
        assert!(options.max_receives != Some(0), "messages that nobody may receive");
        Self {
            options,
            next: 1,
            ready: BTreeMap::new(),
            delayed: Vec::new(),
            in_flight: Vec::new(),
            dead: VecDeque::new(),
            receivers: WaitQueue::default(),
        }
    }

    /// Sends a message that can be received after `delay`; returns its number.
    pub fn send(&mut self, body: V, delay: Duration, now: Instant, woken: &mut Vec<Delivered<V>>) -> u64 {
        let id = self.next;
        self.next += 1;
        let message = Message {
            body,
            receives: 0,
            sent: now,
        };
        self.put(id, message, now.saturating_add(delay), now);
        self.deliver(now, woken);
        id
    }

    /// Receives the first message, or waits as `waiter` for a [`Delivered`].
    pub fn receive(&mut self, waiter: Waiter, actor: Actor, now: Instant) -> Option<Delivery<V>> {
        let delivery = self.try_receive(actor, now);
        if delivery.is_none() {
            self.receivers.push_back(waiter, actor);
        }
        delivery
    }

    /// Receives the first message if there is one; never waits.
    pub fn try_receive(&mut self, actor: Actor, now: Instant) -> Option<Delivery<V>> {
        let (id, mut message) = self.ready.pop_first()?;
        message.receives = message.receives.saturating_add(1);
        let receipt = Receipt {
            message: id,
            receives: message.receives,
        };
        let body = message.body.clone();
        let until = now.saturating_add(self.options.visibility);
        self.in_flight.push(Flight {
            id,
            message,
            actor,
            until,
        });
        Some(Delivery { receipt, body })
    }

    /// The message is dealt with. `false` when the delivery was not in time, or is over for another reason.
    #[must_use]
    pub fn acknowledge(&mut self, receipt: Receipt) -> bool {
        self.take(receipt).is_some()
    }

    /// The message is not dealt with and can be received again after `delay`. `None` when the delivery is over already.
    pub fn give_back(
        &mut self,
        receipt: Receipt,
        delay: Duration,
        now: Instant,
        woken: &mut Vec<Delivered<V>>,
    ) -> Option<Returned> {
        let flight = self.take(receipt)?;
        let returned = self.come_again(flight, now.saturating_add(delay), now);
        self.deliver(now, woken);
        Some(returned)
    }

    /// Whoever has the message keeps it for another `time` from now. `false` when the delivery is over already.
    #[must_use]
    pub fn extend(&mut self, receipt: Receipt, time: Duration, now: Instant) -> bool {
        let Some(at) = self.find(receipt) else {
            return false;
        };
        self.in_flight[at].until = now.saturating_add(time);
        true
    }

    /// When the next message can be received that cannot now.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        let returns = self.in_flight.iter().map(|flight| flight.until);
        returns.chain(self.delayed.first().map(|&(at, ..)| at)).min()
    }

    /// Takes back what was not acknowledged by `now`, and hands out what can be received.
    pub fn expire(&mut self, now: Instant, returned: &mut Vec<Returned>, woken: &mut Vec<Delivered<V>>) {
        let (over, in_flight) = std::mem::take(&mut self.in_flight)
            .into_iter()
            .partition(|flight| flight.until <= now);
        self.in_flight = in_flight;
        for flight in over {
            let what = self.come_again(flight, now, now);
            returned.push(what);
        }
        while self.delayed.first().is_some_and(|&(at, ..)| at <= now) {
            let (_, id, message) = self.delayed.remove(0);
            self.ready.insert(id, message);
        }
        self.deliver(now, woken);
    }

    /// Sends all dead letters again, as if they had never been received; returns how many.
    pub fn redrive(&mut self, now: Instant, woken: &mut Vec<Delivered<V>>) -> u32 {
        let dead = std::mem::take(&mut self.dead);
        let count = dead.len() as u32;
        for (id, mut message) in dead {
            message.receives = 0;
            self.ready.insert(id, message);
        }
        self.deliver(now, woken);
        count
    }

    /// Ends a wait without a trace. `false` when `waiter` does not wait here.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.receivers.remove(waiter).is_some()
    }

    /// How it was made.
    #[must_use]
    pub fn options(&self) -> &MessageQueueOptions {
        &self.options
    }

    /// How many messages can be received.
    #[must_use]
    pub fn ready(&self) -> usize {
        self.ready.len()
    }

    /// How many messages cannot be received yet.
    #[must_use]
    pub fn delayed(&self) -> usize {
        self.delayed.len()
    }

    /// How many messages are in somebody's hands.
    #[must_use]
    pub fn in_flight(&self) -> usize {
        self.in_flight.len()
    }

    /// The dead letters with their numbers, oldest first.
    pub fn dead(&self) -> impl ExactSizeIterator<Item = &(u64, Message<V>)> {
        self.dead.iter()
    }

    /// When the oldest message was sent that nobody has received: how far the receivers are behind.
    #[must_use]
    pub fn oldest(&self) -> Option<Instant> {
        self.ready.values().map(|message| message.sent).min()
    }

    /// Who has which message, and until when.
    pub fn deliveries(&self) -> impl Iterator<Item = (Receipt, Actor, Instant, &V)> {
        self.in_flight
            .iter()
            .map(|flight| (flight.receipt(), flight.actor, flight.until, &flight.message.body))
    }

    /// What can be received, with its number, in the order of delivery.
    pub fn messages(&self) -> impl Iterator<Item = (u64, &Message<V>)> {
        self.ready.iter().map(|(&id, message)| (id, message))
    }

    /// The receivers that wait, in the order of their arrival.
    pub fn receivers(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.receivers.iter()
    }

    /// Tells what its state consists of. When a message was sent is for whoever looks on.
    pub fn visit(&self, to: &mut impl Visit<V>) {
        to.word(self.options.visibility.0);
        to.word(self.options.max_receives.map_or(u64::MAX, u64::from));
        to.word(self.next);
        to.word(self.ready.len() as u64);
        self.ready.iter().for_each(|(&id, message)| Self::tell(id, message, to));
        to.word(self.delayed.len() as u64);
        for (at, id, message) in &self.delayed {
            to.instant(*at);
            Self::tell(*id, message, to);
        }
        to.word(self.in_flight.len() as u64);
        for flight in &self.in_flight {
            to.actor(flight.actor);
            to.instant(flight.until);
            Self::tell(flight.id, &flight.message, to);
        }
        to.word(self.dead.len() as u64);
        self.dead.iter().for_each(|(id, message)| Self::tell(*id, message, to));
        to.queue(self.receivers());
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.receivers.assert_invariants();
        assert!(
            self.ready.is_empty() || self.receivers.is_empty(),
            "(1) someone waits beside a message"
        );
        let ready = self.ready.keys().copied();
        let delayed = self.delayed.iter().map(|&(_, id, _)| id);
        let in_flight = self.in_flight.iter().map(|flight| flight.id);
        let dead = self.dead.iter().map(|&(id, _)| id);
        let mut all: Vec<u64> = ready.chain(delayed).chain(in_flight).chain(dead).collect();
        all.sort_unstable();
        assert!(
            all.windows(2).all(|pair| pair[0] < pair[1]),
            "(2) a message in two places: {all:?}"
        );
        assert!(
            all.last().is_none_or(|&last| last < self.next),
            "(2) a message from the future"
        );
        let max = self.options.max_receives.unwrap_or(u32::MAX);
        let mut waiting = self
            .ready
            .values()
            .chain(self.delayed.iter().map(|(_, _, message)| message));
        assert!(
            waiting.all(|message| message.receives < max),
            "(3) a dead letter among the living"
        );
    }

    fn tell(id: u64, message: &Message<V>, to: &mut impl Visit<V>) {
        to.word(id);
        to.word(u64::from(message.receives));
        to.value(&message.body);
    }

    fn find(&self, receipt: Receipt) -> Option<usize> {
        self.in_flight.iter().position(|flight| flight.receipt() == receipt)
    }

    fn take(&mut self, receipt: Receipt) -> Option<Flight<V>> {
        let at = self.find(receipt)?;
        Some(self.in_flight.remove(at))
    }

    /// A message is in nobody's hands any more, and not dealt with.
    fn come_again(&mut self, flight: Flight<V>, at: Instant, now: Instant) -> Returned {
        let Flight { id, message, .. } = flight;
        if self.options.max_receives.is_some_and(|max| message.receives >= max) {
            self.dead.push_back((id, message));
            return Returned::Dead { message: id };
        }
        self.put(id, message, at, now);
        Returned::Again { message: id }
    }

    /// A message can be received from `at` on.
    fn put(&mut self, id: u64, message: Message<V>, at: Instant, now: Instant) {
        if at <= now {
            self.ready.insert(id, message);
            return;
        }
        let position = self
            .delayed
            .partition_point(|(other, number, _)| (*other, *number) < (at, id));
        self.delayed.insert(position, (at, id, message));
    }

    /// Hands out what can be received to those who wait.
    fn deliver(&mut self, now: Instant, woken: &mut Vec<Delivered<V>>) {
        while !self.ready.is_empty()
            && let Some((waiter, actor)) = self.receivers.pop_front()
        {
            let delivery = self.try_receive(actor, now);
            woken.extend(delivery.map(|delivery| Delivered {
                waiter,
                actor,
                delivery,
            }));
        }
    }
}

impl<V> Flight<V> {
    fn receipt(&self) -> Receipt {
        Receipt {
            message: self.id,
            receives: self.message.receives,
        }
    }
}
