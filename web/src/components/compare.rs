//! Two runs side by side, with one axis. Owns the two pictures' place on the page; what is in them is the session's.

use std::rc::Rc;

use session::{Action, CompareView, Drive, SideView};
use timeline::{Scene, Target};
use web_sys::Element;
use yew::prelude::{Callback, Html, MouseEvent, Properties, classes, component, html, use_effect_with, use_node_ref};

use super::branches::ending;
use super::dispatch::use_dispatch;
use super::icon::{Icon, Shape};
use super::painting::use_painting;
use super::words::steps;
use crate::lanes::{AXIS_HEIGHT, Picture, watch_size};
use crate::texts::compare as texts;

/// The height of one lane, in pixels.
const ROW_HEIGHT: u32 = 24;

#[derive(PartialEq, Properties)]
pub(crate) struct CompareProps {
    pub(crate) both: Rc<CompareView>,
}

#[component]
pub(crate) fn Compare(props: &CompareProps) -> Html {
    let dispatch = use_dispatch();
    let both = &props.both;
    let to_part = both.part.map(|part| {
        html! { <button type="button" class="button" onclick={dispatch.on(Action::Scrub(part))}>{ texts::GO_TO_WHERE_THEY_PART }</button> }
    });
    let side = |(index, side): (usize, &SideView)| {
        html! { <Side key={index} side={side.clone()} part_x={both.part_x} measures={index == 0} /> }
    };
    html! {
        <section class="panel compare" aria-labelledby="compare-title">
            <header>
                <h2 id="compare-title">{ texts::TWO_RUNS }</h2>
                <p class="compare-part">{ both.part_words.clone() }</p>
                <span class="end">
                    { for to_part }
                    <button type="button" class="button button-quiet button-icon" aria-label={texts::LEAVE_THE_COMPARISON} title={texts::LEAVE_THE_COMPARISON} onclick={dispatch.on(Action::Drive(Drive::LeaveComparison))}><Icon shape={Shape::Close} /></button>
                </span>
            </header>
            <div class="compare-sides">{ for both.sides.iter().enumerate().map(side) }</div>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct SideProps {
    side: SideView,
    /// Where the two part, in pixels.
    part_x: Option<f64>,
    /// Whether it tells the session how large the pictures are; both are equally wide.
    measures: bool,
}

#[component]
fn Side(props: &SideProps) -> Html {
    let dispatch = use_dispatch();
    let side = &props.side;
    let host = use_node_ref();
    {
        let (host, dispatch, measures) = (host.clone(), dispatch.clone(), props.measures);
        use_effect_with((), move |()| {
            let watched = host.cast::<Element>().filter(|_| measures).and_then(|host| {
                watch_size(&host, move |width, _| {
                    // A cast from float to integer saturates.
                    let width = width as u32;
                    dispatch.send(Action::Drive(Drive::ResizeComparison {
                        width,
                        row_height: ROW_HEIGHT,
                    }));
                })
            });
            move || drop(watched)
        });
    }
    let (mark, tone, word) = ending(side.ending.as_ref().map(|(kind, _)| *kind));
    let ended = side.ending.as_ref().map_or(word, |(_, words)| words.as_str());
    let height = side.scene.view.height + AXIS_HEIGHT;
    let part = props.part_x.filter(|x| (0.0..=side.scene.view.width).contains(x)).map(
        |x| html! { <span class="compare-line" style={format!("left: {x}px")} title={texts::HERE_THEY_PART}></span> },
    );
    html! {
        <figure class="compare-side">
            <figcaption>
                <span class={classes!("branch-mark", tone)} aria-hidden="true">{ mark }</span>
                <strong>{ side.title.clone() }</strong><span class="who">{ format!("{ended}, {}", steps(side.steps)) }</span>
            </figcaption>
            <div class="compare-lanes">
                <ul role="list" style={format!("--lane-row: {ROW_HEIGHT}px; padding-top: {AXIS_HEIGHT}px")} aria-label={texts::LANES}>
                    { for side.scene.rows.iter().map(|row| html! { <li key={row.task.0} title={row.name.clone()}>{ row.name.clone() }</li> }) }
                </ul>
                <div class="compare-picture" ref={host} style={format!("height: {height}px")}>
                    <Lanes scene={side.scene.clone()} />
                    { for part }
                </div>
            </div>
            <p class="compare-sentence">{ side.sentence.clone() }</p>
        </figure>
    }
}

#[derive(PartialEq, Properties)]
struct LanesProps {
    scene: Rc<Scene>,
}

/// A picture that goes where it is pressed. Arrow keys step in the lanes and from everywhere by F8, so it needs no focus.
#[component]
fn Lanes(props: &LanesProps) -> Html {
    let dispatch = use_dispatch();
    let canvas = use_node_ref();
    use_painting(&canvas, Picture::Lanes(props.scene.clone()));
    let on_click = {
        let scene = props.scene.clone();
        Callback::from(move |event: MouseEvent| {
            let (x, y) = (f64::from(event.offset_x()), f64::from(event.offset_y()) - AXIS_HEIGHT);
            let at = match scene.hit(x, y).filter(|_| y >= 0.0) {
                Some(Target::Phase { step, .. } | Target::Mark { step, .. }) => Some(step.saturating_add(1)),
                Some(_) | None => match scene.hit_axis(x) {
                    Target::Step(step) => Some(step),
                    _ => None,
                },
            };
            if let Some(step) = at {
                dispatch.send(Action::Scrub(step));
            }
        })
    };
    html! { <canvas ref={canvas} aria-hidden="true" onclick={on_click}></canvas> }
}
