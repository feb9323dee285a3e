//! How the command ends. Owns the exit codes and the errors that have nothing to do with what a program does.

use std::fmt;
use std::io;
use std::process::ExitCode;

/// What the exit code says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Exit {
    /// Nothing to complain about.
    Fine,
    /// The program was found to be wrong.
    Finding,
    /// The command could not be carried out as it was given.
    Usage,
    /// A limit came before the answer.
    Limit,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Fine => 0,
            Exit::Finding => 1,
            Exit::Usage => 2,
            Exit::Limit => 3,
        })
    }
}

/// Why the command could not be carried out.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Something about the command line or the files that it names, in a sentence without a full stop.
    Usage(String),
    /// Standard output could not be written.
    Output(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Usage(message) => f.write_str(message),
            Failure::Output(error) => write!(f, "cannot write to standard output: {error}"),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}
