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

/// The rows in their order. Lanes that follow each other are one entry here, however many they are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Arrangement {
    /// The lanes on top, by number.
    top: Vec<TaskId>,
    /// The rows below them, by number.
    stretches: Vec<Stretch>,
    /// How many rows there are.
    len: usize,
    /// The lanes that the learner put on top, while those that a search finds stand where they are.
    pinned: BTreeSet<TaskId>,
}

/// Rows that follow each other, as their lanes do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Stretch {
    /// The first of the rows.
    row: usize,
    count: u32,
    task: TaskId,
    kind: RowKind,
}

impl Arrangement {
    /// Every lane in a row of its own.
    #[must_use]
    pub fn plain(timeline: &Timeline) -> Arrangement {
        let mut plain = Arrangement::default();
        for lane in timeline.lanes() {
            plain.add(lane.task, RowKind::Lane);
        }
        plain
    }

    /// The rows that the learner asked for.
    #[must_use]
    pub fn new(timeline: &Timeline, wishes: &Wishes) -> Arrangement {
        let count = timeline.lanes().len();
        let mut rows = Arrangement::default();
        if let Some(only) = &wishes.only {
            rows.pinned.clone_from(&wishes.pinned);
            for task in only.iter().filter(|task| (task.0 as usize) < count) {
                rows.add(*task, RowKind::Lane);
            }
            return rows;
        }
        let there = wishes.pinned.iter().filter(|task| (task.0 as usize) < count);
        rows.top = there.copied().collect();
        rows.len = rows.top.len();
        for family in timeline.families() {
            rows.add_family(family, wishes);
        }
        rows
    }

    fn add_family(&mut self, family: &Family, wishes: &Wishes) {
        if !family.is_large() {
            self.add_lanes(family, wishes, RowKind::Lane);
        } else if wishes.opened.contains(&family.first) {
            self.add(family.first, RowKind::Opened(family.count));
            self.add_lanes(family, wishes, RowKind::Member);
        } else {
            self.add(family.first, RowKind::Folded(family.count));
            let chosen = wishes.selected.filter(|task| family.contains(*task));
            if let Some(shown) = chosen.filter(|task| !wishes.pinned.contains(task)) {
                self.add(shown, RowKind::Member);
            }
        }
    }

    /// The lanes of a family that are not on top.
    fn add_lanes(&mut self, family: &Family, wishes: &Wishes, kind: RowKind) {
        let end = family.first.0 + family.count;
        let mut from = family.first.0;
        for pinned in wishes.pinned.range(family.first..TaskId(end)) {
            self.add_many(TaskId(from), pinned.0 - from, kind);
            from = pinned.0 + 1;
        }
        self.add_many(TaskId(from), end - from, kind);
    }

    fn add(&mut self, task: TaskId, kind: RowKind) {
        self.add_many(task, 1, kind);
    }

    fn add_many(&mut self, task: TaskId, count: u32, kind: RowKind) {
        if count == 0 {
            return;
        }
        let follows =
            |last: &&mut Stretch| last.kind == kind && last.is_of_lanes() && last.task.0 + last.count == task.0;
        match self.stretches.last_mut().filter(follows) {
            Some(last) => last.count += count,
            None => self.stretches.push(Stretch {
                row: self.len,
                count,
                task,
                kind,
            }),
        }
        self.len += count as usize;
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// What a row shows.
    #[must_use]
    pub fn place(&self, row: usize) -> Option<Place> {
        if let Some(&task) = self.top.get(row) {
            let (kind, is_pinned) = (RowKind::Lane, true);
            return Some(Place { task, kind, is_pinned });
        }
        let after = self.stretches.partition_point(|stretch| stretch.row <= row);
        let stretch = self.stretches.get(after.checked_sub(1)?)?;
        let beside = u32::try_from(row - stretch.row)
            .ok()
            .filter(|&beside| beside < stretch.count)?;
        let task = TaskId(stretch.task.0 + beside);
        Some(Place {
            task,
            kind: stretch.kind,
            is_pinned: self.pinned.contains(&task),
        })
    }

    /// The rows from top to bottom.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        (0..self.len).filter_map(|row| self.place(row))
    }

    /// The row that shows a lane: its own, or that of its family.
    #[must_use]
    pub fn row_of(&self, task: TaskId) -> Option<usize> {
        if let Ok(index) = self.top.binary_search(&task) {
            return Some(index);
        }
        let end = self.stretches.partition_point(|stretch| stretch.task <= task);
        // A lane that stands below its folded family hides the family from those that come after it.
        let mut before = self.stretches[..end].iter().rev();
        let found = before.find_map(|stretch| {
            let beside = task.0 - stretch.task.0;
            match stretch.kind {
                RowKind::Lane | RowKind::Member if beside < stretch.count => Some(Some(stretch.row + beside as usize)),
                RowKind::Folded(count) => Some((beside < count).then_some(stretch.row)),
                RowKind::Member => None,
                RowKind::Lane | RowKind::Opened(_) => Some(None),
            }
        });
        found.flatten()
    }
}

impl Stretch {
    /// Whether each row stands for one lane.
    fn is_of_lanes(self) -> bool {
        match self.kind {
            RowKind::Lane | RowKind::Member => true,
            RowKind::Folded(_) | RowKind::Opened(_) => false,
        }
    }
}
