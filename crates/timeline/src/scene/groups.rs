//! The rows of families: how many of their lanes do what, over the run. Owns the columns that a row is cut into, and what
//! went wrong in lanes that have no row of their own.

use super::axis::Scale;
use super::{Axis, Dot, Rect, Scene, Share, look_of_mark};
use crate::{Family, Tally, Timeline};

/// How wide a column is at least, in pixels.
const COLUMN_PX: f64 = 3.0;
/// How high a share is at least, so that one lane of thousands can be seen.
const SHARE_PX_MIN: f64 = 1.5;
/// The part of the row's height that the shares fill.
const PART: f64 = 0.74;
/// How near two flags may be before they become one.
const FLAG_GAP_PX: f64 = 8.0;

pub(super) fn lay_out(timeline: &Timeline, family: &Family, y: f64, scale: &Scale, scene: &mut Scene) {
    let height = scale.view.row_height * PART;
    let top = y + scale.view.row_height * 0.12;
    let mut open: Option<(f64, f64, Tally, bool)> = None;
    for (left, right, boundary) in columns(timeline, scale, scene) {
        let tally = family.tally_at(timeline, boundary);
        let is_ahead = boundary >= scale.view.cursor;
        match &mut open {
            Some((_, end, same, ahead)) if *same == tally && *ahead == is_ahead => *end = right,
            _ => {
                if let Some(done) = open.replace((left, right, tally, is_ahead)) {
                    stack(family, done, (top, height), scene);
                }
            }
        }
    }
    if let Some(done) = open {
        stack(family, done, (top, height), scene);
    }
    flags(timeline, family, top + height / 2.0, scale, scene);
}

/// The columns of the view: their edges, and the boundary from which on what they show is so.
fn columns(timeline: &Timeline, scale: &Scale, scene: &Scene) -> Vec<(f64, f64, u32)> {
    let view = &scale.view;
    let end = timeline.step_count().max(view.cursor);
    let mut columns = Vec::new();
    let step_px = scale.x(view.from + 1.0);
    if view.axis == Axis::Step && step_px >= COLUMN_PX {
        // Casts from float to integer saturate, here and below. One column after the last step shows how things stand.
        let (first, last) = (view.from.max(0.0) as u32, (view.to.max(0.0) as u32).min(end));
        for boundary in first..=last {
            let left = scale.x(f64::from(boundary)).max(0.0);
            let right = scale.x(f64::from(boundary) + 1.0).min(view.width);
            columns.push((left, right, boundary));
        }
        return columns;
    }
    let mut left = 0.0;
    while left < view.width {
        let right = (left + COLUMN_PX).min(view.width);
        let middle = f64::midpoint(left, right);
        let boundary = match view.axis {
            Axis::Step => scale.value(middle).max(0.0) as u32,
            Axis::Time => scene.boundaries.get(middle as usize).copied().unwrap_or(end),
        };
        if boundary > end {
            break;
        }
        columns.push((left, right, boundary));
        left = right;
    }
    columns
}

fn stack(family: &Family, column: (f64, f64, Tally, bool), (top, height): (f64, f64), scene: &mut Scene) {
    let (left, right, tally, is_ahead) = column;
    if right <= left {
        return;
    }
    let mut bottom = top + height;
    for (tone, count) in tally.present() {
        let part = f64::from(count) / f64::from(family.count.max(1));
        let part = (part * height).max(SHARE_PX_MIN).min(bottom - top);
        bottom -= part;
        let rect = Rect {
            x: left,
            y: bottom,
            width: right - left,
            height: part,
        };
        scene.shares.push(Share {
            task: family.first,
            rect,
            tone,
            count,
            is_ahead,
        });
    }
}

fn flags(timeline: &Timeline, family: &Family, y: f64, scale: &Scale, scene: &mut Scene) {
    let flags = &timeline.fold.flags;
    let first = flags.partition_point(|(_, mark)| scale.inside(mark.step, mark.time) < 0.0);
    let row_start = scene.dots.len();
    for (task, mark) in &flags[first..] {
        let x = scale.inside(mark.step, mark.time);
        if x > scale.view.width {
            break;
        }
        if !family.contains(*task) {
            continue;
        }
        let (tone, shape) = look_of_mark(mark.kind);
        let is_ahead = mark.step >= scale.view.cursor;
        let near = scene.dots[row_start..].last_mut();
        if let Some(near) = near.filter(|dot| dot.is_ahead == is_ahead && x - dot.x < FLAG_GAP_PX) {
            near.count += 1;
            continue;
        }
        scene.dots.push(Dot {
            task: family.first,
            mark: u32::MAX,
            step: mark.step,
            x,
            y,
            tone,
            shape,
            count: 1,
            is_ahead,
        });
    }
}
