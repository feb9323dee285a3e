//! JSON to values (ECMA-262 section 25.5.1), with V8's messages.
//!
//! Owns the grammar. What was read so far when something is wrong is garbage.

use crate::{Heap, LimitKind, ObjectRef, PropertyKey, Raise, Text, Value};

use super::MAX_DEPTH;

/// Why there is no value.
pub(super) enum Problem {
    Limit(LimitKind),
    TooDeep,
    /// The message.
    Syntax(String),
}

impl From<Raise> for Problem {
    fn from(raise: Raise) -> Problem {
        match raise {
            Raise::Limit(kind) => Problem::Limit(kind),
            Raise::Throw(_) | Raise::Primitive { .. } | Raise::Library => Problem::TooDeep,
        }
    }
}

type Read<T> = Result<T, Problem>;

/// How many characters are shown on each side of one that is wrong.
const CONTEXT: usize = 10;

pub(super) struct Reader<'a> {
    heap: &'a mut Heap,
    units: &'a [u16],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(heap: &'a mut Heap, units: &'a [u16]) -> Reader<'a> {
        Reader { heap, units, at: 0 }
    }

    /// The value of the whole text.
    pub(super) fn whole(mut self) -> Read<Value> {
        let value = self.value(0)?;
        match self.peek() {
            None => Ok(value),
            Some(_) => {
                let message = format!("Unexpected non-whitespace character after JSON at position {}", self.at);
                Err(Problem::Syntax(message))
            }
        }
    }

    // Problems

    fn wrong(&self, what: &str) -> Problem {
        Problem::Syntax(format!("{what} in JSON at position {}", self.at))
    }

    /// The current character is not what it should be.
    fn unexpected(&self) -> Problem {
        let Some(&unit) = self.units.get(self.at) else {
            return Problem::Syntax("Unexpected end of JSON input".to_owned());
        };
        let shown = |start: usize, end: usize| String::from_utf16_lossy(&self.units[start..end]);
        let len = self.units.len();
        let whole = shown(0, len);
        if ["NaN", "Infinity", "undefined", "[object Object]"].contains(&whole.as_str()) {
            return Problem::Syntax(format!("\"{whole}\" is not valid JSON"));
        }
        match u8::try_from(unit) {
            Ok(b'0'..=b'9' | b'-') => return self.wrong("Unexpected number"),
            Ok(b'"') => return self.wrong("Unexpected string"),
            Ok(_) | Err(_) => {}
        }
        let (before, after) = (self.at.saturating_sub(CONTEXT), (self.at + CONTEXT).min(len));
        let context = match () {
            () if len <= CONTEXT * 2 => format!("\"{whole}\""),
            () if self.at < CONTEXT => format!("\"{}\"...", shown(0, after)),
            () if self.at < len - CONTEXT => format!("...\"{}\"...", shown(before, after)),
            () => format!("...\"{}\"", shown(before, len)),
        };
        let token = String::from_utf16_lossy(&[unit]);
        Problem::Syntax(format!("Unexpected token '{token}', {context} is not valid JSON"))
    }

    // Characters

    /// The current character, if it is one of ASCII; anything else counts as the end of no construct.
    fn current(&self) -> Option<u8> {
        let unit = self.units.get(self.at)?;
        Some(u8::try_from(*unit).ok().filter(u8::is_ascii).unwrap_or(0xff))
    }

    /// The next character that is no white space.
    fn peek(&mut self) -> Option<u8> {
        while matches!(self.current(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        self.current()
    }

    fn take(&mut self, expected: u8) -> bool {
        let is_there = self.peek() == Some(expected);
        self.at += usize::from(is_there);
        is_there
    }

    // Values

    fn value(&mut self, depth: usize) -> Read<Value> {
        if depth > MAX_DEPTH {
            return Err(Problem::TooDeep);
        }
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => {
                let text = self.text()?;
                self.heap.check_text_len(text.len())?;
                Ok(self.heap.alloc_text(text))
            }
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) | None => Err(self.unexpected()),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Read<Value> {
        for expected in word.bytes() {
            if self.current() != Some(expected) {
                return Err(self.unexpected());
            }
            self.at += 1;
        }
        Ok(value)
    }

    /// Skips digits; returns whether there were any.
    fn digits(&mut self) -> bool {
        let start = self.at;
        while matches!(self.current(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at > start
    }

    fn number(&mut self) -> Read<Value> {
        let start = self.at;
        if self.current() == Some(b'-') {
            self.at += 1;
            if !matches!(self.current(), Some(b'0'..=b'9')) {
                return Err(self.wrong("No number after minus sign"));
            }
        }
        if self.current() == Some(b'0') {
            self.at += 1;
            if matches!(self.current(), Some(b'0'..=b'9')) {
                return Err(self.unexpected());
            }
        } else {
            self.digits();
        }
        if self.current() == Some(b'.') {
            self.at += 1;
            if !self.digits() {
                return Err(self.wrong("Unterminated fractional number"));
            }
        }
        if let Some(b'e' | b'E') = self.current() {
            self.at += 1;
            self.at += usize::from(matches!(self.current(), Some(b'+' | b'-')));
            if !self.digits() {
                return Err(self.wrong("Exponent part is missing a number"));
            }
        }
        let digits = String::from_utf16_lossy(&self.units[start..self.at]);
        digits.parse().map(Value::number).map_err(|_| self.unexpected())
    }

    fn text(&mut self) -> Read<Text> {
        self.at += 1;
        let mut units = Vec::new();
        loop {
            let Some(&unit) = self.units.get(self.at) else {
                return Err(self.wrong("Unterminated string"));
            };
            match unit {
                0x22 => {
                    self.at += 1;
                    return Ok(Text::from_units(&units));
                }
                0x5c => {
                    self.at += 1;
                    units.push(self.escape()?);
                }
                0..=0x1f => return Err(self.wrong("Bad control character in string literal")),
                unit => {
                    self.at += 1;
                    units.push(unit);
                }
            }
        }
    }

    fn escape(&mut self) -> Read<u16> {
        let unit = match self.current() {
            None => return Err(self.unexpected()),
            Some(byte @ (b'"' | b'\\' | b'/')) => u16::from(byte),
            Some(b'b') => 0x08,
            Some(b'f') => 0x0c,
            Some(b'n') => 0x0a,
            Some(b'r') => 0x0d,
            Some(b't') => 0x09,
            Some(b'u') => return self.unicode_escape(),
            Some(_) => return Err(self.wrong("Bad escaped character")),
        };
        self.at += 1;
        Ok(unit)
    }

    fn unicode_escape(&mut self) -> Read<u16> {
        let mut unit = 0;
        self.at += 1;
        for _ in 0..4 {
            let digit = self.current().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit.and_then(|digit| u16::try_from(digit).ok()) else {
                return Err(self.wrong("Bad Unicode escape"));
            };
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }

    fn array(&mut self, depth: usize) -> Read<Value> {
        self.at += 1;
        let mut items = Vec::new();
        if self.take(b']') {
            return Ok(Value::Object(self.heap.alloc_array(items)));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.heap.check_array_len(items.len())?;
            if self.take(b']') {
                return Ok(Value::Object(self.heap.alloc_array(items)));
            }
            if !self.take(b',') {
                return Err(self.wrong("Expected ',' or ']' after array element"));
            }
        }
    }

    fn object(&mut self, depth: usize) -> Read<Value> {
        self.at += 1;
        let object = self.heap.alloc_plain();
        if self.take(b'}') {
            return Ok(Value::Object(object));
        }
        if self.peek() != Some(b'"') {
            return Err(self.wrong("Expected property name or '}'"));
        }
        loop {
            self.member(object, depth)?;
            if self.take(b'}') {
                return Ok(Value::Object(object));
            }
            if !self.take(b',') {
                return Err(self.wrong("Expected ',' or '}' after property value"));
            }
            if self.peek() != Some(b'"') {
                return Err(self.wrong("Expected double-quoted property name"));
            }
        }
    }

    fn member(&mut self, object: ObjectRef, depth: usize) -> Read<()> {
        let name = self.text()?;
        if !self.take(b':') {
            return Err(self.wrong("Expected ':' after property name"));
        }
        let value = self.value(depth + 1)?;
        let key = match name.array_index() {
            Some(index) => PropertyKey::Index(index),
            None => PropertyKey::Name(self.heap.intern(&name)),
        };
        let properties = &mut self.heap.object_mut(object).properties;
        // The object was made here, so nobody else can see it yet.
        match key {
            PropertyKey::Index(index) => properties.set_element(index, value),
            PropertyKey::Name(key) => properties.set(key, value),
            PropertyKey::Symbol(symbol) => properties.set(crate::NameKey::of_symbol(symbol), value),
        };
        self.heap.grow(32);
        Ok(())
    }
}
