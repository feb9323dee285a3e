//! The text that a program was compiled from.
//!
//! Owns the way from positions back to the text. Never asks what the text means.

use std::sync::Arc;

use crate::{Position, Span};

/// A source text, exactly as it was written.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct SourceText(Arc<str>);

impl From<&str> for SourceText {
    fn from(text: &str) -> SourceText {
        SourceText(text.into())
    }
}

impl SourceText {
    /// The part that a span covers; nothing if the text has no such place.
    #[must_use]
    pub fn part(&self, span: Span) -> &str {
        let mut lines = Lines {
            text: &self.0,
            start: 0,
            line: 1,
        };
        let start = lines.offset(span.start);
        let end = lines.offset(span.end);
        start
            .zip(end)
            .and_then(|(start, end)| self.0.get(start..end))
            .unwrap_or_default()
    }
}

/// Walks over the lines of a text (LineTerminatorSequence, ECMA-262 section 12.3).
struct Lines<'t> {
    text: &'t str,
    /// Where the line begins, in bytes.
    start: usize,
    line: u32,
}

impl Lines<'_> {
    /// The byte at a position, which must not be in front of the line reached so far.
    fn offset(&mut self, position: Position) -> Option<usize> {
        while self.line < position.line {
            self.start += line_len(&self.text[self.start..])?;
            self.line += 1;
        }
        let mut units = position.column.checked_sub(1)? as usize;
        let mut rest = self.text[self.start..].char_indices();
        while units > 0 {
            units = units.checked_sub(rest.next()?.1.len_utf16())?;
        }
        Some(self.start + rest.offset())
    }
}

/// How many bytes the first line has with its end; `None` if it is the last one.
fn line_len(text: &str) -> Option<usize> {
    let at = text.find(['\n', '\r', '\u{2028}', '\u{2029}'])?;
    let end = &text[at..];
    let first = end.chars().next()?.len_utf8();
    Some(at + if end.starts_with("\r\n") { 2 } else { first })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(text: &str, start: (u32, u32), end: (u32, u32)) -> String {
        let position = |(line, column)| Position { line, column };
        let (start, end) = (position(start), position(end));
        SourceText::from(text).part(Span { start, end }).to_owned()
    }

    #[test]
    fn lines_end_in_every_way_and_columns_count_code_units() {
        let text = "a\r\nb\rc\nd\u{2028}e\u{2029}\u{1f600}f g";
        assert_eq!(part(text, (1, 1), (1, 2)), "a");
        assert_eq!(part(text, (2, 1), (3, 2)), "b\rc");
        assert_eq!(part(text, (4, 1), (5, 2)), "d\u{2028}e");
        assert_eq!(part(text, (6, 3), (6, 6)), "f g");
        assert_eq!(part(text, (1, 1), (2, 1)), "a\r\n");
    }

    #[test]
    fn places_that_are_not_there_give_nothing() {
        assert_eq!(part("abc", (2, 1), (2, 2)), "");
        assert_eq!(part("abc", (1, 2), (1, 9)), "");
        assert_eq!(part("\u{1f600}", (1, 2), (1, 3)), "");
        assert_eq!(part("abc", (0, 0), (0, 0)), "");
        assert_eq!(part("abc", (1, 3), (1, 1)), "");
    }
}
