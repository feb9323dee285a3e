//! From byte offsets to lines and columns.
//!
//! Owns the table of line starts and the diagnostics that refer to it. Never decides what is wrong.

use crate::{Diagnostic, Severity};
use bytecode::{Position, Span};

/// The source text with its line starts; translates what the parser calls a span.
pub(crate) struct Positions<'a> {
    source: &'a str,
    line_starts: Vec<u32>,
    /// The built-in library has no place that a learner could be shown.
    is_internal: bool,
}

impl<'a> Positions<'a> {
    pub(crate) fn new(source: &'a str, is_internal: bool) -> Positions<'a> {
        let mut line_starts = vec![0];
        let mut characters = source.char_indices().peekable();
        while let Some((offset, character)) = characters.next() {
            let ends_line = match character {
                '\n' | '\u{2028}' | '\u{2029}' => true,
                '\r' => characters.peek().is_none_or(|&(_, next)| next != '\n'),
                _ => false,
            };
            if ends_line {
                line_starts.push(u32::try_from(offset + character.len_utf8()).unwrap_or(u32::MAX));
            }
        }
        Positions {
            source,
            line_starts,
            is_internal,
        }
    }

    pub(crate) fn is_internal(&self) -> bool {
        self.is_internal
    }

    /// The text that a span covers.
    pub(crate) fn text(&self, span: oxc_span::Span) -> &'a str {
        self.source
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default()
    }

    /// The text from an offset on.
    pub(crate) fn text_from(&self, offset: u32) -> &'a str {
        self.source.get(offset as usize..).unwrap_or_default()
    }

    pub(crate) fn span(&self, span: oxc_span::Span) -> Span {
        if self.is_internal {
            return Span::default();
        }
        Span {
            start: self.position(span.start),
            end: self.position(span.end),
        }
    }

    fn position(&self, offset: u32) -> Position {
        let line = self.line_starts.partition_point(|&start| start <= offset);
        let start = self.line_starts[line - 1];
        let before = self.source.get(start as usize..offset as usize).unwrap_or_default();
        let columns = if before.is_ascii() {
            before.len()
        } else {
            before.encode_utf16().count()
        };
        Position {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(columns + 1).unwrap_or(u32::MAX),
        }
    }

    /// An error at `span`.
    pub(crate) fn error(
        &self,
        code: &'static str,
        span: oxc_span::Span,
        message: impl Into<String>,
        help: Option<String>,
    ) -> Diagnostic {
        self.diagnostic(Severity::Error, code, span, message.into(), help)
    }

    /// A warning at `span`.
    pub(crate) fn warning(
        &self,
        code: &'static str,
        span: oxc_span::Span,
        message: impl Into<String>,
        help: Option<String>,
    ) -> Diagnostic {
        self.diagnostic(Severity::Warning, code, span, message.into(), help)
    }

    fn diagnostic(
        &self,
        severity: Severity,
        code: &'static str,
        span: oxc_span::Span,
        message: String,
        help: Option<String>,
    ) -> Diagnostic {
        Diagnostic {
            severity,
            span: self.span(span),
            message,
            help,
            code,
        }
    }
}
