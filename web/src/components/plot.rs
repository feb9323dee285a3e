//! Numbers over time: what is plotted, its curves, how long it took, and each as a table for those who cannot see it.

use session::{Action, HistogramView, Inspect, PlotView};
use timeline::{Axis, Chart, Series};
use web_sys::HtmlElement;
use yew::prelude::{
    Event, Html, NodeRef, Properties, TargetCast, component, html, use_effect_with, use_mut_ref, use_node_ref,
    use_state,
};

use super::dispatch::use_dispatch;
use crate::effects::charts;
use crate::texts::fill;
use crate::texts::plot as texts;

const PLOT: &str = texts::PLOT_OVER_TIME;
const NOTHING: &str = texts::NOTHING;
const FLAT: &str = texts::NOTHING_OF_IT_HAS_CHANGED;
/// How many rows of a curve the table tells.
const ROWS_MAX: usize = 200;

#[derive(PartialEq, Properties)]
pub(crate) struct PlotProps {
    pub(crate) plot: PlotView,
}

#[component]
pub(crate) fn Plot(props: &PlotProps) -> Html {
    let dispatch = use_dispatch();
    let plot = &props.plot;
    let on_change = {
        let subjects = plot.subjects.clone();
        dispatch.0.reform(move |event: Event| {
            let chosen = event.target_dyn_into::<web_sys::HtmlSelectElement>();
            let index = chosen.map_or(0, |select| select.selected_index());
            let subject = usize::try_from(index - 1).ok().and_then(|index| subjects.get(index));
            Action::Inspect(Inspect::Plot(subject.map(|(subject, _)| subject.clone())))
        })
    };
    if plot.subjects.is_empty() {
        return html! {};
    }
    let is_flat = plot.subject.is_some() && plot.charts.is_empty();
    html! {
        <section class="plot" aria-label={PLOT}>
            <label class="field"><span>{ PLOT }</span>
                <select onchange={on_change}>
                    <option selected={plot.subject.is_none()}>{ NOTHING }</option>
                    { for plot.subjects.iter().map(|(subject, name)| html! {
                        <option selected={plot.subject.as_ref() == Some(subject)}>{ name.clone() }</option>
                    }) }
                </select>
            </label>
            if is_flat { <p class="note">{ FLAT }</p> }
            <div class="charts">
                { for plot.charts.iter().map(|chart| html! { <Curves key={chart.title.clone()} chart={chart.clone()} axis={plot.axis} /> }) }
                { for plot.histograms.iter().map(histogram) }
            </div>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct CurvesProps {
    chart: Chart,
    axis: Axis,
}

#[component]
fn Curves(props: &CurvesProps) -> Html {
    let place = use_node_ref();
    let drawn = use_mut_ref(|| None::<charts::Drawing>);
    let failure = use_state(|| None::<String>);
    {
        let (place, drawn, failure) = (place.clone(), drawn, failure.setter());
        use_effect_with((props.chart.clone(), props.axis), move |(chart, axis)| {
            let plotted = charts::plotted(chart, axis_word(*axis));
            if let Some(drawing) = &*drawn.borrow() {
                drawing.update(&plotted);
                return;
            }
            let parent: Option<HtmlElement> = NodeRef::cast(&place);
            wasm_bindgen_futures::spawn_local(async move {
                match charts::draw(parent, &plotted).await {
                    Ok(drawing) => *drawn.borrow_mut() = Some(drawing),
                    Err(message) => failure.set(Some(message)),
                }
            });
        });
    }
    let chart = &props.chart;
    html! {
        <figure class="chart">
            <figcaption>{ chart.title.clone() }</figcaption>
            <div class="chart-place" role="img" aria-label={label(chart)} ref={place}></div>
            if let Some(message) = &*failure { <p class="note">{ fill(texts::THE_CURVES_COULD_NOT_BE, &[&message]) }</p> }
            <details><summary>{ texts::AS_A_TABLE }</summary>{ table(chart, props.axis) }</details>
        </figure>
    }
}

fn axis_word(axis: Axis) -> &'static str {
    match axis {
        Axis::Step => "step",
        Axis::Time => "ms",
    }
}

/// What those are told who cannot see the curves: where each ends and how far it went.
fn label(chart: &Chart) -> String {
    let told = chart.series.iter().map(|series| {
        let values = series.values.iter().flatten().copied();
        let last = values.clone().next_back().map(number).unwrap_or_default();
        let most = values.fold(f64::MIN, f64::max);
        fill(texts::IS_AT_MOST, &[&series.name, &last, &number(most)])
    });
    format!("{}: {}", chart.title, told.collect::<Vec<_>>().join("; "))
}

fn number(value: f64) -> String {
    let rounded = (value * 1_000.0).round() / 1_000.0;
    rounded.to_string()
}

fn table(chart: &Chart, axis: Axis) -> Html {
    let more = chart.x.len().saturating_sub(ROWS_MAX);
    let cell = |series: &Series, index: usize| {
        series
            .values
            .get(index)
            .copied()
            .flatten()
            .map(number)
            .unwrap_or_default()
    };
    html! {
        <table>
            <thead><tr>
                <th scope="col">{ axis_word(axis) }</th>
                { for chart.series.iter().map(|series| html! { <th scope="col">{ series.name.clone() }</th> }) }
            </tr></thead>
            <tbody>
                { for chart.x.iter().take(ROWS_MAX).enumerate().map(|(index, x)| html! {
                    <tr><th scope="row">{ number(*x) }</th>{ for chart.series.iter().map(|series| html! { <td>{ cell(series, index) }</td> }) }</tr>
                }) }
                if more > 0 { <tr><td>{ fill(texts::MORE, &[&more]) }</td></tr> }
            </tbody>
        </table>
    }
}

/// How long it took, as bars that are a table as well.
fn histogram(histogram: &HistogramView) -> Html {
    let most = histogram.bars.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let bar = |(name, count): &(String, u64)| {
        let width = format!("width:{:.1}%", *count as f64 * 100.0 / most as f64);
        html! { <tr><th scope="row">{ name.clone() }</th><td><span class="histogram-bar" aria-hidden="true" style={width}></span></td><td class="number">{ count }</td></tr> }
    };
    html! {
        <figure class="chart histogram" key={histogram.title.clone()}>
            <figcaption>{ fill(texts::HOW_LONG_THEY, &[&histogram.title]) }<small>{ histogram.percentiles.clone() }</small></figcaption>
            <table><tbody>{ for histogram.bars.iter().map(bar) }</tbody></table>
        </figure>
    }
}
