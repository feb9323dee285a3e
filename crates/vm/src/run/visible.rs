//! What other tasks can notice, and the reports of it.
//!
//! Owns which operation is visible, what is recorded of an access, and the reads that a later write in the same frame
//! may be computed from.

use bytecode::{AccessNote, Op, Pc, Reg, UnaryOp};

use crate::fiber::Tracked;
use crate::native::Effect;
use crate::object::{Integrity, IteratorState};
use crate::{Access, AccessKind, Host, KeyId, Location, Lost, Native, ObjectKind, ObjectRef, PropertyKey, Pure, Value};

use super::lookup::{Found, Lookup};
use super::machine::Machine;

/// How deep a conversion to text is followed to see whether it reads shared state.
const MAX_DEPTH: usize = 4;

impl Machine<'_, '_> {
    // Visibility

    /// Whether another task can notice the operation or influence what it does.
    pub(crate) fn is_visible(&self, op: Op) -> bool {
        match op {
            Op::LoadCell { cell, .. } => self.is_open_cell(self.cell_in(cell)),
            // A constant's one write counts too: a task that already reaches the cell may look before it.
            Op::StoreCell { cell, .. } | Op::InitCell { cell, .. } | Op::InitCellConst { cell, .. } => {
                self.context.heap.is_shared(self.cell_in(cell))
            }
            Op::LoadCapture { capture, .. } => self.is_open_cell(self.captured(capture.0)),
            Op::StoreCapture { capture, .. } => self.context.heap.is_shared(self.captured(capture.0)),
            Op::GetProperty { object, name, .. } => {
                let key = self.context.heap.property_key(KeyId::from(name));
                self.is_read_visible(self.register(object), key)
            }
            Op::GetElement { object, key, .. } => self.is_element_visible(object, key),
            Op::SetProperty { object, .. } | Op::SetElement { object, .. } | Op::DeleteElement { object, .. } => {
                self.is_open(self.register(object))
            }
            Op::CopyProperties { source, .. } | Op::RestProperties { source, .. } => {
                self.is_open(self.register(source))
            }
            Op::GetKeys { object, .. } => self.is_open(self.register(object)),
            Op::RestElements { iterator, .. } | Op::IteratorNext { iterator, .. } => {
                self.is_open_iterator(self.register(iterator))
            }
            Op::Binary {
                operator, left, right, ..
            } => self.is_operator_visible(operator, self.register(left), self.register(right)),
            Op::Unary {
                operator:
                    UnaryOp::ToText | UnaryOp::Plus | UnaryOp::ToNumeric | UnaryOp::Negate | UnaryOp::ToPropertyKey,
                value,
                ..
            } => self.reads_deep(self.register(value), 0),
            Op::Call { base, count, .. } | Op::CallAwaited { base, count, .. } => self.is_call_visible(base, count),
            Op::CallSpread { base, .. } => self.is_spread_visible(base),
            Op::Construct { base, count, .. } => self.is_construct_visible(base, count),
            Op::LoadConst { .. }
            | Op::LoadInt { .. }
            | Op::LoadUndefined { .. }
            | Op::LoadNull { .. }
            | Op::LoadBool { .. }
            | Op::LoadUninitialized { .. }
            | Op::LoadThis { .. }
            | Op::LoadGlobal { .. }
            | Op::Move { .. }
            | Op::CheckInitialized { .. }
            | Op::ThrowConstAssign { .. }
            | Op::NewCell { .. }
            | Op::CopyCell { .. }
            | Op::NewClosure { .. }
            | Op::Unary { .. }
            | Op::Jump { .. }
            | Op::JumpIfTrue { .. }
            | Op::JumpIfFalse { .. }
            | Op::JumpIfNullish { .. }
            | Op::JumpIfUndefined { .. }
            | Op::Throw { .. }
            | Op::Return { .. }
            | Op::NewObject { .. }
            | Op::NewArray { .. }
            | Op::ArrayAppend { .. }
            | Op::ArrayAppendHole { .. }
            | Op::DefineField { .. }
            | Op::DefineElement { .. }
            | Op::GetIterator { .. }
            | Op::Await { .. } => false,
        }
    }

    fn is_open_cell(&self, cell: ObjectRef) -> bool {
        self.context.heap.is_shared(cell) && !self.context.heap.cell(cell).is_constant
    }

    /// Whether a value is an object whose own state several tasks can reach and change.
    fn is_open(&self, value: Value) -> bool {
        value.object().is_some_and(|reference| self.is_open_object(reference))
    }

    fn is_open_object(&self, reference: ObjectRef) -> bool {
        let heap = &self.context.heap;
        heap.is_shared(reference) && heap.object(reference).integrity != Integrity::Frozen
    }

    fn is_open_iterator(&self, value: Value) -> bool {
        let Some(reference) = value.object() else { return false };
        if self.is_open_object(reference) {
            return true;
        }
        let ObjectKind::Iterator(state) = &self.context.heap.object(reference).kind else {
            return false;
        };
        match state {
            IteratorState::Array { array, .. } => self.is_open_object(*array),
            IteratorState::Map { map, .. } => self.is_open_object(*map),
            IteratorState::Text { .. } | IteratorState::Keys { .. } | IteratorState::Done => false,
        }
    }

    fn is_element_visible(&self, object: Reg, key: Reg) -> bool {
        let (object, key) = (self.register(object), self.register(key));
        if !self.is_open(object) {
            return false;
        }
        let key = match key {
            Value::Text(text) => {
                let text = self.context.heap.text(text);
                let name = self.context.heap.find_key(text);
                match (text.array_index(), name) {
                    (Some(index), _) => PropertyKey::Index(index),
                    (None, Some(name)) => PropertyKey::Name(name),
                    // Nothing has this name yet: what is read is that it is not there.
                    (None, None) => return true,
                }
            }
            _ => return true,
        };
        self.is_read_visible(object, key)
    }

    fn is_read_visible(&self, receiver: Value, key: PropertyKey) -> bool {
        let Lookup { found, holder } = self.lookup(receiver, key);
        if let Found::Getter(native) = found {
            return match native {
                Native::Host(host) => host.is_visible() && self.is_open(receiver),
                Native::Pure(_) => self.is_open(receiver),
                Native::Namespace(_) => false,
            };
        }
        holder.is_some_and(|holder| self.is_open_object(holder))
    }

    fn is_operator_visible(&self, operator: bytecode::BinaryOp, left: Value, right: Value) -> bool {
        use bytecode::BinaryOp;
        match operator {
            BinaryOp::In => self.is_open(right),
            BinaryOp::StrictEqual | BinaryOp::StrictNotEqual | BinaryOp::InstanceOf => false,
            BinaryOp::Equal | BinaryOp::NotEqual if left.object().is_some() == right.object().is_some() => false,
            BinaryOp::Add
            | BinaryOp::Sub
            | BinaryOp::Mul
            | BinaryOp::Div
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
            | BinaryOp::Less
            | BinaryOp::LessEqual
            | BinaryOp::Greater
            | BinaryOp::GreaterEqual => self.reads_deep(left, 0) || self.reads_deep(right, 0),
        }
    }

    /// Whether converting the value, or printing all of it, reads state that several tasks can change.
    fn reads_deep(&self, value: Value, depth: usize) -> bool {
        let Some(reference) = value.object() else { return false };
        let object = self.context.heap.object(reference);
        match &object.kind {
            ObjectKind::Plain
            | ObjectKind::Array(_)
            | ObjectKind::Map(_)
            | ObjectKind::Set(_)
            | ObjectKind::Error(_) => {
                let mut is_found = self.is_open_object(reference);
                if depth < MAX_DEPTH && !is_found {
                    object.for_each_value(|value| is_found = is_found || self.reads_deep(value, depth + 1));
                }
                is_found
            }
            ObjectKind::Closure { .. }
            | ObjectKind::BoundFunction { .. }
            | ObjectKind::ResolveFunction { .. }
            | ObjectKind::Promise(_)
            | ObjectKind::Aggregate(_)
            | ObjectKind::Iterator(_)
            | ObjectKind::Host { .. } => false,
        }
    }

    fn is_call_visible(&self, base: Reg, count: u16) -> bool {
        let callee = self.register(base);
        if let Value::Object(reference) = callee
            && let ObjectKind::Closure { .. } = self.context.heap.object(reference).kind
        {
            return false;
        }
        let args: Vec<Value> = (0..count).map(|at| self.register(Reg(base.0 + 2 + at))).collect();
        self.is_native_call_visible(callee, self.register(Reg(base.0 + 1)), &args)
    }

    fn is_spread_visible(&self, base: Reg) -> bool {
        let args = self.context.heap.as_array(self.register(Reg(base.0 + 2)));
        let args: Vec<Value> = args.into_iter().flatten().copied().collect();
        self.is_native_call_visible(self.register(base), self.register(Reg(base.0 + 1)), &args)
    }

    pub(crate) fn is_native_call_visible(&self, callee: Value, this: Value, args: &[Value]) -> bool {
        let (callee, this, args) = crate::fiber::unbind(self.context.heap, callee, this, args.to_vec());
        match callee {
            Value::Native(Native::Pure(Pure::FunctionCall)) => {
                let this_arg = args.first().copied().unwrap_or(Value::Undefined);
                self.is_native_call_visible(this, this_arg, args.get(1..).unwrap_or_default())
            }
            Value::Native(Native::Pure(Pure::FunctionApply)) => {
                let this_arg = args.first().copied().unwrap_or(Value::Undefined);
                self.is_native_call_visible(this, this_arg, &[])
            }
            Value::Native(Native::Pure(pure)) => self.is_pure_visible(pure, this, &args),
            Value::Native(Native::Host(host)) => self.is_host_visible(host, this, &args),
            Value::Object(reference) => match self.context.heap.object(reference).kind {
                ObjectKind::ResolveFunction { promise, .. } => self.context.heap.is_shared(promise),
                _ => false,
            },
            _ => false,
        }
    }

    fn is_pure_visible(&self, pure: Pure, this: Value, args: &[Value]) -> bool {
        match pure.effect() {
            Effect::None => false,
            Effect::Reads | Effect::Writes => self.is_open(this) || self.is_open_iterator(this),
            Effect::ReadsDeep => self.reads_deep(this, 0) || args.iter().any(|&arg| self.reads_deep(arg, 0)),
            Effect::ReadsArgs | Effect::WritesFirst => {
                args.iter().any(|&arg| self.is_open(arg) || self.is_open_iterator(arg))
            }
        }
    }

    fn is_host_visible(&self, host: Host, this: Value, args: &[Value]) -> bool {
        if host.is_always_visible() {
            return true;
        }
        let is_shared = |value: &Value| {
            value
                .reference()
                .is_some_and(|reference| self.context.heap.is_shared(reference))
        };
        host.is_visible() && (is_shared(&this) || args.iter().any(|arg| is_shared(arg) || self.reads_deep(*arg, 0)))
    }

    fn is_construct_visible(&self, base: Reg, count: u16) -> bool {
        let is_copying = matches!(
            self.register(base),
            Value::Native(Native::Pure(Pure::Map | Pure::Set | Pure::AggregateError))
        );
        is_copying && (0..count).any(|at| self.is_open(self.register(Reg(base.0 + 2 + at))))
    }

    // Records

    pub(crate) fn note_cell_read(&mut self, cell: ObjectRef, value: Value) {
        if self.context.record && self.is_open_cell(cell) {
            self.note(AccessKind::Read, Location::Cell(cell), value, value);
        }
    }

    pub(crate) fn note_cell_write(&mut self, cell: ObjectRef, value: Value) {
        if self.context.record && self.context.heap.is_shared(cell) {
            let previous = self.context.heap.cell(cell).value;
            self.note(AccessKind::Write, Location::Cell(cell), value, previous);
        }
    }

    pub(crate) fn note_read(&mut self, reference: ObjectRef, key: PropertyKey) {
        if self.context.record && self.is_open_object(reference) {
            let heap = &self.context.heap;
            let own = super::lookup::own(heap.object(reference), key, heap.well_known().length);
            let value = own.unwrap_or(Value::Undefined);
            self.note(AccessKind::Read, Location::Property(reference, key), value, value);
        }
    }

    #[inline]
    pub(crate) fn note_read_of(&mut self, reference: ObjectRef, key: PropertyKey, value: Value) {
        if self.context.record && self.is_open_object(reference) {
            self.note(AccessKind::Read, Location::Property(reference, key), value, value);
        }
    }

    #[inline]
    pub(crate) fn note_write_of(&mut self, reference: ObjectRef, key: PropertyKey, value: Value, previous: Value) {
        if self.context.record && self.context.heap.is_shared(reference) {
            self.note(AccessKind::Write, Location::Property(reference, key), value, previous);
        }
    }

    fn note(&mut self, kind: AccessKind, location: Location, value: Value, previous: Value) {
        let Some(frame) = self.fiber.frames.last() else { return };
        let function = self.context.program.function(frame.function);
        let pc = Pc(frame.pc);
        let note = function.access_note(pc);
        let access = Access {
            kind,
            location,
            name: function.access_name(pc),
            value,
            previous,
            function: frame.function,
            pc,
            lost: None,
        };
        let lost = match note {
            Some(AccessNote::Feeds) if kind == AccessKind::Read => {
                self.track(location, pc);
                None
            }
            Some(AccessNote::Derived) if kind == AccessKind::Write => self.untrack(location),
            Some(AccessNote::Feeds | AccessNote::Derived) | None => None,
        };
        self.context.accesses.push(Access { lost, ..access });
    }

    fn track(&mut self, location: Location, pc: Pc) {
        let depth = u32::try_from(self.fiber.frames.len()).unwrap_or(u32::MAX);
        let fresh = Tracked {
            depth,
            location,
            pc,
            overwritten: None,
        };
        let mut known = self.fiber.tracked.iter_mut();
        match known.find(|tracked| tracked.depth == depth && tracked.location == location) {
            Some(tracked) => *tracked = fresh,
            None => self.fiber.tracked.push(fresh),
        }
    }

    fn untrack(&mut self, location: Location) -> Option<Lost> {
        let depth = u32::try_from(self.fiber.frames.len()).unwrap_or(u32::MAX);
        let mut known = self.fiber.tracked.iter();
        let at = known.position(|tracked| tracked.depth == depth && tracked.location == location)?;
        let tracked = self.fiber.tracked.remove(at);
        let (by, line) = tracked.overwritten?;
        Some(Lost {
            read: tracked.pc,
            by,
            line,
        })
    }
}
