//! Worlds saved along a run, so that any step is a short replay away. Owns how many there are and where: at even
//! intervals, which double when there would be too many, or as many would take too much memory.

use world::World;

/// How many worlds are kept at most.
const WORLDS_MAX: usize = 256;
/// As many are kept however large they are.
const WORLDS_MIN: usize = 5;
/// How many tasks the kept worlds may have together: each costs more than a kilobyte in every world that has changed it.
const TASKS_MAX: usize = 50_000;
/// How far before the cursor worlds are kept besides, in steps: whoever goes back a step goes back another.
const NEAR: [u32; 4] = [16, 64, 256, 1_024];
/// The distance of saved worlds in a short run, in steps.
const INTERVAL_MIN: u32 = 16;

/// Saved worlds, the first of them at step 0.
#[derive(Clone, Debug)]
pub(crate) struct Trail {
    interval: u32,
    /// The world after `index * interval` steps.
    worlds: Vec<World>,
    /// Worlds before the place that was gone to last, by their steps.
    near: Vec<(u32, World)>,
}

impl Trail {
    pub(crate) fn new(beginning: World) -> Trail {
        Trail {
            interval: INTERVAL_MIN,
            worlds: vec![beginning],
            near: Vec::new(),
        }
    }

    /// On the way to `cursor`: keeps the world if it stands where a short way back is to begin.
    pub(crate) fn pass(&mut self, cursor: u32, step: u32, world: &World) {
        if NEAR.iter().any(|distance| cursor.checked_sub(*distance) == Some(step)) {
            self.near.retain(|(at, _)| *at != step);
            self.near.push((step, world.clone()));
            let extra = self.near.len().saturating_sub(NEAR.len());
            self.near.drain(..extra);
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
        let at = u32::try_from(index).unwrap_or(u32::MAX).saturating_mul(self.interval);
        let near = self.near.iter().filter(|(near, _)| *near > at && *near <= step);
        match near.max_by_key(|(near, _)| *near) {
            Some((near, world)) => (*near, world),
            None => (at, &self.worlds[index]),
        }
    }

    /// Forgets the worlds after a step.
    pub(crate) fn cut(&mut self, step: u32) {
        self.worlds.truncate((step / self.interval) as usize + 1);
        self.near.retain(|(near, _)| *near <= step);
    }
}
