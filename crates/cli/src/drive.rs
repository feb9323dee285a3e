//! One run from its start to its end. Owns the loop and its bound; what to do with the events is the caller's.

use std::io;

use world::{Event, Log, Scheduler, World};

/// What a step that was cut off for computing too long counts as: an endless loop must end in seconds, not in hours.
const CUT_OFF_STEP_COST: u64 = 10_000;

/// Why a run stopped.
pub(crate) enum Stop {
    /// The world has an outcome.
    Ended,
    /// It took as many steps as it may.
    StepLimit,
    /// The schedule had no further decision.
    ScheduleUsedUp,
    /// The schedule's next decision is not possible here.
    Misfit(String),
}

/// Runs until nothing is left to do or the bound is met, and hands every step's events on.
pub(crate) fn drive(
    world: &mut World,
    scheduler: &mut Scheduler,
    max_steps: u64,
    log: &mut Log,
    mut on_events: impl FnMut(&[Event]) -> io::Result<()>,
) -> io::Result<Stop> {
    let mut cost = 0;
    // What the world said before its first step.
    on_events(&log.events)?;
    log.events.clear();
    while world.outcome().is_none() {
        if cost >= max_steps {
            return Ok(Stop::StepLimit);
        }
        let Some(choice) = scheduler.next(world).or_else(|| scheduler.misfit()) else {
            return Ok(Stop::ScheduleUsedUp);
        };
        // A choice that does not fit is tried all the same: the world knows best why it cannot be.
        if let Err(refused) = world.step(choice, log) {
            return Ok(Stop::Misfit(refused.to_string()));
        }
        cost += if world.was_cut_off() { CUT_OFF_STEP_COST } else { 1 };
        on_events(&log.events)?;
        log.events.clear();
    }
    Ok(Stop::Ended)
}
