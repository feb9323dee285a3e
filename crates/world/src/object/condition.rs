//! `Condition` as the program calls it.
//!
//! Owns how its machine and the mutex's are brought together: a wait that was notified stands in the mutex's queue under the
//! token that it had here. Taking the mutex again after a wait that ended early is the library's (`condition.ts`).

use std::sync::Arc;

use clock::Duration;
use primitives::{Condition, Leaver, Lock, Mutex, UnlockError, Visit, Waiter};
use vm::{ErrorKind, Host, HostCall, HostClass, ObjectRef, Origin, Value};

use super::mutex::LOCK;
use super::terms::Terms;
use super::waiting::Hold;
use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, ObjectId, ObjectShape, Slots, TaskId, World};

impl Object for Condition<Value> {
    listed_as!(Condition);

    const IS_CONFINED: bool = true;

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let mutex = argument(call, 0);
        match stepper.world.heap.as_host(mutex) {
            Some((HostClass::Mutex, _)) => Ok(Condition::new(mutex)),
            Some(_) | None => Err(format!(
                "it takes the Mutex that goes with it, not {}",
                stepper.short(mutex)
            )),
        }
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::ConditionWait => match stepper.terms(call, 1) {
                Ok(terms) => wait(stepper, id, None, terms),
                Err(answer) => answer,
            },
            Host::ConditionWaitFor => {
                let limit = match argument(call, 1) {
                    Value::Number(ms) if ms.get() >= 0.0 => Duration::from_millis_f64(ms.get()),
                    other => {
                        let other = stepper.short(other);
                        let name = stepper.given_name(id);
                        let message = format!(
                            "{name}.waitFor() takes a number of milliseconds that is not negative, not {other}"
                        );
                        return stepper.throw(ErrorKind::RangeError, &message);
                    }
                };
                match stepper.terms(call, 2) {
                    Ok(terms) => wait(stepper, id, Some(limit), terms),
                    Err(answer) => answer,
                }
            }
            Host::ConditionRelock => relock(stepper, id),
            Host::ConditionNotifyOne => {
                let (condition, mutex) = parts(stepper, id);
                let leaver = condition.notify_one(mutex);
                notified(stepper, id, leaver.as_slice());
                Answer::Return(Value::Undefined)
            }
            Host::ConditionNotifyAll => {
                let (condition, mutex) = parts(stepper, id);
                let leavers = condition.notify_all(mutex);
                notified(stepper, id, &leavers);
                Answer::Return(Value::Undefined)
            }
            _ => Answer::Return(Value::number(stepper.object::<Condition<Value>>(id).waiting() as f64)),
        }
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "Condition",
            traits: Vec::new(),
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        Condition::visit(self, to);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_anyone(format!("a notification of {name}"))
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        let (condition, mutex) = parts(stepper, id);
        let is_notified = !condition.is_waiting(waiter);
        let was_waiting = condition.cancel(waiter, mutex);
        if was_waiting && is_notified {
            let object = ObjectId(stepper.world.mutex_of(id));
            let task = stepper.task;
            stepper.emit_for(task, EventKind::Dequeued { object });
        }
        was_waiting
    }
}

impl World {
    /// The number of the mutex that goes with a condition.
    pub(crate) fn mutex_of(&self, condition: u32) -> u32 {
        let condition = Condition::<Value>::of(&self.objects[condition as usize].primitive);
        let mutex = condition.and_then(|condition| self.heap.as_host(*condition.mutex()));
        mutex.expect("a condition is made with a mutex").1
    }

    /// At which object somebody stands who waits at `object`: a wait at a condition that was notified stands at its mutex.
    pub(crate) fn place_of_wait(&self, object: u32, waiter: Waiter) -> u32 {
        match Condition::<Value>::of(&self.objects[object as usize].primitive) {
            Some(condition) if !condition.is_waiting(waiter) => self.mutex_of(object),
            Some(_) | None => object,
        }
    }
}

impl Stepper<'_> {
    /// A mutex has granted a wait that began at `object`: if that is a condition, it gets the rest of its holds back.
    pub(super) fn back_from_condition(&mut self, object: u32, waiter: Waiter) {
        if Condition::<Value>::of(&self.world.objects[object as usize].primitive).is_none() {
            return;
        }
        let (condition, mutex) = parts(self, object);
        let extra = condition.returned(waiter, mutex);
        if let Some(owner) = mutex.owner() {
            let object = ObjectId(self.world.mutex_of(object));
            for _ in 0..extra {
                let task = TaskId(owner.0);
                let (mode, units) = (LOCK.mode, LOCK.units);
                self.emit_for(task, EventKind::Acquired { object, mode, units });
            }
        }
    }
}

/// A condition and its mutex.
fn parts<'a>(stepper: &'a mut Stepper<'_>, id: u32) -> (&'a mut Condition<Value>, &'a mut Mutex) {
    let mutex = stepper.world.mutex_of(id);
    stepper.touch(id);
    stepper.touch(mutex);
    let both = stepper.world.objects.get_disjoint_mut([id as usize, mutex as usize]);
    let [condition, mutex] = both.expect("two objects that there are");
    let condition = Condition::of_mut(&mut Arc::make_mut(condition).primitive);
    let mutex = Mutex::of_mut(&mut Arc::make_mut(mutex).primitive);
    (
        condition.expect("the class of the receiver was checked"),
        mutex.expect("the class of the mutex was checked when the condition was made"),
    )
}

fn wait(stepper: &mut Stepper<'_>, id: u32, limit: Option<Duration>, terms: Terms) -> Answer {
    if let Some(answer) = stepper.refused_by(terms) {
        return answer;
    }
    let operation = if limit.is_some() { &"waitFor" } else { &"wait" };
    let promise = stepper.new_promise(Origin::Host { object: id, operation });
    let (actor, mut woken) = (stepper.actor(), Vec::new());
    let (condition, mutex) = parts(stepper, id);
    let given_up = condition.wait(Waiter(promise.0), actor, mutex, &mut woken);
    let behind = condition.waiting().saturating_sub(1) as u32;
    let mutex = stepper.world.mutex_of(id);
    match given_up {
        Ok(holds) => {
            (0..holds).for_each(|_| stepper.released(mutex, LOCK));
            stepper.queued(id, operation, 1, behind);
            stepper.hand_on(mutex, &woken, LOCK);
            if let Some(limit) = limit {
                stepper.set_give_up(id, promise, limit, None);
            }
            stepper.wait_on(id, promise, terms);
            Answer::Return(Value::Object(promise))
        }
        Err(error) => {
            let (condition, mutex) = (stepper.given_name(id), stepper.given_name(mutex));
            let wrong = match error {
                UnlockError::NotLocked => format!("{mutex} is not locked"),
                UnlockError::NotOwner { owner } => {
                    let owner = &stepper.world.task(TaskId(owner.0)).name;
                    format!("{owner} holds {mutex}, not this task")
                }
            };
            stepper.throw(ErrorKind::Error, &format!("{condition}.{operation}(): {wrong}"))
        }
    }
}

/// These have been notified.
fn notified(stepper: &mut Stepper<'_>, id: u32, leavers: &[Leaver]) {
    for leaver in leavers {
        let task = TaskId(leaver.actor.0);
        stepper.passed(id, task, 1);
        // Now it is too late to give up: the notification would be lost.
        stepper.world.forget_terms(ObjectRef(leaver.waiter.0));
        go_to_mutex(stepper, id, *leaver);
    }
}

/// Tells what the mutex said to somebody who came from the condition.
fn go_to_mutex(stepper: &mut Stepper<'_>, id: u32, leaver: Leaver) {
    let mutex = stepper.world.mutex_of(id);
    let (object, task) = (ObjectId(mutex), TaskId(leaver.actor.0));
    let Hold { mode, units } = LOCK;
    match leaver.lock {
        Lock::Acquired => {
            stepper.emit_for(task, EventKind::Acquired { object, mode, units });
            let line = stepper.world.place_of_lane(task).line;
            stepper.note_taken(mutex, task, line);
            stepper.grant(leaver.waiter);
        }
        Lock::Queued => {
            let position = stepper.object::<Mutex>(mutex).waiting() as u32 - 1;
            let operation = "lock";
            stepper.emit_for(
                task,
                EventKind::Queued {
                    object,
                    operation,
                    units,
                    position,
                },
            );
        }
    }
}

/// `__conditionRelock(condition)`: takes the mutex again after a wait that ended early, if it was given up.
fn relock(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let operation = &"wait";
    let promise = stepper.new_promise(Origin::Host { object: id, operation });
    let (waiter, actor) = (Waiter(promise.0), stepper.actor());
    let (condition, mutex) = parts(stepper, id);
    match condition.relock(waiter, actor, mutex) {
        Some(lock) => go_to_mutex(stepper, id, Leaver { waiter, actor, lock }),
        None => stepper.fulfil(promise, Value::Undefined),
    }
    Answer::Return(Value::Object(promise))
}
