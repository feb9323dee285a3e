//! The wait-for graph: a picture, and the same as a list of sentences.

use session::{LaneState, WaitsView};
use timeline::{GraphEdge, GraphNode, Party, Relation, WaitGraph};
use yew::prelude::{Html, Properties, classes, component, html, use_context};

use super::stage::Cast;
use crate::texts::fill;
use crate::texts::waits as texts;

const TITLE: &str = texts::WHO_WAITS_FOR_WHOM;
const NOBODY: &str = texts::NOBODY_WAITS_FOR_ANYBODY;

#[derive(PartialEq, Properties)]
pub(crate) struct WaitsProps {
    pub(crate) waits: WaitsView,
}

#[component]
pub(crate) fn Waits(props: &WaitsProps) -> Html {
    let cast = use_context::<Cast>();
    let waits = &props.waits;
    html! {
        <section class="waits" aria-labelledby="waits-title">
            <h3 id="waits-title">{ TITLE }</h3>
            if waits.sentences.is_empty() { <p class="note">{ NOBODY }</p> }
            { for waits.cycles.iter().map(|cycle| html! { <p class="wait-cycle"><span aria-hidden="true">{ "⟳ " }</span>{ cycle.clone() }</p> }) }
            if !waits.graph.nodes.is_empty() { { picture(&waits.graph, cast.as_ref()) } }
            if waits.left_out > 0 { <p class="note">{ fill(texts::THE_PICTURE_LEAVES_OUT_MORE, &[&waits.left_out]) }</p> }
            if !waits.sentences.is_empty() {
                <ul class="wait-list">{ for waits.sentences.iter().map(|sentence| html! { <li>{ sentence.clone() }</li> }) }</ul>
            }
        </section>
    }
}

/// The list below says all of it, so that the picture is for the eyes alone.
fn picture(graph: &WaitGraph, cast: Option<&Cast>) -> Html {
    let size = format!("0 0 {:.0} {:.0}", graph.width, graph.height);
    let (width, height) = (format!("{:.0}", graph.width), format!("{:.0}", graph.height));
    html! {
        <div class="wait-graph" aria-hidden="true">
            <svg viewBox={size} {width} {height}>
                <defs>
                    { marker("wait-tip", "wait-tip") }
                    { marker("wait-tip-cycle", "wait-tip is-cycle") }
                </defs>
                { for graph.edges.iter().map(edge) }
                { for graph.nodes.iter().map(|node| self::node(node, cast)) }
            </svg>
        </div>
    }
}

fn marker(id: &'static str, class: &'static str) -> Html {
    html! {
        <marker {id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse" markerUnits="userSpaceOnUse">
            <path {class} d="M0 0L8 4L0 8Z" />
        </marker>
    }
}

fn edge(edge: &GraphEdge) -> Html {
    let ((x1, y1), (x, y), (x2, y2)) = (edge.start, edge.bend, edge.end);
    let path = format!("M{x1:.1} {y1:.1}Q{x:.1} {y:.1} {x2:.1} {y2:.1}");
    let tip = if edge.is_in_cycle {
        "url(#wait-tip-cycle)"
    } else {
        "url(#wait-tip)"
    };
    let relation = match edge.relation {
        Relation::WaitsFor => "is-wait",
        Relation::HeldBy => "is-hold",
    };
    let middle = ((x1 + 2.0 * x + x2) / 4.0, (y1 + 2.0 * y + y2) / 4.0);
    let word = match edge.relation {
        Relation::WaitsFor => "waits",
        Relation::HeldBy => texts::HELD_BY,
    };
    // Only where there is room for it: along a ring the order says it.
    let is_flat = (x2 - x1).abs() > 64.0 && (y2 - y1).abs() < 24.0;
    html! { <>
        <path class={classes!("wait-edge", relation, edge.is_in_cycle.then_some("is-cycle"))} d={path} marker-end={tip} />
        if is_flat { <text class="wait-word" x={format!("{:.1}", middle.0)} y={format!("{:.1}", middle.1 - 5.0)} text-anchor="middle">{ word }</text> }
    </> }
}

fn node(node: &GraphNode, cast: Option<&Cast>) -> Html {
    let at = |number: f64| format!("{number:.1}");
    let (kind, radius) = match node.party {
        Party::Task(_) => ("is-task", node.height / 2.0),
        Party::Object(_) | Party::Other(_) => ("is-object", 5.0),
    };
    let middle = node.y + node.height / 2.0;
    let badge = match node.party {
        Party::Task(task) => {
            let tone = cast
                .and_then(|cast| cast.tone(task))
                .unwrap_or(LaneState::Blocked.tone().word());
            html! { <g class={format!("wait-badge tone-{tone}")}>
                <circle cx={at(node.x + 17.0)} cy={at(middle)} r="10" />
                <text x={at(node.x + 17.0)} y={at(middle)} text-anchor="middle" dominant-baseline="central">{ task.0 }</text>
            </g> }
        }
        Party::Object(_) | Party::Other(_) => html! {},
    };
    let start = match node.party {
        Party::Task(_) => node.x + 34.0,
        Party::Object(_) | Party::Other(_) => node.x + 11.0,
    };
    html! {
        <g class={classes!("wait-node", kind, node.is_in_cycle.then_some("is-cycle"))}>
            <rect x={at(node.x)} y={at(node.y)} width={at(node.width)} height={at(node.height)} rx={at(radius)} />
            { badge }
            <text class="wait-label" x={at(start)} y={at(middle)} dominant-baseline="central">{ node.label.clone() }</text>
        </g>
    }
}
