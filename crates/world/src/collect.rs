//! Garbage: what of the heap a world can still reach.

use vm::{ObjectRef, Tracer, Value};

use crate::World;
use crate::io::Io;
use crate::object::Primitive;
use crate::task::{Activity, Job, Role, Settled, Status, TimerAction};

impl World {
    /// Frees what nothing can reach any more. Steps do it by themselves when it is worth while; no run can tell.
    pub fn collect_garbage(&mut self) {
        let World {
            heap,
            activities,
            jobs,
            ticks,
            timers,
            immediates,
            ios,
            offer,
            tasks,
            properties,
            rejected,
            objects,
            ..
        } = self;
        heap.collect(|tracer| {
            for activity in activities.iter().flatten() {
                trace_activity(tracer, activity);
            }
            jobs.iter().chain(ticks.iter()).for_each(|job| trace_job(tracer, job));
            timers.iter().for_each(|(_, _, action)| trace_timer(tracer, action));
            for immediate in immediates.iter() {
                tracer.object(immediate.timer);
            }
            ios.iter().for_each(|io| trace_io(tracer, io));
            let offered = offer.iter().flat_map(|offer| &offer.values);
            offered.for_each(|&value| tracer.value(value));
            for retry in tasks.iter().flat_map(|task| &task.retries) {
                tracer.object(retry.waiter);
            }
            properties.iter().for_each(|property| tracer.value(property.condition));
            rejected.iter().for_each(|&(promise, _, _)| tracer.object(promise));
            // Every object stays on screen, so what it holds stays too.
            objects
                .iter()
                .for_each(|object| trace_primitive(tracer, &object.primitive));
        });
    }
}

fn trace_activity(tracer: &mut Tracer, activity: &Activity) {
    tracer.fiber(&activity.fiber);
    activity.promise.into_iter().for_each(|promise| tracer.object(promise));
    match activity.role {
        Role::AsyncCallback { derived } => tracer.object(derived),
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
        TimerAction::Resolve { promise, .. } => tracer.object(*promise),
        TimerAction::Call { timer, .. } => tracer.object(*timer),
        TimerAction::GiveUp { waiter, .. } => tracer.object(*waiter),
        TimerAction::EndWork { .. } => {}
        TimerAction::Complete(io) => trace_io(tracer, io),
    }
}

fn trace_io(tracer: &mut Tracer, io: &Io) {
    tracer.object(io.promise);
    tracer.value(io.result);
}

fn trace_primitive(tracer: &mut Tracer, primitive: &Primitive) {
    let waiter = |tracer: &mut Tracer, waiter: primitives::Waiter| tracer.object(ObjectRef(waiter.0));
    match primitive {
        Primitive::Semaphore(semaphore) => semaphore.queue().for_each(|(token, _)| waiter(tracer, token)),
        Primitive::Mutex(mutex) => mutex.queue().for_each(|(token, _)| waiter(tracer, token)),
        Primitive::Channel(channel) => {
            channel.values().for_each(|&value: &Value| tracer.value(value));
            channel.senders().for_each(|(token, _, _)| waiter(tracer, token));
            channel.receivers().for_each(|(token, _)| waiter(tracer, token));
        }
        Primitive::AtomicInt(_) => {}
    }
}
