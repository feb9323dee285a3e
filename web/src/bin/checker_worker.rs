//! The checker behind `postMessage`. Owns the message loop of the worker and its clock; knows neither Yew nor the DOM, and
//! what a check is only `session` knows.

#[path = "../protocol.rs"]
mod protocol;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use protocol::{BUILD, FromWorker, Order, ToWorker};
use session::{ProofMessage, ProofRequest, ProofWorker};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// How long a slice should take: long enough to be worth its message, short enough for a smooth count.
const SLICE_MS: f64 = 40.0;
/// The first slice's budget, in steps; later ones follow from how long it took.
const BUDGET_FIRST: u32 = 2_000;
const BUDGET_MAX: u32 = 1_000_000;

fn main() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answering = scope.clone();
    let ended: Ended = Rc::default();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Err(reason) = begin(&answering, &ended, &event.data()) {
            post(&answering, &FromWorker::Refused { reason });
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // Listens for as long as the worker lives, which the page decides.
    on_message.forget();
    // A message sent before this one may be lost while the module is still loading, so the page waits for it.
    post(
        &scope,
        &FromWorker::Ready {
            build: BUILD.to_owned(),
        },
    );
}

/// The proof that has come to its end, which may go on.
type Ended = Rc<RefCell<Option<Search>>>;

fn begin(scope: &DedicatedWorkerGlobalScope, ended: &Ended, data: &JsValue) -> Result<(), String> {
    let text = data.as_string().ok_or("the request is no text")?;
    let asked: ToWorker = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let request = match asked.order {
        Order::Begin(request) => ProofRequest::from_json(&request)?,
        Order::Resume => {
            let mut search = ended.borrow_mut().take().ok_or("there is no proof to go on with")?;
            search.worker.resume();
            search.started = now(scope) - search.took;
            go_on(search, BUDGET_FIRST);
            return Ok(());
        }
        Order::Nudge(schedule) => {
            let mut ended = ended.borrow_mut();
            let search = ended.as_mut().ok_or("there is no proof to ask")?;
            let message = search.worker.nudge(&schedule);
            search.say(&message);
            return Ok(());
        }
    };
    let started = now(scope);
    let search = Search {
        scope: scope.clone(),
        run_id: asked.run_id,
        started,
        took: 0.0,
        worker: ProofWorker::new(&request),
        ended: Rc::clone(ended),
    };
    go_on(search, BUDGET_FIRST);
    Ok(())
}

struct Search {
    scope: DedicatedWorkerGlobalScope,
    run_id: u32,
    started: f64,
    /// How long it had taken when it ended.
    took: f64,
    worker: ProofWorker,
    /// Where it goes when it has ended.
    ended: Ended,
}

impl Search {
    fn say(&self, message: &ProofMessage) {
        post(
            &self.scope,
            &FromWorker::Proof {
                run_id: self.run_id,
                message: message.to_json(),
            },
        );
    }
}

/// Takes one slice and asks for the next, so that the worker hears messages in between.
fn go_on(mut search: Search, budget: u32) {
    let before = now(&search.scope);
    // Less than 49 days.
    let message = search.worker.advance(budget, (before - search.started) as u32);
    let is_finished = match &message {
        ProofMessage::Progress(_) => false,
        ProofMessage::Finished(_) | ProofMessage::Nudged(_) => true,
    };
    search.say(&message);
    if is_finished {
        search.took = now(&search.scope) - search.started;
        let ended = Rc::clone(&search.ended);
        *ended.borrow_mut() = Some(search);
        return;
    }
    let took = (now(&search.scope) - before).max(1.0);
    // A cast from float to integer saturates.
    let next = (f64::from(budget) * (SLICE_MS / took).clamp(0.25, 4.0)) as u32;
    Timeout::new(0, move || go_on(search, next.clamp(1, BUDGET_MAX))).forget();
}

fn now(scope: &DedicatedWorkerGlobalScope) -> f64 {
    scope.performance().map_or(0.0, |performance| performance.now())
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &FromWorker) {
    let Ok(text) = serde_json::to_string(message) else {
        return;
    };
    // Refused only for what cannot be copied, which a text can.
    let _ = scope.post_message(&JsValue::from_str(&text));
}
