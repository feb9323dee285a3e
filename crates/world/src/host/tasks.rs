//! `spawn` and tasks.

use vm::{ErrorKind, Fiber, Host, HostCall, Value};

use super::{Answer, argument};
use crate::TaskId;
use crate::calls::LaneTerms;
use crate::step::Stepper;
use crate::task::Progress;

impl Stepper<'_> {
    #[inline(never)]
    pub(super) fn tasks(&mut self, call: &HostCall) -> Answer {
        match call.native {
            Host::Spawn => self.spawn(call),
            Host::TaskName => match self.task_of(call.this) {
                Some(task) => {
                    let name = self.world.task(task).name.clone();
                    Answer::Return(self.world.heap.alloc_str(&name))
                }
                None => Answer::Return(Value::Undefined),
            },
            Host::TaskDone => {
                let is_done = self
                    .task_of(call.this)
                    .map(|task| self.world.task(task).progress != Progress::Going);
                Answer::Return(is_done.map_or(Value::Undefined, Value::Bool))
            }
            _ => self.cancel_task(call),
        }
    }

    pub(crate) fn task_of(&self, value: Value) -> Option<TaskId> {
        match self.world.heap.as_promise(value)?.origin {
            vm::Origin::Task(task) => Some(TaskId(task)),
            vm::Origin::None
            | vm::Origin::Call(_)
            | vm::Origin::Timer { .. }
            | vm::Origin::Host { .. }
            | vm::Origin::Io
            | vm::Origin::Aggregate { .. } => None,
        }
    }

    fn spawn(&mut self, call: &HostCall) -> Answer {
        let (name, function, options) = match argument(call, 0) {
            name @ Value::Text(_) => (Some(name), argument(call, 1), argument(call, 2)),
            function => (None, function, Value::Undefined),
        };
        if !self.world.heap.is_callable(function) {
            let message = format!("spawn takes a function to run, not {}", self.short(function));
            return self.throw(ErrorKind::TypeError, &message);
        }
        let name = match name.and_then(|name| self.world.heap.as_text(name)) {
            Some(text) => text.to_display(),
            None => self.lane_name(function, &[]),
        };
        let terms = match self.lane_terms(options) {
            Ok(terms) => terms,
            Err(message) => return self.throw(ErrorKind::RangeError, &message),
        };
        let fiber = match Fiber::call(
            &mut self.world.heap,
            &self.world.program,
            function,
            Value::Undefined,
            &[],
        ) {
            Ok(fiber) => fiber,
            Err(thrown) => return Answer::Throw(thrown.0),
        };
        self.share_call(function, Value::Undefined, &[]);
        let Some((body, promise)) = self.new_lane(fiber, name, terms) else {
            return Answer::Stop;
        };
        self.world.make_ready(body);
        Answer::Return(promise)
    }

    fn lane_terms(&self, options: Value) -> Result<LaneTerms, String> {
        let priority = match self.option(options, "priority") {
            Value::Undefined => None,
            given => {
                let number = self.integer("spawn: the priority", given)?;
                let fits = i32::try_from(number);
                Some(fits.map_err(|_| format!("spawn: the priority must fit in 32 bits, not {number}"))?)
            }
        };
        Ok(LaneTerms {
            is_daemon: vm::truthy(&self.world.heap, self.option(options, "daemon")),
            priority,
            is_call: false,
        })
    }
}
