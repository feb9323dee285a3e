//! The picture of the lanes: what a click in it means, which rows there are, which part of the run is looked at. Owns what
//! has to do with run and picture alike; the picture's own rules are the stage's.

use timeline::{Target, Timeline};
use world::TaskId;

use crate::effect::Effect;
use crate::stage::{Look, Stage};
use crate::texts::fill;
use crate::texts::look as texts;

use super::Session;

impl Session {
    pub(super) fn look(&mut self, look: impl FnOnce(&mut Stage, &Timeline, u32)) {
        if let Some(run) = &self.run {
            look(&mut self.stage, run.timeline(), run.cursor());
        }
    }

    #[inline(never)]
    pub(super) fn look_at(&mut self, look: Look, effects: &mut Vec<Effect>) {
        match look {
            Look::Open { family, is_open } => self.stage.rows.open(family, is_open),
            Look::OpenAll(is_open) => self.look(|stage, timeline, _| stage.rows.open_all(timeline, is_open)),
            Look::Pin { task, is_pinned } => self.pin(task, is_pinned, effects),
            Look::UnpinAll => self.stage.rows.unpin_all(),
            Look::Search(query) => self.stage.rows.search(query),
            Look::NextFound(is_forward) => self.next_found(is_forward, effects),
            Look::Show { from, to } => self.stage.show(from, to),
            Look::GoTo(cursor) => {
                self.seek(cursor, effects);
                self.look(Stage::centre);
            }
        }
    }

    fn pin(&mut self, task: TaskId, is_pinned: bool, effects: &mut Vec<Effect>) {
        let Some(run) = &self.run else { return };
        if (task.0 as usize) < run.timeline().lanes().len() {
            let name = run.timeline().name_of(task);
            self.stage.rows.pin(task, is_pinned);
            let said = if is_pinned {
                texts::IS_ON_TOP_NOW
            } else {
                texts::IS_BACK_IN_ITS_PLACE
            };
            effects.push(Effect::Announce(format!("{name} {said}.")));
        }
    }

    fn next_found(&mut self, is_forward: bool, effects: &mut Vec<Effect>) {
        let Some(run) = &self.run else { return };
        let (timeline, cursor) = (run.timeline(), run.cursor());
        let Some(task) = self.stage.next_found(is_forward, timeline, cursor) else {
            return;
        };
        self.stage.selected = Some(task);
        self.stage.reveal(task, timeline, cursor);
        effects.push(Effect::Announce(fill(texts::IS_CHOSEN, &[&timeline.name_of(task)])));
    }

    pub(super) fn click(&mut self, target: Target, effects: &mut Vec<Effect>) {
        if let Some(task) = target.task() {
            self.stage.selected = Some(task);
        }
        match target {
            Target::Lane(_) => {}
            Target::Group(family) => {
                let is_open = !self.stage.rows.is_open(family);
                self.stage.rows.open(family, is_open);
            }
            // The moment just after the step, so that what it did can be seen.
            Target::Phase { step, .. } | Target::Mark { step, .. } => self.seek(step.saturating_add(1), effects),
            Target::Step(cursor) => self.seek(cursor, effects),
        }
    }
}
