//! Stories of the limiter per key, and a model test against a limiter for each key that is never forgotten.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::{Gcra, Rate, TokenBucket};

const A: Actor = Actor(0);

fn keyed(capacity: u32, per_second: f64) -> KeyedLimiter<u8, u8> {
    let rate = Rate::per_second(per_second).expect("a rate");
    KeyedLimiter::new(Rule::TokenBucket(TokenBucket::new(capacity, rate, Instant::ZERO)))
}

fn at(millis: u64) -> Instant {
    Instant(millis * 1_000)
}

fn tick(it: &mut KeyedLimiter<u8, u8>, now: Instant) -> Vec<Waiter> {
    let mut woken = Vec::new();
    it.tick(now, &mut woken);
    it.assert_invariants(now);
    names(&woken)
}

fn names(woken: &[Passage]) -> Vec<Waiter> {
    woken.iter().map(|passed| passed.waiter).collect()
}

#[test]
fn one_key_does_not_pay_for_another() {
    let mut it = keyed(1, 1.0);
    assert!(it.try_consume(&1, 1, at(0), 1));
    assert!(!it.try_consume(&1, 1, at(0), 1));
    assert!(it.try_consume(&2, 2, at(300), 1));
    assert_eq!(it.consume(&2, 2, Waiter(0), A, at(300), 1), Consume::Queued);
    assert_eq!(it.consume(&1, 1, Waiter(1), A, at(300), 1), Consume::Queued);
    assert_eq!((it.deadline(), it.waiting()), (Some(at(1_000)), 2));
    assert_eq!(
        tick(&mut it, at(5_000)),
        [Waiter(1), Waiter(0)],
        "in the order of their deadlines"
    );
    assert_eq!(it.deadline(), None);
}

#[test]
fn a_wait_is_cancelled_before_whichever_key_it_is() {
    let mut it = keyed(2, 1.0);
    assert!(it.try_consume(&1, 1, at(0), 1) && it.try_consume(&2, 2, at(0), 2));
    assert_eq!(it.consume(&2, 2, Waiter(0), A, at(0), 1), Consume::Queued);
    assert_eq!(it.consume(&1, 1, Waiter(1), A, at(0), 2), Consume::Queued);
    assert_eq!(it.consume(&1, 1, Waiter(2), A, at(0), 1), Consume::Queued);
    let mut woken = Vec::new();
    assert!(it.cancel(Waiter(1), at(0), &mut woken));
    assert_eq!(names(&woken), [Waiter(2)]);
    it.assert_invariants(at(0));
    assert!(!it.cancel(Waiter(1), at(0), &mut woken));
    assert_eq!(it.waiting(), 1);
}

#[test]
fn keys_at_rest_cost_nothing() {
    let mut it = keyed(1, 1.0);
    for round in 0..100_u64 {
        for key in 0..10 {
            let name = key + 10 * (round % 20) as u8;
            assert!(it.try_consume(&name, name, at(2_000 * round), 1));
        }
        it.assert_invariants(at(2_000 * round));
        assert!(it.keys.len() <= 2 * SWEEP_FROM, "{} keys are kept", it.keys.len());
        assert_eq!(it.keys(at(2_000 * round)).count(), 10);
    }
}

proptest! {
    #[test]
    fn behaves_like_a_limiter_for_each_key(
        calls in prop::collection::vec((0..30u8, 1..3u32, 0..400_000u64, any::<bool>()), 0..120),
    ) {
        let rule = Rule::Gcra(Gcra::new(Rate::per_second(1.5).expect("a rate"), 2));
        let mut it = KeyedLimiter::new(rule.clone());
        let mut model: BTreeMap<u8, Limiter> = BTreeMap::new();
        let mut now = Instant::ZERO;
        for (step, (key, units, elapsed, waits)) in calls.into_iter().enumerate() {
            now = Instant(now.0 + elapsed);
            let mut expected = Vec::new();
            while let Some((deadline, key)) = model.iter().filter_map(|(key, limiter)| Some((limiter.deadline()?, *key))).min() {
                if deadline > now {
                    break;
                }
                model.get_mut(&key).expect("it is there").tick(now, &mut expected);
            }
            let mut woken = names(&expected);
            let mut ours = tick(&mut it, now);
            // Deadlines that have passed are all told as now by a limiter that is asked late.
            woken.sort();
            ours.sort();
            prop_assert_eq!(ours, woken);
            let limiter = model.entry(key).or_insert_with(|| Limiter::new(rule.clone()));
            prop_assert_eq!(it.available(&key, now), limiter.available(now));
            if waits {
                let waiter = Waiter(step as u32);
                let outcome = limiter.consume(waiter, A, now, units);
                prop_assert_eq!(it.consume(&key, key, waiter, A, now, units), outcome);
            } else {
                prop_assert_eq!(it.try_consume(&key, key, now, units), limiter.try_consume(now, units));
            }
            it.assert_invariants(now);
            prop_assert_eq!(it.waiting(), model.values().map(Limiter::waiting).sum::<usize>());
            prop_assert_eq!(it.deadline(), model.values().filter_map(|limiter| limiter.deadline()).min());
        }
    }
}
