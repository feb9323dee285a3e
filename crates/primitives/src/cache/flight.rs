//! A fetch under way, and those who wait for it.
//!
//! Owns who waits. What becomes of what the flight brings is the cache's.

use clock::Instant;

use crate::wait_queue::WaitQueue;
use crate::{Actor, Waiter};

/// A fetch under way.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Flight<V> {
    /// The key as the program gave it.
    pub name: V,
    /// How the flight is known when it lands.
    pub token: V,
    /// Who fetches.
    pub leader: Actor,
    /// Since when.
    pub since: Instant,
    queue: WaitQueue,
}

impl<V> Flight<V> {
    /// Those who wait for it, in the order of their arrival.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.queue.iter()
    }

    pub(super) fn new(name: V, token: V, leader: Actor, since: Instant) -> Self {
        Self {
            name,
            token,
            leader,
            since,
            queue: WaitQueue::default(),
        }
    }

    /// Joins the end of those who wait, and says how many were there before.
    pub(super) fn wait(&mut self, waiter: Waiter, actor: Actor) -> usize {
        self.queue.push_back(waiter, actor);
        self.queue.len() - 1
    }

    pub(super) fn cancel(&mut self, waiter: Waiter) -> bool {
        self.queue.remove(waiter).is_some()
    }

    /// Everybody who waits goes on, in the order of arrival.
    pub(super) fn wake(&mut self, woken: &mut Vec<(Waiter, Actor)>) {
        while let Some(next) = self.queue.pop_front() {
            woken.push(next);
        }
    }

    pub(super) fn assert_invariants(&self) {
        self.queue.assert_invariants();
    }
}
