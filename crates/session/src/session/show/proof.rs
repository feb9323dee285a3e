//! The check over every interleaving, and the replay of what it found.

use lesson::Lesson;

use crate::proof::Status;
use crate::session::Session;
use crate::texts::fill;
use crate::texts::glossary;
use crate::texts::proof as texts;
use crate::view::{CheckState, CheckView, FindingView, ProofState, ProofView, ReplayView};
use crate::{CheckReport, FindingReport, ProofReport, ProofStage};

pub(super) fn empty() -> ProofView {
    ProofView {
        state: ProofState::Idle,
        headline: String::new(),
        checks: Vec::new(),
        states: 0,
        transitions: 0,
        frontier: 0,
        states_per_second: 0,
        elapsed_ms: 0,
        is_stale: false,
        can_continue: false,
        can_nudge: false,
        nudges: Vec::new(),
    }
}

impl Session {
    #[inline(never)]
    pub(super) fn proof_view(&self) -> ProofView {
        let (nudges, has_more) = match &self.run {
            Some(run) if !self.is_proof_stale() => self.proof.nudges(|| run.schedule().to_string()),
            Some(_) | None => (Default::default(), false),
        };
        let empty = ProofView {
            can_nudge: has_more && self.proof.can_nudge(),
            nudges: nudges.to_vec(),
            headline: self.proof_headline(),
            is_stale: self.is_proof_stale(),
            ..empty()
        };
        match &self.proof.status {
            Status::Idle => ProofView {
                checks: waiting(self.place.lesson(), None),
                ..empty
            },
            Status::Cancelled => ProofView {
                state: ProofState::Cancelled,
                checks: waiting(self.place.lesson(), None),
                ..empty
            },
            Status::Broken(_) => ProofView {
                state: ProofState::Broken,
                ..empty
            },
            Status::Busy(progress) => ProofView {
                state: ProofState::Busy,
                checks: waiting(self.place.lesson(), Some(progress.check_index as usize)),
                states: progress.states,
                transitions: progress.transitions,
                frontier: progress.frontier,
                states_per_second: rate(progress.states, progress.elapsed_ms),
                elapsed_ms: progress.elapsed_ms,
                ..empty
            },
            Status::Done(report) => ProofView {
                state: done_state(report),
                checks: report
                    .checks
                    .iter()
                    .enumerate()
                    .map(|(index, check)| self.check_view(index, check))
                    .collect(),
                states: report.states,
                transitions: report.transitions,
                states_per_second: rate(report.states, report.elapsed_ms),
                elapsed_ms: report.elapsed_ms,
                can_continue: report.can_continue && !self.is_proof_stale(),
                ..empty
            },
        }
    }

    pub(in crate::session) fn is_proof_stale(&self) -> bool {
        match self.proof.status {
            Status::Idle | Status::Cancelled => false,
            Status::Busy(_) | Status::Done(_) | Status::Broken(_) => *self.source.text != *self.proof.source,
        }
    }

    /// What the panel says in one line.
    pub(in crate::session) fn proof_headline(&self) -> String {
        match &self.proof.status {
            Status::Idle => String::new(),
            Status::Cancelled => texts::THE_CHECK_WAS_STOPPED_NOTHING_IS.to_owned(),
            Status::Broken(why) => why.clone(),
            Status::Busy(progress) => match progress.stage {
                ProofStage::Searching => texts::CHECKING_EVERY_INTERLEAVING,
                ProofStage::Testing => texts::TOO_MANY_STATES_TO_LOOK_AT,
                ProofStage::Drawing => texts::DRAWING_ORDINARY_RUNS_TO_SEE_HOW,
            }
            .to_owned(),
            Status::Done(report) => headline(report),
        }
    }

    fn check_view(&self, check: usize, report: &CheckReport) -> CheckView {
        CheckView {
            id: report.id.clone(),
            title: report.title.clone(),
            state: match (report.passed, is_bounded(report)) {
                (true, _) => CheckState::Passed,
                (false, true) => CheckState::Undecided,
                (false, false) => CheckState::Failed,
            },
            message: report.message.clone(),
            advice: report.advice.clone(),
            line: (report.line > 0).then_some(report.line),
            states: report.states,
            is_complete: report.complete,
            tested: match report.tested.as_slice() {
                [] => String::new(),
                tested => fill(texts::TESTED_NOT_PROVED, &[&tested.join(", ")]),
            },
            findings: report
                .findings
                .iter()
                .enumerate()
                .map(|(finding, found)| self.finding_view(check, finding, found))
                .collect(),
        }
    }

    fn finding_view(&self, check: usize, finding: usize, found: &FindingReport) -> FindingView {
        FindingView {
            verdict: found.verdict.clone(),
            is_explained: glossary::has(&found.verdict),
            message: found.message.clone(),
            steps: found.steps,
            instance: instance(found),
            line: (found.line > 0).then_some(found.line),
            explanation: found.explanation.clone(),
            can_replay: found.steps > 0,
            is_replayed: self
                .replay
                .as_ref()
                .is_some_and(|shown| (shown.check, shown.finding) == (check, finding)),
            is_failure: found.is_failure,
            odds: odds(found),
        }
    }

    #[inline(never)]
    pub(super) fn replay_view(&self) -> Option<ReplayView> {
        let replay = self.replay.as_ref()?;
        let found = self.finding(replay.check, replay.finding)?;
        let misfit = replay.misfit.as_ref().map(|misfit| {
            fill(
                texts::THE_SCHEDULE_FITS_FOR_STEPS_ONLY,
                &[&misfit.fitting, &misfit.reason],
            )
        });
        Some(ReplayView {
            verdict: found.verdict.clone(),
            message: found.message.clone(),
            instance: instance(found),
            steps: found.steps,
            misfit,
        })
    }
}

/// The lesson's checks before they are decided; the one that is under way is marked, those before it are done.
fn waiting(lesson: Option<&Lesson>, current: Option<usize>) -> Vec<CheckView> {
    let checks = lesson.map(|lesson| lesson.checks.as_slice()).unwrap_or_default();
    checks
        .iter()
        .enumerate()
        .map(|(index, check)| CheckView {
            id: check.id.clone(),
            title: check.title.clone(),
            state: if current == Some(index) {
                CheckState::Busy
            } else {
                CheckState::Waiting
            },
            message: String::new(),
            advice: String::new(),
            line: None,
            states: 0,
            is_complete: false,
            tested: String::new(),
            findings: Vec::new(),
        })
        .collect()
}

/// Whether a limit was met before anything was found.
fn is_bounded(report: &CheckReport) -> bool {
    !report.passed && report.reason == "bounded"
}

fn done_state(report: &ProofReport) -> ProofState {
    let is_bounded = report.checks.iter().filter(|check| !check.passed).all(is_bounded);
    match (report.passed, is_bounded) {
        (true, _) => ProofState::Passed,
        (false, true) => ProofState::Bounded,
        (false, false) => ProofState::Failed,
    }
}

fn headline(report: &ProofReport) -> String {
    let states = grouped(report.states);
    match done_state(report) {
        ProofState::Passed => fill(texts::IT_HOLDS_STATES_EVERY_INTERLEAVING, &[&states]),
        ProofState::Bounded => fill(texts::NOTHING_WAS_FOUND_IN_STATES_BUT, &[&states]),
        ProofState::Failed | ProofState::Idle | ProofState::Busy | ProofState::Cancelled | ProofState::Broken => {
            let failed: Vec<&CheckReport> = report.checks.iter().filter(|check| !check.passed).collect();
            match failed[..] {
                [one] => fill(texts::IT_DOES_NOT_HOLD, &[&one.message]),
                [first, ..] => fill(texts::CHECKS_FAIL_THE_FIRST, &[&failed.len(), &first.message]),
                [] => texts::IT_DOES_NOT_HOLD_2.to_owned(),
            }
        }
    }
}

/// `0 of 2,000 random runs hit this, 3 of 2,000 with random priorities; here it is in 19 steps.`
fn odds(found: &FindingReport) -> String {
    let drawn = |policy: &str| found.odds.iter().find(|odds| odds.policy == policy);
    let mut parts = Vec::new();
    if let Some(odds) = drawn("random") {
        let (hits, runs) = (grouped(u64::from(odds.hits)), grouped(u64::from(odds.runs)));
        parts.push(fill(texts::OF_RANDOM_RUNS_HIT_THIS, &[&hits, &runs]));
    }
    if let Some(odds) = drawn("pct") {
        let (hits, runs) = (grouped(u64::from(odds.hits)), grouped(u64::from(odds.runs)));
        parts.push(fill(texts::OF_WITH_RANDOM_PRIORITIES_DO, &[&hits, &runs]));
    }
    if drawn("fifo").is_some_and(|odds| odds.hits > 0) {
        parts.push(texts::THE_PLAIN_RUN_DOES.to_owned());
    }
    if parts.is_empty() {
        return String::new();
    }
    let way = match found.is_shortest {
        true => fill(texts::HERE_IT_IS_IN_STEPS, &[&found.steps]),
        false => fill(texts::HERE_IT_IS_IN_STEPS_AND, &[&found.steps]),
    };
    format!("{}; {way}.", parts.join(", "))
}

/// `WORKERS = 3, ITEMS = 3`.
fn instance(found: &FindingReport) -> String {
    let parts: Vec<String> = found
        .overrides
        .iter()
        .map(|(name, value)| format!("{name} = {value}"))
        .collect();
    parts.join(", ")
}

fn rate(states: u64, elapsed_ms: u32) -> u64 {
    states.saturating_mul(1_000) / u64::from(elapsed_ms.max(1))
}

/// With a comma between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
