//! Source text to syntax tree.
//!
//! Owns the call of the parser and how its complaints are told. Knows nothing of what the tree means.

mod complaint;

use crate::pause::Pause;
use crate::positions::Positions;
use crate::{Diagnostic, nesting};
use complaint::Complaint;
use oxc_allocator::Allocator;
use oxc_ast::ast::{Expression, Program};
use oxc_parser::{ParseOptions, Parser};
use oxc_span::{SourceType, Span};

/// More text than this is not a program that somebody studies.
const SOURCE_BYTES_MAX: usize = 1 << 20;

/// Parses a program. `None` if there is no tree to go on with; the diagnostics then say why.
pub(crate) fn parse<'a>(
    allocator: &'a Allocator,
    source: &'a str,
    is_script: bool,
    positions: &Positions<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<&'a Program<'a>> {
    if source.len() > SOURCE_BYTES_MAX {
        let message = "the program is longer than one megabyte";
        diagnostics.push(positions.error("too-long", Span::new(0, 0), message, None));
        return None;
    }
    if let Some(offset) = nesting::too_deep_at(source) {
        diagnostics.push(nesting::too_deep(Span::new(offset, offset + 1), positions));
        return None;
    }
    let kind = if is_script {
        SourceType::script()
    } else {
        SourceType::ts().with_module(true)
    };
    let tree = parse_tree(allocator, source, kind, positions, diagnostics)?;
    Some(&*allocator.alloc(tree))
}

/// The same of a text that is known to be neither long nor deep.
fn parse_tree<'a>(
    allocator: &'a Allocator,
    source: &'a str,
    kind: SourceType,
    positions: &Positions<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Program<'a>> {
    let result = Parser::new(allocator, source, kind)
        .with_options(ParseOptions {
            preserve_parens: false,
            ..ParseOptions::default()
        })
        .parse();
    for complaint in result.diagnostics.errors() {
        let mut spans = complaint
            .labels
            .iter()
            .map(|label| Span::new(label.offset(), label.offset() + label.len()));
        let complaint = Complaint {
            message: &complaint.message,
            help: complaint.help.as_ref().map(ToString::to_string),
            span: spans.next().unwrap_or_default(),
            other: spans.next(),
        };
        let told = complaint.told(positions);
        // One mistake is told once: what lies within another complaint is the more exact of the two.
        diagnostics.retain(|known| !(known.span.start <= told.span.start && told.span.end <= known.span.end));
        let is_told = |known: &Diagnostic| told.span.start <= known.span.start && known.span.end <= told.span.end;
        if !diagnostics.iter().any(is_told) {
            diagnostics.push(told);
        }
    }
    (!result.panicked).then_some(result.program)
}

/// Parses a trusted text that consists of parts, each of which ends where a statement does, with a pause after each.
pub(crate) async fn parse_in_parts<'a>(
    allocator: &'a Allocator,
    text: &str,
    ends: &[usize],
    positions: &Positions<'_>,
    diagnostics: &mut Vec<Diagnostic>,
    pause: Pause<'_>,
) -> Option<&'a Program<'a>> {
    let kind = SourceType::ts().with_module(true);
    let mut whole: Option<Program<'a>> = None;
    let mut start = 0;
    for &end in ends {
        // Where a statement stands is told from the beginning of the whole text, so there is as much of nothing before it.
        let padded = " ".repeat(start) + text.get(start..end)?;
        let part = parse_tree(allocator, allocator.alloc_str(&padded), kind, positions, diagnostics)?;
        match &mut whole {
            Some(whole) => whole.body.extend(part.body),
            None => whole = Some(part),
        }
        start = end;
        pause().await;
    }
    whole.map(|whole| &*allocator.alloc(whole))
}

/// Parses one expression, for the value of an override.
pub(crate) fn parse_literal<'a>(allocator: &'a Allocator, text: &'a str) -> Option<Expression<'a>> {
    if nesting::too_deep_at(text).is_some() {
        return None;
    }
    Parser::new(allocator, text, SourceType::ts()).parse_expression().ok()
}

/// The one message for `await` where it is not allowed.
pub(crate) fn await_outside_async(span: Span, function: Option<&str>, positions: &Positions<'_>) -> Diagnostic {
    let help = match function {
        Some(name) if !name.is_empty() => format!("make `{name}` async"),
        Some(_) | None => "make the function around it async".to_owned(),
    };
    let message = "`await` is only allowed inside an async function or at the top of the program";
    positions.error("await-outside-async", span, message, Some(help))
}
