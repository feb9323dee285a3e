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
//!
//! Does not know what a value is: `values` and `values_mut` show all of them to whoever has to trace or rename them.

use std::collections::VecDeque;

use crate::wait_queue::WaitQueue;
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

/// What became of a `send`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use = "it may complete the wait of a receiver"]
pub enum SendOutcome<T> {
    /// A waiting receiver has it: that wait is completed with `value`.
    Delivered {
        /// Whose wait is over.
        receiver: Waiter,
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
        receiver: Waiter,
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
        completed_sender: Option<Waiter>,
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
        completed_sender: Option<Waiter>,
    },
    /// There is no value now.
    Empty,
    /// Closed and drained: there will never be another value.
    Closed,
}

/// Whose waits a `close` ends, each list in queue order. At most one of them has entries.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use = "a wait that is not ended leaves its task asleep for ever"]
pub struct Closed<T> {
    /// Senders whose value was not taken, and that value.
    pub rejected_senders: Vec<(Waiter, T)>,
    /// Receivers for which there will be no value.
    pub finished_receivers: Vec<Waiter>,
}

/// Why a `close` changed nothing: the channel was closed before.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct AlreadyClosed;

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct PendingSend<T> {
    waiter: Waiter,
    actor: Actor,
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
    // (3) a receiver waits only while there is no value, neither in the buffer nor with a sender;
    // (4) nobody waits on a closed channel;
    // (5) no waiter waits twice, on whichever side.
    buffer: VecDeque<T>,
    senders: VecDeque<PendingSend<T>>,
    receivers: WaitQueue,
}

impl<T> Channel<T> {
    /// An open channel without a value.
    #[must_use]
    pub fn new(capacity: Capacity) -> Self {
        let (buffer, senders, receivers) = (VecDeque::new(), VecDeque::new(), WaitQueue::default());
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
                self.senders.push_back(PendingSend { waiter, actor, value });
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
        if let Some((receiver, _)) = self.receivers.pop_front() {
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
                self.receivers.push_back(waiter, actor);
                ReceiveOutcome::Queued
            }
            TryReceiveOutcome::Closed => ReceiveOutcome::Closed,
        }
    }

    /// Receives the oldest value if there is one; never waits.
    pub fn try_receive(&mut self) -> TryReceiveOutcome<T> {
        let oldest = self.buffer.pop_front();
        let (unbuffered, completed_sender) = match self.senders.pop_front() {
            Some(sender) => (Some(sender.value), Some(sender.waiter)),
            None => (None, None),
        };
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
        let rejected_senders = self
            .senders
            .drain(..)
            .map(|sender| (sender.waiter, sender.value))
            .collect();
        let mut finished_receivers = Vec::with_capacity(self.receivers.len());
        while let Some((receiver, _)) = self.receivers.pop_front() {
            finished_receivers.push(receiver);
        }
        Ok(Closed {
            rejected_senders,
            finished_receivers,
        })
    }

    /// Ends a wait without a trace; a sender's value goes with it. `false` when `waiter` does not wait here.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        if self.receivers.remove(waiter).is_some() {
            return true;
        }
        let position = self.senders.iter().position(|sender| sender.waiter == waiter);
        position.and_then(|position| self.senders.remove(position)).is_some()
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
    pub fn senders(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor, &T)> + ExactSizeIterator {
        self.senders
            .iter()
            .map(|sender| (sender.waiter, sender.actor, &sender.value))
    }

    /// The receivers that wait, in the order of their arrival.
    pub fn receivers(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.receivers.iter()
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
        for (waiter, actor, value) in self.senders() {
            to.actor(actor);
            to.waiter(waiter);
            to.value(value);
        }
        to.queue(self.receivers());
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.receivers.assert_invariants();
        match self.capacity {
            Capacity::Bounded(capacity) => assert!(self.buffer.len() <= capacity as usize, "(1) an overfull buffer"),
            Capacity::Unbounded => {}
        }
        assert!(
            self.senders.is_empty() || self.is_full(),
            "(2) a sender waits although there is room"
        );
        assert!(
            self.receivers.is_empty() || self.values().next().is_none(),
            "(3) a receiver waits beside a value"
        );
        if self.is_closed() {
            assert!(
                self.senders.is_empty() && self.receivers.is_empty(),
                "(4) someone waits on a closed channel"
            );
        }
        for (position, sender) in self.senders.iter().enumerate() {
            let mut later = self.senders.iter().skip(position + 1);
            assert!(
                later.all(|other| other.waiter != sender.waiter),
                "(5) {:?} sends twice",
                sender.waiter
            );
            assert_eq!(
                self.receivers.actor_of(sender.waiter),
                None,
                "(5) {:?} waits on both sides",
                sender.waiter
            );
        }
    }

    fn is_full(&self) -> bool {
        match self.capacity {
            Capacity::Bounded(capacity) => self.buffer.len() >= capacity as usize,
            Capacity::Unbounded => false,
        }
    }
}
