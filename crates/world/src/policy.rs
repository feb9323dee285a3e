//! Who goes next when nobody is asked.
//!
//! Owns the policies of an ordinary run. A policy only picks among the open choices; it cannot move a world.

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
}

impl Scheduler {
    /// Begins with the first choice.
    #[must_use]
    pub fn new(policy: Policy) -> Scheduler {
        let seed = match &policy {
            Policy::Random { seed } => *seed,
            Policy::Fifo | Policy::Replay(_) => 0,
        };
        Scheduler {
            policy,
            generator: Pcg32::seed_from_u64(seed),
            position: 0,
            misfit: None,
            open: Vec::new(),
        }
    }

    /// The next choice; `None` when the run has ended, or the schedule is used up or does not fit.
    pub fn next(&mut self, world: &World) -> Option<Choice> {
        if let (Policy::Fifo, Some(choice)) = (&self.policy, world.going_on()) {
            return Some(choice);
        }
        world.choices(&mut self.open);
        if self.open.is_empty() {
            return None;
        }
        match &self.policy {
            Policy::Fifo => Some(first_in_line(world, &self.open)),
            Policy::Random { .. } => {
                // The bias of the remainder is below 2^-24 for any number of tasks that a run may have.
                let index = self.generator.next_u32() as usize % self.open.len();
                Some(self.open[index])
            }
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

/// First in, first out: whoever runs goes on; then whoever has been ready longest; the clock last.
fn first_in_line(world: &World, open: &[Choice]) -> Choice {
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
