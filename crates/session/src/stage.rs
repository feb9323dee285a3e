//! What part of the picture is looked at. Owns axis, zoom, scroll, what the pointer is on and which lane was chosen. The
//! geometry itself is the timeline's.

mod look;
mod rows;

use timeline::{Arrangement, Axis, Overview, Scene, Target, Timeline, View};
use world::TaskId;

pub use look::Look;
pub(crate) use rows::Rows;

/// How high the strip is that shows the whole run, in pixels.
const OVERVIEW_HEIGHT: f64 = 32.0;

/// How wide a step is when everything fits, in pixels.
const STEP_PX_MAX: f64 = 56.0;
/// How narrow a step may get before the picture follows the cursor instead of showing everything.
const STEP_PX_MIN: f64 = 11.0;
/// Where the cursor then is, as a part of the width.
const CURSOR_AT: f64 = 0.7;
/// How few steps can be zoomed to.
const STEPS_MIN: f64 = 4.0;
/// How short a time can be zoomed to, in microseconds.
const MICROS_MIN: f64 = 10.0;

/// The part of the picture that is looked at.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Stage {
    pub(crate) axis: Axis,
    width: f64,
    height: f64,
    row_height: f64,
    scroll: f64,
    /// What the learner zoomed to; `None` shows the run as it grows.
    range: Option<(f64, f64)>,
    /// Whether everything is shown, however small that makes a step.
    is_whole: bool,
    hovered: Option<Target>,
    pub(crate) rows: Rows,
    /// Whether there was ever more of this run than was shown.
    has_overview: bool,
    pub(crate) selected: Option<TaskId>,
    /// Whether the measures are looked at, whichever run it is.
    pub(crate) shows_measures: bool,
}

impl Stage {
    pub(crate) fn new(axis: Axis) -> Stage {
        Stage {
            axis,
            width: 800.0,
            height: 320.0,
            row_height: 28.0,
            scroll: 0.0,
            range: None,
            is_whole: false,
            hovered: None,
            rows: Rows::default(),
            has_overview: false,
            selected: None,
            shows_measures: false,
        }
    }

    /// Another run is looked at: most often of the same program, so that which rows are wanted stays.
    pub(crate) fn clear(&mut self) {
        let mut rows = std::mem::take(&mut self.rows);
        rows.search(None);
        *self = Stage {
            width: self.width,
            height: self.height,
            row_height: self.row_height,
            shows_measures: self.shows_measures,
            rows,
            ..Stage::new(self.axis)
        };
    }

    pub(crate) fn resize(&mut self, width: f64, height: f64, row_height: f64) {
        self.width = sane(width, 1.0);
        self.height = sane(height, 1.0);
        self.row_height = sane(row_height, 8.0);
    }

    pub(crate) fn set_axis(&mut self, axis: Axis) {
        if self.axis != axis {
            self.axis = axis;
            self.range = None;
            self.is_whole = false;
        }
    }

    pub(crate) fn fit(&mut self) {
        self.range = None;
        self.is_whole = true;
        self.scroll = 0.0;
    }

    pub(crate) fn hover(&mut self, target: Option<Target>) {
        self.hovered = target;
    }

    pub(crate) fn zoom(&mut self, factor: f64, x: f64, timeline: &Timeline, cursor: u32) {
        if !(factor.is_finite() && factor > 0.0 && x.is_finite()) {
            return;
        }
        let (from, to) = self.shown(timeline, cursor);
        let fixed = from + (to - from) * (x / self.width).clamp(0.0, 1.0);
        let scale = (self.extent_min() / (to - from)).max(1.0 / factor);
        self.range = Some((fixed - (fixed - from) * scale, fixed + (to - fixed) * scale));
    }

    pub(crate) fn pan(&mut self, dx: f64, dy: f64, timeline: &Timeline, cursor: u32) {
        if dx.is_finite() && dx != 0.0 {
            let (from, to) = self.shown(timeline, cursor);
            let by = (dx * (to - from) / self.width).max(-from);
            self.range = Some((from + by, to + by));
        }
        if dy.is_finite() {
            let count = self.arrangement(timeline, cursor).len();
            self.scroll = self.scrolled(self.scroll + dy, count);
        }
    }

    /// How far the rows can be scrolled up at most.
    fn scrolled(&self, scroll: f64, row_count: usize) -> f64 {
        let content = row_count as f64 * self.row_height;
        scroll.clamp(0.0, (content - self.height).max(0.0))
    }

    /// Shows this part of the run.
    pub(crate) fn show(&mut self, from: f64, to: f64) {
        if from.is_finite() && to.is_finite() {
            let from = from.max(0.0);
            self.range = Some((from, to.max(from + self.extent_min())));
        }
    }

    /// Moves what was zoomed to so that the cursor is in its middle.
    pub(crate) fn centre(&mut self, timeline: &Timeline, cursor: u32) {
        if let Some((from, to)) = self.range {
            let half = (to - from) / 2.0;
            let start = (self.place_of(timeline, cursor) - half).max(0.0);
            self.range = Some((start, start + half * 2.0));
        }
    }

    /// Scrolls so that the row of a lane is in view.
    pub(crate) fn reveal(&mut self, task: TaskId, timeline: &Timeline, cursor: u32) {
        let arrangement = self.arrangement(timeline, cursor);
        let Some(row) = arrangement.row_of(task) else { return };
        let top = row as f64 * self.row_height;
        let is_in_view = top >= self.scroll && top + self.row_height <= self.scroll + self.height;
        if !is_in_view {
            let middle = top - (self.height - self.row_height) / 2.0;
            self.scroll = self.scrolled(middle, arrangement.len());
        }
    }

    /// The lane after the chosen one among those that the search finds, or before it, in a ring.
    pub(crate) fn next_found(&self, is_forward: bool, timeline: &Timeline, cursor: u32) -> Option<TaskId> {
        let found = self.rows.found(timeline, cursor)?;
        let Some(at) = self.selected else {
            return if is_forward { found.first() } else { found.last() }.copied();
        };
        let next = if is_forward {
            found.iter().find(|&&task| task > at).or(found.first())
        } else {
            found.iter().rev().find(|&&task| task < at).or(found.last())
        };
        next.copied()
    }

    fn arrangement(&self, timeline: &Timeline, cursor: u32) -> Arrangement {
        Arrangement::new(timeline, &self.rows.wishes(timeline, cursor, self.selected))
    }

    /// The least that can be zoomed to.
    fn extent_min(&self) -> f64 {
        match self.axis {
            Axis::Step => STEPS_MIN,
            Axis::Time => MICROS_MIN,
        }
    }

    /// Moves what the learner zoomed to so that the cursor is in it.
    pub(crate) fn follow(&mut self, timeline: &Timeline, cursor: u32) {
        let Some((from, to)) = self.range else { return };
        let place = self.place_of(timeline, cursor);
        if place < from || place > to {
            let extent = to - from;
            let start = (place - extent / 2.0).max(0.0);
            self.range = Some((start, start + extent));
        }
    }

    fn place_of(&self, timeline: &Timeline, cursor: u32) -> f64 {
        match self.axis {
            Axis::Step => f64::from(cursor),
            Axis::Time => timeline.time_at(cursor).0 as f64,
        }
    }

    /// The visible part: what was zoomed to, or all of it if a step is then wide enough to be seen, else the surroundings
    /// of the cursor.
    fn shown(&self, timeline: &Timeline, cursor: u32) -> (f64, f64) {
        if let Some(range) = self.range {
            return range;
        }
        match self.axis {
            Axis::Step => {
                let known = f64::from(timeline.step_count().max(cursor)) + 1.0;
                let room = self.width / STEP_PX_MIN;
                if self.is_whole || known <= room {
                    (0.0, known.max(self.width / STEP_PX_MAX))
                } else {
                    let from = (f64::from(cursor) - room * CURSOR_AT).clamp(0.0, known - room);
                    (from, from + room)
                }
            }
            Axis::Time => {
                let end = timeline.last_time().0 as f64;
                (0.0, (end * 1.02).max(1_000.0))
            }
        }
    }

    pub(crate) fn scene(&self, timeline: &Timeline, cursor: u32) -> Scene {
        let (from, to) = self.shown(timeline, cursor);
        let arrangement = self.arrangement(timeline, cursor);
        let view = View {
            axis: self.axis,
            from,
            to,
            width: self.width,
            height: self.height,
            scroll: self.scrolled(self.scroll, arrangement.len()),
            row_height: self.row_height,
            cursor,
            hovered: self.hovered,
            selected: self.selected,
        };
        Scene::arranged(timeline, view, &arrangement)
    }

    /// The whole run in a strip, once there has been more of it than fits.
    pub(crate) fn overview(&mut self, timeline: &Timeline, scene: &Scene) -> Option<Overview> {
        let overview = Overview::new(timeline, scene, OVERVIEW_HEIGHT);
        self.has_overview |= !overview.is_whole && timeline.step_count() > 0;
        self.has_overview.then_some(overview)
    }
}

/// A size that can be divided by.
fn sane(size: f64, least: f64) -> f64 {
    if size.is_finite() {
        size.clamp(least, 100_000.0)
    } else {
        least
    }
}
