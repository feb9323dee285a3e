//! What just happened, in one sentence.

use std::rc::Rc;

use session::{Action, DecisionView, RunView};
use yew::prelude::{Html, Properties, component, html};

use super::dispatch::use_dispatch;
use crate::texts::fill;
use crate::texts::narration as texts;

#[derive(PartialEq, Properties)]
pub(crate) struct NarrationProps {
    pub(crate) run: Rc<RunView>,
}

#[component]
pub(crate) fn Narration(props: &NarrationProps) -> Html {
    let run = &props.run;
    let dispatch = use_dispatch();
    let clock = run.clock.can_advance.then(|| html! {
        <button type="button" class="button" title={texts::MOVE_THE_CLOCK_TO_THE} aria-keyshortcuts="t" onclick={dispatch.on(Action::StepClock)}>{ texts::LET_TIME_PASS }</button>
    });
    let decide = |decision: &DecisionView| {
        let label = decision.label.clone();
        html! { <button type="button" class="button" onclick={dispatch.on(Action::Decide(decision.choice))}>{ label }</button> }
    };
    html! {
        <div class="narration">
            <span class="moment">{ fill(texts::STEP, &[&run.cursor]) }<br />{ run.clock.now.clone() }</span>
            // The session says what is to be read out, and when; a run that is under way would say too much here.
            <p role="status" aria-live="off" aria-label={texts::WHAT_JUST_HAPPENED} title={run.sentence.clone()}>{ run.sentence.clone() }</p>
            { for run.decisions.iter().map(decide) }
            { for clock }
        </div>
    }
}
