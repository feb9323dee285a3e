//! What there is to drive a run with: breakpoints, the loop, branches, the list of choices, two runs side by side.

use std::collections::BTreeMap;
use std::rc::Rc;

use timeline::Scene;

use crate::{ObjectStop, OutcomeKind};

/// What there is to drive a run with.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct DriveView {
    /// The lines with a breakpoint, in order.
    pub breakpoints: Rc<[u32]>,
    /// When the run stops because of an object, by its name.
    pub objects: Rc<BTreeMap<String, ObjectStop>>,
    /// The line that the run has stopped at, while it stands there.
    pub stopped_line: Option<u32>,
    /// Whether there is any breakpoint behind which to go back.
    pub has_stops: bool,
    /// The loop: from after so many steps to after so many.
    pub range: Option<(u32, u32)>,
    /// Whether it is being played.
    pub is_looping: bool,
    /// Whether a choice can be taken back.
    pub can_undo: bool,
    /// Whether a choice can be made again.
    pub can_redo: bool,
    /// The runs that are kept, in the order of their tabs; the first run alone is one.
    pub branches: Rc<[BranchView]>,
    /// The run whose name is being asked for.
    pub naming: Option<u32>,
    /// The list of choices, while it is looked at.
    pub history: Option<Rc<HistoryView>>,
    /// The two runs, while they are compared.
    pub comparison: Option<Rc<CompareView>>,
    /// The words that are explained, while they are looked at.
    pub words: Option<Rc<WordsView>>,
}

/// A run that is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BranchView {
    /// Its number, for actions.
    pub id: u32,
    /// What its tab says.
    pub name: String,
    /// Whether it is the one that is looked at.
    pub is_active: bool,
    /// Whether it stays however many there are.
    pub is_pinned: bool,
    /// How it ended, if it has.
    pub ending: Option<(OutcomeKind, String)>,
    /// How many steps of it are known.
    pub steps: u32,
    /// Where it comes from: `leaves Run 1 after step 12`; empty if from nowhere.
    pub origin: String,
}

/// The choices as a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HistoryView {
    /// How many earlier steps are left out.
    pub left_out: u32,
    /// How many later steps are left out.
    pub more: u32,
    /// The steps around the cursor, oldest first.
    pub rows: Vec<HistoryRow>,
}

/// One choice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HistoryRow {
    /// The step, counted from 1.
    pub step: u32,
    /// Who went.
    pub who: String,
    /// What came of it.
    pub what: String,
    /// How many others could have gone.
    pub others: u32,
    /// Whether it lies before the cursor.
    pub is_taken: bool,
    /// Whether it is the last that was taken.
    pub is_last: bool,
}

/// Two runs side by side.
#[derive(Clone, PartialEq, Debug)]
pub struct CompareView {
    /// The run on the stage, and the other.
    pub sides: [SideView; 2],
    /// The first step that is not the same, counted from 1.
    pub part: Option<u32>,
    /// Where that step begins in the pictures, in pixels; may lie outside.
    pub part_x: Option<f64>,
    /// The same in a sentence.
    pub part_words: String,
    /// How many steps were taken.
    pub cursor: u32,
    /// How many steps the longer of them has.
    pub steps: u32,
}

/// One of two runs.
#[derive(Clone, PartialEq, Debug)]
pub struct SideView {
    /// What it is called.
    pub title: String,
    /// How it ended, if it has.
    pub ending: Option<(OutcomeKind, String)>,
    /// What its last step did.
    pub sentence: String,
    /// How many steps it has.
    pub steps: u32,
    /// Its lanes as a picture, families of many as one row; both have the same axis.
    pub scene: Rc<Scene>,
}

/// Words of the field, explained.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WordsView {
    /// The words: the one that was asked for and those that go with it, or all of them.
    pub words: Vec<WordView>,
    /// Whether it is all of them.
    pub is_all: bool,
}

/// A word of the field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WordView {
    /// The word.
    pub word: &'static str,
    /// What it means, in a sentence or two.
    pub meaning: &'static str,
    /// The lesson that is about it, if the course has one: its id and title.
    pub lesson: Option<(String, String)>,
    /// Words that go with it.
    pub related: &'static [&'static str],
}
