//! What part of the picture is looked at. Owns axis, zoom, scroll, what the pointer is on and which lane was chosen. The
//! geometry itself is the timeline's.

use timeline::{Axis, Scene, Target, Timeline, View};
use world::TaskId;

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
            selected: None,
            shows_measures: false,
        }
    }

    /// Another run is looked at.
    pub(crate) fn clear(&mut self) {
        *self = Stage {
            width: self.width,
            height: self.height,
            row_height: self.row_height,
            shows_measures: self.shows_measures,
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
        let least = match self.axis {
            Axis::Step => STEPS_MIN,
            Axis::Time => MICROS_MIN,
        };
        let scale = (least / (to - from)).max(1.0 / factor);
        self.range = Some((fixed - (fixed - from) * scale, fixed + (to - fixed) * scale));
    }

    pub(crate) fn pan(&mut self, dx: f64, dy: f64, timeline: &Timeline, cursor: u32) {
        if dx.is_finite() && dx != 0.0 {
            let (from, to) = self.shown(timeline, cursor);
            let by = (dx * (to - from) / self.width).max(-from);
            self.range = Some((from + by, to + by));
        }
        if dy.is_finite() {
            let content = timeline.lanes().len() as f64 * self.row_height;
            self.scroll = (self.scroll + dy).clamp(0.0, (content - self.height).max(0.0));
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
                let end = timeline.events().last().map_or(0.0, |event| event.time.0 as f64);
                (0.0, (end * 1.02).max(1_000.0))
            }
        }
    }

    pub(crate) fn scene(&self, timeline: &Timeline, cursor: u32) -> Scene {
        let (from, to) = self.shown(timeline, cursor);
        let view = View {
            axis: self.axis,
            from,
            to,
            width: self.width,
            height: self.height,
            scroll: self.scroll,
            row_height: self.row_height,
            cursor,
            hovered: self.hovered,
            selected: self.selected,
        };
        Scene::new(timeline, view)
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
