//! Whether the window answers to a media query, for what the style sheet cannot say: the way something lies, told to those
//! who do not see it.

use gloo_events::EventListener;
use yew::prelude::{hook, use_effect_with, use_state};

use crate::effects::theme;

/// Whether it does now; the component is drawn again when that changes.
#[hook]
pub(crate) fn use_media(query: &'static str) -> bool {
    let is_so = use_state(|| theme::query(query).is_some_and(|list| list.matches()));
    let setter = is_so.setter();
    use_effect_with((), move |()| {
        let listener = theme::query(query).map(|list| {
            let asked = list.clone();
            EventListener::new(&list, "change", move |_| setter.set(asked.matches()))
        });
        move || drop(listener)
    });
    *is_so
}
