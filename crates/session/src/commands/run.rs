//! Commands that drive the program and check it.

use crate::commands::{Group, List, Scope};
use crate::{Action, ProofState, RunState, ViewModel};

const NO_PROGRAM: &str = "There is no program yet that compiles.";
const AT_START: &str = "No step has been taken yet.";
const NO_STEP: &str = "There is no step to take.";

pub(super) fn add(view: &ViewModel, list: &mut List) {
    let run = &view.run;
    let has_program = run.state != RunState::Empty;
    let is_going = matches!(run.state, RunState::Running | RunState::Playing);
    list.add(Group::Run, "run", "Run to the end", Action::Run)
        .keys("Ctrl Enter")
        .on(Scope::OutsideText, "Shift Enter")
        .when(has_program, NO_PROGRAM);
    list.add(Group::Run, "pause", "Pause", Action::Pause)
        .when(is_going, "Nothing is running.");
    list.add(Group::Run, "play", "Play: take steps at the chosen speed", Action::Play)
        .when(run.can_step && !is_going, NO_STEP);
    list.add(Group::Run, "step", "One step", Action::Step)
        .keys("F8")
        .keys("F10")
        .on(Scope::Lanes, "→")
        .when(run.can_step, NO_STEP);
    list.add(Group::Run, "back", "One step back", Action::Back)
        .keys("Shift F10")
        .on(Scope::Lanes, "←")
        .when(run.can_back, AT_START);
    list.add(Group::Run, "to-start", "Go to the start", Action::ToStart)
        .on(Scope::Lanes, "Home")
        .when(run.can_back, AT_START);
    list.add(Group::Run, "to-end", "Go to the last known step", Action::ToEnd)
        .on(Scope::Lanes, "End")
        .when(run.cursor < run.steps, "This is the last step that is known.");
    list.add(
        Group::Run,
        "clock",
        "Let time pass, when a deadline is next",
        Action::StepClock,
    )
    .on(Scope::OutsideText, "T")
    .when(run.clock.can_advance, "The clock cannot move now.");
    list.add(
        Group::Run,
        "restart",
        "Reset: forget this run and begin a new one",
        Action::Restart,
    )
    .when(has_program, NO_PROGRAM);
    list.add(
        Group::Run,
        "copy-schedule",
        "Copy the choices so far as text",
        Action::CopySchedule,
    )
    .when(run.cursor > 0, AT_START);
    add_proof(view, has_program, list);
}

fn add_proof(view: &ViewModel, has_program: bool, list: &mut List) {
    let is_proving = view.proof.state == ProofState::Busy;
    list.add(Group::Proof, "prove", "Prove: check every interleaving", Action::Prove)
        .when(has_program, NO_PROGRAM)
        .when(!is_proving, "The check is under way.");
    list.add(Group::Proof, "cancel-proof", "Cancel the proof", Action::CancelProof)
        .when(is_proving, "No check is under way.");
    list.add(Group::Proof, "leave-replay", "Leave the replay", Action::LeaveReplay)
        .when(view.replay.is_some(), "No finding is being replayed.");
}
