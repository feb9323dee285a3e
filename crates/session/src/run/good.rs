//! A run of the same program that ends well, to compare one with. Owns how it is looked for: the last choice of the given run
//! that could have saved it, so that the two are the same for as long as possible; else any run that goes well.

use timeline::Timeline;
use world::{Choice, Detail, EventKind, Log, Outcome, Policy, Scheduler, World};

use super::Run;

/// How many of the last steps are tried another way.
const STEPS_TRIED: u32 = 120;
/// How many steps all tries together may take.
const STEPS_MAX: u64 = 60_000;
/// How many operations of the VM count as one more step.
const OPS_PER_STEP: u64 = 500;
/// How many runs at random are tried in the end.
const RANDOM_RUNS: u64 = 20;

impl Run {
    /// The choices of a run that ends well, if one is found.
    pub(crate) fn good_choices(&self) -> Option<Vec<Choice>> {
        // What goes wrong at the end of every run is not what is looked at.
        [Demand::Spotless, Demand::Finished].into_iter().find_map(|demand| {
            let mut left = STEPS_MAX;
            self.saved(demand, &mut left)
                .or_else(|| self.any_good(demand, &mut left))
        })
    }

    /// What all the choices lead to that are given, as a timeline.
    pub(crate) fn timeline_of(&self, choices: &[Choice]) -> Timeline {
        let mut other = self.again();
        for &choice in choices {
            if other.take(choice).is_err() {
                break;
            }
        }
        other.timeline
    }

    /// As this run up to some step, the last that is possible.
    fn saved(&self, demand: Demand, left: &mut u64) -> Option<Vec<Choice>> {
        let first = self.known().saturating_sub(STEPS_TRIED);
        let mut told = self.timeline.events();
        let wrong = told.find(|event| demand.forbids(&event.kind)).map(|event| event.step);
        let worlds = self.walk(first, self.known(), |world, _| world.clone());
        for (index, world) in worlds.iter().enumerate().rev() {
            let step = first as usize + index;
            // What has gone wrong no later choice takes back.
            if wrong.is_some_and(|wrong| (wrong as usize) < step) {
                continue;
            }
            let mut open = Vec::new();
            world.choices(&mut open);
            for choice in open.into_iter().filter(|choice| *choice != self.choices[step]) {
                let mut tail = vec![choice];
                if ends_well(world.clone(), &mut tail, Policy::Fifo, demand, left) {
                    let mut choices = self.choices[..step].to_vec();
                    choices.append(&mut tail);
                    return Some(choices);
                }
            }
        }
        None
    }

    fn any_good(&self, demand: Demand, left: &mut u64) -> Option<Vec<Choice>> {
        let (_, beginning) = self.trail.before(0);
        let policies = std::iter::once(Policy::Fifo).chain((1..=RANDOM_RUNS).map(|seed| Policy::Random { seed }));
        policies.into_iter().find_map(|policy| {
            let mut choices = Vec::new();
            ends_well(beginning.clone(), &mut choices, policy, demand, left).then_some(choices)
        })
    }
}

/// Takes the choices, then those of a policy, which are added. Whether that ends well.
fn ends_well(mut world: World, choices: &mut Vec<Choice>, policy: Policy, demand: Demand, left: &mut u64) -> bool {
    let mut scheduler = Scheduler::new(policy);
    let mut log = Log::new(Detail::Findings);
    let mut taken = 0;
    while *left > 0 {
        let choice = match choices.get(taken) {
            Some(&given) => given,
            None => match scheduler.next(&world) {
                Some(next) => {
                    choices.push(next);
                    next
                }
                None => break,
            },
        };
        let ops = world.ops();
        if world.step(choice, &mut log).is_err() || log.events.iter().any(|event| demand.forbids(&event.kind)) {
            return false;
        }
        log.events.clear();
        taken += 1;
        *left = left.saturating_sub(1 + (world.ops() - ops) / OPS_PER_STEP);
    }
    matches!(world.outcome(), Some(Outcome::Finished))
}

/// What is asked of a run that ends well.
#[derive(Clone, Copy)]
enum Demand {
    /// Nothing that a check would report of a single run.
    Spotless,
    /// Every task finishes, and no update is lost on the way.
    Finished,
}

impl Demand {
    fn forbids(self, kind: &EventKind) -> bool {
        let is_spot = matches!(kind, EventKind::OverRelease { .. } | EventKind::Leaked { .. });
        let is_wrong = matches!(
            kind,
            EventKind::LostUpdate { .. }
                | EventKind::RunFailed { .. }
                | EventKind::Deadlocked { .. }
                | EventKind::LimitReached { .. }
        );
        is_wrong || (is_spot && matches!(self, Demand::Spotless))
    }
}
