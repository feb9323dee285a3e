//! The three places side by side, or one at a time on a phone: the lesson, the code, the stage.

use session::{ProofState, ViewModel};
use yew::prelude::{Callback, Html, Properties, component, html};

use super::code::Code;
use super::lesson::Lesson;
use super::stage::Stage;
use super::tools::Tools;

/// Which of them a phone shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Lesson = 0,
    Code = 1,
    Stage = 2,
}

impl Place {
    pub(crate) const ALL: [Place; 3] = [Place::Lesson, Place::Code, Place::Stage];
    pub(crate) const NAMES: [&'static str; 3] = ["Lesson", "Code", "Stage"];

    fn word(self) -> &'static str {
        match self {
            Place::Lesson => "lesson",
            Place::Code => "code",
            Place::Stage => "stage",
        }
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct PlacesProps {
    pub(crate) view: ViewModel,
    pub(crate) place: Place,
    pub(crate) on_debrief: Callback<()>,
}

#[component]
pub(crate) fn Places(props: &PlacesProps) -> Html {
    let view = &props.view;
    html! {
        <main class="places" data-place={props.place.word()}>
            <Tools run={view.run.clone()} machine={view.machine} is_proving={view.proof.state == ProofState::Busy} />
            <section class="place place-lesson" id="place-panel-0" aria-label="Lesson" tabindex="-1">
                <Lesson lesson={view.lesson.clone()} />
            </section>
            <section class="place place-code" id="place-panel-1" aria-label="Code">
                <Code source={view.source.clone()} />
            </section>
            <section class="place place-stage" id="place-panel-2" aria-label="Stage" tabindex="-1">
                <Stage view={view.clone()} on_debrief={props.on_debrief.clone()} />
            </section>
        </main>
    }
}
