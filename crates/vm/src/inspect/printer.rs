//! The walk over a value that prints it.
//!
//! Owns what of an object is shown and in which order. Where lines break is decided next door.

use bytecode::Program;

use crate::object::{IterationKind, IteratorState, MapEntries};
use crate::{Heap, KeyId, Object, ObjectKind, ObjectRef, PromiseState, PropertyKey, Text, Value, number};

use super::error::error_text;
use super::layout::{Frame, MAX_ITEMS, Place, arrange};
use super::name::{constructor_name, function_name, function_type, native_text};
use super::quote::{property_name, quote};

/// How many characters of a string inside an object are shown.
const MAX_TEXT: usize = 10_000;
/// A string that is longer than this and than its line is broken at its line breaks.
const MIN_BROKEN_TEXT: usize = 16;
const LINE_WIDTH: usize = 80;
/// From this many bytes on, objects are only named: what nobody can read need not be printed.
const MAX_OUTPUT: usize = 1 << 22;

pub(super) struct Printer<'a> {
    heap: &'a Heap,
    program: &'a Program,
    /// How deep objects are shown.
    max_depth: usize,
    /// Whether the length of arrays is shown too.
    shows_hidden: bool,
    indentation: usize,
    /// The objects around the current value.
    around: Vec<ObjectRef>,
    /// The objects that something inside of them refers to.
    circular: Vec<ObjectRef>,
    /// The depth of the object that was printed last.
    last_depth: usize,
    output: usize,
}

/// A property to be shown.
#[derive(Clone, Copy)]
struct Shown {
    key: PropertyKey,
    is_enumerable: bool,
    value: Value,
}

impl<'a> Printer<'a> {
    pub(super) fn new(heap: &'a Heap, program: &'a Program, max_depth: usize) -> Printer<'a> {
        Printer {
            heap,
            program,
            max_depth,
            shows_hidden: false,
            indentation: 0,
            around: Vec::new(),
            circular: Vec::new(),
            last_depth: 0,
            output: 0,
        }
    }

    pub(super) fn with_hidden(self) -> Printer<'a> {
        Printer {
            shows_hidden: true,
            ..self
        }
    }

    pub(super) fn value(&mut self, value: Value, depth: usize) -> String {
        match value {
            Value::Undefined | Value::Cell(_) | Value::Uninitialized => "undefined".to_owned(),
            Value::Null => "null".to_owned(),
            Value::Bool(value) => value.to_string(),
            Value::Number(number) => number_text(number.get()),
            Value::Text(text) => self.text(self.heap.text(text)),
            Value::Symbol(symbol) => self.heap.symbol(symbol).descriptive(),
            Value::Native(native) => native_text(self.program, native),
            Value::Object(reference) => self.object(reference, depth),
        }
    }

    fn text(&self, text: &Text) -> String {
        let shown = text.slice(0, text.len().min(MAX_TEXT)).to_units();
        let left = text.len() - shown.len();
        let trailer = match left {
            0 => String::new(),
            1 => "... 1 more character".to_owned(),
            left => format!("... {left} more characters"),
        };
        if shown.len() <= MIN_BROKEN_TEXT || shown.len() + self.indentation + 4 <= LINE_WIDTH {
            return quote(&shown) + &trailer;
        }
        let lines: Vec<String> = shown.split_inclusive(|&unit| unit == 0x0a).map(quote).collect();
        lines.join(&format!(" +\n{}", " ".repeat(self.indentation + 2))) + &trailer
    }

    fn object(&mut self, reference: ObjectRef, depth: usize) -> String {
        if self.around.contains(&reference) {
            return format!("[Circular *{}]", self.circular_number(reference));
        }
        let object = self.heap.object(reference);
        let keys = self.properties(reference, object);
        let mut frame = self.frame(reference, object);
        if self.is_empty(object) && keys.is_empty() {
            return self.empty(&frame);
        }
        if depth > self.max_depth || self.output > MAX_OUTPUT {
            return format!("[{}]", self.class(object));
        }
        self.around.push(reference);
        self.last_depth = depth + 1;
        let mut parts = self.entries(&mut frame, object, depth + 1);
        for shown in keys {
            let part = self.property(shown, depth + 1);
            parts.push(part);
        }
        self.around.pop();
        if let Some(number) = self.circular.iter().position(|&known| known == reference) {
            let separator = if frame.base.is_empty() { "" } else { " " };
            frame.base = format!("<ref *{}>{separator}{}", number + 1, frame.base);
        }
        let place = Place {
            indentation: self.indentation,
            levels_inside: self.last_depth - (depth + 1),
        };
        let items = self.heap.as_array(Value::Object(reference));
        let is_number = |at: usize| items.is_some_and(|items| matches!(items.get(at), Some(Value::Number(_))));
        let text = arrange(parts, &frame, place, is_number);
        self.output += text.len();
        text
    }

    fn circular_number(&mut self, reference: ObjectRef) -> usize {
        let known = self.circular.iter().position(|&known| known == reference);
        let number = known.unwrap_or_else(|| {
            self.circular.push(reference);
            self.circular.len() - 1
        });
        number + 1
    }

    // What an object is

    /// The name in square brackets that stands for an object that is not shown.
    fn class(&self, object: &Object) -> String {
        let class = constructor_name(self.heap, self.program, object);
        match iterator_tag(&object.kind) {
            Some(tag) => format!("{class} [{tag}]"),
            None => class,
        }
    }

    fn frame(&self, reference: ObjectRef, object: &Object) -> Frame {
        let class = constructor_name(self.heap, self.program, object);
        let mut frame = Frame {
            base: String::new(),
            open: "{".to_owned(),
            close: "}",
            is_list: false,
        };
        match &object.kind {
            ObjectKind::Array(items) => {
                frame.is_list = true;
                frame.close = "]";
                let is_plain = class == "Array";
                frame.open = if is_plain {
                    "[".to_owned()
                } else {
                    format!("{class}({}) [", items.len())
                };
            }
            ObjectKind::Map(entries) | ObjectKind::Set(entries) => {
                frame.open = format!("{class}({}) {{", entries.len())
            }
            ObjectKind::Promise(_)
            | ObjectKind::Host { .. }
            | ObjectKind::Accessor { .. }
            | ObjectKind::Primitive(_)
            | ObjectKind::Arguments
            | ObjectKind::Generator(_)
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakMap(_)
            | ObjectKind::WeakSet(_)
            | ObjectKind::WeakRef(_) => frame.open = format!("{class} {{"),
            ObjectKind::Iterator(IteratorState::Map { map, kind, .. }) => {
                frame.open = format!("[{}] {{", self.map_iterator_tag(*map, *kind));
            }
            ObjectKind::Iterator(_) => frame.open = format!("{} {{", self.class(object)),
            ObjectKind::RegExp(regexp) => frame.base = regexp.to_display(),
            ObjectKind::Date(time) => frame.base = date_text(time.get()),
            ObjectKind::Error(_) => frame.base = error_text(self.heap, self.program, reference, self.indentation),
            ObjectKind::Closure { function, .. } => {
                frame.base = self.function_base(reference, function_type(self.program, *function));
            }
            ObjectKind::BoundFunction { .. } | ObjectKind::ResolveFunction { .. } => {
                frame.base = self.function_base(reference, "Function");
            }
            ObjectKind::Plain | ObjectKind::Aggregate(_) if class == "Object" => {}
            ObjectKind::Plain | ObjectKind::Aggregate(_) => frame.open = format!("{class} {{"),
        }
        frame
    }

    fn function_base(&self, reference: ObjectRef, function_type: &str) -> String {
        match function_name(self.heap, self.program, Value::Object(reference)).as_str() {
            "" => format!("[{function_type} (anonymous)]"),
            name => format!("[{function_type}: {name}]"),
        }
    }

    fn map_iterator_tag(&self, map: ObjectRef, kind: IterationKind) -> &'static str {
        let is_map = matches!(self.heap.object(map).kind, ObjectKind::Map(_));
        match (is_map, kind) {
            (true, IterationKind::Entries) => "Map Entries",
            (true, IterationKind::Keys | IterationKind::Values) => "Map Iterator",
            (false, IterationKind::Entries) => "Set Entries",
            (false, IterationKind::Keys | IterationKind::Values) => "Set Iterator",
        }
    }

    /// Whether there is nothing to show but properties.
    fn is_empty(&self, object: &Object) -> bool {
        match &object.kind {
            ObjectKind::Array(items) => items.is_empty(),
            ObjectKind::Map(entries) | ObjectKind::Set(entries) => entries.is_empty(),
            ObjectKind::Promise(_) | ObjectKind::Iterator(IteratorState::Map { .. }) => false,
            ObjectKind::Plain
            | ObjectKind::Closure { .. }
            | ObjectKind::BoundFunction { .. }
            | ObjectKind::ResolveFunction { .. }
            | ObjectKind::Aggregate(_)
            | ObjectKind::Error(_)
            | ObjectKind::Iterator(_)
            | ObjectKind::Host { .. }
            | ObjectKind::Accessor { .. }
            | ObjectKind::Primitive(_)
            | ObjectKind::Arguments
            | ObjectKind::Generator(_)
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakMap(_)
            | ObjectKind::WeakSet(_)
            | ObjectKind::WeakRef(_)
            | ObjectKind::RegExp(_)
            | ObjectKind::Date(_) => true,
        }
    }

    fn empty(&self, frame: &Frame) -> String {
        if frame.base.is_empty() {
            format!("{}{}", frame.open, frame.close)
        } else {
            frame.base.clone()
        }
    }

    // Properties

    fn properties(&self, reference: ObjectRef, object: &Object) -> Vec<Shown> {
        let elements = object.properties.elements().map(|(index, flags, value)| Shown {
            key: PropertyKey::Index(index),
            is_enumerable: flags.is_enumerable(),
            value,
        });
        let named = object.properties.named().iter().map(|property| Shown {
            key: property.key.into(),
            is_enumerable: property.flags.is_enumerable(),
            value: property.value,
        });
        let mut keys: Vec<Shown> = elements.chain(named).filter(|shown| shown.is_enumerable).collect();
        if let ObjectKind::Error(_) = object.kind {
            self.adjust_error_keys(reference, object, &mut keys);
        }
        if let (true, ObjectKind::Array(items)) = (self.shows_hidden, &object.kind) {
            let length = Shown {
                key: PropertyKey::Name(self.heap.well_known().length),
                is_enumerable: false,
                value: Value::number(items.len() as f64),
            };
            keys.insert(0, length);
        }
        keys
    }

    /// Leaves out what the error's text says anyway and adds its causes.
    fn adjust_error_keys(&self, reference: ObjectRef, object: &Object, keys: &mut Vec<Shown>) {
        let known = self.heap.well_known();
        let text = super::stack_text(self.heap, self.program, reference);
        keys.retain(|shown| {
            let is_said = [known.name, known.message, known.stack]
                .map(PropertyKey::Name)
                .contains(&shown.key);
            !(is_said && text.contains(&super::format::plain_text(self.heap, shown.value)))
        });
        let mut add = |key: KeyId| {
            let value = object.properties.get(key);
            if let Some(value) = value.filter(|_| keys.iter().all(|shown| shown.key != PropertyKey::Name(key))) {
                keys.push(Shown {
                    key: PropertyKey::Name(key),
                    is_enumerable: false,
                    value,
                });
            }
        };
        add(known.cause);
        if object
            .properties
            .get(known.errors)
            .is_some_and(|errors| self.heap.as_array(errors).is_some())
        {
            add(known.errors);
        }
    }

    fn property(&mut self, shown: Shown, depth: usize) -> String {
        let name = match shown.key {
            PropertyKey::Index(index) => format!("'{index}'"),
            PropertyKey::Name(key) if shown.is_enumerable => property_name(&self.heap.key_text(key).to_units()),
            PropertyKey::Name(key) => format!("[{}]", self.heap.key_text(key).to_display()),
            PropertyKey::Symbol(symbol) => format!("[{}]", self.heap.symbol(symbol).descriptive()),
        };
        format!("{name}: {}", self.nested(shown.value, depth))
    }

    fn nested(&mut self, value: Value, depth: usize) -> String {
        self.indentation += 2;
        let text = self.value(value, depth);
        self.indentation -= 2;
        text
    }

    // Entries

    fn entries(&mut self, frame: &mut Frame, object: &'a Object, depth: usize) -> Vec<String> {
        match &object.kind {
            ObjectKind::Array(items) => self.items(items.iter().copied(), items.len(), depth),
            ObjectKind::Map(entries) => self.map_entries(entries, depth),
            ObjectKind::Set(entries) => {
                let parts = entries.iter().take(MAX_ITEMS).map(|(key, _)| self.nested(key, depth));
                let mut parts: Vec<String> = parts.collect();
                note_more(&mut parts, entries.len());
                parts
            }
            ObjectKind::Promise(promise) => vec![match promise.state {
                PromiseState::Pending => "<pending>".to_owned(),
                PromiseState::Fulfilled(value) => self.nested(value, depth),
                PromiseState::Rejected(value) => format!("<rejected> {}", self.nested(value, depth)),
            }],
            ObjectKind::Iterator(IteratorState::Map { map, sequence, kind }) => {
                self.rest_of_map(*map, *sequence, *kind, depth)
            }
            ObjectKind::Plain
            | ObjectKind::Closure { .. }
            | ObjectKind::BoundFunction { .. }
            | ObjectKind::ResolveFunction { .. }
            | ObjectKind::Aggregate(_)
            | ObjectKind::Error(_)
            | ObjectKind::Iterator(_)
            | ObjectKind::Host { .. }
            | ObjectKind::Accessor { .. }
            | ObjectKind::Primitive(_)
            | ObjectKind::Arguments
            | ObjectKind::Generator(_)
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakMap(_)
            | ObjectKind::WeakSet(_)
            | ObjectKind::WeakRef(_)
            | ObjectKind::RegExp(_)
            | ObjectKind::Date(_) => {
                frame.is_list = false;
                Vec::new()
            }
        }
    }

    /// The elements of an array; a row of holes is one part.
    fn items(&mut self, items: impl Iterator<Item = Value>, len: usize, depth: usize) -> Vec<String> {
        let mut parts = Vec::new();
        let mut holes = 0;
        let mut shown = 0;
        for item in items {
            if parts.len() + usize::from(holes > 0) >= MAX_ITEMS && (item != Value::Uninitialized || holes == 0) {
                break;
            }
            shown += 1;
            if item == Value::Uninitialized {
                holes += 1;
                continue;
            }
            flush_holes(&mut parts, &mut holes);
            let part = self.nested(item, depth);
            parts.push(part);
        }
        flush_holes(&mut parts, &mut holes);
        match len - shown {
            0 => {}
            1 => parts.push("... 1 more item".to_owned()),
            more => parts.push(format!("... {more} more items")),
        }
        parts
    }

    fn map_entries(&mut self, entries: &MapEntries, depth: usize) -> Vec<String> {
        let mut parts = Vec::new();
        for (key, value) in entries.iter().take(MAX_ITEMS) {
            let key = self.nested(key, depth);
            let value = self.nested(value, depth);
            parts.push(format!("{key} => {value}"));
        }
        note_more(&mut parts, entries.len());
        parts
    }

    /// What an iterator over a map or set still gives.
    fn rest_of_map(&mut self, map: ObjectRef, sequence: u64, kind: IterationKind, depth: usize) -> Vec<String> {
        let object = self.heap.object(map);
        let (ObjectKind::Map(entries) | ObjectKind::Set(entries)) = &object.kind else {
            return Vec::new();
        };
        let is_map = matches!(object.kind, ObjectKind::Map(_));
        let mut parts = Vec::new();
        for (key, value) in entries.iter().skip(entries.rank(sequence)).take(MAX_ITEMS) {
            let value = if is_map { value } else { key };
            parts.push(match kind {
                IterationKind::Keys => self.nested(key, depth),
                IterationKind::Values => self.nested(value, depth),
                IterationKind::Entries => self.pair(key, value, depth),
            });
        }
        let rest = entries.len() - entries.rank(sequence);
        note_more(&mut parts, rest);
        parts
    }

    fn pair(&mut self, key: Value, value: Value, depth: usize) -> String {
        let parts = vec![self.nested(key, depth), self.nested(value, depth)];
        let frame = Frame {
            base: String::new(),
            open: "[".to_owned(),
            close: "]",
            is_list: true,
        };
        let place = Place {
            indentation: self.indentation + 2,
            levels_inside: self.last_depth - depth,
        };
        arrange(parts, &frame, place, |_| false)
    }
}

fn flush_holes(parts: &mut Vec<String>, holes: &mut usize) {
    match std::mem::take(holes) {
        0 => {}
        1 => parts.push("<1 empty item>".to_owned()),
        holes => parts.push(format!("<{holes} empty items>")),
    }
}

fn note_more(parts: &mut Vec<String>, len: usize) {
    match len.saturating_sub(MAX_ITEMS) {
        0 => {}
        1 => parts.push("... 1 more item".to_owned()),
        more => parts.push(format!("... {more} more items")),
    }
}

fn iterator_tag(kind: &ObjectKind) -> Option<&'static str> {
    let ObjectKind::Iterator(state) = kind else { return None };
    Some(match state {
        IteratorState::Array { .. } | IteratorState::Done => "Array Iterator",
        IteratorState::Text { .. } => "String Iterator",
        IteratorState::Map { .. } => "Map Iterator",
        IteratorState::Keys { .. } => "Iterator",
    })
}

/// A number, with the sign of a negative zero.
pub(super) fn number_text(value: f64) -> String {
    if value == 0.0 && value.is_sign_negative() {
        return "-0".to_owned();
    }
    number::to_string(value)
}

/// A date as the inspector shows it.
pub(super) fn date_text(time: f64) -> String {
    if time.is_nan() {
        "Invalid Date".to_owned()
    } else {
        crate::date::to_iso_string(time)
    }
}
