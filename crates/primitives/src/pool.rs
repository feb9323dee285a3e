//! The pool: a bounded number of connections that are dear to open, lent out one at a time.
//!
//! *Who waits.* Whoever asks while no connection is idle and as many exist, or are being opened, as there may be; in the
//! order of asking. *Who is woken.* A connection that comes back goes straight to the longest waiter, without a look at
//! whether it is alive: it has just been used. A place that becomes free without a connection (opening one failed, a dead
//! one was thrown away) goes to the longest waiter as well, who then opens one. Nobody overtakes.
//! *Who opens, checks and closes.* Not the pool: it keeps the books. Whoever borrows is told what has to be done first
//! ([`Borrow`]), does it, and says how it went. Meanwhile the place is reserved, so that two who open connections at the same
//! time cannot exceed the maximum together. *What time does.* Idle connections above the minimum that were not used for long
//! are closed, and missing ones opened, when maintenance comes round, at whole multiples of its period; a connection past
//! its lifetime is replaced when it is borrowed or comes back; one that is held for long is suspected of being leaked.
//!
//! After the pool of generic-pool, and HikariCP for the leak detection. Left out: priorities, checks on return. A
//! connection that is being closed does not count any more.

use std::collections::VecDeque;

use clock::{Duration, Instant};

use crate::wait_queue::WaitQueue;
use crate::{Actor, AlreadyClosed, Visit, Waiter};

#[cfg(test)]
mod orders;
mod places;
#[cfg(test)]
mod tests;
mod words;

use places::{Place, Places};
pub use places::{PlaceState, PlaceView};
pub use words::{Borrow, Chore, Closing, GivenBack, IdleOrder, Lent, NotLent, PoolOptions, Validation};

/// A pool of connections. Feed it with `borrow`, do what it says, and bring connections back with `release` or `discard`;
/// call `maintain` when [`deadline`](Self::deadline) has come.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ConnectionPool<V> {
    options: PoolOptions,
    made: Instant,
    /// When it was last used or maintained: rounds before that are over, whether there was anything to do or not.
    latest: Instant,
    is_closed: bool,
    // Invariants:
    // (1) there are at most `max_size` places, those included where a connection is being opened, checked or replaced;
    // (2) `idle` has every idle place once, in the order of their return;
    // (3) while somebody waits nothing is idle, and every place is taken;
    // (4) no connection is in two places;
    // (5) a closed pool has no place, and nobody waits.
    places: Places<V>,
    idle: VecDeque<u32>,
    queue: WaitQueue,
}

impl<V: Clone + PartialEq> ConnectionPool<V> {
    /// A pool without connections, made at `now`.
    #[must_use]
    pub fn new(options: PoolOptions, now: Instant) -> Self {
        assert!(options.max_size >= 1, "a pool of nothing");
        assert!(options.min_size <= options.max_size, "a minimum above the maximum");
        assert!(options.maintenance > Duration::ZERO, "maintenance without a pause");
        Self {
            options,
            made: now,
            latest: now,
            is_closed: false,
            places: Places::default(),
            idle: VecDeque::new(),
            queue: WaitQueue::default(),
        }
    }

    /// Asks for a connection, or joins the end of the queue as `waiter`.
    pub fn borrow(&mut self, waiter: Waiter, actor: Actor, now: Instant) -> Borrow<V> {
        self.latest = now;
        if self.is_closed {
            return Borrow::Closed;
        }
        if let Some(borrow) = self.lend_idle(actor, now) {
            return borrow;
        }
        if self.places.len() < self.options.max_size {
            return Borrow::Open(self.places.add(Some(actor), now));
        }
        if self
            .options
            .max_waiting
            .is_some_and(|max| self.queue.len() >= max as usize)
        {
            return Borrow::Full;
        }
        self.queue.push_back(waiter, actor);
        Borrow::Queued
    }

    /// The borrower has looked at the connection in its place.
    pub fn checked(&mut self, place: u32, is_alive: bool, now: Instant) -> Borrow<V> {
        self.latest = now;
        let Some(found) = self.places.get_mut(place) else {
            return Borrow::Closed;
        };
        let PlaceState::Checked { by } = found.state else {
            panic!("nobody checks the connection in place {place}");
        };
        let connection = found.connection.clone().expect("a connection that was checked");
        if is_alive {
            found.state = PlaceState::held(by, now);
            return Borrow::Use(connection);
        }
        found.vacate(by, true);
        Borrow::Close(place, connection)
    }

    /// The borrower has closed the connection that was in its place: another idle one is lent instead, or one is opened there.
    pub fn replace(&mut self, place: u32, now: Instant) -> Borrow<V> {
        self.latest = now;
        let Some(found) = self.places.get_mut(place) else {
            return Borrow::Closed;
        };
        let PlaceState::Closing { by: actor, .. } = found.state else {
            panic!("nobody replaces the connection in place {place}");
        };
        // Something idle means that nobody waits (3), so nobody is owed the place that is given up.
        match self.lend_idle(actor, now) {
            Some(borrow) => {
                self.places.remove(place);
                borrow
            }
            None => {
                self.places.restart(place, actor, now);
                Borrow::Open(place)
            }
        }
    }

    /// The connection that was to be opened in a place is there. It is its borrower's, or if maintenance opened it the
    /// longest waiter's, or idle. When the borrower has gone in the meantime, `wanted` is `false`.
    pub fn opened(
        &mut self,
        place: u32,
        connection: V,
        wanted: bool,
        now: Instant,
        woken: &mut Vec<Lent<V>>,
    ) -> Borrow<V> {
        self.latest = now;
        if self.is_closed {
            return Borrow::Closed;
        }
        let found = self.opening(place);
        let by = match found.state {
            PlaceState::Opening { by } if wanted => by,
            _ => None,
        };
        found.connection = Some(connection.clone());
        match by {
            Some(actor) => found.state = PlaceState::held(actor, now),
            None => self.hand_on(place, now, woken),
        }
        Borrow::Use(connection)
    }

    /// The connection that was to be opened in a place could not be: the place is the longest waiter's, or free.
    pub fn failed(&mut self, place: u32, now: Instant, woken: &mut Vec<Lent<V>>) {
        self.latest = now;
        if !self.is_closed {
            self.opening(place);
            self.give_up(place, now, woken);
        }
    }

    /// Gives a connection back, whoever held it.
    pub fn release(&mut self, connection: &V, now: Instant, woken: &mut Vec<Lent<V>>) -> Result<GivenBack<V>, NotLent> {
        self.latest = now;
        if self.is_closed {
            return Ok(GivenBack::Late);
        }
        let place = self.places.holding(connection).ok_or(NotLent)?;
        if self.is_expired(place, now) {
            self.give_up(place, now, woken);
            return Ok(GivenBack::Close(connection.clone()));
        }
        self.hand_on(place, now, woken);
        Ok(GivenBack::Kept)
    }

    /// Gives a connection back that is of no use any more: it has to be closed, and its place is somebody else's.
    pub fn discard(&mut self, connection: &V, now: Instant, woken: &mut Vec<Lent<V>>) -> Result<GivenBack<V>, NotLent> {
        self.latest = now;
        if self.is_closed {
            return Ok(GivenBack::Late);
        }
        let place = self.places.holding(connection).ok_or(NotLent)?;
        self.give_up(place, now, woken);
        Ok(GivenBack::Close(connection.clone()))
    }

    /// Ends a wait without a trace. `false` when `waiter` does not wait here.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.queue.remove(waiter).is_some()
    }

    /// Closes the pool for good.
    pub fn close(&mut self) -> Result<Closing<V>, AlreadyClosed> {
        if self.is_closed {
            return Err(AlreadyClosed);
        }
        self.is_closed = true;
        let mut waiters = Vec::new();
        while let Some(wait) = self.queue.pop_front() {
            waiters.push(wait);
        }
        let idle = std::mem::take(&mut self.idle);
        let places = std::mem::take(&mut self.places);
        let unused = idle.iter().filter_map(|&place| places.get(place)?.connection.clone());
        let used = places.iter().filter(|(_, place)| place.state != PlaceState::Idle);
        let connections = unused.chain(used.filter_map(|(_, place)| place.connection.clone()));
        Ok(Closing {
            waiters,
            connections: connections.collect(),
        })
    }

    /// When there is something to maintain, if ever as things stand.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        let suspicion = self.options.leak_detection.and_then(|limit| {
            let oldest = self.places.unsuspected().min();
            oldest.map(|since| since.saturating_add(limit))
        });
        self.next_round().into_iter().chain(suspicion).min()
    }

    /// Does what is due at `now`.
    pub fn maintain(&mut self, now: Instant, chores: &mut Vec<Chore<V>>) {
        if let Some(limit) = self.options.leak_detection {
            self.places
                .suspect(now, limit, |place, actor| chores.push(Chore::Suspect(place, actor)));
        }
        if self.next_round().is_none_or(|round| round > now) {
            return;
        }
        self.latest = now;
        let idle = self.idle.iter().copied();
        let expired: Vec<u32> = idle.filter(|&place| self.is_unused_for_long(place, now)).collect();
        for place in expired {
            if self.places.len() > self.options.min_size {
                self.idle.retain(|&idle| idle != place);
                let connection = self.places.remove(place).and_then(|place| place.connection);
                chores.extend(connection.map(Chore::Close));
            }
        }
        while self.places.len() < self.options.min_size {
            chores.push(Chore::Open(self.places.add(None, now)));
        }
    }

    /// How it was made.
    #[must_use]
    pub fn options(&self) -> &PoolOptions {
        &self.options
    }

    /// Whether it was closed.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// Connections that exist or are being opened.
    #[must_use]
    pub fn size(&self) -> u32 {
        self.places.len()
    }

    /// Connections that nobody uses.
    #[must_use]
    pub fn available(&self) -> u32 {
        self.idle.len() as u32
    }

    /// How many wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// The waits in the order of their arrival.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.queue.iter()
    }

    /// Who holds a connection, by place.
    pub fn holders(&self) -> impl Iterator<Item = Actor> {
        self.places.iter().filter_map(|(_, place)| place.state.holder())
    }

    /// Who holds a connection, if anybody does.
    #[must_use]
    pub fn holder_of(&self, connection: &V) -> Option<Actor> {
        let place = self.places.holding(connection)?;
        self.places.get(place)?.state.holder()
    }

    /// Every place by its number.
    pub fn places(&self) -> impl Iterator<Item = PlaceView<'_, V>> {
        self.places.iter().map(|(number, place)| PlaceView {
            number,
            state: place.state,
            connection: place.connection.as_ref(),
            opened: place.opened,
            changed: place.changed,
        })
    }

    /// Tells what its state consists of.
    pub fn visit(&self, to: &mut impl Visit<V>) {
        let PoolOptions {
            max_size,
            min_size,
            max_waiting,
            idle_timeout,
            max_lifetime,
            maintenance,
            ..
        } = self.options;
        to.word(u64::from(max_size) << 32 | u64::from(min_size));
        to.word(max_waiting.map_or(u64::MAX, u64::from));
        to.word(idle_timeout.0);
        to.word(max_lifetime.0);
        to.word(maintenance.0);
        to.word(self.options.leak_detection.map_or(u64::MAX, |limit| limit.0));
        let modes = (self.options.validation as u64) << 2 | (self.options.idle_order as u64) << 1;
        to.word(modes | u64::from(self.is_closed));
        // Where in its period maintenance is matters to an open pool only.
        if !self.is_closed {
            to.instant(self.round_after(to.now()));
        }
        self.places.visit(&self.options, to);
        to.word(self.idle.len() as u64);
        self.idle.iter().for_each(|&place| to.word(u64::from(place)));
        to.queue(self.queue());
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        assert!(
            self.places.len() <= self.options.max_size,
            "(1) {} places",
            self.places.len()
        );
        let mut idle: Vec<u32> = self.idle.iter().copied().collect();
        idle.sort_unstable();
        let found = self.places.iter().filter(|(_, place)| place.state == PlaceState::Idle);
        assert_eq!(
            idle,
            found.map(|(number, _)| number).collect::<Vec<_>>(),
            "(2) idle places"
        );
        assert!(
            self.queue.is_empty() || (self.idle.is_empty() && self.places.len() == self.options.max_size),
            "(3) someone waits for what is there"
        );
        let connections: Vec<&V> = self
            .places
            .iter()
            .filter_map(|(_, place)| place.connection.as_ref())
            .collect();
        for (at, connection) in connections.iter().enumerate() {
            assert!(
                !connections[at + 1..].contains(connection),
                "(4) a connection in two places"
            );
        }
        assert!(
            !self.is_closed || (self.places.len() == 0 && self.queue.is_empty()),
            "(5) a closed pool at work"
        );
    }

    /// Lends an idle connection, if there is one, or has it looked at or replaced first.
    fn lend_idle(&mut self, actor: Actor, now: Instant) -> Option<Borrow<V>> {
        let place = match self.options.idle_order {
            IdleOrder::LastIn => self.idle.pop_back(),
            IdleOrder::FirstIn => self.idle.pop_front(),
        }?;
        let is_expired = self.is_expired(place, now);
        let found = self.places.get_mut(place)?;
        let connection = found.connection.clone()?;
        if is_expired {
            found.vacate(actor, false);
            return Some(Borrow::Close(place, connection));
        }
        Some(match self.options.validation {
            Validation::OnBorrow => {
                found.state = PlaceState::Checked { by: actor };
                Borrow::Check(place, connection)
            }
            Validation::Never => {
                found.state = PlaceState::held(actor, now);
                Borrow::Use(connection)
            }
        })
    }

    /// The connection in a place is for whoever waits longest, or idle.
    fn hand_on(&mut self, place: u32, now: Instant, woken: &mut Vec<Lent<V>>) {
        let Some(found) = self.places.get_mut(place) else {
            return;
        };
        found.changed = now;
        let next = self.queue.pop_front().zip(found.connection.clone());
        match next {
            Some(((waiter, actor), connection)) => {
                found.state = PlaceState::held(actor, now);
                let borrow = Borrow::Use(connection);
                woken.push(Lent { waiter, actor, borrow });
            }
            None => {
                found.state = PlaceState::Idle;
                self.idle.push_back(place);
            }
        }
    }

    /// A place without a connection is for whoever waits longest, or free.
    fn give_up(&mut self, place: u32, now: Instant, woken: &mut Vec<Lent<V>>) {
        self.places.remove(place);
        if let Some((waiter, actor)) = self.queue.pop_front() {
            let borrow = Borrow::Open(self.places.add(Some(actor), now));
            woken.push(Lent { waiter, actor, borrow });
        }
    }

    fn opening(&mut self, place: u32) -> &mut Place<V> {
        let found = self.places.get_mut(place);
        let found = found.filter(|found| matches!(found.state, PlaceState::Opening { .. }));
        found.unwrap_or_else(|| panic!("nothing is being opened in place {place}"))
    }

    fn is_expired(&self, place: u32, now: Instant) -> bool {
        let place = self.places.get(place);
        place.is_some_and(|place| now.saturating_since(place.opened) > self.options.max_lifetime)
    }

    fn is_unused_for_long(&self, place: u32, now: Instant) -> bool {
        let place = self.places.get(place);
        place.is_some_and(|place| now.saturating_since(place.changed) > self.options.idle_timeout)
    }

    /// When maintenance comes round next with something to do.
    fn next_round(&self) -> Option<Instant> {
        if self.is_closed {
            return None;
        }
        let is_short = self.places.len() < self.options.min_size;
        let refill = is_short.then(|| self.round_after(self.latest));
        let unused = self
            .idle
            .iter()
            .filter_map(|&place| Some(self.places.get(place)?.changed));
        let oldest = unused.min().filter(|_| self.places.len() > self.options.min_size);
        let eviction = oldest.map(|since| {
            let expiry = since.saturating_add(self.options.idle_timeout);
            self.round_after(expiry.max(self.latest))
        });
        refill.into_iter().chain(eviction).min()
    }

    /// When maintenance comes round next, later than `at`.
    fn round_after(&self, at: Instant) -> Instant {
        let period = self.options.maintenance.0;
        let rounds = at.saturating_since(self.made).0 / period + 1;
        self.made.saturating_add(Duration(rounds.saturating_mul(period)))
    }
}
