//! `known_failures.txt`: the claimed tests that fail, each with a reason, `PATH: REASON` a line. Owns reading and
//! rewriting it; a reason that a person wrote stays.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::areas;
use crate::verdict::Verdict;

const HEAD: &str = "# Tests of the claimed areas that fail, each with the reason. `UPDATE_EXPECT=1 cargo xtask test262 PATH` rewrites the
# list and keeps the reasons; a test that passes must leave it.
";

/// The list.
pub(crate) struct Known {
    reasons: BTreeMap<String, String>,
}

impl Known {
    /// Reads the committed list.
    pub(crate) fn load() -> Result<Known, String> {
        let text = std::fs::read_to_string(areas::folder().join("known_failures.txt"))
            .map_err(|error| format!("known_failures.txt: {error}"))?;
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let reasons = lines.map(|line| match line.split_once(": ") {
            Some((path, reason)) => Ok((path.to_owned(), reason.to_owned())),
            None => Err(format!("known_failures.txt: no reason in `{line}`")),
        });
        Ok(Known {
            reasons: reasons.collect::<Result<_, _>>()?,
        })
    }

    /// Whether the test may fail.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.reasons.contains_key(path)
    }

    /// Takes over what was seen and writes the list. Tests that were not run keep their lines.
    pub(crate) fn update(&mut self, results: &[(String, usize, Verdict)]) -> Result<(), String> {
        for (path, _, verdict) in results {
            match verdict.problem() {
                Some(message) => {
                    let reason = self.reasons.entry(path.clone()).or_default();
                    if reason.is_empty() {
                        *reason = message.replace('\n', " ");
                    }
                }
                None => {
                    self.reasons.remove(path);
                }
            }
        }
        let mut text = HEAD.to_owned();
        for (path, reason) in &self.reasons {
            let _ = writeln!(text, "{path}: {reason}");
        }
        std::fs::write(areas::folder().join("known_failures.txt"), text)
            .map_err(|error| format!("known_failures.txt: {error}"))
    }
}
