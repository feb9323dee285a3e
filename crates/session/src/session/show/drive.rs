//! What there is to drive a run with.

use crate::run::{Branch, Mode};
use crate::session::Session;
use crate::texts::drive as texts;
use crate::texts::fill;
use crate::texts::glossary;
use crate::view::{BranchView, CompareView, DriveView, HistoryView, WordView, WordsView, keep, keep_list};

use super::super::steer::ending_words;
use super::keep_optional;

impl Session {
    pub(super) fn drive_view(&self, old: &DriveView, history: Option<HistoryView>) -> DriveView {
        let mut view = old.clone();
        let stops = self.stops();
        keep_list(&mut view.breakpoints, stops.lines.iter().copied().collect());
        view.has_stops = !stops.is_empty();
        keep(&mut view.objects, stops.objects);
        view.stopped_line = self.stopped_line();
        view.naming = self.steering.naming;
        view.range = self.steering.range;
        view.is_looping = self.driver.mode() == Mode::Looping;
        view.can_undo = self.steering.edits.can_undo();
        view.can_redo = self.steering.edits.can_redo();
        keep_list(&mut view.branches, self.branch_views());
        keep_optional(&mut view.history, history);
        let comparison: Option<CompareView> = self.compare_view(old.comparison.as_deref());
        keep_optional(&mut view.comparison, comparison);
        keep_optional(&mut view.words, self.words_view());
        view
    }

    /// The line with a breakpoint that the run stands at.
    fn stopped_line(&self) -> Option<u32> {
        let cursor = self.run.as_ref()?.cursor();
        let stopped = self
            .steering
            .stopped
            .as_ref()
            .filter(|stopped| stopped.cursor == cursor)?;
        stopped.line
    }

    fn branch_views(&self) -> Vec<BranchView> {
        let branches = &self.steering.branches;
        let view = |branch: &Branch| {
            let (ending, steps) = match (&branch.kept, &self.run) {
                (Some(kept), _) => (kept.ending.clone(), kept.choices.len() as u32),
                (None, Some(run)) => (run.timeline().ending_at(u32::MAX).cloned(), run.known()),
                (None, None) => (None, 0),
            };
            let origin = branch.origin.and_then(|(from, at)| {
                let from = branches.get(from)?;
                Some(fill(texts::LEAVES, &[&from.name, &at]))
            });
            BranchView {
                id: branch.id,
                name: branch.name.clone(),
                is_active: branch.id == branches.active().id,
                is_pinned: branch.is_pinned,
                ending: ending.as_ref().map(ending_words),
                steps,
                origin: origin.unwrap_or_default(),
            }
        };
        branches.list().iter().map(view).collect()
    }

    fn words_view(&self) -> Option<WordsView> {
        let asked = self.steering.word.as_deref()?;
        let entries = glossary::about(asked);
        let words = entries.into_iter().map(|entry| WordView {
            word: entry.word,
            meaning: entry.meaning,
            lesson: entry.lessons.iter().find_map(|id| {
                let lesson = self.place.course.lesson(id)?;
                Some((lesson.id.clone(), lesson.title.clone()))
            }),
            related: entry.related,
        });
        Some(WordsView {
            words: words.collect(),
            is_all: asked.is_empty(),
        })
    }
}
