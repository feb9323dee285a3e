//! The lanes: names that can be pressed, beside them what each has done, and below them the whole run.

use std::rc::Rc;

use session::{LaneView, LookView};
use timeline::Scene;
use yew::prelude::{Html, Properties, component, html};

use super::lane_legend::LaneLegend;
use super::lane_list::LaneList;
use super::lane_search::LaneSearch;
use super::lanes_canvas::LanesCanvas;
use super::overview::OverviewStrip;
use crate::lanes::AXIS_HEIGHT;
use crate::texts::lanes_panel as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct LanesPanelProps {
    pub(crate) lanes: Rc<[LaneView]>,
    pub(crate) look: Rc<LookView>,
    pub(crate) scene: Rc<Scene>,
}

#[component]
pub(crate) fn LanesPanel(props: &LanesPanelProps) -> Html {
    let row = props.scene.view.row_height;
    // A search leaves the room as it is, or the page would jump with each letter.
    let rows = if props.look.query.is_some() {
        props.look.lanes.min(SEARCHED_ROWS)
    } else {
        props.look.rows
    };
    let height = f64::from(rows.max(2)) * row + AXIS_HEIGHT + 4.0;
    html! {
        <section class="panel lanes-panel" aria-labelledby="lanes-title">
            <header>
                <h2 id="lanes-title">{ texts::LANES }</h2>
                <LaneSearch look={props.look.clone()} />
                <LaneLegend />
            </header>
            <div class="lanes" style={format!("--lane-row: {row}px; height: min({height}px, 43vh)")}>
                <LaneList lanes={props.lanes.clone()} look={props.look.clone()} scene={props.scene.clone()} />
                <LanesCanvas scene={props.scene.clone()} look={props.look.clone()} />
            </div>
            if let Some(overview) = &props.look.overview { <OverviewStrip overview={overview.clone()} /> }
        </section>
    }
}

/// For how many rows there is room while something is searched for.
const SEARCHED_ROWS: u32 = 10;
