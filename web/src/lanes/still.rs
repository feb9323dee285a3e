//! A scene as a picture for the first frame, which no canvas can paint: SVG whose positions along the axis are parts of the
//! width, because nobody knows yet how wide the screen is. Owns bars, marks and the playhead; words and arrows come with the
//! canvas, which takes its place.

use timeline::{Bar, Dot, Pattern, Row, Scene};
use yew::prelude::{Html, html};

use super::painter::AXIS_HEIGHT;

/// The picture of a scene. Nobody needs to hear of it: the lanes' names tell the same.
pub(crate) fn still(scene: &Scene) -> Html {
    let part = |x: f64| format!("{:.2}%", 100.0 * x / scene.view.width.max(1.0));
    let stripe = |row: &Row| {
        let (y, height) = (row.rect.y + AXIS_HEIGHT, row.rect.height);
        html! { <rect class="stripe" width="100%" y={y.to_string()} height={height.to_string()} /> }
    };
    let bar = |bar: &Bar| {
        let rect = bar.rect;
        // A hairline or a dashed line is drawn in its middle.
        let height = match bar.pattern {
            Pattern::Hairline | Pattern::Dashed => 1.0,
            Pattern::Solid
            | Pattern::Line
            | Pattern::Hatched
            | Pattern::Dotted
            | Pattern::Framed
            | Pattern::Crossed => rect.height,
        };
        let y = rect.y + AXIS_HEIGHT + (rect.height - height) / 2.0;
        let class = format!("tone-{}{}", bar.tone.word(), ahead(bar.is_ahead));
        html! { <rect {class} x={part(rect.x)} width={part(rect.width)} y={y.to_string()} height={height.to_string()} rx="3" /> }
    };
    let dot = |dot: &Dot| {
        let class = format!("tone-{}{}", dot.tone.word(), ahead(dot.is_ahead));
        html! { <circle {class} cx={part(dot.x)} cy={(dot.y + AXIS_HEIGHT).to_string()} r="4" /> }
    };
    let playhead = scene.playhead.map(|x| {
        html! { <rect class="playhead" x={part(x)} width="2" height="100%" /> }
    });
    html! {
        <svg class="still" width="100%" height="100%" aria-hidden="true">
            { for scene.rows.iter().filter(|row| row.task.0 % 2 == 0).map(stripe) }
            { for scene.bars.iter().map(bar) }
            { for scene.dots.iter().map(dot) }
            { for playhead }
        </svg>
    }
}

fn ahead(is_ahead: bool) -> &'static str {
    if is_ahead { " is-ahead" } else { "" }
}
