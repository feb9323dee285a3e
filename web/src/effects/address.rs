//! The page's address: the link behind its `#`. Owns reading it, hearing of another one, and taking it out; what it means
//! is the session's.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;

/// What stands behind the `#`, with it; empty if nothing does.
pub(crate) fn fragment() -> String {
    let window = crate::effects::window();
    window
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The whole address.
pub(crate) fn here() -> String {
    let window = crate::effects::window();
    window
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default()
}

/// Calls back whenever another link is put behind the `#`, for as long as the page lives.
pub(crate) fn listen(on_link: impl Fn(String) + 'static) {
    if let Some(window) = crate::effects::window() {
        EventListener::new(&window, "hashchange", move |_| on_link(fragment())).forget();
    }
}

/// Takes what stands behind the `#` out of the address, without a new entry in the history.
pub(crate) fn forget() {
    let Some(window) = crate::effects::window() else { return };
    let address = here();
    let bare = address.split('#').next().unwrap_or_default();
    if let Ok(history) = window.history() {
        // Fails only where a page may not change its address, and then it stays.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(bare));
    }
}
