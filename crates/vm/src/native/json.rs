//! `JSON`, without replacer and reviver functions.

use super::Call;
use crate::error::Outcome;
use crate::number;
use crate::run::{Machine, present};
use crate::{ErrorKind, ObjectKind, ObjectRef, PropertyKey, Text, Value};

type M<'m, 'c> = Machine<'m, 'c>;

/// How deep values may nest.
const MAX_DEPTH: usize = 500;

struct Writer {
    out: Vec<u16>,
    indent: String,
    /// The objects around the current value.
    stack: Vec<ObjectRef>,
    /// The properties to keep, if the second argument was a list.
    allowed: Option<Vec<PropertyKey>>,
}

impl Writer {
    fn push(&mut self, text: &str) {
        self.out.extend(text.encode_utf16());
    }

    fn line_break(&mut self) {
        if !self.indent.is_empty() {
            let line = format!("\n{}", self.indent.repeat(self.stack.len()));
            self.push(&line);
        }
    }
}

pub(crate) fn stringify(machine: &mut M, call: Call) -> Outcome<Value> {
    if machine.context.heap.is_callable(call.arg(1)) {
        let message = "a replacer function is not available here; pass a list of names or change the value before";
        return Err(machine.error(ErrorKind::TypeError, message));
    }
    let mut writer = Writer {
        out: Vec::new(),
        indent: indent(machine, call.arg(2))?,
        stack: Vec::new(),
        allowed: allowed(machine, call.arg(1))?,
    };
    if !write(machine, &mut writer, call.arg(0))? {
        return Ok(Value::Undefined);
    }
    machine.context.heap.check_text_len(writer.out.len())?;
    Ok(machine.context.heap.alloc_text(Text::from_units(&writer.out)))
}

fn allowed(machine: &mut M, list: Value) -> Outcome<Option<Vec<PropertyKey>>> {
    let Some(list) = machine.context.heap.as_array(list) else {
        return Ok(None);
    };
    let list: Vec<Value> = list.iter().copied().collect();
    let mut keys = Vec::new();
    for name in list {
        keys.push(machine.to_property_key(name)?);
    }
    Ok(Some(keys))
}

fn indent(machine: &mut M, space: Value) -> Outcome<String> {
    Ok(match space {
        Value::Number(count) => " ".repeat(number::to_integer(count.get()).clamp(0.0, 10.0) as usize),
        Value::Text(_) => machine.to_text(space)?.to_display().chars().take(10).collect(),
        _ => String::new(),
    })
}

/// Writes a value; returns false for what JSON leaves out.
fn write(machine: &mut M, writer: &mut Writer, value: Value) -> Outcome<bool> {
    match value {
        Value::Null => writer.push("null"),
        Value::Bool(value) => writer.push(if value { "true" } else { "false" }),
        Value::Number(number) if number.get().is_finite() => writer.push(&number::to_string(number.get())),
        Value::Number(_) => writer.push("null"),
        Value::Text(text) => quote(&mut writer.out, machine.context.heap.text(text)),
        Value::Object(_) if machine.context.heap.is_callable(value) => return Ok(false),
        Value::Object(reference) => write_object(machine, writer, reference)?,
        Value::Native(native) if native.is_callable() => return Ok(false),
        Value::Native(_) => writer.push("{}"),
        Value::Undefined | Value::Cell(_) | Value::Uninitialized => return Ok(false),
    }
    machine.context.heap.check_text_len(writer.out.len())?;
    Ok(true)
}

fn write_object(machine: &mut M, writer: &mut Writer, reference: ObjectRef) -> Outcome<()> {
    if writer.stack.contains(&reference) {
        return Err(machine.error(ErrorKind::TypeError, "Converting circular structure to JSON"));
    }
    if writer.stack.len() >= MAX_DEPTH {
        return Err(machine.error(ErrorKind::RangeError, "Maximum call stack size exceeded"));
    }
    let to_json = PropertyKey::Name(machine.context.heap.well_known().to_json);
    let own = machine.get_value(Value::Object(reference), to_json)?;
    if machine.context.heap.is_callable(own) {
        let message = "an object with its own `toJSON` is not converted by itself; call `toJSON()`";
        return Err(machine.error(ErrorKind::TypeError, message));
    }
    writer.stack.push(reference);
    if let ObjectKind::Array(items) = &machine.context.heap.object(reference).kind {
        let items: Vec<Value> = items.iter().map(|&item| present(item)).collect();
        write_array(machine, writer, &items)?;
    } else {
        write_properties(machine, writer, reference)?;
    }
    Ok(())
}

fn write_array(machine: &mut M, writer: &mut Writer, items: &[Value]) -> Outcome<()> {
    writer.push("[");
    for (index, &item) in items.iter().enumerate() {
        if index > 0 {
            writer.push(",");
        }
        writer.line_break();
        if !write(machine, writer, item)? {
            writer.push("null");
        }
    }
    writer.stack.pop();
    if !items.is_empty() {
        writer.line_break();
    }
    writer.push("]");
    Ok(())
}

fn write_properties(machine: &mut M, writer: &mut Writer, reference: ObjectRef) -> Outcome<()> {
    writer.push("{");
    let mut is_first = true;
    for key in machine.own_keys(Value::Object(reference)) {
        if writer.allowed.as_ref().is_some_and(|allowed| !allowed.contains(&key)) {
            continue;
        }
        let value = machine.get_value(Value::Object(reference), key)?;
        let before = writer.out.len();
        if !is_first {
            writer.push(",");
        }
        writer.line_break();
        let name = match key {
            PropertyKey::Index(index) => Text::new(&index.to_string()),
            PropertyKey::Name(key) => machine.context.heap.key_text(key).clone(),
        };
        quote(&mut writer.out, &name);
        writer.push(if writer.indent.is_empty() { ":" } else { ": " });
        if write(machine, writer, value)? {
            is_first = false;
        } else {
            writer.out.truncate(before);
        }
    }
    writer.stack.pop();
    if !is_first {
        writer.line_break();
    }
    writer.push("}");
    Ok(())
}

/// QuoteJSONString (ECMA-262 section 25.5.2.3).
fn quote(out: &mut Vec<u16>, text: &Text) {
    out.push(u16::from(b'"'));
    let units = text.to_units();
    for (index, &unit) in units.iter().enumerate() {
        let is_high = (0xd800..0xdc00).contains(&unit);
        let is_low = (0xdc00..0xe000).contains(&unit);
        let next_is_low = units.get(index + 1).is_some_and(|next| (0xdc00..0xe000).contains(next));
        let previous_is_high = index > 0 && (0xd800..0xdc00).contains(&units[index - 1]);
        let is_lone = (is_high && !next_is_low) || (is_low && !previous_is_high);
        let escape = match unit {
            0x22 => "\\\"".to_owned(),
            0x5c => "\\\\".to_owned(),
            0x08 => "\\b".to_owned(),
            0x0c => "\\f".to_owned(),
            0x0a => "\\n".to_owned(),
            0x0d => "\\r".to_owned(),
            0x09 => "\\t".to_owned(),
            unit if unit < 0x20 || is_lone => format!("\\u{unit:04x}"),
            _ => {
                out.push(unit);
                continue;
            }
        };
        out.extend(escape.encode_utf16());
    }
    out.push(u16::from(b'"'));
}

struct Reader {
    units: Vec<u16>,
    at: usize,
}

enum Failure {
    /// At the current position.
    Syntax,
    Raise(crate::Raise),
}

impl From<crate::Raise> for Failure {
    fn from(raise: crate::Raise) -> Failure {
        Failure::Raise(raise)
    }
}

pub(crate) fn parse(machine: &mut M, call: Call) -> Outcome<Value> {
    if machine.context.heap.is_callable(call.arg(1)) {
        let message = "a reviver function is not available here; change the parsed value afterwards";
        return Err(machine.error(ErrorKind::TypeError, message));
    }
    let text = machine.to_text(call.arg(0))?;
    let mut reader = Reader {
        units: text.to_units(),
        at: 0,
    };
    let value = read_value(machine, &mut reader, 0).and_then(|value| {
        reader.skip_space();
        if reader.at == reader.units.len() { Ok(value) } else { Err(Failure::Syntax) }
    });
    match value {
        Ok(value) => Ok(value),
        Err(Failure::Raise(raise)) => Err(raise),
        Err(Failure::Syntax) => {
            let message = match reader.units.get(reader.at) {
                None => "Unexpected end of JSON input".to_owned(),
                Some(&unit) => {
                    let found = String::from_utf16_lossy(&[unit]);
                    let shown = text.to_display();
                    format!("Unexpected token '{found}', \"{shown}\" is not valid JSON")
                }
            };
            Err(machine.error(ErrorKind::SyntaxError, &message))
        }
    }
}

impl Reader {
    fn skip_space(&mut self) {
        while matches!(self.units.get(self.at), Some(0x20 | 0x09 | 0x0a | 0x0d)) {
            self.at += 1;
        }
    }

    fn peek(&mut self) -> Option<char> {
        self.skip_space();
        self.units.get(self.at).and_then(|&unit| char::from_u32(u32::from(unit)))
    }

    fn take(&mut self, expected: char) -> bool {
        let is_there = self.peek() == Some(expected);
        self.at += usize::from(is_there);
        is_there
    }

    fn expect(&mut self, expected: char) -> Result<(), Failure> {
        if self.take(expected) { Ok(()) } else { Err(Failure::Syntax) }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Failure> {
        for unit in word.encode_utf16() {
            if self.units.get(self.at) != Some(&unit) {
                return Err(Failure::Syntax);
            }
            self.at += 1;
        }
        Ok(value)
    }

    fn digits(&mut self) -> Result<(), Failure> {
        let start = self.at;
        while self.units.get(self.at).is_some_and(|unit| (0x30..0x3a).contains(unit)) {
            self.at += 1;
        }
        if self.at == start { Err(Failure::Syntax) } else { Ok(()) }
    }

    fn number(&mut self) -> Result<Value, Failure> {
        let start = self.at;
        self.at += usize::from(self.units.get(self.at) == Some(&u16::from(b'-')));
        if self.units.get(self.at) == Some(&u16::from(b'0')) {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.units.get(self.at) == Some(&u16::from(b'.')) {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.units.get(self.at), Some(0x65 | 0x45)) {
            self.at += 1;
            self.at += usize::from(matches!(self.units.get(self.at), Some(0x2b | 0x2d)));
            self.digits()?;
        }
        let text = String::from_utf16_lossy(&self.units[start..self.at]);
        text.parse().map(Value::number).map_err(|_| Failure::Syntax)
    }

    fn text(&mut self) -> Result<Text, Failure> {
        self.expect('"')?;
        let mut out = Vec::new();
        loop {
            let &unit = self.units.get(self.at).ok_or(Failure::Syntax)?;
            if unit < 0x20 {
                return Err(Failure::Syntax);
            }
            self.at += 1;
            match unit {
                0x22 => return Ok(Text::from_units(&out)),
                0x5c => out.push(self.escape()?),
                unit => out.push(unit),
            }
        }
    }

    fn escape(&mut self) -> Result<u16, Failure> {
        let &unit = self.units.get(self.at).ok_or(Failure::Syntax)?;
        let plain = match u8::try_from(unit).unwrap_or(0) {
            b'"' => 0x22,
            b'\\' => 0x5c,
            b'/' => 0x2f,
            b'b' => 0x08,
            b'f' => 0x0c,
            b'n' => 0x0a,
            b'r' => 0x0d,
            b't' => 0x09,
            b'u' => {
                let digits = self.units.get(self.at + 1..self.at + 5).ok_or(Failure::Syntax)?;
                let digits = String::from_utf16_lossy(digits);
                let unit = u16::from_str_radix(&digits, 16).map_err(|_| Failure::Syntax)?;
                self.at += 5;
                return Ok(unit);
            }
            _ => return Err(Failure::Syntax),
        };
        self.at += 1;
        Ok(plain)
    }
}

fn read_value(machine: &mut M, reader: &mut Reader, depth: usize) -> Result<Value, Failure> {
    if depth > MAX_DEPTH {
        let raise = machine.error(ErrorKind::RangeError, "Maximum call stack size exceeded");
        return Err(Failure::Raise(raise));
    }
    match reader.peek() {
        Some('{') => read_object(machine, reader, depth),
        Some('[') => read_array(machine, reader, depth),
        Some('"') => {
            let text = reader.text()?;
            machine.context.heap.check_text_len(text.len())?;
            Ok(machine.context.heap.alloc_text(text))
        }
        Some('t') => reader.word("true", Value::Bool(true)),
        Some('f') => reader.word("false", Value::Bool(false)),
        Some('n') => reader.word("null", Value::Null),
        Some('-' | '0'..='9') => reader.number(),
        Some(_) | None => Err(Failure::Syntax),
    }
}

fn read_array(machine: &mut M, reader: &mut Reader, depth: usize) -> Result<Value, Failure> {
    reader.expect('[')?;
    let mut items = Vec::new();
    if !reader.take(']') {
        loop {
            items.push(read_value(machine, reader, depth + 1)?);
            machine.context.heap.check_array_len(items.len())?;
            if reader.take(']') {
                break;
            }
            reader.expect(',')?;
        }
    }
    Ok(Value::Object(machine.context.heap.alloc_array(items)))
}

fn read_object(machine: &mut M, reader: &mut Reader, depth: usize) -> Result<Value, Failure> {
    reader.expect('{')?;
    let object = machine.context.heap.alloc_plain();
    if reader.take('}') {
        return Ok(Value::Object(object));
    }
    loop {
        reader.skip_space();
        let name = reader.text()?;
        reader.expect(':')?;
        let value = read_value(machine, reader, depth + 1)?;
        let key = match name.array_index() {
            Some(index) => PropertyKey::Index(index),
            None => PropertyKey::Name(machine.context.heap.intern(&name)),
        };
        machine.put_own(object, key, value);
        if reader.take('}') {
            return Ok(Value::Object(object));
        }
        reader.expect(',')?;
    }
}
