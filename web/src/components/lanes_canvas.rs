//! The lanes' picture on its canvas, and what is told of the thing under the pointer.

use std::rc::Rc;

use session::{LookView, TipView};
use timeline::Scene;
use web_sys::Element;
use yew::prelude::{
    Callback, Html, KeyboardEvent, NodeRef, Properties, classes, component, hook, html, use_effect_with, use_node_ref,
};

use super::dispatch::{Dispatch, use_dispatch};
use super::lanes_input::{action_of, resized, use_pointers, use_wheel};
use super::painting::use_painting;
use crate::lanes::{AXIS_HEIGHT, Picture, watch_size};
use crate::texts::lanes_canvas as texts;

/// How far from the right edge a tip begins at the latest, in pixels.
const TIP_PX: f64 = 200.0;

#[derive(PartialEq, Properties)]
pub(crate) struct LanesCanvasProps {
    pub(crate) scene: Rc<Scene>,
    pub(crate) look: Rc<LookView>,
}

#[component]
pub(crate) fn LanesCanvas(props: &LanesCanvasProps) -> Html {
    let dispatch = use_dispatch();
    let (host, canvas) = (use_node_ref(), use_node_ref());
    use_painting(&canvas, Picture::Lanes(props.scene.clone()));
    use_size(&host, &dispatch);
    use_wheel(&host, &props.scene, &dispatch);
    let on = use_pointers(&host, &props.scene, &dispatch);
    let on_key = {
        let (dispatch, middle) = (dispatch.clone(), props.scene.view.width / 2.0);
        let chosen = props.scene.rows.iter().find(|row| row.is_selected);
        let chosen = chosen.map(|row| (row.task, row.is_pinned));
        Callback::from(move |event: KeyboardEvent| {
            if let Some(action) = action_of(&event, middle, chosen) {
                event.prevent_default();
                dispatch.send(action);
            }
        })
    };
    // With more rows than fit, a finger moves them instead of the page.
    let is_scrolled = props.scene.content_height > props.scene.view.height + 0.5;
    html! {
        <div class={classes!("lanes-view", is_scrolled.then_some("is-scrolled"))} ref={host} role="group" tabindex="0" onkeydown={on_key}
            onpointerdown={on.down} onpointermove={on.moved} onpointerup={on.up} onpointercancel={on.lost} onpointerleave={on.left}
            aria-label={texts::PICTURE_OF_THE_LANES_ARROW}>
            <canvas ref={canvas} aria-hidden="true"></canvas>
            // Here one finger moves the playhead; below, the browser may scroll the page with it.
            <div class="lanes-axis" style={format!("height: {AXIS_HEIGHT}px")}></div>
            // A place of its own: where something comes and goes beside the canvas, it would be made anew, and be empty.
            <div aria-hidden="true">{ props.look.tip.as_ref().map(|tip| self::tip(tip, &props.scene)) }</div>
            { first_picture(&props.scene) }
        </div>
    }
}

/// The first frame has no script that could paint.
#[cfg(not(target_arch = "wasm32"))]
fn first_picture(scene: &Scene) -> Html {
    crate::lanes::still(scene)
}

#[cfg(target_arch = "wasm32")]
fn first_picture(_: &Scene) -> Html {
    html! {}
}

fn tip(tip: &TipView, scene: &Scene) -> Html {
    let x = tip.x.min(scene.view.width - TIP_PX).max(0.0);
    // Above what it tells of, unless that is at the top.
    let is_below = tip.y < scene.view.row_height;
    let y = AXIS_HEIGHT + tip.y;
    let place = if is_below {
        format!("left: {x}px; top: {}px", y + 14.0)
    } else {
        format!("left: {x}px; bottom: calc(100% - {}px)", y - 12.0)
    };
    html! { <p class="lane-tip" style={place}>{ tip.text.clone() }</p> }
}

#[hook]
fn use_size(host: &NodeRef, dispatch: &Dispatch) {
    let (host, dispatch) = (host.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let watched = host
            .cast::<Element>()
            .and_then(|host| watch_size(&host, move |width, height| dispatch.send(resized(width, height))));
        move || drop(watched)
    });
}
