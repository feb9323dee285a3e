//! Matching, searching, splitting and replacing with regular expressions that nobody has changed.
//!
//! Owns the methods of `RegExp.prototype` that are named by symbols, and what the methods of strings do with a regular
//! expression. Whenever the program could notice a step of the specification's algorithm the library takes over.

use std::sync::Arc;

use regexp::{Captures, Program};

use super::super::Call;
use crate::error::Outcome;
use crate::number::to_uint32;
use crate::run::{Found, Machine};
use crate::{ObjectKind, ObjectRef, PropertyKey, Raise, Text, Value, WellKnownSymbol};

type M<'m, 'c> = Machine<'m, 'c>;

impl Machine<'_, '_> {
    /// What a method of strings does with its first argument.
    pub(in crate::native) fn regexp_argument(
        &mut self,
        value: Value,
        symbol: WellKnownSymbol,
    ) -> Outcome<Option<ObjectRef>> {
        if !value.is_object() {
            return Ok(None);
        }
        if let Some(reference) = self.as_pristine_regexp(value) {
            return Ok(Some(reference));
        }
        match self.find_property(value, PropertyKey::Symbol(symbol.reference())) {
            Found::Missing | Found::Data(Value::Undefined | Value::Null) => Ok(None),
            Found::Data(_) | Found::Getter(_) => Err(Raise::Library),
        }
    }

    fn program_of(&self, reference: ObjectRef) -> Option<Arc<Program>> {
        let ObjectKind::RegExp(regexp) = &self.context.heap.object(reference).kind else {
            return None;
        };
        Some(Arc::clone(&regexp.program))
    }

    /// All matches of a global regular expression, from the beginning on.
    fn all_matches(&mut self, reference: ObjectRef, text: &Text) -> Outcome<Vec<Captures>> {
        let mut found = Vec::new();
        let Some(program) = self.program_of(reference) else {
            return Ok(found);
        };
        let is_unicode = program.flags().has_either_unicode();
        let mut start = 0;
        while start <= text.len() {
            let Some(captures) = self.run_regexp(&program, text, start, program.flags().sticky)? else {
                break;
            };
            let (from, to) = captures.group(0).unwrap_or((start, start));
            start = if from == to { advance(text, to, is_unicode) } else { to };
            found.push(captures);
            self.context.heap.check_array_len(found.len())?;
        }
        self.set_last_index(reference, 0)?;
        Ok(found)
    }

    pub(in crate::native) fn regexp_match(&mut self, reference: ObjectRef, text: &Text) -> Outcome<Value> {
        let is_global = self.program_of(reference).is_some_and(|program| program.flags().global);
        if !is_global {
            return match self.regexp_exec(reference, text)? {
                Some(captures) => self.match_result(reference, text, &captures),
                None => Ok(Value::Null),
            };
        }
        let matches = self.all_matches(reference, text)?;
        if matches.is_empty() {
            return Ok(Value::Null);
        }
        let texts = matches
            .iter()
            .map(|captures| self.group_text(text, captures, 0))
            .collect();
        self.new_array(texts)
    }

    pub(in crate::native) fn regexp_search(&mut self, reference: ObjectRef, text: &Text) -> Outcome<Value> {
        let Some(program) = self.program_of(reference) else {
            return Ok(Value::Undefined);
        };
        let found = self.run_regexp(&program, text, 0, program.flags().sticky)?;
        let start = found.and_then(|captures| captures.group(0)).map(|(start, _)| start);
        Ok(start.map_or(Value::number(-1.0), crate::native::convert::count))
    }

    pub(in crate::native) fn regexp_split(
        &mut self,
        reference: ObjectRef,
        text: &Text,
        limit: Value,
    ) -> Outcome<Value> {
        let limit = match limit {
            Value::Undefined => u32::MAX,
            limit => to_uint32(self.to_number(limit)?),
        };
        let limit = limit as usize;
        let Some(program) = self.program_of(reference) else {
            return Ok(Value::Undefined);
        };
        let mut parts = Vec::new();
        if limit == 0 {
            return self.new_array(parts);
        }
        if text.is_empty() {
            if self.run_regexp(&program, text, 0, true)?.is_none() {
                parts.push(self.context.heap.alloc_text(text.clone()));
            }
            return self.new_array(parts);
        }
        let is_unicode = program.flags().has_either_unicode();
        let (mut part_start, mut from) = (0, 0);
        while from < text.len() {
            let Some(captures) = self.run_regexp(&program, text, from, false)? else {
                break;
            };
            let (start, end) = captures.group(0).unwrap_or((text.len(), text.len()));
            if start >= text.len() {
                break;
            }
            if end == part_start {
                from = advance(text, from.max(start), is_unicode);
                continue;
            }
            parts.push(self.context.heap.alloc_text(text.slice(part_start, start)));
            (part_start, from) = (end, end);
            for index in 1..captures.group_count() {
                if parts.len() == limit {
                    break;
                }
                parts.push(self.group_text(text, &captures, index));
            }
            if parts.len() == limit {
                return self.new_array(parts);
            }
            self.context.heap.check_array_len(parts.len())?;
        }
        parts.push(self.context.heap.alloc_text(text.slice(part_start, text.len())));
        self.new_array(parts)
    }

    /// `replace` by a template.
    pub(in crate::native) fn regexp_replace(
        &mut self,
        reference: ObjectRef,
        text: &Text,
        template: &Text,
    ) -> Outcome<Value> {
        let Some(program) = self.program_of(reference) else {
            return Ok(Value::Undefined);
        };
        let matches = if program.flags().global {
            self.all_matches(reference, text)?
        } else {
            self.regexp_exec(reference, text)?.into_iter().collect()
        };
        let mut units: Vec<u16> = Vec::new();
        let mut done = 0;
        for captures in &matches {
            let (start, end) = captures.group(0).unwrap_or((done, done));
            units.extend(text.slice(done, start).units());
            let substitution = Substitution {
                text,
                range: (start, end),
                captures: Some((captures, &program)),
            };
            substitution.append(template, &mut units);
            done = end;
            self.context.heap.check_text_len(units.len())?;
        }
        units.extend(text.slice(done, text.len()).units());
        self.new_text(Text::from_units(&units))
    }
}

/// AdvanceStringIndex.
fn advance(text: &Text, index: usize, is_unicode: bool) -> usize {
    let is_pair = is_unicode
        && text.unit(index).is_some_and(|unit| unit & 0xfc00 == 0xd800)
        && text.unit(index + 1).is_some_and(|unit| unit & 0xfc00 == 0xdc00);
    index + if is_pair { 2 } else { 1 }
}

/// What stands for what in a template (GetSubstitution, ECMA-262 section 22.1.3.19.1).
pub(in crate::native) struct Substitution<'a> {
    pub(in crate::native) text: &'a Text,
    pub(in crate::native) range: (usize, usize),
    pub(in crate::native) captures: Option<(&'a Captures, &'a Program)>,
}

impl Substitution<'_> {
    pub(in crate::native) fn append(&self, template: &Text, units: &mut Vec<u16>) {
        let (start, end) = self.range;
        let mut at = 0;
        while let Some(unit) = template.unit(at) {
            let next = template.unit(at + 1).and_then(|next| u8::try_from(next).ok());
            at += 1;
            let part = match (unit, next) {
                (0x24, Some(b'$')) => {
                    units.push(unit);
                    at += 1;
                    continue;
                }
                (0x24, Some(b'&')) => Some((self.text.slice(start, end), 1)),
                (0x24, Some(b'`')) => Some((self.text.slice(0, start), 1)),
                (0x24, Some(b'\'')) => Some((self.text.slice(end.min(self.text.len()), self.text.len()), 1)),
                (0x24, Some(b'0'..=b'9')) => self.numbered(template, at),
                (0x24, Some(b'<')) => self.named(template, at),
                _ => None,
            };
            match part {
                Some((part, taken)) => {
                    units.extend(part.units());
                    at += taken;
                }
                None => units.push(unit),
            }
        }
    }

    fn group(&self, index: usize) -> Text {
        let range = self.captures.and_then(|(captures, _)| captures.group(index));
        range.map_or(Text::new(""), |(start, end)| self.text.slice(start, end))
    }

    /// `$1` or `$12`, whichever is a group; and how many units stand for it after the dollar.
    fn numbered(&self, template: &Text, at: usize) -> Option<(Text, usize)> {
        let digit = |at| {
            template
                .unit(at)
                .filter(|unit| (0x30..0x3a).contains(unit))
                .map(|unit| usize::from(unit - 0x30))
        };
        let count = self.captures.map_or(1, |(captures, _)| captures.group_count());
        let one = digit(at)?;
        if let Some(second) = digit(at + 1) {
            let two = one * 10 + second;
            if (1..count).contains(&two) {
                return Some((self.group(two), 2));
            }
        }
        (1..count).contains(&one).then(|| (self.group(one), 1))
    }

    fn named(&self, template: &Text, at: usize) -> Option<(Text, usize)> {
        let (_, program) = self.captures?;
        if program.group_names().is_empty() {
            return None;
        }
        let end = (at + 1..template.len()).find(|&at| template.unit(at) == Some(0x3e))?;
        let name = template.slice(at + 1, end);
        let found = program.group_names().iter().find(|(known, _)| name.is(known));
        let text = found.map_or(Text::new(""), |&(_, index)| self.group(index as usize));
        Some((text, end + 1 - at))
    }
}

/// The receiver of a method that is named by a symbol.
fn receiver(machine: &mut M, call: Call) -> Outcome<ObjectRef> {
    if !call.this.is_object() {
        let shown = machine.shown(call.this);
        let name = call.native.name();
        let message = format!("RegExp.prototype.{name} called on incompatible receiver {shown}");
        return Err(machine.type_error(&message));
    }
    machine.as_pristine_regexp(call.this).ok_or(Raise::Library)
}

pub(crate) fn match_(machine: &mut M, call: Call) -> Outcome<Value> {
    let reference = receiver(machine, call)?;
    let text = machine.to_text(call.arg(0))?;
    machine.regexp_match(reference, &text)
}

pub(crate) fn search(machine: &mut M, call: Call) -> Outcome<Value> {
    let reference = receiver(machine, call)?;
    let text = machine.to_text(call.arg(0))?;
    machine.regexp_search(reference, &text)
}

pub(crate) fn split(machine: &mut M, call: Call) -> Outcome<Value> {
    let reference = receiver(machine, call)?;
    let text = machine.to_text(call.arg(0))?;
    machine.regexp_split(reference, &text, call.arg(1))
}

pub(crate) fn replace(machine: &mut M, call: Call) -> Outcome<Value> {
    let reference = receiver(machine, call)?;
    if machine.context.heap.is_callable(call.arg(1)) {
        return Err(Raise::Library);
    }
    let text = machine.to_text(call.arg(0))?;
    let template = machine.to_text(call.arg(1))?;
    machine.regexp_replace(reference, &text, &template)
}
