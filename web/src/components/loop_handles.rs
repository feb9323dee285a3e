//! The loop on the slider: a band between two handles that can be dragged, or moved with the arrow keys. Owns turning places
//! on the slider into steps; what a loop is, is the session's.

use std::rc::Rc;

use session::{Action, Drive, DriveView};
use web_sys::Element;
use yew::prelude::{Callback, Html, KeyboardEvent, PointerEvent, Properties, TargetCast, classes, component, html};

use super::dispatch::use_dispatch;
use crate::texts::fill;
use crate::texts::loop_handles as texts;

/// Half of the slider's thumb, in pixels: so far from its ends are its first and last place.
const HALF_THUMB_PX: f64 = 8.0;

#[derive(PartialEq, Properties)]
pub(crate) struct LoopHandlesProps {
    pub(crate) drive: Rc<DriveView>,
    pub(crate) steps: u32,
}

#[component]
pub(crate) fn LoopHandles(props: &LoopHandlesProps) -> Html {
    let Some((from, to)) = props.drive.range else {
        return html! {};
    };
    let steps = props.steps;
    let style = format!("--from:{};--to:{}", place(from, steps), place(to, steps));
    html! {
        <>
            <span class="loop-band" aria-hidden="true"><i {style}></i></span>
            <Handle label={texts::THE_LOOP_BEGINS} at={from} other={to} {steps} />
            <Handle label={texts::THE_LOOP_ENDS} at={to} other={from} {steps} />
        </>
    }
}

/// Where a step is on the slider, as its thumb would be.
fn place(step: u32, steps: u32) -> String {
    let part = f64::from(step) / f64::from(steps.max(1));
    format!("calc(var(--thumb) / 2 + (100% - var(--thumb)) * {part})")
}

#[derive(PartialEq, Properties)]
struct HandleProps {
    label: &'static str,
    at: u32,
    /// Where the other one is.
    other: u32,
    steps: u32,
}

#[component]
fn Handle(props: &HandleProps) -> Html {
    let dispatch = use_dispatch();
    let (at, other, steps) = (props.at, props.other, props.steps);
    let is_from = at < other;
    let (least, most) = if is_from { (0, other - 1) } else { (other + 1, steps) };
    let set = Callback::from(move |step: u32| {
        let step = step.clamp(least, most);
        dispatch.send(Action::Drive(Drive::LoopOver(step.min(other), step.max(other))));
    });
    let on_pointerdown = Callback::from(|event: PointerEvent| {
        if let Some(element) = event.target_dyn_into::<Element>().filter(|_| event.button() == 0) {
            // Fails only for pointers that are gone.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
    });
    let on_pointermove = {
        let set = set.clone();
        Callback::from(move |event: PointerEvent| {
            let element = event.target_dyn_into::<Element>();
            let held = element.filter(|element| element.has_pointer_capture(event.pointer_id()));
            if let Some(step) = held.and_then(|held| step_at(&held, f64::from(event.client_x()), steps)) {
                set.emit(step);
            }
        })
    };
    let on_keydown = Callback::from(move |event: KeyboardEvent| {
        let leap = if event.shift_key() { 10 } else { 1 };
        let step = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => at.saturating_sub(leap),
            "ArrowRight" | "ArrowUp" => at.saturating_add(leap),
            "Home" => least,
            "End" => most,
            _ => return,
        };
        event.prevent_default();
        set.emit(step);
    });
    html! {
        <span role="slider" tabindex="0" class={classes!("loop-handle", is_from.then_some("is-from"))} aria-label={props.label} aria-valuemin={least.to_string()} aria-valuemax={most.to_string()}
            aria-valuenow={at.to_string()} aria-valuetext={fill(texts::AFTER_STEPS, &[&at])} title={texts::DRAG} style={format!("--at:{}", place(at, steps))}
            onpointerdown={on_pointerdown} onpointermove={on_pointermove} onkeydown={on_keydown}></span>
    }
}

/// The step that lies at this place of the window.
fn step_at(handle: &Element, x: f64, steps: u32) -> Option<u32> {
    let track = handle.parent_element()?.get_bounding_client_rect();
    let room = track.width() - 2.0 * HALF_THUMB_PX;
    if room < 1.0 {
        return None;
    }
    let part = ((x - track.left() - HALF_THUMB_PX) / room).clamp(0.0, 1.0);
    // Between 0 and the number of steps.
    Some((part * f64::from(steps)).round() as u32)
}
