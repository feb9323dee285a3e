//! Stories of the semaphore, a model test against a naive specification, and every order of three actors' operations.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const A: Actor = Actor(0);
const B: Actor = Actor(1);
const C: Actor = Actor(2);

fn semaphore(permits: u32, fairness: Fairness) -> Semaphore {
    Semaphore::new(SemaphoreOptions {
        permits,
        max: None,
        fairness,
    })
}

fn holders(semaphore: &Semaphore) -> Vec<Actor> {
    semaphore.holders().collect()
}

fn release(semaphore: &mut Semaphore, actor: Actor) -> Vec<Woken> {
    let mut woken = Vec::new();
    semaphore.release(actor, &mut woken).expect("no maximum is set");
    semaphore.assert_invariants();
    woken
}

#[test]
fn a_fair_release_hands_the_permit_to_the_longest_waiter() {
    let mut it = semaphore(1, Fairness::Fair);
    assert_eq!(it.acquire(Waiter(0), A), Acquire::Granted);
    assert_eq!(it.acquire(Waiter(1), B), Acquire::Queued);
    assert_eq!(it.acquire(Waiter(2), C), Acquire::Queued);
    assert_eq!(it.queue().collect::<Vec<_>>(), [(Waiter(1), B), (Waiter(2), C)]);

    assert_eq!(release(&mut it, A), [Woken::Granted(Waiter(1), B)]);
    assert_eq!((it.available(), holders(&it), it.waiting()), (0, vec![B], 1));
    assert!(!it.try_acquire(A), "the permit was never free in between");
    assert_eq!(release(&mut it, B), [Woken::Granted(Waiter(2), C)]);
    assert_eq!(release(&mut it, C), []);
    assert_eq!((it.available(), holders(&it)), (1, vec![]));
}

#[test]
fn a_barging_release_wakes_all_and_a_newcomer_may_be_faster() {
    let mut it = semaphore(1, Fairness::Barging);
    assert!(it.try_acquire(A));
    assert_eq!(it.acquire(Waiter(1), B), Acquire::Queued);
    assert_eq!(it.acquire(Waiter(2), C), Acquire::Queued);
    assert_eq!(
        release(&mut it, A),
        [Woken::Retry(Waiter(1), B), Woken::Retry(Waiter(2), C)]
    );
    assert_eq!((it.available(), it.waiting()), (1, 2), "free, and the woken still wait");

    assert_eq!(it.acquire(Waiter(3), A), Acquire::Granted, "A barges in");
    assert_eq!(it.retry(Waiter(1)), Acquire::Queued);
    assert_eq!(
        it.queue().map(|(waiter, _)| waiter).collect::<Vec<_>>(),
        [Waiter(1), Waiter(2)],
        "its place is kept"
    );
    assert_eq!(
        release(&mut it, A),
        [Woken::Retry(Waiter(1), B)],
        "waiter 2 has a wake-up left to answer"
    );
    assert_eq!(
        it.retry(Waiter(2)),
        Acquire::Granted,
        "the second in the queue may ask first"
    );
    assert_eq!(it.retry(Waiter(1)), Acquire::Queued);
    assert_eq!(holders(&it), [C]);
    it.assert_invariants();
}

#[test]
fn cancelling_leaves_no_trace() {
    for fairness in [Fairness::Fair, Fairness::Barging] {
        let mut it = semaphore(1, fairness);
        assert!(it.try_acquire(A));
        assert_eq!(it.acquire(Waiter(2), C), Acquire::Queued);
        let before = it.clone();
        assert_eq!(it.acquire(Waiter(1), B), Acquire::Queued);
        assert!(it.cancel(Waiter(1)));
        assert_eq!(it, before, "{fairness:?}");
        assert!(!it.cancel(Waiter(1)), "it does not wait any more");
    }
}

#[test]
fn a_woken_waiter_that_is_cancelled_takes_no_wake_up_along() {
    let mut it = semaphore(1, Fairness::Barging);
    assert!(it.try_acquire(A));
    assert_eq!(it.acquire(Waiter(1), B), Acquire::Queued);
    assert_eq!(it.acquire(Waiter(2), C), Acquire::Queued);
    assert_eq!(release(&mut it, A).len(), 2);
    assert!(it.cancel(Waiter(1)));
    it.assert_invariants();
    assert_eq!(it.retry(Waiter(2)), Acquire::Granted);
}

#[test]
fn a_granted_waiter_can_no_longer_be_cancelled() {
    let mut it = semaphore(0, Fairness::Fair);
    assert_eq!(it.acquire(Waiter(1), B), Acquire::Queued);
    assert_eq!(release(&mut it, A), [Woken::Granted(Waiter(1), B)]);
    assert!(!it.cancel(Waiter(1)));
}

#[test]
fn holders_are_told_once_for_each_permit() {
    let mut it = semaphore(4, Fairness::Fair);
    for actor in [A, B, A, C] {
        assert!(it.try_acquire(actor));
    }
    assert_eq!(holders(&it), [A, B, A, C]);
    assert_eq!(release(&mut it, A), []);
    assert_eq!(holders(&it), [B, A, C]);
    assert_eq!(release(&mut it, C), []);
    assert_eq!(holders(&it), [B, A]);
    assert!(!it.used_as_signal());
}

#[test]
fn whoever_holds_a_permit_among_many_can_give_it_back() {
    for held in [1, 15, 16, 17, 64, 100] {
        for from in 0..held {
            let mut it = semaphore(held, Fairness::Fair);
            for number in 0..held {
                assert!(it.try_acquire(Actor(number)));
            }
            for step in 0..held {
                assert_eq!(release(&mut it, Actor((from + step * 7) % held)), []);
                if held % 7 == 0 {
                    break;
                }
            }
            assert!(!it.used_as_signal(), "{held} {from}");
        }
    }
}

#[test]
fn a_release_by_a_stranger_makes_it_a_signal_for_good() {
    let mut it = semaphore(1, Fairness::Fair);
    assert!(it.try_acquire(A));
    assert_eq!(release(&mut it, B), []);
    assert!(it.used_as_signal());
    assert_eq!((it.available(), holders(&it)), (1, vec![]));
    let before = it.clone();
    assert!(it.try_acquire(C));
    assert_eq!(release(&mut it, A), []);
    assert_eq!(it, before, "a signal that goes round comes back to the same state");
}

#[test]
fn a_release_above_the_maximum_changes_nothing() {
    let mut it = Semaphore::new(SemaphoreOptions {
        permits: 1,
        max: Some(2),
        fairness: Fairness::Fair,
    });
    assert_eq!(release(&mut it, A), [], "above the initial permits, below the maximum");
    let before = it.clone();
    let mut woken = Vec::new();
    assert_eq!(it.release(A, &mut woken), Err(ReleaseError::AboveMax { max: 2 }));
    assert_eq!((it, woken), (before, vec![]));
}

/// The specification: a count and a list. After each call, whoever the rule lets in is let in, one by one.
#[derive(Debug)]
struct Model {
    fairness: Fairness,
    max: u32,
    available: u32,
    /// Meaningless once it is a signal; the specification then just does not look any more.
    holders: Vec<Actor>,
    signal: bool,
    /// Waiter, its actor, and whether it was woken to retry.
    queue: Vec<(Waiter, Actor, bool)>,
}

impl Model {
    fn take(&mut self, actor: Actor) -> bool {
        let taken = self.available > 0;
        if taken {
            self.available -= 1;
            self.holders.push(actor);
        }
        taken
    }

    fn release(&mut self, actor: Actor) -> Option<Vec<Woken>> {
        if self.available == self.max {
            return None;
        }
        match self.holders.iter().rposition(|holder| *holder == actor) {
            Some(position) => drop(self.holders.remove(position)),
            None => self.signal = true,
        }
        self.available += 1;
        let mut woken = Vec::new();
        match self.fairness {
            Fairness::Fair => {
                while self.available > 0 && !self.queue.is_empty() {
                    let (waiter, actor, _) = self.queue.remove(0);
                    self.take(actor);
                    woken.push(Woken::Granted(waiter, actor));
                }
            }
            Fairness::Barging => {
                for (waiter, actor, retrying) in self.queue.iter_mut().filter(|(_, _, retrying)| !retrying) {
                    *retrying = true;
                    woken.push(Woken::Retry(*waiter, *actor));
                }
            }
        }
        Some(woken)
    }
}

#[derive(Clone, Debug)]
enum Call {
    TryAcquire(u32),
    Acquire(u32),
    Release(u32),
    /// The number picks among those who may.
    Retry(usize),
    Cancel(usize),
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        1 => (0..3u32).prop_map(Call::TryAcquire),
        4 => (0..3u32).prop_map(Call::Acquire),
        4 => (0..3u32).prop_map(Call::Release),
        3 => any::<usize>().prop_map(Call::Retry),
        1 => any::<usize>().prop_map(Call::Cancel),
    ]
}

proptest! {
    #[test]
    fn behaves_like_a_count_and_a_list(
        permits in 0..3u32,
        spare in prop::option::of(0..2u32),
        fairness in prop_oneof![Just(Fairness::Fair), Just(Fairness::Barging)],
        calls in prop::collection::vec(call(), 0..60),
    ) {
        let max = spare.map(|spare| permits + spare);
        let mut it = Semaphore::new(SemaphoreOptions { permits, max, fairness });
        let mut model = Model {
            fairness,
            max: max.unwrap_or(u32::MAX),
            available: permits,
            holders: Vec::new(),
            signal: false,
            queue: Vec::new(),
        };
        for (step, call) in calls.into_iter().enumerate() {
            match call {
                Call::TryAcquire(actor) => prop_assert_eq!(it.try_acquire(Actor(actor)), model.take(Actor(actor))),
                Call::Acquire(actor) => {
                    let (waiter, actor) = (Waiter(step as u32), Actor(actor));
                    let granted = it.acquire(waiter, actor) == Acquire::Granted;
                    prop_assert_eq!(granted, model.take(actor));
                    if !granted {
                        model.queue.push((waiter, actor, false));
                    }
                }
                Call::Release(actor) => {
                    let mut woken = Vec::new();
                    let done = it.release(Actor(actor), &mut woken).is_ok();
                    prop_assert_eq!(done.then_some(woken), model.release(Actor(actor)));
                }
                Call::Retry(pick) => {
                    let able: Vec<usize> = (0..model.queue.len()).filter(|at| model.queue[*at].2).collect();
                    let Some(at) = able.get(pick % able.len().max(1)).copied() else { continue };
                    let (waiter, actor, _) = model.queue[at];
                    let granted = it.retry(waiter) == Acquire::Granted;
                    prop_assert_eq!(granted, model.take(actor));
                    if granted {
                        model.queue.remove(at);
                    } else {
                        model.queue[at].2 = false;
                    }
                }
                Call::Cancel(pick) => {
                    prop_assert!(!it.cancel(Waiter(u32::MAX)), "a waiter that was never queued");
                    if !model.queue.is_empty() {
                        let (waiter, _, _) = model.queue.remove(pick % model.queue.len());
                        prop_assert!(it.cancel(waiter));
                    }
                }
            }
            it.assert_invariants();
            prop_assert_eq!(it.available(), model.available);
            prop_assert_eq!(it.used_as_signal(), model.signal);
            // Permits of one actor are alike: which of them goes back, nobody can tell.
            let (mut held, mut expected) = (holders(&it), if model.signal { Vec::new() } else { model.holders.clone() });
            held.sort_unstable();
            expected.sort_unstable();
            prop_assert_eq!(held, expected);
            let queue: Vec<_> = model.queue.iter().map(|(waiter, actor, _)| (*waiter, *actor)).collect();
            prop_assert_eq!(it.queue().collect::<Vec<_>>(), queue);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Status {
    Idle,
    Asleep,
    Retrying,
}

/// Three actors with three operations each; actor `i` waits as `Waiter(i)`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: Semaphore,
    operations_left: [u8; 3],
    status: [Status; 3],
    held: [u32; 3],
}

impl Scene {
    fn settle(mut self, actor: usize, outcome: Acquire, next: &mut Vec<Self>) {
        match outcome {
            Acquire::Granted => {
                self.status[actor] = Status::Idle;
                self.held[actor] += 1;
            }
            Acquire::Queued => self.status[actor] = Status::Asleep,
        }
        next.push(self);
    }

    fn notice(&mut self, woken: Vec<Woken>) {
        for wake_up in woken {
            let (waiter, status) = match wake_up {
                Woken::Granted(waiter, _) => (waiter.0 as usize, Status::Idle),
                Woken::Retry(waiter, _) => (waiter.0 as usize, Status::Retrying),
            };
            assert_eq!(self.status[waiter], Status::Asleep, "woken without sleeping: {self:?}");
            self.status[waiter] = status;
            self.held[waiter] += u32::from(status == Status::Idle);
        }
    }

    /// Every operation that `actor` can do now. Answering a wake-up belongs to the operation that waited.
    fn moves(&self, actor: usize, next: &mut Vec<Self>) {
        let (waiter, id) = (Waiter(actor as u32), Actor(actor as u32));
        if self.status[actor] == Status::Retrying {
            let mut scene = self.clone();
            let outcome = scene.it.retry(waiter);
            scene.settle(actor, outcome, next);
        }
        if self.operations_left[actor] == 0 {
            return;
        }
        let mut scene = self.clone();
        scene.operations_left[actor] -= 1;
        if self.status[actor] != Status::Idle {
            assert!(scene.it.cancel(waiter));
            scene.status[actor] = Status::Idle;
            next.push(scene);
            return;
        }
        let mut acquiring = scene.clone();
        let outcome = acquiring.it.acquire(waiter, id);
        acquiring.settle(actor, outcome, next);
        let mut trying = scene.clone();
        match trying.it.try_acquire(id) {
            true => trying.settle(actor, Acquire::Granted, next),
            false => next.push(trying),
        }
        if scene.held[actor] > 0 {
            let mut woken = Vec::new();
            scene.held[actor] -= 1;
            scene.it.release(id, &mut woken).expect("no maximum is set");
            scene.notice(woken);
            next.push(scene);
        }
    }

    fn assert_good(&self) {
        self.it.assert_invariants();
        assert_eq!(
            self.held.iter().sum::<u32>() + self.it.available(),
            self.it.initial(),
            "{self:?}"
        );
        for actor in 0..3 {
            let booked = self.it.holders().filter(|holder| holder.0 == actor as u32).count();
            assert_eq!(booked, self.held[actor] as usize, "{self:?}");
            let queued = self.it.queue().any(|(waiter, _)| waiter.0 == actor as u32);
            assert_eq!(queued, self.status[actor] != Status::Idle, "{self:?}");
            assert!(
                self.status[actor] != Status::Asleep || self.it.available() == 0,
                "a lost wake-up: {self:?}"
            );
        }
        assert!(!self.it.used_as_signal());
    }
}

#[test]
fn every_order_of_three_operations_by_three_actors_keeps_every_permit_accounted_for() {
    for (permits, fairness) in [
        (1, Fairness::Fair),
        (2, Fairness::Fair),
        (1, Fairness::Barging),
        (2, Fairness::Barging),
    ] {
        let start = Scene {
            it: semaphore(permits, fairness),
            operations_left: [3; 3],
            status: [Status::Idle; 3],
            held: [0; 3],
        };
        let successors = |scene: &Scene, next: &mut Vec<Scene>| {
            (0..3).for_each(|actor| scene.moves(actor, next));
            next.iter().for_each(Scene::assert_good);
        };
        // Nobody can move any more: whoever still waits, waits for a permit that somebody kept.
        let at_end = |scene: &Scene| {
            assert!(!scene.status.contains(&Status::Retrying), "{scene:?}");
            let someone_waits = scene.status.contains(&Status::Asleep);
            assert!(!someone_waits || scene.held.iter().sum::<u32>() == permits, "{scene:?}");
        };
        let coverage = explore(start, successors, at_end);
        assert!(
            coverage.states > 1_000 && coverage.ends > 10,
            "{fairness:?} with {permits}: {coverage:?}"
        );
    }
}
