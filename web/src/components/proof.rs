//! The verdict: how far the check over every interleaving is, what it says, and what it found.

use std::rc::Rc;

use session::{Action, ProofState, ProofView};
use yew::prelude::{Callback, Html, MouseEvent, Properties, classes, component, html};

use super::checks::Checks;
use super::dispatch::{Dispatch, use_dispatch};
use super::icon::{Icon, Shape};
use super::words::with_code;
use crate::texts::proof as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct ProofProps {
    pub(crate) proof: Rc<ProofView>,
    /// To what the lesson says at its end, once it is passed.
    pub(crate) on_debrief: Option<Callback<()>>,
}

#[component]
pub(crate) fn Proof(props: &ProofProps) -> Html {
    let dispatch = use_dispatch();
    let proof = &props.proof;
    let prove = |word: &'static str| {
        html! {
            <button type="button" class="button button-prove" onclick={dispatch.on(Action::Prove)}><Icon shape={Shape::Prove} />{ word }</button>
        }
    };
    let (tone, action) = match proof.state {
        ProofState::Idle => ("", prove(texts::PROVE_IT)),
        ProofState::Busy => (
            "",
            html! {
                <button type="button" class="button" onclick={dispatch.on(Action::CancelProof)}><Icon shape={Shape::Stop} />{ texts::CANCEL }</button>
            },
        ),
        ProofState::Passed => (
            "verdict-good",
            props.on_debrief.as_ref().map(debrief).unwrap_or_default(),
        ),
        ProofState::Failed => ("verdict-bad", html! {}),
        ProofState::Cancelled | ProofState::Bounded | ProofState::Broken => ("verdict-open", html! {}),
    };
    let has_counters = proof.state != ProofState::Idle && proof.state != ProofState::Broken;
    html! {
        <div class="proof">
            <p class={classes!("verdict", tone)} data-testid="verdict"><span>{ with_code(&proof.headline) }</span>{ action }</p>
            if proof.state == ProofState::Idle {
                <p>{ texts::A_RUN_SHOWS_ONE_ORDER }</p>
            }
            if proof.is_stale {
                <p>{ texts::THE_PROGRAM_HAS_CHANGED_SINCE }{ prove(texts::PROVE_AGAIN) }</p>
            }
            if proof.can_continue {
                <p>
                    { texts::A_LIMIT_ENDED_THE_SEARCH }
                    <button type="button" class="button" data-testid="continue-proof" onclick={dispatch.on(Action::ContinueProof)}>{ texts::CONTINUE }</button>
                </p>
            }
            if proof.can_nudge || !proof.nudges.is_empty() {
                <div class="nudges" data-testid="nudges">
                    <ul>{ for proof.nudges.iter().map(|nudge| html! { <li>{ with_code(nudge) }</li> }) }</ul>
                    { more_nudges(proof, &dispatch) }
                </div>
            }
            if proof.state == ProofState::Busy { { counters(proof) } }
            <Checks checks={proof.checks.clone()} />
            if has_counters && proof.state != ProofState::Busy { { counters(proof) } }
        </div>
    }
}

/// Asks for the next hint. When there is none it stays and says so: whoever has pressed it by keyboard is still on it.
fn more_nudges(proof: &ProofView, dispatch: &Dispatch) -> Html {
    let is_over = !proof.can_nudge;
    let ask = dispatch.on(Action::AskNudge);
    let on_click = Callback::from(move |event: MouseEvent| {
        if !is_over {
            ask.emit(event);
        }
    });
    html! {
        <button type="button" class="button" aria-disabled={is_over.then_some("true")} onclick={on_click}>
            { if proof.nudges.is_empty() { texts::HOW_CAN_IT_GO_WRONG } else { texts::TELL_ME_MORE } }
        </button>
    }
}

fn debrief(show: &Callback<()>) -> Html {
    html! { <button type="button" class="button button-primary" onclick={show.reform(|_| ())}>{ texts::READ_THE_DEBRIEF }</button> }
}

/// With fewer, the time is mostly that of getting ready.
const STATES_FOR_RATE: u64 = 1_000;

fn counters(proof: &ProofView) -> Html {
    let entry = |name: &'static str, value: u64| html! { <div><dt>{ name }</dt><dd>{ grouped(value) }</dd></div> };
    html! {
        <dl class="counters">
            { entry("states", proof.states) }
            { entry(texts::STEPS_TAKEN, proof.transitions) }
            if proof.states >= STATES_FOR_RATE { { entry(texts::STATES_S, proof.states_per_second) } }
            if proof.state == ProofState::Busy { { entry(texts::STILL_TO_LOOK_AT, proof.frontier) } }
        </dl>
    }
}

/// `1234567` as `1,234,567`.
fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let grouped: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|chunk| std::str::from_utf8(chunk).unwrap_or(""))
        .collect();
    grouped.join(",")
}
