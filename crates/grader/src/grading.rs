//! Deciding a lesson's checks one after the other, in slices. Owns the order and the progress; how each kind is decided is
//! in `prove` and `run`, and in the lesson crate for text rules.

use compiler::Diagnostic;
use lesson::{Check, CheckKind, Lesson, SourceRules};

use crate::compiled::undecided;
use crate::prove::Proof;
use crate::run::Runs;
use crate::{CheckResult, Grade, GradeProgress};

/// A program being graded. See the crate's head for the order of the calls.
pub struct Grading {
    checks: Vec<Check>,
    setup: lesson::Setup,
    starter: String,
    source: String,
    diagnostics: Vec<Diagnostic>,
    results: Vec<CheckResult>,
    current: Current,
    progress: GradeProgress,
}

/// The check under way.
enum Current {
    NotStarted,
    Proof(Box<Proof>),
    Runs(Box<Runs>),
}

/// Grades `source` to the end.
#[must_use]
pub fn grade(lesson: &Lesson, source: &str) -> Grade {
    let mut grading = Grading::new(lesson, source);
    while !grading.advance(u32::MAX).is_finished {}
    grading.grade()
}

impl Grading {
    /// Starts with the lesson's first check; nothing is run yet.
    #[must_use]
    pub fn new(lesson: &Lesson, source: &str) -> Grading {
        let check_count = u32::try_from(lesson.checks.len()).unwrap_or(u32::MAX);
        Grading {
            checks: lesson.checks.clone(),
            setup: lesson.setup.clone(),
            starter: lesson.starter.clone(),
            source: source.to_owned(),
            diagnostics: compiler::compile(source, &compiler::Options::default()).diagnostics,
            results: Vec::new(),
            current: Current::NotStarted,
            progress: GradeProgress {
                check_index: 0,
                check_count,
                states: 0,
                transitions: 0,
                depth: 0,
                frontier: 0,
                is_finished: check_count == 0,
            },
        }
    }

    /// Takes about `budget` steps, at least one, and says how far it is.
    pub fn advance(&mut self, budget: u32) -> GradeProgress {
        let mut left = budget.max(1);
        while left > 0 && self.results.len() < self.checks.len() {
            let used = self.advance_check(left);
            left = left.saturating_sub(used.max(1));
        }
        self.progress
    }

    /// What has been decided so far; the grade once everything is.
    #[must_use]
    pub fn grade(&self) -> Grade {
        let is_finished = self.results.len() == self.checks.len();
        Grade {
            passed: is_finished && self.results.iter().all(|result| result.passed),
            checks: self.results.clone(),
            diagnostics: self.diagnostics.clone(),
        }
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> GradeProgress {
        self.progress
    }

    /// Takes up to `budget` steps of the current check and says how many it took.
    fn advance_check(&mut self, budget: u32) -> u32 {
        let check = &self.checks[self.results.len()];
        let (used, result) = match (&check.kind, &mut self.current) {
            (CheckKind::Source(rules), _) => (0, Some(read(check, rules, &self.starter, &self.source))),
            (CheckKind::Prove(prove), Current::Proof(proof)) => {
                let before = self.progress.transitions;
                let progress = proof.advance(budget);
                self.progress.states = progress.states;
                self.progress.transitions = progress.transitions;
                self.progress.depth = progress.depth;
                self.progress.frontier = progress.frontier;
                let used = u32::try_from(progress.transitions - before).unwrap_or(u32::MAX);
                (used, progress.is_finished.then(|| proof.result(check, prove)))
            }
            (CheckKind::Run(run), Current::Runs(runs)) => {
                let (used, result) = runs.advance(budget, check, run);
                self.progress.transitions = runs.steps();
                (used, result)
            }
            (CheckKind::Prove(prove), Current::NotStarted | Current::Runs(_)) => {
                match Proof::new(check, prove, &self.setup, &self.source) {
                    Ok(proof) => self.current = Current::Proof(Box::new(proof)),
                    Err(failed) => return self.finish_check(*failed),
                }
                (0, None)
            }
            (CheckKind::Run(run), Current::NotStarted | Current::Proof(_)) => {
                match Runs::new(check, run, &self.setup, &self.source) {
                    Ok(runs) => self.current = Current::Runs(Box::new(runs)),
                    Err(failed) => return self.finish_check(*failed),
                }
                (0, None)
            }
        };
        match result {
            Some(result) => used + self.finish_check(result),
            None => used,
        }
    }

    fn finish_check(&mut self, result: CheckResult) -> u32 {
        self.results.push(result);
        self.current = Current::NotStarted;
        let check_index = u32::try_from(self.results.len()).unwrap_or(u32::MAX);
        self.progress = GradeProgress {
            check_index,
            check_count: self.progress.check_count,
            states: 0,
            transitions: 0,
            depth: 0,
            frontier: 0,
            is_finished: self.results.len() == self.checks.len(),
        };
        0
    }
}

/// A check by reading the program.
fn read(check: &Check, rules: &SourceRules, starter: &str, source: &str) -> CheckResult {
    let violations = rules.violations(starter, source);
    let mut result = CheckResult {
        complete: true,
        ..undecided(check)
    };
    match violations.first() {
        None => {
            result.passed = true;
            result.advice.clear();
            result.message = "The program's text is as it should be.".to_owned();
        }
        Some(first) => {
            result.message = sentence(&first.message);
            result.reason = Some(first.reason);
            result.line = first.line.unwrap_or(0);
        }
    }
    result
}

/// A message of the house style as a sentence.
fn sentence(message: &str) -> String {
    let mut characters = message.chars();
    match characters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), characters.as_str()),
        None => String::new(),
    }
}
