//! The controls: run, step, back, play, prove.

use std::rc::Rc;

use session::{Action, DriveView, MachineView, RunState, RunView};
use yew::prelude::{Callback, Html, MouseEvent, Properties, classes, component, html, use_state};

use super::button::ToolButton;
use super::dispatch::{Dispatch, use_dispatch};
use super::icon::Shape;
use super::machine::{Machine, Speed};
use super::step_menu::StepMenu;
use crate::texts::tools as texts;

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
        <div class={classes!("tools", is_open.then_some("is-open"))} role="group" aria-label={texts::CONTROLS}>
            { primary(is_going, is_empty, &dispatch) }
            <span class="group">
                <ToolButton shape={Shape::Start} label={texts::TO_START} is_picture=true is_disabled={!run.can_back} on_press={dispatch.on(Action::ToStart)} />
                <ToolButton shape={Shape::Back} label={texts::BACK} title={texts::ONE_STEP_BACK_SHIFT_F10} is_disabled={!run.can_back} on_press={dispatch.on(Action::Back)} />
                <ToolButton shape={Shape::Step} label={texts::STEP} title={texts::ONE_STEP_F8} is_disabled={!run.can_step} on_press={dispatch.on(Action::Step)} />
                <StepMenu run={run.clone()} drive={props.drive.clone()} />
                <ToolButton shape={Shape::Play} label={texts::PLAY} title={texts::TAKE_STEPS_AT_THIS_SPEED} is_disabled={is_going || !run.can_step} on_press={dispatch.on(Action::Play)} />
                <Speed speed={run.speed} />
                <ToolButton shape={Shape::Replay} label={texts::RESET} title={texts::FORGET_THIS_RUN_AND_BEGIN} is_disabled={is_empty} on_press={dispatch.on(Action::Restart)} />
            </span>
            <span class="divider" aria-hidden="true"></span>
            { prove(props.is_proving, is_empty, &dispatch) }
            // Only a phone has it: there the rest is folded away.
            <button type="button" class="button tools-more" aria-expanded={is_open.to_string()} onclick={toggle}>
                { if *is_open { texts::LESS } else { texts::MORE } }
            </button>
            <Machine machine={props.machine} />
        </div>
    }
}

/// One button for both, so that the focus stays on it.
fn primary(is_going: bool, is_empty: bool, dispatch: &Dispatch) -> Html {
    let (shape, label, title, action) = if is_going {
        (Shape::Pause, texts::PAUSE, texts::STOP_HERE, Action::Pause)
    } else {
        (Shape::Run, texts::RUN, texts::RUN_TO_THE_END_CTRL, Action::Run)
    };
    html! { <ToolButton class="button-primary" {shape} {label} {title} is_disabled={is_empty} on_press={dispatch.on(action)} /> }
}

fn prove(is_proving: bool, is_empty: bool, dispatch: &Dispatch) -> Html {
    let (shape, label, title, action) = if is_proving {
        (
            Shape::Stop,
            texts::CANCEL_PROOF,
            texts::STOP_CHECKING,
            Action::CancelProof,
        )
    } else {
        (
            Shape::Prove,
            texts::PROVE,
            texts::CHECK_EVERY_INTERLEAVING,
            Action::Prove,
        )
    };
    html! { <ToolButton class="button-prove" {shape} {label} {title} is_disabled={is_empty && !is_proving} on_press={dispatch.on(action)} /> }
}
