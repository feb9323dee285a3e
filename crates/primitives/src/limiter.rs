//! The rate limiter: a rule that says when how much may pass, and a line of those who wait for it.
//!
//! *Who waits.* Whoever asks for more units than the rule lets pass now, and everybody who comes after somebody waits: the
//! line is first in, first out, so a small request does not slip past a large one, and nobody starves.
//! *Who is woken.* The first in line when its units may pass. Nothing but time lets it pass, so the limiter says when that
//! will be ([`deadline`](Limiter::deadline)) and whoever has the time calls [`tick`](Limiter::tick) then.
//! *What is turned away.* A leaky bucket has room for so many units that wait; what does not fit overflows.
//!
//! The rules are in files of their own: [`TokenBucket`], [`LeakyBucket`], [`FixedWindow`], [`SlidingLog`],
//! [`SlidingCounter`], [`Gcra`]. Left out: giving back what has passed, and a request for more than can ever pass at once,
//! which is the caller's to refuse ([`capacity`](Limiter::capacity)).

use clock::Instant;

use crate::wait_queue::{Entry, WaitQueueOf};
use crate::{Actor, FixedWindow, Gcra, LeakyBucket, SlidingCounter, SlidingLog, TokenBucket, Visit, Waiter};

#[cfg(test)]
mod tests;

/// When how much may pass.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Rule {
    /// A burst, then a steady rate.
    TokenBucket(TokenBucket),
    /// A steady pace, and so many that wait.
    LeakyBucket(LeakyBucket),
    /// So many in each window of the clock.
    FixedWindow(FixedWindow),
    /// So many within any window.
    SlidingLog(SlidingLog),
    /// Nearly the same from two counts.
    SlidingCounter(SlidingCounter),
    /// A token bucket as one time.
    Gcra(Gcra),
}

impl Rule {
    /// Most units that can ever pass at once.
    #[must_use]
    pub fn capacity(&self) -> u32 {
        match self {
            Rule::TokenBucket(rule) => rule.capacity(),
            // What leaves a leaky bucket has waited in it, or could have.
            Rule::LeakyBucket(rule) => rule.room().max(1),
            Rule::FixedWindow(rule) => rule.capacity(),
            Rule::SlidingLog(rule) => rule.capacity(),
            Rule::SlidingCounter(rule) => rule.capacity(),
            Rule::Gcra(rule) => rule.capacity(),
        }
    }

    /// How many units may wait, if that is limited.
    #[must_use]
    pub fn room(&self) -> Option<u32> {
        match self {
            Rule::LeakyBucket(rule) => Some(rule.room()),
            Rule::TokenBucket(_)
            | Rule::FixedWindow(_)
            | Rule::SlidingLog(_)
            | Rule::SlidingCounter(_)
            | Rule::Gcra(_) => None,
        }
    }

    /// Lets units pass if they may now.
    #[must_use]
    pub fn try_pass(&mut self, now: Instant, units: u32) -> bool {
        match self {
            Rule::TokenBucket(rule) => rule.try_pass(now, units),
            Rule::LeakyBucket(rule) => rule.try_pass(now, units),
            Rule::FixedWindow(rule) => rule.try_pass(now, units),
            Rule::SlidingLog(rule) => rule.try_pass(now, units),
            Rule::SlidingCounter(rule) => rule.try_pass(now, units),
            Rule::Gcra(rule) => rule.try_pass(now, units),
        }
    }

    /// The earliest instant from `now` on at which the units may pass, if nothing else does until then; from when something
    /// last passed, if that is later. At most [`capacity`](Self::capacity) units.
    #[must_use]
    pub fn ready_at(&self, now: Instant, units: u32) -> Instant {
        match self {
            Rule::TokenBucket(rule) => rule.ready_at(now, units),
            Rule::LeakyBucket(rule) => rule.ready_at(now),
            Rule::FixedWindow(rule) => rule.ready_at(now, units),
            Rule::SlidingLog(rule) => rule.ready_at(now, units),
            Rule::SlidingCounter(rule) => rule.ready_at(now, units),
            Rule::Gcra(rule) => rule.ready_at(now, units),
        }
    }

    /// How many units could pass now.
    #[must_use]
    pub fn available(&self, now: Instant) -> u32 {
        match self {
            Rule::TokenBucket(rule) => rule.available(now),
            Rule::LeakyBucket(rule) => u32::from(rule.is_rested(now)),
            Rule::FixedWindow(rule) => rule.available(now),
            Rule::SlidingLog(rule) => rule.available(now),
            Rule::SlidingCounter(rule) => rule.available(now),
            Rule::Gcra(rule) => rule.available(now),
        }
    }

    /// The same in millionths of a unit, for those rules in which it grows bit by bit.
    #[must_use]
    pub fn micro_level(&self, now: Instant) -> i64 {
        match self {
            Rule::TokenBucket(rule) => rule.micro_level(now),
            Rule::Gcra(rule) => rule.micro_level(now),
            Rule::LeakyBucket(_) | Rule::FixedWindow(_) | Rule::SlidingLog(_) | Rule::SlidingCounter(_) => {
                i64::from(self.available(now)) * 1_000_000
            }
        }
    }

    /// Whether it behaves from now on as if nothing had ever passed.
    #[must_use]
    pub fn is_rested(&self, now: Instant) -> bool {
        match self {
            Rule::TokenBucket(rule) => rule.is_rested(now),
            Rule::LeakyBucket(rule) => rule.is_rested(now),
            Rule::FixedWindow(rule) => rule.is_rested(now),
            Rule::SlidingLog(rule) => rule.is_rested(now),
            Rule::SlidingCounter(rule) => rule.is_rested(now),
            Rule::Gcra(rule) => rule.is_rested(now),
        }
    }

    /// Tells its state; see [`Visit`].
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let kind = match self {
            Rule::TokenBucket(_) => 0,
            Rule::LeakyBucket(_) => 1,
            Rule::FixedWindow(_) => 2,
            Rule::SlidingLog(_) => 3,
            Rule::SlidingCounter(_) => 4,
            Rule::Gcra(_) => 5,
        };
        to.word(kind);
        match self {
            Rule::TokenBucket(rule) => rule.visit(to),
            Rule::LeakyBucket(rule) => rule.visit(to),
            Rule::FixedWindow(rule) => rule.visit(to),
            Rule::SlidingLog(rule) => rule.visit(to),
            Rule::SlidingCounter(rule) => rule.visit(to),
            Rule::Gcra(rule) => rule.visit(to),
        }
    }

    fn assert_invariants(&self, now: Instant) {
        match self {
            Rule::TokenBucket(rule) => rule.assert_invariants(now),
            Rule::LeakyBucket(rule) => rule.assert_invariants(now),
            Rule::FixedWindow(rule) => rule.assert_invariants(),
            Rule::SlidingLog(rule) => rule.assert_invariants(),
            Rule::SlidingCounter(rule) => rule.assert_invariants(),
            Rule::Gcra(rule) => rule.assert_invariants(now),
        }
    }
}

/// What became of a request that may wait.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Consume {
    /// It has passed; the waiter token was not needed.
    Passed,
    /// The waiter stands in the line until a `tick` or a `cancel`.
    Queued,
    /// There is no room to wait; nothing has changed.
    Overflows,
}

/// A request that waits in the line, or that has waited and has just passed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use = "a wake-up that is dropped leaves its task asleep for ever"]
pub struct Passage {
    /// Whose wait.
    pub waiter: Waiter,
    /// Its task.
    pub actor: Actor,
    /// How many.
    pub units: u32,
}

fn passage(entry: &Entry<u32>) -> Passage {
    Passage {
        waiter: entry.waiter,
        actor: entry.actor,
        units: entry.what,
    }
}

/// A rule with a line before it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Limiter {
    rule: Rule,
    // Invariants:
    // (1) nobody waits for more units than can pass at once, or for none;
    // (2) the units that wait fit into the room that the rule has for them;
    // (3) after a `tick` the first in line may not pass yet.
    /// Who waits for how many units.
    queue: WaitQueueOf<u32>,
}

impl Limiter {
    /// A rule before which nobody waits.
    #[must_use]
    pub fn new(rule: Rule) -> Self {
        Self {
            rule,
            queue: WaitQueueOf::default(),
        }
    }

    /// Lets units pass if they may now and nobody waits; never waits. `units` is at least 1 and at most
    /// [`capacity`](Self::capacity).
    #[must_use]
    pub fn try_consume(&mut self, now: Instant, units: u32) -> bool {
        self.queue.is_empty() && self.rule.try_pass(now, units)
    }

    /// Lets units pass, or joins the end of the line as `waiter`, if there is room.
    pub fn consume(&mut self, waiter: Waiter, actor: Actor, now: Instant, units: u32) -> Consume {
        if self.try_consume(now, units) {
            return Consume::Passed;
        }
        if self.overflows(units) {
            return Consume::Overflows;
        }
        self.queue.push(waiter, actor, units);
        Consume::Queued
    }

    /// When the first in line may pass; `None` while nobody waits. It stays the same while nothing passes and nobody leaves.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        self.queue
            .front()
            .map(|first| self.rule.ready_at(Instant::ZERO, first.what))
    }

    /// Whether a request that had to wait would find no room.
    #[must_use]
    pub fn overflows(&self, units: u32) -> bool {
        let fits = |room| self.queued_units() + u64::from(units) <= u64::from(room);
        !self.rule.room().is_none_or(fits)
    }

    /// Lets those pass, in order, who may by now.
    pub fn tick(&mut self, now: Instant, woken: &mut Vec<Passage>) {
        while let Some(first) = self.queue.front() {
            if !self.rule.try_pass(now, first.what) {
                return;
            }
            woken.push(passage(first));
            self.queue.pop();
        }
    }

    /// Ends a wait without a trace; whoever stood behind it may be able to pass now. `false` when `waiter` does not wait
    /// here; it may have passed already.
    pub fn cancel(&mut self, waiter: Waiter, now: Instant, woken: &mut Vec<Passage>) -> bool {
        let is_first = self.queue.front().is_some_and(|first| first.waiter == waiter);
        if self.queue.remove(waiter).is_none() {
            return false;
        }
        if is_first {
            self.tick(now, woken);
        }
        true
    }

    /// What it goes by.
    #[must_use]
    pub fn rule(&self) -> &Rule {
        &self.rule
    }

    /// Most units that can ever pass at once.
    #[must_use]
    pub fn capacity(&self) -> u32 {
        self.rule.capacity()
    }

    /// How many units could pass now: none while somebody waits.
    #[must_use]
    pub fn available(&self, now: Instant) -> u32 {
        if self.queue.is_empty() {
            self.rule.available(now)
        } else {
            0
        }
    }

    /// How many wait.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// How many units those who wait want.
    #[must_use]
    pub fn queued_units(&self) -> u64 {
        self.queue().map(|waiting| u64::from(waiting.units)).sum()
    }

    /// The waits in the order of their arrival, and how many units each wants.
    pub fn queue(&self) -> impl DoubleEndedIterator<Item = Passage> + ExactSizeIterator {
        self.queue.entries().map(passage)
    }

    /// Whether it behaves from now on as if it were new.
    #[must_use]
    pub fn is_rested(&self, now: Instant) -> bool {
        self.queue.is_empty() && self.rule.is_rested(now)
    }

    /// Tells its state; see [`Visit`].
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        self.rule.visit(to);
        to.word(self.queue.len() as u64);
        for Passage { waiter, actor, units } in self.queue() {
            to.word(u64::from(units));
            to.actor(actor);
            to.waiter(waiter);
        }
    }

    /// Panics unless the numbered invariants hold; for tests. (3) is judged by [`assert_ticked`](Self::assert_ticked).
    pub fn assert_invariants(&self, now: Instant) {
        self.rule.assert_invariants(now);
        self.queue.assert_invariants();
        let mut units = self.queue().map(|waiting| waiting.units);
        assert!(
            units.all(|units| (1..=self.capacity()).contains(&units)),
            "(1) somebody waits for what can never pass"
        );
        if let Some(room) = self.rule.room() {
            assert!(self.queued_units() <= u64::from(room), "(2) the bucket has overflowed");
        }
    }

    /// Panics when somebody waits who could pass; for tests, after a tick.
    pub fn assert_ticked(&self, now: Instant) {
        assert!(
            self.deadline().is_none_or(|deadline| deadline > now),
            "(3) somebody waits who may pass"
        );
    }
}
