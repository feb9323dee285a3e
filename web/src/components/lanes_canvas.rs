//! The lanes' picture on its canvas. Owns when it is painted, and turning pointer and keys into actions.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use session::Action;
use timeline::{Scene, Target};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement, WheelEvent};
use yew::prelude::{
    Callback, Html, KeyboardEvent, MouseEvent, NodeRef, Properties, component, hook, html, use_effect_with,
    use_mut_ref, use_node_ref,
};

use super::dispatch::{Dispatch, use_dispatch};
use crate::lanes::{AXIS_HEIGHT, Easel, row_height, watch_size};

#[derive(PartialEq, Properties)]
pub(crate) struct LanesCanvasProps {
    pub(crate) scene: Rc<Scene>,
    /// How many lanes there are, in view or not.
    pub(crate) lane_count: usize,
}

#[component]
pub(crate) fn LanesCanvas(props: &LanesCanvasProps) -> Html {
    let dispatch = use_dispatch();
    let (host, canvas) = (use_node_ref(), use_node_ref());
    use_painting(&canvas, &props.scene);
    use_size(&host, &dispatch);
    use_wheel(&host, props, &dispatch);
    let at = {
        let scene = props.scene.clone();
        move |event: &MouseEvent| target_at(&scene, event)
    };
    let on_move = {
        let (dispatch, at, last) = (dispatch.clone(), at.clone(), use_mut_ref(|| None::<Target>));
        Callback::from(move |event: MouseEvent| {
            let target = at(&event);
            if last.replace(target) != target {
                dispatch.send(Action::HoverTarget(target));
            }
        })
    };
    let on_click = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(target) = at(&event) {
                dispatch.send(Action::ClickTarget(target));
            }
        })
    };
    let on_key = {
        let (dispatch, middle) = (dispatch.clone(), props.scene.view.width / 2.0);
        Callback::from(move |event: KeyboardEvent| {
            if let Some(action) = action_of(&event.key(), middle).filter(|_| !event.ctrl_key() && !event.meta_key()) {
                event.prevent_default();
                dispatch.send(action);
            }
        })
    };
    html! {
        <div class="lanes-view" ref={host} role="group" tabindex="0" onkeydown={on_key}
            aria-label="Picture of the lanes. Arrow keys step; the tab Events has the same as a table.">
            <canvas ref={canvas} aria-hidden="true" onclick={on_click} onmousemove={on_move} onmouseleave={dispatch.on(Action::HoverTarget(None))}></canvas>
        </div>
    }
}

fn target_at(scene: &Scene, event: &MouseEvent) -> Option<Target> {
    let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()) - AXIS_HEIGHT);
    if y < 0.0 {
        Some(scene.hit_axis(x))
    } else {
        scene.hit(x, y)
    }
}

fn action_of(key: &str, middle: f64) -> Option<Action> {
    Some(match key {
        "ArrowRight" => Action::Step,
        "ArrowLeft" => Action::Back,
        "ArrowDown" => Action::Pan {
            dx: 0.0,
            dy: row_height(),
        },
        "ArrowUp" => Action::Pan {
            dx: 0.0,
            dy: -row_height(),
        },
        "Home" => Action::ToStart,
        "End" => Action::ToEnd,
        "+" | "=" => Action::Zoom { factor: 1.5, x: middle },
        "-" | "−" => Action::Zoom {
            factor: 1.0 / 1.5,
            x: middle,
        },
        _ => return None,
    })
}

#[hook]
fn use_painting(canvas: &NodeRef, scene: &Rc<Scene>) {
    let easel = use_mut_ref(|| None::<Easel>);
    {
        let (easel, canvas) = (easel.clone(), canvas.clone());
        use_effect_with((), move |()| {
            let made = canvas.cast::<HtmlCanvasElement>().and_then(Easel::new);
            let kept = easel.clone();
            *easel.borrow_mut() = made;
            move || drop(kept.borrow_mut().take())
        });
    }
    use_effect_with(scene.clone(), move |scene| {
        if let Some(easel) = &*easel.borrow() {
            easel.show(scene.clone());
        }
    });
}

#[hook]
fn use_size(host: &NodeRef, dispatch: &Dispatch) {
    let (host, dispatch) = (host.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let watched = host.cast::<Element>().and_then(|host| {
            watch_size(&host, move |width, height| {
                dispatch.send(Action::ResizeStage {
                    width,
                    height: height - AXIS_HEIGHT,
                    row_height: row_height(),
                });
            })
        });
        move || drop(watched)
    });
}

/// Sideways moves along the run, with Ctrl or a pinch it zooms. Up and down is the page's, unless there are more lanes than
/// fit and some of them lie that way.
#[hook]
fn use_wheel(host: &NodeRef, props: &LanesCanvasProps, dispatch: &Dispatch) {
    let latest = use_mut_ref(|| (props.scene.clone(), props.lane_count));
    *latest.borrow_mut() = (props.scene.clone(), props.lane_count);
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
                let (scene, lane_count) = latest.borrow().clone();
                if let Some(action) = wheeled(event, &scene, lane_count) {
                    event.prevent_default();
                    dispatch.send(action);
                }
            })
        });
        move || drop(listener)
    });
}

fn wheeled(event: &WheelEvent, scene: &Scene, lane_count: usize) -> Option<Action> {
    let (dx, dy) = (event.delta_x(), event.delta_y());
    if event.ctrl_key() || event.meta_key() {
        return Some(Action::Zoom {
            factor: (-dy / 240.0).exp(),
            x: f64::from(event.offset_x()),
        });
    }
    if event.shift_key() || dx.abs() > dy.abs() {
        let dx = if dx == 0.0 { dy } else { dx };
        return Some(Action::Pan { dx, dy: 0.0 });
    }
    let view = &scene.view;
    let below = lane_count as f64 * view.row_height - view.height - view.scroll;
    let can_move = if dy > 0.0 { below > 0.5 } else { view.scroll > 0.5 };
    can_move.then_some(Action::Pan { dx: 0.0, dy })
}
