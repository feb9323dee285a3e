//! Timers. Owns waiting; what is due is the session's to know, by the token that comes back.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise};
use wasm_bindgen_futures::JsFuture;

/// Calls back once, after at least so many milliseconds.
pub(crate) fn after(delay_ms: u32, callback: impl FnOnce() + 'static) {
    // Never cancelled: the session ignores a token that is no longer awaited.
    Timeout::new(delay_ms, callback).forget();
}

/// Gives the browser a turn: what the visitor did meanwhile, and the next frame, come first.
pub(crate) fn turn() -> Pin<Box<dyn Future<Output = ()>>> {
    let over = promise(|resolve| after(0, resolve));
    Box::pin(async move {
        // Nobody rejects it.
        let _ = JsFuture::from(over).await;
    })
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
            begin(Box::new(move || drop(resolve.call0(&wasm_bindgen::JsValue::UNDEFINED))));
        }
    })
}
