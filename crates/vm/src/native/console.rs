//! What the library's console asks of the printer.
//!
//! Owns hidden functions that give texts, and when a text is the program's to give. Printing is the world's.

use super::Call;
use crate::error::Outcome;
use crate::run::{Held, Machine};
use crate::{InspectOptions, PropertyKey, Value, WellKnownSymbol};

type M<'m, 'c> = Machine<'m, 'c>;

impl Machine<'_, '_> {
    /// Whether the `%s` of a template stand for objects with a conversion of the program's: then the library does it first.
    pub(crate) fn shows_own_texts(&self, args: &[Value]) -> bool {
        let Some((template, rest)) = args.split_first() else {
            return false;
        };
        if !rest.iter().any(|arg| arg.is_object()) {
            return false;
        }
        let template = self.context.heap.as_text(*template).map(crate::Text::to_display);
        let template = template.unwrap_or_default();
        let placeholders = template.split('%').skip(1).filter_map(|part| part.chars().next());
        let taken = placeholders.filter(|letter| "sdifjoOc".contains(*letter)).zip(rest);
        let texts: Vec<Value> = taken
            .filter(|(letter, _)| *letter == 's')
            .map(|(_, &arg)| arg)
            .collect();
        texts.into_iter().any(|value| self.has_own_text(value))
    }

    fn has_own_text(&self, value: Value) -> bool {
        if !value.is_object() {
            return false;
        }
        let to_primitive = PropertyKey::Symbol(WellKnownSymbol::ToPrimitive.reference());
        let to_string = PropertyKey::Name(self.context.heap.well_known().to_string);
        let is_own = |key: PropertyKey| match self.lookup(value, key).map(|found| found.own.held) {
            Some(Held::Value(value)) => !matches!(value, Value::Native(_) | Value::Undefined | Value::Null),
            Some(_) => true,
            None => false,
        };
        is_own(to_primitive) || is_own(to_string)
    }
}

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
