//! The operations that are executed most, without looking left or right.
//!
//! Owns a loop over operations that concern nobody but the frame: no access that another task could notice, nothing
//! that allocates, calls or throws. Whatever is not certain to be that is left to the careful path, untouched.
//!
//! Values are looked at where they stand. Copying one out of its register before its kind is known reads both words of
//! it at once, right after they were written one by one, which processors are slow at.

use std::sync::Arc;

use bytecode::{BinaryOp, Op, Pc, Reg};

use crate::object::Integrity;
use crate::{Heap, KeyId, ObjectKind, ObjectRef, PropertyKey, Prototype, Switch, Value};

use super::arith::numbers;
use super::convert::to_boolean;
use super::machine::Machine;

/// What the operations of one frame work on.
struct Hot<'a> {
    heap: &'a mut Heap,
    registers: &'a mut [Value],
    captures: &'a Arc<[ObjectRef]>,
    /// Nobody asks about accesses to shared state either.
    is_unobserved: bool,
}

impl Machine<'_, '_> {
    /// Executes operations that concern nobody but the frame, until there is one that may.
    #[inline]
    pub(super) fn run_hot(&mut self) {
        if self.context.switch == Switch::Statement {
            return;
        }
        let Some(frame) = self.fiber.frames.last_mut() else {
            return;
        };
        let ops = &self.context.program.function(frame.function).ops[..];
        let mut hot = Hot {
            is_unobserved: self.context.switch == Switch::Never && !self.context.record,
            heap: &mut *self.context.heap,
            registers: &mut self.fiber.registers[frame.base as usize..],
            captures: &frame.captures,
        };
        let mut pc = frame.pc as usize;
        let mut fuel = *self.context.fuel;
        while fuel > 0 {
            let Some(&op) = ops.get(pc) else { break };
            let next = match op {
                Op::LoadConst { dest, constant } => hot.put(dest, hot.heap.constant(constant.0), pc),
                Op::LoadInt { dest, value } => hot.put(dest, Value::number(f64::from(value)), pc),
                Op::LoadUndefined { dest } => hot.put(dest, Value::Undefined, pc),
                Op::LoadNull { dest } => hot.put(dest, Value::Null, pc),
                Op::LoadBool { dest, value } => hot.put(dest, Value::Bool(value), pc),
                Op::LoadUninitialized { dest } => hot.put(dest, Value::Uninitialized, pc),
                Op::LoadThis { dest } => hot.put(dest, frame.this, pc),
                Op::LoadGlobal { dest, global } if hot.heap.is_realm_pristine() => {
                    hot.put(dest, hot.heap.global(global), pc)
                }
                Op::LoadGlobal { .. } => LEFT,
                Op::Move { dest, source } => hot.put(dest, *hot.get(source), pc),
                Op::CheckInitialized { value, .. } => hot.done_if(!matches!(hot.get(value), Value::Uninitialized), pc),
                Op::LoadCell { dest, cell } => hot.load_local_cell(dest, cell, pc),
                Op::LoadCapture { dest, capture } => hot.load_cell(dest, hot.captures[usize::from(capture.0)], pc),
                Op::StoreCell { cell, value } => hot.store_local_cell(cell, value, pc),
                Op::StoreCapture { capture, value } => hot.store_cell(hot.captures[usize::from(capture.0)], value, pc),
                Op::Binary {
                    operator,
                    dest,
                    left,
                    right,
                } => match hot.binary(operator, left, right) {
                    Some(value) => {
                        hot.registers[usize::from(dest.0)] = value;
                        // A comparison is nearly always made for the jump after it.
                        match (value, ops.get(pc + 1)) {
                            (Value::Bool(is_true), Some(&Op::JumpIfFalse { condition, target }))
                                if condition == dest && fuel > 1 =>
                            {
                                fuel -= 1;
                                if is_true { pc + 2 } else { target.0 as usize }
                            }
                            _ => pc + 1,
                        }
                    }
                    None => LEFT,
                },
                Op::Jump { target } => target.0 as usize,
                Op::JumpIfTrue { condition, target } => branch(hot.is_true(condition), target, pc),
                Op::JumpIfFalse { condition, target } => branch(!hot.is_true(condition), target, pc),
                Op::JumpIfNullish { value, target } => branch(hot.get(value).is_nullish(), target, pc),
                Op::JumpIfUndefined { value, target } => branch(matches!(hot.get(value), Value::Undefined), target, pc),
                Op::GetProperty { dest, object, name } => hot.get_property(dest, object, KeyId::from(name), pc),
                Op::SetProperty { object, name, value } => hot.set_property(object, KeyId::from(name), value, pc),
                Op::GetElement { dest, object, key } => hot.get_element(dest, object, key, pc),
                Op::SetElement { object, key, value } => hot.set_element(object, key, value, pc),
                Op::ToElementKey { dest, object, key } => match (*hot.get(object), *hot.get(key)) {
                    (Value::Object(_), key @ (Value::Number(_) | Value::Text(_))) => hot.put(dest, key, pc),
                    _ => LEFT,
                },
                Op::CheckThis { value } => hot.done_if(!matches!(hot.get(value), Value::Uninitialized), pc),
                Op::RequireObjectCoercible { value, .. } => hot.done_if(!hot.get(value).is_nullish(), pc),
                Op::Unary { .. }
                | Op::ThrowConstAssign { .. }
                | Op::NewCell { .. }
                | Op::CopyCell { .. }
                | Op::InitCell { .. }
                | Op::InitCellConst { .. }
                | Op::NewClosure { .. }
                | Op::Throw { .. }
                | Op::Return { .. }
                | Op::NewObject { .. }
                | Op::NewArray { .. }
                | Op::ArrayAppend { .. }
                | Op::ArrayAppendHole { .. }
                | Op::DefineField { .. }
                | Op::DefineElement { .. }
                | Op::CopyProperties { .. }
                | Op::DeleteElement { .. }
                | Op::RestElements { .. }
                | Op::RestProperties { .. }
                | Op::GetIterator { .. }
                | Op::IteratorNext { .. }
                | Op::GetKeys { .. }
                | Op::Call { .. }
                | Op::CallAwaited { .. }
                | Op::CallSpread { .. }
                | Op::Construct { .. }
                | Op::LoadNewTarget { .. }
                | Op::LoadGlobalName { .. }
                | Op::StoreGlobalName { .. }
                | Op::DefineMethod { .. }
                | Op::DefineGetter { .. }
                | Op::DefineSetter { .. }
                | Op::SetFunctionName { .. }
                | Op::SetPrototype { .. }
                | Op::NewClass { .. }
                | Op::GetSuper { .. }
                | Op::SetSuper { .. }
                | Op::SuperCall { .. }
                | Op::SuperCallSpread { .. }
                | Op::CheckNoThis { .. }
                | Op::DerivedReturn { .. }
                | Op::NewPrivateName { .. }
                | Op::GetPrivate { .. }
                | Op::SetPrivate { .. }
                | Op::DefinePrivate { .. }
                | Op::HasPrivate { .. }
                | Op::InitCaptureConst { .. }
                | Op::CheckIteratorResult { .. }
                | Op::GeneratorStart {}
                | Op::Yield { .. }
                | Op::AwaitYield { .. }
                | Op::IteratorClose { .. }
                | Op::ConstructSpread { .. }
                | Op::CallLibrary { .. }
                | Op::Await { .. } => LEFT,
            };
            if next == LEFT {
                break;
            }
            pc = next;
            fuel -= 1;
        }
        frame.pc = pc as u32;
        *self.context.fuel = fuel;
    }
}

/// No place in a function: the operation is left to the careful path.
const LEFT: usize = usize::MAX;

#[inline(always)]
fn branch(is_taken: bool, target: Pc, pc: usize) -> usize {
    if is_taken { target.0 as usize } else { pc + 1 }
}

/// Each operation returns where to go on, or [`LEFT`].
impl Hot<'_> {
    #[inline(always)]
    fn get(&self, reg: Reg) -> &Value {
        &self.registers[usize::from(reg.0)]
    }

    #[inline(always)]
    fn put(&mut self, dest: Reg, value: Value, pc: usize) -> usize {
        self.registers[usize::from(dest.0)] = value;
        pc + 1
    }

    #[inline(always)]
    fn done_if(&self, is_done: bool, pc: usize) -> usize {
        if is_done { pc + 1 } else { LEFT }
    }

    #[inline(always)]
    fn is_true(&self, reg: Reg) -> bool {
        match self.get(reg) {
            Value::Bool(value) => *value,
            value => to_boolean(self.heap, *value),
        }
    }

    /// An operator where nothing can be called and nothing needs the heap.
    #[inline(always)]
    fn binary(&self, operator: BinaryOp, left: Reg, right: Reg) -> Option<Value> {
        let (Value::Number(left), Value::Number(right)) = (self.get(left), self.get(right)) else {
            return None;
        };
        let (left, right) = (left.get(), right.get());
        match operator {
            BinaryOp::Add => Some(Value::number(left + right)),
            BinaryOp::Sub => Some(Value::number(left - right)),
            BinaryOp::Mul => Some(Value::number(left * right)),
            BinaryOp::Less => Some(Value::Bool(left < right)),
            BinaryOp::LessEqual => Some(Value::Bool(left <= right)),
            BinaryOp::Greater => Some(Value::Bool(left > right)),
            BinaryOp::GreaterEqual => Some(Value::Bool(left >= right)),
            BinaryOp::StrictEqual => Some(Value::Bool(left == right)),
            BinaryOp::StrictNotEqual => Some(Value::Bool(left != right)),
            BinaryOp::Div
            | BinaryOp::Rem
            | BinaryOp::Exp
            | BinaryOp::BitAnd
            | BinaryOp::BitOr
            | BinaryOp::BitXor
            | BinaryOp::ShiftLeft
            | BinaryOp::ShiftRight
            | BinaryOp::ShiftRightUnsigned
            | BinaryOp::Equal
            | BinaryOp::NotEqual
            | BinaryOp::In
            | BinaryOp::InstanceOf => numbers(operator, left, right),
        }
    }

    // Cells

    #[inline(always)]
    fn load_local_cell(&mut self, dest: Reg, cell: Reg, pc: usize) -> usize {
        match *self.get(cell) {
            Value::Cell(cell) => self.load_cell(dest, cell, pc),
            _ => LEFT,
        }
    }

    #[inline(always)]
    fn load_cell(&mut self, dest: Reg, cell: ObjectRef, pc: usize) -> usize {
        let content = self.heap.cell(cell);
        if self.is_unobserved || content.is_constant || !self.heap.is_shared(cell) {
            let value = content.value;
            self.put(dest, value, pc)
        } else {
            LEFT
        }
    }

    #[inline(always)]
    fn store_local_cell(&mut self, cell: Reg, value: Reg, pc: usize) -> usize {
        match *self.get(cell) {
            Value::Cell(cell) => self.store_cell(cell, value, pc),
            _ => LEFT,
        }
    }

    #[inline(always)]
    fn store_cell(&mut self, cell: ObjectRef, value: Reg, pc: usize) -> usize {
        if self.heap.is_shared(cell) || matches!(self.heap.cell(cell).value, Value::Uninitialized) {
            return LEFT;
        }
        self.heap.cell_mut(cell).value = self.registers[usize::from(value.0)];
        pc + 1
    }

    // Objects of one's own

    /// The object in a register, if reading it is nobody else's business.
    #[inline]
    fn readable(&self, object: Reg) -> Option<ObjectRef> {
        match *self.get(object) {
            Value::Object(reference) if self.is_unobserved || !self.heap.is_shared(reference) => Some(reference),
            _ => None,
        }
    }

    /// The object in a register, if nobody else can reach it and anything may be written to it.
    #[inline]
    fn writable(&self, object: Reg) -> Option<ObjectRef> {
        match *self.get(object) {
            Value::Object(reference) if !self.heap.is_shared(reference) => {
                let is_free = self.heap.object(reference).integrity == Integrity::Extensible;
                is_free.then_some(reference)
            }
            _ => None,
        }
    }

    #[inline]
    fn get_property(&mut self, dest: Reg, object: Reg, name: KeyId, pc: usize) -> usize {
        let Some(reference) = self.readable(object) else {
            return LEFT;
        };
        let PropertyKey::Name(name) = self.heap.property_key(name) else {
            return LEFT;
        };
        let mut holder = reference;
        loop {
            let object = self.heap.object(holder);
            let found = match &object.kind {
                ObjectKind::Array(items) if name == self.heap.well_known().length => {
                    Some(Value::number(items.len() as f64))
                }
                _ => object.properties.get(name),
            };
            if let Some(value) = found {
                return self.put(dest, value, pc);
            }
            // Plain objects have nothing but what is stored: an accessor is found there as well, but not taken.
            match (&object.kind, object.prototype) {
                (ObjectKind::Plain, Prototype::Object(next))
                    if self.is_unobserved && object.properties.find(name).is_none() =>
                {
                    holder = next;
                }
                _ => return LEFT,
            }
        }
    }

    #[inline]
    fn set_property(&mut self, object: Reg, name: KeyId, value: Reg, pc: usize) -> usize {
        let Some(reference) = self.writable(object) else {
            return LEFT;
        };
        let PropertyKey::Name(name) = self.heap.property_key(name) else {
            return LEFT;
        };
        let object = self.heap.object(reference);
        // A new property takes room in the heap, which the careful path accounts for.
        let is_writable = object
            .properties
            .find(name)
            .is_some_and(|found| found.flags.is_writable());
        if !matches!(object.kind, ObjectKind::Plain) || !is_writable {
            return LEFT;
        }
        let value = *self.get(value);
        if let Some(place) = self.heap.object_mut(reference).properties.writable_mut(name) {
            *place = value;
        }
        pc + 1
    }

    /// The index that a register holds.
    #[inline]
    fn index(&self, key: Reg) -> Option<usize> {
        let Value::Number(number) = self.get(key) else {
            return None;
        };
        let index = number.get() as u32;
        // Past 2^32 - 2 it is a name rather than an index.
        (f64::from(index) == number.get() && index < u32::MAX).then_some(index as usize)
    }

    #[inline]
    fn get_element(&mut self, dest: Reg, object: Reg, key: Reg, pc: usize) -> usize {
        let (Some(reference), Some(index)) = (self.readable(object), self.index(key)) else {
            return LEFT;
        };
        let ObjectKind::Array(items) = &self.heap.object(reference).kind else {
            return LEFT;
        };
        match items.get(index) {
            Some(Value::Uninitialized) | None => LEFT,
            Some(&value) => self.put(dest, value, pc),
        }
    }

    #[inline]
    fn set_element(&mut self, object: Reg, key: Reg, value: Reg, pc: usize) -> usize {
        let (Some(reference), Some(index)) = (self.writable(object), self.index(key)) else {
            return LEFT;
        };
        let value = *self.get(value);
        let ObjectKind::Array(items) = &self.heap.object(reference).kind else {
            return LEFT;
        };
        // In place of a hole there may be a property with attributes of its own, or an inherited setter.
        if matches!(items.get(index), Some(Value::Uninitialized) | None) {
            return LEFT;
        }
        if let ObjectKind::Array(items) = &mut self.heap.object_mut(reference).kind {
            items[index] = value;
        }
        pc + 1
    }
}
