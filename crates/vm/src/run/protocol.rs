//! The iteration protocol (ECMA-262 section 7.4): iterators of the program's own making.
//!
//! Owns GetIterator, IteratorStep and IteratorClose as far as they call the program. How the iterators of built-in
//! iterables move is next door; those that are as they came are stepped without a call.

use bytecode::Reg;

use crate::error::Outcome;
use crate::fiber::FrameExit;
use crate::object::{IteratorState, Object};
use crate::pending::{Pending, PendingStep};
use crate::{ErrorKind, Native, ObjectKind, ObjectRef, PropertyKey, Pure, Raise, Value, WellKnownSymbol};

use super::call::Invocation;
use super::convert::to_boolean;
use super::generator::Resumption;
use super::machine::{Flow, Machine};

impl Machine<'_, '_> {
    /// `dest` becomes the internal iterator over the value in a register.
    pub(crate) fn get_iterator(&mut self, dest: Reg, iterable: Reg) -> Outcome<Flow> {
        let value = self.register(iterable);
        if let Some(iterator) = self.pristine_iterator(value) {
            return self.give(dest, iterator);
        }
        if value.is_nullish() {
            return Err(self.not_iterable(value, Some(iterable)));
        }
        let step = PendingStep::IteratorMethod {
            iterable: value,
            register: Some(iterable),
        };
        let outer = FrameExit::Value;
        let key = PropertyKey::Symbol(WellKnownSymbol::Iterator.reference());
        self.read_then(value, key, dest, Pending { step, outer })
    }

    /// In V8's words, which depend on what it finds in the source at this place.
    fn not_iterable(&mut self, value: Value, register: Option<Reg>) -> Raise {
        let Some(text) = self.access_text() else {
            let shown = register
                .and_then(|register| self.source_text(register))
                .unwrap_or_else(|| crate::short(self.context.heap, self.context.program, value));
            return self.error(ErrorKind::TypeError, &format!("{shown} is not iterable"));
        };
        if text.is_empty() {
            return self.no_iterator(value);
        }
        let message = match (text.strip_prefix("..."), text.strip_suffix("(...)")) {
            (Some(argument), _) if value.is_nullish() => {
                let shown = crate::short(self.context.heap, self.context.program, value);
                format!("{argument} is not iterable (cannot read property {shown})")
            }
            (Some(_), _) => "Spread syntax requires ...iterable[Symbol.iterator] to be a function".to_owned(),
            (None, Some(callee)) => format!("{callee} is not a function or its return value is not iterable"),
            (None, None) => format!("{text} is not iterable"),
        };
        self.error(ErrorKind::TypeError, &message)
    }

    /// The error of iterating over a value of which only its kind is to be told.
    pub(crate) fn no_iterator(&mut self, value: Value) -> Raise {
        let shown = self.kind_text(value);
        let message = format!("{shown} is not iterable (cannot read property Symbol(Symbol.iterator))");
        self.error(ErrorKind::TypeError, &message)
    }

    /// A value in messages that have no words of the source for it: its type, and of primitives the value.
    pub(crate) fn kind_text(&self, value: Value) -> String {
        crate::inspect::kind_text(self.context.heap, self.context.program, value)
    }

    /// Goes on with a protocol in whose middle the program was called.
    pub(super) fn iterate_on(&mut self, pending: Pending, dest: Reg, value: Value) -> Outcome<Flow> {
        let Pending { step, outer } = pending;
        match step {
            PendingStep::IteratorMethod { iterable, register } => {
                if !self.context.heap.is_callable(value) {
                    return Err(self.not_iterable(iterable, register));
                }
                let step = PendingStep::Iterator;
                self.call_then(value, iterable, Vec::new(), dest, Pending { step, outer })
            }
            PendingStep::Iterator => self.take_iterator(value, dest, outer),
            PendingStep::IteratorNext { iterator } => {
                let record = self.new_record(iterator, value);
                self.complete(outer, dest, record)
            }
            PendingStep::StepResult { record } => self.step_result(record, value, dest, outer),
            PendingStep::StepDone { record, result } => self.step_done(record, result, value, dest, outer),
            PendingStep::StepValue { record } => {
                self.set_record_done(record, false);
                self.complete(outer, dest, value)
            }
            PendingStep::Stepped { done } => {
                self.set_register(done, Value::Bool(value == Value::Uninitialized));
                self.complete(outer, dest, super::present(value))
            }
            PendingStep::Collected { record, array } => self.collected(record, array, value, dest, outer),
            PendingStep::CloseMethod { iterator, is_quiet } => self.call_return(iterator, is_quiet, value, dest, outer),
            PendingStep::Closed { is_quiet } => {
                if !is_quiet && !value.is_object() {
                    let shown = crate::short(self.context.heap, self.context.program, value);
                    let message = format!("Iterator result {shown} is not an object");
                    return Err(self.error(ErrorKind::TypeError, &message));
                }
                self.complete(outer, dest, Value::Undefined)
            }
            _ => self.complete(outer, dest, value),
        }
    }

    /// Calls a function and goes on with its result.
    pub(crate) fn call_then(
        &mut self,
        callee: Value,
        this: Value,
        args: Vec<Value>,
        dest: Reg,
        pending: Pending,
    ) -> Outcome<Flow> {
        self.invoke(Invocation {
            callee,
            this,
            args,
            dest,
            is_awaited: false,
            exit: FrameExit::Pending(Box::new(pending)),
        })
    }

    /// What `[Symbol.iterator]()` gave becomes an internal iterator.
    fn take_iterator(&mut self, iterator: Value, dest: Reg, outer: FrameExit) -> Outcome<Flow> {
        if !iterator.is_object() {
            let message = "Result of the Symbol.iterator method is not an object";
            return Err(self.error(ErrorKind::TypeError, message));
        }
        let step = PendingStep::IteratorNext { iterator };
        let key = PropertyKey::Name(self.context.heap.well_known().next);
        self.read_then(iterator, key, dest, Pending { step, outer })
    }

    fn new_record(&mut self, iterator: Value, next: Value) -> Value {
        let record = Object::new(ObjectKind::IteratorRecord {
            iterator,
            next,
            is_done: false,
        });
        Value::Object(self.context.heap.alloc_object(record))
    }

    pub(super) fn set_record_done(&mut self, record: ObjectRef, done: bool) {
        if let ObjectKind::IteratorRecord { is_done, .. } = &mut self.context.heap.object_mut(record).kind {
            *is_done = done;
        }
    }

    // Stepping

    /// `dest` becomes the next value of the internal iterator in a register, and `done` says whether there is one.
    pub(crate) fn iterator_next(&mut self, dest: Reg, done: Reg, iterator: Reg) -> Outcome<Flow> {
        let Value::Object(reference) = self.register(iterator) else {
            self.set_register(done, Value::Bool(true));
            return self.give(dest, Value::Undefined);
        };
        if let ObjectKind::IteratorRecord { .. } = self.context.heap.object(reference).kind {
            let step = PendingStep::Stepped { done };
            let outer = FrameExit::Pending(Box::new(Pending {
                step,
                outer: FrameExit::Value,
            }));
            return self.step_record(reference, dest, outer);
        }
        match self.iterator_step(reference) {
            Ok(next) => {
                self.set_register(done, Value::Bool(next.is_none()));
                self.give(dest, next.unwrap_or(Value::Undefined))
            }
            Err(Raise::Library) => self.read_element(reference, dest, done),
            Err(raise) => Err(raise),
        }
    }

    /// Steps over an array whose next element is read with a getter of the program's.
    fn read_element(&mut self, iterator: ObjectRef, dest: Reg, done: Reg) -> Outcome<Flow> {
        let ObjectKind::Iterator(IteratorState::Array { array, index, .. }) =
            &mut self.context.heap.object_mut(iterator).kind
        else {
            return Err(Raise::Library);
        };
        let (array, key) = (Value::Object(*array), PropertyKey::Index(*index));
        *index += 1;
        let step = PendingStep::Stepped { done };
        let outer = FrameExit::Value;
        self.read_then(array, key, dest, Pending { step, outer })
    }

    /// Moves an iterator with its `next`; what `exit` gets is uninitialised at the end.
    fn step_record(&mut self, record: ObjectRef, dest: Reg, exit: FrameExit) -> Outcome<Flow> {
        let ObjectKind::IteratorRecord {
            iterator,
            next,
            is_done,
        } = self.context.heap.object(record).kind
        else {
            return self.complete(exit, dest, Value::Uninitialized);
        };
        if is_done {
            return self.complete(exit, dest, Value::Uninitialized);
        }
        // Should the step fail, the iterator is done.
        self.set_record_done(record, true);
        if next == Value::Native(Native::Pure(Pure::GeneratorNext))
            && let Some((generator, content)) = self.as_generator(iterator)
            && !content.is_async
        {
            let step = PendingStep::GeneratorStep { generator, record };
            let pending = Pending { step, outer: exit };
            return self.resume_generator(generator, (Resumption::Next, Value::Undefined), dest, pending);
        }
        if let Value::Object(reference) = iterator
            && self.is_next_of(next, reference)
        {
            let value = self.iterator_step(reference)?;
            self.set_record_done(record, value.is_none());
            return self.complete(exit, dest, value.unwrap_or(Value::Uninitialized));
        }
        if !self.context.heap.is_callable(next) {
            let shown = crate::short(self.context.heap, self.context.program, next);
            return Err(self.error(ErrorKind::TypeError, &format!("{shown} is not a function")));
        }
        let step = PendingStep::StepResult { record };
        self.call_then(next, iterator, Vec::new(), dest, Pending { step, outer: exit })
    }

    fn step_result(&mut self, record: ObjectRef, result: Value, dest: Reg, outer: FrameExit) -> Outcome<Flow> {
        if !result.is_object() {
            let shown = crate::short(self.context.heap, self.context.program, result);
            let message = format!("Iterator result {shown} is not an object");
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        let step = PendingStep::StepDone { record, result };
        let key = PropertyKey::Name(self.context.heap.well_known().done);
        self.read_then(result, key, dest, Pending { step, outer })
    }

    fn step_done(
        &mut self,
        record: ObjectRef,
        result: Value,
        done: Value,
        dest: Reg,
        outer: FrameExit,
    ) -> Outcome<Flow> {
        if to_boolean(self.context.heap, done) {
            return self.complete(outer, dest, Value::Uninitialized);
        }
        let step = PendingStep::StepValue { record };
        let key = PropertyKey::Name(self.context.heap.well_known().value);
        self.read_then(result, key, dest, Pending { step, outer })
    }

    // Collecting

    /// `dest` becomes an array of everything that the internal iterator in a register still gives.
    pub(crate) fn rest_elements(&mut self, dest: Reg, iterator: Reg) -> Outcome<Flow> {
        let Value::Object(reference) = self.register(iterator) else {
            let array = self.context.heap.alloc_array(Vec::new());
            return self.give(dest, Value::Object(array));
        };
        if let ObjectKind::IteratorRecord { .. } = self.context.heap.object(reference).kind {
            let array = self.context.heap.alloc_array(Vec::new());
            return self.collect_next(reference, array, dest, FrameExit::Value);
        }
        let items = self.drain(reference)?;
        let array = self.context.heap.alloc_array(items);
        self.give(dest, Value::Object(array))
    }

    fn collect_next(&mut self, record: ObjectRef, array: ObjectRef, dest: Reg, outer: FrameExit) -> Outcome<Flow> {
        let step = PendingStep::Collected { record, array };
        let exit = FrameExit::Pending(Box::new(Pending { step, outer }));
        self.step_record(record, dest, exit)
    }

    fn collected(
        &mut self,
        record: ObjectRef,
        array: ObjectRef,
        value: Value,
        dest: Reg,
        outer: FrameExit,
    ) -> Outcome<Flow> {
        if value == Value::Uninitialized {
            return self.complete(outer, dest, Value::Object(array));
        }
        if let ObjectKind::Array(items) = &mut self.context.heap.object_mut(array).kind {
            items.push_back(value);
            let len = items.len();
            self.context.heap.grow(16);
            self.context.heap.check_array_len(len)?;
        }
        self.collect_next(record, array, dest, outer)
    }

    // Closing

    /// IteratorClose. If `is_quiet`, something was thrown already and what `return` does is nobody's business.
    pub(crate) fn iterator_close(&mut self, iterator: Reg, is_quiet: bool) -> Outcome<Flow> {
        let Value::Object(reference) = self.register(iterator) else {
            return Ok(Flow::Next);
        };
        let iterator = match &self.context.heap.object(reference).kind {
            ObjectKind::IteratorRecord { is_done: true, .. } => return Ok(Flow::Next),
            ObjectKind::IteratorRecord { iterator, .. } => *iterator,
            ObjectKind::Iterator(_) => Value::Object(reference),
            _ => return Ok(Flow::Next),
        };
        self.set_record_done(reference, true);
        let depth = self.fiber.frames.len();
        let step = PendingStep::CloseMethod { iterator, is_quiet };
        let key = PropertyKey::Name(self.context.heap.well_known().return_);
        let pending = Pending {
            step,
            outer: FrameExit::Discard,
        };
        let flow = self.read_then(iterator, key, Reg(0), pending);
        self.hush(flow, is_quiet, depth)
    }

    /// Drops an error if nobody is to hear of it.
    fn hush(&mut self, flow: Outcome<Flow>, is_quiet: bool, depth: usize) -> Outcome<Flow> {
        match flow {
            // Once there is a frame, unwinding it finds the continuation.
            Err(Raise::Throw(_)) if is_quiet && self.fiber.frames.len() == depth => Ok(Flow::Next),
            flow => flow,
        }
    }

    fn call_return(
        &mut self,
        iterator: Value,
        is_quiet: bool,
        method: Value,
        dest: Reg,
        outer: FrameExit,
    ) -> Outcome<Flow> {
        if method.is_nullish() {
            return self.complete(outer, dest, Value::Undefined);
        }
        if !self.context.heap.is_callable(method) {
            if is_quiet {
                return self.complete(outer, dest, Value::Undefined);
            }
            let shown = crate::short(self.context.heap, self.context.program, method);
            return Err(self.error(ErrorKind::TypeError, &format!("{shown} is not a function")));
        }
        let depth = self.fiber.frames.len();
        let step = PendingStep::Closed { is_quiet };
        let flow = self.call_then(method, iterator, Vec::new(), dest, Pending { step, outer });
        self.hush(flow, is_quiet, depth)
    }
}
