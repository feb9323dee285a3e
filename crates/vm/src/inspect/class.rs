//! What an object is, in print.
//!
//! Owns what stands before and around its parts: its class, its tag, its size.

use super::error::error_text;
use super::layout::Frame;
use super::name::{class_of, function_base, hidden_tag_of, kind_name, primitive_class};
use super::printer::{Printer, date_text, number_text};
use super::quote::quote;
use crate::object::{IterationKind, IteratorState};
use crate::run::Objects;
use crate::{Native, ObjectKind, ObjectRef, Owner, Value};

impl<'a> Printer<'a> {
    pub(super) fn kind(&self, value: Value) -> Option<&'a ObjectKind> {
        value.object().map(|reference| &self.heap.object(reference).kind)
    }

    /// The name of an object's class; `None` if it inherits from nothing.
    pub(super) fn class(&self, value: Value, depth: usize) -> Option<String> {
        if let Some(class) = class_of(self.heap, self.program, value) {
            return Some(class);
        }
        let objects = Objects {
            heap: self.heap,
            program: self.program,
        };
        let parent = objects.prototype_of(value);
        if parent == Value::Null {
            return None;
        }
        let kind = kind_name(self.heap, self.program, value);
        if self.max_depth.is_none_or(|max_depth| depth > max_depth) {
            return Some(format!("{kind} <Complex prototype>"));
        }
        let parent_class = self.class(parent, depth + 1).unwrap_or_else(|| {
            let is_bare = self.properties(parent).is_empty();
            format!("[Object: null prototype]{}", if is_bare { " {}" } else { "" })
        });
        Some(format!("{kind} <{parent_class}>"))
    }

    /// What stands for an object that is too deep to be shown.
    pub(super) fn folded(&self, value: Value, class: &Option<String>) -> String {
        let prefix = prefix(class, &self.tag(value), "Object", "");
        let prefix = prefix.trim_end();
        match class {
            Some(_) => format!("[{prefix}]"),
            None => prefix.to_owned(),
        }
    }

    pub(super) fn tag(&self, value: Value) -> String {
        hidden_tag_of(self.heap, self.program, value)
    }

    pub(super) fn frame(&self, value: Value, class: &Option<String>) -> Frame {
        let tag = self.tag(value);
        let named = |fallback: &str, size: &str| prefix(class, &tag, fallback, size);
        let mut frame = Frame {
            base: String::new(),
            open: "{".to_owned(),
            close: "}",
            is_list: false,
        };
        match self.kind(value) {
            // It is an array as well, only that nobody needs one.
            None if value == Value::Native(Native::Prototype(Owner::Array)) => {
                frame.open = "Object(0) [".to_owned();
                frame.close = "]";
            }
            Some(ObjectKind::Array(items)) => {
                frame.is_list = true;
                frame.close = "]";
                let is_plain = class.as_deref() == Some("Array") && tag.is_empty();
                let prefix = if is_plain {
                    String::new()
                } else {
                    named("Array", &format!("({})", items.len()))
                };
                frame.open = prefix + "[";
            }
            Some(ObjectKind::Map(entries)) => frame.open = named("Map", &format!("({})", entries.len())) + "{",
            Some(ObjectKind::Set(entries)) => frame.open = named("Set", &format!("({})", entries.len())) + "{",
            Some(ObjectKind::Promise(_)) => frame.open = named("Promise", "") + "{",
            Some(ObjectKind::WeakMap(_)) => frame.open = named("WeakMap", "") + "{",
            Some(ObjectKind::WeakSet(_)) => frame.open = named("WeakSet", "") + "{",
            Some(ObjectKind::Iterator(IteratorState::Map { map, kind, .. })) => {
                frame.open = format!("[{}] {{", self.map_iterator_tag(*map, *kind));
            }
            Some(ObjectKind::RegExp(regexp)) => {
                let prefix = if class.as_deref() == Some("RegExp") {
                    String::new()
                } else {
                    named("RegExp", "")
                };
                frame.base = prefix + &regexp.to_display();
            }
            Some(ObjectKind::Date(time)) => {
                let prefix = if class.as_deref() == Some("Date") {
                    String::new()
                } else {
                    named("Date", "")
                };
                frame.base = prefix + &date_text(time.get());
            }
            Some(ObjectKind::Error(_)) => {
                if let Some(reference) = value.object() {
                    frame.base = error_text(self.heap, self.program, reference, self.indentation);
                }
            }
            Some(ObjectKind::Primitive(primitive)) => frame.base = self.boxed(*primitive, class, &tag),
            Some(ObjectKind::Arguments) => frame.open = "[Arguments] {".to_owned(),
            _ if self.heap.is_callable(value) => frame.base = function_base(self.heap, self.program, value),
            _ if class.as_deref() == Some("Object") && tag.is_empty() => {}
            _ => frame.open = named("Object", "") + "{",
        }
        frame
    }

    /// What a primitive value as an object prints as.
    pub(super) fn boxed(&self, primitive: Value, class: &Option<String>, tag: &str) -> String {
        let kind = primitive_class(primitive);
        let mut base = format!("[{kind}");
        match class {
            None => base.push_str(" (null prototype)"),
            Some(class) if class != kind => base.push_str(&format!(" ({class})")),
            Some(_) => {}
        }
        let shown = match primitive {
            Value::Text(text) => quote(&self.heap.text(text).to_units()),
            Value::Symbol(symbol) => self.heap.symbol(symbol).descriptive(),
            Value::Number(number) => number_text(number.get()),
            other => super::format::plain_text(self.heap, other),
        };
        base.push_str(&format!(": {shown}]"));
        if !tag.is_empty() && class.as_deref() != Some(tag) {
            base.push_str(&format!(" [{tag}]"));
        }
        base
    }

    pub(super) fn map_iterator_tag(&self, map: ObjectRef, kind: IterationKind) -> &'static str {
        let is_map = matches!(self.heap.object(map).kind, ObjectKind::Map(_));
        match (is_map, kind) {
            (true, IterationKind::Entries) => "Map Entries",
            (true, IterationKind::Keys | IterationKind::Values) => "Map Iterator",
            (false, IterationKind::Entries) => "Set Entries",
            (false, IterationKind::Keys | IterationKind::Values) => "Set Iterator",
        }
    }

    /// Whether there is nothing to show but properties.
    pub(super) fn is_empty(&self, value: Value) -> bool {
        match self.kind(value) {
            Some(ObjectKind::Array(items)) => items.is_empty(),
            Some(ObjectKind::Map(entries) | ObjectKind::Set(entries)) => entries.is_empty(),
            Some(
                ObjectKind::Promise(_)
                | ObjectKind::WeakMap(_)
                | ObjectKind::WeakSet(_)
                | ObjectKind::Iterator(IteratorState::Map { .. }),
            ) => false,
            Some(_) | None => true,
        }
    }

    pub(super) fn empty(&self, frame: &Frame) -> String {
        if frame.base.is_empty() {
            format!("{}{}", frame.open, frame.close)
        } else {
            frame.base.clone()
        }
    }
}

/// What stands before the braces of an object: its class, and its tag if that says more.
fn prefix(class: &Option<String>, tag: &str, fallback: &str, size: &str) -> String {
    match class {
        None if !tag.is_empty() && tag != fallback => format!("[{fallback}{size}: null prototype] [{tag}] "),
        None => format!("[{fallback}{size}: null prototype] "),
        Some(class) if !tag.is_empty() && class != tag => format!("{class}{size} [{tag}] "),
        Some(class) => format!("{class}{size} "),
    }
}
