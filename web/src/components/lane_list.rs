//! The lanes' names: pressing one lets that lane take the next step. Families of lanes are a row that opens.

use std::rc::Rc;

use session::{Action, Drive, FamilyView, LaneView, Look, LookView, TaskId};
use timeline::{Row, RowKind, Scene};
use yew::prelude::{Callback, Html, KeyboardEvent, MouseEvent, Properties, classes, component, html};

use super::badge::Badge;
use super::dispatch::{Dispatch, use_dispatch};
use super::icon::{Icon, Shape};
use crate::lanes::AXIS_HEIGHT;
use crate::texts::fill;
use crate::texts::lane_list as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct LaneListProps {
    pub(crate) lanes: Rc<[LaneView]>,
    pub(crate) look: Rc<LookView>,
    pub(crate) scene: Rc<Scene>,
}

#[component]
pub(crate) fn LaneList(props: &LaneListProps) -> Html {
    let dispatch = use_dispatch();
    let look = &props.look;
    // Only rows in view have a button, so that thousands of lanes cost nothing; the list says how many there are.
    let row = |row: &Row| {
        let content = match row.kind {
            RowKind::Lane | RowKind::Member => {
                let lane = props.lanes.binary_search_by_key(&row.task, |lane| lane.task).ok();
                props.lanes.get(lane?).map(|lane| lane_row(lane, row, &dispatch))?
            }
            RowKind::Folded(_) | RowKind::Opened(_) => {
                let family = look.families.iter().find(|family| family.first == row.task)?;
                family_row(family, &dispatch)
            }
        };
        let top = row.rect.y + AXIS_HEIGHT;
        let key = format!("{}{}", row.task.0, if is_family(row) { texts::F } else { "" });
        let kind = match row.kind {
            RowKind::Member => Some("is-member"),
            RowKind::Lane | RowKind::Folded(_) | RowKind::Opened(_) => None,
        };
        Some(html! {
            <li {key} class={classes!(kind, row.is_pinned.then_some("is-pinned"))} style={format!("top: {top}px")}
                aria-setsize={look.rows.to_string()} aria-posinset={(row.index + 1).to_string()}>{ content }</li>
        })
    };
    html! {
        <ul class="lane-list" role="list" aria-label={texts::CHOOSE_WHO_TAKES_THE_NEXT} data-hint={texts::PRESS_TO_RUN_A_STEP}>
            { for props.scene.rows.iter().filter_map(row) }
        </ul>
    }
}

fn is_family(row: &Row) -> bool {
    matches!(row.kind, RowKind::Folded(_) | RowKind::Opened(_))
}

fn lane_row(lane: &LaneView, row: &Row, dispatch: &Dispatch) -> Html {
    let on_click = {
        let (dispatch, task) = (dispatch.clone(), lane.task);
        Callback::from(move |event: MouseEvent| {
            // With Shift it goes on for as long as it can. One that cannot go is chosen, and it is said why.
            dispatch.send(Action::Drive(if event.shift_key() {
                Drive::RunLane(task)
            } else {
                Drive::Choose(task)
            }));
        })
    };
    let (task, is_pinned) = (lane.task, row.is_pinned);
    let pin = Action::Look(Look::Pin {
        task,
        is_pinned: !is_pinned,
    });
    let on_key = {
        let (dispatch, pin) = (dispatch.clone(), pin.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key().eq_ignore_ascii_case("p") && !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
                event.prevent_default();
                dispatch.send(pin.clone());
            }
        })
    };
    let why = match (&lane.why_not, lane.can_run) {
        (Some(why), false) => why.clone(),
        (Some(_) | None, _) => format!("{}: {}", lane.name, lane.status),
    };
    let key = lane.key.map(|key| key.to_string());
    let tone = lane.state.tone().word();
    html! {
        <>
        // Disabled only in name: it must stay in reach to say why.
        <button type="button" class={classes!("lane-name", lane.is_changed.then_some("is-changed"))}
            aria-disabled={(!lane.can_run).to_string()} aria-keyshortcuts={key} aria-description={why.clone()} title={why}
            onclick={on_click} onkeydown={on_key}>
            <Badge task={lane.task} {tone} />
            { " " }<span class="name">{ lane.name.clone() }</span>{ " " }
            <span class="doing">{ lane.state.word() }</span>
            <Icon shape={Shape::Run} class="go" />
        </button>
        if lane.is_selected || is_pinned { { pin_button(&lane.name, task, is_pinned, dispatch.on(pin)) } }
        </>
    }
}

/// For the pointer; the key is on the lane's name. A lane that was chosen can be put on top, and one that is, taken down.
fn pin_button(name: &str, task: TaskId, is_pinned: bool, onclick: Callback<yew::MouseEvent>) -> Html {
    let label = if is_pinned {
        fill(texts::PUT_BACK_IN_ITS_PLACE, &[&name])
    } else {
        fill(texts::PUT_ON_TOP, &[&name])
    };
    html! {
        <button type="button" key={task.0} class={classes!("lane-pin", is_pinned.then_some("is-pinned"))} aria-pressed={is_pinned.to_string()}
            aria-label={label.clone()} title={fill(texts::WITH_KEY, &[&label])} {onclick}><Icon shape={Shape::Pin} /></button>
    }
}

fn family_row(family: &FamilyView, dispatch: &Dispatch) -> Html {
    let open = dispatch.on(Action::Look(Look::Open {
        family: family.first,
        is_open: !family.is_open,
    }));
    let what = if family.is_open {
        texts::SHOW_THEM_AS_ONE_ROW
    } else {
        texts::SHOW_THEM_ONE_BY_ONE
    };
    html! {
        <button type="button" class="lane-name lane-family" aria-expanded={family.is_open.to_string()}
            title={fill(texts::OF_FAMILY, &[&family.name, &family.doing, &what])} onclick={open}>
            <Icon shape={if family.is_open { Shape::Down } else { Shape::Right }} class="twist" />
            <span class="name">{ family.name.clone() }</span>{ " " }
            <span class="count">{ family.count }</span>{ " " }
            <span class="visually-hidden">{ family.doing.clone() }</span>
        </button>
    }
}
