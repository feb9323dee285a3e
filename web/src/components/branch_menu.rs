//! What can be done with the run that is looked at, on a phone: the tools of the row, folded away behind one button.

use std::rc::Rc;

use session::{Action, Drive, DriveView};
use yew::prelude::{Html, Properties, component, html, use_state};

use super::dispatch::use_dispatch;
use super::icon::{Icon, Shape};
use super::step_menu::beside_pressed;
use crate::texts::branches as texts;

const ID: &str = "branch-menu";

#[derive(PartialEq, Properties)]
pub(crate) struct BranchMenuProps {
    pub(crate) drive: Rc<DriveView>,
}

#[component]
pub(crate) fn BranchMenu(props: &BranchMenuProps) -> Html {
    let dispatch = use_dispatch();
    let place = use_state(String::new);
    let drive = &props.drive;
    let Some(active) = drive.branches.iter().find(|branch| branch.is_active) else {
        return html! {};
    };
    let pin = if active.is_pinned {
        texts::UNPIN_THIS_RUN
    } else {
        texts::PIN_THIS_RUN
    };
    let items = [
        (texts::TAKE_BACK, Drive::Undo, drive.can_undo),
        (texts::MAKE_AGAIN, Drive::Redo, drive.can_redo),
        (texts::RENAME_THIS_RUN, Drive::NameBranch(Some(active.id)), true),
        (pin, Drive::PinBranch(active.id), true),
    ];
    let item = |(name, drive, can): (&'static str, Drive, bool)| {
        html! { <button type="button" class="menu-item" disabled={!can} popovertarget={ID} popovertargetaction="hide" onclick={dispatch.on(Action::Drive(drive))}>{ name }</button> }
    };
    html! {
        <span class="branch-narrow">
            <button type="button" class="button button-quiet button-icon" popovertarget={ID} aria-label={texts::MORE_ABOUT_THIS_RUN} title={texts::MORE_ABOUT_THIS_RUN} onclick={beside_pressed(place.setter())}><Icon shape={Shape::Down} /></button>
            <div id={ID} class="menu" popover="auto" role="group" aria-label={texts::MORE_ABOUT_THIS_RUN} style={(*place).clone()}>{ for items.into_iter().map(item) }</div>
        </span>
    }
}
