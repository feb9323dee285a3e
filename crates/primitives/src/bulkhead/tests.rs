//! Stories of the bulkhead, a model test against one bounded list, and every order of three actors' operations.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const A: Actor = Actor(0);
const B: Actor = Actor(1);
const C: Actor = Actor(2);

#[test]
fn who_finds_neither_slot_is_refused_at_once() {
    let mut it = Bulkhead::new(1, 1);
    assert_eq!((it.execution_slots(), it.queue_slots()), (1, 1));
    assert_eq!(it.enter(Waiter(0), A), Admission::Granted);
    assert_eq!(it.enter(Waiter(1), B), Admission::Queued);
    let full = it.clone();
    assert_eq!(it.enter(Waiter(2), C), Admission::Refused);
    assert_eq!(it, full, "a refusal changes nothing");

    let mut woken = Vec::new();
    assert!(it.leave(A, &mut woken));
    assert_eq!((woken, it.active()), (vec![Woken::Granted(Waiter(1), B)], &[B][..]));
    assert_eq!(it.enter(Waiter(2), C), Admission::Queued);
    assert!(it.cancel(Waiter(2)) && !it.cancel(Waiter(2)));
    assert_eq!((it.execution_slots(), it.queue_slots()), (0, 1));
}

#[test]
fn without_queue_slots_nobody_waits() {
    let mut it = Bulkhead::new(2, 0);
    assert_eq!(it.enter(Waiter(0), A), Admission::Granted);
    assert_eq!(it.enter(Waiter(1), A), Admission::Granted);
    assert_eq!(it.enter(Waiter(2), B), Admission::Refused);
    assert!(!it.leave(B, &mut Vec::new()), "it has no call to end");
}

#[derive(Clone, Debug)]
enum Call {
    Enter(u32),
    /// The number picks among the active calls.
    Leave(usize),
    /// The number picks among those who wait.
    Cancel(usize),
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        4 => (0..3u32).prop_map(Call::Enter),
        3 => any::<usize>().prop_map(Call::Leave),
        1 => any::<usize>().prop_map(Call::Cancel),
    ]
}

proptest! {
    /// The specification: one list of calls, the first of which run; it never grows beyond both numbers.
    #[test]
    fn behaves_like_one_bounded_list(
        slots in 1..4usize,
        queue in 0..3usize,
        calls in prop::collection::vec(call(), 0..80),
    ) {
        let mut it = Bulkhead::new(slots as u32, queue as u32);
        let mut list = Vec::<(Waiter, u32)>::new();
        for (step, call) in calls.into_iter().enumerate() {
            let waiter = Waiter(step as u32);
            match call {
                Call::Enter(actor) => {
                    let expected = match list.len() {
                        length if length < slots => Admission::Granted,
                        length if length < slots + queue => Admission::Queued,
                        _ => Admission::Refused,
                    };
                    prop_assert_eq!(it.enter(waiter, Actor(actor)), expected);
                    if expected != Admission::Refused {
                        list.push((waiter, actor));
                    }
                }
                Call::Leave(pick) => {
                    let active = list.len().min(slots);
                    if active == 0 { continue }
                    let actor = list[pick % active].1;
                    let last = list[..active].iter().rposition(|entry| entry.1 == actor).expect("it was just picked");
                    list.remove(last);
                    let mut woken = Vec::new();
                    prop_assert!(it.leave(Actor(actor), &mut woken));
                    let next = list.get(slots - 1).filter(|_| active == slots);
                    prop_assert_eq!(woken, next.map(|&(waiter, actor)| Woken::Granted(waiter, Actor(actor))).into_iter().collect::<Vec<_>>());
                }
                Call::Cancel(pick) => {
                    if list.len() > slots {
                        let (waiter, _) = list.remove(slots + pick % (list.len() - slots));
                        prop_assert!(it.cancel(waiter));
                    }
                }
            }
            it.assert_invariants();
            let active = list.len().min(slots);
            prop_assert_eq!(it.active().iter().map(|it| it.0).collect::<Vec<_>>(), list[..active].iter().map(|it| it.1).collect::<Vec<_>>());
            prop_assert_eq!(it.queue().map(|it| it.0).collect::<Vec<_>>(), list[active..].iter().map(|it| it.0).collect::<Vec<_>>());
        }
    }
}

/// Three actors with three operations each; actor `i` waits as `Waiter(i)`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: Bulkhead,
    operations_left: [u8; 3],
    waits: [bool; 3],
    calls: [u8; 3],
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
            Admission::Granted => entering.calls[actor] += 1,
            Admission::Queued => entering.waits[actor] = true,
            Admission::Refused => assert_eq!(entering.it, self.it),
        }
        next.push(entering);
        let mut woken = Vec::new();
        assert_eq!(scene.it.leave(id, &mut woken), self.calls[actor] > 0);
        scene.calls[actor] = self.calls[actor].saturating_sub(1);
        for wake_up in woken {
            let Woken::Granted(Waiter(waiter), _) = wake_up else {
                panic!("{wake_up:?}");
            };
            assert!(
                std::mem::take(&mut scene.waits[waiter as usize]),
                "woken without waiting: {scene:?}"
            );
            scene.calls[waiter as usize] += 1;
        }
        next.push(scene);
    }

    fn assert_good(&self) {
        self.it.assert_invariants();
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
fn every_order_of_three_operations_by_three_actors_keeps_both_limits() {
    for (slots, queue) in [(1, 0), (1, 1), (2, 1)] {
        let start = Scene {
            it: Bulkhead::new(slots, queue),
            operations_left: [3; 3],
            waits: [false; 3],
            calls: [0; 3],
        };
        let successors = |scene: &Scene, next: &mut Vec<Scene>| {
            (0..3).for_each(|actor| scene.moves(actor, next));
            next.iter().for_each(Scene::assert_good);
        };
        let at_end = |scene: &Scene| {
            let is_full = scene.it.execution_slots() == 0;
            assert!(!scene.waits.contains(&true) || is_full, "{scene:?}");
        };
        let coverage = explore(start, successors, at_end);
        assert!(
            coverage.states > 100 && coverage.ends > 3,
            "{slots}, {queue}: {coverage:?}"
        );
    }
}
