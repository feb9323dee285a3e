//! Who goes next when nobody is asked.
//!
//! Owns the policies of an ordinary run. A policy only picks among the open choices; it cannot move a world.

use std::collections::BTreeMap;

use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

use crate::task::Progress;
use crate::{Choice, Schedule, World};

/// How an ordinary run picks among the open choices. A learner or a checker picks by itself.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Policy {
    /// The running task goes on until it cannot, then the one that has been ready longest.
    Fifo,
    /// Any open choice, drawn from a seeded generator.
    Random {
        /// The seed.
        seed: u64,
    },
    /// By priorities drawn from a seeded generator, which change at a few points: PCT (Burckhardt, Kothari, Musuvathi and
    /// Nagarakatte, "A randomized scheduler with probabilistic guarantees of finding bugs", 2010).
    Pct {
        /// The seed.
        seed: u64,
        /// How many ordering constraints a run is to meet: priorities change at one point fewer. 3 finds most.
        depth: u32,
        /// How many steps a run has, about: the points are spread over them.
        steps: u32,
    },
    /// The choices of a schedule, until it is used up.
    Replay(Schedule),
}

/// A policy in use.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scheduler {
    policy: Policy,
    generator: Pcg32,
    position: usize,
    misfit: Option<Choice>,
    open: Vec<Choice>,
    /// Of each task, of the clock and of what is under way outside, once it was there to be chosen.
    priorities: BTreeMap<Choice, u32>,
    /// The steps at which the priority of whoever would go on drops below all others, in order.
    changes: Vec<u32>,
}

impl Scheduler {
    /// Begins with the first choice.
    #[must_use]
    pub fn new(policy: Policy) -> Scheduler {
        let seed = match &policy {
            Policy::Random { seed } | Policy::Pct { seed, .. } => *seed,
            Policy::Fifo | Policy::Replay(_) => 0,
        };
        let mut generator = Pcg32::seed_from_u64(seed);
        let mut changes = Vec::new();
        if let Policy::Pct { depth, steps, .. } = policy {
            changes.extend((1..depth).map(|_| generator.next_u32() % steps.max(1)));
            changes.sort_unstable();
        }
        Scheduler {
            policy,
            generator,
            position: 0,
            misfit: None,
            open: Vec::new(),
            priorities: BTreeMap::new(),
            changes,
        }
    }

    /// The next choice; `None` when the run has ended, or the schedule is used up or does not fit.
    pub fn next(&mut self, world: &World) -> Option<Choice> {
        if let (Policy::Fifo, false, Some(choice)) = (&self.policy, is_someone_due(world), world.going_on()) {
            return Some(choice);
        }
        world.choices(&mut self.open);
        if self.open.is_empty() {
            return None;
        }
        match &self.policy {
            Policy::Fifo => Some(first_in_line(world, &self.open)),
            Policy::Random { .. } => Some(self.any_open()),
            Policy::Pct { .. } => Some(self.foremost(world.steps())),
            Policy::Replay(schedule) => {
                let choice = *schedule.choices.get(self.position)?;
                if !self.open.contains(&choice) {
                    self.misfit = Some(choice);
                    return None;
                }
                self.position += 1;
                Some(choice)
            }
        }
    }

    fn any_open(&mut self) -> Choice {
        // The bias of the remainder is below 2^-24 for any number of tasks that a run may have.
        let index = self.generator.next_u32() as usize % self.open.len();
        self.open[index]
    }

    /// The open choice of the highest priority. What a task picks has none: it is drawn.
    fn foremost(&mut self, step: u32) -> Choice {
        if matches!(self.open[0], Choice::Pick(_)) {
            return self.any_open();
        }
        loop {
            for &choice in &self.open {
                // The low priorities are left to those that change.
                let drawn = || self.generator.next_u32() | 1 << 31;
                self.priorities.entry(choice).or_insert_with(drawn);
            }
            let foremost = self.open.iter().copied().max_by_key(|choice| self.priorities[choice]);
            let foremost = foremost.unwrap_or(self.open[0]);
            if self.changes.first().is_none_or(|&change| change > step) {
                return foremost;
            }
            self.changes.remove(0);
            self.priorities.insert(foremost, self.changes.len() as u32);
        }
    }

    /// The choice of the replayed schedule that was not open, if that is why it ended.
    #[must_use]
    pub fn misfit(&self) -> Option<Choice> {
        self.misfit
    }

    /// How many choices of the replayed schedule were taken.
    #[must_use]
    pub fn position(&self) -> usize {
        self.position
    }
}

/// Whether a timer is due that may wake someone who goes before all others.
fn is_someone_due(world: &World) -> bool {
    world.has_priorities() && world.is_timer_due()
}

/// First in, first out: whoever runs goes on; then whoever has been ready longest; the clock last, unless whoever it wakes
/// may be more urgent.
fn first_in_line(world: &World, open: &[Choice]) -> Choice {
    if is_someone_due(world) && open.contains(&Choice::Advance) {
        return Choice::Advance;
    }
    let goes_on = world.last_ran.map(Choice::Run).filter(|choice| {
        open.contains(choice) && world.last_ran.is_some_and(|task| world.task(task).current.is_some())
    });
    let longest = || {
        open.iter()
            .copied()
            .filter_map(|choice| match choice {
                Choice::Run(task) if world.task(task).progress != Progress::Failed || open.len() == 1 => {
                    Some((world.task(task).ready_since, choice))
                }
                Choice::Run(_) | Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => None,
            })
            .min_by_key(|&(since, _)| since)
            .map(|(_, choice)| choice)
    };
    goes_on.or_else(longest).unwrap_or(open[0])
}
