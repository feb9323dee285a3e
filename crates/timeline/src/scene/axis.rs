//! What runs from left to right, and where on it things lie. Owns the scale, its ticks and the playhead.

use clock::Instant;

use super::{Tick, View};
use crate::{Phases, Span, Timeline};

/// What runs from left to right.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Axis {
    /// One column for each step: nothing is hidden.
    #[default]
    Step,
    /// Virtual time: steps that take none lie on one another.
    Time,
}

/// How far apart ticks are at least, in pixels.
const TICK_GAP_PX: f64 = 64.0;

/// The mapping from steps or times to pixels.
pub(crate) struct Scale {
    pub(crate) view: View,
    px_per_unit: f64,
}

impl Scale {
    pub(crate) fn new(view: &View) -> Scale {
        // A view without extent shows one unit, so that nothing is divided by zero.
        let extent = if view.to > view.from { view.to - view.from } else { 1.0 };
        Scale {
            view: *view,
            px_per_unit: view.width / extent,
        }
    }

    pub(crate) fn x(&self, value: f64) -> f64 {
        (value - self.view.from) * self.px_per_unit
    }

    pub(crate) fn value(&self, x: f64) -> f64 {
        self.view.from + x / self.px_per_unit
    }

    /// Where a boundary lies.
    pub(crate) fn boundary(&self, step: u32, time: Instant) -> f64 {
        self.x(self.coordinate(step, time))
    }

    /// Where something inside a step lies: in the middle of its column.
    pub(crate) fn inside(&self, step: u32, time: Instant) -> f64 {
        match self.view.axis {
            Axis::Step => self.x(f64::from(step) + 0.5),
            Axis::Time => self.x(time.0 as f64),
        }
    }

    fn coordinate(&self, step: u32, time: Instant) -> f64 {
        match self.view.axis {
            Axis::Step => f64::from(step),
            Axis::Time => time.0 as f64,
        }
    }

    /// The coordinates between which a phase lies; open ends reach to the end of what is known.
    pub(super) fn extent_of_phase(&self, phases: Phases<'_>, index: usize, end: (u32, Instant)) -> (f64, f64) {
        let (start_step, start_time) = phases.start(index).unwrap_or(end);
        let (end_step, end_time) = phases.start(index + 1).unwrap_or(end);
        let start = self.coordinate(start_step, start_time);
        (start, self.coordinate(end_step, end_time).max(start))
    }

    pub(super) fn extent_of_span(&self, span: &Span, end: (u32, Instant)) -> (f64, f64) {
        let start = self.coordinate(span.start_step, span.start_time);
        let stop = self.coordinate(span.end_step.unwrap_or(end.0), span.end_time.unwrap_or(end.1));
        (start, stop.max(start))
    }
}

/// On the time axis, the last boundary at each pixel; nothing on the other, where it can be calculated.
pub(crate) fn boundaries(timeline: &Timeline, scale: &Scale) -> Vec<u32> {
    match scale.view.axis {
        Axis::Step => Vec::new(),
        Axis::Time => {
            let boundary = |x: u32| timeline.boundary_before(scale.value(f64::from(x) + 1.0));
            // A cast from float to integer saturates; no picture is that wide.
            (0..=scale.view.width.min(16_384.0) as u32).map(boundary).collect()
        }
    }
}

pub(super) fn playhead(timeline: &Timeline, scale: &Scale) -> Option<f64> {
    let cursor = scale.view.cursor;
    let x = scale.boundary(cursor, timeline.time_at(cursor));
    (x >= 0.0 && x <= scale.view.width).then_some(x)
}

/// Ticks at round numbers: 1, 2 or 5 times a power of ten apart.
pub(super) fn ticks(scale: &Scale) -> Vec<Tick> {
    // One step, one microsecond: nothing is finer.
    let mut interval = 1.0;
    let mut factors = [2.0, 2.5, 2.0].into_iter().cycle();
    while interval * scale.px_per_unit < TICK_GAP_PX {
        interval *= factors.next().unwrap_or(2.0);
    }
    let mut ticks = Vec::new();
    let mut index = (scale.view.from / interval).ceil().max(0.0);
    while index * interval <= scale.view.to {
        let value = index * interval;
        let label = match scale.view.axis {
            Axis::Step => format!("{value}"),
            Axis::Time => Instant(value as u64).to_string(),
        };
        ticks.push(Tick {
            x: scale.x(value),
            label,
        });
        index += 1.0;
    }
    ticks
}

/// The rows that can be seen, counted from the top.
pub(super) fn visible_rows(view: &View, row_count: usize) -> std::ops::Range<usize> {
    let height = view.row_height.max(1.0);
    let first = (view.scroll / height).max(0.0) as usize;
    let last = ((view.scroll + view.height) / height).ceil().max(0.0) as usize;
    first.min(row_count)..last.min(row_count)
}

/// Where a row begins.
pub(super) fn row_y(view: &View, index: usize) -> f64 {
    index as f64 * view.row_height - view.scroll
}
