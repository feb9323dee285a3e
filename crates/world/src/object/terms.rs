//! Waits that may end early: by a time limit, or when an `AbortSignal` is aborted.
//!
//! Owns what the program may say about that, `{ signal, timeoutMs }`, and who waits at whose word. Ending a wait early
//! leaves no trace in the object: that is [`Object::cancel`](super::Object::cancel) of its class. Nothing listens to a
//! signal in the program's sense: the library's `abort()` tells the world, which knows the waits behind each signal, so that
//! neither waiting nor having waited changes anything that the program can see.

use clock::Duration;
use vm::{ErrorKind, HostCall, ObjectRef, Origin, Value};

use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::task::TimerAction;
use crate::{EventKind, ObjectId, TaskId, World};

/// When a wait ends early, as the program said.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Terms {
    /// After so long, with a `TimeoutError`.
    pub(crate) limit: Option<Duration>,
    /// When this is aborted.
    pub(crate) signal: Option<ObjectRef>,
    /// The reason, if it is aborted already.
    pub(crate) aborted: Option<Value>,
}

/// A wait that ends when a signal is aborted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Watch {
    pub(crate) signal: ObjectRef,
    pub(crate) waiter: ObjectRef,
    pub(crate) task: TaskId,
}

impl Stepper<'_> {
    /// What the options of a waiting method say, its argument at `index`.
    pub(crate) fn terms(&mut self, call: &HostCall, index: usize) -> Result<Terms, Answer> {
        let options = argument(call, index);
        if !matches!(options, Value::Object(_)) {
            return Ok(Terms::default());
        }
        let limit = match self.option(options, "timeoutMs") {
            Value::Undefined => None,
            Value::Number(number) if number.get() == f64::INFINITY => None,
            Value::Number(number) if number.get() >= 0.0 => Some(Duration::from_millis_f64(number.get())),
            other => {
                let message = format!(
                    "{}: timeoutMs must be a number of milliseconds that is not negative, not {}",
                    self.told_as(call),
                    self.short(other)
                );
                return Err(self.throw(ErrorKind::RangeError, &message));
            }
        };
        let given = self.option(options, "signal");
        let (signal, aborted) = match (given, vm::abort_signal(&self.world.heap, &self.world.program, given)) {
            (Value::Undefined, _) => (None, None),
            (Value::Object(signal), Some(state)) => (Some(signal), state.reason),
            (other, _) => {
                let message = format!(
                    "{}: signal must be an AbortSignal, not {}",
                    self.told_as(call),
                    self.short(other)
                );
                return Err(self.throw(ErrorKind::TypeError, &message));
            }
        };
        Ok(Terms { limit, signal, aborted })
    }

    /// What a call is called in an error: what the program has called, if it is the library that calls.
    fn told_as(&self, call: &HostCall) -> String {
        let native = call.native.name();
        if !native.starts_with("__") {
            return match self.world.heap.as_host(call.this) {
                Some((_, id)) => format!("{}.{native}()", self.given_name(id)),
                None => native.to_owned(),
            };
        }
        let program = &self.world.program;
        let caller = self.caller.map(|caller| &self.world.activity(caller).fiber);
        let method = caller.and_then(|fiber| fiber.library_call(program));
        let method = method.map_or("", |(method, _)| program.atom(method).trim_start_matches("__"));
        match self.world.heap.as_host(argument(call, 0)) {
            Some((_, id)) if method.is_empty() => self.given_name(id).to_string(),
            Some((_, id)) => format!("{}.{method}()", self.given_name(id)),
            None => method.to_owned(),
        }
    }

    /// The limit of a timed wait whose end is no error, the first argument, and what the options behind it say.
    pub(crate) fn limit_and_terms(&mut self, call: &HostCall) -> Result<(Duration, Terms), Answer> {
        Ok((self.wait_limit(call, 0)?, self.terms(call, 1)?))
    }

    /// The answer to a request whose signal is aborted already: it is not even made.
    pub(crate) fn refused_by(&mut self, terms: Terms) -> Option<Answer> {
        let reason = terms.aborted?;
        let refused = self.rejected(reason);
        Some(Answer::Return(refused))
    }

    /// A wait on an object has begun that ends on these terms.
    pub(crate) fn wait_on(&mut self, object: u32, waiter: ObjectRef, terms: Terms) {
        if let Some(limit) = terms.limit {
            self.set_give_up(object, waiter, limit, Some(limit));
        }
        self.watch(waiter, terms);
    }

    /// A wait has begun that ends when the signal of `terms` is aborted.
    pub(crate) fn watch(&mut self, waiter: ObjectRef, terms: Terms) {
        if let Some(signal) = terms.signal {
            let task = self.task;
            self.world.seldom_mut().watches.push(Watch { signal, waiter, task });
        }
    }

    /// The timer of a wait that ends after `limit`; with `told`, by an error that tells of it.
    pub(crate) fn set_give_up(&mut self, object: u32, waiter: ObjectRef, limit: Duration, told: Option<Duration>) {
        let task = self.task;
        self.world.time_limits += 1;
        self.set_timer(
            limit,
            TimerAction::GiveUp {
                object,
                waiter,
                task,
                told,
            },
        );
    }

    /// The time limit of a wait is over: it leaves the queue without a trace.
    pub(crate) fn give_up(&mut self, object: u32, waiter: ObjectRef, told: Option<Duration>) {
        self.world.time_limits -= 1;
        let task = self.task;
        let operation = self.world.operation_of(waiter);
        if !self.leave_queue(object, waiter, task) {
            return;
        }
        match told {
            None => {
                let answer = self.world.objects[object as usize].primitive.given_up();
                self.fulfil(waiter, answer);
            }
            Some(limit) => {
                let what = "timeout";
                let object_id = ObjectId(object);
                self.emit_for(
                    task,
                    EventKind::Counted {
                        object: object_id,
                        what,
                    },
                );
                let message = format!("{}.{operation}(): timed out after {limit}", self.given_name(object));
                let error = self.timeout_error(&message);
                self.reject_promise(waiter, error);
            }
        }
    }

    /// An error whose name is `TimeoutError`, made where the lane stands that it concerns.
    pub(crate) fn timeout_error(&mut self, message: &str) -> Value {
        let position = self.position;
        self.stand_at_lane();
        let error = self.error(ErrorKind::Error, message);
        self.position = position;
        let name = self.world.heap.alloc_str("TimeoutError");
        vm::define_hidden(&mut self.world.heap, error, "name", name);
        error
    }

    /// `__abortWaits(signal, reason)`: ends all waits that a signal is to end.
    pub(crate) fn abort_waits(&mut self, call: &HostCall) -> Answer {
        self.has_synchronised = true;
        let Value::Object(signal) = argument(call, 0) else {
            return Answer::Return(Value::Undefined);
        };
        if self.world.seldom.watches.is_empty() {
            return Answer::Return(Value::Undefined);
        }
        let watches = &mut self.world.seldom_mut().watches;
        let due: Vec<Watch> = watches.extract_if(.., |watch| watch.signal == signal).collect();
        for Watch { waiter, task, .. } in due {
            let record = self.world.heap.as_promise(Value::Object(waiter));
            let has_left = match record.map(|record| record.origin) {
                Some(Origin::Host { object, .. }) => self.leave_queue(object, waiter, task),
                Some(Origin::Timer { .. }) => self.world.stop_sleep(waiter),
                Some(Origin::None | Origin::Task(_) | Origin::Call(_) | Origin::Io | Origin::Aggregate { .. })
                | None => false,
            };
            if has_left {
                self.reject_promise(waiter, argument(call, 1));
            }
        }
        Answer::Return(Value::Undefined)
    }
}

impl World {
    /// Nobody waits for this promise any more: its time limit and its signal are forgotten.
    pub(crate) fn forget_terms(&mut self, waiter: ObjectRef) {
        if !self.seldom.watches.is_empty() {
            self.seldom_mut().watches.retain(|watch| watch.waiter != waiter);
        }
        self.clear_give_up(waiter);
    }

    /// Forgets the time limit of a wait on an object. Returns whether it had one whose end is no error, so that whoever
    /// waited is told whether it got what it waited for.
    pub(crate) fn clear_give_up(&mut self, waiter: ObjectRef) -> bool {
        if self.time_limits == 0 {
            return false;
        }
        let found = self.timers.iter().find_map(|(_, timer, action)| match action {
            TimerAction::GiveUp {
                waiter: found, told, ..
            } if *found == waiter => Some((timer, told.is_none())),
            _ => None,
        });
        let Some((timer, is_told_by_answer)) = found else {
            return false;
        };
        self.reach.open();
        self.timers.cancel(timer);
        self.time_limits -= 1;
        is_told_by_answer
    }

    /// Takes the timer of a `sleep` away. `false` when it has fired.
    pub(crate) fn stop_sleep(&mut self, promise: ObjectRef) -> bool {
        let found = self.timers.iter().find_map(|(_, id, action)| match action {
            TimerAction::Resolve { promise: slept, .. } | TimerAction::Select { promise: slept, .. }
                if *slept == promise =>
            {
                Some(id)
            }
            _ => None,
        });
        found.is_some_and(|id| {
            self.reach.open();
            self.timers.cancel(id).is_some()
        })
    }

    /// The method whose answer a promise is.
    pub(crate) fn operation_of(&self, waiter: ObjectRef) -> &'static str {
        let record = self.heap.as_promise(Value::Object(waiter));
        match record.map(|record| record.origin) {
            Some(Origin::Host { operation, .. }) => operation,
            _ => "",
        }
    }
}
