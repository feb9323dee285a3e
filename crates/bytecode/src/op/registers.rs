//! What an operation reads and writes, and where it goes.
//!
//! Owns the operands as dataflow sees them. What an operation does with them is the VM's.

use super::{Op, Reg};
use crate::Pc;

impl Op {
    /// Calls `read` with each register that the operation reads, in no particular order.
    ///
    /// Call-like operations read their whole row.
    pub fn for_each_read(&self, mut read: impl FnMut(Reg)) {
        match *self {
            Op::LoadConst { .. }
            | Op::LoadInt { .. }
            | Op::LoadUndefined { .. }
            | Op::LoadNull { .. }
            | Op::LoadBool { .. }
            | Op::LoadUninitialized { .. }
            | Op::LoadThis { .. }
            | Op::LoadGlobal { .. }
            | Op::ThrowConstAssign { .. }
            | Op::NewCell { .. }
            | Op::LoadCapture { .. }
            | Op::NewClosure { .. }
            | Op::Jump { .. }
            | Op::NewObject { .. }
            | Op::NewArray { .. }
            | Op::LoadNewTarget { .. }
            | Op::LoadGlobalName { .. }
            | Op::NewPrivateName { .. }
            | Op::GeneratorStart {} => {}
            Op::Move { source, .. } | Op::CopyCell { source, .. } => read(source),
            Op::CheckInitialized { value, .. }
            | Op::StoreCapture { value, .. }
            | Op::Unary { value, .. }
            | Op::JumpIfNullish { value, .. }
            | Op::JumpIfUndefined { value, .. }
            | Op::Throw { value }
            | Op::Return { value }
            | Op::Await { value, .. }
            | Op::StoreGlobalName { value, .. }
            | Op::InitCaptureConst { value, .. }
            | Op::CheckIteratorResult { value }
            | Op::RequireObjectCoercible { value, .. }
            | Op::CheckThis { value }
            | Op::CheckNoThis { value }
            | Op::Yield { value, .. }
            | Op::AwaitYield { value, .. } => read(value),
            Op::LoadCell { cell, .. } => read(cell),
            Op::InitCell { cell, value } | Op::InitCellConst { cell, value } | Op::StoreCell { cell, value } => {
                [cell, value].into_iter().for_each(read);
            }
            Op::Binary { left, right, .. } => [left, right].into_iter().for_each(read),
            Op::JumpIfTrue { condition, .. } | Op::JumpIfFalse { condition, .. } => read(condition),
            Op::ArrayAppend { array, value } => [array, value].into_iter().for_each(read),
            Op::ArrayAppendHole { array } => read(array),
            Op::DefineField { object, value, .. } | Op::SetProperty { object, value, .. } => {
                [object, value].into_iter().for_each(read);
            }
            Op::DefineElement { object, key, value } | Op::SetElement { object, key, value } => {
                [object, key, value].into_iter().for_each(read);
            }
            Op::CopyProperties { object, source } => [object, source].into_iter().for_each(read),
            Op::GetProperty { object, .. } | Op::GetKeys { object, .. } => read(object),
            Op::GetElement { object, key, .. }
            | Op::ToElementKey { object, key, .. }
            | Op::DeleteElement { object, key, .. } => {
                [object, key].into_iter().for_each(read);
            }
            Op::RestElements { iterator, .. }
            | Op::IteratorNext { iterator, .. }
            | Op::IteratorClose { iterator, .. } => read(iterator),
            Op::DefineMethod { object, key, value }
            | Op::DefineGetter { object, key, value, .. }
            | Op::DefineSetter { object, key, value, .. }
            | Op::SetPrivate { object, key, value }
            | Op::DefinePrivate { object, key, value, .. } => [object, key, value].into_iter().for_each(read),
            Op::SetFunctionName { function, key, .. } => [function, key].into_iter().for_each(read),
            Op::SetPrototype { object, prototype } => [object, prototype].into_iter().for_each(read),
            Op::NewClass {
                constructor, heritage, ..
            } => [constructor, heritage].into_iter().for_each(read),
            Op::DerivedReturn { value, this, .. } => [value, this].into_iter().for_each(read),
            Op::GetPrivate { object, key, .. } | Op::HasPrivate { object, key, .. } => {
                [object, key].into_iter().for_each(read);
            }
            Op::RestProperties { source, excluded, .. } => [source, excluded].into_iter().for_each(read),
            Op::GetIterator { iterable, .. } => read(iterable),
            Op::Call { base, count, .. }
            | Op::CallAwaited { base, count, .. }
            | Op::Construct { base, count, .. }
            | Op::SuperCall { base, count, .. } => {
                (0..count + 2).for_each(|offset| read(Reg(base.0 + offset)));
            }
            Op::CallSpread { base, .. }
            | Op::GetSuper { base, .. }
            | Op::ConstructSpread { base, .. }
            | Op::SuperCallSpread { base, .. } => {
                (0..3).for_each(|offset| read(Reg(base.0 + offset)));
            }
            Op::SetSuper { base } => (0..4).for_each(|offset| read(Reg(base.0 + offset))),
            Op::CallLibrary { base, count, .. } => {
                (0..u16::from(count)).for_each(|offset| read(Reg(base.0 + offset)));
            }
        }
    }

    /// Calls `write` with each register that the operation writes.
    pub fn for_each_write(&self, mut write: impl FnMut(Reg)) {
        match *self {
            Op::LoadConst { dest, .. }
            | Op::LoadInt { dest, .. }
            | Op::LoadUndefined { dest }
            | Op::LoadNull { dest }
            | Op::LoadBool { dest, .. }
            | Op::LoadUninitialized { dest }
            | Op::LoadThis { dest }
            | Op::LoadGlobal { dest, .. }
            | Op::Move { dest, .. }
            | Op::NewCell { dest, .. }
            | Op::CopyCell { dest, .. }
            | Op::LoadCell { dest, .. }
            | Op::LoadCapture { dest, .. }
            | Op::NewClosure { dest, .. }
            | Op::Binary { dest, .. }
            | Op::Unary { dest, .. }
            | Op::NewObject { dest }
            | Op::NewArray { dest }
            | Op::GetProperty { dest, .. }
            | Op::GetElement { dest, .. }
            | Op::ToElementKey { dest, .. }
            | Op::DeleteElement { dest, .. }
            | Op::RestElements { dest, .. }
            | Op::RestProperties { dest, .. }
            | Op::GetIterator { dest, .. }
            | Op::GetKeys { dest, .. }
            | Op::Call { dest, .. }
            | Op::CallAwaited { dest, .. }
            | Op::CallSpread { dest, .. }
            | Op::Construct { dest, .. }
            | Op::Await { dest, .. }
            | Op::LoadNewTarget { dest }
            | Op::LoadGlobalName { dest, .. }
            | Op::GetSuper { dest, .. }
            | Op::SuperCall { dest, .. }
            | Op::SuperCallSpread { dest, .. }
            | Op::DerivedReturn { dest, .. }
            | Op::NewPrivateName { dest, .. }
            | Op::GetPrivate { dest, .. }
            | Op::HasPrivate { dest, .. }
            | Op::AwaitYield { dest, .. }
            | Op::ConstructSpread { dest, .. }
            | Op::CallLibrary { dest, .. } => write(dest),
            Op::NewClass { prototype, .. } => write(prototype),
            Op::Yield { dest, mode, .. } => [dest, mode].into_iter().for_each(write),
            Op::IteratorNext { dest, done, .. } => [dest, done].into_iter().for_each(write),
            Op::CheckInitialized { .. }
            | Op::ThrowConstAssign { .. }
            | Op::InitCell { .. }
            | Op::InitCellConst { .. }
            | Op::StoreCell { .. }
            | Op::StoreCapture { .. }
            | Op::Jump { .. }
            | Op::JumpIfTrue { .. }
            | Op::JumpIfFalse { .. }
            | Op::JumpIfNullish { .. }
            | Op::JumpIfUndefined { .. }
            | Op::Throw { .. }
            | Op::Return { .. }
            | Op::ArrayAppend { .. }
            | Op::ArrayAppendHole { .. }
            | Op::DefineField { .. }
            | Op::DefineElement { .. }
            | Op::CopyProperties { .. }
            | Op::SetProperty { .. }
            | Op::SetElement { .. }
            | Op::StoreGlobalName { .. }
            | Op::InitCaptureConst { .. }
            | Op::CheckIteratorResult { .. }
            | Op::RequireObjectCoercible { .. }
            | Op::DefineMethod { .. }
            | Op::DefineGetter { .. }
            | Op::DefineSetter { .. }
            | Op::SetFunctionName { .. }
            | Op::SetPrototype { .. }
            | Op::SetSuper { .. }
            | Op::CheckThis { .. }
            | Op::CheckNoThis { .. }
            | Op::SetPrivate { .. }
            | Op::DefinePrivate { .. }
            | Op::GeneratorStart {}
            | Op::IteratorClose { .. } => {}
        }
    }

    /// Where a jump goes, if the operation is one.
    #[must_use]
    pub fn jump_target(&self) -> Option<Pc> {
        match *self {
            Op::Jump { target }
            | Op::JumpIfTrue { target, .. }
            | Op::JumpIfFalse { target, .. }
            | Op::JumpIfNullish { target, .. }
            | Op::JumpIfUndefined { target, .. } => Some(target),
            _ => None,
        }
    }

    /// Whether control can go on at the next operation.
    #[must_use]
    pub fn falls_through(&self) -> bool {
        !matches!(
            self,
            Op::Jump { .. } | Op::Throw { .. } | Op::Return { .. } | Op::ThrowConstAssign { .. }
        )
    }
}
