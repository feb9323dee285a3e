//! Tests, for what was too large to be proved.
//!
//! Owns what is done with a program after its search has met a limit: all runs with no preemption, with one, with two, then
//! runs by PCT and runs at random, each with a share of the steps. What they find is a finding like any other, but perhaps
//! not the shortest; that they find nothing proves nothing, and [`Tests`] says how much was tried.

use std::collections::BTreeMap;

use crate::bounded::Bounded;
use crate::run::Runs;
use crate::sample::{Draw, Odds, Sample, Sampler};
use crate::search::Found;
use crate::verdict::Verdicts;
use crate::{Options, Verdict};

/// What was tried after a search had met a limit.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Tests {
    /// All runs with so many preemptions at most, as far as that went.
    pub bounds: Vec<BoundTest>,
    /// Runs that were drawn, one entry for each way of drawing.
    pub drawn: Vec<Odds>,
}

/// The runs with few preemptions.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct BoundTest {
    /// How many preemptions they have at most.
    pub preemptions: u32,
    /// Whether all of them were looked at to their ends.
    pub is_complete: bool,
    /// Steps taken.
    pub steps: u64,
}

/// The most steps that a run of a test has.
const STEPS_MAX: u32 = 10_000;

/// How many runs are drawn in each way at the most.
const RUNS_MAX: u32 = 10_000;

/// The tests of one program, on their way.
pub(crate) struct Fallback {
    runs: Runs,
    wanted: Verdicts,
    stages: std::vec::IntoIter<Plan>,
    stage: Option<Stage>,
    /// What each stage may cost, and what is left for the one that is under way.
    share: u64,
    left: u64,
    tests: Tests,
    /// The shortest run of each kind that was met.
    examples: BTreeMap<Verdict, Found>,
}

enum Plan {
    Bound(u32),
    Draw(Draw),
}

enum Stage {
    Bound(Box<Bounded<Runs>>),
    Draw(Box<Sampler>),
}

impl Fallback {
    /// Tests for all kinds of finding but those in `found`.
    pub(crate) fn new(runs: Runs, options: &Options, found: &[Verdict]) -> Fallback {
        let mut wanted = Verdicts::default();
        for verdict in Verdict::FINDINGS {
            if !found.contains(&verdict) && !options.ignore.contains(&verdict) {
                wanted.insert(verdict);
            }
        }
        let stages = [
            Plan::Bound(0),
            Plan::Bound(1),
            Plan::Bound(2),
            Plan::Draw(Draw::Pct),
            Plan::Draw(Draw::Random),
        ];
        let share = options.limits.test_steps / stages.len() as u64;
        Fallback {
            runs,
            wanted,
            stages: Vec::from(stages).into_iter(),
            stage: None,
            share,
            left: 0,
            tests: Tests::default(),
            examples: BTreeMap::new(),
        }
    }

    pub(crate) fn tests(&self) -> &Tests {
        &self.tests
    }

    /// The shortest run of each kind that was met.
    pub(crate) fn into_examples(self) -> impl Iterator<Item = Found> {
        self.examples.into_values()
    }

    /// Takes about `budget` steps, and says whether that was all.
    pub(crate) fn advance(&mut self, budget: u32) -> bool {
        let mut budget = u64::from(budget);
        while budget > 0 {
            let Some(mut stage) = self.stage.take().or_else(|| self.next_stage()) else {
                return true;
            };
            let cost = if self.left > 0 { self.go_on(&mut stage) } else { None };
            match cost {
                Some(cost) => {
                    budget = budget.saturating_sub(cost);
                    self.left = self.left.saturating_sub(cost);
                    self.stage = Some(stage);
                }
                None => self.end(&stage),
            }
        }
        false
    }

    fn next_stage(&mut self) -> Option<Stage> {
        self.left = self.share;
        Some(match self.stages.next()? {
            Plan::Bound(bound) => Stage::Bound(Box::new(Bounded::new(self.runs.another(), bound, STEPS_MAX as usize))),
            Plan::Draw(draw) => {
                let sample = Sample {
                    draw,
                    runs: RUNS_MAX,
                    steps_max: STEPS_MAX,
                    ..Sample::default()
                };
                Stage::Draw(Box::new(
                    Sampler::new(self.runs.another(), sample).with_examples(self.wanted),
                ))
            }
        })
    }

    /// Takes a step of a stage, and says what it cost; `None` if there is none left.
    fn go_on(&mut self, stage: &mut Stage) -> Option<u64> {
        let (wanted, examples) = (self.wanted, &mut self.examples);
        let mut keep = |found: Found| {
            let is_shorter = |known: &Found| found.best.steps.len() < known.best.steps.len();
            if wanted.contains(found.verdict) && examples.get(&found.verdict).is_none_or(is_shorter) {
                examples.insert(found.verdict, found);
            }
        };
        match stage {
            Stage::Bound(bounded) => bounded.go_on(&mut keep),
            Stage::Draw(sampler) => sampler.go_on(&mut keep),
        }
    }

    fn end(&mut self, stage: &Stage) {
        match stage {
            Stage::Bound(bounded) => self.tests.bounds.push(BoundTest {
                preemptions: bounded.bound(),
                is_complete: bounded.is_complete(),
                steps: bounded.steps(),
            }),
            Stage::Draw(sampler) => self.tests.drawn.push(sampler.odds().clone()),
        }
    }
}
