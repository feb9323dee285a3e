//! Opening example programs. Owns that whatever was in the playground, in the editor or stored, can be brought back.

use crate::examples::{Gallery, Shelf};
use crate::stored::PLAYGROUND;
use crate::texts::examples as texts;
use crate::texts::fill;
use crate::view::ExamplesView;
use crate::{Dialog, Effect, Layout};

use super::Session;

impl Session {
    pub(super) fn gallery(&mut self, gallery: Gallery, effects: &mut Vec<Effect>) {
        match gallery {
            Gallery::Arrived(examples) => self.shelf = Shelf::Here(examples),
            Gallery::Failed(reason) => self.shelf = Shelf::Failed(fill(texts::NOT_LOADED, &[&reason])),
            Gallery::Take(id) => self.take_example(&id, effects),
        }
    }

    /// Whoever opens a list that has the examples in it wants to see them.
    pub(super) fn ask_for_examples(&mut self, layout: &Layout, effects: &mut Vec<Effect>) {
        let is_wanted = matches!(layout, Layout::Open(Dialog::Examples | Dialog::Palette));
        if is_wanted && self.shelf.ask() {
            effects.push(Effect::LoadExamples);
        }
    }

    pub(super) fn examples_view(&self) -> ExamplesView {
        let is_free = self.place.lesson().is_none();
        self.shelf.view(is_free.then(|| self.place.given()))
    }

    fn take_example(&mut self, id: &str, effects: &mut Vec<Effect>) {
        let Some(example) = self.shelf.find(id) else { return };
        let (title, source) = (example.title.clone(), example.source.clone());
        let name = id.rsplit('/').next().unwrap_or(id);
        let file_name = format!("{name}.ts");
        // What is on the screen may not be what is stored: it may have come with a link.
        let shown = (self.place.lesson().is_none() && !self.source.is_as_given()).then(|| self.source.text.to_string());
        let stored = self.document.drafts.remove(PLAYGROUND);
        let kept: Vec<String> = [stored, shown]
            .into_iter()
            .flatten()
            .filter(|text| *text != source)
            .collect();
        self.sharing = None;
        self.document.example = Some(source.clone());
        self.document.breakpoints.remove(PLAYGROUND);
        self.document.object_stops.remove(PLAYGROUND);
        self.place.leave_for(source);
        self.open_place(effects);
        self.file_name = Some(file_name);
        if kept.is_empty() {
            effects.push(Effect::Announce(fill(texts::IS_OPEN, &[&title])));
        } else {
            let said = fill(texts::IS_OPEN_YOURS_IS_KEPT, &[&title]);
            effects.push(Effect::Announce(said.clone()));
            self.notes.offer(said);
        }
        for text in kept {
            self.set_aside(text);
        }
    }
}
