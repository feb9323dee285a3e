//! Errors as text.
//!
//! Owns the line that names an error and the lines of its stack. Lines show only the learner's functions and where
//! they stood: there are no files.

use bytecode::Program;

use crate::object::ErrorState;
use crate::stack::place_of;
use crate::{ErrorKind, Heap, ObjectKind, ObjectRef, StackCall, StackLine, Text, Value};

use super::format::plain_text;
use super::name::{constructor_name, name_of, property};

/// `name: message` of an error or of anything that has those properties.
pub(crate) fn error_headline(heap: &Heap, reference: ObjectRef) -> String {
    let known = heap.well_known();
    let kind = kind(heap, reference).unwrap_or(ErrorKind::Error);
    let name = property(heap, reference, known.name);
    let name = name.map_or_else(|| kind.name().to_owned(), |name| plain_text(heap, name));
    headline(&with_code(heap, reference, name), &message(heap, reference))
}

fn with_code(heap: &Heap, reference: ObjectRef, name: String) -> String {
    match code(heap, reference) {
        Some(code) => format!("{name} [{code}]"),
        None => name,
    }
}

/// The code of an error that shows it.
fn code(heap: &Heap, reference: ObjectRef) -> Option<String> {
    let ObjectKind::Error(ErrorState { is_coded: true, .. }) = heap.object(reference).kind else {
        return None;
    };
    let key = heap.find_key(&Text::new("code"))?;
    let code = property(heap, reference, key)?;
    Some(plain_text(heap, code))
}

fn headline(name: &str, message: &str) -> String {
    match (name, message) {
        (name, "") => name.to_owned(),
        ("", message) => message.to_owned(),
        (name, message) => format!("{name}: {message}"),
    }
}

fn kind(heap: &Heap, reference: ObjectRef) -> Option<ErrorKind> {
    let ObjectKind::Error(error) = &heap.object(reference).kind else {
        return None;
    };
    Some(error.kind)
}

pub(super) fn message(heap: &Heap, reference: ObjectRef) -> String {
    let message = property(heap, reference, heap.well_known().message);
    message.map_or_else(String::new, |message| plain_text(heap, message))
}

/// What `error.stack` gives.
pub(crate) fn stack_text(heap: &Heap, program: &Program, reference: ObjectRef) -> String {
    let own = heap.object(reference).properties.get(heap.well_known().stack);
    if let Some(own) = own {
        return plain_text(heap, own);
    }
    let ObjectKind::Error(error) = &heap.object(reference).kind else {
        return String::new();
    };
    stack_of(program, &error_headline(heap, reference), &error.stack)
}

/// The text of `stack`: a headline and a line for each call.
pub(crate) fn stack_of(program: &Program, headline: &str, lines: &[StackLine]) -> String {
    let mut text = headline.to_owned();
    for line in lines {
        text.push_str("\n    at ");
        text.push_str(&stack_line(program, line));
    }
    text
}

fn stack_line(program: &Program, line: &StackLine) -> String {
    let awaits = if line.is_async { "async " } else { "" };
    let place = match (&line.call, line.line) {
        (StackCall::Combinator { index, .. }, _) => format!("index {index}"),
        (_, 0) => "<anonymous>".to_owned(),
        (_, line) => format!("line {line}"),
    };
    format!("{awaits}{} ({place})", called(program, &line.call))
}

/// What was called, as V8 names it.
fn called(program: &Program, call: &StackCall) -> String {
    match call {
        StackCall::Combinator { kind, .. } => (*kind.name()).to_owned(),
        StackCall::Native { native, class } => method_name(class.as_deref(), native.name()),
        StackCall::Function {
            function,
            name,
            class,
            is_new,
        } => {
            let name = name
                .as_deref()
                .map_or_else(|| name_of(program, *function), str::to_owned);
            match name.as_str() {
                "" if *function == program.main => "main".to_owned(),
                "" if *is_new => "new <anonymous>".to_owned(),
                name if *is_new => format!("new {name}"),
                name => method_name(class.as_deref(), name),
            }
        }
    }
}

/// A function with the class of what it was called on, where its name is a word.
fn method_name(class: Option<&str>, name: &str) -> String {
    let is_word = |name: &str| {
        let mut letters = name.chars();
        letters
            .next()
            .is_some_and(|first| first.is_alphabetic() || "_$".contains(first))
            && letters.all(|letter| letter.is_alphanumeric() || "_$".contains(letter))
    };
    match (class, name) {
        (None, "") => "<anonymous>".to_owned(),
        (Some(class), "") => format!("{class}.<anonymous>"),
        (Some(class), name) if is_word(name) => format!("{class}.{name}"),
        (Some(_), name) => match name.strip_prefix("get ").or_else(|| name.strip_prefix("set ")) {
            Some(property) => format!("{name} [as {property}]"),
            None => name.to_owned(),
        },
        (None, name) => name.to_owned(),
    }
}

/// A thrown value in one line: `TypeError: x is not a function`; what is no error, as it prints.
#[must_use]
pub fn describe_error(heap: &Heap, program: &Program, error: Value) -> String {
    match error.object() {
        Some(reference) if kind(heap, reference).is_some() => {
            let known = heap.well_known();
            let name = match property(heap, reference, known.name) {
                Some(name) => plain_text(heap, name),
                None => constructor_name(heap, program, Value::Object(reference)),
            };
            headline(&with_code(heap, reference, name), &message(heap, reference))
        }
        Some(_) | None => super::inspect(heap, program, error),
    }
}

/// Where an error was made.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ErrorPlace {
    /// The line, 0 if there is none.
    pub line: u32,
    /// The column there, 0 if it is not known.
    pub column: u32,
    /// The learner's functions that were running or waiting for that, innermost first: `name (line 7)`.
    pub calls: Vec<String>,
}

/// Where an error was made; nothing for what is no error.
#[must_use]
pub fn error_stack(heap: &Heap, program: &Program, error: Value) -> ErrorPlace {
    let object = error.object().map(|reference| &heap.object(reference).kind);
    let Some(ObjectKind::Error(error)) = object else {
        return ErrorPlace::default();
    };
    ErrorPlace {
        line: error.line,
        column: place_of(&error.stack).1,
        calls: error.stack.iter().map(|line| stack_line(program, line)).collect(),
    }
}

/// What printing an error starts with, which properties aside is all of it.
pub(super) fn error_text(heap: &Heap, program: &Program, reference: ObjectRef, indentation: usize) -> String {
    let known = heap.well_known();
    let name = property(heap, reference, known.name);
    let kind = kind(heap, reference).unwrap_or(ErrorKind::Error);
    let name = name.map_or_else(|| kind.name().to_owned(), |name| plain_text(heap, name));
    let class = constructor_name(heap, program, Value::Object(reference));
    let stack = name_class(&stack_text(heap, program, reference), &name, &class);
    let after_message = stack.find(&message(heap, reference)).unwrap_or(0);
    let text = if stack[after_message..].contains("\n    at ") {
        stack
    } else {
        format!("[{stack}]")
    };
    text.replace('\n', &format!("\n{}", " ".repeat(indentation)))
}

/// Puts the class of an error where its stack only has the name that it inherits.
fn name_class(stack: &str, name: &str, class: &str) -> String {
    let rest = stack.strip_prefix(name);
    let is_plain = name.ends_with("Error")
        && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':') || rest.starts_with('\n'));
    match rest {
        Some(rest) if is_plain && name != class && class.contains(name) => format!("{class}{rest}"),
        Some(rest) if is_plain && name != class => format!("{class} [{name}]{rest}"),
        Some(_) | None => stack.to_owned(),
    }
}
