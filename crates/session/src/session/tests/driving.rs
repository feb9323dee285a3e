//! Running, stepping, going back, choosing.

use std::rc::Rc;

use timeline::{Axis, Target};
use world::{Granularity, Model, TaskId, TimeMode};

use super::Shell;
use crate::view::{LaneState, OutcomeKind, RunState};
use crate::{Action, PolicyKind, ViewModel};

const RACE: &str = "// lanes: model=threads
let counter = 0;
async function add() {
  counter = counter + 1;
}
const tasks = [spawn('A', add), spawn('B', add)];
await Promise.all(tasks);
console.log(`counter = ${counter}`);
";

/// What a learner can compare: everything but the pointers.
fn same(a: &ViewModel, b: &ViewModel) -> bool {
    a == b
}

#[test]
fn a_program_opens_where_there_is_something_to_choose() {
    let view = Shell::with_program(RACE).view();
    assert_eq!(view.run.state, RunState::Paused);
    assert!(view.lanes.len() > 1, "{:?}", view.lanes);
    assert!(view.run.cursor > 0 && view.run.can_back && view.run.can_step);
    assert_eq!((view.lanes[0].key, view.lanes[1].key), (Some(0), Some(1)));
    assert!(!view.scene.rows.is_empty() && !view.scene.bars.is_empty());
}

#[test]
fn a_program_that_prints_before_it_spawns_opens_at_its_beginning() {
    let view = Shell::with_program("console.log('one');\nawait sleep(5);\nspawn('A', () => 1);\n").view();
    assert_eq!((view.run.cursor, view.run.clock.now.as_str()), (0, "0 ms"));
    assert!(view.console.lines.is_empty());
}

#[test]
fn a_long_run_is_shown_around_the_cursor_until_all_of_it_is_asked_for() {
    let mut shell = Shell::new();
    shell.act(Action::ResizeStage {
        width: 320.0,
        height: 300.0,
        row_height: 28.0,
    });
    let view = shell.act(Action::ToEnd);
    assert!(view.run.steps > 60, "{}", view.run.steps);
    let shown = |view: &ViewModel| (view.scene.view.from, view.scene.view.to);
    let (from, to) = shown(&view);
    let cursor = f64::from(view.run.cursor);
    assert!(
        from > 0.0 && from < cursor && cursor < to,
        "{from}..{to} around {cursor}"
    );
    let (start, _) = shown(&shell.act(Action::ToStart));
    assert_eq!(start, 0.0);
    let (from, to) = shown(&shell.act(Action::FitStage));
    assert!(from == 0.0 && to > f64::from(view.run.steps));
}

#[test]
fn run_goes_to_the_end_and_again_begins_anew() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::Run);
    let ended = shell.settle();
    assert_eq!(ended.run.state, RunState::Ended);
    assert_eq!(
        ended.console.lines.last().map(|line| line.text.as_str()),
        Some("counter = 2")
    );
    assert_eq!(
        ended.run.outcome.as_ref().map(|outcome| outcome.kind),
        Some(OutcomeKind::Finished)
    );
    assert!(shell.said.last().is_some_and(|said| said.contains("Finished")));
    shell.act(Action::Run);
    assert!(same(&shell.settle(), &ended), "fifo is the same every time");
}

#[test]
fn a_learner_loses_an_update_by_hand() {
    let mut shell = Shell::with_program(RACE);
    let (a, b) = (TaskId(1), TaskId(2));
    // A reads; B reads and writes; A writes what it computed from the old value.
    shell.act(Action::StepLane(a));
    while !shell
        .view()
        .variables
        .iter()
        .any(|variable| variable.name == "counter" && variable.is_read)
    {
        shell.act(Action::StepLane(a));
    }
    while shell.view().lanes[2].can_run {
        shell.act(Action::StepLane(b));
    }
    while shell.view().lanes[1].can_run {
        shell.act(Action::StepLane(a));
    }
    assert!(
        shell.said.iter().any(|said| said.contains("is lost")),
        "{:#?}",
        shell.said
    );
    shell.act(Action::Run);
    let view = shell.settle();
    assert_eq!(view.console.lines[0].text, "counter = 1");
}

#[test]
fn back_after_step_restores_the_same_view() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::ToStart);
    loop {
        let before = shell.view();
        let after = shell.act(Action::Step);
        if after.run.cursor == before.run.cursor {
            break;
        }
        let known = shell.act(Action::Back);
        // Only what is known of the future may differ.
        assert_eq!(known.lanes, before.lanes);
        assert_eq!(known.cards, before.cards);
        assert_eq!(known.variables, before.variables);
        assert_eq!(known.console, before.console);
        assert_eq!(known.events, before.events);
        assert!(known.run.is_redo);
        assert!(same(&shell.act(Action::Step), &after));
    }
    assert_eq!(shell.view().run.state, RunState::Ended);
}

#[test]
fn the_known_future_stays_until_another_choice_is_made() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::Run);
    let end = shell.settle().run.cursor;
    let middle = shell.act(Action::Scrub(end / 2));
    assert_eq!((middle.run.cursor, middle.run.steps), (end / 2, end));
    assert!(middle.scene.bars.iter().any(|bar| bar.is_ahead), "the future is drawn");
    assert_eq!(shell.act(Action::ToEnd).run.cursor, end);
    let start = shell.act(Action::ToStart);
    assert_eq!((start.run.cursor, start.run.can_back), (0, false));
    // The same choice keeps it, another one cuts it.
    assert_eq!(shell.act(Action::StepLane(TaskId(0))).run.steps, end);
    while shell.view().lanes.iter().filter(|lane| lane.can_run).count() < 2 {
        shell.act(Action::Step);
    }
    let at = shell.view().run.cursor;
    let other = shell
        .view()
        .lanes
        .iter()
        .rev()
        .find(|lane| lane.can_run)
        .map(|lane| lane.task)
        .expect("one");
    let taken = shell.act(Action::StepLane(other));
    assert_eq!(taken.run.cursor, at + 1);
    assert!(
        taken.run.steps == at + 1 || taken.run.steps == end,
        "cut, or it was the known one"
    );
    assert_eq!(shell.act(Action::Scrub(u32::MAX)).run.cursor, taken.run.steps);
}

#[test]
fn a_lane_that_cannot_run_says_why_and_nothing_happens() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::Run);
    let ended = shell.settle();
    let refused = shell.act(Action::StepLane(TaskId(1)));
    assert!(same(&refused, &ended));
    assert!(ended.lanes[1].why_not.is_some());
    assert!(
        shell
            .said
            .last()
            .is_some_and(|said| said.contains("end") || said.contains("finished"))
    );
    assert!(same(&shell.act(Action::Step), &ended));
    assert!(same(&shell.act(Action::StepLane(TaskId(99))), &ended));
}

#[test]
fn manual_policy_stops_wherever_there_is_a_choice() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::SetPolicy(PolicyKind::Manual));
    shell.act(Action::Run);
    let view = shell.settle();
    assert_eq!(view.run.state, RunState::Paused);
    assert!(view.run.open_choices > 1);
    let same_view = shell.act(Action::Step);
    assert_eq!(same_view.run.cursor, view.run.cursor);
    assert!(shell.said.last().is_some_and(|said| said.contains("Choose")));
    assert_eq!(view.machine.policy, PolicyKind::Manual);
    // What another policy would have done is no plan for the learner's own choices.
    let mut lesson = Shell::new();
    assert!(lesson.view().run.is_redo);
    assert!(!lesson.act(Action::SetPolicy(PolicyKind::Manual)).run.is_redo);
}

#[test]
fn playing_takes_a_step_at_a_time_and_pauses() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::Restart);
    shell.act(Action::SetSpeed(10));
    shell.timers.clear();
    let view = shell.act(Action::Play);
    assert_eq!(
        (view.run.state, view.run.cursor, view.run.speed),
        (RunState::Playing, 1, 10)
    );
    let (ms, token) = shell.timers.pop().expect("a timer");
    assert_eq!(ms, 100);
    assert_eq!(shell.act(Action::Tick(token)).run.cursor, 2);
    let paused = shell.act(Action::Pause);
    assert_eq!(paused.run.state, RunState::Paused);
    assert!(same(&shell.settle(), &paused), "an old timer does nothing");
    shell.act(Action::Play);
    assert_eq!(shell.settle().run.state, RunState::Ended);
}

#[test]
fn the_machine_can_be_switched() {
    let mut shell = Shell::with_program(RACE);
    assert_eq!(shell.view().machine.model, Model::Threads);
    assert!(shell.view().machine.has_granularity);
    let statements = shell.act(Action::SetGranularity(Granularity::Statement));
    assert_eq!(statements.machine.granularity, Granularity::Statement);
    let tasks = shell.act(Action::SetModel(Model::Tasks));
    assert!(!tasks.machine.has_granularity);
    assert_eq!(shell.act(Action::SetTime(TimeMode::Any)).machine.time, TimeMode::Any);
    let seeded = shell.act(Action::SetSeed(5));
    assert_eq!((seeded.machine.seed, seeded.machine.has_seed), (5, false));
    assert!(shell.act(Action::SetPolicy(PolicyKind::Random)).machine.has_seed);
    let event_loop = shell.act(Action::SetModel(Model::EventLoop));
    assert_eq!(event_loop.machine.model, Model::EventLoop);
    shell.act(Action::Run);
    assert_eq!(
        shell.settle().console.lines[0].text,
        "counter = 2",
        "one stack at a time loses nothing"
    );
}

#[test]
fn the_clock_moves_when_it_is_let() {
    let mut shell = Shell::with_program("await sleep(30);\nconsole.log('awake');\n");
    while !shell.view().run.clock.can_advance {
        let before = shell.view().run.cursor;
        assert!(shell.act(Action::Step).run.cursor > before);
    }
    assert_eq!(shell.view().lanes[0].state, LaneState::Sleeping);
    let moved = shell.act(Action::StepClock);
    assert_eq!(moved.run.clock.now, "30 ms");
    assert!(moved.run.sentence.contains("30 ms"), "{}", moved.run.sentence);
}

#[test]
fn what_the_program_leaves_open_can_be_decided() {
    let mut shell = Shell::with_program("const colour = choose(['red', 'green']);\nconsole.log(colour);\n");
    let open = shell.act(Action::Step).run;
    let labels: Vec<&str> = open.decisions.iter().map(|decision| decision.label.as_str()).collect();
    assert_eq!(labels, ["Take \"red\"", "Take \"green\""]);
    assert!(open.sentence.contains("leaves open which of 2"), "{}", open.sentence);
    let refused = shell.act(Action::StepLane(TaskId(0)));
    assert_eq!(refused.run.cursor, open.cursor, "first it is decided");
    let green = shell.act(Action::Decide(open.decisions[1].choice));
    assert_eq!(green.console.lines[0].text, "green");
    assert!(green.run.decisions.is_empty());
}

#[test]
fn a_click_in_the_picture_goes_there() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::ResizeStage {
        width: 600.0,
        height: 200.0,
        row_height: 40.0,
    });
    shell.act(Action::Run);
    let end = shell.settle();
    assert_eq!(end.scene.view.width, 600.0);
    let mark = end
        .scene
        .dots
        .iter()
        .find(|dot| dot.task == TaskId(1))
        .expect("A did something");
    let target = end.scene.hit(mark.x, mark.y).expect("there is something");
    let there = shell.act(Action::ClickTarget(target));
    assert_eq!(there.run.cursor, mark.step + 1);
    assert!(there.lanes[1].is_selected);
    assert_eq!(shell.act(Action::ClickTarget(Target::Step(1))).run.cursor, 1);
    let hovered = shell.act(Action::HoverTarget(Some(Target::Lane(TaskId(2)))));
    assert!(hovered.scene.rows[2].is_hovered);
    assert!(!shell.act(Action::HoverTarget(None)).scene.rows[2].is_hovered);
    assert!(
        shell
            .act(Action::SelectLane(None))
            .lanes
            .iter()
            .all(|lane| !lane.is_selected)
    );
}

#[test]
fn zoom_and_pan_change_what_is_shown_and_fit_takes_it_back() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::Run);
    let whole = shell.settle();
    let near = shell.act(Action::Zoom { factor: 2.0, x: 0.0 });
    assert!(near.scene.view.to - near.scene.view.from < whole.scene.view.to - whole.scene.view.from);
    let moved = shell.act(Action::Pan { dx: 50.0, dy: 0.0 });
    assert!(moved.scene.view.from > near.scene.view.from);
    shell.act(Action::Pan { dx: -1e9, dy: -1e9 });
    assert_eq!(shell.view().scene.view.from, 0.0);
    shell.act(Action::Zoom {
        factor: f64::NAN,
        x: f64::INFINITY,
    });
    assert_eq!(shell.act(Action::FitStage).scene, whole.scene);
    let time = shell.act(Action::SetAxis(Axis::Time));
    assert_eq!((time.scene.view.axis, time.run.axis), (Axis::Time, Axis::Time));
}

#[test]
fn parts_that_did_not_change_keep_their_pointer() {
    let mut shell = Shell::with_program(RACE);
    let before = shell.view();
    let after = shell.act(Action::HoverTarget(Some(Target::Lane(TaskId(1)))));
    assert!(Rc::ptr_eq(&before.console, &after.console) && Rc::ptr_eq(&before.lanes, &after.lanes));
    assert!(Rc::ptr_eq(&before.source, &after.source) && Rc::ptr_eq(&before.course, &after.course));
    assert!(!Rc::ptr_eq(&before.scene, &after.scene));
}

#[test]
fn the_schedule_can_be_copied() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::CopySchedule);
    let schedule: world::Schedule = shell.copied[0].parse().expect("it parses");
    assert_eq!(schedule.choices.len(), shell.view().run.cursor as usize);
    assert_eq!(schedule.model, Model::Threads);
}

#[test]
fn objects_are_shown_with_who_holds_and_who_waits() {
    let mut shell = Shell::with_program(
        "const jobs = new Semaphore(1);
async function worker() { await jobs.acquire(); await sleep(5); jobs.release(); }
await Promise.all([spawn('A', worker), spawn('B', worker)]);
",
    );
    let mut held = false;
    loop {
        let before = shell.view().run.cursor;
        let view = shell.act(Action::Step);
        held |= view
            .cards
            .iter()
            .any(|card| card.sentence.contains("held by A") && card.sentence.contains("waiting: B"));
        if view.run.cursor == before {
            break;
        }
    }
    assert!(held, "B was never seen waiting for A");
    assert!(
        shell.view().cards[0].sentence.contains("1 available"),
        "{}",
        shell.view().cards[0].sentence
    );
}

/// A worker that holds the only permit for 5 ms, and one that waits for it.
const TURNS: &str = "// lanes: model=tasks
const jobs = new Semaphore(1);
async function worker() { await jobs.acquire(); await sleep(5); jobs.release(); }
await Promise.all([spawn('A', worker), spawn('B', worker)]);
";

#[test]
fn measures_are_those_of_the_cursor_and_only_made_while_looked_at() {
    let mut shell = Shell::with_program(TURNS);
    assert!(shell.act(Action::Run).measures.is_none());
    let all = shell
        .act(Action::ShowMeasures(true))
        .measures
        .expect("they are looked at");
    assert_eq!(
        (all.rows[0].name.as_str(), all.rows[0].figures[0].as_str()),
        ("jobs", "2")
    );
    let half = shell.act(Action::Scrub(7)).measures.expect("still");
    assert_ne!(half, all);
    // Another way to the same place tells the same.
    let mut fresh = Shell::with_program(TURNS);
    fresh.act(Action::ShowMeasures(true));
    fresh.act(Action::Run);
    assert_eq!(fresh.act(Action::Scrub(7)).measures, Some(half));
    assert_eq!(shell.act(Action::ToEnd).measures, Some(all));
    assert!(shell.act(Action::ShowMeasures(false)).measures.is_none());
}

#[test]
fn measures_forget_a_future_that_another_choice_has_cut() {
    let mut shell = Shell::with_program(RACE);
    shell.act(Action::ShowMeasures(true));
    shell.act(Action::Run);
    shell.act(Action::ShowMeasures(false));
    let cut = shell.view().run.cursor / 2;
    shell.act(Action::Scrub(cut));
    let lane = shell
        .view()
        .lanes
        .iter()
        .rev()
        .find(|lane| lane.can_run)
        .map(|lane| lane.task);
    shell.act(Action::StepLane(lane.expect("somebody can run")));
    let measured = shell.act(Action::ShowMeasures(true)).measures;
    shell.act(Action::Back);
    assert_eq!(shell.act(Action::Step).measures, measured);
}
