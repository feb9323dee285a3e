//! From the session's parts to what is shown. Owns that a part of the view keeps its pointer while its content stays the
//! same. Changes nothing.

mod cards;
mod drive;
mod events;
mod inspect;
mod lanes;
mod lesson;
mod look;
mod measures;
mod proof;
mod run;
mod source;
mod system;
mod waits;

use std::rc::Rc;

use timeline::Timeline;

use crate::run::Run;
use crate::stage::Stage;
use crate::view::{CourseView, NoteView, PlaceView, ViewModel, keep, keep_list};
use crate::{Detail, MachineView, Theme};

use super::Session;

pub(super) use run::raised_limits;

/// What is shown before anything is known.
pub(super) fn empty(stage: &Stage, theme: Theme) -> ViewModel {
    ViewModel {
        course: Rc::new(CourseView::default()),
        examples: Rc::default(),
        place: PlaceView::Playground,
        lesson: None,
        source: Rc::new(source::empty()),
        machine: run::default_machine(),
        run: Rc::new(run::empty()),
        lanes: Rc::default(),
        names: Rc::default(),
        look: Rc::default(),
        scene: Rc::new(stage.scene(&Timeline::new(), 0)),
        cards: Rc::default(),
        variables: Rc::default(),
        console: Rc::default(),
        events: None,
        detail: Detail::default(),
        inspect: None,
        system: Rc::default(),
        proof: Rc::new(proof::empty()),
        replay: None,
        measures: None,
        drive: Rc::default(),
        notes: Rc::default(),
        theme,
        layout: Rc::default(),
        share: None,
    }
}

impl Session {
    /// Makes what is shown anew.
    pub(super) fn show(&mut self) {
        let mut shown = self.shown.clone();
        if let Some(run) = &mut self.run {
            run.look();
            shown.names = run.names();
        }
        keep(&mut shown.course, self.course_view());
        keep(&mut shown.examples, self.examples_view());
        shown.place = self.place_view();
        keep_optional(&mut shown.lesson, self.lesson_view());
        shown.machine = self.machine_view();
        keep(&mut shown.run, self.run_view());
        keep(&mut shown.scene, self.scene());
        let look = self.look_view(&shown);
        keep(&mut shown.look, look);
        keep_list(&mut shown.cards, self.card_views());
        // What only the world tells stays as it was until that is at the cursor, which is some pictures later.
        if self.run.as_ref().is_none_or(Run::is_settled) {
            self.show_world(&mut shown);
        }
        keep(&mut shown.console, self.console_view());
        keep_optional(&mut shown.events, self.events_view());
        shown.detail = self.inspector.detail;
        keep(&mut shown.proof, self.proof_view());
        keep_optional(&mut shown.replay, self.replay_view());
        keep_optional(&mut shown.measures, self.measures_view());
        let history = self.history_view();
        keep(&mut shown.drive, self.drive_view(&self.shown.drive, history));
        keep_list(&mut shown.notes, self.note_views());
        shown.theme = self.document.settings.theme;
        keep(&mut shown.layout, self.layout_view());
        keep_optional(&mut shown.share, self.sharing.clone());
        self.shown = shown;
    }

    fn show_world(&mut self, shown: &mut ViewModel) {
        keep_list(&mut shown.lanes, self.lane_views(&shown.scene));
        keep(&mut shown.source, self.source_view(&shown.lanes));
        keep_list(&mut shown.variables, self.variable_views());
        // What was looked into is looked into again only if something of it may be different: it may cost many steps.
        let of = self
            .run
            .as_ref()
            .map(|run| (run.mark(), self.stage.selected, self.inspector.clone()));
        if of.is_none() || self.inspected != of {
            keep_optional(&mut shown.inspect, self.inspect_view());
            self.inspected = of;
        }
        keep(&mut shown.system, self.system_view());
    }

    fn note_views(&self) -> Vec<NoteView> {
        self.notes.list().to_vec()
    }

    fn scene(&self) -> timeline::Scene {
        match &self.run {
            Some(run) => self.stage.scene(run.timeline(), run.cursor()),
            None => self.stage.scene(&Timeline::new(), 0),
        }
    }

    fn machine_view(&self) -> MachineView {
        let Some(run) = &self.run else {
            return run::default_machine();
        };
        run::machine(run.setup(), self.policy())
    }
}

fn keep_optional<T: PartialEq>(old: &mut Option<Rc<T>>, new: Option<T>) {
    match (old.as_mut(), new) {
        (Some(old), Some(new)) => keep(old, new),
        (_, new) => *old = new.map(Rc::new),
    }
}
