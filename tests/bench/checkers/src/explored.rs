//! What a checker has done so far, and the line that says so. Owns the count of executions and the clock.

use std::panic;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

static EXECUTIONS: AtomicU64 = AtomicU64::new(0);
static IS_TOLD: AtomicBool = AtomicBool::new(false);
static STARTED: OnceLock<Instant> = OnceLock::new();

/// Starts the clock, and from now on takes the first panic for the end of the search.
pub(crate) fn begin() {
    STARTED.get_or_init(Instant::now);
    panic::set_hook(Box::new(|information| {
        let message = information.to_string();
        // loom and shuttle panic too when they meet a bound of their own.
        let is_bound = message.contains("exceeded max") || message.contains("maximum number of branches");
        tell(if is_bound { "gave up" } else { "found" });
    }));
}

/// Counts an execution of the program.
pub(crate) fn count_execution() {
    EXECUTIONS.fetch_add(1, Ordering::Relaxed);
}

/// Prints the line for a checker that walks executions, once.
pub(crate) fn tell(end: &str) {
    if IS_TOLD.swap(true, Ordering::Relaxed) {
        return;
    }
    let executions = EXECUTIONS.load(Ordering::Relaxed);
    println!(
        "{{\"end\":\"{end}\",\"executions\":{executions},\"seconds\":{}}}",
        seconds()
    );
}

/// Prints the line for a checker that walks states.
pub(crate) fn tell_states(end: &str, states: usize, transitions: usize, steps: Option<usize>) {
    let steps = steps.map_or_else(|| "null".to_owned(), |steps| steps.to_string());
    println!(
        "{{\"end\":\"{end}\",\"states\":{states},\"transitions\":{transitions},\"steps\":{steps},\"seconds\":{}}}",
        seconds()
    );
}

fn seconds() -> f64 {
    STARTED.get().map_or(0.0, |started| started.elapsed().as_secs_f64())
}
