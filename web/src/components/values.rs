//! Variables and what is in them, as rows that open. Owns the mark beside a value that somebody has changed.

use session::{Action, ChangeView, Inspect, ValueRow};
use yew::prelude::{Html, Properties, classes, component, html};

use super::dispatch::{Dispatch, use_dispatch};
use crate::texts::values as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct ValuesProps {
    pub(crate) rows: Vec<ValueRow>,
    pub(crate) label: String,
}

#[component]
pub(crate) fn Values(props: &ValuesProps) -> Html {
    let dispatch = use_dispatch();
    html! {
        <ul class="values" role="list" aria-label={props.label.clone()}>
            { for props.rows.iter().map(|row| value(row, &dispatch)) }
        </ul>
    }
}

fn value(row: &ValueRow, dispatch: &Dispatch) -> Html {
    let indent = format!("--depth:{}", row.depth);
    let name = match row.is_open {
        None => html! { <span class="value-name">{ row.name.clone() }</span> },
        Some(is_open) => {
            let toggle = Action::Inspect(Inspect::Toggle(row.path.clone()));
            html! {
                <button type="button" class="value-name value-open" aria-expanded={is_open.to_string()} onclick={dispatch.on(toggle)}>
                    <span class="twist" aria-hidden="true"></span>{ row.name.clone() }
                </button>
            }
        }
    };
    html! {
        <li key={row.path.clone()} class={classes!(row.changed.as_ref().map(|_| "is-changed"))} style={indent}>
            { name }
            <span class="value-text">
                <code>{ row.value.clone() }</code>
                if let Some(same) = &row.same_as {
                    <span class="value-same"><span aria-hidden="true">{ "↺ " }</span>{ texts::SAME_AS }<code>{ same.clone() }</code></span>
                }
                if row.is_shared { <span class="value-note">{ texts::SHARED }</span> }
                if let Some(change) = &row.changed { { mark(change) } }
            </span>
        </li>
    }
}

/// A shape and words: a colour alone tells not everybody.
fn mark(change: &ChangeView) -> Html {
    let (class, shape) = if change.is_by_another {
        ("value-mark is-foreign", "◆")
    } else {
        ("value-mark", "●")
    };
    html! { <span {class}><span aria-hidden="true">{ shape }</span>{ " " }{ change.text.clone() }</span> }
}
