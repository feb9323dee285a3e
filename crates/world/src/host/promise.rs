//! Promises as the program calls them.

use vm::{AggregateKind, ErrorKind, Host, HostCall, Value};

use super::{Answer, argument};
use crate::Model;
use crate::step::Stepper;
use crate::task::Job;

impl Stepper<'_> {
    #[inline(never)]
    pub(super) fn promises(&mut self, call: &HostCall) -> Answer {
        match call.native {
            Host::QueueMicrotask | Host::NextTick => self.queue_job(call),
            Host::PromiseAll => self.combine(call, AggregateKind::All),
            Host::PromiseAllSettled => self.combine(call, AggregateKind::AllSettled),
            Host::PromiseRace => self.combine(call, AggregateKind::Race),
            Host::PromiseAny => self.combine(call, AggregateKind::Any),
            Host::PromiseResolve => {
                let promise = self.promise_of(argument(call, 0));
                Answer::Return(Value::Object(promise))
            }
            Host::PromiseReject => {
                let promise = self.rejected(argument(call, 0));
                Answer::Return(promise)
            }
            Host::PromiseThen => self.call_then(call, argument(call, 0), argument(call, 1)),
            Host::PromiseCatch => self.call_then(call, Value::Undefined, argument(call, 0)),
            Host::PerformThen => {
                let call = HostCall {
                    this: argument(call, 0),
                    ..call.clone()
                };
                self.call_then(&call, argument(&call, 1), argument(&call, 2))
            }
            Host::GrantTurn => self.grant_turn(call),
            _ => self.call_settling_function(call),
        }
    }

    /// `queueMicrotask(callback)` and `process.nextTick(callback, ...arguments)`.
    fn queue_job(&mut self, call: &HostCall) -> Answer {
        let callback = argument(call, 0);
        if !self.world.heap.is_callable(callback) {
            return self.no_callback(callback);
        }
        let is_tick = call.native == Host::NextTick;
        let arguments: Vec<Value> = match is_tick {
            true => call.args.iter().skip(1).copied().collect(),
            false => Vec::new(),
        };
        self.share_call(callback, Value::Undefined, &arguments);
        let task = self.task;
        let job = Job::Call {
            callback,
            this: Value::Undefined,
            arguments,
            derived: None,
            task,
        };
        match self.world.setup.model {
            Model::EventLoop if is_tick => self.world.seldom_mut().ticks.push_back(job),
            Model::EventLoop | Model::Tasks | Model::Threads => self.world.jobs.push_back(job),
        }
        Answer::Return(Value::Undefined)
    }

    /// A call of one of the two functions that an executor gets that counts; `this` is the promise that they settle, and
    /// the `then` of what it is resolved with comes with it.
    fn call_settling_function(&mut self, call: &HostCall) -> Answer {
        let Value::Object(promise) = call.this else {
            return Answer::Return(Value::Undefined);
        };
        match call.native {
            Host::SettleReject => self.reject_promise(promise, argument(call, 0)),
            _ => self.resolve_with(promise, argument(call, 0), argument(call, 1)),
        }
        Answer::Return(Value::Undefined)
    }

    /// `__grantTurn(turn)`: who awaits the promise goes on as soon as whoever calls this has stopped, before any other job.
    fn grant_turn(&mut self, call: &HostCall) -> Answer {
        let waiting = self.world.jobs.len();
        if let Value::Object(turn) = argument(call, 0) {
            self.fulfil(turn, Value::Undefined);
        }
        if self.world.jobs.len() > waiting
            && let Some(job) = self.world.jobs.pop_back()
        {
            self.world.put_job_first(job);
        }
        Answer::Return(Value::Undefined)
    }

    fn call_then(&mut self, call: &HostCall, on_fulfilled: Value, on_rejected: Value) -> Answer {
        match call.this {
            Value::Object(promise) if self.world.heap.as_promise(call.this).is_some() => {
                Answer::Return(self.then(promise, on_fulfilled, on_rejected))
            }
            other => {
                let message = format!(
                    "Method Promise.prototype.then called on incompatible receiver {}",
                    self.short(other)
                );
                self.throw(ErrorKind::TypeError, &message)
            }
        }
    }

    fn combine(&mut self, call: &HostCall, kind: AggregateKind) -> Answer {
        let inputs = argument(call, 0);
        match vm::list_of(&mut self.world.heap, inputs) {
            Some(inputs) => Answer::Return(self.aggregate(kind, &inputs)),
            None => {
                let shown = vm::kind_text(&self.world.heap, &self.world.program, inputs);
                let message = format!("{shown} is not iterable (cannot read property Symbol(Symbol.iterator))");
                let error = self.error(ErrorKind::TypeError, &message);
                Answer::Return(self.rejected(error))
            }
        }
    }
}
