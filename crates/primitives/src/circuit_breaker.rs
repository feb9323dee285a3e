//! The circuit breaker: calls to something that fails too often are refused for a while.
//!
//! *Closed*: calls pass, and are counted over a rolling window together with their failures. When a call fails and the
//! share of failures is above the threshold, it opens. *Open*: calls are refused at once, so that what is behind it has time
//! to recover and nobody waits for what is not going to come. After the reset timeout it is *half-open*: a few probes pass,
//! the others are refused; when enough probes have succeeded it closes, and when one fails it opens again.
//!
//! Nobody waits here. Behaviour and names are opossum's (Node), with two deliberate differences: several probes may be asked
//! for, and the outcome of a call that began before the breaker opened decides nothing about the probes. The pattern is
//! Michael Nygard's (*Release It!*). Does not own time limits of calls, fallbacks, nor which errors count.

use clock::{Duration, Instant};

use crate::rolling_window::RollingWindow;
use crate::{Actor, Visit};

#[cfg(test)]
mod tests;

/// How a breaker behaves.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct CircuitBreakerOptions {
    /// It opens when more than so many of a million calls in the window have failed.
    pub error_threshold_ppm: u32,
    /// How long it stays open.
    pub reset_timeout: Duration,
    /// How far back calls are counted.
    pub rolling: Duration,
    /// In how many steps the window rolls on.
    pub buckets: u32,
    /// With fewer calls in the window it does not open.
    pub volume_threshold: u32,
    /// How many calls may be under way at once.
    pub capacity: Option<u32>,
    /// How many probes pass while it is half-open, all of which must succeed.
    pub probes: u32,
}

/// Whether calls pass.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BreakerState {
    /// They do.
    Closed,
    /// They do not.
    Open {
        /// When probes will.
        until: Instant,
    },
    /// Probes do.
    HalfOpen {
        /// How many have been let through.
        begun: u32,
        /// How many of them have succeeded.
        succeeded: u32,
    },
}

/// Which call is meant, while it is under way: the smallest number that no other has then, so that equal states have equal
/// numbers however many calls there were before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Ticket(pub u32);

/// What becomes of a call.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum CallAdmission {
    /// It passes; its outcome must be told, under this number.
    Admitted(Ticket),
    /// It is refused because the breaker is open.
    Open,
    /// It is refused because too many are under way, which counts as a failure.
    Full,
}

/// How a call ended.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CallOutcome {
    /// Well.
    Success,
    /// Badly.
    Failure,
    /// It says nothing about what is behind the breaker: it was cancelled, say.
    Ignored,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Call {
    ticket: Ticket,
    actor: Actor,
    begun: Instant,
    /// Whether the breaker waits for its outcome to leave the half-open state.
    is_probe: bool,
}

/// A circuit breaker. Every call that is admitted must be followed by `finish`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct CircuitBreaker {
    options: CircuitBreakerOptions,
    // Invariants:
    // (1) no more calls are under way than the capacity allows;
    // (2) there are probes under way only while it is half-open, and with those that succeeded no more than `probes`;
    // (3) no two calls have the same ticket.
    state: BreakerState,
    /// In the order of their beginning.
    calls: Vec<Call>,
    /// Calls and failures.
    window: RollingWindow<2>,
}

impl CircuitBreaker {
    /// A closed breaker.
    #[must_use]
    pub fn new(options: CircuitBreakerOptions) -> Self {
        Self {
            window: RollingWindow::new(options.rolling, options.buckets),
            options,
            state: BreakerState::Closed,
            calls: Vec::new(),
        }
    }

    /// Asks whether a call may be made.
    pub fn admit(&mut self, now: Instant, actor: Actor) -> CallAdmission {
        self.settle(now);
        self.window.add(now, [1, 0]);
        let is_probe = match self.state {
            BreakerState::Open { .. } => return CallAdmission::Open,
            BreakerState::HalfOpen { begun, .. } if begun >= self.options.probes => return CallAdmission::Open,
            BreakerState::HalfOpen { .. } => true,
            BreakerState::Closed => false,
        };
        if self
            .options
            .capacity
            .is_some_and(|capacity| self.calls.len() >= capacity as usize)
        {
            self.failed(now, is_probe);
            return CallAdmission::Full;
        }
        if let BreakerState::HalfOpen { begun, .. } = &mut self.state {
            *begun += 1;
        }
        let ticket = self.free_ticket();
        self.calls.push(Call {
            ticket,
            actor,
            begun: now,
            is_probe,
        });
        CallAdmission::Admitted(ticket)
    }

    /// A call has ended; answers how long it took. `None` when no such call is under way.
    pub fn finish(&mut self, now: Instant, ticket: Ticket, outcome: CallOutcome) -> Option<Duration> {
        self.settle(now);
        let at = self.calls.iter().position(|call| call.ticket == ticket)?;
        let Call { is_probe, begun, .. } = self.calls.remove(at);
        match outcome {
            CallOutcome::Failure => self.failed(now, is_probe),
            CallOutcome::Success if is_probe => self.probe_succeeded(),
            CallOutcome::Success => {}
            CallOutcome::Ignored => {
                if let (BreakerState::HalfOpen { begun, .. }, true) = (&mut self.state, is_probe) {
                    *begun -= 1;
                }
            }
        }
        Some(now.saturating_since(begun))
    }

    /// Opens it, whatever the counts say.
    pub fn open(&mut self, now: Instant) {
        self.settle(now);
        match self.state {
            BreakerState::Open { .. } => {}
            BreakerState::Closed | BreakerState::HalfOpen { .. } => {
                let until = now.saturating_add(self.options.reset_timeout);
                self.enter(BreakerState::Open { until });
            }
        }
    }

    /// Closes it, whatever the counts say.
    pub fn close(&mut self) {
        self.enter(BreakerState::Closed);
    }

    /// Lets an open breaker become half-open when its time has come.
    pub fn settle(&mut self, now: Instant) {
        if let BreakerState::Open { until } = self.state
            && until <= now
        {
            self.enter(BreakerState::HalfOpen { begun: 0, succeeded: 0 });
        }
    }

    /// Whether calls pass, as of the last operation.
    #[must_use]
    pub fn state(&self) -> BreakerState {
        self.state
    }

    /// Calls and failures in the window.
    #[must_use]
    pub fn counts(&self, now: Instant) -> (u64, u64) {
        let [calls, failures] = self.window.sums(now);
        (calls.max(0) as u64, failures.max(0) as u64)
    }

    /// Who has a call under way: one entry for each, in the order of their beginning.
    pub fn under_way(&self) -> impl ExactSizeIterator<Item = Actor> {
        self.calls.iter().map(|call| call.actor)
    }

    /// The options it was made with.
    #[must_use]
    pub fn options(&self) -> &CircuitBreakerOptions {
        &self.options
    }

    /// Tells what its state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let mut it = self.clone();
        it.settle(to.now());
        let options = &it.options;
        to.word(u64::from(options.error_threshold_ppm) << 32 | u64::from(options.volume_threshold));
        to.word(options.reset_timeout.0);
        to.word(options.rolling.0);
        to.word(u64::from(options.buckets) << 32 | u64::from(options.probes));
        to.word(options.capacity.map_or(u64::MAX, u64::from));
        match it.state {
            BreakerState::Closed => to.word(0),
            BreakerState::Open { until } => {
                to.word(1);
                to.instant(until);
            }
            BreakerState::HalfOpen { begun, succeeded } => {
                to.word(2);
                to.word(u64::from(begun) << 32 | u64::from(succeeded));
            }
        }
        to.word(it.calls.len() as u64);
        for call in &it.calls {
            to.word(u64::from(call.is_probe) << 32 | u64::from(call.ticket.0));
            to.actor(call.actor);
            // How long it has taken so far will be told.
            to.word(to.now().saturating_since(call.begun).0);
        }
        it.window.visit(to);
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        self.window.assert_invariants();
        let capacity = self.options.capacity.map_or(usize::MAX, |capacity| capacity as usize);
        assert!(self.calls.len() <= capacity, "(1) {} calls", self.calls.len());
        let tickets: std::collections::BTreeSet<Ticket> = self.calls.iter().map(|call| call.ticket).collect();
        assert_eq!(tickets.len(), self.calls.len(), "(3) two calls with one ticket");
        let probes = self.calls.iter().filter(|call| call.is_probe).count();
        match self.state {
            BreakerState::HalfOpen { begun, succeeded } => {
                assert_eq!(probes + succeeded as usize, begun as usize, "(2) a probe went missing");
                assert!(begun <= self.options.probes, "(2) too many probes");
                assert!(succeeded < self.options.probes, "(2) it should have closed");
            }
            BreakerState::Closed | BreakerState::Open { .. } => assert_eq!(probes, 0, "(2) a probe of nobody's"),
        }
    }

    fn free_ticket(&self) -> Ticket {
        let mut is_taken = vec![false; self.calls.len() + 1];
        for call in &self.calls {
            if let Some(is_taken) = is_taken.get_mut(call.ticket.0 as usize) {
                *is_taken = true;
            }
        }
        let free = is_taken.iter().position(|is_taken| !is_taken);
        Ticket(free.expect("there is one number more than calls") as u32)
    }

    fn failed(&mut self, now: Instant, is_probe: bool) {
        self.window.add(now, [0, 1]);
        let opens = match self.state {
            BreakerState::HalfOpen { .. } => is_probe,
            BreakerState::Open { .. } => false,
            BreakerState::Closed => {
                let (calls, failures) = self.counts(now);
                let limit = u128::from(self.options.error_threshold_ppm) * u128::from(calls);
                calls >= u64::from(self.options.volume_threshold) && u128::from(failures) * 1_000_000 > limit
            }
        };
        if opens {
            self.open(now);
        }
    }

    fn probe_succeeded(&mut self) {
        if let BreakerState::HalfOpen { succeeded, .. } = &mut self.state {
            *succeeded += 1;
            if *succeeded >= self.options.probes {
                self.close();
            }
        }
    }

    fn enter(&mut self, state: BreakerState) {
        self.state = state;
        self.calls.iter_mut().for_each(|call| call.is_probe = false);
    }
}
