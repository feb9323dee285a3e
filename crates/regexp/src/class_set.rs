//! Character classes of patterns with `v`: nested, with union, intersection and difference, and with strings.
//!
//! Owns their grammar and their algebra.

use std::collections::BTreeSet;

use crate::char_set::CharSet;
use crate::fold;
use crate::node::Node;
use crate::parse::{Parsed, Parser};

/// Characters and strings of any other length than one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct ClassSet {
    pub(crate) chars: CharSet,
    pub(crate) strings: BTreeSet<Vec<u32>>,
}

impl ClassSet {
    pub(crate) fn of(chars: CharSet) -> ClassSet {
        ClassSet {
            chars,
            strings: BTreeSet::new(),
        }
    }

    fn union(&mut self, other: ClassSet) {
        self.chars.union(&other.chars);
        self.strings.extend(other.strings);
    }

    fn intersection(&self, other: &ClassSet) -> ClassSet {
        ClassSet {
            chars: self.chars.intersection(&other.chars),
            strings: self.strings.intersection(&other.strings).cloned().collect(),
        }
    }

    fn difference(&self, other: &ClassSet) -> ClassSet {
        ClassSet {
            chars: self.chars.difference(&other.chars),
            strings: self.strings.difference(&other.strings).cloned().collect(),
        }
    }

    /// As a node: the longest strings first, single characters where they belong among them.
    pub(crate) fn into_node(self) -> Node {
        let class = Node::Class {
            set: self.chars,
            is_negated: false,
        };
        if self.strings.is_empty() {
            return class;
        }
        let mut strings: Vec<Vec<u32>> = self.strings.into_iter().collect();
        strings.sort_by_key(|string| std::cmp::Reverse(string.len()));
        let is_empty_last = strings.last().is_some_and(Vec::is_empty);
        strings.retain(|string| !string.is_empty());
        let sequence = |string: Vec<u32>| Node::Sequence(string.into_iter().map(Node::Char).collect());
        let mut alternatives: Vec<Node> = strings.into_iter().map(sequence).collect();
        alternatives.push(class);
        if is_empty_last {
            alternatives.push(Node::Empty);
        }
        Node::Alternatives(alternatives)
    }
}

/// What stands between the operands of a class.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Operator {
    Intersection,
    Difference,
}

enum Operand {
    Char(u32),
    Set(ClassSet),
}

/// How deep classes may stand in each other.
const NESTING_MAX: u32 = 200;

impl Parser {
    /// A class, its bracket read already.
    pub(crate) fn class_of_sets(&mut self) -> Parsed<Node> {
        self.nested_class(0).map(ClassSet::into_node)
    }

    /// The contents of a class up to its end, complemented if it says so.
    fn nested_class(&mut self, depth: u32) -> Parsed<ClassSet> {
        if depth == NESTING_MAX {
            return Err(self.error("Regular expression too large"));
        }
        let is_negated = self.take('^');
        let set = self.class_contents(depth)?;
        if !is_negated {
            return Ok(set);
        }
        if !set.strings.is_empty() {
            return Err(self.error("Negated character class may contain strings"));
        }
        Ok(ClassSet::of(self.complement(&set.chars)))
    }

    fn class_contents(&mut self, depth: u32) -> Parsed<ClassSet> {
        let mut set = ClassSet::default();
        if self.take(']') {
            return Ok(set);
        }
        let first = self.operand(depth)?;
        if self.is_operator_next() {
            set = self.as_set(first);
            return self.operations(set, depth);
        }
        self.add_member(first, &mut set, depth)?;
        while !self.take(']') {
            if self.is_operator_next() {
                return Err(self.error("Invalid set operation in character class"));
            }
            let member = self.operand(depth)?;
            self.add_member(member, &mut set, depth)?;
        }
        Ok(set)
    }

    fn is_operator_next(&mut self) -> bool {
        let start = self.at;
        let is_next = self.operator().is_some();
        self.at = start;
        is_next
    }

    fn operator(&mut self) -> Option<Operator> {
        if self.take_all("&&") {
            Some(Operator::Intersection)
        } else if self.take_all("--") {
            Some(Operator::Difference)
        } else {
            None
        }
    }

    /// The rest of a class whose first operand is followed by an operator; all must be the same.
    fn operations(&mut self, mut set: ClassSet, depth: u32) -> Parsed<ClassSet> {
        let mut known = None;
        while !self.take(']') {
            let operator = self.operator();
            if self.peek().is_none() {
                return Err(self.error("Unterminated character class"));
            }
            let Some(operator) = operator.filter(|&operator| known.is_none_or(|known| known == operator)) else {
                return Err(self.error("Invalid set operation in character class"));
            };
            known = Some(operator);
            if operator == Operator::Intersection && self.is_next('&') {
                return Err(self.error("Invalid character in character class"));
            }
            let operand = self.operand(depth)?;
            let operand = self.as_set(operand);
            set = match operator {
                Operator::Intersection => set.intersection(&operand),
                Operator::Difference => set.difference(&operand),
            };
        }
        Ok(set)
    }

    /// Adds a member of a union, which may be the beginning of a range.
    fn add_member(&mut self, member: Operand, set: &mut ClassSet, depth: u32) -> Parsed<()> {
        if !self.is_next('-') {
            let member = self.as_set(member);
            set.union(member);
            return Ok(());
        }
        self.at += 1;
        let end = self.operand(depth)?;
        let (Operand::Char(from), Operand::Char(to)) = (member, end) else {
            return Err(self.error("Invalid character class"));
        };
        if from > to {
            return Err(self.error("Range out of order in character class"));
        }
        let range = self.folded(CharSet::of(&[(from, to)]));
        set.chars.union(&range);
        Ok(())
    }

    /// What `v` and `i` together make of a set.
    fn folded(&self, set: CharSet) -> CharSet {
        if self.flags.ignore_case {
            fold::folded(&set)
        } else {
            set
        }
    }

    fn as_set(&self, operand: Operand) -> ClassSet {
        match operand {
            Operand::Char(point) => ClassSet::of(self.folded(CharSet::single(point))),
            Operand::Set(set) => set,
        }
    }

    fn operand(&mut self, depth: u32) -> Parsed<Operand> {
        if self.take('[') {
            return self.nested_class(depth + 1).map(Operand::Set);
        }
        if self.is_next('\\') {
            self.at += 1;
            if self.take_all("q{") {
                return self.class_strings().map(Operand::Set);
            }
            if let Some(set) = self.set_escape(true)? {
                return Ok(Operand::Set(set));
            }
            self.at -= 1;
        }
        self.class_character().map(Operand::Char)
    }

    /// ClassSetCharacter.
    fn class_character(&mut self) -> Parsed<u32> {
        let Some(point) = self.peek() else {
            return Err(self.error("Unterminated character class"));
        };
        if self.take('\\') {
            if self.take('b') {
                return Ok(0x08);
            }
            return self.character_escape(true);
        }
        let byte = u8::try_from(point).unwrap_or(0);
        if b"()[]{}/-|".contains(&byte) {
            return Err(self.error("Invalid character in character class"));
        }
        let is_double = self.points.get(self.at + 1) == Some(&point);
        if is_double && b"&!#$%*+,.:;<=>?@^`~".contains(&byte) {
            return Err(self.error("Invalid set operation in character class"));
        }
        self.at += 1;
        Ok(point)
    }

    /// `\q{a|bc}`, its brace read already.
    fn class_strings(&mut self) -> Parsed<ClassSet> {
        let mut set = ClassSet::default();
        let mut string = Vec::new();
        loop {
            let is_end = self.is_next('}');
            if is_end || self.is_next('|') {
                self.at += 1;
                match string[..] {
                    [point] => set.chars.add(point, point),
                    _ => {
                        set.strings.insert(std::mem::take(&mut string));
                    }
                }
                string.clear();
                if is_end {
                    return Ok(set);
                }
                continue;
            }
            let point = self.class_character()?;
            string.push(if self.flags.ignore_case {
                fold::simple(point)
            } else {
                point
            });
        }
    }
}
