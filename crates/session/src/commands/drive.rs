//! Commands that drive a run in other ways: other steps, breakpoints, the loop, branches, two runs side by side.

use crate::commands::{Group, List, Scope};
use crate::{Action, Against, Drive, RunState, ViewModel};

const NO_STEP: &str = "There is no step to take.";
const NO_STOPS: &str = "There is no breakpoint.";
const NO_LOOP: &str = "No loop is set.";
const ONE_RUN: &str = "There is only one run.";

pub(super) fn add(view: &ViewModel, list: &mut List) {
    let (run, drive) = (&view.run, &view.drive);
    list.add(
        Group::Run,
        "until-blocked",
        "Go on until the lane waits or ends",
        Action::Drive(Drive::UntilBlocked),
    )
    .keys("Shift F8")
    .on(Scope::OutsideText, "U")
    .when(run.can_step, NO_STEP);
    list.add(
        Group::Run,
        "over-line",
        "Go on to the lane's next line",
        Action::Drive(Drive::OverLine),
    )
    .on(Scope::OutsideText, "N")
    .when(run.can_step, NO_STEP);
    list.add(
        Group::Run,
        "to-switch",
        "Go on to the next switch of lanes",
        Action::Drive(Drive::ToSwitch),
    )
    .on(Scope::OutsideText, "S")
    .when(run.can_step, NO_STEP);
    list.tell(Group::Run, "to-line", "Run to the line of the cursor")
        .on(Scope::Editor, "Ctrl F10");
    list.tell(
        Group::Run,
        "breakpoint",
        "Breakpoint on the line of the cursor, or none",
    )
    .on(Scope::Editor, "F9");
    list.add(
        Group::Run,
        "back-to-stop",
        "Go back to the last breakpoint",
        Action::Drive(Drive::BackToStop),
    )
    .on(Scope::OutsideText, "B")
    .when(drive.has_stops, NO_STOPS);
    list.add(
        Group::Run,
        "clear-breakpoints",
        "Take all breakpoints away",
        Action::Drive(Drive::ClearBreakpoints),
    )
    .when(drive.has_stops, NO_STOPS);
    list.add(
        Group::Run,
        "undo-choice",
        "Take the last choice back",
        Action::Drive(Drive::Undo),
    )
    .on(Scope::OutsideText, "Ctrl Z")
    .when(drive.can_undo, "There is no choice to take back.");
    list.add(
        Group::Run,
        "redo-choice",
        "Make that choice again",
        Action::Drive(Drive::Redo),
    )
    .on(Scope::OutsideText, "Ctrl Shift Z")
    .when(drive.can_redo, "There is no choice to make again.");
    add_loop(view, list);
    add_branches(view, list);
    list.add(
        Group::Run,
        "copy-history",
        "Copy the choices with what came of them",
        Action::Drive(Drive::CopyHistory),
    )
    .when(run.cursor > 0, "No step has been taken yet.");
    let glossary = Action::Drive(Drive::ExplainWord(Some(String::new())));
    list.add(Group::Page, "glossary", "Words of the field, explained", glossary);
}

fn add_loop(view: &ViewModel, list: &mut List) {
    let drive = &view.drive;
    list.add(
        Group::Run,
        "loop-from",
        "The loop begins here",
        Action::Drive(Drive::LoopFrom),
    )
    .on(Scope::OutsideText, "[");
    list.add(
        Group::Run,
        "loop-to",
        "The loop ends here",
        Action::Drive(Drive::LoopTo),
    )
    .on(Scope::OutsideText, "]");
    list.add(
        Group::Run,
        "play-loop",
        "Play the loop again and again",
        Action::Drive(Drive::PlayLoop),
    )
    .on(Scope::OutsideText, "L")
    .when(drive.range.is_some(), NO_LOOP);
    list.add(
        Group::Run,
        "leave-loop",
        "Remove the loop",
        Action::Drive(Drive::LeaveLoop),
    )
    .when(drive.range.is_some(), NO_LOOP);
}

fn add_branches(view: &ViewModel, list: &mut List) {
    let drive = &view.drive;
    for branch in drive.branches.iter().filter(|branch| !branch.is_active) {
        let (id, name) = (branch.id, &branch.name);
        list.add(
            Group::Stage,
            format!("open-branch-{id}"),
            format!("Look at {name}"),
            Action::Drive(Drive::OpenBranch(id)),
        );
        let against = Action::Drive(Drive::Compare(Against::Branch(id)));
        list.add(
            Group::Stage,
            format!("compare-{id}"),
            format!("Compare with {name}"),
            against,
        );
    }
    if let Some(active) = drive.branches.iter().find(|branch| branch.is_active) {
        let pin = if active.is_pinned {
            "Unpin this run"
        } else {
            "Pin this run, so that it stays"
        };
        list.add(
            Group::Stage,
            "pin-branch",
            pin,
            Action::Drive(Drive::PinBranch(active.id)),
        );
        let close = Action::Drive(Drive::CloseBranch(active.id));
        list.add(Group::Stage, "close-branch", "Close this run", close)
            .when(drive.branches.len() > 1, ONE_RUN);
    }
    let good = Action::Drive(Drive::Compare(Against::GoodRun));
    list.add(Group::Stage, "compare-good", "Compare with a run that ends well", good)
        .when(
            view.run.state != RunState::Empty,
            "There is no program yet that compiles.",
        );
    list.add(
        Group::Stage,
        "leave-comparison",
        "Leave the comparison",
        Action::Drive(Drive::LeaveComparison),
    )
    .when(drive.comparison.is_some(), "No runs are compared.");
}
