//! Branches, undo and redo of choices, two runs side by side.

use super::super::Shell;
use super::{A, B, RACE};
use crate::view::OutcomeKind;
use crate::{Action, Against, Drive};

#[test]
fn another_choice_keeps_what_was_as_a_branch() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::Run);
    let ended = shell.settle();
    assert_eq!(shell.names(), ["Run 1"]);
    shell.act(Action::ToStart);
    while shell.view().lanes.len() < 3 {
        shell.act(Action::Step);
    }
    let at = shell.view().run.cursor;
    let left = shell.drive(Drive::Choose(B));
    assert_eq!(shell.names(), ["Run 1", "Run 2"]);
    let [first, second] = &left.drive.branches[..] else {
        panic!("two")
    };
    assert!(!first.is_active && second.is_active);
    assert_eq!(
        first.ending.as_ref().map(|(kind, _)| *kind),
        Some(OutcomeKind::Finished)
    );
    assert_eq!((first.steps, second.steps), (ended.run.steps, at + 1));
    assert_eq!(second.origin, format!("leaves Run 1 after step {at}"));
    // Its tab brings it back as it was left, and the other stays.
    let back = shell.drive(Drive::OpenBranch(first.id));
    assert_eq!((back.run.cursor, back.run.steps), (at, ended.run.steps));
    assert_eq!(shell.act(Action::ToEnd).console, ended.console);
    let again = shell.drive(Drive::OpenBranch(second.id));
    assert_eq!((again.run.cursor, again.run.steps), (at + 1, at + 1));
    shell.drive(Drive::RenameBranch(first.id, "  by the book ".to_owned()));
    shell.drive(Drive::PinBranch(first.id));
    assert_eq!(shell.names(), ["by the book", "Run 2"]);
    assert!(shell.view().drive.branches[0].is_pinned);
    // Closing the one that is looked at shows its neighbour.
    let closed = shell.drive(Drive::CloseBranch(second.id));
    assert_eq!(shell.names(), ["by the book"]);
    assert_eq!(closed.run.steps, ended.run.steps);
    assert_eq!(
        shell.drive(Drive::CloseBranch(first.id)).drive.branches.len(),
        1,
        "the last one stays"
    );
    // Another place has no use for them.
    shell.act(Action::NextLesson);
    assert_eq!(shell.names(), ["Run 1"]);
}

#[test]
fn the_oldest_branch_goes_when_there_are_too_many_and_a_note_says_so() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::Run);
    shell.settle();
    for round in 0..9 {
        shell.act(Action::ToStart);
        while shell.view().lanes.len() < 3 {
            shell.act(Action::Step);
        }
        let who = if round % 2 == 0 { B } else { A };
        for _ in 0..=(round / 2) {
            if shell.view().lanes[who.0 as usize].can_run {
                shell.act(Action::StepLane(who));
            }
        }
        let other = if round % 2 == 0 { A } else { B };
        shell.act(Action::StepLane(other));
        shell.act(Action::Run);
        shell.settle();
    }
    let names = shell.names();
    assert!(names.len() <= 8, "{names:?}");
    if names[0] != "Run 1" {
        assert!(shell.view().notes.iter().any(|note| note.text.contains("was closed")));
    }
}

#[test]
fn choices_are_taken_back_and_made_again() {
    let mut shell = Shell::with_program(RACE);
    let opened = shell.view();
    assert!(!opened.drive.can_undo && !opened.drive.can_redo);
    shell.act(Action::Run);
    let ended = shell.settle();
    assert!(ended.drive.can_undo);
    let undone = shell.drive(Drive::Undo);
    assert_eq!(
        (undone.run.cursor, undone.run.steps),
        (opened.run.cursor, opened.run.steps)
    );
    let redone = shell.drive(Drive::Redo);
    assert_eq!(
        (redone.run.cursor, redone.run.steps),
        (ended.run.cursor, ended.run.steps)
    );
    assert_eq!(redone.console, ended.console);
    // Stepping where everything is known chooses nothing.
    shell.act(Action::Back);
    shell.act(Action::Step);
    shell.drive(Drive::Undo);
    assert!(!shell.view().drive.can_undo);
    shell.drive(Drive::Redo);
    // A branch is taken back with its tab.
    shell.act(Action::Scrub(opened.run.cursor));
    shell.drive(Drive::Choose(B));
    let branched = shell.view();
    assert_eq!(branched.drive.branches.len(), 2);
    let merged = shell.drive(Drive::Undo);
    assert_eq!(shell.names(), ["Run 1"]);
    assert_eq!(
        (merged.run.cursor, merged.run.steps),
        (opened.run.cursor, ended.run.steps)
    );
    let again = shell.drive(Drive::Redo);
    assert_eq!(shell.names(), ["Run 1", "Run 2"]);
    assert_eq!(
        (again.run.cursor, again.run.steps),
        (branched.run.cursor, branched.run.steps)
    );
    assert_eq!(shell.drive(Drive::Redo).run.cursor, again.run.cursor);
    assert!(shell.last_said().contains("no choice"), "{}", shell.last_said());
}

#[test]
fn a_run_that_was_made_by_hand_is_not_lost_by_running_anew() {
    let mut shell = Shell::with_program(RACE);
    shell.drive(Drive::Choose(B));
    shell.act(Action::Run);
    let by_hand = shell.settle();
    shell.act(Action::Run);
    shell.settle();
    assert_eq!(shell.names(), ["Run 1", "Run 2"]);
    shell.act(Action::Run);
    shell.settle();
    assert_eq!(shell.names(), ["Run 1", "Run 2"], "the same once more is nothing new");
    shell.act(Action::Restart);
    assert_eq!(shell.names(), ["Run 1", "Run 2"]);
    let first = shell.view().drive.branches[0].id;
    assert_eq!(shell.drive(Drive::OpenBranch(first)).events, by_hand.events);
}

#[test]
fn a_branch_is_compared_with_another() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::Run);
    shell.settle();
    shell.act(Action::ToStart);
    while shell.view().lanes.len() < 3 {
        shell.act(Action::Step);
    }
    let at = shell.view().run.cursor;
    shell.drive(Drive::Choose(B));
    shell.act(Action::Run);
    shell.settle();
    let first = shell.view().drive.branches[0].id;
    shell.drive(Drive::ResizeComparison {
        width: 400,
        row_height: 20,
    });
    let view = shell.drive(Drive::Compare(Against::Branch(first)));
    let both = view.drive.comparison.as_ref().expect("two runs");
    assert_eq!(
        both.sides.each_ref().map(|side| side.title.as_str()),
        ["Run 2", "Run 1"]
    );
    assert_eq!(both.part, Some(at + 1));
    assert_eq!(view.run.cursor, at + 1, "where they part");
    assert!(
        both.part_words.contains("here B") && both.part_words.contains("there A"),
        "{}",
        both.part_words
    );
    let views = both
        .sides
        .each_ref()
        .map(|side| (side.scene.view.from, side.scene.view.to, side.scene.view.width));
    assert_eq!(views[0], views[1], "one axis");
    assert_eq!(views[0].2, 400.0);
    assert_ne!(both.sides[0].sentence, both.sides[1].sentence);
    let moved = shell.act(Action::ToEnd);
    let both = moved.drive.comparison.as_ref().expect("still");
    assert_eq!(both.cursor, moved.run.cursor);
    assert!(shell.drive(Drive::LeaveComparison).drive.comparison.is_none());
}

#[test]
fn a_finding_is_compared_with_a_run_that_ends_well() {
    let source = RACE.replace(
        "console.log(`counter = ${counter}`);",
        "assert(counter === 2, 'both count');",
    );
    let mut shell = Shell::with_program(&source);
    shell.drive(Drive::Choose(B));
    let hand = shell.view();
    let proof = shell.prove().proof;
    assert!(!proof.checks[0].findings.is_empty());
    let finding = proof.checks[0]
        .findings
        .iter()
        .position(|found| found.verdict == "assertion")
        .expect("it fails");
    assert!(proof.checks[0].findings[finding].is_explained);
    let view = shell.drive(Drive::CompareFinding { check: 0, finding });
    assert!(view.replay.is_some());
    let both = view.drive.comparison.as_ref().expect("two runs");
    let endings = both
        .sides
        .each_ref()
        .map(|side| side.ending.as_ref().map(|(kind, _)| *kind));
    assert_eq!(
        endings,
        [Some(OutcomeKind::PropertyFailed), Some(OutcomeKind::Finished)]
    );
    let part = both.part.expect("they part");
    assert!(part > 2, "as late as it can be saved: {part}");
    // The learner's own run has kept its tab, and comes back.
    assert_eq!(shell.names(), ["Run 1", "assertion"]);
    let left = shell.act(Action::LeaveReplay);
    assert_eq!((left.run.cursor, left.run.steps), (hand.run.cursor, hand.run.steps));
    assert!(left.replay.is_none() && left.drive.comparison.is_none());
    assert_eq!(shell.names(), ["Run 1"]);
}

#[test]
fn what_goes_wrong_in_every_run_does_not_hide_a_good_one() {
    let source = RACE.replace(
        "console.log(`counter = ${counter}`);",
        "const m = new Mutex(); await m.lock(); assert(counter === 2, 'both count');",
    );
    let mut shell = Shell::with_program(&source);
    for lane in [A, B, A, B] {
        shell.act(Action::StepLane(lane));
    }
    shell.act(Action::Run);
    let ended = shell.settle();
    assert_eq!(
        ended.run.outcome.as_ref().and_then(|outcome| outcome.word),
        Some("assertion"),
        "{:?}",
        ended.run.outcome
    );
    let view = shell.drive(Drive::Compare(Against::GoodRun));
    let both = view.drive.comparison.as_ref().expect("a run that is as good as can be");
    assert_eq!(
        both.sides[1].ending.as_ref().map(|(kind, _)| *kind),
        Some(OutcomeKind::Finished)
    );
    assert_eq!(shell.last_said(), both.part_words);
}

#[test]
fn a_change_in_a_replay_keeps_the_replay_and_undo_brings_it_back() {
    let source = RACE.replace(
        "console.log(`counter = ${counter}`);",
        "assert(counter === 2, 'both count');",
    );
    let mut shell = Shell::with_program(&source);
    shell.prove();
    shell.act(Action::ReplayFinding { check: 0, finding: 0 });
    let steps = shell.view().run.steps;
    while shell.view().run.open_choices < 2 {
        shell.act(Action::Step);
    }
    let next = shell.view();
    let other = next
        .lanes
        .iter()
        .rev()
        .find(|lane| lane.can_run)
        .map(|lane| lane.task)
        .expect("two can");
    let changed = shell.drive(Drive::Choose(other));
    if changed.run.steps < steps {
        assert_eq!(shell.names().len(), 3, "{:?}", shell.names());
        shell.drive(Drive::Undo);
        assert_eq!(shell.view().run.steps, steps);
    }
    shell.act(Action::Run);
    let end = shell.settle();
    assert_eq!(end.run.cursor, steps, "a replay stops where its schedule ends");
}
