//! Shared variables, and those of the chosen lane, with who wrote them last.

use std::rc::Rc;

use session::VariableView;
use yew::prelude::{Html, Properties, classes, component, html, use_context};

use super::badge::Badge;
use super::stage::Cast;
use crate::texts::fill;
use crate::texts::variables as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct VariablesProps {
    pub(crate) variables: Rc<[VariableView]>,
}

#[component]
pub(crate) fn Variables(props: &VariablesProps) -> Html {
    let cast = use_context::<Cast>();
    let is_changed = props.variables.iter().any(|variable| variable.is_written);
    let row = |variable: &VariableView| {
        let writer = variable.written_by.map(|task| {
            let name = cast.as_ref().map(|cast| cast.name(task)).unwrap_or_default();
            let tone = cast.as_ref().and_then(|cast| cast.tone(task));
            html! { <>{ texts::WRITTEN_BY }<Badge {task} {name} {tone} /></> }
        });
        let note = match (variable.is_read, variable.frame.as_str()) {
            (true, _) => texts::JUST_READ.to_owned(),
            (false, "") => String::new(),
            (false, frame) => fill(texts::IN, &[&frame]),
        };
        html! {
            <tr class={classes!(variable.is_written.then_some("is-changed"))}>
                <th scope="row">{ variable.name.clone() }</th>
                <td><span class="value">{ variable.value.clone() }</span></td>
                <td class="who">{ for writer }{ " " }{ note }</td>
            </tr>
        }
    };
    html! {
        <article class={classes!("card", is_changed.then_some("is-changed"))}>
            <h3>{ texts::VARIABLES }<small>{ texts::SHARED }</small></h3>
            <table class="variables"><tbody>{ for props.variables.iter().map(row) }</tbody></table>
        </article>
    }
}
