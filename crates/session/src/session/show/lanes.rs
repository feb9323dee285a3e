//! Lanes and variables as lists.

use std::collections::BTreeSet;

use timeline::{Changes, PhaseKind, Scene};
use world::{TaskId, TaskState, TaskView};

use crate::run::Run;
use crate::session::Session;
use crate::texts::fill;
use crate::texts::lanes as texts;
use crate::view::{LaneState, LaneView, VariableView};

/// From how many lanes on only those are listed that are on the screen.
pub(super) const LANES_MAX: u32 = 200;
/// How many lanes of one card are on the screen at most.
const ON_CARD_MAX: usize = 16;

pub(super) fn changes(run: &Run) -> Changes {
    run.cursor()
        .checked_sub(1)
        .map(|step| run.timeline().changes_of(step))
        .unwrap_or_default()
}

impl Session {
    /// The lanes in the order of their numbers: all of them, or of very many those that are on the screen.
    pub(super) fn lane_views(&self, scene: &Scene) -> Vec<LaneView> {
        let Some(run) = &self.run else { return Vec::new() };
        let changes = changes(run);
        let count = u32::try_from(run.world().task_count()).unwrap_or(u32::MAX);
        let tasks = if count <= LANES_MAX {
            run.world().tasks()
        } else {
            let wanted = self.lanes_on_screen(run, scene, &changes);
            run.world()
                .tasks_among(wanted.into_iter().filter(|task| task.0 < count))
        };
        tasks
            .iter()
            .map(|task| LaneView {
                task: task.id,
                name: task.name.clone(),
                key: u8::try_from(task.id.0).ok().filter(|&digit| digit <= 9),
                state: lane_state(task),
                status: status(run, task),
                can_run: task.can_run,
                why_not: task.why_not.clone(),
                line: (task.line > 0).then_some(task.line),
                is_changed: changes.lanes.contains(&task.id),
                is_selected: self.stage.selected == Some(task.id),
            })
            .collect()
    }

    /// Whose rows are in view, who was chosen, whom the last step touched, and who stands on a card.
    fn lanes_on_screen(&self, run: &Run, scene: &Scene, changes: &Changes) -> BTreeSet<TaskId> {
        let mut wanted: BTreeSet<TaskId> = BTreeSet::new();
        wanted.extend(scene.rows.iter().map(|row| row.task));
        wanted.extend(self.stage.selected);
        wanted.extend(changes.lanes.iter().take(ON_CARD_MAX));
        for card in &run.glance().moment().cards {
            wanted.extend(card.holds.iter().take(ON_CARD_MAX).map(|hold| hold.task));
            wanted.extend(card.queue.iter().take(ON_CARD_MAX).map(|entry| entry.task));
        }
        wanted
    }

    pub(super) fn variable_views(&self) -> Vec<VariableView> {
        let Some(run) = &self.run else { return Vec::new() };
        let changes = changes(run);
        let moment = run.glance().moment();
        let shared = moment.variables.iter().map(|(name, state)| VariableView {
            frame: String::new(),
            name: name.clone(),
            value: state.value.clone(),
            is_shared: true,
            written_by: state.written.map(|(task, _)| task),
            is_written: changes.written.contains(name),
            is_read: changes.read.contains(name),
        });
        let of_lane = self
            .stage
            .selected
            .into_iter()
            .filter(|&task| (task.0 as usize) < run.world().task_count());
        let local = of_lane
            .flat_map(|task| run.world().variables(task))
            .map(|variable| VariableView {
                frame: variable.frame,
                name: variable.name,
                value: variable.value,
                is_shared: variable.is_shared,
                written_by: None,
                is_written: false,
                is_read: false,
            });
        shared.chain(local).collect()
    }
}

pub(super) fn lane_state(task: &TaskView) -> LaneState {
    match task.state {
        TaskState::Runnable => LaneState::Runnable,
        TaskState::Running => LaneState::Running,
        TaskState::Blocked(_) => LaneState::Blocked,
        TaskState::Sleeping { .. } => LaneState::Sleeping,
        TaskState::Working { .. } => LaneState::Working,
        TaskState::Done => LaneState::Done,
        TaskState::Failed => LaneState::Failed,
        TaskState::Cancelled => LaneState::Cancelled,
    }
}

fn status(run: &Run, task: &TaskView) -> String {
    match &task.state {
        TaskState::Runnable => "ready".to_owned(),
        TaskState::Running => "running".to_owned(),
        TaskState::Blocked(_) => match run.timeline().state_at(task.id, run.cursor()) {
            Some(PhaseKind::Blocked { reason, .. }) => fill(texts::WAITS_FOR, &[&reason]),
            Some(_) | None => "waits".to_owned(),
        },
        TaskState::Sleeping { until } => fill(texts::SLEEPS_UNTIL, &[&until]),
        TaskState::Working { until } => fill(texts::WORKS_UNTIL, &[&until]),
        TaskState::Done => "done".to_owned(),
        TaskState::Failed => "failed".to_owned(),
        TaskState::Cancelled => "cancelled".to_owned(),
    }
}
