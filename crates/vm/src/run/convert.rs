//! Conversions and comparisons of values (ECMA-262 section 7).
//!
//! Owns what operators do before they operate. Objects with a `toString` or `valueOf` of their own are not converted
//! behind the learner's back: that would call script code in the middle of an operation.

use crate::error::Outcome;
use crate::object::IteratorState;
use crate::{ErrorKind, Heap, KeyId, Native, ObjectKind, ObjectRef, PropertyKey, Text, Value, number};

use super::Machine;

/// How deep arrays within arrays are converted.
const MAX_NESTING: usize = 64;

pub(crate) fn to_boolean(heap: &Heap, value: Value) -> bool {
    match value {
        Value::Undefined | Value::Null | Value::Uninitialized => false,
        Value::Bool(value) => value,
        Value::Number(number) => {
            let number = number.get();
            !(number == 0.0 || number.is_nan())
        }
        Value::Text(text) => !heap.text(text).is_empty(),
        Value::Symbol(_) | Value::Object(_) | Value::Native(_) | Value::Cell(_) => true,
    }
}

pub(crate) fn type_of(heap: &Heap, value: Value) -> &'static str {
    match value {
        Value::Undefined | Value::Uninitialized | Value::Cell(_) => "undefined",
        Value::Null => "object",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::Text(_) => "string",
        Value::Symbol(_) => "symbol",
        Value::Object(_) | Value::Native(_) => {
            if heap.is_callable(value) {
                "function"
            } else {
                "object"
            }
        }
    }
}

pub(crate) fn strict_equal(heap: &Heap, left: Value, right: Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.get() == right.get(),
        (Value::Text(left), Value::Text(right)) => left == right || heap.text(left) == heap.text(right),
        _ => left == right,
    }
}

pub(crate) fn same_value(heap: &Heap, left: Value, right: Value) -> bool {
    match (left, right) {
        // Numbers are compared by their bits, of which NaN has only one pattern.
        (Value::Number(left), Value::Number(right)) => left == right,
        _ => strict_equal(heap, left, right),
    }
}

pub(crate) fn same_value_zero(heap: &Heap, left: Value, right: Value) -> bool {
    strict_equal(heap, left, right) || same_value(heap, left, right)
}

/// The word in `[object ...]`.
fn class_tag(kind: &ObjectKind) -> &'static str {
    match kind {
        ObjectKind::Plain | ObjectKind::Host { .. } | ObjectKind::Aggregate(_) | ObjectKind::Accessor { .. } => {
            "Object"
        }
        ObjectKind::Primitive(Value::Symbol(_)) => "Object",
        ObjectKind::Primitive(value) => crate::inspect::primitive_class(*value),
        ObjectKind::Arguments => "Arguments",
        ObjectKind::Generator(generator) if generator.is_async => "AsyncGenerator",
        ObjectKind::Generator(_) => "Generator",
        ObjectKind::WeakMap(_) => "WeakMap",
        ObjectKind::WeakSet(_) => "WeakSet",
        ObjectKind::WeakRef(_) => "WeakRef",
        ObjectKind::IteratorRecord { .. } => "Object",
        ObjectKind::Array(_) => "Array",
        ObjectKind::Closure { .. } | ObjectKind::BoundFunction { .. } | ObjectKind::ResolveFunction { .. } => {
            "Function"
        }
        ObjectKind::Promise(_) => "Promise",
        ObjectKind::Error(_) => "Error",
        ObjectKind::Map(_) => "Map",
        ObjectKind::Set(_) => "Set",
        ObjectKind::Iterator(IteratorState::Array { .. }) => "Array Iterator",
        ObjectKind::Iterator(IteratorState::Text { .. }) => "String Iterator",
        ObjectKind::Iterator(IteratorState::Map { .. }) => "Map Iterator",
        ObjectKind::Iterator(IteratorState::Keys { .. } | IteratorState::Done) => "Iterator",
    }
}

#[allow(
    clippy::wrong_self_convention,
    reason = "the names are those of ECMA-262; they convert the argument"
)]
impl Machine<'_, '_> {
    pub(crate) fn to_number(&mut self, value: Value) -> Outcome<f64> {
        Ok(match value {
            Value::Number(number) => number.get(),
            Value::Undefined | Value::Uninitialized | Value::Cell(_) => f64::NAN,
            Value::Null => 0.0,
            Value::Bool(value) => f64::from(u8::from(value)),
            Value::Text(text) => number::parse(self.context.heap.text(text)),
            Value::Symbol(_) => {
                return Err(self.error(ErrorKind::TypeError, "Cannot convert a Symbol value to a number"));
            }
            Value::Object(_) | Value::Native(_) => number::parse(&self.to_text(value)?),
        })
    }

    /// ToPrimitive: numbers, strings and so on are themselves, objects become strings.
    pub(crate) fn to_primitive(&mut self, value: Value) -> Outcome<Value> {
        match value {
            Value::Object(_) | Value::Native(_) => {
                let text = self.to_text(value)?;
                Ok(self.context.heap.alloc_text(text))
            }
            Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Symbol(_)
            | Value::Cell(_)
            | Value::Uninitialized => Ok(value),
        }
    }

    pub(crate) fn to_text(&mut self, value: Value) -> Outcome<Text> {
        self.nested_text(value, 0)
    }

    fn nested_text(&mut self, value: Value, depth: usize) -> Outcome<Text> {
        Ok(match value {
            Value::Undefined | Value::Uninitialized | Value::Cell(_) => Text::new("undefined"),
            Value::Null => Text::new("null"),
            Value::Bool(value) => Text::new(if value { "true" } else { "false" }),
            Value::Number(number) => Text::new(&number::to_string(number.get())),
            Value::Text(text) => self.context.heap.text(text).clone(),
            Value::Symbol(_) => {
                return Err(self.error(ErrorKind::TypeError, "Cannot convert a Symbol value to a string"));
            }
            Value::Native(native) => Text::new(&native_text(native)),
            Value::Object(reference) => return self.object_text(reference, depth),
        })
    }

    fn object_text(&mut self, reference: ObjectRef, depth: usize) -> Outcome<Text> {
        self.check_own_conversion(reference)?;
        let object = self.context.heap.object(reference);
        match &object.kind {
            ObjectKind::Array(items) => {
                if depth >= MAX_NESTING {
                    // An array that contains itself: the inner one counts as empty.
                    return Ok(Text::new(""));
                }
                let items: Vec<Value> = items.iter().copied().collect();
                self.join(&items, &Text::new(","), depth)
            }
            ObjectKind::Error(_) => Ok(Text::new(&crate::inspect::error_headline(self.context.heap, reference))),
            ObjectKind::Closure { function, .. } => {
                let function = self.context.program.function(*function);
                let name = self.context.program.atom(function.name);
                Ok(Text::new(&format!("function {name}() {{ ... }}")))
            }
            ObjectKind::BoundFunction { .. } | ObjectKind::ResolveFunction { .. } => {
                Ok(Text::new("function () { [native code] }"))
            }
            ObjectKind::Plain
            | ObjectKind::Promise(_)
            | ObjectKind::Aggregate(_)
            | ObjectKind::Map(_)
            | ObjectKind::Set(_)
            | ObjectKind::Iterator(_)
            | ObjectKind::Host { .. }
            | ObjectKind::Accessor { .. }
            | ObjectKind::Primitive(_)
            | ObjectKind::Arguments
            | ObjectKind::Generator(_)
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakMap(_)
            | ObjectKind::WeakSet(_)
            | ObjectKind::WeakRef(_) => Ok(Text::new(&format!("[object {}]", class_tag(&object.kind)))),
        }
    }

    /// Elements as text with a separator; `undefined` and `null` are empty.
    pub(crate) fn join(&mut self, items: &[Value], separator: &Text, depth: usize) -> Outcome<Text> {
        let mut units: Vec<u16> = Vec::new();
        for (index, &item) in items.iter().enumerate() {
            if index > 0 {
                units.extend(separator.units());
            }
            if !item.is_nullish() && item != Value::Uninitialized {
                units.extend(self.nested_text(item, depth + 1)?.units());
            }
            self.context.heap.check_text_len(units.len())?;
        }
        Ok(Text::from_units(&units))
    }

    fn check_own_conversion(&mut self, reference: ObjectRef) -> Outcome<()> {
        let heap = &self.context.heap;
        let to_string = heap.well_known().to_string;
        let value_of = heap.find_key(&Text::new("valueOf"));
        let own = [Some(to_string), value_of].into_iter().flatten();
        for key in own {
            if self
                .own_in_chain(reference, key)
                .is_some_and(|value| self.context.heap.is_callable(value))
            {
                let name = self.context.heap.key_text(key).to_display();
                let message = format!("an object with its own `{name}` is not converted by itself; call `{name}()`");
                return Err(self.error(ErrorKind::TypeError, &message));
            }
        }
        Ok(())
    }

    fn own_in_chain(&self, reference: ObjectRef, key: KeyId) -> Option<Value> {
        let mut at = Some(reference);
        while let Some(reference) = at {
            let object = self.context.heap.object(reference);
            if let Some(value) = object.properties.get(key) {
                return Some(value);
            }
            at = object.prototype.object();
        }
        None
    }

    pub(crate) fn to_property_key(&mut self, value: Value) -> Outcome<PropertyKey> {
        if let Value::Number(number) = value {
            let number = number.get();
            if number >= 0.0 && number < f64::from(u32::MAX) && number.trunc() == number {
                return Ok(PropertyKey::Index(number as u32));
            }
        }
        if let Value::Symbol(symbol) = value {
            return Ok(PropertyKey::Symbol(symbol));
        }
        let text = self.to_text(value)?;
        if let Some(index) = text.array_index() {
            return Ok(PropertyKey::Index(index));
        }
        Ok(PropertyKey::Name(self.context.heap.intern(&text)))
    }

    /// A property's name as a string value.
    pub(crate) fn key_value(&mut self, key: PropertyKey) -> Value {
        match key {
            PropertyKey::Index(index) => self.context.heap.alloc_str(&index.to_string()),
            PropertyKey::Symbol(symbol) => Value::Symbol(symbol),
            PropertyKey::Name(key) => {
                let text = self.context.heap.key_text(key).clone();
                self.context.heap.alloc_text(text)
            }
        }
    }

    /// `left == right`.
    pub(crate) fn loose_equal(&mut self, left: Value, right: Value) -> Outcome<bool> {
        if left.is_nullish() || right.is_nullish() {
            return Ok(left.is_nullish() && right.is_nullish());
        }
        let is_object = |value| matches!(value, Value::Object(_) | Value::Native(_));
        let is_same_type = std::mem::discriminant(&left) == std::mem::discriminant(&right);
        if is_same_type || (is_object(left) && is_object(right)) {
            return Ok(strict_equal(self.context.heap, left, right));
        }
        if is_object(left) || is_object(right) {
            let left = self.to_primitive(left)?;
            let right = self.to_primitive(right)?;
            return self.loose_equal(left, right);
        }
        Ok(self.to_number(left)? == self.to_number(right)?)
    }
}

fn native_text(native: Native) -> String {
    if native.is_callable() {
        format!("function {}() {{ [native code] }}", native.name())
    } else {
        format!("[object {}]", native.name())
    }
}
