//! When the world of a run that is far along comes after the picture. Owns which actions have to wait for it, and that it
//! comes in parts, between which the page can paint.

use crate::run::Run;
use crate::{Action, Effect};

use super::Session;

/// How many steps are taken between two pictures: some hundredths of a second in a browser.
const PART: u32 = 8_000;

impl Session {
    /// Before an action: lets the world come to the cursor, unless the action is about nothing but the picture.
    pub(super) fn settle_for(&mut self, action: &Action) {
        let Some(run) = self.run.as_mut().filter(|run| !run.is_settled()) else {
            return;
        };
        match action {
            Action::Tick(token) if self.settling == Some(*token) => run.settle(PART),
            Action::Scrub(_)
            | Action::ToStart
            | Action::ToEnd
            | Action::ResizeStage { .. }
            | Action::SetAxis(_)
            | Action::Zoom { .. }
            | Action::Pan { .. }
            | Action::FitStage
            | Action::HoverTarget(_) => {}
            _ => run.settle(u32::MAX),
        }
    }

    /// After an action: asks to be called again for as long as the world is on its way.
    pub(super) fn go_on_settling(&mut self, action_was_part: bool, effects: &mut Vec<Effect>) {
        if self.run.as_ref().is_none_or(Run::is_settled) {
            self.settling = None;
        } else if self.settling.is_none() || action_was_part {
            let token = self.tokens.next();
            self.settling = Some(token);
            effects.push(Effect::After { ms: 0, token });
        }
    }
}
