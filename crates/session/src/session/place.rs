//! Opening places, editing, and what the learner does with a lesson's text. Owns that no draft is lost: every edit is in
//! the document before anything else happens, and the document is saved a moment later.

use std::pin::Pin;
use std::rc::Rc;

use compiler::Pause;

use crate::course;
use crate::run::{Branches, Driver, Run, open, open_in_the_middle};
use crate::texts::fill;
use crate::texts::place as texts;
use crate::view::PlaceView;
use crate::{Effect, PolicyKind};

use super::Session;

impl Session {
    pub(super) fn open_lesson(&mut self, id: &str, effects: &mut Vec<Effect>) {
        if self.place.open(id) {
            self.opened(effects);
        } else {
            self.notes
                .add(fill(texts::THERE_IS_NO_LESSON_IN_THIS, &[&format_args!("{:?}", id)]));
        }
    }

    pub(super) fn open_playground(&mut self, effects: &mut Vec<Effect>) {
        self.place.leave();
        self.opened(effects);
    }

    pub(super) fn open_next_lesson(&mut self, effects: &mut Vec<Effect>) {
        if let Some(id) = self.place.next().map(|lesson| lesson.id.clone()) {
            self.open_lesson(&id, effects);
        }
    }

    fn opened(&mut self, effects: &mut Vec<Effect>) {
        self.open_place(effects);
        effects.push(Effect::Announce(match self.place_view() {
            PlaceView::Lesson { title, goal, .. } => format!("{title}. {goal}"),
            PlaceView::Playground => crate::words::PLAYGROUND_NAME.to_owned(),
        }));
    }

    /// Opens the program of the place that was just gone to.
    pub(super) fn open_place(&mut self, effects: &mut Vec<Effect>) {
        if self.visit.take().is_some() {
            effects.push(Effect::ForgetLink);
        }
        self.notes.withdraw_offers();
        self.file_name = None;
        let key = self.place.key().to_owned();
        self.source
            .replace(self.place.given(), self.document.drafts.get(&key).map(String::as_str));
        self.machine = crate::machine::Machine::default();
        self.proof.clear(effects);
        self.run = None;
        self.inspected = None;
        self.compile_and_open();
        self.document.place = Some(key);
        self.save_soon(effects);
    }

    /// Compiles the text. A program without errors begins a new run; with errors the last good run stays as it is. A
    /// program as it was given opens in the middle of its run, so that a first look meets something alive; whoever has
    /// written in it knows what it is about and wants its beginning.
    pub(super) fn compile_and_open(&mut self) {
        compiler::at_once(self.compile_and_open_in_parts(&compiler::no_pause));
    }

    /// The same, with pauses on the way.
    pub(super) async fn compile_and_open_in_parts(&mut self, pause: Pause<'_>) {
        self.forget_misplaced();
        self.compile_after(None, pause).await;
    }

    /// The same in the place that was open before: the kept runs stay as long as they can be replayed.
    pub(super) fn compile_again(&mut self) {
        let before = self.compiled_text.clone();
        compiler::at_once(self.compile_after(Some(before), &compiler::no_pause));
    }

    /// Compiles the text, and keeps runs of the text before it if there is one. One piece of code for all who do, so it is boxed.
    fn compile_after<'a>(
        &'a mut self,
        before: Option<Rc<str>>,
        pause: Pause<'a>,
    ) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
        Box::pin(async move {
            let Some(compiled) = self.source.compile_in_parts(pause).await else {
                return;
            };
            self.compiled_text = self.source.text.clone();
            let branches = before.map_or_else(Branches::default, |before| {
                self.carried_branches(&before, &compiled.program)
            });
            pause().await;
            let lesson = self.place.lesson();
            let setup = self.machine.setup(&compiled.directive, lesson);
            let policy = self.policy();
            let mut run = Run::new(compiled.program, setup, policy);
            pause().await;
            if self.source.is_as_given() {
                open_in_the_middle(&mut run, pause).await;
            } else {
                open(&mut run, pause).await;
            }
            self.replay = None;
            self.steering.branches = branches;
            self.set_run(run);
        })
    }

    pub(super) fn set_run(&mut self, run: Run) {
        self.driver = Driver::default();
        self.stage.clear();
        self.forget_steering();
        self.run = Some(run);
        self.inspected = None;
    }

    pub(super) fn policy(&self) -> PolicyKind {
        self.machine.policy(self.place.lesson(), self.document.settings.policy)
    }

    pub(super) fn set_machine(&mut self, set: impl FnOnce(&mut crate::machine::Machine)) {
        set(&mut self.machine);
        self.compile_again();
    }

    pub(super) fn set_policy(&mut self, policy: PolicyKind, effects: &mut Vec<Effect>) {
        self.machine.set_policy(policy);
        if self.place.lesson().is_none() {
            self.document.settings.policy = policy;
            self.save_soon(effects);
        }
        // Who picks concerns only what is still open, so the run so far stays.
        if let Some(run) = &mut self.run {
            run.set_policy(policy);
        }
    }

    pub(super) fn edit(&mut self, text: &str, effects: &mut Vec<Effect>) {
        if self.source.edit(text, &mut self.tokens, effects) {
            self.driver.stop();
            self.keep_draft(effects);
        }
    }

    pub(super) fn reset_source(&mut self, effects: &mut Vec<Effect>) {
        if self.source.reset() {
            self.keep_draft(effects);
            self.compile_again();
            effects.push(Effect::Announce(texts::THE_PROGRAM_IS_AS_IT_WAS.to_owned()));
        }
    }

    pub(super) fn undo_reset(&mut self, effects: &mut Vec<Effect>) {
        if self.source.undo_reset() {
            self.keep_draft(effects);
            self.compile_again();
            effects.push(Effect::Announce(texts::YOUR_PROGRAM_IS_BACK.to_owned()));
        }
    }

    pub(super) fn keep_draft(&mut self, effects: &mut Vec<Effect>) {
        let key = self.place.key().to_owned();
        if let Some(visit) = self.visit.take() {
            effects.push(Effect::ForgetLink);
            self.document.place = Some(key.clone());
            if let Some(draft) = self.document.drafts.get(&key).filter(|_| visit.hides_draft).cloned() {
                self.set_aside(draft);
            }
        }
        if self.source.is_as_given() {
            self.document.drafts.remove(&key);
        } else {
            self.document.drafts.insert(key, self.source.text.to_string());
        }
        self.save_soon(effects);
    }

    pub(super) fn reveal_hint(&mut self, effects: &mut Vec<Effect>) {
        let Some(lesson) = self.place.course.lesson(self.place.key()) else {
            return;
        };
        if course::reveal_hint(&mut self.document, lesson) {
            self.save_soon(effects);
        }
    }

    pub(super) fn answer(&mut self, question: usize, option: usize, effects: &mut Vec<Effect>) {
        let Some(lesson) = self.place.course.lesson(self.place.key()) else {
            return;
        };
        if course::answer(&mut self.document, lesson, question, option) {
            self.save_soon(effects);
        }
    }
}
