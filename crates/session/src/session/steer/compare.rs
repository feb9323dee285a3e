//! Two runs side by side. Owns which run is beside the one on the stage, and where the two part. What is kept of the other
//! is what happened in it; it has no world and cannot go on.

use std::rc::Rc;

use timeline::{Arrangement, Axis, Ending, Scene, Timeline, View, Wishes};
use world::Choice;

use crate::effect::Effect;
use crate::run::Run;
use crate::texts::compare as texts;
use crate::texts::fill;
use crate::view::{CompareView, SideView, keep};
use crate::{Against, OutcomeKind};

use super::super::Session;

/// How narrow a step may get before the pictures follow the cursor, in pixels.
const STEP_PX_MIN: f64 = 11.0;
/// How wide a step gets at most.
const STEP_PX_MAX: f64 = 56.0;
/// Where the cursor then is, as a part of the width.
const CURSOR_AT: f64 = 0.7;
/// More rows than that are not drawn.
const ROWS_MAX: usize = 60;
/// What a picture measures before the page has said so.
const SIZE: (u32, u32) = (600, 24);

/// The other run.
#[derive(Clone, Debug)]
pub(in crate::session) struct Comparison {
    title: String,
    choices: Vec<Choice>,
    timeline: Timeline,
}

impl Session {
    pub(super) fn compare(&mut self, against: Against, effects: &mut Vec<Effect>) {
        self.driver.stop();
        let Some(run) = &self.run else { return };
        let other = match against {
            Against::Branch(id) => self.branch_beside(id),
            Against::GoodRun => run.good_choices().map(|choices| Comparison {
                title: texts::A_RUN_THAT_ENDS_WELL.to_owned(),
                timeline: run.timeline_of(&choices),
                choices,
            }),
        };
        match other {
            Some(other) => {
                let part = part(run.choices(), &other.choices);
                let said = part_words(part, run, &other);
                self.steering.comparison = Some(other);
                if let Some(at) = part {
                    self.seek(at + 1, effects);
                }
                effects.push(Effect::Announce(said));
            }
            None if against == Against::GoodRun => {
                effects.push(Effect::Announce(texts::NO_RUN_THAT_ENDS_WELL_WAS.to_owned()))
            }
            None => {}
        }
    }

    fn branch_beside(&self, id: u32) -> Option<Comparison> {
        let branch = self.steering.branches.get(id)?;
        let other = branch.kept.as_ref()?.make();
        Some(Comparison {
            title: branch.name.clone(),
            choices: other.choices().to_vec(),
            timeline: other.into_timeline(),
        })
    }

    pub(super) fn compare_finding(&mut self, check: usize, finding: usize, effects: &mut Vec<Effect>) {
        self.replay_finding(check, finding, effects);
        let is_there = |replay: &crate::run::Replay| (replay.check, replay.finding) == (check, finding);
        if self.replay.as_ref().is_some_and(is_there) {
            self.compare(Against::GoodRun, effects);
        }
    }

    /// The two runs, while they are compared. What has not changed stays the same pointer.
    pub(in crate::session) fn compare_view(&self, old: Option<&CompareView>) -> Option<CompareView> {
        let other = self.steering.comparison.as_ref()?;
        let run = self.run.as_ref()?;
        let part = part(run.choices(), &other.choices);
        let steps = run.known().max(count(&other.choices));
        let view = self.view_of_both(run.cursor(), steps);
        let title = match &self.replay {
            Some(replay) => self
                .finding(replay.check, replay.finding)
                .map_or_else(String::new, |finding| finding.verdict.clone()),
            None => self.steering.branches.active().name.clone(),
        };
        let side = |title: &str, timeline: &Timeline, steps, old: Option<&SideView>| {
            let rows = Arrangement::new(timeline, &Wishes::default());
            let height = rows.len().min(ROWS_MAX) as f64 * view.row_height;
            let made = Scene::arranged(timeline, View { height, ..view }, &rows);
            let mut scene = old.map_or_else(|| Rc::new(made.clone()), |old| old.scene.clone());
            keep(&mut scene, made);
            SideView {
                title: title.to_owned(),
                ending: timeline.ending_at(u32::MAX).map(ending_words),
                sentence: said(timeline, run.cursor(), steps),
                steps,
                scene,
            }
        };
        let [old_here, old_there] = [0, 1].map(|index| old.map(|old| &old.sides[index]));
        Some(CompareView {
            sides: [
                side(&title, run.timeline(), run.known(), old_here),
                side(&other.title, &other.timeline, count(&other.choices), old_there),
            ],
            part: part.map(|at| at + 1),
            part_x: part.map(|at| (f64::from(at) - view.from) / (view.to - view.from) * view.width),
            part_words: part_words(part, run, other),
            cursor: run.cursor(),
            steps,
        })
    }

    fn view_of_both(&self, cursor: u32, steps: u32) -> View {
        let (width, row_height) = match self.steering.comparison_size {
            (0, _) | (_, 0) => SIZE,
            size => size,
        };
        let width = f64::from(width);
        let known = f64::from(steps) + 1.0;
        let room = width / STEP_PX_MIN;
        let (from, to) = if known <= room {
            (0.0, known.max(width / STEP_PX_MAX))
        } else {
            let from = (f64::from(cursor) - room * CURSOR_AT).clamp(0.0, known - room);
            (from, from + room)
        };
        View {
            axis: Axis::Step,
            from,
            to,
            width,
            height: 0.0,
            scroll: 0.0,
            row_height: f64::from(row_height),
            cursor,
            hovered: None,
            selected: None,
        }
    }
}

fn count(choices: &[Choice]) -> u32 {
    u32::try_from(choices.len()).unwrap_or(u32::MAX)
}

/// The first step that is not the same in both; one run may just be longer.
fn part(here: &[Choice], there: &[Choice]) -> Option<u32> {
    let same = here.iter().zip(there).take_while(|(here, there)| here == there).count();
    (same < here.len() || same < there.len()).then(|| u32::try_from(same).unwrap_or(u32::MAX))
}

fn said(timeline: &Timeline, cursor: u32, steps: u32) -> String {
    match cursor.checked_sub(1) {
        Some(step) if step < steps => timeline.explain(step),
        Some(_) => texts::IT_IS_OVER_BY_NOW.to_owned(),
        None => texts::NOTHING_HAS_RUN_YET.to_owned(),
    }
}

fn part_words(part: Option<u32>, run: &Run, other: &Comparison) -> String {
    let Some(at) = part else {
        return texts::THE_TWO_RUNS_ARE_THE_SAME.to_owned();
    };
    let told = |timeline: &Timeline, steps: u32| {
        if at < steps {
            timeline.explain(at)
        } else if timeline.ending_at(u32::MAX).is_some() {
            texts::IT_IS_OVER.to_owned()
        } else {
            texts::NOTHING_HAS_RUN_YET_2.to_owned()
        }
    };
    let here = told(run.timeline(), run.known());
    let there = told(&other.timeline, count(&other.choices));
    fill(texts::THEY_PART_AT_STEP_HERE_THERE, &[&(at + 1), &here, &there])
}

/// How a run ended, in a few words.
pub(in crate::session) fn ending_words(ending: &Ending) -> (OutcomeKind, String) {
    use world::FailureKind;
    match ending {
        Ending::Finished => (OutcomeKind::Finished, texts::FINISHED.to_owned()),
        Ending::Failed { failure, .. } => match failure {
            FailureKind::Assertion => (OutcomeKind::PropertyFailed, texts::ASSERTION_FAILED.to_owned()),
            FailureKind::Always | FailureKind::Breach | FailureKind::Eventually => {
                (OutcomeKind::PropertyFailed, texts::PROPERTY_FAILED.to_owned())
            }
            FailureKind::UncaughtError | FailureKind::UnhandledRejection | FailureKind::OverRelease => {
                (OutcomeKind::Error, texts::ERROR.to_owned())
            }
        },
        Ending::Deadlocked { .. } => (OutcomeKind::Deadlock, texts::DEADLOCK.to_owned()),
        Ending::Limit(_) => (OutcomeKind::Limit, texts::LIMIT.to_owned()),
    }
}
