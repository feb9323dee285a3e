//! One run of one program: the world at the cursor, the choices that led there, and the future that is known from before.
//!
//! Owns going forward, back and anywhere by replay from saved worlds, and cutting the known future when another choice is
//! made. Decides nothing by itself: how fast and how long is the driver's, who goes next the policy's or the learner's.

mod branches;
mod driver;
mod edits;
mod glance;
mod goal;
mod good;
mod history;
mod settle;
mod stops;
#[cfg(test)]
mod tests;
mod trail;

pub(crate) use branches::{BRANCHES_MAX, Branch, Branches, Kept};
pub(crate) use driver::{Driver, Mode, Plan, along, open, open_in_the_middle, step};
pub(crate) use edits::{Edit, Edits};
pub(crate) use goal::Goal;
pub(crate) use stops::{Stop, Stops};

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use bytecode::{Pc, Program};
use timeline::{Ending, Meter, Timeline};
use world::{Choice, Detail, Limits, Log, Policy, Schedule, Scheduler, Setup, World};

use crate::PolicyKind;
use glance::Glance;
use trail::Trail;

/// A run, seen from its cursor.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    program: Arc<Program>,
    setup: Setup,
    policy: PolicyKind,
    scheduler: Scheduler,
    world: World,
    /// After how many choices `world` stands: at the cursor, unless it is on its way there (see `settle`).
    at: u32,
    // Invariants:
    // (1) `at <= cursor <= choices.len()`, and `world` is what the first `at` choices lead to;
    // (2) `timeline` tells exactly what all of `choices` did.
    choices: Vec<Choice>,
    cursor: u32,
    timeline: Timeline,
    // (3) `meter` has taken in a part of what `timeline` tells, from its beginning.
    meter: Meter,
    trail: Trail,
    // (4) what `glance` was taken of is what `timeline` tells.
    glance: Glance,
    /// The names of all lanes, once somebody has asked for them.
    names: Rc<[Rc<str>]>,
    /// Where the schedule that is replayed ends; running stops there, stepping may go on.
    replay_end: Option<u32>,
    /// The constants of the program that have another value in this run.
    overrides: Vec<(String, String)>,
    /// Whether the learner has made some of the choices.
    is_by_hand: bool,
    /// Counts the changes of `choices`.
    revision: u64,
    /// What another choice has cut off, until somebody asks.
    cut: Option<(Edit, Option<Ending>)>,
    /// How many choices were open before each step, as far as somebody has asked.
    open_counts: Vec<Option<u32>>,
}

/// A schedule that does not fit its program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Misfit {
    /// How many of its choices did fit.
    pub(crate) fitting: u32,
    /// Why the next did not.
    pub(crate) reason: String,
}

/// The finding that a run replays: where it stands in the report, and how far it did not fit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Replay {
    pub(crate) check: usize,
    pub(crate) finding: usize,
    pub(crate) misfit: Option<Misfit>,
}

/// How a run was, as far as it takes to see what an action made of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Mark {
    known: u32,
    cursor: u32,
    revision: u64,
    replay_end: Option<u32>,
    is_by_hand: bool,
}

impl Run {
    /// A run at its beginning.
    pub(crate) fn new(program: Arc<Program>, setup: Setup, policy: PolicyKind) -> Run {
        let mut log = Log::new(Detail::Everything);
        let world = World::new(program.clone(), setup, &mut log);
        let mut timeline = Timeline::new();
        timeline.extend(&log.events);
        let trail = Trail::new(world.clone());
        let scheduler = Scheduler::new(policy_of(policy, setup.seed));
        Run {
            program,
            setup,
            policy,
            scheduler,
            world,
            at: 0,
            choices: Vec::new(),
            cursor: 0,
            timeline,
            meter: Meter::new(),
            trail,
            glance: Glance::default(),
            names: Rc::default(),
            replay_end: None,
            overrides: Vec::new(),
            is_by_hand: false,
            revision: 0,
            cut: None,
            open_counts: Vec::new(),
        }
    }

    /// The same run, with word of how its program was changed for it.
    pub(crate) fn with_overrides(mut self, overrides: &[(String, String)]) -> Run {
        self.overrides = overrides.to_vec();
        self
    }

    /// The constants of the program that have another value in this run.
    pub(crate) fn overrides(&self) -> &[(String, String)] {
        &self.overrides
    }

    /// A run at its beginning with the whole schedule as its known future, as far as that fits.
    pub(crate) fn replay(program: Arc<Program>, setup: Setup, schedule: &Schedule) -> (Run, Option<Misfit>) {
        let mut run = Run::new(program, schedule.setup(setup), PolicyKind::Fifo);
        let mut misfit = None;
        for &choice in &schedule.choices {
            if let Err(reason) = run.take(choice) {
                misfit = Some(Misfit {
                    fitting: run.cursor,
                    reason,
                });
                break;
            }
        }
        run.replay_end = Some(run.cursor);
        run.seek(0);
        (run, misfit)
    }

    /// The same program on the same machine from its beginning, with nothing known of it.
    pub(crate) fn again(&self) -> Run {
        Run::new(self.program.clone(), self.setup, self.policy).with_overrides(&self.overrides)
    }

    /// The same run with a limit raised, as far as the cursor: its last step goes on where it stopped before.
    pub(crate) fn raised(&self, limits: Limits) -> Run {
        let setup = Setup { limits, ..self.setup };
        let mut run = Run::new(self.program.clone(), setup, self.policy).with_overrides(&self.overrides);
        for &choice in &self.choices[..self.cursor as usize] {
            if run.take(choice).is_err() {
                break;
            }
        }
        run.scheduler = self.scheduler.clone();
        run.is_by_hand = self.is_by_hand;
        run
    }

    /// Forgets all of the run but its program and its machine.
    pub(crate) fn begin_again(&mut self) {
        self.seek(0);
        self.forget_future();
        self.scheduler = Scheduler::new(policy_of(self.policy, self.setup.seed));
        self.is_by_hand = false;
    }

    pub(crate) fn world(&self) -> &World {
        debug_assert!(self.is_settled(), "who looks at the world has let it settle");
        &self.world
    }

    pub(crate) fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// What happened, without the rest of the run.
    pub(crate) fn into_timeline(self) -> Timeline {
        self.timeline
    }

    /// The measures at the cursor. Going on costs what has happened since the last time, going back the whole way again.
    pub(crate) fn meter(&mut self) -> &Meter {
        let count = self.timeline.event_count_at(self.cursor);
        if self.meter.events() > count as u64 {
            self.meter = Meter::new();
        }
        let known = self.meter.events() as usize;
        self.meter.extend(self.timeline.events_between(known, count));
        &self.meter
    }

    /// Looks at what lies at the cursor, for whoever shows it.
    pub(crate) fn look(&mut self) -> &Glance {
        self.glance.take(&self.timeline, self.cursor);
        &self.glance
    }

    /// What was seen with the last look.
    pub(crate) fn glance(&self) -> &Glance {
        &self.glance
    }

    /// The names of all lanes by number: the same list for as long as they stay the same.
    pub(crate) fn names(&mut self) -> Rc<[Rc<str>]> {
        let lanes = self.timeline.lanes();
        if self.names.len() != lanes.len() {
            self.names = lanes.iter().map(|lane| Rc::from(lane.name.as_str())).collect();
        }
        self.names.clone()
    }

    pub(crate) fn cursor(&self) -> u32 {
        self.cursor
    }

    /// How many steps are known.
    pub(crate) fn known(&self) -> u32 {
        u32::try_from(self.choices.len()).unwrap_or(u32::MAX)
    }

    /// The choices that are known.
    pub(crate) fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// Whether the learner has made some of the choices.
    pub(crate) fn is_by_hand(&self) -> bool {
        self.is_by_hand
    }

    /// The lines on which statements of the program begin.
    pub(crate) fn statement_lines(&self) -> BTreeSet<u32> {
        let functions = self.program.functions.iter().filter(|function| !function.is_internal);
        let starts = functions.flat_map(|function| {
            let places = (0..u32::try_from(function.ops.len()).unwrap_or(u32::MAX)).map(Pc);
            places
                .filter(|&pc| function.is_statement_start(pc))
                .map(|pc| function.lines.line(pc))
        });
        let mut lines = BTreeSet::new();
        lines.extend(starts.filter(|&line| line > 0));
        lines
    }

    /// The step after the cursor, as [`Run::next_choice`] would say it, without deciding anything.
    pub(crate) fn peek_choice(&self) -> Option<Choice> {
        let mut scheduler = self.scheduler.clone();
        self.choice_by(&mut scheduler)
    }

    /// How it is now.
    pub(crate) fn mark(&self) -> Mark {
        Mark {
            known: self.known(),
            cursor: self.cursor,
            revision: self.revision,
            replay_end: self.replay_end,
            is_by_hand: self.is_by_hand,
        }
    }

    /// How it was before its choices changed, if they have since; with how it ended if something was cut off.
    pub(crate) fn changed_since(&mut self, mark: Mark) -> Option<(Edit, Option<Ending>)> {
        let cut = self.cut.take();
        if self.revision == mark.revision {
            return None;
        }
        let (edit, ending) = cut.unwrap_or_else(|| {
            let edit = Edit {
                at: mark.known,
                ..Edit::default()
            };
            (edit, None)
        });
        let edit = Edit {
            cursor: mark.cursor,
            replay_end: mark.replay_end,
            is_by_hand: mark.is_by_hand,
            ..edit
        };
        Some((edit, ending))
    }

    /// The learner takes a step of their own choosing.
    ///
    /// # Errors
    /// As with [`Run::take`].
    pub(crate) fn choose(&mut self, choice: Choice) -> Result<(), String> {
        let revision = self.revision;
        self.take(choice)?;
        self.is_by_hand |= self.revision != revision;
        Ok(())
    }

    pub(crate) fn setup(&self) -> &Setup {
        &self.setup
    }

    /// Whether the run has ended at the cursor.
    pub(crate) fn is_over(&self) -> bool {
        self.world.outcome().is_some()
    }

    /// Whether the replayed schedule has just been used up.
    pub(crate) fn is_at_replay_end(&self) -> bool {
        self.replay_end == Some(self.cursor)
    }

    /// Lets somebody else pick from now on. What was known of the future was the other's choice; a replay stays.
    pub(crate) fn set_policy(&mut self, policy: PolicyKind) {
        if self.replay_end.is_none() {
            self.forget_future();
        }
        self.policy = policy;
        self.scheduler = Scheduler::new(policy_of(policy, self.setup.seed));
    }

    /// What could happen next.
    pub(crate) fn open_choices(&self) -> Vec<Choice> {
        let mut open = Vec::new();
        self.world.choices(&mut open);
        open
    }

    /// The choices up to the cursor.
    pub(crate) fn taken(&self) -> &[Choice] {
        &self.choices[..self.cursor as usize]
    }

    /// The world at a cursor in what is known; that of the run stays where it is.
    pub(crate) fn world_at(&self, cursor: u32) -> World {
        let cursor = cursor.min(self.known());
        let (saved, world) = self.trail.before(cursor);
        let mut world = world.clone();
        let mut log = Log::new(Detail::Again);
        for &choice in &self.choices[saved as usize..cursor as usize] {
            world
                .step(choice, &mut log)
                .expect("a choice that was taken before from the same world is open");
        }
        world
    }

    /// The choices up to the cursor, as a schedule.
    pub(crate) fn schedule(&self) -> Schedule {
        let mut schedule = Schedule::new(&self.setup);
        schedule.choices = self.choices[..self.cursor as usize].to_vec();
        schedule
    }

    /// All choices that are known, those after the cursor too.
    pub(crate) fn whole_schedule(&self) -> Schedule {
        let mut schedule = Schedule::new(&self.setup);
        schedule.choices.clone_from(&self.choices);
        schedule
    }

    /// The step after the cursor: the one that is known, else the policy's. `None` when there is none, or when the learner
    /// has to pick.
    pub(crate) fn next_choice(&mut self) -> Option<Choice> {
        let mut scheduler = std::mem::replace(&mut self.scheduler, Scheduler::new(Policy::Fifo));
        let choice = self.choice_by(&mut scheduler);
        self.scheduler = scheduler;
        choice
    }

    fn choice_by(&self, scheduler: &mut Scheduler) -> Option<Choice> {
        if let Some(&known) = self.choices.get(self.cursor as usize) {
            return Some(known);
        }
        match self.policy {
            PolicyKind::Fifo | PolicyKind::Random => scheduler.next(&self.world),
            PolicyKind::Manual => match self.open_choices()[..] {
                [only] => Some(only),
                [] | [_, _, ..] => None,
            },
        }
    }

    /// Takes a step. What was known beyond the cursor stays if the step is the one that is known, and is forgotten if not.
    ///
    /// # Errors
    /// Why the choice is not open, in a sentence; nothing has changed then.
    pub(crate) fn take(&mut self, choice: Choice) -> Result<(), String> {
        self.settle(u32::MAX);
        let is_known = self.choices.get(self.cursor as usize) == Some(&choice);
        let mut log = Log::new(if is_known { Detail::Again } else { Detail::Everything });
        self.world.step(choice, &mut log).map_err(|refused| refused.reason)?;
        if !is_known {
            self.forget_future();
            self.choices.push(choice);
            self.revision += 1;
            self.timeline.extend(&log.events);
        }
        self.cursor += 1;
        self.at = self.cursor;
        self.trail.note(self.cursor, &self.world);
        Ok(())
    }

    fn forget_future(&mut self) {
        if self.cursor < self.known() {
            let ending = self.timeline.ending_at(u32::MAX).cloned();
            let edit = Edit {
                at: self.cursor,
                tail: self.choices.split_off(self.cursor as usize),
                cursor: self.cursor,
                replay_end: self.replay_end.take(),
                is_by_hand: self.is_by_hand,
                kept_as: None,
            };
            self.cut = Some((edit, ending));
            self.revision += 1;
            self.open_counts.truncate(self.cursor as usize);
            self.timeline.cut(self.cursor);
            self.glance.cut(self.cursor);
            self.names = Rc::default();
            if self.meter.events() > self.timeline.event_count() as u64 {
                self.meter = Meter::new();
            }
            self.trail.cut(self.cursor);
        }
    }
}

fn policy_of(policy: PolicyKind, seed: u64) -> Policy {
    match policy {
        PolicyKind::Random => Policy::Random { seed },
        PolicyKind::Fifo | PolicyKind::Manual => Policy::Fifo,
    }
}
