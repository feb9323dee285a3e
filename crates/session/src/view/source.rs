//! The editor.

use std::rc::Rc;

use world::TaskId;

use crate::view::LaneState;

/// What the editor shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceView {
    /// The text.
    pub text: Rc<str>,
    /// Counts the times that something else than the editor changed the text: only then the editor takes it over.
    pub revision: u32,
    /// What the compiler says.
    pub diagnostics: Rc<[DiagnosticView]>,
    /// Whether the program has errors, so that what the stage shows is an older one.
    pub has_errors: bool,
    /// Whether it differs from what was given.
    pub can_reset: bool,
    /// Whether a reset can be taken back.
    pub can_undo_reset: bool,
    /// Where the lanes stand.
    pub marks: Rc<[LaneMark]>,
    /// The line of the last step, to be shown as the current one.
    pub current_line: Option<u32>,
    /// The line that the run ended badly on.
    pub failed_line: Option<u32>,
}

/// Something that the compiler says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DiagnosticView {
    /// Whether the program does not run because of it.
    pub is_error: bool,
    /// Where it begins, counted from 1; 0 if it is about no place.
    pub line: u32,
    /// Where it begins, in UTF-16 code units, counted from 1.
    pub column: u32,
    /// Where it ends.
    pub end_line: u32,
    /// Where it ends.
    pub end_column: u32,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    /// A stable name of the kind of finding.
    pub code: &'static str,
}

/// A line that lanes stand on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LaneMark {
    /// The line, counted from 1.
    pub line: u32,
    /// The lanes by number: all, or of very many the first few.
    pub lanes: Vec<(TaskId, String, LaneState)>,
    /// How many more there are.
    pub more: u32,
}
