//! A parsed pattern as a tree.
//!
//! Owns its shape and what can be said of it without matching.

use crate::char_set::CharSet;

/// A range of capture groups: those numbered `from..to`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Groups {
    pub(crate) from: u32,
    pub(crate) to: u32,
}

/// How often something is repeated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Times {
    pub(crate) min: u32,
    /// `u32::MAX` for without end.
    pub(crate) max: u32,
    pub(crate) is_greedy: bool,
}

/// A node of a pattern.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Node {
    Empty,
    /// A character as written; case is the compiler's.
    Char(u32),
    /// `.`
    Any,
    /// One character of a set, or (negated) outside it.
    Class {
        set: CharSet,
        is_negated: bool,
    },
    /// `^`
    Start,
    /// `$`
    End,
    WordBoundary {
        is_negated: bool,
    },
    Capture {
        index: u32,
        body: Box<Node>,
    },
    Sequence(Vec<Node>),
    Alternatives(Vec<Node>),
    Repeat {
        times: Times,
        body: Box<Node>,
        groups: Groups,
    },
    BackReference(u32),
    /// `\k<name>`, by position in the list of names until all groups are known.
    NamedReference(Vec<u32>),
    Look {
        is_behind: bool,
        is_negated: bool,
        body: Box<Node>,
    },
}

impl Node {
    /// Whether it can match without taking a character.
    pub(crate) fn can_be_empty(&self) -> bool {
        match self {
            Node::Char(_) | Node::Any | Node::Class { .. } => false,
            Node::Empty
            | Node::Start
            | Node::End
            | Node::WordBoundary { .. }
            | Node::BackReference(_)
            | Node::NamedReference(_)
            | Node::Look { .. } => true,
            Node::Capture { body, .. } => body.can_be_empty(),
            Node::Sequence(parts) => parts.iter().all(Node::can_be_empty),
            Node::Alternatives(parts) => parts.iter().any(Node::can_be_empty),
            Node::Repeat { times, body, .. } => times.min == 0 || body.can_be_empty(),
        }
    }

    /// Whether it takes exactly one character and does nothing else.
    pub(crate) fn is_single(&self) -> bool {
        matches!(self, Node::Char(_) | Node::Any | Node::Class { .. })
    }
}
