//! "Share and save": the link to what is on the screen, and everything that can be taken away as a file. Owns the layout;
//! what a link holds and what is in a file are the session's.

use std::rc::Rc;

use session::{Action, Export, PictureForm, PicturePart, ShareView};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::{
    AttrValue, Callback, Event, FocusEvent, Html, Properties, component, html, use_effect_with, use_node_ref,
};

use super::dispatch::{Dispatch, use_dispatch};
use super::lesson::Prose;
use crate::effects::local;
use crate::texts::fill;
use crate::texts::share as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct ShareProps {
    pub(crate) share: Option<Rc<ShareView>>,
}

#[component]
pub(crate) fn Share(props: &ShareProps) -> Html {
    let dispatch = use_dispatch();
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.share.is_some(), move |&is_open| {
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
    let content = props.share.as_deref().map(|share| {
        html! {
            <>
                { link(share, &dispatch) }
                <h3>{ texts::PROGRAM }</h3>
                <p class="share-row">
                    <button type="button" class="button" onclick={dispatch.on(Action::SaveProgram)}>{ fill(texts::SAVE, &[&share.file_name]) }</button>
                    <label class="button">{ texts::OPEN_A_FILE }
                        <input type="file" class="visually-hidden" accept=".ts,.js,.mts,.mjs,.cts,.cjs,.txt,text/javascript" onchange={on_file(&dispatch)} />
                    </label>
                    if share.can_bring_back {
                        <button type="button" class="button" onclick={dispatch.on(Action::BringBack)}>{ texts::BRING_BACK_THE_PROGRAM_FROM }</button>
                    }
                </p>
                if share.has_run { { run(&dispatch) } }
            </>
        }
    });
    html! {
        <dialog ref={dialog} class="share" aria-labelledby="share-title" onclose={dispatch.on(Action::CloseShare)}>
            <h2 id="share-title">{ texts::SHARE_AND_SAVE }</h2>
            { for content }
            <p class="share-row"><button type="button" class="button" onclick={dispatch.on(Action::CloseShare)}>{ texts::CLOSE }</button></p>
        </dialog>
    }
}

fn link(share: &ShareView, dispatch: &Dispatch) -> Html {
    // Whoever cannot copy by the button can by hand.
    let on_focus = Callback::from(|event: FocusEvent| {
        if let Some(input) = input_of(&event) {
            input.select();
        }
    });
    html! {
        <>
            <h3>{ texts::LINK }</h3>
            <p>{ share.note.clone() }</p>
            if !share.link.is_empty() {
                <p class="share-row">
                    <input type="text" readonly=true aria-label={texts::LINK} value={share.link.clone()} onfocus={on_focus} />
                    <button type="button" class="button button-primary" onclick={dispatch.on(Action::CopyLink)}>{ texts::COPY_LINK }</button>
                </p>
                <p class="share-copied" role="status">{ share.copied }</p>
                if let Some(qr) = &share.qr {
                    // As large as the dialog: it is read from the last row.
                    <details class="qr"><summary>{ texts::QR_CODE_FOR_A_CLASSROOM }</summary><Prose html={AttrValue::from(qr.clone())} /></details>
                }
                if !share.qr_note.is_empty() { <p class="share-note">{ share.qr_note.clone() }</p> }
            }
        </>
    }
}

fn run(dispatch: &Dispatch) -> Html {
    let save = |words: &'static str, export: Export| {
        html! { <button type="button" class="button" onclick={dispatch.on(Action::Export(export))}>{ words }</button> }
    };
    let picture = |words, form, part| save(words, Export::Picture { form, part });
    html! {
        <>
            <h3>{ texts::RUN }</h3>
            <p class="share-row">
                { picture(texts::PICTURE_OF_THE_WHOLE_RUN, PictureForm::Svg, PicturePart::Whole) }
                { picture(texts::THE_SAME_AS_PNG, PictureForm::Png, PicturePart::Whole) }
                { picture(texts::PICTURE_AS_SHOWN_SVG, PictureForm::Svg, PicturePart::Shown) }
                { picture(texts::AS_SHOWN_AS_PNG, PictureForm::Png, PicturePart::Shown) }
                { save(texts::TABLE_OF_EVENTS_CSV, Export::Table) }
                { save(texts::CHROME_TRACE_FOR_PERFETTO_JSON, Export::ChromeTrace) }
            </p>
        </>
    }
}

fn on_file(dispatch: &Dispatch) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        let Some(input) = input_of(&event) else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            let dispatch = dispatch.clone();
            local::read(file, move |action| dispatch.send(action));
        }
        // The same file may be chosen again.
        input.set_value("");
    })
}

fn input_of(event: &Event) -> Option<HtmlInputElement> {
    event.target().and_then(|target| target.dyn_into().ok())
}
