//! What a backslash begins.
//!
//! Owns escapes of characters, of sets and references to groups, inside classes and outside.

use crate::char_set::{CharSet, digits, spaces};
use crate::class_set::ClassSet;
use crate::fold;
use crate::node::Node;
use crate::parse::{Parsed, Parser, ch};
use crate::unicode;

impl Parser {
    /// An escape as an atom or an assertion.
    pub(crate) fn atom_escape(&mut self) -> Parsed<Node> {
        self.at += 1;
        let Some(point) = self.peek() else {
            return Err(self.error("\\ at end of pattern"));
        };
        let letter = u8::try_from(point).map_or('\u{fffd}', char::from);
        match letter {
            'b' | 'B' => {
                self.at += 1;
                return Ok(Node::WordBoundary {
                    is_negated: letter == 'B',
                });
            }
            '1'..='9' => {
                if let Some(reference) = self.decimal_reference() {
                    return Ok(reference);
                }
                if self.is_unicode {
                    return Err(self.error("Invalid escape"));
                }
            }
            'k' if self.is_unicode || self.has_names => {
                self.at += 1;
                return self.named_reference();
            }
            _ => {}
        }
        if let Some(set) = self.set_escape(false)? {
            return Ok(set.into_node());
        }
        self.character_escape(false).map(Node::Char)
    }

    /// `\1` and its like, if there is such a group; without `u`, other numbers are octal.
    fn decimal_reference(&mut self) -> Option<Node> {
        let start = self.at;
        let mut number = 0_u32;
        while let Some(digit) = self
            .peek()
            .and_then(char::from_u32)
            .and_then(|point| point.to_digit(10))
        {
            number = number.saturating_mul(10).saturating_add(digit);
            self.at += 1;
        }
        if number <= self.group_count {
            return Some(Node::BackReference(number));
        }
        self.at = start;
        None
    }

    fn named_reference(&mut self) -> Parsed<Node> {
        if !self.take('<') {
            return Err(self.error("Invalid named reference"));
        }
        let name = self.group_name().map_err(|_| self.error("Invalid named reference"))?;
        Ok(Node::NamedReference(name.chars().map(u32::from).collect()))
    }

    /// `\d`, `\p{..}` and their like.
    pub(crate) fn set_escape(&mut self, is_in_class: bool) -> Parsed<Option<ClassSet>> {
        let Some(letter) = self.peek().and_then(char::from_u32) else {
            return Ok(None);
        };
        let set = match letter {
            'd' | 'D' => digits(),
            's' | 'S' => spaces(),
            'w' | 'W' => fold::word_characters(self.flags),
            'p' | 'P' if self.is_unicode => {
                self.at += 1;
                return self.property(letter == 'P', is_in_class).map(Some);
            }
            _ => return Ok(None),
        };
        self.at += 1;
        let set = if letter.is_ascii_uppercase() {
            self.complement(&set)
        } else {
            set
        };
        Ok(Some(ClassSet::of(set)))
    }

    /// What is not in a set. With `v` and `i`, sets hold folded characters only.
    pub(crate) fn complement(&self, set: &CharSet) -> CharSet {
        if self.flags.unicode_sets && self.flags.ignore_case {
            fold::complement_of_folded(&fold::folded(set))
        } else {
            set.complement()
        }
    }

    fn property(&mut self, is_negated: bool, is_in_class: bool) -> Parsed<ClassSet> {
        let invalid = if is_in_class {
            "Invalid property name in character class"
        } else {
            "Invalid property name"
        };
        if !self.take('{') {
            return Err(self.error(invalid));
        }
        let mut text = String::new();
        while !self.take('}') {
            let letter = self.peek().and_then(char::from_u32);
            let letter = letter.filter(|&letter| letter.is_ascii_alphanumeric() || letter == '_' || letter == '=');
            text.push(letter.ok_or_else(|| self.error(invalid))?);
            self.at += 1;
        }
        if let Some(set) = unicode::property(&text) {
            let set = if self.flags.unicode_sets && self.flags.ignore_case {
                fold::folded(&set)
            } else {
                set
            };
            return Ok(ClassSet::of(if is_negated { self.complement(&set) } else { set }));
        }
        if self.flags.unicode_sets
            && !is_negated
            && let Some(set) = unicode::property_of_strings(&text)
        {
            return Ok(set);
        }
        Err(self.error(invalid))
    }

    /// The character that an escape stands for.
    pub(crate) fn character_escape(&mut self, is_in_class: bool) -> Parsed<u32> {
        let Some(point) = self.peek() else {
            return Err(self.error("\\ at end of pattern"));
        };
        self.at += 1;
        let letter = u8::try_from(point).map_or('\u{fffd}', char::from);
        match letter {
            'f' => Ok(0x0c),
            'n' => Ok(0x0a),
            'r' => Ok(0x0d),
            't' => Ok(0x09),
            'v' => Ok(0x0b),
            'c' => self.control_escape(is_in_class),
            '0' if !self.peek().is_some_and(is_decimal) => Ok(0),
            '0'..='7' if !self.is_unicode => Ok(self.octal(point)),
            '0' => Err(self.error(if is_in_class {
                "Invalid class escape"
            } else {
                "Invalid decimal escape"
            })),
            '1'..='9' if self.is_unicode => Err(self.error("Invalid escape")),
            'x' => match self.hex_digits(2) {
                Some(point) => Ok(point),
                None if self.is_unicode => Err(self.error("Invalid escape")),
                None => Ok(point),
            },
            'u' => match self.unicode_escape(self.is_unicode) {
                Some(point) => Ok(point),
                None if self.is_unicode => Err(self.error("Invalid Unicode escape")),
                None => Ok(point),
            },
            _ => self.identity_escape(point, is_in_class),
        }
    }

    fn identity_escape(&mut self, point: u32, is_in_class: bool) -> Parsed<u32> {
        if self.is_unicode {
            let is_syntax = u8::try_from(point).is_ok_and(|byte| b"^$\\.*+?()[]{}|/".contains(&byte));
            let is_dash = is_in_class && point == ch('-');
            let is_reserved = is_in_class
                && self.flags.unicode_sets
                && u8::try_from(point).is_ok_and(|byte| b"&-!#%,:;<=>@`~".contains(&byte));
            if is_syntax || is_dash || is_reserved {
                return Ok(point);
            }
            return Err(self.error("Invalid escape"));
        }
        if point == ch('k') && self.has_names {
            return Err(self.error("Invalid escape"));
        }
        Ok(point)
    }

    /// `\cX`. Annex B: without a letter the backslash stands for itself, and classes take digits too.
    fn control_escape(&mut self, is_in_class: bool) -> Parsed<u32> {
        let letter = self.peek().and_then(|point| u8::try_from(point).ok());
        let is_control = letter.is_some_and(|letter| {
            letter.is_ascii_alphabetic()
                || (is_in_class && !self.is_unicode && (letter.is_ascii_digit() || letter == b'_'))
        });
        if let Some(letter) = letter
            && is_control
        {
            self.at += 1;
            return Ok(u32::from(letter) & 31);
        }
        if self.is_unicode {
            return Err(self.error("Invalid Unicode escape"));
        }
        self.at -= 1;
        Ok(ch('\\'))
    }

    /// An octal number up to 377, its first digit read already.
    fn octal(&mut self, first: u32) -> u32 {
        let mut number = first - ch('0');
        while let Some(digit) = self.peek().filter(|digit| (0x30..0x38).contains(digit)) {
            let longer = number * 8 + (digit - ch('0'));
            if longer > 0o377 {
                break;
            }
            number = longer;
            self.at += 1;
        }
        number
    }

    fn hex_digits(&mut self, count: usize) -> Option<u32> {
        let digits = self.points.get(self.at..self.at + count)?;
        let mut number = 0;
        for &digit in digits {
            number = number * 16 + char::from_u32(digit)?.to_digit(16)?;
        }
        self.at += count;
        Some(number)
    }

    /// What follows `\u`; nothing is read if it is not an escape.
    pub(crate) fn unicode_escape(&mut self, with_code_points: bool) -> Option<u32> {
        let start = self.at;
        if with_code_points && self.take('{') {
            let point = self.braced_code_point();
            if point.is_none() {
                self.at = start;
            }
            return point;
        }
        let first = self.hex_digits(4)?;
        if with_code_points && (0xd800..0xdc00).contains(&first) {
            let after_first = self.at;
            if self.take_all("\\u")
                && let Some(second) = self.hex_digits(4).filter(|second| (0xdc00..0xe000).contains(second))
            {
                return Some(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00));
            }
            self.at = after_first;
        }
        Some(first)
    }

    fn braced_code_point(&mut self) -> Option<u32> {
        let mut point = None;
        while !self.take('}') {
            let digit = char::from_u32(self.peek()?)?.to_digit(16)?;
            let so_far: u32 = point.unwrap_or(0);
            point = Some(so_far * 16 + digit).filter(|&point| point <= crate::char_set::LAST);
            point?;
            self.at += 1;
        }
        point
    }
}

fn is_decimal(point: u32) -> bool {
    (0x30..0x3a).contains(&point)
}
