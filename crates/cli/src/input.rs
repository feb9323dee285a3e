//! Programs and schedules as the command line names them. Owns reading and compiling with readable complaints.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use bytecode::Program;
use compiler::{Diagnostic, Directive, Severity};
use world::Schedule;

use crate::exit::Failure;

/// More than anybody writes by hand; reading stops there instead of filling the memory.
const SOURCE_BYTES_MAX: u64 = 4 << 20;

/// A program as text, with the name to complain under.
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// A program that compiles.
pub(crate) struct Compiled {
    pub(crate) program: Arc<Program>,
    pub(crate) directive: Directive,
}

impl Source {
    /// Reads a file, or standard input for `-`.
    pub(crate) fn read(file: &str) -> Result<Source, Failure> {
        let (name, bytes) = if file == "-" {
            ("<stdin>", read_capped(io::stdin().lock()))
        } else if Path::new(file).is_dir() {
            return Err(Failure::Usage(format!("`{file}` is a directory; name a program in it")));
        } else {
            (file, File::open(file).and_then(read_capped))
        };
        let bytes = bytes.map_err(|error| Failure::Usage(format!("cannot read `{file}`: {}", plain(&error))))?;
        if bytes.len() as u64 > SOURCE_BYTES_MAX {
            return Err(Failure::Usage(format!(
                "`{file}` is larger than 4 MiB, too large for a program"
            )));
        }
        let text =
            String::from_utf8(bytes).map_err(|_| Failure::Usage(format!("`{file}` is not a text file in UTF-8")))?;
        Ok(Source {
            name: name.to_owned(),
            text,
        })
    }

    /// Compiles, with every complaint on standard error.
    pub(crate) fn compile(&self, overrides: &[(String, String)]) -> Result<Compiled, Failure> {
        let options = compiler::Options {
            overrides: overrides.to_vec(),
            ..compiler::Options::default()
        };
        let compilation = compiler::compile(&self.text, &options);
        report(&self.name, &compilation.diagnostics);
        match compilation
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.is_error())
            .count()
        {
            0 => Ok(Compiled {
                program: Arc::new(compilation.program),
                directive: compilation.directive,
            }),
            1 => Err(Failure::Usage(format!("`{}` does not compile", self.name))),
            count => Err(Failure::Usage(format!(
                "`{}` does not compile: {count} errors",
                self.name
            ))),
        }
    }

    /// The text of a line, counted from 1.
    pub(crate) fn line(&self, line: u32) -> Option<&str> {
        self.text.lines().nth((line as usize).checked_sub(1)?)
    }
}

/// Prints diagnostics as `file:line:column: error: message`, with what helps on a line of its own.
pub(crate) fn report(file: &str, diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        let start = diagnostic.span.start;
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        if start.line == 0 {
            eprintln!("{file}: {severity}: {}", diagnostic.message);
        } else {
            eprintln!(
                "{file}:{}:{}: {severity}: {}",
                start.line, start.column, diagnostic.message
            );
        }
        if let Some(help) = &diagnostic.help {
            eprintln!("  help: {help}");
        }
    }
}

/// Reads `NAME=LITERAL` of `--set`.
pub(crate) fn parse_override(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, literal)) if !name.trim().is_empty() && !literal.trim().is_empty() => {
            Ok((name.trim().to_owned(), literal.trim().to_owned()))
        }
        Some(_) | None => Err("expected NAME=LITERAL, for instance WORKERS=3".to_owned()),
    }
}

/// Reads a schedule: its text, or `@FILE` for a file with that text in it.
pub(crate) fn read_schedule(argument: &str) -> Result<Schedule, Failure> {
    let text = match argument.strip_prefix('@') {
        Some(file) => Source::read(file)?.text,
        None => argument.to_owned(),
    };
    text.trim().parse().map_err(|error| Failure::Usage(format!("{error}")))
}

fn read_capped(reader: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(SOURCE_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The error without the number that the operating system gives it.
fn plain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}
