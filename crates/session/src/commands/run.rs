//! Commands that drive the program and check it.

use crate::commands::{Group, List, Scope};
use crate::texts::commands as texts;
use crate::{Action, ProofState, RunState, ViewModel};

const NO_PROGRAM: &str = texts::THERE_IS_NO_PROGRAM_YET_THAT;
const AT_START: &str = texts::NO_STEP_HAS_BEEN_TAKEN_YET;
const NO_STEP: &str = texts::THERE_IS_NO_STEP_TO_TAKE;

pub(super) fn add(view: &ViewModel, list: &mut List) {
    let run = &view.run;
    let has_program = run.state != RunState::Empty;
    let is_going = matches!(run.state, RunState::Running | RunState::Playing);
    list.add(Group::Run, "run", texts::RUN_TO_THE_END, Action::Run)
        .keys("Ctrl Enter")
        .on(Scope::OutsideText, "Shift Enter")
        .when(has_program, NO_PROGRAM);
    list.add(Group::Run, "pause", texts::PAUSE, Action::Pause)
        .when(is_going, texts::NOTHING_IS_RUNNING);
    list.add(Group::Run, "play", texts::PLAY_TAKE_STEPS_AT_THE_CHOSEN, Action::Play)
        .when(run.can_step && !is_going, NO_STEP);
    list.add(Group::Run, "step", texts::ONE_STEP, Action::Step)
        .keys("F8")
        .keys("F10")
        .on(Scope::Lanes, "→")
        .when(run.can_step, NO_STEP);
    list.add(Group::Run, "back", texts::ONE_STEP_BACK, Action::Back)
        .keys("Shift F10")
        .on(Scope::Lanes, "←")
        .when(run.can_back, AT_START);
    list.add(Group::Run, "to-start", texts::GO_TO_THE_START, Action::ToStart)
        .on(Scope::Lanes, "Home")
        .when(run.can_back, AT_START);
    list.add(Group::Run, "to-end", texts::GO_TO_THE_LAST_KNOWN_STEP, Action::ToEnd)
        .on(Scope::Lanes, "End")
        .when(run.cursor < run.steps, texts::THIS_IS_THE_LAST_STEP_THAT);
    list.add(
        Group::Run,
        "clock",
        texts::LET_TIME_PASS_WHEN_A_DEADLINE,
        Action::StepClock,
    )
    .on(Scope::OutsideText, "T")
    .when(run.clock.can_advance, texts::THE_CLOCK_CANNOT_MOVE_NOW);
    list.add(
        Group::Run,
        "restart",
        texts::RESET_FORGET_THIS_RUN_AND_BEGIN,
        Action::Restart,
    )
    .when(has_program, NO_PROGRAM);
    list.add(
        Group::Run,
        "copy-schedule",
        texts::COPY_THE_CHOICES_SO_FAR_AS,
        Action::CopySchedule,
    )
    .when(run.cursor > 0, AT_START);
    add_proof(view, has_program, list);
}

fn add_proof(view: &ViewModel, has_program: bool, list: &mut List) {
    let is_proving = view.proof.state == ProofState::Busy;
    list.add(
        Group::Proof,
        "prove",
        texts::PROVE_CHECK_EVERY_INTERLEAVING,
        Action::Prove,
    )
    .when(has_program, NO_PROGRAM)
    .when(!is_proving, texts::THE_CHECK_IS_UNDER_WAY);
    list.add(
        Group::Proof,
        "cancel-proof",
        texts::CANCEL_THE_PROOF,
        Action::CancelProof,
    )
    .when(is_proving, texts::NO_CHECK_IS_UNDER_WAY);
    list.add(
        Group::Proof,
        "leave-replay",
        texts::LEAVE_THE_REPLAY,
        Action::LeaveReplay,
    )
    .when(view.replay.is_some(), texts::NO_FINDING_IS_BEING_REPLAYED);
}
