//! Stories of the readers-writer lock, a model test against a rule that looks at everyone again after each call, and every
//! order of three operations by three actors.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const A: Actor = Actor(0);
const B: Actor = Actor(1);
const C: Actor = Actor(2);

fn waiters(admitted: &[(Waiter, Actor, Access)]) -> Vec<u32> {
    admitted.iter().map(|(waiter, ..)| waiter.0).collect()
}

#[test]
fn readers_share_and_stand_behind_a_writer_who_waits() {
    let mut it = RwLock::new(Preference::Fair);
    let mut admitted = Vec::new();
    assert_eq!(it.lock(Access::Read, Waiter(1), A), Lock::Acquired);
    assert_eq!(it.lock(Access::Read, Waiter(2), B), Lock::Acquired);
    assert_eq!(it.lock(Access::Write, Waiter(3), C), Lock::Queued);
    assert_eq!(
        it.lock(Access::Read, Waiter(4), A),
        Lock::Queued,
        "although A reads already"
    );
    assert!(!it.try_lock(Access::Read, B));
    assert_eq!(it.read_unlock(A, &mut admitted), Ok(()));
    assert!(admitted.is_empty());
    assert_eq!(it.read_unlock(B, &mut admitted), Ok(()));
    assert_eq!(admitted, [(Waiter(3), C, Access::Write)]);
    assert_eq!((it.writer(), it.writers(), it.readers()), (Some(C), &[C][..], &[][..]));
    it.assert_invariants();
}

#[test]
fn all_readers_up_to_the_next_writer_go_in_together() {
    let mut it = RwLock::new(Preference::Fair);
    assert!(it.try_lock(Access::Write, A));
    for (waiter, access) in [
        (1, Access::Read),
        (2, Access::Read),
        (3, Access::Write),
        (4, Access::Read),
    ] {
        assert_eq!(it.lock(access, Waiter(waiter), B), Lock::Queued);
    }
    let mut admitted = Vec::new();
    assert_eq!(it.write_unlock(A, &mut admitted), Ok(()));
    assert_eq!(waiters(&admitted), [1, 2]);
    assert_eq!(it.queue().map(|(waiter, ..)| waiter.0).collect::<Vec<_>>(), [3, 4]);
}

#[test]
fn a_writer_that_gives_up_lets_the_readers_behind_it_in() {
    let mut it = RwLock::new(Preference::Fair);
    assert!(it.try_lock(Access::Read, A));
    assert_eq!(it.lock(Access::Write, Waiter(1), B), Lock::Queued);
    assert_eq!(it.lock(Access::Read, Waiter(2), C), Lock::Queued);
    let mut admitted = Vec::new();
    assert!(it.cancel(Waiter(1), &mut admitted));
    assert_eq!(waiters(&admitted), [2]);
    assert!(!it.cancel(Waiter(2), &mut admitted), "it reads");
}

#[test]
fn preferred_readers_pass_a_writer_for_as_long_as_they_keep_coming() {
    let mut it = RwLock::new(Preference::Readers);
    let mut admitted = Vec::new();
    assert!(it.try_lock(Access::Read, A));
    assert_eq!(it.lock(Access::Write, Waiter(1), B), Lock::Queued);
    for _ in 0..10 {
        assert!(it.try_lock(Access::Read, C));
        assert_eq!(it.read_unlock(A, &mut admitted), Ok(()));
        assert!(it.try_lock(Access::Read, A));
        assert_eq!(it.read_unlock(C, &mut admitted), Ok(()));
        assert!(admitted.is_empty(), "the writer starves");
    }
    assert_eq!(it.read_unlock(A, &mut admitted), Ok(()));
    assert_eq!(waiters(&admitted), [1]);
}

#[test]
fn only_who_holds_it_gives_it_back() {
    let mut it = RwLock::new(Preference::Fair);
    let mut none = Vec::new();
    assert_eq!(it.read_unlock(A, &mut none), Err(NotReading { readers: 0 }));
    assert_eq!(it.write_unlock(A, &mut none), Err(UnlockError::NotLocked));
    assert!(it.try_lock(Access::Read, B));
    let before = it.clone();
    assert_eq!(it.read_unlock(A, &mut none), Err(NotReading { readers: 1 }));
    assert_eq!(it.write_unlock(B, &mut none), Err(UnlockError::NotLocked));
    assert_eq!(it, before);
    assert_eq!(it.read_unlock(B, &mut none), Ok(()));
    assert!(it.try_lock(Access::Write, B));
    assert_eq!(it.write_unlock(A, &mut none), Err(UnlockError::NotOwner { owner: B }));
}

/// The specification: who is in, who waits, and a rule that is asked again until nobody more goes in.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Model {
    preference: Preference,
    inside: Vec<(Actor, Access)>,
    queue: Vec<(Waiter, Actor, Access)>,
}

impl Model {
    fn may_enter(&self, access: Access, place: usize) -> bool {
        let writes = self.inside.iter().any(|(_, access)| *access == Access::Write);
        let passes = place == 0 || (access == Access::Read && self.preference == Preference::Readers);
        passes && !writes && (access == Access::Read || self.inside.is_empty())
    }

    fn lock(&mut self, access: Access, waiter: Waiter, actor: Actor) -> bool {
        let enters = self.may_enter(access, self.queue.len());
        match enters {
            true => self.inside.push((actor, access)),
            false => self.queue.push((waiter, actor, access)),
        }
        enters
    }

    fn let_in(&mut self) -> Vec<(Waiter, Actor, Access)> {
        let mut admitted = Vec::new();
        loop {
            let readers_first = self.preference == Preference::Readers;
            let able = |at: &usize| self.may_enter(self.queue[*at].2, *at);
            let reader =
                (0..self.queue.len()).find(|at| readers_first && self.queue[*at].2 == Access::Read && able(at));
            let Some(at) = reader.or_else(|| (0..self.queue.len()).find(able)) else {
                return admitted;
            };
            let (waiter, actor, access) = self.queue.remove(at);
            self.inside.push((actor, access));
            admitted.push((waiter, actor, access));
        }
    }

    fn unlock(&mut self, access: Access, actor: Actor) -> Option<Vec<(Waiter, Actor, Access)>> {
        let at = self.inside.iter().rposition(|held| *held == (actor, access))?;
        self.inside.remove(at);
        Some(self.let_in())
    }
}

fn unlock(it: &mut RwLock, access: Access, actor: Actor) -> Option<Vec<(Waiter, Actor, Access)>> {
    let mut admitted = Vec::new();
    let done = match access {
        Access::Read => it.read_unlock(actor, &mut admitted).is_ok(),
        Access::Write => it.write_unlock(actor, &mut admitted).is_ok(),
    };
    done.then_some(admitted)
}

fn access() -> impl Strategy<Value = Access> {
    prop_oneof![2 => Just(Access::Read), 1 => Just(Access::Write)]
}

proptest! {
    #[test]
    fn behaves_like_a_rule_that_is_asked_again_after_each_call(
        preference in prop_oneof![Just(Preference::Fair), Just(Preference::Readers)],
        calls in prop::collection::vec((0..6u8, access(), 0..3u32, any::<usize>()), 0..80),
    ) {
        let mut it = RwLock::new(preference);
        let mut model = Model { preference, inside: Vec::new(), queue: Vec::new() };
        for (step, (call, access, actor, pick)) in (0u32..).zip(calls) {
            let actor = Actor(actor);
            match call {
                0..=2 => {
                    let entered = it.lock(access, Waiter(step), actor) == Lock::Acquired;
                    prop_assert_eq!(entered, model.lock(access, Waiter(step), actor));
                }
                3 | 4 => prop_assert_eq!(unlock(&mut it, access, actor), model.unlock(access, actor)),
                _ if model.queue.is_empty() => {}
                _ => {
                    let (waiter, ..) = model.queue.remove(pick % model.queue.len());
                    let mut admitted = Vec::new();
                    prop_assert!(it.cancel(waiter, &mut admitted));
                    prop_assert_eq!(admitted, model.let_in());
                }
            }
            it.assert_invariants();
            prop_assert_eq!(it.queue().collect::<Vec<_>>(), model.queue.clone());
            prop_assert_eq!(it.readers().len() + it.writers().len(), model.inside.len());
        }
    }
}

/// Three actors with three operations each: what each holds, and what it waits for.
type Scene = (RwLock, [u8; 3], [Vec<Access>; 3], [Option<Access>; 3]);

fn moves(scene: &Scene, actor: usize, next: &mut Vec<Scene>) {
    let id = Actor(actor as u32);
    let waiter = Waiter(actor as u32);
    let notice = |scene: &mut Scene, admitted: Vec<(Waiter, Actor, Access)>| {
        for (_, Actor(actor), access) in admitted {
            assert_eq!(scene.3[actor as usize].take(), Some(access), "woken for what it asked");
            scene.2[actor as usize].push(access);
        }
    };
    let mut scene = scene.clone();
    scene.1[actor] -= 1;
    if scene.3[actor].is_some() {
        let mut admitted = Vec::new();
        assert!(scene.0.cancel(waiter, &mut admitted));
        scene.3[actor] = None;
        notice(&mut scene, admitted);
        next.push(scene);
        return;
    }
    for access in [Access::Read, Access::Write] {
        let mut asks = scene.clone();
        match asks.0.lock(access, waiter, id) {
            Lock::Acquired => asks.2[actor].push(access),
            Lock::Queued => asks.3[actor] = Some(access),
        }
        next.push(asks);
        let mut gives = scene.clone();
        if let Some(at) = gives.2[actor].iter().position(|held| *held == access) {
            gives.2[actor].remove(at);
            let admitted = unlock(&mut gives.0, access, id).expect("it is held");
            notice(&mut gives, admitted);
            next.push(gives);
        }
    }
}

#[test]
fn in_every_order_of_three_operations_by_three_actors_a_writer_is_alone() {
    for preference in [Preference::Fair, Preference::Readers] {
        let start: Scene = (RwLock::new(preference), [3; 3], Default::default(), [None; 3]);
        let successors = |scene: &Scene, next: &mut Vec<Scene>| {
            let able = (0..3).filter(|&actor| scene.1[actor] > 0);
            able.for_each(|actor| moves(scene, actor, next));
            for (it, _, held, waits) in next.iter() {
                it.assert_invariants();
                let all: Vec<Access> = held.iter().flatten().copied().collect();
                assert!(!all.contains(&Access::Write) || all.len() == 1, "{all:?}");
                assert_eq!(all.len(), it.readers().len() + it.writers().len());
                assert_eq!(it.waiting(), waits.iter().flatten().count());
            }
        };
        // Whoever still waits at an end, waits for something that somebody kept.
        let at_end = |(_, _, held, waits): &Scene| {
            assert!(waits.iter().all(Option::is_none) || held.iter().any(|held| !held.is_empty()));
        };
        let coverage = explore(start, successors, at_end);
        assert!(coverage.states > 1_000 && coverage.ends > 10, "{coverage:?}");
    }
}
