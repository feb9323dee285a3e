//! Stories of the breaker, a model test, and every order of three actors' calls.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const A: Actor = Actor(0);
const B: Actor = Actor(1);

fn breaker(probes: u32, capacity: Option<u32>) -> CircuitBreaker {
    CircuitBreaker::new(CircuitBreakerOptions {
        error_threshold_ppm: 500_000,
        reset_timeout: Duration(100),
        rolling: Duration(1_000),
        buckets: 10,
        volume_threshold: 0,
        capacity,
        probes,
    })
}

const FIRST: CallAdmission = CallAdmission::Admitted(Ticket(0));

fn call(it: &mut CircuitBreaker, now: u64, outcome: CallOutcome) -> CallAdmission {
    let admission = it.admit(Instant(now), A);
    if let CallAdmission::Admitted(ticket) = admission {
        assert_eq!(it.finish(Instant(now), ticket, outcome), Some(Duration::ZERO));
    }
    it.assert_invariants();
    admission
}

#[test]
fn it_opens_when_more_than_the_share_fails_and_closes_after_a_good_probe() {
    let mut it = breaker(1, None);
    assert_eq!(call(&mut it, 0, CallOutcome::Success), FIRST);
    assert_eq!(call(&mut it, 1, CallOutcome::Failure), FIRST);
    assert_eq!(it.state(), BreakerState::Closed, "half of them is not more than half");
    assert_eq!(call(&mut it, 2, CallOutcome::Failure), FIRST);
    assert_eq!(it.state(), BreakerState::Open { until: Instant(102) });
    assert_eq!(call(&mut it, 101, CallOutcome::Success), CallAdmission::Open);
    assert_eq!(it.admit(Instant(102), A), FIRST, "the probe");
    assert_eq!(it.admit(Instant(102), B), CallAdmission::Open, "one is enough");
    assert_eq!(
        it.finish(Instant(103), Ticket(0), CallOutcome::Success),
        Some(Duration(1))
    );
    assert_eq!(it.state(), BreakerState::Closed);
}

#[test]
fn a_bad_probe_opens_it_again_for_the_whole_time() {
    let mut it = breaker(1, None);
    it.open(Instant(0));
    assert_eq!(call(&mut it, 150, CallOutcome::Failure), FIRST);
    assert_eq!(it.state(), BreakerState::Open { until: Instant(250) });
}

#[test]
fn a_call_from_before_it_opened_decides_nothing_about_the_probes() {
    let mut it = breaker(1, None);
    assert_eq!(it.admit(Instant(0), B), FIRST);
    it.open(Instant(0));
    it.settle(Instant(100));
    assert_eq!(
        it.finish(Instant(100), Ticket(0), CallOutcome::Success),
        Some(Duration(100))
    );
    assert_eq!(it.state(), BreakerState::HalfOpen { begun: 0, succeeded: 0 });
}

#[test]
fn two_calls_of_one_actor_are_told_apart() {
    let mut it = breaker(1, None);
    assert_eq!(it.admit(Instant(0), A), FIRST);
    it.open(Instant(0));
    it.settle(Instant(100));
    assert_eq!(
        it.admit(Instant(100), A),
        CallAdmission::Admitted(Ticket(1)),
        "the probe"
    );
    assert_eq!(
        it.finish(Instant(110), Ticket(0), CallOutcome::Failure),
        Some(Duration(110))
    );
    it.assert_invariants();
    let probing = BreakerState::HalfOpen { begun: 1, succeeded: 0 };
    assert_eq!(it.state(), probing, "the call from before decides nothing");
    assert_eq!(
        it.finish(Instant(120), Ticket(1), CallOutcome::Success),
        Some(Duration(20))
    );
    assert_eq!(it.state(), BreakerState::Closed);
    assert_eq!(it.admit(Instant(120), A), FIRST, "its number is free again");
}

#[test]
fn a_probe_that_says_nothing_makes_room_for_another() {
    let mut it = breaker(1, None);
    it.open(Instant(0));
    assert_eq!(call(&mut it, 100, CallOutcome::Ignored), FIRST);
    assert_eq!(call(&mut it, 100, CallOutcome::Success), FIRST);
    assert_eq!(it.state(), BreakerState::Closed);
}

#[test]
fn a_call_too_many_is_a_failure() {
    let mut it = breaker(1, Some(1));
    assert_eq!(it.admit(Instant(0), A), FIRST);
    assert_eq!(it.admit(Instant(0), B), CallAdmission::Full);
    assert_eq!(it.counts(Instant(0)), (2, 1));
    assert_eq!(it.admit(Instant(0), B), CallAdmission::Full);
    assert!(matches!(it.state(), BreakerState::Open { .. }), "two of three failed");
    assert_eq!(
        it.finish(Instant(0), Ticket(1), CallOutcome::Success),
        None,
        "B was never let through"
    );
}

#[test]
fn few_calls_do_not_open_it() {
    let mut options = breaker(1, None).options.clone();
    options.volume_threshold = 3;
    let mut it = CircuitBreaker::new(options);
    for now in 0..2 {
        assert_eq!(call(&mut it, now, CallOutcome::Failure), FIRST);
        assert_eq!(it.state(), BreakerState::Closed);
    }
    assert_eq!(call(&mut it, 2, CallOutcome::Failure), FIRST);
    assert!(matches!(it.state(), BreakerState::Open { .. }));
}

/// The rules in the plainest form: every call with its time, and no window but a look at the list.
#[derive(Default)]
struct Model {
    open_until: Option<u64>,
    probing: bool,
    is_half_open: bool,
}

proptest! {
    // One call at a time, one probe, a window that never forgets in so short a run.
    #[test]
    fn calls_one_after_the_other_follow_the_rules(calls in prop::collection::vec((0u64..40, any::<bool>()), 1..60)) {
        let mut options = breaker(1, None).options.clone();
        options.rolling = Duration(1_000_000);
        let mut it = CircuitBreaker::new(options);
        let mut model = Model::default();
        let (mut fires, mut failures, mut now) = (0u64, 0u64, 0);
        for (pause, succeeds) in calls {
            now += pause;
            if model.open_until.is_some_and(|until| until <= now) {
                model.open_until = None;
                model.is_half_open = true;
            }
            fires += 1;
            let passes = model.open_until.is_none();
            model.probing = model.is_half_open;
            let outcome = if succeeds { CallOutcome::Success } else { CallOutcome::Failure };
            let admission = call(&mut it, now, outcome);
            prop_assert_eq!(admission == FIRST, passes);
            if passes {
                failures += u64::from(!succeeds);
                model.is_half_open = false;
                if !succeeds && (model.probing || failures * 2 > fires) {
                    model.open_until = Some(now + 100);
                }
            }
            let is_open = matches!(it.state(), BreakerState::Open { .. });
            prop_assert_eq!(is_open, model.open_until.is_some());
            prop_assert_eq!(it.counts(Instant(now)), (fires, failures));
        }
    }
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: CircuitBreaker,
    now: u64,
    left: [u8; 3],
    under_way: [Option<Ticket>; 3],
}

#[test]
fn no_order_of_three_calls_by_three_actors_lets_too_many_probes_through() {
    for (probes, capacity) in [(1, None), (2, Some(2)), (2, None)] {
        let start = Scene {
            it: breaker(probes, capacity),
            now: 0,
            left: [3; 3],
            under_way: [None; 3],
        };
        let successors = |scene: &Scene, next: &mut Vec<Scene>| {
            for index in 0..3 {
                let actor = Actor(index as u32);
                if let Some(ticket) = scene.under_way[index] {
                    for outcome in [CallOutcome::Success, CallOutcome::Failure, CallOutcome::Ignored] {
                        let mut after = scene.clone();
                        assert!(after.it.finish(Instant(scene.now), ticket, outcome).is_some());
                        after.under_way[index] = None;
                        next.push(after);
                    }
                } else if scene.left[index] > 0 {
                    let mut after = scene.clone();
                    after.left[index] -= 1;
                    if let CallAdmission::Admitted(ticket) = after.it.admit(Instant(scene.now), actor) {
                        after.under_way[index] = Some(ticket);
                    }
                    next.push(after);
                }
            }
            if matches!(scene.it.state(), BreakerState::Open { .. }) && scene.now < 200 {
                let mut later = scene.clone();
                later.now += 100;
                later.it.settle(Instant(later.now));
                next.push(later);
            }
            for scene in next.iter() {
                scene.it.assert_invariants();
                let under_way = scene.under_way.iter().flatten().count();
                assert_eq!(scene.it.under_way().len(), under_way, "{scene:?}");
            }
        };
        let coverage = explore(start, successors, |_| {});
        assert!(coverage.states > 1_000, "{coverage:?}");
    }
}
