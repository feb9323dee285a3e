//! Measures of runs that are short enough to be worked out by hand, and of random ones against a naive recomputation.

use clock::{Duration, Instant};
use proptest::prelude::*;
use world::{Event, EventKind, FactValue, ObjectId, ObjectShape, Slots, TaskId};

use super::{Durations, Gauge, Meter};

const OBJECT: ObjectId = ObjectId(0);
const MS: u64 = 1_000;

/// A log written by hand: times in milliseconds.
struct Story {
    events: Vec<Event>,
}

impl Story {
    fn of(slots: Slots) -> Story {
        let mut story = Story { events: Vec::new() };
        let shape = ObjectShape {
            class: "Semaphore",
            traits: Vec::new(),
            slots,
        };
        let name = "db".to_owned();
        story.at(
            0,
            0,
            EventKind::Created {
                object: OBJECT,
                name,
                shape: Box::new(shape),
            },
        );
        story
    }

    fn at(&mut self, millis: u64, task: u32, kind: EventKind) -> &mut Story {
        self.events.push(Event {
            step: self.events.len() as u32,
            time: Instant(millis * MS),
            task: TaskId(task),
            line: 1,
            kind,
        });
        self
    }

    fn queues(&mut self, millis: u64, task: u32) -> &mut Story {
        let kind = EventKind::Queued {
            object: OBJECT,
            operation: "acquire",
            units: 1,
            position: 0,
        };
        self.at(millis, task, kind)
    }

    fn takes(&mut self, millis: u64, task: u32) -> &mut Story {
        let kind = EventKind::Acquired {
            object: OBJECT,
            mode: "permit",
            units: 1,
        };
        self.at(millis, task, kind)
    }

    fn gives_back(&mut self, millis: u64, task: u32) -> &mut Story {
        let kind = EventKind::Released {
            object: OBJECT,
            mode: "permit",
            units: 1,
        };
        self.at(millis, task, kind)
    }

    fn leaves(&mut self, millis: u64, task: u32) -> &mut Story {
        self.at(millis, task, EventKind::Dequeued { object: OBJECT })
    }

    fn counts(&mut self, millis: u64, what: &'static str) -> &mut Story {
        self.at(millis, 0, EventKind::Counted { object: OBJECT, what })
    }

    fn measured(&mut self, until: u64) -> Meter {
        self.at(until, 0, EventKind::RunFinished);
        let mut meter = Meter::new();
        meter.extend(&self.events);
        meter.objects()[0].assert_invariants();
        meter
    }
}

/// A holds from 0 to 10; B comes at 4 and holds from 10 to 20; C comes at 12 and gives up at 15; D holds from 30 to 35.
/// The run ends at 40.
fn four_customers() -> Meter {
    let mut story = Story::of(Slots::Fixed(1));
    story.takes(0, 1).queues(4, 2).gives_back(10, 1).takes(10, 2);
    story
        .queues(12, 3)
        .leaves(15, 3)
        .gives_back(20, 2)
        .takes(30, 4)
        .gives_back(35, 4);
    story.measured(40)
}

fn close(measured: Option<f64>, right: f64) {
    let measured = measured.expect("it is measured");
    assert!((measured - right).abs() < 1e-9, "{measured} is not {right}");
}

#[test]
fn four_customers_of_one_permit_by_hand() {
    let meter = four_customers();
    let (db, now) = (&meter.objects()[0], meter.now());
    assert_eq!((db.arrived, db.departed, db.left), (4, 3, 1));
    // B waited 6 ms, C 3.
    close(db.waiting.mean(now), 9.0 / 40.0);
    assert_eq!(db.waiting.max(), 1);
    close(db.utilisation(now), 25.0 / 40.0);
    close(db.throughput(now), 75.0);
    // Whoever gave up is not among those who waited for it.
    close(db.wait().mean(), 2_000.0);
    assert_eq!(
        db.wait().percentiles([50, 95, 99]).map(|at| at.map(|at| at.0)),
        [Some(0), Some(6_000), Some(6_000)]
    );
    close(db.hold.mean(), 25_000.0 / 3.0);
    assert_eq!(db.hold.max(), Some(Duration(10_000)));
}

#[test]
fn figures_are_written_as_one_reads_them() {
    let meter = four_customers();
    let mut text = String::new();
    for group in meter.objects()[0].figures(meter.now()) {
        text.push_str(&format!("{}\n", group.title));
        for figure in &group.figures {
            text.push_str(&format!("  {figure}\n"));
        }
    }
    crate::tests::check_snapshot("figures", &text);
}

#[test]
fn littles_law_by_hand() {
    let meter = four_customers();
    let law = meter.objects()[0].little(meter.now()).expect("time has passed");
    close(Some(law.inside), 34.0 / 40.0);
    close(Some(law.arrival_rate), 4.0 / 40_000.0);
    // A stayed 10 ms, B 16, D 5.
    close(Some(law.time_inside), 31_000.0 / 3.0);
    close(law.gap(), (4.0 * 31.0 / 3.0 - 34.0) / 34.0);
}

#[test]
fn the_prediction_takes_its_load_from_the_run() {
    let meter = four_customers();
    let queue = meter.objects()[0].prediction(meter.now()).expect("there is a limit");
    assert_eq!(queue.servers, 1);
    close(Some(queue.load()), 4.0 / 40.0 * 25.0 / 3.0);
    close(queue.wait_probability(), 4.0 / 40.0 * 25.0 / 3.0);
}

#[test]
fn a_falling_limit_counts_for_as_long_as_it_holds() {
    let mut story = Story::of(Slots::Unbounded);
    let limit = |value| EventKind::Shown {
        object: OBJECT,
        fact: "limit",
        value: FactValue::Count(value),
    };
    story
        .at(0, 0, limit(4))
        .takes(0, 1)
        .takes(0, 2)
        .at(10, 1, limit(2))
        .gives_back(20, 1)
        .gives_back(20, 2);
    let meter = story.measured(20);
    // 2 of 4 for 10 ms, 2 of 2 for 10 ms.
    close(meter.objects()[0].utilisation(meter.now()), 40.0 / 60.0);
    assert_eq!(meter.objects()[0].facts["limit"].curve().len(), 2);
}

#[test]
fn messages_are_the_customers_of_a_channel() {
    let mut story = Story::of(Slots::None);
    let sent = EventKind::Sent {
        object: OBJECT,
        value: "1".to_owned(),
    };
    let received = |from| EventKind::Received {
        object: OBJECT,
        value: "1".to_owned(),
        from,
    };
    // One message lies for 8 ms; then a receiver waits 5 ms and gets one from hand to hand.
    story.at(2, 1, sent).at(10, 2, received(None));
    story.queues(15, 2).at(20, 2, received(Some(TaskId(1))));
    let meter = story.measured(20);
    let channel = &meter.objects()[0];
    assert!(channel.is_channel());
    assert_eq!((channel.arrived, channel.departed), (2, 2));
    close(channel.inside.mean(meter.now()), 8.0 / 20.0);
    close(channel.stay.mean(), 4_000.0);
    assert_eq!(channel.waits["receive"].max(), Some(Duration(5_000)));
    close(channel.little(meter.now()).expect("measured").gap(), 0.0);
}

#[test]
fn permits_that_are_signals_are_held_by_nobody() {
    let mut story = Story::of(Slots::Fixed(0));
    story
        .queues(0, 1)
        .gives_back(6, 2)
        .takes(6, 1)
        .gives_back(8, 2)
        .takes(9, 1);
    let meter = story.measured(10);
    let signal = &meter.objects()[0];
    assert_eq!((signal.arrived, signal.departed, signal.held.max()), (2, 2, 0));
    close(signal.wait().mean(), 3_000.0);
    assert_eq!(signal.prediction(meter.now()), None);
}

#[test]
fn who_locks_again_holds_from_the_first_to_the_last() {
    let mut story = Story::of(Slots::Fixed(1));
    let lock = || EventKind::Acquired {
        object: OBJECT,
        mode: "lock",
        units: 1,
    };
    let unlock = || EventKind::Released {
        object: OBJECT,
        mode: "lock",
        units: 1,
    };
    story
        .at(0, 1, lock())
        .at(2, 1, lock())
        .at(4, 1, unlock())
        .at(7, 1, unlock());
    let meter = story.measured(7);
    assert_eq!(meter.objects()[0].arrived, 1);
    assert_eq!(meter.objects()[0].hold.max(), Some(Duration(7_000)));
    close(meter.objects()[0].utilisation(meter.now()), 1.0);
}

#[test]
fn counts_give_ratios() {
    let mut story = Story::of(Slots::None);
    story
        .counts(0, "miss")
        .counts(1, "hit")
        .counts(2, "hit")
        .counts(3, "hit")
        .counts(4, "retry");
    let meter = story.measured(4);
    close(meter.objects()[0].hit_ratio(), 0.75);
    assert_eq!((meter.count("retry"), meter.count("rejected")), (1, 0));
}

#[test]
fn nothing_is_divided_by_no_time() {
    let mut story = Story::of(Slots::Fixed(1));
    story.takes(0, 1).gives_back(0, 1);
    let meter = story.measured(0);
    let (db, now) = (&meter.objects()[0], meter.now());
    assert_eq!(
        (db.utilisation(now), db.throughput(now), db.waiting.mean(now)),
        (None, None, None)
    );
    assert!(db.little(now).is_none() && db.prediction(now).is_none());
}

#[test]
fn a_curve_of_many_changes_is_thinned_and_keeps_its_mean() {
    let mut gauge = Gauge::new(0, Instant::ZERO);
    for at in 1..=20_000_u64 {
        gauge.set(at as i64 % 7, Instant(at));
    }
    assert!(gauge.curve().len() <= 4_097, "{}", gauge.curve().len());
    assert!(gauge.curve().is_sorted_by_key(|point| point.at));
    let right: i64 = (1..20_000).map(|at| at % 7).sum();
    assert_eq!(gauge.area_at(Instant(20_000)), i128::from(right));
}

#[test]
fn tasks_are_measured_from_their_making_to_their_end() {
    let mut story = Story::of(Slots::None);
    let spawned = || EventKind::Spawned {
        name: "A".to_owned(),
        parent: Some(TaskId(0)),
        daemon: false,
        priority: 0,
    };
    let blocked = EventKind::Blocked {
        reason: world::WaitReason::Promise,
    };
    story
        .at(0, 1, spawned())
        .at(0, 2, spawned())
        .at(2, 1, blocked)
        .at(6, 1, EventKind::Woken { by: None });
    story.at(8, 1, EventKind::Finished).at(
        10,
        2,
        EventKind::Failed {
            message: "no".to_owned(),
        },
    );
    let meter = story.measured(10);
    let tasks = meter.tasks();
    assert_eq!((tasks.started, tasks.finished, tasks.failed), (2, 1, 1));
    close(tasks.alive.mean(meter.now()), 1.8);
    close(tasks.blocked.mean(meter.now()), 0.4);
    close(tasks.little(meter.now()).expect("measured").gap(), 0.0);
}

/// When, how many hold, how many wait.
type Sample = (u64, usize, usize);

/// A queue with `permits`, told and measured in the most naive way.
fn naive(permits: usize, moves: &[(u64, u32, bool)]) -> (Vec<Event>, Vec<Sample>, Vec<u64>) {
    let mut story = Story::of(Slots::Fixed(permits as u32));
    let (mut holding, mut line) = (Vec::<u32>::new(), Vec::<(u32, u64)>::new());
    let (mut samples, mut waits, mut now) = (vec![(0, 0, 0)], Vec::new(), 0);
    for &(gap, task, is_patient) in moves {
        now += gap;
        if let Some(at) = holding.iter().position(|&holder| holder == task) {
            holding.remove(at);
            story.gives_back(now, task);
            if !line.is_empty() {
                let (next, since) = line.remove(0);
                holding.push(next);
                waits.push((now - since) * MS);
                story.takes(now, next);
            }
        } else if let Some(at) = line.iter().position(|&(waiter, _)| waiter == task) {
            if !is_patient {
                line.remove(at);
                story.leaves(now, task);
            }
        } else if holding.len() < permits {
            holding.push(task);
            waits.push(0);
            story.takes(now, task);
        } else {
            line.push((task, now));
            story.queues(now, task);
        }
        samples.push((now, holding.len(), line.len()));
    }
    (story.events, samples, waits)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn measures_are_what_a_naive_recomputation_says(
        permits in 1..4_usize,
        moves in prop::collection::vec((0..9_u64, 1..7_u32, any::<bool>()), 1..200),
    ) {
        let (events, samples, mut waits) = naive(permits, &moves);
        let mut meter = Meter::new();
        for event in &events {
            meter.push(event);
            meter.objects()[0].assert_invariants();
        }
        // An event of nothing in particular, so that the clock is where the last move was.
        let end = samples.last().map_or(0, |&(at, ..)| at);
        let object = &meter.objects()[0];
        let area = |of: fn(&Sample) -> usize| -> i128 {
            samples.windows(2).map(|pair| of(&pair[0]) as i128 * i128::from((pair[1].0 - pair[0].0) * MS)).sum()
        };
        let now = Instant(end * MS);
        prop_assert_eq!(object.held.area_at(now), area(|sample| sample.1));
        prop_assert_eq!(object.waiting.area_at(now), area(|sample| sample.2));
        prop_assert_eq!(object.waiting.max() as usize, samples.iter().map(|sample| sample.2).max().unwrap_or(0));
        waits.sort_unstable();
        for hundredths in [1, 50, 95, 99, 100] {
            let rank = (waits.len() * hundredths as usize).div_ceil(100).max(1);
            let right = waits.get(rank - 1).copied().map(Duration);
            prop_assert_eq!(object.wait().percentile(hundredths), right);
        }
    }

    #[test]
    fn the_spread_of_durations_is_its_definition(micros in prop::collection::vec(0..100_000_u64, 1..60)) {
        let mut durations = Durations::default();
        micros.iter().for_each(|&micros| durations.push(Duration(micros)));
        let count = micros.len() as f64;
        let mean = micros.iter().sum::<u64>() as f64 / count;
        let variance = micros.iter().map(|&micros| (micros as f64 - mean).powi(2)).sum::<f64>() / count;
        match durations.scv() {
            Some(scv) => prop_assert!((scv - variance / (mean * mean)).abs() < 1e-6),
            None => prop_assert_eq!(mean, 0.0),
        }
    }
}
