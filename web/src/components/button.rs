//! A button of the tool bar. Owns being disabled in name only: a button that really is disabled takes the focus with it,
//! and whoever steps by keyboard to the end would be thrown out of the bar.

use yew::prelude::{AttrValue, Callback, Html, MouseEvent, Properties, classes, component, html};

use super::icon::{Icon, Shape};

#[derive(PartialEq, Properties)]
pub(crate) struct ToolButtonProps {
    pub(crate) shape: Shape,
    /// What it says; for a button that shows only its picture, to those who cannot see it.
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) title: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) class: &'static str,
    #[prop_or_default]
    pub(crate) is_picture: bool,
    #[prop_or_default]
    pub(crate) is_disabled: bool,
    pub(crate) on_press: Callback<()>,
}

#[component]
pub(crate) fn ToolButton(props: &ToolButtonProps) -> Html {
    let on_click = {
        let (is_disabled, press) = (props.is_disabled, props.on_press.clone());
        Callback::from(move |_: MouseEvent| {
            if !is_disabled {
                press.emit(());
            }
        })
    };
    let (picture, word) = if props.is_picture {
        (Some(props.label.clone()), None)
    } else {
        (None, Some(props.label.clone()))
    };
    let title = props.title.clone().or_else(|| picture.clone());
    html! {
        <button type="button" class={classes!("button", props.class, props.is_picture.then_some("button-icon"))}
            aria-label={picture} {title} aria-disabled={props.is_disabled.then_some("true")} onclick={on_click}>
            <Icon shape={props.shape} />{ for word }
        </button>
    }
}
