//! Asking for a check, taking in what came of it, and replaying what it found. Owns that a lesson counts as passed exactly
//! when its own checks passed on the text that was sent.

use world::Schedule;

use crate::proof::Subject;
use crate::run::{Replay, Run};
use crate::source::compile_instance;
use crate::texts::fill;
use crate::texts::prove as texts;
use crate::{Effect, FindingReport, ProofMessage};

use super::Session;

impl Session {
    #[inline(never)]
    pub(super) fn prove(&mut self, effects: &mut Vec<Effect>) {
        if !self.catch_up(effects) {
            return;
        }
        self.driver.stop();
        let subject = match self.place.lesson() {
            Some(lesson) => Subject::Lesson(Box::new(lesson.clone())),
            None => Subject::Program {
                setup: self.machine.explicit(),
            },
        };
        let text = self.source.text.clone();
        self.proof.start(&text, subject, effects);
        effects.push(Effect::Announce(texts::CHECKING_EVERY_INTERLEAVING.to_owned()));
    }

    #[inline(never)]
    pub(super) fn receive_proof(&mut self, message: ProofMessage, effects: &mut Vec<Effect>) {
        let is_nudge = matches!(message, ProofMessage::Nudged(_));
        if !self.proof.receive(message) {
            if is_nudge {
                self.say_nudge(effects);
            }
            return;
        }
        if let (Some(lesson), Some(report)) = (self.proof.lesson.clone(), self.proof.report())
            && report.passed
            && self.document.solved.insert(lesson)
        {
            self.save_soon(effects);
        }
        effects.push(Effect::Announce(self.proof_headline()));
    }

    pub(super) fn proof_failed(&mut self, run_id: u32, message: String, effects: &mut Vec<Effect>) {
        if self.proof.fail(run_id, message) {
            effects.push(Effect::Announce(self.proof_headline()));
        }
    }

    pub(super) fn ask_nudge(&mut self, effects: &mut Vec<Effect>) {
        if let (Some(run), false) = (&self.run, self.is_proof_stale()) {
            self.proof.nudge(run.schedule().to_string(), effects);
            self.say_nudge(effects);
        }
    }

    /// Reads out what was said last about the run as it stands.
    fn say_nudge(&self, effects: &mut Vec<Effect>) {
        let Some(run) = &self.run else { return };
        let (said, _) = self.proof.nudges(|| run.schedule().to_string());
        if let Some(last) = said.last() {
            effects.push(Effect::Announce(last.clone()));
        }
    }

    /// What was found, by the indices that the view shows it under.
    pub(super) fn finding(&self, check: usize, finding: usize) -> Option<&FindingReport> {
        self.proof.report()?.checks.get(check)?.findings.get(finding)
    }

    #[inline(never)]
    pub(super) fn replay_finding(&mut self, check: usize, finding: usize, effects: &mut Vec<Effect>) {
        let Some(found) = self.finding(check, finding).cloned() else {
            return;
        };
        match self.load(&found) {
            Ok((run, misfit)) => {
                let said = fill(
                    texts::REPLAYING_IN_STEPS,
                    &[&found.verdict, &run.known(), &found.message],
                );
                let replay = Replay { check, finding, misfit };
                self.begin_replay(run, replay, &found.verdict);
                effects.push(Effect::Announce(said));
            }
            Err(why) => {
                self.notes.add(fill(texts::THIS_FINDING_CANNOT_BE_REPLAYED, &[&why]));
            }
        }
    }

    fn load(&self, found: &FindingReport) -> Result<(Run, Option<crate::run::Misfit>), String> {
        let schedule: Schedule = found.schedule.parse().map_err(|error| format!("{error}"))?;
        let compiled = compile_instance(&self.proof.source, &found.overrides)?;
        // The schedule says which machine it was found on; only the limits come from here.
        let (run, misfit) = Run::replay(compiled.program, world::Setup::default(), &schedule);
        Ok((run.with_overrides(&found.overrides), misfit))
    }

    pub(super) fn leave_replay(&mut self) {
        if self.replay.is_some() && !self.end_replay() {
            self.replay = None;
            self.compile_and_open();
        }
    }
}
