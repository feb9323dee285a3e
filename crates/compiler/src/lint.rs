//! Warnings that teach: programs that run, but probably not as meant.
//!
//! Owns the list of lints, their order and how one is silenced (`// lanes-ignore name`). Each lint is a module of its
//! own that looks at an outline of the program; none of them knows types, and all prefer silence to a false alarm.

mod async_callback;
mod await_in_loop;
mod evidence;
mod floating_promise;
mod locks;
mod nested_acquire;
mod outline;
mod permit_in_finally;
mod promise_as_value;
mod promise_executor;
mod return_in_try;
mod silence;
mod walk;
mod write_across_await;

use crate::Diagnostic;
use crate::pause::Pause;
use crate::positions::Positions;
use crate::resolve::Resolution;
use evidence::Evidence;
use oxc_ast::ast::Program;
use oxc_span::Span;

/// Every lint, by the name that silences it.
pub(crate) const NAMES: [&str; 13] = [
    floating_promise::NAME,
    floating_promise::UNUSED,
    floating_promise::UNAWAITED_ACQUIRE,
    async_callback::NAME,
    await_in_loop::NAME,
    permit_in_finally::NAME,
    nested_acquire::NAME,
    write_across_await::NAME,
    promise_as_value::NAME,
    promise_as_value::ARRAY,
    promise_executor::ASYNC,
    promise_executor::NEVER_SETTLES,
    return_in_try::NAME,
];

/// What each of them is.
const LINTS: [for<'a, 'l> fn(Lint<'a, 'l>, &mut Vec<Finding>); 9] = [
    floating_promise::check,
    async_callback::check,
    await_in_loop::check,
    permit_in_finally::check,
    nested_acquire::check,
    write_across_await::check,
    promise_as_value::check,
    promise_executor::check,
    return_in_try::check,
];

/// What a lint has found.
struct Finding {
    name: &'static str,
    span: Span,
    message: String,
    help: String,
}

/// Looks for everything that a program without errors probably does not mean.
pub(crate) async fn lint<'a>(
    program: &'a Program<'a>,
    resolution: &Resolution<'a>,
    positions: &Positions<'_>,
    diagnostics: &mut Vec<Diagnostic>,
    pause: Pause<'_>,
) {
    let outline = walk::outline(program, resolution);
    pause().await;
    let cx = Lint {
        evidence: Evidence {
            outline: &outline,
            resolution,
        },
        source: program.source_text,
    };
    let mut findings = Vec::new();
    for check in LINTS {
        check(cx, &mut findings);
        pause().await;
    }
    let silenced = silence::silenced(program, positions, diagnostics);
    for finding in findings {
        let line = positions.span(finding.span).start.line;
        if !silenced.contains(line, finding.name) {
            let help = Some(finding.help);
            diagnostics.push(positions.warning(finding.name, finding.span, finding.message, help));
        }
    }
}

/// What every lint looks at.
#[derive(Clone, Copy)]
struct Lint<'a, 'l> {
    evidence: Evidence<'a, 'l>,
    source: &'a str,
}

impl<'a> Lint<'a, '_> {
    /// The text of a part of the program in one line, short enough for a message.
    fn text(&self, span: Span) -> String {
        const CHARACTERS_MAX: usize = 40;
        let text = self
            .source
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default();
        let mut words: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.chars().count() > CHARACTERS_MAX {
            words = words.chars().take(CHARACTERS_MAX - 1).collect();
            words.push('\u{2026}');
        }
        words
    }

    /// `save(order)` as `save(...)`: what is called, without what it is given.
    fn call_text(&self, call: &'a oxc_ast::ast::CallExpression<'a>) -> String {
        let callee = self.text(oxc_span::GetSpan::span(&call.callee));
        let arguments = if call.arguments.is_empty() { "" } else { "..." };
        format!("{callee}({arguments})")
    }
}
