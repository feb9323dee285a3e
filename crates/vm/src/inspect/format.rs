//! The arguments of `console.log` as one text.
//!
//! Owns the placeholders in the first argument and the conversions they ask for.

use bytecode::Program;

use crate::native::json;
use crate::{Heap, ObjectKind, Text, Value, number};

use super::error::error_headline;
use super::printer::{Printer, number_text};

/// How deep `%o` shows objects.
const DETAILED_DEPTH: usize = 4;

/// The arguments of `console.log` as one text.
#[must_use]
pub fn format(heap: &Heap, program: &Program, args: &[Value]) -> String {
    let mut text = String::new();
    let mut rest = args;
    if let [first, others @ ..] = args
        && let Some(template) = heap.as_text(*first)
    {
        rest = others;
        if others.is_empty() {
            return template.to_display();
        }
        let used = expand(heap, program, &template.to_display(), others, &mut text);
        rest = &rest[used..];
    } else if let [first, others @ ..] = args {
        text = super::inspect(heap, program, *first);
        rest = others;
    }
    for &arg in rest {
        text.push(' ');
        match heap.as_text(arg) {
            Some(arg) => text.push_str(&arg.to_display()),
            None => text.push_str(&super::inspect(heap, program, arg)),
        }
    }
    text
}

/// Replaces placeholders by arguments; returns how many were used.
fn expand(heap: &Heap, program: &Program, template: &str, args: &[Value], text: &mut String) -> usize {
    let mut used = 0;
    let mut chars = template.chars().peekable();
    while let Some(point) = chars.next() {
        let next = chars.peek().copied();
        if point != '%' {
            text.push(point);
            continue;
        }
        if next == Some('%') {
            text.push('%');
            chars.next();
            continue;
        }
        let arg = args.get(used).copied();
        match arg
            .zip(next)
            .and_then(|(arg, letter)| placeholder(heap, program, letter, arg))
        {
            Some(shown) => {
                text.push_str(&shown);
                used += 1;
                chars.next();
            }
            None => text.push('%'),
        }
    }
    used
}

fn placeholder(heap: &Heap, program: &Program, letter: char, arg: Value) -> Option<String> {
    Some(match letter {
        's' => string(heap, program, arg),
        'd' => number_text(to_number(heap, arg)),
        'i' => number_text(number::parse_int(&Text::new(&plain_text(heap, arg)), 0)),
        'f' => number_text(number::parse_float(&Text::new(&plain_text(heap, arg)))),
        'j' => json::to_text(heap, program, arg),
        'o' => Printer::new(heap, program, DETAILED_DEPTH).with_hidden().value(arg, 0),
        'O' => super::inspect(heap, program, arg),
        'c' => String::new(),
        _ => return None,
    })
}

fn string(heap: &Heap, program: &Program, arg: Value) -> String {
    match arg {
        Value::Number(number) => number_text(number.get()),
        Value::Object(_) if !heap.is_callable(arg) => Printer::new(heap, program, 0).value(arg, 0),
        Value::Object(_) => super::function_text(heap, program, arg),
        Value::Undefined
        | Value::Null
        | Value::Bool(_)
        | Value::Text(_)
        | Value::Native(_)
        | Value::Symbol(_)
        | Value::Cell(_)
        | Value::Uninitialized => plain_text(heap, arg),
    }
}

fn to_number(heap: &Heap, arg: Value) -> f64 {
    match arg {
        Value::Number(number) => number.get(),
        Value::Undefined | Value::Symbol(_) | Value::Cell(_) | Value::Uninitialized => f64::NAN,
        Value::Null => 0.0,
        Value::Bool(value) => f64::from(u8::from(value)),
        Value::Text(_) | Value::Object(_) | Value::Native(_) => number::parse(&Text::new(&plain_text(heap, arg))),
    }
}

/// How deep arrays within arrays are converted.
const MAX_NESTING: usize = 16;

/// `String(value)`, without asking a `toString` of the learner's own.
pub(super) fn plain_text(heap: &Heap, value: Value) -> String {
    nested_text(heap, value, 0)
}

fn nested_text(heap: &Heap, value: Value, depth: usize) -> String {
    match value {
        Value::Undefined | Value::Cell(_) | Value::Uninitialized => "undefined".to_owned(),
        Value::Symbol(symbol) => heap.symbol(symbol).descriptive(),
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number::to_string(number.get()),
        Value::Text(text) => heap.text(text).to_display(),
        Value::Native(native) if native.is_callable() => format!("function {}() {{ [native code] }}", native.name()),
        Value::Native(native) => format!("[object {}]", native.name()),
        Value::Object(reference) => match &heap.object(reference).kind {
            ObjectKind::Array(_) if depth >= MAX_NESTING => String::new(),
            ObjectKind::Array(items) => {
                let items = items.iter().map(|&item| match item {
                    Value::Undefined | Value::Null | Value::Uninitialized => String::new(),
                    Value::Bool(_)
                    | Value::Number(_)
                    | Value::Text(_)
                    | Value::Symbol(_)
                    | Value::Object(_)
                    | Value::Native(_)
                    | Value::Cell(_) => nested_text(heap, item, depth + 1),
                });
                items.collect::<Vec<String>>().join(",")
            }
            ObjectKind::Error(_) => error_headline(heap, reference),
            ObjectKind::Closure { .. } | ObjectKind::BoundFunction { .. } | ObjectKind::ResolveFunction { .. } => {
                "function () { [native code] }".to_owned()
            }
            ObjectKind::Promise(_) => "[object Promise]".to_owned(),
            ObjectKind::Map(_) => "[object Map]".to_owned(),
            ObjectKind::Set(_) => "[object Set]".to_owned(),
            ObjectKind::Plain
            | ObjectKind::Aggregate(_)
            | ObjectKind::Iterator(_)
            | ObjectKind::Host { .. }
            | ObjectKind::Accessor { .. }
            | ObjectKind::Primitive(_)
            | ObjectKind::Arguments
            | ObjectKind::Generator(_)
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakMap(_)
            | ObjectKind::WeakSet(_)
            | ObjectKind::Timer(_)
            | ObjectKind::WeakRef(_) => "[object Object]".to_owned(),
            ObjectKind::RegExp(regexp) => regexp.to_display(),
            ObjectKind::Date(time) => crate::date::to_string(time.get()),
        },
    }
}
