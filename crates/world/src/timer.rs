//! Timers and the clock.
//!
//! Owns how the clock moves and what a timer does when it fires. Deadlines with stable ties are `clock`'s.

use clock::{Duration, Instant};
use vm::{ObjectRef, Origin, Value};

use crate::step::Stepper;
use crate::task::{ActivityId, Job, Status, TimerAction};
use crate::{EventKind, LimitKind, Model, TaskId, TimeMode, World};

impl Stepper<'_> {
    /// Calls the immediates whose turn it is, or moves the clock to the earliest deadline and fires what is due.
    ///
    /// In the event loop one timer fires, because its microtasks come before the next one. In the other models all
    /// that share the deadline fire, because then any of their tasks may go first; when timers may be late, one.
    pub(crate) fn advance(&mut self) {
        self.is_clock = true;
        if self.call_immediates() {
            return;
        }
        let Some((deadline, _)) = self.world.timers.peek() else {
            return;
        };
        if deadline > self.world.now {
            let from = std::mem::replace(&mut self.world.now, deadline);
            self.emit(EventKind::ClockMoved { from });
        }
        let fires_one = self.world.setup.model == Model::EventLoop || self.world.setup.time == TimeMode::Any;
        while let Some((_, action)) = self.world.timers.pop_due(self.world.now) {
            self.fire(action);
            if fires_one {
                break;
            }
            if self.world.timers.peek().is_none_or(|(next, _)| next > deadline) {
                break;
            }
        }
    }

    /// Calls the next immediate; in the models that have no event loop all that wait. Returns whether there was one.
    fn call_immediates(&mut self) -> bool {
        let timers = &self.world.timers;
        let is_timer_due = timers.peek().is_some_and(|(deadline, _)| deadline <= self.world.now);
        let mut has_called = false;
        while let Some(immediate) = self.world.immediates.next(is_timer_due) {
            has_called = true;
            self.task = immediate.task;
            self.world.jobs.push_back(Job::Call {
                callback: immediate.callback,
                this: Value::Undefined,
                arguments: immediate.arguments,
                derived: None,
                task: immediate.task,
            });
            if self.world.setup.model == Model::EventLoop || self.world.immediates.left() == 0 {
                break;
            }
        }
        has_called
    }

    fn fire(&mut self, action: TimerAction) {
        self.task = self.world.task_of_timer(&action);
        match action {
            TimerAction::Resolve { promise, .. } => self.fulfil(promise, Value::Undefined),
            TimerAction::Call {
                id,
                callback,
                arguments,
                task,
                every,
            } => {
                self.world.jobs.push_back(Job::Call {
                    callback,
                    this: Value::Undefined,
                    arguments: arguments.clone(),
                    derived: None,
                    task,
                });
                if let Some(period) = every {
                    let again = TimerAction::Call {
                        id,
                        callback,
                        arguments,
                        task,
                        every,
                    };
                    let deadline = self.world.now.saturating_add(period);
                    self.world.timers.insert(deadline, again);
                }
            }
            TimerAction::GiveUp { object, waiter, .. } => self.give_up(object, waiter),
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
        if self.world.timers.len() >= self.world.setup.limits.timers as usize {
            self.stop_at(LimitKind::Timers);
            return until;
        }
        self.world.timers.insert(until, action);
        until
    }

    /// `sleep(ms)`: a promise that the clock fulfils.
    pub(crate) fn sleep(&mut self, delay: Duration) -> ObjectRef {
        let until = self.world.now.saturating_add(delay);
        let promise = self.new_promise(Origin::Timer { until: until.0 });
        let task = self.task;
        self.set_timer(delay, TimerAction::Resolve { promise, task });
        promise
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
    /// Whether something happens when nothing can run.
    pub(crate) fn waits_for_clock(&self) -> bool {
        !self.timers.is_empty() || !self.immediates.is_empty()
    }

    pub(crate) fn task_of_timer(&self, action: &TimerAction) -> TaskId {
        match action {
            TimerAction::Resolve { task, .. } | TimerAction::Call { task, .. } | TimerAction::GiveUp { task, .. } => {
                *task
            }
            TimerAction::EndWork { activity } => self.activity(*activity).lane,
        }
    }

    /// Forgets the timer that `setTimeout` or `setInterval` numbered `id`.
    pub(crate) fn clear_timer(&mut self, id: u32) {
        let found = self.timers.iter().find_map(|(_, timer, action)| {
            matches!(action, TimerAction::Call { id: found, .. } if *found == id).then_some(timer)
        });
        if let Some(timer) = found {
            self.timers.cancel(timer);
        }
    }

    /// Forgets the time limit of a wait on an object, if it has one. Returns whether it had.
    pub(crate) fn clear_give_up(&mut self, waiter: ObjectRef) -> bool {
        let found = self.timers.iter().find_map(|(_, timer, action)| {
            matches!(action, TimerAction::GiveUp { waiter: found, .. } if *found == waiter).then_some(timer)
        });
        found.is_some_and(|timer| self.timers.cancel(timer).is_some())
    }
}
