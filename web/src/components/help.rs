//! The keys, as a dialog.

use web_sys::HtmlDialogElement;
use yew::prelude::{Callback, Html, Properties, component, html, use_effect_with, use_node_ref};

/// What does what.
const KEYS: [(&[&str], &str); 16] = [
    (&["Ctrl", "Enter"], "Run to the end (also Shift Enter; ⌘ on a Mac)"),
    (&["F8"], "One step (also F10)"),
    (&["Shift", "F10"], "One step back"),
    (
        &["0", "…", "9"],
        "Let the lane with that number take the next step, outside of text fields",
    ),
    (&["T"], "Let time pass, when a deadline is next"),
    (&["←", "→"], "Step back and forth, in the lanes"),
    (&["Home", "End"], "To the start, to the end, in the lanes"),
    (&["+", "−"], "Zoom, in the lanes"),
    (&["Ctrl", "Space"], "Names that fit here, in the editor"),
    (&["Ctrl", "Shift", "Space"], "The parameters of the call, in the editor"),
    (&["Ctrl", "K", "Ctrl", "I"], "What is known of the name at the cursor"),
    (&["Alt", "F8"], "The next problem (with Shift, the one before)"),
    (&["Shift", "Alt", "F"], "Format the program"),
    (&["Tab"], "Leave the editor"),
    (&["Ctrl", "S"], "Share and save"),
    (&["?"], "These keys, outside of text fields"),
];

#[derive(PartialEq, Properties)]
pub(crate) struct HelpProps {
    pub(crate) is_open: bool,
    pub(crate) on_close: Callback<()>,
}

#[component]
pub(crate) fn Help(props: &HelpProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.is_open, move |&is_open| {
            let Some(dialog) = dialog.cast::<HtmlDialogElement>() else {
                return;
            };
            match (is_open, dialog.open()) {
                // Fails only if it is open already.
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                (true, true) | (false, false) => {}
            }
        });
    }
    let row = |(keys, what): &(&[&str], &str)| {
        html! { <><dt>{ for keys.iter().map(|key| html! { <><kbd>{ *key }</kbd>{ " " }</> }) }</dt><dd>{ *what }</dd></> }
    };
    // Esc closes the dialog by itself, and `close` is how the page learns of it.
    let on_close = props.on_close.reform(|_: yew::Event| ());
    html! {
        <dialog ref={dialog} aria-labelledby="help-title" onclose={on_close}>
            <h2 id="help-title">{ "Keys" }</h2>
            <dl>{ for KEYS.iter().map(row) }</dl>
            <p class="help-types">{ "Writing programs in an editor of your own? " }<a href="lanes.d.ts" download="lanes.d.ts">{ "lanes.d.ts" }</a>{ " has the types." }</p>
            <button type="button" class="button button-primary" onclick={props.on_close.reform(|_| ())}>{ "Close" }</button>
        </dialog>
    }
}
