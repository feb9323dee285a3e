//! Charts of small runs by hand, and that thinning keeps what matters.

use clock::Instant;
use proptest::prelude::*;
use world::{ObjectShape, Slots, TaskId};

use super::*;

fn event(step: u32, millis: u64, task: u32, kind: EventKind) -> Event {
    Event {
        step,
        time: Instant(millis * 1_000),
        task: TaskId(task),
        line: 1,
        kind,
    }
}

fn semaphore() -> Timeline {
    let object = ObjectId(0);
    let mut timeline = Timeline::new();
    let shape = ObjectShape {
        class: "Semaphore",
        traits: Vec::new(),
        slots: Slots::Fixed(1),
    };
    let (mode, units, operation) = ("permit", 1, "acquire");
    timeline.extend(&[
        event(
            0,
            0,
            0,
            EventKind::Spawned {
                name: "main".to_owned(),
                parent: None,
                daemon: false,
                priority: 0,
            },
        ),
        event(
            0,
            0,
            0,
            EventKind::Created {
                object,
                name: "jobs".to_owned(),
                shape: Box::new(shape),
            },
        ),
        event(1, 0, 0, EventKind::Acquired { object, mode, units }),
        event(
            2,
            5,
            0,
            EventKind::Queued {
                object,
                operation,
                units,
                position: 0,
            },
        ),
        event(3, 9, 0, EventKind::Released { object, mode, units }),
    ]);
    timeline
}

#[test]
fn an_object_has_its_places_and_what_it_served() {
    let charts = semaphore().charts(&Subject::Object(ObjectId(0)), Axis::Step, 4, 100);
    let [places, served] = &charts[..] else {
        panic!("two charts, not {charts:?}")
    };
    assert_eq!(places.x, [1.0, 2.0, 3.0, 4.0]);
    let curves: Vec<(&str, &[Option<f64>])> = places
        .series
        .iter()
        .map(|series| (&*series.name, &*series.values))
        .collect();
    let known = |values: [f64; 4]| values.map(Some);
    assert_eq!(
        curves,
        [
            ("held", &known([0.0, 1.0, 1.0, 0.0])[..]),
            ("limit", &known([1.0, 1.0, 1.0, 1.0])[..]),
            ("waiting", &known([0.0, 0.0, 1.0, 1.0])[..]),
        ]
    );
    // One in a tenth of 9 ms.
    assert_eq!(served.title, "served per second");
    assert_eq!(served.series[0].values.last(), Some(&Some(1_000.0 / 0.9)));
}

#[test]
fn what_is_served_is_a_rate_that_falls_when_nothing_comes() {
    let (object, mode, units) = (ObjectId(0), "permit", 1);
    let mut timeline = semaphore();
    let released = |step, millis| event(step, millis, 0, EventKind::Released { object, mode, units });
    timeline.extend(&[released(4, 50), released(5, 52), released(6, 100)]);
    let rate = |axis, cursor| {
        let charts = timeline.charts(&Subject::Object(object), axis, cursor, 100);
        let chart = charts
            .into_iter()
            .find(|chart| chart.title == "served per second")
            .expect("the rate");
        let values: Vec<f64> = chart.series[0].values.iter().flatten().copied().collect();
        (chart.x, values)
    };
    // The window is 10 ms: in at 9, 50, 52 and 100, out again 10 ms later.
    assert_eq!(
        rate(Axis::Time, 7),
        (
            vec![0.0, 9.0, 19.0, 50.0, 52.0, 60.0, 62.0, 100.0],
            vec![0.0, 100.0, 0.0, 100.0, 200.0, 100.0, 0.0, 100.0]
        )
    );
    // Steps have no place between them, so it falls with the next that comes.
    assert_eq!(
        rate(Axis::Step, 7),
        (vec![0.0, 4.0, 6.0, 7.0], vec![0.0, 100.0, 200.0, 100.0])
    );
    assert_eq!(rate(Axis::Time, 5).1.last(), Some(&200.0), "5 ms is the window halfway");
}

#[test]
fn without_time_there_is_no_rate() {
    let early = semaphore().charts(&Subject::Object(ObjectId(0)), Axis::Step, 2, 100);
    assert!(early.iter().all(|chart| chart.title != "served per second"));
}

#[test]
fn a_chart_ends_at_the_cursor_and_follows_the_axis() {
    let timeline = semaphore();
    let subject = Subject::Object(ObjectId(0));
    let early = timeline.charts(&subject, Axis::Step, 2, 100);
    assert_eq!(early[0].x, [1.0, 2.0]);
    let over_time = timeline.charts(&subject, Axis::Time, 4, 100);
    assert_eq!(over_time[0].x, [0.0, 5.0, 9.0]);
    assert!(
        timeline
            .charts(&Subject::Object(ObjectId(7)), Axis::Step, 4, 100)
            .is_empty()
    );
}

#[test]
fn a_variable_begins_with_what_it_was() {
    let mut timeline = semaphore();
    let wrote = |value: &str, previous: &str| EventKind::Wrote {
        name: "counter".to_owned(),
        value: value.to_owned(),
        previous: previous.to_owned(),
    };
    timeline.extend(&[event(4, 9, 0, wrote("1", "0")), event(6, 9, 0, wrote("\"off\"", "1"))]);
    let subject = Subject::Variable("counter".to_owned());
    let charts = timeline.charts(&subject, Axis::Step, 7, 100);
    assert_eq!(charts[0].x, [4.0, 5.0, 7.0]);
    assert_eq!(charts[0].series[0].values, [Some(0.0), Some(1.0), None]);
    let names = |cursor| {
        timeline
            .subjects_at(cursor)
            .into_iter()
            .map(|(_, name)| name)
            .collect::<Vec<_>>()
    };
    assert_eq!(names(5), ["jobs", "counter"]);
    assert_eq!(names(7), ["jobs"], "a text is no number");
}

proptest! {
    #[test]
    fn thinning_keeps_the_extremes_and_the_end(values in prop::collection::vec(-50..50_i32, 3..400), most in 4..60_usize) {
        let mut curve = Curve::new("x");
        for (step, value) in values.iter().enumerate() {
            curve.push(step as f64, Some(f64::from(*value)));
        }
        let (places, thin) = thinned(std::slice::from_ref(&curve), values.len() as f64, most);
        prop_assert!(places.len() <= most + 2);
        prop_assert!(places.is_sorted());
        let kept: Vec<f64> = thin[0].iter().flatten().copied().collect();
        let extremes = |list: &[f64]| list.iter().fold((f64::MAX, f64::MIN), |(low, high), &it| (low.min(it), high.max(it)));
        let all: Vec<f64> = values.iter().map(|&value| f64::from(value)).collect();
        prop_assert_eq!(extremes(&kept), extremes(&all));
        prop_assert_eq!(kept.last(), all.last());
    }
}
