//! Stories of the condition, a model test with the mutex against plain lists, and every order of three actors that lock,
//! wait, notify and unlock.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;
use crate::{Fairness, Inheritance, MutexOptions, Reentrancy};

const A: Actor = Actor(0);
const B: Actor = Actor(1);

fn mutex(reentrancy: Reentrancy) -> Mutex {
    Mutex::new(MutexOptions {
        fairness: Fairness::Fair,
        reentrancy,
        inheritance: Inheritance::None,
    })
}

#[test]
fn a_wait_gives_the_mutex_up_and_is_over_when_it_has_it_again() {
    let (mut it, mut mutex) = (Condition::new(()), mutex(Reentrancy::NonReentrant));
    let mut woken = Vec::new();
    assert!(mutex.try_lock(A));
    assert_eq!(it.wait(Waiter(1), A, &mut mutex, &mut woken), Ok(1));
    assert_eq!((mutex.owner(), it.waiting()), (None, 1));
    assert!(mutex.try_lock(B));
    let leaver = it.notify_one(&mut mutex).expect("A waits");
    assert_eq!((leaver.waiter, leaver.actor, leaver.lock), (Waiter(1), A, Lock::Queued));
    assert_eq!((it.waiting(), it.returning()), (0, 1));
    assert_eq!(mutex.unlock(B, &mut woken), Ok(()));
    assert_eq!(woken, [Woken::Granted(Waiter(1), A)]);
    assert_eq!(it.returned(Waiter(1), &mut mutex), 0, "no further holds");
    assert_eq!((mutex.owner(), it.returning()), (Some(A), 0));
    assert!(it.notify_one(&mut mutex).is_none(), "nobody waits, and nothing is kept");
}

#[test]
fn only_the_owner_may_wait_and_all_its_holds_come_back() {
    let (mut it, mut mutex) = (Condition::new(()), mutex(Reentrancy::Reentrant));
    let mut woken = Vec::new();
    assert_eq!(
        it.wait(Waiter(1), A, &mut mutex, &mut woken),
        Err(UnlockError::NotLocked)
    );
    assert!(mutex.try_lock(B));
    let before = (it.clone(), mutex.clone());
    assert_eq!(
        it.wait(Waiter(1), A, &mut mutex, &mut woken),
        Err(UnlockError::NotOwner { owner: B })
    );
    assert_eq!((it.clone(), mutex.clone()), before);
    assert!(mutex.try_lock(B));
    assert_eq!(it.wait(Waiter(1), B, &mut mutex, &mut woken), Ok(2));
    assert_eq!(
        it.notify_all(&mut mutex).first().map(|leaver| leaver.lock),
        Some(Lock::Acquired)
    );
    assert_eq!(it.returned(Waiter(1), &mut mutex), 1);
    assert_eq!(mutex.holds(), 2);
}

#[test]
fn whose_wait_ended_early_is_owed_the_mutex_whether_it_was_notified_or_not() {
    for is_notified in [false, true] {
        let (mut it, mut mutex) = (Condition::new(()), mutex(Reentrancy::Reentrant));
        let mut woken = Vec::new();
        assert!(mutex.try_lock(A) && mutex.try_lock(A));
        assert_eq!(it.wait(Waiter(1), A, &mut mutex, &mut woken), Ok(2));
        assert!(mutex.try_lock(B));
        if is_notified {
            assert!(it.notify_one(&mut mutex).is_some());
        }
        assert!(it.cancel(Waiter(1), &mut mutex));
        assert!(!it.cancel(Waiter(1), &mut mutex));
        assert_eq!((it.waiting(), it.returning(), mutex.waiting()), (0, 0, 0));
        it.assert_invariants();
        assert_eq!(it.relock(Waiter(2), B, &mut mutex), None, "B is owed nothing");
        assert_eq!(it.relock(Waiter(2), A, &mut mutex), Some(Lock::Queued));
        assert_eq!(mutex.unlock(B, &mut woken), Ok(()));
        assert_eq!(it.returned(Waiter(2), &mut mutex), 1);
        assert_eq!((mutex.owner(), mutex.holds()), (Some(A), 2));
        assert_eq!(it, Condition::new(()), "no trace is left");
    }
}

proptest! {
    /// The specification: two lists and an owner.
    #[test]
    fn behaves_like_two_queues(calls in prop::collection::vec((0..6u8, 0..3u32), 0..80)) {
        let (mut it, mut mutex) = (Condition::new(()), mutex(Reentrancy::NonReentrant));
        let (mut owner, mut waits, mut locks) = (None, Vec::<u32>::new(), Vec::<u32>::new());
        for (call, actor) in calls {
            let (waiter, id, is_idle) = (Waiter(actor), Actor(actor), !waits.contains(&actor) && !locks.contains(&actor));
            let mut woken = Vec::new();
            let mut freed = false;
            match call {
                0 | 1 if is_idle && owner != Some(actor) => {
                    prop_assert_eq!(mutex.lock(waiter, id) == Lock::Acquired, owner.is_none());
                    match owner {
                        None => owner = Some(actor),
                        Some(_) => locks.push(actor),
                    }
                }
                2 if is_idle => {
                    freed = owner == Some(actor);
                    prop_assert_eq!(mutex.unlock(id, &mut woken).is_ok(), freed);
                }
                3 if is_idle => {
                    freed = owner == Some(actor);
                    prop_assert_eq!(it.wait(waiter, id, &mut mutex, &mut woken).is_ok(), freed);
                    if freed {
                        waits.push(actor);
                    }
                }
                4 | 5 => {
                    let count = if call == 4 { waits.len().min(1) } else { waits.len() };
                    let leavers = if call == 4 { Vec::from_iter(it.notify_one(&mut mutex)) } else { it.notify_all(&mut mutex) };
                    prop_assert_eq!(leavers.len(), count);
                    for (leaver, expected) in leavers.into_iter().zip(waits.drain(..count)) {
                        prop_assert_eq!(leaver.actor, Actor(expected));
                        prop_assert_eq!(leaver.lock == Lock::Acquired, owner.is_none());
                        match owner {
                            None => {
                                owner = Some(expected);
                                it.returned(leaver.waiter, &mut mutex);
                            }
                            Some(_) => locks.push(expected),
                        }
                    }
                }
                _ => {}
            }
            if freed {
                owner = (!locks.is_empty()).then(|| locks.remove(0));
                let expected = owner.map(|owner| Woken::Granted(Waiter(owner), Actor(owner)));
                prop_assert_eq!(&woken, &Vec::from_iter(expected));
                if let Some(owner) = owner {
                    it.returned(Waiter(owner), &mut mutex);
                }
            }
            it.assert_invariants();
            mutex.assert_invariants();
            prop_assert_eq!(mutex.owner(), owner.map(Actor));
            prop_assert_eq!((it.waiting(), mutex.waiting()), (waits.len(), locks.len()));
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Status {
    Idle,
    Owner,
    InLine,
    Waiting,
}

#[test]
fn in_every_order_of_three_operations_by_three_actors_one_owns_the_mutex_and_nobody_is_lost() {
    type Scene = (Condition<()>, Mutex, [u8; 3], [Status; 3]);
    let start: Scene = (
        Condition::new(()),
        mutex(Reentrancy::NonReentrant),
        [3; 3],
        [Status::Idle; 3],
    );
    let notice = |scene: &mut Scene, woken: Vec<Woken>| {
        for wake in woken {
            let Woken::Granted(waiter, Actor(actor)) = wake else {
                unreachable!()
            };
            scene.0.returned(waiter, &mut scene.1);
            scene.3[actor as usize] = Status::Owner;
        }
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        for actor in (0..3usize).filter(|&actor| scene.2[actor] > 0) {
            let (waiter, id) = (Waiter(actor as u32), Actor(actor as u32));
            let mut scene = scene.clone();
            scene.2[actor] -= 1;
            match scene.3[actor] {
                Status::InLine | Status::Waiting => continue,
                Status::Idle => {
                    let mut locks = scene.clone();
                    let is_locked = locks.1.lock(waiter, id) == Lock::Acquired;
                    locks.3[actor] = if is_locked { Status::Owner } else { Status::InLine };
                    next.push(locks);
                }
                Status::Owner => {
                    let mut woken = Vec::new();
                    let mut waits = scene.clone();
                    assert_eq!(waits.0.wait(waiter, id, &mut waits.1, &mut woken), Ok(1));
                    waits.3[actor] = Status::Waiting;
                    notice(&mut waits, woken);
                    next.push(waits);
                    let (mut unlocks, mut woken) = (scene.clone(), Vec::new());
                    assert_eq!(unlocks.1.unlock(id, &mut woken), Ok(()));
                    unlocks.3[actor] = Status::Idle;
                    notice(&mut unlocks, woken);
                    next.push(unlocks);
                }
            }
            for leaver in scene.0.notify_all(&mut scene.1) {
                let is_owner = leaver.lock == Lock::Acquired;
                scene.3[leaver.actor.0 as usize] = if is_owner { Status::Owner } else { Status::InLine };
                if is_owner {
                    scene.0.returned(leaver.waiter, &mut scene.1);
                }
            }
            next.push(scene);
        }
        for (it, mutex, _, status) in next.iter() {
            it.assert_invariants();
            mutex.assert_invariants();
            let count = |wanted: Status| status.iter().filter(|status| **status == wanted).count();
            assert_eq!(count(Status::Owner), usize::from(mutex.owner().is_some()));
            assert_eq!(
                (count(Status::InLine), count(Status::Waiting)),
                (mutex.waiting(), it.waiting())
            );
            assert!(it.returning() <= mutex.waiting());
        }
    };
    let coverage = explore(start, successors, |(_, mutex, _, status)| {
        assert!(!status.contains(&Status::InLine) || mutex.owner().is_some());
    });
    assert!(coverage.states > 300 && coverage.ends > 10, "{coverage:?}");
}
