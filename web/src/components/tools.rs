//! The controls: run, step, back, play, prove.

use std::rc::Rc;

use session::{Action, MachineView, RunState, RunView};
use yew::prelude::{Html, Properties, component, html};

use super::dispatch::{Dispatch, use_dispatch};
use super::icon::{Icon, Shape};
use super::machine::{Machine, Speed};

#[derive(PartialEq, Properties)]
pub(crate) struct ToolsProps {
    pub(crate) run: Rc<RunView>,
    pub(crate) machine: MachineView,
    pub(crate) is_proving: bool,
}

#[component]
pub(crate) fn Tools(props: &ToolsProps) -> Html {
    let dispatch = use_dispatch();
    let run = &props.run;
    let is_empty = run.state == RunState::Empty;
    html! {
        <div class="tools" role="toolbar" aria-label="Run">
            { primary(run.state, &dispatch) }
            <span class="group">
                <button type="button" class="button button-icon" aria-label="To start" title="To start" disabled={!run.can_back} onclick={dispatch.on(Action::ToStart)}>
                    <Icon shape={Shape::Start} />
                </button>
                <button type="button" class="button" title="One step back (Shift F10)" disabled={!run.can_back} onclick={dispatch.on(Action::Back)}>
                    <Icon shape={Shape::Back} />{ "Back" }
                </button>
                <button type="button" class="button" title="One step (F8)" disabled={!run.can_step} onclick={dispatch.on(Action::Step)}>
                    <Icon shape={Shape::Step} />{ "Step" }
                </button>
                { play(run, &dispatch) }
                <Speed speed={run.speed} />
                <button type="button" class="button" title="Forget this run and begin a new one" disabled={is_empty} onclick={dispatch.on(Action::Restart)}>
                    <Icon shape={Shape::Replay} />{ "Reset" }
                </button>
            </span>
            <span class="divider" aria-hidden="true"></span>
            { prove(props.is_proving, is_empty, &dispatch) }
            <Machine machine={props.machine} />
        </div>
    }
}

fn primary(state: RunState, dispatch: &Dispatch) -> Html {
    match state {
        RunState::Running | RunState::Playing => html! {
            <button type="button" class="button button-primary" key="pause" onclick={dispatch.on(Action::Pause)}>
                <Icon shape={Shape::Pause} />{ "Pause" }
            </button>
        },
        RunState::Empty | RunState::Paused | RunState::AtLimit | RunState::Ended => html! {
            <button type="button" class="button button-primary" key="run" title="Run to the end (Ctrl Enter)" disabled={state == RunState::Empty} onclick={dispatch.on(Action::Run)}>
                <Icon shape={Shape::Run} />{ "Run" }
            </button>
        },
    }
}

fn play(run: &RunView, dispatch: &Dispatch) -> Html {
    let is_on = matches!(run.state, RunState::Playing | RunState::Running);
    html! {
        <button type="button" class="button" title="Take steps at this speed" disabled={is_on || !run.can_step} onclick={dispatch.on(Action::Play)}>
            <Icon shape={Shape::Play} />{ "Play" }
        </button>
    }
}

fn prove(is_proving: bool, is_empty: bool, dispatch: &Dispatch) -> Html {
    if is_proving {
        return html! {
            <button type="button" class="button button-prove" key="cancel" onclick={dispatch.on(Action::CancelProof)}>
                <Icon shape={Shape::Stop} />{ "Cancel proof" }
            </button>
        };
    }
    html! {
        <button type="button" class="button button-prove" key="prove" title="Check every interleaving" disabled={is_empty} onclick={dispatch.on(Action::Prove)}>
            <Icon shape={Shape::Prove} />{ "Prove" }
        </button>
    }
}
