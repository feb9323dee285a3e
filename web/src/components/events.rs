//! The steps as a table: the same as the picture, for whoever cannot see it. Only the rows around what is on the screen are
//! there; two empty rows stand for the others.

use std::rc::Rc;

use session::{Action, EventColumn, EventRow, EventsView, Inspect};
use web_sys::HtmlElement;
use yew::prelude::{Callback, Event, Html, Properties, TargetCast, component, html};

use super::dispatch::use_dispatch;
use super::sorted::header;
use crate::texts::events as texts;
use crate::texts::fill;

const NOTHING: &str = texts::NOTHING_HAS_HAPPENED_YET;
const CAPTION: &str = texts::THE_STEPS_SO_FAR;
const COPY: &str = texts::COPY_THE_SCHEDULE;
const COPY_TITLE: &str = texts::THE_CHOICES_SO_FAR_AS;

#[derive(PartialEq, Properties)]
pub(crate) struct EventsProps {
    /// `None` for as long as nobody has asked for it.
    pub(crate) events: Option<Rc<EventsView>>,
    pub(crate) cursor: u32,
}

#[component]
pub(crate) fn Events(props: &EventsProps) -> Html {
    let dispatch = use_dispatch();
    let Some(table) = props.events.as_ref().filter(|table| table.total > 0) else {
        return html! { <p class="empty">{ NOTHING }</p> };
    };
    let on_scroll = {
        let (dispatch, total, first) = (dispatch.clone(), table.total, table.first);
        let shown = table.rows.len() as u32;
        Callback::from(move |event: Event| {
            let Some(top) = event
                .target_dyn_into::<HtmlElement>()
                .and_then(|it| first_row(&it, total))
            else {
                return;
            };
            // What is made reaches further than what is seen, so that most of scrolling needs nothing.
            if top < first + shown / 8 && first > 0 || top > first + shown / 2 && first + shown < total {
                dispatch.send(Action::Inspect(Inspect::ScrollEvents(top)));
            }
        })
    };
    let sort = |column: EventColumn, name: &'static str| {
        let is_descending = (table.by.column == column).then_some(table.by.is_descending);
        header(
            name,
            is_descending,
            dispatch.on(Action::Inspect(Inspect::SortEvents(column))),
        )
    };
    let after = table.total - table.first - table.rows.len() as u32;
    html! {
        <div class="events">
            <p class="events-head">
                <span class="note">{ fill(texts::STEPS, &[&table.total]) }</span>
                <button type="button" class="button" title={COPY_TITLE} onclick={dispatch.on(Action::CopySchedule)}>{ COPY }</button>
            </p>
            <div class="events-window" tabindex="0" role="region" aria-label={CAPTION} onscroll={on_scroll}>
                <table aria-rowcount={(table.total + 1).to_string()}>
                    <caption class="visually-hidden">{ CAPTION }</caption>
                    <thead><tr aria-rowindex="1">
                        { sort(EventColumn::Step, texts::STEP) }
                        <th scope="col">{ texts::TIME }</th>
                        { sort(EventColumn::Lane, texts::LANE) }
                        { sort(EventColumn::Line, texts::LINE) }
                        <th scope="col">{ texts::WHAT_HAPPENED }</th>
                    </tr></thead>
                    <tbody>
                        { gap(table.first) }
                        { for table.rows.iter().zip(table.first + 2..).map(|(row, index)| event(row, index, props.cursor)) }
                        { gap(after) }
                    </tbody>
                </table>
            </div>
        </div>
    }
}

/// Room for rows that are not there.
fn gap(rows: u32) -> Html {
    if rows == 0 {
        return html! {};
    }
    html! { <tr class="gap" aria-hidden="true" style={format!("--rows:{rows}")}><td colspan="5"></td></tr> }
}

fn event(row: &EventRow, index: u32, cursor: u32) -> Html {
    let current = (row.step == cursor).then_some("step");
    html! {
        <tr key={row.step} aria-current={current} aria-rowindex={index.to_string()}>
            <td>{ row.step }</td>
            <td>{ row.time.clone() }</td>
            <td>{ row.lane.clone() }</td>
            <td>{ row.line.map(|line| line.to_string()).unwrap_or_default() }</td>
            <td title={row.sentence.clone()}><span>{ row.sentence.clone() }</span></td>
        </tr>
    }
}

/// The first row that can be seen: every row is as high as every other.
fn first_row(window: &HtmlElement, total: u32) -> Option<u32> {
    let body = window.query_selector("tbody").ok().flatten()?;
    let height = f64::from(body.client_height()) / f64::from(total.max(1));
    let top = f64::from(window.scroll_top());
    (height > 0.0).then(|| (top / height) as u32)
}
