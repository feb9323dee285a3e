//! What the page knows of a check: who asked for what, how far it is, what came of it. Owns dropping what an older request
//! still says.

use super::{ProofMessage, ProofProgress, ProofReport, ProofRequest, Subject};
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

    /// Forgets everything: another place was opened.
    pub(crate) fn clear(&mut self, effects: &mut Vec<Effect>) {
        self.cancel(effects);
        self.status = Status::Idle;
        self.source.clear();
        self.lesson = None;
    }

    /// Takes a message in; true if it finished the request that is under way.
    pub(crate) fn receive(&mut self, message: ProofMessage) -> bool {
        if !self.is_awaited(message.run_id()) {
            return false;
        }
        match message {
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
