//! The grammar of patterns, with annex B where neither `u` nor `v` is given.
//!
//! Owns disjunctions, terms, quantifiers and groups. Escapes and classes stand next door; errors are in V8's words.

use crate::Flags;
use crate::node::{Groups, Node, Times};
use crate::unicode;

/// How deep groups may stand in each other.
const DEPTH_MAX: u32 = 500;
/// How many groups a pattern may have.
const GROUP_COUNT_MAX: u32 = 1 << 16;

/// Why a pattern is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SyntaxError {
    /// What is wrong, in V8's words.
    pub message: &'static str,
    /// Where, in characters of the pattern (code units, or code points under `u` and `v`).
    pub offset: usize,
}

/// A parsed pattern.
pub(crate) struct Pattern {
    pub(crate) node: Node,
    /// How many groups, the whole match not counted.
    pub(crate) group_count: u32,
    /// Names of groups, in the order of their numbers.
    pub(crate) names: Vec<(String, u32)>,
}

pub(crate) type Parsed<T> = Result<T, SyntaxError>;

/// A reader of one pattern.
pub(crate) struct Parser {
    pub(crate) points: Vec<u32>,
    pub(crate) at: usize,
    pub(crate) flags: Flags,
    /// `u` or `v`.
    pub(crate) is_unicode: bool,
    /// Of the whole pattern, also of what is still to come.
    pub(crate) group_count: u32,
    /// Whether any group of the pattern has a name.
    pub(crate) has_names: bool,
    next_group: u32,
    depth: u32,
    names: Vec<(String, u32)>,
}

pub(crate) fn ch(letter: char) -> u32 {
    u32::from(letter)
}

/// Reads a pattern.
pub(crate) fn parse(units: &[u16], flags: Flags) -> Parsed<Pattern> {
    let is_unicode = flags.has_either_unicode();
    let points = if is_unicode {
        code_points(units)
    } else {
        units.iter().map(|&unit| u32::from(unit)).collect()
    };
    let (group_count, has_names) = count_groups(&points, flags.unicode_sets);
    let mut parser = Parser {
        points,
        at: 0,
        flags,
        is_unicode,
        group_count,
        has_names,
        next_group: 1,
        depth: 0,
        names: Vec::new(),
    };
    if group_count > GROUP_COUNT_MAX {
        return Err(parser.error("Too many captures"));
    }
    let mut node = parser.disjunction()?;
    if parser.peek().is_some() {
        return Err(parser.error("Unmatched ')'"));
    }
    parser.resolve(&mut node)?;
    Ok(Pattern {
        node,
        group_count,
        names: parser.names,
    })
}

/// Code points of UTF-16; lone surrogates stand for themselves.
pub(crate) fn code_points(units: &[u16]) -> Vec<u32> {
    char::decode_utf16(units.iter().copied())
        .map(|point| match point {
            Ok(point) => u32::from(point),
            Err(lone) => u32::from(lone.unpaired_surrogate()),
        })
        .collect()
}

/// How many capture groups a pattern has, and whether any has a name.
fn count_groups(points: &[u32], has_nested_classes: bool) -> (u32, bool) {
    let (mut count, mut has_names, mut class_depth) = (0, false, 0_u32);
    let mut at = 0;
    let is_at = |at: usize, letter: char| points.get(at) == Some(&ch(letter));
    while at < points.len() {
        if is_at(at, '\\') {
            at += 1;
        } else if is_at(at, '[') {
            class_depth = if has_nested_classes { class_depth + 1 } else { 1 };
        } else if is_at(at, ']') {
            class_depth = class_depth.saturating_sub(1);
        } else if is_at(at, '(') && class_depth == 0 {
            let is_named = is_at(at + 1, '?') && is_at(at + 2, '<') && !is_at(at + 3, '=') && !is_at(at + 3, '!');
            has_names |= is_named;
            count += u32::from(is_named || !is_at(at + 1, '?'));
        }
        at += 1;
    }
    (count, has_names)
}

impl Parser {
    pub(crate) fn error(&self, message: &'static str) -> SyntaxError {
        SyntaxError {
            message,
            offset: self.at.min(self.points.len()),
        }
    }

    pub(crate) fn peek(&self) -> Option<u32> {
        self.points.get(self.at).copied()
    }

    pub(crate) fn is_next(&self, letter: char) -> bool {
        self.peek() == Some(ch(letter))
    }

    pub(crate) fn take(&mut self, letter: char) -> bool {
        let is_next = self.is_next(letter);
        self.at += usize::from(is_next);
        is_next
    }

    pub(crate) fn take_all(&mut self, letters: &str) -> bool {
        let is_next = letters
            .chars()
            .enumerate()
            .all(|(offset, letter)| self.points.get(self.at + offset) == Some(&ch(letter)));
        if is_next {
            self.at += letters.len();
        }
        is_next
    }

    fn disjunction(&mut self) -> Parsed<Node> {
        let mut alternatives = vec![self.alternative()?];
        while self.take('|') {
            alternatives.push(self.alternative()?);
        }
        Ok(match alternatives.len() {
            1 => alternatives.remove(0),
            _ => Node::Alternatives(alternatives),
        })
    }

    fn alternative(&mut self) -> Parsed<Node> {
        let mut terms = Vec::new();
        while let Some(point) = self.peek() {
            if point == ch('|') || point == ch(')') {
                break;
            }
            terms.push(self.term()?);
        }
        Ok(match terms.len() {
            0 => Node::Empty,
            1 => terms.remove(0),
            _ => Node::Sequence(terms),
        })
    }

    fn term(&mut self) -> Parsed<Node> {
        let first_group = self.next_group;
        let Some(point) = self.peek() else {
            return Ok(Node::Empty);
        };
        let letter = u8::try_from(point).map_or('\u{fffd}', char::from);
        let atom = match letter {
            '^' | '$' => {
                self.at += 1;
                return Ok(if letter == '^' { Node::Start } else { Node::End });
            }
            '*' | '+' | '?' => return Err(self.error("Nothing to repeat")),
            '(' => {
                let group = self.group()?;
                if let Node::Look { is_behind, .. } = group
                    && (is_behind || self.is_unicode)
                {
                    return self.without_quantifier(group);
                }
                group
            }
            '[' => {
                self.at += 1;
                self.class()?
            }
            '\\' => match self.atom_escape()? {
                boundary @ Node::WordBoundary { .. } => return Ok(boundary),
                atom => atom,
            },
            '.' => {
                self.at += 1;
                Node::Any
            }
            '{' if self.interval()?.is_some() => return Err(self.error("Nothing to repeat")),
            '{' | '}' | ']' if self.is_unicode => return Err(self.error("Lone quantifier brackets")),
            _ => {
                self.at += 1;
                Node::Char(point)
            }
        };
        self.quantified(atom, first_group)
    }

    /// An assertion that cannot be repeated.
    fn without_quantifier(&mut self, assertion: Node) -> Parsed<Node> {
        match self.quantifier()? {
            Some(_) => Err(self.error("Invalid quantifier")),
            None => Ok(assertion),
        }
    }

    fn quantified(&mut self, body: Node, first_group: u32) -> Parsed<Node> {
        let Some(times) = self.quantifier()? else {
            return Ok(body);
        };
        let groups = Groups {
            from: first_group,
            to: self.next_group,
        };
        Ok(Node::Repeat {
            times,
            body: Box::new(body),
            groups,
        })
    }

    fn quantifier(&mut self) -> Parsed<Option<Times>> {
        let (min, max) = if self.take('*') {
            (0, u32::MAX)
        } else if self.take('+') {
            (1, u32::MAX)
        } else if self.take('?') {
            (0, 1)
        } else if self.is_next('{') {
            match self.interval()? {
                Some((min, max)) if min > max => {
                    return Err(self.error("numbers out of order in {} quantifier"));
                }
                Some(interval) => interval,
                None if self.is_unicode => return Err(self.error("Incomplete quantifier")),
                None => return Ok(None),
            }
        } else {
            return Ok(None);
        };
        let is_greedy = !self.take('?');
        Ok(Some(Times { min, max, is_greedy }))
    }

    /// `{n}`, `{n,}` or `{n,m}`; nothing is read if there is none.
    fn interval(&mut self) -> Parsed<Option<(u32, u32)>> {
        let start = self.at;
        self.at += 1;
        let interval = self.bounds();
        if interval.is_none() {
            self.at = start;
        }
        Ok(interval)
    }

    fn bounds(&mut self) -> Option<(u32, u32)> {
        let min = self.digits()?;
        let max = if self.take(',') {
            if self.is_next('}') { u32::MAX } else { self.digits()? }
        } else {
            min
        };
        self.take('}').then_some((min, max))
    }

    /// A decimal number; what is too great is without end.
    fn digits(&mut self) -> Option<u32> {
        let mut number = None;
        while let Some(digit) = self
            .peek()
            .and_then(char::from_u32)
            .and_then(|point| point.to_digit(10))
        {
            let so_far: u32 = number.unwrap_or(0);
            number = Some(so_far.saturating_mul(10).saturating_add(digit));
            self.at += 1;
        }
        number
    }

    fn group(&mut self) -> Parsed<Node> {
        if self.depth == DEPTH_MAX {
            return Err(self.error("Regular expression too large"));
        }
        self.depth += 1;
        self.at += 1;
        let group = if !self.take('?') {
            self.capture(None)?
        } else if self.take(':') {
            self.body()?
        } else if self.take('=') {
            self.look(false, false)?
        } else if self.take('!') {
            self.look(false, true)?
        } else if self.take_all("<=") {
            self.look(true, false)?
        } else if self.take_all("<!") {
            self.look(true, true)?
        } else if self.take('<') {
            let name = self.group_name()?;
            self.capture(Some(name))?
        } else {
            return Err(self.error("Invalid group"));
        };
        self.depth -= 1;
        Ok(group)
    }

    fn body(&mut self) -> Parsed<Node> {
        let body = self.disjunction()?;
        if self.take(')') {
            Ok(body)
        } else {
            Err(self.error("Unterminated group"))
        }
    }

    fn capture(&mut self, name: Option<String>) -> Parsed<Node> {
        let index = self.next_group;
        self.next_group += 1;
        if let Some(name) = name {
            if self.names.iter().any(|(known, _)| *known == name) {
                return Err(self.error("Duplicate capture group name"));
            }
            self.names.push((name, index));
        }
        let body = Box::new(self.body()?);
        Ok(Node::Capture { index, body })
    }

    fn look(&mut self, is_behind: bool, is_negated: bool) -> Parsed<Node> {
        let body = Box::new(self.body()?);
        Ok(Node::Look {
            is_behind,
            is_negated,
            body,
        })
    }

    /// A name and its `>`.
    pub(crate) fn group_name(&mut self) -> Parsed<String> {
        let invalid = "Invalid capture group name";
        let mut name = String::new();
        loop {
            if self.take('>') {
                return if name.is_empty() {
                    Err(self.error(invalid))
                } else {
                    Ok(name)
                };
            }
            let is_first = name.is_empty();
            let point = self.name_point()?.filter(|&point| {
                let is_sign = point == '$' || point == '_';
                let is_joiner = point == '\u{200c}' || point == '\u{200d}';
                is_sign
                    || if is_first {
                        unicode::is_id_start(u32::from(point))
                    } else {
                        is_joiner || unicode::is_id_continue(u32::from(point))
                    }
            });
            name.push(point.ok_or_else(|| self.error(invalid))?);
        }
    }

    /// A code point of a name, which may be escaped.
    fn name_point(&mut self) -> Parsed<Option<char>> {
        let Some(first) = self.peek() else { return Ok(None) };
        self.at += 1;
        if first == ch('\\') {
            let escape = if self.take('u') {
                self.unicode_escape(true)
            } else {
                None
            };
            return escape
                .map(char::from_u32)
                .ok_or_else(|| self.error("Invalid Unicode escape"));
        }
        let second = self.peek().unwrap_or(0);
        if (0xd800..0xdc00).contains(&first) && (0xdc00..0xe000).contains(&second) {
            self.at += 1;
            return Ok(char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)));
        }
        Ok(char::from_u32(first))
    }

    /// Gives named references the numbers of their groups.
    fn resolve(&self, node: &mut Node) -> Parsed<()> {
        match node {
            Node::NamedReference(name) => {
                let name: String = name.iter().filter_map(|&point| char::from_u32(point)).collect();
                let found = self.names.iter().find(|(known, _)| *known == name);
                let &(_, index) = found.ok_or_else(|| self.error("Invalid named capture referenced"))?;
                *node = Node::BackReference(index);
                Ok(())
            }
            Node::Capture { body, .. } | Node::Repeat { body, .. } | Node::Look { body, .. } => self.resolve(body),
            Node::Sequence(parts) | Node::Alternatives(parts) => {
                parts.iter_mut().try_for_each(|part| self.resolve(part))
            }
            Node::Empty
            | Node::Char(_)
            | Node::Any
            | Node::Class { .. }
            | Node::Start
            | Node::End
            | Node::WordBoundary { .. }
            | Node::BackReference(_) => Ok(()),
        }
    }
}
