//! The other ways to go on, folded away behind one button: steps of other sizes, breakpoints, the loop, choices taken back.

use std::rc::Rc;

use session::{Action, Against, Drive, DriveView, RunView};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::{Callback, Html, MouseEvent, Properties, UseStateSetter, component, html, use_state};

use super::dispatch::{Dispatch, use_dispatch};
use super::icon::{Icon, Shape};
use crate::effects::window;
use crate::texts::step_menu as texts;

const ID: &str = "step-menu";
const LABEL: &str = texts::MORE_WAYS_TO_GO_ON;

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
    let on_open = beside_pressed(place.setter());
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
            (texts::UNTIL_THE_LANE_WAITS_OR, "U", Drive::UntilBlocked, can_step),
            (texts::TO_THE_LANES_NEXT_LINE, "N", Drive::OverLine, can_step),
            (texts::TO_THE_NEXT_SWITCH_OF, "S", Drive::ToSwitch, can_step),
        ],
        vec![
            (
                texts::BACK_TO_THE_LAST_BREAKPOINT,
                "B",
                Drive::BackToStop,
                drive.has_stops,
            ),
            (
                texts::TAKE_ALL_BREAKPOINTS_AWAY,
                "",
                Drive::ClearBreakpoints,
                drive.has_stops,
            ),
        ],
        vec![
            (texts::THE_LOOP_BEGINS_HERE, "[", Drive::LoopFrom, run.steps > 0),
            (texts::THE_LOOP_ENDS_HERE, "]", Drive::LoopTo, run.steps > 0),
            (texts::PLAY_THE_LOOP, "L", Drive::PlayLoop, has_loop),
        ],
        vec![
            (texts::TAKE_THE_LAST_CHOICE_BACK, "Ctrl Z", Drive::Undo, drive.can_undo),
            (texts::MAKE_IT_AGAIN, "Ctrl Shift Z", Drive::Redo, drive.can_redo),
            (
                texts::COMPARE_WITH_A_RUN_THAT,
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

/// Tells a menu where it opens: at the button that is pressed.
pub(super) fn beside_pressed(place: UseStateSetter<String>) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        // It may be the picture on the button that was pressed.
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let button = pressed.and_then(|pressed| pressed.closest("button").ok().flatten());
        if let Some(style) = button.and_then(|button| beside(&button)) {
            place.set(style);
        }
    })
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
