//! An object as a structure: slots with who is in them, and the line of those who wait.

use session::{CardView, TaskId};
use timeline::CardBody;
use yew::prelude::{Html, Properties, classes, component, html, use_context};

use super::badge::Badge;
use super::stage::Cast;

/// How many free slots are drawn one by one; a semaphore of a thousand permits shows a number for the rest.
const FREE_SLOTS_MAX: u32 = 12;
/// How many values or waiters are drawn one by one.
const QUEUE_MAX: usize = 16;

#[derive(PartialEq, Properties)]
pub(crate) struct ObjectCardProps {
    pub(crate) view: CardView,
}

#[component]
pub(crate) fn ObjectCard(props: &ObjectCardProps) -> Html {
    let cast = use_context::<Cast>();
    let card = &props.view.card;
    let body = match &card.body {
        CardBody::Semaphore {
            available,
            holders,
            queue,
        } => html! { <>
            { slots(holders.iter().map(|&task| Some(task)).chain(vec![None; (*available).min(FREE_SLOTS_MAX) as usize]), *available, &cast) }
            { line("waiting", queue.iter().map(|entry| entry.task), &cast) }
        </> },
        CardBody::Mutex { owner, depth, queue } => html! { <>
            { slots(std::iter::once(*owner), 0, &cast) }
            if *depth > 1 { <p class="line-of">{ format!("held {depth} times") }</p> }
            { line("waiting", queue.iter().map(|entry| entry.task), &cast) }
        </> },
        CardBody::Channel {
            buffer,
            senders,
            receivers,
            is_closed,
        } => html! { <>
            <ul class="slots" role="list" aria-label="Values in the channel">
                { for buffer.iter().take(QUEUE_MAX).map(|value| html! { <li class="slot slot-taken" title={value.value.clone()}>{ value.value.clone() }</li> }) }
                if buffer.len() > QUEUE_MAX { <li class="slot">{ format!("+{}", buffer.len() - QUEUE_MAX) }</li> }
                if buffer.is_empty() { <li class="slot">{ if *is_closed { "closed" } else { "empty" } }</li> }
            </ul>
            { line("sending", senders.iter().map(|sender| sender.task), &cast) }
            { line("receiving", receivers.iter().map(|entry| entry.task), &cast) }
        </> },
        CardBody::AtomicInt { value, writer } => html! { <>
            <ul class="slots" role="list"><li class="slot slot-taken">{ value }</li></ul>
            { line("set by", writer.iter().copied(), &cast) }
        </> },
    };
    html! {
        <article class={classes!("card", props.view.is_changed.then_some("is-changed"))} aria-label={props.view.sentence.clone()}>
            <h3>{ card.name.clone() }<small>{ card.shape.class }</small></h3>
            { body }
        </article>
    }
}

fn badge(task: TaskId, cast: &Option<Cast>) -> Html {
    let name = cast.as_ref().map(|cast| cast.name(task)).unwrap_or_default();
    let tone = cast.as_ref().and_then(|cast| cast.tone(task));
    html! { <Badge {task} {name} {tone} /> }
}

fn slots(holders: impl Iterator<Item = Option<TaskId>>, available: u32, cast: &Option<Cast>) -> Html {
    let slot = |holder: Option<TaskId>| match holder {
        Some(task) => html! { <li class="slot slot-taken">{ badge(task, cast) }</li> },
        None => html! { <li class="slot">{ "free" }</li> },
    };
    html! {
        <ul class="slots" role="list" aria-label="Permits">
            { for holders.map(slot) }
            if available > FREE_SLOTS_MAX { <li class="slot">{ format!("+{}", available - FREE_SLOTS_MAX) }</li> }
        </ul>
    }
}

fn line(word: &'static str, tasks: impl ExactSizeIterator<Item = TaskId>, cast: &Option<Cast>) -> Html {
    let count = tasks.len();
    if count == 0 {
        return html! {};
    }
    html! {
        <p class="line-of">
            <span class="word">{ word }</span>
            { for tasks.take(QUEUE_MAX).map(|task| badge(task, cast)) }
            if count > QUEUE_MAX { { format!("+{}", count - QUEUE_MAX) } }
        </p>
    }
}
