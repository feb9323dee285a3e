//! What drives the lanes, as cards beside the objects: the event loop with its queues, the cores, the tree of scopes.

use std::rc::Rc;

use session::{CoresView, LoopView, QueueView, QueuedView, ScopeRow, SystemView, TaskId};
use yew::prelude::{Html, Properties, classes, component, html, use_context};

use super::badge::Badge;
use super::stage::Cast;
use crate::texts::fill;
use crate::texts::system as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct SystemProps {
    pub(crate) system: Rc<SystemView>,
}

#[component]
pub(crate) fn System(props: &SystemProps) -> Html {
    let cast = use_context::<Cast>();
    let badge = |task: TaskId| {
        let name = cast.as_ref().map(|cast| cast.name(task)).unwrap_or_default();
        let tone = cast.as_ref().and_then(|cast| cast.tone(task));
        html! { <Badge {task} {name} {tone} /> }
    };
    let system = &props.system;
    html! { <>
        if let Some(it) = &system.event_loop { { event_loop(it, &badge) } }
        if let Some(it) = &system.cores { { cores(it, &badge) } }
        if !system.scopes.is_empty() { { scopes(&system.scopes, &badge) } }
    </> }
}

fn event_loop(it: &LoopView, badge: &impl Fn(TaskId) -> Html) -> Html {
    let stack = QueueView {
        entries: it
            .stack
            .iter()
            .map(|function| QueuedView {
                what: function.clone(),
                lane: None,
                left: None,
            })
            .collect(),
        ..QueueView::default()
    };
    // What only some programs use is there when it is used.
    let rare = |queue: &QueueView| !queue.entries.is_empty();
    html! {
        <article class="card card-wide event-loop" aria-label={texts::EVENT_LOOP}>
            <h3>{ texts::EVENT_LOOP }<small>{ it.next.clone() }</small></h3>
            <dl class="queues">
                { queue(texts::CALL_STACK, texts::EMPTY_BETWEEN_JOBS, &stack, badge) }
                if rare(&it.ticks) { { queue(texts::TICKS, "", &it.ticks, badge) } }
                { queue(texts::MICROTASKS, texts::NONE, &it.microtasks, badge) }
                { queue(texts::TIMERS, texts::NONE, &it.timers, badge) }
                if rare(&it.immediates) { { queue(texts::IMMEDIATES, "", &it.immediates, badge) } }
                if rare(&it.outside) { { queue(texts::UNDER_WAY_OUTSIDE, "", &it.outside, badge) } }
            </dl>
        </article>
    }
}

fn queue(title: &'static str, empty: &'static str, queue: &QueueView, badge: &impl Fn(TaskId) -> Html) -> Html {
    let entry = |(index, entry): (usize, &QueuedView)| {
        let is_next = queue.is_next && index == 0;
        html! {
            <li class={classes!("job", is_next.then_some("is-next"))}>
                { for entry.lane.map(badge) }
                <span>{ entry.what.clone() }</span>
                if let Some(left) = &entry.left { <span class="mode">{ left.clone() }</span> }
                if is_next { <span class="mode">{ texts::NEXT }</span> }
            </li>
        }
    };
    html! {
        <div>
            <dt>{ title }</dt>
            <dd>
                if queue.entries.is_empty() { <span class="none">{ empty }</span> }
                else {
                    <ol class="jobs" role="list">
                        { for queue.entries.iter().enumerate().map(entry) }
                        if queue.more > 0 { <li class="none">{ fill(texts::MORE, &[&queue.more]) }</li> }
                    </ol>
                }
            </dd>
        </div>
    }
}

fn cores(it: &CoresView, badge: &impl Fn(TaskId) -> Html) -> Html {
    let core = |core: &Option<(TaskId, String)>| match core {
        Some((task, left)) => {
            html! { <li class="slot slot-taken">{ badge(*task) }<span class="mode">{ left.clone() }</span></li> }
        }
        None => html! { <li class="slot">{ texts::IDLE }</li> },
    };
    html! {
        <article class="card" aria-label={texts::CORES}>
            <h3>{ texts::CORES }<small>{ texts::WHO_COMPUTES_AND_FOR_HOW }</small></h3>
            <ul class="slots" role="list" aria-label={texts::CORES}>{ for it.cores.iter().map(core) }</ul>
            if !it.ready.is_empty() {
                <p class="line-of"><span class="word">{ texts::READY }</span>{ for it.ready.iter().map(|&task| badge(task)) }</p>
            }
        </article>
    }
}

fn scopes(rows: &[ScopeRow], badge: &impl Fn(TaskId) -> Html) -> Html {
    let row = |row: &ScopeRow| {
        html! {
            <li style={format!("--depth:{}", row.depth)}>
                <code>{ row.name.clone() }</code>
                if row.is_aborted { <span class="chip chip-bad">{ texts::ABORTED }</span> }
                <span class="word">{ texts::OF }</span>{ badge(row.owner) }
                <span class="word">{ if row.children.is_empty() { texts::NO_CHILDREN } else { texts::CHILDREN } }</span>
                { for row.children.iter().map(|&task| badge(task)) }
            </li>
        }
    };
    html! {
        <article class="card" aria-label={texts::SCOPES}>
            <h3>{ texts::SCOPES }<small>{ texts::WHO_BELONGS_TO_WHOM }</small></h3>
            <ul class="scope-tree" role="list">{ for rows.iter().map(row) }</ul>
        </article>
    }
}
