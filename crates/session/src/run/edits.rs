//! What was chosen, as edits that can be taken back and done again. Owns how much of that is kept; what an edit does to a
//! run is its exchanging of the run's last choices for others.

use world::Choice;

use super::Run;

/// How many edits are kept.
const EDITS_MAX: usize = 200;
/// How many choices they may hold together.
const CHOICES_MAX: usize = 500_000;

/// One exchange of a run's last choices for others.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Edit {
    /// How many choices stay.
    pub(crate) at: u32,
    /// The others.
    pub(crate) tail: Vec<Choice>,
    /// Where the cursor is with them.
    pub(crate) cursor: u32,
    /// Where the schedule that is replayed ends, with them.
    pub(crate) replay_end: Option<u32>,
    /// Whether the learner has made some of the choices.
    pub(crate) is_by_hand: bool,
    /// The branch in which the run as it was before is kept.
    pub(crate) kept_as: Option<u32>,
}

/// Edits that can be taken back, and those that can be done again.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Edits {
    undo: Vec<Edit>,
    redo: Vec<Edit>,
}

impl Edits {
    /// Something was chosen: here is how it was before.
    pub(crate) fn note(&mut self, before: Edit) {
        self.redo.clear();
        self.undo.push(before);
        self.bound();
    }

    fn bound(&mut self) {
        let mut held: usize = self.undo.iter().map(|edit| edit.tail.len()).sum();
        let mut too_many = 0;
        while self.undo.len() - too_many > EDITS_MAX || (held > CHOICES_MAX && self.undo.len() - too_many > 1) {
            held -= self.undo[too_many].tail.len();
            too_many += 1;
        }
        self.undo.drain(..too_many);
    }

    pub(crate) fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    pub(crate) fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Takes the last edit back that changed anything. The run's old choices are what is done again by [`Edits::redo`].
    pub(crate) fn undo(&mut self, run: &mut Run) -> Option<Edit> {
        let edit = loop {
            let edit = self.undo.pop()?;
            if !run.is_as_in(&edit) {
                break edit;
            }
        };
        self.redo.push(run.exchange(&edit));
        Some(edit)
    }

    /// Does an edit again.
    pub(crate) fn redo(&mut self, run: &mut Run) -> Option<Edit> {
        let edit = self.redo.pop()?;
        self.undo.push(run.exchange(&edit));
        Some(edit)
    }

    /// The last edit that can be taken back.
    pub(crate) fn last_mut(&mut self) -> Option<&mut Edit> {
        self.undo.last_mut()
    }
}

impl Run {
    /// Whether the choices are those of the edit already.
    fn is_as_in(&self, edit: &Edit) -> bool {
        self.choices.get(edit.at as usize..) == Some(&edit.tail[..])
    }

    /// Puts the choices of an edit in the place of its own; returns how it was.
    fn exchange(&mut self, edit: &Edit) -> Edit {
        let (cursor, is_by_hand, replay_end) = (self.cursor, self.is_by_hand, self.replay_end);
        self.seek(edit.at);
        self.forget_future();
        let tail = self.cut.take().map(|(cut, _)| cut.tail).unwrap_or_default();
        for &choice in &edit.tail {
            if self.take(choice).is_err() {
                break;
            }
        }
        self.seek(edit.cursor);
        self.replay_end = edit.replay_end;
        self.is_by_hand = edit.is_by_hand;
        Edit {
            at: edit.at,
            tail,
            cursor,
            replay_end,
            is_by_hand,
            kept_as: None,
        }
    }
}
