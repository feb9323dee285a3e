//! Where the run is, as a slider, and what runs from left to right.

use std::cell::RefCell;
use std::rc::Rc;

use session::{Action, Drive, DriveView, RunView};
use timeline::Axis;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::{Callback, Html, InputEvent, KeyboardEvent, PointerEvent, Properties, component, html, use_mut_ref};

use super::dispatch::{Dispatch, use_dispatch};
use super::loop_chip::LoopChip;
use super::loop_handles::LoopHandles;
use crate::texts::fill;
use crate::texts::scrub as texts;

/// Where a loop begins that is drawn on the slider with Shift held down.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Anchor {
    None,
    /// Where the slider will be when it is first heard of.
    Wanted,
    At(u32),
}

#[derive(PartialEq, Properties)]
pub(crate) struct ScrubProps {
    pub(crate) run: Rc<RunView>,
    pub(crate) drive: Rc<DriveView>,
}

#[component]
pub(crate) fn Scrub(props: &ScrubProps) -> Html {
    let dispatch = use_dispatch();
    let run = &props.run;
    let anchor = use_mut_ref(|| Anchor::None);
    let on_input = {
        let (dispatch, anchor) = (dispatch.clone(), anchor.clone());
        Callback::from(move |event: InputEvent| {
            let input = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let Some(step) = input.and_then(|input| input.value().parse().ok()) else {
                return;
            };
            dispatch.send(Action::Scrub(step));
            let was = *anchor.borrow();
            match was {
                Anchor::None => {}
                Anchor::Wanted => *anchor.borrow_mut() = Anchor::At(step),
                Anchor::At(from) => dispatch.send(Action::Drive(Drive::LoopOver(from.min(step), from.max(step)))),
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
            <span class="scrub-track">
            <input type="range" aria-label={texts::POSITION_IN_THE_RUN} aria-valuetext={fill(texts::AFTER_OF_STEPS, &[&run.cursor, &run.steps])}
                min="0" max={run.steps.to_string()} step="1" value={run.cursor.to_string()} oninput={on_input}
                aria-keyshortcuts={texts::SHIFT_ARROWS} onkeydown={extends(run.cursor, &dispatch)} onpointerdown={begins(anchor.clone())} onpointerup={ends(anchor.clone())} />
            <LoopHandles drive={props.drive.clone()} steps={run.steps} />
            </span>
            <span class="end">
                <button type="button" class="button button-quiet" title={texts::WHAT_RUNS_FROM_LEFT_TO} onclick={dispatch.on(Action::SetAxis(other))}>{ fill(texts::AXIS, &[&name]) }</button>
                <button type="button" class="button button-quiet" title={texts::SHOW_THE_WHOLE_RUN} onclick={dispatch.on(Action::FitStage)}>{ texts::FIT }</button>
            </span>
            <LoopChip drive={props.drive.clone()} />
        </div>
    }
}

/// Shift with an arrow draws the loop from where the cursor is.
fn extends(cursor: u32, dispatch: &Dispatch) -> Callback<KeyboardEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            _ if !event.shift_key() => return,
            "ArrowLeft" | "ArrowDown" => cursor.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => cursor.saturating_add(1),
            "Home" => 0,
            "End" => u32::MAX,
            _ => return,
        };
        event.prevent_default();
        dispatch.send(Action::Drive(Drive::LoopExtend(to)));
    })
}

/// With Shift held down, what is dragged over is the loop.
fn begins(anchor: Rc<RefCell<Anchor>>) -> Callback<PointerEvent> {
    Callback::from(move |event: PointerEvent| {
        *anchor.borrow_mut() = if event.shift_key() {
            Anchor::Wanted
        } else {
            Anchor::None
        };
    })
}

fn ends(anchor: Rc<RefCell<Anchor>>) -> Callback<PointerEvent> {
    Callback::from(move |_: PointerEvent| *anchor.borrow_mut() = Anchor::None)
}
