//! The clipboard. Owns the asking; the browser may refuse, and the caller learns which it was.

use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Puts a text there and tells whether it worked.
pub(crate) fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    let Some(window) = crate::effects::window() else {
        done(false);
        return;
    };
    // Only pages from a trustworthy address have one at all, and the binding would throw without.
    if !window.is_secure_context() {
        done(false);
        return;
    }
    let writing = window.navigator().clipboard().write_text(&text);
    spawn_local(async move { done(JsFuture::from(writing).await.is_ok()) });
}
