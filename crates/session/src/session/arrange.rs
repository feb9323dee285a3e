//! The arrangement of the page in the document, and how it is shown. What each change means is in `layout`.

use crate::Effect;
use crate::layout::{self, Layout, LayoutView};

use super::Session;

impl Session {
    #[inline(never)]
    pub(super) fn arrange(&mut self, layout: Layout, effects: &mut Vec<Effect>) {
        if let Layout::SetTheme(theme) = layout {
            self.document.settings.theme = theme;
        }
        self.ask_for_examples(&layout, effects);
        let has_text = self.has_lesson_text();
        let stored = &mut self.document.settings.layout;
        if layout::change(layout, stored, &mut self.layout, has_text) {
            self.save_soon(effects);
        }
    }

    pub(super) fn layout_view(&self) -> LayoutView {
        layout::view(&self.document.settings.layout, &self.layout, self.has_lesson_text())
    }

    /// A lesson that says nothing needs no place.
    fn has_lesson_text(&self) -> bool {
        self.place
            .lesson()
            .is_some_and(|lesson| !lesson.intro_html.trim().is_empty() || !lesson.sections.is_empty())
    }
}
