//! Rows with their phases, nested calls and marks. Owns what of a lane is visible and what is joined because it would be
//! thinner than a pixel.

use clock::Instant;

use super::axis::{self, Scale};
use super::{Bar, Dot, Rect, Row, Scene, SpanBar, Target, look_of_mark, look_of_phase};
use crate::{Axis, Lane, Phase, Timeline};

/// How wide a bar has to be for its label, in pixels.
const LABEL_PX_MIN: f64 = 36.0;
/// How wide something is at least, so that it can be seen.
const BAR_PX_MIN: f64 = 1.0;
/// How near two marks of one kind may be before they become one.
const DOT_GAP_PX: f64 = 3.0;
/// The part of a row's height that bars fill.
const BAR_PART: f64 = 0.56;

pub(super) fn lay_out(timeline: &Timeline, scale: &Scale, scene: &mut Scene) {
    let view = scale.view;
    // One column after the last step shows how things stand now.
    let last_time = timeline.events().last().map_or(Instant::ZERO, |event| event.time);
    let end = (timeline.step_count().max(view.cursor).saturating_add(1), last_time);
    for index in axis::visible_rows(&view, timeline.lanes().len()) {
        let lane = &timeline.lanes()[index];
        let y = axis::row_y(&view, lane.task);
        scene.rows.push(Row {
            task: lane.task,
            name: lane.name.clone(),
            rect: Rect {
                x: 0.0,
                y,
                width: view.width,
                height: view.row_height,
            },
            is_selected: view.selected == Some(lane.task),
            is_hovered: view.hovered.is_some_and(|target| target.task() == Some(lane.task)),
            is_born: lane.born <= view.cursor,
        });
        bars(lane, y, end, scale, scene);
        spans(lane, y, end, scale, scene);
        dots(lane, y, scale, scene);
    }
}

impl Target {
    /// The lane that it belongs to.
    #[must_use]
    pub fn task(&self) -> Option<world::TaskId> {
        match self {
            Target::Lane(task) | Target::Phase { task, .. } | Target::Mark { task, .. } => Some(*task),
            Target::Step(_) => None,
        }
    }

    /// The step that it belongs to.
    #[must_use]
    pub fn step(&self) -> Option<u32> {
        match self {
            Target::Lane(_) => None,
            Target::Phase { step, .. } | Target::Mark { step, .. } | Target::Step(step) => Some(*step),
        }
    }
}

fn bars(lane: &Lane, y: f64, end: (u32, Instant), scale: &Scale, scene: &mut Scene) {
    let view = scale.view;
    let height = view.row_height * BAR_PART;
    let top = y + view.row_height * 0.12;
    // Ends are in order, so the first visible phase is found by bisection.
    let is_before = |phase: &Phase| phase.end_step.is_some() && scale.extent_of_phase(phase, end).1 < view.from;
    let first = lane.phases.partition_point(is_before);
    let mut row_start = scene.bars.len();
    for (index, phase) in lane.phases.iter().enumerate().skip(first) {
        let (start, stop) = scale.extent_of_phase(phase, end);
        if start > view.to {
            break;
        }
        // A phase that the cursor cuts is drawn as what has been and what is still ahead.
        for (from, to, is_ahead) in parts(phase, start, stop, scale) {
            let left = scale.x(from).max(0.0);
            let right = scale.x(to).min(view.width);
            let width = (right - left).max(0.0);
            let (tone, pattern) = look_of_phase(&phase.kind);
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
                continue;
            }
            if width <= 0.0 && view.axis == Axis::Step {
                continue;
            }
            let label = if width >= LABEL_PX_MIN {
                phase.kind.label()
            } else {
                String::new()
            };
            let rect = Rect {
                x: left,
                y: top,
                width: width.max(BAR_PX_MIN),
                height,
            };
            let phase = u32::try_from(index).unwrap_or(u32::MAX);
            scene.bars.push(Bar {
                task: lane.task,
                phase,
                rect,
                tone,
                pattern,
                label,
                is_ahead,
            });
        }
    }
    row_start = row_start.min(scene.bars.len());
    debug_assert!(
        scene.bars[row_start..].iter().all(|bar| bar.task == lane.task),
        "a row's bars are its own"
    );
}

/// A phase before and after the cursor, without empty parts.
fn parts(phase: &Phase, start: f64, stop: f64, scale: &Scale) -> impl Iterator<Item = (f64, f64, bool)> {
    let view = scale.view;
    let cursor = f64::from(view.cursor);
    let (past, ahead) = match view.axis {
        Axis::Step => (
            Some((start, stop.min(cursor))).filter(|(a, b)| a < b),
            Some((start.max(cursor), stop)).filter(|(a, b)| a < b),
        ),
        // Many steps share one moment, so here a phase is one or the other as a whole.
        Axis::Time if phase.start_step < view.cursor => (Some((start, stop)), None),
        Axis::Time => (None, Some((start, stop))),
    };
    past.map(|(a, b)| (a, b, false))
        .into_iter()
        .chain(ahead.map(|(a, b)| (a, b, true)))
}

fn spans(lane: &Lane, y: f64, end: (u32, Instant), scale: &Scale, scene: &mut Scene) {
    let view = scale.view;
    let height = (view.row_height * 0.16).max(2.0);
    for span in &lane.spans {
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
            span.name.clone()
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
    for (index, mark) in lane.marks.iter().enumerate().skip(first) {
        let x = scale.inside(mark.step, mark.time);
        if x > view.width {
            break;
        }
        let (tone, shape) = look_of_mark(mark.kind);
        let is_ahead = mark.step >= view.cursor;
        let is_same = |dot: &&mut Dot| dot.shape == shape && dot.is_ahead == is_ahead && x - dot.x < DOT_GAP_PX;
        // Only the last few can be near enough.
        if let Some(near) = scene.dots[row_start..].iter_mut().rev().take(6).find(is_same) {
            near.count += 1;
            continue;
        }
        let mark_index = u32::try_from(index).unwrap_or(u32::MAX);
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
