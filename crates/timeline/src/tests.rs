//! Tests over hand-written events: phases, moments, sentences, and that cutting is the same as never having been told.

mod cards;
mod log;
mod property;
mod rows;
mod sentences;

use clock::Instant;
use world::{EventKind, FactValue, ObjectId, ObjectShape, Slots, TaskId, WaitReason};

pub(crate) use self::log::Story;
use crate::{Ending, LinkKind, MarkKind, PhaseKind, Timeline};

pub(crate) fn semaphore_of(permits: u32) -> ObjectShape {
    ObjectShape {
        class: "Semaphore",
        traits: vec![("permits", FactValue::Count(i64::from(permits)))],
        slots: Slots::Fixed(permits),
    }
}

pub(crate) fn channel_of(capacity: FactValue) -> ObjectShape {
    ObjectShape {
        class: "Channel",
        traits: vec![("capacity", capacity)],
        slots: Slots::None,
    }
}

pub(crate) fn taken(object: ObjectId) -> EventKind {
    EventKind::Acquired {
        object,
        mode: "permit",
        units: 1,
    }
}

pub(crate) fn given_back(object: ObjectId) -> EventKind {
    EventKind::Released {
        object,
        mode: "permit",
        units: 1,
    }
}

pub(crate) fn handed_off(object: ObjectId, to: TaskId) -> EventKind {
    EventKind::HandedOff {
        object,
        to,
        mode: "permit",
        units: 1,
    }
}

/// Compares a text with a snapshot file beside the tests; `UPDATE_EXPECT=1` writes it.
pub(crate) fn check_snapshot(name: &str, text: &str) {
    let path = format!("{}/src/snapshots/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, text).expect("the snapshot can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(text, expected, "{path} differs; UPDATE_EXPECT=1 blesses");
}

/// Two tasks that lose an update: A reads, B reads and writes, A writes.
pub(crate) fn lost_update() -> Timeline {
    let (main, a, b) = (TaskId(0), TaskId(1), TaskId(2));
    let mut story = Story::new();
    story.step(main, |step| {
        step.resumed().spawned(a, "A").spawned(b, "B");
        step.event(EventKind::Blocked {
            reason: WaitReason::Several {
                combinator: "Promise.all",
            },
        });
    });
    story.step(a, |step| {
        step.resumed().read("counter", "0");
    });
    story.step(b, |step| {
        step.paused(a).resumed().read("counter", "0");
    });
    story.step(b, |step| {
        step.wrote("counter", "1", "0").event(EventKind::Finished);
    });
    story.step(a, |step| {
        step.resumed().wrote("counter", "1", "1");
        step.event(EventKind::LostUpdate {
            name: "counter".to_owned(),
            read_line: 3,
            overwritten_by: b,
            overwritten_line: 3,
        });
        step.event(EventKind::Finished).woken(main, Some(a));
    });
    story.step(main, |step| {
        step.resumed().printed("counter = 1").event(EventKind::Finished);
        step.event(EventKind::RunFinished);
    });
    story.timeline()
}

/// Three tasks and a semaphore with one permit: hand-off from A to B, and time passes.
pub(crate) fn semaphore() -> Timeline {
    let (main, a, b) = (TaskId(0), TaskId(1), TaskId(2));
    let jobs = ObjectId(0);
    let mut story = Story::new();
    story.step(main, |step| {
        let shape = semaphore_of(1);
        step.resumed().event(EventKind::Created {
            object: jobs,
            name: "jobs".to_owned(),
            shape: Box::new(shape),
        });
        step.spawned(a, "A").spawned(b, "B").event(EventKind::Finished);
    });
    story.step(a, |step| {
        step.resumed().event(taken(jobs));
    });
    story.step(a, |step| {
        step.event(EventKind::Slept { until: Instant(50_000) });
    });
    story.step(b, |step| {
        step.resumed().event(EventKind::Queued {
            object: jobs,
            operation: "acquire",
            units: 1,
            position: 0,
        });
        step.event(EventKind::Blocked {
            reason: WaitReason::Object {
                object: jobs,
                operation: "acquire",
            },
        });
    });
    story.advance(50_000, |step| {
        step.woken(a, None);
    });
    story.step(a, |step| {
        step.resumed().event(given_back(jobs)).event(handed_off(jobs, b));
        step.other(b, taken(jobs));
        step.woken(b, Some(a)).event(EventKind::Finished);
    });
    story.step(b, |step| {
        step.resumed().event(given_back(jobs)).event(EventKind::Finished);
        step.event(EventKind::RunFinished);
    });
    story.timeline()
}

fn states(timeline: &Timeline, task: u32) -> Vec<&'static str> {
    let lane = timeline.lane(TaskId(task)).expect("the lane exists");
    (0..=timeline.step_count())
        .map(|cursor| timeline.state_at(lane.task, cursor).map_or("-", |kind| kind.word()))
        .collect()
}

#[test]
fn every_lane_is_in_one_state_at_every_cursor() {
    let timeline = lost_update();
    assert_eq!(timeline.step_count(), 6);
    let main = [
        "runnable", "blocked", "blocked", "blocked", "blocked", "runnable", "done",
    ];
    assert_eq!(states(&timeline, 0), main);
    // A is left standing by the step of B that follows, so at the boundary between them nobody can know yet.
    assert_eq!(
        states(&timeline, 1),
        ["-", "runnable", "runnable", "runnable", "runnable", "done", "done"]
    );
    assert_eq!(
        states(&timeline, 2),
        ["-", "runnable", "runnable", "running", "done", "done", "done"]
    );
}

#[test]
fn running_is_drawn_for_exactly_the_steps_taken() {
    let timeline = lost_update();
    let running = |task: u32| -> Vec<(u32, Option<u32>)> {
        let lane = timeline.lane(TaskId(task)).expect("the lane exists");
        let phases = timeline.phases(lane).iter();
        let running = phases.filter(|phase| phase.kind == PhaseKind::Running);
        running.map(|phase| (phase.start_step, phase.end_step)).collect()
    };
    assert_eq!(running(0), [(0, Some(1)), (5, Some(6))]);
    assert_eq!(running(1), [(1, Some(2)), (4, Some(5))]);
    assert_eq!(running(2), [(2, Some(4))]);
}

#[test]
fn marks_links_and_the_console_know_their_steps() {
    let timeline = lost_update();
    let marks = &timeline.lane(TaskId(1)).expect("A").marks;
    let seen: Vec<_> = marks.iter().map(|mark| (mark.step, mark.kind)).collect();
    assert_eq!(
        seen,
        [(1, MarkKind::Read), (4, MarkKind::Wrote), (4, MarkKind::LostUpdate)]
    );
    let kinds: Vec<_> = timeline.links().iter().map(|link| (link.to_step, link.kind)).collect();
    let spawned = (0, LinkKind::Spawned);
    assert_eq!(kinds, [spawned, spawned, (4, LinkKind::Overwrote), (4, LinkKind::Woke)]);
    assert_eq!(timeline.console_at(5).len(), 0);
    assert_eq!(timeline.console_at(6)[0].text, "counter = 1");
    assert_eq!(timeline.ending_at(5), None);
    assert_eq!(timeline.ending_at(6), Some(&Ending::Finished));
}

#[test]
fn a_handed_off_permit_is_never_free() {
    let timeline = semaphore();
    let seen: Vec<String> = (1..=timeline.step_count())
        .map(|cursor| {
            let card = timeline.moment_at(cursor).cards[0].clone();
            format!(
                "{} {:?} {:?}",
                card.free.expect("permits are places"),
                card.holds.iter().map(|hold| hold.task.0).collect::<Vec<_>>(),
                card.queue.iter().map(|entry| entry.task.0).collect::<Vec<_>>()
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            "1 [] []",
            "0 [1] []",
            "0 [1] []",
            "0 [1] [2]",
            "0 [1] [2]",
            "0 [2] []",
            "1 [] []"
        ]
    );
    let arrows: Vec<_> = timeline
        .links()
        .iter()
        .filter(|link| link.to_step == 5)
        .map(|link| link.kind)
        .collect();
    assert_eq!(
        arrows,
        [LinkKind::HandedOff],
        "one arrow for a hand-off and its wake-up"
    );
}

#[test]
fn channels_show_values_blocked_senders_and_where_a_message_came_from() {
    let (main, a) = (TaskId(0), TaskId(1));
    let object = ObjectId(3);
    let mut story = Story::new();
    story.step(main, |step| {
        let shape = channel_of(FactValue::Count(1));
        step.resumed()
            .event(EventKind::Created {
                object,
                name: "c".to_owned(),
                shape: Box::new(shape),
            })
            .spawned(a, "A");
    });
    story.step(a, |step| {
        step.paused(main).resumed().event(EventKind::Sent {
            object,
            value: "7".to_owned(),
        });
    });
    story.step(a, |step| {
        step.event(EventKind::Queued {
            object,
            operation: "send",
            units: 1,
            position: 0,
        });
        step.event(EventKind::Blocked {
            reason: WaitReason::Object {
                object,
                operation: "send",
            },
        });
    });
    story.step(main, |step| {
        step.resumed().event(EventKind::Received {
            object,
            value: "7".to_owned(),
            from: None,
        });
        step.event(EventKind::Buffered {
            object,
            from: a,
            value: "8".to_owned(),
        })
        .woken(a, Some(main));
    });
    let timeline = story.timeline();
    let inside = |cursor: u32| {
        let card = timeline.moment_at(cursor).cards[0].clone();
        (
            card.buffer.iter().map(|slot| slot.value.clone()).collect::<Vec<_>>(),
            card.queue.len(),
        )
    };
    assert_eq!(inside(2), (vec!["7".to_owned()], 0));
    assert_eq!(inside(3), (vec!["7".to_owned()], 1));
    assert_eq!(inside(4), (vec!["8".to_owned()], 0));
    let message = timeline
        .links()
        .iter()
        .find(|link| link.kind == LinkKind::Message)
        .expect("a message");
    assert_eq!(
        (message.from, message.from_step, message.to, message.to_step),
        (a, 1, main, 3)
    );
}

#[test]
fn a_callback_in_a_lane_that_waits_leaves_it_waiting() {
    let main = TaskId(0);
    let mut story = Story::new();
    story.step(main, |step| {
        step.resumed().event(EventKind::TimerSet { until: Instant(1_000) });
        step.event(EventKind::Blocked {
            reason: WaitReason::Promise,
        });
    });
    story.advance(1_000, |_| {});
    story.step(main, |step| {
        step.resumed().event(EventKind::CallbackStarted {
            name: "tick".to_owned(),
        });
        step.printed("tick").event(EventKind::CallbackEnded);
    });
    let timeline = story.timeline();
    // At boundary 2 the callback is due, so the lane can run; its body waits before and after.
    assert_eq!(states(&timeline, 0), ["runnable", "blocked", "runnable", "blocked"]);
    let spans = &timeline.lane(main).expect("main").spans;
    assert_eq!((spans[0].start_step, spans[0].end_step), (2, Some(3)));
}

#[test]
fn every_step_has_its_sentence() {
    let mut text = String::new();
    for (name, timeline) in [("lost update", lost_update()), ("semaphore", semaphore())] {
        text.push_str(&format!("{name}\n"));
        for step in 0..timeline.step_count() {
            text.push_str(&format!("  {step}: {}\n", timeline.explain(step)));
        }
    }
    check_snapshot("sentences", &text);
}

#[test]
fn a_step_points_at_what_it_touched() {
    let timeline = lost_update();
    let changes = timeline.changes_of(4);
    assert!(changes.written.contains("counter") && changes.read.is_empty());
    assert_eq!(changes.lanes.iter().map(|task| task.0).collect::<Vec<_>>(), [0, 1]);
    let preempted = timeline.changes_of(2);
    assert_eq!(preempted.lanes.iter().map(|task| task.0).collect::<Vec<_>>(), [2]);
    assert!(preempted.read.contains("counter"));
    assert!(timeline.changes_of(5).console);
}
