//! The check in slices, for a worker or a test. Owns the order of events of one request: the search, the tests if it is too
//! large, then the odds of what was found. Has no clock: how long it has taken comes in with every slice.

use std::sync::Arc;

use checker::{Checker, Limits, Options};
use grader::Grading;
use world::Schedule;

use super::odds::Drawing;
use super::{Nudges, ProofMessage, ProofProgress, ProofReport, ProofRequest, ProofStage, Subject, report};

use crate::texts::fill;
use crate::texts::worker as texts;

/// A request under way: [`ProofWorker::new`], then [`ProofWorker::advance`] until it answers with
/// [`ProofMessage::Finished`]. Dropping it cancels.
pub struct ProofWorker {
    run_id: u32,
    source: String,
    work: Work,
    /// The odds of what was found, once that is known.
    drawing: Option<Drawing>,
    /// What the search may use.
    limits: Limits,
}

enum Work {
    Lesson {
        grading: Box<Grading>,
    },
    Program(Box<Checker>),
    /// Nothing can be checked, and why.
    Broken(String),
}

/// What going on after a limit multiplies it by.
const RAISE: u64 = 4;

impl ProofWorker {
    /// Prepares a request; nothing is explored yet.
    #[must_use]
    pub fn new(request: &ProofRequest) -> ProofWorker {
        let limits = Limits::page();
        let compilation = compiler::compile(&request.source, &compiler::Options::default());
        let error = compilation.diagnostics.iter().find(|diagnostic| diagnostic.is_error());
        let work = match (error, &request.subject) {
            (Some(error), _) => Work::Broken(fill(texts::THE_PROGRAM_DOES_NOT_COMPILE, &[&error])),
            (None, Subject::Lesson(lesson)) => Work::Lesson {
                grading: Box::new(Grading::new(lesson, &request.source)),
            },
            (None, Subject::Program { setup }) => {
                let setup = grader::setup::check_setup(&compilation.directive, None, setup.into());
                let program = Arc::new(compilation.program);
                let options = Options {
                    limits,
                    ..Options::default()
                };
                Work::Program(Box::new(Checker::new(program, setup, options)))
            }
        };
        ProofWorker {
            run_id: request.run_id,
            source: request.source.clone(),
            work,
            drawing: None,
            limits,
        }
    }

    /// Takes about `budget` steps and says how far it is; `elapsed_ms` is how long the request has taken so far.
    pub fn advance(&mut self, budget: u32, elapsed_ms: u32) -> ProofMessage {
        if let Some(drawing) = &mut self.drawing {
            return drawing.advance(budget, elapsed_ms);
        }
        let run_id = self.run_id;
        let message = match &mut self.work {
            Work::Broken(why) => ProofMessage::Finished(ProofReport {
                run_id,
                passed: false,
                checks: Vec::new(),
                broken: Some(why.clone()),
                states: 0,
                transitions: 0,
                elapsed_ms,
                can_continue: false,
            }),
            Work::Lesson { grading } => advance_grading(run_id, grading, budget, elapsed_ms),
            Work::Program(checker) => advance_checker(run_id, checker, budget, elapsed_ms),
        };
        match message {
            other @ (ProofMessage::Progress(_) | ProofMessage::Nudged(_)) => other,
            ProofMessage::Finished(report) => {
                let drawing = self.drawing.insert(Drawing::new(report, &self.source));
                drawing.advance(0, elapsed_ms)
            }
        }
    }

    /// Lets the search look at so many states only, which tests do not want to wait for.
    #[cfg(test)]
    pub(super) fn limit(&mut self, states: u64) {
        self.limits.states = states;
        self.limits.test_steps = 20_000;
        if let Work::Program(checker) = &mut self.work {
            checker.resume(self.limits);
        }
    }

    /// How a run could go wrong from where it stands, as far as the search of a program that belongs to no lesson knows.
    pub fn nudge(&mut self, schedule: &str) -> ProofMessage {
        let sentences = match &mut self.work {
            Work::Program(checker) => nudges(checker, schedule),
            Work::Lesson { .. } | Work::Broken(_) => vec![texts::THERE_IS_NO_SEARCH_TO_ASK.to_owned()],
        };
        ProofMessage::Nudged(Nudges {
            run_id: self.run_id,
            schedule: schedule.to_owned(),
            sentences,
        })
    }

    /// Lets a search that a limit has ended go on with a higher one: [`ProofWorker::advance`] is to be called again.
    pub fn resume(&mut self) {
        match &mut self.work {
            Work::Program(checker) => {
                self.limits = Limits {
                    states: self.limits.states.saturating_mul(RAISE),
                    transitions: self.limits.transitions.saturating_mul(RAISE),
                    depth: self.limits.depth.saturating_mul(2),
                    bytes: self.limits.bytes.saturating_mul(2),
                    waiting_bytes: self.limits.waiting_bytes,
                    ops: self.limits.ops.saturating_mul(RAISE),
                    test_steps: self.limits.test_steps,
                };
                checker.resume(self.limits);
                self.drawing = None;
            }
            // A lesson says itself how far its checks go.
            Work::Lesson { .. } | Work::Broken(_) => {}
        }
    }
}

fn nudges(checker: &mut Checker, schedule: &str) -> Vec<String> {
    let hint = schedule
        .parse::<Schedule>()
        .map_err(|error| error.to_string())
        .and_then(|schedule| checker.hint(&schedule.choices));
    match hint {
        Ok(hint) => hint.nudges,
        Err(why) => vec![fill(texts::THE_SEARCH_HAS_NOT_LOOKED_AT, &[&why])],
    }
}

fn advance_grading(run_id: u32, grading: &mut Grading, budget: u32, elapsed_ms: u32) -> ProofMessage {
    let progress = grading.advance(budget);
    let grade = grading.grade();
    let states = grade.checks.iter().map(|check| check.states).sum();
    let transitions = grade.checks.iter().map(|check| check.transitions).sum();
    if !progress.is_finished {
        return ProofMessage::Progress(ProofProgress {
            run_id,
            check_index: progress.check_index,
            states: progress.states + states,
            transitions: progress.transitions + transitions,
            depth: progress.depth,
            frontier: progress.frontier,
            elapsed_ms,
            stage: ProofStage::Searching,
        });
    }
    ProofMessage::Finished(ProofReport {
        run_id,
        passed: grade.passed,
        checks: report::of_grade(&grade),
        broken: None,
        states,
        transitions,
        elapsed_ms,
        can_continue: false,
    })
}

fn advance_checker(run_id: u32, checker: &mut Checker, budget: u32, elapsed_ms: u32) -> ProofMessage {
    let progress = checker.explore(budget);
    if !progress.is_finished {
        return ProofMessage::Progress(ProofProgress {
            run_id,
            check_index: 0,
            states: progress.states,
            transitions: progress.transitions,
            depth: progress.depth,
            frontier: progress.frontier,
            elapsed_ms,
            stage: if progress.is_testing {
                ProofStage::Testing
            } else {
                ProofStage::Searching
            },
        });
    }
    let check = report::of_program(&checker.report());
    ProofMessage::Finished(ProofReport {
        run_id,
        passed: check.passed,
        states: check.states,
        transitions: check.transitions,
        checks: vec![check],
        broken: None,
        elapsed_ms,
        can_continue: checker.can_resume(),
    })
}
