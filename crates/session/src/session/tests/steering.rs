//! Breakpoints, other ways to step, loops, branches, undo and redo, two runs side by side, words.

use world::TaskId;

use super::Shell;
use crate::view::{OutcomeKind, RunState};
use crate::{Action, Against, Drive, ObjectStop, PolicyKind, ViewModel};

const RACE: &str = "// lanes: model=threads
let counter = 0;
async function add() {
  const seen = counter;
  counter = seen + 1;
}
const tasks = [spawn('A', add), spawn('B', add)];
await Promise.all(tasks);
console.log(`counter = ${counter}`);
";

const QUEUE: &str = "// lanes: model=tasks
const m = new Mutex();
let turns = 0;
async function turn(name) {
  await m.lock();
  turns += 1;
  const doubled = turns * 2;
  await sleep(5);
  m.unlock();
  console.log(name, doubled);
}
await Promise.all([spawn('A', () => turn('A')), spawn('B', () => turn('B'))]);
";

const A: TaskId = TaskId(1);
const B: TaskId = TaskId(2);

impl Shell {
    fn drive(&mut self, drive: Drive) -> ViewModel {
        self.act(Action::Drive(drive));
        self.settle()
    }

    fn line_of(&self, lane: TaskId) -> Option<u32> {
        self.view().lanes[lane.0 as usize].line
    }

    fn names(&self) -> Vec<String> {
        self.view()
            .drive
            .branches
            .iter()
            .map(|branch| branch.name.clone())
            .collect()
    }

    fn last_said(&self) -> &str {
        self.said.last().map_or("", String::as_str)
    }
}

fn at_start(source: &str) -> Shell {
    let mut shell = Shell::with_program(source);
    shell.act(Action::ToStart);
    shell
}

#[test]
fn a_run_of_threads_stops_where_a_lane_is_about_to_run_the_line() {
    let mut shell = at_start(RACE);
    let view = shell.drive(Drive::ToggleBreakpoint(5));
    assert_eq!(*view.drive.breakpoints, [5]);
    shell.act(Action::Run);
    let stopped = shell.settle();
    assert_eq!(stopped.run.state, RunState::Paused);
    assert_eq!(shell.line_of(A), Some(5));
    let sentence = "Stopped at line 5. Next: A writes counter = 1 (it was 0)";
    assert!(stopped.run.sentence.starts_with(sentence), "{}", stopped.run.sentence);
    assert_eq!(stopped.drive.stopped_line, Some(5));
    assert_eq!(shell.last_said(), stopped.run.sentence);
    // What A is about to do has not been done.
    assert!(stopped.variables.iter().all(|variable| !variable.is_written));
    shell.act(Action::Run);
    let second = shell.settle();
    assert_eq!((shell.line_of(B), second.drive.stopped_line), (Some(5), Some(5)));
    assert!(
        second.run.sentence.contains("B writes counter = 2"),
        "{}",
        second.run.sentence
    );
    shell.act(Action::Run);
    assert_eq!(shell.settle().run.state, RunState::Ended);
    let back = shell.drive(Drive::BackToStop);
    assert_eq!(
        (back.run.cursor, &back.run.sentence),
        (second.run.cursor, &second.run.sentence)
    );
    assert_eq!(shell.drive(Drive::BackToStop).run.cursor, stopped.run.cursor);
    let none = shell.drive(Drive::BackToStop);
    assert_eq!(none.run.cursor, stopped.run.cursor);
    assert!(shell.last_said().contains("no breakpoint"), "{}", shell.last_said());
    let gone = shell.drive(Drive::ToggleBreakpoint(5));
    assert!(gone.drive.breakpoints.is_empty() && !gone.drive.has_stops);
}

#[test]
fn a_run_of_tasks_stops_before_the_step_that_would_run_the_line() {
    let mut shell = at_start(QUEUE);
    shell.drive(Drive::ToggleBreakpoint(7));
    shell.act(Action::Run);
    let stopped = shell.settle();
    // Nothing on that line is shared or awaited, and still the run stops there.
    assert!(
        stopped.run.sentence.starts_with("Stopped at line 7. Next: A "),
        "{}",
        stopped.run.sentence
    );
    let turns = |view: &ViewModel| {
        let turns = view.variables.iter().find(|variable| variable.name == "turns");
        turns.map(|variable| variable.value.clone())
    };
    assert_eq!(
        turns(&stopped).unwrap_or("0".into()),
        "0",
        "the step has not been taken"
    );
    shell.act(Action::Run);
    let second = shell.settle();
    assert!(
        second.run.sentence.starts_with("Stopped at line 7. Next: B "),
        "{}",
        second.run.sentence
    );
    assert_eq!(turns(&second).as_deref(), Some("1"));
    shell.act(Action::Play);
    assert_eq!(shell.settle().run.state, RunState::Ended, "playing leaves it, too");
}

#[test]
fn breakpoints_do_not_change_what_a_run_does() {
    for source in [RACE, QUEUE] {
        let mut plain = at_start(source);
        plain.act(Action::Run);
        let plain = plain.settle();
        let mut shell = at_start(source);
        for line in 1..12 {
            shell.drive(Drive::ToggleBreakpoint(line));
        }
        for _ in 0..200 {
            shell.act(Action::Run);
            if shell.settle().run.state == RunState::Ended {
                break;
            }
        }
        let view = shell.view();
        assert_eq!((view.run.cursor, &view.console), (plain.run.cursor, &plain.console));
        assert_eq!(view.events, plain.events);
    }
}

#[test]
fn a_breakpoint_on_a_comment_lies_on_the_next_statement_and_all_are_kept() {
    let mut shell = Shell::with_program(RACE);
    assert_eq!(*shell.drive(Drive::ToggleBreakpoint(1)).drive.breakpoints, [2]);
    shell.drive(Drive::MoveBreakpoints(vec![7, 3, 7]));
    assert_eq!(*shell.view().drive.breakpoints, [3, 7]);
    shell.act(Action::Flush);
    let stored = shell.stored().to_owned();
    let again = Shell::visit(Some(&stored));
    assert_eq!(*again.view().drive.breakpoints, [3, 7]);
    shell.act(Action::SelectLesson("fix-the-race".to_owned()));
    assert!(shell.view().drive.breakpoints.is_empty(), "they are the program's");
    shell.act(Action::OpenPlayground);
    assert_eq!(*shell.view().drive.breakpoints, [3, 7]);
    assert!(shell.drive(Drive::ClearBreakpoints).drive.breakpoints.is_empty());
}

#[test]
fn a_run_stops_because_of_an_object() {
    let mut shell = at_start(QUEUE);
    shell.drive(Drive::StopAt("m".to_owned(), Some(ObjectStop::Blocked)));
    shell.act(Action::Run);
    let blocked = shell.settle();
    assert!(
        blocked.run.sentence.starts_with("Stopped because B has to wait for m"),
        "{}",
        blocked.run.sentence
    );
    assert_eq!(blocked.drive.stopped_line, None);
    shell.drive(Drive::StopAt("m".to_owned(), Some(ObjectStop::Changed)));
    shell.act(Action::Run);
    let changed = shell.settle();
    assert!(
        changed.run.sentence.starts_with("Stopped because m has changed: A "),
        "{}",
        changed.run.sentence
    );
    shell.drive(Drive::StopAt("m".to_owned(), None));
    shell.act(Action::Run);
    assert_eq!(shell.settle().run.state, RunState::Ended);
}

#[test]
fn run_to_a_line_stops_there_once() {
    let mut shell = at_start(RACE);
    let there = shell.drive(Drive::ToLine(5));
    assert_eq!((shell.line_of(A), there.run.state), (Some(5), RunState::Paused));
    assert!(there.drive.breakpoints.is_empty());
    assert_eq!(shell.drive(Drive::ToLine(5)).drive.stopped_line, Some(5));
    assert_eq!(shell.line_of(B), Some(5));
    assert_eq!(
        shell.drive(Drive::ToLine(5)).run.state,
        RunState::Ended,
        "nobody comes there again"
    );
}

#[test]
fn steps_of_other_sizes_end_where_they_say() {
    let mut shell = at_start(RACE);
    shell.act(Action::Restart);
    // Main goes on until it waits for its tasks.
    let waits = shell.drive(Drive::UntilBlocked);
    assert!(waits.lanes[0].status.contains("waits"), "{}", waits.lanes[0].status);
    assert!(waits.lanes[1].can_run && waits.lanes[2].can_run);
    // A alone, and B has not begun.
    let done = shell.drive(Drive::RunLane(A));
    assert_eq!(
        (done.lanes[1].state.word(), done.lanes[2].state.word()),
        ("done", "ready")
    );
    let line = shell.drive(Drive::RunLane(B)).lanes[2].state.word();
    assert_eq!(line, "done");
    let refused = shell.drive(Drive::RunLane(B));
    assert!(shell.last_said().contains("has finished"), "{}", shell.last_said());
    assert_eq!(refused.run.cursor, shell.view().run.cursor);
    // To where another lane goes on: what is known is repeated.
    shell.act(Action::ToStart);
    let mut turns = Vec::new();
    while shell.view().run.state != RunState::Ended {
        let before = shell.view().run.cursor;
        let view = shell.drive(Drive::ToSwitch);
        assert!(view.run.cursor > before);
        turns.push(view.lanes.iter().filter(|lane| lane.is_changed).count());
    }
    assert!((4..=6).contains(&turns.len()), "{turns:?}");
}

#[test]
fn over_a_line_does_not_go_into_what_it_calls() {
    let source = "// lanes: model=threads
let total = 0;
function deep() {
  total += 1;
  return total;
}
async function work() {
  deep();
  total = 5;
}
spawn('A', work);
await sleep(1);
";
    let mut shell = at_start(source);
    shell.act(Action::SetPolicy(PolicyKind::Manual));
    shell.act(Action::Restart);
    while shell.view().lanes.len() < 2 {
        shell.act(Action::StepLane(TaskId(0)));
    }
    shell.act(Action::SelectLane(Some(A)));
    shell.drive(Drive::OverLine);
    while shell.line_of(A).is_none_or(|line| line < 8) && shell.line_of(A) != Some(4) {
        shell.drive(Drive::OverLine);
    }
    // Wherever it stands in the call, over the line means out of it or to the next of it, never deeper.
    let mut lines = vec![shell.line_of(A)];
    for _ in 0..6 {
        shell.drive(Drive::OverLine);
        lines.push(shell.line_of(A));
    }
    assert!(lines.contains(&Some(9)), "{lines:?}");
    assert_eq!(shell.view().lanes[1].state.word(), "done");
}

#[test]
fn a_lane_that_is_chosen_goes_or_says_why_not() {
    let mut shell = Shell::with_program(RACE);
    let before = shell.view().run.cursor;
    assert_eq!(shell.drive(Drive::Choose(A)).run.cursor, before + 1);
    shell.act(Action::Run);
    shell.settle();
    let refused = shell.drive(Drive::Choose(A));
    assert!(refused.lanes[1].is_selected);
    assert!(
        shell.last_said().contains("finished") || shell.last_said().contains("ended"),
        "{}",
        shell.last_said()
    );
}

#[test]
fn a_loop_plays_its_steps_until_it_is_left() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::Run);
    let end = shell.settle().run.cursor;
    shell.act(Action::Scrub(4));
    assert_eq!(shell.act(Action::Drive(Drive::LoopFrom)).drive.range, Some((4, end)));
    shell.act(Action::Scrub(7));
    assert_eq!(shell.act(Action::Drive(Drive::LoopTo)).drive.range, Some((4, 7)));
    shell.timers.clear();
    let mut seen = Vec::new();
    let view = shell.act(Action::Drive(Drive::PlayLoop));
    assert!(view.drive.is_looping && view.run.state == RunState::Playing);
    for _ in 0..9 {
        seen.push(shell.view().run.cursor);
        let (_, token) = shell.timers.pop().expect("it goes on");
        shell.act(Action::Tick(token));
    }
    assert_eq!(seen, [4, 5, 6, 7, 4, 5, 6, 7, 4]);
    assert_eq!(shell.act(Action::Pause).run.state, RunState::Paused);
    shell.timers.clear();
    assert_eq!(
        shell.act(Action::Drive(Drive::LoopOver(3, 900))).drive.range,
        Some((3, end))
    );
    assert_eq!(shell.act(Action::Drive(Drive::LoopOver(5, 5))).drive.range, None);
    shell.act(Action::Drive(Drive::PlayLoop));
    assert!(shell.last_said().contains("loop"), "{}", shell.last_said());
}

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
    // Another text has no use for them.
    shell.act(Action::EditSource("spawn('A', () => 1);".to_owned()));
    shell.settle();
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
fn the_choices_are_listed_with_how_many_could_have_gone() {
    let mut shell = Shell::with_program(RACE);
    assert!(shell.view().drive.history.is_none());
    shell.act(Action::Run);
    shell.settle();
    let view = shell.drive(Drive::ShowHistory(true));
    let history = view.drive.history.as_ref().expect("it is looked at");
    assert_eq!(history.rows.len() as u32, view.run.steps);
    assert!(history.rows.iter().all(|row| row.is_taken));
    assert_eq!(history.rows.iter().filter(|row| row.is_last).count(), 1);
    let begins = history.rows.iter().find(|row| row.who == "A").expect("A goes");
    assert_eq!(begins.others, 1, "B could have: {begins:?}");
    assert!(history.rows[0].others == 0 && history.rows[0].who == "main");
    shell.act(Action::Scrub(3));
    let earlier = shell.view().drive.history.clone().expect("still");
    assert_eq!(earlier.rows.iter().filter(|row| row.is_taken).count(), 3);
    shell.drive(Drive::CopyHistory);
    let copied = shell.copied.last().expect("copied");
    assert!(
        copied.starts_with("v1 model=threads") && copied.lines().count() == 4,
        "{copied}"
    );
    assert!(shell.drive(Drive::ShowHistory(false)).drive.history.is_none());
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

#[test]
fn words_are_explained_with_those_that_go_with_them() {
    let mut shell = Shell::new();
    let view = shell.drive(Drive::ExplainWord(Some("lost-update".to_owned())));
    let words = view.drive.words.as_ref().expect("it is known");
    assert_eq!(words.words[0].word, "lost-update");
    assert!(words.words.len() > 1 && !words.is_all);
    let (id, _) = words.words[0].lesson.as_ref().expect("a lesson is about it");
    assert!(id.contains("fix-the-race"));
    let all = shell.drive(Drive::ExplainWord(Some(String::new())));
    assert!(
        all.drive
            .words
            .as_ref()
            .is_some_and(|words| words.is_all && words.words.len() > 30)
    );
    assert!(shell.drive(Drive::ExplainWord(None)).drive.words.is_none());
}
