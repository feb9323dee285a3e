//! How a run is driven: at once, step by step at a speed, in a loop, or not. Owns slices, so that the page never freezes, and the limit
//! of steps, so that an endless program comes to a stop that can be continued. The steps themselves are the run's.

use compiler::Pause;
use world::{Choice, EventKind};

use super::goal::Goal;
use super::stops::{Stop, Stops, stop_before};
use super::{Misfit, Run};
use crate::effect::Tokens;
use crate::texts::driver as texts;
use crate::{Effect, Token};

/// How much `Run` may cost before it asks whether to go on. No clock is looked at: a step costs 1, and more if it
/// computed much.
const RUN_COST_MAX: u64 = 20_000;
/// How much one slice may cost.
const SLICE_COST: u64 = 2_000;
/// A run is not opened further on than half of this many steps, unless there is something special to see.
const MIDDLE_MAX: u32 = 80;
/// How much the run of a link may cost: whoever opens one has not asked to wait.
const ALONG_COST_MAX: u64 = 100_000;
/// How many operations of the VM cost as much as one step.
const OPS_PER_COST: u64 = 500;

/// What the driver is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Mode {
    /// Nothing.
    #[default]
    Idle,
    /// It runs as fast as it can.
    Running,
    /// It takes steps at a speed.
    Playing,
    /// It takes the same steps again and again, at a speed.
    Looping,
    /// It stopped at the limit of steps.
    AtLimit,
}

/// How far to go, and where to stop on the way.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Plan {
    pub(crate) goal: Goal,
    pub(crate) stops: Stops,
    /// The run stands where it stopped, and goes on from there whatever made it stop.
    pub(crate) leaves_stop: bool,
    /// The steps of a loop.
    pub(crate) range: (u32, u32),
}

/// What came of one step.
enum Taken {
    /// It was taken and cost this much.
    Cost(u64),
    /// It was taken, or not, and here the plan ends.
    Arrived(Option<Stop>),
    /// There is none, or the learner has to choose.
    Stuck,
}

/// Drives a run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Driver {
    mode: Mode,
    plan: Plan,
    /// Why it stopped, until somebody asks.
    stop: Option<Stop>,
    /// Awaited while it runs or plays.
    token: Option<Token>,
    /// How much it may still cost until the limit.
    allowance: u64,
}

impl Driver {
    pub(crate) fn mode(&self) -> Mode {
        self.mode
    }

    pub(crate) fn stop(&mut self) {
        *self = Driver::default();
    }

    /// Why it stopped last, if that was on the way; it is told once.
    pub(crate) fn take_stop(&mut self) -> Option<Stop> {
        self.stop.take()
    }

    fn arrive(&mut self, stop: Option<Stop>) {
        let plan = std::mem::take(&mut self.plan);
        *self = Driver {
            plan,
            stop,
            ..Driver::default()
        };
    }

    /// Runs until the plan ends, or the limit, or a choice that the learner has to make.
    pub(crate) fn run(&mut self, run: &mut Run, plan: Plan, tokens: &mut Tokens, effects: &mut Vec<Effect>) {
        self.stop();
        self.plan = plan;
        self.mode = Mode::Running;
        self.allowance = RUN_COST_MAX;
        self.slice(run, tokens, effects);
    }

    /// Goes on after the limit.
    pub(crate) fn run_on(&mut self, run: &mut Run, tokens: &mut Tokens, effects: &mut Vec<Effect>) {
        let plan = std::mem::take(&mut self.plan);
        self.run(run, plan, tokens, effects);
    }

    /// Takes a step now and others at the given speed.
    pub(crate) fn play(
        &mut self,
        run: &mut Run,
        plan: Plan,
        speed: u32,
        tokens: &mut Tokens,
        effects: &mut Vec<Effect>,
    ) {
        self.stop();
        self.plan = plan;
        self.mode = Mode::Playing;
        self.beat(run, speed, tokens, effects);
    }

    /// Plays the steps of the plan's range, until somebody stops it.
    pub(crate) fn play_loop(
        &mut self,
        run: &mut Run,
        range: (u32, u32),
        speed: u32,
        tokens: &mut Tokens,
        effects: &mut Vec<Effect>,
    ) {
        self.stop();
        self.plan.range = range;
        self.mode = Mode::Looping;
        if !(range.0..range.1).contains(&run.cursor()) {
            run.seek(range.0);
        }
        self.wait(1_000 / speed.max(1), tokens, effects);
    }

    /// Whether this timer is the one that goes on with it.
    pub(crate) fn awaits(&self, token: Token) -> bool {
        self.token == Some(token)
    }

    /// Goes on.
    pub(crate) fn tick(&mut self, run: &mut Run, speed: u32, tokens: &mut Tokens, effects: &mut Vec<Effect>) {
        self.token = None;
        match self.mode {
            Mode::Running => self.slice(run, tokens, effects),
            Mode::Playing => self.beat(run, speed, tokens, effects),
            Mode::Looping => self.turn(run, speed, tokens, effects),
            Mode::Idle | Mode::AtLimit => {}
        }
    }

    fn slice(&mut self, run: &mut Run, tokens: &mut Tokens, effects: &mut Vec<Effect>) {
        let mut left = SLICE_COST;
        while left > 0 {
            if self.allowance == 0 {
                self.mode = Mode::AtLimit;
                return;
            }
            let cost = match self.plan.step(run) {
                Taken::Cost(cost) => cost,
                Taken::Arrived(stop) => return self.arrive(stop),
                Taken::Stuck => return self.stop(),
            };
            if run.is_at_replay_end() {
                return self.stop();
            }
            left = left.saturating_sub(cost);
            self.allowance = self.allowance.saturating_sub(cost);
        }
        self.wait(0, tokens, effects);
    }

    fn beat(&mut self, run: &mut Run, speed: u32, tokens: &mut Tokens, effects: &mut Vec<Effect>) {
        match self.plan.step(run) {
            Taken::Cost(_) if !run.is_over() && !run.is_at_replay_end() => {
                self.wait(1_000 / speed.max(1), tokens, effects);
            }
            Taken::Cost(_) | Taken::Stuck => self.stop(),
            Taken::Arrived(stop) => self.arrive(stop),
        }
    }

    fn turn(&mut self, run: &mut Run, speed: u32, tokens: &mut Tokens, effects: &mut Vec<Effect>) {
        let (from, to) = self.plan.range;
        let end = to.min(run.known());
        if from >= end {
            return self.stop();
        }
        let next = if (from..end).contains(&run.cursor()) {
            run.cursor() + 1
        } else {
            from
        };
        run.seek(next);
        self.wait(1_000 / speed.max(1), tokens, effects);
    }

    fn wait(&mut self, ms: u32, tokens: &mut Tokens, effects: &mut Vec<Effect>) {
        let token = tokens.next();
        self.token = Some(token);
        effects.push(Effect::After { ms, token });
    }
}

impl Plan {
    /// Takes the next step on the way, unless that ends before it.
    fn step(&mut self, run: &mut Run) -> Taken {
        let Some(choice) = self.goal.next_choice(run) else {
            return Taken::Stuck;
        };
        if self.goal.ends_before(choice) {
            run.foretell(choice);
            return Taken::Arrived(None);
        }
        let entries = self.stops.entries(run, choice);
        let leaves_stop = std::mem::take(&mut self.leaves_stop);
        if let Some(stop) = stop_before(&entries).filter(|_| !leaves_stop) {
            run.foretell(choice);
            return Taken::Arrived(Some(stop));
        }
        let before = run.world().ops();
        if run.take(choice).is_err() {
            return Taken::Stuck;
        }
        if let Some(stop) = self.stops.after(run, &entries) {
            return Taken::Arrived(Some(stop));
        }
        if self.goal.ends_after(run) {
            return Taken::Arrived(None);
        }
        Taken::Cost(cost_since(run, before))
    }
}

/// Takes the next step, if there is one that needs no learner, and says what it cost.
pub(crate) fn step(run: &mut Run) -> Option<u64> {
    let before = run.world().ops();
    let choice = run.next_choice()?;
    run.take(choice).ok()?;
    Some(cost_since(run, before))
}

/// What the last step cost, given how many operations there had been before it.
fn cost_since(run: &Run, ops: u64) -> u64 {
    1 + run.world().ops().saturating_sub(ops) / OPS_PER_COST
}

/// Takes the given choices one after another; says where that stopped if not all of them could be taken.
pub(crate) fn along(run: &mut Run, choices: &[Choice]) -> Option<Misfit> {
    let mut left = ALONG_COST_MAX;
    for &choice in choices {
        let before = run.world().ops();
        let refused = match left {
            0 => Some(texts::THE_REST_IS_MORE_THAN_OPENS.to_owned()),
            _ => run.take(choice).err(),
        };
        if let Some(reason) = refused {
            return Some(Misfit {
                fitting: run.cursor(),
                reason,
            });
        }
        left = left.saturating_sub(cost_since(run, before));
    }
    None
}

/// Takes steps until there is something to choose: other tasks than the main line. Goes back to the beginning if on the
/// way there time would pass, something would be printed, or the run would end.
pub(crate) async fn open(run: &mut Run, pause: Pause<'_>) {
    let mut left = SLICE_COST;
    while left > 0 && run.timeline().lanes().len() == 1 {
        let Some(cost) = step(run) else { break };
        left = left.saturating_sub(cost);
        pause().await;
    }
    let has_gone_far = run.world().now() > clock::Instant::ZERO || !run.timeline().console().is_empty();
    if run.is_over() || has_gone_far || run.timeline().lanes().len() == 1 {
        *run = run.again();
    }
}

/// Runs ahead as far as a slice may cost, so that the whole picture is there, and goes back to a moment in it that is
/// worth a look: the first lost update, else the middle. Where there is none it is as with [`open`].
pub(crate) async fn open_in_the_middle(run: &mut Run, pause: Pause<'_>) {
    let mut left = SLICE_COST;
    while left > 0 {
        let Some(cost) = step(run) else { break };
        left = left.saturating_sub(cost);
        pause().await;
    }
    let timeline = run.timeline();
    let lost = timeline
        .events()
        .find(|event| matches!(event.kind, EventKind::LostUpdate { .. }));
    let moment = lost.map_or(run.known().min(MIDDLE_MAX) / 2, |event| event.step + 1);
    if timeline.lanes().len() > 1 && moment > 0 && moment < run.known() {
        run.seek(moment);
    } else {
        *run = run.again();
        open(run, pause).await;
    }
}
