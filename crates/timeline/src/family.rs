//! Lanes of a kind: neighbours whose names differ in nothing but a number, as `w1`, `w2`, `w3`. Owns who belongs together
//! and what each such family is called. Whether one is shown as a row or as many is decided elsewhere.

use world::{EventKind, TaskId};

use crate::census::{Census, Tally};
use crate::scene::look_of_phase;
use crate::{Lane, Timeline, Tone};

/// From how many lanes on a family can be shown as one row.
pub(crate) const FAMILY_MIN: u32 = 12;

/// Neighbours with like names.
#[derive(Clone, PartialEq, Debug)]
pub struct Family {
    /// The lane with the lowest number: who the family is, for it never changes.
    pub first: TaskId,
    /// How many lanes it has; their numbers follow each other.
    pub count: u32,
    /// What all names begin with.
    stem: String,
    /// What its lanes do, once they are so many that they can be shown as one.
    census: Option<Census>,
}

impl Family {
    /// Whether it has so many lanes that it can be shown as one row.
    #[must_use]
    pub fn is_large(&self) -> bool {
        self.count >= FAMILY_MIN
    }

    /// Whether a lane belongs to it.
    #[must_use]
    pub fn contains(&self, task: TaskId) -> bool {
        task.0 >= self.first.0 && task.0 - self.first.0 < self.count
    }

    /// The numbers of its lanes.
    pub fn lanes(&self) -> impl DoubleEndedIterator<Item = TaskId> + use<> {
        (self.first.0..self.first.0 + self.count).map(TaskId)
    }

    /// What its lanes are doing at a cursor: whoever takes the step after it is ready for it.
    #[must_use]
    pub fn standing_at(&self, timeline: &Timeline, cursor: u32) -> Tally {
        let mut tally = self.tally_at(timeline, cursor);
        for event in timeline.events_of(cursor) {
            let lane = timeline.lane(event.task).filter(|lane| self.contains(lane.task));
            let Some(lane) = lane.filter(|_| event.kind == EventKind::Resumed) else {
                continue;
            };
            let phase = lane.look_at(cursor).map(|(tone, _)| tone);
            let state = timeline.state_at(lane.task, cursor).map(|kind| look_of_phase(&kind).0);
            if let (Some(phase), Some(state)) = (phase, state) {
                tally.change(phase, state);
            }
        }
        tally
    }

    /// What its lanes do from a boundary on.
    #[must_use]
    pub fn tally_at(&self, timeline: &Timeline, boundary: u32) -> Tally {
        if let Some(census) = &self.census {
            return census.at(boundary);
        }
        let mut tally = Tally::default();
        for lane in self.lanes().filter_map(|task| timeline.lane(task)) {
            if let Some((tone, _)) = lane.look_at(boundary) {
                tally.count(tone);
            }
        }
        tally
    }
}

/// All families, in the order of their lanes.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Families(Vec<Family>);

impl Families {
    pub(crate) fn list(&self) -> &[Family] {
        &self.0
    }

    /// The family of a lane.
    pub(crate) fn of(&self, task: TaskId) -> Option<&Family> {
        let index = self.0.partition_point(|family| family.first <= task).checked_sub(1)?;
        self.0.get(index).filter(|family| family.contains(task))
    }

    /// A new lane: the last of `lanes`.
    pub(crate) fn join(&mut self, lanes: &[Lane]) {
        let Some(lane) = lanes.last() else { return };
        let stem = stem(&lane.name);
        match self.0.last_mut().filter(|family| family.stem == stem) {
            Some(family) => {
                family.count += 1;
                if family.count == FAMILY_MIN {
                    family.census = Some(census_of(&lanes[family.first.0 as usize..]));
                } else if let Some(census) = &mut family.census {
                    census.add(lane.born, None, Tone::Ready);
                }
            }
            None => self.0.push(Family {
                first: lane.task,
                count: 1,
                stem: stem.to_owned(),
                census: None,
            }),
        }
    }

    /// A lane has another tone from a boundary on.
    pub(crate) fn change(&mut self, task: TaskId, boundary: u32, from: Tone, to: Tone) {
        let Some(index) = self.0.partition_point(|family| family.first <= task).checked_sub(1) else {
            return;
        };
        if let Some(census) = &mut self.0[index].census {
            census.add(boundary, Some(from), to);
        }
    }
}

impl Families {
    /// Takes back the last changes of a lane that has not left yet, so many of them.
    pub(crate) fn forget(&mut self, task: TaskId, count: usize) {
        let Some(index) = self.0.partition_point(|family| family.first <= task).checked_sub(1) else {
            return;
        };
        if let Some(census) = &mut self.0[index].census {
            census.forget(count);
        }
    }

    /// The first so many lanes are all there are.
    pub(crate) fn leave(&mut self, lanes: usize) {
        let there = self.0.partition_point(|family| (family.first.0 as usize) < lanes);
        self.0.truncate(there);
        let Some(last) = self.0.last_mut() else { return };
        let left = u32::try_from(lanes - last.first.0 as usize).unwrap_or(u32::MAX);
        last.count = last.count.min(left);
        if last.count < FAMILY_MIN {
            last.census = None;
        }
    }
}

/// What these lanes have done so far.
fn census_of(lanes: &[Lane]) -> Census {
    let mut changes: Vec<(u32, Option<Tone>, Tone)> = Vec::new();
    for lane in lanes {
        let mut before = None;
        for phase in &lane.stretches {
            let tone = phase.look().0;
            changes.push((phase.start_step, before, tone));
            before = Some(tone);
        }
    }
    // Those of one lane stay in their order.
    changes.sort_by_key(|(boundary, _, _)| *boundary);
    let mut census = Census::default();
    for (boundary, from, to) in changes {
        census.add(boundary, from, to);
    }
    census
}

/// A name without the number at its end.
fn stem(name: &str) -> &str {
    let separators = [' ', '-', '_', '#', '.', ':'];
    name.trim_end_matches(|letter: char| letter.is_ascii_digit())
        .trim_end_matches(separators)
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn names_that_differ_in_a_number_have_one_stem() {
        for name in ["worker", "worker 2", "worker-17", "worker#3", "worker_4", "worker5"] {
            assert_eq!(stem(name), "worker", "{name}");
        }
        assert_eq!(stem("42"), "");
        assert_ne!(stem("reader 1"), stem("writer 1"));
    }
}
