//! The channel: a bounded line of values between those who send and those who receive.
//!
//! *Who waits.* A sender while the buffer is full (with capacity 0, a rendezvous, while no receiver waits); a receiver while
//! there is no value. Both queues are first in, first out, and values arrive in the order in which they were sent, those
//! of waiting senders behind the buffered ones.
//! *Who is woken.* A send hands its value to the longest-waiting receiver, past the buffer, which is empty then. A receive
//! completes the longest-waiting sender: its value moves into the place that became free, or to the receiver if there is
//! no buffer. There is never anything to retry.
//! *Closing* rejects the senders that wait and finishes the receivers that wait; what is buffered can still be received.
//! After that, sending is refused and receiving ends. Closing twice is an error.
//! *Several at once.* A `select` stands in the queues of several channels, or twice in those of one, with one waiter and
//! the number of a case in each place. Whoever serves it first in one channel takes it out of all its places there, and
//! the caller takes it out of the other channels with `cancel`; what it wanted to send elsewhere goes with it. The module
//! `select` has the rules of that.
//!
//! Does not know what a value is: `values` and `values_mut` show all of them to whoever has to trace or rename them.

use std::collections::VecDeque;

use crate::{Actor, Visit, Waiter};

#[cfg(test)]
mod tests;

/// How many values a channel holds while nobody waits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Capacity {
    /// That many; 0 makes every send meet a receive.
    Bounded(u32),
    /// Any number: a send never waits.
    Unbounded,
}

/// Who stands in a queue of a channel, and whose wait is over.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Party {
    /// The wait.
    pub waiter: Waiter,
    /// On whose behalf.
    pub actor: Actor,
    /// For a `select`, the number of the case: the other cases are over with this one.
    pub case: Option<u32>,
}

impl Party {
    fn is_same_select(self, other: Self) -> bool {
        self.waiter == other.waiter && self.case.is_some()
    }

    fn visit<T>(self, to: &mut impl Visit<T>) {
        to.actor(self.actor);
        to.waiter(self.waiter);
        to.word(self.case.map_or(0, |case| u64::from(case) + 1));
    }

    /// Somebody who waits for nothing else.
    #[must_use]
    pub fn alone(waiter: Waiter, actor: Actor) -> Self {
        Self {
            waiter,
            actor,
            case: None,
        }
    }
}

/// What became of a `send`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use = "it may complete the wait of a receiver"]
pub enum SendOutcome<T> {
    /// A waiting receiver has it: that wait is completed with `value`.
    Delivered {
        /// Whose wait is over.
        receiver: Party,
        /// What it receives.
        value: T,
    },
    /// It is in the buffer.
    Buffered,
    /// The waiter stands in the queue with its value until a receive, a `close` or a `cancel`.
    Queued,
    /// The channel is closed; here is the value back.
    Closed(T),
}

/// What became of a `try_send`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use = "it may complete the wait of a receiver"]
pub enum TrySendOutcome<T> {
    /// A waiting receiver has it: that wait is completed with `value`.
    Delivered {
        /// Whose wait is over.
        receiver: Party,
        /// What it receives.
        value: T,
    },
    /// It is in the buffer.
    Buffered,
    /// It would have to wait; here is the value back.
    Full(T),
    /// The channel is closed; here is the value back.
    Closed(T),
}

/// What became of a `receive`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use = "it may complete the wait of a sender"]
pub enum ReceiveOutcome<T> {
    /// Here is the value.
    Received {
        /// The oldest one.
        value: T,
        /// The sender whose wait is over because of it.
        completed_sender: Option<Party>,
    },
    /// The waiter stands in the queue until a send, a `close` or a `cancel`.
    Queued,
    /// Closed and drained: there will never be another value.
    Closed,
}

/// What became of a `try_receive`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use = "it may complete the wait of a sender"]
pub enum TryReceiveOutcome<T> {
    /// Here is the value.
    Received {
        /// The oldest one.
        value: T,
        /// The sender whose wait is over because of it.
        completed_sender: Option<Party>,
    },
    /// There is no value now.
    Empty,
    /// Closed and drained: there will never be another value.
    Closed,
}

/// Whose waits a `close` ends, each list in queue order and each wait once: a `select` that wanted to send is rejected
/// even if it also wanted to receive.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use = "a wait that is not ended leaves its task asleep for ever"]
pub struct Closed<T> {
    /// Senders whose value was not taken, and that value.
    pub rejected_senders: Vec<(Party, T)>,
    /// Receivers for which there will be no value.
    pub finished_receivers: Vec<Party>,
}

/// Why a `close` changed nothing: the channel was closed before.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct AlreadyClosed;

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct PendingSend<T> {
    party: Party,
    value: T,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum State {
    Open,
    Closed,
}

/// A first in, first out channel of values.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Channel<T> {
    capacity: Capacity,
    state: State,
    // Invariants:
    // (1) the buffer holds at most `capacity` values;
    // (2) a sender waits only while the buffer is full;
    // (3) a receiver waits only while there is no value, neither in the buffer nor with a sender, except for its own: a
    //     `select` does not meet itself;
    // (4) nobody waits on a closed channel;
    // (5) no waiter waits twice, on whichever side, except for a `select` with a case for each place.
    buffer: VecDeque<T>,
    senders: VecDeque<PendingSend<T>>,
    receivers: VecDeque<Party>,
}

impl<T> Channel<T> {
    /// An open channel without a value.
    #[must_use]
    pub fn new(capacity: Capacity) -> Self {
        let (buffer, senders, receivers) = (VecDeque::new(), VecDeque::new(), VecDeque::new());
        Self {
            capacity,
            state: State::Open,
            buffer,
            senders,
            receivers,
        }
    }

    /// Sends a value, or joins the end of the senders' queue with it as `waiter`.
    pub fn send(&mut self, waiter: Waiter, actor: Actor, value: T) -> SendOutcome<T> {
        match self.try_send(value) {
            TrySendOutcome::Delivered { receiver, value } => SendOutcome::Delivered { receiver, value },
            TrySendOutcome::Buffered => SendOutcome::Buffered,
            TrySendOutcome::Full(value) => {
                self.join_senders(Party::alone(waiter, actor), value);
                SendOutcome::Queued
            }
            TrySendOutcome::Closed(value) => SendOutcome::Closed(value),
        }
    }

    /// Sends a value if that is possible at once; never waits.
    pub fn try_send(&mut self, value: T) -> TrySendOutcome<T> {
        match self.state {
            State::Closed => return TrySendOutcome::Closed(value),
            State::Open => {}
        }
        if let Some(receiver) = self.receivers.pop_front() {
            self.leave(receiver);
            return TrySendOutcome::Delivered { receiver, value };
        }
        if self.is_full() {
            return TrySendOutcome::Full(value);
        }
        self.buffer.push_back(value);
        TrySendOutcome::Buffered
    }

    /// Receives the oldest value, or joins the end of the receivers' queue as `waiter`.
    pub fn receive(&mut self, waiter: Waiter, actor: Actor) -> ReceiveOutcome<T> {
        match self.try_receive() {
            TryReceiveOutcome::Received {
                value,
                completed_sender,
            } => ReceiveOutcome::Received {
                value,
                completed_sender,
            },
            TryReceiveOutcome::Empty => {
                self.join_receivers(Party::alone(waiter, actor));
                ReceiveOutcome::Queued
            }
            TryReceiveOutcome::Closed => ReceiveOutcome::Closed,
        }
    }

    /// Receives the oldest value if there is one; never waits.
    pub fn try_receive(&mut self) -> TryReceiveOutcome<T> {
        let oldest = self.buffer.pop_front();
        let (unbuffered, completed_sender) = match self.senders.pop_front() {
            Some(sender) => (Some(sender.value), Some(sender.party)),
            None => (None, None),
        };
        completed_sender.into_iter().for_each(|sender| self.leave(sender));
        let value = match (oldest, unbuffered) {
            (Some(oldest), next) => {
                self.buffer.extend(next);
                oldest
            }
            (None, Some(value)) => value,
            (None, None) => {
                return match self.state {
                    State::Open => TryReceiveOutcome::Empty,
                    State::Closed => TryReceiveOutcome::Closed,
                };
            }
        };
        TryReceiveOutcome::Received {
            value,
            completed_sender,
        }
    }

    /// Closes the channel and says whose waits end without having been completed.
    pub fn close(&mut self) -> Result<Closed<T>, AlreadyClosed> {
        match self.state {
            State::Closed => return Err(AlreadyClosed),
            State::Open => self.state = State::Closed,
        }
        let mut rejected_senders: Vec<(Party, T)> = Vec::with_capacity(self.senders.len());
        for PendingSend { party, value } in self.senders.drain(..) {
            if !(party.case.is_some() && rejected_senders.iter().any(|(known, _)| known.waiter == party.waiter)) {
                rejected_senders.push((party, value));
            }
        }
        let mut finished_receivers: Vec<Party> = Vec::with_capacity(self.receivers.len());
        for party in self.receivers.drain(..) {
            let is_rejected = || rejected_senders.iter().any(|(known, _)| known.waiter == party.waiter);
            let is_finished = || finished_receivers.iter().any(|known| known.waiter == party.waiter);
            if !(party.case.is_some() && (is_rejected() || is_finished())) {
                finished_receivers.push(party);
            }
        }
        Ok(Closed {
            rejected_senders,
            finished_receivers,
        })
    }

    /// Ends a wait without a trace, in all places where it stands; a sender's value goes with it. `false` when `waiter`
    /// does not wait here.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        let before = self.receivers.len() + self.senders.len();
        self.receivers.retain(|party| party.waiter != waiter);
        self.senders.retain(|sender| sender.party.waiter != waiter);
        before != self.receivers.len() + self.senders.len()
    }

    /// Whether a send would not have to wait. On a closed channel it would not either: it would be refused.
    #[must_use]
    pub fn can_send(&self) -> bool {
        self.is_closed() || !self.receivers.is_empty() || !self.is_full()
    }

    /// Whether a receive would not have to wait, for there is a value or there will never be one.
    #[must_use]
    pub fn can_receive(&self) -> bool {
        self.is_closed() || !self.buffer.is_empty() || !self.senders.is_empty()
    }

    /// Joins the end of the senders' queue with a value that cannot be sent now.
    ///
    /// Panics when it could be: the caller has asked [`can_send`](Self::can_send) first.
    pub fn join_senders(&mut self, party: Party, value: T) {
        let waits_for_itself = self.receivers.iter().all(|other| other.is_same_select(party));
        assert!(
            !self.is_closed() && self.is_full() && waits_for_itself,
            "{party:?} need not wait"
        );
        self.senders.push_back(PendingSend { party, value });
    }

    /// Joins the end of the receivers' queue.
    ///
    /// Panics when a receive would not have to wait: the caller has asked [`can_receive`](Self::can_receive) first.
    pub fn join_receivers(&mut self, party: Party) {
        let waits_for_itself = self.senders.iter().all(|other| other.party.is_same_select(party));
        assert!(
            !self.is_closed() && self.buffer.is_empty() && waits_for_itself,
            "{party:?} need not wait"
        );
        self.receivers.push_back(party);
    }

    /// How many values are buffered; those of waiting senders do not count.
    #[must_use]
    pub fn len(&self) -> usize {
        self.buffer.len()
    }

    /// Whether no value is buffered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.buffer.is_empty()
    }

    /// How many values it buffers.
    #[must_use]
    pub fn capacity(&self) -> Capacity {
        self.capacity
    }

    /// Whether it was closed, drained or not.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        match self.state {
            State::Open => false,
            State::Closed => true,
        }
    }

    /// The buffered values, oldest first.
    pub fn buffer(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.buffer.iter()
    }

    /// The senders that wait and what each wants to send, in the order of their arrival.
    pub fn senders(&self) -> impl DoubleEndedIterator<Item = (Party, &T)> + ExactSizeIterator {
        self.senders.iter().map(|sender| (sender.party, &sender.value))
    }

    /// The receivers that wait, in the order of their arrival.
    pub fn receivers(&self) -> impl DoubleEndedIterator<Item = Party> + ExactSizeIterator {
        self.receivers.iter().copied()
    }

    /// Every value in the channel, in the order in which they will be received.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.buffer
            .iter()
            .chain(self.senders.iter().map(|sender| &sender.value))
    }

    /// Every value in the channel, for whoever has to rename what values refer to; same order as [`values`](Self::values).
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.buffer
            .iter_mut()
            .chain(self.senders.iter_mut().map(|sender| &mut sender.value))
    }

    /// Tells what the state consists of.
    pub fn visit(&self, to: &mut impl Visit<T>) {
        let capacity = match self.capacity {
            Capacity::Bounded(capacity) => u64::from(capacity),
            Capacity::Unbounded => u64::MAX >> 1,
        };
        to.word(capacity << 1 | u64::from(self.is_closed()));
        to.word((self.buffer.len() as u64) << 32 | self.senders.len() as u64);
        self.buffer.iter().for_each(|value| to.value(value));
        for (party, value) in self.senders() {
            party.visit(to);
            to.value(value);
        }
        to.word(self.receivers.len() as u64);
        self.receivers().for_each(|party| party.visit(to));
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        match self.capacity {
            Capacity::Bounded(capacity) => assert!(self.buffer.len() <= capacity as usize, "(1) an overfull buffer"),
            Capacity::Unbounded => {}
        }
        assert!(
            self.senders.is_empty() || self.is_full(),
            "(2) a sender waits although there is room"
        );
        for receiver in &self.receivers {
            let meets_itself = self.senders.iter().all(|sender| sender.party.is_same_select(*receiver));
            assert!(
                self.buffer.is_empty() && meets_itself,
                "(3) {receiver:?} waits beside a value"
            );
        }
        if self.is_closed() {
            assert!(
                self.senders.is_empty() && self.receivers.is_empty(),
                "(4) someone waits on a closed channel"
            );
        }
        let parties: Vec<Party> = self.senders().map(|(party, _)| party).chain(self.receivers()).collect();
        for (position, party) in parties.iter().enumerate() {
            let stands_again =
                |other: &&Party| other.waiter == party.waiter && (other.case.is_none() || other.case == party.case);
            assert_eq!(
                parties[position + 1..].iter().find(stands_again),
                None,
                "(5) {party:?} waits twice"
            );
        }
    }

    /// Somebody was served: if it is a `select`, its other cases here are over.
    fn leave(&mut self, served: Party) {
        if served.case.is_some() {
            self.cancel(served.waiter);
        }
    }

    fn is_full(&self) -> bool {
        match self.capacity {
            Capacity::Bounded(capacity) => self.buffer.len() >= capacity as usize,
            Capacity::Unbounded => false,
        }
    }
}
