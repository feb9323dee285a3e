//! What the run amounts to in numbers: the whole run, and one fold for each object. Owns which folds are open, by leaving
//! that to the browser.

use std::rc::Rc;

use session::{MeasuresView, ObjectMeasures};
use timeline::FigureGroup;
use yew::prelude::{Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub(crate) struct MeasuresProps {
    /// `None` for as long as nobody has asked for them.
    pub(crate) measures: Option<Rc<MeasuresView>>,
}

#[component]
pub(crate) fn Measures(props: &MeasuresProps) -> Html {
    let Some(measures) = &props.measures else {
        return html! { <p class="empty">{ "Nothing has been measured yet." }</p> };
    };
    html! {
        <div class="measures">
            <p class="note">{ "From the beginning of the run to the step that is shown, over virtual time." }</p>
            <details>
                <summary><strong>{ "The whole run" }</strong></summary>
                { groups(&measures.run) }
            </details>
            { for measures.objects.iter().map(object) }
        </div>
    }
}

fn object(object: &ObjectMeasures) -> Html {
    html! {
        <details key={object.object.0}>
            <summary><strong>{ object.name.clone() }</strong>{ " " }<small>{ object.class }</small>{ " " }<span class="figures">{ object.summary.clone() }</span></summary>
            { groups(&object.groups) }
        </details>
    }
}

fn groups(groups: &[FigureGroup]) -> Html {
    let table = |group: &FigureGroup| {
        html! {
            <table>
                <caption>{ group.title }</caption>
                <tbody>
                    { for group.figures.iter().map(|figure| html! {
                        <tr><th scope="row">{ figure.name.clone() }</th><td>{ figure.text() }</td></tr>
                    }) }
                </tbody>
            </table>
        }
    };
    html! { <div class="groups">{ for groups.iter().map(table) }</div> }
}
