//! What colours, patterns and shapes in the picture of the lanes mean: phases always, marks of those kinds that are in it.

use std::rc::Rc;

use timeline::{Scene, Shape};
use yew::prelude::{Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub(crate) struct LaneLegendProps {
    pub(crate) scene: Rc<Scene>,
}

/// The phases with the words that the legend has for them.
const PHASES: [(&str, &str); 7] = [
    ("running", "runs"),
    ("ready", "ready"),
    ("blocked", "waits"),
    ("working", "computes"),
    ("sleeping", "sleeps"),
    ("done", "done"),
    ("cancelled", "cancelled"),
];

/// The marks with their words and the names of their colours in the style sheet.
const MARKS: [(Shape, &str, &str); 8] = [
    (Shape::Ring, "read", "reads"),
    (Shape::Disc, "written", "writes"),
    (Shape::Cross, "lost", "lost update"),
    (Shape::Square, "console", "prints"),
    (Shape::Diamond, "object", "uses an object"),
    (Shape::Triangle, "message", "message"),
    (Shape::Bang, "failed", "error"),
    (Shape::Flag, "failed", "the run fails"),
];

#[component]
pub(crate) fn LaneLegend(props: &LaneLegendProps) -> Html {
    let is_there = |shape: Shape| props.scene.dots.iter().any(|dot| dot.shape == shape);
    let marks = MARKS.iter().filter(|(shape, _, _)| is_there(*shape));
    let phase = |(tone, word): &(&str, &str)| html! { <li class={format!("tone-{tone}")}><span class="swatch"></span>{ *word }</li> };
    html! {
        <ul class="legend end" aria-label="What colours, patterns and shapes mean">
            { for PHASES.iter().map(phase) }
            { for marks.map(|(shape, tone, word)| html! { <li class={format!("mark-{tone}")}>{ outline(*shape) }{ *word }</li> }) }
        </ul>
    }
}

/// The mark as the painter draws it.
fn outline(shape: Shape) -> Html {
    let (filled, drawn) = match shape {
        Shape::Ring => ("", "M12 8a4 4 0 1 0-8 0 4 4 0 0 0 8 0z"),
        Shape::Disc => ("M12.5 8a4.5 4.5 0 1 0-9 0 4.5 4.5 0 0 0 9 0z", ""),
        Shape::Cross => ("", "M15 8A7 7 0 1 0 1 8a7 7 0 0 0 14 0zM5 5l6 6M5 11l6-6"),
        Shape::Square => ("M4 4h8v8H4z", ""),
        Shape::Diamond => ("M8 2.5 13.5 8 8 13.5 2.5 8z", ""),
        Shape::Triangle => ("M8 2.5 13 11H3z", ""),
        Shape::Bang => ("", "M3.5 3.5h9v9h-9zM5.5 5.5l5 5M5.5 10.5l5-5"),
        Shape::Flag => ("M5 14V2l9 4-7 3v5z", ""),
    };
    html! {
        <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
            <path class="filled" d={filled} /><path class="drawn" d={drawn} />
        </svg>
    }
}
