//! What the library's console asks of the printer.
//!
//! Owns hidden functions that give texts. Printing them is the world's.

use super::Call;
use crate::error::Outcome;
use crate::run::Machine;
use crate::{InspectOptions, Value};

type M<'m, 'c> = Machine<'m, 'c>;

/// `__inspect(value, depth, maxArrayLength, breakLength, showHidden)`: a depth below 0 only names an object.
pub(crate) fn inspect(machine: &mut M, call: Call) -> Outcome<Value> {
    let number = |index: usize| match call.arg(index) {
        Value::Number(number) => number.get(),
        _ => 0.0,
    };
    let options = InspectOptions {
        // A number beyond what fits is taken for the largest.
        depth: (number(1) >= 0.0).then_some(number(1) as usize),
        max_items: number(2) as usize,
        line_width: number(3) as usize,
        shows_hidden: call.arg(4) == Value::Bool(true),
    };
    let text = crate::inspect::inspect_with(machine.context.heap, machine.context.program, call.arg(0), options);
    Ok(machine.context.heap.alloc_str(&text))
}

/// `__format(...values)`: the text that `console.log` prints.
pub(crate) fn format(machine: &mut M, call: Call) -> Outcome<Value> {
    let text = crate::format(machine.context.heap, machine.context.program, call.args);
    Ok(machine.context.heap.alloc_str(&text))
}

/// `__width(text)`: how many columns of a terminal a text takes.
pub(crate) fn width(machine: &mut M, call: Call) -> Outcome<Value> {
    let text = machine.context.heap.as_text(call.arg(0)).map(crate::Text::to_display);
    let width = crate::inspect::width(&text.unwrap_or_default());
    Ok(Value::number(width as f64))
}

/// `__received(value)`: a value as Node tells what a function was given instead of what it takes.
pub(crate) fn received(machine: &mut M, call: Call) -> Outcome<Value> {
    let text = crate::received(machine.context.heap, machine.context.program, call.arg(0));
    Ok(machine.context.heap.alloc_str(&text))
}
