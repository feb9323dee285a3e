//! The words for what is easily misread: readings that go out of date, rows that are locked, places in a line, and what the
//! library does by names of its own.

use world::{EventKind, ObjectId, ObjectShape, Row, Slots, TaskId, WaitReason};

use super::log::{Step, Story};

const A: TaskId = TaskId(1);
const B: TaskId = TaskId(2);
const C: TaskId = TaskId(3);
const DB: ObjectId = ObjectId(0);

fn begin() -> Story {
    let mut story = Story::new();
    story.step(TaskId(0), |step| {
        step.event(EventKind::Created {
            object: DB,
            name: "db".to_owned(),
            shape: Box::new(ObjectShape {
                class: "Database",
                traits: Vec::new(),
                slots: Slots::Unbounded,
            }),
        });
        step.spawned(A, "A").spawned(B, "B").spawned(C, "C");
    });
    story
}

fn waits(step: &mut Step<'_>, operation: &'static str, position: u32) {
    let (object, units) = (DB, 1);
    step.event(EventKind::Queued {
        object,
        operation,
        units,
        position,
    });
    let reason = WaitReason::Object { object, operation };
    step.event(EventKind::Blocked { reason });
}

fn locks(step: &mut Step<'_>, key: &str, task: TaskId) {
    step.event(EventKind::RowShown {
        object: DB,
        row: Box::new(Row {
            key: key.to_owned(),
            state: "locked",
            task: Some(task),
            at: None,
            made: None,
            since: None,
            text: String::new(),
        }),
    });
}

#[test]
fn a_write_says_whose_reading_is_out_of_date() {
    let mut story = begin();
    story.step(A, |step| {
        step.resumed().read("counter", "0");
    });
    story.step(B, |step| {
        step.resumed().read("counter", "0");
    });
    story.step(C, |step| {
        step.resumed().read("counter", "0").event(EventKind::Finished);
    });
    story.step(A, |step| {
        step.resumed().wrote("counter", "1", "0");
    });
    story.step(B, |step| {
        step.resumed().wrote("counter", "2", "1").event(EventKind::LostUpdate {
            name: "counter".to_owned(),
            read_line: 3,
            overwritten_by: A,
            overwritten_line: 3,
        });
    });
    let timeline = story.timeline();
    // C has ended: nothing comes of what it has read.
    assert_eq!(
        timeline.explain(4),
        "A writes counter = 1 (it was 0), and what B has read is out of date"
    );
    assert_eq!(
        timeline.explain(5),
        "B writes counter = 2 (it was 1); A's write of 1 to counter is lost"
    );
}

#[test]
fn who_waits_for_a_row_waits_for_the_one_who_has_locked_it() {
    let mut story = begin();
    story.step(A, |step| locks(step, "row x", A));
    story.step(B, |step| locks(step, "row y", B));
    story.step(A, |step| waits(step, "lock", 0));
    story.step(C, |step| waits(step, "lock", 1));
    story.step(B, |step| {
        let key = "row y".to_owned();
        step.event(EventKind::RowGone { object: DB, key });
    });
    let timeline = story.timeline();
    assert_eq!(timeline.explain(1), "row x of db is locked now");
    assert_eq!(timeline.explain(3), "A waits for row y of db, which B has locked");
    assert_eq!(
        timeline.explain(4),
        "C waits for a row of db that somebody else has locked, behind 1 other"
    );
    assert_eq!(timeline.explain(5), "row y of db is no longer locked");
}

#[test]
fn what_the_library_calls_by_names_of_its_own_is_not_told() {
    let mut story = begin();
    story.step(A, |step| {
        let name = "__poolOpen".to_owned();
        step.resumed().event(EventKind::SpanStarted { name });
        let name = String::new();
        step.event(EventKind::CallbackStarted { name });
    });
    assert_eq!(story.timeline().explain(1), "A runs a callback");
}

#[test]
fn each_object_is_told_of_by_itself() {
    let mut story = begin();
    story.step(A, |step| {
        let (object, mode, units) = (DB, "transaction", 1);
        step.resumed().read("counter", "0");
        step.event(EventKind::Acquired { object, mode, units });
    });
    let timeline = story.timeline();
    let told = timeline.explain_objects(1, timeline.moment_at(1));
    let told: Vec<(ObjectId, &str)> = told.iter().map(|(object, text)| (*object, text.as_str())).collect();
    assert_eq!(told, [(DB, "A begins a transaction in db")]);
    assert!(timeline.explain_objects(0, timeline.moment_at(0)).contains_key(&DB));
}
