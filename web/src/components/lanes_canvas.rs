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
}

#[component]
pub(crate) fn LanesCanvas(props: &LanesCanvasProps) -> Html {
    let dispatch = use_dispatch();
    let (host, canvas) = (use_node_ref(), use_node_ref());
    use_painting(&canvas, &props.scene);
    use_size(&host, &dispatch);
    use_wheel(&host, &dispatch);
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
            dy: -row_height(),
        },
        "ArrowUp" => Action::Pan {
            dx: 0.0,
            dy: row_height(),
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

/// Sideways moves along the run, with Ctrl or a pinch it zooms. Up and down stay the page's.
#[hook]
fn use_wheel(host: &NodeRef, dispatch: &Dispatch) {
    let (host, dispatch) = (host.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let listener = host.cast::<Element>().map(|host| {
            EventListener::new_with_options(
                &host,
                "wheel",
                EventListenerOptions::enable_prevent_default(),
                move |event| {
                    let Some(event) = event.dyn_ref::<WheelEvent>() else {
                        return;
                    };
                    let (dx, dy) = (event.delta_x(), event.delta_y());
                    let action = if event.ctrl_key() || event.meta_key() {
                        Action::Zoom {
                            factor: (-dy / 240.0).exp(),
                            x: f64::from(event.offset_x()),
                        }
                    } else if event.shift_key() || dx.abs() > dy.abs() {
                        Action::Pan {
                            dx: if dx == 0.0 { -dy } else { -dx },
                            dy: 0.0,
                        }
                    } else if event.alt_key() {
                        Action::Pan { dx: 0.0, dy: -dy }
                    } else {
                        return;
                    };
                    event.prevent_default();
                    dispatch.send(action);
                },
            )
        });
        move || drop(listener)
    });
}
