//! Settling promises and what follows from it (ECMA-262 section 27.2).
//!
//! Owns resolving, rejecting, `then` and the combinators. What a settled promise sets off becomes a [`Job`]; when jobs
//! run is in `jobs`.

use vm::{
    Aggregate, AggregateKind, ErrorKind, ObjectKind, ObjectRef, Origin, Promise, PromiseState, Reaction, Then, Value,
};

use crate::step::Stepper;
use crate::task::{ActivityId, Job, Settled, Status};
use crate::{EventKind, Granularity, Model, TaskId, WaitReason};

impl Stepper<'_> {
    /// A pending promise.
    pub(crate) fn new_promise(&mut self, origin: Origin) -> ObjectRef {
        let promise = Promise {
            origin,
            ..Promise::pending()
        };
        self.world.heap.alloc_promise(promise)
    }

    /// A promise that is fulfilled already.
    pub(crate) fn fulfilled(&mut self, value: Value) -> Value {
        let promise = Promise {
            state: PromiseState::Fulfilled(value),
            ..Promise::pending()
        };
        Value::Object(self.world.heap.alloc_promise(promise))
    }

    /// A promise that is rejected already.
    pub(crate) fn rejected(&mut self, error: Value) -> Value {
        let promise = self.new_promise(Origin::None);
        self.reject_promise(promise, error);
        Value::Object(promise)
    }

    /// PromiseResolve(%Promise%, value): the value itself if it is a promise whose constructor is `Promise`.
    pub(crate) fn promise_of(&mut self, value: Value) -> ObjectRef {
        if let Value::Object(reference) = value
            && vm::is_plain_promise(&self.world.heap, &self.world.program, reference)
        {
            return reference;
        }
        let promise = self.new_promise(Origin::None);
        self.resolve_promise(promise, value);
        promise
    }

    /// Gives a promise a value, or makes it follow a thenable (section 27.2.1.3.2).
    pub(crate) fn resolve_promise(&mut self, promise: ObjectRef, value: Value) {
        match vm::then_of(&self.world.heap, &self.world.program, value) {
            Then::None => self.resolve_with(promise, value, Value::Undefined),
            Then::Method(then) => self.resolve_with(promise, value, then),
            Then::Unknown => {
                // Reading `then` runs code of the program: the function that settles the promise does both.
                let callback = self.resolve_function(promise, false);
                let task = self.task;
                self.world.put_job_first(Job::Call {
                    callback,
                    this: Value::Undefined,
                    arguments: vec![value],
                    derived: None,
                    task,
                });
            }
        }
    }

    /// The same, once it is known what the value's `then` is.
    pub(crate) fn resolve_with(&mut self, promise: ObjectRef, value: Value, then: Value) {
        if value == Value::Object(promise) {
            let error = self.error(ErrorKind::TypeError, "Chaining cycle detected for promise #<Promise>");
            self.reject_promise(promise, error);
            return;
        }
        let Value::Object(source) = value else {
            self.settle_promise(promise, Settled::Fulfilled(value));
            return;
        };
        if !self.world.heap.is_callable(then) {
            self.settle_promise(promise, Settled::Fulfilled(value));
            return;
        }
        self.world.heap.promise_mut(promise).is_locked_in = true;
        if vm::is_plain_then(&self.world.heap, then)
            && vm::is_plain_promise(&self.world.heap, &self.world.program, source)
        {
            self.world.jobs.push_back(Job::Follow { promise, source });
            return;
        }
        // The job has functions of its own; those that were there before no longer count.
        self.world.heap.promise_mut(promise).generation += 1;
        let arguments = vec![
            self.resolve_function(promise, false),
            self.resolve_function(promise, true),
        ];
        let task = self.task;
        self.world.jobs.push_back(Job::Call {
            callback: then,
            this: value,
            arguments,
            derived: Some(promise),
            task,
        });
    }

    /// Rejects a promise.
    pub(crate) fn reject_promise(&mut self, promise: ObjectRef, error: Value) {
        self.settle_promise(promise, Settled::Rejected(error));
    }

    /// One of the two functions that settle a promise.
    pub(crate) fn resolve_function(&mut self, promise: ObjectRef, is_reject: bool) -> Value {
        let generation = self.world.heap.promise_mut(promise).generation;
        let function = ObjectKind::ResolveFunction {
            promise,
            is_reject,
            generation,
        };
        Value::Object(self.world.heap.alloc_object(vm::Object::new(function)))
    }

    /// Settles a pending promise and queues what waits for it.
    pub(crate) fn settle_promise(&mut self, promise: ObjectRef, settled: Settled) {
        let (task, line) = (self.task, self.position.line);
        let is_fresh = self.world.heap.is_fresh(promise);
        let record = self.world.heap.promise_mut(promise);
        if !matches!(record.state, PromiseState::Pending) {
            return;
        }
        record.is_locked_in = false;
        let is_wait = matches!(record.origin, Origin::Host { .. } | Origin::Timer { .. });
        record.state = match settled {
            Settled::Fulfilled(value) => PromiseState::Fulfilled(value),
            Settled::Rejected(error) => PromiseState::Rejected(error),
        };
        // What fibers wait for nobody can look at before they are woken, which is noted where it happens. Others that ask to
        // hear of it while it is pending note that.
        let mut is_awaited = record.reactions.iter().next().is_some();
        for reaction in &record.reactions {
            match reaction {
                Reaction::Fiber(_) => {}
                Reaction::Aggregate { aggregate, .. } => self.world.reach.joined(*aggregate),
                Reaction::Then { .. } | Reaction::Adopt { .. } => is_awaited = false,
            }
        }
        let reactions = record.reactions.take();
        if !is_awaited && !is_fresh {
            self.world.reach.open();
        }
        if matches!(settled, Settled::Rejected(_)) && !record.is_handled {
            self.world.seldom_mut().rejected.push((promise, task, line));
        }
        self.world.heap.write_barrier(promise);
        if is_wait {
            self.world.forget_terms(promise);
        }
        for reaction in reactions {
            self.react(reaction, settled);
        }
    }

    /// Queues what one reaction asks for.
    fn react(&mut self, reaction: Reaction, settled: Settled) {
        let job = match reaction {
            Reaction::Fiber(activity) => {
                self.wake(ActivityId(activity));
                Job::Settle {
                    activity: ActivityId(activity),
                    outcome: settled,
                }
            }
            Reaction::Then {
                on_fulfilled,
                on_rejected,
                derived,
                lane,
            } => {
                let (handler, value) = match settled {
                    Settled::Fulfilled(value) => (on_fulfilled, value),
                    Settled::Rejected(error) => (on_rejected, error),
                };
                if self.world.heap.is_callable(handler) {
                    Job::Call {
                        callback: handler,
                        this: Value::Undefined,
                        arguments: vec![value],
                        derived: Some(derived),
                        task: TaskId(lane),
                    }
                } else {
                    Job::Pass {
                        promise: derived,
                        outcome: settled,
                    }
                }
            }
            Reaction::Adopt { promise } => Job::Pass {
                promise,
                outcome: settled,
            },
            Reaction::Aggregate { aggregate, index } => Job::Aggregate {
                aggregate,
                index,
                outcome: settled,
            },
        };
        self.world.jobs.push_back(job);
    }

    /// Says that a lane can go on because of what the running one did.
    pub(crate) fn wake(&mut self, activity: ActivityId) {
        let lane = self.world.activity(activity).lane;
        if lane == self.task && !self.is_clock {
            return;
        }
        let by = (!self.is_clock).then_some(self.task);
        self.emit_for(lane, EventKind::Woken { by });
    }

    /// Asks to hear of a promise's outcome, now if it is settled.
    pub(crate) fn subscribe(&mut self, promise: ObjectRef, reaction: Reaction) {
        let is_fresh = self.world.heap.is_fresh(promise);
        let record = self.world.heap.promise_mut(promise);
        record.is_handled = true;
        let settled = match record.state {
            PromiseState::Pending => {
                record.reactions.push(reaction);
                // It makes a difference to whoever settles it.
                if !is_fresh {
                    self.world.reach.open();
                }
                self.world.heap.write_barrier(promise);
                return;
            }
            PromiseState::Fulfilled(value) => Settled::Fulfilled(value),
            PromiseState::Rejected(error) => Settled::Rejected(error),
        };
        self.react(reaction, settled);
    }

    /// `await value` of an activity: a promise is one to wait for as it is. Returns whether it waits; if not, it has what it awaited and goes on.
    pub(crate) fn await_value(&mut self, id: ActivityId, value: Value) -> bool {
        match self.world.setup.model {
            Model::EventLoop => {
                let promise = match value {
                    Value::Object(promise) if self.world.heap.as_promise(value).is_some() => promise,
                    _ => self.promise_of(value),
                };
                self.wait_for(id, promise);
                true
            }
            Model::Tasks | Model::Threads => self.await_in_task(id, value),
        }
    }

    fn await_in_task(&mut self, id: ActivityId, value: Value) -> bool {
        let promise = match value {
            Value::Object(reference) if self.world.heap.as_promise(value).is_some() => Some(reference),
            Value::Object(_) => match vm::then_of(&self.world.heap, &self.world.program, value) {
                Then::Method(then) if !self.world.heap.is_callable(then) => None,
                Then::Method(_) | Then::Unknown => Some(self.promise_of(value)),
                Then::None => None,
            },
            _ => None,
        };
        let settled = match promise.map(|promise| (promise, self.world.heap.promise_mut(promise))) {
            None => Settled::Fulfilled(value),
            Some((promise, record)) => {
                record.is_handled = true;
                match record.state {
                    PromiseState::Fulfilled(value) => Settled::Fulfilled(value),
                    PromiseState::Rejected(error) => Settled::Rejected(error),
                    PromiseState::Pending => {
                        self.wait_for(id, promise);
                        return true;
                    }
                }
            }
        };
        self.give(id, settled);
        if self.world.setup.model == Model::Threads {
            return false;
        }
        self.block(WaitReason::Turn);
        self.world.make_ready(id);
        true
    }

    /// Hands a suspended fiber what it awaited.
    pub(crate) fn give(&mut self, id: ActivityId, settled: Settled) {
        let activity = self.world.activity_mut(id);
        activity.status = Status::Ready;
        match settled {
            Settled::Fulfilled(value) => activity.fiber.resume(value),
            Settled::Rejected(error) => activity.fiber.throw(error),
        }
    }

    fn wait_for(&mut self, id: ActivityId, promise: ObjectRef) {
        self.world.activity_mut(id).status = Status::Waiting(promise);
        if let Some(reason) = self.wait_reason(promise) {
            self.block(reason);
        }
        self.subscribe(promise, Reaction::Fiber(id.0));
        if self.joining == Some(promise) && self.world.heap.promise_mut(promise).reactions.len() == 1 {
            self.begin_join(id, promise);
        }
        self.deliver_cancellation(id, promise);
    }

    /// What a lane that awaits a promise waits for; `None` if it is a call of its own, whose reason stands.
    fn wait_reason(&self, promise: ObjectRef) -> Option<WaitReason> {
        let record = self
            .world
            .heap
            .as_promise(Value::Object(promise))
            .expect("a promise is awaited");
        if !matches!(record.state, PromiseState::Pending) {
            return Some(WaitReason::Turn);
        }
        Some(match record.origin {
            Origin::Task(task) => WaitReason::Task(TaskId(task)),
            Origin::Timer { until } => WaitReason::Sleep {
                until: clock::Instant(until),
            },
            Origin::Host { object, operation } => WaitReason::Object {
                object: crate::ObjectId(object),
                operation,
            },
            Origin::Aggregate { combinator } => WaitReason::Several { combinator },
            Origin::Io => WaitReason::Io {
                name: self.world.io_name(promise),
            },
            // The reason of the call stands.
            Origin::Call(lane) if lane == self.task.0 => return None,
            Origin::None | Origin::Call(_) => WaitReason::Promise,
        })
    }

    /// `promise.then(on_fulfilled, on_rejected)`.
    pub(crate) fn then(&mut self, promise: ObjectRef, on_fulfilled: Value, on_rejected: Value) -> Value {
        let derived = self.new_promise(Origin::None);
        if self.world.setup.model != Model::EventLoop {
            // The callback runs as an activity of its own: what it can reach, two can reach.
            self.world.heap.share(on_fulfilled);
            self.world.heap.share(on_rejected);
            self.world.heap.share(Value::Object(derived));
        }
        let lane = self.task.0;
        self.subscribe(
            promise,
            Reaction::Then {
                on_fulfilled,
                on_rejected,
                derived,
                lane,
            },
        );
        Value::Object(derived)
    }

    /// `Promise.all(inputs)` and its like.
    pub(crate) fn aggregate(&mut self, kind: AggregateKind, inputs: &[Value]) -> Value {
        let combinator = kind.name();
        let promise = self.new_promise(Origin::Aggregate { combinator });
        let results = self.world.heap.alloc_array(vec![Value::Undefined; inputs.len()]);
        let remaining = inputs.len() as u32;
        let aggregate = self
            .world
            .heap
            .alloc_object(vm::Object::new(ObjectKind::Aggregate(Aggregate {
                kind,
                results,
                remaining,
                promise,
            })));
        for (index, &input) in inputs.iter().enumerate() {
            let input = self.promise_of(input);
            self.subscribe(
                input,
                Reaction::Aggregate {
                    aggregate,
                    index: index as u32,
                },
            );
        }
        if inputs.is_empty() {
            self.finish_aggregate(kind, promise, results);
        }
        // What nobody else can reach others can settle nonetheless: to wait for it is no place to switch either.
        let is_own = |input: &Value| input.object().is_none_or(|input| !self.world.heap.is_shared(input));
        let setup = &self.world.setup;
        let is_by_access = setup.model == Model::Threads && setup.granularity == Granularity::Access;
        if kind == AggregateKind::All && is_by_access && (self.has_spawned || inputs.iter().all(is_own)) {
            self.joining = Some(promise);
        }
        Value::Object(promise)
    }

    /// One input of a combinator has settled.
    pub(crate) fn aggregate_settled(&mut self, aggregate: ObjectRef, index: u32, settled: Settled) {
        let ObjectKind::Aggregate(record) = &self.world.heap.object(aggregate).kind else {
            return;
        };
        let Aggregate {
            kind, results, promise, ..
        } = *record;
        let entry = match (kind, settled) {
            (AggregateKind::All, Settled::Rejected(error)) => {
                self.join_rejected(promise, index, error);
                return self.settle_promise(promise, settled);
            }
            (AggregateKind::Race, _) => return self.settle_promise(promise, settled),
            (AggregateKind::Any, Settled::Fulfilled(_)) => return self.settle_promise(promise, settled),
            (AggregateKind::All, Settled::Fulfilled(value)) => value,
            (AggregateKind::Any, Settled::Rejected(error)) => error,
            (AggregateKind::AllSettled, _) => self.settled_entry(settled),
        };
        if let ObjectKind::Array(items) = &mut self.world.heap.object_mut(results).kind
            && let Some(place) = items.get_mut(index as usize)
        {
            *place = entry;
        }
        self.world.heap.share_if(results, entry);
        let ObjectKind::Aggregate(record) = &mut self.world.heap.object_mut(aggregate).kind else {
            return;
        };
        record.remaining -= 1;
        if record.remaining == 0 {
            self.finish_aggregate(kind, promise, results);
        }
    }

    fn finish_aggregate(&mut self, kind: AggregateKind, promise: ObjectRef, results: ObjectRef) {
        match kind {
            AggregateKind::All | AggregateKind::AllSettled => {
                self.world.forget_joins(|join| join.promise == promise);
                self.settle_promise(promise, Settled::Fulfilled(Value::Object(results)));
            }
            AggregateKind::Any => {
                let error = self.error(ErrorKind::AggregateError, "All promises were rejected");
                vm::define_hidden(&mut self.world.heap, error, "errors", Value::Object(results));
                self.settle_promise(promise, Settled::Rejected(error));
            }
            AggregateKind::Race => {}
        }
    }

    fn settled_entry(&mut self, settled: Settled) -> Value {
        let (status, key, value) = match settled {
            Settled::Fulfilled(value) => ("fulfilled", "value", value),
            Settled::Rejected(error) => ("rejected", "reason", error),
        };
        let entry = Value::Object(self.world.heap.alloc_plain());
        let status = self.world.heap.alloc_str(status);
        vm::define_property(&mut self.world.heap, entry, "status", status);
        vm::define_property(&mut self.world.heap, entry, key, value);
        entry
    }
}
