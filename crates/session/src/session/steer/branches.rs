//! Branches, and undo and redo of choices. Owns when a run that is left is worth a tab of its own: when more of it would be
//! lost than a step that was only looked at.

use timeline::Ending;
use world::Choice;

use crate::effect::Effect;
use crate::run::{BRANCHES_MAX, Edit, Kept, Replay, Run};
use crate::texts::drive as texts;
use crate::texts::fill;

use super::super::Session;

/// How many steps that are cut off are worth keeping.
const TAIL_MIN: usize = 2;

impl Session {
    /// Notes how the run was before something was chosen, and keeps what that has cut off.
    pub(super) fn note_edit(&mut self, mut edit: Edit, ending: Option<Ending>) {
        let Some(run) = &self.run else { return };
        // A run that begins anew leaves nothing behind that would not come again, unless somebody has made it by hand.
        let is_again = edit.at == 0 && !edit.is_by_hand && !run.is_by_hand();
        let is_prefix = run.choices()[edit.at as usize..].starts_with(&edit.tail);
        if edit.tail.len() >= TAIL_MIN && !is_again && !is_prefix {
            let kept = Kept::of(run, self.steering.edits.clone()).before(&edit, ending);
            edit.kept_as = Some(self.steering.branches.active().id);
            self.begin_branch(kept, Some(edit.at), None);
        }
        self.steering.edits.note(edit);
    }

    fn begin_branch(&mut self, mut old: Kept, origin: Option<u32>, name: Option<String>) {
        old.replay = self.replay.clone();
        let name = name.or_else(|| {
            let of = &self.steering.branches.active().name;
            self.replay.is_some().then(|| fill(texts::CHANGED, &[of]))
        });
        if let Some(gone) = self.steering.branches.begin(old, origin, name) {
            self.notes.add(fill(texts::WAS_CLOSED, &[&gone, &BRANCHES_MAX]));
        }
    }

    /// The run on the stage as it is kept.
    fn kept(&self) -> Option<Kept> {
        let run = self.run.as_ref()?;
        let mut kept = Kept::of(run, self.steering.edits.clone());
        kept.replay = self.replay.clone();
        Some(kept)
    }

    /// Puts a run on the stage that replays something, beside those that are there.
    pub(in crate::session) fn begin_replay(&mut self, run: Run, replay: Replay, name: &str) {
        if let Some(old) = self.kept() {
            // The same finding again, and the one before it, need no tab each.
            let before = self.steering.branches.list().iter().find_map(|branch| {
                let shown = branch.kept.as_ref()?.replay.as_ref()?;
                ((shown.check, shown.finding) == (replay.check, replay.finding)).then_some(branch.id)
            });
            if let Some(before) = before {
                self.steering.branches.close(before);
            }
            let is_same = self
                .replay
                .as_ref()
                .is_some_and(|shown| (shown.check, shown.finding) == (replay.check, replay.finding));
            if !is_same {
                self.begin_branch(old, None, Some(name.to_owned()));
            }
        }
        let branches = std::mem::take(&mut self.steering.branches);
        self.set_run(run);
        self.steering.branches = branches;
        self.replay = Some(replay);
    }

    /// Goes back to a run of the program as it is, if one is kept.
    pub(in crate::session) fn end_replay(&mut self) -> bool {
        let is_ordinary = |kept: &Kept| kept.replay.is_none() && kept.overrides.is_empty();
        let ordinary = self.steering.branches.list().iter().rev().find_map(|branch| {
            let kept = branch.kept.as_ref()?;
            is_ordinary(kept).then_some(branch.id)
        });
        let Some(ordinary) = ordinary else { return false };
        match self.steering.branches.close_active(Some(ordinary)) {
            Some(kept) => {
                self.stage_kept(kept);
                true
            }
            None => false,
        }
    }

    fn stage_kept(&mut self, kept: Kept) {
        let branches = std::mem::take(&mut self.steering.branches);
        let run = kept.make();
        self.set_run(run);
        self.replay = kept.replay;
        self.steering.branches = branches;
        self.steering.edits = kept.edits;
    }

    pub(super) fn open_branch(&mut self, id: u32, effects: &mut Vec<Effect>) {
        let Some(old) = self.kept() else { return };
        let Some(kept) = self.steering.branches.open(id, old) else {
            return;
        };
        self.stage_kept(kept);
        let name = self.steering.branches.active().name.clone();
        let said = self.sentence();
        effects.push(Effect::Announce(format!("{name}. {said}")));
    }

    pub(super) fn close_branch(&mut self, id: u32, effects: &mut Vec<Effect>) {
        if self.steering.branches.active().id != id {
            self.steering.branches.close(id);
        } else if let Some(kept) = self.steering.branches.close_active(None) {
            self.stage_kept(kept);
            let name = self.steering.branches.active().name.clone();
            let said = self.sentence();
            effects.push(Effect::Announce(format!("{name}. {said}")));
        }
    }

    pub(super) fn undo_choice(&mut self, effects: &mut Vec<Effect>) {
        self.driver.stop();
        let Some(run) = &mut self.run else { return };
        let Some(edit) = self.steering.edits.undo(run) else {
            effects.push(Effect::Announce(texts::NOTHING_TO_UNDO.to_owned()));
            return;
        };
        // The run is again what was kept when it was left.
        let is_kept = |id: &u32| {
            let kept = self.steering.branches.get(*id).and_then(|branch| branch.kept.as_ref());
            kept.is_some_and(|kept| kept.choices == *run.choices())
        };
        if let Some(id) = edit.kept_as.filter(is_kept) {
            self.steering.branches.merge_into(id);
        }
        self.changed_by_edit();
        self.say_edit(texts::TAKEN_BACK, effects);
    }

    pub(super) fn redo_choice(&mut self, effects: &mut Vec<Effect>) {
        self.driver.stop();
        let Some(run) = &mut self.run else { return };
        let before = Kept::of(run, self.steering.edits.clone());
        let Some(edit) = self.steering.edits.redo(run) else {
            effects.push(Effect::Announce(texts::NOTHING_TO_DO_AGAIN.to_owned()));
            return;
        };
        let lost: &[Choice] = before.choices.get(edit.at as usize..).unwrap_or_default();
        let is_prefix = run.choices()[edit.at as usize..].starts_with(lost);
        if lost.len() >= TAIL_MIN && edit.at > 0 && !is_prefix {
            let id = self.steering.branches.active().id;
            if let Some(last) = self.steering.edits.last_mut() {
                last.kept_as = Some(id);
            }
            self.begin_branch(before, Some(edit.at), None);
        }
        self.changed_by_edit();
        self.say_edit(texts::DONE_AGAIN, effects);
    }

    /// What undo and redo do is no choice of its own.
    fn changed_by_edit(&mut self) {
        self.steering.mark = None;
        self.steering.stopped = None;
        let known = self.run.as_ref().map_or(0, Run::known);
        self.steering.range = self.steering.range.filter(|(_, to)| *to <= known);
    }

    fn say_edit(&mut self, what: &str, effects: &mut Vec<Effect>) {
        self.follow();
        let said = self.sentence();
        effects.push(Effect::Announce(format!("{what} {said}")));
    }
}
