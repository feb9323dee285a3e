//! A check by ordinary runs. Owns what a run must show and in which order a failure is told: how the run ended, what it
//! printed, how long it took. Steps and policies are the world's.

use std::sync::Arc;

use lesson::{Check, OutputRule, Policy, Reason, Run, Verdict};
use world::{Detail, EventKind, FailureKind, Log, Outcome, Schedule, Scheduler, Setup, World};

use crate::compiled::{compile, literals, undecided};
use crate::prove::grouped;
use crate::setup::{Explicit, run_setup};
use crate::{CheckResult, FoundSchedule};

/// Steps of one run when the lesson does not say: far more than a lesson's program needs, few enough to be over in a second.
const STEPS_MAX_DEFAULT: u64 = 500_000;

/// What a step counts as that was cut off for computing too long, so that an endless loop is over in a second as well.
const CUT_OFF_STEP_COST: u64 = 10_000;

/// The runs of one check under way, one after the other.
pub(crate) struct Runs {
    world: World,
    log: Log,
    scheduler: Scheduler,
    schedule: Schedule,
    lines: Vec<String>,
    /// Steps of this run.
    steps: u64,
    /// The same, with what was cut off counted for more.
    cost: u64,
    /// Steps of the runs before.
    steps_before: u64,
    /// The world's start, before any step.
    start: World,
    overrides: Vec<(String, String)>,
    policies: Vec<world::Policy>,
    /// Which of the policies is being run.
    at: usize,
}

/// Why a run failed, before it is told.
struct Failure {
    reason: Reason,
    message: String,
    line: u32,
    explanation: Vec<String>,
}

impl Failure {
    fn new(reason: Reason, message: String) -> Failure {
        Failure {
            reason,
            message,
            line: 0,
            explanation: Vec::new(),
        }
    }
}

impl Runs {
    /// Prepares the first run; a program that does not compile has failed already.
    pub(crate) fn new(
        check: &Check,
        run: &Run,
        lesson: &lesson::Setup,
        source: &str,
    ) -> Result<Runs, Box<CheckResult>> {
        let overrides = literals(&run.overrides);
        let compilation = compile(check, source, &overrides)?;
        let setup = run_setup(&compilation.directive, Some(lesson), Explicit::from(&run.setup));
        let policies = policies(run, &setup);
        let mut log = Log::new(Detail::Console);
        let start = World::new(Arc::new(compilation.program), setup, &mut log);
        Ok(Runs {
            world: start.clone(),
            log,
            scheduler: Scheduler::new(policies[0].clone()),
            schedule: Schedule::new(&setup),
            lines: Vec::new(),
            steps: 0,
            cost: 0,
            steps_before: 0,
            start,
            overrides,
            policies,
            at: 0,
        })
    }

    /// Steps taken so far, in all runs together.
    pub(crate) fn steps(&self) -> u64 {
        self.steps_before + self.steps
    }

    /// Takes at most `budget` steps and says how many; the result once the last run is over or one has failed.
    pub(crate) fn advance(&mut self, budget: u32, check: &Check, run: &Run) -> (u32, Option<CheckResult>) {
        let steps_max = run.steps_max.unwrap_or(STEPS_MAX_DEFAULT);
        let mut taken = 0;
        while taken < budget {
            let next = if self.cost < steps_max {
                self.scheduler.next(&self.world)
            } else {
                None
            };
            let Some(choice) = next else {
                match self.failure(run) {
                    Some(failure) => return (taken, Some(self.failed(check, failure))),
                    None if self.at + 1 == self.policies.len() => return (taken, Some(self.passed(check))),
                    None => self.restart(),
                }
                continue;
            };
            taken += 1;
            self.steps += 1;
            self.schedule.choices.push(choice);
            let step = self.world.step(choice, &mut self.log);
            debug_assert!(step.is_ok(), "a scheduler only picks what is enabled");
            self.cost += if self.world.was_cut_off() { CUT_OFF_STEP_COST } else { 1 };
            self.read_console();
        }
        (taken, None)
    }

    fn restart(&mut self) {
        self.at += 1;
        self.world = self.start.clone();
        self.scheduler = Scheduler::new(self.policies[self.at].clone());
        self.schedule.choices.clear();
        self.lines.clear();
        self.steps_before += self.steps;
        self.steps = 0;
        self.cost = 0;
    }

    fn read_console(&mut self) {
        for event in self.log.events.drain(..) {
            if let EventKind::Printed { text, .. } = event.kind {
                self.lines.extend(text.split('\n').map(str::to_owned));
            }
        }
    }

    fn failure(&self, run: &Run) -> Option<Failure> {
        let ended_badly = match self.world.outcome() {
            Some(outcome) => bad_end(outcome),
            None => Some(Failure::new(
                Reason::TooManySteps,
                format!("The run was still going after {} steps.", grouped(self.steps)),
            )),
        };
        ended_badly
            .or_else(|| run.output.iter().find_map(|rule| broken_rule(rule, &self.lines)))
            .or_else(|| wrong_time(run, self.world.now().as_millis_f64()))
    }

    fn failed(&self, check: &Check, failure: Failure) -> CheckResult {
        let steps = u32::try_from(self.schedule.choices.len()).unwrap_or(u32::MAX);
        let finding = FoundSchedule {
            reason: failure.reason,
            message: failure.message.clone(),
            schedule: self.schedule.clone(),
            overrides: self.overrides.clone(),
            line: failure.line,
            steps,
            explanation: failure.explanation,
            is_failure: true,
            is_shortest: false,
        };
        CheckResult {
            message: failure.message,
            reason: Some(failure.reason),
            line: failure.line,
            transitions: self.steps(),
            complete: true,
            finding: Some(finding),
            ..undecided(check)
        }
    }

    fn passed(&self, check: &Check) -> CheckResult {
        let time = millis(self.world.now().as_millis_f64());
        let message = match self.policies.len() {
            1 => format!("The run ended well, after {time} of virtual time."),
            count => format!("All {count} runs ended well, the last after {time} of virtual time."),
        };
        CheckResult {
            passed: true,
            message,
            advice: String::new(),
            transitions: self.steps(),
            complete: true,
            ..undecided(check)
        }
    }
}

/// At least one policy: a check without seeds runs once.
fn policies(run: &Run, setup: &Setup) -> Vec<world::Policy> {
    match run.policy {
        Policy::Fifo => vec![world::Policy::Fifo],
        Policy::Random if run.seeds.is_empty() => vec![world::Policy::Random { seed: setup.seed }],
        Policy::Random => run.seeds.iter().map(|&seed| world::Policy::Random { seed }).collect(),
    }
}

fn bad_end(outcome: &Outcome) -> Option<Failure> {
    match outcome {
        Outcome::Finished => None,
        Outcome::Failed {
            failure,
            message,
            line,
            stack,
            ..
        } => {
            let (verdict, what) = match failure {
                FailureKind::Assertion => (Verdict::Assertion, "An assertion failed"),
                FailureKind::Always => (Verdict::Always, "A condition that must always hold did not"),
                FailureKind::UncaughtError => (Verdict::Exception, "Nobody caught an error"),
                FailureKind::UnhandledRejection => (Verdict::Exception, "Nobody handled a rejected promise"),
                FailureKind::Breach => (Verdict::Breach, "Two tasks were about to take the same critical step"),
                FailureKind::Eventually => (Verdict::Eventually, "A condition that must become true never did"),
                FailureKind::OverRelease => (Verdict::OverRelease, "Something was given back that was not held"),
            };
            let place = if *line == 0 {
                String::new()
            } else {
                format!(" on line {line}")
            };
            Some(Failure {
                reason: Reason::Verdict(verdict),
                message: format!("{what}{place}: {message}"),
                line: *line,
                explanation: stack.clone(),
            })
        }
        Outcome::Deadlock { tasks, explanation } => Some(Failure {
            explanation: explanation.clone(),
            ..Failure::new(
                Reason::Verdict(Verdict::Deadlock),
                format!("Nothing can happen any more, and {} not finished.", these(tasks.len())),
            )
        }),
        Outcome::Limit { limit, line, .. } => Some(Failure {
            line: *line,
            ..Failure::new(Reason::Bounded, format!("The run reached {}.", limit.describe()))
        }),
    }
}

fn these(task_count: usize) -> String {
    match task_count {
        1 => "a task has".to_owned(),
        count => format!("{count} tasks have"),
    }
}

fn broken_rule(rule: &OutputRule, lines: &[String]) -> Option<Failure> {
    if rule.holds(lines) {
        return None;
    }
    let message = match rule {
        OutputRule::Line(text) => format!("No line of the output is `{text}`."),
        OutputRule::LastLine(text) => match lines.last() {
            Some(last) => format!("The last line of the output is `{last}`, and should be `{text}`."),
            None => format!("The program printed nothing, and should end with `{text}`."),
        },
        OutputRule::Contains(text) => format!("No line of the output contains `{text}`."),
        OutputRule::Never(text) => format!("A line of the output contains `{text}`, which must not happen."),
    };
    Some(Failure::new(Reason::Output, message))
}

fn wrong_time(run: &Run, took_ms: f64) -> Option<Failure> {
    let took = millis(took_ms);
    if let Some(max) = run.virtual_ms_max
        && took_ms > max as f64
    {
        let message = format!(
            "The run took {took} of virtual time, and may take {}.",
            millis(max as f64)
        );
        return Some(Failure::new(Reason::TooSlow, message));
    }
    if let Some(min) = run.virtual_ms_min
        && took_ms < min as f64
    {
        let message = format!(
            "The run took {took} of virtual time, less than the {} that the work takes: some of it was not done.",
            millis(min as f64)
        );
        return Some(Failure::new(Reason::TooFast, message));
    }
    None
}

/// Milliseconds as people write them: `6,480 ms`.
fn millis(ms: f64) -> String {
    if ms.fract() == 0.0 {
        format!("{} ms", grouped(ms as u64))
    } else {
        format!("{ms:.3} ms")
    }
}
