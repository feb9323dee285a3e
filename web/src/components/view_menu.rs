//! What the page looks like: its places, its colours, the projector, and the way to all commands for those who have no
//! keyboard. Owns the layout; what each switch does is the session's.

use std::rc::Rc;

use session::{Action, Dialog, Layout, LayoutView, Pane, Theme};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlSelectElement};
use yew::prelude::{Callback, Event, Html, MouseEvent, NodeRef, Properties, component, html, use_node_ref};

use super::dispatch::{Dispatch, use_dispatch};
use crate::texts::view_menu as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct ViewMenuProps {
    pub(crate) layout: Rc<LayoutView>,
    pub(crate) theme: Theme,
}

const ID: &str = "view-menu";

#[component]
pub(crate) fn ViewMenu(props: &ViewMenuProps) -> Html {
    let dispatch = use_dispatch();
    let layout = &props.layout;
    let button = use_node_ref();
    let pane = |(pane, name, keys): (Pane, &'static str, &'static str)| {
        let action = Action::Layout(Layout::Toggle(pane));
        switch(name, keys, layout.is_open(pane), action, &dispatch)
    };
    let panes = [
        (Pane::Lesson, texts::LESSON, "Shift Alt L"),
        (Pane::Code, texts::CODE, "Shift Alt C"),
        (Pane::Stage, texts::STAGE, "Shift Alt S"),
    ];
    let shown = panes
        .into_iter()
        .filter(|(pane, ..)| *pane != Pane::Lesson || layout.has_lesson);
    let project = Action::Layout(Layout::Project(!layout.is_projected));
    html! {
        <>
            <button ref={button.clone()} type="button" class="button button-quiet" popovertarget={ID}>{ texts::VIEW }</button>
            <div id={ID} class="view-menu" popover="auto" role="group" aria-label={texts::VIEW}>
                <div class="view-panes">
                    { for shown.map(pane) }
                    <button type="button" class="button-link" onclick={dispatch.on(Action::Layout(Layout::RestoreAll))}>{ texts::SIZES_AS_AT_FIRST }</button>
                </div>
                { switch(texts::PROJECTOR_MODE, "Shift Alt P", layout.is_projected, project, &dispatch) }
                <label class="view-row">{ texts::THEME }<ThemePicker theme={props.theme} /></label>
                <div class="view-more">
                    { opener(texts::ALL_COMMANDS, "Ctrl K", Dialog::Palette, &button, &dispatch) }
                    { opener(texts::KEYS, "?", Dialog::Help, &button, &dispatch) }
                </div>
            </div>
        </>
    }
}

fn switch(name: &'static str, keys: &'static str, is_on: bool, action: Action, dispatch: &Dispatch) -> Html {
    html! {
        <label class="view-row">
            <input type="checkbox" checked={is_on} onchange={dispatch.on::<Event>(action)} />
            <span>{ name }</span><kbd>{ keys }</kbd>
        </label>
    }
}

/// What opens a dialog from here. The dialog gives the focus back to where it was, and this panel will be gone by then.
fn opener(name: &'static str, keys: &'static str, dialog: Dialog, button: &NodeRef, dispatch: &Dispatch) -> Html {
    let (button, dispatch) = (button.clone(), dispatch.clone());
    let on_click = Callback::from(move |_: MouseEvent| {
        // An element that cannot take the focus leaves it where it is.
        let _ = button.cast::<HtmlElement>().map(|button| button.focus());
        dispatch.send(Action::Layout(Layout::Open(dialog)));
    });
    html! {
        <button type="button" class="view-row" aria-haspopup="dialog" onclick={on_click}>
            <span>{ name }</span><kbd>{ keys }</kbd>
        </button>
    }
}

#[derive(PartialEq, Properties)]
struct ThemePickerProps {
    theme: Theme,
}

#[component]
fn ThemePicker(props: &ThemePickerProps) -> Html {
    let dispatch = use_dispatch();
    let on_theme = Callback::from(move |event: Event| {
        let select = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let word = select.map(|select| select.value()).unwrap_or_default();
        if let Some(theme) = Theme::ALL.into_iter().find(|theme| theme.word() == word) {
            dispatch.send(Action::Layout(Layout::SetTheme(theme)));
        }
    });
    let option = |theme: Theme| {
        let name = match theme {
            Theme::Auto => texts::SYSTEM,
            Theme::Light => texts::LIGHT,
            Theme::Dark => texts::DARK,
            Theme::Contrast => texts::HIGH_CONTRAST,
        };
        html! { <option value={theme.word()} selected={theme == props.theme}>{ name }</option> }
    };
    html! { <select class="theme-picker" aria-label={texts::THEME} onchange={on_theme}>{ for Theme::ALL.into_iter().map(option) }</select> }
}
