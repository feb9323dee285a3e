//! When a run stops because of an object: a small switch on its card.

use std::collections::BTreeMap;
use std::rc::Rc;

use session::{Action, Drive, ObjectStop};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::{AttrValue, Callback, Event, Html, Properties, classes, component, html, use_context};

use super::dispatch::use_dispatch;
use crate::texts::fill;
use crate::texts::object_stop as texts;

/// The objects at which the run stops, for their cards. Equal as long as it is the same list.
#[derive(Clone, PartialEq)]
pub(crate) struct ObjectStops(pub(crate) Rc<BTreeMap<String, ObjectStop>>);

#[derive(PartialEq, Properties)]
pub(crate) struct StopSwitchProps {
    /// The object's name.
    pub(crate) name: AttrValue,
}

#[component]
pub(crate) fn StopSwitch(props: &StopSwitchProps) -> Html {
    let dispatch = use_dispatch();
    let stops = use_context::<ObjectStops>();
    let stop = stops.and_then(|stops| stops.0.get(&*props.name).copied());
    let name = props.name.to_string();
    let on_change = Callback::from(move |event: Event| {
        let select = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let word = select.map(|select| select.value()).unwrap_or_default();
        let stop = ObjectStop::ALL.into_iter().find(|stop| stop.word() == word);
        dispatch.send(Action::Drive(Drive::StopAt(name.clone(), stop)));
    });
    let option = |each: ObjectStop| {
        let words = match each {
            ObjectStop::Changed => texts::STOP_WHEN_IT_CHANGES,
            ObjectStop::Blocked => texts::STOP_WHEN_SOMEBODY_WAITS_FOR,
        };
        html! { <option value={each.word()} selected={stop == Some(each)}>{ words }</option> }
    };
    let label = fill(texts::WHEN_THE_RUN_STOPS_BECAUSE, &[&props.name]);
    html! {
        <select class={classes!("stop-switch", stop.map(|_| "is-set"))} title={label.clone()} aria-label={label} onchange={on_change}>
            <option value="" selected={stop.is_none()}>{ texts::DO_NOT_STOP }</option>
            { for ObjectStop::ALL.into_iter().map(option) }
        </select>
    }
}
