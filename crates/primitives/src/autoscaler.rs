//! The autoscaler: how many replicas there should be for the load that is measured.
//!
//! The rule is the one of Kubernetes' horizontal autoscaler: as many as would bring what each replica bears to the target,
//! `ceil(replicas * measured / target)`, unless that is within the tolerance already. What makes it oscillate is all here: a
//! new replica takes a while until it is ready (and the ones that are bear the load until then), the load that is measured
//! may be smoothed (exponentially) or not, and after a change nothing changes for the cool-down, or it does.
//!
//! Nobody waits here, and it measures nothing itself. Does not own what a replica is.

use std::collections::VecDeque;

use clock::{Duration, Instant};

use crate::Visit;

#[cfg(test)]
mod tests;

const MILLION: u64 = 1_000_000;

/// How an autoscaler behaves. Loads are in millionths of the unit in which the program measures.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct AutoscalerOptions {
    /// The load that each replica should bear; more than 0.
    pub target: u64,
    /// There are never fewer replicas.
    pub min: u32,
    /// Nor more.
    pub max: u32,
    /// How many there are at first.
    pub initial: u32,
    /// How long nothing is changed after a change.
    pub cooldown: Duration,
    /// How much of a new measurement counts beside what was measured before, in millionths: all of them without smoothing.
    pub smoothing_ppm: u32,
    /// By what part of the target the load may be off without any change, in millionths.
    pub tolerance_ppm: u32,
    /// How long a new replica takes until it bears load.
    pub startup: Duration,
}

/// A number of replicas that follows a load.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Autoscaler {
    options: AutoscalerOptions,
    // Invariants:
    // (1) `min <= replicas <= max`;
    // (2) those that start are some of the replicas, and stand in the order in which they will be ready.
    replicas: u32,
    starting: VecDeque<Instant>,
    /// The load as smoothed so far.
    load: Option<u64>,
    cool_until: Instant,
}

impl Autoscaler {
    /// An autoscaler whose first replicas are ready.
    #[must_use]
    pub fn new(options: AutoscalerOptions) -> Self {
        Self {
            replicas: options.initial.clamp(options.min, options.max),
            options,
            starting: VecDeque::new(),
            load: None,
            cool_until: Instant::ZERO,
        }
    }

    /// Takes in the load that each ready replica bears, and gives the number of replicas that there are to be.
    pub fn observe(&mut self, now: Instant, load: u64) -> u32 {
        self.settle(now);
        let AutoscalerOptions {
            target, smoothing_ppm, ..
        } = self.options;
        let before = self.load.unwrap_or(load);
        let new = u128::from(load) * u128::from(smoothing_ppm);
        let old = u128::from(before) * u128::from(MILLION - u64::from(smoothing_ppm).min(MILLION));
        let smoothed = u64::try_from((new + old) / u128::from(MILLION)).unwrap_or(u64::MAX);
        self.load = Some(smoothed);
        if now < self.cool_until {
            return self.replicas;
        }
        let off_by = u128::from(smoothed.abs_diff(target)) * u128::from(MILLION);
        if off_by <= u128::from(target) * u128::from(self.options.tolerance_ppm) {
            return self.replicas;
        }
        // What was measured is borne by those that are ready: with those that start it will be borne by more.
        let wanted = (u128::from(self.ready(now)) * u128::from(smoothed)).div_ceil(u128::from(target.max(1)));
        let wanted = u32::try_from(wanted).unwrap_or(u32::MAX);
        self.scale(now, wanted);
        self.replicas
    }

    /// Lets those that have started bear load.
    pub fn settle(&mut self, now: Instant) {
        while self.starting.front().is_some_and(|&ready| ready <= now) {
            self.starting.pop_front();
        }
    }

    /// How many replicas there are, ready or not.
    #[must_use]
    pub fn replicas(&self) -> u32 {
        self.replicas
    }

    /// How many bear load.
    #[must_use]
    pub fn ready(&self, now: Instant) -> u32 {
        let starting = self.starting.iter().filter(|&&ready| ready > now).count();
        self.replicas - u32::try_from(starting).unwrap_or(self.replicas)
    }

    /// The load as smoothed so far.
    #[must_use]
    pub fn load(&self) -> Option<u64> {
        self.load
    }

    /// When the next replica will be ready.
    #[must_use]
    pub fn deadline(&self) -> Option<Instant> {
        self.starting.front().copied()
    }

    /// The options it was made with.
    #[must_use]
    pub fn options(&self) -> AutoscalerOptions {
        self.options
    }

    /// Tells what its state consists of.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let now = to.now();
        let options = self.options;
        to.word(options.target);
        to.word(u64::from(options.min) << 32 | u64::from(options.max));
        to.word(options.cooldown.0);
        to.word(options.startup.0);
        to.word(u64::from(options.smoothing_ppm) << 32 | u64::from(options.tolerance_ppm));
        to.word(u64::from(self.replicas) << 1 | u64::from(self.load.is_some()));
        to.word(self.load.unwrap_or(0));
        to.instant(self.cool_until);
        let starting = self.starting.iter().filter(|&&ready| ready > now);
        to.word(starting.clone().count() as u64);
        starting.for_each(|&ready| to.instant(ready));
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        let AutoscalerOptions { min, max, .. } = self.options;
        assert!((min..=max).contains(&self.replicas), "(1) {} replicas", self.replicas);
        assert!(
            self.starting.len() <= self.replicas as usize,
            "(2) more start than there are"
        );
        let in_order = self
            .starting
            .iter()
            .zip(self.starting.iter().skip(1))
            .all(|(a, b)| a <= b);
        assert!(in_order, "(2) out of order");
    }

    fn scale(&mut self, now: Instant, wanted: u32) {
        let wanted = wanted.clamp(self.options.min, self.options.max);
        if wanted == self.replicas {
            return;
        }
        self.cool_until = now.saturating_add(self.options.cooldown);
        let ready_at = now.saturating_add(self.options.startup);
        for _ in self.replicas..wanted {
            if ready_at > now {
                self.starting.push_back(ready_at);
            }
        }
        // The youngest go first.
        for _ in wanted..self.replicas {
            self.starting.pop_back();
        }
        self.replicas = wanted;
    }
}
