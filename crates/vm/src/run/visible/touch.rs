//! How much of what tasks share a visible operation can touch.
//!
//! Owns the sorting of visible operations by what a search may conclude from the accesses that they report. When in doubt
//! an operation touches more: one sort too high costs states, one too low hides a bug.

use bytecode::{BinaryOp, Op, Reg};

use crate::native::Effect;
use crate::object::IteratorState;
use crate::run::machine::Machine;
use crate::{Native, ObjectKind, Pure, Touch, Value};

impl Machine<'_, '_> {
    /// What an operation that is visible can touch.
    pub(in crate::run) fn touch_of(&self, op: Op) -> Touch {
        match op {
            Op::LoadCell { .. }
            | Op::StoreCell { .. }
            | Op::InitCell { .. }
            | Op::InitCellConst { .. }
            | Op::LoadCapture { .. }
            | Op::StoreCapture { .. }
            | Op::InitCaptureConst { .. }
            | Op::CopyCell { .. }
            | Op::GetProperty { .. }
            | Op::GetPrivate { .. }
            | Op::SetPrivate { .. } => Touch::Reported,
            Op::SetProperty { object, value, .. } => {
                let reports_all =
                    self.reports_writes_of(self.register(object)) && !self.reads_array(self.register(value));
                if reports_all { Touch::Reported } else { Touch::Anything }
            }
            Op::SetElement { object, key, .. } => {
                let reports_all = self.reports_writes_of(self.register(object)) && !self.reads_deep(self.register(key));
                if reports_all { Touch::Reported } else { Touch::Anything }
            }
            Op::GetElement { key, .. } if self.reads_deep(self.register(key)) => Touch::Reads,
            Op::GetElement { .. } => Touch::Reported,
            Op::IteratorNext { iterator, .. } => self.touch_of_next(self.register(iterator)),
            Op::RestElements { iterator, .. } if self.is_open(self.register(iterator)) => Touch::Anything,
            Op::Binary {
                operator: BinaryOp::InstanceOf,
                ..
            } => Touch::Apart,
            Op::Call { base, count, .. } | Op::CallAwaited { base, count, .. } => {
                let args = self.row(base, count);
                self.touch_of_call(self.register(base), self.register(Reg(base.0 + 1)), &args)
            }
            Op::Construct { base, count, .. } => self.touch_of_construct(self.register(base), &self.row(base, count)),
            Op::RestElements { .. }
            | Op::RestProperties { .. }
            | Op::CopyProperties { .. }
            | Op::GetKeys { .. }
            | Op::GetSuper { .. }
            | Op::GetIterator { .. }
            | Op::HasPrivate { .. }
            | Op::DefineElement { .. }
            | Op::ToElementKey { .. }
            | Op::Binary { .. }
            | Op::Unary { .. }
            | Op::LoadGlobal { .. }
            | Op::LoadGlobalName { .. }
            | Op::Await { .. } => Touch::Reads,
            Op::StoreGlobalName { .. }
            | Op::DeleteElement { .. }
            | Op::Return { .. }
            | Op::CallSpread { .. }
            | Op::ConstructSpread { .. }
            | Op::SuperCall { .. }
            | Op::SuperCallSpread { .. }
            | Op::SetSuper { .. }
            | Op::DefineMethod { .. }
            | Op::DefineGetter { .. }
            | Op::DefineSetter { .. }
            | Op::SetPrototype { .. }
            | Op::NewClass { .. }
            | Op::DefinePrivate { .. }
            | Op::Yield { .. }
            | Op::AwaitYield { .. }
            | Op::Throw { .. }
            | Op::IteratorClose { .. }
            | Op::LoadConst { .. }
            | Op::LoadInt { .. }
            | Op::LoadUndefined { .. }
            | Op::LoadNull { .. }
            | Op::LoadBool { .. }
            | Op::LoadUninitialized { .. }
            | Op::LoadThis { .. }
            | Op::Move { .. }
            | Op::CheckInitialized { .. }
            | Op::ThrowConstAssign { .. }
            | Op::NewCell { .. }
            | Op::NewClosure { .. }
            | Op::Jump { .. }
            | Op::JumpIfTrue { .. }
            | Op::JumpIfFalse { .. }
            | Op::JumpIfNullish { .. }
            | Op::JumpIfUndefined { .. }
            | Op::NewObject { .. }
            | Op::NewArray { .. }
            | Op::ArrayAppend { .. }
            | Op::ArrayAppendHole { .. }
            | Op::DefineField { .. }
            | Op::LoadNewTarget { .. }
            | Op::SetFunctionName { .. }
            | Op::CheckThis { .. }
            | Op::CheckNoThis { .. }
            | Op::DerivedReturn { .. }
            | Op::NewPrivateName { .. }
            | Op::CheckIteratorResult { .. }
            | Op::RequireObjectCoercible { .. }
            | Op::GeneratorStart {}
            | Op::CallLibrary { .. } => Touch::Anything,
        }
    }

    /// Whether everything that a write to the value's properties changes is reported as an access to the same place that
    /// readers report. What others inherit they report where they found it, or did not find it; what a function gives its
    /// instances they do not report at all.
    fn reports_writes_of(&self, value: Value) -> bool {
        let heap = &self.context.heap;
        value
            .object()
            .is_some_and(|reference| !heap.object(reference).is_prototype && !heap.is_callable(value))
    }

    fn touch_of_next(&self, iterator: Value) -> Touch {
        let state = iterator
            .object()
            .map(|reference| &self.context.heap.object(reference).kind);
        match state {
            Some(ObjectKind::Iterator(IteratorState::Array { .. })) if !self.is_open(iterator) => Touch::Reported,
            Some(_) | None => Touch::Anything,
        }
    }

    fn touch_of_call(&self, callee: Value, this: Value, args: &[Value]) -> Touch {
        match callee {
            Value::Native(Native::Pure(pure)) => self.touch_of_pure(pure, this, args),
            Value::Native(Native::Host(_)) if args.iter().any(|&arg| self.reads_deep(arg)) => Touch::Reads,
            Value::Native(Native::Host(_)) => Touch::Apart,
            Value::Object(reference) => match self.context.heap.object(reference).kind {
                ObjectKind::ResolveFunction { .. } => Touch::Apart,
                _ => Touch::Anything,
            },
            _ => Touch::Anything,
        }
    }

    fn touch_of_construct(&self, callee: Value, args: &[Value]) -> Touch {
        match callee {
            Value::Native(_) => self.touch_of_call(callee, Value::Undefined, args),
            // What a function gives its instances: see `reports_writes_of`.
            Value::Object(reference) => match self.context.heap.object(reference).kind {
                ObjectKind::Closure { .. } => Touch::Apart,
                _ => Touch::Anything,
            },
            _ => Touch::Anything,
        }
    }

    fn touch_of_pure(&self, pure: Pure, this: Value, args: &[Value]) -> Touch {
        match pure {
            Pure::Date => return Touch::Reads,
            Pure::ObjectCreate
            | Pure::ObjectSetPrototypeOf
            | Pure::ReflectSetPrototypeOf
            | Pure::FunctionCall
            | Pure::FunctionApply => return Touch::Anything,
            _ => {}
        }
        let range = pure.converted_args();
        let mut converted = args.iter().take(range.end).skip(range.start);
        let converts = converted.any(|&arg| self.reads_deep(arg));
        match pure.effect() {
            Effect::Reads | Effect::Writes if self.is_open(this) && !converts && !self.is_iterator(this) => {
                Touch::Reported
            }
            Effect::None | Effect::Reads | Effect::ReadsDeep | Effect::ReadsArgs | Effect::ReadsArgsDeep
                if !self.is_iterator(this) && !args.iter().any(|&arg| self.is_iterator(arg)) =>
            {
                Touch::Reads
            }
            _ => Touch::Anything,
        }
    }

    fn is_iterator(&self, value: Value) -> bool {
        let kind = value
            .object()
            .map(|reference| &self.context.heap.object(reference).kind);
        matches!(
            kind,
            Some(ObjectKind::Iterator(_) | ObjectKind::IteratorRecord { .. } | ObjectKind::Generator(_))
        )
    }
}
