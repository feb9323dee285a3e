//! What other tasks can notice.
//!
//! Owns which operation is visible: one that reads what another task may write, or writes what another task may read.
//! Everything else commutes with whatever others do, which is why it needs no place to switch. When in doubt an
//! operation is visible: one too many costs states, one too few hides a bug.

mod host;
mod touch;

use std::collections::BTreeSet;

use bytecode::{Op, Reg, UnaryOp};

use crate::fiber::FrameExit;
use crate::native::Effect;
use crate::object::IteratorState;
use crate::{KeyId, Native, ObjectKind, ObjectRef, PropertyKey, Pure, Value, WellKnownSymbol};

use super::global::GLOBAL_THIS;
use super::lookup::Held;
use super::machine::Machine;

impl Machine<'_, '_> {
    /// Whether another task can notice the operation or influence what it does.
    pub(crate) fn is_visible(&self, op: Op) -> bool {
        match op {
            Op::LoadCell { cell, .. } => self.is_open_cell(self.cell_in(cell)),
            // A constant's one write counts too: a task that already reaches the cell may look before it.
            Op::StoreCell { cell, .. } | Op::InitCell { cell, .. } | Op::InitCellConst { cell, .. } => {
                self.context.heap.is_shared(self.cell_in(cell))
            }
            Op::LoadCapture { capture, .. } => self.is_open_cell(self.captured(capture.0)),
            Op::StoreCapture { capture, .. } | Op::InitCaptureConst { capture, .. } => {
                self.context.heap.is_shared(self.captured(capture.0))
            }
            Op::GetProperty { object, name, .. } => {
                let key = self.context.heap.property_key(KeyId::from(name));
                self.is_read_visible(self.register(object), key)
            }
            Op::LoadGlobal { global, .. } => {
                let key = self.context.heap.find_key(&crate::Text::new(global.name()));
                let is_changed = self.context.heap.properties_of(GLOBAL_THIS).is_some();
                is_changed && key.is_some_and(|key| self.is_read_visible(GLOBAL_THIS, PropertyKey::Name(key)))
            }
            Op::LoadGlobalName { name, .. } => {
                let key = self.context.heap.property_key(KeyId::from(name));
                self.is_read_visible(GLOBAL_THIS, key)
            }
            Op::StoreGlobalName { .. } => self.is_open_native(GLOBAL_THIS),
            Op::GetElement { object, key, .. } => self.is_element_visible(object, key),
            Op::CopyCell { source, .. } => self.is_copy_visible(source),
            // An array's `length` takes a number, whatever it is given.
            Op::SetProperty { object, value, .. } => {
                let object = self.register(object);
                self.is_open(object) || self.is_open_native(object) || self.reads_array(self.register(value))
            }
            Op::SetElement { object, key, .. } | Op::DeleteElement { object, key, .. } => {
                let object = self.register(object);
                self.is_open(object) || self.is_open_native(object) || self.reads_deep(self.register(key))
            }
            Op::DefineElement { key, .. } | Op::ToElementKey { key, .. } => self.reads_deep(self.register(key)),
            Op::CopyProperties { source, .. } | Op::RestProperties { source, .. } => {
                self.is_open(self.register(source))
            }
            Op::GetKeys { object, .. } => self.is_chain_open(self.register(object)),
            Op::RestElements { iterator, .. } | Op::IteratorNext { iterator, .. } => {
                self.is_open_iterator(self.register(iterator))
            }
            Op::Binary {
                operator, left, right, ..
            } => self.is_operator_visible(operator, self.register(left), self.register(right)),
            Op::Unary {
                operator:
                    UnaryOp::ToText
                    | UnaryOp::Plus
                    | UnaryOp::ToNumeric
                    | UnaryOp::Negate
                    | UnaryOp::BitNot
                    | UnaryOp::ToPropertyKey,
                value,
                ..
            } => self.reads_deep(self.register(value)),
            Op::Call { base, count, .. } | Op::CallAwaited { base, count, .. } => self.is_call_visible(base, count),
            Op::Return { .. } => self.is_return_visible(),
            Op::Await { value, .. } => self.is_await_visible(self.register(value)),
            Op::CallSpread { base, .. } => self.is_spread_visible(base),
            Op::Construct { base, count, .. } => self.is_construct_visible(self.register(base), self.row(base, count)),
            Op::ConstructSpread { base, .. } => {
                self.is_open(self.register(Reg(base.0 + 2)))
                    || self.is_construct_visible(self.register(base), self.spread_row(base))
            }
            Op::SuperCall { base, count, .. } => {
                self.is_construct_visible(self.prototype_of(self.register(base)), self.row(base, count))
            }
            Op::SuperCallSpread { base, .. } => {
                self.is_construct_visible(self.prototype_of(self.register(base)), self.spread_row(base))
            }
            Op::GetSuper { base, .. } => self.is_super_visible(base),
            Op::SetSuper { base } => self.is_open(self.register(Reg(base.0 + 1))),
            Op::DefineMethod { object, .. }
            | Op::DefineGetter { object, .. }
            | Op::DefineSetter { object, .. }
            | Op::SetPrototype { object, .. }
            | Op::NewClass { heritage: object, .. }
            | Op::GetPrivate { object, .. }
            | Op::SetPrivate { object, .. }
            | Op::DefinePrivate { object, .. }
            | Op::HasPrivate { object, .. } => self.is_open(self.register(object)),
            Op::Yield { .. } | Op::AwaitYield { .. } | Op::Throw { .. } => self.is_in_shared_generator(),
            Op::IteratorClose { iterator, .. } => self.is_open_iterator(self.register(iterator)),
            Op::GetIterator { iterable, .. } => {
                let iterator = PropertyKey::Symbol(WellKnownSymbol::Iterator.reference());
                let iterable = self.register(iterable);
                // What makes a built-in iterable one comes with its kind: see `check_changeable`.
                self.is_read_visible(iterable, iterator)
            }
            Op::LoadConst { .. }
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
            | Op::Unary { .. }
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
            | Op::CallLibrary { .. } => false,
        }
    }

    /// What an operation or native does with the outcome of a conversion, others may notice as they would have noticed
    /// it at once: as much as is left of it.
    fn is_return_visible(&self) -> bool {
        let exit = self.fiber.frames.last().map(|frame| &frame.exit);
        matches!(exit, Some(FrameExit::Pending(pending)) if pending.touches_objects()) || self.is_in_shared_generator()
    }

    /// Whether the frame is that of a generator that several tasks can resume: leaving it is a write.
    fn is_in_shared_generator(&self) -> bool {
        let exit = self.fiber.frames.last().map(|frame| &frame.exit);
        let Some(FrameExit::Pending(pending)) = exit else {
            return false;
        };
        pending
            .generator()
            .is_some_and(|generator| self.context.heap.is_shared(generator))
    }

    fn is_super_visible(&self, base: Reg) -> bool {
        let holder = self.prototype_of(self.register(base));
        let key = self.register(Reg(base.0 + 2));
        let text = self.context.heap.as_text(key);
        match text.and_then(|text| self.context.heap.find_key(text)) {
            Some(name) => self.is_read_visible(holder, self.context.heap.property_key(name)),
            None => self.is_chain_open(holder),
        }
    }

    pub(super) fn is_open_cell(&self, cell: ObjectRef) -> bool {
        self.context.heap.is_shared(cell) && !self.context.heap.cell(cell).is_constant
    }

    /// Whether a value is an object whose own state several tasks can reach and change.
    fn is_open(&self, value: Value) -> bool {
        value.object().is_some_and(|reference| self.is_open_object(reference))
    }

    pub(super) fn is_open_object(&self, reference: ObjectRef) -> bool {
        let heap = &self.context.heap;
        heap.is_shared(reference) && !heap.object(reference).is_constant()
    }

    /// The same for an object and everything that it inherits from.
    fn is_chain_open(&self, value: Value) -> bool {
        let mut at = value;
        while at.is_object() {
            if self.is_open_holder(at) {
                return true;
            }
            at = self.prototype_of(at);
        }
        false
    }

    /// A loop's variable is copied for the next turn: only a closure over the last turn's may still write that one.
    fn is_copy_visible(&self, source: Reg) -> bool {
        let frame = self.fiber.frames.last().expect("an operation has a frame");
        self.is_open_cell(self.cell_in(source)) && self.context.heap.is_written_by_closures(frame.function, source)
    }

    /// Awaiting a promise commutes with settling it. Of anything else the property `then` is read.
    fn is_await_visible(&self, value: Value) -> bool {
        self.context.heap.as_promise(value).is_none() && self.is_chain_open(value)
    }

    fn is_open_iterator(&self, value: Value) -> bool {
        let Some(reference) = value.object() else { return false };
        if self.is_open_object(reference) {
            return true;
        }
        let state = match &self.context.heap.object(reference).kind {
            ObjectKind::Iterator(state) => state,
            ObjectKind::IteratorRecord { iterator, .. } => return self.is_open_iterator(*iterator),
            _ => return false,
        };
        match state {
            IteratorState::Array { array, .. } => self.is_open_object(*array),
            IteratorState::Map { map, .. } => self.is_open_object(*map),
            // Whether the next name is still there is asked when its turn comes.
            IteratorState::Keys { object, .. } => self.is_chain_open(*object),
            IteratorState::Text { .. } | IteratorState::Done => false,
        }
    }

    fn is_element_visible(&self, object: Reg, key: Reg) -> bool {
        let (receiver, key) = (self.register(object), self.register(key));
        if self.reads_deep(key) {
            return true;
        }
        if !receiver.is_object() {
            return false;
        }
        if let Value::Symbol(symbol) = key {
            return self.is_read_visible(receiver, PropertyKey::Symbol(symbol));
        }
        if let Value::Text(text) = key {
            let text = self.context.heap.text(text);
            if let Some(index) = text.array_index() {
                return self.is_read_visible(receiver, PropertyKey::Index(index));
            }
            if let Some(name) = self.context.heap.find_key(text) {
                return self.is_read_visible(receiver, PropertyKey::Name(name));
            }
        }
        // What is read of a name that nothing has yet is that it is not there.
        self.is_chain_open(receiver)
    }

    /// Whether what reading a property finds can be changed by another task. A function that the receiver inherits
    /// cannot: see [`Machine::check_changeable`]. What a getter of the program's reads is visible by itself.
    fn is_read_visible(&self, receiver: Value, key: PropertyKey) -> bool {
        let Some(lookup) = self.lookup(receiver, key) else {
            // That it is not there can change, as long as anybody else reaches an object on the way.
            return self.is_chain_open(receiver) || self.is_open_native(receiver);
        };
        let is_inherited = lookup.holder != receiver;
        match lookup.own.held {
            Held::Accessor { get, .. } => match get {
                Value::Native(Native::Host(host)) => host.is_visible() && self.is_chain_open(receiver),
                Value::Native(Native::Pure(_)) => self.is_chain_open(receiver),
                _ => !is_inherited && self.is_open_holder(receiver),
            },
            Held::Value(value) if is_inherited && self.context.heap.is_callable(value) => false,
            _ if !is_inherited => self.is_open_holder(receiver),
            _ => self.is_open_up_to(receiver, lookup.holder),
        }
    }

    /// Whether another task can change an object between a receiver and the one that a property of it was found on.
    fn is_open_up_to(&self, receiver: Value, holder: Value) -> bool {
        let mut at = receiver;
        loop {
            if self.is_open_holder(at) {
                return true;
            }
            if at == holder || at == Value::Null {
                return false;
            }
            at = self.prototype_of(at);
        }
    }

    /// Whether another task can change the properties of a value.
    fn is_open_holder(&self, value: Value) -> bool {
        let holder = self.context.heap.properties_of(value);
        holder.is_some_and(|reference| self.is_open_object(reference))
    }

    /// Whether a value is a built-in object to which another task may add properties.
    pub(super) fn is_open_native(&self, value: Value) -> bool {
        matches!(value, Value::Native(_)) && self.context.heap.has_shared()
    }

    /// Whether something inherits from the value for the first time while others reach it.
    fn becomes_prototype(&self, value: Value) -> bool {
        self.is_open(value)
            && value
                .object()
                .is_some_and(|reference| !self.context.heap.object(reference).is_prototype)
    }

    fn is_operator_visible(&self, operator: bytecode::BinaryOp, left: Value, right: Value) -> bool {
        use bytecode::BinaryOp;
        match operator {
            BinaryOp::In => self.is_chain_open(right) || self.reads_deep(left),
            // What a function gives its instances is a property like any other.
            BinaryOp::InstanceOf => self.is_open(right),
            BinaryOp::StrictEqual | BinaryOp::StrictNotEqual => false,
            BinaryOp::Equal | BinaryOp::NotEqual if left.is_nullish() || right.is_nullish() => false,
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
            | BinaryOp::GreaterEqual => self.reads_deep(left) || self.reads_deep(right),
        }
    }

    /// Whether converting the value, or printing all of it, reads state that several tasks can change.
    fn reads_deep(&self, value: Value) -> bool {
        let Some(first) = value.object() else { return false };
        if self.is_open_object(first) {
            return true;
        }
        let mut seen = BTreeSet::new();
        let mut pending = vec![first];
        while let Some(reference) = pending.pop() {
            if self.is_open_object(reference) {
                return true;
            }
            if !seen.insert(reference) {
                continue;
            }
            let object = self.context.heap.object(reference);
            let visit = |value: Value| pending.extend(value.object());
            match &object.kind {
                ObjectKind::Plain
                | ObjectKind::Array(_)
                | ObjectKind::Map(_)
                | ObjectKind::Set(_)
                | ObjectKind::Error(_)
                | ObjectKind::Iterator(_) => object.for_each_value(visit),
                // What these hold besides properties is never printed.
                ObjectKind::Closure { .. }
                | ObjectKind::BoundFunction { .. }
                | ObjectKind::ResolveFunction { .. }
                | ObjectKind::Promise(_)
                | ObjectKind::Aggregate(_)
                | ObjectKind::Host { .. }
                | ObjectKind::Accessor { .. }
                | ObjectKind::Primitive(_)
                | ObjectKind::Arguments
                | ObjectKind::Generator(_)
                | ObjectKind::IteratorRecord { .. }
                | ObjectKind::WeakMap(_)
                | ObjectKind::WeakSet(_)
                | ObjectKind::Timer(_)
                | ObjectKind::WeakRef(_)
                | ObjectKind::RegExp(_)
                | ObjectKind::Date(_) => object.properties.for_each_value(visit),
            }
        }
        false
    }

    /// Whether the value is an array whose conversion to a number reads shared state.
    fn reads_array(&self, value: Value) -> bool {
        self.context.heap.as_array(value).is_some() && self.reads_deep(value)
    }

    fn is_call_visible(&self, base: Reg, count: u16) -> bool {
        let callee = self.register(base);
        if let Value::Object(reference) = callee
            && let ObjectKind::Closure { .. } = self.context.heap.object(reference).kind
        {
            return false;
        }
        let first = self.fiber.frames.last().map_or(0, |frame| frame.base as usize) + usize::from(base.0) + 2;
        let args = self.fiber.registers.get(first..first + usize::from(count));
        self.is_native_call_visible(callee, self.register(Reg(base.0 + 1)), args.unwrap_or_default())
    }

    fn is_spread_visible(&self, base: Reg) -> bool {
        let args = self.context.heap.as_array(self.register(Reg(base.0 + 2)));
        let args: Vec<Value> = args.into_iter().flatten().copied().collect();
        self.is_native_call_visible(self.register(base), self.register(Reg(base.0 + 1)), &args)
    }

    pub(crate) fn is_native_call_visible(&self, callee: Value, this: Value, args: &[Value]) -> bool {
        match callee {
            Value::Native(Native::Pure(Pure::FunctionCall)) => {
                let this_arg = args.first().copied().unwrap_or(Value::Undefined);
                self.is_native_call_visible(this, this_arg, args.get(1..).unwrap_or_default())
            }
            Value::Native(Native::Pure(Pure::FunctionApply)) => {
                let this_arg = args.first().copied().unwrap_or(Value::Undefined);
                let list = args.get(1).copied().unwrap_or(Value::Undefined);
                let items = self.context.heap.as_array(list).into_iter().flatten();
                let items: Vec<Value> = items.copied().collect();
                self.is_open(list) || self.is_native_call_visible(this, this_arg, &items)
            }
            Value::Native(Native::Pure(pure)) => self.is_pure_visible(pure, this, args),
            Value::Native(Native::Host(host)) => self.is_host_visible(host, this, args),
            Value::Object(reference) => match self.context.heap.object(reference).kind {
                // Resolving with an object asks for its `then`.
                ObjectKind::ResolveFunction { promise, .. } => {
                    self.context.heap.is_shared(promise) || args.iter().any(|&arg| self.is_chain_open(arg))
                }
                ObjectKind::BoundFunction { .. } => {
                    let (callee, this, args) = crate::fiber::unbind(self.context.heap, callee, this, args.to_vec());
                    self.is_native_call_visible(callee, this, &args)
                }
                _ => false,
            },
            _ => false,
        }
    }

    fn is_pure_visible(&self, pure: Pure, this: Value, args: &[Value]) -> bool {
        let arg = |at: usize| args.get(at).copied().unwrap_or_default();
        match pure {
            // It may read the clock.
            Pure::Date => return true,
            // What is to be inherited from is only noted.
            Pure::ObjectCreate => return self.becomes_prototype(arg(0)) || self.is_open(arg(1)),
            Pure::ObjectSetPrototypeOf | Pure::ReflectSetPrototypeOf => {
                return self.is_open(arg(0)) || self.becomes_prototype(arg(1));
            }
            _ => {}
        }
        match pure.effect() {
            Effect::None => false,
            Effect::Reads | Effect::Writes => {
                let range = pure.converted_args();
                let mut converted = args.iter().take(range.end).skip(range.start);
                self.is_open(this) || self.is_open_iterator(this) || converted.any(|&arg| self.reads_deep(arg))
            }
            Effect::ReadsDeep => self.reads_deep(this) || args.iter().any(|&arg| self.reads_deep(arg)),
            Effect::ReadsArgsDeep => args.iter().any(|&arg| self.reads_deep(arg)),
            Effect::ReadsArgs | Effect::WritesFirst => {
                args.iter().any(|&arg| self.is_open(arg) || self.is_open_iterator(arg))
            }
        }
    }

    fn is_construct_visible(&self, callee: Value, args: Vec<Value>) -> bool {
        let (callee, _, args) = crate::fiber::unbind(self.context.heap, callee, Value::Undefined, args);
        match callee {
            Value::Native(Native::Pure(pure)) => self.is_pure_visible(pure, Value::Undefined, &args),
            Value::Native(Native::Host(host)) => self.is_host_visible(host, Value::Undefined, &args),
            // What a function gives its instances is a property like any other.
            _ => self.is_open(callee),
        }
    }
}
