//! Pointers, wheel and keys over the picture of the lanes. Owns listening; what a movement means is the gesture's, and
//! what is done then the session's.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use session::{Action, Look, TaskId};
use timeline::Scene;
use wasm_bindgen::JsCast;
use web_sys::{Element, WheelEvent};
use yew::prelude::{Callback, KeyboardEvent, NodeRef, PointerEvent, hook, use_effect_with, use_mut_ref};

use super::dispatch::Dispatch;
use crate::lanes::{AXIS_HEIGHT, Gesture, row_height};

/// What the picture listens with.
pub(crate) struct Listeners {
    pub(crate) down: Callback<PointerEvent>,
    pub(crate) moved: Callback<PointerEvent>,
    pub(crate) up: Callback<PointerEvent>,
    pub(crate) lost: Callback<PointerEvent>,
    pub(crate) left: Callback<PointerEvent>,
}

/// What a pointer at a place of the picture asks for.
type Handle = fn(&mut Gesture, &Element, &PointerEvent, (f64, f64), &Scene) -> Vec<Action>;

#[hook]
pub(crate) fn use_pointers(host: &NodeRef, scene: &Rc<Scene>, dispatch: &Dispatch) -> Listeners {
    let gesture = use_mut_ref(Gesture::default);
    // What a gesture means depends on the picture that is shown while it goes on.
    let latest = use_mut_ref(|| scene.clone());
    latest.borrow_mut().clone_from(scene);
    let listener = |handle: Handle| {
        let (host, gesture, latest, dispatch) = (host.clone(), gesture.clone(), latest.clone(), dispatch.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(host) = host.cast::<Element>() else { return };
            let frame = host.get_bounding_client_rect();
            let at = (
                f64::from(event.client_x()) - frame.left(),
                f64::from(event.client_y()) - frame.top(),
            );
            let scene = latest.borrow().clone();
            let actions = handle(&mut gesture.borrow_mut(), &host, &event, at, &scene);
            for action in actions {
                dispatch.send(action);
            }
        })
    };
    Listeners {
        down: listener(|gesture, _, event, (x, y), _| {
            if event.button() == 0 {
                gesture.down(event.pointer_id(), x, y);
            }
            Vec::new()
        }),
        moved: listener(|gesture, host, event, (x, y), scene| {
            let actions = gesture.moved(event.pointer_id(), x, y, scene);
            if gesture.is_dragging() {
                // A drag goes on outside of the picture. Fails only for pointers that are gone.
                let _ = host.set_pointer_capture(event.pointer_id());
            }
            actions
        }),
        up: listener(|gesture, _, event, (x, y), scene| gesture.up(event.pointer_id(), x, y, scene)),
        lost: listener(|gesture, _, event, _, _| {
            gesture.lost(event.pointer_id());
            Vec::new()
        }),
        left: listener(|gesture, _, _, _, _| gesture.hover(None)),
    }
}

/// What a key means while the picture has the focus; `middle` is that of the picture.
pub(crate) fn action_of(event: &KeyboardEvent, middle: f64, chosen: Option<(TaskId, bool)>) -> Option<Action> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let pan = |dx: f64, dy: f64| Action::Pan { dx, dy };
    Some(match (event.key().as_str(), event.shift_key()) {
        ("ArrowRight", false) => Action::Step,
        ("ArrowLeft", false) => Action::Back,
        ("ArrowRight", true) => pan(middle / 2.0, 0.0),
        ("ArrowLeft", true) => pan(-middle / 2.0, 0.0),
        ("ArrowDown", _) => pan(0.0, row_height()),
        ("ArrowUp", _) => pan(0.0, -row_height()),
        ("PageDown", _) => pan(0.0, row_height() * 8.0),
        ("PageUp", _) => pan(0.0, -row_height() * 8.0),
        ("Home", _) => Action::ToStart,
        ("End", _) => Action::ToEnd,
        ("+" | "=", _) => Action::Zoom { factor: 1.5, x: middle },
        ("-" | "−", _) => Action::Zoom {
            factor: 1.0 / 1.5,
            x: middle,
        },
        // The digit lets `main` run elsewhere; in the picture it shows all of it, as in other tools.
        ("0", _) => Action::FitStage,
        ("p" | "P", _) => {
            let (task, is_pinned) = chosen?;
            let is_pinned = !is_pinned;
            Action::Look(Look::Pin { task, is_pinned })
        }
        _ => return None,
    })
}

/// Sideways moves along the run, with Ctrl or a pinch it zooms. Up and down is the page's, unless there are more rows than
/// fit and some of them lie that way.
#[hook]
pub(crate) fn use_wheel(host: &NodeRef, scene: &Rc<Scene>, dispatch: &Dispatch) {
    let latest = use_mut_ref(|| scene.clone());
    latest.borrow_mut().clone_from(scene);
    let (host, dispatch) = (host.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        // Over the names as well as over the picture.
        let around = host.cast::<Element>().and_then(|host| host.parent_element());
        let listener = around.map(|around| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&around, "wheel", options, move |event| {
                let Some(event) = event.dyn_ref::<WheelEvent>() else {
                    return;
                };
                let left = host
                    .cast::<Element>()
                    .map(|host| host.get_bounding_client_rect().left());
                let x = f64::from(event.client_x()) - left.unwrap_or_default();
                let scene = latest.borrow().clone();
                if let Some(action) = wheeled(event, x, &scene) {
                    event.prevent_default();
                    dispatch.send(action);
                }
            })
        });
        move || drop(listener)
    });
}

fn wheeled(event: &WheelEvent, x: f64, scene: &Scene) -> Option<Action> {
    // Some mice count in lines.
    let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE {
        row_height()
    } else {
        1.0
    };
    let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
    if event.ctrl_key() || event.meta_key() {
        let factor = (-dy / 240.0).exp();
        return Some(Action::Zoom { factor, x: x.max(0.0) });
    }
    if event.shift_key() || dx.abs() > dy.abs() {
        let dx = if dx == 0.0 { dy } else { dx };
        return Some(Action::Pan { dx, dy: 0.0 });
    }
    let view = &scene.view;
    let below = scene.content_height - view.height - view.scroll;
    let can_move = if dy > 0.0 { below > 0.5 } else { view.scroll > 0.5 };
    can_move.then_some(Action::Pan { dx: 0.0, dy })
}

/// The height that rows have in a place of that height.
pub(crate) fn resized(width: f64, height: f64) -> Action {
    Action::ResizeStage {
        width,
        height: height - AXIS_HEIGHT,
        row_height: row_height(),
    }
}
