//! What becomes of the kept runs when text or machine change, and names that are asked for from the palette.

use super::super::Shell;
use super::{B, RACE};
use crate::{Action, Drive, commands};

/// Two runs of the lost update: the one on the stage, and another that is kept.
fn two_runs() -> Shell {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::Run);
    shell.settle();
    shell.act(Action::ToStart);
    while shell.view().lanes.len() < 3 {
        shell.act(Action::Step);
    }
    shell.drive(Drive::Choose(B));
    assert_eq!(shell.names(), ["Run 1", "Run 2"]);
    shell
}

#[test]
fn another_machine_keeps_the_other_runs() {
    let mut shell = two_runs();
    let before = shell.view().drive.branches[0].clone();
    let view = shell.act(Action::SetModel(world::Model::Tasks));
    assert_eq!(shell.names().len(), 2);
    let kept = view
        .drive
        .branches
        .iter()
        .find(|branch| !branch.is_active)
        .expect("the other run");
    assert_eq!(
        (&kept.name, &kept.ending, kept.steps),
        (&before.name, &before.ending, before.steps)
    );
    let view = shell.act(Action::Drive(Drive::OpenBranch(kept.id)));
    assert_eq!(
        view.machine.model,
        world::Model::Threads,
        "each run has its own machine"
    );
    assert_eq!(view.run.steps, before.steps);
}

#[test]
fn an_edit_keeps_the_runs_that_still_fit() {
    let mut shell = two_runs();
    let kept = shell.view().drive.branches[0].clone();
    shell.act(Action::EditSource(format!("{RACE}// a remark\n")));
    let view = shell.settle();
    assert_eq!(shell.names().len(), 2, "a remark changes no run");
    assert!(view.notes.is_empty());
    let view = shell.act(Action::Drive(Drive::OpenBranch(kept.id)));
    assert_eq!(view.run.steps, kept.steps);
    assert!(!view.run.is_stale, "it is a run of the text in the editor");
}

#[test]
fn runs_that_do_not_fit_come_back_with_their_text() {
    let mut shell = two_runs();
    let kept = shell.view().drive.branches[0].clone();
    shell.act(Action::EditSource("let nothing = 0;\n".to_owned()));
    let view = shell.settle();
    assert_eq!(shell.names().len(), 1);
    let note = &view.notes.first().expect("it is said").text;
    assert!(note.starts_with(&format!("{} cannot be replayed", kept.name)), "{note}");
    shell.act(Action::EditSource("let nothing = 1;\n".to_owned()));
    shell.settle();
    shell.act(Action::EditSource(RACE.to_owned()));
    let view = shell.settle();
    assert_eq!(shell.names().len(), 2, "the edit was undone");
    assert!(view.notes.is_empty(), "and the note with it");
    let view = shell.act(Action::Drive(Drive::OpenBranch(kept.id)));
    assert_eq!(view.run.steps, kept.steps);
}

#[test]
fn another_program_forgets_them() {
    let mut shell = two_runs();
    shell.act(Action::EditSource("let nothing = 0;\n".to_owned()));
    shell.settle();
    let view = shell.act(Action::OpenPlayground);
    assert_eq!(shell.names(), ["Run 1"]);
    assert!(view.notes.is_empty());
}

#[test]
fn a_name_is_asked_for_from_anywhere() {
    let mut shell = two_runs();
    let active = shell
        .view()
        .drive
        .branches
        .iter()
        .find(|branch| branch.is_active)
        .expect("one")
        .id;
    let view = shell.view();
    let all = commands(&view);
    let rename = all
        .iter()
        .find(|command| command.id == "rename-branch")
        .expect("the command");
    assert_eq!(rename.why_not, None);
    let view = shell.act(rename.action.clone().expect("an action"));
    assert_eq!(view.drive.naming, Some(active));
    let view = shell.act(Action::Drive(Drive::RenameBranch(active, "lost".to_owned())));
    assert_eq!(view.drive.naming, None);
    assert!(shell.names().contains(&"lost".to_owned()));
    let view = shell.act(Action::Drive(Drive::NameBranch(Some(active))));
    assert_eq!(view.drive.naming, Some(active));
    assert_eq!(shell.act(Action::Drive(Drive::NameBranch(None))).drive.naming, None);
}
