//! The choices so far as a list: who went, what came of it, and how many others could have gone. Owns nothing of what is
//! listed; pressing a step goes there.

use std::rc::Rc;

use session::{Action, Drive, HistoryRow, HistoryView};
use yew::prelude::{Html, Properties, classes, component, html, use_effect_with};

use super::dispatch::{Dispatch, use_dispatch};
use crate::texts::choices as texts;
use crate::texts::fill;

#[derive(PartialEq, Properties)]
pub(crate) struct ChoicesProps {
    pub(crate) history: Option<Rc<HistoryView>>,
}

#[component]
pub(crate) fn Choices(props: &ChoicesProps) -> Html {
    let dispatch = use_dispatch();
    {
        // The list is made only while somebody looks at it.
        let dispatch = dispatch.clone();
        use_effect_with((), move |()| {
            dispatch.send(Action::Drive(Drive::ShowHistory(true)));
            move || dispatch.send(Action::Drive(Drive::ShowHistory(false)))
        });
    }
    let Some(history) = &props.history else { return html! {} };
    if history.rows.is_empty() {
        return html! { <p class="empty">{ texts::NOTHING_WAS_CHOSEN_YET_PRESS }</p> };
    }
    html! {
        <div class="choices">
            <table>
                <caption class="visually-hidden">{ texts::THE_CHOICES_OF_THIS_RUN }</caption>
                <thead><tr><th scope="col">{ texts::STEP }</th><th scope="col">{ texts::WHO }</th><th scope="col">{ texts::WHAT_CAME_OF_IT }</th><th scope="col">{ texts::OTHERS_WHO_COULD }</th></tr></thead>
                <tbody>
                    { left_out(history.left_out, "earlier") }
                    { for history.rows.iter().map(|each| row(each, &dispatch)) }
                    { left_out(history.more, "later") }
                </tbody>
            </table>
            <button type="button" class="button button-quiet" onclick={dispatch.on(Action::Drive(Drive::CopyHistory))}>{ texts::COPY_AS_TEXT }</button>
        </div>
    }
}

fn left_out(count: u32, which: &'static str) -> Html {
    match count {
        0 => html! {},
        _ => html! { <tr><td colspan="4" class="who">{ fill(texts::AND, &[&count, &which]) }</td></tr> },
    }
}

fn row(row: &HistoryRow, dispatch: &Dispatch) -> Html {
    let others = match row.others {
        0 => String::new(),
        others => others.to_string(),
    };
    html! {
        <tr key={row.step} class={classes!((!row.is_taken).then_some("is-ahead"))} aria-current={row.is_last.then_some("step")}>
            <td><button type="button" class="button-link" title={texts::GO_THERE} onclick={dispatch.on(Action::Scrub(row.step))}>{ row.step }</button></td>
            <td>{ row.who.clone() }</td><td>{ row.what.clone() }</td><td class="number">{ others }</td>
        </tr>
    }
}
