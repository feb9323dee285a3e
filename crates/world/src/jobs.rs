//! Jobs: reactions whose turn has come.
//!
//! In the event loop they run first in, first out, one in each step, as Node's microtasks do; jobs that run nothing of
//! the learner's are done on the way. In the other models every job is only a wake-up, done at the end of the step
//! that caused it.

use vm::{Fiber, Origin, PromiseState, Reaction, Value};

use crate::step::Stepper;
use crate::task::{Activity, Job, Role, Settled, Status};
use crate::{EventKind, FailureKind, Model, World};

/// Whose turn it is in the event loop. As in Node, what `process.nextTick` was given comes when a macrotask has ended, all
/// of it before the microtasks, and again when the microtasks are done.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Turn {
    /// The next job is a macrotask.
    Macrotask,
    /// Ticks come before microtasks.
    Ticks,
    /// Microtasks come before ticks.
    Microtasks,
}

impl World {
    /// Whether the next job is a tick.
    pub(crate) fn is_tick_next(&self) -> bool {
        match self.turn {
            Turn::Ticks => !self.seldom.ticks.is_empty(),
            Turn::Macrotask | Turn::Microtasks => self.jobs.is_empty(),
        }
    }

    /// The job whose turn it is.
    pub(crate) fn next_job(&self) -> Option<&Job> {
        match self.is_tick_next() {
            true => self.seldom.ticks.front(),
            false => self.jobs.front(),
        }
    }

    /// Takes the job whose turn it is.
    pub(crate) fn take_job(&mut self) -> Option<Job> {
        let is_tick = self.is_tick_next();
        self.turn = match (self.turn, is_tick) {
            (_, true) | (Turn::Macrotask, false) => Turn::Ticks,
            (Turn::Ticks | Turn::Microtasks, false) => Turn::Microtasks,
        };
        match is_tick {
            true => self.seldom_mut().ticks.pop_front(),
            false => self.jobs.pop_front(),
        }
    }

    /// Puts a job before all others, ticks included: it belongs to what runs.
    pub(crate) fn put_job_first(&mut self, job: Job) {
        self.jobs.push_front(job);
        if self.turn == Turn::Ticks {
            self.turn = Turn::Macrotask;
        }
    }
}

impl Stepper<'_> {
    /// Runs a job of the event loop that runs something of the learner's.
    pub(crate) fn run_job(&mut self, job: Job) {
        self.emit(EventKind::Resumed);
        match job {
            Job::Run(activity) => self.enter(activity),
            Job::Settle { activity, outcome } => {
                self.give(activity, outcome);
                self.enter(activity);
            }
            Job::Call {
                callback,
                this,
                arguments,
                derived,
                ..
            } => {
                if let Some(activity) = self.new_callback(callback, this, &arguments, derived) {
                    self.enter(activity);
                }
            }
            Job::Retry { retry, .. } => self.retry(retry),
            Job::Pass { .. } | Job::Follow { .. } | Job::Aggregate { .. } => self.run_native_job(job),
        }
    }

    /// Does the jobs that run nothing of the learner's: in the event loop those whose turn it is, elsewhere all.
    pub(crate) fn drain_jobs(&mut self) {
        match self.world.setup.model {
            Model::EventLoop => {
                while self.world.seldom.outcome.is_none() && self.world.running.is_empty() {
                    let Some(Job::Pass { .. } | Job::Follow { .. } | Job::Aggregate { .. }) = self.world.next_job()
                    else {
                        return;
                    };
                    if let Some(job) = self.world.take_job() {
                        self.run_native_job(job);
                    }
                }
            }
            Model::Tasks | Model::Threads => {
                while let Some(job) = self.world.jobs.pop_front() {
                    self.hand_out(job);
                }
            }
        }
    }

    /// Makes ready what a job would run (`tasks` and `threads`).
    fn hand_out(&mut self, job: Job) {
        match job {
            Job::Run(activity) => self.world.make_ready(activity),
            Job::Settle { activity, outcome } => {
                self.give(activity, outcome);
                self.world.make_ready(activity);
            }
            Job::Call {
                callback,
                this,
                arguments,
                derived,
                task,
            } => {
                let now = std::mem::replace(&mut self.task, task);
                if let Some(activity) = self.new_callback(callback, this, &arguments, derived) {
                    self.world.make_ready(activity);
                }
                self.task = now;
            }
            Job::Retry { retry, task } => {
                self.world.mark_ready_time(task);
                self.world.task_mut(task).retries.push_back(retry);
            }
            Job::Pass { .. } | Job::Follow { .. } | Job::Aggregate { .. } => self.run_native_job(job),
        }
    }

    fn run_native_job(&mut self, job: Job) {
        match job {
            Job::Pass { promise, outcome } => self.settle_promise(promise, outcome),
            Job::Follow { promise, source } => self.subscribe(source, Reaction::Adopt { promise }),
            Job::Aggregate {
                aggregate,
                index,
                outcome,
            } => self.aggregate_settled(aggregate, index, outcome),
            Job::Run(_) | Job::Settle { .. } | Job::Call { .. } | Job::Retry { .. } => {}
        }
    }

    /// An activity that calls a function in the running lane.
    fn new_callback(
        &mut self,
        callback: Value,
        this: Value,
        arguments: &[Value],
        derived: Option<vm::ObjectRef>,
    ) -> Option<crate::task::ActivityId> {
        match Fiber::call(&mut self.world.heap, &self.world.program, callback, this, arguments) {
            Ok(fiber) => {
                let name = self.function_name(callback);
                self.emit(EventKind::CallbackStarted { name });
                // A timer's callback has a receiver as well, but nothing comes of its result.
                let is_thenable = this != Value::Undefined && derived.is_some();
                if let (true, Some(promise)) = (is_thenable, derived) {
                    // From here on it is the object's to settle the promise.
                    self.world.heap.promise_mut(promise).is_locked_in = false;
                }
                let is_async = fiber.is_async_call(&self.world.program);
                let (role, promise) = match (is_async, derived) {
                    (false, _) if is_thenable => (Role::Thenable, derived),
                    (false, _) => (self.role_of_callback(this), derived),
                    // Nobody asks for the promise that an async function returns.
                    (true, _) if is_thenable => (Role::Callback, Some(self.new_promise(Origin::None))),
                    (true, None) => (self.role_of_callback(this), Some(self.new_promise(Origin::None))),
                    (true, Some(derived)) => (Role::AsyncCallback { derived }, Some(self.new_promise(Origin::None))),
                };
                let activity = Activity {
                    fiber,
                    lane: self.task,
                    role,
                    promise,
                    status: Status::Ready,
                };
                Some(self.world.add_activity(activity))
            }
            Err(thrown) => {
                match derived {
                    Some(promise) => self.reject_promise(promise, thrown.0),
                    None => self.fail_with(FailureKind::UncaughtError, thrown.0),
                }
                None
            }
        }
    }

    /// Ends the run if a promise was rejected and nobody has asked for its outcome.
    pub(crate) fn check_rejections(&mut self) {
        if self.world.seldom.rejected.is_empty() {
            return;
        }
        for (promise, task, line) in std::mem::take(&mut self.world.seldom_mut().rejected) {
            let Some(record) = self.world.heap.as_promise(Value::Object(promise)) else {
                continue;
            };
            if let (PromiseState::Rejected(error), false) = (&record.state, record.is_handled) {
                let error = *error;
                self.task = task;
                self.position.line = line;
                self.fail_with(FailureKind::UnhandledRejection, error);
                return;
            }
        }
    }

    /// Settles a promise with a value on behalf of an object or a timer.
    pub(crate) fn fulfil(&mut self, promise: vm::ObjectRef, value: Value) {
        self.settle_promise(promise, Settled::Fulfilled(value));
    }
}
