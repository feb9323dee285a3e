//! Stories of the limiter per key, and a model test against a limiter for each key that is never forgotten.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;
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

/// Three actors with three operations each before two keys; actor `i` waits as `Waiter(i)`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: KeyedLimiter<u8, u8>,
    now: Instant,
    left: [u8; 3],
    /// The key before which it waits, and how many had asked before.
    waits: [Option<(u8, u8)>; 3],
    passed: Vec<(u8, Instant)>,
    asked: u8,
}

impl Scene {
    fn notice(&mut self, woken: &[Passage]) {
        for waiter in names(woken) {
            let (key, asked) = self.waits[waiter.0 as usize].take().expect("it waited");
            let is_first = |other: &(u8, u8)| other.0 != key || other.1 > asked;
            assert!(self.waits.iter().flatten().all(is_first), "overtaken: {self:?}");
            self.passed.push((key, self.now));
        }
    }

    fn moves(&self, actor: usize, next: &mut Vec<Self>) {
        if self.left[actor] == 0 {
            return;
        }
        let waiter = Waiter(actor as u32);
        let mut scene = self.clone();
        scene.left[actor] -= 1;
        if scene.waits[actor].take().is_some() {
            let mut woken = Vec::new();
            assert!(scene.it.cancel(waiter, scene.now, &mut woken));
            scene.notice(&woken);
            next.push(scene);
            return;
        }
        // Two of them ask for the same key, one for another.
        let key = (actor / 2) as u8;
        scene.asked += 1;
        match scene.it.consume(&key, key, waiter, Actor(actor as u32), scene.now, 1) {
            Consume::Passed => scene.passed.push((key, scene.now)),
            Consume::Queued => scene.waits[actor] = Some((key, scene.asked)),
            Consume::Overflows => panic!("there is room"),
        }
        next.push(scene);
    }

    fn time_passes(&self, next: &mut Vec<Self>) {
        let Some(deadline) = self.it.deadline() else { return };
        let mut scene = self.clone();
        scene.now = deadline;
        let mut woken = Vec::new();
        scene.it.tick(deadline, &mut woken);
        scene.notice(&woken);
        next.push(scene);
    }

    fn assert_good(&self) {
        self.it.assert_invariants(self.now);
        assert_eq!(self.it.waiting(), self.waits.iter().flatten().count(), "{self:?}");
        for (at, (key, passed)) in self.passed.iter().enumerate() {
            let soon = passed.saturating_add(clock::Duration::from_millis(500));
            let too_soon = |other: &&(u8, Instant)| other.0 == *key && other.1 < soon;
            assert_eq!(self.passed[at + 1..].iter().find(too_soon), None, "{self:?}");
        }
    }
}

#[test]
fn in_every_order_of_three_operations_by_three_actors_each_key_keeps_its_own_pace_and_line() {
    let start = Scene {
        it: keyed(1, 2.0),
        now: Instant::ZERO,
        left: [3; 3],
        waits: [None; 3],
        passed: Vec::new(),
        asked: 0,
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        (0..3).for_each(|actor| scene.moves(actor, next));
        scene.time_passes(next);
        next.iter().for_each(Scene::assert_good);
    };
    let at_end = |scene: &Scene| assert_eq!(scene.waits, [None; 3], "time lets everybody pass: {scene:?}");
    let coverage = explore(start, successors, at_end);
    assert!(coverage.states > 1_000 && coverage.ends > 10, "{coverage:?}");
}
