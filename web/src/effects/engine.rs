//! The engine: the part of the core that may come as a file of its own, after the page is on screen. Owns waiting for it.
//! Until then no program may be compiled or run. Loading it, and saying that it failed, is the first script's.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Waits until programs can be compiled and run. False if they never will, which the page says already.
pub(crate) async fn is_loaded() -> bool {
    let loading = Reflect::get(&js_sys::global(), &JsValue::from_str("lanesEngine"));
    match loading.ok().and_then(|value| value.dyn_into::<Promise>().ok()) {
        Some(loading) => JsFuture::from(loading).await.is_ok(),
        // Nobody splits off an engine without a promise of it.
        None => true,
    }
}
