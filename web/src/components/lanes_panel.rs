//! The lanes: names that can be pressed, and beside them what each has done.

use std::rc::Rc;

use session::LaneView;
use timeline::Scene;
use yew::prelude::{Html, Properties, component, html};

use super::lane_list::LaneList;
use super::lanes_canvas::LanesCanvas;
use crate::lanes::AXIS_HEIGHT;

#[derive(PartialEq, Properties)]
pub(crate) struct LanesPanelProps {
    pub(crate) lanes: Rc<[LaneView]>,
    pub(crate) scene: Rc<Scene>,
}

/// The phases with the words that the legend has for them.
const LEGEND: [(&str, &str); 7] = [
    ("running", "runs"),
    ("ready", "ready"),
    ("blocked", "waits"),
    ("working", "computes"),
    ("sleeping", "sleeps"),
    ("done", "done"),
    ("cancelled", "cancelled"),
];

#[component]
pub(crate) fn LanesPanel(props: &LanesPanelProps) -> Html {
    let row = props.scene.view.row_height;
    let height = props.lanes.len().max(2) as f64 * row + AXIS_HEIGHT + 4.0;
    let entry = |(tone, word): &(&str, &str)| html! { <li class={format!("tone-{tone}")}><span class="swatch"></span>{ *word }</li> };
    html! {
        <section class="panel lanes-panel" aria-labelledby="lanes-title">
            <header>
                <h2 id="lanes-title">{ "Lanes" }</h2>
                <ul class="legend end" aria-label="What the lanes' colours and patterns mean">{ for LEGEND.iter().map(entry) }</ul>
            </header>
            <div class="lanes" style={format!("--lane-row: {row}px; height: min({height}px, 43vh)")}>
                <LaneList lanes={props.lanes.clone()} scene={props.scene.clone()} />
                <LanesCanvas scene={props.scene.clone()} lane_count={props.lanes.len()} />
            </div>
        </section>
    }
}
