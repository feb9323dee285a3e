//! The checker behind `postMessage`. Owns the message loop of the worker; knows neither Yew nor the DOM.

use wasm_bindgen::{JsCast, JsValue};

fn main() {
    let scope: web_sys::DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    // A message sent before this one may be lost while the module is still loading, so the page waits for it.
    if scope.post_message(&JsValue::from_str("ready")).is_err() {
        // Nobody listens: nothing to do, and nobody to tell.
    }
}
