//! The mailbox of an actor: messages that are worked on one at a time, in the order of their arrival.
//!
//! *Who waits.* Senders, while the mailbox is full and lets them wait ([`Overflow::Wait`]); those who have asked a question,
//! until it is answered; and the actor itself, while there is nothing to do.
//! *Who is woken.* With each message that the actor takes, the longest waiting sender, whose message goes in; the actor with
//! the first message; the asker with the answer.
//!
//! A stopped mailbox takes no messages any more; what is in it is still worked on. `V` are the messages. What the actor does
//! with one, and what becomes of its errors, is none of the mailbox's business. The model is Carl Hewitt's, the bounded
//! mailbox and `ask` are Akka's.

use std::collections::VecDeque;

use crate::{Actor, Visit, Waiter};

#[cfg(test)]
mod tests;

/// What becomes of a message for which there is no room.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Overflow {
    /// Its sender waits.
    Wait,
    /// It is refused.
    Reject,
}

/// A message, and who waits for the answer.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Letter<V> {
    /// The message.
    pub message: V,
    /// Who sent it.
    pub from: Actor,
    /// Under what the sender waits for the answer, if it does.
    pub asker: Option<Waiter>,
}

/// What became of a message.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Posted<V> {
    /// The actor, which waited under this token, works on it.
    Taken(Waiter, Actor, V),
    /// It lies in the mailbox.
    Stored,
    /// The mailbox is full: it waits outside with its sender.
    Waiting,
    /// The mailbox is full, and it is refused.
    Full,
    /// The mailbox is stopped.
    Stopped,
}

/// What ends with a mailbox.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Stopped {
    /// Senders and askers whose messages did not get in.
    pub refused: Vec<(Waiter, Actor)>,
    /// The actor, if it waited for a message: there will be none.
    pub idle: Option<(Waiter, Actor)>,
}

/// A bounded mailbox with the actor that works on it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Mailbox<V> {
    capacity: Option<u32>,
    overflow: Overflow,
    is_stopped: bool,
    // Invariants:
    // (1) no more letters are stored than fit in;
    // (2) a sender waits outside only while the mailbox is full;
    // (3) the actor waits only while nothing is stored, and not on a stopped mailbox.
    letters: VecDeque<Letter<V>>,
    /// Letters outside, with the tokens of their senders.
    outside: VecDeque<(Waiter, Letter<V>)>,
    idle: Option<(Waiter, Actor)>,
    /// Who works, and who waits for the answer to what it works on.
    working: Option<(Actor, Option<(Waiter, Actor)>)>,
}

impl<V> Mailbox<V> {
    /// An empty mailbox; `capacity` is at least 1.
    #[must_use]
    pub fn new(capacity: Option<u32>, overflow: Overflow) -> Self {
        assert_ne!(capacity, Some(0), "a mailbox into which nothing fits");
        Self {
            capacity,
            overflow,
            is_stopped: false,
            letters: VecDeque::new(),
            outside: VecDeque::new(),
            idle: None,
            working: None,
        }
    }

    /// Sends a message. `waiter` is under what its sender waits, for room or, if it `asks`, for the answer.
    pub fn post(&mut self, waiter: Waiter, from: Actor, message: V, asks: bool) -> Posted<V> {
        if self.is_stopped {
            return Posted::Stopped;
        }
        let asker = asks.then_some(waiter);
        if let Some((idle, actor)) = self.idle.take() {
            self.working = Some((actor, asker.map(|asker| (asker, from))));
            return Posted::Taken(idle, actor, message);
        }
        let letter = Letter { message, from, asker };
        match (self.is_full(), self.overflow) {
            (false, _) => {
                self.letters.push_back(letter);
                Posted::Stored
            }
            (true, Overflow::Wait) => {
                self.outside.push_back((waiter, letter));
                Posted::Waiting
            }
            (true, Overflow::Reject) => Posted::Full,
        }
    }

    /// The actor is done with what it worked on and wants the next message: gives it, if there is one, with the sender that
    /// no longer waits for room. Otherwise the actor waits under `waiter`, unless the mailbox is stopped.
    pub fn next(&mut self, waiter: Waiter, actor: Actor) -> Option<(V, Option<(Waiter, Actor)>)> {
        self.working = None;
        let Some(letter) = self.letters.pop_front() else {
            self.idle = (!self.is_stopped).then_some((waiter, actor));
            return None;
        };
        self.working = Some((actor, letter.asker.map(|asker| (asker, letter.from))));
        Some((letter.message, self.let_in()))
    }

    /// The actor has an answer: who asked for it, if anybody did and still waits.
    pub fn answer(&mut self) -> Option<(Waiter, Actor)> {
        self.working.as_mut().and_then(|(_, asker)| asker.take())
    }

    /// Takes no messages any more. `None` when it was stopped already.
    pub fn stop(&mut self) -> Option<Stopped> {
        if self.is_stopped {
            return None;
        }
        self.is_stopped = true;
        let refused = self.outside.drain(..).map(|(waiter, letter)| (waiter, letter.from));
        Some(Stopped {
            refused: refused.collect(),
            idle: self.idle.take(),
        })
    }

    /// Ends a wait without a trace: a message that the actor has not begun with is withdrawn with it, an answer that is under
    /// way goes to nobody. `None` when nobody waits under the token; else the sender that has got room because of it.
    pub fn cancel(&mut self, waiter: Waiter) -> Option<Option<(Waiter, Actor)>> {
        if let Some(at) = self.outside.iter().position(|&(outside, _)| outside == waiter) {
            self.outside.remove(at);
            return Some(None);
        }
        if let Some(at) = self.letters.iter().position(|letter| letter.asker == Some(waiter)) {
            self.letters.remove(at);
            return Some(self.let_in());
        }
        if let Some((_, asker)) = &mut self.working
            && asker.is_some_and(|(asker, _)| asker == waiter)
        {
            *asker = None;
            return Some(None);
        }
        if self.idle.is_some_and(|(idle, _)| idle == waiter) {
            self.idle = None;
            return Some(None);
        }
        None
    }

    /// How many messages lie in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.letters.len()
    }

    /// Whether no message lies in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// How many messages fit in.
    #[must_use]
    pub fn capacity(&self) -> Option<u32> {
        self.capacity
    }

    /// What becomes of a message for which there is no room.
    #[must_use]
    pub fn overflow(&self) -> Overflow {
        self.overflow
    }

    /// Whether it takes no messages any more.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// Who works on a message.
    #[must_use]
    pub fn working(&self) -> Option<Actor> {
        self.working.map(|(actor, _)| actor)
    }

    /// The letters in it, oldest first.
    pub fn letters(&self) -> impl ExactSizeIterator<Item = &Letter<V>> {
        self.letters.iter()
    }

    /// The senders that wait outside, with their tokens, in the order of their arrival.
    pub fn outside(&self) -> impl ExactSizeIterator<Item = (Waiter, Actor)> {
        self.outside.iter().map(|(waiter, letter)| (*waiter, letter.from))
    }

    /// Tells what its state consists of.
    pub fn visit(&self, to: &mut impl Visit<V>) {
        let capacity = self.capacity.map_or(u64::from(u32::MAX), u64::from);
        to.word(capacity << 2 | u64::from(self.overflow == Overflow::Wait) << 1 | u64::from(self.is_stopped));
        to.word((self.letters.len() as u64) << 32 | self.outside.len() as u64);
        for letter in &self.letters {
            visit_letter(letter, to);
        }
        for (waiter, letter) in &self.outside {
            to.actor(letter.from);
            to.waiter(*waiter);
            visit_letter(letter, to);
        }
        let flags = u64::from(self.idle.is_some()) << 1 | u64::from(self.working.is_some());
        to.word(flags);
        if let Some((waiter, actor)) = self.idle {
            to.actor(actor);
            to.waiter(waiter);
        }
        if let Some((actor, asker)) = self.working {
            to.actor(actor);
            to.word(u64::from(asker.is_some()));
            if let Some((waiter, actor)) = asker {
                to.actor(actor);
                to.waiter(waiter);
            }
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        let capacity = self.capacity.map_or(usize::MAX, |capacity| capacity as usize);
        assert!(self.letters.len() <= capacity, "(1) an overfull mailbox");
        assert!(
            self.outside.is_empty() || self.is_full(),
            "(2) a sender waits although there is room"
        );
        let is_idle = self.idle.is_some();
        assert!(
            !is_idle || self.letters.is_empty(),
            "(3) the actor waits beside a message"
        );
        assert!(!is_idle || !self.is_stopped, "(3) the actor waits for nothing");
        assert!(!is_idle || self.working.is_none(), "(3) the actor waits and works");
    }

    /// There is room: the letter that has waited longest gets in. Gives its sender, unless that goes on waiting for the answer.
    fn let_in(&mut self) -> Option<(Waiter, Actor)> {
        let (waiter, letter) = self.outside.pop_front()?;
        let sender = letter.asker.is_none().then_some((waiter, letter.from));
        self.letters.push_back(letter);
        sender
    }

    fn is_full(&self) -> bool {
        self.capacity
            .is_some_and(|capacity| self.letters.len() >= capacity as usize)
    }
}

fn visit_letter<V>(letter: &Letter<V>, to: &mut impl Visit<V>) {
    to.word(u64::from(letter.asker.is_some()));
    to.actor(letter.from);
    letter.asker.iter().for_each(|&asker| to.waiter(asker));
    to.value(&letter.message);
}
