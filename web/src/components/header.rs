//! The top bar: the name, the lessons, sharing, the theme, the keys.

use std::rc::Rc;

use session::{Action, CourseView, PlaceView, Theme};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::{Callback, Event, Html, Properties, component, html};

use super::course::LessonPicker;
use super::dispatch::use_dispatch;
use super::icon::{Icon, Shape};

#[derive(PartialEq, Properties)]
pub(crate) struct HeaderProps {
    pub(crate) course: Rc<CourseView>,
    pub(crate) place: PlaceView,
    pub(crate) theme: Theme,
    pub(crate) on_share: Callback<()>,
    pub(crate) on_help: Callback<()>,
}

#[component]
pub(crate) fn Header(props: &HeaderProps) -> Html {
    let dispatch = use_dispatch();
    let on_theme = Callback::from(move |event: Event| {
        let select = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let word = select.map(|select| select.value()).unwrap_or_default();
        if let Some(theme) = Theme::ALL.into_iter().find(|theme| theme.word() == word) {
            dispatch.send(Action::SetTheme(theme));
        }
    });
    let option = |theme: Theme| {
        let name = match theme {
            Theme::Auto => "Auto",
            Theme::Light => "Light",
            Theme::Dark => "Dark",
        };
        html! { <option value={theme.word()} selected={theme == props.theme}>{ name }</option> }
    };
    html! {
        <div class="top">
            <h1 class="wordmark">
                <svg viewBox="0 0 24 24" fill="none" stroke-width="3" stroke-linecap="round" aria-hidden="true">
                    <path class="lane-a" d="M3 6h18" /><path class="lane-b" d="M3 12h5M13 12h8" stroke-dasharray="5 4" /><path class="lane-c" d="M3 18h11" />
                </svg>
                <span class="wordmark-text">{ "Lanes" }</span>
            </h1>
            <LessonPicker course={props.course.clone()} place={props.place.clone()} />
            <span class="spacer"></span>
            <button type="button" class="button share-open" aria-label="Share and save" title="Share and save (Ctrl S)" aria-haspopup="dialog" onclick={props.on_share.reform(|_| ())}>
                <Icon shape={Shape::Share} /><span class="share-word">{ "Share" }</span>
            </button>
            <select class="theme-picker" aria-label="Theme" onchange={on_theme}>{ for Theme::ALL.into_iter().map(option) }</select>
            <button type="button" class="button button-quiet keys-help" aria-haspopup="dialog" onclick={props.on_help.reform(|_| ())}>
                { "Keys " }<kbd>{ "?" }</kbd>
            </button>
        </div>
    }
}
