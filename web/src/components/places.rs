//! The three places side by side, or one at a time on a phone: the lesson, the code, the stage; what lies between them, and
//! what is left of one that is folded away. Which one is shown and how large it is, the style sheet reads from the root.

use session::{Action, Divider, Layout, Pane, ProofState, ViewModel};
use yew::prelude::{Callback, Html, Properties, component, html};

use super::code::Code;
use super::dispatch::{Dispatch, use_dispatch};
use super::icon::{Icon, Shape};
use super::later::Later;
use super::lesson::Lesson;
use super::media::use_media;
use super::splitter::Splitter;
use super::stage::Stage;
use super::tools::Tools;
use crate::texts::fill;
use crate::texts::places as texts;

/// Which of them a phone shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Lesson = 0,
    Code = 1,
    Stage = 2,
}

impl Place {
    pub(crate) const ALL: [Place; 3] = [Place::Lesson, Place::Code, Place::Stage];
    pub(crate) const NAMES: [&'static str; 3] = [texts::LESSON, texts::CODE, texts::STAGE];

    fn word(self) -> &'static str {
        match self {
            Place::Lesson => "lesson",
            Place::Code => "code",
            Place::Stage => "stage",
        }
    }
}

/// Where the lesson lies above the code; the style sheet says the same.
const IS_STACKED: &str = "(max-width: 1100px)";
const LESSON_ID: &str = "place-panel-0";
const CODE_ID: &str = "place-panel-1";
pub(crate) const STAGE_ID: &str = "place-panel-2";

#[derive(PartialEq, Properties)]
pub(crate) struct PlacesProps {
    pub(crate) view: ViewModel,
    pub(crate) place: Place,
    pub(crate) on_debrief: Callback<()>,
}

#[component]
pub(crate) fn Places(props: &PlacesProps) -> Html {
    let view = &props.view;
    let dispatch = use_dispatch();
    let is_stacked = use_media(IS_STACKED);
    let layout = &view.layout;
    let of_lesson = if is_stacked {
        Divider::LessonHeight
    } else {
        Divider::LessonWidth
    };
    let lesson_edge = html! {
        <Splitter key="lesson" divider={of_lesson} class="splitter-lesson" label={texts::SIZE_OF_THE_LESSON} is_across={is_stacked} folds={Pane::Lesson}
            between={(LESSON_ID, if is_stacked { CODE_ID } else { STAGE_ID })} size={layout.size(of_lesson).unwrap_or_default()} />
    };
    html! {
        <main class="places" data-place={props.place.word()}>
            <Tools run={view.run.clone()} drive={view.drive.clone()} machine={view.machine} is_proving={view.proof.state == ProofState::Busy} />
            <section class="place place-lesson" id={LESSON_ID} aria-label={texts::LESSON} tabindex="-1">
                <div class="place-body"><Later><Lesson lesson={view.lesson.clone()} /></Later></div>
                { folding(Pane::Lesson, &dispatch) }
            </section>
            if layout.has_lesson { { lesson_edge } }
            <section class="place place-code" id={CODE_ID} aria-label={texts::CODE}>
                <div class="place-body"><Later><Code source={view.source.clone()} drive={view.drive.clone()} formats={layout.formats} /></Later></div>
                { folding(Pane::Code, &dispatch) }
            </section>
            <Splitter divider={Divider::CodeWidth} class="splitter-code" label={texts::SIZE_OF_THE_CODE} folds={Pane::Code}
                between={(CODE_ID, STAGE_ID)} size={layout.code_width} />
            <section class="place place-stage" id={STAGE_ID} aria-label={texts::STAGE} tabindex="-1">
                <div class="place-body"><Later><Stage view={view.clone()} on_debrief={props.on_debrief.clone()} /></Later></div>
                { folding(Pane::Stage, &dispatch) }
            </section>
        </main>
    }
}

/// What folds a place away, and what is there of it then; the style sheet shows one of them.
fn folding(pane: Pane, dispatch: &Dispatch) -> Html {
    let (name, label, keys, closing, opening) = match pane {
        Pane::Lesson => (
            texts::LESSON,
            texts::FOLD_LESSON,
            "Shift Alt L",
            Shape::Left,
            Shape::Right,
        ),
        Pane::Code => (texts::CODE, texts::FOLD_CODE, "Shift Alt C", Shape::Left, Shape::Right),
        Pane::Stage => (
            texts::STAGE,
            texts::FOLD_STAGE,
            "Shift Alt S",
            Shape::Right,
            Shape::Left,
        ),
    };
    let toggle = dispatch.on(Action::Layout(Layout::Toggle(pane)));
    html! {
        <>
            <button type="button" class="button button-quiet button-icon fold" title={fill(texts::WITH_KEYS, &[&label, &keys])} aria-label={label} aria-expanded="true"
                onclick={toggle.clone()}><Icon shape={closing} /></button>
            <button type="button" class="rail" title={fill(texts::SHOW_IT_AGAIN, &[&keys])} aria-expanded="false" onclick={toggle}>
                <Icon shape={opening} />{ name }
            </button>
        </>
    }
}
