//! Trying out what the search found.
//!
//! Owns the run of a way from the start, on a fresh world with everything written down. Nothing that was not shown
//! again by such a run is ever reported.

use std::collections::BTreeSet;

use world::{Choice, Detail, Event, EventKind, Log, Schedule, TaskId, TaskState, World};

use crate::Verdict;
use crate::run::{RacingAccess, Runs, diagnoses};
use crate::search::{Found, Way, WayStep};
use crate::system::End;

/// A way that was run, with all that happened.
#[derive(Clone, Debug)]
pub(crate) struct Replayed {
    pub(crate) world: World,
    pub(crate) log: Log,
    pub(crate) schedule: Schedule,
    pub(crate) switches: u32,
    pub(crate) preemptions: u32,
    /// How many steps at the end lead round.
    pub(crate) lap: Option<u32>,
    /// The task that waits for ever.
    pub(crate) waiting: Option<TaskId>,
    /// Two accesses that could both come next.
    pub(crate) race: Option<(RacingAccess, RacingAccess)>,
    watched: Watched,
}

/// What was seen on the lap.
#[derive(Clone, Debug, Default)]
struct Watched {
    /// Tasks that could go on in every state so far; `None` before the first.
    always_ready: Option<BTreeSet<TaskId>>,
    /// Tasks that took a step, and those of them that did more than to ask again in vain.
    stepped: BTreeSet<TaskId>,
    ran: BTreeSet<TaskId>,
    /// Whether somebody could have been let in.
    has_switch: bool,
}

/// Why a way does not show what it should.
#[derive(Clone, Debug)]
pub(crate) struct Mismatch {
    pub(crate) reason: String,
    /// As far as it went.
    pub(crate) schedule: Schedule,
}

/// Runs a way, and makes sure that it shows what was found.
pub(crate) fn replay(runs: &mut Runs, found: &Found, way: &Way) -> Result<Replayed, Mismatch> {
    let mut log = Log::new(Detail::Everything);
    let world = runs.observed(&mut log);
    let schedule = Schedule::new(runs.setup());
    let start = runs.key_of(&world);
    let mut replayed = Replayed {
        world,
        log,
        schedule,
        switches: 0,
        preemptions: 0,
        lap: way.lap,
        waiting: way.waiting,
        race: None,
        watched: Watched::default(),
    };
    let lap_start = way.steps.len() - way.lap.unwrap_or(0) as usize;
    let mut last = None;
    let mut before_last = None;
    for (at, step) in way.steps.iter().enumerate() {
        match follow(runs, &replayed.world, &mut replayed.log, *step) {
            Some((world, choice)) => {
                replayed.count_switch(&mut last, choice);
                if at >= lap_start {
                    replayed.watch(choice);
                }
                before_last = Some(std::mem::replace(&mut replayed.world, world));
                replayed.schedule.choices.push(choice);
            }
            None => {
                let reason = format!(
                    "step {} does not lead where the search saw it lead",
                    replayed.schedule.choices.len()
                );
                return Err(Mismatch {
                    reason,
                    schedule: replayed.schedule,
                });
            }
        }
    }
    if let Some(second) = way.second {
        replayed.take_second(runs, before_last.as_ref(), second, &mut last);
    }
    if shows(runs, &replayed, found, way, start) {
        Ok(replayed)
    } else {
        let reason = format!("the run does not end in the verdict `{}`", found.verdict);
        Err(Mismatch {
            reason,
            schedule: replayed.schedule,
        })
    }
}

/// Takes a step to the state with the right key, if it has one. States with the same key may differ in the names of their tasks, so
/// that after another way to such a state another choice than the stored one may be the one that is meant.
fn follow(runs: &mut Runs, world: &World, log: &mut Log, step: WayStep) -> Option<(World, Choice)> {
    let event_count = log.events.len();
    let mut choices = Vec::new();
    world.choices(&mut choices);
    let others = choices.iter().copied().filter(|&choice| choice != step.choice);
    for choice in std::iter::once(step.choice).chain(others) {
        let mut next = world.clone();
        let leads_there = |next: &World, runs: &mut Runs| step.key.is_none_or(|key| runs.key_of(next) == key);
        if next.step(choice, log).is_ok() && leads_there(&next, runs) {
            return Some((next, choice));
        }
        log.events.truncate(event_count);
    }
    None
}

impl Replayed {
    /// Counts the switch that `choice` makes; called before the world has taken it.
    fn count_switch(&mut self, last: &mut Option<TaskId>, choice: Choice) {
        let Choice::Run(task) = choice else { return };
        if let Some(before) = last.filter(|&before| before != task) {
            self.switches += 1;
            let mut choices = Vec::new();
            self.world.choices(&mut choices);
            self.preemptions += u32::from(choices.contains(&Choice::Run(before)));
        }
        *last = Some(task);
    }

    /// Takes the second step of a race, if it conflicts with the first, from where both were open.
    fn take_second(&mut self, runs: &mut Runs, open: Option<&World>, second: Choice, last: &mut Option<TaskId>) {
        let (Some(open), Some(&first)) = (open, self.schedule.choices.last()) else {
            return;
        };
        self.race = runs.race(open, first, second);
        self.count_switch(last, second);
        let is_taken = self.world.step(second, &mut self.log).is_ok();
        if is_taken {
            self.schedule.choices.push(second);
        } else {
            self.race = None;
        }
    }

    /// Looks at a step of the lap; called before the world has moved to where it leads, and after it was logged.
    fn watch(&mut self, choice: Choice) {
        let mut open = Vec::new();
        self.world.choices(&mut open);
        let mut held_back = Vec::new();
        let is_cut_off = self.world.held_back(&open, &mut held_back);
        let runnable = open.iter().filter_map(|choice| match choice {
            Choice::Run(task) => Some(*task),
            Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => None,
        });
        let ready: BTreeSet<TaskId> = runnable.chain(held_back).collect();
        let watched = &mut self.watched;
        watched.has_switch |= !is_cut_off;
        watched.always_ready = Some(match watched.always_ready.take() {
            Some(before) => before.intersection(&ready).copied().collect(),
            None => ready,
        });
        let actor = match choice {
            Choice::Run(task) => Some(task),
            Choice::Pick(_) => self.world.picker(),
            Choice::Advance | Choice::Complete(_) => None,
        };
        if let Some(task) = actor {
            watched.stepped.insert(task);
            if !self.log.retried_in_vain {
                watched.ran.insert(task);
            }
        }
    }

    /// Whether a fair scheduler could repeat the lap for ever.
    fn is_fair(&self) -> bool {
        let left_out = |ready: &BTreeSet<TaskId>| !ready.is_subset(&self.watched.stepped);
        !self.watched.has_switch || !self.watched.always_ready.as_ref().is_some_and(left_out)
    }

    /// Whether the task that is said to wait has not ended and did not get on.
    fn has_waited(&self) -> bool {
        let Some(task) = self.waiting.filter(|task| !self.watched.ran.contains(task)) else {
            return false;
        };
        let view = self.world.tasks().into_iter().find(|view| view.id == task);
        view.is_some_and(|view| !matches!(view.state, TaskState::Done | TaskState::Failed | TaskState::Cancelled))
    }

    /// What happened on the lap.
    pub(crate) fn lap_events(&self) -> &[Event] {
        self.events_from(self.step_count().saturating_sub(self.lap.unwrap_or(0)))
    }

    /// How many steps the run has.
    pub(crate) fn step_count(&self) -> u32 {
        u32::try_from(self.schedule.choices.len()).unwrap_or(u32::MAX)
    }

    /// What happened from a step on, counted from 0.
    pub(crate) fn events_from(&self, step: u32) -> &[Event] {
        let start = self.log.events.partition_point(|event| event.step < step);
        &self.log.events[start..]
    }

    /// What happened in the last step.
    pub(crate) fn last_events(&self) -> &[Event] {
        self.events_from(self.step_count().saturating_sub(1))
    }
}

fn shows(runs: &Runs, replayed: &Replayed, found: &Found, way: &Way, start: u128) -> bool {
    let verdict = found.verdict;
    let is_end = || runs.end_of(&replayed.world) == Some(End::Bad(verdict));
    let is_diagnosed = || diagnoses(replayed.last_events()).contains(verdict);
    let is_endless = || replayed.world.outcome().is_none() && is_closed(way, start) && replayed.is_fair();
    match verdict {
        Verdict::Assertion
        | Verdict::Always
        | Verdict::Eventually
        | Verdict::Breach
        | Verdict::Exception
        | Verdict::Deadlock
        | Verdict::FinalOutput => is_end(),
        Verdict::LostUpdate | Verdict::Leak => is_diagnosed(),
        Verdict::OverRelease => is_diagnosed() || is_end(),
        Verdict::Race => replayed.race.is_some(),
        Verdict::Livelock => {
            let progress = |event: &Event| event.kind == EventKind::Progressed;
            is_endless() && !replayed.lap_events().iter().any(progress)
        }
        Verdict::Starvation => is_endless() && replayed.has_waited(),
        Verdict::Stuck => replayed.world.outcome().is_none() && replayed.has_waited(),
        Verdict::Sometimes => found.names.iter().any(|name| is_named_and_false(replayed, name)),
        // No run shows either of these.
        Verdict::Holds | Verdict::Bounded => false,
    }
}

/// Whether the last step names a condition given to `sometimes` that has not been true.
fn is_named_and_false(replayed: &Replayed, condition: &str) -> bool {
    let is_named = replayed
        .last_events()
        .iter()
        .any(|event| matches!(&event.kind, EventKind::PropertyNamed { name, .. } if name == condition));
    let is_held = replayed
        .log
        .events
        .iter()
        .any(|event| matches!(&event.kind, EventKind::SometimesHeld { name } if name == condition));
    is_named && !is_held
}

/// Whether the lap ends where it begins; `start` is the key of the initial state.
fn is_closed(way: &Way, start: u128) -> bool {
    let Some(lap) = way
        .lap
        .map(|lap| lap as usize)
        .filter(|&lap| lap > 0 && lap <= way.steps.len())
    else {
        return false;
    };
    let before = way.steps[..way.steps.len() - lap]
        .last()
        .map_or(Some(start), |step| step.key);
    before.is_some() && way.steps.last().is_some_and(|step| step.key == before)
}
