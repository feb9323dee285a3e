//! Timers. Owns waiting; what is due is the session's to know, by the token that comes back.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Calls back once, after at least so many milliseconds.
pub(crate) fn after(delay_ms: u32, callback: impl FnOnce() + 'static) {
    // Never cancelled: the session ignores a token that is no longer awaited.
    Timeout::new(delay_ms, callback).forget();
}

/// How long work goes on before the browser has a turn, in milliseconds: on a phone, too, it then answers at once.
const TURN_MS: f64 = 5.0;

/// Gives the browser a turn: what the visitor did meanwhile, and the next frame, come first.
pub(crate) fn turn() -> Pin<Box<dyn Future<Output = ()>>> {
    // The page's first script lends it.
    let lent = Reflect::get(&js_sys::global(), &JsValue::from_str("lanesTurn")).ok();
    let lent = lent.and_then(|turn| turn.dyn_into::<Function>().ok());
    let over = lent.and_then(|turn| turn.call0(&JsValue::UNDEFINED).ok()?.dyn_into().ok());
    let over = over.unwrap_or_else(|| promise(|resolve| after(0, resolve)));
    Box::pin(async move {
        // Nobody rejects it.
        let _ = JsFuture::from(over).await;
    })
}

/// Long work in short turns. Whoever does it pauses wherever it can; only when a turn has become long the pause is one.
#[derive(Clone, Default)]
pub(crate) struct Turns {
    began: Rc<Cell<f64>>,
}

impl Turns {
    /// Gives the browser a turn if it has waited for one.
    pub(crate) fn pause(&self) -> Pin<Box<dyn Future<Output = ()>>> {
        if now() - self.began.get() < TURN_MS {
            return Box::pin(std::future::ready(()));
        }
        let began = self.began.clone();
        Box::pin(async move {
            turn().await;
            began.set(now());
        })
    }
}

/// Milliseconds since the page was asked for. Without a clock every turn is long.
fn now() -> f64 {
    let performance = crate::effects::window().and_then(|window| window.performance());
    performance.map_or(f64::INFINITY, |performance| performance.now())
}

/// Waits for the first sign that somebody is at the page, or for so many milliseconds.
pub(crate) async fn somebody(at_most_ms: u32) {
    const SIGNS: [&str; 5] = ["pointermove", "pointerdown", "keydown", "focusin", "scroll"];
    let mut listeners = Vec::new();
    let seen = promise(|resolve| {
        let resolve = Rc::new(RefCell::new(Some(resolve)));
        let once = move || {
            if let Some(resolve) = resolve.borrow_mut().take() {
                resolve();
            }
        };
        if let Some(window) = crate::effects::window() {
            listeners = SIGNS.map(|sign| listen(&window, sign, once.clone())).into();
        }
        after(at_most_ms, once);
    });
    let _ = JsFuture::from(seen).await;
    drop(listeners);
}

fn listen(window: &web_sys::Window, sign: &'static str, told: impl Fn() + 'static) -> EventListener {
    // Scrolling does not bubble, so it is caught on its way down.
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(window, sign, options, move |_| told())
}

fn promise(begin: impl FnOnce(Box<dyn FnOnce()>)) -> Promise {
    let mut begin = Some(begin);
    Promise::new(&mut move |resolve: Function, _: Function| {
        if let Some(begin) = begin.take() {
            // A promise's own function does not throw.
            begin(Box::new(move || drop(resolve.call0(&JsValue::UNDEFINED))));
        }
    })
}
