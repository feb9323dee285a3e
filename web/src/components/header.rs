//! The top bar: the name, the lessons, sharing, what the page looks like.

use std::rc::Rc;

use session::{Action, CourseView, LayoutView, PlaceView, Theme};
use yew::prelude::{Html, Properties, component, html};

use super::course::LessonPicker;
use super::dispatch::use_dispatch;
use super::icon::{Icon, Shape};
use super::view_menu::ViewMenu;
use crate::texts::header as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct HeaderProps {
    pub(crate) course: Rc<CourseView>,
    pub(crate) place: PlaceView,
    pub(crate) theme: Theme,
    pub(crate) layout: Rc<LayoutView>,
}

#[component]
pub(crate) fn Header(props: &HeaderProps) -> Html {
    let dispatch = use_dispatch();
    let on_share = dispatch.on(Action::Share { page: String::new() });
    html! {
        <div class="top">
            <h1 class="wordmark">
                <svg viewBox="0 0 24 24" fill="none" stroke-width="3" stroke-linecap="round" aria-hidden="true">
                    <path class="lane-a" d="M3 6h18" /><path class="lane-b" d="M3 12h5M13 12h8" stroke-dasharray="5 4" /><path class="lane-c" d="M3 18h11" />
                </svg>
                <span class="wordmark-text">{ texts::LANES }</span>
            </h1>
            <LessonPicker course={props.course.clone()} place={props.place.clone()} />
            <span class="spacer"></span>
            <button type="button" class="button share-open" aria-label={texts::SHARE_AND_SAVE} title={texts::SHARE_AND_SAVE_CTRL_S} aria-haspopup="dialog" onclick={on_share}>
                <Icon shape={Shape::Share} /><span class="share-word">{ texts::SHARE }</span>
            </button>
            <ViewMenu layout={props.layout.clone()} theme={props.theme} />
        </div>
    }
}
