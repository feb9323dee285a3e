//! Stories of the limiter, a model test of the additive one, a comparison with the gradient in floating point, and every
//! order of three actors' calls.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const A: Actor = Actor(0);
const B: Actor = Actor(1);
const C: Actor = Actor(2);

fn aimd(initial: u32, min: u32, max: u32) -> AdaptiveConcurrency {
    AdaptiveConcurrency::new(AdaptiveOptions {
        initial,
        min,
        max,
        algorithm: Algorithm::Aimd {
            increase: MICRO,
            decrease_ppm: 500_000,
        },
    })
}

fn finish(it: &mut AdaptiveConcurrency, now: u64, actor: Actor, outcome: CallOutcome) -> Vec<Woken> {
    let mut woken = Vec::new();
    assert!(it.finish(Instant(now), actor, outcome, &mut woken));
    it.assert_invariants();
    woken
}

#[test]
fn a_limit_that_grows_lets_in_one_more_than_has_left() {
    let mut it = aimd(1, 1, 10);
    assert_eq!(it.acquire(Instant(0), Waiter(0), A), Acquire::Granted);
    assert_eq!(it.acquire(Instant(0), Waiter(1), B), Acquire::Queued);
    assert_eq!(it.acquire(Instant(0), Waiter(2), C), Acquire::Queued);
    let woken = finish(&mut it, 5, A, CallOutcome::Success);
    assert_eq!(woken, [Woken::Granted(Waiter(1), B), Woken::Granted(Waiter(2), C)]);
    assert_eq!(it.limit(), 2);
}

#[test]
fn a_limit_that_shrinks_forgets_nobody() {
    let mut it = aimd(2, 1, 10);
    assert_eq!(it.acquire(Instant(0), Waiter(0), A), Acquire::Granted);
    assert_eq!(it.acquire(Instant(0), Waiter(0), A), Acquire::Granted);
    assert_eq!(it.acquire(Instant(0), Waiter(1), B), Acquire::Queued);
    assert_eq!(
        finish(&mut it, 1, A, CallOutcome::Failure),
        [],
        "one is still under way, and one is the limit"
    );
    assert_eq!((it.limit(), it.waiting()), (1, 1));
    assert_eq!(
        finish(&mut it, 2, A, CallOutcome::Failure),
        [Woken::Granted(Waiter(1), B)]
    );
    assert_eq!(it.limit(), 1, "never below the minimum");
}

#[test]
fn cancelling_leaves_no_trace_and_who_is_not_in_cannot_end() {
    let mut it = aimd(1, 1, 1);
    assert_eq!(it.acquire(Instant(0), Waiter(0), A), Acquire::Granted);
    let before = it.clone();
    assert_eq!(it.acquire(Instant(0), Waiter(1), B), Acquire::Queued);
    assert!(it.cancel(Waiter(1)) && !it.cancel(Waiter(1)));
    assert!(!it.finish(Instant(0), B, CallOutcome::Success, &mut Vec::new()));
    assert_eq!(it, before);
}

/// Netflix' `Gradient2Limit` as it stands there, in floating point.
struct Gradient2 {
    limit: f64,
    long_run: f64,
    samples: f64,
}

impl Gradient2 {
    fn update(&mut self, took: f64, under_way: f64) {
        if self.samples < 10.0 {
            self.long_run = (self.long_run * self.samples + took) / (self.samples + 1.0);
            self.samples += 1.0;
        } else {
            let factor = 2.0 / 601.0;
            self.long_run = self.long_run * (1.0 - factor) + took * factor;
        }
        let long_run = self.long_run;
        if long_run / took > 2.0 {
            self.long_run *= 0.95;
        }
        if under_way < self.limit / 2.0 {
            return;
        }
        let gradient = (1.5 * long_run / took).clamp(0.5, 1.0);
        let aimed_at = self.limit * gradient + 4.0;
        self.limit = (self.limit * 0.8 + aimed_at * 0.2).clamp(1.0, 200.0);
    }
}

proptest! {
    #[test]
    fn the_gradient_is_that_of_the_paper(calls in prop::collection::vec((1u64..200, any::<bool>()), 1..200)) {
        let mut it = AdaptiveConcurrency::new(AdaptiveOptions {
            initial: 20,
            min: 1,
            max: 200,
            algorithm: Algorithm::Gradient(Gradient::new(4, 1_500_000, 200_000, 600)),
        });
        let mut model = Gradient2 { limit: 20.0, long_run: 0.0, samples: 0.0 };
        let mut now = 0;
        for (millis, is_busy) in calls {
            let under_way = if is_busy { it.limit() } else { 1 };
            for index in 0..under_way {
                prop_assert_eq!(it.acquire(Instant(now), Waiter(index), Actor(index)), Acquire::Granted);
            }
            now += millis * 1_000;
            finish(&mut it, now, Actor(0), CallOutcome::Success);
            model.update(millis as f64, f64::from(under_way));
            // The others say nothing.
            for index in 1..under_way {
                finish(&mut it, now, Actor(index), CallOutcome::Ignored);
            }
            let difference = (it.limit as f64 / MICRO as f64 - model.limit).abs();
            prop_assert!(difference < 0.01, "{} and {}", it.limit, model.limit);
        }
    }

    #[test]
    fn the_additive_limit_follows_its_two_rules(outcomes in prop::collection::vec(0u8..3, 1..100)) {
        let mut it = aimd(5, 2, 9);
        let mut limit = 5u32;
        for outcome in outcomes {
            prop_assert_eq!(it.acquire(Instant(0), Waiter(0), A), Acquire::Granted);
            let outcome = [CallOutcome::Success, CallOutcome::Failure, CallOutcome::Ignored][usize::from(outcome)];
            limit = match outcome {
                CallOutcome::Success => (limit + 1).min(9),
                CallOutcome::Failure => (limit / 2).max(2),
                CallOutcome::Ignored => limit,
            };
            finish(&mut it, 0, A, outcome);
            prop_assert_eq!(it.limit(), limit);
        }
    }
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: AdaptiveConcurrency,
    left: [u8; 3],
    waits: [bool; 3],
    is_in: [bool; 3],
}

#[test]
fn in_every_order_of_three_calls_by_three_actors_whoever_waits_gets_in() {
    let start = Scene {
        it: aimd(2, 1, 3),
        left: [3; 3],
        waits: [false; 3],
        is_in: [false; 3],
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        for index in 0..3 {
            let (waiter, actor) = (Waiter(index as u32), Actor(index as u32));
            let mut after = scene.clone();
            if scene.is_in[index] {
                for outcome in [CallOutcome::Success, CallOutcome::Failure, CallOutcome::Ignored] {
                    let mut after = scene.clone();
                    let woken = finish(&mut after.it, 0, actor, outcome);
                    after.is_in[index] = false;
                    for wake in woken {
                        let Woken::Granted(Waiter(waiter), Actor(granted)) = wake else {
                            panic!("it is fair")
                        };
                        assert_eq!(waiter, granted);
                        assert!(std::mem::take(&mut after.waits[granted as usize]));
                        after.is_in[granted as usize] = true;
                    }
                    next.push(after);
                }
            } else if scene.waits[index] {
                if scene.left[index] > 0 {
                    assert!(after.it.cancel(waiter));
                    after.left[index] -= 1;
                    after.waits[index] = false;
                    next.push(after);
                }
            } else if scene.left[index] > 0 {
                after.left[index] -= 1;
                match after.it.acquire(Instant(0), waiter, actor) {
                    Acquire::Granted => after.is_in[index] = true,
                    Acquire::Queued => after.waits[index] = true,
                }
                next.push(after);
            }
        }
        for scene in next.iter() {
            scene.it.assert_invariants();
            assert_eq!(
                scene.it.waiting(),
                scene.waits.iter().filter(|&&waits| waits).count(),
                "{scene:?}"
            );
        }
    };
    let at_end = |scene: &Scene| assert_eq!((scene.waits, scene.is_in), ([false; 3], [false; 3]), "{scene:?}");
    let coverage = explore(start, successors, at_end);
    assert!(coverage.states > 500, "{coverage:?}");
}
