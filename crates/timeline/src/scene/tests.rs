//! Tests of the geometry: snapshots of whole scenes, what lies under a point, and how much is made for a long run.

use world::{EventKind, TaskId};

use super::{Axis, Bar, Dot, Rect, Scene, Target, View};
use crate::Timeline;
use crate::tests::{check_snapshot, lost_update, semaphore};

fn view(timeline: &Timeline) -> View {
    View {
        axis: Axis::Step,
        from: 0.0,
        to: f64::from(timeline.step_count()),
        width: 600.0,
        height: 120.0,
        scroll: 0.0,
        row_height: 40.0,
        cursor: timeline.step_count(),
        hovered: None,
        selected: None,
    }
}

#[test]
fn scenes_look_as_they_did() {
    let timeline = lost_update();
    let stepped_back = View {
        cursor: 4,
        selected: Some(TaskId(1)),
        ..view(&timeline)
    };
    check_snapshot("lost_update", &Scene::new(&timeline, stepped_back).to_string());
    let timeline = semaphore();
    check_snapshot("semaphore_steps", &Scene::new(&timeline, view(&timeline)).to_string());
    let time = View {
        axis: Axis::Time,
        to: 60_000.0,
        ..view(&timeline)
    };
    check_snapshot("semaphore_time", &Scene::new(&timeline, time).to_string());
}

#[test]
fn phases_differ_in_tone_pattern_and_label() {
    let kinds = [
        crate::PhaseKind::Ready,
        crate::PhaseKind::Running,
        crate::PhaseKind::Blocked {
            reason: "x".into(),
            object: None,
        },
        crate::PhaseKind::Sleeping {
            until: clock::Instant(1),
        },
        crate::PhaseKind::Working {
            until: clock::Instant(1),
        },
        crate::PhaseKind::Done,
        crate::PhaseKind::Cancelled,
        crate::PhaseKind::Failed { message: "x".into() },
    ];
    let mut kept = crate::phases::Kinds::default();
    for (index, kind) in kinds.iter().enumerate() {
        let stretch = kept.stretch(kind, 0, clock::Instant::ZERO, 0);
        assert_eq!(
            (kept.of(stretch), stretch.look()),
            (kind.clone(), super::look_of_phase(kind))
        );
        for other in &kinds[..index] {
            let (a, b) = (super::look_of_phase(kind), super::look_of_phase(other));
            assert!(
                a.0 != b.0 && a.1 != b.1 && kind.label() != other.label(),
                "{kind:?} looks like {other:?}"
            );
        }
    }
}

#[test]
fn a_point_becomes_the_thing_under_it() {
    let timeline = lost_update();
    let scene = Scene::new(&timeline, view(&timeline));
    // A's read in step 1: the middle of its column, in the second row.
    assert_eq!(
        scene.hit(150.0, 56.0),
        Some(Target::Mark {
            task: TaskId(1),
            mark: 0,
            step: 1
        })
    );
    // Off the mark but on the bar.
    assert_eq!(
        scene.hit(110.0, 50.0),
        Some(Target::Phase {
            task: TaskId(1),
            phase: 1,
            step: 1
        })
    );
    // Below the bar, and outside of all rows.
    assert_eq!(scene.hit(110.0, 79.0), Some(Target::Lane(TaskId(1))));
    assert_eq!(scene.hit(110.0, 300.0), None);
    assert_eq!(scene.hit_axis(149.0), Target::Step(1));
    assert_eq!(scene.hit_axis(151.0), Target::Step(2));
    assert_eq!(scene.hit_axis(9_999.0), Target::Step(6));
}

#[test]
fn on_the_time_axis_a_click_goes_to_the_last_step_of_that_moment() {
    let timeline = semaphore();
    let scene = Scene::new(
        &timeline,
        View {
            axis: Axis::Time,
            to: 60_000.0,
            ..view(&timeline)
        },
    );
    assert_eq!(scene.cursor_at(0.0), 4, "four steps were taken at 0 ms");
    assert_eq!(scene.cursor_at(400.0), 4);
    assert_eq!(scene.cursor_at(510.0), 7);
}

#[test]
fn a_long_run_costs_what_can_be_seen() {
    let mut story = crate::tests::Story::new();
    for step in 0..50_000_u32 {
        story.step(TaskId(0), |told| {
            told.resumed()
                .event(EventKind::Read {
                    name: "x".to_owned(),
                    value: step.to_string(),
                })
                .paused(TaskId(0));
        });
    }
    let timeline = story.timeline();
    let scene = Scene::new(&timeline, view(&timeline));
    assert!(
        scene.bars.len() <= 601 && scene.dots.len() <= 201,
        "{} {}",
        scene.bars.len(),
        scene.dots.len()
    );
    let zoomed = View {
        from: 40_000.0,
        to: 40_010.0,
        cursor: 40_005,
        ..view(&timeline)
    };
    let scene = Scene::new(&timeline, zoomed);
    assert!(scene.dots.len() <= 12, "{}", scene.dots.len());
    assert_eq!(scene.playhead, Some(300.0));
}

#[test]
fn no_mark_covers_the_word_on_a_bar() {
    let timeline = lost_update();
    let mut scene = Scene::new(&timeline, view(&timeline));
    let (bar, dot) = (scene.bars[0].clone(), scene.dots[0].clone());
    let bar = Bar {
        rect: Rect {
            x: 100.0,
            width: 200.0,
            ..bar.rect
        },
        ..bar
    };
    let mark = |x: f64| Dot {
        task: bar.task,
        x,
        y: bar.rect.y + 1.0,
        ..dot.clone()
    };
    let rooms = |marks: &[f64], scene: &mut Scene| {
        scene.dots = marks.iter().map(|&x| mark(x)).collect();
        scene.label_room(&bar)
    };
    assert_eq!(rooms(&[], &mut scene), (105.0, 295.0));
    assert_eq!(
        rooms(&[100.0], &mut scene),
        (109.0, 295.0),
        "after a mark at the beginning"
    );
    assert_eq!(
        rooms(&[160.0], &mut scene),
        (169.0, 295.0),
        "after one that leaves more room behind it"
    );
    assert_eq!(
        rooms(&[250.0], &mut scene),
        (105.0, 241.0),
        "before one that leaves more room before it"
    );
    assert_eq!(
        rooms(&[110.0, 180.0, 190.0], &mut scene),
        (199.0, 295.0),
        "between and behind"
    );
    assert_eq!(rooms(&[20.0, 400.0], &mut scene), (105.0, 295.0), "marks elsewhere");
    let (from, to) = rooms(
        &[
            104.0, 120.0, 136.0, 152.0, 168.0, 184.0, 200.0, 216.0, 232.0, 248.0, 264.0, 280.0, 296.0,
        ],
        &mut scene,
    );
    assert!(to - from < 1.0, "no room at all");
}
