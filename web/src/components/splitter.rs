//! What lies between two places and can be moved to make one of them larger: a separator with the pattern of a window
//! splitter. Owns turning pointers and keys into sizes; the sizes and their limits are the session's.

use session::{Action, Divider, Layout, Pane};
use web_sys::{DomRect, Element};
use yew::prelude::{
    Callback, Html, KeyboardEvent, MouseEvent, PointerEvent, Properties, TargetCast, classes, component, html,
};

use super::dispatch::use_dispatch;
use crate::texts::splitter as texts;

/// How far an arrow key moves it, alone and with Shift, in thousandths.
const STEP: u16 = 20;
const LEAP: u16 = 100;

#[derive(PartialEq, Properties)]
pub(crate) struct SplitterProps {
    pub(crate) divider: Divider,
    pub(crate) label: &'static str,
    pub(crate) class: &'static str,
    /// Whether it lies across and moves up and down.
    #[prop_or_default]
    pub(crate) is_across: bool,
    /// Its size is that of what comes after it.
    #[prop_or_default]
    pub(crate) is_from_end: bool,
    /// The ids of the elements between whose outer edges it moves; the first is what it makes larger.
    pub(crate) between: (&'static str, &'static str),
    pub(crate) size: u16,
    /// What Enter folds away.
    #[prop_or_default]
    pub(crate) folds: Option<Pane>,
}

#[component]
pub(crate) fn Splitter(props: &SplitterProps) -> Html {
    let dispatch = use_dispatch();
    let (divider, between) = (props.divider, props.between);
    let (is_across, is_from_end) = (props.is_across, props.is_from_end);
    let on_pointerdown = Callback::from(|event: PointerEvent| {
        if let Some(element) = event.target_dyn_into::<Element>().filter(|_| event.button() == 0) {
            // Fails only for pointers that are gone.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
    });
    let on_pointermove = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: PointerEvent| {
            let element = event.target_dyn_into::<Element>();
            if !element.is_some_and(|element| element.has_pointer_capture(event.pointer_id())) {
                return;
            }
            let size = frame(between).and_then(|frame| part(&event, &frame, is_across, is_from_end));
            if let Some(size) = size {
                dispatch.send(Action::Layout(Layout::Resize(divider, size)));
            }
        })
    };
    let on_keydown = {
        let (dispatch, size, folds) = (dispatch.clone(), props.size, props.folds);
        Callback::from(move |event: KeyboardEvent| {
            let layout = match (pressed(&event, divider, size, is_across, is_from_end), folds) {
                (Some(size), _) => Layout::Resize(divider, size),
                (None, Some(pane)) if event.key() == "Enter" => Layout::Toggle(pane),
                (None, _) => return,
            };
            event.prevent_default();
            dispatch.send(Action::Layout(layout));
        })
    };
    let on_double = dispatch.on::<MouseEvent>(Action::Layout(Layout::Restore(divider)));
    let (least, most) = divider.limits();
    let percent = |size: u16| (size / 10).to_string();
    html! {
        <div role="separator" tabindex="0" class={classes!("splitter", props.class, is_across.then_some("is-across"))}
            aria-label={props.label} aria-orientation={if is_across { texts::HORIZONTAL } else { texts::VERTICAL }}
            aria-controls={between.0} aria-valuenow={percent(props.size)} aria-valuemin={percent(least)} aria-valuemax={percent(most)}
            title={texts::DRAG_TO_RESIZE_DOUBLE_CLICK}
            onpointerdown={on_pointerdown} onpointermove={on_pointermove} onkeydown={on_keydown} ondblclick={on_double}></div>
    }
}

/// The area between the outer edges of two elements, as left, top, right, bottom.
fn frame((first, last): (&str, &str)) -> Option<[f64; 4]> {
    let document = crate::effects::window()?.document()?;
    let of = |id| -> Option<DomRect> { Some(document.get_element_by_id(id)?.get_bounding_client_rect()) };
    let (first, last) = (of(first)?, of(last)?);
    let least = |a: f64, b: f64| a.min(b);
    Some([
        least(first.left(), last.left()),
        least(first.top(), last.top()),
        first.right().max(last.right()),
        first.bottom().max(last.bottom()),
    ])
}

/// Where in the area the pointer is, in thousandths of it.
fn part(event: &PointerEvent, frame: &[f64; 4], is_across: bool, is_from_end: bool) -> Option<u16> {
    let [left, top, right, bottom] = *frame;
    let (at, from, to) = if is_across {
        (f64::from(event.client_y()), top, bottom)
    } else {
        (f64::from(event.client_x()), left, right)
    };
    if to - from < 1.0 {
        return None;
    }
    let part = ((at - from) / (to - from)).clamp(0.0, 1.0);
    let part = if is_from_end { 1.0 - part } else { part };
    // Between 0 and 1000.
    Some((part * 1_000.0).round() as u16)
}

/// The size that a key asks for.
fn pressed(event: &KeyboardEvent, divider: Divider, size: u16, is_across: bool, is_from_end: bool) -> Option<u16> {
    let step = if event.shift_key() { LEAP } else { STEP };
    let (least, most) = divider.limits();
    let (back, on) = if is_across {
        ("ArrowUp", "ArrowDown")
    } else {
        ("ArrowLeft", "ArrowRight")
    };
    let (smaller, larger) = if is_from_end { (on, back) } else { (back, on) };
    match event.key().as_str() {
        key if key == smaller => Some(size.saturating_sub(step).max(least)),
        key if key == larger => Some(size.saturating_add(step).min(most)),
        "Home" => Some(least),
        "End" => Some(most),
        _ => None,
    }
}
