//! What is to happen with the result of a frame that an operation or a native pushed in its own middle.
//!
//! Owns the data of such continuations, so that no native ever calls back into the interpreter and a fiber can be
//! cloned, compared and hashed in the middle of a conversion. Carrying them out is the interpreter's.

use bytecode::BinaryOp;

use crate::fiber::FrameExit;
use crate::{Place, Pure, Value};

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
    Native { call: PureCall, place: Place },
    /// It is the left operand of an operator.
    Left { operator: BinaryOp, right: Value },
    /// It is the right operand of an operator.
    Right { operator: BinaryOp, left: Value },
    /// It is the operand of an operator.
    Unary { operator: bytecode::UnaryOp },
    /// It is taken as true or false.
    Truth,
}

/// A call of a pure native with everything that it needs to begin again.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct PureCall {
    pub(crate) native: Pure,
    pub(crate) this: Value,
    pub(crate) args: Vec<Value>,
    pub(crate) new_target: Value,
}

impl Pending {
    /// Whether carrying it out reads or writes more than the value itself.
    pub(crate) fn touches_objects(&self) -> bool {
        let is_object = |value: &Value| value.is_object();
        let touches = match &self.step {
            PendingStep::Native { .. } => true,
            PendingStep::Left { right: other, .. } | PendingStep::Right { left: other, .. } => is_object(other),
            PendingStep::Unary { .. } | PendingStep::Truth => false,
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
            PendingStep::Left { right: other, .. } | PendingStep::Right { left: other, .. } => visit(*other),
            PendingStep::Unary { .. } | PendingStep::Truth => {}
        }
        self.outer.for_each_value(visit);
    }
}
