//! Where the run is, as a slider, and what runs from left to right.

use std::rc::Rc;

use session::{Action, DriveView, RunView};
use timeline::Axis;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::{Callback, Html, InputEvent, Properties, component, html};

use super::dispatch::use_dispatch;
use super::loop_chip::LoopChip;
use crate::texts::fill;
use crate::texts::scrub as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct ScrubProps {
    pub(crate) run: Rc<RunView>,
    pub(crate) drive: Rc<DriveView>,
}

#[component]
pub(crate) fn Scrub(props: &ScrubProps) -> Html {
    let dispatch = use_dispatch();
    let run = &props.run;
    let on_input = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let input = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if let Some(step) = input.and_then(|input| input.value().parse().ok()) {
                dispatch.send(Action::Scrub(step));
            }
        })
    };
    let (other, name) = match run.axis {
        Axis::Step => (Axis::Time, texts::STEPS),
        Axis::Time => (Axis::Step, texts::TIME),
    };
    html! {
        <div class="scrub">
            <output>{ format!("{} / {}", run.cursor, run.steps) }</output>
            <input type="range" aria-label={texts::POSITION_IN_THE_RUN} aria-valuetext={fill(texts::AFTER_OF_STEPS, &[&run.cursor, &run.steps])}
                min="0" max={run.steps.to_string()} step="1" value={run.cursor.to_string()} oninput={on_input} />
            <span class="end">
                <button type="button" class="button button-quiet" title={texts::WHAT_RUNS_FROM_LEFT_TO} onclick={dispatch.on(Action::SetAxis(other))}>{ fill(texts::AXIS, &[&name]) }</button>
                <button type="button" class="button button-quiet" title={texts::SHOW_THE_WHOLE_RUN} onclick={dispatch.on(Action::FitStage)}>{ texts::FIT }</button>
            </span>
            <LoopChip drive={props.drive.clone()} />
        </div>
    }
}
