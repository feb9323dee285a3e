//! The last events as a table: the same as the picture, for whoever cannot see it.

use std::rc::Rc;

use session::{Action, EventRow};
use yew::prelude::{Html, Properties, component, html};

use super::dispatch::use_dispatch;

#[derive(PartialEq, Properties)]
pub(crate) struct EventsProps {
    pub(crate) events: Rc<[EventRow]>,
    pub(crate) cursor: u32,
}

#[component]
pub(crate) fn Events(props: &EventsProps) -> Html {
    let dispatch = use_dispatch();
    if props.events.is_empty() {
        return html! { <p class="empty">{ "Nothing has happened yet." }</p> };
    }
    let row = |row: &EventRow| {
        let current = (row.step == props.cursor).then_some("step");
        html! {
            <tr aria-current={current}>
                <td>{ row.step }</td>
                <td>{ row.time.clone() }</td>
                <td>{ row.lane.clone() }</td>
                <td>{ row.line.map(|line| line.to_string()).unwrap_or_default() }</td>
                <td>{ row.sentence.clone() }</td>
            </tr>
        }
    };
    html! {
        <div class="events">
            <p class="empty"><button type="button" class="button" title="The choices so far as text, which replays the run" onclick={dispatch.on(Action::CopySchedule)}>{ "Copy the schedule" }</button></p>
            <table>
                <caption class="visually-hidden">{ "The last steps, the newest first" }</caption>
                <thead><tr><th scope="col">{ "Step" }</th><th scope="col">{ "Time" }</th><th scope="col">{ "Lane" }</th><th scope="col">{ "Line" }</th><th scope="col">{ "What happened" }</th></tr></thead>
                <tbody>{ for props.events.iter().rev().map(row) }</tbody>
            </table>
        </div>
    }
}
