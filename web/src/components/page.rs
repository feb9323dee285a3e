//! The page: bars on top, three places below. Owns what is on screen and no rule of the app: which place a phone shows.

use session::{Action, Dialog, Gallery, PlaceView, ViewModel};
use yew::prelude::{
    Callback, ContextProvider, Html, Properties, UseStateSetter, component, html, use_effect_with, use_memo, use_state,
};

use super::banners::Notes;
use super::dispatch::{Dispatch, use_dispatch};
use super::examples::ExamplesDialog;
use super::explained::Explained;
use super::goal::Goal;
use super::header::Header;
use super::help::Help;
use super::keys::use_keys;
use super::later::{Later, Parts};
use super::lesson;
use super::media::use_media;
use super::palette::Palette;
use super::places::{Place, Places};
use super::share::Share;
use super::tabs::Tabs;
use crate::effects::{address, scroll, theme, timers};
use crate::texts::page as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct PageProps {
    pub(crate) view: ViewModel,
}

#[component]
pub(crate) fn Page(props: &PageProps) -> Html {
    let view = &props.view;
    let outer = use_dispatch();
    let place = use_state(|| Place::Stage);
    let dispatch = {
        let place = place.setter();
        (*use_memo(outer, move |outer| following(outer.clone(), place.clone()))).clone()
    };
    let has_contrast = use_media(theme::CONTRAST);
    use_effect_with(
        (view.theme, view.layout.clone(), has_contrast),
        |(theme, layout, has_contrast)| {
            theme::show(*theme, layout, *has_contrast);
        },
    );
    let parts = (*use_memo((), |()| Parts::default())).clone();
    {
        let parts = parts.clone();
        use_effect_with((), move |()| parts.make(mark_ready));
    }
    use_keys(view, &dispatch);
    let choose = {
        let place = place.setter();
        Callback::from(move |index: usize| place.set(Place::ALL.get(index).copied().unwrap_or(Place::Stage)))
    };
    let on_debrief = (*use_memo((), {
        let place = place.setter();
        move |()| Callback::from(move |()| show_debrief(&place))
    }))
    .clone();
    let goal = match &view.place {
        PlaceView::Lesson { goal, .. } => html! { <Goal goal={goal.clone()} proof={view.proof.clone()} /> },
        PlaceView::Playground => html! {},
    };
    html! {
        <ContextProvider<Dispatch> context={dispatch.clone()}>
        <ContextProvider<Parts> context={parts}>
        <div class="app">
            <header>
                <Header course={view.course.clone()} place={view.place.clone()} theme={view.theme} layout={view.layout.clone()} />
                { goal }
                <Notes notes={view.notes.clone()} on_dismiss={dispatch.0.reform(Action::DismissNote)} on_offer={dispatch.on(Action::BringBack)} />
            </header>
            <nav aria-label={texts::PLACES}><Tabs class="place-tabs" label={texts::PLACES} id="place" names={Place::NAMES.map(str::to_owned).to_vec()} chosen={*place as usize} skipped={usize::from(!view.layout.has_lesson)} on_choose={choose} /></nav>
            <Later><Places view={view.clone()} place={*place} on_debrief={on_debrief} /></Later>
            <Later>
                <Share share={view.share.clone()} />
                <Explained words={view.drive.words.clone()} />
                <ExamplesDialog examples={view.examples.clone()} dialog={view.layout.dialog} />
                <Palette view={view.clone()} />
                <Help view={view.clone()} is_open={view.layout.dialog == Some(Dialog::Help)} />
            </Later>
        </div>
        </ContextProvider<Parts>>
        </ContextProvider<Dispatch>>
    }
}

/// On a phone, whoever runs or proves wants to see it, and whoever goes to the playground or opens an example wants to read and write. Whoever shares shares this page, whose address only the browser
/// knows.
fn following(outer: Dispatch, place: UseStateSetter<Place>) -> Dispatch {
    Dispatch(Callback::from(move |action: Action| {
        if let Action::Run | Action::Play | Action::Step | Action::Prove | Action::ReplayFinding { .. } = &action {
            place.set(Place::Stage);
        }
        if let Action::OpenPlayground | Action::Examples(Gallery::Take(_)) = &action {
            place.set(Place::Code);
        }
        outer.send(match action {
            Action::Share { .. } => Action::Share { page: address::here() },
            action => action,
        });
    }))
}

/// On a phone the lesson has to come on screen first.
fn show_debrief(place: &UseStateSetter<Place>) {
    place.set(Place::Lesson);
    timers::after(0, || scroll::to(lesson::DEBRIEF_ID));
}

/// Tells whoever waits for it, tests above all, that the page can be used.
fn mark_ready() {
    let root = crate::effects::window()
        .and_then(|window| window.document())
        .and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("data-ready", "true");
    }
}
