//! Small pictures of numbers on a card: how full something is, and how a limit has changed. For the eyes alone: the numbers
//! stand beside them.

use std::collections::VecDeque;

use crate::texts::fill;
use crate::texts::gauges as texts;
use yew::prelude::{Html, html};

/// Up to how many units are drawn one by one.
const UNITS_MAX: u32 = 12;
/// The size of the picture of a limit, in units of its view box.
const WIDTH: f64 = 96.0;
const HEIGHT: f64 = 22.0;

/// How full something is that holds so many units: one vessel for each, the last one filled in part; of many, a bar.
pub(crate) fn level(micro: i64, capacity: u32) -> Html {
    if capacity > UNITS_MAX {
        return html! { <span class="bar" aria-hidden="true"><span style={filled(micro, i64::from(capacity))}></span></span> };
    }
    let unit = |index: u32| {
        let inside = micro - i64::from(index) * 1_000_000;
        html! { <span class="unit"><span style={filled(inside, 1)}></span></span> }
    };
    html! { <span class="units" aria-hidden="true">{ for (0..capacity).map(unit) }</span> }
}

/// In hundredths: more would be finer than can be seen.
fn filled(micro: i64, capacity: i64) -> String {
    let part = micro.max(0) / (10_000 * capacity.max(1));
    format!("width:{}%", part.min(100))
}

/// How a whole number has changed, as steps from left to right.
pub(crate) fn trend(title: &'static str, values: &VecDeque<i64>) -> Html {
    let most = values.iter().copied().max().unwrap_or(1).max(1) as f64;
    let across = WIDTH / values.len().max(1) as f64;
    let mut path = String::new();
    for (index, value) in values.iter().enumerate() {
        let (x, y) = (
            across * index as f64,
            HEIGHT - (HEIGHT - 3.0) * *value as f64 / most - 1.0,
        );
        let move_to = if index == 0 { "M" } else { "L" };
        path.push_str(&format!("{move_to}{x:.1} {y:.1}H{:.1}", x + across));
    }
    html! {
        <p class="trend" aria-hidden="true" {title}>
            <svg viewBox={format!("0 0 {WIDTH} {HEIGHT}")}><path d={path} /></svg>
            <span>{ fill(texts::MOST, &[&most]) }</span>
        </p>
    }
}
