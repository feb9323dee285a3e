//! The log in bytes is the list of events that was told, whatever is in them.

use clock::Instant;
use proptest::prelude::*;
use world::{
    ConsoleLevel, Event, EventKind, FactValue, FailureKind, LimitKind, ObjectId, ObjectShape, PropertyKind, Row, Slots,
    TaskId, WaitReason,
};

use super::Record;

/// One past the greatest number that [`kind`] knows.
const KINDS: u8 = 65;

/// An event of each kind, by number; the rest is what stands in it.
fn kind(number: u8, small: u32, large: u64, text: &str) -> EventKind {
    let (object, task, time) = (ObjectId(small), TaskId(small / 2), Instant(large));
    let (name, value) = (text.to_owned(), format!("{text}{small}"));
    let by = small.is_multiple_of(2).then_some(task);
    let (mode, operation, units) = ("permit", "acquire", small);
    let reason = |reason: WaitReason| EventKind::Blocked { reason };
    let shown = |value: FactValue| EventKind::Shown {
        object,
        fact: "value",
        value,
    };
    match number {
        0 => EventKind::Spawned {
            name,
            parent: by,
            daemon: small.is_multiple_of(3),
            priority: small.cast_signed(),
        },
        1 => EventKind::Resumed,
        2 => EventKind::Paused,
        3 => reason(WaitReason::Object { object, operation }),
        4 => reason(WaitReason::Task(task)),
        5 => reason(WaitReason::Several {
            combinator: "Promise.all",
        }),
        6 => reason(WaitReason::Promise),
        7 => reason(WaitReason::Sleep { until: time }),
        8 => reason(WaitReason::Turn),
        9 => reason(WaitReason::Core),
        10 => reason(WaitReason::Io { name }),
        11 => EventKind::Woken { by },
        12 => EventKind::Slept { until: time },
        13 => EventKind::WorkStarted { until: time },
        14 => EventKind::WorkEnded,
        15 => EventKind::SpanStarted { name },
        16 => EventKind::SpanEnded,
        17 => EventKind::Finished,
        18 => EventKind::Failed { message: value },
        19 => EventKind::CancelRequested { of: task },
        20 => EventKind::Cancelled,
        21 => EventKind::Created {
            object,
            name,
            shape: Box::new(ObjectShape {
                class: "Semaphore",
                traits: vec![("permits", FactValue::Count(-7)), ("fair", FactValue::flag(true))],
                slots: match small % 4 {
                    0 => Slots::None,
                    1 => Slots::Fixed(small),
                    2 => Slots::Listed(small),
                    _ => Slots::Unbounded,
                },
            }),
        },
        22 => EventKind::Acquired { object, mode, units },
        23 => EventKind::Queued {
            object,
            operation,
            units,
            position: small,
        },
        24 => EventKind::Passed { object, units },
        25 => EventKind::Dequeued { object },
        26 => EventKind::Released {
            object,
            mode: "lock",
            units,
        },
        27 => EventKind::HandedOff {
            object,
            to: task,
            mode,
            units,
        },
        28 => shown(FactValue::Count(large.cast_signed())),
        29 => shown(FactValue::Level {
            micro: -large.cast_signed().saturating_abs(),
            capacity: small,
        }),
        30 => shown(FactValue::Word(name)),
        31 => shown(FactValue::At(time)),
        32 => EventKind::RowShown {
            object,
            row: Box::new(Row {
                key: value,
                state: "idle",
                task: by,
                at: by.map(|_| time),
                made: by.map(|_| time),
                since: Some(time),
                text: name,
            }),
        },
        33 => EventKind::RowGone { object, key: value },
        34 => EventKind::Counted { object, what: "hit" },
        35 => EventKind::Sent { object, value },
        36 => EventKind::Received {
            object,
            value,
            from: by,
        },
        37 => EventKind::Buffered {
            object,
            from: task,
            value,
        },
        38 => EventKind::Closed { object },
        39 => EventKind::AtomicSet {
            object,
            value: -large.cast_signed().saturating_abs(),
        },
        40 => EventKind::AtomicGot {
            object,
            value: large.cast_signed(),
        },
        41 => EventKind::Read { name, value },
        42 => EventKind::Wrote {
            name,
            value: value.clone(),
            previous: value,
        },
        43 => EventKind::LostUpdate {
            name,
            read_line: small,
            overwritten_by: task,
            overwritten_line: small / 3,
        },
        44 => EventKind::OverRelease { object },
        45 => EventKind::Leaked { object },
        46 => EventKind::PickOffered { count: small },
        47 => EventKind::Picked { pick: small, value },
        48 => EventKind::CriticalReached { name },
        49 => EventKind::CriticalEntered { name },
        50 => EventKind::Progressed,
        51 => EventKind::PropertyNamed {
            kind: PropertyKind::Eventually,
            name,
        },
        52 => EventKind::EventuallyHeld { name },
        53 => EventKind::SometimesHeld { name },
        54 => EventKind::IoStarted {
            name,
            until: by.map(|_| time),
        },
        55 => EventKind::IoCompleted { name },
        56 => EventKind::Printed {
            level: ConsoleLevel::Error,
            text: value,
        },
        57 => EventKind::TimerSet { until: time },
        58 => EventKind::CallbackStarted { name },
        59 => EventKind::CallbackEnded,
        60 => EventKind::ClockMoved { from: time },
        61 => EventKind::RunFinished,
        62 => EventKind::RunFailed {
            failure: FailureKind::Breach,
            message: value,
            stack: vec![name, String::new()],
        },
        63 => EventKind::Deadlocked {
            tasks: vec![task, TaskId(0)],
            explanation: value,
        },
        _ => EventKind::LimitReached {
            limit: LimitKind::Timers,
        },
    }
}

prop_compose! {
    /// Events in order, as far as steps and times are concerned.
    fn events()(
        parts in prop::collection::vec(
            (0..KINDS, any::<u32>(), any::<u64>(), "[a-c]{0,3}|ü.{0,80}", 0..3_u32, 0..20_u64, 0..4_u32), 0..700,
        ), far: bool, wide: bool,
    ) -> Vec<Event> {
        let (mut step, mut time) = (0_u32, 0_u64);
        let tell = |(number, small, large, text, steps, later, line): (u8, u32, u64, String, u32, u64, u32)| {
            step = step.saturating_add(if far { steps * 1_000 } else { steps / 2 });
            time = time.saturating_add(later.saturating_sub(15) * if wide { 1 << 40 } else { 1 });
            let small = if wide { small } else { small % 9 };
            let kind = kind(number, small, large, &text);
            Event { step, time: Instant(time), task: TaskId(small / 3), line: line.wrapping_mul(small), kind }
        };
        parts.into_iter().map(tell).collect()
    }
}

fn record(events: &[Event]) -> Record {
    let mut record = Record::default();
    events.iter().for_each(|event| record.push(event));
    record
}

/// What is asked of a record, answered from the plain list.
fn assert_is(record: &Record, events: &[Event], asked: u32) -> Result<(), TestCaseError> {
    let is_making = |event: &&Event| matches!(event.kind, EventKind::Spawned { parent: None, .. });
    let made = events.iter().take_while(is_making).count();
    prop_assert_eq!((record.len(), record.made()), (events.len(), made));
    prop_assert!(record.between(0, usize::MAX).eq(events.iter().cloned()));
    let before = events.partition_point(|event| event.step < asked);
    prop_assert_eq!(record.count_before(asked), before);
    let time = before.max(made).checked_sub(1).map_or(0, |last| events[last].time.0);
    prop_assert_eq!(record.time_at(asked), Instant(time));
    let boundary = |index: usize| if index < made { 0 } else { events[index].step + 1 };
    for event in events.iter().step_by(37) {
        let earlier = events.partition_point(|other| (other.time.0 as f64) < event.time.0 as f64);
        prop_assert_eq!(
            record.boundary_before(event.time.0 as f64),
            earlier.checked_sub(1).map_or(0, boundary)
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_record_is_the_list_of_its_events(
        events in events(), start in 0..800_usize, len in 0..300_usize, asked in 0..700_u32, kept in 0..800_usize,
    ) {
        let mut record = record(&events);
        assert_is(&record, &events, asked)?;
        let (start, end) = (start.min(events.len()), (start + len).min(events.len()));
        prop_assert!(record.between(start, end).eq(events[start..end].iter().cloned()));
        let kept = kept.min(events.len());
        record.truncate(kept);
        assert_is(&record, &events[..kept], asked)?;
        events[kept..].iter().for_each(|event| record.push(event));
        assert_is(&record, &events, asked)?;
    }
}

#[test]
fn an_event_takes_a_few_bytes() {
    let events: Vec<Event> = (0..10_000)
        .map(|index| Event {
            step: index / 3,
            time: Instant(u64::from(index / 9) * 1_000),
            task: TaskId(index / 3 % 100),
            line: 3 + index % 3,
            kind: match index % 3 {
                0 => EventKind::Resumed,
                1 => EventKind::Read {
                    name: "counter".to_owned(),
                    value: (index / 3).to_string(),
                },
                _ => EventKind::Acquired {
                    object: ObjectId(1),
                    mode: "permit",
                    units: 1,
                },
            },
        })
        .collect();
    let record = record(&events);
    let bytes: usize = record.blocks.iter().map(|block| block.bytes.len()).sum();
    assert!(bytes < events.len() * 8, "{bytes} bytes for {} events", events.len());
}
