//! Worlds saved along a run, so that any step is a short replay away. Owns how many there are and where: at even
//! intervals, which double when there would be too many, or as many would take too much memory.

use world::World;

/// How many worlds are kept at most.
const WORLDS_MAX: usize = 256;
/// As many are kept however large they are.
const WORLDS_MIN: usize = 32;
/// How many tasks the kept worlds may have together: each costs some memory in every world that has changed it.
const TASKS_MAX: usize = 400_000;
/// The distance of saved worlds in a short run, in steps.
const INTERVAL_MIN: u32 = 16;

/// Saved worlds, the first of them at step 0.
#[derive(Clone, Debug)]
pub(crate) struct Trail {
    interval: u32,
    /// The world after `index * interval` steps.
    worlds: Vec<World>,
}

impl Trail {
    pub(crate) fn new(beginning: World) -> Trail {
        Trail {
            interval: INTERVAL_MIN,
            worlds: vec![beginning],
        }
    }

    /// Keeps the world if its step is due.
    pub(crate) fn note(&mut self, step: u32, world: &World) {
        let due = self
            .interval
            .saturating_mul(u32::try_from(self.worlds.len()).unwrap_or(u32::MAX));
        if step != due {
            return;
        }
        self.worlds.push(world.clone());
        let room = (TASKS_MAX / world.task_count().max(1)).clamp(WORLDS_MIN, WORLDS_MAX);
        while self.worlds.len() > room {
            let mut index = 0;
            self.worlds.retain(|_| {
                index += 1;
                index % 2 == 1
            });
            self.interval *= 2;
        }
    }

    /// The last saved world at or before a step, and its step.
    pub(crate) fn before(&self, step: u32) -> (u32, &World) {
        let index = ((step / self.interval) as usize).min(self.worlds.len() - 1);
        (
            u32::try_from(index).unwrap_or(u32::MAX).saturating_mul(self.interval),
            &self.worlds[index],
        )
    }

    /// Forgets the worlds after a step.
    pub(crate) fn cut(&mut self, step: u32) {
        self.worlds.truncate((step / self.interval) as usize + 1);
    }
}
