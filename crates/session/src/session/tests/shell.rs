//! What a page would do, without one: storage, timers, a clipboard, a status line and a worker. Owns carrying effects out;
//! everything that it is told it keeps for the test to look at.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use lesson::{Course, Examples};

use crate::{
    Action, DOCUMENT_KEY, Effect, Environment, Inspect, ProofMessage, ProofRequest, ProofWorker, Session, Token,
    ViewModel,
};

/// More timers than any test needs: a loop that asks for one after another for ever is a bug.
const TIMERS_MAX: usize = 10_000;

pub(super) struct Shell {
    pub(super) session: Session,
    pub(super) storage: BTreeMap<&'static str, String>,
    pub(super) timers: Vec<(u32, Token)>,
    pub(super) said: Vec<String>,
    pub(super) copied: Vec<String>,
    /// What was saved: names and contents.
    pub(super) files: Vec<(String, String)>,
    /// How many times the link was taken out of the address.
    pub(super) forgotten: u32,
    /// How many times the examples were asked for.
    pub(super) asked_for_examples: u32,
    pub(super) worker: Option<(u32, ProofWorker)>,
    /// The worker whose check has ended, for as long as no other is asked for.
    ended: Option<(u32, ProofWorker)>,
    pub(super) cancelled: Vec<u32>,
}

/// The course that ships.
pub(super) fn course() -> Arc<Course> {
    let (course, problems) = Course::from_files(&lessons());
    assert!(course.lesson("fix-the-race").is_some(), "{problems:?}");
    Arc::new(course)
}

/// The examples that ship.
pub(super) fn examples() -> Rc<Examples> {
    let (examples, problems) = Examples::from_files(&lessons());
    assert_eq!(problems, []);
    Rc::new(examples)
}

fn lessons() -> Vec<(String, String)> {
    fn collect(folder: &Path, root: &Path, files: &mut Vec<(String, String)>) {
        let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
            .expect("the folder of lessons is there")
            .map(|entry| entry.expect("its entries can be read").path())
            .collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                collect(&path, root, files);
            } else {
                let name = path.strip_prefix(root).expect("it is below the root");
                let name = name.to_string_lossy().replace('\\', "/");
                files.push((name, std::fs::read_to_string(&path).expect("lessons are texts")));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lessons");
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    files
}

impl Shell {
    /// A first visit.
    pub(super) fn new() -> Shell {
        Shell::visit(None)
    }

    /// A visit with something in storage.
    pub(super) fn visit(stored: Option<&str>) -> Shell {
        let (session, effects) = Session::new(course(), stored, Environment::default());
        let mut shell = Shell {
            session,
            storage: BTreeMap::new(),
            timers: Vec::new(),
            said: Vec::new(),
            copied: Vec::new(),
            files: Vec::new(),
            forgotten: 0,
            asked_for_examples: 0,
            worker: None,
            ended: None,
            cancelled: Vec::new(),
        };
        shell.carry_out(effects);
        // What is only made while it is looked at is looked at: then every test that compares views compares it too.
        for look in [Inspect::Show(true), Inspect::ShowEvents(true)] {
            shell.act(Action::Inspect(look));
        }
        shell
    }

    /// A first visit that went to the playground and typed a program.
    pub(super) fn with_program(source: &str) -> Shell {
        let mut shell = Shell::new();
        shell.act(Action::OpenPlayground);
        shell.act(Action::EditSource(source.to_owned()));
        shell.settle();
        shell
    }

    pub(super) fn act(&mut self, action: Action) -> ViewModel {
        let effects = self.session.update(action);
        self.carry_out(effects);
        self.view()
    }

    pub(super) fn view(&self) -> ViewModel {
        self.session.view()
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Save { key, text } => drop(self.storage.insert(key, text)),
                Effect::StartProof { run_id, request } => {
                    let request = ProofRequest::from_json(&request).expect("a request reads back");
                    assert_eq!(request.run_id, run_id);
                    self.worker = Some((run_id, ProofWorker::new(&request)));
                }
                Effect::ContinueProof { run_id } => {
                    let (at, mut worker) = self.ended.take().expect("a worker that has ended waits");
                    assert_eq!(at, run_id);
                    worker.resume();
                    self.worker = Some((at, worker));
                }
                Effect::AskNudge { run_id, schedule } => {
                    let (at, worker) = self.ended.as_mut().expect("a worker that has ended waits");
                    assert_eq!(*at, run_id);
                    let answer = worker.nudge(&schedule).to_json();
                    let answer = ProofMessage::from_json(&answer).expect("an answer reads back");
                    self.act(Action::Proof(answer));
                }
                Effect::CancelProof { run_id } => {
                    self.cancelled.push(run_id);
                    self.worker = None;
                }
                Effect::After { ms, token } => self.timers.push((ms, token)),
                Effect::CopyText(text) => self.copied.push(text),
                Effect::SaveFile { name, text, .. } => self.files.push((name, text)),
                Effect::SavePicture { name, svg } => self.files.push((name, svg)),
                Effect::LoadExamples => self.asked_for_examples += 1,
                Effect::ForgetLink => self.forgotten += 1,
                Effect::Announce(text) => self.said.push(text),
            }
        }
    }

    /// Lets every timer fire until none is left.
    pub(super) fn settle(&mut self) -> ViewModel {
        for _ in 0..TIMERS_MAX {
            let Some(index) = (0..self.timers.len()).min_by_key(|&index| self.timers[index].0) else {
                return self.view();
            };
            let (_, token) = self.timers.remove(index);
            self.act(Action::Tick(token));
        }
        panic!("the session asks for timers without end");
    }

    /// Lets the worker go on with a budget; what it said went through JSON.
    pub(super) fn work(&mut self, budget: u32) -> bool {
        let Some((_, worker)) = &mut self.worker else {
            return false;
        };
        let message = worker.advance(budget, 10);
        let message = ProofMessage::from_json(&message.to_json()).expect("a message reads back");
        let is_finished = matches!(message, ProofMessage::Finished(_));
        if is_finished {
            self.ended = self.worker.take();
        }
        self.act(Action::Proof(message));
        !is_finished
    }

    /// Proves to the end.
    pub(super) fn prove(&mut self) -> ViewModel {
        self.act(Action::Prove);
        while self.work(50_000) {}
        self.view()
    }

    pub(super) fn stored(&self) -> &str {
        self.storage.get(DOCUMENT_KEY).map_or("", String::as_str)
    }
}
