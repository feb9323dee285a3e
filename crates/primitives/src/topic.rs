//! Publish and subscribe: a value goes to everybody who has subscribed, and each has a buffer of its own.
//!
//! *Who waits.* A subscriber, while it has nothing to receive or has not asked for any ([`Demand`]); a publisher, while a
//! subscriber whose buffer is full lets it wait ([`Slow::Block`]).
//! *Who is woken.* Each subscription's longest waiter, with the value; the publisher, when the last of those who let it wait
//! has taken its value in.
//!
//! What becomes of a value for which a subscriber has no room is that subscriber's choice: publishers wait, or its oldest or
//! the newest value is dropped. A subscriber that asks for a number of values gets no more (`request(n)` of Reactive Streams;
//! the subscription is theirs, the buffers are those of Java's `SubmissionPublisher`).
//!
//! A [`Topic`] and its [`Subscription`]s are plain data of their own: whoever keeps them carries values from one to the others.
//! `V` are the program's values.

use std::collections::VecDeque;

use crate::wait_queue::WaitQueue;
use crate::{Actor, Visit, Waiter};

#[cfg(test)]
mod tests;

/// What becomes of a value for which a subscriber has no room.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Slow {
    /// Its publisher waits until there is.
    Block,
    /// The oldest value in the buffer makes room.
    DropOldest,
    /// It is dropped.
    DropNewest,
}

/// How many values a subscriber takes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Demand {
    /// All that it can get.
    Unlimited,
    /// So many more.
    Of(u64),
}

/// A publisher that waits, and on whose behalf.
pub type Publisher = (Waiter, Actor);

/// What became of a value that was offered.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Offered<V> {
    /// A waiting subscriber has it.
    Received(Waiter, Actor, V),
    /// It is in the buffer.
    Buffered,
    /// It is in the buffer, and the oldest one is no longer.
    DroppedOldest,
    /// It is nowhere.
    DroppedNewest,
    /// It waits with its publisher.
    Blocked,
    /// The subscription has ended.
    Ended,
}

/// What became of a wish to receive.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Taken<V> {
    /// The oldest value; a publisher that waited may have got its own in.
    Value(V, Option<Publisher>),
    /// The subscriber waits.
    Waiting,
    /// There will be no more.
    Ended,
}

/// What ends with a subscription.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Unsubscribed {
    /// Subscribers that wait in vain.
    pub receivers: Vec<(Waiter, Actor)>,
    /// Publishers that no longer wait for it.
    pub publishers: Vec<Publisher>,
}

/// One subscriber's buffer.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Subscription<V> {
    capacity: Option<u32>,
    slow: Slow,
    demand: Demand,
    is_ended: bool,
    // Invariants:
    // (1) the buffer holds no more than fit in;
    // (2) a publisher waits only while the buffer is full;
    // (3) a subscriber waits only while there is nothing to receive or nothing is asked for, and not once it has ended.
    buffer: VecDeque<V>,
    receivers: WaitQueue,
    blocked: VecDeque<(Waiter, Actor, V)>,
}

impl<V> Subscription<V> {
    /// A subscription that has received nothing; `capacity` is at least 1.
    #[must_use]
    pub fn new(capacity: Option<u32>, slow: Slow, demand: Demand) -> Self {
        assert_ne!(capacity, Some(0), "a buffer into which nothing fits");
        Self {
            capacity,
            slow,
            demand,
            is_ended: false,
            buffer: VecDeque::new(),
            receivers: WaitQueue::default(),
            blocked: VecDeque::new(),
        }
    }

    /// A value is published under `publisher`.
    pub fn offer(&mut self, publisher: Publisher, value: V) -> Offered<V> {
        if self.is_ended {
            return Offered::Ended;
        }
        if self.wants()
            && self.buffer.is_empty()
            && let Some((waiter, actor)) = self.receivers.pop_front()
        {
            self.met();
            return Offered::Received(waiter, actor, value);
        }
        if !self.is_full() {
            self.buffer.push_back(value);
            return Offered::Buffered;
        }
        match self.slow {
            Slow::Block => {
                self.blocked.push_back((publisher.0, publisher.1, value));
                Offered::Blocked
            }
            Slow::DropOldest => {
                self.buffer.pop_front();
                self.buffer.push_back(value);
                Offered::DroppedOldest
            }
            Slow::DropNewest => Offered::DroppedNewest,
        }
    }

    /// Receives the oldest value, or waits for one.
    pub fn take(&mut self, waiter: Waiter, actor: Actor) -> Taken<V> {
        if self.wants()
            && let Some(value) = self.buffer.pop_front()
        {
            self.met();
            let accepted = self.let_in();
            return Taken::Value(value, accepted);
        }
        if self.is_ended && self.buffer.is_empty() {
            return Taken::Ended;
        }
        self.receivers.push_back(waiter, actor);
        Taken::Waiting
    }

    /// Asks for `count` more values. Gives whom that lets go on: subscribers with their values, and publishers.
    pub fn request(&mut self, count: u64) -> Vec<(Waiter, Actor, V, Option<Publisher>)> {
        if let Demand::Of(demand) = &mut self.demand {
            *demand = demand.saturating_add(count);
        }
        let mut served = Vec::new();
        while self.wants() && !self.buffer.is_empty() && !self.receivers.is_empty() {
            let (Some((waiter, actor)), Some(value)) = (self.receivers.pop_front(), self.buffer.pop_front()) else {
                break;
            };
            self.met();
            served.push((waiter, actor, value, self.let_in()));
        }
        served
    }

    /// No value comes any more; those in the buffer can still be received. `None` when that was so already.
    pub fn end(&mut self) -> Option<Unsubscribed> {
        if self.is_ended {
            return None;
        }
        self.is_ended = true;
        Some(self.release(self.buffer.is_empty()))
    }

    /// The subscriber wants no more, not even what is in the buffer.
    pub fn cancel_all(&mut self) -> Unsubscribed {
        self.is_ended = true;
        self.buffer.clear();
        self.release(true)
    }

    /// Ends a subscriber's wait without a trace. `false` when nobody waits under the token.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.receivers.remove(waiter).is_some()
    }

    /// Takes back the value of a publisher that waits no longer.
    pub fn withdraw(&mut self, publisher: Waiter) {
        self.blocked.retain(|(waiter, _, _)| *waiter != publisher);
    }

    /// How many values are in the buffer.
    #[must_use]
    pub fn len(&self) -> usize {
        self.buffer.len()
    }

    /// Whether the buffer is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.buffer.is_empty()
    }

    /// How many values fit in.
    #[must_use]
    pub fn capacity(&self) -> Option<u32> {
        self.capacity
    }

    /// What becomes of a value for which there is no room.
    #[must_use]
    pub fn slow(&self) -> Slow {
        self.slow
    }

    /// How many values the subscriber takes.
    #[must_use]
    pub fn demand(&self) -> Demand {
        self.demand
    }

    /// Whether no value comes any more.
    #[must_use]
    pub fn is_ended(&self) -> bool {
        self.is_ended
    }

    /// Who waits to receive, in the order of asking.
    pub fn receivers(&self) -> impl ExactSizeIterator<Item = (Waiter, Actor)> {
        self.receivers.iter()
    }

    /// Tells what its state consists of.
    pub fn visit(&self, to: &mut impl Visit<V>) {
        let capacity = self.capacity.map_or(u64::from(u32::MAX), u64::from);
        to.word(capacity << 8 | (self.slow as u64) << 1 | u64::from(self.is_ended));
        match self.demand {
            Demand::Unlimited => to.word(u64::MAX),
            Demand::Of(count) => to.word(count),
        }
        to.word((self.buffer.len() as u64) << 32 | self.blocked.len() as u64);
        self.buffer.iter().for_each(|value| to.value(value));
        for (waiter, actor, value) in &self.blocked {
            to.actor(*actor);
            to.waiter(*waiter);
            to.value(value);
        }
        to.queue(self.receivers.iter());
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.receivers.assert_invariants();
        let capacity = self.capacity.map_or(usize::MAX, |capacity| capacity as usize);
        assert!(self.buffer.len() <= capacity, "(1) an overfull buffer");
        assert!(
            self.blocked.is_empty() || self.is_full(),
            "(2) a publisher waits although there is room"
        );
        let has_value = !self.buffer.is_empty() && self.wants();
        assert!(
            self.receivers.is_empty() || !has_value,
            "(3) a subscriber waits beside a value"
        );
        let is_over = self.is_ended && self.buffer.is_empty();
        assert!(
            self.receivers.is_empty() || !is_over,
            "(3) a subscriber waits for nothing"
        );
    }

    fn wants(&self) -> bool {
        self.demand != Demand::Of(0)
    }

    fn met(&mut self) {
        if let Demand::Of(demand) = &mut self.demand {
            *demand -= 1;
        }
    }

    fn is_full(&self) -> bool {
        self.capacity
            .is_some_and(|capacity| self.buffer.len() >= capacity as usize)
    }

    /// There is room: the publisher that has waited longest gets its value in.
    fn let_in(&mut self) -> Option<Publisher> {
        let (waiter, actor, value) = self.blocked.pop_front()?;
        self.buffer.push_back(value);
        Some((waiter, actor))
    }

    fn release(&mut self, with_receivers: bool) -> Unsubscribed {
        let mut receivers = Vec::new();
        while with_receivers && let Some(receiver) = self.receivers.pop_front() {
            receivers.push(receiver);
        }
        let publishers = self.blocked.drain(..).map(|(waiter, actor, _)| (waiter, actor));
        Unsubscribed {
            receivers,
            publishers: publishers.collect(),
        }
    }
}

/// Those who have subscribed, and the publishers that wait for some of them.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Topic<V> {
    is_closed: bool,
    // Invariant: (1) a publisher that waits, waits for at least one subscriber.
    subscriptions: Vec<V>,
    publishing: Vec<(Waiter, Actor, u32)>,
}

impl<V> Default for Topic<V> {
    fn default() -> Self {
        Self {
            is_closed: false,
            subscriptions: Vec::new(),
            publishing: Vec::new(),
        }
    }
}

impl<V: PartialEq> Topic<V> {
    /// Somebody subscribes. `false` on a closed topic.
    #[must_use]
    pub fn subscribe(&mut self, subscription: V) -> bool {
        if !self.is_closed {
            self.subscriptions.push(subscription);
        }
        !self.is_closed
    }

    /// A subscription is over.
    pub fn unsubscribe(&mut self, subscription: &V) {
        self.subscriptions.retain(|other| other != subscription);
    }

    /// A publisher waits for so many subscribers, at least one.
    pub fn wait(&mut self, (waiter, actor): Publisher, subscribers: u32) {
        self.publishing.push((waiter, actor, subscribers));
    }

    /// One of the subscribers has taken a publisher's value in, or will never. `true` when that was the last one.
    #[must_use]
    pub fn accepted(&mut self, publisher: Waiter) -> bool {
        let Some(at) = self.publishing.iter().position(|&(waiter, _, _)| waiter == publisher) else {
            return false;
        };
        self.publishing[at].2 -= 1;
        let is_last = self.publishing[at].2 == 0;
        if is_last {
            self.publishing.remove(at);
        }
        is_last
    }

    /// Ends a publisher's wait. `false` when nobody waits under the token.
    pub fn cancel(&mut self, publisher: Waiter) -> bool {
        let before = self.publishing.len();
        self.publishing.retain(|&(waiter, _, _)| waiter != publisher);
        self.publishing.len() < before
    }

    /// Nothing is published any more. Gives the subscriptions that end with it; `None` when it was closed already.
    pub fn close(&mut self) -> Option<Vec<V>> {
        if self.is_closed {
            return None;
        }
        self.is_closed = true;
        Some(std::mem::take(&mut self.subscriptions))
    }

    /// Whether nothing is published any more.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// Those who have subscribed, in the order of it.
    #[must_use]
    pub fn subscriptions(&self) -> &[V] {
        &self.subscriptions
    }

    /// The publishers that wait, in the order of publishing.
    pub fn publishing(&self) -> impl ExactSizeIterator<Item = Publisher> {
        self.publishing.iter().map(|&(waiter, actor, _)| (waiter, actor))
    }

    /// Tells what its state consists of.
    pub fn visit(&self, to: &mut impl Visit<V>) {
        to.word((self.subscriptions.len() as u64) << 1 | u64::from(self.is_closed));
        self.subscriptions
            .iter()
            .for_each(|subscription| to.value(subscription));
        to.word(self.publishing.len() as u64);
        for &(waiter, actor, subscribers) in &self.publishing {
            to.actor(actor);
            to.waiter(waiter);
            to.word(u64::from(subscribers));
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        assert!(
            self.publishing.iter().all(|&(_, _, subscribers)| subscribers > 0),
            "(1)"
        );
    }
}
