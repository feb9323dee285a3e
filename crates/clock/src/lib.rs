//! Virtual time.
//!
//! Owns the two time values of a simulated world and the queue of what is due when. Deliberately has no clock: it never
//! asks what time it is, and nothing in it moves time. Whoever steps the world holds the current [`Instant`] and passes
//! it in. Rules of a particular platform (that Node turns `setTimeout(f, 0)` into one millisecond) belong to the world.

mod deadline_queue;
mod time;

pub use deadline_queue::{DeadlineQueue, TimerId};
pub use time::{Duration, Instant};
