//! Bad input and things that break: each ends in one clear message, and no draft is lost.

use super::Shell;
use crate::view::{OutcomeKind, ProofState, RunState};
use crate::{Action, BACKUP_KEY, PLAYGROUND, StoredDocument};

#[test]
fn a_syntax_error_keeps_the_last_run_and_says_where() {
    let mut shell = Shell::with_program("console.log(1);\n");
    shell.act(Action::Run);
    let good = shell.settle();
    let typed = shell.act(Action::EditSource("console.log(1);\nlet x = ;\n".to_owned()));
    assert!(typed.run.is_stale, "nothing is known about the new text yet");
    let view = shell.settle();
    assert!(view.source.has_errors && view.run.is_stale);
    assert_eq!(view.source.diagnostics[0].line, 2, "{:?}", view.source.diagnostics);
    assert_eq!(view.console, good.console, "the last good run stays");
    assert!(view.source.marks.is_empty(), "lines of another text are not shown");
    shell.act(Action::Run);
    assert!(shell.said.last().is_some_and(|said| said.contains("errors")));
    shell.act(Action::Prove);
    assert!(shell.worker.is_none());
    shell.act(Action::EditSource("console.log(2);\n".to_owned()));
    let mended = shell.settle();
    assert!(!mended.source.has_errors && !mended.run.is_stale && mended.source.diagnostics.is_empty());
}

#[test]
fn run_means_the_text_in_the_editor_even_before_it_was_compiled() {
    let mut shell = Shell::with_program("console.log('old');\n");
    shell.act(Action::EditSource("console.log('new');\n".to_owned()));
    let view = shell.act(Action::Run);
    assert_eq!(view.console.lines[0].text, "new");
    assert_eq!(
        shell.settle().console.lines.len(),
        1,
        "the timer after the last key does not start it again"
    );
}

#[test]
fn an_unknown_name_is_a_warning_with_a_line_and_a_help() {
    let view = Shell::with_program("const counter = 1;\nconsole.log(countre);\n").view();
    assert!(!view.source.has_errors);
    let found = view.source.diagnostics.first().expect("a warning");
    assert!(!found.is_error);
    assert_eq!((found.line, found.code), (2, "undefined-name"));
    assert!(found.message.contains("countre"));
    assert!(found.help.as_ref().is_some_and(|help| help.contains("counter")));
}

#[test]
fn a_program_with_warnings_runs() {
    let source = "async function save() { console.log('saving'); await sleep(1); }\nsave();\nconsole.log('end');\n";
    let mut shell = Shell::with_program(source);
    shell.act(Action::Run);
    let view = shell.settle();
    let warning = view.source.diagnostics.first().expect("a warning");
    assert_eq!(
        (warning.is_error, warning.line, warning.code),
        (false, 2, "floating-promise")
    );
    assert!(warning.help.as_ref().is_some_and(|help| help.contains("await save()")));
    assert!(!view.source.has_errors && !view.run.is_stale);
    assert_eq!(view.console.lines.len(), 2);
}

fn outcome_of(source: &str) -> (OutcomeKind, Option<u32>, String) {
    let mut shell = Shell::with_program(source);
    shell.act(Action::Run);
    let mut view = shell.settle();
    while view.run.state == RunState::AtLimit {
        shell.act(Action::Continue);
        view = shell.settle();
    }
    let outcome = view.run.outcome.clone().unwrap_or_else(|| panic!("{:?}", view.run));
    (outcome.kind, outcome.line, outcome.message)
}

#[test]
fn every_bad_end_has_its_banner_with_a_line() {
    let (kind, line, message) = outcome_of("let a = 1;\nthrow new Error('boom');\n");
    assert_eq!((kind, line), (OutcomeKind::Error, Some(2)), "{message}");
    assert!(message.contains("boom"));
    let (kind, line, message) = outcome_of("let a = 1;\nassert(a === 2, 'a is one');\n");
    assert_eq!((kind, line), (OutcomeKind::PropertyFailed, Some(2)), "{message}");
    assert!(message.contains("a is one"));
    let (kind, _, message) = outcome_of("Promise.reject(new Error('nobody cares'));\n");
    assert_eq!(kind, OutcomeKind::Error, "{message}");
    let (kind, _, message) = outcome_of("function f() { return f() + 1; }\nf();\n");
    assert_eq!(kind, OutcomeKind::Error, "{message}");
    assert!(message.contains("call stack"), "{message}");
    let (kind, _, message) = outcome_of("const m = new Mutex();\nawait m.lock();\nawait m.lock();\n");
    assert_eq!(kind, OutcomeKind::Deadlock, "{message}");
}

#[test]
fn an_allocation_bomb_meets_a_limit() {
    let bomb = "const all = [];\nfor (let i = 0; ; i++) { all.push('x'.repeat(1000) + i); }\n";
    let (kind, _, message) = outcome_of(bomb);
    assert_eq!(kind, OutcomeKind::Limit, "{message}");
}

#[test]
fn an_endless_loop_comes_to_a_stop_that_can_be_continued() {
    for source in [
        "while (true) {}\n",
        "// lanes: model=threads\nwhile (true) { await yieldNow(); }\n",
    ] {
        let mut shell = Shell::with_program(source);
        shell.act(Action::Run);
        assert_eq!(
            shell.view().run.state,
            RunState::Running,
            "the first slice does not take it all"
        );
        let view = shell.settle();
        assert_eq!(view.run.state, RunState::AtLimit, "{source}");
        assert!(
            view.run
                .limit_note
                .as_ref()
                .is_some_and(|note| note.contains("Continue"))
        );
        let before = view.run.cursor;
        shell.act(Action::Continue);
        assert!(shell.settle().run.cursor > before);
        assert!(shell.act(Action::Back).run.limit_note.is_none());
        shell.act(Action::Run);
        assert_eq!(shell.act(Action::Pause).run.state, RunState::Paused);
    }
}

#[test]
fn storage_that_throws_leaves_a_note_once_and_the_program_in_the_editor() {
    let mut shell = Shell::with_program("console.log('mine');\n");
    shell.act(Action::StorageFailed("the quota is exceeded".to_owned()));
    let view = shell.act(Action::StorageFailed("the quota is exceeded".to_owned()));
    assert_eq!(view.notes.len(), 1);
    assert!(view.notes[0].text.contains("quota"));
    assert_eq!(&*view.source.text, "console.log('mine');\n");
    assert!(shell.act(Action::DismissNote(view.notes[0].id)).notes.is_empty());
    assert_eq!(shell.act(Action::EditorFailed("no network".to_owned())).notes.len(), 1);
    assert_eq!(shell.act(Action::LessonsFailed("404".to_owned())).notes.len(), 2);
}

#[test]
fn a_stored_text_that_cannot_be_read_is_kept_before_anything_is_saved() {
    let mut shell = Shell::visit(Some("{ not json"));
    assert_eq!(shell.storage.get(BACKUP_KEY).map(String::as_str), Some("{ not json"));
    assert_eq!(shell.view().notes.len(), 1);
    shell.act(Action::EditSource("let a = 1;".to_owned()));
    shell.settle();
    assert_eq!(shell.storage.get(BACKUP_KEY).map(String::as_str), Some("{ not json"));
    assert!(shell.stored().contains("let a = 1;"));
}

#[test]
fn leaving_the_page_saves_at_once() {
    let mut shell = Shell::new();
    shell.act(Action::OpenPlayground);
    shell.act(Action::EditSource("half a wo".to_owned()));
    shell.act(Action::Flush);
    let document: StoredDocument = serde_json::from_str(shell.stored()).expect("it is a document");
    assert_eq!(document.drafts.get(PLAYGROUND).map(String::as_str), Some("half a wo"));
    shell.storage.clear();
    shell.act(Action::Flush);
    assert!(shell.storage.is_empty(), "nothing new, nothing to save");
}

#[test]
fn a_worker_that_breaks_says_so_and_an_old_one_is_not_heard() {
    let mut shell = Shell::with_program("console.log(1);\n");
    shell.act(Action::Prove);
    let (first, mut old) = shell.worker.take().expect("a worker");
    shell.act(Action::Prove);
    assert_eq!(shell.cancelled, [first]);
    let late = old.advance(u32::MAX, 1);
    assert_eq!(
        shell.act(Action::Proof(late)).proof.state,
        ProofState::Busy,
        "a late answer is dropped"
    );
    let (second, _) = shell.worker.take().expect("another worker");
    shell.act(Action::ProofFailed {
        run_id: first,
        message: "old".to_owned(),
    });
    assert_eq!(shell.view().proof.state, ProofState::Busy);
    let view = shell.act(Action::ProofFailed {
        run_id: second,
        message: "The worker did not start.".to_owned(),
    });
    assert_eq!(
        (view.proof.state, view.proof.headline.as_str()),
        (ProofState::Broken, "The worker did not start.")
    );
}

#[test]
fn a_page_without_lessons_opens_the_playground() {
    let course = std::sync::Arc::new(lesson::Course::default());
    let (mut session, _) = crate::Session::new(course, None, crate::Environment::default());
    assert_eq!(session.view().place, crate::PlaceView::Playground);
    assert!(
        !session.view().source.has_errors,
        "{:?}",
        session.view().source.diagnostics
    );
    session.update(Action::NextLesson);
    session.update(Action::SelectLesson("nowhere".to_owned()));
    assert_eq!(session.view().notes.len(), 1);
}

#[test]
fn a_limit_that_was_met_is_raised_by_continue() {
    let mut shell = Shell::with_program("for (let i = 0; i < 30_000; i++) console.log(i);\nconsole.log('end');\n");
    shell.act(Action::Run);
    let view = shell.settle();
    let outcome = view.run.outcome.clone().expect("the limit of lines");
    assert_eq!(outcome.kind, OutcomeKind::Limit);
    assert!(outcome.can_continue);
    assert_eq!(
        outcome.message,
        "The run reached the limit of console lines: 20,000 lines. Continue allows 80,000 lines."
    );
    shell.act(Action::Continue);
    let mut view = shell.settle();
    while view.run.state == RunState::AtLimit {
        shell.act(Action::Continue);
        view = shell.settle();
    }
    assert_eq!(
        view.run.outcome.as_ref().map(|outcome| outcome.kind),
        Some(OutcomeKind::Finished)
    );
    assert_eq!(view.console.lines.last().map(|line| line.text.as_str()), Some("end"));
    // What has been raised stays so, wherever the cursor goes.
    shell.act(Action::ToStart);
    shell.act(Action::ToEnd);
    let view = shell.view();
    assert_eq!(
        view.run.outcome.as_ref().map(|outcome| outcome.kind),
        Some(OutcomeKind::Finished)
    );
}

#[test]
fn what_is_no_limit_is_not_continued() {
    let mut shell = Shell::with_program("throw new Error('no');\n");
    shell.act(Action::Run);
    let before = shell.settle();
    assert!(!before.run.outcome.as_ref().expect("an error").can_continue);
    let after = shell.act(Action::Continue);
    assert_eq!(after.run.outcome, before.run.outcome);
    assert_eq!(after.run.cursor, before.run.cursor);
}

#[test]
fn a_search_that_found_something_leads_there_from_any_step() {
    let mut shell = Shell::with_program(
        "// lanes: model=threads\nlet n = 0;\nasync function add() { n = n + 1; }\nawait Promise.all([spawn('A', add), spawn('B', add)]);\nassert(n === 2);\n",
    );
    assert!(!shell.act(Action::AskNudge).proof.can_nudge, "nobody has searched");
    let proved = shell.prove();
    assert!(proved.proof.can_nudge && proved.proof.nudges.is_empty());
    let first = shell.act(Action::AskNudge).proof.nudges.clone();
    assert_eq!(first.len(), 1);
    assert_eq!(shell.said.last(), first.last(), "it is read out");
    let mut said = first.clone();
    while shell.view().proof.can_nudge {
        said = shell.act(Action::AskNudge).proof.nudges.clone();
    }
    assert!(
        said.len() > 1 && said[0] == first[0] && said.last().is_some_and(|last| last.starts_with("Let ")),
        "{said:?}"
    );
    let moved = shell.act(Action::Step);
    assert!(
        moved.proof.nudges.is_empty() && moved.proof.can_nudge,
        "it was about another step"
    );
    shell.act(Action::EditSource("console.log(1);\n".to_owned()));
    assert!(!shell.settle().proof.can_nudge, "the search was about another program");
}
