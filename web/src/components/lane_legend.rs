//! What colours, patterns and shapes in the picture of the lanes mean: the phases where there is room, and all of it in a
//! panel that opens.

use timeline::Shape;
use yew::prelude::{Html, component, html};

use crate::texts::lane_legend as texts;

/// The phases with the words that the legend has for them.
const PHASES: [(&str, &str); 8] = [
    ("running", texts::RUNS),
    ("ready", texts::READY),
    ("blocked", texts::WAITS),
    ("working", texts::COMPUTES),
    ("sleeping", texts::SLEEPS),
    ("done", texts::DONE),
    ("cancelled", texts::CANCELLED),
    ("failed", texts::FAILED),
];

/// The marks with the names of their colours in the style sheet and their words.
const MARKS: [(Shape, &str, &str); 8] = [
    (Shape::Ring, "read", texts::READS),
    (Shape::Disc, "written", texts::WRITES),
    (Shape::Cross, "lost", texts::LOST_UPDATE),
    (Shape::Square, "console", texts::PRINTS),
    (Shape::Diamond, "object", texts::USES_AN_OBJECT),
    (Shape::Triangle, "message", texts::MESSAGE),
    (Shape::Bang, "failed", texts::ERROR),
    (Shape::Flag, "failed", texts::THE_RUN_FAILS),
];

/// The arrows with the names of their colours and their words.
const ARROWS: [(&str, &str); 5] = [
    ("made", texts::MAKES),
    ("woke", texts::WAKES),
    ("handed", texts::HANDS_OVER),
    ("message", texts::SENDS),
    ("lost", texts::OVERWROTE),
];

#[component]
pub(crate) fn LaneLegend() -> Html {
    let phase = |(tone, word): &(&str, &str)| html! { <li class={format!("tone-{tone}")}><span class="swatch"></span>{ *word }</li> };
    let mark = |(shape, tone, word): &(Shape, &str, &str)| html! { <li class={format!("mark-{tone}")}>{ outline(*shape) }{ *word }</li> };
    let arrow = |(tone, word): &(&str, &str)| html! { <li class={format!("mark-{tone}")}>{ line() }{ *word }</li> };
    html! {
        <>
            <ul class="legend end" aria-hidden="true">{ for PHASES[..7].iter().map(phase) }</ul>
            <details class="legend-all">
                <summary>{ texts::LEGEND }</summary>
                <div class="legend-panel">
                    <h3>{ texts::PHASES }</h3>
                    <ul class="legend">{ for PHASES.iter().map(phase) }</ul>
                    <h3>{ texts::MARKS }</h3>
                    <ul class="legend">{ for MARKS.iter().map(mark) }</ul>
                    <h3>{ texts::ARROWS }</h3>
                    <ul class="legend">{ for ARROWS.iter().map(arrow) }</ul>
                </div>
            </details>
        </>
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
    picture(filled, drawn)
}

fn line() -> Html {
    picture("M9.5 4.5 15 8l-5.5 3.5z", "M1 8h9")
}

fn picture(filled: &'static str, drawn: &'static str) -> Html {
    html! {
        <svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
            <path class="filled" d={filled} /><path class="drawn" d={drawn} />
        </svg>
    }
}
