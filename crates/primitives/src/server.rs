//! The server: so many requests at a time, a queue in front, slower the more there is to do, and down now and then.
//!
//! *Who waits.* A request that comes while as many are being served as can be, in the order of arrival. *Who is woken.* When
//! one is done, or given up, the longest waiter is served. *Who is refused.* A request that finds the queue full, or the
//! server down; with the beginning of an outage also all that wait, and what was being served then is lost.
//!
//! Does not own how long a request takes: the caller draws that and lets it be stretched by [`Server::stretched`]. With times
//! drawn from an exponential distribution this is the queue M/M/c of the textbooks, with fixed ones M/D/c.

use clock::{Duration, Instant};

use crate::wait_queue::WaitQueue;
use crate::{Actor, Visit, Waiter};

#[cfg(test)]
mod queueing;
#[cfg(test)]
mod tests;

/// A time during which a server answers nothing, counted from when it was made.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Outage {
    /// When it begins.
    pub from: Duration,
    /// When it is over; later than `from`.
    pub to: Duration,
}

/// How a server behaves.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ServerOptions {
    /// Most requests that are served at a time, if there is such a bound; at least 1.
    pub concurrency: Option<u32>,
    /// Most requests that may wait, if there is such a bound.
    pub queue_limit: Option<u32>,
    /// How many requests, served or waiting, it takes in its stride.
    pub degrade_after: Option<u32>,
    /// By how many thousandths each request beyond that makes the others slower.
    pub degrade_per_mille: u32,
    /// When it is down: in order, and apart.
    pub outages: Vec<Outage>,
}

/// What became of a request.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Arrival {
    /// It is being served, under this number.
    Served(u32),
    /// It waits for an [`Admitted`] with its token.
    Queued,
    /// It is turned away.
    Refused(Refusal),
}

/// Why a request is turned away.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Refusal {
    /// The server is down.
    Down,
    /// As many wait as may.
    Full {
        /// That many.
        waiting: u32,
    },
}

/// A request that waited and is being served now.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use = "a wake-up that is dropped leaves its task asleep for ever"]
pub struct Admitted {
    /// Whose wait is over.
    pub waiter: Waiter,
    /// On whose behalf.
    pub actor: Actor,
    /// The number that the request has while it is served.
    pub request: u32,
}

/// How serving a request ended.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Departure {
    /// It was served.
    Served,
    /// The server went down in the meantime.
    Lost,
}

/// A request that is being served.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Request {
    actor: Actor,
    since: Instant,
}

/// A server. Feed it with `arrive`, and with `leave` when a request is done; call `go_down` when [`deadline`](Self::deadline)
/// has come.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Server {
    options: ServerOptions,
    made: Instant,
    /// When a request last came or left: of the outages only later ones are to come.
    latest: Instant,
    // Invariants:
    // (1) no more than `concurrency` requests are served, and no more than `queue_limit` wait;
    // (2) somebody waits only while as many are served as can be.
    requests: Vec<Option<Request>>,
    queue: WaitQueue,
}

impl Server {
    /// A server with nothing to do, made at `now`.
    #[must_use]
    pub fn new(options: ServerOptions, now: Instant) -> Self {
        assert!(options.concurrency != Some(0), "a server that serves nobody");
        let in_order = options.outages.windows(2).all(|pair| pair[0].to <= pair[1].from);
        let last_something = options.outages.iter().all(|outage| outage.from < outage.to);
        assert!(
            in_order && last_something,
            "outages that are not in order: {:?}",
            options.outages
        );
        Self {
            options,
            made: now,
            latest: now,
            requests: Vec::new(),
            queue: WaitQueue::default(),
        }
    }

    /// A request comes: it is served, waits as `waiter`, or is refused.
    pub fn arrive(&mut self, waiter: Waiter, actor: Actor, now: Instant) -> Arrival {
        self.latest = now;
        if self.is_down(now) {
            return Arrival::Refused(Refusal::Down);
        }
        if self.options.concurrency.is_none_or(|most| self.serving() < most) {
            return Arrival::Served(self.serve(actor, now));
        }
        let waiting = self.queue.len() as u32;
        if self.options.queue_limit.is_some_and(|most| waiting >= most) {
            return Arrival::Refused(Refusal::Full { waiting });
        }
        self.queue.push_back(waiter, actor);
        Arrival::Queued
    }

    /// A request is done, or nobody waits for its answer any more: the longest waiter is served.
    pub fn leave(&mut self, request: u32, now: Instant, woken: &mut Vec<Admitted>) -> Departure {
        self.latest = now;
        let found = self.requests.get_mut(request as usize).and_then(Option::take);
        let found = found.unwrap_or_else(|| panic!("request {request} is not being served"));
        while self.requests.last().is_some_and(Option::is_none) {
            self.requests.pop();
        }
        if let Some((waiter, actor)) = self.queue.pop_front() {
            let request = self.serve(actor, now);
            woken.push(Admitted { waiter, actor, request });
        }
        let mut outages = self.outages();
        match outages.any(|(from, _)| found.since < from && from <= now) {
            true => Departure::Lost,
            false => Departure::Served,
        }
    }

    /// An outage begins: returns who waited in vain.
    pub fn go_down(&mut self, now: Instant) -> Vec<(Waiter, Actor)> {
        let mut refused = Vec::new();
        while let Some(wait) = self.is_down(now).then(|| self.queue.pop_front()).flatten() {
            refused.push(wait);
        }
        refused
    }

    /// When the next outage begins that somebody who waits would notice.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        let mut outages = self.outages();
        let next = outages.find(|&(_, to)| to > self.latest).map(|(from, _)| from);
        next.filter(|_| !self.queue.is_empty())
    }

    /// Ends a wait without a trace. `false` when `waiter` does not wait here.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.queue.remove(waiter).is_some()
    }

    /// How long something takes under the present load that takes `service` without any.
    #[must_use]
    pub fn stretched(&self, service: Duration) -> Duration {
        let load = u64::from(self.serving()) + self.queue.len() as u64;
        let beyond = self
            .options
            .degrade_after
            .map_or(0, |bearable| load.saturating_sub(u64::from(bearable)));
        let thousandths = 1_000 + u128::from(beyond) * u128::from(self.options.degrade_per_mille);
        let stretched = u128::from(service.0) * thousandths / 1_000;
        Duration(u64::try_from(stretched).unwrap_or(u64::MAX))
    }

    /// Whether it answers nothing.
    #[must_use]
    pub fn is_down(&self, now: Instant) -> bool {
        self.outages().any(|(from, to)| from <= now && now < to)
    }

    /// How it was made.
    #[must_use]
    pub fn options(&self) -> &ServerOptions {
        &self.options
    }

    /// How many requests are being served.
    #[must_use]
    pub fn serving(&self) -> u32 {
        self.requests.iter().flatten().count() as u32
    }

    /// How many requests wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// The waits in the order of their arrival.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = (Waiter, Actor)> + ExactSizeIterator {
        self.queue.iter()
    }

    /// What is being served, by number: for whom, and since when.
    pub fn requests(&self) -> impl Iterator<Item = (u32, Actor, Instant)> {
        let numbered = (0..).zip(&self.requests);
        numbered.filter_map(|(number, request)| request.map(|request| (number, request.actor, request.since)))
    }

    /// Tells what its state consists of. Since when a request is served matters to the outages only.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let ServerOptions {
            concurrency,
            queue_limit,
            degrade_after,
            degrade_per_mille,
            ..
        } = self.options;
        let bound = |bound: Option<u32>| bound.map_or(u64::MAX, u64::from);
        to.word(bound(concurrency));
        to.word(bound(queue_limit));
        to.word(bound(degrade_after));
        to.word(u64::from(degrade_per_mille));
        let to_come: Vec<(Instant, Instant)> = self.outages().filter(|&(_, end)| end > to.now()).collect();
        to.word(to_come.len() as u64);
        for (from, end) in to_come {
            to.instant(from);
            to.instant(end);
        }
        to.word(self.requests.len() as u64);
        for request in &self.requests {
            to.word(u64::from(request.is_some()));
            if let Some(request) = request {
                let is_lost = self.outages().any(|(from, _)| request.since < from && from <= to.now());
                to.word(u64::from(is_lost));
                to.actor(request.actor);
            }
        }
        to.queue(self.queue());
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        let ServerOptions {
            concurrency,
            queue_limit,
            ..
        } = self.options;
        assert!(
            concurrency.is_none_or(|most| self.serving() <= most),
            "(1) {} served",
            self.serving()
        );
        assert!(
            queue_limit.is_none_or(|most| self.queue.len() <= most as usize),
            "(1) {} wait",
            self.queue.len()
        );
        assert!(
            self.queue.is_empty() || concurrency == Some(self.serving()),
            "(2) someone waits for what is free"
        );
    }

    fn outages(&self) -> impl Iterator<Item = (Instant, Instant)> {
        let at = |offset| self.made.saturating_add(offset);
        self.options
            .outages
            .iter()
            .map(move |outage| (at(outage.from), at(outage.to)))
    }

    /// Under the lowest number that is free, so that a server that does the same again is in the same state again.
    fn serve(&mut self, actor: Actor, now: Instant) -> u32 {
        let request = Some(Request { actor, since: now });
        match self.requests.iter().position(Option::is_none) {
            Some(free) => {
                self.requests[free] = request;
                free as u32
            }
            None => {
                self.requests.push(request);
                self.requests.len() as u32 - 1
            }
        }
    }
}
