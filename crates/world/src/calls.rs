//! Calls of async functions, and how they answer.
//!
//! Owns which lane and activity such a call runs in, and when its promise is handed to whoever made it. Running
//! activities is in `drive`.

use vm::{AsyncCall, Fiber, Value};

use crate::drive::Parked;
use crate::step::Stepper;
use crate::task::{Activity, ActivityId, Role, Status};
use crate::{EventKind, LimitKind, Model, TaskId, World};

/// What a lane is made with besides what it runs.
#[derive(Clone, Copy)]
pub(crate) struct LaneTerms {
    /// Whether no run waits for its end.
    pub(crate) is_daemon: bool,
    /// Its own priority; its maker's if nothing is said.
    pub(crate) priority: Option<i32>,
    /// Whether it is a call that got a lane of its own, and no `spawn`.
    pub(crate) is_call: bool,
}

impl LaneTerms {
    const CALL: LaneTerms = LaneTerms {
        is_daemon: false,
        priority: None,
        is_call: true,
    };
}

impl Stepper<'_> {
    /// A call of an async function that has to be a fiber of its own. `None` means that the caller goes on.
    pub(crate) fn async_call(&mut self, caller: ActivityId, call: &AsyncCall) -> Option<Parked> {
        let fiber = match Fiber::call(
            &mut self.world.heap,
            &self.world.program,
            call.callee,
            call.this,
            &call.args,
        ) {
            Ok(fiber) => fiber,
            Err(thrown) => {
                self.world.activity_mut(caller).fiber.throw(thrown.0);
                return None;
            }
        };
        if self.is_whole_body(caller, call) {
            if self.world.activity(caller).fiber.is_async_call(&self.world.program)
                && self.world.setup.model == Model::EventLoop
            {
                // It stays in the lane, too, but the body returns a promise and settles its own with it.
                return Some(self.nested_call(fiber, call));
            }
            // The task is just this call: it stays in the task's lane and becomes its body.
            self.world.activity_mut(caller).fiber = fiber;
            return None;
        }
        if self.world.setup.model == Model::EventLoop && call.is_awaited {
            return Some(self.nested_call(fiber, call));
        }
        let name = match self.function_name(call.callee).is_empty() {
            true => self.name_in_library(caller, &call.args),
            false => self.lane_name(call.callee, &call.args),
        };
        self.share_call(call.callee, call.this, &call.args);
        let Some((callee, promise)) = self.new_lane(fiber, name, LaneTerms::CALL) else {
            return Some(Parked::Stopped);
        };
        match self.world.setup.model {
            Model::EventLoop => Some(Parked::Nested(callee)),
            Model::Tasks | Model::Threads => {
                self.world.make_ready(callee);
                self.world.activity_mut(caller).fiber.resume(promise);
                None
            }
        }
    }

    fn is_whole_body(&self, caller: ActivityId, call: &AsyncCall) -> bool {
        let activity = self.world.activity(caller);
        call.is_tail && activity.role == Role::Body && self.task != TaskId(0) && activity.fiber.depth() == 1
    }

    fn nested_call(&mut self, fiber: Fiber, call: &AsyncCall) -> Parked {
        let promise = self.new_promise(vm::Origin::Call(self.task.0));
        if self.log.is_full() {
            let name = self.public_name(call.callee);
            self.emit(EventKind::SpanStarted { name });
        }
        let activity = Activity {
            fiber,
            lane: self.task,
            role: Role::Call,
            promise: Some(promise),
            status: Status::Ready,
        };
        Parked::Nested(self.world.add_activity(activity))
    }

    /// Everything that a new lane can reach can from now on be reached by two.
    pub(crate) fn share_call(&mut self, callee: Value, this: Value, args: &[Value]) {
        self.world.heap.share(callee);
        self.world.heap.share(this);
        args.iter().for_each(|&argument| self.world.heap.share(argument));
    }

    /// Makes a lane whose body is `fiber`; its result settles the promise. `None` when there are too many.
    pub(crate) fn new_lane(&mut self, fiber: Fiber, name: String, terms: LaneTerms) -> Option<(ActivityId, Value)> {
        if self.world.tasks.len() >= self.world.setup.limits.tasks as usize {
            self.stop_at(LimitKind::Tasks);
            return None;
        }
        if self.world.setup.model == Model::Threads {
            // The new one may be quicker than whatever its maker does next that it could notice. Only to wait for those
            // that one has just made is a part of making them: it would cost a step that makes no difference, but for which
            // of several errors is told, and that is left open (`join`).
            self.budget = 0;
            self.has_spawned = true;
            self.has_acted = true;
            self.log.touch = self.log.touch.max(vm::Touch::Apart);
        }
        // As with threads elsewhere, whoever says nothing is as urgent as its maker.
        let priority = terms.priority.unwrap_or(self.world.task(self.task).priority);
        let lane = self.world.add_task(name.clone(), terms.is_daemon, priority);
        self.world.task_mut(lane).is_call = terms.is_call;
        let promise = self.world.heap.alloc_promise(vm::Promise::pending());
        self.world.heap.share(Value::Object(promise));
        self.world.heap.promise_mut(promise).origin = vm::Origin::Task(lane.0);
        let body = self.world.add_activity(Activity {
            fiber,
            lane,
            role: Role::Body,
            promise: Some(promise),
            status: Status::Ready,
        });
        let line = self.position;
        let task = self.world.task_mut(lane);
        task.body = Some(body);
        task.line = line.line;
        task.column = line.column;
        let parent = Some(self.task);
        self.emit_for(
            lane,
            EventKind::Spawned {
                name,
                parent,
                daemon: terms.is_daemon,
                priority,
            },
        );
        Some((body, Value::Object(promise)))
    }

    /// The name of the lane that a call of a nameless function gets. One that was given to the library is named after the object
    /// that the program has called, if any, and the library's function that calls it in turn: `users.fetch(7)`.
    fn name_in_library(&mut self, caller: ActivityId, args: &[Value]) -> String {
        let fiber = &self.world.activity(caller).fiber;
        let Some((function, this)) = fiber.library_call(&self.world.program) else {
            return self.named_call(String::new(), args);
        };
        let name = self.world.program.atom(function);
        let name = name.strip_prefix("__").unwrap_or(name);
        let name = match self.world.heap.as_host(this) {
            Some((_, id)) => format!("{}.{name}", self.world.objects[id as usize].label.name),
            None => name.to_owned(),
        };
        self.named_call(name, args)
    }

    /// The name of the lane that a call gets: the function's, with its argument or a number where that tells calls apart.
    pub(crate) fn lane_name(&mut self, callee: Value, args: &[Value]) -> String {
        let function = self.public_name(callee);
        self.named_call(function, args)
    }

    /// What a function is called where the learner sees it: the library's own have names without a public form.
    fn public_name(&self, callee: Value) -> String {
        let name = self.function_name(callee);
        match (callee, name.strip_prefix("__")) {
            (Value::Native(vm::Native::Library(_)), Some(name)) => name.to_owned(),
            _ => name,
        }
    }

    fn named_call(&mut self, function: String, args: &[Value]) -> String {
        let argument = match args.first() {
            Some(&value @ (Value::Number(_) | Value::Text(_))) => {
                vm::short(&self.world.heap, &self.world.program, value)
            }
            Some(_) | None => String::new(),
        };
        match (function.is_empty(), argument.is_empty()) {
            (true, _) => format!("task {}", self.world.tasks.len()),
            (false, true) => self.world.unique_name(function),
            (false, false) => self.world.unique_name(format!("{function}({argument})")),
        }
    }

    /// An activity that returns something whose `then` is a getter of the program's goes on with the function that asks it
    /// and resolves the promise.
    pub(crate) fn asks_for_then(&mut self, id: ActivityId, value: Value) -> bool {
        if !value.is_object() || vm::then_of(&self.world.heap, &self.world.program, value) != vm::Then::Unknown {
            return false;
        }
        let activity = self.world.activity(id);
        let (Some(promise), true) = (activity.promise, activity.role != Role::Thenable) else {
            return false;
        };
        let resolve = self.resolve_function(promise, false);
        let (heap, program) = (&mut self.world.heap, &self.world.program);
        let Ok(fiber) = Fiber::call(heap, program, resolve, Value::Undefined, &[value]) else {
            return false;
        };
        self.world.activity_mut(id).fiber = fiber;
        true
    }

    /// The first `await` of an async callback is where its call returns its promise.
    pub(crate) fn hand_out_promise(&mut self, id: ActivityId) {
        let activity = self.world.activity(id);
        let (Role::AsyncCallback { derived }, Some(promise)) = (activity.role, activity.promise) else {
            return;
        };
        self.world.activity_mut(id).role = Role::Callback;
        self.resolve_promise(derived, Value::Object(promise));
    }
}

impl World {
    /// The name of a lane: as it is the first time, then with a number behind it.
    pub(crate) fn unique_name(&mut self, name: String) -> String {
        let count = self.seldom_mut().names.entry(name.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { name } else { format!("{name} {count}") }
    }
}
