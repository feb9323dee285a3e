//! Awaiting, and calls of the functions that settle a promise (ECMA-262 sections 27.7.5.3 and 27.2.1.3).
//!
//! Owns what is awaited, which of these calls counts, and the reading of `then`, which may be a getter of the program's.
//! What becomes of the promise is up to whoever runs the VM.

use bytecode::{LibraryEntry, Reg};

use crate::error::Outcome;
use crate::fiber::{FiberState, FrameExit};
use crate::pending::{Pending, PendingStep};
use crate::{Halt, Host, ObjectRef, PropertyKey, Then, Value};

use super::call::Invocation;
use super::machine::{Flow, Machine};

impl Machine<'_, '_> {
    /// `await value`. What has to ask the program's code for that, a promise with a `constructor` of its own or a getter
    /// `then`, is made a promise by the library.
    pub(super) fn await_value(&mut self, dest: Reg, value: Value) -> Outcome<Flow> {
        if let Value::Object(object) = value {
            let (heap, program) = (&*self.context.heap, self.context.program);
            let is_known = match heap.as_promise(value) {
                Some(_) => crate::is_plain_promise(heap, program, object),
                None => crate::then_of(heap, program, value) != Then::Unknown,
            };
            if let (false, Some(function)) = (is_known, program.library.entry(LibraryEntry::PromiseToAwait)) {
                let step = PendingStep::Await;
                let outer = FrameExit::Value;
                let exit = FrameExit::Pending(Box::new(Pending { step, outer }));
                return self.call_library(function, Value::Undefined, &[value], dest, exit);
            }
        }
        Ok(self.halt_to_await(dest, FrameExit::Value, value))
    }

    /// Waits for a promise, or for any other value as if it were one.
    pub(super) fn halt_to_await(&mut self, dest: Reg, exit: FrameExit, value: Value) -> Flow {
        self.fiber.state = FiberState::Suspended { dest, exit };
        self.halt(Halt::Await(value))
    }

    /// Calls a resolving function of a promise.
    pub(crate) fn settle(
        &mut self,
        promise: ObjectRef,
        (is_reject, generation): (bool, u32),
        invocation: Invocation,
    ) -> Outcome<Flow> {
        let Invocation { args, dest, exit, .. } = invocation;
        let record = self.context.heap.promise_mut(promise);
        if record.is_resolved() || record.generation != generation {
            return self.complete(exit, dest, Value::Undefined);
        }
        record.is_locked_in = true;
        let value = args.first().copied().unwrap_or(Value::Undefined);
        if is_reject {
            return Ok(self.halt_to_settle(Host::SettleReject, promise, vec![value], dest, exit));
        }
        if !value.is_object() || value == Value::Object(promise) {
            return Ok(self.halt_to_settle(Host::SettleResolve, promise, vec![value], dest, exit));
        }
        let step = PendingStep::Resolve { promise, value };
        let key = PropertyKey::Name(self.context.heap.well_known().then);
        let depth = self.fiber.frames.len();
        match self.read_then(
            value,
            key,
            dest,
            Pending {
                step,
                outer: exit.clone(),
            },
        ) {
            Err(crate::Raise::Throw(error)) if self.fiber.frames.len() == depth => {
                Ok(self.halt_to_settle(Host::SettleReject, promise, vec![error], dest, exit))
            }
            flow => flow,
        }
    }

    /// The promise is resolved with a value whose `then` is known by now.
    pub(super) fn resolve_with(
        &mut self,
        promise: ObjectRef,
        value: Value,
        then: Value,
        dest: Reg,
        exit: FrameExit,
    ) -> Outcome<Flow> {
        Ok(self.halt_to_settle(Host::SettleResolve, promise, vec![value, then], dest, exit))
    }

    /// The promise is rejected, because asking for `then` has failed.
    pub(super) fn reject_with(
        &mut self,
        promise: ObjectRef,
        error: Value,
        dest: Reg,
        exit: FrameExit,
    ) -> Outcome<Flow> {
        Ok(self.halt_to_settle(Host::SettleReject, promise, vec![error], dest, exit))
    }

    fn halt_to_settle(
        &mut self,
        native: Host,
        promise: ObjectRef,
        args: Vec<Value>,
        dest: Reg,
        exit: FrameExit,
    ) -> Flow {
        let invocation = Invocation {
            callee: Value::Undefined,
            this: Value::Object(promise),
            args,
            dest,
            is_awaited: false,
            exit,
        };
        self.halt_for_host(native, invocation, false)
    }
}
