//! Stories of the mutex, a model test against a naive specification, and every order of three actors' operations.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const A: Actor = Actor(0);
const B: Actor = Actor(1);
const C: Actor = Actor(2);

fn mutex(fairness: Fairness, reentrancy: Reentrancy) -> Mutex {
    Mutex::new(MutexOptions {
        fairness,
        reentrancy,
        inheritance: Inheritance::None,
    })
}

fn unlock(mutex: &mut Mutex, actor: Actor) -> Vec<Woken> {
    let mut woken = Vec::new();
    mutex.unlock(actor, &mut woken).expect("the actor is the owner");
    mutex.assert_invariants();
    woken
}

#[test]
fn a_fair_unlock_makes_the_longest_waiter_the_owner() {
    let mut it = mutex(Fairness::Fair, Reentrancy::NonReentrant);
    assert_eq!(it.lock(Waiter(0), A), Lock::Acquired);
    assert_eq!(it.lock(Waiter(1), B), Lock::Queued);
    assert_eq!(it.lock(Waiter(2), C), Lock::Queued);
    assert_eq!((it.owner(), it.holds(), it.waiting()), (Some(A), 1, 2));

    assert_eq!(unlock(&mut it, A), [Woken::Granted(Waiter(1), B)]);
    assert_eq!(it.owner(), Some(B));
    assert!(!it.try_lock(A), "it was never free in between");
    assert_eq!(unlock(&mut it, B), [Woken::Granted(Waiter(2), C)]);
    assert_eq!(unlock(&mut it, C), []);
    assert_eq!((it.owner(), it.holds()), (None, 0));
    assert!(it.try_lock(A));
}

#[test]
fn a_barging_unlock_wakes_all_and_a_newcomer_may_be_faster() {
    let mut it = mutex(Fairness::Barging, Reentrancy::NonReentrant);
    assert!(it.try_lock(A));
    assert_eq!(it.lock(Waiter(1), B), Lock::Queued);
    assert_eq!(it.lock(Waiter(2), C), Lock::Queued);
    assert_eq!(
        unlock(&mut it, A),
        [Woken::Retry(Waiter(1), B), Woken::Retry(Waiter(2), C)]
    );
    assert_eq!((it.owner(), it.waiting()), (None, 2), "free, and the woken still wait");

    assert_eq!(it.lock(Waiter(3), A), Lock::Acquired, "A barges in");
    assert_eq!(it.retry(Waiter(1)), Lock::Queued);
    assert_eq!(
        it.queue().collect::<Vec<_>>(),
        [(Waiter(1), B), (Waiter(2), C)],
        "its place is kept"
    );
    assert_eq!(
        unlock(&mut it, A),
        [Woken::Retry(Waiter(1), B)],
        "waiter 2 has a wake-up left to answer"
    );
    assert_eq!(
        it.retry(Waiter(2)),
        Lock::Acquired,
        "the second in the queue may ask first"
    );
    assert_eq!(it.owner(), Some(C));
}

#[test]
fn locking_again_waits_unless_the_mutex_is_reentrant() {
    let mut plain = mutex(Fairness::Fair, Reentrancy::NonReentrant);
    assert!(plain.try_lock(A));
    assert!(!plain.try_lock(A));
    assert_eq!(plain.lock(Waiter(1), A), Lock::Queued);
    plain.assert_invariants();

    let mut reentrant = mutex(Fairness::Fair, Reentrancy::Reentrant);
    assert_eq!(reentrant.lock(Waiter(0), A), Lock::Acquired);
    assert_eq!(reentrant.lock(Waiter(1), A), Lock::Acquired);
    assert!(reentrant.try_lock(A));
    assert_eq!(reentrant.holds(), 3);
    assert_eq!(reentrant.lock(Waiter(2), B), Lock::Queued);
    assert_eq!(unlock(&mut reentrant, A), []);
    assert_eq!(unlock(&mut reentrant, A), []);
    assert_eq!(
        unlock(&mut reentrant, A),
        [Woken::Granted(Waiter(2), B)],
        "the last hold unlocks"
    );
    assert_eq!((reentrant.owner(), reentrant.holds()), (Some(B), 1));
}

#[test]
fn only_the_owner_unlocks() {
    let mut it = mutex(Fairness::Fair, Reentrancy::NonReentrant);
    let mut woken = Vec::new();
    assert_eq!(it.unlock(A, &mut woken), Err(UnlockError::NotLocked));
    assert!(it.try_lock(A));
    assert_eq!(it.lock(Waiter(1), B), Lock::Queued);
    let before = it.clone();
    assert_eq!(it.unlock(B, &mut woken), Err(UnlockError::NotOwner { owner: A }));
    assert_eq!((it, woken), (before, vec![]));
}

#[test]
fn cancelling_leaves_no_trace_and_takes_no_wake_up_along() {
    for fairness in [Fairness::Fair, Fairness::Barging] {
        let mut it = mutex(fairness, Reentrancy::NonReentrant);
        assert!(it.try_lock(A));
        let before = it.clone();
        assert_eq!(it.lock(Waiter(1), B), Lock::Queued);
        assert!(it.cancel(Waiter(1)));
        assert!(!it.cancel(Waiter(1)));
        assert_eq!(it, before, "{fairness:?}");
    }
    let mut it = mutex(Fairness::Barging, Reentrancy::NonReentrant);
    assert!(it.try_lock(A));
    assert_eq!(it.lock(Waiter(1), B), Lock::Queued);
    assert_eq!(it.lock(Waiter(2), C), Lock::Queued);
    assert_eq!(unlock(&mut it, A).len(), 2);
    assert!(it.cancel(Waiter(1)));
    assert_eq!(it.retry(Waiter(2)), Lock::Acquired);
}

#[derive(Clone, Debug)]
enum Call {
    TryLock(u32),
    Lock(u32),
    Unlock(u32),
    /// The number picks among those who may.
    Retry(usize),
    Cancel(usize),
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        1 => (0..3u32).prop_map(Call::TryLock),
        4 => (0..3u32).prop_map(Call::Lock),
        5 => (0..3u32).prop_map(Call::Unlock),
        3 => any::<usize>().prop_map(Call::Retry),
        1 => any::<usize>().prop_map(Call::Cancel),
    ]
}

/// The specification: a stack of holds, all by one actor, and a list of those who wait.
#[derive(Debug)]
struct Model {
    options: MutexOptions,
    holds: Vec<Actor>,
    /// Waiter, its actor, and whether it was woken to retry.
    queue: Vec<(Waiter, Actor, bool)>,
}

impl Model {
    fn take(&mut self, actor: Actor) -> bool {
        let again = self.options.reentrancy == Reentrancy::Reentrant && self.holds.contains(&actor);
        let taken = self.holds.is_empty() || again;
        if taken {
            self.holds.push(actor);
        }
        taken
    }

    fn unlock(&mut self, actor: Actor) -> Result<Vec<Woken>, UnlockError> {
        match self.holds.pop() {
            None => return Err(UnlockError::NotLocked),
            Some(owner) if owner != actor => {
                self.holds.push(owner);
                return Err(UnlockError::NotOwner { owner });
            }
            Some(_) => {}
        }
        let mut woken = Vec::new();
        if self.holds.is_empty() && self.options.fairness == Fairness::Fair && !self.queue.is_empty() {
            let (waiter, next, _) = self.queue.remove(0);
            self.holds.push(next);
            woken.push(Woken::Granted(waiter, next));
        }
        if self.holds.is_empty() {
            for (waiter, actor, retrying) in self.queue.iter_mut().filter(|(_, _, retrying)| !retrying) {
                *retrying = true;
                woken.push(Woken::Retry(*waiter, *actor));
            }
        }
        Ok(woken)
    }
}

proptest! {
    #[test]
    fn behaves_like_a_stack_of_holds_and_a_list(
        fairness in prop_oneof![Just(Fairness::Fair), Just(Fairness::Barging)],
        reentrancy in prop_oneof![Just(Reentrancy::NonReentrant), Just(Reentrancy::Reentrant)],
        calls in prop::collection::vec(call(), 0..60),
    ) {
        let options = MutexOptions {
            fairness,
            reentrancy,
            inheritance: Inheritance::None,
        };
        let mut it = Mutex::new(options.clone());
        let mut model = Model { options, holds: Vec::new(), queue: Vec::new() };
        for (step, call) in calls.into_iter().enumerate() {
            match call {
                Call::TryLock(actor) => prop_assert_eq!(it.try_lock(Actor(actor)), model.take(Actor(actor))),
                Call::Lock(actor) => {
                    let (waiter, actor) = (Waiter(step as u32), Actor(actor));
                    let acquired = it.lock(waiter, actor) == Lock::Acquired;
                    prop_assert_eq!(acquired, model.take(actor));
                    if !acquired {
                        model.queue.push((waiter, actor, false));
                    }
                }
                Call::Unlock(actor) => {
                    let mut woken = Vec::new();
                    let result = it.unlock(Actor(actor), &mut woken);
                    prop_assert_eq!(result.map(|()| woken), model.unlock(Actor(actor)));
                }
                Call::Retry(pick) => {
                    let able: Vec<usize> = (0..model.queue.len()).filter(|at| model.queue[*at].2).collect();
                    let Some(at) = able.get(pick % able.len().max(1)).copied() else { continue };
                    let (waiter, actor, _) = model.queue[at];
                    let acquired = it.retry(waiter) == Lock::Acquired;
                    prop_assert_eq!(acquired, model.take(actor));
                    if acquired {
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
            prop_assert_eq!(it.owner(), model.holds.first().copied());
            prop_assert_eq!(it.holds() as usize, model.holds.len());
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
    it: Mutex,
    operations_left: [u8; 3],
    status: [Status; 3],
    holds: [u32; 3],
}

impl Scene {
    fn settle(mut self, actor: usize, outcome: Lock, next: &mut Vec<Self>) {
        match outcome {
            Lock::Acquired => {
                self.status[actor] = Status::Idle;
                self.holds[actor] += 1;
            }
            Lock::Queued => self.status[actor] = Status::Asleep,
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
            self.holds[waiter] += u32::from(status == Status::Idle);
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
        let mut locking = scene.clone();
        let outcome = locking.it.lock(waiter, id);
        locking.settle(actor, outcome, next);
        let mut trying = scene.clone();
        match trying.it.try_lock(id) {
            true => trying.settle(actor, Lock::Acquired, next),
            false => next.push(trying),
        }
        let mut woken = Vec::new();
        let unlocked = scene.it.unlock(id, &mut woken);
        assert_eq!(unlocked.is_ok(), self.holds[actor] > 0, "{self:?}");
        if unlocked.is_ok() {
            scene.holds[actor] -= 1;
        }
        scene.notice(woken);
        next.push(scene);
    }

    fn assert_good(&self) {
        self.it.assert_invariants();
        let owners: Vec<u32> = (0..3).filter(|actor| self.holds[*actor as usize] > 0).collect();
        assert!(owners.len() <= 1, "mutual exclusion: {self:?}");
        assert_eq!(
            self.it.owner().map(|actor| actor.0),
            owners.first().copied(),
            "{self:?}"
        );
        assert_eq!(self.it.holds(), self.holds.iter().sum::<u32>(), "{self:?}");
        for actor in 0..3 {
            let queued = self.it.queue().any(|(waiter, _)| waiter.0 == actor as u32);
            assert_eq!(queued, self.status[actor] != Status::Idle, "{self:?}");
            assert!(
                self.status[actor] != Status::Asleep || !owners.is_empty(),
                "a lost wake-up: {self:?}"
            );
        }
    }
}

#[test]
fn every_order_of_three_operations_by_three_actors_excludes_all_but_one() {
    for fairness in [Fairness::Fair, Fairness::Barging] {
        for reentrancy in [Reentrancy::NonReentrant, Reentrancy::Reentrant] {
            let start = Scene {
                it: mutex(fairness, reentrancy),
                operations_left: [3; 3],
                status: [Status::Idle; 3],
                holds: [0; 3],
            };
            let successors = |scene: &Scene, next: &mut Vec<Scene>| {
                (0..3).for_each(|actor| scene.moves(actor, next));
                next.iter().for_each(Scene::assert_good);
            };
            // Nobody can move any more: whoever still waits, waits for an owner that never unlocked.
            let at_end = |scene: &Scene| {
                assert!(!scene.status.contains(&Status::Retrying), "{scene:?}");
                assert!(
                    !scene.status.contains(&Status::Asleep) || scene.it.owner().is_some(),
                    "{scene:?}"
                );
            };
            let coverage = explore(start, successors, at_end);
            assert!(
                coverage.states > 1_000 && coverage.ends > 10,
                "{fairness:?}, {reentrancy:?}: {coverage:?}"
            );
        }
    }
}
