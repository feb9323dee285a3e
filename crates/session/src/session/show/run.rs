//! The controls, the switches, the console, and how the run ended.

use timeline::Axis;
use world::{Choice, FailureKind, LimitKind, Limits, Model, Outcome, Setup, World, limit_amount};

use crate::PolicyKind;
use crate::run::{Mode, Run};
use crate::session::Session;
use crate::texts::fill;
use crate::texts::run as texts;
use crate::view::{ClockView, ConsoleView, DecisionView, MachineView, OutcomeKind, OutcomeView, RunState, RunView};

/// What is said before the first step.
const INVITATION: &str = texts::NOTHING_HAS_RUN_YET_PRESS_RUN;

/// How many console lines are shown.
const CONSOLE_LINES_MAX: usize = 500;

pub(super) fn default_machine() -> MachineView {
    machine(&Setup::default(), PolicyKind::Fifo)
}

pub(super) fn machine(setup: &Setup, policy: PolicyKind) -> MachineView {
    MachineView {
        model: setup.model,
        granularity: setup.granularity,
        time: setup.time,
        cores: setup.cores,
        policy,
        seed: setup.seed,
        has_granularity: setup.model == Model::Threads,
        has_seed: policy == PolicyKind::Random,
    }
}

pub(super) fn empty() -> RunView {
    RunView {
        state: RunState::Empty,
        cursor: 0,
        steps: 0,
        can_step: false,
        can_back: false,
        is_redo: false,
        open_choices: 0,
        clock: ClockView {
            now: clock::Instant::ZERO.to_string(),
            can_advance: false,
        },
        decisions: Vec::new(),
        sentence: String::new(),
        outcome: None,
        limit_note: None,
        is_stale: false,
        speed: 1,
        axis: Axis::Step,
    }
}

impl Session {
    pub(super) fn run_view(&mut self) -> RunView {
        let settings = RunView {
            speed: self.document.settings.speed,
            axis: self.stage.axis,
            ..empty()
        };
        let sentence = self.sentence();
        let Some(run) = &self.run else { return settings };
        let mode = self.driver.mode();
        if !run.is_settled() {
            return RunView {
                state: RunState::Paused,
                cursor: run.cursor(),
                steps: run.known(),
                can_step: run.cursor() < run.known(),
                can_back: run.cursor() > 0,
                is_redo: run.cursor() < run.known(),
                clock: ClockView {
                    now: run.timeline().time_at(run.cursor()).to_string(),
                    can_advance: false,
                },
                sentence,
                is_stale: self.is_stale(),
                ..settings
            };
        }
        let open = run.open_choices();
        let state = match mode {
            Mode::Running => RunState::Running,
            Mode::Playing | Mode::Looping => RunState::Playing,
            Mode::AtLimit => RunState::AtLimit,
            Mode::Idle if run.is_over() => RunState::Ended,
            Mode::Idle => RunState::Paused,
        };
        RunView {
            state,
            cursor: run.cursor(),
            steps: run.known(),
            can_step: !open.is_empty(),
            can_back: run.cursor() > 0,
            is_redo: run.cursor() < run.known(),
            open_choices: u32::try_from(open.len()).unwrap_or(u32::MAX),
            clock: ClockView {
                now: run.world().now().to_string(),
                can_advance: open.contains(&Choice::Advance),
            },
            decisions: decisions(&open, run.world()),
            sentence,
            outcome: self.outcome(),
            limit_note: (mode == Mode::AtLimit).then(|| self.limit_note()),
            is_stale: self.is_stale(),
            ..settings
        }
    }

    /// What is said at the limit of steps.
    pub(in crate::session) fn limit_note(&self) -> String {
        let step = self.run.as_ref().map_or(0, Run::cursor);
        fill(texts::STOPPED_AT_STEP_THE_PROGRAM_MAY, &[&step])
    }

    /// Whether what is on the stage belongs to another text than the one in the editor.
    pub(in crate::session) fn is_stale(&self) -> bool {
        let is_another = match &self.replay {
            Some(_) => *self.source.text != *self.proof.source,
            None => self.source.is_pending() || self.source.has_errors,
        };
        self.run.is_some() && is_another
    }

    /// What the last step did.
    pub(in crate::session) fn sentence(&mut self) -> String {
        let Some(run) = &mut self.run else {
            return String::new();
        };
        let stopped = self.steering.stopped.as_ref();
        if let Some(stopped) = stopped.filter(|stopped| stopped.cursor == run.cursor()) {
            return stopped.words.clone();
        }
        run.look().told().last().map_or(INVITATION, String::as_str).to_owned()
    }

    /// How the run ended, if it has at the cursor.
    pub(in crate::session) fn outcome(&self) -> Option<OutcomeView> {
        let run = self.run.as_ref()?;
        let outcome = run.world().outcome()?;
        Some(outcome_view(outcome, run.world()))
    }

    pub(super) fn console_view(&self) -> ConsoleView {
        let Some(run) = &self.run else {
            return ConsoleView::default();
        };
        let lines = run.timeline().console_at(run.cursor());
        let left_out = lines.len().saturating_sub(CONSOLE_LINES_MAX);
        let last = run.cursor().checked_sub(1);
        let fresh = lines.iter().rev().take_while(|line| Some(line.step) == last).count();
        ConsoleView {
            left_out: u32::try_from(left_out).unwrap_or(u32::MAX),
            lines: lines[left_out..].to_vec(),
            fresh: u32::try_from(fresh.min(CONSOLE_LINES_MAX)).unwrap_or(u32::MAX),
        }
    }
}

/// The open choices that neither a lane nor the clock stands for.
fn decisions(open: &[Choice], world: &World) -> Vec<DecisionView> {
    let offered = world.offered();
    let label = |choice: Choice| match choice {
        Choice::Run(_) | Choice::Advance => None,
        Choice::Pick(pick) => offered.get(pick as usize).map(|value| fill(texts::TAKE, &[&value])),
        Choice::Complete(io) => {
            let (_, task, name) = world.under_way().find(|&(id, _, _)| id == io)?;
            Some(fill(texts::COMPLETE_FOR, &[&name, &(world.name_of(task)?)]))
        }
    };
    let views = open.iter().filter_map(|&choice| {
        let label = label(choice)?;
        Some(DecisionView { label, choice })
    });
    views.collect()
}

fn outcome_view(outcome: &Outcome, world: &World) -> OutcomeView {
    let line_of = |line: u32| (line > 0).then_some(line);
    match outcome {
        Outcome::Finished => OutcomeView {
            kind: OutcomeKind::Finished,
            title: texts::FINISHED.to_owned(),
            message: texts::EVERY_TASK_HAS_FINISHED_THAT_IS.to_owned(),
            details: Vec::new(),
            line: None,
            word: None,
            can_continue: false,
        },
        Outcome::Failed {
            failure,
            message,
            task,
            line,
            stack,
            ..
        } => {
            let (kind, title) = match failure {
                FailureKind::Assertion => (OutcomeKind::PropertyFailed, texts::ASSERTION_FAILED),
                FailureKind::Always => (OutcomeKind::PropertyFailed, texts::A_CONDITION_THAT_MUST_ALWAYS_HOLD),
                FailureKind::UncaughtError => (OutcomeKind::Error, texts::UNCAUGHT_ERROR),
                FailureKind::UnhandledRejection => (OutcomeKind::Error, texts::UNHANDLED_REJECTION),
                FailureKind::Breach => (OutcomeKind::PropertyFailed, texts::TWO_TASKS_WERE_ABOUT_TO_TAKE),
                FailureKind::Eventually => (OutcomeKind::PropertyFailed, texts::A_CONDITION_THAT_MUST_BECOME_TRUE),
                FailureKind::OverRelease => (OutcomeKind::Error, texts::SOMETHING_WAS_GIVEN_BACK_THAT_WAS),
            };
            let lane = world.name_of(*task).filter(|_| world.task_count() > 1);
            let mut details: Vec<String> = lane.iter().map(|name| fill(texts::IN_LANE, &[&name])).collect();
            details.extend(stack.iter().map(|call| fill(texts::AT, &[&call])));
            OutcomeView {
                kind,
                title: title.to_owned(),
                message: message.clone(),
                details,
                line: line_of(*line),
                word: Some(word_of(*failure)),
                can_continue: false,
            }
        }
        Outcome::Deadlock { explanation, .. } => OutcomeView {
            kind: OutcomeKind::Deadlock,
            title: texts::DEADLOCK.to_owned(),
            message: texts::NOTHING_CAN_EVER_HAPPEN_AGAIN_AND.to_owned(),
            details: explanation.clone(),
            line: None,
            word: Some("deadlock"),
            can_continue: false,
        },
        Outcome::Limit { limit, line, .. } => OutcomeView {
            kind: OutcomeKind::Limit,
            title: texts::LIMIT_REACHED.to_owned(),
            message: limit_sentence(*limit, world),
            details: Vec::new(),
            line: line_of(*line),
            word: None,
            can_continue: raised_limits(world).is_some(),
        },
    }
}

fn word_of(failure: FailureKind) -> &'static str {
    match failure {
        FailureKind::Assertion => "assertion",
        FailureKind::Always => "always",
        FailureKind::UncaughtError | FailureKind::UnhandledRejection => "exception",
        FailureKind::Breach => "breach",
        FailureKind::Eventually => "eventually",
        FailureKind::OverRelease => "over-release",
    }
}

/// What a run that met a limit may go on with.
pub(in crate::session) fn raised_limits(world: &World) -> Option<Limits> {
    match world.outcome()? {
        Outcome::Limit { limit, .. } => world.setup().limits.raised(*limit),
        Outcome::Finished | Outcome::Failed { .. } | Outcome::Deadlock { .. } => None,
    }
}

fn limit_sentence(limit: LimitKind, world: &World) -> String {
    let limits = world.setup().limits;
    let amount = limit_amount(limit, limits.value(limit));
    let reached = fill(texts::THE_RUN_REACHED, &[&limit.describe(), &amount]);
    match limits.raised(limit) {
        Some(raised) => fill(
            texts::CONTINUE_ALLOWS,
            &[&reached, &limit_amount(limit, raised.value(limit))],
        ),
        None => fill(texts::MORE_THAN_THAT_IS_NOT_POSSIBLE, &[&reached]),
    }
}
