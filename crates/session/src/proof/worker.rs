//! The check in slices, for a worker or a test. Owns the order of events of one request; has no clock: how long it has
//! taken comes in with every slice.

use std::sync::Arc;

use checker::{Checker, Options};
use grader::Grading;

use super::{ProofMessage, ProofProgress, ProofReport, ProofRequest, Subject, report};

/// A request under way: [`ProofWorker::new`], then [`ProofWorker::advance`] until it answers with
/// [`ProofMessage::Finished`]. Dropping it cancels.
pub struct ProofWorker {
    run_id: u32,
    work: Work,
}

enum Work {
    Lesson {
        grading: Box<Grading>,
    },
    Program(Box<Checker>),
    /// Nothing can be checked, and why.
    Broken(String),
}

impl ProofWorker {
    /// Prepares a request; nothing is explored yet.
    #[must_use]
    pub fn new(request: &ProofRequest) -> ProofWorker {
        let compilation = compiler::compile(&request.source, &compiler::Options::default());
        let error = compilation.diagnostics.iter().find(|diagnostic| diagnostic.is_error());
        let work = match (error, &request.subject) {
            (Some(error), _) => Work::Broken(format!("The program does not compile: {error}")),
            (None, Subject::Lesson(lesson)) => Work::Lesson {
                grading: Box::new(Grading::new(lesson, &request.source)),
            },
            (None, Subject::Program { setup }) => {
                let setup = grader::setup::check_setup(&compilation.directive, None, setup.into());
                let program = Arc::new(compilation.program);
                Work::Program(Box::new(Checker::new(program, setup, Options::default())))
            }
        };
        ProofWorker {
            run_id: request.run_id,
            work,
        }
    }

    /// Takes about `budget` steps and says how far it is; `elapsed_ms` is how long the request has taken so far.
    pub fn advance(&mut self, budget: u32, elapsed_ms: u32) -> ProofMessage {
        let run_id = self.run_id;
        match &mut self.work {
            Work::Broken(why) => ProofMessage::Finished(ProofReport {
                run_id,
                passed: false,
                checks: Vec::new(),
                broken: Some(why.clone()),
                states: 0,
                transitions: 0,
                elapsed_ms,
            }),
            Work::Lesson { grading } => advance_grading(run_id, grading, budget, elapsed_ms),
            Work::Program(checker) => advance_checker(run_id, checker, budget, elapsed_ms),
        }
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
    })
}
