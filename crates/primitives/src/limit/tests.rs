//! Stories of the concurrency limit, a model test against a count and a list, and every order of three actors' operations.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const A: Actor = Actor(0);
const B: Actor = Actor(1);
const C: Actor = Actor(2);

/// Everyone here waits under the number of its task.
fn granted(waiters: &[u32]) -> Vec<Woken> {
    waiters
        .iter()
        .map(|&waiter| Woken::Granted(Waiter(waiter), Actor(waiter)))
        .collect()
}

#[test]
fn the_end_of_a_call_hands_its_place_to_the_longest_waiter() {
    let mut it = Limit::new(Some(1));
    assert_eq!(it.enter(Waiter(0), A), Acquire::Granted);
    assert_eq!(it.enter(Waiter(1), B), Acquire::Queued);
    assert_eq!(it.enter(Waiter(2), C), Acquire::Queued);
    let mut woken = Vec::new();
    assert!(it.leave(A, &mut woken));
    assert_eq!((woken, it.active(), it.pending()), (granted(&[1]), &[B][..], 1));
    it.assert_invariants();
}

#[test]
fn raising_the_limit_lets_waiters_in_and_lowering_it_interrupts_nobody() {
    let mut it = Limit::new(Some(1));
    for waiter in 0..4 {
        let _ = it.enter(Waiter(waiter), Actor(waiter));
    }
    let mut woken = Vec::new();
    it.set_concurrency(Some(3), &mut woken);
    assert_eq!(woken, granted(&[1, 2]));
    woken.clear();
    it.set_concurrency(Some(1), &mut woken);
    assert!(it.leave(A, &mut woken) && it.leave(B, &mut woken));
    assert_eq!((&woken, it.active().len()), (&granted(&[]), 1), "one is active still");
    assert!(it.leave(C, &mut woken));
    assert_eq!(woken, granted(&[3]));
    it.set_concurrency(None, &mut woken);
    assert_eq!(it.enter(Waiter(9), A), Acquire::Granted);
}

#[test]
fn clearing_turns_away_who_waits_and_a_stranger_cannot_end_a_call() {
    let mut it = Limit::new(Some(1));
    for waiter in 0..3 {
        let _ = it.enter(Waiter(waiter), Actor(waiter));
    }
    let before = it.clone();
    let mut woken = Vec::new();
    assert!(!it.leave(B, &mut woken));
    assert_eq!((&it, &woken), (&before, &granted(&[])));
    assert_eq!(it.clear_queue(), [Waiter(1), Waiter(2)]);
    assert_eq!((it.pending(), it.active()), (0, &[A][..]));
    assert!(!it.cancel(Waiter(1)));
}

#[derive(Clone, Debug)]
enum Call {
    Enter(u32),
    /// The number picks among the active calls.
    Leave(usize),
    /// The number picks among those who wait.
    Cancel(usize),
    SetConcurrency(Option<u32>),
    ClearQueue,
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        20 => (0..3u32).prop_map(Call::Enter),
        14 => any::<usize>().prop_map(Call::Leave),
        3 => any::<usize>().prop_map(Call::Cancel),
        3 => prop::option::of(1..4u32).prop_map(Call::SetConcurrency),
        1 => Just(Call::ClearQueue),
    ]
}

proptest! {
    /// The specification: after every call, whoever is first in the list is let in for as long as there is room.
    #[test]
    fn behaves_like_a_count_and_a_list(start in 1..4u32, calls in prop::collection::vec(call(), 0..80)) {
        let mut it = Limit::new(Some(start));
        let (mut most, mut active, mut list) = (start as usize, Vec::<u32>::new(), Vec::<(Waiter, u32)>::new());
        for (step, call) in calls.into_iter().enumerate() {
            let mut woken = Vec::new();
            let newcomer = Waiter(step as u32);
            let mut is_granted = false;
            match call {
                Call::Enter(actor) => {
                    is_granted = it.enter(newcomer, Actor(actor)) == Acquire::Granted;
                    list.push((newcomer, actor));
                }
                Call::Leave(pick) => {
                    let Some(&actor) = active.get(pick % active.len().max(1)) else { continue };
                    prop_assert!(it.leave(Actor(actor), &mut woken));
                    let position = active.iter().rposition(|other| *other == actor).expect("it was just picked");
                    active.remove(position);
                }
                Call::Cancel(pick) => {
                    prop_assert!(!it.cancel(Waiter(u32::MAX)));
                    if !list.is_empty() {
                        prop_assert!(it.cancel(list.remove(pick % list.len()).0));
                    }
                }
                Call::SetConcurrency(concurrency) => {
                    it.set_concurrency(concurrency, &mut woken);
                    most = concurrency.map_or(usize::MAX, |most| most as usize);
                }
                Call::ClearQueue => {
                    let turned_away: Vec<Waiter> = list.drain(..).map(|(waiter, _)| waiter).collect();
                    prop_assert_eq!(it.clear_queue(), turned_away);
                }
            }
            let mut expected = Vec::new();
            while active.len() < most && !list.is_empty() {
                let (waiter, actor) = list.remove(0);
                active.push(actor);
                expected.push(Woken::Granted(waiter, Actor(actor)));
            }
            if is_granted {
                let last = expected.pop();
                prop_assert!(matches!(last, Some(Woken::Granted(waiter, _)) if waiter == newcomer));
            }
            prop_assert_eq!(woken, expected);
            it.assert_invariants();
            prop_assert_eq!(it.active().iter().map(|actor| actor.0).collect::<Vec<_>>(), active.clone());
            prop_assert_eq!(it.queue().map(|(waiter, actor)| (waiter, actor.0)).collect::<Vec<_>>(), list.clone());
        }
    }
}

/// Three actors, each with three operations: calling, ending the call, giving up, changing the limit, clearing.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: Limit,
    operations_left: [u8; 3],
    waits: [bool; 3],
    calls: [u8; 3],
    /// The highest limit that was ever set.
    most: u32,
}

impl Scene {
    fn moves(&self, actor: usize, next: &mut Vec<Self>) {
        if self.operations_left[actor] == 0 {
            return;
        }
        let (waiter, id) = (Waiter(actor as u32), Actor(actor as u32));
        let mut scene = self.clone();
        scene.operations_left[actor] -= 1;
        if self.waits[actor] {
            assert!(scene.it.cancel(waiter));
            scene.waits[actor] = false;
            return next.push(scene);
        }
        let mut entering = scene.clone();
        match entering.it.enter(waiter, id) {
            Acquire::Granted => entering.calls[actor] += 1,
            Acquire::Queued => entering.waits[actor] = true,
        }
        next.push(entering);
        for most in 1..=2 {
            let mut changing = scene.clone();
            let mut woken = Vec::new();
            changing.it.set_concurrency(Some(most), &mut woken);
            changing.most = changing.most.max(most);
            changing.notice(&woken);
            next.push(changing);
        }
        let mut clearing = scene.clone();
        for Waiter(waiter) in clearing.it.clear_queue() {
            assert!(std::mem::take(&mut clearing.waits[waiter as usize]));
        }
        next.push(clearing);
        let mut woken = Vec::new();
        assert_eq!(scene.it.leave(id, &mut woken), self.calls[actor] > 0);
        scene.calls[actor] = self.calls[actor].saturating_sub(1);
        scene.notice(&woken);
        next.push(scene);
    }

    fn notice(&mut self, woken: &[Woken]) {
        for wake_up in woken {
            let Woken::Granted(Waiter(waiter), _) = *wake_up else {
                panic!("{wake_up:?}");
            };
            assert!(
                std::mem::take(&mut self.waits[waiter as usize]),
                "woken without waiting: {self:?}"
            );
            self.calls[waiter as usize] += 1;
        }
    }

    fn assert_good(&self) {
        self.it.assert_invariants();
        assert!(
            self.it.active().len() <= self.most as usize,
            "(2) too many are active: {self:?}"
        );
        for actor in 0..3 {
            let active = self
                .it
                .active()
                .iter()
                .filter(|active| active.0 == actor as u32)
                .count();
            assert_eq!(active, usize::from(self.calls[actor]), "{self:?}");
            let waits = self.it.queue().any(|(waiter, _)| waiter.0 == actor as u32);
            assert_eq!(waits, self.waits[actor], "{self:?}");
        }
    }
}

#[test]
fn every_order_of_three_operations_by_three_actors_keeps_the_limit() {
    let start = Scene {
        it: Limit::new(Some(1)),
        operations_left: [3; 3],
        waits: [false; 3],
        calls: [0; 3],
        most: 1,
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        (0..3).for_each(|actor| scene.moves(actor, next));
        next.iter().for_each(Scene::assert_good);
    };
    // Nobody can move any more: who waits, waits for a call that was not ended.
    let at_end = |scene: &Scene| {
        assert!(
            !scene.waits.contains(&true) || !scene.it.active().is_empty(),
            "{scene:?}"
        );
    };
    let coverage = explore(start, successors, at_end);
    assert!(coverage.states > 1_000 && coverage.ends > 100, "{coverage:?}");
}
