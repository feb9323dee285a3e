//! How a primitive tells what its state consists of.
//!
//! Owns the one account that each primitive gives of itself, part by part; whoever asks makes of it what it needs: a
//! fingerprint that does not depend on how tokens are numbered, or the values that must be kept alive. The account is
//! canonical: two states that behave alike from here on tell the same, so what time alone changes is settled first (a
//! bucket is refilled, a dead entry is left out), and statistics are not told at all. Lengths come before lists, so that
//! no two lists can be taken for one another.

use clock::Instant;

use crate::{Actor, Waiter};

/// Who is told of the parts of a primitive; `V` are the values that the primitive keeps for the program.
pub trait Visit<V> {
    /// The time of the visit.
    fn now(&self) -> Instant;

    /// A number, or a few small ones packed into one.
    fn word(&mut self, word: u64);

    /// A wait that goes on.
    fn waiter(&mut self, waiter: Waiter);

    /// A value that the program gave.
    fn value(&mut self, value: &V);

    /// Somebody on whose behalf something is held or waited for.
    fn actor(&mut self, actor: Actor) {
        self.word(u64::from(actor.0));
    }

    /// A point in time: what matters is how far it is from now, and of the past only that it is past.
    fn instant(&mut self, at: Instant) {
        self.word(at.saturating_since(self.now()).0);
    }

    /// Who waits, first in line first.
    fn queue(&mut self, queue: impl ExactSizeIterator<Item = (Waiter, Actor)>)
    where
        Self: Sized,
    {
        self.word(queue.len() as u64);
        for (waiter, actor) in queue {
            self.actor(actor);
            self.waiter(waiter);
        }
    }
}

/// What a visitor was told, as numbers; for tests.
#[cfg(test)]
pub(crate) struct Told {
    now: Instant,
    pub(crate) words: Vec<u64>,
}

#[cfg(test)]
impl Told {
    pub(crate) fn at(now: Instant) -> Told {
        Told { now, words: Vec::new() }
    }
}

#[cfg(test)]
impl Visit<u32> for Told {
    fn now(&self) -> Instant {
        self.now
    }

    fn word(&mut self, word: u64) {
        self.words.push(word);
    }

    fn waiter(&mut self, waiter: Waiter) {
        self.words.push(u64::from(waiter.0));
    }

    fn value(&mut self, value: &u32) {
        self.words.push(u64::from(*value));
    }
}
