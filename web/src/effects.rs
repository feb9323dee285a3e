//! Side effects, one file each. The session says what is to be done, the shell hands it to one of these, and none of them
//! knows why.

pub(crate) mod address;
pub(crate) mod charts;
pub(crate) mod chunk;
pub(crate) mod clipboard;
pub(crate) mod editor;
pub(crate) mod engine;
pub(crate) mod files;
pub(crate) mod lessons;
pub(crate) mod local;
pub(crate) mod scroll;
pub(crate) mod storage;
pub(crate) mod theme;
pub(crate) mod timers;
pub(crate) mod worker;

/// The browser's window. There is none where the first frame is made, so whoever asks while rendering does without.
#[allow(clippy::disallowed_methods, reason = "the one place that asks the browser")]
pub(crate) fn window() -> Option<web_sys::Window> {
    cfg!(target_arch = "wasm32").then(web_sys::window).flatten()
}
