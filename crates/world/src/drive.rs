//! Running fibers until they stop.
//!
//! Owns the loop around the VM: what each halt means in each model, and the ends of activities. Async calls are in `calls`,
//! what is noted of accesses in `access`.

use std::cell::Cell;

use bytecode::{FunctionId, Pc, Position};
use vm::{Context, Halt, Switch, Value};

use crate::callers::Waiting;
use crate::host::Answer;
use crate::step::Stepper;
use crate::task::{ActivityId, Progress, Role, Settled, Status};
use crate::{Detail, EventKind, FailureKind, Granularity, LimitKind, Model, TaskId, WaitReason, watch};

/// Why an activity no longer runs.
pub(crate) enum Parked {
    /// It waits for something, or gave its turn away.
    Waiting,
    /// Another task may go first, a decision comes first, or the step used up its operations: it goes on where it is.
    Cut,
    /// It called an async function in the event loop: that one runs first.
    Nested(ActivityId),
    /// It is over.
    Ended,
    /// The run is over.
    Stopped,
}

impl Stepper<'_> {
    /// Runs one activity of a lane (`tasks` and `threads`).
    pub(crate) fn run_activity(&mut self, id: ActivityId) {
        match self.drive(id) {
            Parked::Waiting => {
                if matches!(self.world.activity(id).status, Status::Working(_)) {
                    self.world.task_mut(self.task).current = Some(id);
                }
            }
            Parked::Cut | Parked::Nested(_) | Parked::Ended | Parked::Stopped => {}
        }
    }

    /// Begins to run an activity of the event loop.
    pub(crate) fn enter(&mut self, id: ActivityId) {
        self.world.running.push(id);
        self.run_stack();
    }

    /// Runs the fibers that called one another until the outermost one stops (`event-loop`).
    pub(crate) fn run_stack(&mut self) {
        while let Some(&top) = self.world.running.last() {
            let task = self.world.activity(top).lane;
            if task != self.task {
                self.task = task;
                self.emit(EventKind::Resumed);
            }
            let promise = self.world.activity(top).promise;
            match self.drive(top) {
                Parked::Nested(callee) => self.world.running.push(callee),
                Parked::Waiting | Parked::Ended => {
                    self.world.running.pop();
                    if let (Some(&caller), Some(promise)) = (self.world.running.last(), promise) {
                        self.world.activity_mut(caller).fiber.resume(Value::Object(promise));
                    }
                }
                Parked::Cut | Parked::Stopped => return,
            }
        }
    }

    /// Runs a fiber until it stops for a reason that ends its part of the step.
    fn drive(&mut self, id: ActivityId) -> Parked {
        let lane = self.task;
        let stood = self.place_before(lane);
        let parked = self.drive_on(id);
        if matches!(parked, Parked::Waiting) {
            self.end_interval(id);
        }
        // The event loop keeps what was cut off in a list of its own.
        let is_current = matches!(parked, Parked::Cut) && self.world.setup.model != Model::EventLoop;
        self.leave_mark((lane, stood), id, is_current);
        parked
    }

    fn drive_on(&mut self, id: ActivityId) -> Parked {
        loop {
            let halt = self.run_fiber(id);
            match halt {
                Halt::Fuel | Halt::Visible | Halt::Collect => return Parked::Cut,
                Halt::Await(value) => {
                    let waits = self.await_value(id, value);
                    self.hand_out_promise(id);
                    if waits {
                        return Parked::Waiting;
                    }
                }
                Halt::HostCall(call) => match self.host_call(id, &call) {
                    Answer::Return(value) => self.world.activity_mut(id).fiber.resume(value),
                    Answer::Throw(error) => self.world.activity_mut(id).fiber.throw(error),
                    Answer::Park => return Parked::Waiting,
                    Answer::Halt => return Parked::Cut,
                    Answer::Stop => return Parked::Stopped,
                },
                Halt::AsyncCall(call) => {
                    if let Some(parked) = self.async_call(id, &call) {
                        return parked;
                    }
                }
                Halt::Returned(value) => {
                    if self.asks_for_then(id, value) {
                        continue;
                    }
                    let is_raced = self.budget == 0 && self.world.is_raced(self.world.activity(id).promise);
                    if self.lets_daemons_in(id) || (is_raced && self.lets_others_in()) {
                        self.world.activity_mut(id).fiber.end_again(Ok(value));
                        return Parked::Cut;
                    }
                    self.end_activity(id, Settled::Fulfilled(value));
                    return self.ended();
                }
                Halt::Threw(error) => {
                    if self.lets_others_in() || self.lets_daemons_in(id) {
                        self.mark = self.place_of_error(error).unwrap_or(self.mark);
                        self.world.activity_mut(id).fiber.end_again(Err(error));
                        return Parked::Cut;
                    }
                    self.end_activity(id, Settled::Rejected(error));
                    return self.ended();
                }
                Halt::Limit(limit) => {
                    self.stop_at(limit_kind(limit));
                    return Parked::Stopped;
                }
            }
        }
    }

    fn ended(&self) -> Parked {
        if self.world.seldom.outcome.is_some() {
            Parked::Stopped
        } else {
            Parked::Ended
        }
    }

    /// Runs the VM once; a full heap gets one garbage collection before it counts.
    fn run_fiber(&mut self, id: ActivityId) -> Halt {
        let mut has_collected = false;
        loop {
            let halt = self.run_vm(id);
            match halt {
                Halt::Collect => self.collect_garbage(),
                Halt::Limit(vm::LimitKind::HeapBytes) if !has_collected => {
                    has_collected = true;
                    self.collect_garbage();
                }
                halt => return halt,
            }
        }
    }

    fn run_vm(&mut self, id: ActivityId) -> Halt {
        let world = &mut *self.world;
        let model = world.setup.model;
        let switch = match (model, world.setup.granularity) {
            (Model::EventLoop | Model::Tasks, _) => Switch::Never,
            (Model::Threads, _) if world.setup.every_operation => Switch::Operation,
            (Model::Threads, Granularity::Access) => Switch::Access,
            (Model::Threads, Granularity::Statement) => Switch::Statement,
        };
        let mut accesses = std::mem::take(&mut self.log.noted);
        // It is taken out of the table, so that the others can be looked at when it makes an error.
        let mut place = world.activities[id.0 as usize]
            .take()
            .expect("a running activity is live");
        let activity = world.recycled.make_mut(&mut place);
        let waiting = Waiting {
            activities: &world.activities,
            running: &world.running,
            id,
            promise: activity.awaited_as(),
            was_asked: Cell::new(false),
        };
        let mut context = Context {
            program: &world.program,
            heap: &mut world.heap,
            fuel: &mut self.fuel,
            switch,
            budget: self.budget,
            inline_awaited: model != Model::EventLoop,
            record: self.log.detail != Detail::Console,
            may_join: self.has_spawned,
            has_acted: self.has_acted,
            accesses: &mut accesses,
            touch: self.log.touch,
            callers: &waiting,
        };
        let halt = match &mut self.log.watch {
            Some(watch) => watch::run(&mut activity.fiber, &mut context, self.task, watch),
            None => vm::run(&mut activity.fiber, &mut context),
        };
        self.budget = context.budget;
        self.log.touch = context.touch;
        self.has_acted = context.has_acted;
        let position = activity.fiber.position(&world.program);
        let was_asked = waiting.was_asked.get();
        world.activities[id.0 as usize] = Some(place);
        if was_asked {
            world.reach.open();
        }
        self.move_to(position);
        for access in accesses.drain(..) {
            self.note_access(id, &access);
        }
        self.log.noted = accesses;
        halt
    }

    /// Notes where the running lane stands.
    fn move_to(&mut self, place: Option<(FunctionId, Pc)>) {
        let Some((function, pc)) = place else { return };
        let start = self.world.program.function(function).lines.span(pc).start;
        self.position = start;
        self.mark = start;
    }

    /// Where a lane stands whose activity is about to be driven: the running lane stands where the step found it.
    fn place_before(&self, lane: TaskId) -> Position {
        let task = self.world.task(lane);
        match task.current {
            Some(_) if task.line == 0 => self.position,
            _ => Position {
                line: task.line,
                column: task.column,
            },
        }
    }

    /// Notes, after an activity has run, whether it is in the middle of something, and where its lane stands. That is left
    /// to the fiber where it can tell, so that a step that only goes on leaves the lane's record alone.
    fn leave_mark(&mut self, (lane, stood): (TaskId, Position), id: ActivityId, is_current: bool) {
        let mark = std::mem::take(&mut self.mark);
        let task = self.world.task(lane);
        let current = match task.current {
            _ if is_current => Some(id),
            Some(current) if current == id => None,
            current => current,
        };
        let mut place = if mark.line > 0 { mark } else { stood };
        if is_current && self.world.place_of_activity(id) == Some(place) {
            place = Position::default();
        }
        if current == task.current && (place.line, place.column) == (task.line, task.column) {
            return;
        }
        let task = self.world.task_mut(lane);
        task.line = place.line;
        task.column = place.column;
        task.current = current;
    }

    pub(crate) fn function_name(&self, callee: Value) -> String {
        vm::function_name(&self.world.heap, &self.world.program, callee)
    }

    /// Settles what an activity was for and ends it.
    pub(crate) fn end_activity(&mut self, id: ActivityId, settled: Settled) {
        let activity = self.world.remove_activity(id);
        let (role, promise) = (activity.role, activity.promise);
        self.world.recycled.keep(activity);
        match role {
            Role::Body => match self.returned_call(settled) {
                Some(call) => self.world.task_mut(self.task).body = Some(call),
                None => self.end_body(settled),
            },
            Role::Call => {
                self.emit(EventKind::SpanEnded);
                if self.world.task(self.task).body == Some(id) {
                    self.end_body(settled);
                }
            }
            Role::Callback | Role::AsyncCallback { .. } | Role::Thenable => self.end_callback(),
            Role::Interval { timer, until } => {
                self.end_callback();
                self.set_again(timer, until);
            }
        }
        if let (Role::Thenable, Some(promise)) = (role, promise) {
            let is_open = !self.world.heap.promise_mut(promise).is_resolved();
            if let (true, Settled::Rejected(error)) = (is_open, settled) {
                self.reject_promise(promise, error);
            }
            return;
        }
        match (promise, settled) {
            // Asking for `then` has done it.
            (Some(promise), _) if self.world.heap.promise_mut(promise).is_resolved() => {}
            (Some(promise), Settled::Fulfilled(value)) => self.resolve_promise(promise, value),
            (Some(promise), Settled::Rejected(error)) => self.reject_promise(promise, error),
            (None, Settled::Fulfilled(_)) => {}
            (None, Settled::Rejected(error)) => self.fail_with(FailureKind::UncaughtError, error),
        }
        if let (Role::AsyncCallback { derived }, Some(promise)) = (role, promise) {
            self.resolve_promise(derived, Value::Object(promise));
        }
    }

    /// The call in the lane whose promise the body has returned: the task is over when that is.
    fn returned_call(&self, settled: Settled) -> Option<ActivityId> {
        match settled {
            Settled::Fulfilled(Value::Object(promise)) => self.world.own_call(self.task, promise),
            Settled::Fulfilled(_) | Settled::Rejected(_) => None,
        }
    }

    fn end_body(&mut self, settled: Settled) {
        let progress = self.progress_after(settled);
        let task = self.world.task_mut(self.task);
        task.body = None;
        task.reason = None;
        task.progress = progress;
        let is_daemon = task.is_daemon;
        self.world.going_daemons -= u32::from(is_daemon);
        match settled {
            Settled::Fulfilled(_) => self.emit(EventKind::Finished),
            Settled::Rejected(_) if progress == Progress::Cancelled => self.emit(EventKind::Cancelled),
            Settled::Rejected(error) if self.log.is_full() => {
                let message = self.describe_error(error);
                self.emit(EventKind::Failed { message });
            }
            Settled::Rejected(_) => {}
        }
    }

    /// Sets an interval again whose function has come to its first wait.
    fn end_interval(&mut self, id: ActivityId) {
        let activity = self.world.activity(id);
        if let (Role::Interval { timer, until }, Status::Ready | Status::Waiting(_)) = (activity.role, activity.status)
        {
            self.world.activity_mut(id).role = Role::Callback;
            self.set_again(timer, until);
        }
    }

    fn end_callback(&mut self) {
        self.emit(EventKind::CallbackEnded);
        let task = self.world.task(self.task);
        if let (true, Some(reason)) = (task.body.is_some(), task.reason.clone()) {
            self.emit(EventKind::Blocked { reason });
        }
    }

    /// What an error says, on one line.
    pub(crate) fn describe_error(&self, error: Value) -> String {
        vm::describe_error(&self.world.heap, &self.world.program, error)
    }

    /// What Node says of a promise that was rejected with this and that nobody handled: an error speaks for itself.
    fn describe_rejection(&self, reason: Value) -> String {
        let shown = match reason {
            Value::Object(object) => match self.world.heap.object(object).kind {
                vm::ObjectKind::Error(_) => return self.describe_error(reason),
                _ => "#<Object>".to_owned(),
            },
            other => self
                .world
                .heap
                .as_text(other)
                .map_or_else(|| self.short(other), |text| text.to_display()),
        };
        format!(
            "UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a \
             catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the \
             reason \"{shown}\"."
        )
    }

    /// Ends the run because of an error that nobody caught.
    pub(crate) fn fail_with(&mut self, failure: FailureKind, error: Value) {
        let is_over_release = self.world.heap.is_over_release(error);
        let failure = if is_over_release {
            FailureKind::OverRelease
        } else {
            failure
        };
        let message = match failure {
            FailureKind::UnhandledRejection => self.describe_rejection(error),
            FailureKind::Assertion
            | FailureKind::Always
            | FailureKind::UncaughtError
            | FailureKind::Breach
            | FailureKind::Eventually
            | FailureKind::OverRelease => self.describe_error(error),
        };
        self.position = self.place_of_error(error).unwrap_or(self.position);
        let calls = vm::error_stack(&self.world.heap, &self.world.program, error).calls;
        self.fail(failure, message, calls);
    }

    /// Where an error was made, if it tells.
    fn place_of_error(&self, error: Value) -> Option<Position> {
        let place = vm::error_stack(&self.world.heap, &self.world.program, error);
        (place.line > 0).then_some(Position {
            line: place.line,
            column: place.column.max(1),
        })
    }

    /// Notes that the running lane waits, and for what.
    pub(crate) fn block(&mut self, reason: WaitReason) {
        match &reason {
            WaitReason::Sleep { until } => self.emit(EventKind::Slept { until: *until }),
            WaitReason::Turn => self.emit(EventKind::Paused),
            WaitReason::Object { .. }
            | WaitReason::Task(_)
            | WaitReason::Several { .. }
            | WaitReason::Promise
            | WaitReason::Core
            | WaitReason::Io { .. } => self.emit(EventKind::Blocked { reason: reason.clone() }),
        }
        self.world.task_mut(self.task).reason = Some(reason);
    }
}

fn limit_kind(limit: vm::LimitKind) -> LimitKind {
    match limit {
        vm::LimitKind::HeapBytes => LimitKind::HeapBytes,
        vm::LimitKind::TextLength => LimitKind::TextLen,
        vm::LimitKind::ArrayLength => LimitKind::ArrayLen,
        vm::LimitKind::RegExpSteps => LimitKind::RegExpSteps,
    }
}
