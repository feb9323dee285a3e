//! What has to be reached, always in sight, with how many of the checks say that it is.

use std::rc::Rc;

use session::{CheckState, CheckView, ProofView};
use yew::prelude::{AttrValue, Html, Properties, component, html};

use super::checks::StateMark;
use crate::texts::goal as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct GoalProps {
    pub(crate) goal: AttrValue,
    pub(crate) proof: Rc<ProofView>,
}

#[component]
pub(crate) fn Goal(props: &GoalProps) -> Html {
    let state = |check: &CheckView| {
        // A verdict on a text that is no longer there is none.
        let state = if props.proof.is_stale {
            CheckState::Waiting
        } else {
            check.state
        };
        html! { <li title={check.title.clone()}><StateMark {state} /></li> }
    };
    html! {
        <div class="goal">
            <p><strong>{ texts::GOAL }</strong>{ props.goal.clone() }</p>
            <ul class="goal-checks" aria-label={texts::CHECKS}>{ for props.proof.checks.iter().map(state) }</ul>
        </div>
    }
}
