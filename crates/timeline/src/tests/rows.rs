//! Rows: families, what is on top, what was searched for; and that a window of a picture is that part of the whole picture.

use std::collections::BTreeSet;

use proptest::prelude::*;
use world::{EventKind, TaskId, WaitReason};

use super::check_snapshot;
use super::log::Story;
use crate::{Arrangement, Axis, Overview, Place, RowKind, Scene, Target, Timeline, View, WindowPart, Wishes, picture};

/// `main`, a `boss`, and so many workers, each of which runs, waits, and at last ends or fails.
fn crew(workers: u32) -> Story {
    let mut story = Story::new();
    story.step(TaskId(0), |step| {
        step.resumed().spawned(TaskId(1), "boss");
        for worker in 0..workers {
            step.spawned(TaskId(2 + worker), &format!("w{}", worker + 1));
        }
    });
    for worker in 0..workers {
        story.step(TaskId(2 + worker), |step| {
            step.resumed().read("x", "1").event(EventKind::Blocked {
                reason: WaitReason::Promise,
            });
        });
    }
    for worker in 0..workers {
        let task = TaskId(2 + worker);
        story.step(TaskId(1), |step| {
            step.resumed().woken(task, Some(TaskId(1)));
        });
        story.step(task, |step| {
            step.resumed();
            if worker % 5 == 4 {
                step.event(EventKind::Failed {
                    message: "no".to_owned(),
                });
            } else {
                step.event(EventKind::Finished);
            }
        });
    }
    story
}

fn view(timeline: &Timeline) -> View {
    View {
        axis: Axis::Step,
        from: 0.0,
        to: f64::from(timeline.step_count()) + 1.0,
        width: 600.0,
        height: 400.0,
        scroll: 0.0,
        row_height: 20.0,
        cursor: timeline.step_count().saturating_sub(4),
        hovered: None,
        selected: None,
    }
}

fn wishes(opened: &[u32], pinned: &[u32], selected: Option<u32>) -> Wishes {
    let set = |ids: &[u32]| ids.iter().copied().map(TaskId).collect::<BTreeSet<TaskId>>();
    Wishes {
        opened: set(opened),
        pinned: set(pinned),
        selected: selected.map(TaskId),
        only: None,
    }
}

fn kinds(arrangement: &Arrangement) -> Vec<(u32, RowKind)> {
    arrangement.places().map(|place| (place.task.0, place.kind)).collect()
}

#[test]
fn a_large_family_is_one_row_until_it_is_opened() {
    let timeline = crew(20).timeline();
    let folded = Arrangement::new(&timeline, &wishes(&[], &[], None));
    assert_eq!(
        kinds(&folded),
        [(0, RowKind::Lane), (1, RowKind::Lane), (2, RowKind::Folded(20))]
    );
    let opened = Arrangement::new(&timeline, &wishes(&[2], &[], None));
    assert_eq!(opened.len(), 2 + 1 + 20);
    assert_eq!(opened.place(2).map(|place| place.kind), Some(RowKind::Opened(20)));
    assert_eq!(opened.row_of(TaskId(2)), Some(3));
    let small = crew(11).timeline();
    assert_eq!(Arrangement::new(&small, &wishes(&[], &[], None)).len(), 13);
}

#[test]
fn chosen_and_pinned_lanes_stay_in_sight() {
    let timeline = crew(20).timeline();
    let arrangement = Arrangement::new(&timeline, &wishes(&[], &[9, 7], Some(12)));
    assert_eq!(
        kinds(&arrangement),
        [
            (7, RowKind::Lane),
            (9, RowKind::Lane),
            (0, RowKind::Lane),
            (1, RowKind::Lane),
            (2, RowKind::Folded(20)),
            (12, RowKind::Member),
        ]
    );
    let row = |task: u32| arrangement.row_of(TaskId(task));
    assert_eq!((row(7), row(9), row(12), row(1)), (Some(0), Some(1), Some(5), Some(3)));
    assert_eq!(
        (row(3), row(21)),
        (Some(4), Some(4)),
        "the others are in their family's row"
    );
    let gone = Arrangement::new(&timeline, &wishes(&[99], &[99], Some(99)));
    assert_eq!(gone.len(), 3, "what is not there any more changes nothing");
    assert_eq!(gone.row_of(TaskId(99)), None);
}

#[test]
fn a_search_shows_what_it_found_and_nothing_else() {
    let timeline = crew(20).timeline();
    let found = Wishes {
        only: Some(vec![TaskId(3), TaskId(8), TaskId(500)]),
        ..wishes(&[2], &[8], Some(12))
    };
    let arrangement = Arrangement::new(&timeline, &found);
    assert_eq!(kinds(&arrangement), [(3, RowKind::Lane), (8, RowKind::Lane)]);
    assert_eq!(arrangement.row_of(TaskId(4)), None);
    let scene = Scene::arranged(&timeline, view(&timeline), &arrangement);
    assert_eq!(scene.rows.len(), 2);
}

#[test]
fn families_look_as_they_did() {
    let timeline = crew(14).timeline();
    let arrangement = Arrangement::new(&timeline, &wishes(&[], &[4], Some(6)));
    let scene = Scene::arranged(&timeline, view(&timeline), &arrangement);
    check_snapshot("family", &scene.to_string());
    check_snapshot("family_picture", &picture(&timeline, &scene, "a family"));
    assert_eq!(scene.hit(300.0, 75.0), Some(Target::Group(TaskId(2))));
}

#[test]
fn what_went_wrong_in_a_folded_lane_is_marked_in_the_row_of_its_family() {
    let timeline = crew(20).timeline();
    let arrangement = Arrangement::new(&timeline, &wishes(&[], &[], None));
    let scene = Scene::arranged(&timeline, view(&timeline), &arrangement);
    let flags: u32 = scene
        .dots
        .iter()
        .filter(|dot| dot.task == TaskId(2))
        .map(|dot| dot.count)
        .sum();
    assert_eq!(flags, 4);
    assert!(scene.arrows.iter().all(|arrow| arrow.from.1 != arrow.to.1));
}

#[test]
fn the_strip_shows_everyone_and_what_went_wrong() {
    let timeline = crew(30).timeline();
    let zoomed = View {
        from: 20.0,
        to: 40.0,
        ..view(&timeline)
    };
    let scene = Scene::new(&timeline, zoomed);
    let overview = Overview::new(&timeline, &scene, 32.0);
    assert!(!overview.is_whole && overview.bands.len() > 30);
    assert!(
        overview
            .bands
            .iter()
            .all(|band| band.rect.y >= -0.001 && band.rect.y + band.rect.height <= 32.001)
    );
    assert_eq!(overview.flags.iter().map(|flag| flag.count).sum::<u32>(), 6);
    let (left, right) = overview.window;
    assert_eq!(overview.part_at(left), WindowPart::Start);
    assert_eq!(overview.part_at(right), WindowPart::End);
    assert_eq!(overview.part_at(f64::midpoint(left, right)), WindowPart::Whole);
    assert_eq!(overview.part_at(0.0), WindowPart::Outside);
    let (from, to) = overview.dragged(WindowPart::Whole, -1_000.0);
    assert_eq!((from, to), (0.0, 20.0), "it stops at the beginning");
    let (from, to) = overview.dragged(WindowPart::End, 60.0);
    assert!(from == 20.0 && to > 40.0);
    assert_eq!(overview.cursor_at(overview.width), timeline.step_count());
    assert_eq!(overview.cursor_at(0.0), 0);
}

#[test]
fn thousands_of_lanes_of_different_names_are_one_stack_in_the_strip() {
    let mut story = Story::new();
    story.step(TaskId(0), |step| {
        step.resumed();
        for lane in 1..3_000_u32 {
            let letters = |number: u32| char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
            let name: String = [lane, lane / 26, lane / 676, lane / 17_576]
                .map(letters)
                .iter()
                .collect();
            step.spawned(TaskId(lane), &name);
        }
    });
    let timeline = story.timeline();
    let arrangement = Arrangement::new(&timeline, &Wishes::default());
    assert_eq!(arrangement.len(), 3_000);
    let scene = Scene::arranged(&timeline, view(&timeline), &arrangement);
    assert_eq!(scene.rows.len(), 20, "only what is in view is made");
    let overview = Overview::new(&timeline, &scene, 32.0);
    assert!(overview.bands.len() < 10, "{}", overview.bands.len());
}

/// What of a scene lies in a row, with the row's edge as the origin, as text.
fn row_text(scene: &Scene, index: u32) -> Option<String> {
    let row = scene.rows.iter().find(|row| row.index == index)?;
    let y = |value: f64| ((value - row.rect.y) * 1e6).round();
    let is_family = matches!(row.kind, RowKind::Folded(_) | RowKind::Opened(_));
    let mut text = format!("{:?} {} {}\n", row.kind, row.task.0, row.name);
    for bar in scene.bars.iter().filter(|bar| bar.task == row.task && !is_family) {
        text += &format!("{} {} {:?} {}\n", bar.rect.x, y(bar.rect.y), bar.tone, bar.label);
    }
    for share in scene.shares.iter().filter(|share| share.task == row.task && is_family) {
        text += &format!(
            "{} {} {:?} {}\n",
            share.rect.x,
            y(share.rect.y),
            share.tone,
            share.count
        );
    }
    for dot in scene.dots.iter().filter(|dot| dot.task == row.task) {
        let is_inside = (0.0..row.rect.height).contains(&(dot.y - row.rect.y));
        if is_inside {
            text += &format!("{} {} {:?} {}\n", dot.x, y(dot.y), dot.shape, dot.count);
        }
    }
    Some(text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_lane_is_in_the_row_that_is_said_to_show_it(
        workers in 0..40_u32, opened: bool, pinned in prop::collection::vec(0..42_u32, 0..4), selected in prop::option::of(0..42_u32),
    ) {
        let timeline = crew(workers).timeline();
        let opened: &[u32] = if opened { &[2] } else { &[] };
        let arrangement = Arrangement::new(&timeline, &wishes(opened, &pinned, selected));
        let shows = |place: &Place, task: TaskId| match place.kind {
            RowKind::Lane | RowKind::Member => place.task == task,
            RowKind::Folded(count) => task.0 >= place.task.0 && task.0 < place.task.0 + count,
            RowKind::Opened(_) => false,
        };
        for lane in timeline.lanes() {
            let own = arrangement.places().position(|place| {
                place.task == lane.task && matches!(place.kind, RowKind::Lane | RowKind::Member)
            });
            let any = arrangement.places().position(|place| shows(&place, lane.task));
            prop_assert_eq!(arrangement.row_of(lane.task), own.or(any));
            prop_assert!(any.is_some());
        }
        let rest = arrangement.places().filter(|place| !place.is_pinned);
        prop_assert!(rest.map(|place| place.task).is_sorted(), "the order is that of the numbers");
    }

    #[test]
    fn a_window_shows_that_part_of_the_whole_picture(
        workers in 0..40_u32, opened: bool, scroll in 0.0..500.0_f64, height in 20.0..200.0_f64,
        from in 0.0..80.0_f64, extent in 5.0..80.0_f64,
    ) {
        let timeline = crew(workers).timeline();
        let opened: &[u32] = if opened { &[2] } else { &[] };
        let arrangement = Arrangement::new(&timeline, &wishes(opened, &[1], Some(5)));
        let whole = View { from, to: from + extent, height: 5_000.0, ..view(&timeline) };
        let window = View { scroll, height, ..whole };
        let whole = Scene::arranged(&timeline, whole, &arrangement);
        let window = Scene::arranged(&timeline, window, &arrangement);
        let expected = ((scroll / 20.0) as u32)..(((scroll + height) / 20.0).ceil() as u32).min(u32::try_from(arrangement.len()).expect("few"));
        for index in 0..u32::try_from(arrangement.len()).expect("few") {
            let text = row_text(&window, index);
            if expected.contains(&index) {
                prop_assert_eq!(text, row_text(&whole, index));
            } else {
                prop_assert_eq!(text, None);
            }
        }
    }

    #[test]
    fn a_tally_counts_the_lanes_as_they_are(workers in 12..40_u32, cursor in 0..130_u32) {
        let timeline = crew(workers).timeline();
        let family = timeline.family_of(TaskId(5)).expect("workers are a family");
        let mut naive = crate::Tally::default();
        let mut standing = crate::Tally::default();
        for lane in family.lanes().filter_map(|task| timeline.lane(task)) {
            if let Some(phase) = lane.phase_at(cursor).and_then(|index| timeline.phases(lane).get(index)) {
                naive.count(crate::scene::look_of_phase(&phase.kind).0);
            }
            if let Some(kind) = timeline.state_at(lane.task, cursor) {
                standing.count(crate::scene::look_of_phase(&kind).0);
            }
        }
        prop_assert_eq!(family.tally_at(&timeline, cursor), naive);
        prop_assert_eq!(family.standing_at(&timeline, cursor), standing);
    }
}
