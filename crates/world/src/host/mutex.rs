//! `Mutex` as the program calls it, and what it shares with the semaphore: hand-off, trying again, timed waits.

use primitives::{Acquire, Actor, Lock, Mutex, UnlockError, Waiter};
use vm::{ErrorKind, Host, HostCall, HostClass, ObjectRef, Origin, Value};

use super::{Answer, argument};
use crate::object::Primitive;
use crate::step::Stepper;
use crate::task::{Job, Retry, TimerAction};
use crate::{EventKind, ObjectId, TaskId};

impl Stepper<'_> {
    pub(super) fn mutex(&mut self, call: &HostCall) -> Answer {
        let id = match self.receiver(call, HostClass::Mutex) {
            Ok(id) => id,
            Err(answer) => return answer,
        };
        match call.native {
            Host::MutexLock => self.lock(id, None),
            Host::MutexTryLockFor => match self.wait_limit(call) {
                Ok(limit) => self.lock(id, Some(limit)),
                Err(answer) => answer,
            },
            Host::MutexTryLock => {
                let actor = self.actor();
                let is_locked = self.mutex_mut(id).try_lock(actor);
                if is_locked {
                    self.acquired(id);
                }
                Answer::Return(Value::Bool(is_locked))
            }
            Host::MutexUnlock => self.unlock(id),
            Host::MutexLocked => Answer::Return(Value::Bool(self.mutex_mut(id).owner().is_some())),
            _ => Answer::Return(Value::number(self.mutex_mut(id).waiting() as f64)),
        }
    }

    fn mutex_mut(&mut self, id: u32) -> &mut Mutex {
        match &mut self.world.object_mut(id).primitive {
            Primitive::Mutex(mutex) => mutex,
            Primitive::Semaphore(_) | Primitive::Channel(_) | Primitive::AtomicInt(_) => {
                unreachable!("the receiver's class was checked")
            }
        }
    }

    fn lock(&mut self, id: u32, limit: Option<clock::Duration>) -> Answer {
        self.ask(id, &"lock", limit, |stepper, waiter, actor| {
            let mutex = stepper.mutex_mut(id);
            match mutex.lock(waiter, actor) {
                Lock::Acquired => None,
                Lock::Queued => Some(mutex.waiting()),
            }
        })
    }

    /// Asks an object for a permit or the lock on behalf of the running lane. `request` says how many wait now if it has
    /// to; the answer is the promise of what was asked for.
    pub(super) fn ask(
        &mut self,
        id: u32,
        operation: &'static &'static str,
        limit: Option<clock::Duration>,
        request: impl FnOnce(&mut Self, Waiter, Actor) -> Option<usize>,
    ) -> Answer {
        let object = ObjectId(id);
        let actor = self.actor();
        let promise = self.new_promise(Origin::Host { object: id, operation });
        match request(self, Waiter(promise.0), actor) {
            None => {
                self.acquired(id);
                let is_timed = limit.is_some();
                self.fulfil(promise, if is_timed { Value::Bool(true) } else { Value::Undefined });
            }
            Some(waiting) => {
                let position = waiting as u32 - 1;
                self.emit(EventKind::Queued {
                    object,
                    operation,
                    units: 1,
                    position,
                });
                self.limit_wait(id, promise, limit);
            }
        }
        Answer::Return(Value::Object(promise))
    }

    /// The running lane has got the lock or a permit.
    pub(super) fn acquired(&mut self, id: u32) {
        let mode = self.world.objects[id as usize].primitive.mode();
        self.emit(EventKind::Acquired {
            object: ObjectId(id),
            mode,
            units: 1,
        });
        self.note_taken(id, self.task, self.position.line);
    }

    /// The running lane has given the lock or a permit back.
    pub(super) fn released(&mut self, id: u32) {
        let mode = self.world.objects[id as usize].primitive.mode();
        self.emit(EventKind::Released {
            object: ObjectId(id),
            mode,
            units: 1,
        });
        self.note_given_back(id);
    }

    fn unlock(&mut self, id: u32) -> Answer {
        let actor = self.actor();
        let mut woken = Vec::new();
        let name = self.world.objects[id as usize].given.clone();
        let first = self.mutex_mut(id).queue().next().map(|(_, waiting)| waiting);
        match self.mutex_mut(id).unlock(actor, &mut woken) {
            Ok(()) => {
                self.released(id);
                self.hand_on(id, &woken, first);
                Answer::Return(Value::Undefined)
            }
            Err(UnlockError::NotLocked) => {
                let message = format!("{name}.unlock(): the mutex is not locked");
                self.throw_over_release(id, ErrorKind::Error, &message)
            }
            Err(UnlockError::NotOwner { owner }) => {
                let owner = self.world.task(TaskId(owner.0)).name.clone();
                let message = format!("{name}.unlock(): {owner} holds the mutex, not this task");
                self.throw_over_release(id, ErrorKind::Error, &message)
            }
        }
    }

    /// Gives a waiter of the lane `to` what the running lane has just given back.
    pub(super) fn hand_off(&mut self, id: u32, waiter: Waiter, to: TaskId) {
        let object = ObjectId(id);
        let mode = self.world.objects[id as usize].primitive.mode();
        let units = 1;
        self.emit(EventKind::HandedOff {
            object,
            to,
            mode,
            units,
        });
        self.emit_for(to, EventKind::Acquired { object, mode, units });
        let asked_on = self.world.task(to).line;
        self.note_taken(id, to, asked_on);
        self.grant(ObjectRef(waiter.0));
    }

    /// Lets a waiter of a barging object ask again, when its lane has its turn.
    pub(super) fn ask_again(&mut self, id: u32, waiter: Waiter) {
        let queued = match &self.world.objects[id as usize].primitive {
            Primitive::Semaphore(semaphore) => semaphore.queue().find(|(found, _)| *found == waiter),
            Primitive::Mutex(mutex) => mutex.queue().find(|(found, _)| *found == waiter),
            Primitive::Channel(_) | Primitive::AtomicInt(_) => None,
        };
        let Some((_, Actor(task))) = queued else { return };
        let task = TaskId(task);
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
        let waiter = Waiter(retry.waiter.0);
        let object = ObjectId(retry.object);
        let operation = match &mut self.world.object_mut(retry.object).primitive {
            Primitive::Semaphore(semaphore) => match semaphore.retry(waiter) {
                Acquire::Granted => None,
                Acquire::Queued => Some("acquire"),
            },
            Primitive::Mutex(mutex) => match mutex.retry(waiter) {
                Lock::Acquired => None,
                Lock::Queued => Some("lock"),
            },
            Primitive::Channel(_) | Primitive::AtomicInt(_) => return,
        };
        match operation {
            None => {
                self.acquired(retry.object);
                self.grant(retry.waiter);
            }
            Some(operation) => {
                self.log.retried_in_vain = true;
                self.block(crate::WaitReason::Object { object, operation });
            }
        }
    }

    /// The time limit of a timed wait.
    pub(super) fn wait_limit(&mut self, call: &HostCall) -> Result<clock::Duration, Answer> {
        match argument(call, 0) {
            Value::Number(number) if number.get() >= 0.0 => Ok(clock::Duration::from_millis_f64(number.get())),
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

    pub(super) fn limit_wait(&mut self, object: u32, waiter: ObjectRef, limit: Option<clock::Duration>) {
        if let Some(limit) = limit {
            let task = self.task;
            self.set_timer(limit, TimerAction::GiveUp { object, waiter, task });
        }
    }

    /// The time limit of a wait is over: it leaves the queue without a trace.
    pub(crate) fn give_up(&mut self, object: u32, waiter: ObjectRef) {
        let token = Waiter(waiter.0);
        let was_waiting = match &mut self.world.object_mut(object).primitive {
            Primitive::Semaphore(semaphore) => semaphore.cancel(token),
            Primitive::Mutex(mutex) => mutex.cancel(token),
            Primitive::Channel(channel) => channel.cancel(token),
            Primitive::AtomicInt(_) => false,
        };
        if was_waiting {
            let task = self.task;
            self.emit_for(
                task,
                EventKind::Dequeued {
                    object: ObjectId(object),
                },
            );
            for task in &mut self.world.tasks {
                if task.retries.iter().any(|retry| retry.waiter == waiter) {
                    std::sync::Arc::make_mut(task)
                        .retries
                        .retain(|retry| retry.waiter != waiter);
                }
            }
            self.world
                .jobs
                .retain(|job| !matches!(job, Job::Retry { retry, .. } if retry.waiter == waiter));
            self.fulfil(waiter, Value::Bool(false));
        }
    }
}
