//! Adaptive concurrency: a limit of calls under way that finds out by itself how high it may be.
//!
//! *Who waits.* Whoever asks while as many calls are under way as the limit says, in the order of asking.
//! *Who is woken.* The longest waiter, when a call ends or the limit has grown; when it has shrunk, nobody until enough have
//! ended. The limit is a number beside one queue, and changing it moves nobody: an implementation that makes a new semaphore
//! for each limit forgets who waits on the old one.
//!
//! Two ways to find the limit. [`Algorithm::Aimd`] is TCP's: a little more after each success, a good part less after each
//! failure. [`Algorithm::Gradient`] (Netflix' `Gradient2Limit`) needs no failures: it compares how long a call took with how
//! long calls take in the long run, and lowers the limit as they take longer, since then they stand in a queue behind it.
//!
//! Does not own which outcomes are failures, nor time limits of waiting.

use clock::{Duration, Instant};

use crate::circuit_breaker::CallOutcome;
use crate::wait_queue::WaitQueue;
use crate::{Acquire, Actor, Visit, Waiter, Woken};

#[cfg(test)]
mod tests;

/// One call, in the unit in which the limit is kept: millionths.
pub const MICRO: u64 = 1_000_000;

/// How the limit is found.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Algorithm {
    /// Additive increase, multiplicative decrease.
    Aimd {
        /// Millionths of a call that a success adds.
        increase: u64,
        /// The millionths of the limit that a failure leaves.
        decrease_ppm: u64,
    },
    /// By how long calls take now and in the long run.
    Gradient(Gradient),
}

/// The parameters and the memory of the gradient; the names are those of Netflix' library.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Gradient {
    /// How many may stand in a queue behind the limit without any lowering of it.
    pub queue_size: u32,
    /// By what factor a call may be slower than in the long run, in millionths.
    pub tolerance_ppm: u64,
    /// How much of a new estimate counts, in millionths.
    pub smoothing_ppm: u64,
    /// Over how many calls the long run goes.
    pub long_window: u32,
    /// How long calls take in the long run, in thousandths of a microsecond; nothing before the first.
    long_run: Option<u64>,
    /// How many calls the average was made from, up to [`WARM_UP`].
    samples: u32,
}

/// So many calls are averaged plainly before the long run forgets exponentially.
const WARM_UP: u32 = 10;

impl Gradient {
    /// A gradient that has seen no call.
    #[must_use]
    pub fn new(queue_size: u32, tolerance_ppm: u64, smoothing_ppm: u64, long_window: u32) -> Gradient {
        Gradient {
            queue_size,
            tolerance_ppm,
            smoothing_ppm,
            long_window,
            long_run: None,
            samples: 0,
        }
    }

    /// Takes in how long a call took; gives the long run before and with it.
    fn sample(&mut self, took: u64) -> u64 {
        let long_run = match self.long_run {
            Some(long_run) if self.samples >= WARM_UP => {
                let window = u128::from(self.long_window) + 1;
                let kept = u128::from(long_run) * window.saturating_sub(2);
                to_u64((kept + u128::from(took) * 2) / window.max(2))
            }
            long_run => {
                let sum = u128::from(long_run.unwrap_or(0)) * u128::from(self.samples) + u128::from(took);
                self.samples += 1;
                to_u64(sum / u128::from(self.samples))
            }
        };
        // Calls are quick again after a long time of slow ones: the long run follows sooner.
        let is_far_above = long_run > took.saturating_mul(2);
        self.long_run = Some(if is_far_above {
            scale(long_run, 950_000)
        } else {
            long_run
        });
        long_run
    }

    fn limit_after(&mut self, took: Duration, under_way: u64, limit: u64) -> u64 {
        let took = took.0.saturating_mul(1_000).max(1);
        let long_run = self.sample(took);
        // Who does not use the limit learns nothing about it.
        if under_way * MICRO < limit / 2 {
            return limit;
        }
        let tolerated = scale(long_run, self.tolerance_ppm);
        let gradient = to_u64(u128::from(tolerated) * 1_000_000 / u128::from(took)).clamp(500_000, 1_000_000);
        let aimed_at = scale(limit, gradient).saturating_add(u64::from(self.queue_size) * MICRO);
        scale(limit, 1_000_000 - self.smoothing_ppm.min(1_000_000)).saturating_add(scale(aimed_at, self.smoothing_ppm))
    }
}

/// How a limiter starts out.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct AdaptiveOptions {
    /// The limit at first.
    pub initial: u32,
    /// The limit never goes below; at least 1.
    pub min: u32,
    /// Nor above.
    pub max: u32,
    /// How it is found.
    pub algorithm: Algorithm,
}

/// A limit of calls under way. Feed it with `acquire` and, for every call that was let in, `finish`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct AdaptiveConcurrency {
    min: u32,
    max: u32,
    algorithm: Algorithm,
    // Invariants:
    // (1) the limit lies between `min` and `max`;
    // (2) while fewer are under way than the limit says, nobody waits.
    limit: u64,
    calls: Vec<(Actor, Instant)>,
    queue: WaitQueue,
}

impl AdaptiveConcurrency {
    /// A limiter with nothing under way.
    #[must_use]
    pub fn new(options: AdaptiveOptions) -> Self {
        let AdaptiveOptions {
            initial,
            min,
            max,
            algorithm,
        } = options;
        assert!(
            1 <= min && min <= initial && initial <= max,
            "{min} <= {initial} <= {max}"
        );
        Self {
            min,
            max,
            algorithm,
            limit: u64::from(initial) * MICRO,
            calls: Vec::new(),
            queue: WaitQueue::default(),
        }
    }

    /// Lets a call in, or makes it wait at the end of the line.
    pub fn acquire(&mut self, now: Instant, waiter: Waiter, actor: Actor) -> Acquire {
        if self.has_room() {
            self.calls.push((actor, now));
            return Acquire::Granted;
        }
        self.queue.push_back(waiter, actor);
        Acquire::Queued
    }

    /// The latest call of `actor` has ended: the limit learns from it, and whoever can go on now does. `false` when it has
    /// none under way.
    pub fn finish(&mut self, now: Instant, actor: Actor, outcome: CallOutcome, woken: &mut Vec<Woken>) -> bool {
        let Some(at) = self.calls.iter().rposition(|&(caller, _)| caller == actor) else {
            return false;
        };
        let under_way = self.calls.len() as u64;
        let (_, begun) = self.calls.remove(at);
        let limit = match (&mut self.algorithm, outcome) {
            (_, CallOutcome::Ignored) => self.limit,
            (Algorithm::Aimd { increase, .. }, CallOutcome::Success) => self.limit.saturating_add(*increase),
            (Algorithm::Aimd { decrease_ppm, .. }, CallOutcome::Failure) => {
                // Whole calls, as the limit that anybody sees is.
                scale(self.limit, *decrease_ppm) / MICRO * MICRO
            }
            (Algorithm::Gradient(gradient), CallOutcome::Success) => {
                gradient.limit_after(now.saturating_since(begun), under_way, self.limit)
            }
            // A failure is no measure of time: it tells of too much at once, and half of that is tried.
            (Algorithm::Gradient(_), CallOutcome::Failure) => self.limit / 2,
        };
        self.limit = limit.clamp(u64::from(self.min) * MICRO, u64::from(self.max) * MICRO);
        self.let_in(now, woken);
        true
    }

    /// Ends a wait without a trace. `false` when nobody waits under the token.
    pub fn cancel(&mut self, waiter: Waiter) -> bool {
        self.queue.remove(waiter).is_some()
    }

    /// How many may be under way now.
    #[must_use]
    pub fn limit(&self) -> u32 {
        u32::try_from(self.limit / MICRO).unwrap_or(u32::MAX)
    }

    /// The bounds of the limit.
    #[must_use]
    pub fn bounds(&self) -> (u32, u32) {
        (self.min, self.max)
    }

    /// How the limit is found.
    #[must_use]
    pub fn algorithm(&self) -> &Algorithm {
        &self.algorithm
    }

    /// Who has a call under way: one entry for each, in the order of their beginning.
    pub fn under_way(&self) -> impl ExactSizeIterator<Item = Actor> {
        self.calls.iter().map(|&(actor, _)| actor)
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

    /// Tells what its state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        to.word(u64::from(self.min) << 32 | u64::from(self.max));
        to.word(self.limit);
        let is_timed = match &self.algorithm {
            Algorithm::Aimd { increase, decrease_ppm } => {
                to.word(*increase << 1);
                to.word(*decrease_ppm);
                false
            }
            Algorithm::Gradient(gradient) => {
                to.word(u64::from(gradient.queue_size) << 33 | u64::from(gradient.long_window) << 1 | 1);
                to.word(gradient.tolerance_ppm);
                to.word(gradient.smoothing_ppm);
                to.word(u64::from(gradient.samples));
                to.word(gradient.long_run.unwrap_or(0));
                true
            }
        };
        to.word(self.calls.len() as u64);
        for &(actor, begun) in &self.calls {
            to.actor(actor);
            if is_timed {
                to.word(to.now().saturating_since(begun).0);
            }
        }
        to.queue(self.queue());
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.queue.assert_invariants();
        assert!(
            (u64::from(self.min) * MICRO..=u64::from(self.max) * MICRO).contains(&self.limit),
            "(1) a limit of {}",
            self.limit
        );
        assert!(
            self.queue.is_empty() || !self.has_room(),
            "(2) someone waits although there is room"
        );
    }

    fn has_room(&self) -> bool {
        (self.calls.len() as u64) < self.limit / MICRO
    }

    fn let_in(&mut self, now: Instant, woken: &mut Vec<Woken>) {
        while self.has_room() {
            let Some((waiter, actor)) = self.queue.pop_front() else {
                return;
            };
            self.calls.push((actor, now));
            woken.push(Woken::Granted(waiter, actor));
        }
    }
}

fn scale(amount: u64, ppm: u64) -> u64 {
    to_u64(u128::from(amount) * u128::from(ppm) / 1_000_000)
}

fn to_u64(amount: u128) -> u64 {
    u64::try_from(amount).unwrap_or(u64::MAX)
}
