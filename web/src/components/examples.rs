//! The example programs, as a dialog: groups of programs, one press opens one. Owns the layout and that the arrow keys go from
//! one to the next; what opening one means is the session's.

use std::rc::Rc;

use session::{Action, Dialog, ExampleGroupView, ExampleLink, ExamplesState, ExamplesView, Gallery, Layout};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::{Callback, Html, KeyboardEvent, Properties, TargetCast, component, html};

use super::dialog::Modal;
use super::dispatch::{Dispatch, use_dispatch};
use crate::texts::examples as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct ExamplesDialogProps {
    pub(crate) examples: Rc<ExamplesView>,
    pub(crate) dialog: Option<Dialog>,
}

#[component]
pub(crate) fn ExamplesDialog(props: &ExamplesDialogProps) -> Html {
    let dispatch = use_dispatch();
    let is_open = props.dialog == Some(Dialog::Examples);
    let on_close = dispatch.on(Action::Layout(Layout::Close));
    let content = match &props.examples.state {
        ExamplesState::Loading => html! { <p role="status">{ texts::LOADING }</p> },
        ExamplesState::Failed(said) => html! { <p role="alert">{ said.clone() }</p> },
        ExamplesState::Here => html! {
            <div class="example-groups" onkeydown={Callback::from(on_key)}>
                { for props.examples.groups.iter().map(|each| group(each, &dispatch)) }
            </div>
        },
    };
    html! {
        <Modal {is_open} class="examples" labelled_by="examples-title" {on_close}>
            <h2 id="examples-title" tabindex="-1" autofocus=true>{ texts::EXAMPLES }</h2>
            <p class="examples-note">{ texts::EACH_OPENS_IN_THE_PLAYGROUND }</p>
            { content }
            <p><button type="button" class="button" onclick={dispatch.on(Action::Layout(Layout::Close))}>{ texts::CLOSE }</button></p>
        </Modal>
    }
}

fn group(group: &ExampleGroupView, dispatch: &Dispatch) -> Html {
    html! {
        <section>
            <h3>{ group.title.clone() }</h3>
            <ul>{ for group.examples.iter().map(|each| example(each, dispatch)) }</ul>
        </section>
    }
}

fn example(example: &ExampleLink, dispatch: &Dispatch) -> Html {
    let (id, dispatch) = (example.id.clone(), dispatch.clone());
    let on_click = Callback::from(move |_: yew::MouseEvent| {
        // The dialog first: it gives the focus back to where it was.
        dispatch.send(Action::Layout(Layout::Close));
        dispatch.send(Action::Examples(Gallery::Take(id.clone())));
    });
    html! {
        <li>
            <button type="button" class="example" aria-current={example.is_open.then_some("true")} onclick={on_click}>
                <span class="example-title">{ example.title.clone() }</span>
                <small class="example-model">{ example.model }</small>
                <small class="example-summary">{ example.summary.clone() }</small>
            </button>
        </li>
    }
}

/// Up, down, Home and End go from example to example, whatever their group.
fn on_key(event: KeyboardEvent) {
    let Some(list) = event
        .target_dyn_into::<Element>()
        .and_then(|target| target.closest(".example-groups").ok()?)
    else {
        return;
    };
    let Ok(found) = list.query_selector_all(".example") else {
        return;
    };
    let buttons: Vec<HtmlElement> = (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into().ok())
        .collect();
    let focused = crate::effects::window().and_then(|window| window.document()?.active_element());
    let at = buttons
        .iter()
        .position(|button| focused.as_ref() == Some(button.as_ref()));
    let last = buttons.len().saturating_sub(1);
    let next = match (event.key().as_str(), at) {
        ("ArrowDown", Some(at)) => (at + 1).min(last),
        ("ArrowUp", Some(at)) => at.saturating_sub(1),
        ("Home", _) => 0,
        ("End", _) => last,
        _ => return,
    };
    event.prevent_default();
    if let Some(button) = buttons.get(next) {
        // An element that cannot take the focus leaves it where it is.
        let _ = button.focus();
    }
}
