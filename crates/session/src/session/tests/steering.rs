//! Breakpoints, other ways to step, loops, the list of choices, words. Branches and comparisons are next door.

mod branches;
mod carry;

use world::TaskId;

use super::Shell;
use crate::view::RunState;
use crate::{Action, Drive, ObjectStop, PolicyKind, ViewModel};

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
fn the_loop_grows_and_shrinks_with_the_cursor() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::Run);
    shell.settle();
    shell.act(Action::Scrub(4));
    let extend = |shell: &mut Shell, to| {
        let view = shell.drive(Drive::LoopExtend(to));
        (view.run.cursor, view.drive.range)
    };
    assert_eq!(extend(&mut shell, 5), (5, Some((4, 5))), "from where the cursor was");
    assert_eq!(extend(&mut shell, 7), (7, Some((4, 7))));
    assert_eq!(extend(&mut shell, 6), (6, Some((4, 6))));
    assert_eq!(extend(&mut shell, 4), (4, None), "nothing is left of it");
    assert_eq!(extend(&mut shell, 2), (2, Some((2, 4))), "the other way round");
    assert_eq!(extend(&mut shell, 1), (1, Some((1, 4))));
    shell.act(Action::Scrub(6));
    let steps = shell.view().run.steps;
    assert_eq!(
        extend(&mut shell, u32::MAX),
        (steps, Some((6, steps))),
        "a loop elsewhere begins anew"
    );
}

#[test]
fn stops_on_objects_are_kept_with_the_draft() {
    let mut shell = Shell::with_program("const m = new Mutex();\nawait m.lock();\nm.unlock();\n");
    shell.act(Action::Run);
    shell.settle();
    let view = shell.view();
    let all = crate::commands(&view);
    let stop = all
        .iter()
        .find(|command| command.id == "stop-changed-m")
        .expect("a command for each object");
    assert_eq!(stop.title, "Stop when m changes");
    shell.act(stop.action.clone().expect("an action"));
    shell.settle();
    let mut again = Shell::visit(Some(shell.stored()));
    let view = again.view();
    assert_eq!(view.drive.objects.get("m"), Some(&ObjectStop::Changed));
    again.act(Action::NextLesson);
    assert!(again.view().drive.objects.is_empty(), "they belong to the place");
    again.act(Action::OpenPlayground);
    again.drive(Drive::ClearBreakpoints);
    again.settle();
    assert!(Shell::visit(Some(again.stored())).view().drive.objects.is_empty());
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
