//! Commands about the program's text, and the keys that the editor has for it.

use crate::commands::{Group, List, Scope};
use crate::{Action, Layout, ViewModel};

pub(super) fn add(view: &ViewModel, list: &mut List) {
    let source = &view.source;
    list.add(
        Group::Program,
        "format",
        "Format the program",
        Action::Layout(Layout::Format),
    )
    .on(Scope::Editor, "Shift Alt F");
    list.add(
        Group::Program,
        "reset-source",
        "Put the lesson's program back",
        Action::ResetSource,
    )
    .when(source.can_reset, "The program is as it was given.");
    list.add(Group::Program, "undo-reset", "Undo the reset", Action::UndoReset)
        .when(source.can_undo_reset, "Nothing was reset.");
    for (id, title, keys) in EDITOR_KEYS {
        keys.iter().fold(list.tell(Group::Program, id, title), |entry, keys| {
            entry.on(Scope::Editor, keys)
        });
    }
}

const EDITOR_KEYS: [(&str, &str, &[&str]); 8] = [
    ("names", "Names that fit here", &["Ctrl Space"]),
    ("parameters", "The parameters of the call", &["Ctrl Shift Space"]),
    ("known", "What is known of the name at the cursor", &["Shift F1"]),
    (
        "next-problem",
        "The next problem, the one before",
        &["Alt F8", "Shift Alt F8"],
    ),
    ("comment", "Make lines a comment, and back", &["Ctrl /"]),
    ("find", "Find in the program", &["Ctrl F"]),
    ("undo-edit", "Undo an edit, redo it", &["Ctrl Z", "Ctrl Shift Z"]),
    ("leave", "Leave the editor", &["Tab"]),
];
