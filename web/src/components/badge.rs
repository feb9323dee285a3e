//! A lane's badge: its number says who it is, the tone what it is doing.

use session::TaskId;
use yew::prelude::{AttrValue, Html, Properties, classes, component, html};

#[derive(PartialEq, Properties)]
pub(crate) struct BadgeProps {
    pub(crate) task: TaskId,
    /// The tone's word; without one the badge says only who.
    #[prop_or_default]
    pub(crate) tone: Option<&'static str>,
    /// The lane's name, for those who do not know the number.
    #[prop_or_default]
    pub(crate) name: AttrValue,
}

#[component]
pub(crate) fn Badge(props: &BadgeProps) -> Html {
    let tone = props.tone.map(|tone| format!("tone-{tone}"));
    let title = (!props.name.is_empty()).then(|| props.name.clone());
    html! { <span class={classes!("lane-badge", tone)} {title}>{ props.task.0 }</span> }
}
