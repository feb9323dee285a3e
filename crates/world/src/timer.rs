//! Timers and the clock.
//!
//! Owns how the clock moves and what a timer does when it fires. Deadlines with stable ties are `clock`'s.

use clock::{Duration, Instant};
use vm::{Host, HostCall, ObjectRef, Origin, TimerKind, Value};

use crate::host::{Answer, argument};
use crate::jobs::Turn;
use crate::step::Stepper;
use crate::task::{ActivityId, Job, Role, Status, TimerAction};
use crate::{EventKind, LimitKind, Model, TaskId, TimeMode, World};

impl Stepper<'_> {
    /// Calls the immediates whose turn it is, or moves the clock to the earliest deadline and fires what is due.
    ///
    /// In the event loop one timer fires, because its microtasks come before the next one. In the other models all
    /// that share the deadline fire, because then any of their tasks may go first; when timers may be late, one.
    pub(crate) fn advance(&mut self) {
        self.is_clock = true;
        self.close_joins_if_idle();
        if self.call_immediates() {
            return;
        }
        let Some((deadline, _)) = self.world.timers.peek() else {
            return;
        };
        if deadline > self.world.now {
            let from = std::mem::replace(&mut self.world.now, deadline);
            self.emit(EventKind::ClockMoved { from });
            self.show_what_time_changes();
        }
        let fires_one = self.world.setup.model == Model::EventLoop || self.world.setup.time == TimeMode::Any;
        while let Some((_, action)) = self.world.timers.pop_due(self.world.now) {
            self.fire(action);
            if fires_one {
                let next = self.world.timers.peek();
                self.world.is_firing = next.is_some_and(|(next, _)| next <= self.world.now);
                break;
            }
            if self.world.timers.peek().is_none_or(|(next, _)| next > deadline) {
                break;
            }
        }
    }

    /// Calls the next immediate; in the models that have no event loop all that wait. Returns whether there was one.
    fn call_immediates(&mut self) -> bool {
        if self.world.seldom.immediates.len() == 0 {
            return false;
        }
        let timers = &self.world.timers;
        let is_timer_due = timers.peek().is_some_and(|(deadline, _)| deadline <= self.world.now);
        let mut has_called = false;
        while let Some(immediate) = self.world.seldom_mut().immediates.next(is_timer_due) {
            has_called = true;
            self.call_timer(immediate.timer, immediate.task);
            if self.world.setup.model == Model::EventLoop || self.world.seldom.immediates.left() == 0 {
                break;
            }
        }
        has_called
    }

    /// What the function of a timer is to its lane.
    pub(crate) fn role_of_callback(&self, this: Value) -> Role {
        match (self.world.heap.as_timer(this), this) {
            (Some(timer), Value::Object(reference)) if timer.kind == TimerKind::Interval => Role::Interval {
                timer: reference,
                until: self.world.now.saturating_add(Duration(timer.delay)),
            },
            _ => Role::Callback,
        }
    }

    /// Sets an interval again whose function has run, unless it was cleared: as in Node, later than what the function
    /// itself has set, but as of the time at which it was called.
    pub(crate) fn set_again(&mut self, timer: ObjectRef, until: Instant) {
        let record = self.world.heap.as_timer(Value::Object(timer));
        if record.is_none_or(|record| record.is_cleared) {
            return;
        }
        // It may have been refreshed meanwhile.
        self.world.reach.open();
        self.world.stop_timer(timer);
        let task = self.task;
        self.world.timers.insert(until, TimerAction::Call { timer, task });
    }

    /// Makes a job of what a timer calls.
    fn call_timer(&mut self, reference: ObjectRef, task: TaskId) {
        let Some(timer) = self.world.heap.as_timer(Value::Object(reference)).cloned() else {
            return;
        };
        self.task = task;
        self.world.turn = Turn::Macrotask;
        self.world.jobs.push_back(Job::Call {
            callback: timer.callback,
            this: Value::Object(reference),
            arguments: timer.arguments,
            derived: None,
            task,
        });
        match timer.kind {
            // An interval is set again when its function has run.
            TimerKind::Timeout | TimerKind::Interval => {}
            TimerKind::Immediate => {
                if let Some(timer) = self.world.heap.timer_mut(reference) {
                    timer.is_refed = false;
                }
            }
        }
    }

    fn fire(&mut self, action: TimerAction) {
        self.task = self.world.task_of_timer(&action);
        self.world.turn = Turn::Ticks;
        match action {
            TimerAction::Resolve { promise, error, .. } => match error {
                None => self.fulfil(promise, Value::Undefined),
                Some(error) => self.reject_promise(promise, error),
            },
            TimerAction::Call { timer, task } => self.call_timer(timer, task),
            TimerAction::GiveUp {
                object, waiter, told, ..
            } => self.give_up(object, waiter, told),
            TimerAction::Select { promise, case, .. } => self.select_after(promise, case),
            TimerAction::Tick { object, .. } => self.tick(object),
            TimerAction::Complete(io) => self.finish_io(&io),
            TimerAction::EndWork { activity } => {
                let lane = self.world.activity(activity).lane;
                self.world.mark_ready_time(lane);
                self.world.activity_mut(activity).status = Status::Ready;
                self.emit_for(lane, EventKind::WorkEnded);
            }
        }
    }

    /// Sets a timer `delay` from now. Stops the run when too many wait; returns the deadline.
    pub(crate) fn set_timer(&mut self, delay: Duration, action: TimerAction) -> Instant {
        let until = self.world.now.saturating_add(delay);
        self.world.reach.open();
        if self.world.timers.len() >= self.world.setup.limits.timers as usize {
            self.stop_at(LimitKind::Timers);
            return until;
        }
        self.world.timers.insert(until, action);
        until
    }

    /// `sleep(ms)`: a promise that the clock fulfils.
    pub(crate) fn sleep(&mut self, delay: Duration) -> ObjectRef {
        self.settle_after(delay, None)
    }

    fn settle_after(&mut self, delay: Duration, error: Option<Value>) -> ObjectRef {
        let until = self.world.now.saturating_add(delay);
        let promise = self.new_promise(Origin::Timer { until: until.0 });
        let task = self.task;
        self.set_timer(delay, TimerAction::Resolve { promise, error, task });
        promise
    }

    /// Rejects a promise with a `TimeoutError` when `delay` is over, unless it is settled by then.
    pub(crate) fn reject_after(&mut self, promise: ObjectRef, delay: Duration, message: &str) {
        let error = self.named_error("TimeoutError", message);
        self.world.heap.share(error);
        let (error, task) = (Some(error), self.task);
        self.set_timer(delay, TimerAction::Resolve { promise, error, task });
    }

    /// What the library's time limits are made of: `__expire(ms, error)` is a promise that is rejected then, and without an
    /// error one that is fulfilled; `__forget(promise)` takes its timer back; `__isCancellation(error)` says whether the
    /// running task was cancelled with an error.
    pub(crate) fn expiry(&mut self, call: &HostCall) -> Answer {
        let first = argument(call, 0);
        match (call.native, first) {
            (Host::Expire, Value::Number(delay)) => {
                let error = argument(call, 1);
                self.world.heap.share(error);
                let error = (error != Value::Undefined).then_some(error);
                let promise = self.settle_after(Duration::from_millis_f64(delay.get()), error);
                Answer::Return(Value::Object(promise))
            }
            (Host::Forget, Value::Object(promise)) => {
                self.world.stop_sleep(promise);
                Answer::Return(Value::Undefined)
            }
            (Host::IsCancellation, error) => Answer::Return(Value::Bool(self.is_cancelled_with(error))),
            _ => Answer::Return(Value::Undefined),
        }
    }

    /// `work(ms)`: the lane holds its core. Returns whether it goes on at once, because nobody else can run meanwhile.
    pub(crate) fn work(&mut self, id: ActivityId, delay: Duration) -> bool {
        let until = self.world.now.saturating_add(delay);
        self.emit(EventKind::WorkStarted { until });
        if self.world.core_count() == Some(1) && self.world.setup.model != Model::Threads {
            self.world.now = until;
            self.emit(EventKind::WorkEnded);
            return true;
        }
        self.set_timer(delay, TimerAction::EndWork { activity: id });
        self.world.activity_mut(id).status = Status::Working(until);
        false
    }
}

impl World {
    /// Whether the time of a timer has come, or is over.
    pub(crate) fn is_timer_due(&self) -> bool {
        self.timers.peek().is_some_and(|(deadline, _)| deadline <= self.now)
    }

    /// Whether something happens when nothing can run.
    pub(crate) fn waits_for_clock(&self) -> bool {
        let mut timers = self.timers.iter();
        timers.any(|(_, _, action)| self.is_timer_refed(action))
            || self.seldom.immediates.iter().any(|immediate| self.is_refed(immediate.timer))
            // What is under way outside keeps the run alive, and with it whatever would not do so itself.
            || (!self.seldom.ios.is_empty() && self.timers.len() + self.seldom.immediates.len() > 0)
    }

    /// Whether a run goes on for a timer's sake: not after its `unref()`.
    pub(crate) fn is_timer_refed(&self, action: &TimerAction) -> bool {
        match action {
            TimerAction::Call { timer, .. } => self.is_refed(*timer),
            TimerAction::Tick { task, .. } => task.is_some(),
            TimerAction::Resolve { .. }
            | TimerAction::GiveUp { .. }
            | TimerAction::Select { .. }
            | TimerAction::EndWork { .. }
            | TimerAction::Complete(_) => true,
        }
    }

    /// The same for what is known to be a timer.
    pub(crate) fn is_refed(&self, timer: ObjectRef) -> bool {
        let timer = self.heap.as_timer(Value::Object(timer));
        timer.is_none_or(|timer| timer.is_refed)
    }

    pub(crate) fn task_of_timer(&self, action: &TimerAction) -> TaskId {
        match action {
            TimerAction::Resolve { task, .. }
            | TimerAction::Call { task, .. }
            | TimerAction::GiveUp { task, .. }
            | TimerAction::Select { task, .. } => *task,
            TimerAction::Tick { task, .. } => task.unwrap_or_default(),
            TimerAction::EndWork { activity } => self.activity(*activity).lane,
            TimerAction::Complete(io) => io.task,
        }
    }

    /// The timer that was converted to a number and waits, or whose function runs.
    pub(crate) fn timer_numbered(&self, number: u32) -> Option<ObjectRef> {
        let is_it = |timer: &ObjectRef| {
            let record = self.heap.as_timer(Value::Object(*timer));
            record.is_some_and(|record| record.number == Some(number))
        };
        let called = self.jobs.iter().filter_map(|job| {
            let Job::Call { this, .. } = job else { return None };
            this.object()
        });
        let running = self.activities.iter().flatten().filter_map(|activity| {
            let Role::Interval { timer, .. } = activity.role else {
                return None;
            };
            Some(timer)
        });
        let waiting = self.timers.iter().filter_map(|(_, _, action)| match action {
            TimerAction::Call { timer, .. } => Some(*timer),
            TimerAction::Resolve { .. }
            | TimerAction::GiveUp { .. }
            | TimerAction::Select { .. }
            | TimerAction::Tick { .. }
            | TimerAction::EndWork { .. }
            | TimerAction::Complete(_) => None,
        });
        waiting.chain(called).chain(running).find(is_it)
    }

    /// Takes a timer that `setTimeout` or `setInterval` made out of the queue. It may be put there again.
    pub(crate) fn stop_timer(&mut self, reference: ObjectRef) {
        let found = self.timers.iter().find_map(|(_, id, action)| {
            matches!(action, TimerAction::Call { timer, .. } if *timer == reference).then_some(id)
        });
        if let Some(id) = found {
            self.reach.open();
            self.timers.cancel(id);
        }
    }

    /// Forgets the timer of a select that has an `after`. Returns whether there was one.
    pub(crate) fn clear_select(&mut self, waiter: ObjectRef) -> bool {
        let found = self.timers.iter().find_map(|(_, timer, action)| {
            matches!(action, TimerAction::Select { promise, .. } if *promise == waiter).then_some(timer)
        });
        found.is_some_and(|timer| {
            self.reach.open();
            self.timers.cancel(timer).is_some()
        })
    }
}
