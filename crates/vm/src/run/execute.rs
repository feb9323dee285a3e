//! One operation at a time.
//!
//! Owns which function executes which operation, and the small ones themselves.

use std::sync::Arc;

use bytecode::{Atom, CaptureSource, FunctionId, Op, Pc, Reg};

use crate::error::Outcome;
use crate::fiber::FrameExit;
use crate::pending::{Pending, PendingStep};
use crate::{ErrorKind, Flags, KeyId, ObjectKind, ObjectRef, PropertyKey, Raise, Value};

use super::convert::to_boolean;
use super::machine::{Flow, Machine};

impl Machine<'_, '_> {
    pub(crate) fn execute(&mut self, op: Op) -> Outcome<Flow> {
        match op {
            Op::LoadConst { dest, constant } => self.give(dest, self.context.heap.constant(constant.0)),
            Op::LoadInt { dest, value } => self.give(dest, Value::number(f64::from(value))),
            Op::LoadUndefined { dest } => self.give(dest, Value::Undefined),
            Op::LoadNull { dest } => self.give(dest, Value::Null),
            Op::LoadBool { dest, value } => self.give(dest, Value::Bool(value)),
            Op::LoadUninitialized { dest } => self.give(dest, Value::Uninitialized),
            Op::LoadThis { dest } => self.give(dest, self.fiber.frames.last().map_or(Value::Undefined, |at| at.this)),
            Op::LoadGlobal { dest, global } => self.load_global(dest, global),
            Op::Move { dest, source } => self.give(dest, self.register(source)),
            Op::CheckInitialized { value, name } => self.check_initialized(value, name),
            Op::ThrowConstAssign { .. } => Err(self.error(ErrorKind::TypeError, "Assignment to constant variable.")),
            Op::NewCell { dest, name } => {
                let cell = self.context.heap.alloc_cell(Value::Uninitialized, name);
                self.give(dest, Value::Cell(cell))
            }
            Op::CopyCell { dest, source } => self.copy_cell(dest, source),
            Op::InitCell { cell, value } => self.init_cell(cell, value, false),
            Op::InitCellConst { cell, value } => self.init_cell(cell, value, true),
            Op::InitCaptureConst { capture, value } => self.init_captured(self.captured(capture.0), value, true),
            Op::LoadCell { dest, cell } => self.load_cell(dest, self.cell_in(cell)),
            Op::StoreCell { cell, value } => self.store_cell(self.cell_in(cell), value),
            Op::LoadCapture { dest, capture } => self.load_cell(dest, self.captured(capture.0)),
            Op::StoreCapture { capture, value } => self.store_cell(self.captured(capture.0), value),
            Op::NewClosure { dest, function } => self.new_closure(dest, function),
            Op::Binary {
                operator,
                dest,
                left,
                right,
            } => {
                let (left, right) = (self.register(left), self.register(right));
                self.operate(dest, FrameExit::Value, operator, left, right)
            }
            Op::Unary { operator, dest, value } => {
                self.operate_unary(dest, FrameExit::Value, operator, self.register(value))
            }
            Op::Jump { target } => Ok(self.jump(target)),
            Op::JumpIfTrue { condition, target } => self.jump_if(self.is_true(condition), target),
            Op::JumpIfFalse { condition, target } => self.jump_if(!self.is_true(condition), target),
            Op::JumpIfNullish { value, target } => self.jump_if(self.register(value).is_nullish(), target),
            Op::JumpIfUndefined { value, target } => self.jump_if(self.register(value) == Value::Undefined, target),
            Op::Throw { value } => Err(Raise::Throw(self.register(value))),
            Op::Return { value } => self.return_value(self.register(value)),
            Op::NewObject { .. }
            | Op::NewArray { .. }
            | Op::ArrayAppend { .. }
            | Op::ArrayAppendHole { .. }
            | Op::DefineField { .. }
            | Op::DefineElement { .. }
            | Op::CopyProperties { .. }
            | Op::GetProperty { .. }
            | Op::SetProperty { .. }
            | Op::GetElement { .. }
            | Op::SetElement { .. }
            | Op::ToElementKey { .. }
            | Op::DeleteElement { .. } => self.execute_object(op),
            Op::RestElements { dest, iterator } => self.rest_elements(dest, iterator),
            Op::RestProperties { dest, source, excluded } => self.rest_properties(dest, source, excluded),
            Op::GetIterator { dest, iterable } => self.get_iterator(dest, iterable),
            Op::IteratorNext { dest, done, iterator } => self.iterator_next(dest, done, iterator),
            Op::GetKeys { dest, object } => self.get_keys(dest, object),
            Op::Call { dest, base, count } => self.call(dest, base, count, false),
            Op::CallAwaited { dest, base, count } => self.call(dest, base, count, true),
            Op::CallSpread { dest, base } => self.call_spread(dest, base),
            Op::Construct { dest, base, count } => self.construct(dest, base, self.row(base, count)),
            Op::ConstructSpread { dest, base } => self.construct(dest, base, self.spread_row(base)),
            Op::LoadNewTarget { .. }
            | Op::NewClass { .. }
            | Op::GetSuper { .. }
            | Op::SetSuper { .. }
            | Op::SuperCall { .. }
            | Op::SuperCallSpread { .. }
            | Op::CheckThis { .. }
            | Op::CheckNoThis { .. }
            | Op::DerivedReturn { .. }
            | Op::DefineMethod { .. }
            | Op::DefineGetter { .. }
            | Op::DefineSetter { .. }
            | Op::SetFunctionName { .. }
            | Op::SetPrototype { .. }
            | Op::NewPrivateName { .. }
            | Op::GetPrivate { .. }
            | Op::SetPrivate { .. }
            | Op::DefinePrivate { .. }
            | Op::HasPrivate { .. } => self.execute_class(op),
            Op::LoadGlobalName { dest, name, is_typeof } => self.load_global_name(dest, name, is_typeof),
            Op::StoreGlobalName { name, value } => self.store_global_name(name, value),
            Op::GeneratorStart {} => self.generator_start(),
            Op::Yield { value, is_delegate, .. } => self.generator_yield(self.register(value), is_delegate),
            Op::AwaitYield { value, .. } => self.generator_await(self.register(value)),
            Op::CheckIteratorResult { value } => self.check_iterator_result(self.register(value)),
            Op::RequireObjectCoercible { value, name } => self.require_object_coercible(value, name),
            Op::IteratorClose { iterator, is_quiet } => self.iterator_close(iterator, is_quiet),
            Op::CallLibrary {
                dest,
                base,
                function,
                count,
            } => {
                let args: Vec<Value> = (0..u16::from(count))
                    .map(|at| self.register(Reg(base.0 + at)))
                    .collect();
                self.call_library(function, Value::Undefined, &args, dest, FrameExit::Value)
            }
            Op::Await { dest, value } => self.await_value(dest, self.register(value)),
        }
    }

    /// The operations on objects, which are too many for one list.
    fn execute_object(&mut self, op: Op) -> Outcome<Flow> {
        match op {
            Op::NewArray { dest } => {
                let array = self.context.heap.alloc_array(Vec::new());
                self.give(dest, Value::Object(array))
            }
            Op::ArrayAppend { array, value } => self.array_append(array, self.register(value)),
            Op::ArrayAppendHole { array } => self.array_append(array, Value::Uninitialized),
            Op::DefineField { object, name, value } => {
                let key = self.context.heap.property_key(KeyId::from(name));
                self.define(object, key, value)
            }
            Op::DefineElement { key, .. } => match self.key_or_convert(op, self.register(key))? {
                Ok(key) => self.execute_at(op, key),
                Err(flow) => Ok(flow),
            },
            Op::CopyProperties { object, source } => self.copy_properties(object, source),
            Op::GetProperty { dest, object, name } => {
                let key = self.context.heap.property_key(KeyId::from(name));
                self.get(dest, self.register(object), key)
            }
            Op::SetProperty { object, name, value } => {
                let key = self.context.heap.property_key(KeyId::from(name));
                let flow = self.set(self.register(object), key, self.register(value));
                self.stored_or_convert(op, flow)
            }
            Op::GetElement { object, key, .. } | Op::ToElementKey { object, key, .. } => {
                let object = self.register(object);
                self.with_key(op, object, self.register(key), "read")
            }
            Op::SetElement { object, key, .. } => {
                let object = self.register(object);
                self.with_key(op, object, self.register(key), "set")
            }
            Op::DeleteElement { object, key, .. } => {
                let object = self.register(object);
                self.with_key(op, object, self.register(key), "convert")
            }
            _ => {
                // Only `NewObject` is left of what `execute` hands on.
                let Op::NewObject { dest } = op else {
                    return Ok(Flow::Next);
                };
                let object = self.context.heap.alloc_plain();
                self.give(dest, Value::Object(object))
            }
        }
    }

    /// An operation on an element, whose key is converted first.
    fn with_key(&mut self, op: Op, object: Value, key: Value, verb: &str) -> Outcome<Flow> {
        if object.is_nullish() {
            self.element_key(object, key, verb)?;
        }
        match self.key_or_convert(op, key)? {
            Ok(key) => self.execute_at(op, key),
            Err(flow) => Ok(flow),
        }
    }

    /// Executes an operation whose key is a primitive value by now.
    pub(super) fn execute_keyed(&mut self, op: Op, key: Value) -> Outcome<Flow> {
        let key = self.to_property_key(key)?;
        self.execute_at(op, key)
    }

    /// Executes an operation on the property of a key.
    fn execute_at(&mut self, op: Op, key: PropertyKey) -> Outcome<Flow> {
        match op {
            Op::GetElement { dest, object, .. } => self.get(dest, self.register(object), key),
            Op::ToElementKey { dest, .. } => {
                let value = match key {
                    PropertyKey::Index(index) => Value::number(f64::from(index)),
                    key @ (PropertyKey::Name(_) | PropertyKey::Symbol(_)) => self.key_value(key),
                };
                self.give(dest, value)
            }
            Op::SetElement { object, value, .. } => {
                let flow = self.set(self.register(object), key, self.register(value));
                self.stored_or_convert(op, flow)
            }
            Op::DeleteElement { dest, object, .. } => self.delete(dest, self.register(object), key),
            Op::DefineElement { object, value, .. } => self.define(object, key, value),
            _ => Ok(Flow::Next),
        }
    }

    /// The length of an array may be given as an object, whose conversion may be the program's.
    fn stored_or_convert(&mut self, op: Op, flow: Outcome<Flow>) -> Outcome<Flow> {
        match flow {
            Err(Raise::Primitive { value, hint, .. }) => {
                let step = PendingStep::Stored { op };
                let outer = FrameExit::Discard;
                self.convert(value, hint, Reg(0), Pending { step, outer })
            }
            flow => flow,
        }
    }

    /// Executes an assignment whose value is a primitive value by now.
    pub(super) fn execute_stored(&mut self, op: Op, value: Value) -> Outcome<Flow> {
        match op {
            Op::SetProperty { object, name, .. } => {
                let key = self.context.heap.property_key(KeyId::from(name));
                self.set(self.register(object), key, value)
            }
            Op::SetElement { object, key, .. } => {
                let key = self.to_property_key(self.register(key))?;
                self.set(self.register(object), key, value)
            }
            _ => Ok(Flow::Next),
        }
    }

    fn is_true(&self, reg: Reg) -> bool {
        to_boolean(self.context.heap, self.register(reg))
    }

    fn jump_if(&mut self, condition: bool, target: Pc) -> Outcome<Flow> {
        Ok(if condition { self.jump(target) } else { Flow::Next })
    }

    fn check_initialized(&mut self, value: Reg, name: Atom) -> Outcome<Flow> {
        if self.register(value) == Value::Uninitialized {
            return Err(self.uninitialized(name));
        }
        Ok(Flow::Next)
    }

    fn check_iterator_result(&mut self, value: Value) -> Outcome<Flow> {
        if value.is_object() {
            return Ok(Flow::Next);
        }
        let shown = crate::short(self.context.heap, self.context.program, value);
        let message = format!("Iterator result {shown} is not an object");
        Err(self.error(ErrorKind::TypeError, &message))
    }

    /// A pattern cannot take `null` or `undefined` apart.
    fn require_object_coercible(&mut self, reg: Reg, name: Atom) -> Outcome<Flow> {
        let value = self.register(reg);
        if !value.is_nullish() {
            return Ok(Flow::Next);
        }
        let shown = crate::short(self.context.heap, self.context.program, value);
        let source = self.access_text().or_else(|| self.source_text(reg));
        let source = source.unwrap_or_else(|| self.kind_text(value));
        let message = match self.context.program.atom(name) {
            "" => format!("Cannot destructure '{source}' as it is {shown}."),
            name => format!("Cannot destructure property '{name}' of '{source}' as it is {shown}."),
        };
        Err(self.error(ErrorKind::TypeError, &message))
    }

    fn uninitialized(&mut self, name: Atom) -> Raise {
        let name = self.context.program.atom(name);
        self.error(
            ErrorKind::ReferenceError,
            &format!("Cannot access '{name}' before initialization"),
        )
    }

    // Cells

    pub(crate) fn cell_in(&self, reg: Reg) -> ObjectRef {
        let Value::Cell(cell) = self.register(reg) else {
            panic!("register {} holds no cell", reg.0);
        };
        cell
    }

    pub(crate) fn captured(&self, capture: u16) -> ObjectRef {
        let frame = self.fiber.frames.last().expect("an operation has a frame");
        frame.captures[usize::from(capture)]
    }

    fn copy_cell(&mut self, dest: Reg, source: Reg) -> Outcome<Flow> {
        let original = self.context.heap.cell(self.cell_in(source)).clone();
        let cell = self.context.heap.alloc_cell(original.value, original.name);
        if original.is_constant {
            self.context.heap.cell_mut(cell).is_constant = true;
        }
        self.give(dest, Value::Cell(cell))
    }

    fn init_cell(&mut self, cell: Reg, value: Reg, is_constant: bool) -> Outcome<Flow> {
        self.init_captured(self.cell_in(cell), value, is_constant)
    }

    fn init_captured(&mut self, cell: ObjectRef, value: Reg, is_constant: bool) -> Outcome<Flow> {
        let value = self.register(value);
        self.note_cell_write(cell, value);
        self.context.heap.write_cell(cell, value);
        self.context.heap.cell_mut(cell).is_constant = is_constant;
        Ok(Flow::Next)
    }

    fn load_cell(&mut self, dest: Reg, cell: ObjectRef) -> Outcome<Flow> {
        let value = self.context.heap.cell(cell).value;
        self.note_cell_read(cell, value);
        self.give(dest, value)
    }

    fn store_cell(&mut self, cell: ObjectRef, value: Reg) -> Outcome<Flow> {
        let content = self.context.heap.cell(cell);
        if content.value == Value::Uninitialized {
            let name = content.name;
            return Err(self.uninitialized(name));
        }
        let value = self.register(value);
        self.note_cell_write(cell, value);
        self.context.heap.write_cell(cell, value);
        Ok(Flow::Next)
    }

    fn new_closure(&mut self, dest: Reg, id: FunctionId) -> Outcome<Flow> {
        let function = self.context.program.function(id);
        let frame = self.fiber.frames.last().expect("an operation has a frame");
        let captures = function.captures.iter().map(|source| match *source {
            CaptureSource::Local(reg) => self.cell_in(reg),
            CaptureSource::Outer(outer) => frame.captures[usize::from(outer.0)],
        });
        let captures: Arc<[ObjectRef]> = captures.collect();
        let this = if function.kind.has_lexical_this() {
            frame.this
        } else {
            Value::Undefined
        };
        let closure = self.context.heap.alloc_closure(id, captures, this);
        self.give(dest, Value::Object(closure))
    }

    // Literals

    fn array_append(&mut self, array: Reg, value: Value) -> Outcome<Flow> {
        let Some(reference) = self.register(array).object() else {
            return Ok(Flow::Next);
        };
        if let ObjectKind::Array(items) = &mut self.context.heap.object_mut(reference).kind {
            items.push_back(value);
            let len = items.len();
            self.context.heap.grow(16);
            self.context.heap.share_if(reference, value);
            self.context.heap.check_array_len(len)?;
        }
        Ok(Flow::Next)
    }

    fn define(&mut self, object: Reg, key: PropertyKey, value: Reg) -> Outcome<Flow> {
        let value = self.register(value);
        if let Some(reference) = self.register(object).object() {
            self.define_field(reference, key, Flags::ALL, value)?;
        }
        Ok(Flow::Next)
    }
}
