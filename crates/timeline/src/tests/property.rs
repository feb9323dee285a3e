//! Properties over random logs: whatever a world may tell, the timeline stays consistent, and going back is exact.

use proptest::prelude::*;
use world::{EventKind, FactValue, ObjectId, TaskId, WaitReason};

use super::log::Story;
use super::{channel_of, given_back, handed_off, semaphore_of, taken};
use crate::{Axis, Moment, Scene, Timeline, View};

const TASKS: u32 = 3;

/// What a random step does, as small numbers.
fn steps() -> impl Strategy<Value = Vec<(u32, Vec<u8>)>> {
    prop::collection::vec((0..=TASKS, prop::collection::vec(0..17_u8, 0..4)), 0..120)
}

fn story(steps: &[(u32, Vec<u8>)]) -> Story {
    let mut story = Story::new();
    let (lock, channel) = (ObjectId(0), ObjectId(1));
    story.step(TaskId(0), |step| {
        step.resumed();
        let shape = semaphore_of(2);
        step.event(EventKind::Created {
            object: lock,
            name: "s".to_owned(),
            shape: Box::new(shape),
        });
        let shape = channel_of(FactValue::word("unbounded"));
        step.event(EventKind::Created {
            object: channel,
            name: "c".to_owned(),
            shape: Box::new(shape),
        });
        for task in 1..TASKS {
            step.spawned(TaskId(task), &format!("T{task}"));
        }
    });
    let mut tasks = TASKS;
    for (index, (task, kinds)) in steps.iter().enumerate() {
        if *task == TASKS {
            story.advance(1_000 * (index as u64 + 1), |step| {
                step.woken(TaskId(0), None);
            });
            continue;
        }
        story.step(TaskId(*task), |step| {
            step.resumed();
            for kind in kinds {
                let other = TaskId((task + 1) % TASKS);
                match kind {
                    0 => step.read("x", "1"),
                    1 => step.wrote("x", &index.to_string(), "1"),
                    2 => step.event(taken(lock)),
                    3 => step.event(given_back(lock)),
                    4 => step.event(EventKind::Queued {
                        object: lock,
                        operation: "acquire",
                        units: 1,
                        position: 0,
                    }),
                    5 => step.event(handed_off(lock, other)),
                    6 => step.event(EventKind::Sent {
                        object: channel,
                        value: index.to_string(),
                    }),
                    7 => step.event(EventKind::Received {
                        object: channel,
                        value: "v".to_owned(),
                        from: None,
                    }),
                    8 => step.event(EventKind::Blocked {
                        reason: WaitReason::Promise,
                    }),
                    9 => step.woken(other, Some(TaskId(*task))),
                    10 => step.event(EventKind::Paused),
                    11 => {
                        tasks += 1;
                        step.spawned(TaskId(tasks - 1), &format!("w{tasks}"))
                    }
                    12 => step.event(EventKind::SpanStarted {
                        name: format!("f{}", index % 3),
                    }),
                    13 => step.event(EventKind::SpanEnded),
                    14 => step.event(EventKind::Slept {
                        until: clock::Instant(index as u64 * 7_000),
                    }),
                    15 => step.wrote("x", &index.to_string(), "1").event(EventKind::LostUpdate {
                        name: "x".to_owned(),
                        read_line: 1,
                        overwritten_by: other,
                        overwritten_line: 2,
                    }),
                    _ => step.printed("line"),
                };
            }
        });
    }
    story
}

fn assert_lanes_are_consistent(timeline: &Timeline) {
    for lane in timeline.lanes() {
        let phases = timeline.phases(lane);
        assert!(!phases.is_empty(), "never empty");
        let starts: Vec<u32> = phases.iter().map(|phase| phase.start_step).collect();
        assert!(starts.is_sorted(), "in order");
        assert_eq!(phases.last().and_then(|last| last.end_step), None, "the last is open");
        assert!(lane.marks.is_sorted_by_key(|mark| mark.step));
    }
}

/// Both tell the same, wherever one looks.
fn assert_same(one: &Timeline, other: &Timeline) {
    assert!(one.events().eq(other.events()), "events");
    assert_eq!(one.lanes().len(), other.lanes().len());
    for (a, b) in one.lanes().iter().zip(other.lanes()) {
        assert!(one.phases(a).iter().eq(other.phases(b).iter()), "phases of {}", a.name);
        assert_eq!((&a.spans, &a.marks, a.born), (&b.spans, &b.marks, b.born), "{}", a.name);
    }
    assert_eq!(one.links(), other.links());
    assert_eq!(one.console(), other.console());
    assert_eq!(one.ending_at(u32::MAX), other.ending_at(u32::MAX));
    assert_eq!(one.fold.flags, other.fold.flags);
    assert_eq!(one.families().len(), other.families().len());
    let end = one.step_count() + 1;
    for boundary in (0..end).step_by(7).chain(end.saturating_sub(3)..end) {
        assert_eq!(
            one.fold.census.at(boundary),
            other.fold.census.at(boundary),
            "at {boundary}"
        );
        for (a, b) in one.families().iter().zip(other.families()) {
            assert_eq!((a.first, a.count), (b.first, b.count));
            assert_eq!(a.tally_at(one, boundary), b.tally_at(other, boundary), "at {boundary}");
        }
    }
    for cursor in (0..end).step_by(101).chain([end]) {
        assert_eq!(one.moment_at(cursor), other.moment_at(cursor), "at {cursor}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cutting_is_as_if_the_rest_had_never_been_told(steps in steps(), cursor in 0..2_600_u32, again in 0..2_600_u32) {
        // Long enough to be cut from several footholds.
        let many: Vec<_> = steps.iter().cloned().cycle().take(steps.len() * 20).collect();
        let whole = story(&many).timeline();
        let fresh = |cursor: u32| {
            let mut fresh = Timeline::new();
            fresh.extend(whole.events_between(0, whole.event_count_at(cursor)));
            fresh
        };
        let mut cut = whole.clone();
        cut.cut(cursor);
        assert_same(&cut, &fresh(cursor));
        assert_lanes_are_consistent(&cut);
        // What comes after a cut is taken in as if there had been none.
        cut.extend(whole.events_between(cut.event_count(), whole.event_count()));
        assert_same(&cut, &whole);
        cut.cut(again);
        assert_same(&cut, &fresh(again));
    }

    #[test]
    fn a_moment_is_the_fold_of_its_events(steps in steps(), cursor in 0..130_u32) {
        // Long enough to need several kept moments.
        let many: Vec<_> = steps.iter().cloned().cycle().take(steps.len() * 20).collect();
        let timeline = story(&many).timeline();
        let cursor = cursor * 20;
        let mut moment = Moment::default();
        for event in timeline.events_between(0, timeline.event_count_at(cursor)) {
            moment.apply(&event);
        }
        prop_assert_eq!(timeline.moment_at(cursor), moment.clone());
        let before = cursor.saturating_sub(30);
        prop_assert_eq!(timeline.moment_from((before, &timeline.moment_at(before)), cursor), moment);
    }

    #[test]
    fn a_scene_stays_in_its_view_and_whatever_is_hit_exists(
        steps in steps(), cursor in 0..130_u32, from in 0.0..60.0_f64, extent in 0.0..80.0_f64, is_time: bool,
    ) {
        let timeline = story(&steps).timeline();
        let axis = if is_time { Axis::Time } else { Axis::Step };
        let unit = if is_time { 1_000.0 } else { 1.0 };
        let view = View {
            axis, from: from * unit, to: (from + extent) * unit, width: 300.0, height: 70.0, scroll: 0.0,
            row_height: 24.0, cursor, hovered: None, selected: None,
        };
        let scene = Scene::new(&timeline, view);
        for bar in &scene.bars {
            prop_assert!(bar.rect.x >= 0.0 && bar.rect.x + bar.rect.width <= view.width + 1.0, "{:?}", bar);
        }
        prop_assert!(scene.bars.len() <= 3 * 2 * 301, "no more than pixels");
        for x in 0..30 {
            for y in 0..7 {
                let target = scene.hit(f64::from(x) * 10.0, f64::from(y) * 10.0);
                let task = target.and_then(|target| target.task());
                prop_assert!(task.is_none_or(|task| timeline.lane(task).is_some()));
                prop_assert!(target.and_then(|target| target.step()).is_none_or(|step| step <= timeline.step_count()));
            }
            prop_assert!(scene.cursor_at(f64::from(x) * 10.0) <= timeline.step_count());
        }
    }
}
