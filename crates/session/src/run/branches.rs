//! The runs of a program that are kept side by side. Owns which there are, their names, and how many; each but the one that
//! is looked at is no more than its choices, from which it is made again.

use std::sync::Arc;

use bytecode::Program;
use timeline::Ending;
use world::{Choice, Setup};

use super::{Edit, Edits, Replay, Run};
use crate::PolicyKind;
use crate::texts::drive as texts;
use crate::texts::fill;

/// How many runs are kept.
pub(crate) const BRANCHES_MAX: usize = 8;
/// A longer name does not fit on a tab, in characters.
const NAME_CHARS_MAX: usize = 24;

/// One run among those that are kept.
#[derive(Clone, Debug)]
pub(crate) struct Branch {
    /// Its number, which it alone ever has.
    pub(crate) id: u32,
    /// What its tab says.
    pub(crate) name: String,
    /// Whether it stays however many there are.
    pub(crate) is_pinned: bool,
    /// The branch that it leaves, and after how many steps.
    pub(crate) origin: Option<(u32, u32)>,
    /// What it is made again from; `None` for the one that is looked at, which is there.
    pub(crate) kept: Option<Kept>,
}

/// What a run is made again from.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) program: Arc<Program>,
    pub(crate) setup: Setup,
    pub(crate) policy: PolicyKind,
    pub(crate) overrides: Vec<(String, String)>,
    pub(crate) choices: Vec<Choice>,
    pub(crate) cursor: u32,
    pub(crate) replay_end: Option<u32>,
    pub(crate) is_by_hand: bool,
    pub(crate) edits: Edits,
    /// The finding that it replays: the indices of its check and of itself, and how far it did not fit.
    pub(crate) replay: Option<Replay>,
    /// How it ended, if it did.
    pub(crate) ending: Option<Ending>,
}

/// The runs of a program.
#[derive(Clone, Debug)]
pub(crate) struct Branches {
    list: Vec<Branch>,
    /// The index of the one that is looked at.
    active: usize,
    next_id: u32,
    next_number: u32,
}

impl Default for Branches {
    fn default() -> Self {
        let first = Branch {
            id: 0,
            name: fill(texts::RUN, &[&1]),
            is_pinned: false,
            origin: None,
            kept: None,
        };
        Branches {
            list: vec![first],
            active: 0,
            next_id: 1,
            next_number: 2,
        }
    }
}

impl Branches {
    pub(crate) fn list(&self) -> &[Branch] {
        &self.list
    }

    pub(crate) fn active(&self) -> &Branch {
        &self.list[self.active]
    }

    pub(crate) fn get(&self, id: u32) -> Option<&Branch> {
        self.list.iter().find(|branch| branch.id == id)
    }

    pub(crate) fn get_mut(&mut self, id: u32) -> Option<&mut Branch> {
        self.list.iter_mut().find(|branch| branch.id == id)
    }

    /// The run that is looked at from now on is another one, new; here is what the old one is made again from. Returns
    /// the name of one that had to go for it.
    pub(crate) fn begin(&mut self, old: Kept, origin: Option<u32>, name: Option<String>) -> Option<String> {
        let left = self.list[self.active].id;
        self.list[self.active].kept = Some(old);
        let name = name.unwrap_or_else(|| {
            self.next_number += 1;
            fill(texts::RUN, &[&(self.next_number - 1)])
        });
        self.list.push(Branch {
            id: self.next_id,
            name,
            is_pinned: false,
            origin: origin.map(|at| (left, at)),
            kept: None,
        });
        self.next_id += 1;
        self.active = self.list.len() - 1;
        if self.list.len() <= BRANCHES_MAX {
            return None;
        }
        // Were all pinned, there would be one more than that, and no more.
        let oldest = self
            .list
            .iter()
            .position(|branch| !branch.is_pinned && branch.kept.is_some())?;
        Some(self.remove(oldest).name)
    }

    /// A new run takes the place of the one that is looked at, which was a replay or not.
    pub(crate) fn begin_active_anew(&mut self, was_replay: bool) {
        let active = self.list[self.active].id;
        if was_replay {
            self.list[self.active].name = fill(texts::RUN, &[&self.next_number]);
            self.next_number += 1;
        }
        self.list[self.active].origin = None;
        for branch in &mut self.list {
            branch.origin = branch.origin.filter(|(from, _)| *from != active);
        }
    }

    /// Keeps those runs beside the one that is looked at which fit this program, as runs of it. Returns the names of the others.
    pub(crate) fn keep_only(&mut self, mut fits: impl FnMut(&Kept) -> bool, program: &Arc<Program>) -> Vec<String> {
        let mut gone = Vec::new();
        let mut index = 0;
        while let Some(branch) = self.list.get_mut(index) {
            match &mut branch.kept {
                Some(kept) if !fits(kept) => gone.push(self.remove(index).name),
                Some(kept) => {
                    kept.program = program.clone();
                    // What was taken back belongs to the program before.
                    kept.edits = Edits::default();
                    index += 1;
                }
                None => index += 1,
            }
        }
        gone
    }

    fn remove(&mut self, index: usize) -> Branch {
        let gone = self.list.remove(index);
        if index < self.active {
            self.active -= 1;
        }
        for branch in &mut self.list {
            branch.origin = branch.origin.filter(|(from, _)| *from != gone.id);
        }
        gone
    }

    /// Takes out what a branch is made again from, to look at it; the one that was looked at is kept.
    pub(crate) fn open(&mut self, id: u32, old: Kept) -> Option<Kept> {
        let index = self.list.iter().position(|branch| branch.id == id)?;
        let kept = self.list[index].kept.take()?;
        self.list[self.active].kept = Some(old);
        self.active = index;
        Some(kept)
    }

    /// Forgets a branch that is not looked at.
    pub(crate) fn close(&mut self, id: u32) {
        let index = self
            .list
            .iter()
            .position(|branch| branch.id == id && branch.kept.is_some());
        if let Some(index) = index {
            self.remove(index);
        }
    }

    /// Forgets the branch that is looked at. Returns what its neighbour is made again from, which is looked at instead.
    pub(crate) fn close_active(&mut self, preferred: Option<u32>) -> Option<Kept> {
        let gone = self.active;
        let preferred = preferred.and_then(|id| {
            self.list
                .iter()
                .position(|branch| branch.id == id && branch.kept.is_some())
        });
        let neighbour = preferred.or_else(|| match gone {
            0 => (self.list.len() > 1).then_some(1),
            _ => Some(gone - 1),
        })?;
        let kept = self.list[neighbour].kept.take();
        self.active = neighbour;
        self.remove(gone);
        kept
    }

    /// The branch that is looked at has become what this other one is: one is enough, with the other's name.
    pub(crate) fn merge_into(&mut self, id: u32) {
        let Some(index) = self.list.iter().position(|branch| branch.id == id) else {
            return;
        };
        if index == self.active {
            return;
        }
        let newest = self.next_number - 1;
        if self.list[self.active].name == fill(texts::RUN, &[&newest]) {
            self.next_number = newest;
        }
        self.list[index].kept = None;
        let gone = self.active;
        self.active = index;
        self.remove(gone);
    }

    /// Gives a branch another name.
    pub(crate) fn rename(&mut self, id: u32, name: &str) {
        let name: String = name.trim().chars().take(NAME_CHARS_MAX).collect();
        if let (Some(branch), false) = (self.get_mut(id), name.is_empty()) {
            branch.name = name;
        }
    }
}

impl Kept {
    /// What a run is made again from.
    pub(crate) fn of(run: &Run, edits: Edits) -> Kept {
        Kept {
            program: run.program.clone(),
            setup: run.setup,
            policy: run.policy,
            overrides: run.overrides.clone(),
            choices: run.choices.clone(),
            cursor: run.cursor,
            replay_end: run.replay_end,
            is_by_hand: run.is_by_hand,
            edits,
            replay: None,
            ending: run.timeline.ending_at(u32::MAX).cloned(),
        }
    }

    /// The same as it was before its last choices were exchanged for others.
    pub(crate) fn before(mut self, edit: &Edit, ending: Option<Ending>) -> Kept {
        self.choices.truncate(edit.at as usize);
        self.choices.extend_from_slice(&edit.tail);
        self.cursor = edit.cursor;
        self.replay_end = edit.replay_end;
        self.is_by_hand = edit.is_by_hand;
        self.ending = ending;
        self
    }

    /// Whether a program can replay it to its end. What replays a finding belongs to the text that was checked.
    pub(crate) fn fits(&self, program: &Arc<Program>) -> bool {
        if self.replay.is_some() || !self.overrides.is_empty() {
            return false;
        }
        let mut run = Run::new(program.clone(), self.setup, self.policy);
        self.choices.iter().all(|&choice| run.take(choice).is_ok())
    }

    /// The run itself, with its cursor where it was.
    pub(crate) fn make(&self) -> Run {
        let mut run = Run::new(self.program.clone(), self.setup, self.policy).with_overrides(&self.overrides);
        for &choice in &self.choices {
            if run.take(choice).is_err() {
                break;
            }
        }
        run.seek(self.cursor);
        run.replay_end = self.replay_end;
        run.is_by_hand = self.is_by_hand;
        run
    }
}
