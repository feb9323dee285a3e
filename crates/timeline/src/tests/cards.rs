//! Cards of classes that only tell the usual events: weights, modes, facts, rows and counts.

use clock::Instant;
use world::{EventKind, FactValue, ObjectId, ObjectShape, Row, Slots, TaskId, WaitReason};

use super::check_snapshot;
use super::log::{Step, Story};
use crate::{Card, Timeline, counted};

const DB: ObjectId = ObjectId(0);
const A: TaskId = TaskId(1);
const B: TaskId = TaskId(2);

fn shape(class: &'static str, slots: Slots) -> ObjectShape {
    ObjectShape {
        class,
        traits: Vec::new(),
        slots,
    }
}

fn begin(shape: ObjectShape) -> Story {
    let mut story = Story::new();
    story.step(TaskId(0), |step| {
        step.resumed().event(EventKind::Created {
            object: DB,
            name: "db".to_owned(),
            shape: Box::new(shape),
        });
        step.spawned(A, "A").spawned(B, "B");
    });
    story
}

fn takes(step: &mut Step<'_>, mode: &'static str, units: u32) {
    step.resumed().event(EventKind::Acquired {
        object: DB,
        mode,
        units,
    });
}

fn gives_back(step: &mut Step<'_>, mode: &'static str, units: u32) {
    step.resumed().event(EventKind::Released {
        object: DB,
        mode,
        units,
    });
}

fn queues(step: &mut Step<'_>, operation: &'static str, units: u32) {
    step.resumed().event(EventKind::Queued {
        object: DB,
        operation,
        units,
        position: 0,
    });
    step.event(EventKind::Blocked {
        reason: WaitReason::Object { object: DB, operation },
    });
}

fn shows(step: &mut Step<'_>, fact: &'static str, value: FactValue) {
    step.event(EventKind::Shown {
        object: DB,
        fact,
        value,
    });
}

fn lists(step: &mut Step<'_>, key: &str, state: &'static str, at: Option<u64>) {
    let row = Row {
        key: key.to_owned(),
        state,
        task: None,
        at: at.map(Instant),
        made: None,
        since: None,
        text: String::new(),
    };
    step.event(EventKind::RowShown {
        object: DB,
        row: Box::new(row),
    });
}

fn counts(step: &mut Step<'_>, what: &'static str) {
    step.event(EventKind::Counted { object: DB, what });
}

fn card_at(timeline: &Timeline, cursor: u32) -> Card {
    (*timeline.moment_at(cursor).cards[0]).clone()
}

/// A takes three of four units, B asks for two, A gives all back and B gets its two.
fn weighted() -> Timeline {
    let mut story = begin(shape("WeightedSemaphore", Slots::Fixed(4)));
    story.step(A, |step| takes(step, "permit", 3));
    story.step(B, |step| queues(step, "acquire", 2));
    story.step(A, |step| {
        gives_back(step, "permit", 3);
        step.event(EventKind::HandedOff {
            object: DB,
            to: B,
            mode: "permit",
            units: 2,
        });
        step.other(
            B,
            EventKind::Acquired {
                object: DB,
                mode: "permit",
                units: 2,
            },
        );
        step.woken(B, Some(A));
    });
    story.step(B, |step| gives_back(step, "permit", 1));
    story.timeline()
}

/// Two read, one of them twice; a writer waits.
fn readers() -> Timeline {
    let mut story = begin(shape("RwLock", Slots::Unbounded));
    story.step(A, |step| takes(step, "read", 1));
    story.step(TaskId(0), |step| takes(step, "read", 1));
    story.step(A, |step| takes(step, "read", 1));
    story.step(B, |step| queues(step, "write", 1));
    story.step(A, |step| gives_back(step, "read", 1));
    story.step(A, |step| gives_back(step, "read", 1));
    story.timeline()
}

/// A limit falls below what is held, a bucket drains, a breaker opens.
fn facts() -> Timeline {
    let mut story = begin(shape("AdaptiveConcurrency", Slots::Unbounded));
    story.step(A, |step| {
        shows(step, "limit", FactValue::Count(2));
        shows(step, "state", FactValue::word("closed"));
        shows(step, "draining", FactValue::flag(false));
        takes(step, "slot", 1);
    });
    story.step(B, |step| takes(step, "slot", 1));
    story.step(A, |step| {
        shows(step, "limit", FactValue::Count(1));
        counts(step, "failure");
        shows(step, "state", FactValue::word("open"));
        shows(step, "draining", FactValue::flag(true));
    });
    story.advance(1_000, |step| {
        let value = FactValue::Level {
            micro: 2_500_000,
            capacity: 10,
        };
        shows(step, "tokens", value);
    });
    // It fills up and is emptied at once: only that it is empty can be seen.
    story.advance(2_000, |step| {
        for micro in [3_000_000, 0] {
            shows(step, "tokens", FactValue::Level { micro, capacity: 10 });
        }
    });
    story.timeline()
}

/// An entry comes, goes stale, and is evicted for another.
fn rows() -> Timeline {
    let mut story = begin(shape("Cache", Slots::None));
    story.step(A, |step| {
        step.resumed();
        counts(step, "miss");
        lists(step, "user:1", "fresh", Some(5_000));
    });
    story.step(A, |step| {
        counts(step, "hit");
        lists(step, "user:1", "fresh", Some(6_000));
    });
    story.step(B, |step| {
        step.resumed();
        counts(step, "miss");
        lists(step, "user:1", "stale", None);
        lists(step, "user:2", "fresh", Some(7_000));
    });
    story.step(B, |step| {
        step.event(EventKind::RowGone {
            object: DB,
            key: "user:1".to_owned(),
        });
        counts(step, "eviction");
    });
    story.timeline()
}

#[test]
fn weights_are_counted_in_units() {
    let timeline = weighted();
    let held = |cursor: u32| {
        let card = card_at(&timeline, cursor);
        let holds: Vec<_> = card.holds.iter().map(|hold| (hold.task.0, hold.units)).collect();
        (
            card.places_free(),
            holds,
            card.queue.iter().map(|entry| entry.units).sum::<u32>(),
        )
    };
    assert_eq!(held(2), (Some(1), vec![(1, 3)], 0));
    assert_eq!(held(3), (Some(1), vec![(1, 3)], 2));
    assert_eq!(held(4), (Some(2), vec![(2, 2)], 0));
    assert_eq!(held(5), (Some(3), vec![(2, 1)], 0));
}

#[test]
fn who_locks_again_holds_once_and_deeper() {
    let timeline = readers();
    let holds = |cursor: u32| -> Vec<(u32, u32)> {
        let card = card_at(&timeline, cursor);
        card.holds.iter().map(|hold| (hold.task.0, hold.units)).collect()
    };
    assert_eq!(holds(4), [(1, 2), (0, 1)]);
    assert_eq!(holds(6), [(1, 1), (0, 1)]);
    assert_eq!(holds(7), [(0, 1)]);
    assert_eq!(
        card_at(&timeline, 7).places_free(),
        None,
        "there is no number of readers"
    );
}

#[test]
fn a_limit_that_falls_below_what_is_held_leaves_no_place() {
    let timeline = facts();
    assert_eq!(card_at(&timeline, 2).places_free(), Some(1));
    assert_eq!(card_at(&timeline, 3).places_free(), Some(0));
    let card = card_at(&timeline, 4);
    assert_eq!((card.limit(), card.held(), card.places_free()), (Some(1), 2, Some(0)));
    assert_eq!(card.fact("state").map(|fact| fact.step), Some(3));
}

#[test]
fn a_permit_given_back_by_another_makes_permits_signals() {
    let mut story = begin(shape("Semaphore", Slots::Fixed(1)));
    story.step(A, |step| takes(step, "permit", 1));
    story.step(B, |step| gives_back(step, "permit", 1));
    story.step(B, |step| takes(step, "permit", 1));
    let timeline = story.timeline();
    assert_eq!(
        (card_at(&timeline, 3).free, card_at(&timeline, 3).holds.len()),
        (Some(1), 0)
    );
    assert_eq!(
        (card_at(&timeline, 4).free, card_at(&timeline, 4).holds.len()),
        (Some(0), 0)
    );
}

#[test]
fn rows_keep_the_order_in_which_they_came() {
    let timeline = rows();
    let listed = |cursor: u32| -> Vec<String> {
        let card = card_at(&timeline, cursor);
        card.rows
            .iter()
            .map(|listed| format!("{} {}", listed.row.key, listed.row.state))
            .collect()
    };
    assert_eq!(listed(4), ["user:1 stale", "user:2 fresh"]);
    assert_eq!(listed(5), ["user:2 fresh"]);
    let counts: Vec<_> = card_at(&timeline, 5)
        .counts
        .iter()
        .map(|count| counted(count.total, count.what))
        .collect();
    assert_eq!(counts, ["2 misses", "1 hit", "1 eviction"]);
}

#[test]
fn places_that_are_rows_name_their_holders_and_stay_where_they_are() {
    let mut story = begin(shape("ConnectionPool", Slots::Listed(3)));
    let listed = |step: &mut Step<'_>, key: &str, state: &'static str, task: Option<TaskId>, made: u64| {
        let row = Row {
            key: key.to_owned(),
            state,
            task,
            at: None,
            made: Some(Instant(made)),
            since: None,
            text: String::new(),
        };
        let row = Box::new(row);
        step.event(EventKind::RowShown { object: DB, row });
    };
    story.step(A, |step| {
        takes(step, "connection", 1);
        listed(step, "connection 1", "in use", Some(A), 5);
    });
    story.step(B, |step| listed(step, "connection 2", "idle", None, 7));
    story.step(A, |step| {
        gives_back(step, "connection", 1);
        let key = "connection 1".to_owned();
        step.event(EventKind::RowGone { object: DB, key });
    });
    story.step(B, |step| {
        takes(step, "connection", 1);
        listed(step, "connection 1", "in use", Some(B), 9);
    });
    story.step(B, |step| {
        gives_back(step, "connection", 1);
        step.event(EventKind::Closed { object: DB });
    });
    let timeline = story.timeline();
    let told = |cursor: u32| {
        let card = card_at(&timeline, cursor);
        let rows = card.rows.iter().map(|listed| &listed.row);
        let rows: Vec<_> = rows
            .map(|row| (row.key.clone(), row.task, row.made.map(|made| made.0)))
            .collect();
        (rows, card.empty_places())
    };
    let row = |number: u32, task, made| (format!("connection {number}"), task, Some(made));
    assert_eq!(told(1), (vec![], Some(3)));
    assert_eq!(told(3), (vec![row(1, Some(A), 5), row(2, None, 7)], Some(1)));
    assert_eq!(told(4), (vec![row(2, None, 7)], Some(2)));
    // Another connection in the place of the first: its row is where that was.
    assert_eq!(told(5), (vec![row(1, Some(B), 9), row(2, None, 7)], Some(1)));
    assert_eq!(
        card_at(&timeline, 5).places_free(),
        Some(2),
        "as many may still be held"
    );
    assert_eq!(told(6).1, Some(0), "nothing comes into a closed pool");
    assert_eq!(card_at(&timeline, 6).rows.get("connection 3"), None);
}

#[test]
fn nouns_are_counted_as_one_says_them() {
    let told = [
        "hit",
        "miss",
        "retry",
        "delay",
        "rejected",
        "expiry",
        "batch",
        "dead letter",
        "success",
    ];
    let many: Vec<_> = told.iter().map(|noun| counted(2, noun)).collect();
    let right = "2 hits,2 misses,2 retries,2 delays,2 rejected,2 expiries,2 batches,2 dead letters,2 successes";
    assert_eq!(many.join(","), right);
    assert_eq!(counted(1, "retry"), "1 retry");
}

#[test]
fn objects_of_any_class_have_their_sentences() {
    let mut text = String::new();
    let stories = [
        ("weighted", weighted()),
        ("readers", readers()),
        ("facts", facts()),
        ("rows", rows()),
    ];
    for (name, timeline) in stories {
        text.push_str(&format!("{name}\n"));
        for step in 1..timeline.step_count() {
            text.push_str(&format!("  {step}: {}\n", timeline.explain(step)));
        }
    }
    check_snapshot("object_sentences", &text);
}

#[test]
fn nobody_is_told_to_wait_for_a_permit_of_what_may_have_none() {
    let mut story = begin(shape("ConnectionPool", Slots::Fixed(2)));
    story.step(A, |step| queues(step, "acquire", 1));
    story.step(B, |step| takes(step, "connection", 1));
    story.step(TaskId(0), |step| queues(step, "acquire", 1));
    let timeline = story.timeline();
    assert_eq!(timeline.explain(1), "A waits for db.acquire()");
    assert_eq!(timeline.explain(3), "main waits for a connection of db (held by B)");
}

#[test]
fn what_has_a_capacity_and_a_level_keeps_no_values() {
    let with_capacity = ObjectShape {
        traits: vec![("capacity", FactValue::Count(3))],
        ..shape("TokenBucket", Slots::None)
    };
    let mut story = begin(with_capacity);
    story.step(A, |step| {
        let (micro, capacity) = (3_000_000, 3);
        shows(step, "tokens", FactValue::Level { micro, capacity });
    });
    let timeline = story.timeline();
    assert!(card_at(&timeline, 1).keeps_values(), "so far it could be a channel");
    assert!(!card_at(&timeline, 2).keeps_values());
}
