//! The lanes' names: pressing one lets that lane take the next step.

use std::rc::Rc;

use session::{Action, LaneView};
use timeline::{Row, Scene};
use yew::prelude::{Callback, Html, Properties, classes, component, html};

use super::badge::Badge;
use super::dispatch::{Dispatch, use_dispatch};
use super::icon::{Icon, Shape};
use crate::lanes::AXIS_HEIGHT;

#[derive(PartialEq, Properties)]
pub(crate) struct LaneListProps {
    pub(crate) lanes: Rc<[LaneView]>,
    pub(crate) scene: Rc<Scene>,
}

#[component]
pub(crate) fn LaneList(props: &LaneListProps) -> Html {
    let dispatch = use_dispatch();
    // Only rows in view have a button, so that thousands of lanes cost nothing.
    let row = |row: &Row| {
        let lane = props.lanes.binary_search_by_key(&row.task, |lane| lane.task).ok();
        let lane = props.lanes.get(lane?)?;
        let top = row.rect.y + AXIS_HEIGHT;
        Some(html! { <li key={row.task.0} style={format!("top: {top}px")}>{ button(lane, &dispatch) }</li> })
    };
    html! {
        <ul class="lane-list" role="list" aria-label="Choose who takes the next step" data-hint="press to run a step">
            { for props.scene.rows.iter().filter_map(row) }
        </ul>
    }
}

fn button(lane: &LaneView, dispatch: &Dispatch) -> Html {
    let on_click = {
        let (dispatch, task, can_run) = (dispatch.clone(), lane.task, lane.can_run);
        Callback::from(move |_| {
            dispatch.send(if can_run {
                Action::StepLane(task)
            } else {
                Action::SelectLane(Some(task))
            });
        })
    };
    let why = match (&lane.why_not, lane.can_run) {
        (Some(why), false) => why.clone(),
        (Some(_) | None, _) => format!("{}: {}", lane.name, lane.status),
    };
    let key = lane.key.map(|key| key.to_string());
    let tone = lane.state.tone().word();
    html! {
        // Disabled only in name: it must stay in reach to say why.
        <button type="button" class={classes!("lane-name", lane.is_changed.then_some("is-changed"))}
            aria-disabled={(!lane.can_run).to_string()} aria-keyshortcuts={key} aria-description={why.clone()} title={why}
            onclick={on_click}>
            <Badge task={lane.task} {tone} />
            { " " }<span class="name">{ lane.name.clone() }</span>{ " " }
            <span class="doing">{ lane.state.word() }</span>
            <Icon shape={Shape::Run} class="go" />
        </button>
    }
}
