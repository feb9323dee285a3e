//! The editor.

use std::collections::BTreeMap;
use std::rc::Rc;

use world::{TaskId, World};

use crate::session::Session;
use crate::view::{LaneMark, LaneState, LaneView, SourceView};

use super::lanes::{LANES_MAX, lane_state};

/// How many lanes of one line are named where there are very many.
const NAMED_MAX: usize = 4;

pub(super) fn empty() -> SourceView {
    SourceView {
        text: "".into(),
        revision: 0,
        diagnostics: Rc::default(),
        has_errors: false,
        can_reset: false,
        can_undo_reset: false,
        marks: Rc::default(),
        current_line: None,
        failed_line: None,
    }
}

impl Session {
    pub(super) fn source_view(&self, lanes: &[LaneView]) -> SourceView {
        // Lines of an older text would point anywhere.
        let is_current = !self.is_stale();
        SourceView {
            text: self.source.text.clone(),
            revision: self.source.revision,
            diagnostics: self.source.diagnostics.clone(),
            has_errors: self.source.has_errors,
            can_reset: !self.source.is_as_given(),
            can_undo_reset: self.source.can_undo_reset(),
            marks: if is_current {
                self.marks(lanes).into()
            } else {
                Rc::default()
            },
            current_line: self.current_line().filter(|_| is_current),
            failed_line: self.outcome().and_then(|outcome| outcome.line).filter(|_| is_current),
        }
    }

    fn marks(&self, lanes: &[LaneView]) -> Vec<LaneMark> {
        let Some(run) = &self.run else { return Vec::new() };
        let is_listed = run.world().task_count() <= LANES_MAX as usize;
        if is_listed {
            marks(lanes)
        } else {
            marks_of_many(run.world())
        }
    }

    /// The line of the last step.
    fn current_line(&self) -> Option<u32> {
        let run = self.run.as_ref()?;
        let events = run.timeline().events_of(run.cursor().checked_sub(1)?);
        events.iter().rev().map(|event| event.line).find(|&line| line > 0)
    }
}

fn marks(lanes: &[LaneView]) -> Vec<LaneMark> {
    let mut lines: BTreeMap<u32, LaneMark> = BTreeMap::new();
    for lane in lanes {
        let is_over = match lane.state {
            LaneState::Done | LaneState::Cancelled => true,
            LaneState::Runnable
            | LaneState::Running
            | LaneState::Blocked
            | LaneState::Sleeping
            | LaneState::Working
            | LaneState::Failed => false,
        };
        if let (Some(line), false) = (lane.line, is_over) {
            let mark = lines.entry(line).or_insert_with(|| LaneMark {
                line,
                lanes: Vec::new(),
                more: 0,
            });
            mark.lanes.push((lane.task, lane.name.clone(), lane.state));
        }
    }
    lines.into_values().collect()
}

/// The first few of each line, and how many more there are.
fn marks_of_many(world: &World) -> Vec<LaneMark> {
    let mut lines: BTreeMap<u32, (Vec<TaskId>, u32)> = BTreeMap::new();
    for (task, line) in world.standing() {
        let (named, more) = lines.entry(line).or_default();
        if named.len() < NAMED_MAX {
            named.push(task);
        } else {
            *more += 1;
        }
    }
    let wanted = lines.values().flat_map(|(named, _)| named.iter().copied());
    let mut tasks = world.tasks_among(wanted).into_iter();
    let mark = |(line, (named, more)): (u32, (Vec<TaskId>, u32))| LaneMark {
        line,
        lanes: tasks
            .by_ref()
            .take(named.len())
            .map(|task| {
                let state = lane_state(&task);
                (task.id, task.name, state)
            })
            .collect(),
        more,
    };
    lines.into_iter().map(mark).collect()
}
