//! The walk over a value that prints it.
//!
//! Owns what of an object is shown and in which order. Where lines break is decided next door.

use std::collections::VecDeque;

use bytecode::Program;

use crate::object::{IterationKind, IteratorState, MapEntries};
use crate::realm;
use crate::run::{Held, Objects, constant_own};
use crate::{Heap, KeyId, ObjectKind, ObjectRef, PromiseState, PropertyKey, Text, Value, number};

use super::InspectOptions;
use super::layout::{Frame, LINE_WIDTH, MAX_ITEMS, Place, arrange};
use super::name::function_name;
use super::quote::{property_name, quote};

/// How many characters of a string inside an object are shown.
const MAX_TEXT: usize = 10_000;
/// A string that is longer than this and than its line is broken at its line breaks.
const MIN_BROKEN_TEXT: usize = 16;
/// From this many bytes on, objects are only named: what nobody can read need not be printed.
const MAX_OUTPUT: usize = 1 << 22;

pub(super) struct Printer<'a> {
    pub(super) heap: &'a Heap,
    pub(super) program: &'a Program,
    /// How deep objects are shown; without a depth they are only named.
    pub(super) max_depth: Option<usize>,
    max_items: usize,
    line_width: usize,
    /// Whether the length of arrays is shown too.
    shows_hidden: bool,
    pub(super) indentation: usize,
    /// The objects around the current value.
    around: Vec<Value>,
    /// The objects that something inside of them refers to.
    circular: Vec<Value>,
    /// The depth of the object that was printed last.
    last_depth: usize,
    output: usize,
}

/// A property to be shown.
pub(super) struct Shown {
    key: PropertyKey,
    is_enumerable: bool,
    content: Content,
}

/// What a property shows.
pub(super) enum Content {
    /// Its value.
    Value(Value),
    /// What stands for it.
    Label(&'static str),
    /// A string that is not in the heap.
    Text(Vec<u16>),
}

impl<'a> Printer<'a> {
    pub(super) fn new(heap: &'a Heap, program: &'a Program, max_depth: usize) -> Printer<'a> {
        Printer {
            heap,
            program,
            max_depth: Some(max_depth),
            max_items: MAX_ITEMS,
            line_width: LINE_WIDTH,
            shows_hidden: false,
            indentation: 0,
            around: Vec::new(),
            circular: Vec::new(),
            last_depth: 0,
            output: 0,
        }
    }

    pub(super) fn with_options(heap: &'a Heap, program: &'a Program, options: InspectOptions) -> Printer<'a> {
        Printer {
            max_depth: options.depth,
            max_items: options.max_items,
            line_width: options.line_width,
            shows_hidden: options.shows_hidden,
            ..Printer::new(heap, program, 0)
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
            Value::Native(_) | Value::Object(_) => self.object(value, depth),
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
        if shown.len() <= MIN_BROKEN_TEXT || shown.len() + self.indentation + 4 <= self.line_width {
            return quote(&shown) + &trailer;
        }
        let lines: Vec<String> = shown.split_inclusive(|&unit| unit == 0x0a).map(quote).collect();
        lines.join(&format!(" +\n{}", " ".repeat(self.indentation + 2))) + &trailer
    }

    fn object(&mut self, value: Value, depth: usize) -> String {
        if self.around.contains(&value) {
            return format!("[Circular *{}]", self.circular_number(value));
        }
        let class = self.class(value, depth);
        let keys = self.properties(value);
        let mut frame = self.frame(value, &class);
        if self.is_empty(value) && keys.is_empty() {
            return self.empty(&frame);
        }
        if self.max_depth.is_none_or(|max_depth| depth > max_depth) || self.output > MAX_OUTPUT {
            // As in Node, a pattern is not too much to show.
            let is_pattern = matches!(self.kind(value), Some(ObjectKind::RegExp(_)));
            return if is_pattern {
                frame.base
            } else {
                self.folded(value, &class)
            };
        }
        self.around.push(value);
        self.last_depth = depth + 1;
        let mut parts = self.entries(&mut frame, value, depth + 1);
        for shown in keys {
            let part = self.property(shown, depth + 1);
            parts.push(part);
        }
        self.around.pop();
        if let Some(number) = self.circular.iter().position(|&known| known == value) {
            let separator = if frame.base.is_empty() { "" } else { " " };
            frame.base = format!("<ref *{}>{separator}{}", number + 1, frame.base);
        }
        let place = Place {
            indentation: self.indentation,
            levels_inside: self.last_depth - (depth + 1),
            line_width: self.line_width,
            max_items: self.max_items,
        };
        let items = self.heap.as_array(value);
        let is_number = |at: usize| items.is_some_and(|items| matches!(items.get(at), Some(Value::Number(_))));
        let text = arrange(parts, &frame, place, is_number);
        self.output += text.len();
        text
    }

    fn circular_number(&mut self, value: Value) -> usize {
        let known = self.circular.iter().position(|&known| known == value);
        let number = known.unwrap_or_else(|| {
            self.circular.push(value);
            self.circular.len() - 1
        });
        number + 1
    }

    // Properties

    pub(super) fn properties(&self, value: Value) -> Vec<Shown> {
        let Some(reference) = self.heap.properties_of(value) else {
            return self.built_in_properties(value);
        };
        let objects = Objects {
            heap: self.heap,
            program: self.program,
        };
        let kind = &self.heap.object(reference).kind;
        let is_element = |key: PropertyKey| {
            let holds_elements = matches!(kind, ObjectKind::Array(_) | ObjectKind::Primitive(Value::Text(_)));
            holds_elements && matches!(key, PropertyKey::Index(_))
        };
        let keys = objects
            .keys_of_object(reference)
            .into_iter()
            .filter(|&key| !is_element(key));
        let shown = keys.filter_map(|key| {
            let own = objects.own_of_object(reference, key)?;
            Some(Shown {
                key,
                is_enumerable: own.flags.is_enumerable(),
                content: self.content(value, own.held),
            })
        });
        let mut keys: Vec<Shown> = shown.filter(|shown| shown.is_enumerable || self.shows_hidden).collect();
        if let ObjectKind::Error(_) = kind {
            self.adjust_error_keys(reference, &mut keys);
        }
        keys
    }

    /// What is shown of a built-in object that nobody has changed.
    fn built_in_properties(&self, value: Value) -> Vec<Shown> {
        let Value::Native(native) = value else {
            return Vec::new();
        };
        let (constants, flags) = realm::constants(native);
        let constants = constants.iter().filter(|_| flags.is_enumerable());
        let shown = constants.filter_map(|&(name, constant)| {
            let name = self.heap.find_key(&Text::new(name))?;
            Some(Shown {
                key: PropertyKey::Name(name),
                is_enumerable: true,
                content: self.content(value, constant_own(constant, flags).held),
            })
        });
        shown.collect()
    }

    fn content(&self, holder: Value, held: Held) -> Content {
        match held {
            Held::Value(value) => Content::Value(value),
            Held::Accessor { get, set } => Content::Label(match (get, set) {
                (Value::Undefined, Value::Undefined) => "undefined",
                (_, Value::Undefined) => "[Getter]",
                (Value::Undefined, _) => "[Setter]",
                (_, _) => "[Getter/Setter]",
            }),
            Held::Text(text) => Content::Text(text.encode_utf16().collect()),
            Held::Unit(unit) => Content::Text(vec![unit]),
            Held::FunctionName => {
                let name = function_name(self.heap, self.program, holder);
                Content::Text(name.encode_utf16().collect())
            }
            Held::Stack => {
                let text = holder
                    .object()
                    .map(|error| super::stack_text(self.heap, self.program, error));
                Content::Text(text.unwrap_or_default().encode_utf16().collect())
            }
            Held::Prototype => Content::Label("{}"),
        }
    }

    /// Leaves out what the error's text says anyway and adds its causes.
    fn adjust_error_keys(&self, reference: ObjectRef, keys: &mut Vec<Shown>) {
        let known = self.heap.well_known();
        let text = super::stack_text(self.heap, self.program, reference);
        keys.retain(|shown| {
            let is_said = [known.name, known.message, known.stack]
                .map(PropertyKey::Name)
                .contains(&shown.key);
            let said = match shown.content {
                Content::Value(value) => super::format::plain_text(self.heap, value),
                Content::Label(_) | Content::Text(_) => return !is_said,
            };
            !(is_said && text.contains(&said))
        });
        let object = self.heap.object(reference);
        let mut add = |key: KeyId| {
            let value = object.properties.get(key);
            if let Some(value) = value.filter(|_| keys.iter().all(|shown| shown.key != PropertyKey::Name(key))) {
                keys.push(Shown {
                    key: PropertyKey::Name(key),
                    is_enumerable: false,
                    content: Content::Value(value),
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
        let content = match shown.content {
            Content::Value(value) => self.nested(value, depth),
            Content::Label(label) => label.to_owned(),
            Content::Text(units) => quote(&units),
        };
        format!("{name}: {content}")
    }

    fn nested(&mut self, value: Value, depth: usize) -> String {
        self.indentation += 2;
        let text = self.value(value, depth);
        self.indentation -= 2;
        text
    }

    // Entries

    fn entries(&mut self, frame: &mut Frame, value: Value, depth: usize) -> Vec<String> {
        match self.kind(value) {
            Some(ObjectKind::Array(items)) => self.items(value, items, depth),
            Some(ObjectKind::Map(entries)) => self.map_entries(entries, depth),
            Some(ObjectKind::Set(entries)) => {
                let parts = entries
                    .iter()
                    .take(self.max_items)
                    .map(|(key, _)| self.nested(key, depth));
                let mut parts: Vec<String> = parts.collect();
                note_more(&mut parts, entries.len(), self.max_items);
                parts
            }
            Some(ObjectKind::Promise(promise)) => vec![match promise.state {
                PromiseState::Pending => "<pending>".to_owned(),
                PromiseState::Fulfilled(value) => self.nested(value, depth),
                PromiseState::Rejected(value) => format!("<rejected> {}", self.nested(value, depth)),
            }],
            Some(ObjectKind::WeakMap(_) | ObjectKind::WeakSet(_)) => vec!["<items unknown>".to_owned()],
            Some(ObjectKind::Iterator(IteratorState::Map { map, sequence, kind })) => {
                self.rest_of_map(*map, *sequence, *kind, depth)
            }
            Some(_) | None => {
                frame.is_list = false;
                Vec::new()
            }
        }
    }

    /// The elements of an array; a row of holes is one part.
    fn items(&mut self, array: Value, items: &VecDeque<Value>, depth: usize) -> Vec<String> {
        let objects = Objects {
            heap: self.heap,
            program: self.program,
        };
        let mut parts = Vec::new();
        let mut holes = 0;
        let mut shown = 0;
        let len = items.len();
        for (&item, index) in items.iter().zip(0..) {
            // In place of a hole there may be an element with attributes of its own.
            let special = match item {
                Value::Uninitialized => objects.own(array, PropertyKey::Index(index)),
                _ => None,
            };
            let is_hole = item == Value::Uninitialized && special.is_none();
            if parts.len() + usize::from(holes > 0) >= self.max_items && (!is_hole || holes == 0) {
                break;
            }
            if let Some(own) = special {
                shown += 1;
                flush_holes(&mut parts, &mut holes);
                let part = match self.content(array, own.held) {
                    Content::Value(value) => self.nested(value, depth),
                    Content::Label(label) => label.to_owned(),
                    Content::Text(units) => quote(&units),
                };
                parts.push(part);
                continue;
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
        for (key, value) in entries.iter().take(self.max_items) {
            let key = self.nested(key, depth);
            let value = self.nested(value, depth);
            parts.push(format!("{key} => {value}"));
        }
        note_more(&mut parts, entries.len(), self.max_items);
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
        for (key, value) in entries.iter().skip(entries.rank(sequence)).take(self.max_items) {
            let value = if is_map { value } else { key };
            parts.push(match kind {
                IterationKind::Keys => self.nested(key, depth),
                IterationKind::Values => self.nested(value, depth),
                IterationKind::Entries => self.pair(key, value, depth),
            });
        }
        let rest = entries.len() - entries.rank(sequence);
        note_more(&mut parts, rest, self.max_items);
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
            line_width: self.line_width,
            max_items: self.max_items,
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

fn note_more(parts: &mut Vec<String>, len: usize, max_items: usize) {
    match len.saturating_sub(max_items) {
        0 => {}
        1 => parts.push("... 1 more item".to_owned()),
        more => parts.push(format!("... {more} more items")),
    }
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
