//! What the page knows of a check: who asked for what, how far it is, what came of it. Owns dropping what an older request
//! still says.

use super::{Nudges, ProofMessage, ProofProgress, ProofReport, ProofRequest, Subject};
use crate::Effect;

/// How far a request is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) enum Status {
    /// Nobody asked.
    #[default]
    Idle,
    /// It is under way.
    Busy(ProofProgress),
    /// The learner stopped it.
    Cancelled,
    /// It is done.
    Done(ProofReport),
    /// It could not be carried out, and why.
    Broken(String),
}

/// The check that was asked for last.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Panel {
    run_id: u32,
    pub(crate) status: Status,
    /// The program that it is about.
    pub(crate) source: String,
    /// The lesson that it is about; `None` for the playground.
    pub(crate) lesson: Option<String>,
    nudging: Option<Nudging>,
}

/// What was said about a run, and how much of it was asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Nudging {
    nudges: Nudges,
    shown: usize,
}

impl Panel {
    /// Asks for a check; one that is under way is stopped.
    pub(crate) fn start(&mut self, source: &str, subject: Subject, effects: &mut Vec<Effect>) {
        self.cancel(effects);
        self.run_id = self.run_id.wrapping_add(1);
        self.status = Status::Busy(ProofProgress {
            run_id: self.run_id,
            ..ProofProgress::default()
        });
        self.nudging = None;
        source.clone_into(&mut self.source);
        self.lesson = match &subject {
            Subject::Lesson(lesson) => Some(lesson.id.clone()),
            Subject::Program { .. } => None,
        };
        let request = ProofRequest {
            run_id: self.run_id,
            source: source.to_owned(),
            subject,
        };
        effects.push(Effect::StartProof {
            run_id: self.run_id,
            request: request.to_json(),
        });
    }

    /// Stops what is under way; does nothing otherwise.
    pub(crate) fn cancel(&mut self, effects: &mut Vec<Effect>) {
        if let Status::Busy(_) = self.status {
            self.status = Status::Cancelled;
            effects.push(Effect::CancelProof { run_id: self.run_id });
        }
    }

    /// Lets a check that met a limit go on; does nothing otherwise.
    pub(crate) fn resume(&mut self, effects: &mut Vec<Effect>) {
        let Status::Done(report) = &self.status else { return };
        if !report.can_continue {
            return;
        }
        self.status = Status::Busy(ProofProgress {
            run_id: self.run_id,
            states: report.states,
            transitions: report.transitions,
            elapsed_ms: report.elapsed_ms,
            ..ProofProgress::default()
        });
        effects.push(Effect::ContinueProof { run_id: self.run_id });
    }

    /// Whether there is a search that knows how a run could go wrong.
    pub(crate) fn can_nudge(&self) -> bool {
        self.lesson.is_none() && self.report().is_some_and(|report| !report.passed)
    }

    /// Says more about the run, or asks if nothing was said yet; does nothing if there is no search to ask.
    pub(crate) fn nudge(&mut self, schedule: String, effects: &mut Vec<Effect>) {
        if !self.can_nudge() {
            return;
        }
        match &mut self.nudging {
            Some(nudging) if nudging.nudges.schedule == schedule => {
                nudging.shown = nudging.nudges.sentences.len().min(nudging.shown + 1);
            }
            Some(_) | None => effects.push(Effect::AskNudge {
                run_id: self.run_id,
                schedule,
            }),
        }
    }

    /// What was said about this run, as far as it was asked for, and whether there is more.
    ///
    /// The schedule is only made if there is something to compare it with: it is as long as the run.
    pub(crate) fn nudges(&self, schedule: impl FnOnce() -> String) -> (&[String], bool) {
        match &self.nudging {
            Some(Nudging { nudges, shown }) if nudges.schedule == schedule() => {
                (&nudges.sentences[..*shown], *shown < nudges.sentences.len())
            }
            Some(_) | None => (&[], true),
        }
    }

    /// Forgets everything: another place was opened.
    pub(crate) fn clear(&mut self, effects: &mut Vec<Effect>) {
        self.cancel(effects);
        self.status = Status::Idle;
        self.nudging = None;
        self.source.clear();
        self.lesson = None;
    }

    /// Takes a message in; true if it finished the request that is under way.
    pub(crate) fn receive(&mut self, message: ProofMessage) -> bool {
        if let ProofMessage::Nudged(nudges) = message {
            if nudges.run_id == self.run_id && self.can_nudge() && !nudges.sentences.is_empty() {
                self.nudging = Some(Nudging { nudges, shown: 1 });
            }
            return false;
        }
        if !self.is_awaited(message.run_id()) {
            return false;
        }
        match message {
            ProofMessage::Nudged(_) => false,
            ProofMessage::Progress(progress) => {
                self.status = Status::Busy(progress);
                false
            }
            ProofMessage::Finished(report) => {
                self.status = match report.broken.clone() {
                    Some(why) => Status::Broken(why),
                    None => Status::Done(report),
                };
                true
            }
        }
    }

    /// The worker could not do it.
    pub(crate) fn fail(&mut self, run_id: u32, message: String) -> bool {
        let is_awaited = self.is_awaited(run_id);
        if is_awaited {
            self.status = Status::Broken(message);
        }
        is_awaited
    }

    fn is_awaited(&self, run_id: u32) -> bool {
        matches!(self.status, Status::Busy(_)) && run_id == self.run_id
    }

    /// What was found, if it is done.
    pub(crate) fn report(&self) -> Option<&ProofReport> {
        match &self.status {
            Status::Done(report) => Some(report),
            Status::Idle | Status::Busy(_) | Status::Cancelled | Status::Broken(_) => None,
        }
    }
}
