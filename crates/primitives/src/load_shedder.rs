//! Shedding load: a line in front of limited capacity from which those are sent away who have waited too long.
//!
//! *Who waits.* Whoever asks while all places are taken, in the order of asking.
//! *Who is woken.* When a place becomes free, the longest waiter, unless the line has been *standing*: if everybody who came
//! to the front had waited longer than `target` for a whole `interval`, one is refused, then the next ones sooner and sooner
//! (the interval divided by the square root of how many), until waiting is short again. A burst that is worked off in
//! time loses nobody. That is CoDel (RFC 8289), here with tasks in place of packets; refused means that the wait ends
//! with an error, so that whoever asked can do something else while there is time.
//!
//! Does not own time limits of waiting, nor what is done with a place.

use clock::{Duration, Instant};

use crate::wait_queue::{Entry, WaitQueueOf};
use crate::{Actor, Visit, Waiter};

#[cfg(test)]
mod tests;

/// How a shedder behaves.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LoadShedderOptions {
    /// How many places there are; at least 1.
    pub concurrency: u32,
    /// How long somebody may wait at the front without the line counting as standing.
    pub target: Duration,
    /// For how long that may go on before the first is refused.
    pub interval: Duration,
    /// How many may wait at most.
    pub max_queue: Option<u32>,
}

/// What becomes of a request for a place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Entrance {
    /// The actor has one.
    Granted,
    /// It stands in line.
    Queued,
    /// The line is full.
    Full,
}

/// What became of a wait.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use = "who is not told waits for ever"]
pub enum Shed {
    /// It has a place.
    Granted(Waiter, Actor),
    /// It is sent away, having waited so long.
    Refused(Waiter, Actor, Duration),
}

/// A line that sends away those who have waited too long. Feed it with `enter` and, for everybody who got a place, `leave`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct LoadShedder {
    options: LoadShedderOptions,
    // Invariants:
    // (1) no more places are taken than there are, and while one is free nobody waits;
    // (2) the line is no longer than it may be.
    inside: Vec<Actor>,
    /// Those who wait, since when.
    line: WaitQueueOf<Instant>,
    /// When the line counts as standing, if waits stay as long as they are.
    standing_from: Option<Instant>,
    /// When the next is refused, while it is standing.
    next_refusal: Option<Instant>,
    /// How many were refused since it began to stand, and how many when it last began.
    refused: u32,
    refused_before: u32,
    /// When refusing ended last, as long as that still matters for how it begins again.
    last_refusal: Instant,
}

impl LoadShedder {
    /// A shedder whose places are all free.
    #[must_use]
    pub fn new(options: LoadShedderOptions) -> Self {
        Self {
            options,
            inside: Vec::new(),
            line: WaitQueueOf::default(),
            standing_from: None,
            next_refusal: None,
            refused: 0,
            refused_before: 0,
            last_refusal: Instant::ZERO,
        }
    }

    /// Takes a place, or joins the end of the line.
    pub fn enter(&mut self, now: Instant, waiter: Waiter, actor: Actor) -> Entrance {
        if self.has_place() {
            self.inside.push(actor);
            return Entrance::Granted;
        }
        if self
            .options
            .max_queue
            .is_some_and(|max| self.line.len() >= max as usize)
        {
            return Entrance::Full;
        }
        self.line.push(waiter, actor, now);
        Entrance::Queued
    }

    /// Gives a place back and says what becomes of those who wait. `false` when the actor has none.
    pub fn leave(&mut self, now: Instant, actor: Actor, told: &mut Vec<Shed>) -> bool {
        let Some(at) = self.inside.iter().rposition(|&inside| inside == actor) else {
            return false;
        };
        self.inside.remove(at);
        while self.has_place() && !self.line.is_empty() {
            if let Some(next) = self.next(now, told) {
                self.inside.push(next.actor);
                told.push(Shed::Granted(next.waiter, next.actor));
            }
        }
        true
    }

    /// Ends a wait without a trace. `false` when nobody waits under the token.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.line.remove(waiter).is_some()
    }

    /// Whether it sends waiters away at the moment.
    #[must_use]
    pub fn is_shedding(&self) -> bool {
        self.next_refusal.is_some()
    }

    /// Who has a place: one entry for each.
    #[must_use]
    pub fn inside(&self) -> &[Actor] {
        &self.inside
    }

    /// How many wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.line.len()
    }

    /// The options it was made with.
    #[must_use]
    pub fn options(&self) -> LoadShedderOptions {
        self.options
    }

    /// Tells what its state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let now = to.now();
        let LoadShedderOptions {
            concurrency,
            target,
            interval,
            max_queue,
        } = self.options;
        to.word(u64::from(concurrency) << 32 | u64::from(max_queue.unwrap_or(u32::MAX)));
        to.word(target.0);
        to.word(interval.0);
        to.word(self.inside.len() as u64);
        self.inside.iter().for_each(|&actor| to.actor(actor));
        to.word(self.line.len() as u64);
        for entry in self.line.entries() {
            to.actor(entry.actor);
            to.waiter(entry.waiter);
            // Longer than the target is long enough, however long.
            to.word(now.saturating_since(entry.what).min(target).0);
        }
        let is_told = self.standing_from.is_some();
        to.word(u64::from(is_told) << 1 | u64::from(self.next_refusal.is_some()));
        self.standing_from.iter().for_each(|&at| to.instant(at));
        // How far in the past it is decides how many are refused at once.
        self.next_refusal
            .iter()
            .for_each(|&at| to.word(at.0.wrapping_sub(now.0)));
        if self.next_refusal.is_some() || self.remembers(now) {
            to.word(u64::from(self.refused) << 32 | u64::from(self.refused_before));
            to.word(now.saturating_since(self.last_refusal).0);
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.line.assert_invariants();
        assert!(
            self.inside.len() <= self.options.concurrency as usize,
            "(1) too many places"
        );
        assert!(
            self.line.is_empty() || !self.has_place(),
            "(1) someone waits for a free place"
        );
        let max = self.options.max_queue.map_or(usize::MAX, |max| max as usize);
        assert!(self.line.len() <= max, "(2) a line of {}", self.line.len());
    }

    fn has_place(&self) -> bool {
        self.inside.len() < self.options.concurrency as usize
    }

    /// The next to get a place, after those who are refused (`deque` of RFC 8289).
    fn next(&mut self, now: Instant, told: &mut Vec<Shed>) -> Option<Entry<Instant>> {
        let (mut next, mut may_refuse) = self.first(now);
        if let Some(mut at) = self.next_refusal {
            while may_refuse && now >= at {
                refuse(now, next, told);
                self.refused = self.refused.saturating_add(1);
                (next, may_refuse) = self.first(now);
                if may_refuse {
                    at = self.after(at);
                }
            }
            self.next_refusal = may_refuse.then_some(at);
            self.last_refusal = at;
        } else if may_refuse {
            refuse(now, next, told);
            (next, _) = self.first(now);
            // Who has just been through this begins where that was under control.
            let since = self.refused.saturating_sub(self.refused_before);
            self.refused = if since > 1 && self.remembers(now) { since } else { 1 };
            self.refused_before = self.refused;
            let at = self.after(now);
            self.next_refusal = Some(at);
            self.last_refusal = at;
        }
        next
    }

    /// Takes the first from the line and says whether it may be refused (`dodeque` of RFC 8289).
    fn first(&mut self, now: Instant) -> (Option<Entry<Instant>>, bool) {
        let Some(entry) = self.line.pop() else {
            self.standing_from = None;
            return (None, false);
        };
        let is_short = now.saturating_since(entry.what) < self.options.target;
        // The last one is let in: a line that is empty behind it does not stand.
        if is_short || self.line.is_empty() {
            self.standing_from = None;
            return (Some(entry), false);
        }
        match self.standing_from {
            None => {
                self.standing_from = Some(now.saturating_add(self.options.interval));
                (Some(entry), false)
            }
            Some(from) => (Some(entry), now >= from),
        }
    }

    fn remembers(&self, now: Instant) -> bool {
        self.refused > 1 && now.saturating_since(self.last_refusal).0 < self.options.interval.0.saturating_mul(16)
    }

    /// The control law: the next refusal comes sooner the more there were.
    fn after(&self, at: Instant) -> Instant {
        let interval = u128::from(self.options.interval.0);
        let pause = (interval * interval / u128::from(self.refused.max(1))).isqrt();
        at.saturating_add(Duration(u64::try_from(pause).unwrap_or(u64::MAX).max(1)))
    }
}

fn refuse(now: Instant, entry: Option<Entry<Instant>>, told: &mut Vec<Shed>) {
    if let Some(Entry {
        waiter, actor, what, ..
    }) = entry
    {
        told.push(Shed::Refused(waiter, actor, now.saturating_since(what)));
    }
}
