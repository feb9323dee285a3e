//! Values to JSON (ECMA-262 section 25.5.2).
//!
//! Owns the format. It only reads the heap and calls nobody: what would call the program is left to the library.

use bytecode::Program;

use crate::inspect::constructor_name;
use crate::run::{Held, Objects};
use crate::{
    Heap, LimitKind, Native, Object, ObjectKind, ObjectRef, Owner, PropertyKey, Prototype, Pure, Raise, Text, Value,
    number,
};

use super::MAX_DEPTH;

/// Why a value has no JSON.
pub(crate) enum Failure {
    Limit(LimitKind),
    TooDeep,
    Circular(String),
    /// A `toJSON`, a getter or a conversion of the program has to be called.
    Program,
}

/// A value without line breaks; `undefined` for what JSON leaves out. For printing: what cannot be written is named.
pub(crate) fn to_text(heap: &Heap, program: &Program, value: Value) -> String {
    let mut writer = Writer::new(heap, program, Text::new(""), None);
    match writer.value(value) {
        Ok(true) => writer.finish().to_display(),
        Ok(false) => "undefined".to_owned(),
        Err(Failure::Circular(_)) => "[Circular]".to_owned(),
        Err(Failure::Limit(_) | Failure::TooDeep | Failure::Program) => "[Object]".to_owned(),
    }
}

pub(super) struct Writer<'a> {
    heap: &'a Heap,
    program: &'a Program,
    out: Vec<u16>,
    indent: Text,
    /// The objects around the current value, with the keys that led to them.
    around: Vec<(ObjectRef, String)>,
    /// The properties to keep, if there is a choice.
    allowed: Option<Vec<PropertyKey>>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        heap: &'a Heap,
        program: &'a Program,
        indent: Text,
        allowed: Option<Vec<PropertyKey>>,
    ) -> Writer<'a> {
        Writer {
            heap,
            program,
            out: Vec::new(),
            indent,
            around: Vec::new(),
            allowed,
        }
    }

    pub(super) fn finish(self) -> Text {
        Text::from_units(&self.out)
    }

    fn push(&mut self, text: &str) {
        self.out.extend(text.encode_utf16());
    }

    fn line_break(&mut self) {
        if !self.indent.is_empty() {
            self.push("\n");
            for _ in 0..self.around.len() {
                self.out.extend(self.indent.units());
            }
        }
    }

    /// Writes a value; returns false for what JSON leaves out.
    pub(super) fn value(&mut self, value: Value) -> Result<bool, Failure> {
        self.keyed(value, String::new())
    }

    fn keyed(&mut self, value: Value, key: String) -> Result<bool, Failure> {
        match value {
            Value::Null => self.push("null"),
            Value::Bool(value) => self.push(if value { "true" } else { "false" }),
            Value::Number(number) if number.get().is_finite() => self.push(&number::to_string(number.get())),
            Value::Number(_) => self.push("null"),
            Value::Text(text) => quote(&mut self.out, self.heap.text(text)),
            Value::Object(_) if self.heap.is_callable(value) => return Ok(false),
            Value::Object(reference) => self.object(reference, key)?,
            Value::Native(native) if native.is_callable() => return Ok(false),
            Value::Native(_) => self.push("{}"),
            Value::Undefined | Value::Symbol(_) | Value::Cell(_) | Value::Uninitialized => return Ok(false),
        }
        match self.heap.check_text_len(self.out.len()) {
            Err(Raise::Limit(kind)) => Err(Failure::Limit(kind)),
            Err(Raise::Throw(_) | Raise::Primitive { .. } | Raise::Library) | Ok(()) => Ok(true),
        }
    }

    fn object(&mut self, reference: ObjectRef, key: String) -> Result<(), Failure> {
        if let Some(start) = self.around.iter().position(|&(around, _)| around == reference) {
            return Err(Failure::Circular(self.circle(start, &key)));
        }
        if self.around.len() >= MAX_DEPTH {
            return Err(Failure::TooDeep);
        }
        if let Some(text) = self.converted(reference)? {
            self.out.extend(text.units());
            return Ok(());
        }
        self.around.push((reference, key));
        let object = self.heap.object(reference);
        let (close, is_empty) = if let ObjectKind::Array(items) = &object.kind {
            let has_holes = items.contains(&Value::Uninitialized);
            if object.properties.has_elements() || (has_holes && !self.is_nothing_inherited(object)) {
                return Err(Failure::Program);
            }
            self.push("[");
            for (index, &item) in items.iter().enumerate() {
                if index > 0 {
                    self.push(",");
                }
                self.line_break();
                if !self.keyed(item, format!("index {index}"))? {
                    self.push("null");
                }
            }
            ("]", items.is_empty())
        } else {
            self.push("{");
            ("}", !self.properties(object)?)
        };
        self.around.pop();
        if !is_empty {
            self.line_break();
        }
        self.push(close);
        Ok(())
    }

    /// Whether nothing stands behind the holes of an array.
    fn is_nothing_inherited(&self, array: &Object) -> bool {
        let is_bare = |owner| {
            let overlay = self.heap.overlay(Native::Prototype(owner));
            overlay.is_none_or(|overlay| !self.heap.object(overlay).properties.has_elements())
        };
        array.prototype == Prototype::Default && is_bare(Owner::Array) && is_bare(Owner::Object)
    }

    /// The JSON of an object that is converted before it is written: a date, or a primitive value as an object.
    fn converted(&self, reference: ObjectRef) -> Result<Option<Text>, Failure> {
        let objects = Objects {
            heap: self.heap,
            program: self.program,
        };
        let value = Value::Object(reference);
        let to_json = objects.lookup(value, PropertyKey::Name(self.heap.well_known().to_json));
        let object = self.heap.object(reference);
        match (to_json.map(|lookup| lookup.own.held), &object.kind) {
            (None, ObjectKind::Primitive(_)) => {}
            (Some(Held::Value(Value::Native(Native::Pure(Pure::DateToJson)))), ObjectKind::Date(time)) => {
                let is_plain = object.prototype == Prototype::Default
                    && object.properties.is_empty()
                    && self.heap.overlay(Native::Prototype(Owner::Date)).is_none();
                if !is_plain {
                    return Err(Failure::Program);
                }
                let time = time.get();
                let is_valid = !time.is_nan();
                return Ok(Some(Text::new(&if is_valid {
                    format!("\"{}\"", crate::date::to_iso_string(time))
                } else {
                    "null".to_owned()
                })));
            }
            (Some(Held::Value(value)), _) if !self.heap.is_callable(value) => {}
            (Some(_), _) => return Err(Failure::Program),
            (None, _) => return Ok(None),
        }
        match object.kind {
            ObjectKind::Primitive(Value::Bool(value)) => Ok(Some(Text::new(if value { "true" } else { "false" }))),
            ObjectKind::Primitive(primitive @ (Value::Number(_) | Value::Text(_))) => {
                let owner = if let Value::Text(_) = primitive {
                    Owner::String
                } else {
                    Owner::Number
                };
                let is_plain = object.prototype == Prototype::Default
                    && object.properties.is_empty()
                    && self.heap.overlay(Native::Prototype(owner)).is_none();
                if !is_plain {
                    return Err(Failure::Program);
                }
                let mut units = Vec::new();
                match primitive {
                    Value::Text(text) => quote(&mut units, self.heap.text(text)),
                    Value::Number(number) if number.get().is_finite() => {
                        units.extend(number::to_string(number.get()).encode_utf16());
                    }
                    _ => units.extend("null".encode_utf16()),
                }
                Ok(Some(Text::from_units(&units)))
            }
            _ => Ok(None),
        }
    }

    /// Writes the properties of an object; returns whether there were any.
    fn properties(&mut self, object: &Object) -> Result<bool, Failure> {
        let elements = object.properties.elements();
        let elements = elements.map(|(index, _, value)| (PropertyKey::Index(index), value));
        let named = object
            .properties
            .named()
            .iter()
            .filter(|property| property.flags.is_enumerable() && property.key.symbol().is_none());
        let named = named.map(|property| (property.key.into(), property.value));
        let has_accessors = object.properties.elements().any(|(_, flags, _)| flags.is_accessor())
            || object
                .properties
                .named()
                .iter()
                .any(|property| property.flags.is_accessor());
        // Characters of a string are properties too, and a list of names reaches what is inherited.
        let is_other = !matches!(object.kind, ObjectKind::Plain | ObjectKind::Error(_)) && self.allowed.is_some();
        let is_text = matches!(object.kind, ObjectKind::Primitive(Value::Text(_)));
        if has_accessors || is_other || is_text || (self.allowed.is_some() && object.prototype != Prototype::Default) {
            return Err(Failure::Program);
        }
        let mut present: Vec<(PropertyKey, Value)> = elements.chain(named).collect();
        if let Some(allowed) = &self.allowed {
            let value_of = |key| present.iter().find(|&&(known, _)| known == key).copied();
            present = allowed.iter().filter_map(|&key| value_of(key)).collect();
        }
        let mut is_any = false;
        for (key, value) in present {
            let before = self.out.len();
            if is_any {
                self.push(",");
            }
            self.line_break();
            let name = match key {
                PropertyKey::Index(index) => Text::new(&index.to_string()),
                PropertyKey::Name(key) => self.heap.key_text(key).clone(),
                PropertyKey::Symbol(_) => continue,
            };
            quote(&mut self.out, &name);
            self.push(if self.indent.is_empty() { ":" } else { ": " });
            if self.keyed(value, format!("property '{}'", name.to_display()))? {
                is_any = true;
            } else {
                self.out.truncate(before);
            }
        }
        Ok(is_any)
    }

    /// The message that leads around a circle, as V8 words it.
    fn circle(&self, start: usize, last: &str) -> String {
        let class = |at: ObjectRef| constructor_name(self.heap, self.program, Value::Object(at));
        let mut lines = vec!["Converting circular structure to JSON".to_owned()];
        lines.push(format!(
            "    --> starting at object with constructor '{}'",
            class(self.around[start].0)
        ));
        let inner = &self.around[start + 1..];
        for (index, (reference, key)) in inner.iter().enumerate() {
            // The first two and the last are enough to find it.
            if index < 2 || index + 1 == inner.len() {
                lines.push(format!(
                    "    |     {key} -> object with constructor '{}'",
                    class(*reference)
                ));
            } else if index == 2 {
                lines.push("    |     ...".to_owned());
            }
        }
        lines.push(format!("    --- {last} closes the circle"));
        lines.join("\n")
    }
}

/// QuoteJSONString (ECMA-262 section 25.5.2.3).
fn quote(out: &mut Vec<u16>, text: &Text) {
    out.push(u16::from(b'"'));
    for point in char::decode_utf16(text.units()) {
        let point = match point {
            Ok(point) => point,
            Err(lone) => {
                out.extend(format!("\\u{:04x}", lone.unpaired_surrogate()).encode_utf16());
                continue;
            }
        };
        let escape = match point {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\u{8}' => "\\b",
            '\u{c}' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\0'..='\u{1f}' => {
                out.extend(format!("\\u{:04x}", u32::from(point)).encode_utf16());
                continue;
            }
            _ => {
                out.extend_from_slice(point.encode_utf16(&mut [0; 2]));
                continue;
            }
        };
        out.extend(escape.encode_utf16());
    }
    out.push(u16::from(b'"'));
}
