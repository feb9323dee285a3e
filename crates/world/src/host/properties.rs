//! What a program claims of itself: `assert`, `always`, `eventually`, `sometimes`, `critical` and `progress`.
//!
//! Owns reading the arguments and the steps of `critical`. Conditions are evaluated by `property`.

use std::sync::Arc;

use vm::{ErrorKind, Host, HostCall, Value};

use super::{Answer, argument};
use crate::step::Stepper;
use crate::task::ActivityId;
use crate::{EventKind, FailureKind, Model, PropertyKind, TaskId};

impl Stepper<'_> {
    #[inline(never)]
    pub(super) fn claim(&mut self, id: ActivityId, call: &HostCall) -> Answer {
        match call.native {
            Host::Assert => self.assert(id, call),
            Host::Always => self.property(call, PropertyKind::Always),
            Host::Eventually => self.property(call, PropertyKind::Eventually),
            Host::Sometimes => self.property(call, PropertyKind::Sometimes),
            Host::Critical => self.critical(id, call),
            _ => {
                self.emit(EventKind::Progressed);
                Answer::Return(Value::Undefined)
            }
        }
    }

    fn assert(&mut self, id: ActivityId, call: &HostCall) -> Answer {
        if vm::truthy(&self.world.heap, argument(call, 0)) {
            return Answer::Return(Value::Undefined);
        }
        if self.lets_others_fail() && self.world.activity_mut(id).fiber.call_again() {
            return Answer::Halt;
        }
        let message = match argument(call, 1) {
            Value::Undefined => "assertion failed".to_owned(),
            text @ Value::Text(_) => vm::format(&self.world.heap, &self.world.program, &[text]),
            other => self.short(other),
        };
        self.fail(FailureKind::Assertion, message, Vec::new());
        Answer::Stop
    }

    fn property(&mut self, call: &HostCall, kind: PropertyKind) -> Answer {
        let (name, condition) = (argument(call, 0), argument(call, 1));
        if !self.world.heap.is_callable(condition) {
            let message = format!(
                "{kind} takes a name and a function that gives a boolean, not {}",
                self.short(condition)
            );
            return self.throw(ErrorKind::TypeError, &message);
        }
        let name = vm::format(&self.world.heap, &self.world.program, &[name]);
        self.add_property(kind, &name, condition);
        Answer::Return(Value::Undefined)
    }

    /// `critical(name)`: the task halts before it, so that there is a state in which it is about to take it, and takes it
    /// in a step of its own. The event loop switches nowhere but at `await`, so that two never stand there.
    fn critical(&mut self, id: ActivityId, call: &HostCall) -> Answer {
        let name = match argument(call, 0) {
            Value::Undefined => String::new(),
            text @ Value::Text(_) => vm::format(&self.world.heap, &self.world.program, &[text]),
            other => {
                let message = format!("critical takes a name, not {}", self.short(other));
                return self.throw(ErrorKind::TypeError, &message);
            }
        };
        match self.world.setup.model {
            Model::EventLoop => {
                self.emit(EventKind::CriticalEntered { name });
                Answer::Return(Value::Undefined)
            }
            Model::Tasks | Model::Threads => {
                self.world.activity_mut(id).fiber.resume(Value::Undefined);
                self.reach_critical(name)
            }
        }
    }

    fn reach_critical(&mut self, name: String) -> Answer {
        self.emit(EventKind::CriticalReached { name: name.clone() });
        let other = self.world.tasks.iter().enumerate().find(|(index, task)| {
            *index != self.task.0 as usize && task.critical.as_deref().is_some_and(|other| other == name)
        });
        if let Some((index, other)) = other {
            let mut both = [
                (TaskId(index as u32), &other.name),
                (self.task, &self.world.task(self.task).name),
            ];
            both.sort_unstable_by_key(|&(task, _)| task);
            let step = match name.as_str() {
                "" => "the critical step".to_owned(),
                name => format!("the critical step \"{name}\""),
            };
            let message = format!("{} and {} are both about to take {step}", both[0].1, both[1].1);
            self.fail(FailureKind::Breach, message, Vec::new());
            return Answer::Stop;
        }
        self.world.task_mut(self.task).critical = Some(Arc::from(name));
        Answer::Halt
    }

    /// Takes the `critical` that the running lane stands before, if there is one: that is what a thread does in its step.
    pub(crate) fn enter_critical(&mut self) {
        if self.world.task(self.task).critical.is_none() {
            return;
        }
        if let Some(name) = self.world.task_mut(self.task).critical.take() {
            self.emit(EventKind::CriticalEntered { name: name.to_string() });
            if self.world.setup.model == Model::Threads {
                self.budget = 0;
            }
        }
    }
}
