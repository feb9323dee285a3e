//! Functions for URIs (ECMA-262 section 19.2.6), and `escape` and `unescape` of annex B.
//!
//! Owns which characters stand for themselves and what malformed sequences are.

use super::{Call, Pure};
use crate::error::Outcome;
use crate::run::Machine;
use crate::{ErrorKind, Raise, Text, Value};

type M<'m, 'c> = Machine<'m, 'c>;

const ALPHANUMERIC_MARKS: &[u8] = b"-_.!~*'()";
const RESERVED: &[u8] = b";/?:@&=+$,#";
const ESCAPE_MARKS: &[u8] = b"@*_+-./";

fn malformed(machine: &mut M) -> Raise {
    machine.error(ErrorKind::UriError, "URI malformed")
}

fn push_escaped(units: &mut Vec<u16>, byte: u8) {
    units.extend(format!("%{byte:02X}").encode_utf16());
}

/// `encodeURI` and `encodeURIComponent`.
pub(crate) fn encode(machine: &mut M, call: Call) -> Outcome<Value> {
    let text = machine.to_text(call.arg(0))?;
    let keeps_reserved = call.native == Pure::EncodeURI;
    let mut units = Vec::with_capacity(text.len());
    for point in char::decode_utf16(text.units()) {
        let Ok(point) = point else {
            return Err(malformed(machine));
        };
        let byte = u8::try_from(point).unwrap_or(0);
        let is_kept = point.is_ascii()
            && (byte.is_ascii_alphanumeric()
                || ALPHANUMERIC_MARKS.contains(&byte)
                || (keeps_reserved && RESERVED.contains(&byte)));
        if is_kept {
            units.push(u16::from(byte));
        } else {
            let mut buffer = [0; 4];
            let bytes = point.encode_utf8(&mut buffer).as_bytes();
            bytes.iter().for_each(|&byte| push_escaped(&mut units, byte));
        }
        machine.context.heap.check_text_len(units.len())?;
    }
    machine.new_text(Text::from_units(&units))
}

/// The byte of an escape sequence, or nothing if there is none.
fn escaped_byte(text: &Text, at: usize) -> Option<u8> {
    let digit = |at| char::from_u32(u32::from(text.unit(at)?))?.to_digit(16);
    if text.unit(at) != Some(0x25) {
        return None;
    }
    u8::try_from(digit(at + 1)? * 16 + digit(at + 2)?).ok()
}

/// `decodeURI` and `decodeURIComponent`.
pub(crate) fn decode(machine: &mut M, call: Call) -> Outcome<Value> {
    let text = machine.to_text(call.arg(0))?;
    let keeps_reserved = call.native == Pure::DecodeURI;
    let mut units = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(unit) = text.unit(at) {
        if unit != 0x25 {
            units.push(unit);
            at += 1;
            continue;
        }
        let Some(first) = escaped_byte(&text, at) else {
            return Err(malformed(machine));
        };
        let count = match first.leading_ones() {
            0 => 1,
            count @ 2..=4 => count as usize,
            _ => return Err(malformed(machine)),
        };
        let bytes: Option<Vec<u8>> = (0..count).map(|index| escaped_byte(&text, at + index * 3)).collect();
        let bytes = bytes.unwrap_or_default();
        let Some(point) = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next()) else {
            return Err(malformed(machine));
        };
        let is_kept = keeps_reserved && point.is_ascii() && RESERVED.contains(&first);
        if is_kept {
            units.extend(text.slice(at, at + 3).units());
        } else {
            units.extend_from_slice(point.encode_utf16(&mut [0; 2]));
        }
        at += count * 3;
    }
    machine.new_text(Text::from_units(&units))
}

pub(crate) fn escape(machine: &mut M, call: Call) -> Outcome<Value> {
    let text = machine.to_text(call.arg(0))?;
    let mut units = Vec::with_capacity(text.len());
    for unit in text.units() {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii_alphanumeric() || ESCAPE_MARKS.contains(&byte) => units.push(unit),
            Ok(byte) => push_escaped(&mut units, byte),
            Err(_) => units.extend(format!("%u{unit:04X}").encode_utf16()),
        }
        machine.context.heap.check_text_len(units.len())?;
    }
    machine.new_text(Text::from_units(&units))
}

pub(crate) fn unescape(machine: &mut M, call: Call) -> Outcome<Value> {
    let text = machine.to_text(call.arg(0))?;
    let mut units = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(unit) = text.unit(at) {
        if let Some(wide) = escaped_unit(&text, at) {
            units.push(wide);
            at += 6;
        } else if let Some(byte) = escaped_byte(&text, at) {
            units.push(u16::from(byte));
            at += 3;
        } else {
            units.push(unit);
            at += 1;
        }
    }
    machine.new_text(Text::from_units(&units))
}

/// The unit that `%uXXXX` stands for.
fn escaped_unit(text: &Text, at: usize) -> Option<u16> {
    if text.unit(at)? != 0x25 || text.unit(at + 1)? != 0x75 {
        return None;
    }
    let mut unit = 0;
    for offset in 2..6 {
        let digit = char::from_u32(u32::from(text.unit(at + offset)?))?.to_digit(16)?;
        unit = unit * 16 + digit;
    }
    u16::try_from(unit).ok()
}
