//! Timers. Owns waiting; what is due is the session's to know, by the token that comes back.

use gloo_timers::callback::Timeout;

/// Calls back once, after at least so many milliseconds.
pub(crate) fn after(delay_ms: u32, callback: impl FnOnce() + 'static) {
    // Never cancelled: the session ignores a token that is no longer awaited.
    Timeout::new(delay_ms, callback).forget();
}
