//! How a test fared, and how that travels between processes: one line of text. Owns no rule of what passes.

/// How a test fared.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Verdict {
    /// As the specification wants it.
    Passed,
    /// Otherwise, and how.
    Failed(String),
    /// Our own code panicked, overflowed its stack or did not come back: a bug whatever the test says.
    Crashed(String),
    /// It was not run, and why.
    Skipped(String),
}

impl Verdict {
    /// One line.
    pub(crate) fn to_line(&self) -> String {
        let (word, message) = match self {
            Verdict::Passed => ("passed", ""),
            Verdict::Failed(message) => ("failed", message.as_str()),
            Verdict::Crashed(message) => ("crashed", message.as_str()),
            Verdict::Skipped(message) => ("skipped", message.as_str()),
        };
        let message: String = message.replace(['\n', '\r'], " ").chars().take(300).collect();
        format!("{word} {message}")
    }

    /// The opposite of [`Verdict::to_line`].
    pub(crate) fn from_line(line: &str) -> Option<Verdict> {
        let (word, message) = line.split_once(' ')?;
        match word {
            "passed" => Some(Verdict::Passed),
            "failed" => Some(Verdict::Failed(message.to_owned())),
            "crashed" => Some(Verdict::Crashed(message.to_owned())),
            "skipped" => Some(Verdict::Skipped(message.to_owned())),
            _ => None,
        }
    }

    /// What went wrong, if something did.
    pub(crate) fn problem(&self) -> Option<&str> {
        match self {
            Verdict::Failed(message) | Verdict::Crashed(message) => Some(message),
            Verdict::Passed | Verdict::Skipped(_) => None,
        }
    }
}
