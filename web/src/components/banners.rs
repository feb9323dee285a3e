//! What has to be noticed: notes about the page, the replay that is loaded, how the run ended.

use std::rc::Rc;

use session::{Action, Against, Drive, NoteView, OutcomeKind, ReplayView, RunState, RunView};
use yew::prelude::{Callback, Html, MouseEvent, Properties, classes, component, html};

use super::dispatch::use_dispatch;
use super::explained::AskWord;
use super::words::steps;
use crate::texts::banners as texts;
use crate::texts::fill;

/// A deep stack must not push the lanes off the screen.
const DETAILS_MAX: usize = 5;

#[derive(PartialEq, Properties)]
pub(crate) struct NotesProps {
    pub(crate) notes: Rc<[NoteView]>,
    pub(crate) on_dismiss: Callback<u32>,
    pub(crate) on_offer: Callback<MouseEvent>,
}

#[component]
pub(crate) fn Notes(props: &NotesProps) -> Html {
    let note = |note: &NoteView| {
        let id = note.id;
        html! {
            <div class="banner banner-warn" role="status" key={id}>
                <p>{ note.text.clone() }</p>
                { for note.offer.map(|words| html! { <button type="button" class="button" onclick={&props.on_offer}>{ words }</button> }) }
                <button type="button" class="button" onclick={props.on_dismiss.reform(move |_| id)}>{ texts::DISMISS }</button>
            </div>
        }
    };
    html! { <>{ for props.notes.iter().map(note) }</> }
}

#[derive(PartialEq, Properties)]
pub(crate) struct BannersProps {
    pub(crate) run: Rc<RunView>,
    pub(crate) replay: Option<Rc<ReplayView>>,
}

#[component]
pub(crate) fn Banners(props: &BannersProps) -> Html {
    let dispatch = use_dispatch();
    let run = &props.run;
    let replay = props.replay.as_ref().map(|replay| {
        let instance = if replay.instance.is_empty() { String::new() } else { fill(texts::ON_THE_SMALL_INSTANCE, &[&replay.instance]) };
        html! {
            <div class="banner banner-note">
                <p><strong>{ fill(texts::REPLAYING, &[&replay.verdict]) }</strong>{ fill(texts::STEP_THROUGH_IT_TO_SEE, &[&steps(replay.steps), &instance]) }
                    { for replay.misfit.iter().map(|misfit| html! { <><br />{ misfit.clone() }</> }) }</p>
                <button type="button" class="button" onclick={dispatch.on(Action::LeaveReplay)}>{ texts::LEAVE_REPLAY }</button>
            </div>
        }
    });
    let stale = run.is_stale.then(|| {
        html! {
            <div class="banner banner-warn"><p>{ texts::THE_PROGRAM_HAS_ERRORS_THE }</p></div>
        }
    });
    let limit = run
        .limit_note
        .as_ref()
        .filter(|_| run.state == RunState::AtLimit)
        .map(|note| {
            html! {
                <div class="banner banner-warn">
                    <p>{ note.clone() }</p>
                    <button type="button" class="button" onclick={dispatch.on(Action::Continue)}>{ texts::CONTINUE }</button>
                </div>
            }
        });
    html! { <>{ for replay }{ for stale }{ for limit }{ outcome(run, dispatch.on(Action::Continue), dispatch.on(Action::Drive(Drive::Compare(Against::GoodRun)))) }</> }
}

fn outcome(run: &RunView, on_continue: Callback<MouseEvent>, on_compare: Callback<MouseEvent>) -> Html {
    let Some(outcome) = &run.outcome else { return html! {} };
    let tone = match outcome.kind {
        OutcomeKind::Finished => "banner-good",
        OutcomeKind::PropertyFailed | OutcomeKind::Error | OutcomeKind::Deadlock => "banner-bad",
        OutcomeKind::Limit => "banner-warn",
    };
    let line = outcome.line.map(|line| fill(texts::LINE, &[&line])).unwrap_or_default();
    html! {
        <div class={classes!("banner", tone)} data-testid="outcome">
            <p>
                <strong>{ outcome.title.clone() }{ line }</strong>
                if !outcome.message.is_empty() { { ": " }{ outcome.message.clone() } }
                { for outcome.details.iter().take(DETAILS_MAX).map(|detail| html! { <><br />{ detail.clone() }</> }) }
            </p>
            if let Some(word) = outcome.word {
                <AskWord {word} text={texts::WHAT_DOES_THAT_MEAN} />
                <button type="button" class="button" onclick={on_compare}>{ texts::COMPARE_WITH_A_GOOD_RUN }</button>
            }
            if outcome.can_continue {
                <button type="button" class="button" onclick={on_continue}>{ texts::CONTINUE }</button>
            }
        </div>
    }
}
