//! Garbage: what of the heap a world can still reach.

use clock::Instant;
use primitives::{Visit, Waiter};
use vm::{ObjectRef, Tracer, Value};

use crate::World;
use crate::io::Io;
use crate::pick::Offered;
use crate::seldom::Seldom;
use crate::task::{Activity, Job, Role, Settled, Status, Task, TimerAction};

impl World {
    /// Frees what nothing can reach any more. Steps do it by themselves when it is worth while; no run can tell.
    pub fn collect_garbage(&mut self) {
        let World {
            heap,
            activities,
            jobs,
            timers,
            tasks,
            objects,
            seldom,
            now,
            ..
        } = self;
        let Seldom {
            ticks,
            watches,
            immediates,
            ios,
            offer,
            joins,
            network,
            properties,
            rejected,
            names: _,
            outcome: _,
            console: _,
        } = &**seldom;
        heap.collect(|tracer| {
            for activity in activities.iter().flatten() {
                trace_activity(tracer, activity);
                // Only of lanes in which something is going on: there may be any number of others.
                trace_lane(tracer, &tasks[activity.lane.0 as usize]);
            }
            jobs.iter().chain(ticks.iter()).for_each(|job| trace_job(tracer, job));
            timers.iter().for_each(|(_, _, action)| trace_timer(tracer, action));
            for immediate in immediates.iter() {
                tracer.object(immediate.timer);
            }
            ios.iter().for_each(|io| trace_io(tracer, io));
            for watch in watches.iter() {
                tracer.object(watch.signal);
                tracer.object(watch.waiter);
            }
            let offered = offer.iter().flat_map(|offer| &offer.values);
            offered.for_each(|&value| tracer.value(value));
            network.iter().for_each(|&network| tracer.object(network));
            for offer in offer.iter() {
                match offer.of {
                    Offered::Cases(cases) => tracer.value(cases),
                    Offered::Values | Offered::Errors => {}
                }
            }
            for join in joins.iter() {
                tracer.object(join.promise);
                join.errors.iter().for_each(|&error| tracer.value(error));
            }
            properties.iter().for_each(|property| tracer.value(property.condition));
            rejected.iter().for_each(|&(promise, _, _)| tracer.object(promise));
            // Every object stays on screen, so what it holds stays too.
            for object in objects.iter() {
                object.primitive.visit(&mut Keep { now: *now, tracer });
            }
        });
    }
}

/// A wait that is to ask again stands in its object's queue as well, also when nothing is left of its lane.
fn trace_lane(tracer: &mut Tracer, task: &Task) {
    for retry in &task.retries {
        tracer.object(retry.waiter);
    }
    for cancelled in task.cancelled.iter() {
        tracer.value(cancelled.reason);
        tracer.object(cancelled.outcome);
    }
}

fn trace_activity(tracer: &mut Tracer, activity: &Activity) {
    tracer.fiber(&activity.fiber);
    activity.promise.into_iter().for_each(|promise| tracer.object(promise));
    match activity.role {
        Role::AsyncCallback { derived } => tracer.object(derived),
        Role::Interval { timer, .. } => tracer.object(timer),
        Role::Body | Role::Call | Role::Callback | Role::Thenable => {}
    }
    match activity.status {
        Status::Waiting(promise) => tracer.object(promise),
        Status::Ready | Status::Working(_) => {}
    }
}

fn trace_job(tracer: &mut Tracer, job: &Job) {
    match job {
        Job::Run(_) => {}
        Job::Settle { outcome, .. } => trace_settled(tracer, *outcome),
        Job::Call {
            callback,
            this,
            arguments,
            derived,
            ..
        } => {
            tracer.value(*callback);
            tracer.value(*this);
            arguments.iter().for_each(|&argument| tracer.value(argument));
            derived.iter().for_each(|&promise| tracer.object(promise));
        }
        Job::Retry { retry, .. } => tracer.object(retry.waiter),
        Job::Pass { promise, outcome } => {
            tracer.object(*promise);
            trace_settled(tracer, *outcome);
        }
        Job::Follow { promise, source } => {
            tracer.object(*promise);
            tracer.object(*source);
        }
        Job::Aggregate { aggregate, outcome, .. } => {
            tracer.object(*aggregate);
            trace_settled(tracer, *outcome);
        }
    }
}

fn trace_settled(tracer: &mut Tracer, settled: Settled) {
    match settled {
        Settled::Fulfilled(value) | Settled::Rejected(value) => tracer.value(value),
    }
}

fn trace_timer(tracer: &mut Tracer, action: &TimerAction) {
    match action {
        TimerAction::Resolve { promise, error, .. } => {
            tracer.object(*promise);
            error.iter().for_each(|&error| tracer.value(error));
        }
        TimerAction::Call { timer, .. } => tracer.object(*timer),
        TimerAction::GiveUp { waiter, .. } => tracer.object(*waiter),
        TimerAction::Select { promise, .. } => tracer.object(*promise),
        TimerAction::EndWork { .. } | TimerAction::Tick { .. } => {}
        TimerAction::Complete(io) => trace_io(tracer, io),
    }
}

fn trace_io(tracer: &mut Tracer, io: &Io) {
    tracer.object(io.promise);
    tracer.value(io.result);
}

/// Marks what an object keeps for the program.
struct Keep<'a, 'h> {
    now: Instant,
    tracer: &'a mut Tracer<'h>,
}

impl Visit<Value> for Keep<'_, '_> {
    fn now(&self) -> Instant {
        self.now
    }

    fn word(&mut self, _word: u64) {}

    fn waiter(&mut self, waiter: Waiter) {
        self.tracer.object(ObjectRef(waiter.0));
    }

    fn value(&mut self, value: &Value) {
        self.tracer.value(*value);
    }
}
