//! What becomes of the kept runs when the program or the machine changes. Owns that they stay as long as they can be replayed,
//! and that those which cannot come back with the text that they belong to.

use std::sync::Arc;

use bytecode::Program;

use crate::run::{Branches, Kept};
use crate::texts::drive as texts;
use crate::texts::fill;

use super::super::Session;

/// More steps than these are not replayed while somebody types.
const STEPS_MAX: usize = 20_000;

/// The kept runs of another text, some of which the text that is there now cannot replay.
#[derive(Clone, Debug)]
pub(in crate::session) struct Misplaced {
    text: String,
    branches: Branches,
    /// What was said of it.
    note: String,
}

impl Session {
    /// Another program is in the editor: what was kept of the one before cannot come back.
    pub(in crate::session) fn forget_misplaced(&mut self) {
        if let Some(misplaced) = self.steering.misplaced.take() {
            self.notes.withdraw(&misplaced.note);
        }
    }

    /// The kept runs as they go on beside a new first run of this program. `before` is the text that they belong to.
    pub(in crate::session) fn carried_branches(&mut self, before: &str, program: &Arc<Program>) -> Branches {
        let mut branches = std::mem::take(&mut self.steering.branches);
        branches.begin_active_anew(self.replay.is_some());
        let text = self.source.text.to_string();
        // A machine of its own belongs to each run, so another machine takes nothing away.
        if before == text {
            return branches;
        }
        if let Some(misplaced) = self.steering.misplaced.take() {
            self.notes.withdraw(&misplaced.note);
            if misplaced.text == text {
                return misplaced.branches;
            }
            // An edit further on: what the first one took away still belongs to the text before it.
            self.steering.misplaced = Some(misplaced);
        }
        let mut carried = branches.clone();
        let gone = carried.retell(program, STEPS_MAX);
        if !gone.is_empty() {
            let note = fill(texts::DO_NOT_FIT, &[&gone.join(texts::AND)]);
            self.notes.add(note.clone());
            self.steering.misplaced.get_or_insert(Misplaced {
                text: before.to_owned(),
                branches,
                note,
            });
        }
        carried
    }
}

impl Branches {
    /// Every kept run is one of this program from now on; those that it cannot replay go. Returns the names of these.
    fn retell(&mut self, program: &Arc<Program>, steps_max: usize) -> Vec<String> {
        let mut steps = 0;
        let fits = |kept: &Kept| {
            steps += kept.choices.len();
            steps <= steps_max && kept.fits(program)
        };
        self.keep_only(fits, program)
    }
}
