//! Looking closer: variables and the heap, who changed what, who waits for whom, what drives the lanes, tables and charts.

use std::rc::Rc;

use timeline::{Party, Subject};
use world::{ObjectId, TaskId};

use super::Shell;
use crate::view::{InspectView, QueueView, ValueRow};
use crate::{Action, EventColumn, Inspect, MeasureColumn, ViewModel};

fn inspected(view: &ViewModel) -> &InspectView {
    view.inspect.as_ref().expect("the shell looks at it")
}

fn row<'a>(view: &'a InspectView, name: &str) -> &'a ValueRow {
    let mut rows = view.frames.iter().flat_map(|frame| &frame.rows);
    rows.find(|row| row.name == name)
        .unwrap_or_else(|| panic!("no {name} in {:?}", view.frames))
}

fn open(shell: &mut Shell, name: &str) -> ViewModel {
    let path = row(inspected(&shell.view()), name).path.clone();
    shell.act(Action::Inspect(Inspect::Toggle(path)))
}

/// Two lanes that change a list which both see.
const LIST: &str = "// lanes: model=threads
const list = { items: [1], name: 'list', self: null };
list.self = list;
const alias = list.items;
async function add(n) {
  const before = list.items.length;
  await yieldNow();
  list.items.push(n);
  return before;
}
await Promise.all([spawn('A', () => add(10)), spawn('B', () => add(20))]);
";

/// Steps one lane until it has taken a number of steps or can go on no more.
fn step_lane(shell: &mut Shell, task: u32, times: usize) -> ViewModel {
    (0..times).for_each(|_| {
        shell.act(Action::StepLane(TaskId(task)));
    });
    shell.view()
}

#[test]
fn a_lane_shows_its_variables_and_what_is_in_them() {
    let mut shell = Shell::with_program(LIST);
    let view = shell.act(Action::SelectLane(Some(TaskId(0))));
    let it = inspected(&view);
    assert_eq!((it.lane, it.is_followed), (Some(TaskId(0)), false));
    let list = row(it, "list");
    assert_eq!((list.is_open, list.depth, list.is_shared), (Some(false), 0, true));
    let view = open(&mut shell, "list");
    let it = inspected(&view);
    assert_eq!(row(it, "list").is_open, Some(true));
    assert_eq!((row(it, "name").depth, row(it, "name").value.as_str()), (1, "\"list\""));
    // What refers back to something that stands there already does not open again.
    let itself = row(it, "self");
    assert_eq!((itself.same_as.as_deref(), itself.is_open), (Some("list"), None));
    let alias = row(it, "alias");
    assert_eq!(alias.same_as.as_deref(), Some("list.items"), "shared by identity");
    let closed = open(&mut shell, "list");
    assert!(inspected(&closed).frames[0].rows.iter().all(|row| row.depth == 0));
}

#[test]
fn what_another_lane_changed_is_marked_with_who_and_when() {
    let mut shell = Shell::with_program(LIST);
    step_lane(&mut shell, 1, 1);
    shell.act(Action::SelectLane(Some(TaskId(1))));
    let untouched = shell.view();
    let is_marked = |row: &&ValueRow| row.changed.as_ref().is_some_and(|change| change.is_by_another);
    assert_eq!(inspected(&untouched).frames[0].rows.iter().filter(is_marked).count(), 0);
    // B pushes while A stands still.
    let mut last = shell.view();
    while row(inspected(&last), "list")
        .changed
        .as_ref()
        .is_none_or(|change| !change.is_by_another)
    {
        last = shell.act(Action::StepLane(TaskId(2)));
        assert!(last.run.cursor < 60, "B never changed the list for A");
    }
    let change = row(inspected(&last), "list").changed.clone().expect("it is marked");
    assert_eq!(change.text, format!("B changed it in step {}", last.run.cursor));
    // Opened, the mark is where the change is.
    open(&mut shell, "list");
    let view = open(&mut shell, "items");
    let it = inspected(&view);
    assert_eq!((&row(it, "list").changed, &row(it, "name").changed), (&None, &None));
    assert_eq!(row(it, "1").changed, Some(change));
    assert_eq!(row(it, "0").changed, None);
    // Once A has run, it has seen it.
    let seen = shell.act(Action::StepLane(TaskId(1)));
    let foreign = inspected(&seen).frames[0].rows.iter().filter(is_marked).count();
    assert_eq!(foreign, 0);
}

#[test]
fn whoever_is_chosen_by_nobody_is_the_lane_that_ran_last() {
    let mut shell = Shell::with_program(LIST);
    let view = step_lane(&mut shell, 2, 1);
    let it = inspected(&view);
    assert_eq!((it.lane, it.is_followed), (Some(TaskId(2)), true));
    assert_eq!(it.why, "B can go on.");
    assert!(shell.act(Action::Inspect(Inspect::Show(false))).inspect.is_none());
}

/// Two lanes that take two locks in different orders, and one that waits for the first.
const CROSSED: &str = "// lanes: model=threads
const left = new Mutex(), right = new Mutex();
async function cross(first, second) { await first.lock(); await second.lock(); }
const tasks = [spawn('A', () => cross(left, right)), spawn('B', () => cross(right, left))];
const late = spawn('C', async () => { await left.lock(); });
await Promise.all(tasks);
";

#[test]
fn a_deadlock_is_a_circle_in_the_graph_and_in_words() {
    let mut shell = Shell::with_program(CROSSED);
    let is_told = |view: &ViewModel, words: &str| view.cards.iter().any(|card| card.sentence.contains(words));
    for (task, words) in [
        (1, "left; held by A"),
        (2, "right; held by B"),
        (2, "waiting: B"),
        (3, "waiting: B, C"),
    ] {
        while !is_told(&shell.view(), words) {
            let before = shell.view().run.cursor;
            let view = step_lane(&mut shell, task, 1);
            assert!(view.run.cursor > before, "{words}: {:?} {:?}", view.lanes, shell.said);
        }
    }
    let view = shell.act(Action::Run);
    let waits = &inspected(&view).waits;
    assert_eq!(
        waits.cycles,
        ["A → right → B → left → A: they wait for one another, and nobody else can end that."]
    );
    let told = |name: &str| {
        waits
            .sentences
            .iter()
            .find(|sentence| sentence.starts_with(name))
            .cloned()
    };
    assert_eq!(
        told("A ").as_deref(),
        Some("A waits for right, held by B."),
        "{:?}",
        waits.sentences
    );
    assert_eq!(
        told("C ").as_deref(),
        Some("C waits for left, held by A; B is before it in the line."),
        "{:?}",
        waits.sentences
    );
    assert_eq!(
        told("main ").as_deref(),
        Some("main waits for Promise.all: A and B have not ended.")
    );
    let ring = waits
        .graph
        .nodes
        .iter()
        .filter(|node| node.is_in_cycle)
        .map(|node| node.party);
    assert_eq!(ring.filter(|party| matches!(party, Party::Task(_))).count(), 2);
    assert_eq!(
        row(inspected(&shell.act(Action::SelectLane(Some(TaskId(1))))), "first").value,
        "Mutex left"
    );
    // The main line waits for both.
    assert!(waits.graph.edges.len() >= 6, "{:?}", waits.graph.edges);
}

#[test]
fn a_circle_that_somebody_else_can_end_is_no_deadlock() {
    let mut shell = Shell::with_program(
        "// lanes: model=threads
const both = new Semaphore(2), one = new Mutex();
spawn('helper', async () => { await both.acquire(); await sleep(5); both.release(); });
spawn('A', async () => { await both.acquire(); await sleep(1); await one.lock(); });
spawn('B', async () => { await one.lock(); await sleep(2); await both.acquire(); one.unlock(); });
",
    );
    let mut seen = Vec::new();
    for _ in 0..80 {
        let view = shell.act(Action::Step);
        seen.extend(inspected(&view).waits.cycles.clone());
    }
    assert!(
        !seen.is_empty()
            && seen
                .iter()
                .all(|cycle| cycle.ends_with("but somebody else may end that.")),
        "{seen:?}"
    );
}

/// Microtasks, timers, a tick.
const LOOP: &str = "// lanes: model=event-loop
setTimeout(function later() { console.log('later'); }, 20);
Promise.resolve().then(function soon() { console.log('soon'); });
queueMicrotask(function sooner() {});
console.log('first');
";

fn entries(queue: &QueueView) -> Vec<&str> {
    queue.entries.iter().map(|entry| entry.what.as_str()).collect()
}

#[test]
fn the_event_loop_shows_its_queues_and_what_comes_next() {
    let mut shell = Shell::with_program(LOOP);
    shell.act(Action::ToStart);
    let view = shell.act(Action::Step);
    let it = view.system.event_loop.clone().expect("this model has one");
    assert_eq!(entries(&it.microtasks), ["calls soon", "calls sooner"]);
    assert_eq!(entries(&it.timers), ["setTimeout later"]);
    assert_eq!(it.timers.entries[0].left.as_deref(), Some("20 ms"));
    assert_eq!(it.next, "Next comes the first microtask: calls soon.");
    assert!(it.microtasks.is_next && !it.timers.is_next);
    let view = [(); 2].map(|()| shell.act(Action::Step))[1].clone();
    let it = view.system.event_loop.clone().expect("still");
    assert_eq!(
        it.next,
        "Nothing can run now: the loop waits for the first timer, setTimeout later."
    );
    assert!(it.microtasks.entries.is_empty() && it.timers.is_next);
    let view = shell.act(Action::Run);
    let it = view.system.event_loop.clone().expect("still");
    assert_eq!(it.next, "The loop has nothing left to do.");
}

#[test]
fn cores_and_scopes_are_there_when_there_is_something_to_see() {
    let view = Shell::with_program(LIST).view();
    assert!(view.system.event_loop.is_none() && view.system.cores.is_none() && view.system.scopes.is_empty());
    let mut shell = Shell::with_program(
        "// lanes: model=threads cores=2
const outer = new ConcurrencyScope();
for (const ms of [10, 20, 30]) outer.spawn(async () => { work(ms); });
await outer.join();
",
    );
    let mut most = (0, 0);
    let mut children = 0;
    for _ in 0..60 {
        let view = shell.act(Action::Step);
        let scope = view.system.scopes.iter().find(|scope| scope.name == "outer");
        children = children.max(scope.map_or(0, |scope| scope.children.len()));
        if let Some(cores) = &view.system.cores {
            assert_eq!(cores.cores.len(), 2);
            most = most.max((cores.cores.iter().flatten().count(), cores.ready.len()));
        }
    }
    assert_eq!((most, children), ((2, 1), 3));
}

#[test]
fn the_table_of_events_is_a_window_that_can_be_sorted() {
    let mut shell = Shell::with_program(LIST);
    let view = shell.act(Action::Run);
    let table = view.events.clone().expect("the shell looks at it");
    assert_eq!(table.total, view.run.cursor);
    let steps = |view: &ViewModel| -> Vec<u32> {
        let table = view.events.as_ref().expect("still");
        table.rows.iter().map(|row| row.step).collect()
    };
    assert_eq!(steps(&view)[0], view.run.cursor, "the newest first");
    let sort = |shell: &mut Shell, column| shell.act(Action::Inspect(Inspect::SortEvents(column)));
    let rising = sort(&mut shell, EventColumn::Step);
    assert_eq!(steps(&rising), (1..=view.run.cursor).collect::<Vec<_>>());
    let by_lane = sort(&mut shell, EventColumn::Lane);
    let lanes: Vec<String> = by_lane
        .events
        .iter()
        .flat_map(|table| &table.rows)
        .map(|row| row.lane.clone())
        .collect();
    assert!(lanes.is_sorted() && lanes.first() != lanes.last(), "{lanes:?}");
    let falling = sort(&mut shell, EventColumn::Lane);
    let lanes: Vec<String> = falling
        .events
        .iter()
        .flat_map(|table| &table.rows)
        .map(|row| row.lane.clone())
        .collect();
    assert!(lanes.iter().rev().is_sorted(), "{lanes:?}");
    // Each row tells what the narration told.
    let first = falling.events.as_ref().expect("still").rows[0].clone();
    assert_eq!(shell.act(Action::Scrub(first.step)).run.sentence, first.sentence);
}

#[test]
fn only_the_rows_on_the_screen_are_made() {
    let mut shell =
        Shell::with_program("// lanes: model=threads\nlet n = 0;\nspawn('A', () => { while (n < 400) n++; });\n");
    let view = shell.act(Action::Run);
    assert!(view.run.cursor > 400);
    let at = shell.act(Action::Inspect(Inspect::ScrollEvents(300)));
    let table = at.events.clone().expect("the shell looks at it");
    assert!(
        table.rows.len() < 120 && table.first <= 300,
        "{} from {}",
        table.rows.len(),
        table.first
    );
    let newest = table.rows[(300 - table.first) as usize].step;
    assert_eq!(newest, view.run.cursor - 300);
    let end = shell.act(Action::Inspect(Inspect::ScrollEvents(u32::MAX)));
    assert_eq!(
        end.events
            .as_ref()
            .and_then(|table| table.rows.last())
            .map(|row| row.step),
        Some(1)
    );
    assert!(shell.act(Action::Inspect(Inspect::ShowEvents(false))).events.is_none());
}

/// Two objects of different load.
const LOADED: &str = "// lanes: model=tasks
const jobs = new Semaphore(1), idle = new Semaphore(3);
let done = 0;
async function worker() { await jobs.acquire(); await sleep(5); jobs.release(); done += 1; }
await idle.acquire();
idle.release();
await Promise.all([spawn('A', worker), spawn('B', worker), spawn('C', worker)]);
";

#[test]
fn measures_are_sorted_by_the_column_that_is_chosen() {
    let mut shell = Shell::with_program(LOADED);
    shell.act(Action::ShowMeasures(true));
    shell.act(Action::Run);
    let names = |view: &ViewModel| -> Vec<String> {
        let measures = view.measures.as_ref().expect("they are looked at");
        measures.rows.iter().map(|row| row.name.clone()).collect()
    };
    let sort = |shell: &mut Shell, column| shell.act(Action::Inspect(Inspect::SortMeasures(column)));
    assert_eq!(names(&shell.view()), ["jobs", "idle"], "as they were made");
    assert_eq!(names(&sort(&mut shell, MeasureColumn::Name)), ["idle", "jobs"]);
    assert_eq!(names(&sort(&mut shell, MeasureColumn::Name)), ["jobs", "idle"]);
    assert_eq!(
        names(&sort(&mut shell, MeasureColumn::Figure(0))),
        ["jobs", "idle"],
        "most served first"
    );
    assert_eq!(names(&sort(&mut shell, MeasureColumn::Figure(0))), ["idle", "jobs"]);
}

#[test]
fn what_is_plotted_has_curves_and_how_long_it_took() {
    let mut shell = Shell::with_program(LOADED);
    shell.act(Action::ShowMeasures(true));
    shell.act(Action::Run);
    let jobs = Subject::Object(ObjectId(0));
    let view = shell.act(Action::Inspect(Inspect::Plot(Some(jobs.clone()))));
    let plot = view.measures.as_ref().expect("they are looked at").plot.clone();
    assert_eq!(plot.subject, Some(jobs));
    let names: Vec<&str> = plot.subjects.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["jobs", "idle", "done"]);
    let curves: Vec<&str> = plot.charts[0]
        .series
        .iter()
        .map(|series| series.name.as_str())
        .collect();
    assert_eq!(curves, ["held", "limit", "waiting"]);
    let [waited, held] = &plot.histograms[..] else {
        panic!("two, not {:?}", plot.histograms)
    };
    assert_eq!((waited.title.as_str(), held.title.as_str()), ("waited", "held"));
    assert_eq!(waited.bars.iter().map(|(_, count)| count).sum::<u64>(), 3);
    assert_eq!(waited.percentiles, "median 5 ms · p95 10 ms · p99 10 ms · most 10 ms");
    let done = Subject::Variable("done".to_owned());
    let view = shell.act(Action::Inspect(Inspect::Plot(Some(done))));
    let plot = view.measures.as_ref().expect("still").plot.clone();
    assert_eq!(plot.charts[0].series[0].values.last(), Some(&Some(3.0)));
    // Another program has none of it.
    let other = shell.act(Action::OpenPlayground);
    assert!(
        other
            .measures
            .as_ref()
            .is_none_or(|measures| measures.plot.charts.len() <= 1)
    );
}

#[test]
fn what_is_unfolded_stays_so_and_nothing_is_drawn_anew_without_need() {
    let mut shell = Shell::with_program(LIST);
    shell.act(Action::SelectLane(Some(TaskId(0))));
    let view = open(&mut shell, "list");
    let hovered = shell.act(Action::HoverTarget(None));
    let shown = |view: &ViewModel| view.inspect.clone().expect("it is shown");
    assert!(Rc::ptr_eq(&shown(&view), &shown(&hovered)), "nothing is drawn anew");
    shell.act(Action::Step);
    assert_eq!(
        row(inspected(&shell.view()), "list").is_open,
        Some(true),
        "what was unfolded stays so"
    );
    shell.act(Action::Back);
    assert_eq!(
        inspected(&shell.view()),
        inspected(&view),
        "and going back shows what was"
    );
}
