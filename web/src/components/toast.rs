//! What the session says aside from the narration: read out to those who cannot see the page, and shown for a moment.

use crate::texts::toast as texts;
use gloo_timers::callback::Timeout;
use yew::prelude::{AttrValue, Html, Properties, component, html, use_effect_with, use_state};

/// How long it is shown. It is never the only place of something that has to be known.
const SHOWN_MS: u32 = 5_000;

#[derive(PartialEq, Properties)]
pub(crate) struct ToastProps {
    /// What is said.
    pub(crate) text: AttrValue,
    /// Counts what was said, so that the same words twice are shown twice.
    pub(crate) count: u32,
    /// Whether the page shows it anyway.
    pub(crate) is_on_screen: bool,
}

#[component]
pub(crate) fn Toast(props: &ToastProps) -> Html {
    let is_shown = use_state(|| false);
    let is_new = !props.text.is_empty() && !props.is_on_screen;
    {
        let is_shown = is_shown.setter();
        use_effect_with((props.count, is_new), move |&(_, is_new)| {
            is_shown.set(is_new);
            let timer = Timeout::new(SHOWN_MS, move || is_shown.set(false));
            move || drop(timer)
        });
    }
    html! {
        <aside aria-label={texts::ANNOUNCEMENTS}>
            <p class="visually-hidden" role="status">{ props.text.clone() }</p>
            if *is_shown { <p class="toast" aria-hidden="true">{ props.text.clone() }</p> }
        </aside>
    }
}
