//! Searching in the lanes: by name, by how a lane is, by what it waits for.

use std::rc::Rc;

use session::{Action, Look, LookView};
use web_sys::HtmlInputElement;
use yew::prelude::{
    Callback, Html, InputEvent, KeyboardEvent, Properties, TargetCast, component, html, use_effect_with, use_node_ref,
};

use super::dispatch::use_dispatch;
use super::icon::{Icon, Shape};
use crate::texts::lane_search as texts;

/// From how many lanes on there is a button for it; the key `/` is there always.
const LANES_MIN: u32 = 12;

#[derive(PartialEq, Properties)]
pub(crate) struct LaneSearchProps {
    pub(crate) look: Rc<LookView>,
}

#[component]
pub(crate) fn LaneSearch(props: &LaneSearchProps) -> Html {
    let dispatch = use_dispatch();
    let field = use_node_ref();
    let look = &props.look;
    {
        let field = field.clone();
        use_effect_with(look.query.is_some(), move |&is_open| {
            if let Some(field) = field.cast::<HtmlInputElement>().filter(|_| is_open) {
                // Fails only for elements that cannot have the focus.
                let _ = field.focus();
                field.select();
            }
        });
    }
    let Some(query) = look.query.clone() else {
        if look.lanes < LANES_MIN {
            return html! {};
        }
        let open = dispatch.on(Action::Look(Look::Search(Some(String::new()))));
        return html! {
            <button type="button" class="button button-quiet button-icon" aria-label={texts::SEARCH_IN_THE_LANES} title={texts::SEARCH_WITH_KEY} onclick={open}>
                <Icon shape={Shape::Search} />
            </button>
        };
    };
    let on_input = dispatch.0.reform(|event: InputEvent| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        Action::Look(Look::Search(Some(field.value())))
    });
    let on_key = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let look = match event.key().as_str() {
                "Escape" => Look::Search(None),
                "Enter" => Look::NextFound(!event.shift_key()),
                _ => return,
            };
            event.prevent_default();
            dispatch.send(Action::Look(look));
        })
    };
    html! {
        <div class="lane-search" role="search">
            <input ref={field} type="text" value={query} oninput={on_input} onkeydown={on_key} aria-label={texts::SEARCH_IN_THE_LANES}
                placeholder={texts::NAME_WAITING_WHAT_FOR} autocomplete="off" spellcheck="false" enterkeyhint="next" />
            <span class="found" role="status">{ look.found.clone() }</span>
            <button type="button" class="button button-quiet button-icon" aria-label={texts::CLOSE_THE_SEARCH} title={texts::CLOSE_THE_SEARCH_ESC}
                onclick={dispatch.on(Action::Look(Look::Search(None)))}><Icon shape={Shape::Close} /></button>
        </div>
    }
}
