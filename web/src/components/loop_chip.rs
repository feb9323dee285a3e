//! The loop that is set: which steps, and playing it.

use std::rc::Rc;

use session::{Action, Drive, DriveView};
use yew::prelude::{Html, Properties, component, html};

use super::dispatch::use_dispatch;
use super::icon::{Icon, Shape};
use crate::texts::fill;
use crate::texts::loop_chip as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct LoopChipProps {
    pub(crate) drive: Rc<DriveView>,
}

#[component]
pub(crate) fn LoopChip(props: &LoopChipProps) -> Html {
    let dispatch = use_dispatch();
    let Some((from, to)) = props.drive.range else {
        return html! {};
    };
    let (shape, label, action) = if props.drive.is_looping {
        (Shape::Pause, texts::PAUSE_THE_LOOP, Action::Pause)
    } else {
        (Shape::Play, texts::PLAY_THE_LOOP_L, Action::Drive(Drive::PlayLoop))
    };
    html! {
        <span class="loop-chip" role="group" aria-label={texts::LOOP}>
            <span>{ fill(texts::LOOP_2, &[&from, &to]) }</span>
            <button type="button" class="button button-quiet button-icon" aria-label={label} title={label} onclick={dispatch.on(action)}><Icon {shape} /></button>
            <button type="button" class="button button-quiet button-icon" aria-label={texts::REMOVE_THE_LOOP} title={texts::REMOVE_THE_LOOP} onclick={dispatch.on(Action::Drive(Drive::LeaveLoop))}><Icon shape={Shape::Close} /></button>
        </span>
    }
}
