//! Conversions and comparisons of values (ECMA-262 section 7).
//!
//! Owns what operators do before they operate. An object whose conversion is a built-in one is converted in place; one
//! whose conversion is the program's is asked for with [`Raise::Primitive`], because nothing here calls the program.

use crate::error::Outcome;
use crate::{ErrorKind, Heap, Hint, Native, PropertyKey, Pure, Raise, Text, Value, WellKnownSymbol, number};

use super::Machine;
use super::lookup::Found;

/// How deep arrays within arrays are converted.
const MAX_NESTING: usize = 100;

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

#[allow(
    clippy::wrong_self_convention,
    reason = "the names are those of ECMA-262; they convert the argument"
)]
impl Machine<'_, '_> {
    /// ToNumber.
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
            Value::Object(_) | Value::Native(_) => {
                let primitive = self.to_primitive(value, Hint::Number)?;
                return self.to_number(primitive);
            }
        })
    }

    /// ToString.
    pub(crate) fn to_text(&mut self, value: Value) -> Outcome<Text> {
        Ok(match value {
            Value::Undefined | Value::Uninitialized | Value::Cell(_) => Text::new("undefined"),
            Value::Null => Text::new("null"),
            Value::Bool(value) => Text::new(if value { "true" } else { "false" }),
            Value::Number(number) => Text::new(&number::to_string(number.get())),
            Value::Text(text) => self.context.heap.text(text).clone(),
            Value::Symbol(_) => {
                return Err(self.error(ErrorKind::TypeError, "Cannot convert a Symbol value to a string"));
            }
            Value::Object(_) | Value::Native(_) => {
                let primitive = self.to_primitive(value, Hint::String)?;
                return self.to_text(primitive);
            }
        })
    }

    /// ToPrimitive, if no code of the program has to run for it.
    pub(crate) fn to_primitive(&mut self, value: Value, hint: Hint) -> Outcome<Value> {
        if !value.is_object() {
            return Ok(value);
        }
        let place = None;
        let programs = Raise::Primitive { value, hint, place };
        let exotic = PropertyKey::Symbol(WellKnownSymbol::ToPrimitive.reference());
        match self.find_property(value, exotic) {
            Found::Missing | Found::Data(Value::Undefined | Value::Null) | Found::Getter(Value::Undefined) => {}
            Found::Data(Value::Native(Native::Pure(pure))) => {
                let hint = self.context.heap.alloc_str(hint.name());
                return self.convert_by(pure, value, &[hint], programs);
            }
            Found::Data(_) | Found::Getter(_) => return Err(programs),
        }
        let known = self.context.heap.well_known();
        let (to_string, value_of) = (known.to_string, known.value_of);
        let order = match hint {
            Hint::String => [to_string, value_of],
            Hint::Default | Hint::Number => [value_of, to_string],
        };
        for name in order {
            match self.find_property(value, PropertyKey::Name(name)) {
                Found::Data(Value::Native(Native::Pure(pure))) => {
                    let primitive = self.convert_by(pure, value, &[], programs)?;
                    if !primitive.is_object() {
                        return Ok(primitive);
                    }
                }
                Found::Data(method) if self.context.heap.is_callable(method) => return Err(programs),
                Found::Getter(getter) if getter != Value::Undefined => return Err(programs),
                Found::Data(_) | Found::Getter(_) | Found::Missing => {}
            }
        }
        Err(self.error(ErrorKind::TypeError, "Cannot convert object to primitive value"))
    }

    /// Converts with a built-in method. If that would call the program for a part of the object, the program's code does
    /// the whole conversion.
    fn convert_by(&mut self, pure: Pure, value: Value, args: &[Value], programs: Raise) -> Outcome<Value> {
        if pure.needs_frame() {
            return Err(programs);
        }
        match self.call_pure(pure, value, args, Value::Undefined) {
            Err(Raise::Primitive { .. } | Raise::Library) => Err(programs),
            outcome => outcome,
        }
    }

    /// The elements of an array as text with a separator; `undefined`, `null` and an array within itself are empty.
    pub(crate) fn join(&mut self, array: Value, items: &[Value], separator: &Text) -> Outcome<Text> {
        if self.joining.contains(&array) {
            return Ok(Text::new(""));
        }
        if self.joining.len() >= MAX_NESTING {
            return Err(self.error(ErrorKind::RangeError, "Maximum call stack size exceeded"));
        }
        self.joining.push(array);
        let text = self.join_items(items, separator);
        self.joining.pop();
        text
    }

    fn join_items(&mut self, items: &[Value], separator: &Text) -> Outcome<Text> {
        let mut units: Vec<u16> = Vec::new();
        for (index, &item) in items.iter().enumerate() {
            if index > 0 {
                units.extend(separator.units());
            }
            if !item.is_nullish() && item != Value::Uninitialized {
                units.extend(self.to_text(item)?.units());
            }
            self.context.heap.check_text_len(units.len())?;
        }
        Ok(Text::from_units(&units))
    }

    pub(crate) fn to_property_key(&mut self, value: Value) -> Outcome<PropertyKey> {
        if let Value::Number(number) = value {
            let number = number.get();
            if number >= 0.0 && number < f64::from(u32::MAX) && number.trunc() == number {
                return Ok(PropertyKey::Index(number as u32));
            }
        }
        let value = self.to_primitive(value, Hint::String)?;
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
        let is_same_type = std::mem::discriminant(&left) == std::mem::discriminant(&right);
        if is_same_type || (left.is_object() && right.is_object()) {
            return Ok(strict_equal(self.context.heap, left, right));
        }
        if left.is_object() || right.is_object() {
            let left = self.to_primitive(left, Hint::Default)?;
            let right = self.to_primitive(right, Hint::Default)?;
            return self.loose_equal(left, right);
        }
        if matches!(left, Value::Symbol(_)) || matches!(right, Value::Symbol(_)) {
            return Ok(false);
        }
        Ok(self.to_number(left)? == self.to_number(right)?)
    }
}
