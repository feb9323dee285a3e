//! A row of tabs with the keys that go with it. The panels have the ids `<id>-panel-<index>`.

use web_sys::HtmlElement;
use yew::prelude::{Callback, Html, KeyboardEvent, NodeRef, Properties, classes, component, html, use_node_ref};

#[derive(PartialEq, Properties)]
pub(crate) struct TabsProps {
    pub(crate) class: &'static str,
    pub(crate) label: &'static str,
    pub(crate) id: &'static str,
    pub(crate) names: Vec<String>,
    /// How many of them, from the first on, are not there now.
    #[prop_or_default]
    pub(crate) skipped: usize,
    pub(crate) chosen: usize,
    pub(crate) on_choose: Callback<usize>,
}

#[component]
pub(crate) fn Tabs(props: &TabsProps) -> Html {
    let row = use_node_ref();
    let on_keydown = {
        let (row, choose, chosen, count) = (row.clone(), props.on_choose.clone(), props.chosen, props.names.len());
        let first = props.skipped;
        Callback::from(move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" if chosen + 1 == count => first,
                "ArrowRight" => chosen + 1,
                "ArrowLeft" if chosen <= first => count - 1,
                "ArrowLeft" => chosen - 1,
                "Home" => first,
                "End" => count - 1,
                _ => return,
            };
            event.prevent_default();
            choose.emit(next);
            focus(&row, next - first);
        })
    };
    let tab = |(index, name): (usize, &String)| {
        let is_chosen = index == props.chosen;
        html! {
            <button type="button" role="tab" id={format!("{}-tab-{index}", props.id)}
                aria-selected={is_chosen.to_string()} aria-controls={format!("{}-panel-{index}", props.id)}
                tabindex={if is_chosen { "0" } else { "-1" }} onclick={props.on_choose.reform(move |_| index)}>
                { name }
            </button>
        }
    };
    html! {
        <div class={classes!(props.class)} role="tablist" aria-label={props.label} ref={row} onkeydown={on_keydown}>
            { for props.names.iter().enumerate().skip(props.skipped).map(tab) }
        </div>
    }
}

fn focus(row: &NodeRef, index: usize) {
    let tabs = row.cast::<HtmlElement>().map(|row| row.children());
    let tab = tabs.and_then(|tabs| tabs.item(u32::try_from(index).unwrap_or(0)));
    if let Some(tab) = tab.and_then(|tab| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(tab).ok()) {
        // An element that cannot take the focus keeps it where it is.
        let _ = tab.focus();
    }
}
