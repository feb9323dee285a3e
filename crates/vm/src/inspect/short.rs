//! Values in one short line, for events and error messages.
//!
//! Owns a notation of its own, close to what the learner writes: strings in double quotes, `[1, 2]`, `{a: 1}`.

use bytecode::Program;

use crate::object::MapEntries;
use crate::{Heap, ObjectKind, ObjectRef, PromiseState, Text, Value, number};

use super::error::describe_error;
use super::name::{constructor_name, function_name};

/// How long the line gets.
const MAX_LEN: usize = 40;
const MAX_DEPTH: usize = 3;

/// A value in one line of at most 40 characters.
#[must_use]
pub fn short(heap: &Heap, program: &Program, value: Value) -> String {
    let mut line = Line {
        heap,
        program,
        text: String::new(),
    };
    line.value(value, 0);
    if line.text.chars().count() <= MAX_LEN {
        return line.text;
    }
    let kept: String = line.text.chars().take(MAX_LEN - 1).collect();
    format!("{kept}…")
}

/// A value as V8 tells of it where it has no words of the source for it: its type, and of primitives the value.
#[must_use]
pub fn kind_text(heap: &Heap, program: &Program, value: Value) -> String {
    let kind = crate::run::type_of(heap, value);
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) => {
            format!("{kind} {}", short(heap, program, value))
        }
        Value::Undefined
        | Value::Symbol(_)
        | Value::Object(_)
        | Value::Native(_)
        | Value::Cell(_)
        | Value::Uninitialized => kind.to_owned(),
    }
}

/// A value as Node tells what a function was given instead of what it takes.
#[must_use]
pub fn received(heap: &Heap, program: &Program, value: Value) -> String {
    const LENGTH_MAX: usize = 28;
    let kind = crate::run::type_of(heap, value);
    match value {
        Value::Undefined | Value::Null | Value::Cell(_) | Value::Uninitialized => short(heap, program, value),
        Value::Object(_) | Value::Native(_) if heap.is_callable(value) => {
            format!("function {}", function_name(heap, program, value))
        }
        Value::Object(_) | Value::Native(_) => {
            format!("an instance of {}", constructor_name(heap, program, value))
        }
        Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Symbol(_) => {
            let mut text = super::inspect(heap, program, value);
            if text.chars().count() > LENGTH_MAX {
                text = text.chars().take(LENGTH_MAX - 3).collect::<String>() + "...";
            }
            format!("type {kind} ({text})")
        }
    }
}

struct Line<'a> {
    heap: &'a Heap,
    program: &'a Program,
    text: String,
}

impl Line<'_> {
    /// Whether there is no need to go on.
    fn is_full(&self) -> bool {
        // Bytes are never fewer than characters, and four of them are at least one.
        self.text.len() > MAX_LEN * 4
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn value(&mut self, value: Value, depth: usize) {
        match value {
            Value::Undefined | Value::Cell(_) => self.push("undefined"),
            Value::Uninitialized => self.push("<empty>"),
            Value::Null => self.push("null"),
            Value::Bool(value) => self.push(if value { "true" } else { "false" }),
            Value::Number(number) if number.get() == 0.0 && number.get().is_sign_negative() => self.push("-0"),
            Value::Number(number) => self.push(&number::to_string(number.get())),
            Value::Text(text) => self.quoted(self.heap.text(text)),
            Value::Symbol(symbol) => self.push(&self.heap.symbol(symbol).descriptive()),
            Value::Native(native) => self.push(native.name_in(self.program)),
            Value::Object(reference) if depth >= MAX_DEPTH => self.folded(reference),
            Value::Object(reference) => self.object(reference, depth),
        }
    }

    fn quoted(&mut self, text: &Text) {
        self.push("\"");
        let part = text.slice(0, text.len().min(MAX_LEN * 2)).to_display();
        for point in part.chars() {
            match point {
                '"' => self.push("\\\""),
                '\\' => self.push("\\\\"),
                '\n' => self.push("\\n"),
                '\t' => self.push("\\t"),
                '\r' => self.push("\\r"),
                point if point.is_control() => self.push(&format!("\\x{:02x}", u32::from(point))),
                point => self.text.push(point),
            }
        }
        self.push("\"");
    }

    fn folded(&mut self, reference: ObjectRef) {
        let is_array = matches!(self.heap.object(reference).kind, ObjectKind::Array(_));
        self.push(if is_array { "[…]" } else { "{…}" });
    }

    fn object(&mut self, reference: ObjectRef, depth: usize) {
        let object = self.heap.object(reference);
        let value = Value::Object(reference);
        match &object.kind {
            ObjectKind::Array(items) => {
                let items = items.iter().map(|&item| (None, item));
                self.list("[", items, "]", depth);
            }
            ObjectKind::Closure { .. } | ObjectKind::BoundFunction { .. } | ObjectKind::ResolveFunction { .. } => {
                let name = function_name(self.heap, self.program, value);
                self.push(if name.is_empty() { "<function>" } else { &name });
            }
            ObjectKind::Error(_) => {
                let text = describe_error(self.heap, self.program, value);
                self.push(text.lines().next().unwrap_or_default());
            }
            ObjectKind::Promise(promise) => match promise.state {
                PromiseState::Pending => self.push("Promise {<pending>}"),
                PromiseState::Fulfilled(value) => self.list("Promise {", [(None, value)], "}", depth),
                PromiseState::Rejected(value) => self.list("Promise {<rejected> ", [(None, value)], "}", depth),
            },
            ObjectKind::Map(entries) => self.entries("Map", entries, true, depth),
            ObjectKind::Set(entries) => self.entries("Set", entries, false, depth),
            ObjectKind::Host { class, .. } => self.push(class.name()),
            ObjectKind::RegExp(regexp) => self.push(&regexp.to_display()),
            ObjectKind::Date(time) => self.push(&super::printer::date_text(time.get())),
            ObjectKind::Iterator(_) => self.push("<iterator>"),
            ObjectKind::Primitive(primitive) => self.list("Object(", [(None, *primitive)], ")", depth),
            ObjectKind::Plain
            | ObjectKind::Aggregate(_)
            | ObjectKind::Accessor { .. }
            | ObjectKind::Arguments
            | ObjectKind::Generator(_)
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakMap(_)
            | ObjectKind::WeakSet(_)
            | ObjectKind::Timer(_)
            | ObjectKind::WeakRef(_) => {
                self.properties(reference, depth);
            }
        }
    }

    fn properties(&mut self, reference: ObjectRef, depth: usize) {
        let object = self.heap.object(reference);
        let name = constructor_name(self.heap, self.program, Value::Object(reference));
        let open = if name == "Object" {
            "{".to_owned()
        } else {
            format!("{name} {{")
        };
        let elements = object.properties.elements();
        let elements = elements.map(|(index, _, value)| (Some(format!("{index}: ")), value));
        let named = object
            .properties
            .named()
            .iter()
            .filter(|property| property.flags.is_enumerable() && !property.flags.is_accessor());
        let named = named.map(|property| {
            let name = self.heap.key_display(property.key.into());
            (Some(format!("{name}: ")), property.value)
        });
        let all: Vec<(Option<String>, Value)> = elements.chain(named).collect();
        self.list(&open, all, "}", depth);
    }

    fn entries(&mut self, class: &str, entries: &MapEntries, is_map: bool, depth: usize) {
        self.push(&format!("{class}({}) {{", entries.len()));
        for (index, (key, value)) in entries.iter().enumerate() {
            if self.is_full() {
                break;
            }
            if index > 0 {
                self.push(", ");
            }
            self.value(key, depth + 1);
            if is_map {
                self.push(" => ");
                self.value(value, depth + 1);
            }
        }
        self.push("}");
    }

    fn list(
        &mut self,
        open: &str,
        items: impl IntoIterator<Item = (Option<String>, Value)>,
        close: &str,
        depth: usize,
    ) {
        self.push(open);
        for (index, (name, value)) in items.into_iter().enumerate() {
            if self.is_full() {
                break;
            }
            if index > 0 {
                self.push(", ");
            }
            self.push(&name.unwrap_or_default());
            self.value(value, depth + 1);
        }
        self.push(close);
    }
}
