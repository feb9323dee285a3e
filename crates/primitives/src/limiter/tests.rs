//! Stories of the line before a rule, a model test against a naive one, and every order of three actors' operations.

use clock::Duration;
use proptest::prelude::*;

use super::*;
use crate::Rate;
use crate::exhaustive::explore;

const A: Actor = Actor(0);
const B: Actor = Actor(1);
const C: Actor = Actor(2);

fn rate(per_second: f64) -> Rate {
    Rate::per_second(per_second).expect("a rate")
}

fn bucket(capacity: u32, per_second: f64) -> Limiter {
    Limiter::new(Rule::TokenBucket(TokenBucket::new(
        capacity,
        rate(per_second),
        Instant::ZERO,
    )))
}

fn tick(it: &mut Limiter, now: Instant) -> Vec<Waiter> {
    let mut woken = Vec::new();
    it.tick(now, &mut woken);
    it.assert_invariants(now);
    it.assert_ticked(now);
    names(&woken)
}

fn names(woken: &[Passage]) -> Vec<Waiter> {
    woken.iter().map(|passed| passed.waiter).collect()
}

fn at(millis: u64) -> Instant {
    Instant(millis * 1_000)
}

#[test]
fn a_line_forms_and_moves_with_time() {
    let mut it = bucket(2, 1.0);
    assert_eq!(it.consume(Waiter(0), A, at(0), 2), Consume::Passed);
    assert_eq!(it.deadline(), None);
    assert_eq!(it.consume(Waiter(1), B, at(0), 2), Consume::Queued);
    assert_eq!(it.consume(Waiter(2), C, at(0), 1), Consume::Queued);
    assert_eq!(it.deadline(), Some(at(2_000)));
    assert_eq!(tick(&mut it, at(1_999)), []);
    assert!(
        !it.try_consume(at(1_999), 1),
        "a small one does not slip past a large one"
    );
    assert_eq!(tick(&mut it, at(2_000)), [Waiter(1)]);
    assert_eq!(it.deadline(), Some(at(3_000)));
    assert_eq!(tick(&mut it, at(5_000)), [Waiter(2)], "a late tick");
    assert_eq!((it.waiting(), it.available(at(5_000))), (0, 1));
}

#[test]
fn a_cancelled_wait_leaves_no_trace_and_lets_the_next_one_pass() {
    let mut it = bucket(3, 1.0);
    assert!(it.try_consume(at(0), 2));
    let before = it.clone();
    assert_eq!(it.consume(Waiter(0), A, at(0), 3), Consume::Queued);
    let mut woken = Vec::new();
    assert!(it.cancel(Waiter(0), at(0), &mut woken));
    assert_eq!((&it, names(&woken)), (&before, vec![]));
    assert!(!it.cancel(Waiter(0), at(0), &mut woken), "it does not wait any more");

    assert_eq!(it.consume(Waiter(1), A, at(0), 3), Consume::Queued);
    assert_eq!(it.consume(Waiter(2), B, at(0), 1), Consume::Queued);
    assert_eq!(it.consume(Waiter(3), C, at(0), 1), Consume::Queued);
    assert!(it.cancel(Waiter(1), at(0), &mut woken));
    assert_eq!(names(&woken), [Waiter(2)], "there was a token for one of them");
    it.assert_ticked(at(0));
}

#[test]
fn a_leaky_bucket_has_room_for_so_many() {
    let mut it = Limiter::new(Rule::LeakyBucket(LeakyBucket::new(2, rate(10.0), Instant::ZERO)));
    assert_eq!(it.consume(Waiter(0), A, at(0), 1), Consume::Passed);
    assert_eq!(it.consume(Waiter(1), A, at(0), 1), Consume::Queued);
    assert_eq!(it.consume(Waiter(2), B, at(0), 1), Consume::Queued);
    let full = it.clone();
    assert_eq!(it.consume(Waiter(3), C, at(0), 1), Consume::Overflows);
    assert_eq!(it, full);
    assert_eq!(tick(&mut it, at(100)), [Waiter(1)]);
    assert_eq!(it.consume(Waiter(3), C, at(150), 1), Consume::Queued);
    assert_eq!(tick(&mut it, at(200)), [Waiter(2)]);
    assert_eq!(tick(&mut it, at(300)), [Waiter(3)]);
}

/// Each rule with a limit of 3.
fn rules() -> Vec<Rule> {
    let second = Duration::from_millis(1_000);
    vec![
        Rule::TokenBucket(TokenBucket::new(3, rate(2.0), Instant::ZERO)),
        Rule::LeakyBucket(LeakyBucket::new(3, rate(2.0), Instant::ZERO)),
        Rule::FixedWindow(FixedWindow::new(3, second)),
        Rule::SlidingLog(SlidingLog::new(3, second)),
        Rule::SlidingCounter(SlidingCounter::new(3, second)),
        Rule::Gcra(Gcra::new(rate(2.0), 3)),
    ]
}

#[test]
fn a_rule_at_rest_is_as_good_as_new() {
    for rule in rules() {
        let mut it = rule.clone();
        assert!(it.try_pass(at(100), 2));
        assert!(!it.is_rested(at(100)), "{rule:?}");
        assert!(it.ready_at(at(100), 3) > at(100), "{rule:?}");
        assert!(it.is_rested(at(60_000)), "{rule:?}");
        assert_eq!(it.available(at(60_000)), rule.available(at(60_000)));
    }
}

/// The specification: whoever came first goes first, as soon as the rule, asked again each time, lets it.
struct Model {
    rule: Rule,
    line: Vec<(Waiter, u32)>,
}

impl Model {
    fn serve(&mut self, now: Instant) -> Vec<Waiter> {
        let mut served = Vec::new();
        while let Some(&(waiter, units)) = self.line.first() {
            if !self.rule.clone().try_pass(now, units) {
                break;
            }
            assert!(self.rule.try_pass(now, units));
            self.line.remove(0);
            served.push(waiter);
        }
        served
    }

    fn ask(&mut self, waiter: Option<Waiter>, now: Instant, units: u32) -> Consume {
        if self.line.is_empty() && self.rule.try_pass(now, units) {
            return Consume::Passed;
        }
        let Some(waiter) = waiter else {
            return Consume::Overflows;
        };
        let waits: u32 = self.line.iter().map(|(_, units)| units).sum();
        if self.rule.room().is_some_and(|room| waits + units > room) {
            return Consume::Overflows;
        }
        self.line.push((waiter, units));
        Consume::Queued
    }
}

#[derive(Clone, Debug)]
enum Call {
    Try(u32),
    Consume(u32),
    Wait(u64),
    Cancel(usize),
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        1 => (1..4u32).prop_map(Call::Try),
        4 => (1..4u32).prop_map(Call::Consume),
        4 => (0..1_500_000u64).prop_map(Call::Wait),
        1 => any::<usize>().prop_map(Call::Cancel),
    ]
}

proptest! {
    #[test]
    fn behaves_like_a_list_before_a_rule(which in 0..6usize, calls in prop::collection::vec(call(), 0..50)) {
        let rule = rules().swap_remove(which);
        let mut it = Limiter::new(rule.clone());
        let mut model = Model { rule, line: Vec::new() };
        let mut now = Instant::ZERO;
        for (step, call) in calls.into_iter().enumerate() {
            let waiter = Waiter(step as u32);
            match call {
                Call::Try(units) => {
                    let passed = model.ask(None, now, units) == Consume::Passed;
                    prop_assert_eq!(it.try_consume(now, units), passed);
                }
                Call::Consume(units) => {
                    let outcome = model.ask(Some(waiter), now, units);
                    prop_assert_eq!(it.consume(waiter, A, now, units), outcome);
                }
                Call::Wait(micros) => {
                    // The limiter says itself when it has to be asked: nobody is served between its deadlines.
                    let until = Instant(now.0 + micros);
                    while let Some(deadline) = it.deadline().filter(|&deadline| deadline <= until) {
                        let just_before = Instant(deadline.0.saturating_sub(1)).max(now);
                        if just_before < deadline {
                            prop_assert_eq!(model.serve(just_before), vec![]);
                        }
                        now = deadline;
                        let woken = tick(&mut it, now);
                        prop_assert!(!woken.is_empty(), "a deadline at which nothing happens");
                        prop_assert_eq!(woken, model.serve(now));
                    }
                    now = until;
                    prop_assert_eq!(model.serve(now), vec![]);
                }
                Call::Cancel(pick) => {
                    let mut woken = Vec::new();
                    prop_assert!(!it.cancel(Waiter(u32::MAX), now, &mut woken), "a waiter that was never queued");
                    if !model.line.is_empty() {
                        let (waiter, _) = model.line.remove(pick % model.line.len());
                        prop_assert!(it.cancel(waiter, now, &mut woken));
                        prop_assert_eq!(names(&woken), model.serve(now));
                    }
                }
            }
            it.assert_invariants(now);
            it.assert_ticked(now);
            let line: Vec<_> = it.queue().map(|waiting| (waiting.waiter, waiting.units)).collect();
            prop_assert_eq!(&line, &model.line);
        }
    }
}

/// Three actors with three operations each; actor `i` waits as `Waiter(i)`. Time moves to the next deadline, or by a step.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: Limiter,
    now: Instant,
    operations_left: [u8; 3],
    waits: [bool; 3],
    passed: Vec<(Instant, u32)>,
}

impl Scene {
    fn notice(&mut self, before: &Limiter, woken: &[Passage]) {
        for waiter in names(woken) {
            let units = before
                .queue()
                .find(|entry| entry.waiter == waiter)
                .expect("it waited")
                .units;
            assert!(std::mem::take(&mut self.waits[waiter.0 as usize]), "{self:?}");
            self.passed.push((self.now, units));
        }
    }

    fn moves(&self, actor: usize, next: &mut Vec<Self>) {
        let waiter = Waiter(actor as u32);
        if self.operations_left[actor] == 0 {
            return;
        }
        let mut scene = self.clone();
        scene.operations_left[actor] -= 1;
        if scene.waits[actor] {
            let mut woken = Vec::new();
            assert!(scene.it.cancel(waiter, scene.now, &mut woken));
            scene.waits[actor] = false;
            scene.notice(&self.it, &woken);
            next.push(scene);
            return;
        }
        for units in 1..=2 {
            let mut asking = scene.clone();
            match asking.it.consume(waiter, Actor(actor as u32), asking.now, units) {
                Consume::Passed => asking.passed.push((asking.now, units)),
                Consume::Queued => asking.waits[actor] = true,
                Consume::Overflows => assert_eq!(asking.it, scene.it),
            }
            next.push(asking);
        }
    }

    fn time_passes(&self, next: &mut Vec<Self>) {
        let Some(deadline) = self.it.deadline() else {
            return;
        };
        let mut scene = self.clone();
        scene.now = deadline;
        let mut woken = Vec::new();
        scene.it.tick(deadline, &mut woken);
        scene.notice(&self.it, &woken);
        next.push(scene);
    }

    fn assert_good(&self) {
        self.it.assert_invariants(self.now);
        self.it.assert_ticked(self.now);
        for actor in 0..3 {
            let queued = self.it.queue().any(|waiting| waiting.waiter.0 == actor as u32);
            assert_eq!(queued, self.waits[actor], "{self:?}");
        }
    }
}

/// Most units that passed within any stretch of a length.
fn most_within(passed: &[(Instant, u32)], window: Duration) -> u32 {
    let within = |from: Instant| {
        let inside = passed
            .iter()
            .filter(|(at, _)| *at >= from && *at < from.saturating_add(window));
        inside.map(|(_, units)| units).sum()
    };
    passed.iter().map(|&(from, _)| within(from)).max().unwrap_or(0)
}

#[test]
fn in_every_order_of_three_operations_by_three_actors_no_rule_is_broken_and_nobody_waits_for_ever() {
    let second = Duration::from_millis(1_000);
    let half = Duration::from_millis(500);
    for (rule, window, most) in [
        (
            Rule::TokenBucket(TokenBucket::new(2, rate(2.0), Instant::ZERO)),
            half,
            2,
        ),
        (
            Rule::LeakyBucket(LeakyBucket::new(2, rate(2.0), Instant::ZERO)),
            half,
            2,
        ),
        (Rule::FixedWindow(FixedWindow::new(2, second)), second, 4),
        (Rule::SlidingLog(SlidingLog::new(2, second)), second, 2),
        (Rule::SlidingCounter(SlidingCounter::new(2, second)), second, 4),
        (Rule::Gcra(Gcra::new(rate(2.0), 2)), half, 2),
    ] {
        let start = Scene {
            it: Limiter::new(rule.clone()),
            now: Instant::ZERO,
            operations_left: [3; 3],
            waits: [false; 3],
            passed: Vec::new(),
        };
        let successors = |scene: &Scene, next: &mut Vec<Scene>| {
            (0..3).for_each(|actor| scene.moves(actor, next));
            scene.time_passes(next);
            next.iter().for_each(Scene::assert_good);
        };
        let at_end = |scene: &Scene| {
            assert_eq!(scene.waits, [false; 3], "time lets everybody pass: {scene:?}");
            assert!(most_within(&scene.passed, window) <= most, "{scene:?}");
        };
        let coverage = explore(start, successors, at_end);
        assert!(coverage.states > 1_000 && coverage.ends > 10, "{rule:?}: {coverage:?}");
    }
}
