//! Rows with their phases, nested calls and marks. Owns what of a lane is visible and what is joined because it would be
//! thinner than a pixel.

use clock::Instant;
use world::TaskId;

use super::axis::{self, Scale};
use super::{Bar, Dot, Rect, Row, Scene, SpanBar, Target, View, groups, look_of_mark};
use crate::texts::{fill, names};
use crate::{Arrangement, Axis, Lane, Phases, Place, RowKind, Timeline};

/// How wide a bar has to be for its label, in pixels.
const LABEL_PX_MIN: f64 = 36.0;
/// How wide something is at least, so that it can be seen.
const BAR_PX_MIN: f64 = 1.0;
/// How near two marks of one kind may be before they become one.
const DOT_GAP_PX: f64 = 3.0;
/// Of how many phases or marks in one pixel each is looked at, before the rest of the pixel is left out.
const IN_A_PIXEL_MAX: u32 = 16;
/// The part of a row's height that bars fill.
const BAR_PART: f64 = 0.56;

pub(super) fn lay_out(timeline: &Timeline, arrangement: &Arrangement, scale: &Scale, scene: &mut Scene) {
    let view = scale.view;
    // One column after the last step shows how things stand now.
    let last = timeline.step_count().max(view.cursor);
    let end = (last.saturating_add(1), timeline.last_time());
    for index in axis::visible_rows(&view, arrangement.len()) {
        let Some(place) = arrangement.place(index) else {
            continue;
        };
        let (Some(lane), Some(family)) = (timeline.lane(place.task), timeline.family_of(place.task)) else {
            continue;
        };
        let y = axis::row_y(&view, index);
        scene.rows.push(row(timeline, lane, place, index, &view));
        match place.kind {
            RowKind::Lane | RowKind::Member => {
                bars((lane.task, timeline.phases(lane)), y, end, scale, scene);
                spans(lane, y, end, scale, scene);
                dots(lane, y, scale, scene);
            }
            RowKind::Folded(_) | RowKind::Opened(_) => groups::lay_out(timeline, family, y, scale, scene),
        }
    }
}

fn row(timeline: &Timeline, lane: &Lane, place: Place, index: usize, view: &View) -> Row {
    let (name, is_group) = match place.kind {
        RowKind::Lane | RowKind::Member => (lane.name.clone(), false),
        RowKind::Folded(count) | RowKind::Opened(count) => {
            let last = TaskId((lane.task.0 + count).saturating_sub(1));
            (fill(names::FIRST_TO_LAST, &[&lane.name, &timeline.name_of(last)]), true)
        }
    };
    let is_hovered = |target: Target| match target {
        Target::Group(task) => is_group && task == lane.task,
        Target::Lane(_) | Target::Phase { .. } | Target::Mark { .. } | Target::Step(_) => {
            !is_group && target.task() == Some(lane.task)
        }
    };
    Row {
        task: lane.task,
        kind: place.kind,
        index: u32::try_from(index).unwrap_or(u32::MAX),
        name,
        is_pinned: place.is_pinned,
        rect: Rect {
            x: 0.0,
            y: axis::row_y(view, index),
            width: view.width,
            height: view.row_height,
        },
        is_selected: !is_group && view.selected == Some(lane.task),
        is_hovered: view.hovered.is_some_and(is_hovered),
        is_born: lane.born <= view.cursor,
    }
}

impl Target {
    /// The lane that it belongs to.
    #[must_use]
    pub fn task(&self) -> Option<world::TaskId> {
        match self {
            Target::Lane(task) | Target::Phase { task, .. } | Target::Mark { task, .. } => Some(*task),
            Target::Group(_) | Target::Step(_) => None,
        }
    }

    /// The step that it belongs to.
    #[must_use]
    pub fn step(&self) -> Option<u32> {
        match self {
            Target::Lane(_) | Target::Group(_) => None,
            Target::Phase { step, .. } | Target::Mark { step, .. } | Target::Step(step) => Some(*step),
        }
    }
}

fn bars((task, phases): (TaskId, Phases<'_>), y: f64, end: (u32, Instant), scale: &Scale, scene: &mut Scene) {
    let view = scale.view;
    let height = view.row_height * BAR_PART;
    let top = y + view.row_height * 0.12;
    // Ends are in order, so the first visible phase is found by bisection.
    let is_before = |index: usize| index + 1 < phases.len() && scale.extent_of_phase(phases, index, end).1 < view.from;
    let row_start = scene.bars.len();
    let mut pixel = Pixel::default();
    let mut index = phases.first_without(0, is_before);
    while let Some((start_step, _)) = phases.start(index) {
        let (start, stop) = scale.extent_of_phase(phases, index, end);
        if start > view.to {
            break;
        }
        // A phase that the cursor cuts is drawn as what has been and what is still ahead.
        for part in parts(start_step, start, stop, scale) {
            bar((task, phases, index), part, (top, height), row_start, scale, scene);
        }
        index += 1;
        if let Some(edge) = pixel.is_full(scale.x(stop)) {
            let is_inside = |index: usize| scale.x(scale.extent_of_phase(phases, index, end).1) < edge;
            index = phases.first_without(index, is_inside);
        }
    }
}

/// Counts what ends in one pixel, so that thousands of phases that lie in it are not all looked at.
#[derive(Default)]
struct Pixel {
    place: f64,
    count: u32,
}

impl Pixel {
    /// Takes in something that ends there. When there have been enough in its pixel: the pixel's right edge.
    fn is_full(&mut self, x: f64) -> Option<f64> {
        let place = x.floor();
        if place > self.place || self.count == 0 {
            *self = Pixel { place, count: 1 };
            return None;
        }
        self.count += 1;
        (self.count > IN_A_PIXEL_MAX).then_some(place + 1.0)
    }
}

/// A phase, or the part of it before or after the cursor, between two coordinates.
fn bar(
    (task, phases, index): (TaskId, Phases<'_>, usize),
    (from, to, is_ahead): (f64, f64, bool),
    (top, height): (f64, f64),
    row_start: usize,
    scale: &Scale,
    scene: &mut Scene,
) {
    let left = scale.x(from).max(0.0);
    let right = scale.x(to).min(scale.view.width);
    let width = (right - left).max(0.0);
    let Some((tone, pattern)) = phases.look(index) else {
        return;
    };
    if width < BAR_PX_MIN
        && let Some(last) = scene.bars[row_start..].last_mut()
        && last.is_ahead == is_ahead
        && last.rect.width <= BAR_PX_MIN
        && left < last.rect.x + BAR_PX_MIN
    {
        // Several in one pixel: running shows over everything else.
        if tone == super::Tone::Running {
            (last.tone, last.pattern) = (tone, pattern);
        }
        return;
    }
    if width <= 0.0 && scale.view.axis == Axis::Step {
        return;
    }
    scene.bars.push(Bar {
        task,
        phase: u32::try_from(index).unwrap_or(u32::MAX),
        rect: Rect {
            x: left,
            y: top,
            width: width.max(BAR_PX_MIN),
            height,
        },
        tone,
        pattern,
        label: match phases.get(index) {
            Some(phase) if width >= LABEL_PX_MIN => phase.kind.label(),
            Some(_) | None => String::new(),
        },
        is_ahead,
    });
}

/// A phase before and after the cursor, without empty parts.
fn parts(start_step: u32, start: f64, stop: f64, scale: &Scale) -> impl Iterator<Item = (f64, f64, bool)> {
    let view = scale.view;
    let cursor = f64::from(view.cursor);
    let (past, ahead) = match view.axis {
        Axis::Step => (
            Some((start, stop.min(cursor))).filter(|(a, b)| a < b),
            Some((start.max(cursor), stop)).filter(|(a, b)| a < b),
        ),
        // Many steps share one moment, so here a phase is one or the other as a whole.
        Axis::Time if start_step < view.cursor => (Some((start, stop)), None),
        Axis::Time => (None, Some((start, stop))),
    };
    past.map(|(a, b)| (a, b, false))
        .into_iter()
        .chain(ahead.map(|(a, b)| (a, b, true)))
}

fn spans(lane: &Lane, y: f64, end: (u32, Instant), scale: &Scale, scene: &mut Scene) {
    let view = scale.view;
    let height = (view.row_height * 0.16).max(2.0);
    // Calls lie inside of each other, so whatever reaches into the view lies in an outermost one, or is one.
    let after = lane
        .spans
        .partition_point(|span| scale.extent_of_span(span, end).0 <= view.from);
    let outermost = lane.spans[..after].iter().rposition(|span| span.depth == 0);
    for span in &lane.spans[outermost.unwrap_or(0)..] {
        let (start, stop) = scale.extent_of_span(span, end);
        if start > view.to {
            break;
        }
        if stop < view.from {
            continue;
        }
        let left = scale.x(start).max(0.0);
        let right = scale.x(stop).min(view.width);
        if right - left < BAR_PX_MIN {
            continue;
        }
        // Deeper calls share the lowest strip: a row has room for two.
        let top = y + view.row_height * 0.70 + height * f64::from(span.depth.min(1));
        let label = if right - left >= LABEL_PX_MIN {
            span.name.to_string()
        } else {
            String::new()
        };
        let rect = Rect {
            x: left,
            y: top,
            width: right - left,
            height,
        };
        scene.spans.push(SpanBar {
            task: lane.task,
            rect,
            label,
            is_ahead: span.start_step >= view.cursor,
        });
    }
}

fn dots(lane: &Lane, y: f64, scale: &Scale, scene: &mut Scene) {
    let view = scale.view;
    let row_start = scene.dots.len();
    let first = lane
        .marks
        .partition_point(|mark| scale.inside(mark.step, mark.time) < 0.0);
    let mut pixel = Pixel::default();
    let mut index = first;
    while let Some(mark) = lane.marks.get(index) {
        let x = scale.inside(mark.step, mark.time);
        if x > view.width {
            break;
        }
        let mark_index = u32::try_from(index).unwrap_or(u32::MAX);
        index += 1;
        if let Some(edge) = pixel.is_full(x) {
            let rest = &lane.marks[index..];
            index += rest.partition_point(|mark| scale.inside(mark.step, mark.time) < edge);
        }
        let (tone, shape) = look_of_mark(mark.kind);
        let is_ahead = mark.step >= view.cursor;
        let is_same = |dot: &&mut Dot| dot.shape == shape && dot.is_ahead == is_ahead && x - dot.x < DOT_GAP_PX;
        // Only the last few can be near enough.
        if let Some(near) = scene.dots[row_start..].iter_mut().rev().take(6).find(is_same) {
            near.count += 1;
            continue;
        }
        let middle = y + view.row_height * (0.12 + BAR_PART / 2.0);
        scene.dots.push(Dot {
            task: lane.task,
            mark: mark_index,
            step: mark.step,
            x,
            y: middle,
            tone,
            shape,
            count: 1,
            is_ahead,
        });
    }
}
