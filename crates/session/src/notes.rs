//! What went wrong beside the program. Owns the list and that nothing is said twice.

use crate::view::NoteView;

/// Notes that were not dismissed yet.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Notes {
    list: Vec<NoteView>,
    next: u32,
}

impl Notes {
    pub(crate) fn add(&mut self, text: String) {
        if self.list.iter().any(|note| note.text == text) {
            return;
        }
        self.list.push(NoteView { id: self.next, text });
        self.next += 1;
    }

    pub(crate) fn dismiss(&mut self, id: u32) {
        self.list.retain(|note| note.id != id);
    }

    pub(crate) fn list(&self) -> &[NoteView] {
        &self.list
    }
}
