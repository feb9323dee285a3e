//! Commands about the program's text, and the keys that the editor has for it.

use crate::commands::{Group, List, Scope};
use crate::texts::commands as texts;
use crate::{Action, Layout, ViewModel};

pub(super) fn add(view: &ViewModel, list: &mut List) {
    let source = &view.source;
    list.add(
        Group::Program,
        "format",
        texts::FORMAT_THE_PROGRAM,
        Action::Layout(Layout::Format),
    )
    .on(Scope::Editor, "Shift Alt F");
    list.add(
        Group::Program,
        "reset-source",
        texts::PUT_THE_LESSONS_PROGRAM_BACK,
        Action::ResetSource,
    )
    .when(source.can_reset, texts::THE_PROGRAM_IS_AS_IT_WAS);
    list.add(Group::Program, "undo-reset", texts::UNDO_THE_RESET, Action::UndoReset)
        .when(source.can_undo_reset, texts::NOTHING_WAS_RESET);
    for (id, title, keys) in EDITOR_KEYS {
        keys.iter().fold(list.tell(Group::Program, id, title), |entry, keys| {
            entry.on(Scope::Editor, keys)
        });
    }
}

const EDITOR_KEYS: [(&str, &str, &[&str]); 8] = [
    ("names", texts::NAMES_THAT_FIT_HERE, &["Ctrl Space"]),
    ("parameters", texts::THE_PARAMETERS_OF_THE_CALL, &["Ctrl Shift Space"]),
    ("known", texts::WHAT_IS_KNOWN_OF_THE_NAME, &["Shift F1"]),
    (
        "next-problem",
        texts::THE_NEXT_PROBLEM_THE_ONE_BEFORE,
        &["Alt F8", "Shift Alt F8"],
    ),
    ("comment", texts::MAKE_LINES_A_COMMENT_AND_BACK, &["Ctrl /"]),
    ("find", texts::FIND_IN_THE_PROGRAM, &["Ctrl F"]),
    ("undo-edit", texts::UNDO_AN_EDIT_REDO_IT, &["Ctrl Z", "Ctrl Shift Z"]),
    ("leave", texts::LEAVE_THE_EDITOR, &["Tab"]),
];
