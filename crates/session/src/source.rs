//! The text in the editor and what the compiler says about it. Owns when it is compiled: a moment after the last key, or
//! at once when somebody wants to run it. Where drafts are kept is the session's business.

use std::rc::Rc;
use std::sync::Arc;

use bytecode::Program;
use compiler::{Compilation, Directive, Pause};

use crate::effect::Tokens;
use crate::view::DiagnosticView;
use crate::{Effect, Token};

/// How long after the last key the text is compiled, in milliseconds.
const COMPILE_DELAY_MS: u32 = 250;

/// A program that compiled.
#[derive(Clone, Debug)]
pub(crate) struct Compiled {
    pub(crate) program: Arc<Program>,
    pub(crate) directive: Directive,
}

/// The text in the editor.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) text: Rc<str>,
    /// What was given: a lesson's starter, or the playground's example.
    pub(crate) given: Rc<str>,
    /// The text before the last reset.
    undo: Option<Rc<str>>,
    pub(crate) revision: u32,
    pub(crate) diagnostics: Rc<[DiagnosticView]>,
    pub(crate) has_errors: bool,
    /// Awaited while the text has changed since it was compiled.
    pending: Option<Token>,
}

impl Source {
    /// Opens a text.
    pub(crate) fn new(given: &str, draft: Option<&str>) -> Source {
        Source {
            text: draft.unwrap_or(given).into(),
            given: given.into(),
            undo: None,
            revision: 0,
            diagnostics: Rc::default(),
            has_errors: false,
            pending: None,
        }
    }

    /// Opens another text in the same editor.
    pub(crate) fn replace(&mut self, given: &str, draft: Option<&str>) {
        let revision = self.revision.wrapping_add(1);
        *self = Source {
            revision,
            ..Source::new(given, draft)
        };
    }

    /// The learner typed.
    pub(crate) fn edit(&mut self, text: &str, tokens: &mut Tokens, effects: &mut Vec<Effect>) -> bool {
        if *self.text == *text {
            return false;
        }
        self.text = text.into();
        self.undo = None;
        self.schedule(tokens, effects);
        true
    }

    fn schedule(&mut self, tokens: &mut Tokens, effects: &mut Vec<Effect>) {
        let token = tokens.next();
        self.pending = Some(token);
        effects.push(Effect::After {
            ms: COMPILE_DELAY_MS,
            token,
        });
    }

    /// Puts back what was given.
    pub(crate) fn reset(&mut self) -> bool {
        if self.is_as_given() {
            return false;
        }
        self.undo = Some(std::mem::replace(&mut self.text, self.given.clone()));
        self.revision = self.revision.wrapping_add(1);
        self.pending = None;
        true
    }

    /// Takes the last reset back.
    pub(crate) fn undo_reset(&mut self) -> bool {
        let Some(text) = self.undo.take() else { return false };
        self.text = text;
        self.revision = self.revision.wrapping_add(1);
        self.pending = None;
        true
    }

    pub(crate) fn is_as_given(&self) -> bool {
        self.text == self.given
    }

    pub(crate) fn can_undo_reset(&self) -> bool {
        self.undo.is_some()
    }

    /// Whether the text has changed since it was compiled.
    pub(crate) fn is_pending(&self) -> bool {
        self.pending.is_some()
    }

    /// Whether this timer is the one after the last key.
    pub(crate) fn awaits(&self, token: Token) -> bool {
        self.pending == Some(token)
    }

    /// Compiles the text; the program if it has no errors.
    pub(crate) fn compile(&mut self) -> Option<Compiled> {
        compiler::at_once(self.compile_in_parts(&compiler::no_pause))
    }

    /// The same, with pauses on the way.
    pub(crate) async fn compile_in_parts(&mut self, pause: Pause<'_>) -> Option<Compiled> {
        self.pending = None;
        let compilation = compiler::compile_in_parts(&self.text, &compiler::Options::default(), pause).await;
        self.has_errors = compilation.diagnostics.iter().any(compiler::Diagnostic::is_error);
        self.diagnostics = compilation.diagnostics.iter().map(diagnostic).collect();
        (!self.has_errors).then(|| compiled(compilation))
    }
}

fn compiled(compilation: Compilation) -> Compiled {
    Compiled {
        program: Arc::new(compilation.program),
        directive: compilation.directive,
    }
}

/// Compiles a program with the constants of a finding in it; the first error if it does not compile.
pub(crate) fn compile_instance(source: &str, overrides: &[(String, String)]) -> Result<Compiled, String> {
    let options = compiler::Options {
        overrides: overrides.to_vec(),
        ..compiler::Options::default()
    };
    let compilation = compiler::compile(source, &options);
    match compilation.diagnostics.iter().find(|diagnostic| diagnostic.is_error()) {
        Some(error) => Err(error.to_string()),
        None => Ok(compiled(compilation)),
    }
}

fn diagnostic(diagnostic: &compiler::Diagnostic) -> DiagnosticView {
    DiagnosticView {
        is_error: diagnostic.is_error(),
        line: diagnostic.span.start.line,
        column: diagnostic.span.start.column,
        end_line: diagnostic.span.end.line,
        end_column: diagnostic.span.end.column,
        message: diagnostic.message.clone(),
        help: diagnostic.help.clone(),
        code: diagnostic.code,
    }
}
