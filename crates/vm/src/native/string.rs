//! `String` and what strings can do without callbacks.
//!
//! Owns the methods; code units and searching are the text's, matching is the regular expressions'.

use crate::error::Outcome;
use crate::number::{is_space, to_integer, to_uint32};
use crate::run::Machine;
use crate::{Native, ObjectRef, Owner, PropertyKey, Pure, Raise, Text, Value, WellKnownSymbol};

use super::Call;
use super::case;
use super::convert::count;
use super::regexp::symbols::Substitution;

pub(crate) fn construct(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = match *call.args {
        [] => machine.context.heap.alloc_str(""),
        [text @ Value::Text(_), ..] => text,
        [Value::Symbol(symbol), ..] if !call.is_new() => {
            let description = machine.context.heap.symbol(symbol).description.clone();
            let description = description.unwrap_or_else(|| Text::new(""));
            let text = Text::new("Symbol(").concat(&description).concat(&Text::new(")"));
            machine.new_text(text)?
        }
        [value, ..] => {
            let text = machine.to_text(value)?;
            machine.new_text(text)?
        }
    };
    machine.boxed_for(call, text)
}

pub(crate) fn from_char_code(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let units = call.args.iter().map(|&arg| {
        let code = to_uint32(machine.to_number(arg)?);
        Ok((code & 0xffff) as u16)
    });
    let units: Vec<u16> = units.collect::<Outcome<_>>()?;
    machine.new_text(Text::from_units(&units))
}

pub(crate) fn from_code_point(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let mut units = Vec::new();
    for &arg in call.args {
        let code = machine.to_number(arg)?;
        if !(0.0..=1_114_111.0).contains(&code) || code.trunc() != code {
            let shown = machine.to_text(arg)?.to_display();
            return Err(machine.range_error(&format!("Invalid code point {shown}")));
        }
        let code = code as u32;
        match char::from_u32(code) {
            Some(point) => units.extend_from_slice(point.encode_utf16(&mut [0; 2])),
            // What is no character is a lone surrogate, which fits in one unit.
            None => units.push(code as u16),
        }
    }
    machine.new_text(Text::from_units(&units))
}

/// The receiver as a string.
pub(super) fn receiver(machine: &mut Machine, call: Call) -> Outcome<Text> {
    if call.this.is_nullish() {
        let name = call.native.name();
        return Err(machine.type_error(&format!("String.prototype.{name} called on null or undefined")));
    }
    machine.to_text(call.this)
}

pub(crate) fn value_of(machine: &mut Machine, call: Call) -> Outcome<Value> {
    if let text @ Value::Text(_) = machine.context.heap.unboxed(call.this) {
        return Ok(text);
    }
    if call.this == Value::Native(Native::Prototype(Owner::String)) {
        return Ok(machine.context.heap.alloc_str(""));
    }
    let name = call.native.name();
    Err(machine.type_error(&format!("String.prototype.{name} requires that 'this' be a String")))
}

// Units

/// The position that the first argument names, if there is a unit.
fn position(machine: &mut Machine, call: Call, text: &Text) -> Outcome<Option<usize>> {
    let index = machine.integer_or(call.arg(0), 0.0)?;
    let is_inside = index >= 0.0 && index < text.len() as f64;
    Ok(is_inside.then_some(index as usize))
}

pub(crate) fn char_at(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let position = position(machine, call, &text)?;
    machine.new_text(position.map_or(Text::new(""), |at| text.slice(at, at + 1)))
}

pub(crate) fn char_code_at(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let position = position(machine, call, &text)?;
    let unit = position.and_then(|at| text.unit(at));
    Ok(Value::number(unit.map_or(f64::NAN, f64::from)))
}

pub(crate) fn code_point_at(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let Some(at) = position(machine, call, &text)? else {
        return Ok(Value::Undefined);
    };
    let units = [text.unit(at), text.unit(at + 1)].into_iter().flatten();
    let point = char::decode_utf16(units).next().map(|point| match point {
        Ok(point) => u32::from(point),
        Err(lone) => u32::from(lone.unpaired_surrogate()),
    });
    Ok(point.map_or(Value::Undefined, |point| Value::number(f64::from(point))))
}

pub(crate) fn at(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let index = machine.integer_or(call.arg(0), 0.0)?;
    let index = if index < 0.0 { text.len() as f64 + index } else { index };
    if index < 0.0 || index >= text.len() as f64 {
        return Ok(Value::Undefined);
    }
    machine.new_text(text.slice(index as usize, index as usize + 1))
}

// Parts

pub(crate) fn slice(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let start = machine.relative_or(call.arg(0), text.len(), 0)?;
    let end = machine.relative_or(call.arg(1), text.len(), text.len())?;
    machine.new_text(text.slice(start, end.max(start)))
}

pub(crate) fn substring(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let len = text.len() as f64;
    let start = machine.integer_or(call.arg(0), 0.0)?.clamp(0.0, len) as usize;
    let end = machine.integer_or(call.arg(1), len)?.clamp(0.0, len) as usize;
    machine.new_text(text.slice(start.min(end), start.max(end)))
}

pub(crate) fn substr(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let start = machine.relative_or(call.arg(0), text.len(), 0)?;
    let rest = (text.len() - start) as f64;
    let length = machine.integer_or(call.arg(1), rest)?.clamp(0.0, rest) as usize;
    machine.new_text(text.slice(start, start + length))
}

/// `trim`, `trimStart` and `trimEnd`.
pub(crate) fn trim(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let units = text.to_units();
    let (mut start, mut end) = (0, units.len());
    if call.native != Pure::StringTrimEnd {
        start = units.iter().position(|&unit| !is_space(unit)).unwrap_or(end);
    }
    if call.native != Pure::StringTrimStart {
        end = units
            .iter()
            .rposition(|&unit| !is_space(unit))
            .map_or(start, |last| last + 1);
    }
    machine.new_text(text.slice(start, end))
}

pub(crate) fn split(machine: &mut Machine, call: Call) -> Outcome<Value> {
    coercible(machine, call)?;
    let regexp = machine.regexp_argument(call.arg(0), WellKnownSymbol::Split)?;
    let text = receiver(machine, call)?;
    if let Some(regexp) = regexp {
        return machine.regexp_split(regexp, &text, call.arg(1));
    }
    let limit = match call.arg(1) {
        Value::Undefined => u32::MAX,
        limit => to_uint32(machine.to_number(limit)?),
    };
    let separator = match call.arg(0) {
        Value::Undefined => None,
        separator => Some(machine.to_text(separator)?),
    };
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let parts = match separator {
        _ if limit == 0 => Vec::new(),
        None => vec![text],
        Some(separator) => parts_of(&text, &separator),
    };
    let kept = parts.len().min(limit);
    machine.context.heap.check_array_len(kept)?;
    let heap = &mut *machine.context.heap;
    let parts = parts.into_iter().take(kept).map(|part| heap.alloc_text(part)).collect();
    machine.new_array(parts)
}

fn parts_of(text: &Text, separator: &Text) -> Vec<Text> {
    if separator.is_empty() {
        return (0..text.len()).map(|at| text.slice(at, at + 1)).collect();
    }
    let mut parts = Vec::new();
    let mut start = 0;
    while let Some(found) = text.find(separator, start) {
        parts.push(text.slice(start, found));
        start = found + separator.len();
    }
    parts.push(text.slice(start, text.len()));
    parts
}

// Searching

pub(crate) fn index_of(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let needle = machine.to_text(call.arg(0))?;
    let from = machine.integer_or(call.arg(1), 0.0)?.clamp(0.0, text.len() as f64);
    Ok(text.find(&needle, from as usize).map_or(Value::number(-1.0), count))
}

pub(crate) fn last_index_of(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let needle = machine.to_text(call.arg(0))?;
    let from = machine.to_number(call.arg(1))?;
    let len = text.len() as f64;
    let from = if from.is_nan() {
        len
    } else {
        to_integer(from).clamp(0.0, len)
    };
    Ok(text
        .find_last(&needle, from as usize)
        .map_or(Value::number(-1.0), count))
}

/// What looks for a string takes no regular expression, so that one day it may.
fn refuse_regexp(machine: &mut Machine, call: Call) -> Outcome<()> {
    if !machine.is_regexp(call.arg(0))? {
        return Ok(());
    }
    let name = call.native.name();
    Err(machine.type_error(&format!(
        "First argument to String.prototype.{name} must not be a regular expression"
    )))
}

pub(crate) fn includes(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    refuse_regexp(machine, call)?;
    let needle = machine.to_text(call.arg(0))?;
    let from = machine.integer_or(call.arg(1), 0.0)?.clamp(0.0, text.len() as f64);
    Ok(Value::Bool(text.find(&needle, from as usize).is_some()))
}

pub(crate) fn starts_with(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    refuse_regexp(machine, call)?;
    let needle = machine.to_text(call.arg(0))?;
    let from = machine.integer_or(call.arg(1), 0.0)?.clamp(0.0, text.len() as f64);
    Ok(Value::Bool(text.matches_at(&needle, from as usize)))
}

pub(crate) fn ends_with(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    refuse_regexp(machine, call)?;
    let needle = machine.to_text(call.arg(0))?;
    let len = text.len() as f64;
    let end = machine.integer_or(call.arg(1), len)?.clamp(0.0, len) as usize;
    let start = end.checked_sub(needle.len());
    Ok(Value::Bool(start.is_some_and(|start| text.matches_at(&needle, start))))
}

// Changing

pub(crate) fn to_upper_case(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    machine.new_text(case::convert(&text, str::to_uppercase))
}

pub(crate) fn to_lower_case(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    machine.new_text(case::convert(&text, str::to_lowercase))
}

pub(crate) fn concat(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let mut text = receiver(machine, call)?;
    for &arg in call.args {
        text = text.concat(&machine.to_text(arg)?);
        machine.context.heap.check_text_len(text.len())?;
    }
    machine.new_text(text)
}

pub(crate) fn repeat(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let times = machine.integer_or(call.arg(0), 0.0)?;
    if times < 0.0 || times.is_infinite() {
        let shown = crate::number::to_string(times);
        return Err(machine.range_error(&format!("Invalid count value: {shown}")));
    }
    if text.is_empty() || times == 0.0 {
        return Ok(machine.context.heap.alloc_str(""));
    }
    // Conversion saturates, and so does the length: what is too long is found too long.
    let length = text.len().saturating_mul(times as usize);
    machine.context.heap.check_text_len(length)?;
    machine.new_text(Text::from_units(&text.to_units().repeat(times as usize)))
}

/// `padStart` and `padEnd`.
pub(crate) fn pad(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let length = machine.integer_or(call.arg(0), 0.0)?;
    let filler = match call.arg(1) {
        Value::Undefined => Text::new(" "),
        filler => machine.to_text(filler)?,
    };
    if length <= text.len() as f64 || filler.is_empty() {
        return machine.new_text(text);
    }
    machine.context.heap.check_text_len(length as usize)?;
    let missing = length as usize - text.len();
    let padding: Vec<u16> = filler.to_units().into_iter().cycle().take(missing).collect();
    let padding = Text::from_units(&padding);
    let is_start = call.native == Pure::StringPadStart;
    machine.new_text(if is_start {
        padding.concat(&text)
    } else {
        text.concat(&padding)
    })
}

/// `replace` and `replaceAll`, by templates. Functions are called by the library.
pub(crate) fn replace(machine: &mut Machine, call: Call) -> Outcome<Value> {
    coercible(machine, call)?;
    let (pattern, replacement) = (call.arg(0), call.arg(1));
    let is_all = call.native == Pure::StringReplaceAll;
    if is_all && machine.is_regexp(pattern)? {
        let flags = machine.name_key("flags");
        let flags = machine.get_plain(pattern, flags)?;
        let is_global = !flags.is_nullish() && machine.to_text(flags)?.find(&Text::new("g"), 0).is_some();
        if !is_global {
            return Err(machine.type_error("String.prototype.replaceAll called with a non-global RegExp argument"));
        }
    }
    let regexp = machine.regexp_argument(pattern, WellKnownSymbol::Replace)?;
    if machine.context.heap.is_callable(replacement) {
        return Err(Raise::Library);
    }
    let text = receiver(machine, call)?;
    if let Some(regexp) = regexp {
        let template = machine.to_text(replacement)?;
        return machine.regexp_replace(regexp, &text, &template);
    }
    let pattern = machine.to_text(pattern)?;
    let template = machine.to_text(replacement)?;
    let mut units: Vec<u16> = Vec::new();
    let (mut done, mut from) = (0, 0);
    while let Some(found) = text.find(&pattern, from) {
        units.extend(text.slice(done, found).units());
        let substitution = Substitution {
            text: &text,
            range: (found, found + pattern.len()),
            captures: None,
        };
        substitution.append(&template, &mut units);
        machine.context.heap.check_text_len(units.len())?;
        done = found + pattern.len();
        // An empty pattern matches once between any two units.
        from = found + pattern.len().max(1);
        if !is_all || from > text.len() {
            break;
        }
    }
    units.extend(text.slice(done, text.len()).units());
    machine.new_text(Text::from_units(&units))
}

/// RequireObjectCoercible.
fn coercible(machine: &mut Machine, call: Call) -> Outcome<()> {
    if !call.this.is_nullish() {
        return Ok(());
    }
    let name = call.native.name();
    Err(machine.type_error(&format!("String.prototype.{name} called on null or undefined")))
}

/// The regular expression of `match` and `search`, made of the argument if it is none.
fn regexp_of(machine: &mut Machine, call: Call, symbol: WellKnownSymbol) -> Outcome<(ObjectRef, Text)> {
    coercible(machine, call)?;
    if let Some(regexp) = machine.regexp_argument(call.arg(0), symbol)? {
        let text = receiver(machine, call)?;
        return Ok((regexp, text));
    }
    let text = receiver(machine, call)?;
    let pattern = match call.arg(0) {
        Value::Undefined => Text::new(""),
        pattern => machine.to_text(pattern)?,
    };
    let regexp = machine.new_regexp(&pattern, &Text::new(""))?;
    let regexp = machine.as_pristine_regexp(regexp).ok_or(Raise::Library)?;
    Ok((regexp, text))
}

pub(crate) fn match_(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let (regexp, text) = regexp_of(machine, call, WellKnownSymbol::Match)?;
    machine.regexp_match(regexp, &text)
}

pub(crate) fn search(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let (regexp, text) = regexp_of(machine, call, WellKnownSymbol::Search)?;
    machine.regexp_search(regexp, &text)
}

// Well-formedness

pub(crate) fn is_well_formed(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    Ok(Value::Bool(char::decode_utf16(text.units()).all(|point| point.is_ok())))
}

pub(crate) fn to_well_formed(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let mut units = Vec::with_capacity(text.len());
    for point in char::decode_utf16(text.units()) {
        let point = point.unwrap_or(char::REPLACEMENT_CHARACTER);
        units.extend_from_slice(point.encode_utf16(&mut [0; 2]));
    }
    machine.new_text(Text::from_units(&units))
}

/// `normalize`.
pub(crate) fn normalize(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = receiver(machine, call)?;
    let form = match call.arg(0) {
        Value::Undefined => "NFC".to_owned(),
        form => machine.to_text(form)?.to_display(),
    };
    let (is_compatible, is_composed) = match form.as_str() {
        "NFC" => (false, true),
        "NFD" => (false, false),
        "NFKC" => (true, true),
        "NFKD" => (true, false),
        _ => {
            let message = "The normalization form should be one of NFC, NFD, NFKC, NFKD.";
            return Err(machine.range_error(message));
        }
    };
    if text.units().all(|unit| unit < 0x80) {
        return machine.new_text(text);
    }
    let normal = super::normal::normalize(&text, is_compatible, is_composed);
    machine.new_text(normal)
}

/// `String.raw`. Elements that are objects are converted by the library.
pub(crate) fn raw(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let cooked = machine.to_object(call.arg(0))?;
    let raw = machine.name_key("raw");
    let raw = machine.get_plain(cooked, raw)?;
    let raw = machine.to_object(raw)?;
    let length = PropertyKey::Name(machine.context.heap.well_known().length);
    let length = machine.get_plain(raw, length)?;
    if length.is_object() {
        return Err(Raise::Library);
    }
    let length = to_integer(machine.to_number(length)?);
    let mut units = Vec::new();
    let mut index = 0;
    while f64::from(index) < length {
        let part = machine.get_plain(raw, PropertyKey::Index(index))?;
        if part.is_object() {
            return Err(Raise::Library);
        }
        units.extend(machine.to_text(part)?.units());
        index += 1;
        if f64::from(index) < length
            && let Some(&substitution) = call.args.get(index as usize)
        {
            units.extend(machine.to_text(substitution)?.units());
        }
        machine.context.heap.check_text_len(units.len())?;
    }
    machine.new_text(Text::from_units(&units))
}
