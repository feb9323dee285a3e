//! Running, stepping, going back. Owns which of these need the text compiled first, and what is said about each step to
//! those who cannot see it.

use world::Choice;

use crate::effect::Effect;
use crate::run::{self, Goal, Mode};
use crate::texts::drive as texts;

use super::{Session, show};

/// The fastest that `Play` goes, in steps a second.
const SPEED_MAX: u32 = 60;
/// The fastest for those who asked for less motion.
const SPEED_MAX_REDUCED: u32 = 4;

impl Session {
    /// The text may have changed since it was compiled: whoever runs means what they see in the editor. False, and said,
    /// if that has errors.
    pub(super) fn catch_up(&mut self, effects: &mut Vec<Effect>) -> bool {
        if self.source.is_pending() {
            self.compile_again();
        }
        if self.source.has_errors {
            effects.push(Effect::Announce(texts::THE_PROGRAM_HAS_ERRORS_MEND_THEM.to_owned()));
        }
        !self.source.has_errors
    }

    pub(super) fn speed(&self) -> u32 {
        let most = if self.environment.reduced_motion {
            SPEED_MAX_REDUCED
        } else {
            SPEED_MAX
        };
        self.document.settings.speed.clamp(1, most)
    }

    pub(super) fn run_to_end(&mut self, effects: &mut Vec<Effect>) {
        if !self.catch_up(effects) {
            return;
        }
        self.driver.stop();
        let mut plan = self.plan(Goal::End);
        let Some(run) = &mut self.run else { return };
        if run.is_over() || run.is_at_replay_end() {
            // A replay stays what it is; an ordinary run begins anew.
            if self.replay.is_some() {
                run.seek(0);
            } else {
                run.begin_again();
                self.stage.clear();
            }
            plan.leaves_stop = false;
        }
        self.driver.run(run, plan, &mut self.tokens, effects);
        self.say_where_it_stopped(effects);
    }

    pub(super) fn continue_run(&mut self, effects: &mut Vec<Effect>) {
        let Some(run) = &self.run else { return };
        if self.driver.mode() != Mode::AtLimit {
            let Some(limits) = show::raised_limits(run.world()).filter(|_| self.replay.is_none()) else {
                return;
            };
            let raised = run.raised(limits);
            self.set_run(raised);
        }
        let plan = self.plan(Goal::End);
        let Some(run) = &mut self.run else { return };
        match self.driver.mode() {
            Mode::AtLimit => self.driver.run_on(run, &mut self.tokens, effects),
            Mode::Idle | Mode::Running | Mode::Playing | Mode::Looping => {
                self.driver.run(run, plan, &mut self.tokens, effects);
            }
        }
        self.follow();
        self.say_where_it_stopped(effects);
    }

    pub(super) fn play(&mut self, effects: &mut Vec<Effect>) {
        if !self.catch_up(effects) {
            return;
        }
        let speed = self.speed();
        let mut plan = self.plan(Goal::End);
        let Some(run) = &mut self.run else { return };
        if run.is_over() || run.is_at_replay_end() {
            run.seek(0);
            plan.leaves_stop = false;
        }
        self.driver.play(run, plan, speed, &mut self.tokens, effects);
        self.follow();
        self.say_where_it_stopped(effects);
    }

    pub(super) fn drive_on(&mut self, effects: &mut Vec<Effect>) {
        let speed = self.speed();
        let Some(run) = &mut self.run else { return };
        self.driver.tick(run, speed, &mut self.tokens, effects);
        self.follow();
        self.say_where_it_stopped(effects);
    }

    pub(super) fn set_speed(&mut self, speed: u32, effects: &mut Vec<Effect>) {
        self.document.settings.speed = speed.clamp(1, SPEED_MAX);
        self.save_soon(effects);
    }

    pub(super) fn step(&mut self, effects: &mut Vec<Effect>) {
        self.catch_up(effects);
        self.driver.stop();
        let Some(run) = &mut self.run else { return };
        if run.is_over() {
            return;
        }
        match run::step(run) {
            Some(_) => self.say_step(effects),
            None => effects.push(Effect::Announce(texts::CHOOSE_THE_LANE_THAT_GOES_NEXT.to_owned())),
        }
    }

    pub(super) fn step_choice(&mut self, choice: Choice, effects: &mut Vec<Effect>) {
        self.catch_up(effects);
        self.driver.stop();
        let Some(run) = &mut self.run else { return };
        match run.choose(choice) {
            Ok(()) => self.say_step(effects),
            Err(reason) => effects.push(Effect::Announce(reason)),
        }
    }

    pub(super) fn back(&mut self, effects: &mut Vec<Effect>) {
        let Some(run) = &self.run else { return };
        if let Some(before) = run.cursor().checked_sub(1) {
            self.seek(before, effects);
        }
    }

    pub(super) fn seek(&mut self, cursor: u32, effects: &mut Vec<Effect>) {
        self.driver.stop();
        let Some(run) = &mut self.run else { return };
        if cursor.min(run.known()) != run.cursor() {
            run.seek_soon(cursor);
            self.say_step(effects);
        }
    }

    pub(super) fn restart(&mut self, effects: &mut Vec<Effect>) {
        self.catch_up(effects);
        self.driver.stop();
        if self.replay.is_some() {
            self.seek(0, effects);
        } else if let Some(run) = &mut self.run {
            run.begin_again();
            self.stage.clear();
            self.say_step(effects);
        }
    }

    pub(super) fn copy_schedule(&mut self, effects: &mut Vec<Effect>) {
        if let Some(run) = &self.run {
            effects.push(Effect::CopyText(run.schedule().to_string()));
            effects.push(Effect::Announce(texts::THE_SCHEDULE_IS_ON_THE_CLIPBOARD.to_owned()));
        }
    }

    pub(super) fn say_step(&mut self, effects: &mut Vec<Effect>) {
        self.follow();
        let said = self.sentence();
        effects.push(Effect::Announce(said));
    }

    pub(super) fn say_where_it_stopped(&mut self, effects: &mut Vec<Effect>) {
        if let Some(stop) = self.driver.take_stop() {
            self.stand_at(&stop);
        }
        match self.driver.mode() {
            Mode::Running | Mode::Playing | Mode::Looping => {}
            Mode::AtLimit => effects.push(Effect::Announce(self.limit_note())),
            Mode::Idle => {
                let said = self.outcome().map_or_else(
                    || self.sentence(),
                    |outcome| format!("{}. {}", outcome.title, outcome.message),
                );
                effects.push(Effect::Announce(said));
            }
        }
    }

    pub(super) fn follow(&mut self) {
        self.look(|stage, timeline, cursor| stage.follow(timeline, cursor));
    }
}
