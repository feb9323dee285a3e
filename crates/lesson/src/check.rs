//! What a learner's program must satisfy. It owns the description of each check, as the lesson's front matter writes it and
//! as the grader reads it; running and proving happen in the grader, and only the text rules are decided in this crate.

use crate::{Setup, Verdict};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// One condition on the learner's program. A lesson is passed when all of its checks are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Unique within the lesson, in kebab case; grades and stored progress refer to it.
    pub id: String,
    /// What is demanded, in the learner's words, true of a program that passes: *Every interleaving counts three items*.
    pub title: String,
    /// What the learner reads beside the finding when the check fails: one or two sentences on what it means, no solution.
    pub message_on_fail: String,
    /// How it is found out.
    pub kind: CheckKind,
}

/// The three ways of finding out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckKind {
    /// By exploring every interleaving.
    Prove(Prove),
    /// By running the program and looking at that run.
    Run(Run),
    /// By reading the program's text.
    Source(SourceRules),
}

/// A proof over every interleaving of a (usually small) instance of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prove {
    /// Top-level `const`s by name, with the value that this check gives them.
    #[serde(default)]
    pub overrides: BTreeMap<String, Literal>,
    /// What differs from the lesson's machine for this check.
    #[serde(default)]
    pub setup: Setup,
    /// How many states may be explored before the answer is `bounded`; the checker's default when absent.
    pub max_states: Option<u64>,
    /// Verdicts that fail this check besides the default ones: usually a diagnosis, `lost-update` or `race`.
    #[serde(default)]
    pub also_fail_on: Vec<Verdict>,
    /// Verdicts of the default that do not fail this check.
    #[serde(default)]
    pub ignore: Vec<Verdict>,
    /// The last console line of every complete run must equal this text, whatever the program asserts about itself.
    pub final_output: Option<String>,
}

impl Prove {
    /// Whether this verdict fails the check. By default all do but the diagnoses `race` and `lost-update`.
    pub fn fails_on(&self, verdict: Verdict) -> bool {
        let by_default = !verdict.is_diagnosis() && !self.ignore.contains(&verdict);
        by_default || self.also_fail_on.contains(&verdict)
    }
}

/// One or more ordinary runs, each of which must end well and satisfy every condition given. A run that meets a verdict
/// other than a diagnosis ([`Verdict::is_diagnosis`]) fails the check as well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// Top-level `const`s by name, with the value that this check gives them.
    #[serde(default)]
    pub overrides: BTreeMap<String, Literal>,
    /// What differs from the lesson's machine for this check; its `policy` and `seed` have no say here.
    #[serde(default)]
    pub setup: Setup,
    /// Who runs next.
    #[serde(default)]
    pub policy: Policy,
    /// The seeds of policy `random`, one run for each; empty for `fifo`.
    #[serde(default)]
    pub seeds: Vec<u64>,
    /// Conditions on what was printed.
    #[serde(default)]
    pub output: Vec<OutputRule>,
    /// The run may take at most this much virtual time, in milliseconds.
    pub virtual_ms_max: Option<u64>,
    /// The run must take at least this much virtual time, in milliseconds: less means that work was left out.
    pub virtual_ms_min: Option<u64>,
    /// The run may take at most this many steps of the world; the grader's default when absent.
    pub steps_max: Option<u64>,
}

/// Rules about the program's text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRules {
    /// The parts of the starter between `// given` and `// end given` must stand in the program unchanged.
    #[serde(default)]
    pub given_unchanged: bool,
    /// Texts that must occur somewhere, comments included.
    #[serde(default)]
    pub must_contain: Vec<String>,
    /// Texts that must not occur anywhere, comments included.
    #[serde(default)]
    pub must_not_contain: Vec<String>,
}

/// A condition on the lines that a run printed to its console.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum OutputRule {
    /// Some line is exactly this.
    Line(String),
    /// The last line is exactly this.
    LastLine(String),
    /// Some line contains this.
    Contains(String),
    /// No line contains this.
    Never(String),
}

impl OutputRule {
    /// Whether the printed lines satisfy the rule.
    pub fn holds(&self, lines: &[String]) -> bool {
        match self {
            OutputRule::Line(text) => lines.iter().any(|line| line == text),
            OutputRule::LastLine(text) => lines.last() == Some(text),
            OutputRule::Contains(text) => lines.iter().any(|line| line.contains(text)),
            OutputRule::Never(text) => !lines.iter().any(|line| line.contains(text)),
        }
    }
}

/// Who runs next in an ordinary run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Policy {
    /// The task that has been runnable for longest.
    #[default]
    Fifo,
    /// Any runnable task, drawn from a seeded generator.
    Random,
}

/// The value of an overridden constant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged, expecting = "expected a whole number, true, false or a string")]
pub enum Literal {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number: counts and milliseconds.
    Int(i64),
    /// A string.
    Text(String),
}

/// As a literal of the learner's language.
impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Literal::Bool(value) => write!(f, "{value}"),
            Literal::Int(value) => write!(f, "{value}"),
            Literal::Text(value) => {
                f.write_str("\"")?;
                for character in value.chars() {
                    match character {
                        '"' => f.write_str("\\\"")?,
                        '\\' => f.write_str("\\\\")?,
                        '\n' => f.write_str("\\n")?,
                        '\r' => f.write_str("\\r")?,
                        other => write!(f, "{other}")?,
                    }
                }
                f.write_str("\"")
            }
        }
    }
}
