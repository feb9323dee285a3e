//! What the operations that are executed most do to variables and objects: see `hot`.
//!
//! Owns which of them can be done at once: nobody else can notice, nothing is called and nothing throws. Each returns
//! where to go on, or [`LEFT`] if it has done nothing. What takes longer than a call does is kept out of the loop itself,
//! which has few registers to spare.

use std::sync::Arc;

use bytecode::{Atom, BinaryOp, CaptureSource, Function, FunctionId, Reg};

use crate::native::Role;
use crate::object::Integrity;
use crate::{Flags, Heap, KeyId, NameKey, ObjectKind, ObjectRef, Owner, PropertyKey, Prototype, Value};

use super::arith::numbers;
use super::convert::{strict_equal, to_boolean};
use super::hot::LEFT;
use super::own::PROPERTY_BYTES;

/// What the operations of one frame work on.
pub(super) struct Hot<'a> {
    pub(super) heap: &'a mut Heap,
    pub(super) registers: &'a mut [Value],
    pub(super) captures: &'a Arc<[ObjectRef]>,
    /// Nobody asks about accesses to shared state either.
    pub(super) is_unobserved: bool,
}

impl Hot<'_> {
    #[inline(always)]
    pub(super) fn get(&self, reg: Reg) -> &Value {
        &self.registers[usize::from(reg.0)]
    }

    #[inline(always)]
    pub(super) fn put(&mut self, dest: Reg, value: Value, pc: usize) -> usize {
        self.registers[usize::from(dest.0)] = value;
        pc + 1
    }

    #[inline(always)]
    pub(super) fn done_if(&self, is_done: bool, pc: usize) -> usize {
        if is_done { pc + 1 } else { LEFT }
    }

    #[inline(always)]
    pub(super) fn is_true(&self, reg: Reg) -> bool {
        match self.get(reg) {
            Value::Bool(value) => *value,
            value => to_boolean(self.heap, *value),
        }
    }

    /// An operator where nothing can be called and nothing needs the heap.
    #[inline(always)]
    pub(super) fn binary(&self, operator: BinaryOp, left: Reg, right: Reg) -> Option<Value> {
        let (Value::Number(left), Value::Number(right)) = (self.get(left), self.get(right)) else {
            return self.identity(operator, left, right);
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

    /// Whether two values of any kind are the same.
    #[inline(never)]
    fn identity(&self, operator: BinaryOp, left: Reg, right: Reg) -> Option<Value> {
        let is_equal = match operator {
            BinaryOp::StrictEqual => true,
            BinaryOp::StrictNotEqual => false,
            _ => return None,
        };
        let is_same = strict_equal(self.heap, *self.get(left), *self.get(right));
        Some(Value::Bool(is_same == is_equal))
    }

    /// Whether something may be allocated: when the heap is full or wants a collection, that comes first.
    #[inline(always)]
    fn has_room(&self) -> bool {
        !self.heap.is_full() && !self.heap.wants_collection()
    }

    // Cells

    #[inline(never)]
    pub(super) fn new_cell(&mut self, dest: Reg, name: Atom, pc: usize) -> usize {
        if !self.has_room() {
            return LEFT;
        }
        let cell = self.heap.alloc_cell(Value::Uninitialized, name);
        self.put(dest, Value::Cell(cell), pc)
    }

    #[inline(never)]
    pub(super) fn init_local_cell(&mut self, cell: Reg, value: Reg, is_constant: bool, pc: usize) -> usize {
        let value = *self.get(value);
        match *self.get(cell) {
            Value::Cell(cell) if !self.heap.is_shared(cell) => {
                let content = self.heap.cell_mut(cell);
                content.value = value;
                content.is_constant = is_constant;
                pc + 1
            }
            _ => LEFT,
        }
    }

    #[inline(never)]
    pub(super) fn new_closure(
        &mut self,
        dest: Reg,
        id: FunctionId,
        function: &Function,
        this: Value,
        pc: usize,
    ) -> usize {
        if !self.has_room() {
            return LEFT;
        }
        let captures: Arc<[ObjectRef]> = match &function.captures[..] {
            [] => self.heap.no_captures(),
            sources => {
                let cells = sources.iter().map(|source| match *source {
                    CaptureSource::Local(reg) => match *self.get(reg) {
                        Value::Cell(cell) => cell,
                        other => panic!("{other:?} is captured"),
                    },
                    CaptureSource::Outer(outer) => self.captures[usize::from(outer.0)],
                });
                cells.collect()
            }
        };
        let this = match function.kind.has_lexical_this() {
            true => this,
            false => Value::Undefined,
        };
        let closure = self.heap.alloc_closure(id, captures, this);
        self.put(dest, Value::Object(closure), pc)
    }

    #[inline(always)]
    pub(super) fn load_local_cell(&mut self, dest: Reg, cell: Reg, pc: usize) -> usize {
        match *self.get(cell) {
            Value::Cell(cell) => self.load_cell(dest, cell, pc),
            _ => LEFT,
        }
    }

    #[inline(always)]
    pub(super) fn load_cell(&mut self, dest: Reg, cell: ObjectRef, pc: usize) -> usize {
        let content = self.heap.cell(cell);
        if self.is_unobserved || content.is_constant || !self.heap.is_shared(cell) {
            let value = content.value;
            self.put(dest, value, pc)
        } else {
            LEFT
        }
    }

    #[inline(always)]
    pub(super) fn store_local_cell(&mut self, cell: Reg, value: Reg, pc: usize) -> usize {
        match *self.get(cell) {
            Value::Cell(cell) => self.store_cell(cell, value, pc),
            _ => LEFT,
        }
    }

    #[inline(always)]
    pub(super) fn store_cell(&mut self, cell: ObjectRef, value: Reg, pc: usize) -> usize {
        if self.heap.is_shared(cell) || matches!(self.heap.cell(cell).value, Value::Uninitialized) {
            return LEFT;
        }
        self.heap.cell_mut(cell).value = self.registers[usize::from(value.0)];
        pc + 1
    }

    // Objects of one's own

    /// The object in a register, if reading it is nobody else's business.
    #[inline]
    pub(super) fn readable(&self, object: Reg) -> Option<ObjectRef> {
        match *self.get(object) {
            Value::Object(reference) if self.is_unobserved || !self.heap.is_shared(reference) => Some(reference),
            _ => None,
        }
    }

    /// The object in a register, if nobody else can reach it and anything may be written to it.
    #[inline]
    pub(super) fn writable(&self, object: Reg) -> Option<ObjectRef> {
        match *self.get(object) {
            Value::Object(reference) if !self.heap.is_shared(reference) => {
                let is_free = self.heap.object(reference).integrity == Integrity::Extensible;
                is_free.then_some(reference)
            }
            _ => None,
        }
    }

    #[inline(never)]
    pub(super) fn new_object(&mut self, dest: Reg, pc: usize) -> usize {
        if !self.has_room() {
            return LEFT;
        }
        let object = self.heap.alloc_plain();
        self.put(dest, Value::Object(object), pc)
    }

    /// A property of a literal.
    #[inline(never)]
    pub(super) fn define_field(&mut self, object: Reg, name: KeyId, value: Reg, pc: usize) -> usize {
        let value = *self.get(value);
        let (Some(reference), PropertyKey::Name(name)) = (self.writable(object), self.heap.property_key(name)) else {
            return LEFT;
        };
        if !matches!(self.heap.object(reference).kind, ObjectKind::Plain) {
            return LEFT;
        }
        if self
            .heap
            .object_mut(reference)
            .properties
            .define(name, Flags::ALL, value)
        {
            self.heap.grow(PROPERTY_BYTES);
        }
        pc + 1
    }

    /// A method that a value has because of what it is, while no program has changed anything about it.
    #[inline(never)]
    fn built_in_method(&self, value: Value, name: KeyId) -> Option<Value> {
        let PropertyKey::Name(name) = self.heap.property_key(name) else {
            return None;
        };
        if !self.heap.is_realm_pristine() {
            return None;
        }
        let owner = match value {
            Value::Object(reference) => {
                let object = self.heap.object(reference);
                if object.prototype != Prototype::Default || !object.properties.is_empty() {
                    return None;
                }
                match &object.kind {
                    ObjectKind::Array(_) => Owner::Array,
                    ObjectKind::Promise(promise) if promise.task().is_none() => Owner::Promise,
                    ObjectKind::Map(_) => Owner::Map,
                    ObjectKind::Set(_) => Owner::Set,
                    ObjectKind::Host { class, .. } => class.owner(),
                    _ => return None,
                }
            }
            Value::Native(native) => crate::realm::function_owner(native),
            _ => return None,
        };
        let function = self.heap.keys().member(name, owner)?;
        (self.heap.native_role(function) == Role::Method).then_some(Value::Native(function))
    }

    #[inline(never)]
    pub(super) fn get_private(&mut self, dest: Reg, object: Reg, key: Reg, pc: usize) -> usize {
        let (Some(reference), &Value::Symbol(key)) = (self.readable(object), self.get(key)) else {
            return LEFT;
        };
        match self.heap.object(reference).properties.get(NameKey::of_symbol(key)) {
            Some(value) => self.put(dest, value, pc),
            None => LEFT,
        }
    }

    /// Frozen objects keep their private elements writable.
    #[inline(never)]
    pub(super) fn set_private(&mut self, object: Reg, key: Reg, value: Reg, pc: usize) -> usize {
        let value = *self.get(value);
        let (&Value::Object(reference), &Value::Symbol(key)) = (self.get(object), self.get(key)) else {
            return LEFT;
        };
        let key = NameKey::of_symbol(key);
        let found = self.heap.object(reference).properties.find(key);
        if self.heap.is_shared(reference) || !found.is_some_and(|found| found.flags.is_writable()) {
            return LEFT;
        }
        if let Some(place) = self.heap.object_mut(reference).properties.writable_mut(key) {
            *place = value;
        }
        pc + 1
    }

    #[inline]
    pub(super) fn get_property(&mut self, dest: Reg, object: Reg, name: KeyId, pc: usize) -> usize {
        if let Value::Native(_) = *self.get(object) {
            return match self.built_in_method(*self.get(object), name) {
                Some(method) => self.put(dest, method, pc),
                None => LEFT,
            };
        }
        let Some(reference) = self.readable(object) else {
            return LEFT;
        };
        let PropertyKey::Name(key) = self.heap.property_key(name) else {
            return LEFT;
        };
        let mut holder = reference;
        loop {
            let object = self.heap.object(holder);
            let found = match &object.kind {
                ObjectKind::Array(items) if key == self.heap.well_known().length => {
                    Some(Value::number(items.len() as f64))
                }
                _ => object.properties.get(key),
            };
            if let Some(value) = found {
                return self.put(dest, value, pc);
            }
            // Plain objects have nothing but what is stored: an accessor is found there as well, but not taken.
            match (&object.kind, object.prototype) {
                (ObjectKind::Plain, Prototype::Object(next))
                    if self.is_unobserved && object.properties.find(key).is_none() =>
                {
                    holder = next;
                }
                _ if holder == reference => {
                    return match self.built_in_method(Value::Object(reference), name) {
                        Some(method) => self.put(dest, method, pc),
                        None => LEFT,
                    };
                }
                _ => return LEFT,
            }
        }
    }

    #[inline]
    pub(super) fn set_property(&mut self, object: Reg, name: KeyId, value: Reg, pc: usize) -> usize {
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
    pub(super) fn index(&self, key: Reg) -> Option<usize> {
        let Value::Number(number) = self.get(key) else {
            return None;
        };
        let index = number.get() as u32;
        // Past 2^32 - 2 it is a name rather than an index.
        (f64::from(index) == number.get() && index < u32::MAX).then_some(index as usize)
    }

    #[inline]
    pub(super) fn get_element(&mut self, dest: Reg, object: Reg, key: Reg, pc: usize) -> usize {
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
    pub(super) fn set_element(&mut self, object: Reg, key: Reg, value: Reg, pc: usize) -> usize {
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
