//! Which row shows what, from top to bottom. Owns the order of rows: pinned lanes first, then all others by number, large
//! families as one row unless they were opened. A row never changes its place among the others; it only comes or goes.

use std::collections::BTreeSet;

use world::TaskId;

use crate::{Family, Timeline};

/// What a row stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowKind {
    /// A lane.
    Lane,
    /// A lane of a family whose own row stands above it.
    Member,
    /// A family as one: so many lanes.
    Folded(u32),
    /// A family of so many lanes, all of which follow.
    Opened(u32),
}

/// A row, before it has a place on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// The lane, or the first of the family.
    pub task: TaskId,
    /// What it stands for.
    pub kind: RowKind,
    /// Whether the learner put it on top.
    pub is_pinned: bool,
}

/// What the learner asked for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wishes {
    /// The families, by their first lanes, whose lanes are all shown.
    pub opened: BTreeSet<TaskId>,
    /// The lanes on top.
    pub pinned: BTreeSet<TaskId>,
    /// A lane that is shown even if its family is folded.
    pub selected: Option<TaskId>,
    /// The only lanes to be shown, by number.
    pub only: Option<Vec<TaskId>>,
}

/// The rows in their order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Arrangement {
    /// First those on top, by number, then the others, by number.
    places: Vec<Place>,
    pinned: usize,
}

impl Arrangement {
    /// Every lane in a row of its own.
    #[must_use]
    pub fn plain(timeline: &Timeline) -> Arrangement {
        let lanes = timeline.lanes().iter();
        Arrangement {
            places: lanes.map(|lane| row(lane.task, RowKind::Lane)).collect(),
            pinned: 0,
        }
    }

    /// The rows that the learner asked for.
    #[must_use]
    pub fn new(timeline: &Timeline, wishes: &Wishes) -> Arrangement {
        let count = timeline.lanes().len();
        if let Some(only) = &wishes.only {
            let there = only.iter().filter(|task| (task.0 as usize) < count);
            let place = |task: &TaskId| Place {
                is_pinned: wishes.pinned.contains(task),
                ..row(*task, RowKind::Lane)
            };
            return Arrangement {
                places: there.map(place).collect(),
                pinned: 0,
            };
        }
        let there = wishes.pinned.iter().filter(|task| (task.0 as usize) < count);
        let mut places: Vec<Place> = there
            .map(|&task| Place {
                is_pinned: true,
                ..row(task, RowKind::Lane)
            })
            .collect();
        let pinned = places.len();
        for family in timeline.families() {
            add_family(&mut places, family, wishes);
        }
        Arrangement { places, pinned }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The rows from top to bottom.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The row that shows a lane: its own, or that of its family.
    #[must_use]
    pub fn row_of(&self, task: TaskId) -> Option<usize> {
        let (top, rest) = self.places.split_at(self.pinned);
        if let Ok(index) = top.binary_search_by_key(&task, |place| place.task) {
            return Some(index);
        }
        let end = rest.partition_point(|place| place.task <= task);
        // A lane that stands below its folded family hides the family from those that come after it.
        let mut before = rest[..end].iter().enumerate().rev();
        let found = before.find_map(|(index, place)| match place.kind {
            RowKind::Lane | RowKind::Member if place.task == task => Some(Some(index)),
            RowKind::Folded(count) => Some((task.0 - place.task.0 < count).then_some(index)),
            RowKind::Member => None,
            RowKind::Lane | RowKind::Opened(_) => Some(None),
        });
        found.flatten().map(|index| self.pinned + index)
    }
}

fn row(task: TaskId, kind: RowKind) -> Place {
    Place {
        task,
        kind,
        is_pinned: false,
    }
}

fn add_family(places: &mut Vec<Place>, family: &Family, wishes: &Wishes) {
    let free = family.lanes().filter(|task| !wishes.pinned.contains(task));
    if !family.is_large() {
        places.extend(free.map(|task| row(task, RowKind::Lane)));
    } else if wishes.opened.contains(&family.first) {
        places.push(row(family.first, RowKind::Opened(family.count)));
        places.extend(free.map(|task| row(task, RowKind::Member)));
    } else {
        places.push(row(family.first, RowKind::Folded(family.count)));
        let chosen = wishes.selected.filter(|task| family.contains(*task));
        let shown = chosen.filter(|task| !wishes.pinned.contains(task));
        places.extend(shown.map(|task| row(task, RowKind::Member)));
    }
}
