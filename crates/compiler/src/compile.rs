//! The way from text to program.
//!
//! Owns the order of the phases and what is made of errors. Does nothing of a phase itself.

use crate::directive::{self, Directive};
use crate::lower::{self, Context};
use crate::overrides::Overrides;
use crate::pause::{Pause, at_once, no_pause};
use crate::positions::Positions;
use crate::program_builder::ProgramBuilder;
use crate::resolve;
use crate::{Diagnostic, Severity, library, lint, parse};
use bytecode::{Program, Span};
use oxc_allocator::Allocator;
use oxc_ast::ast::Statement;
use std::pin::Pin;

/// What a caller may change about a program.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Options {
    /// Top-level constants whose initialiser is replaced, each with the text of a literal. A name that no top-level
    /// constant has is an error.
    pub overrides: Vec<(String, String)>,
    /// Whether the text is a script in plain JavaScript rather than a module with types: `this` at its top is `globalThis`,
    /// `await` there is a name like any other. For conformance tests; learners write modules.
    pub script: bool,
}

/// What became of a source text.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Compilation {
    /// The program; it does nothing if there are errors.
    pub program: Program,
    /// What is wrong, in order of position.
    pub diagnostics: Vec<Diagnostic>,
    /// What the header comment says about the machine.
    pub directive: Directive,
}

impl Compilation {
    /// Whether the text is no program.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// Compiles a text. Never fails: what is wrong is in the diagnostics.
#[must_use]
pub fn compile(source: &str, options: &Options) -> Compilation {
    at_once(compile_in_parts(source, options, &no_pause))
}

/// The same, with pauses on the way. One piece of code for all who compile, so it is boxed.
#[inline(never)]
pub fn compile_in_parts<'a>(
    source: &'a str,
    options: &'a Options,
    pause: Pause<'a>,
) -> Pin<Box<dyn Future<Output = Compilation> + 'a>> {
    Box::pin(async move {
        let mut diagnostics = Vec::new();
        let positions = Positions::new(source, false);
        let directive = directive::parse(source, &positions, &mut diagnostics);
        let program = compile_program(source, options, &positions, &mut diagnostics, pause).await;
        drop_echoes(&mut diagnostics);
        diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.severity));
        diagnostics.dedup();
        let has_errors = diagnostics.iter().any(Diagnostic::is_error);
        Compilation {
            program: program
                .filter(|_| !has_errors)
                .unwrap_or_else(|| ProgramBuilder::empty_program(library::standard())),
            diagnostics,
            directive,
        }
    })
}

/// A warning about a part of what is an error anyway is one message too many.
fn drop_echoes(diagnostics: &mut Vec<Diagnostic>) {
    let errors: Vec<Span> = diagnostics
        .iter()
        .filter(|it| it.is_error())
        .map(|it| it.span)
        .collect();
    diagnostics.retain(|it| {
        let is_within = |error: &Span| error.start <= it.span.start && it.span.end <= error.end;
        it.is_error() || it.span.start.line == 0 || !errors.iter().any(is_within)
    });
}

async fn compile_program<'s>(
    source: &'s str,
    options: &Options,
    positions: &Positions<'s>,
    diagnostics: &mut Vec<Diagnostic>,
    pause: Pause<'_>,
) -> Option<Program> {
    let allocator = Allocator::default();
    // The tree borrows the text for as long as the allocator lives.
    let source: &str = source;
    let tree = parse::parse(&allocator, source, options.script, positions, diagnostics)?;
    pause().await;
    let from_parser = std::mem::take(diagnostics);
    let resolution = resolve::resolve(tree, positions, diagnostics, pause).await;
    if resolution.is_too_deep {
        diagnostics.extend(from_parser);
        return None;
    }
    pause().await;
    let mut builder = ProgramBuilder::new(library::standard());
    let mut overrides = Overrides::new(options, diagnostics);
    let main = lower::lower_program(
        tree,
        Context {
            resolution: &resolution,
            positions,
            builder: &mut builder,
            overrides: &mut overrides,
            diagnostics,
        },
    );
    overrides.report_unused(diagnostics);
    pause().await;
    // Where both the parser and the lowering complain, the lowering knows more.
    let is_known = |other: &Diagnostic| {
        let mut errors = diagnostics.iter().filter(|known| known.is_error());
        errors.any(|known| known.span.start == other.span.start)
    };
    let rest: Vec<Diagnostic> = from_parser.into_iter().filter(|other| !is_known(other)).collect();
    diagnostics.extend(rest);
    // A program that does not run is not read for what it means.
    if !diagnostics.iter().any(Diagnostic::is_error) {
        lint::lint(tree, &resolution, positions, diagnostics, pause).await;
    }
    if builder.is_full {
        diagnostics.push(Diagnostic {
            severity: Severity::Error,
            span: Span::default(),
            message: "the program is too large: more than 65,535 names, constants, functions or values at once"
                .to_owned(),
            help: None,
            code: "too-large",
        });
        return None;
    }
    let has_modules = tree.body.iter().any(|statement| match statement {
        Statement::ImportDeclaration(import) => !import.import_kind.is_type(),
        statement => statement.is_module_declaration(),
    });
    Some(builder.finish(main, source, has_modules))
}
