//! What just happened, in one sentence.

use std::rc::Rc;

use session::{RunState, RunView};
use yew::prelude::{Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub(crate) struct NarrationProps {
    pub(crate) run: Rc<RunView>,
}

#[component]
pub(crate) fn Narration(props: &NarrationProps) -> Html {
    let run = &props.run;
    // A run that is under way says too much to be read out.
    let live = match run.state {
        RunState::Running | RunState::Playing => "off",
        RunState::Empty | RunState::Paused | RunState::AtLimit | RunState::Ended => "polite",
    };
    html! {
        <div class="narration">
            <span class="moment">{ format!("step {}", run.cursor) }<br />{ run.clock.now.clone() }</span>
            <p role="status" aria-live={live} aria-label="What just happened">{ run.sentence.clone() }</p>
        </div>
    }
}
