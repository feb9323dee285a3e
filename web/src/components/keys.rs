//! The keys of the whole page. Owns how an event is written as a key; which key asks for what is the session's list of
//! commands, and the editor and the lanes have some more of their own.

use gloo_events::{EventListener, EventListenerOptions};
use session::{Action, Dialog, Layout, TaskId, ViewModel, command_of};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::{hook, use_effect_with, use_mut_ref};

use super::dispatch::Dispatch;

/// Listens for as long as the component is there.
#[hook]
pub(crate) fn use_keys(view: &ViewModel, dispatch: &Dispatch) {
    let latest = use_mut_ref(|| (view.clone(), dispatch.clone()));
    *latest.borrow_mut() = (view.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let document = crate::effects::window().and_then(|window| window.document());
        let listener = document.map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                    return;
                };
                // The editor has taken the keys that are its own.
                if event.default_prevented() {
                    return;
                }
                let (view, dispatch) = latest.borrow().clone();
                if let Some(action) = action_of(event, &view) {
                    event.prevent_default();
                    // What is open has the keys to itself; the browser must not have them either.
                    if !is_dialog_open() {
                        dispatch.send(action);
                    } else if view.layout.dialog == Some(Dialog::Palette) && action == PALETTE {
                        dispatch.send(Action::Layout(Layout::Close));
                    }
                }
            })
        });
        move || drop(listener)
    });
}

const PALETTE: Action = Action::Layout(Layout::Open(Dialog::Palette));

fn action_of(event: &KeyboardEvent, view: &ViewModel) -> Option<Action> {
    let is_typing = is_typing(event);
    let is_text = event.key().chars().count() == 1 && !event.alt_key() && !is_command(event);
    if is_text && (is_typing || is_dialog_open()) {
        return None;
    }
    let text = text_of(event);
    // On a button Enter has a meaning of its own.
    if text == "Shift Enter" && !is_idle(event) {
        return None;
    }
    let digit = || {
        let digit = text.parse::<u32>().ok().filter(|_| is_text)?;
        Some(Action::StepLane(TaskId(digit)))
    };
    command_of(view, &text, is_typing)
        .and_then(|command| command.action)
        .or_else(digit)
}

/// The key as the list of commands writes it: `Ctrl Shift F8`, `Shift Alt L`, `T`, `?`.
fn text_of(event: &KeyboardEvent) -> String {
    let key = event.key();
    let is_sign = key.chars().count() == 1;
    // With Alt some keyboards write another letter: then it is the place of the key that counts.
    let letter = event
        .code()
        .strip_prefix("Key")
        .filter(|_| event.alt_key())
        .map(str::to_owned);
    let name = letter.unwrap_or_else(|| if is_sign { key.to_uppercase() } else { key });
    let mut text = String::new();
    if is_command(event) {
        text.push_str("Ctrl ");
    }
    // A sign says by itself whether Shift was needed for it.
    if event.shift_key() && (!is_sign || is_command(event) || event.alt_key()) {
        text.push_str("Shift ");
    }
    if event.alt_key() {
        text.push_str("Alt ");
    }
    text.push_str(&name);
    text
}

fn is_command(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key()
}

fn target(event: &KeyboardEvent) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into::<Element>().ok())
}

/// Whether the key goes into a text, where a digit is a digit.
fn is_typing(event: &KeyboardEvent) -> bool {
    let field =
        "textarea, select, [contenteditable=true], input:not([type=range]):not([type=radio]):not([type=checkbox])";
    target(event).is_some_and(|element| element.closest(field).ok().flatten().is_some())
}

/// Whether Enter has no meaning of its own where the focus is.
fn is_idle(event: &KeyboardEvent) -> bool {
    target(event).is_some_and(|element| element.closest("button, a, input, summary").ok().flatten().is_none())
}

fn is_dialog_open() -> bool {
    let document = crate::effects::window().and_then(|window| window.document());
    document.is_some_and(|document| document.query_selector("dialog[open]").ok().flatten().is_some())
}
