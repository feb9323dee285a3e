//! `// lanes-ignore name`: a warning that the learner knows about.
//!
//! Owns the comment's form: on the line before, or at the end of the line itself; several names with commas, or none
//! for every lint. Decides nothing about lints.

use crate::positions::Positions;
use crate::{Diagnostic, suggest};
use oxc_ast::ast::{Comment, Program};
use oxc_span::Span;

const WORD: &str = "lanes-ignore";

/// The lines on which lints are silenced.
pub(super) struct Silenced<'a>(Vec<(u32, Option<&'a str>)>);

impl Silenced<'_> {
    /// Whether a lint is silenced on a line.
    pub(super) fn contains(&self, line: u32, lint: &str) -> bool {
        self.0
            .iter()
            .any(|&(silenced, name)| silenced == line && name.is_none_or(|name| name == lint))
    }
}

/// Reads the comments of a program.
pub(super) fn silenced<'a>(
    program: &'a Program<'a>,
    positions: &Positions<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Silenced<'a> {
    let mut silenced = Vec::new();
    for comment in &program.comments {
        let content = comment.content_span();
        let text = &program.source_text[content.start as usize..content.end as usize];
        let Some(names) = text.trim_start().strip_prefix(WORD) else {
            continue;
        };
        if names.starts_with(|character: char| !character.is_whitespace() && character != ':') {
            continue;
        }
        let line = line_of(comment, program.source_text, positions);
        // What follows two dashes says why.
        let names = names.trim_start_matches(':').split("--").next().unwrap_or_default();
        let mut is_empty = true;
        for name in names.split([',', ' ', '\t', '\n']).filter(|name| !name.is_empty()) {
            is_empty = false;
            silenced.push((line, Some(name)));
            if !super::NAMES.contains(&name) {
                diagnostics.push(unknown(name, comment.span, positions));
            }
        }
        if is_empty {
            silenced.push((line, None));
        }
    }
    Silenced(silenced)
}

/// The line that a comment is about: its own if something stands before it there, else that of what follows.
fn line_of(comment: &Comment, source: &str, positions: &Positions<'_>) -> u32 {
    let start = comment.span.start as usize;
    let before = source[..start].rsplit('\n').next().unwrap_or_default();
    let at = if before.trim().is_empty() {
        next_code(&source[comment.span.end as usize..]) + comment.span.end
    } else {
        comment.span.start
    };
    positions.span(Span::new(at, at)).start.line
}

/// How far it is to something that is neither space nor a line of comment.
fn next_code(text: &str) -> u32 {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let code = line.trim_start();
        if !code.is_empty() && !code.starts_with("//") {
            offset += line.len() - code.len();
            break;
        }
        offset += line.len();
    }
    u32::try_from(offset).unwrap_or(u32::MAX)
}

fn unknown(name: &str, span: Span, positions: &Positions<'_>) -> Diagnostic {
    let help = match suggest::nearest(name, super::NAMES.into_iter()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the warnings that can be silenced are {}", super::NAMES.join(", ")),
    };
    let message = format!("`{name}` is not the name of a warning");
    positions.warning("directive", span, message, Some(help))
}
