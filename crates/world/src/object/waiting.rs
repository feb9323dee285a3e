//! What all waits on objects have in common.
//!
//! Owns how a lane asks for something and waits for it, how it is handed what it waited for, trying again, time limits,
//! and the events that tell of it. Who is next is decided by the primitive.

use clock::Duration;
use primitives::{Actor, Waiter, Woken};
use vm::{ErrorKind, HostCall, ObjectRef, Origin, Value};

use super::terms::Terms;
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::task::{Job, Retry};
use crate::{EventKind, ObjectId, TaskId, WaitReason};

/// What is held: as what, and how much of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Hold {
    pub(crate) mode: &'static str,
    pub(crate) units: u32,
}

impl Hold {
    /// One permit, lock, slot.
    pub(crate) const fn one(mode: &'static str) -> Hold {
        Hold { mode, units: 1 }
    }
}

/// What became of a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[must_use]
pub(crate) enum Asked {
    /// It is the lane's.
    Granted,
    /// The lane waits, behind so many others.
    Queued { behind: u32 },
}

/// A request that a lane may have to wait for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Request {
    /// The method.
    pub(crate) operation: &'static &'static str,
    /// What it gets; `None` for what nobody can hold, such as the opening of a latch.
    pub(crate) hold: Option<Hold>,
    /// For how long it waits at most; the answer is then whether it got it.
    pub(crate) limit: Option<Duration>,
}

impl Stepper<'_> {
    /// Who acts: permits and locks are booked on lanes.
    pub(crate) fn actor(&self) -> Actor {
        Actor(self.task.0)
    }

    /// Asks an object for something on behalf of the running lane; `attempt` does it. The answer is the promise of what
    /// was asked for; the wait may end early, as `terms` say.
    pub(crate) fn ask_on(
        &mut self,
        id: u32,
        request: Request,
        terms: Terms,
        attempt: impl FnOnce(&mut Self, Waiter, Actor) -> Asked,
    ) -> Answer {
        if let Some(answer) = self.refused_by(terms) {
            return answer;
        }
        let Request { operation, hold, limit } = request;
        let actor = self.actor();
        let promise = self.new_promise(Origin::Host { object: id, operation });
        match attempt(self, Waiter(promise.0), actor) {
            Asked::Granted => {
                match hold {
                    Some(hold) => self.acquired(id, hold),
                    None => self.passed(id, self.task, 1),
                }
                let is_timed = limit.is_some();
                self.fulfil(promise, if is_timed { Value::Bool(true) } else { Value::Undefined });
            }
            Asked::Queued { behind } => {
                self.queued(id, operation, hold.map_or(1, |hold| hold.units), behind);
                if let Some(limit) = limit {
                    self.set_give_up(id, promise, limit, None);
                }
                self.wait_on(id, promise, terms);
            }
        }
        Answer::Return(Value::Object(promise))
    }

    /// The running lane stands in line, behind so many others.
    pub(crate) fn queued(&mut self, id: u32, operation: &'static str, units: u32, behind: u32) {
        self.emit(EventKind::Queued {
            object: ObjectId(id),
            operation,
            units,
            position: behind,
        });
    }

    /// The running lane has got what it asked for.
    pub(crate) fn acquired(&mut self, id: u32, Hold { mode, units }: Hold) {
        let object = ObjectId(id);
        self.emit(EventKind::Acquired { object, mode, units });
        self.note_taken(id, self.task, self.position.line);
    }

    /// A lane has got what nobody can hold.
    pub(crate) fn passed(&mut self, id: u32, task: TaskId, units: u32) {
        let object = ObjectId(id);
        self.emit_for(task, EventKind::Passed { object, units });
    }

    /// Lets a waiter through that asked for what nobody can hold.
    pub(crate) fn let_through(&mut self, id: u32, waiter: Waiter, actor: Actor) {
        self.passed(id, TaskId(actor.0), 1);
        self.grant(waiter);
    }

    /// The running lane has given something back.
    pub(crate) fn released(&mut self, id: u32, Hold { mode, units }: Hold) {
        let object = ObjectId(id);
        self.emit(EventKind::Released { object, mode, units });
        self.note_given_back(id);
    }

    /// Tells those whom a release has woken.
    pub(crate) fn hand_on(&mut self, id: u32, woken: &[Woken], hold: Hold) {
        for wake in woken {
            match *wake {
                Woken::Granted(waiter, actor) => self.hand_off(id, waiter, actor, hold),
                Woken::Retry(waiter, actor) => self.ask_to_retry(id, waiter, actor),
            }
        }
    }

    /// Gives a waiter what the running lane has just given back.
    pub(crate) fn hand_off(&mut self, id: u32, waiter: Waiter, actor: Actor, hold: Hold) {
        self.tell_hand_off(id, actor, hold);
        self.grant(waiter);
    }

    /// The same of something that the waiter gets as a value.
    pub(crate) fn hand_over(&mut self, id: u32, waiter: Waiter, actor: Actor, hold: Hold, value: Value) {
        self.tell_hand_off(id, actor, hold);
        self.world.forget_terms(ObjectRef(waiter.0));
        self.fulfil(ObjectRef(waiter.0), value);
    }

    fn tell_hand_off(&mut self, id: u32, actor: Actor, Hold { mode, units }: Hold) {
        let (object, to) = (ObjectId(id), TaskId(actor.0));
        self.emit(EventKind::HandedOff {
            object,
            to,
            mode,
            units,
        });
        self.emit_for(to, EventKind::Acquired { object, mode, units });
        let asked_on = self.world.place_of_lane(to).line;
        self.note_taken(id, to, asked_on);
    }

    /// Ends a wait: the promise that stands for it is fulfilled.
    pub(crate) fn grant(&mut self, waiter: Waiter) {
        let promise = ObjectRef(waiter.0);
        let record = self.world.heap.as_promise(Value::Object(promise));
        if let Some(Origin::Host { object, .. }) = record.map(|record| record.origin) {
            self.back_from_condition(object, waiter);
        }
        let value = if self.world.clear_give_up(promise) {
            Value::Bool(true)
        } else {
            Value::Undefined
        };
        self.fulfil(promise, value);
    }

    /// Lets a waiter of a barging object ask again, when its lane has its turn.
    fn ask_to_retry(&mut self, id: u32, waiter: Waiter, actor: Actor) {
        let task = TaskId(actor.0);
        let by = (!self.is_clock).then_some(self.task);
        self.emit_for(task, EventKind::Woken { by });
        self.world.jobs.push_back(Job::Retry {
            retry: Retry {
                object: id,
                waiter: ObjectRef(waiter.0),
            },
            task,
        });
    }

    /// A woken waiter of a barging object asks again.
    pub(crate) fn retry(&mut self, retry: Retry) {
        let Retry { object: id, waiter } = retry;
        let token = Waiter(waiter.0);
        let operation = self.world.operation_of(waiter);
        let primitive = &mut self.world.object_mut(id).primitive;
        let mode = primitive.mode();
        match primitive.ask_again(token) {
            Asked::Granted => {
                self.acquired(id, Hold::one(mode));
                self.grant(token);
            }
            Asked::Queued { .. } => {
                self.log.retried_in_vain = true;
                self.block(WaitReason::Object {
                    object: ObjectId(id),
                    operation,
                });
            }
        }
        self.touch(id);
        self.settle_objects();
    }

    /// The time limit of a timed wait, the method's argument at `index`.
    pub(crate) fn wait_limit(&mut self, call: &HostCall, index: usize) -> Result<Duration, Answer> {
        match argument(call, index) {
            Value::Number(number) if number.get() >= 0.0 => Ok(Duration::from_millis_f64(number.get())),
            other => {
                let message = format!(
                    "{} takes a number of milliseconds that is not negative, not {}",
                    call.native.name(),
                    self.short(other)
                );
                Err(self.throw(ErrorKind::RangeError, &message))
            }
        }
    }

    /// Takes a wait of the lane `task` out of an object's queue without a trace; the promise that stands for it is left as
    /// it is. `false` when it does not wait there any more.
    pub(crate) fn leave_queue(&mut self, object: u32, waiter: ObjectRef, task: TaskId) -> bool {
        if !self.cancel_wait(object, Waiter(waiter.0)) {
            return false;
        }
        self.emit_for(
            task,
            EventKind::Dequeued {
                object: ObjectId(object),
            },
        );
        self.world.reach.open();
        for task in &mut self.world.tasks {
            if task.retries.iter().any(|retry| retry.waiter == waiter) {
                let retries = &mut std::sync::Arc::make_mut(task).retries;
                retries.retain(|retry| retry.waiter != waiter);
            }
        }
        let jobs = &mut self.world.jobs;
        jobs.retain(|job| !matches!(job, Job::Retry { retry, .. } if retry.waiter == waiter));
        self.touch(object);
        self.settle_objects();
        true
    }
}
