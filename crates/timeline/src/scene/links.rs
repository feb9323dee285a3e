//! Arrows between lanes. Owns which are shown: those that end in view, the ones of the step at the cursor and of what the
//! pointer is on strongly, and no others when there are more than can be told apart. What goes on inside of a family that
//! is shown as one row has no arrow.

use world::TaskId;

use super::axis::{self, Scale};
use super::{Arrow, Scene};
use crate::{Arrangement, Axis, Link, Timeline};

/// How many arrows can be told apart; beyond that only the emphasised ones are shown, and no more of those either.
const ARROWS_MAX: usize = 120;
/// Among how many arrows in view those are looked for that have to do with what the pointer is on.
const LOOKED_AT_MAX: usize = 50_000;

pub(super) fn lay_out(timeline: &Timeline, arrangement: &Arrangement, scale: &Scale, scene: &mut Scene) {
    let links = in_view(timeline.links(), scale);
    let mut add = |link: &Link, is_emphasised: bool| {
        scene.arrows.extend(arrow(link, is_emphasised, arrangement, scale));
    };
    if links.len() <= ARROWS_MAX {
        for link in links {
            add(link, is_of_cursor(link, scale) || is_hovered(link, scale));
        }
        return;
    }
    // Of many in view those of the step at the cursor are found without looking at the others.
    let last_step = scale.view.cursor.saturating_sub(1);
    let start = links.partition_point(|link| link.to_step < last_step);
    let of_cursor = links[start..].iter().take_while(|link| is_of_cursor(link, scale));
    for link in of_cursor.take(ARROWS_MAX) {
        add(link, true);
    }
    if scale.view.hovered.is_some() {
        let hovered = links.iter().take(LOOKED_AT_MAX).filter(|link| is_hovered(link, scale));
        for link in hovered.filter(|link| !is_of_cursor(link, scale)).take(ARROWS_MAX) {
            add(link, true);
        }
    }
}

/// The links that end between the edges of the view.
fn in_view<'a>(links: &'a [Link], scale: &Scale) -> &'a [Link] {
    let place = |link: &Link| scale.inside(link.to_step, link.to_time);
    let first = links.partition_point(|link| place(link) < 0.0);
    let end = links.partition_point(|link| place(link) <= scale.view.width);
    &links[first..end.max(first)]
}

/// The arrow of a link, unless both of its ends are in one row or it passes by above or below of what is in view.
fn arrow(link: &Link, is_emphasised: bool, arrangement: &Arrangement, scale: &Scale) -> Option<Arrow> {
    let view = &scale.view;
    let row = |task: TaskId| arrangement.row_of(task);
    let (from, to) = (row(link.from)?, row(link.to)?);
    let middle = |index: usize| axis::row_y(view, index) + view.row_height * 0.4;
    let (y1, y2) = (middle(from), middle(to));
    if from == to || y1.max(y2) < 0.0 || y1.min(y2) > view.height {
        return None;
    }
    Some(Arrow {
        kind: link.kind,
        from: (scale.inside(link.from_step, link.from_time), y1),
        to: (head(scale, link), y2),
        is_emphasised,
        is_ahead: link.to_step >= view.cursor,
    })
}

/// The one that it happens to feels it from the end of the step on.
fn head(scale: &Scale, link: &Link) -> f64 {
    match scale.view.axis {
        Axis::Step => scale.boundary(link.to_step + 1, link.to_time),
        Axis::Time => scale.inside(link.to_step, link.to_time),
    }
}

fn is_of_cursor(link: &Link, scale: &Scale) -> bool {
    scale.view.cursor.checked_sub(1) == Some(link.to_step)
}

fn is_hovered(link: &Link, scale: &Scale) -> bool {
    scale.view.hovered.is_some_and(|target| match target.step() {
        Some(step) => step == link.to_step || step == link.from_step,
        None => target.task() == Some(link.to) || target.task() == Some(link.from),
    })
}
