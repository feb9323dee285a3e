//! Objects in the heap: making them, finding them, seeing them as what they are.
//!
//! Owns typed access to object slots. What their kinds mean, and which properties they have, is not known here.

use std::collections::VecDeque;
use std::sync::Arc;

use bytecode::FunctionId;

use super::{Heap, Slot};
use crate::object::{ErrorState, Flags, MapKey, Timer};
use crate::{ErrorKind, HostClass, Native, Number, Object, ObjectKind, ObjectRef, Owner, Promise, StackLine, Value};

impl Heap {
    /// Puts an object into the heap.
    pub fn alloc_object(&mut self, object: Object) -> ObjectRef {
        let weight = object.weight();
        self.alloc(Slot::Object(Arc::new(object)), weight)
    }

    /// A new `{}`.
    pub fn alloc_plain(&mut self) -> ObjectRef {
        self.alloc_object(Object::new(ObjectKind::Plain))
    }

    /// A new array.
    pub fn alloc_array(&mut self, items: impl Into<VecDeque<Value>>) -> ObjectRef {
        self.alloc_object(Object::new(ObjectKind::Array(items.into())))
    }

    /// A new `arguments` (CreateUnmappedArgumentsObject, ECMA-262 section 10.4.4.6).
    pub(crate) fn alloc_arguments(&mut self, arguments: &[Value]) -> ObjectRef {
        let mut object = Object::new(ObjectKind::Arguments);
        for (index, &argument) in (0..).zip(arguments) {
            object.properties.set_element(index, argument);
        }
        let length = Value::number(arguments.len() as f64);
        object
            .properties
            .define(self.well_known().length, Flags::HIDDEN, length);
        let iterator = crate::NameKey::of_symbol(crate::WellKnownSymbol::Iterator.reference());
        let values = Value::Native(crate::Native::Pure(crate::Pure::ArrayValues));
        object.properties.define(iterator, Flags::HIDDEN, values);
        let thrower = Value::Native(crate::Native::Pure(crate::Pure::ThrowPoisoned));
        let accessor = self.alloc_object(Object::new(ObjectKind::Accessor {
            get: thrower,
            set: thrower,
        }));
        let callee = self.intern(&crate::Text::new("callee"));
        object
            .properties
            .define(callee, Flags::ACCESSOR, Value::Object(accessor));
        self.alloc_object(object)
    }

    /// A new closure.
    pub fn alloc_closure(&mut self, function: FunctionId, captures: Arc<[ObjectRef]>, this: Value) -> ObjectRef {
        self.alloc_object(Object::new(ObjectKind::Closure {
            function,
            captures,
            this,
        }))
    }

    /// A new promise.
    pub fn alloc_promise(&mut self, promise: Promise) -> ObjectRef {
        self.alloc_object(Object::new(ObjectKind::Promise(promise)))
    }

    /// A new object whose state lives in the world.
    pub fn alloc_host(&mut self, class: HostClass, id: u32) -> ObjectRef {
        self.alloc_object(Object::new(ObjectKind::Host { class, id }))
    }

    /// A new error with a message.
    pub fn alloc_error(&mut self, kind: ErrorKind, message: &str, line: u32, stack: Vec<StackLine>) -> ObjectRef {
        let text = self.alloc_str(message);
        let mut object = Object::new(ObjectKind::Error(ErrorState::new(kind, line, stack)));
        object.properties.define(self.well_known().message, Flags::HIDDEN, text);
        self.alloc_object(object)
    }

    /// Gives an error a `code` that is shown with its name, as Node does with its own errors.
    pub fn set_error_code(&mut self, error: ObjectRef, code: Value) {
        let key = self.intern(&crate::Text::new("code"));
        let object = self.object_mut(error);
        object.properties.define(key, Flags::ALL, code);
        if let ObjectKind::Error(state) = &mut object.kind {
            state.is_coded = true;
        }
    }

    /// Marks an error as what somebody gets who gives back what is not held.
    pub fn mark_over_release(&mut self, error: ObjectRef) {
        if let ObjectKind::Error(state) = &mut self.object_mut(error).kind {
            state.is_over_release = true;
        }
    }

    /// Whether a value is an error that [`Heap::mark_over_release`] has marked.
    #[must_use]
    pub fn is_over_release(&self, value: Value) -> bool {
        value.object().is_some_and(
            |object| matches!(&self.object(object).kind, ObjectKind::Error(state) if state.is_over_release),
        )
    }

    /// A new error without a place, for whoever throws from outside the program.
    pub fn error(&mut self, kind: ErrorKind, message: &str) -> Value {
        Value::Object(self.alloc_error(kind, message, 0, Vec::new()))
    }

    /// The object in a slot.
    ///
    /// # Panics
    /// If the slot holds something else: [`Value::Object`] never refers to such a slot.
    #[must_use]
    #[inline]
    pub fn object(&self, reference: ObjectRef) -> &Object {
        match self.slot(reference) {
            Slot::Object(object) => object,
            Slot::Free { .. } | Slot::Cell(_) | Slot::Text(_) | Slot::Symbol(_) => {
                panic!("slot {} holds no object", reference.0)
            }
        }
    }

    /// The object in a slot, to be changed. Whoever stores references calls [`Heap::write_barrier`] afterwards.
    ///
    /// # Panics
    /// If the slot holds something else.
    #[inline]
    pub fn object_mut(&mut self, reference: ObjectRef) -> &mut Object {
        match self.slot_mut(reference) {
            Slot::Object(object) => Arc::make_mut(object),
            Slot::Free { .. } | Slot::Cell(_) | Slot::Text(_) | Slot::Symbol(_) => {
                panic!("slot {} holds no object", reference.0)
            }
        }
    }

    /// Shares everything that a shared object now holds.
    pub fn write_barrier(&mut self, reference: ObjectRef) {
        if !self.is_shared(reference) {
            return;
        }
        let mut stored = Vec::new();
        self.object(reference).for_each_value(|value| {
            if value.reference().is_some_and(|reference| !self.is_shared(reference)) {
                stored.push(value);
            }
        });
        stored.into_iter().for_each(|value| self.share(value));
    }

    /// The elements of an array, if the value is one.
    #[must_use]
    pub fn as_array(&self, value: Value) -> Option<&VecDeque<Value>> {
        let ObjectKind::Array(items) = &self.object(value.object()?).kind else {
            return None;
        };
        Some(items)
    }

    /// The promise that a value is, if it is one.
    #[must_use]
    pub fn as_promise(&self, value: Value) -> Option<&Promise> {
        let ObjectKind::Promise(promise) = &self.object(value.object()?).kind else {
            return None;
        };
        Some(promise)
    }

    /// A promise, to be changed.
    ///
    /// # Panics
    /// If the slot holds something else.
    pub fn promise_mut(&mut self, reference: ObjectRef) -> &mut Promise {
        let ObjectKind::Promise(promise) = &mut self.object_mut(reference).kind else {
            panic!("slot {} holds no promise", reference.0);
        };
        promise
    }

    /// The primitive value in an object that stands for one; any other value as it is.
    #[must_use]
    pub fn unboxed(&self, value: Value) -> Value {
        match value {
            // These prototype objects are objects of their own class.
            Value::Native(Native::Prototype(Owner::Number)) => return Value::number(0.0),
            Value::Native(Native::Prototype(Owner::Boolean)) => return Value::Bool(false),
            _ => {}
        }
        match value.object().map(|reference| &self.object(reference).kind) {
            Some(&ObjectKind::Primitive(primitive)) => primitive,
            Some(_) | None => value,
        }
    }

    /// Which object of the world a value stands for.
    #[must_use]
    pub fn as_host(&self, value: Value) -> Option<(HostClass, u32)> {
        host_of(self.object(value.object()?))
    }

    /// A new timer.
    pub fn alloc_timer(&mut self, timer: Timer) -> ObjectRef {
        self.alloc_object(Object::new(ObjectKind::Timer(Box::new(timer))))
    }

    /// The state of a timer; `None` of anything else.
    #[must_use]
    pub fn as_timer(&self, value: Value) -> Option<&Timer> {
        match &self.object(value.object()?).kind {
            ObjectKind::Timer(timer) => Some(timer),
            _ => None,
        }
    }

    /// The state of a timer, to change it.
    pub fn timer_mut(&mut self, reference: ObjectRef) -> Option<&mut Timer> {
        match &mut self.object_mut(reference).kind {
            ObjectKind::Timer(timer) => Some(timer),
            _ => None,
        }
    }

    /// Whether a value can be called.
    #[must_use]
    pub fn is_callable(&self, value: Value) -> bool {
        match value {
            Value::Native(native) => native.is_callable(),
            Value::Object(reference) => self.object(reference).is_callable(),
            Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Symbol(_)
            | Value::Cell(_)
            | Value::Uninitialized => false,
        }
    }

    /// The function of the program that a value is a closure of.
    #[must_use]
    pub fn as_closure(&self, value: Value) -> Option<FunctionId> {
        let ObjectKind::Closure { function, .. } = self.object(value.object()?).kind else {
            return None;
        };
        Some(function)
    }

    /// The numbers of all objects of the world that the heap refers to, in ascending order. Right after a collection
    /// these are the live ones.
    #[must_use]
    pub fn host_ids(&self) -> Vec<u32> {
        let slots = self.chunks.iter().flat_map(|chunk| chunk.slots.iter());
        let ids = slots.filter_map(|slot| match slot {
            Slot::Object(object) => host_of(object).map(|(_, id)| id),
            Slot::Free { .. } | Slot::Cell(_) | Slot::Text(_) | Slot::Symbol(_) => None,
        });
        let mut ids: Vec<u32> = ids.collect();
        ids.sort_unstable();
        ids
    }

    /// Whether the heap refers to the object of the world with this number; see [`Heap::host_ids`].
    #[must_use]
    pub fn is_live_host(&self, id: u32) -> bool {
        self.host_ids().binary_search(&id).is_ok()
    }

    /// The key under which a map or set finds a value.
    #[must_use]
    pub fn map_key(&self, value: Value) -> MapKey {
        match value {
            Value::Undefined | Value::Uninitialized | Value::Cell(_) => MapKey::Undefined,
            Value::Null => MapKey::Null,
            Value::Bool(value) => MapKey::Bool(value),
            // `-0` and `0` are the same key; adding zero makes them so.
            Value::Number(number) => MapKey::Number(Number::new(number.get() + 0.0)),
            Value::Text(text) => MapKey::Text(self.text(text).clone()),
            Value::Symbol(symbol) => MapKey::Symbol(symbol),
            Value::Object(reference) => MapKey::Object(reference),
            Value::Native(native) => MapKey::Native(native),
        }
    }
}

fn host_of(object: &Object) -> Option<(HostClass, u32)> {
    let ObjectKind::Host { class, id } = object.kind else {
        return None;
    };
    Some((class, id))
}
