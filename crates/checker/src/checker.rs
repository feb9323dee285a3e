//! A check, in slices.
//!
//! Owns the course of a check: it lets the search go on, has every violation replayed, and keeps the report. Does not
//! measure time: whoever drives it decides how much is enough.

use std::sync::Arc;

use world::{Choice, Detail, Log, Program, Schedule, Setup};

use crate::fallback::Fallback;
use crate::guide::Guide;
use crate::jobs::{Crew, RunJobs};
use crate::nearby::{self, Nearest};
use crate::replay::replay;
use crate::run::Runs;
use crate::search::{Fault, Found, Search, WayStep};
use crate::{
    BoundedBy, Defect, Finding, Hint, Limits, Options, Progress, Report, StateGraph, Tests, Verdict, explain, hint,
};

/// A check of one program on one machine.
///
/// The protocol: call [`Checker::explore`] until it is finished or enough is enough, and read [`Checker::report`] at any
/// time. Slices of any size lead to the same report. To cancel, drop it.
///
/// A step that takes long delays the slice that it is in: set [`world::Limits::step_ops`] to what is bearable, as an
/// endless loop without a switch uses it up in every step.
pub struct Checker {
    search: Search<Runs>,
    /// A second view of the same runs, to try out what the search found.
    runs: Runs,
    /// What expands states in several jobs, once that was asked for.
    crew: Option<Crew>,
    /// Which beginning of the search the findings and the crew belong to.
    beginning: u32,
    /// Distances to what goes wrong, once they were asked for.
    guide: Option<Guide>,
    /// The tests that follow a search that has met a limit, and what they came to.
    fallback: Option<Fallback>,
    tests: Option<Tests>,
    findings: Vec<Finding>,
    defects: Vec<Defect>,
}

/// Checks a program to the end.
#[must_use]
pub fn check(program: Arc<Program>, setup: Setup, options: Options) -> Report {
    let mut checker = Checker::new(program, setup, options);
    while !checker.explore(u32::MAX).is_finished {}
    checker.report()
}

impl Checker {
    /// A check that has not begun.
    #[must_use]
    pub fn new(program: Arc<Program>, setup: Setup, options: Options) -> Checker {
        let runs = || Runs::new(Arc::clone(&program), setup, options.final_line.clone());
        let replays = runs();
        let mut searched = runs();
        if !options.unreduced {
            searched.reduce();
        }
        Checker {
            search: Search::new(searched, options),
            runs: replays,
            crew: None,
            beginning: 0,
            guide: None,
            fallback: None,
            tests: None,
            findings: Vec::new(),
            defects: Vec::new(),
        }
    }

    /// Takes about `budget` steps of the search.
    pub fn explore(&mut self, budget: u32) -> Progress {
        if self.search.progress().is_finished {
            return self.test(budget);
        }
        self.search.explore(budget);
        self.confirm_all();
        self.progress()
    }

    /// Takes about `budget` steps of the search, in `jobs` parts at the same time, which `run` runs. The report does not
    /// depend on the number of jobs, nor on how they are run.
    /// On threads, `run` is `std::thread::scope` with one spawned for each job.
    pub fn explore_with(&mut self, budget: u32, jobs: usize, run: &mut RunJobs<'_>) -> Progress {
        if self.search.progress().is_finished {
            return self.test(budget);
        }
        let runs = self.search.system();
        let crew = match self.crew.take().filter(|crew| crew.size() == jobs.max(1)) {
            Some(crew) => self.crew.insert(crew),
            None => self.crew.insert(Crew::new(jobs, || runs.fellow())),
        };
        let batch = crew.batch();
        self.search.explore_with(budget, batch, &mut |states, wants_races| {
            crew.expand(states, wants_races, run)
        });
        self.confirm_all();
        self.progress()
    }

    /// Takes about `budget` steps of the tests that follow a search that has met a limit.
    fn test(&mut self, budget: u32) -> Progress {
        if self.is_to_be_tested() && self.fallback.is_none() {
            let found: Vec<Verdict> = self.findings.iter().map(|finding| finding.verdict).collect();
            self.fallback = Some(Fallback::new(self.runs.another(), self.search.options(), &found));
        }
        if let Some(mut fallback) = self.fallback.take() {
            if fallback.advance(budget) {
                self.end_tests(fallback);
            } else {
                self.fallback = Some(fallback);
            }
        }
        self.progress()
    }

    fn end_tests(&mut self, fallback: Fallback) {
        self.tests = Some(fallback.tests().clone());
        for found in fallback.into_examples() {
            self.confirm(&found, false);
        }
    }

    /// Whether the search has met a limit of its own and there is something left to test.
    fn is_to_be_tested(&self) -> bool {
        let is_too_large = match self.search.limit() {
            Some(
                BoundedBy::States
                | BoundedBy::Transitions
                | BoundedBy::Depth
                | BoundedBy::Bytes
                | BoundedBy::Operations,
            ) => true,
            Some(
                BoundedBy::Time
                | BoundedBy::Run(_)
                | BoundedBy::Seed
                | BoundedBy::FirstFinding
                | BoundedBy::Unfinished
                | BoundedBy::Defect,
            )
            | None => false,
        };
        is_too_large && self.tests.is_none() && self.search.options().limits.test_steps > 0
    }

    /// Whether a limit has ended the search, so that it can go on with a higher one.
    #[must_use]
    pub fn can_resume(&self) -> bool {
        self.search.can_resume()
    }

    /// Goes on where a limit ended the search, with other limits.
    ///
    /// Before a limit was met, it only sets others.
    pub fn resume(&mut self, limits: Limits) {
        self.search.resume(limits);
        self.guide = None;
        self.fallback = None;
        self.tests = None;
    }

    /// Ends the search before it is finished, because the time for it is over.
    pub fn give_up(&mut self) {
        self.search.give_up(BoundedBy::Time);
        self.confirm_all();
        if let Some(fallback) = self.fallback.take() {
            self.end_tests(fallback);
        }
    }

    /// All that was looked at, for a picture. As large as the search: for small programs.
    #[must_use]
    pub fn state_graph(&self) -> StateGraph {
        self.search.state_graph()
    }

    /// Where a run stands that took these choices, and how it could go wrong from there, as far as the search knows.
    ///
    /// # Errors
    /// A sentence, if a choice is not open where it should be taken.
    pub fn hint(&mut self, choices: &[Choice]) -> Result<Hint, String> {
        let mut log = Log::new(Detail::Everything);
        let mut world = self.runs.observed(&mut log);
        for &choice in choices {
            world.step(choice, &mut log).map_err(|refused| refused.reason)?;
        }
        let key = self.runs.key_of(&world);
        // What is found later makes other states the nearest.
        if !self.search.progress().is_finished {
            self.guide = None;
        }
        let guide = self.guide.take().unwrap_or_else(|| self.search.guide());
        let is_complete = self.search.limit().is_none();
        let (nearest, is_certain) = if self.search.knows(key) {
            let nearest = self.search.nearest(&guide, key);
            let nearest = nearest.map(|(distance, verdict, choice)| Nearest {
                distance,
                verdict,
                choice,
            });
            (nearest, is_complete)
        } else {
            let (nearest, is_whole) = nearby::nearest(&mut self.runs, &self.search, &guide, &world);
            (nearest, is_complete && is_whole)
        };
        self.guide = Some(guide);
        let distance = nearest.map(|nearest| nearest.distance);
        let choice = nearest.and_then(|nearest| nearest.choice);
        let verdict = nearest.and_then(|nearest| nearest.verdict);
        Ok(Hint {
            distance,
            verdict,
            choice,
            is_certain,
            nudges: hint::nudges(&world, &log, distance, choice, is_certain),
        })
    }

    /// Tries out what the search has found since the last time.
    fn confirm_all(&mut self) {
        if self.beginning != self.search.beginnings() {
            self.beginning = self.search.beginnings();
            self.crew = None;
            self.findings.clear();
            self.defects.clear();
        }
        for found in self.search.take_found() {
            self.confirm(&found, true);
        }
        for fault in self.search.take_faults() {
            let schedule = self.schedule_of(&fault.way);
            let Fault { reason, .. } = fault;
            self.defects.push(Defect {
                verdict: None,
                message: reason,
                schedule,
            });
        }
    }

    /// How far the check is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let progress = self.search.progress();
        let is_testing = progress.is_finished && self.is_to_be_tested();
        Progress {
            is_testing,
            is_finished: progress.is_finished && !is_testing,
            ..progress
        }
    }

    /// What is known so far. While the check is not finished, it is `bounded` by that, unless something was found.
    #[must_use]
    pub fn report(&self) -> Report {
        let progress = self.progress();
        let defect = (!self.defects.is_empty()).then_some(BoundedBy::Defect);
        let limit = defect.or(self.search.limit());
        let mut findings = self.findings.clone();
        findings.sort_by_key(|finding| (finding.steps, finding.verdict));
        let clean = if limit.is_none() {
            Verdict::Holds
        } else {
            Verdict::Bounded
        };
        Report {
            verdict: findings.first().map_or(clean, |finding| finding.verdict),
            is_complete: limit.is_none(),
            limit,
            states: progress.states,
            transitions: progress.transitions,
            depth: self.search.depth_reached(),
            findings,
            ignored: self.search.ignored(),
            tests: self.tests.clone(),
            defects: self.defects.clone(),
        }
    }

    /// Tries out the best way to a violation, and the plain one if the best does not do.
    fn confirm(&mut self, found: &Found, is_shortest: bool) {
        let replayed =
            replay(&mut self.runs, found, &found.best).or_else(|_| replay(&mut self.runs, found, &found.plain));
        match replayed {
            Ok(replayed) => {
                let finding = explain::finding(found, replayed, self.runs.final_line(), is_shortest);
                // What a test found gives way to what the search finds when it goes on.
                self.findings.retain(|known| known.verdict != found.verdict);
                self.findings.push(finding);
            }
            Err(mismatch) => self.defects.push(Defect {
                verdict: Some(found.verdict),
                message: mismatch.reason,
                schedule: mismatch.schedule,
            }),
        }
    }

    fn schedule_of(&self, way: &[WayStep]) -> Schedule {
        let choices: Vec<Choice> = way.iter().map(|step| step.choice).collect();
        Schedule {
            choices,
            ..Schedule::new(self.runs.setup())
        }
    }
}
