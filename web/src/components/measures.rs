//! What the run amounts to in numbers: a table of the objects, curves of what is plotted, and one fold for all figures of
//! each. Owns which folds are open, by leaving that to the browser.

use std::rc::Rc;

use session::{Action, Inspect, MEASURE_COLUMNS, MeasureColumn, MeasureRow, MeasuresView, ObjectMeasures};
use timeline::FigureGroup;
use yew::prelude::{Html, Properties, component, html};

use super::dispatch::use_dispatch;
use super::plot::Plot;
use super::sorted::header;
use crate::texts::measures as texts;

const NOTHING: &str = texts::NOTHING_HAS_BEEN_MEASURED_YET;
const NOTE: &str = texts::FROM_THE_BEGINNING_OF_THE;

#[derive(PartialEq, Properties)]
pub(crate) struct MeasuresProps {
    /// `None` for as long as nobody has asked for them.
    pub(crate) measures: Option<Rc<MeasuresView>>,
}

#[component]
pub(crate) fn Measures(props: &MeasuresProps) -> Html {
    let dispatch = use_dispatch();
    let Some(measures) = &props.measures else {
        return html! { <p class="empty">{ NOTHING }</p> };
    };
    let sort = |column: MeasureColumn, name: &str| {
        let is_descending = (measures.by.column == column).then_some(measures.by.is_descending);
        header(
            name,
            is_descending,
            dispatch.on(Action::Inspect(Inspect::SortMeasures(column))),
        )
    };
    let figures = MEASURE_COLUMNS.iter().enumerate();
    html! {
        <div class="measures">
            <p class="note">{ NOTE }</p>
            if !measures.rows.is_empty() {
                <div class="measures-table" tabindex="0" role="region" aria-label={texts::OBJECTS_IN_NUMBERS}>
                <table>
                    <caption class="visually-hidden">{ texts::OBJECTS_IN_NUMBERS }</caption>
                    <thead><tr>
                        { sort(MeasureColumn::Name, texts::OBJECT) }
                        { sort(MeasureColumn::Class, texts::CLASS) }
                        { for figures.map(|(index, name)| sort(MeasureColumn::Figure(index), &heading(name))) }
                    </tr></thead>
                    <tbody>{ for measures.rows.iter().map(row) }</tbody>
                </table>
                </div>
            }
            <Plot plot={measures.plot.clone()} />
            <details>
                <summary><strong>{ texts::THE_WHOLE_RUN }</strong></summary>
                { groups(&measures.run) }
            </details>
            { for measures.objects.iter().map(object) }
        </div>
    }
}

/// A figure's name as the head of a column.
fn heading(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

fn row(row: &MeasureRow) -> Html {
    html! {
        <tr key={row.object.0}>
            <th scope="row">{ row.name.clone() }</th>
            <td>{ row.class }</td>
            { for row.figures.iter().map(|figure| html! { <td class="number">{ figure.clone() }</td> }) }
        </tr>
    }
}

fn object(object: &ObjectMeasures) -> Html {
    html! {
        <details key={object.object.0}>
            <summary><strong>{ object.name.clone() }</strong>{ " " }<small>{ object.class }</small></summary>
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
