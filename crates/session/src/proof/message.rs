//! What page and worker say to each other, as JSON. Owns the shapes; both sides are built together, and a handshake of the
//! shell makes sure that they are.

use lesson::Lesson;
use serde::{Deserialize, Serialize};

use crate::texts::fill;
use crate::texts::message as texts;

/// What is to be checked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ProofRequest {
    /// The number that every message about it carries.
    pub run_id: u32,
    /// The program.
    pub source: String,
    /// Against what.
    pub subject: Subject,
}

/// Against what a program is checked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// The checks of a lesson, on the machine that the lesson says.
    Lesson(Box<Lesson>),
    /// Every kind of finding, on this machine.
    Program {
        /// What the toolbar says about the machine.
        setup: lesson::Setup,
    },
}

impl ProofRequest {
    /// As it is posted to a worker.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Plain data with text keys always serialises; an empty text would be refused by the worker.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what was posted.
    ///
    /// # Errors
    /// A sentence that says why the text is no request.
    pub fn from_json(text: &str) -> Result<ProofRequest, String> {
        serde_json::from_str(text).map_err(|error| fill(texts::THE_WORKER_COULD_NOT_READ_WHAT, &[&error]))
    }
}

/// What a worker says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProofMessage {
    /// How far it is.
    Progress(ProofProgress),
    /// What it found.
    Finished(ProofReport),
    /// Where a run stands that it was asked about.
    Nudged(Nudges),
}

impl ProofMessage {
    /// Which request it is about.
    #[must_use]
    pub fn run_id(&self) -> u32 {
        match self {
            ProofMessage::Progress(progress) => progress.run_id,
            ProofMessage::Finished(report) => report.run_id,
            ProofMessage::Nudged(nudges) => nudges.run_id,
        }
    }

    /// As it is posted to the page.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what was posted.
    ///
    /// # Errors
    /// A sentence that says why the text is no message.
    pub fn from_json(text: &str) -> Result<ProofMessage, String> {
        serde_json::from_str(text).map_err(|error| fill(texts::THE_PAGE_COULD_NOT_READ_WHAT, &[&error]))
    }
}

/// How a run could go wrong from where it stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Nudges {
    /// Which request.
    pub run_id: u32,
    /// The run, as it was asked about.
    pub schedule: String,
    /// Questions and remarks, the gentlest first; never empty.
    pub sentences: Vec<String>,
}

/// How far a check of the program is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ProofProgress {
    /// Which request.
    pub run_id: u32,
    /// The check that is being decided, counted from 0.
    pub check_index: u32,
    /// Distinct states so far, over all checks.
    pub states: u64,
    /// Steps taken so far, over all checks.
    pub transitions: u64,
    /// How many steps the runs looked at now have.
    pub depth: u32,
    /// States that are known and not looked at yet.
    pub frontier: u64,
    /// How long it has taken, by the worker's clock.
    pub elapsed_ms: u32,
    /// What it is at.
    pub stage: ProofStage,
}

/// What a check is at.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProofStage {
    /// It looks at every state.
    #[default]
    Searching,
    /// There are too many states, and it tests runs instead.
    Testing,
    /// It has found something, and draws ordinary runs to see how often they meet it.
    Drawing,
}

/// What a check of the program found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ProofReport {
    /// Which request.
    pub run_id: u32,
    /// Whether everything holds.
    pub passed: bool,
    /// What was found out about each check.
    pub checks: Vec<CheckReport>,
    /// Why nothing could be checked at all; the compiler's first error, as a rule.
    pub broken: Option<String>,
    /// Distinct states, over all checks.
    pub states: u64,
    /// Steps taken, over all checks.
    pub transitions: u64,
    /// How long it took, by the worker's clock.
    pub elapsed_ms: u32,
    /// Whether a limit ended the search, so that it can go on with a higher one.
    pub can_continue: bool,
}

/// What was found out about one check.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CheckReport {
    /// Its id.
    pub id: String,
    /// What it demands.
    pub title: String,
    /// Whether the program does.
    pub passed: bool,
    /// What was found out, in a sentence.
    pub message: String,
    /// What a failure means; empty when there is none.
    pub advice: String,
    /// Why it failed, as a word; empty when it passed.
    pub reason: String,
    /// The line that it points at, 0 if there is none.
    pub line: u32,
    /// States explored.
    pub states: u64,
    /// Steps taken.
    pub transitions: u64,
    /// Whether everything was looked at.
    pub complete: bool,
    /// What was tested after a limit had ended the search, in words; empty if it was looked at as a whole.
    pub tested: Vec<String>,
    /// What was found, failures first.
    pub findings: Vec<FindingReport>,
}

/// Something that was found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FindingReport {
    /// The word for it.
    pub verdict: String,
    /// The same in a sentence.
    pub message: String,
    /// The run that shows it, as text.
    pub schedule: String,
    /// The constants that were given another value, as names and literals.
    pub overrides: Vec<(String, String)>,
    /// The line that it points at, 0 if there is none.
    pub line: u32,
    /// How many steps the run has.
    pub steps: u32,
    /// How it comes about.
    pub explanation: Vec<String>,
    /// Whether it fails the check, or only says why something else does.
    pub is_failure: bool,
    /// Whether every shorter run was looked at.
    pub is_shortest: bool,
    /// How often ordinary runs meet it, by how they are drawn; empty if none were drawn.
    pub odds: Vec<OddsReport>,
}

/// How often ordinary runs meet a finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OddsReport {
    /// How they are drawn: `fifo`, `random` or `pct`.
    pub policy: String,
    /// How many were.
    pub runs: u32,
    /// How many of them meet it.
    pub hits: u32,
}
