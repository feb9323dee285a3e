//! Arrows between lanes. Owns which are shown: those that end in view, the ones of the step at the cursor and of what the
//! pointer is on strongly, and no others when there are more than can be told apart.

use world::TaskId;

use super::axis::{self, Scale};
use super::{Arrow, Scene};
use crate::{Axis, Link, Timeline};

/// How many arrows can be told apart; beyond that only the emphasised ones are shown.
const ARROWS_MAX: usize = 120;

pub(super) fn lay_out(timeline: &Timeline, scale: &Scale, scene: &mut Scene) {
    let view = scale.view;
    let links = timeline.links();
    let first = links.partition_point(|link| scale.inside(link.to_step, link.to_time) < 0.0);
    let visible = || {
        links[first..]
            .iter()
            .take_while(|link| scale.inside(link.to_step, link.to_time) <= view.width)
    };
    let is_crowded = visible().take(ARROWS_MAX + 1).count() > ARROWS_MAX;
    for link in visible() {
        let is_emphasised = is_emphasised(link, scale);
        if is_crowded && !is_emphasised {
            continue;
        }
        scene.arrows.push(Arrow {
            kind: link.kind,
            from: (scale.inside(link.from_step, link.from_time), middle(scale, link.from)),
            to: (head(scale, link), middle(scale, link.to)),
            is_emphasised,
            is_ahead: link.to_step >= view.cursor,
        });
    }
}

/// The one that it happens to feels it from the end of the step on.
fn head(scale: &Scale, link: &Link) -> f64 {
    match scale.view.axis {
        Axis::Step => scale.boundary(link.to_step + 1, link.to_time),
        Axis::Time => scale.inside(link.to_step, link.to_time),
    }
}

fn middle(scale: &Scale, task: TaskId) -> f64 {
    axis::row_y(&scale.view, task) + scale.view.row_height * 0.4
}

fn is_emphasised(link: &Link, scale: &Scale) -> bool {
    let view = scale.view;
    let is_last_step = view.cursor.checked_sub(1) == Some(link.to_step);
    let is_hovered = view.hovered.is_some_and(|target| match target.step() {
        Some(step) => step == link.to_step || step == link.from_step,
        None => target.task() == Some(link.to) || target.task() == Some(link.from),
    });
    is_last_step || is_hovered
}
