//! The picture of the lanes: rows that open, go on top and are searched for; the strip of the whole run; very many lanes.

use timeline::{Axis, RowKind, Target, WindowPart};
use world::TaskId;

use super::Shell;
use crate::view::LaneState;
use crate::{Action, Look, ViewModel};

/// So many workers at one gate that lets three through.
fn crew(workers: u32) -> Shell {
    let mut shell = Shell::with_program(&format!(
        "const gate = new Semaphore(3);
async function work() {{
  await gate.acquire();
  await sleep(10);
  gate.release();
}}
const all = [];
for (let i = 1; i <= {workers}; i++) all.push(spawn(`w${{i}}`, work));
await Promise.all(all);
"
    ));
    shell.act(Action::ResizeStage {
        width: 600.0,
        height: 200.0,
        row_height: 20.0,
    });
    shell.act(Action::Run);
    shell.settle();
    shell
}

fn look(shell: &mut Shell, look: Look) -> ViewModel {
    shell.act(Action::Look(look))
}

fn rows(view: &ViewModel) -> Vec<u32> {
    view.scene.rows.iter().map(|row| row.task.0).collect()
}

#[test]
fn like_named_lanes_are_one_row_that_opens() {
    let mut shell = crew(30);
    let view = shell.view();
    assert_eq!((view.look.lanes, view.look.rows), (31, 2));
    let family = &view.look.families[0];
    assert_eq!(
        (family.name.as_str(), family.count, family.is_open),
        ("w1…w30", 30, false)
    );
    assert_eq!(family.doing, "30 done");
    assert!(view.look.can_open && !view.look.can_close);

    let opened = shell.act(Action::ClickTarget(Target::Group(TaskId(1))));
    assert_eq!(opened.look.rows, 32);
    assert!(opened.look.can_close && opened.scene.rows.len() == 10, "those in view");
    assert_eq!(opened.run.cursor, view.run.cursor, "nothing was run");
    let scrolled = shell.act(Action::Pan { dx: 0.0, dy: 10_000.0 });
    assert_eq!(scrolled.scene.rows.last().map(|row| row.task), Some(TaskId(30)));
    let closed = look(&mut shell, Look::OpenAll(false));
    assert_eq!(
        (closed.look.rows, rows(&closed)),
        (2, vec![0, 1]),
        "and it is not scrolled away"
    );
}

#[test]
fn what_a_family_does_is_told_at_every_cursor_alike() {
    let mut shell = crew(15);
    let steps = shell.view().run.steps;
    for cursor in [steps / 3, steps / 2] {
        let there = shell.act(Action::Scrub(cursor));
        let words: Vec<(LaneState, usize)> = [
            LaneState::Running,
            LaneState::Runnable,
            LaneState::Blocked,
            LaneState::Sleeping,
            LaneState::Done,
        ]
        .into_iter()
        .map(|state| {
            (
                state,
                there.lanes[1..].iter().filter(|lane| lane.state == state).count(),
            )
        })
        .filter(|(_, count)| *count > 0)
        .collect();
        let told: Vec<String> = words
            .iter()
            .map(|(state, count)| format!("{count} {}", state.word()))
            .collect();
        assert_eq!(there.lanes.len(), 16, "all of them have begun");
        assert_eq!(there.look.families[0].doing, told.join(", "), "at {cursor}");
    }
}

#[test]
fn a_lane_goes_on_top_and_back_and_stays_through_a_new_run() {
    let mut shell = crew(20);
    let pin = |task: u32, is_pinned: bool| Look::Pin {
        task: TaskId(task),
        is_pinned,
    };
    look(&mut shell, pin(9, true));
    let pinned = look(&mut shell, pin(4, true));
    assert_eq!(rows(&pinned), [4, 9, 0, 1]);
    assert!(shell.said.last().is_some_and(|said| said == "w4 is on top now."));
    shell.act(Action::Run);
    let again = shell.settle();
    assert_eq!(rows(&again), [4, 9, 0, 1]);
    let back = look(&mut shell, pin(9, false));
    assert_eq!(rows(&back), [4, 0, 1]);
    assert_eq!(rows(&look(&mut shell, Look::UnpinAll)), [0, 1]);
    assert_eq!(rows(&look(&mut shell, pin(700, true))), [0, 1], "there is no such lane");
}

#[test]
fn lanes_are_found_by_name_by_how_they_are_and_by_what_they_wait_for() {
    let mut shell = crew(20);
    let steps = shell.view().run.steps;
    shell.act(Action::Scrub(steps / 2));
    let mut find = |words: &str| {
        let view = look(&mut shell, Look::Search(Some(words.to_owned())));
        (rows(&view), view.look.found.clone())
    };
    assert_eq!(find("W7"), (vec![7], "1 of 21".to_owned()));
    assert_eq!(find("nobody").1, "No lane fits");
    assert_eq!(find("  ").1, "", "nothing is searched for yet");
    let (waiting, _) = find("waiting gate.acquire");
    let view = look(&mut shell, Look::Search(None));
    let blocked = view
        .lanes
        .iter()
        .filter(|lane| lane.state == LaneState::Blocked && lane.task.0 > 0);
    let blocked: Vec<u32> = blocked.map(|lane| lane.task.0).collect();
    assert!(
        !waiting.is_empty() && waiting == blocked[..waiting.len()],
        "{waiting:?} of {blocked:?}"
    );
    assert_eq!(
        (view.look.query.clone(), rows(&shell.view())),
        (None, vec![0, 1]),
        "all of them again"
    );
}

#[test]
fn enter_goes_through_what_was_found_and_brings_it_into_view() {
    let mut shell = crew(40);
    look(&mut shell, Look::Search(Some("w3".to_owned())));
    let selected = |view: &ViewModel| view.lanes.iter().find(|lane| lane.is_selected).map(|lane| lane.task.0);
    assert_eq!(selected(&look(&mut shell, Look::NextFound(true))), Some(3));
    assert_eq!(selected(&look(&mut shell, Look::NextFound(true))), Some(30));
    assert_eq!(selected(&look(&mut shell, Look::NextFound(false))), Some(3));
    assert_eq!(
        selected(&look(&mut shell, Look::NextFound(false))),
        Some(39),
        "in a ring"
    );
    look(&mut shell, Look::OpenAll(true));
    let view = look(&mut shell, Look::Search(None));
    assert_eq!(selected(&view), Some(39));
    look(&mut shell, Look::Search(Some("w20".to_owned())));
    look(&mut shell, Look::NextFound(true));
    let there = look(&mut shell, Look::Search(None));
    assert!(there.scene.rows.len() <= 11);
}

#[test]
fn the_strip_comes_when_there_is_more_than_fits_and_moves_the_window() {
    let mut shell = Shell::with_program("const a = spawn('A', async () => { await sleep(1); });\nawait a;\n");
    shell.act(Action::ResizeStage {
        width: 600.0,
        height: 200.0,
        row_height: 20.0,
    });
    shell.act(Action::Run);
    assert!(shell.settle().look.overview.is_none(), "all of it is in view");
    let zoomed = shell.act(Action::Zoom { factor: 2.0, x: 300.0 });
    let overview = zoomed.look.overview.clone().expect("a part is in view");
    assert!(!overview.is_whole);
    let (from, to) = overview.dragged(WindowPart::Whole, -600.0);
    let moved = look(&mut shell, Look::Show { from, to });
    assert!(moved.scene.view.from.abs() < 1e-9 && (moved.scene.view.to - to).abs() < 1e-9);
    let there = look(&mut shell, Look::GoTo(3));
    assert_eq!(there.run.cursor, 3);
    assert!(there.scene.playhead.is_some(), "and the cursor is in view");
    assert!(
        shell.act(Action::FitStage).look.overview.is_some(),
        "what has come stays"
    );
    for (from, to) in [(f64::NAN, 1.0), (5.0, 2.0), (-9.0, -3.0), (0.0, f64::INFINITY)] {
        let view = look(&mut shell, Look::Show { from, to }).scene.view;
        assert!(
            view.from >= 0.0 && view.to > view.from && view.to.is_finite(),
            "{from}..{to}: {view:?}"
        );
    }
}

#[test]
fn of_very_many_lanes_those_on_the_screen_are_listed() {
    let mut shell = crew(400);
    let steps = shell.view().run.steps;
    let view = shell.act(Action::Scrub(steps / 2));
    assert_eq!((view.look.lanes, view.names.len()), (401, 401));
    assert_eq!(&*view.names[400], "w400");
    assert!(view.lanes.len() < 100, "{}", view.lanes.len());
    assert!(view.lanes.is_sorted_by_key(|lane| lane.task));
    for row in view.scene.rows.iter().filter(|row| row.kind == RowKind::Lane) {
        assert!(view.lanes.iter().any(|lane| lane.task == row.task), "{}", row.name);
    }
    let marked: u32 = view
        .source
        .marks
        .iter()
        .map(|mark| mark.more + mark.lanes.len() as u32)
        .sum();
    assert!(marked > 150 && view.source.marks.iter().all(|mark| mark.lanes.len() <= 4));
    let opened = look(&mut shell, Look::OpenAll(true));
    for row in opened.scene.rows.iter().filter(|row| row.kind == RowKind::Member) {
        assert!(opened.lanes.iter().any(|lane| lane.task == row.task), "{}", row.name);
    }
    let sentence = &view.cards[0].sentence;
    assert!(sentence.len() < 400 && sentence.contains("more"), "{sentence}");
}

#[test]
fn what_the_pointer_is_on_is_told_in_words() {
    let mut shell = crew(3);
    shell.act(Action::FitStage);
    let view = shell.view();
    let bar = view
        .scene
        .bars
        .iter()
        .find(|bar| bar.label.starts_with("waits"))
        .expect("somebody waits")
        .clone();
    let (x, y) = (bar.rect.x + bar.rect.width / 2.0, bar.rect.y + 1.0);
    let target = view.scene.hit(x, y);
    let tip = shell
        .act(Action::HoverTarget(target))
        .look
        .tip
        .clone()
        .expect("it is told");
    assert!(tip.text.contains(&bar.label), "{}", tip.text);
    let dot = view.scene.dots.first().expect("there are marks").clone();
    let target = view.scene.hit(dot.x, dot.y);
    assert!(matches!(target, Some(Target::Mark { .. })));
    assert!(shell.act(Action::HoverTarget(target)).look.tip.is_some());
    assert_eq!(shell.act(Action::HoverTarget(None)).look.tip, None);
    shell.act(Action::SetAxis(Axis::Time));
    let lane = shell.act(Action::HoverTarget(Some(Target::Lane(TaskId(1)))));
    assert_eq!(lane.look.tip, None, "a name says enough");
}
