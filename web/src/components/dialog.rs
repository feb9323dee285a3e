//! A dialog over the page. Owns opening and closing the element, and that Esc and a press beside it close it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};
use yew::prelude::{Callback, Html, MouseEvent, Properties, classes, component, html, use_effect_with, use_node_ref};

#[derive(PartialEq, Properties)]
pub(crate) struct ModalProps {
    pub(crate) is_open: bool,
    /// The id of what names it.
    pub(crate) labelled_by: &'static str,
    #[prop_or("")]
    pub(crate) class: &'static str,
    pub(crate) on_close: Callback<()>,
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Modal(props: &ModalProps) -> Html {
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
    let on_press = {
        let (dialog, close) = (dialog.clone(), props.on_close.clone());
        Callback::from(move |event: MouseEvent| {
            // The dialog's own area is covered by what is in it; what is left is the backdrop.
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if target.is_some() && target == dialog.cast::<Element>() {
                close.emit(());
            }
        })
    };
    // Esc closes the dialog by itself, and `close` is how the page learns of it.
    let on_close = props.on_close.reform(|_: yew::Event| ());
    html! {
        <dialog ref={dialog} class={classes!(props.class)} aria-labelledby={props.labelled_by} onclose={on_close} onmousedown={on_press}>
            <div class="dialog-body">if props.is_open { { props.children.clone() } }</div>
        </dialog>
    }
}
