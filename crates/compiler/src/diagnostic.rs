//! What the compiler has to say about a source text.
//!
//! Owns the shape of a diagnostic and how it prints. Knows nothing of how one is found.

use bytecode::Span;
use std::fmt;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// The program does not run.
    Error,
    /// The program runs, but probably not as meant.
    Warning,
}

/// One thing that is wrong with a source text, where, and what to write instead.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Where; line 0 if it concerns no place in the text.
    pub span: Span,
    /// What is wrong, in lower case and without a full stop.
    pub message: String,
    /// What to write instead, if there is something.
    pub help: Option<String>,
    /// A stable name of the kind of finding, for tests and links.
    pub code: &'static str,
}

impl Diagnostic {
    /// Whether the program does not run because of it.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = self.span.start;
        if start.line > 0 {
            write!(f, "{}:{}: ", start.line, start.column)?;
        }
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}: {}", self.message)?;
        match &self.help {
            Some(help) => write!(f, " (help: {help})"),
            None => Ok(()),
        }
    }
}
