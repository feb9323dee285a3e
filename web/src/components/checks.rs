//! The checks of a proof, each with what was found.

use session::{Action, CheckState, CheckView, Drive, FindingView};
use yew::prelude::{Html, Properties, classes, component, html};

use super::dispatch::{Dispatch, use_dispatch};
use super::explained::AskWord;
use super::icon::{Icon, Shape};
use super::words::{steps, with_code};
use crate::texts::checks as texts;
use crate::texts::fill;

#[derive(PartialEq, Properties)]
pub(crate) struct StateMarkProps {
    pub(crate) state: CheckState,
}

/// How far a check is: by shape, by word, and by colour.
#[component]
pub(crate) fn StateMark(props: &StateMarkProps) -> Html {
    let (class, sign, word) = match props.state {
        CheckState::Waiting => ("state-waiting", "", texts::NOT_CHECKED_YET),
        CheckState::Busy => ("state-running", "…", texts::BEING_CHECKED),
        CheckState::Passed => ("state-passed", "✓", "passed"),
        CheckState::Failed => ("state-failed", "✗", "failed"),
        CheckState::Undecided => ("state-undecided", "?", texts::NOT_DECIDED),
    };
    html! { <span class={classes!("state", class)} role="img" aria-label={word}>{ sign }</span> }
}

#[derive(PartialEq, Properties)]
pub(crate) struct ChecksProps {
    pub(crate) checks: Vec<CheckView>,
}

#[component]
pub(crate) fn Checks(props: &ChecksProps) -> Html {
    let dispatch = use_dispatch();
    html! { <ul class="checks" role="list" aria-label={texts::CHECKS}>{ for props.checks.iter().enumerate().map(|(index, check)| one(index, check, &dispatch)) }</ul> }
}

fn one(index: usize, check: &CheckView, dispatch: &Dispatch) -> Html {
    let advice = (!check.advice.is_empty()).then(|| html! { <p class="detail">{ with_code(&check.advice) }</p> });
    // What a finding says, the check need not say again.
    let message = Some(&check.message)
        .filter(|text| !text.is_empty() && check.findings.iter().all(|finding| finding.message != **text));
    html! {
        <li key={check.id.clone()}>
            <StateMark state={check.state} />
            <strong>{ check.title.clone() }</strong>
            { for message.map(|text| html! { <p class="detail">{ with_code(text) }</p> }) }
            { for advice }
            if !check.tested.is_empty() { <p class="detail">{ check.tested.clone() }</p> }
            { for check.findings.iter().enumerate().map(|(number, view)| finding(index, number, view, dispatch)) }
        </li>
    }
}

fn finding(check: usize, finding: usize, view: &FindingView, dispatch: &Dispatch) -> Html {
    let line = view
        .line
        .map(|line| html! { <span>{ fill(texts::LINE, &[&line]) }</span> });
    let instance = (!view.instance.is_empty()).then(|| html! { <span>{ fill(texts::WITH, &[&view.instance]) }</span> });
    let replay = view.can_replay.then(|| html! {
        <button type="button" class="button" disabled={view.is_replayed} onclick={dispatch.on(Action::ReplayFinding { check, finding })}>
            <Icon shape={Shape::Replay} />{ if view.is_replayed { texts::REPLAYING } else { texts::REPLAY } }
        </button>
    });
    let steps = (view.steps > 0).then(|| html! { <span>{ steps(view.steps) }</span> });
    let compare = view.can_replay.then(|| html! {
        <button type="button" class="button" title={texts::REPLAY_IT_BESIDE_A_RUN} onclick={dispatch.on(Action::Drive(Drive::CompareFinding { check, finding }))}>{ texts::COMPARE }</button>
    });
    let word = if view.is_explained {
        html! { <AskWord class="verdict-word" word={view.verdict.clone()} /> }
    } else {
        html! { <span class="verdict-word">{ view.verdict.clone() }</span> }
    };
    let sentence = |text: &String| html! { <li>{ with_code(text) }</li> };
    html! {
        <div class={classes!("finding", (!view.is_failure).then_some("diagnosis"))}>
            { word }{ " " }{ with_code(&view.message) }
            if !view.explanation.is_empty() { <ul>{ for view.explanation.iter().map(sentence) }</ul> }
            if !view.odds.is_empty() { <p class="detail">{ view.odds.clone() }</p> }
            <div class="facts">{ for replay }{ for compare }{ for steps }{ for line }{ for instance }</div>
        </div>
    }
}
