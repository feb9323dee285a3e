//! One clock for programs that know only time: the virtual time in microseconds, and one microsecond more for each step so
//! far. Steps that take no virtual time then lie beside each other instead of on each other, and next to milliseconds
//! nobody sees the difference.

use clock::Instant;

use crate::{Phase, Timeline};

/// Where a boundary lies, in microseconds.
pub(super) fn at(step: u32, time: Instant) -> u64 {
    time.0.saturating_add(u64::from(step))
}

/// The end of what is known.
pub(super) fn end(timeline: &Timeline) -> u64 {
    at(timeline.step_count(), timeline.last_time())
}

/// The beginning and the end of a phase; one that lasts ends where everything does.
pub(super) fn phase(phase: &Phase, end: u64) -> (u64, u64) {
    let start = at(phase.start_step, phase.start_time);
    let stop = match (phase.end_step, phase.end_time) {
        (Some(step), Some(time)) => at(step, time),
        (Some(_) | None, None) | (None, Some(_)) => end,
    };
    (start, stop.max(start))
}
