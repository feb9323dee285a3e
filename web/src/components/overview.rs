//! The whole run in a strip: a click goes there, and the window in it is the part that is shown, to be dragged and resized.

use std::rc::Rc;

use session::{Action, Look};
use timeline::{Overview, WindowPart};
use web_sys::Element;
use yew::prelude::{
    Callback, Html, KeyboardEvent, PointerEvent, Properties, TargetCast, component, html, use_mut_ref, use_node_ref,
};

use super::dispatch::use_dispatch;
use super::painting::use_painting;
use crate::lanes::Picture;
use crate::texts::fill;
use crate::texts::overview as texts;

/// How far a pointer has to move until it drags.
const DRAG_PX: f64 = 3.0;
/// How far an arrow key moves the window, as a part of the window.
const KEY_PART: f64 = 0.25;

#[derive(PartialEq, Properties)]
pub(crate) struct OverviewStripProps {
    pub(crate) overview: Rc<Overview>,
}

/// What is being dragged: the strip as it was, what was taken hold of, and where.
struct Hold {
    overview: Rc<Overview>,
    part: WindowPart,
    x: f64,
    has_moved: bool,
}

#[component]
pub(crate) fn OverviewStrip(props: &OverviewStripProps) -> Html {
    let dispatch = use_dispatch();
    let (canvas, hold) = (use_node_ref(), use_mut_ref(|| None::<Hold>));
    let overview = &props.overview;
    use_painting(&canvas, Picture::Strip(overview.clone()));
    let on_down = {
        let (hold, overview) = (hold.clone(), overview.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(element) = event.target_dyn_into::<Element>().filter(|_| event.button() == 0) else {
                return;
            };
            // Fails only for pointers that are gone.
            let _ = element.set_pointer_capture(event.pointer_id());
            let x = f64::from(event.offset_x());
            *hold.borrow_mut() = Some(Hold {
                part: overview.part_at(x),
                overview: overview.clone(),
                x,
                has_moved: false,
            });
        })
    };
    let on_move = {
        let (hold, dispatch) = (hold.clone(), dispatch.clone());
        Callback::from(move |event: PointerEvent| {
            let x = f64::from(event.offset_x());
            if let Some(hold) = hold.borrow_mut().as_mut() {
                hold.has_moved |= (x - hold.x).abs() >= DRAG_PX;
                if hold.has_moved {
                    dispatch.send(Action::Look(hold.dragged_to(x)));
                }
            }
        })
    };
    let on_up = {
        let (hold, dispatch) = (hold.clone(), dispatch.clone());
        Callback::from(move |event: PointerEvent| {
            let ended = hold.borrow_mut().take().filter(|hold| !hold.has_moved);
            if let Some(hold) = ended {
                let cursor = hold.overview.cursor_at(f64::from(event.offset_x()));
                dispatch.send(Action::Look(Look::GoTo(cursor)));
            }
        })
    };
    let on_lost = Callback::from(move |_: PointerEvent| drop(hold.borrow_mut().take()));
    let on_key = {
        let (dispatch, overview) = (dispatch.clone(), overview.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(action) = pressed(&event, &overview) {
                event.prevent_default();
                dispatch.send(action);
            }
        })
    };
    let percent = |x: f64| (x / overview.width.max(1.0) * 100.0).round();
    let (left, right) = overview.window;
    html! {
        <div class="overview">
            <span class="overview-name" aria-hidden="true">{ texts::WHOLE_RUN }</span>
            <div class="overview-strip" role="slider" tabindex="0" aria-label={texts::PART_OF_THE_RUN_THAT}
                aria-valuemin="0" aria-valuemax="100" aria-valuenow={percent(left).to_string()}
                aria-valuetext={fill(texts::FROM_TO_PERCENT_OF_THE, &[&percent(left), &percent(right)])}
                title={texts::CLICK_TO_GO_THERE_DRAG}
                onpointerdown={on_down} onpointermove={on_move} onpointerup={on_up} onpointercancel={on_lost} onkeydown={on_key}>
                <canvas ref={canvas} aria-hidden="true"></canvas>
            </div>
        </div>
    }
}

impl Hold {
    fn dragged_to(&self, x: f64) -> Look {
        let (from, to) = match self.part {
            WindowPart::Outside => return Look::GoTo(self.overview.cursor_at(x)),
            part @ (WindowPart::Start | WindowPart::End | WindowPart::Whole) => self.overview.dragged(part, x - self.x),
        };
        Look::Show { from, to }
    }
}

fn pressed(event: &KeyboardEvent, overview: &Overview) -> Option<Action> {
    let (left, right) = overview.window;
    let by = (right - left) * KEY_PART;
    let show = |(from, to): (f64, f64)| Some(Action::Look(Look::Show { from, to }));
    match (event.key().as_str(), event.shift_key()) {
        ("ArrowRight" | "ArrowUp", false) => show(overview.dragged(WindowPart::Whole, by)),
        ("ArrowLeft" | "ArrowDown", false) => show(overview.dragged(WindowPart::Whole, -by)),
        ("ArrowRight" | "ArrowUp", true) => show(overview.dragged(WindowPart::End, by)),
        ("ArrowLeft" | "ArrowDown", true) => show(overview.dragged(WindowPart::End, -by)),
        ("PageUp", _) => show(overview.dragged(WindowPart::Whole, by * 4.0)),
        ("PageDown", _) => show(overview.dragged(WindowPart::Whole, -by * 4.0)),
        ("Home", _) => show(overview.centred(0.0)),
        ("End", _) => show(overview.centred(overview.width)),
        _ => None,
    }
}
