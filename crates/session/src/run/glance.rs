//! What a screen reads of a run at its cursor: objects and variables as they are, and the last steps in words. Owns that
//! neither is made again for as long as the cursor stands, and that a step on costs no more than the step.

use std::collections::BTreeMap;

use timeline::{Moment, Timeline};
use world::ObjectId;

/// How many of the last steps are told in words.
const TOLD_MAX: u32 = 40;
/// Going on by more steps than that begins anew.
const ALONG_MAX: u32 = 64;

/// A look at a run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Glance {
    /// The cursor that it was taken at; `None` before the first.
    at: Option<u32>,
    moment: Moment,
    /// A sentence for each of the last steps, oldest first.
    told: Vec<String>,
    /// What the last step did to each object.
    news: BTreeMap<ObjectId, String>,
}

impl Glance {
    /// Looks again.
    pub(crate) fn take(&mut self, timeline: &Timeline, cursor: u32) {
        let from = match self.at {
            Some(at) if at == cursor => return,
            Some(at) if at < cursor && cursor - at <= ALONG_MAX => at,
            Some(_) | None => {
                let first = cursor.saturating_sub(TOLD_MAX);
                self.moment = timeline.moment_at(first);
                self.told.clear();
                first
            }
        };
        self.news.clear();
        for step in from..cursor {
            if step + 1 == cursor {
                self.news = timeline.explain_objects(step, self.moment.clone());
            }
            self.told.push(timeline.explain_on(step, &mut self.moment));
        }
        let extra = self.told.len().saturating_sub(TOLD_MAX as usize);
        self.told.drain(..extra);
        self.at = Some(cursor);
    }

    /// What happened after this step is no longer true.
    pub(crate) fn cut(&mut self, cursor: u32) {
        if self.at.is_some_and(|at| at > cursor) {
            self.at = None;
        }
    }

    /// Objects and variables at the cursor.
    pub(crate) fn moment(&self) -> &Moment {
        &self.moment
    }

    /// What the last step did to an object, in one sentence; empty if nothing.
    pub(crate) fn news(&self, object: ObjectId) -> &str {
        self.news.get(&object).map_or("", String::as_str)
    }

    /// The last steps in words, oldest first.
    pub(crate) fn told(&self) -> &[String] {
        &self.told
    }
}
