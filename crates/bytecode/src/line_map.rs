//! Source positions of operations.
//!
//! Owns spans and the sorted table from operation to position. Never looks at source text.

use crate::Pc;

/// A place in the source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Position {
    /// Counted from 1; 0 where there is no place.
    pub line: u32,
    /// Counted from 1, in UTF-16 code units.
    pub column: u32,
}

/// A stretch of the source; `end` is the first position after it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span {
    /// The first position.
    pub start: Position,
    /// The first position after it.
    pub end: Position,
}

/// Which span each operation belongs to: sorted by operation, an entry holds until the next one.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct LineMap {
    entries: Vec<(Pc, Span)>,
}

impl LineMap {
    /// Notes that operations from `pc` on belong to `span`. Calls must come in ascending order of `pc`.
    pub fn push(&mut self, pc: Pc, span: Span) {
        match self.entries.last_mut() {
            Some(last) if last.1 == span => {}
            Some(last) if last.0 == pc => last.1 = span,
            Some(_) | None => self.entries.push((pc, span)),
        }
    }

    /// The span of an operation.
    #[must_use]
    pub fn span(&self, pc: Pc) -> Span {
        let after = self.entries.partition_point(|&(at, _)| at <= pc);
        after
            .checked_sub(1)
            .map_or_else(Span::default, |index| self.entries[index].1)
    }

    /// The line of an operation, 0 if it has none.
    #[must_use]
    pub fn line(&self, pc: Pc) -> u32 {
        self.span(pc).start.line
    }

    /// The entries, sorted by operation.
    #[must_use]
    pub fn entries(&self) -> &[(Pc, Span)] {
        &self.entries
    }
}
