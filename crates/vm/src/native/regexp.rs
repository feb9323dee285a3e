//! `RegExp`: the constructor, its instances' methods and what they tell about themselves.
//!
//! Owns what regular expressions are as objects. The engine is a crate of its own; methods of strings that take one, and
//! their counterparts with symbols for names, stand below. All of them do their work for regular expressions that nobody
//! has changed; for others the library does it, by the letter.

pub(super) mod symbols;

pub(crate) use symbols::{match_, replace, search, split};

use std::sync::Arc;

use regexp::{Captures, Flags, Input, Program};

use super::{Call, Pure};
use crate::error::Outcome;
use crate::object::{Integrity, Object, RegExp};
use crate::run::{Found, Machine};
use crate::{
    ErrorKind, LimitKind, Native, ObjectKind, ObjectRef, Owner, PropertyKey, Prototype, Raise, Text, Value,
    WellKnownSymbol,
};

type M<'m, 'c> = Machine<'m, 'c>;

/// How many steps of a match count as one operation of the program.
const STEPS_PER_OPERATION: u64 = 64;

const HIDDEN_AND_FIXED: crate::Flags = crate::Flags::WRITABLE;

impl Machine<'_, '_> {
    /// A key by its text.
    pub(super) fn name_key(&mut self, name: &str) -> PropertyKey {
        PropertyKey::Name(self.context.heap.intern(&Text::new(name)))
    }

    /// The regular expression that a value is.
    pub(super) fn as_regexp(&self, value: Value) -> Option<(ObjectRef, &RegExp)> {
        let reference = value.object()?;
        let ObjectKind::RegExp(regexp) = &self.context.heap.object(reference).kind else {
            return None;
        };
        Some((reference, regexp))
    }

    /// The regular expression that a value is, if nothing about it can be told from a new one but `lastIndex`: then its
    /// methods need not be looked up.
    pub(super) fn as_pristine_regexp(&mut self, value: Value) -> Option<ObjectRef> {
        let (reference, _) = self.as_regexp(value)?;
        let object = self.context.heap.object(reference);
        let prototype = Native::Prototype(Owner::RegExp);
        let is_pristine = matches!(object.prototype, Prototype::Default)
            && object.properties.len() == 1
            && object.integrity == Integrity::Extensible
            && self.context.heap.overlay(prototype).is_none()
            && self.context.heap.overlay(Native::Pure(Pure::RegExp)).is_none();
        if !is_pristine {
            return None;
        }
        let last_index = self.name_key("lastIndex");
        let own = self.objects().own_of_object(reference, last_index)?;
        let is_number = matches!(own.held, crate::run::Held::Value(Value::Number(_)));
        (is_number && own.flags == HIDDEN_AND_FIXED).then_some(reference)
    }

    /// RegExpAlloc and RegExpInitialize.
    pub(super) fn new_regexp(&mut self, pattern: &Text, flags: &Text) -> Outcome<Value> {
        let units = pattern.to_units();
        let Some(parsed) = Flags::parse(&flags.to_units()) else {
            let message = format!("Invalid flags supplied to RegExp constructor '{flags}'");
            return Err(self.error(ErrorKind::SyntaxError, &message));
        };
        let program = Program::compile(&units, parsed).map_err(|error| {
            let message = format!("Invalid regular expression: /{pattern}/{flags}: {}", error.message);
            self.error(ErrorKind::SyntaxError, &message)
        })?;
        let object = Object::new(ObjectKind::RegExp(Box::new(RegExp {
            source: pattern.clone(),
            program: Arc::new(program),
        })));
        let reference = self.context.heap.alloc_object(object);
        let last_index = self.name_key("lastIndex");
        self.store(reference, last_index, HIDDEN_AND_FIXED, Value::number(0.0));
        Ok(Value::Object(reference))
    }

    /// Executes the engine.
    pub(super) fn run_regexp(
        &mut self,
        program: &Program,
        text: &Text,
        start: usize,
        is_sticky: bool,
    ) -> Outcome<Option<Captures>> {
        let input = match text {
            Text::OneByte(bytes) => Input::OneByte(bytes),
            Text::TwoByte(units) => Input::TwoByte(units),
        };
        let steps_max = self.context.heap.max_regexp_steps();
        let mut steps = steps_max;
        let result = program.exec(input, start, is_sticky, &mut steps);
        let operations = (steps_max - steps) / STEPS_PER_OPERATION;
        *self.context.fuel = self.context.fuel.saturating_sub(operations);
        result.map_err(|_| Raise::Limit(LimitKind::RegExpSteps))
    }

    fn last_index_key(&mut self) -> PropertyKey {
        self.name_key("lastIndex")
    }

    /// Where the next match is to begin. What is no number is converted by the library.
    fn last_index(&mut self, reference: ObjectRef) -> Outcome<f64> {
        let key = self.last_index_key();
        let value = self.get_plain(Value::Object(reference), key)?;
        if value.is_object() {
            return Err(Raise::Library);
        }
        let number = crate::number::to_integer(self.to_number(value)?);
        Ok(number.clamp(0.0, 9_007_199_254_740_991.0))
    }

    pub(super) fn set_last_index(&mut self, reference: ObjectRef, index: usize) -> Outcome<()> {
        let key = self.last_index_key();
        let own = self.objects().own_of_object(reference, key);
        if own.is_some_and(|own| !own.flags.is_writable()) {
            let message = "Cannot assign to read only property 'lastIndex' of object '[object RegExp]'";
            return Err(self.type_error(message));
        }
        self.store(reference, key, HIDDEN_AND_FIXED, super::convert::count(index));
        Ok(())
    }

    /// RegExpBuiltinExec up to the result.
    pub(super) fn regexp_exec(&mut self, reference: ObjectRef, text: &Text) -> Outcome<Option<Captures>> {
        let last_index = self.last_index(reference)?;
        self.regexp_exec_from(reference, text, last_index)
    }

    /// The same from a given `lastIndex`, which counts with `g` or `y` only.
    pub(super) fn regexp_exec_from(
        &mut self,
        reference: ObjectRef,
        text: &Text,
        last_index: f64,
    ) -> Outcome<Option<Captures>> {
        let ObjectKind::RegExp(regexp) = &self.context.heap.object(reference).kind else {
            return Ok(None);
        };
        let program = Arc::clone(&regexp.program);
        let flags = program.flags();
        let moves = flags.global || flags.sticky;
        let start = if moves { last_index } else { 0.0 };
        let found = if start > text.len() as f64 {
            None
        } else {
            self.run_regexp(&program, text, start as usize, flags.sticky)?
        };
        if moves {
            let end = found
                .as_ref()
                .and_then(|found| found.group(0))
                .map_or(0, |(_, end)| end);
            self.set_last_index(reference, end)?;
        }
        Ok(found)
    }

    /// The text of a group, `undefined` if it took no part.
    pub(super) fn group_text(&mut self, text: &Text, captures: &Captures, index: usize) -> Value {
        match captures.group(index) {
            Some((start, end)) => self.context.heap.alloc_text(text.slice(start, end)),
            None => Value::Undefined,
        }
    }

    /// The array that `exec` returns.
    pub(super) fn match_result(&mut self, reference: ObjectRef, text: &Text, captures: &Captures) -> Outcome<Value> {
        let ObjectKind::RegExp(regexp) = &self.context.heap.object(reference).kind else {
            return Ok(Value::Null);
        };
        let program = Arc::clone(&regexp.program);
        let count = captures.group_count();
        let items: Vec<Value> = (0..count).map(|index| self.group_text(text, captures, index)).collect();
        let groups = self.named_groups(&program, |index| items[index]);
        let result = self.new_array(items)?;
        let start = captures.group(0).map_or(0, |(start, _)| start);
        let input = self.context.heap.alloc_text(text.clone());
        let Value::Object(array) = result else {
            return Ok(result);
        };
        let properties = [
            ("index", super::convert::count(start)),
            ("input", input),
            ("groups", groups),
        ];
        for (name, value) in properties {
            let key = self.name_key(name);
            self.put_own(array, key, value);
        }
        if program.flags().has_indices {
            let indices = self.match_indices(&program, captures)?;
            let key = self.name_key("indices");
            self.put_own(array, key, indices);
        }
        Ok(result)
    }

    /// An object without prototype of what the named groups matched; `undefined` if there are none.
    fn named_groups(&mut self, program: &Program, value: impl Fn(usize) -> Value) -> Value {
        if program.group_names().is_empty() {
            return Value::Undefined;
        }
        let groups = self.context.heap.alloc_object(Object {
            prototype: Prototype::Null,
            ..Object::new(ObjectKind::Plain)
        });
        for (name, index) in program.group_names() {
            let name = self.context.heap.alloc_str(name);
            if let Ok(key) = self.to_property_key(name) {
                self.put_own(groups, key, value(*index as usize));
            }
        }
        Value::Object(groups)
    }

    /// MakeMatchIndicesIndexPairArray.
    fn match_indices(&mut self, program: &Program, captures: &Captures) -> Outcome<Value> {
        let mut pairs = Vec::new();
        for index in 0..captures.group_count() {
            pairs.push(match captures.group(index) {
                Some((start, end)) => self.new_array(vec![super::convert::count(start), super::convert::count(end)])?,
                None => Value::Undefined,
            });
        }
        let groups = self.named_groups(program, |index| pairs[index]);
        let indices = self.new_array(pairs)?;
        if let Value::Object(array) = indices {
            let key = self.name_key("groups");
            self.put_own(array, key, groups);
        }
        Ok(indices)
    }

    /// IsRegExp.
    pub(super) fn is_regexp(&mut self, value: Value) -> Outcome<bool> {
        if !value.is_object() {
            return Ok(false);
        }
        let matcher = self.get_plain(value, PropertyKey::Symbol(WellKnownSymbol::Match.reference()))?;
        if matcher != Value::Undefined {
            return Ok(crate::run::to_boolean(self.context.heap, matcher));
        }
        Ok(self.as_regexp(value).is_some())
    }
}

pub(crate) fn construct(machine: &mut M, call: Call) -> Outcome<Value> {
    let (pattern, flags) = (call.arg(0), call.arg(1));
    let is_regexp = machine.is_regexp(pattern)?;
    if !call.is_new() && is_regexp && flags == Value::Undefined {
        let constructor = machine.context.heap.well_known().constructor;
        let constructor = machine.get_plain(pattern, PropertyKey::Name(constructor))?;
        if constructor == Value::Native(Native::Pure(Pure::RegExp)) {
            return Ok(pattern);
        }
    }
    let known = machine
        .as_regexp(pattern)
        .map(|(_, known)| (known.source.clone(), known.flags()));
    let (source, flags) = match known {
        Some((source, known)) if flags == Value::Undefined => (source, Text::new(&known.to_string())),
        Some((source, _)) => (source, machine.to_text(flags)?),
        None if is_regexp => {
            let key = machine.name_key("source");
            let source = machine.get_plain(pattern, key)?;
            let key = machine.name_key("flags");
            let flags = if flags == Value::Undefined {
                machine.get_plain(pattern, key)?
            } else {
                flags
            };
            if source.is_object() || flags.is_object() {
                return Err(Raise::Library);
            }
            (text_or_empty(machine, source)?, text_or_empty(machine, flags)?)
        }
        None => (text_or_empty(machine, pattern)?, text_or_empty(machine, flags)?),
    };
    machine.new_regexp(&source, &flags)
}

fn text_or_empty(machine: &mut M, value: Value) -> Outcome<Text> {
    match value {
        Value::Undefined => Ok(Text::new("")),
        value => machine.to_text(value),
    }
}

/// The receiver, which must be a regular expression.
fn receiver(machine: &mut M, call: Call) -> Outcome<ObjectRef> {
    if let Some((reference, _)) = machine.as_regexp(call.this) {
        return Ok(reference);
    }
    let shown = machine.class_label(call.this);
    let name = call.native.name();
    let message = format!("Method RegExp.prototype.{name} called on incompatible receiver {shown}");
    Err(machine.type_error(&message))
}

pub(crate) fn exec(machine: &mut M, call: Call) -> Outcome<Value> {
    let reference = receiver(machine, call)?;
    let text = machine.to_text(call.arg(0))?;
    match machine.regexp_exec(reference, &text)? {
        Some(captures) => machine.match_result(reference, &text, &captures),
        None => Ok(Value::Null),
    }
}

/// `__regExpExec(regexp, text, lastIndex)`: what the library does once it has converted all three.
pub(crate) fn exec_from(machine: &mut M, call: Call) -> Outcome<Value> {
    let Some((reference, _)) = machine.as_regexp(call.arg(0)) else {
        return Err(machine.type_error("not a regular expression"));
    };
    let text = machine.to_text(call.arg(1))?;
    let last_index = machine.to_number(call.arg(2))?;
    match machine.regexp_exec_from(reference, &text, last_index)? {
        Some(captures) => machine.match_result(reference, &text, &captures),
        None => Ok(Value::Null),
    }
}

/// `__matchIterator(generator)`: CreateRegExpStringIterator. The matches come from a generator of the library's.
pub(crate) fn match_iterator(machine: &mut M, call: Call) -> Outcome<Value> {
    if let Some(generator) = call.arg(0).object() {
        machine.link(generator, Value::Native(Native::Prototype(Owner::RegExpStringIterator)));
    }
    Ok(call.arg(0))
}

/// Whether a value is a regular expression, whatever it says about itself.
pub(crate) fn is_regexp_object(machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(machine.as_regexp(call.arg(0)).is_some()))
}

pub(crate) fn test(machine: &mut M, call: Call) -> Outcome<Value> {
    if !call.this.is_object() {
        // V8 names the argument.
        let shown = machine.class_label(call.arg(0));
        let message = format!("Method RegExp.prototype.test called on incompatible receiver {shown}");
        return Err(machine.type_error(&message));
    }
    let key = machine.name_key("exec");
    let Found::Data(exec) = machine.find_property(call.this, key) else {
        return Err(Raise::Library);
    };
    let Some((reference, _)) = machine.as_regexp(call.this) else {
        return Err(Raise::Library);
    };
    if exec != Value::Native(Native::Pure(Pure::RegExpExec)) {
        return Err(Raise::Library);
    }
    let text = machine.to_text(call.arg(0))?;
    Ok(Value::Bool(machine.regexp_exec(reference, &text)?.is_some()))
}

pub(crate) fn to_string(machine: &mut M, call: Call) -> Outcome<Value> {
    if !call.this.is_object() {
        let shown = machine.class_label(call.this);
        let message = format!("Method RegExp.prototype.toString called on incompatible receiver {shown}");
        return Err(machine.type_error(&message));
    }
    let key = machine.name_key("source");
    let source = machine.get_plain(call.this, key)?;
    let key = machine.name_key("flags");
    let flags = machine.get_plain(call.this, key)?;
    if source.is_object() || flags.is_object() {
        return Err(Raise::Library);
    }
    let slash = Text::new("/");
    let source = machine.to_text(source)?;
    let text = slash.concat(&source).concat(&slash);
    let flags = machine.to_text(flags)?;
    machine.new_text(text.concat(&flags))
}

/// Getters on the prototype object itself give what they give without a regular expression.
fn getter_receiver(machine: &mut M, call: Call) -> Outcome<Option<ObjectRef>> {
    if let Some((reference, _)) = machine.as_regexp(call.this) {
        return Ok(Some(reference));
    }
    if call.this == Value::Native(Native::Prototype(Owner::RegExp)) {
        return Ok(None);
    }
    let shown = machine.class_label(call.this);
    let name = call.native.name();
    let message = format!("RegExp.prototype.{name} getter called on non-RegExp object");
    let message = if call.this.is_object() {
        message
    } else {
        format!("RegExp.prototype.{name} getter called on non-object {shown}")
    };
    Err(machine.type_error(&message))
}

pub(crate) fn source(machine: &mut M, call: Call) -> Outcome<Value> {
    let units = match getter_receiver(machine, call)? {
        Some(_) => machine.as_regexp(call.this).map(|(_, regexp)| regexp.source.to_units()),
        None => None,
    };
    let source = regexp::escaped_source(&units.unwrap_or_default());
    machine.new_text(Text::from_units(&source))
}

/// `global` and its like.
pub(crate) fn flag(machine: &mut M, call: Call) -> Outcome<Value> {
    if getter_receiver(machine, call)?.is_none() {
        return Ok(Value::Undefined);
    }
    let flags = machine.as_regexp(call.this).map(|(_, regexp)| regexp.flags());
    let flags = flags.unwrap_or_default();
    Ok(Value::Bool(match call.native {
        Pure::RegExpHasIndices => flags.has_indices,
        Pure::RegExpGlobal => flags.global,
        Pure::RegExpIgnoreCase => flags.ignore_case,
        Pure::RegExpMultiline => flags.multiline,
        Pure::RegExpDotAll => flags.dot_all,
        Pure::RegExpUnicode => flags.unicode,
        Pure::RegExpUnicodeSets => flags.unicode_sets,
        _ => flags.sticky,
    }))
}

/// `flags`: it asks for the properties, which may be the program's.
pub(crate) fn flags(machine: &mut M, call: Call) -> Outcome<Value> {
    if !call.this.is_object() {
        let shown = machine.class_label(call.this);
        let message = format!("RegExp.prototype.flags getter called on non-object {shown}");
        return Err(machine.type_error(&message));
    }
    let letters = [
        ("hasIndices", 'd'),
        ("global", 'g'),
        ("ignoreCase", 'i'),
        ("multiline", 'm'),
        ("dotAll", 's'),
        ("unicode", 'u'),
        ("unicodeSets", 'v'),
        ("sticky", 'y'),
    ];
    let mut flags = String::new();
    for (name, letter) in letters {
        let key = machine.name_key(name);
        let value = machine.get_plain(call.this, key)?;
        if crate::run::to_boolean(machine.context.heap, value) {
            flags.push(letter);
        }
    }
    Ok(machine.context.heap.alloc_str(&flags))
}
