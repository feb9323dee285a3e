//! What is wrong with the lesson files, told to their author. It owns the form of such a message, not the rules.

use std::fmt;

/// One mistake in the lesson files: where, what, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The path as it was given to [`Course::from_files`](crate::Course::from_files), or the folder concerned.
    pub file: String,
    /// The line, counted from one, where the mistake has a place.
    pub line: Option<u32>,
    /// What is wrong.
    pub message: String,
    /// What the author should do.
    pub advice: String,
}

impl Problem {
    /// A problem that belongs to a whole file or folder.
    pub(crate) fn in_file(file: &str, message: impl Into<String>, advice: impl Into<String>) -> Problem {
        Problem {
            file: file.to_owned(),
            line: None,
            message: message.into(),
            advice: advice.into(),
        }
    }

    /// The same problem with its line.
    pub(crate) fn at_line(mut self, line: u32) -> Problem {
        self.line = Some(line);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}; {}", self.message, self.advice)
    }
}

/// The line, counted from one, that holds byte `offset` of `text`.
pub(crate) fn line_at(text: &str, offset: usize) -> u32 {
    let before = text.bytes().take(offset).filter(|&byte| byte == b'\n').count();
    u32::try_from(before).unwrap_or(u32::MAX - 1) + 1
}
