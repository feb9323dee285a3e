//! Runs that are drawn rather than searched: how often an ordinary run goes wrong.
//!
//! Owns the drawing of whole runs by a policy, in slices, and what they came to. This is testing: it shows how likely it is
//! to meet a finding, and never that there is none.

use std::collections::BTreeMap;
use std::sync::Arc;

use world::{Policy, Program, Scheduler, Setup};

use crate::Verdict;
use crate::run::{Runs, State};
use crate::search::{Found, OPS_PER_STEP, WayStep};
use crate::system::{End, System};
use crate::verdict::Verdicts;

/// How the runs are drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Draw {
    /// As an ordinary run goes: whoever runs goes on, then whoever has been ready longest. Every such run is the same
    /// but for what the program itself draws.
    Fifo,
    /// Any open choice, each as likely as the others.
    Random,
    /// By priorities that change at two points ([`world::Policy::Pct`] of depth 3).
    Pct,
}

impl Draw {
    /// Every way, in order.
    pub const ALL: [Draw; 3] = [Draw::Fifo, Draw::Random, Draw::Pct];

    /// The word that stands for it in reports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Draw::Fifo => "fifo",
            Draw::Random => "random",
            Draw::Pct => "pct",
        }
    }

    fn policy(self, seed: u64, steps: u32) -> Policy {
        match self {
            Draw::Fifo => Policy::Fifo,
            Draw::Random => Policy::Random { seed },
            Draw::Pct => Policy::Pct { seed, depth: 3, steps },
        }
    }
}

/// How many runs are drawn, how, and how long they may get.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Sample {
    /// How.
    pub draw: Draw,
    /// How many.
    pub runs: u32,
    /// The seed of the first run; the next one has the next.
    pub seed: u64,
    /// Steps after which a run is left where it is.
    pub steps_max: u32,
}

impl Default for Sample {
    fn default() -> Sample {
        Sample {
            draw: Draw::Random,
            runs: 2_000,
            seed: 1,
            steps_max: 10_000,
        }
    }
}

/// What the runs of a sample came to.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Odds {
    /// How they were drawn.
    pub draw: Draw,
    /// How many have ended or were left.
    pub runs: u32,
    /// Of these, in how many each kind was met. A run may meet several kinds.
    pub hits: BTreeMap<Verdict, u32>,
    /// How many ended well and met nothing.
    pub clean: u32,
    /// How many were left at [`Sample::steps_max`], or ended at a bound of their machine.
    pub cut: u32,
    /// Steps of all of them.
    pub steps: u64,
}

impl Odds {
    /// In how many runs a kind was met.
    #[must_use]
    pub fn hits(&self, verdict: Verdict) -> u32 {
        self.hits.get(&verdict).copied().unwrap_or(0)
    }
}

/// A sample on its way: call [`Sampling::advance`] until it says that it is done, and read [`Sampling::odds`] at any time.
pub struct Sampling {
    sampler: Sampler,
}

impl Sampling {
    /// A sample of runs of a program, none of which has begun.
    #[must_use]
    pub fn new(program: Arc<Program>, setup: Setup, sample: Sample) -> Sampling {
        Sampling {
            sampler: Sampler::new(Runs::new(program, setup, None), sample),
        }
    }

    /// Takes about `budget` steps, and says whether that was all.
    pub fn advance(&mut self, budget: u32) -> bool {
        let mut budget = u64::from(budget);
        while budget > 0 {
            match self.sampler.go_on(&mut |_| {}) {
                Some(cost) => budget = budget.saturating_sub(cost),
                None => return true,
            }
        }
        false
    }

    /// Takes one step, and says how many of a usual length it was worth; `None` if all runs have ended.
    pub fn step(&mut self) -> Option<u64> {
        self.sampler.go_on(&mut |_| {})
    }

    /// What the runs so far came to.
    #[must_use]
    pub fn odds(&self) -> &Odds {
        &self.sampler.odds
    }
}

/// Draws a whole sample: see [`Sampling`] for slices.
#[must_use]
pub fn odds(program: Arc<Program>, setup: Setup, sample: Sample) -> Odds {
    let mut sampling = Sampling::new(program, setup, sample);
    while !sampling.advance(u32::MAX) {}
    sampling.sampler.odds
}

/// Draws runs, and hands over those that meet something.
pub(crate) struct Sampler {
    runs: Runs,
    sample: Sample,
    odds: Odds,
    current: Option<Drawn>,
    /// How long the longest run was.
    length: u32,
    /// Kinds of which an example is wanted.
    wanted: Option<Verdicts>,
}

/// A run on its way.
struct Drawn {
    world: State,
    scheduler: Scheduler,
    met: Verdicts,
    /// Its steps with their keys, if an example is wanted.
    way: Vec<WayStep>,
}

impl Sampler {
    pub(crate) fn new(runs: Runs, sample: Sample) -> Sampler {
        Sampler {
            runs,
            sample,
            odds: Odds {
                draw: sample.draw,
                runs: 0,
                hits: BTreeMap::new(),
                clean: 0,
                cut: 0,
                steps: 0,
            },
            current: None,
            length: 1,
            wanted: None,
        }
    }

    /// The same, with an example of each run that meets one of these kinds.
    pub(crate) fn with_examples(self, wanted: Verdicts) -> Sampler {
        Sampler {
            wanted: Some(wanted),
            ..self
        }
    }

    pub(crate) fn odds(&self) -> &Odds {
        &self.odds
    }

    /// Takes a step, and says what it cost; `None` if the sample is complete.
    pub(crate) fn go_on(&mut self, example: &mut dyn FnMut(Found)) -> Option<u64> {
        if self.odds.runs >= self.sample.runs {
            return None;
        }
        let mut drawn = match self.current.take() {
            Some(drawn) => drawn,
            None => self.begin(),
        };
        match self.take(&mut drawn, example) {
            Some(ops) => {
                self.current = Some(drawn);
                Some(1 + ops / OPS_PER_STEP)
            }
            None => {
                self.end(&drawn, example);
                Some(1)
            }
        }
    }

    fn begin(&mut self) -> Drawn {
        let seed = self.sample.seed.wrapping_add(u64::from(self.odds.runs));
        let world = self.runs.initial();
        Drawn {
            world,
            scheduler: Scheduler::new(self.sample.draw.policy(seed, self.length)),
            met: Verdicts::default(),
            way: Vec::new(),
        }
    }

    /// Takes a step of a run, and says how many operations it took; `None` if the run is over.
    fn take(&mut self, drawn: &mut Drawn, example: &mut dyn FnMut(Found)) -> Option<u64> {
        if drawn.world.steps() >= self.sample.steps_max {
            return None;
        }
        let choice = drawn.scheduler.next(&drawn.world)?;
        let seen = self.runs.step(&mut drawn.world, choice);
        self.odds.steps += 1;
        if self.wanted.is_some() {
            let key = Some(self.runs.key(&drawn.world));
            drawn.way.push(WayStep { choice, key });
        }
        for verdict in seen.diagnoses.iter() {
            self.meet(drawn, verdict, example);
        }
        Some(seen.ops)
    }

    fn end(&mut self, drawn: &Drawn, example: &mut dyn FnMut(Found)) {
        let mut met = drawn.met;
        let end = self.runs.end(&drawn.world);
        if let Some(End::Bad(verdict)) = end {
            met.insert(verdict);
            self.show(drawn, verdict, example);
        }
        self.odds.runs += 1;
        self.length = self.length.max(drawn.world.steps());
        for verdict in met.iter() {
            *self.odds.hits.entry(verdict).or_insert(0) += 1;
        }
        match end {
            Some(End::Good) if met == Verdicts::default() => self.odds.clean += 1,
            None | Some(End::Limit(_)) => self.odds.cut += 1,
            Some(End::Good | End::Bad(_)) => {}
        }
    }

    fn meet(&self, drawn: &mut Drawn, verdict: Verdict, example: &mut dyn FnMut(Found)) {
        if !drawn.met.contains(verdict) {
            drawn.met.insert(verdict);
            self.show(drawn, verdict, example);
        }
    }

    fn show(&self, drawn: &Drawn, verdict: Verdict, example: &mut dyn FnMut(Found)) {
        if self.wanted.is_some_and(|wanted| wanted.contains(verdict)) {
            example(Found::along(verdict, &drawn.way));
        }
    }
}
