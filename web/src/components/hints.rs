//! Hints, one tier at a time.

use session::{Action, HintView};
use yew::prelude::{Html, Properties, component, html};

use super::dispatch::use_dispatch;
use super::lesson::Prose;
use crate::texts::fill;
use crate::texts::hints as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct HintsProps {
    pub(crate) hints: Vec<HintView>,
    pub(crate) count: u32,
}

#[component]
pub(crate) fn Hints(props: &HintsProps) -> Html {
    let dispatch = use_dispatch();
    let shown = props.hints.len();
    let hint = |hint: &HintView| html! { <div class="hint" key={hint.tier}><Prose html={hint.html.clone()} /></div> };
    let is_more = (shown as u64) < u64::from(props.count);
    html! {
        <>
            { for props.hints.iter().map(hint) }
            if is_more {
                <button type="button" class="button" onclick={dispatch.on(Action::RevealHint)}>
                    { fill(texts::SHOW_HINT_OF, &[&(shown + 1), &props.count]) }
                </button>
            }
        </>
    }
}
