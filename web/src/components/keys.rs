//! The keys of the whole page. Owns which key asks for what; the editor and the lanes have some more of their own.

use gloo_events::{EventListener, EventListenerOptions};
use session::{Action, TaskId};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::{Callback, hook, use_effect_with};

/// What a key asks for.
pub(crate) enum Pressed {
    /// Something of the session.
    Act(Action),
    /// The list of keys.
    Help,
    /// What can be shared and saved.
    Share,
}

/// Listens for as long as the component is there.
#[hook]
pub(crate) fn use_keys(on_press: Callback<Pressed>) {
    let latest = yew::functional::use_mut_ref(|| on_press.clone());
    *latest.borrow_mut() = on_press;
    use_effect_with((), move |()| {
        let document = web_sys::window().and_then(|window| window.document());
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
                if let Some(pressed) = pressed(event) {
                    event.prevent_default();
                    let on_press = latest.borrow().clone();
                    on_press.emit(pressed);
                }
            })
        });
        move || drop(listener)
    });
}

fn pressed(event: &KeyboardEvent) -> Option<Pressed> {
    let key = event.key();
    let has_command = event.ctrl_key() || event.meta_key();
    match (key.as_str(), has_command, event.shift_key()) {
        ("Enter", true, false) => return Some(Pressed::Act(Action::Run)),
        ("s", true, false) => return Some(Pressed::Share),
        ("F8" | "F10", false, false) => return Some(Pressed::Act(Action::Step)),
        ("F10", false, true) => return Some(Pressed::Act(Action::Back)),
        _ => {}
    }
    if has_command || event.alt_key() || is_typing(event) || is_dialog_open() {
        return None;
    }
    if key == "?" {
        return Some(Pressed::Help);
    }
    if key == "t" {
        return Some(Pressed::Act(Action::StepClock));
    }
    if event.shift_key() && key == "Enter" {
        return is_idle(event).then_some(Pressed::Act(Action::Run));
    }
    let digit = key.parse::<u32>().ok().filter(|_| key.len() == 1)?;
    Some(Pressed::Act(Action::StepLane(TaskId(digit))))
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
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.query_selector("dialog[open]").ok().flatten().is_some())
}
