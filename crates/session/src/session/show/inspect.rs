//! The calls of the lane that is looked at, with what they can see, and what has changed there since the lane ran.
//!
//! Owns which values are shown, how a value is named by a path, and the search for who changed one: worlds between the
//! lane's last step and the cursor are made again, and each changed value is compared from one to the next.

use std::collections::{BTreeMap, BTreeSet};

use timeline::Moment;
use world::{Choice, Detail, Frame, Held, Log, TaskId, World};

use crate::run::Run;
use crate::session::Session;
use crate::texts::fill;
use crate::texts::inspect as texts;
use crate::view::{ChangeView, FrameView, InspectView, ValueRow};

/// How many parts of a value are listed.
const PARTS_MAX: usize = 100;
/// How many rows a call has at most.
const ROWS_MAX: usize = 400;
/// How many steps are gone through to find out who changed something.
const STEPS_MAX: u32 = 256;

/// What separates the parts of a path: nothing that stands in a name.
const SEPARATOR: char = '\u{1f}';

impl Session {
    /// The lane that is looked at: the chosen one, else the one that ran last.
    fn inspected(&self, run: &Run) -> Option<(TaskId, bool)> {
        let count = run.world().task_count();
        let chosen = self.stage.selected.filter(|task| (task.0 as usize) < count);
        match chosen {
            Some(task) => Some((task, false)),
            None => {
                let ran = run.taken().iter().rev().find_map(|choice| match choice {
                    Choice::Run(task) => Some(*task),
                    Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => None,
                });
                ran.or((count > 0).then_some(TaskId(0))).map(|task| (task, true))
            }
        }
    }

    #[inline(never)]
    pub(super) fn inspect_view(&self) -> Option<InspectView> {
        if !self.inspector.is_shown {
            return None;
        }
        let run = self.run.as_ref()?;
        let inspected = self.inspected(run);
        let lane = inspected.map(|(task, _)| task);
        Some(InspectView {
            lane,
            is_followed: inspected.is_none_or(|(_, is_followed)| is_followed),
            why: lane.map(|task| super::waits::why(run, task)).unwrap_or_default(),
            frames: lane.map(|task| self.frames(run, task)).unwrap_or_default(),
            waits: super::waits::waits(run),
        })
    }

    fn frames(&self, run: &Run, task: TaskId) -> Vec<FrameView> {
        let world = run.world();
        let since = Since::new(run, task);
        let mut seen = BTreeMap::new();
        let mut frames: Vec<FrameView> = Vec::new();
        let calls = world.frames(task);
        // Counted from the outermost, a call keeps its number while others come and go within it.
        let numbers = (0..calls.len()).rev();
        for (number, frame) in numbers.zip(calls) {
            let mut tree = Tree {
                world,
                moment: run.glance().moment(),
                open: &self.inspector.open,
                since: &since,
                seen: &mut seen,
                rows: Vec::new(),
            };
            for binding in frame.variables {
                let path = format!("{number}{SEPARATOR}{}", binding.name);
                tree.row(
                    path,
                    binding.name.clone(),
                    &binding.name,
                    binding.value,
                    binding.is_shared,
                    0,
                );
            }
            frames.push(FrameView {
                function: frame.function,
                line: (frame.line > 0).then_some(frame.line),
                rows: tree.rows,
            });
        }
        since.attribute(run, task, &mut frames);
        frames
    }
}

/// The rows of a call as they are made.
struct Tree<'a> {
    world: &'a World,
    /// What the objects are called.
    moment: &'a Moment,
    open: &'a BTreeSet<String>,
    since: &'a Since,
    /// Where each object that was opened stands, as a learner would write it.
    seen: &'a mut BTreeMap<u32, String>,
    rows: Vec<ValueRow>,
}

impl Tree<'_> {
    /// A value in one line; an object of the stage with its name there.
    fn told(&self, value: Held) -> String {
        let short = self.world.short_of(value);
        match self.world.object_of(value) {
            Some(object) => format!("{short} {}", self.moment.name_of(object)),
            None => short,
        }
    }

    fn row(&mut self, path: String, name: String, written: &str, value: Held, is_shared: bool, depth: u32) {
        if self.rows.len() >= ROWS_MAX {
            return;
        }
        let count = self.world.part_count_of(value);
        let known = self.world.identity_of(value).filter(|_| count > 0);
        let same_as = known.and_then(|identity| self.seen.get(&identity).cloned());
        let is_open = (count > 0 && same_as.is_none()).then(|| self.open.contains(&path));
        // What is open shows its changes where they are.
        let is_changed = is_open != Some(true) && self.since.has_changed(self.world, value, &path);
        self.rows.push(ValueRow {
            path: path.clone(),
            depth,
            name,
            value: self.told(value),
            is_open,
            is_shared,
            same_as,
            changed: is_changed.then(|| ChangeView {
                text: String::new(),
                is_by_another: self.since.is_by_others,
            }),
        });
        if let (Some(identity), Some(_)) = (known, is_open) {
            self.seen.insert(identity, written.to_owned());
        }
        if is_open != Some(true) {
            return;
        }
        for (part, value) in self.world.parts_of(value, PARTS_MAX) {
            let written = match part.starts_with(|first: char| first.is_ascii_digit() || first == '"') {
                true => format!("{written}[{part}]"),
                false => format!("{written}.{part}"),
            };
            self.row(
                format!("{path}{SEPARATOR}{part}"),
                part,
                &written,
                value,
                false,
                depth + 1,
            );
        }
        if let Some(more) = count.checked_sub(PARTS_MAX + 1) {
            self.rows.push(ValueRow {
                path: format!("{path}{SEPARATOR}…"),
                depth: depth + 1,
                name: "…".to_owned(),
                value: fill(texts::MORE, &[&(more + 1)]),
                is_open: None,
                is_shared: false,
                same_as: None,
                changed: None,
            });
        }
    }
}

/// What values are compared with: what they were when the lane ran last, or before the step that it has just taken.
struct Since {
    /// That world and the lane's calls in it, if it is not the one at the cursor.
    before: Option<(World, Vec<Frame>)>,
    /// The cursor of that world.
    cursor: u32,
    /// Whether only others have run since.
    is_by_others: bool,
}

impl Since {
    fn new(run: &Run, task: TaskId) -> Since {
        let choices = run.taken();
        let ran = choices.iter().rposition(|choice| *choice == Choice::Run(task));
        let mut end = ran.map_or(0, |index| index + 1);
        // What was picked belongs to the step that offered it.
        while ran.is_some() && matches!(choices.get(end), Some(Choice::Pick(_))) {
            end += 1;
        }
        let is_by_others = ran.is_none() || end < choices.len();
        let cursor = u32::try_from(if is_by_others { end } else { end.saturating_sub(1) }).unwrap_or(u32::MAX);
        let world = (cursor < run.cursor()).then(|| run.world_at(cursor));
        Since {
            before: world.map(|world| {
                let frames = world.frames(task);
                (world, frames)
            }),
            cursor,
            is_by_others,
        }
    }

    fn has_changed(&self, now: &World, value: Held, path: &str) -> bool {
        let Some((before, frames)) = &self.before else {
            return false;
        };
        match find(before, frames, path) {
            Found::Value(was) => now.differs_from(value, before, was),
            // A part that its whole has not had is new; what came with a call of the lane's own is no change.
            Found::Whole => true,
            Found::Nothing => false,
        }
    }

    /// Says of each change what it was; of what others have done, who did it in which step, if that is not too long ago.
    fn attribute(&self, run: &Run, task: TaskId, frames: &mut [FrameView]) {
        let mut changed: Vec<&mut ValueRow> = frames
            .iter_mut()
            .flat_map(|frame| &mut frame.rows)
            .filter(|row| row.changed.is_some())
            .collect();
        let mut told: Vec<String> = vec![texts::CHANGED_IN_THIS_STEP.to_owned(); changed.len()];
        if self.is_by_others {
            let paths: Vec<String> = changed.iter().map(|row| row.path.clone()).collect();
            told = self.changers(run, task, &paths);
        }
        for (row, text) in changed.iter_mut().zip(told) {
            if let Some(change) = &mut row.changed {
                change.text = text;
            }
        }
    }

    /// Who changed the value at each path last.
    fn changers(&self, run: &Run, task: TaskId, paths: &[String]) -> Vec<String> {
        let mut told = vec![texts::CHANGED_SINCE_THIS_LANE_RAN.to_owned(); paths.len()];
        if paths.is_empty() {
            return told;
        }
        let start = self.cursor.max(run.cursor().saturating_sub(STEPS_MAX));
        let mut world = run.world_at(start);
        let mut before = (world.clone(), world.frames(task));
        for step in start..run.cursor() {
            let choice = run.taken()[step as usize];
            if world.step(choice, &mut Log::new(Detail::Again)).is_err() {
                break;
            }
            let frames = world.frames(task);
            for (path, text) in paths.iter().zip(&mut told) {
                if is_changed(&world, &frames, &before, path) {
                    *text = match choice {
                        Choice::Run(other) => fill(
                            texts::CHANGED_IT_IN_STEP,
                            &[&run.timeline().name_of(other), &(step + 1)],
                        ),
                        Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => {
                            fill(texts::CHANGED_IN_STEP, &[&(step + 1)])
                        }
                    };
                }
            }
            before = (world.clone(), frames);
        }
        told
    }
}

fn is_changed(now: &World, frames: &[Frame], before: &(World, Vec<Frame>), path: &str) -> bool {
    match (find(now, frames, path), find(&before.0, &before.1, path)) {
        (Found::Value(now_held), Found::Value(was)) => now.differs_from(now_held, &before.0, was),
        (Found::Value(_), Found::Whole | Found::Nothing) => true,
        (Found::Whole | Found::Nothing, _) => false,
    }
}

/// What stands at a path.
enum Found {
    /// A value.
    Value(Held),
    /// Nothing, but the variable is there.
    Whole,
    /// Nothing at all.
    Nothing,
}

fn find(world: &World, frames: &[Frame], path: &str) -> Found {
    let mut names = path.split(SEPARATOR);
    let number = names.next().and_then(|number| number.parse::<usize>().ok());
    let frame = number.and_then(|number| frames.get(frames.len().checked_sub(number + 1)?));
    let name = names.next();
    let binding = frame.and_then(|frame| {
        frame
            .variables
            .iter()
            .find(|binding| Some(binding.name.as_str()) == name)
    });
    let Some(binding) = binding else { return Found::Nothing };
    let mut held = binding.value;
    for name in names {
        let parts = world.parts_of(held, PARTS_MAX);
        match parts.into_iter().find(|(part, _)| part == name) {
            Some((_, part)) => held = part,
            None => return Found::Whole,
        }
    }
    Found::Value(held)
}
