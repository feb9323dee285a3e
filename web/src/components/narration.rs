//! What just happened, in one sentence.

use std::rc::Rc;

use session::{Action, DecisionView, RunView};
use yew::prelude::{Html, Properties, component, html};

use super::dispatch::use_dispatch;

#[derive(PartialEq, Properties)]
pub(crate) struct NarrationProps {
    pub(crate) run: Rc<RunView>,
}

#[component]
pub(crate) fn Narration(props: &NarrationProps) -> Html {
    let run = &props.run;
    let dispatch = use_dispatch();
    let clock = run.clock.can_advance.then(|| html! {
        <button type="button" class="button" title="Move the clock to the next deadline (T)" aria-keyshortcuts="t" onclick={dispatch.on(Action::StepClock)}>{ "Let time pass" }</button>
    });
    let decide = |decision: &DecisionView| {
        let label = decision.label.clone();
        html! { <button type="button" class="button" onclick={dispatch.on(Action::Decide(decision.choice))}>{ label }</button> }
    };
    html! {
        <div class="narration">
            <span class="moment">{ format!("step {}", run.cursor) }<br />{ run.clock.now.clone() }</span>
            // The session says what is to be read out, and when; a run that is under way would say too much here.
            <p role="status" aria-live="off" aria-label="What just happened" title={run.sentence.clone()}>{ run.sentence.clone() }</p>
            { for run.decisions.iter().map(decide) }
            { for clock }
        </div>
    }
}
