//! Properties over random logs: whatever a world may tell, the timeline stays consistent, and going back is exact.

use proptest::prelude::*;
use world::{EventKind, FactValue, ObjectId, TaskId, WaitReason};

use super::log::Story;
use super::{channel_of, given_back, handed_off, semaphore_of, taken};
use crate::{Axis, Moment, Scene, Timeline, View};

const TASKS: u32 = 3;

/// What a random step does, as small numbers.
fn steps() -> impl Strategy<Value = Vec<(u32, Vec<u8>)>> {
    prop::collection::vec((0..=TASKS, prop::collection::vec(0..12_u8, 0..4)), 0..120)
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
                    _ => step.printed("line"),
                };
            }
        });
    }
    story
}

fn assert_lanes_are_consistent(timeline: &Timeline) {
    for lane in timeline.lanes() {
        assert!(!lane.phases.is_empty(), "(1) never empty");
        for pair in lane.phases.windows(2) {
            assert_eq!(pair[0].end_step, Some(pair[1].start_step), "(1) no gap");
            assert_eq!(pair[0].end_time, Some(pair[1].start_time), "(1) no gap in time");
        }
        let (last, before) = lane.phases.split_last().expect("not empty");
        assert!(
            before.iter().all(|phase| phase.end_step.is_some()),
            "(2) only the last is open"
        );
        assert_eq!(last.end_step, None, "(2) the last is open");
        assert!(lane.marks.is_sorted_by_key(|mark| mark.step));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cutting_is_as_if_the_rest_had_never_been_told(steps in steps(), cursor in 0..130_u32) {
        let whole = story(&steps).timeline();
        let mut cut = whole.clone();
        cut.cut(cursor);
        let mut fresh = Timeline::new();
        fresh.extend(&whole.events()[..whole.event_count_at(cursor)]);
        prop_assert_eq!(&cut, &fresh);
        prop_assert_eq!(cut.moment_at(cursor), whole.moment_at(cursor));
        assert_lanes_are_consistent(&whole);
    }

    #[test]
    fn a_moment_is_the_fold_of_its_events(steps in steps(), cursor in 0..130_u32) {
        // Long enough to need several kept moments.
        let many: Vec<_> = steps.iter().cloned().cycle().take(steps.len() * 20).collect();
        let timeline = story(&many).timeline();
        let cursor = cursor * 20;
        let mut moment = Moment::default();
        for event in &timeline.events()[..timeline.event_count_at(cursor)] {
            moment.apply(event);
        }
        prop_assert_eq!(timeline.moment_at(cursor), moment);
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
