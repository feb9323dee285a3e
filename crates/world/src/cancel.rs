//! Cancelling a task: its current or next `await` throws.
//!
//! Owns when that happens, what becomes of the wait it happens to, and the error. What follows is the program's business:
//! the task may catch the error, and its `finally` blocks run. The tasks that it has made go on, as in every library in
//! which a task belongs to nobody; a scope is what ends several together.
//!
//! *Which `await`.* The one that the task waits at, if it does; else the next at which it has to wait, or `yieldNow()`. An
//! `await` whose outcome is there already goes on, so that a lock or a permit that the task has just been given is not
//! lost between it and the `try` that gives it back.
//! *What becomes of the wait.* A wait for an object or for the clock that nobody else awaits ends with it: it leaves its
//! queue or timer without a trace, and its promise is rejected. Other promises are merely no longer awaited.
//! *Which task.* One that has not begun ends at once. One that is over stays as it is; so does one that is being
//! cancelled already: the first reason counts.

use vm::{ErrorKind, HostCall, ObjectRef, Origin, PromiseState, Value};

use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::task::{ActivityId, Job, Progress, Role, Settled, Status};
use crate::{EventKind, Model, TaskId, World};

/// That a task was asked to stop.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Cancellation {
    /// What its `await` throws, or has thrown.
    pub(crate) reason: Value,
    /// The outcome of the task: ending with that reason is nothing that anybody has to handle.
    pub(crate) outcome: ObjectRef,
    /// Whether no `await` has thrown it yet.
    pub(crate) is_due: bool,
}

impl Stepper<'_> {
    /// `task.cancel(reason)`.
    pub(crate) fn cancel_task(&mut self, call: &HostCall) -> Answer {
        let (Some(target), Value::Object(outcome)) = (self.task_of(call.this), call.this) else {
            return self.throw(
                ErrorKind::TypeError,
                "Task.cancel is called on something that is no task",
            );
        };
        self.has_synchronised = true;
        if self.world.is_cancellable(target) {
            let reason = match argument(call, 0) {
                Value::Undefined => self.cancelled_error(target),
                reason => reason,
            };
            self.cancel_going(target, outcome, reason);
        }
        Answer::Return(Value::Undefined)
    }

    /// Cancels the task that a value is, if it is one.
    pub(crate) fn stop_task(&mut self, task: Value, reason: Value) {
        if let (Some(target), Value::Object(outcome)) = (self.task_of(task), task)
            && self.world.is_cancellable(target)
        {
            self.cancel_going(target, outcome, reason);
        }
    }

    fn cancel_going(&mut self, target: TaskId, outcome: ObjectRef, reason: Value) {
        self.world.heap.share(reason);
        self.emit(EventKind::CancelRequested { of: target });
        self.world.task_mut(target).cancelled = Some(Cancellation {
            reason,
            outcome,
            is_due: true,
        });
        if self.world.take_unbegun(target) {
            self.end_unbegun(target, reason);
        } else if let Some((activity, promise)) = self.world.waits_at(target) {
            self.interrupt(activity, promise, reason);
        }
    }

    /// Whether the running task was cancelled with an error.
    pub(crate) fn is_cancelled_with(&self, error: Value) -> bool {
        let cancelled = self.world.task(self.task).cancelled;
        cancelled.is_some_and(|cancelled| cancelled.reason == error)
    }

    fn cancelled_error(&mut self, target: TaskId) -> Value {
        let name = self.world.task(target).name.clone();
        let error = self.error(ErrorKind::Error, &format!("{name} was cancelled"));
        let kind = self.world.heap.alloc_str("CancelledError");
        vm::define_hidden(&mut self.world.heap, error, "name", kind);
        error
    }

    /// Ends a task whose function never ran.
    fn end_unbegun(&mut self, target: TaskId, reason: Value) {
        let Some(body) = self.world.task(target).body else {
            return;
        };
        let canceller = std::mem::replace(&mut self.task, target);
        self.end_activity(body, Settled::Rejected(reason));
        self.task = canceller;
    }

    /// Makes the `await` throw at which an activity waits for a promise.
    fn interrupt(&mut self, activity: ActivityId, promise: ObjectRef, reason: Value) {
        let lane = self.world.activity(activity).lane;
        self.world.cancellation_is_thrown(lane);
        self.world.forget_joins(|join| join.activity == activity);
        let record = self.world.heap.promise_mut(promise);
        record.reactions.remove_fiber(activity.0);
        // Whoever else awaits it still wants what it stands for.
        if record.reactions.is_empty() {
            match record.origin {
                Origin::Host { object, .. } => self.withdraw_from_object(object, promise, lane, reason),
                Origin::Timer { .. } => self.withdraw_sleep(promise, reason),
                Origin::None | Origin::Task(_) | Origin::Call(_) | Origin::Io | Origin::Aggregate { .. } => {}
            }
        }
        self.world.jobs.push_back(Job::Settle {
            activity,
            outcome: Settled::Rejected(reason),
        });
        // In the order in which this happens to a promise that is rejected.
        self.wake(activity);
    }

    fn withdraw_from_object(&mut self, object: u32, promise: ObjectRef, lane: TaskId, reason: Value) {
        if self.leave_queue(object, promise, lane) {
            self.refuse(promise, reason);
        }
    }

    fn withdraw_sleep(&mut self, promise: ObjectRef, reason: Value) {
        if self.world.stop_sleep(promise) {
            self.refuse(promise, reason);
        }
    }

    /// Rejects a promise that nobody need handle: whoever awaited it is told otherwise.
    fn refuse(&mut self, promise: ObjectRef, reason: Value) {
        self.world.heap.promise_mut(promise).is_handled = true;
        self.reject_promise(promise, reason);
    }

    /// An activity has begun to wait for a promise: if its task is to stop, this is the `await` that throws.
    pub(crate) fn deliver_cancellation(&mut self, activity: ActivityId, promise: ObjectRef) {
        let lane = self.world.activity(activity).lane;
        if let Some(reason) = self.world.due_cancellation(lane)
            && self.world.is_pending(promise)
            && self.world.is_of_body(activity)
        {
            self.interrupt(activity, promise, reason);
        }
    }

    /// What `yieldNow()` throws instead of giving the turn away.
    pub(crate) fn thrown_by_yield(&mut self, activity: ActivityId) -> Option<Value> {
        let lane = self.world.activity(activity).lane;
        let reason = self.world.due_cancellation(lane)?;
        if !self.world.is_of_body(activity) {
            return None;
        }
        self.world.cancellation_is_thrown(lane);
        Some(reason)
    }

    /// How a body ends: an error that it was cancelled with is no failure, and nobody need handle it.
    pub(crate) fn progress_after(&mut self, settled: Settled) -> Progress {
        let cancelled = self.world.task_mut(self.task).cancelled.take();
        match (settled, cancelled) {
            (Settled::Fulfilled(_), _) => Progress::Done,
            (Settled::Rejected(error), Some(Cancellation { reason, outcome, .. })) if error == reason => {
                self.world.heap.promise_mut(outcome).is_handled = true;
                Progress::Cancelled
            }
            (Settled::Rejected(_), _) => Progress::Failed,
        }
    }
}

impl World {
    fn is_cancellable(&self, target: TaskId) -> bool {
        let task = self.task(target);
        task.progress == Progress::Going && task.cancelled.is_none()
    }

    fn due_cancellation(&self, lane: TaskId) -> Option<Value> {
        let cancelled = self.task(lane).cancelled?;
        cancelled.is_due.then_some(cancelled.reason)
    }

    fn cancellation_is_thrown(&mut self, lane: TaskId) {
        if let Some(cancelled) = &mut self.task_mut(lane).cancelled {
            cancelled.is_due = false;
        }
    }

    fn is_pending(&self, promise: ObjectRef) -> bool {
        let record = self.heap.as_promise(Value::Object(promise));
        record.is_some_and(|record| matches!(record.state, PromiseState::Pending))
    }

    /// Takes a body that has not begun out of whatever line it stands in. Returns whether that was so.
    fn take_unbegun(&mut self, target: TaskId) -> bool {
        let Some(body) = self.task(target).body else {
            return false;
        };
        match self.setup.model {
            Model::EventLoop => {
                let before = self.jobs.len();
                self.jobs.retain(|job| *job != Job::Run(body));
                self.jobs.len() < before
            }
            Model::Tasks | Model::Threads => {
                let task = self.task(target);
                let is_unbegun = task.ready.contains(&body) && self.activity(body).fiber.is_unbegun();
                if is_unbegun {
                    self.task_mut(target).ready.retain(|&ready| ready != body);
                }
                is_unbegun
            }
        }
    }

    /// The innermost activity of a task's body, and the promise that it waits for, if it does and has no outcome yet.
    fn waits_at(&self, target: TaskId) -> Option<(ActivityId, ObjectRef)> {
        let mut at = self.task(target).body?;
        loop {
            let Status::Waiting(promise) = self.activity(at).status else {
                return None;
            };
            match self.own_call(target, promise) {
                Some(callee) => at = callee,
                None => return self.is_pending(promise).then_some((at, promise)),
            }
        }
    }

    /// The nested call of the lane that settles a promise.
    pub(crate) fn own_call(&self, lane: TaskId, promise: ObjectRef) -> Option<ActivityId> {
        let live = self.activities.iter().zip(0..).find(|(place, _)| {
            place.as_ref().is_some_and(|activity| {
                activity.lane == lane && activity.role == Role::Call && activity.promise == Some(promise)
            })
        });
        live.map(|(_, index)| ActivityId(index))
    }

    /// Whether an activity is the body of its task or a call that the body awaits, and not a callback.
    fn is_of_body(&self, activity: ActivityId) -> bool {
        let mut at = activity;
        loop {
            let record = self.activity(at);
            match record.role {
                _ if self.task(record.lane).body == Some(at) => return true,
                Role::Body => return true,
                Role::Callback | Role::Interval { .. } | Role::AsyncCallback { .. } | Role::Thenable => return false,
                Role::Call => {}
            }
            let Some(caller) = self.caller_of(at) else { return false };
            at = caller;
        }
    }

    /// Who awaits a nested call: until it first stops that is whoever stands below it, later who waits for its promise.
    fn caller_of(&self, call: ActivityId) -> Option<ActivityId> {
        let position = self.running.iter().position(|&id| id == call);
        if let Some(below) = position.and_then(|position| position.checked_sub(1)) {
            return Some(self.running[below]);
        }
        let promise = self.activity(call).promise?;
        let waits = |activity: &crate::task::Activity| activity.status == Status::Waiting(promise);
        let found = self
            .activities
            .iter()
            .zip(0..)
            .find(|(place, _)| place.as_deref().is_some_and(waits));
        found.map(|(_, index)| ActivityId(index))
    }
}
