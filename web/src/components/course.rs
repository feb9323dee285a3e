//! The choice of a lesson.

use std::rc::Rc;

use session::{Action, ChapterView, CourseView, LessonLink, PlaceView};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::{Callback, Event, Html, Properties, component, html};

use super::dispatch::use_dispatch;
use crate::texts::course as texts;
use crate::texts::fill;

/// The picker's value for the free playground; no lesson has an empty id.
const PLAYGROUND: &str = "";

#[derive(PartialEq, Properties)]
pub(crate) struct LessonPickerProps {
    pub(crate) course: Rc<CourseView>,
    pub(crate) place: PlaceView,
}

#[component]
pub(crate) fn LessonPicker(props: &LessonPickerProps) -> Html {
    let dispatch = use_dispatch();
    let on_change = Callback::from(move |event: Event| {
        let select = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let Some(id) = select.map(|select| select.value()) else {
            return;
        };
        dispatch.send(if id == PLAYGROUND {
            Action::OpenPlayground
        } else {
            Action::SelectLesson(id)
        });
    });
    let course = &props.course;
    let is_free = match props.place {
        PlaceView::Playground => true,
        PlaceView::Lesson { .. } => false,
    };
    html! {
        <nav class="lesson-picker field" aria-label={texts::LESSONS}>
            <select aria-label={texts::LESSON} onchange={on_change}>
                { for course.chapters.iter().map(chapter) }
                <option value={PLAYGROUND} selected={is_free}>{ texts::FREE_PLAYGROUND }</option>
            </select>
            <span class="solved-count" title={texts::LESSONS_THAT_YOU_HAVE_PASSED}>{ fill(texts::OF_SOLVED, &[&course.solved, &course.lessons]) }</span>
        </nav>
    }
}

fn chapter(chapter: &ChapterView) -> Html {
    let lesson = |lesson: &LessonLink| {
        let mark = if lesson.is_solved { "✓ " } else { "" };
        html! { <option value={lesson.id.clone()} selected={lesson.is_open}>{ format!("{mark}{}", lesson.title) }</option> }
    };
    html! { <optgroup label={chapter.title.clone()}>{ for chapter.lessons.iter().map(lesson) }</optgroup> }
}
