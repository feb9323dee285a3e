//! Trying out what the search found.
//!
//! Owns the run of a way from the start, on a fresh world with everything written down. Nothing that was not shown
//! again by such a run is ever reported.

use world::{Choice, Detail, Event, Log, Schedule, TaskId, World};

use crate::Verdict;
use crate::run::{Runs, diagnosis};
use crate::search::{Way, WayStep};
use crate::system::{End, System};

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
}

/// Why a way does not show what it should.
#[derive(Clone, Debug)]
pub(crate) struct Mismatch {
    pub(crate) reason: String,
    /// As far as it went.
    pub(crate) schedule: Schedule,
}

/// Runs a way, and makes sure that it shows the verdict.
pub(crate) fn replay(runs: &mut Runs, verdict: Verdict, way: &Way) -> Result<Replayed, Mismatch> {
    let mut log = Log::new(Detail::Everything);
    let world = runs.observed(&mut log);
    let schedule = Schedule::new(runs.setup());
    let start = runs.key(&world);
    let mut replayed = Replayed {
        world,
        log,
        schedule,
        switches: 0,
        preemptions: 0,
        lap: way.lap,
    };
    let mut last = None;
    for step in &way.steps {
        match follow(runs, &replayed.world, &mut replayed.log, *step) {
            Some((world, choice)) => {
                replayed.count_switch(&mut last, choice);
                replayed.world = world;
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
    if shows(runs, &replayed, verdict, way, start) {
        Ok(replayed)
    } else {
        let reason = format!("the run does not end in the verdict `{verdict}`");
        Err(Mismatch {
            reason,
            schedule: replayed.schedule,
        })
    }
}

/// Takes a step to the state with the right key. States with the same key may differ in the names of their tasks, so
/// that after another way to such a state another choice than the stored one may be the one that is meant.
fn follow(runs: &mut Runs, world: &World, log: &mut Log, step: WayStep) -> Option<(World, Choice)> {
    let event_count = log.events.len();
    let mut choices = Vec::new();
    world.choices(&mut choices);
    let others = choices.iter().copied().filter(|&choice| choice != step.choice);
    for choice in std::iter::once(step.choice).chain(others) {
        let mut next = world.clone();
        if next.step(choice, log).is_ok() && runs.key(&next) == step.key {
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

fn shows(runs: &Runs, replayed: &Replayed, verdict: Verdict, way: &Way, start: u128) -> bool {
    match verdict {
        Verdict::Assertion
        | Verdict::Always
        | Verdict::Eventually
        | Verdict::Breach
        | Verdict::Exception
        | Verdict::Deadlock
        | Verdict::FinalOutput => runs.end(&replayed.world) == Some(End::Bad(verdict)),
        Verdict::LostUpdate => diagnosis(replayed.last_events()) == Some(verdict),
        Verdict::Livelock => is_closed(way, start) && replayed.world.outcome().is_none(),
        // No run shows any of these, yet or ever.
        Verdict::Sometimes
        | Verdict::Stuck
        | Verdict::Race
        | Verdict::Starvation
        | Verdict::Leak
        | Verdict::OverRelease
        | Verdict::Holds
        | Verdict::Bounded => false,
    }
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
    let before = way.steps[..way.steps.len() - lap].last().map_or(start, |step| step.key);
    way.steps.last().is_some_and(|step| step.key == before)
}
