//! The checker's worker. Owns its life: started when a proof is first asked for, ended for good to cancel one (a search
//! that is under way hears no message), and the sorting out of replies that belong to no current proof. Knows nothing of
//! what a request or a reply says.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::JsValue;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::files;
use crate::protocol::{BUILD, FromWorker, Order, ToWorker};

/// What comes of a proof.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Heard {
    /// A message of the checker, in its own words.
    Reply {
        /// The proof that it belongs to.
        run_id: u32,
        /// The message.
        message: String,
    },
    /// No message will come any more.
    Failed {
        /// The proof that it belongs to.
        run_id: u32,
        /// Why.
        reason: String,
    },
}

/// The worker, if there is one, and the proof that it is at.
#[derive(Clone)]
pub(crate) struct CheckerWorker {
    state: Rc<RefCell<State>>,
}

struct State {
    listener: Rc<dyn Fn(Heard)>,
    running: Option<Running>,
}

struct Running {
    worker: Worker,
    run_id: u32,
    /// Sent when the worker says that it is there: what is sent before may be lost.
    waiting: Option<String>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(JsValue)>,
}

impl CheckerWorker {
    /// No worker yet; `listener` hears what comes.
    pub(crate) fn new(listener: impl Fn(Heard) + 'static) -> CheckerWorker {
        CheckerWorker {
            state: Rc::new(RefCell::new(State {
                listener: Rc::new(listener),
                running: None,
            })),
        }
    }

    /// Ends the proof that is under way and begins another.
    pub(crate) fn start(&self, run_id: u32, request: String) {
        self.stop();
        match self.spawn(run_id, request) {
            Ok(running) => self.state.borrow_mut().running = Some(running),
            Err(reason) => self.tell(Heard::Failed { run_id, reason }),
        }
    }

    /// Lets a proof that has met a limit go on.
    pub(crate) fn resume(&self, run_id: u32) {
        self.order(run_id, Order::Resume);
    }

    /// Asks a proof that has ended how a run could go wrong.
    pub(crate) fn nudge(&self, run_id: u32, schedule: String) {
        self.order(run_id, Order::Nudge(schedule));
    }

    fn order(&self, run_id: u32, order: Order) {
        let sent = {
            let state = self.state.borrow();
            let running = state.running.as_ref().filter(|running| running.run_id == run_id);
            running.map(|running| post(&running.worker, run_id, order))
        };
        match sent {
            Some(Ok(())) => {}
            Some(Err(reason)) => self.fail(run_id, &reason),
            None => self.fail(run_id, "the checker has forgotten this proof: begin it again"),
        }
    }

    /// Ends the proof that is under way, if it is this one.
    pub(crate) fn cancel(&self, run_id: u32) {
        let is_current = self
            .state
            .borrow()
            .running
            .as_ref()
            .is_some_and(|running| running.run_id == run_id);
        if is_current {
            self.stop();
        }
    }

    fn stop(&self) {
        if let Some(running) = self.state.borrow_mut().running.take() {
            running.worker.set_onmessage(None);
            running.worker.set_onerror(None);
            running.worker.terminate();
        }
    }

    fn tell(&self, heard: Heard) {
        let listener = self.state.borrow().listener.clone();
        listener(heard);
    }

    fn spawn(&self, run_id: u32, request: String) -> Result<Running, String> {
        let address = files::address_of("lanes-worker")?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&address, &options).map_err(|error| files::words_of(&error))?;
        let this = self.clone();
        let on_message = Closure::new(move |event: MessageEvent| this.hear(run_id, &event.data()));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        let this = self.clone();
        let on_error = Closure::new(move |_: JsValue| this.fail(run_id, "the checker stopped with an error"));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Running {
            worker,
            run_id,
            waiting: Some(request),
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    fn hear(&self, run_id: u32, data: &JsValue) {
        let Some(message) = data
            .as_string()
            .and_then(|text| serde_json::from_str::<FromWorker>(&text).ok())
        else {
            self.fail(run_id, "the checker said something that this page does not understand");
            return;
        };
        match message {
            FromWorker::Ready { build } if build != BUILD => {
                self.fail(
                    run_id,
                    "the page and its checker are of different versions: reload the page",
                );
            }
            FromWorker::Ready { .. } => self.send_waiting(run_id),
            FromWorker::Proof { run_id, message } => {
                let is_current = self
                    .state
                    .borrow()
                    .running
                    .as_ref()
                    .is_some_and(|running| running.run_id == run_id);
                if is_current {
                    self.tell(Heard::Reply { run_id, message });
                }
            }
            FromWorker::Refused { reason } => self.fail(run_id, &reason),
        }
    }

    fn send_waiting(&self, run_id: u32) {
        let sent = {
            let mut state = self.state.borrow_mut();
            let Some(running) = state.running.as_mut().filter(|running| running.run_id == run_id) else {
                return;
            };
            let Some(request) = running.waiting.take() else { return };
            post(&running.worker, run_id, Order::Begin(request))
        };
        if let Err(reason) = sent {
            self.fail(run_id, &reason);
        }
    }

    fn fail(&self, run_id: u32, reason: &str) {
        self.stop();
        self.tell(Heard::Failed {
            run_id,
            reason: reason.to_owned(),
        });
    }
}

fn post(worker: &Worker, run_id: u32, order: Order) -> Result<(), String> {
    let text = serde_json::to_string(&ToWorker { run_id, order }).map_err(|error| error.to_string())?;
    worker
        .post_message(&JsValue::from_str(&text))
        .map_err(|error| files::words_of(&error))
}
