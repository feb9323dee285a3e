//! The session itself: its parts, and which of them each action is for. Owns what concerns more than one part: opening a
//! place, beginning a run, saving. Everything else is the parts' own.

mod arrange;
mod drive;
mod files;
mod gallery;
mod look;
mod place;
mod prove;
mod settle;
mod share;
mod show;
mod steer;
#[cfg(test)]
mod tests;

use std::rc::Rc;
use std::sync::Arc;

use compiler::Pause;
use lesson::Course;
use timeline::Axis;
use world::TaskId;

use crate::course::Place;
use crate::effect::Tokens;
use crate::examples::Shelf;
use crate::inspect::Inspector;
use crate::layout::Passing;
use crate::machine::Machine;
use crate::notes::Notes;
use crate::proof::Panel;
use crate::run::{Driver, Mark, Replay, Run};
use crate::source::Source;
use crate::stage::Stage;
use crate::texts::fill;
use crate::texts::session as texts;
use crate::view::{ShareView, ViewModel};
use crate::{Action, BACKUP_KEY, DOCUMENT_KEY, Detail, Effect, Inspect, StoredDocument, Token};

pub use files::FILE_BYTES_MAX;
use share::Visit;
use steer::Steering;

/// How long after the last change the document is saved, in milliseconds.
const SAVE_DELAY_MS: u32 = 400;

/// What the shell knows about where it runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Environment {
    /// Whether the learner asked for less motion: then playing is slower and nothing is smooth.
    pub reduced_motion: bool,
}

/// The app without a screen.
#[derive(Clone, Debug)]
pub struct Session {
    environment: Environment,
    document: StoredDocument,
    place: Place,
    shelf: Shelf,
    source: Source,
    machine: Machine,
    /// The text that was compiled last without errors.
    compiled_text: Rc<str>,
    /// The run on the stage; `None` until something compiled.
    run: Option<Run>,
    /// The finding that the run replays.
    replay: Option<Replay>,
    driver: Driver,
    /// Breakpoints, branches and what else there is to drive it with.
    steering: Steering,
    stage: Stage,
    layout: Passing,
    inspector: Inspector,
    /// What the calls and waits that are shown were made of.
    inspected: Option<(Mark, Option<TaskId>, Inspector)>,
    proof: Panel,
    notes: Notes,
    /// What is on the screen came with a link.
    visit: Option<Visit>,
    /// The name of the file that the program came from.
    file_name: Option<String>,
    /// What can be taken away, while the learner looks at it.
    sharing: Option<ShareView>,
    tokens: Tokens,
    /// Awaited while there is something to save.
    saving: Option<Token>,
    /// Awaited while the world of the run is on its way to the cursor.
    settling: Option<Token>,
    /// What is shown, made anew after every action from the parts that changed.
    shown: ViewModel,
}

impl Session {
    /// Opens the place that was open last, compiles its program and takes it to a step worth looking at.
    ///
    /// `stored` is the text under [`DOCUMENT_KEY`], if there was one.
    #[must_use]
    pub fn new(course: Arc<Course>, stored: Option<&str>, environment: Environment) -> (Session, Vec<Effect>) {
        compiler::at_once(Session::open(course, stored, environment, &compiler::no_pause))
    }

    /// The same, with pauses on the way: for a page that answers meanwhile.
    pub async fn open(
        course: Arc<Course>,
        stored: Option<&str>,
        environment: Environment,
        pause: Pause<'_>,
    ) -> (Session, Vec<Effect>) {
        let reading = StoredDocument::read(stored);
        let mut effects = Vec::new();
        let mut notes = Notes::default();
        if let Some(text) = reading.backup {
            effects.push(Effect::Save { key: BACKUP_KEY, text });
        }
        if let Some(note) = reading.note {
            notes.add(note);
        }
        let document = reading.document;
        let place = Place::new(course, &document);
        let source = Source::new(place.given(), document.drafts.get(place.key()).map(String::as_str));
        let axis = if document.settings.is_time_axis {
            Axis::Time
        } else {
            Axis::Step
        };
        let stage = Stage::new(axis);
        let shown = show::empty(&stage, document.settings.theme);
        let mut session = Session {
            environment,
            document,
            place,
            shelf: Shelf::default(),
            source,
            machine: Machine::default(),
            compiled_text: Rc::default(),
            run: None,
            replay: None,
            driver: Driver::default(),
            steering: Steering::default(),
            stage,
            layout: Passing::default(),
            inspector: Inspector::default(),
            inspected: None,
            proof: Panel::default(),
            notes,
            visit: None,
            file_name: None,
            sharing: None,
            tokens: Tokens::default(),
            saving: None,
            settling: None,
            shown,
        };
        pause().await;
        session.compile_and_open_in_parts(pause).await;
        pause().await;
        session.show();
        (session, effects)
    }

    /// What there is to see. Cheap: nothing is made here.
    #[must_use]
    pub fn view(&self) -> ViewModel {
        self.shown.clone()
    }

    /// Takes an action in. Returns what has to be done outside.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let mut effects = Vec::new();
        let is_tick = matches!(action, Action::Tick(_));
        let is_part = matches!(action, Action::Tick(token) if self.settling == Some(token));
        self.settle_for(&action);
        self.begin_action();
        self.dispatch(action, &mut effects);
        self.end_action(is_tick);
        self.go_on_settling(is_part, &mut effects);
        self.show();
        effects
    }

    /// Large parts that most visits do not need are never inlined: a browser compiles a function when it is first called, all
    /// of it.
    fn dispatch(&mut self, action: Action, effects: &mut Vec<Effect>) {
        match action {
            Action::SelectLesson(id) => self.open_lesson(&id, effects),
            Action::OpenPlayground => self.open_playground(effects),
            Action::NextLesson => self.open_next_lesson(effects),
            Action::Examples(gallery) => self.gallery(gallery, effects),
            Action::EditSource(text) => self.edit(&text, effects),
            Action::ResetSource => self.reset_source(effects),
            Action::UndoReset => self.undo_reset(effects),
            Action::RevealHint => self.reveal_hint(effects),
            Action::AnswerPrediction { question, option } => self.answer(question, option, effects),

            Action::SetModel(model) => self.set_machine(|machine| machine.set_model(model)),
            Action::SetGranularity(granularity) => self.set_machine(|machine| machine.set_granularity(granularity)),
            Action::SetTime(time) => self.set_machine(|machine| machine.set_time(time)),
            Action::SetPolicy(policy) => self.set_policy(policy, effects),
            Action::SetSeed(seed) => self.set_machine(|machine| machine.set_seed(seed)),

            Action::Run => self.run_to_end(effects),
            Action::Continue => self.continue_run(effects),
            Action::Play => self.play(effects),
            Action::Pause => self.driver.stop(),
            Action::SetSpeed(speed) => self.set_speed(speed, effects),
            Action::Step => self.step(effects),
            Action::StepLane(task) => self.step_choice(world::Choice::Run(task), effects),
            Action::StepClock => self.step_choice(world::Choice::Advance, effects),
            Action::Decide(choice) => self.step_choice(choice, effects),
            Action::Back => self.back(effects),
            Action::ToStart => self.seek(0, effects),
            Action::ToEnd => self.seek(u32::MAX, effects),
            Action::Scrub(cursor) => self.seek(cursor, effects),
            Action::Restart => self.restart(effects),
            Action::CopySchedule => self.copy_schedule(effects),
            Action::Drive(drive) => self.steer(drive, effects),

            Action::Prove => self.prove(effects),
            Action::CancelProof => self.proof.cancel(effects),
            Action::ContinueProof => self.proof.resume(effects),
            Action::AskNudge => self.ask_nudge(effects),
            Action::Proof(message) => self.receive_proof(message, effects),
            Action::ProofFailed { run_id, message } => self.proof_failed(run_id, message, effects),
            Action::ReplayFinding { check, finding } => self.replay_finding(check, finding, effects),
            Action::LeaveReplay => self.leave_replay(),

            Action::ResizeStage {
                width,
                height,
                row_height,
            } => self.stage.resize(width, height, row_height),
            Action::SetAxis(axis) => self.set_axis(axis, effects),
            Action::Zoom { factor, x } => self.look(|stage, timeline, cursor| stage.zoom(factor, x, timeline, cursor)),
            Action::Pan { dx, dy } => self.look(|stage, timeline, cursor| stage.pan(dx, dy, timeline, cursor)),
            Action::FitStage => self.stage.fit(),
            Action::HoverTarget(target) => self.stage.hover(target),
            Action::ClickTarget(target) => self.click(target, effects),
            Action::SelectLane(task) => self.stage.selected = task,
            Action::Look(look) => self.look_at(look, effects),
            Action::ShowMeasures(shows) => self.stage.shows_measures = shows,
            Action::Inspect(inspect) => {
                if let Inspect::Open(detail) = inspect {
                    self.stage.shows_measures = detail == Detail::Measures;
                }
                self.inspector.update(inspect);
            }

            Action::Tick(token) => self.tick(token, effects),
            Action::Flush => self.save_now(effects),
            Action::StorageFailed(message) => self
                .notes
                .add(fill(texts::THIS_BROWSER_DOES_NOT_KEEP_WHAT, &[&message])),
            Action::EditorFailed(message) => {
                self.notes.add(fill(texts::THE_EDITOR_DID_NOT_LOAD_SO, &[&message]));
            }
            Action::LessonsFailed(message) => {
                self.notes.add(fill(texts::THE_LESSONS_DID_NOT_LOAD_THE, &[&message]));
            }
            Action::Layout(layout) => self.arrange(layout, effects),
            Action::DismissNote(id) => self.notes.dismiss(id),

            Action::OpenLink(fragment) => self.open_link(&fragment, effects),
            Action::Share { page } => self.share(&page),
            Action::CloseShare => self.sharing = None,
            Action::CopyLink => self.copy_link(effects),
            Action::Copied(is_copied) => self.copied(is_copied, effects),
            Action::OpenFile { name, text } => self.open_file(&name, &text, effects),
            Action::FileFailed { name, reason } => self.file_failed(&name, &reason),
            Action::BringBack => self.bring_back(effects),
            Action::SaveProgram => self.save_program(effects),
            Action::Export(export) => self.export(export, effects),
        }
    }

    fn tick(&mut self, token: Token, effects: &mut Vec<Effect>) {
        if self.saving == Some(token) {
            self.save_now(effects);
        } else if self.source.awaits(token) {
            self.compile_again();
        } else if self.driver.awaits(token) {
            self.drive_on(effects);
        }
    }

    fn save_soon(&mut self, effects: &mut Vec<Effect>) {
        let token = self.tokens.next();
        self.saving = Some(token);
        effects.push(Effect::After {
            ms: SAVE_DELAY_MS,
            token,
        });
    }

    fn save_now(&mut self, effects: &mut Vec<Effect>) {
        if self.saving.take().is_some() {
            effects.push(Effect::Save {
                key: DOCUMENT_KEY,
                text: self.document.to_json(),
            });
        }
    }

    fn set_axis(&mut self, axis: Axis, effects: &mut Vec<Effect>) {
        self.stage.set_axis(axis);
        self.document.settings.is_time_axis = axis == Axis::Time;
        self.save_soon(effects);
    }
}
