//! Character classes without operations on sets: those of patterns without `v`.
//!
//! Owns their ranges and the forms of annex B.

use crate::char_set::CharSet;
use crate::node::Node;
use crate::parse::{Parsed, Parser, ch};

/// One side of a possible range.
enum Atom {
    Char(u32),
    Set(CharSet),
}

impl Parser {
    /// A class, its bracket read already.
    pub(crate) fn class(&mut self) -> Parsed<Node> {
        if self.flags.unicode_sets {
            return self.class_of_sets();
        }
        let is_negated = self.take('^');
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        let mut sets = CharSet::new();
        while !self.take(']') {
            let first = self.class_atom()?;
            let is_range = self.is_next('-') && self.points.get(self.at + 1).is_some_and(|&next| next != ch(']'));
            if !is_range {
                put(first, &mut ranges, &mut sets);
                continue;
            }
            self.at += 1;
            let second = self.class_atom()?;
            match (first, second) {
                (Atom::Char(from), Atom::Char(to)) if from <= to => ranges.push((from, to)),
                (Atom::Char(_), Atom::Char(_)) => {
                    return Err(self.error("Range out of order in character class"));
                }
                (Atom::Set(_), _) | (_, Atom::Set(_)) if self.is_unicode => {
                    return Err(self.error("Invalid character class"));
                }
                (first, second) => {
                    ranges.push((ch('-'), ch('-')));
                    put(first, &mut ranges, &mut sets);
                    put(second, &mut ranges, &mut sets);
                }
            }
        }
        sets.union(&CharSet::of(&ranges));
        Ok(Node::Class { set: sets, is_negated })
    }

    fn class_atom(&mut self) -> Parsed<Atom> {
        let Some(point) = self.peek() else {
            return Err(self.error("Unterminated character class"));
        };
        self.at += 1;
        if point != ch('\\') {
            return Ok(Atom::Char(point));
        }
        if self.peek().is_none() {
            return Err(self.error("\\ at end of pattern"));
        }
        if self.take('b') {
            return Ok(Atom::Char(0x08));
        }
        if let Some(set) = self.set_escape(true)? {
            return Ok(Atom::Set(set.chars));
        }
        self.character_escape(true).map(Atom::Char)
    }
}

fn put(atom: Atom, ranges: &mut Vec<(u32, u32)>, sets: &mut CharSet) {
    match atom {
        Atom::Char(point) => ranges.push((point, point)),
        Atom::Set(set) => sets.union(&set),
    }
}
