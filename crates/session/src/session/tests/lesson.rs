//! The whole path of a lesson: predict, run, break, fix, prove, debrief, and what is still there after a reload.

use lesson::SectionKind;

use super::Shell;
use super::shell::course;
use crate::view::{CheckState, PlaceView, ProofState};
use crate::{Action, Layout, Theme};

const RACE: &str = "shared-state/07-fix-the-race";

fn solution(name: &str) -> String {
    let course = course();
    let lesson = course.lesson(name).expect("the lesson is there");
    lesson.solutions[0].source.clone()
}

#[test]
fn the_first_visit_opens_the_first_lesson_alive() {
    let view = Shell::new().view();
    let PlaceView::Lesson { id, goal, .. } = &view.place else {
        panic!("{:?}", view.place)
    };
    assert_eq!(id, RACE);
    assert!(!goal.is_empty());
    assert!(!view.source.has_errors, "{:?}", view.source.diagnostics);
    assert!(view.lanes.len() > 1, "the workers are there: {:?}", view.lanes);
    assert!(
        view.run.can_back && view.run.can_step && view.run.is_redo,
        "in the middle of a run"
    );
    assert!(view.run.sentence.contains("is lost"), "{}", view.run.sentence);
    assert!(view.console.lines.is_empty(), "the answer is not given away");
    assert_eq!((view.course.lessons, view.course.solved), (2, 0));
    assert_eq!(view.proof.checks.len(), 2, "what will be checked is listed");
}

#[test]
fn questions_answer_and_hints_come_one_at_a_time() {
    let mut shell = Shell::new();
    let lesson = shell.view().lesson.expect("a lesson");
    assert_eq!(lesson.questions[0].explanation_html, None);
    assert!(
        lesson.questions[0]
            .options
            .iter()
            .all(|option| option.is_right.is_none()),
        "no answer is given away"
    );
    let lesson = shell
        .act(Action::AnswerPrediction { question: 0, option: 0 })
        .lesson
        .expect("a lesson");
    assert_eq!(lesson.questions[0].is_right, Some(false));
    assert!(lesson.questions[0].explanation_html.is_some() && lesson.questions[1].explanation_html.is_none());
    let lesson = shell
        .act(Action::AnswerPrediction { question: 0, option: 1 })
        .lesson
        .expect("a lesson");
    assert_eq!(lesson.questions[0].is_right, Some(true));
    let before = shell.view();
    assert_eq!(shell.act(Action::AnswerPrediction { question: 9, option: 0 }), before);
    for shown in 1..=3 {
        assert_eq!(
            shell.act(Action::RevealHint).lesson.expect("a lesson").hints.len(),
            shown
        );
    }
    let lesson = shell.act(Action::RevealHint).lesson.expect("a lesson");
    assert_eq!((lesson.hints.len(), lesson.hint_count), (3, 3));
}

#[test]
fn prove_replay_fix_prove_reload() {
    let mut shell = Shell::new();
    let debrief = |shell: &Shell| {
        let lesson = shell.view().lesson.expect("a lesson");
        let section = lesson
            .sections
            .iter()
            .find(|section| section.kind == SectionKind::Debrief)
            .cloned();
        section.expect("a debrief")
    };
    assert!(debrief(&shell).is_locked && debrief(&shell).html.is_empty());

    // The starter fails, with a schedule.
    let failed = shell.prove();
    assert_eq!(failed.proof.state, ProofState::Failed, "{}", failed.proof.headline);
    assert!(failed.proof.states > 0 && failed.course.solved == 0);
    let place = failed.proof.checks.iter().enumerate().find_map(|(check, view)| {
        let finding = view
            .findings
            .iter()
            .position(|found| found.verdict == "lost-update" && found.can_replay)?;
        Some((check, finding))
    });
    let (check, finding) = place.expect("a lost update that can be replayed");

    // It is loaded into the stepper, on its small instance.
    let replay = shell.act(Action::ReplayFinding { check, finding });
    let banner = replay.replay.clone().expect("a banner");
    assert_eq!((banner.verdict.as_str(), banner.misfit.clone()), ("lost-update", None));
    assert!(banner.instance.contains("WORKERS = 3"), "{}", banner.instance);
    assert_eq!((replay.run.cursor, replay.run.steps), (0, banner.steps));
    assert!(replay.proof.checks[check].findings[finding].is_replayed);
    shell.act(Action::Run);
    let shown = shell.settle();
    assert_eq!(shown.run.cursor, banner.steps, "it stops where the schedule ends");
    assert!(shown.run.sentence.contains("is lost"), "{}", shown.run.sentence);
    assert_eq!(shell.act(Action::Restart).run.cursor, 0);
    assert!(shell.act(Action::Step).run.is_redo);
    assert!(shell.act(Action::LeaveReplay).replay.is_none());
    shell.act(Action::ReplayFinding { check, finding });

    // Editing leaves the replay; the fix passes.
    shell.act(Action::EditSource(solution(RACE)));
    let edited = shell.settle();
    assert!(edited.replay.is_none() && edited.proof.is_stale);
    let passed = shell.prove();
    assert_eq!(passed.proof.state, ProofState::Passed, "{:#?}", passed.proof);
    assert!(
        passed
            .proof
            .checks
            .iter()
            .all(|check| check.state == CheckState::Passed && check.is_complete)
    );
    assert!(!debrief(&shell).is_locked && !debrief(&shell).html.is_empty());
    assert_eq!(passed.course.solved, 1);

    // After a reload draft and progress are still there.
    shell.act(Action::Layout(Layout::SetTheme(Theme::Dark)));
    shell.settle();
    let again = Shell::visit(Some(shell.stored())).view();
    assert_eq!(&*again.source.text, solution(RACE).as_str());
    assert_eq!((again.course.solved, again.theme), (1, Theme::Dark));
    assert!(again.source.can_reset && again.notes.is_empty());
}

#[test]
fn a_proof_reports_progress_and_can_be_cancelled() {
    let mut shell = Shell::new();
    let view = shell.act(Action::Prove);
    assert_eq!(view.proof.state, ProofState::Busy);
    assert!(view.proof.checks.iter().any(|check| check.state == CheckState::Busy));
    while shell.work(500) {
        if shell.view().proof.states > 0 {
            break;
        }
    }
    assert!(
        shell.view().proof.states > 0,
        "states are counted while it is under way"
    );
    assert!(shell.worker.is_some(), "a budget of 500 steps does not finish it");
    let view = shell.act(Action::CancelProof);
    assert_eq!(view.proof.state, ProofState::Cancelled);
    assert_eq!(shell.cancelled.len(), 1);
    assert!(shell.worker.is_none());
    shell.act(Action::CancelProof);
    assert_eq!(shell.cancelled.len(), 1, "there is nothing to cancel any more");
}

#[test]
fn every_lesson_keeps_its_own_draft() {
    let mut shell = Shell::new();
    shell.act(Action::EditSource("// the race, mine\n".to_owned()));
    let next = shell.act(Action::NextLesson);
    let PlaceView::Lesson { id, .. } = &next.place else {
        panic!("{:?}", next.place)
    };
    assert!(id.contains("bounded-worker-pool"));
    assert!(!next.source.can_reset);
    assert!(next.course.chapters[0].lessons[0].has_draft);
    shell.act(Action::OpenPlayground);
    assert_eq!(shell.view().place, PlaceView::Playground);
    let back = shell.act(Action::SelectLesson("fix-the-race".to_owned()));
    assert_eq!(&*back.source.text, "// the race, mine\n");
    let revision = back.source.revision;
    let reset = shell.act(Action::ResetSource);
    assert!(reset.source.text.contains("WORKERS") && !reset.source.can_reset && reset.source.can_undo_reset);
    assert!(reset.source.revision > revision, "the editor takes the text over");
    let undone = shell.act(Action::UndoReset);
    assert_eq!(&*undone.source.text, "// the race, mine\n");
    assert!(!undone.source.can_undo_reset);
    shell.act(Action::ResetSource);
    shell.settle();
    assert!(
        !shell.stored().contains("the race, mine"),
        "a text as it was given is no draft"
    );
}

#[test]
fn the_playground_proves_every_kind_at_once() {
    let mut shell = Shell::new();
    shell.act(Action::OpenPlayground);
    let holds = shell.prove();
    assert_eq!(holds.proof.state, ProofState::Passed, "{:#?}", holds.proof);
    let source = holds
        .source
        .text
        .replace("await lock.lock();", "")
        .replace("lock.unlock();", "");
    shell.act(Action::EditSource(source));
    let failed = shell.prove();
    assert_eq!(failed.proof.state, ProofState::Failed);
    let verdicts: Vec<&str> = failed.proof.checks[0]
        .findings
        .iter()
        .map(|found| found.verdict.as_str())
        .collect();
    assert!(
        verdicts.contains(&"assertion") && verdicts.contains(&"lost-update"),
        "{verdicts:?}"
    );
    let index = verdicts
        .iter()
        .position(|&verdict| verdict == "assertion")
        .expect("an assertion");
    shell.act(Action::ReplayFinding {
        check: 0,
        finding: index,
    });
    shell.act(Action::Run);
    let end = shell.settle();
    assert_eq!(
        end.run.outcome.as_ref().map(|outcome| outcome.title.as_str()),
        Some("Assertion failed")
    );
}
