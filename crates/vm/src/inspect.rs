//! Values as text, the way Node's `console.log` shows them.

use bytecode::Program;

use crate::{Heap, Value};

/// A value as `console.log` prints it on its own.
#[must_use]
pub fn inspect(heap: &Heap, program: &Program, value: Value) -> String {
    let _ = (heap, program);
    format!("{value:?}")
}

/// A value in one short line, for events.
#[must_use]
pub fn short(heap: &Heap, program: &Program, value: Value) -> String {
    inspect(heap, program, value)
}

/// The arguments of `console.log` as one text.
#[must_use]
pub fn format(heap: &Heap, program: &Program, args: &[Value]) -> String {
    let args: Vec<String> = args.iter().map(|&arg| inspect(heap, program, arg)).collect();
    args.join(" ")
}

/// `Error: message` of an error.
pub(crate) fn error_headline(heap: &Heap, reference: crate::ObjectRef) -> String {
    let _ = (heap, reference);
    String::new()
}

/// What `stack` gives.
pub(crate) fn stack_text(heap: &Heap, program: &Program, reference: crate::ObjectRef) -> String {
    let _ = program;
    error_headline(heap, reference)
}

/// What an error says, on one line.
#[must_use]
pub fn describe_error(heap: &Heap, program: &Program, value: Value) -> String {
    inspect(heap, program, value)
}

/// Where an error was made, and the calls that led there.
#[must_use]
pub fn error_stack(_heap: &Heap, _program: &Program, _value: Value) -> (u32, Vec<String>) {
    (0, Vec::new())
}

/// The name of a function.
#[must_use]
pub fn function_name(heap: &Heap, program: &Program, value: Value) -> String {
    heap.as_closure(value).map(|id| program.atom(program.function(id).name).to_owned()).unwrap_or_default()
}
