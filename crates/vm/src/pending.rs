//! What is to happen with the result of a frame that an operation or a native pushed in its own middle.
//!
//! Owns the data of such continuations, so that no native ever calls back into the interpreter and a fiber can be
//! cloned, compared and hashed in the middle of a conversion. Carrying them out is the interpreter's.

use std::sync::Arc;

use bytecode::{BinaryOp, Op, Reg, UnaryOp};

use crate::fiber::FrameExit;
use crate::{Hint, ObjectRef, Place, PropertyKey, Pure, Value};

/// A continuation: what is done with the value, and where the outcome of that goes.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Pending {
    pub(crate) step: PendingStep,
    /// What the outcome turns into, once there is one.
    pub(crate) outer: FrameExit,
}

/// What is done with the value.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum PendingStep {
    /// It is an operand of a native, which begins again.
    Native { call: PureCall, place: Place, hint: Hint },
    /// It is the left operand of an operator.
    Left { operator: BinaryOp, right: Value },
    /// It is the right operand of an operator.
    Right { operator: BinaryOp, left: Value },
    /// It is the operand of an operator.
    Unary { operator: UnaryOp },
    /// It is the property key of an operation, which begins again with it.
    Key { op: Op },
    /// It is the property key of `super[key]`, whose object was found before it was converted.
    SuperKey { op: Op, holder: Value },
    /// It is the value that an operation writes, which begins again with it.
    Stored { op: Op },
    /// It is taken as true or false.
    Truth,
    /// It is the `[Symbol.hasInstance]` of `target`, which is asked about `value`.
    HasInstance { value: Value, target: Value },
    /// It is the `prototype` that `value` may inherit from.
    InstancePrototype { value: Value },
    /// It is the `prototype` of a new object that `callee` is to make something of.
    NewPrototype { call: Box<Construction> },
    /// It is what a constructor returned that was to make something of `object`.
    Constructed { object: ObjectRef, new_target: Value },
    /// It is a new object, which inherits from `prototype` from now on unless that is `undefined`.
    Inherit { prototype: Value, new_target: Value },
    /// It is the `prototype` of what the class of an operation extends.
    Heritage { op: Op },
    /// It is a property that is copied; the others follow.
    Copy { copy: Box<Copying> },
    /// It is the `[Symbol.iterator]` of `iterable`, or what it is asked for otherwise.
    IteratorMethod { iterable: Value, register: Option<Reg> },
    /// It is an iterator whose `next` is asked for.
    Iterator,
    /// It is the `next` of `iterator`.
    IteratorNext { iterator: Value },
    /// It is what `next` of an iterator gave.
    StepResult { record: ObjectRef },
    /// It is the `done` of what `next` gave.
    StepDone { record: ObjectRef, result: Value },
    /// It is the `value` of what `next` gave.
    StepValue { record: ObjectRef },
    /// It is the next value for an operation, or the end.
    Stepped { done: Reg },
    /// It is the next value for an array, or the end.
    Collected { record: ObjectRef, array: ObjectRef },
    /// It is the `return` of an iterator that is closed.
    CloseMethod { iterator: Value, is_quiet: bool },
    /// It is what `return` gave.
    Closed { is_quiet: bool },
    /// It is the `then` of a value that a promise is resolved with; if asking for it fails, the promise is rejected.
    Resolve { promise: ObjectRef, value: Value },
    /// It is the promise that is awaited.
    Await,
    /// It is the error that a promise is rejected with.
    Reject { promise: ObjectRef },
    /// It is what the body of a generator returned.
    Generator { generator: ObjectRef },
    /// It is the same, for an operation that steps it: no result object is made.
    GeneratorStep { generator: ObjectRef, record: ObjectRef },
    /// It is the same, for the library: it is told whether it was a result or something to await.
    GeneratorDriver { generator: ObjectRef },
}

/// A call of a pure native with everything that it needs to begin again.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct PureCall {
    pub(crate) native: Pure,
    pub(crate) this: Value,
    pub(crate) args: Vec<Value>,
    pub(crate) new_target: Value,
}

/// A `new` about to happen.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Construction {
    pub(crate) callee: Value,
    pub(crate) args: Vec<Value>,
    pub(crate) new_target: Value,
}

/// Properties that are copied one by one.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Copying {
    pub(crate) target: ObjectRef,
    pub(crate) source: Value,
    pub(crate) keys: Arc<[PropertyKey]>,
    /// The one that is on its way.
    pub(crate) index: u32,
}

impl Pending {
    /// Whether carrying it out reads or writes more than the value itself.
    pub(crate) fn touches_objects(&self) -> bool {
        let touches = match &self.step {
            PendingStep::Left { right: other, .. } | PendingStep::Right { left: other, .. } => other.is_object(),
            PendingStep::Unary { .. }
            | PendingStep::Truth
            | PendingStep::Await
            | PendingStep::Inherit { .. }
            | PendingStep::Constructed { .. }
            | PendingStep::Stepped { .. }
            | PendingStep::Collected { .. }
            | PendingStep::Closed { .. }
            | PendingStep::Generator { .. }
            | PendingStep::GeneratorStep { .. }
            | PendingStep::GeneratorDriver { .. } => false,
            PendingStep::Native { .. }
            | PendingStep::Key { .. }
            | PendingStep::SuperKey { .. }
            | PendingStep::Stored { .. }
            | PendingStep::HasInstance { .. }
            | PendingStep::InstancePrototype { .. }
            | PendingStep::NewPrototype { .. }
            | PendingStep::Heritage { .. }
            | PendingStep::Copy { .. }
            | PendingStep::IteratorMethod { .. }
            | PendingStep::Iterator
            | PendingStep::IteratorNext { .. }
            | PendingStep::StepResult { .. }
            | PendingStep::StepDone { .. }
            | PendingStep::StepValue { .. }
            | PendingStep::Resolve { .. }
            | PendingStep::Reject { .. }
            | PendingStep::CloseMethod { .. } => true,
        };
        touches || matches!(&self.outer, FrameExit::Pending(outer) if outer.touches_objects())
    }

    /// Calls `visit` with every value that it holds.
    pub(crate) fn for_each_value(&self, visit: &mut dyn FnMut(Value)) {
        match &self.step {
            PendingStep::Native { call, .. } => {
                visit(call.this);
                visit(call.new_target);
                call.args.iter().for_each(|&argument| visit(argument));
            }
            PendingStep::NewPrototype { call } => {
                visit(call.callee);
                visit(call.new_target);
                call.args.iter().for_each(|&argument| visit(argument));
            }
            PendingStep::Copy { copy } => {
                visit(Value::Object(copy.target));
                visit(copy.source);
                for key in copy.keys.iter() {
                    if let PropertyKey::Symbol(symbol) = key {
                        visit(Value::Symbol(*symbol));
                    }
                }
            }
            PendingStep::Left { right: value, .. }
            | PendingStep::Right { left: value, .. }
            | PendingStep::InstancePrototype { value }
            | PendingStep::SuperKey { holder: value, .. }
            | PendingStep::IteratorMethod { iterable: value, .. }
            | PendingStep::CloseMethod { iterator: value, .. }
            | PendingStep::IteratorNext { iterator: value } => visit(*value),
            PendingStep::HasInstance { value, target } => [*value, *target].into_iter().for_each(&mut *visit),
            PendingStep::Inherit { prototype, new_target } => {
                [*prototype, *new_target].into_iter().for_each(&mut *visit)
            }
            PendingStep::Constructed { object, new_target } => {
                [Value::Object(*object), *new_target].into_iter().for_each(&mut *visit);
            }
            PendingStep::StepResult { record: object }
            | PendingStep::StepValue { record: object }
            | PendingStep::Reject { promise: object }
            | PendingStep::Generator { generator: object }
            | PendingStep::GeneratorDriver { generator: object } => visit(Value::Object(*object)),
            PendingStep::Resolve { promise, value } => {
                [Value::Object(*promise), *value].into_iter().for_each(&mut *visit)
            }
            PendingStep::StepDone { record, result } => {
                [Value::Object(*record), *result].into_iter().for_each(&mut *visit)
            }
            PendingStep::Collected {
                record: first,
                array: second,
            }
            | PendingStep::GeneratorStep {
                generator: first,
                record: second,
            } => [*first, *second].map(Value::Object).into_iter().for_each(&mut *visit),
            PendingStep::Unary { .. }
            | PendingStep::Key { .. }
            | PendingStep::Stored { .. }
            | PendingStep::Heritage { .. }
            | PendingStep::Truth
            | PendingStep::Await
            | PendingStep::Iterator
            | PendingStep::Stepped { .. }
            | PendingStep::Closed { .. } => {}
        }
        self.outer.for_each_value(visit);
    }
}

impl FrameExit {
    /// Who deals with an error that leaves a frame with this exit before it comes to the caller, and what is made of it
    /// there.
    pub(crate) fn catching(self, error: Value) -> Result<(FrameExit, Value), FrameExit> {
        let mut exit = self;
        loop {
            let FrameExit::Pending(pending) = exit else {
                return Err(exit);
            };
            let Pending { step, outer } = *pending;
            match step {
                // Something was thrown already, and what closing the iterator does is nobody's business.
                PendingStep::CloseMethod { is_quiet: true, .. } | PendingStep::Closed { is_quiet: true } => {
                    return Ok((outer, Value::Undefined));
                }
                PendingStep::Resolve { promise, .. } => {
                    let step = PendingStep::Reject { promise };
                    return Ok((FrameExit::Pending(Box::new(Pending { step, outer })), error));
                }
                _ => exit = outer,
            }
        }
    }
}
