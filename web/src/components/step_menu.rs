//! The other ways to go on, folded away behind one button: steps of other sizes, breakpoints, the loop, choices taken back.

use std::rc::Rc;

use session::{Action, Against, Drive, DriveView, RunView};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::{Callback, Html, MouseEvent, Properties, component, html, use_state};

use super::dispatch::{Dispatch, use_dispatch};
use super::icon::{Icon, Shape};
use crate::effects::window;

const ID: &str = "step-menu";
const LABEL: &str = "More ways to go on";

/// One way: what it is called, its key, what it does, whether it can be done.
type Item = (&'static str, &'static str, Drive, bool);

#[derive(PartialEq, Properties)]
pub(crate) struct StepMenuProps {
    pub(crate) run: Rc<RunView>,
    pub(crate) drive: Rc<DriveView>,
}

#[component]
pub(crate) fn StepMenu(props: &StepMenuProps) -> Html {
    let dispatch = use_dispatch();
    let place = use_state(String::new);
    let on_open = {
        let place = place.setter();
        Callback::from(move |event: MouseEvent| {
            // It may be the picture on the button that was pressed.
            let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let button = pressed.and_then(|pressed| pressed.closest("button").ok().flatten());
            if let Some(style) = button.and_then(|button| beside(&button)) {
                place.set(style);
            }
        })
    };
    let groups = groups(&props.run, &props.drive);
    html! {
        <>
            <button type="button" class="button button-icon step-more" popovertarget={ID} aria-label={LABEL} title={LABEL} onclick={on_open}><Icon shape={Shape::Down} /></button>
            <div id={ID} class="menu" popover="auto" role="group" aria-label={LABEL} style={(*place).clone()}>
                { for groups.into_iter().map(|group| html! { <div class="menu-group">{ for group.into_iter().map(|each| item(each, &dispatch)) }</div> }) }
            </div>
        </>
    }
}

fn groups(run: &RunView, drive: &DriveView) -> [Vec<Item>; 4] {
    let can_step = run.can_step;
    let has_loop = drive.range.is_some();
    [
        vec![
            ("Until the lane waits or ends", "U", Drive::UntilBlocked, can_step),
            ("To the lane's next line", "N", Drive::OverLine, can_step),
            ("To the next switch of lanes", "S", Drive::ToSwitch, can_step),
        ],
        vec![
            ("Back to the last breakpoint", "B", Drive::BackToStop, drive.has_stops),
            (
                "Take all breakpoints away",
                "",
                Drive::ClearBreakpoints,
                drive.has_stops,
            ),
        ],
        vec![
            ("The loop begins here", "[", Drive::LoopFrom, run.steps > 0),
            ("The loop ends here", "]", Drive::LoopTo, run.steps > 0),
            ("Play the loop", "L", Drive::PlayLoop, has_loop),
        ],
        vec![
            ("Take the last choice back", "Ctrl Z", Drive::Undo, drive.can_undo),
            ("Make it again", "Ctrl Shift Z", Drive::Redo, drive.can_redo),
            (
                "Compare with a run that ends well",
                "",
                Drive::Compare(Against::GoodRun),
                run.steps > 0,
            ),
        ],
    ]
}

fn item((name, keys, drive, can): Item, dispatch: &Dispatch) -> Html {
    html! {
        <button type="button" class="menu-item" disabled={!can} popovertarget={ID} popovertargetaction="hide" onclick={dispatch.on(Action::Drive(drive))}>
            <span>{ name }</span>if !keys.is_empty() { <kbd>{ keys }</kbd> }
        </button>
    }
}

/// Below the button, or above it where the button is low on the screen.
fn beside(button: &Element) -> Option<String> {
    let window = window()?;
    let (width, height) = (
        window.inner_width().ok()?.as_f64()?,
        window.inner_height().ok()?.as_f64()?,
    );
    let rect = button.get_bounding_client_rect();
    let left = rect.left().min(width - MENU_WIDTH).max(MARGIN);
    let vertical = if rect.top() > height / 2.0 {
        format!("bottom: {}px; top: auto", height - rect.top() + MARGIN)
    } else {
        format!("top: {}px; bottom: auto", rect.bottom() + MARGIN)
    };
    Some(format!("left: {left}px; right: auto; {vertical}"))
}

/// As the style sheet has it, with its margin, in pixels.
const MENU_WIDTH: f64 = 312.0;
const MARGIN: f64 = 4.0;
