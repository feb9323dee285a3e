//! Between the session and the browser. Owns the one session, the order in which actions reach it, and which effect is
//! carried out by whom. Decides nothing: a rule that lands here belongs into the session.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo_events::EventListener;
use session::{Action, Course, DOCUMENT_KEY, Effect, Environment, Gallery, Pause, ProofMessage, Session, ViewModel};
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use crate::effects::storage::Storage;
use crate::effects::worker::{CheckerWorker, Heard};
use crate::effects::{address, clipboard, lessons, local, theme, timers};
use crate::texts::fill;
use crate::texts::shell as texts;

/// What the page is told.
#[derive(Clone, PartialEq)]
pub(crate) enum Told {
    /// The screen is this now.
    View(Box<ViewModel>),
    /// To be said to those who cannot see it.
    Announcement(String),
}

/// The session and everything that it drives. Cloning it gives another handle.
#[derive(Clone)]
pub(crate) struct Shell(Rc<Inner>);

struct Inner {
    session: RefCell<Session>,
    // An action that an effect brings about while another is under way waits for its turn.
    queue: RefCell<VecDeque<Action>>,
    is_draining: Cell<bool>,
    storage: Storage,
    worker: RefCell<Option<CheckerWorker>>,
    page: Callback<Told>,
}

/// A session that nobody has shown yet.
pub(crate) struct Opened {
    storage: Storage,
    session: Session,
    effects: Vec<Effect>,
    /// What it is to be told first.
    actions: Vec<Action>,
}

impl Opened {
    /// Loads what was stored, and opens the place that was open last.
    pub(crate) async fn open(course: Result<Course, String>, pause: Pause<'_>) -> Opened {
        let storage = Storage::new();
        let (course, missing) = match course {
            Ok(course) => (course, None),
            Err(reason) => (Course::default(), Some(reason)),
        };
        let (stored, refused) = match storage.load(DOCUMENT_KEY) {
            Ok(stored) => (stored, None),
            Err(reason) => (None, Some(reason)),
        };
        let environment = Environment {
            reduced_motion: theme::is_motion_reduced(),
        };
        let (session, effects) = Session::open(course.into(), stored.as_deref(), environment, pause).await;
        let missing = missing.map(Action::LessonsFailed).into_iter();
        Opened {
            storage,
            session,
            effects,
            actions: missing.chain(refused.map(Action::StorageFailed)).collect(),
        }
    }
}

impl Shell {
    /// Begins.
    pub(crate) fn start(opened: Opened, page: Callback<Told>) -> Shell {
        let Opened {
            storage,
            session,
            effects,
            actions,
        } = opened;
        let shell = Shell(Rc::new(Inner {
            session: RefCell::new(session),
            queue: RefCell::default(),
            is_draining: Cell::new(false),
            storage,
            worker: RefCell::default(),
            page,
        }));
        shell.listen_to_worker();
        shell.listen_to_leaving();
        shell.carry_out(effects);
        for action in actions {
            shell.dispatch(action);
        }
        shell.listen_to_the_outside();
        shell.show();
        shell
    }

    /// Hands an action to the session, carries out what comes of it, and shows what the screen is then.
    pub(crate) fn dispatch(&self, action: Action) {
        self.0.queue.borrow_mut().push_back(action);
        if self.0.is_draining.replace(true) {
            return;
        }
        loop {
            let Some(action) = self.0.queue.borrow_mut().pop_front() else {
                break;
            };
            let effects = self.0.session.borrow_mut().update(action);
            self.carry_out(effects);
        }
        self.0.is_draining.set(false);
        self.show();
    }

    fn show(&self) {
        let view = self.0.session.borrow_mut().view();
        self.0.page.emit(Told::View(Box::new(view)));
    }

    fn listen_to_worker(&self) {
        // Not the other way round as well: the shell lives as long as the page.
        let shell = self.clone();
        let worker = CheckerWorker::new(move |heard| shell.dispatch(action_of(heard)));
        *self.0.worker.borrow_mut() = Some(worker);
    }

    /// Links in the address and files that are dropped.
    fn listen_to_the_outside(&self) {
        let fragment = address::fragment();
        if !fragment.is_empty() {
            self.dispatch(Action::OpenLink(fragment));
        }
        let shell = self.clone();
        address::listen(move |fragment| shell.dispatch(Action::OpenLink(fragment)));
        let shell = self.clone();
        local::listen(move |file| {
            let shell = shell.clone();
            local::read(file, move |action| shell.dispatch(action));
        });
    }

    /// A page that is hidden may never be shown again, so what was typed is saved then.
    fn listen_to_leaving(&self) {
        let Some(window) = crate::effects::window() else { return };
        let shell = self.clone();
        EventListener::new(&window, "pagehide", move |_| shell.dispatch(Action::Flush)).forget();
        let Some(document) = window.document() else { return };
        let (shell, page) = (self.clone(), document.clone());
        EventListener::new(&document, "visibilitychange", move |_| {
            if page.hidden() {
                shell.dispatch(Action::Flush);
            }
        })
        .forget();
    }

    fn carry_out(&self, effects: Vec<Effect>) {
        for effect in effects {
            self.carry_out_one(effect);
        }
    }

    fn carry_out_one(&self, effect: Effect) {
        match effect {
            Effect::Save { key, text } => {
                if let Err(message) = self.0.storage.save(key, &text) {
                    self.dispatch(Action::StorageFailed(message));
                }
            }
            Effect::StartProof { run_id, request } => {
                if let Some(worker) = self.0.worker.borrow().clone() {
                    worker.start(run_id, request);
                }
            }
            Effect::ContinueProof { run_id } => {
                if let Some(worker) = self.0.worker.borrow().clone() {
                    worker.resume(run_id);
                }
            }
            Effect::AskNudge { run_id, schedule } => {
                if let Some(worker) = self.0.worker.borrow().clone() {
                    worker.nudge(run_id, schedule);
                }
            }
            Effect::CancelProof { run_id } => {
                if let Some(worker) = self.0.worker.borrow().clone() {
                    worker.cancel(run_id);
                }
            }
            Effect::After { ms, token } => {
                let shell = self.clone();
                timers::after(ms, move || shell.dispatch(Action::Tick(token)));
            }
            Effect::CopyText(text) => {
                let shell = self.clone();
                clipboard::copy(text, move |is_copied| shell.dispatch(Action::Copied(is_copied)));
            }
            Effect::SaveFile { name, mime, text } => local::save(&name, mime, &text),
            Effect::SavePicture { name, svg } => {
                let page = self.0.page.clone();
                local::save_picture(name, svg, move || {
                    page.emit(Told::Announcement(texts::THIS_BROWSER_COULD_NOT_MAKE.to_owned()));
                });
            }
            Effect::LoadExamples => {
                let shell = self.clone();
                let coming = lessons::examples();
                spawn_local(async move {
                    shell.dispatch(Action::Examples(match coming.await {
                        Ok(examples) => Gallery::Arrived(Rc::new(examples)),
                        Err(reason) => Gallery::Failed(reason),
                    }));
                });
            }
            Effect::ForgetLink => address::forget(),
            Effect::Announce(text) => self.0.page.emit(Told::Announcement(text)),
        }
    }
}

fn action_of(heard: Heard) -> Action {
    match heard {
        Heard::Reply { run_id, message } => match serde_json::from_str::<ProofMessage>(&message) {
            Ok(message) => Action::Proof(message),
            Err(error) => Action::ProofFailed {
                run_id,
                message: fill(texts::THE_CHECKERS_ANSWER_MAKES_NO, &[&error]),
            },
        },
        Heard::Failed { run_id, reason } => Action::ProofFailed {
            run_id,
            message: reason,
        },
    }
}
