//! What went wrong beside the program. Owns the list and that nothing is said twice.

use crate::texts::notes as texts;
use crate::view::NoteView;

/// What the button says that brings a program back.
const BRING_BACK: &str = texts::GO_BACK_TO_IT;

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
        self.push(text, None);
    }

    /// A note about a program that can be brought back.
    pub(crate) fn offer(&mut self, text: String) {
        self.push(text, Some(BRING_BACK));
    }

    /// Takes back what was offered in another place or before something else was opened.
    pub(crate) fn withdraw_offers(&mut self) {
        self.list.retain(|note| note.offer.is_none());
    }

    /// Takes back what is not so any more.
    pub(crate) fn withdraw(&mut self, text: &str) {
        self.list.retain(|note| note.text != text);
    }

    fn push(&mut self, text: String, offer: Option<&'static str>) {
        let id = self.next;
        self.list.push(NoteView { id, text, offer });
        self.next += 1;
    }

    pub(crate) fn dismiss(&mut self, id: u32) {
        self.list.retain(|note| note.id != id);
    }

    pub(crate) fn list(&self) -> &[NoteView] {
        &self.list
    }
}
