//! The controls: run, step, back, play, prove.

use std::rc::Rc;

use session::{Action, DriveView, MachineView, RunState, RunView};
use yew::prelude::{Callback, Html, MouseEvent, Properties, classes, component, html, use_state};

use super::button::ToolButton;
use super::dispatch::{Dispatch, use_dispatch};
use super::icon::Shape;
use super::machine::{Machine, Speed};
use super::step_menu::StepMenu;

#[derive(PartialEq, Properties)]
pub(crate) struct ToolsProps {
    pub(crate) run: Rc<RunView>,
    pub(crate) drive: Rc<DriveView>,
    pub(crate) machine: MachineView,
    pub(crate) is_proving: bool,
}

#[component]
pub(crate) fn Tools(props: &ToolsProps) -> Html {
    let dispatch = use_dispatch();
    let is_open = use_state(|| false);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let run = &props.run;
    let is_empty = run.state == RunState::Empty;
    let is_going = match run.state {
        RunState::Running | RunState::Playing => true,
        RunState::Empty | RunState::Paused | RunState::AtLimit | RunState::Ended => false,
    };
    html! {
        <div class={classes!("tools", is_open.then_some("is-open"))} role="group" aria-label="Controls">
            { primary(is_going, is_empty, &dispatch) }
            <span class="group">
                <ToolButton shape={Shape::Start} label="To start" is_picture=true is_disabled={!run.can_back} on_press={dispatch.on(Action::ToStart)} />
                <ToolButton shape={Shape::Back} label="Back" title="One step back (Shift F10)" is_disabled={!run.can_back} on_press={dispatch.on(Action::Back)} />
                <ToolButton shape={Shape::Step} label="Step" title="One step (F8)" is_disabled={!run.can_step} on_press={dispatch.on(Action::Step)} />
                <StepMenu run={run.clone()} drive={props.drive.clone()} />
                <ToolButton shape={Shape::Play} label="Play" title="Take steps at this speed" is_disabled={is_going || !run.can_step} on_press={dispatch.on(Action::Play)} />
                <Speed speed={run.speed} />
                <ToolButton shape={Shape::Replay} label="Reset" title="Forget this run and begin a new one" is_disabled={is_empty} on_press={dispatch.on(Action::Restart)} />
            </span>
            <span class="divider" aria-hidden="true"></span>
            { prove(props.is_proving, is_empty, &dispatch) }
            // Only a phone has it: there the rest is folded away.
            <button type="button" class="button tools-more" aria-expanded={is_open.to_string()} onclick={toggle}>
                { if *is_open { "Less" } else { "More" } }
            </button>
            <Machine machine={props.machine} />
        </div>
    }
}

/// One button for both, so that the focus stays on it.
fn primary(is_going: bool, is_empty: bool, dispatch: &Dispatch) -> Html {
    let (shape, label, title, action) = if is_going {
        (Shape::Pause, "Pause", "Stop here", Action::Pause)
    } else {
        (Shape::Run, "Run", "Run to the end (Ctrl Enter)", Action::Run)
    };
    html! { <ToolButton class="button-primary" {shape} {label} {title} is_disabled={is_empty} on_press={dispatch.on(action)} /> }
}

fn prove(is_proving: bool, is_empty: bool, dispatch: &Dispatch) -> Html {
    let (shape, label, title, action) = if is_proving {
        (Shape::Stop, "Cancel proof", "Stop checking", Action::CancelProof)
    } else {
        (Shape::Prove, "Prove", "Check every interleaving", Action::Prove)
    };
    html! { <ToolButton class="button-prove" {shape} {label} {title} is_disabled={is_empty && !is_proving} on_press={dispatch.on(action)} /> }
}
