//! Every order of three actors' operations on one key.

use super::*;
use crate::exhaustive::explore;

const START: Instant = Instant::ZERO;

fn at_start() -> At<impl FnOnce() -> u64> {
    let random = || panic!("a random number that no option needs");
    At { now: START, random }
}

/// Three actors with three operations each on one key: get, or land what they fetch, or delete.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: Cache<u8, u32>,
    operations_left: [u8; 3],
    /// What actor `i` fetches lands as `i`, for those who wait for promise `i`.
    fetching: [bool; 3],
    waits: [bool; 3],
    /// Bumped by each deletion: nothing older may be served afterwards.
    version: u32,
    fetched_at: [u32; 3],
}

impl Scene {
    fn moves(&self, actor: usize, next: &mut Vec<Self>) {
        let promise = actor as u32;
        if self.fetching[actor] {
            // Its fetch ends well or badly, whatever it has left to do.
            for is_good in [true, false] {
                let mut scene = self.clone();
                scene.fetching[actor] = false;
                let mut woken = Vec::new();
                let _ = match is_good {
                    true => {
                        let value = self.fetched_at[actor];
                        scene.it.land(&0, &promise, value, None, at_start(), &mut woken)
                    }
                    false => scene.it.fail(&0, &promise, 99, START, &mut woken),
                };
                for (waiter, _) in woken {
                    let waited = std::mem::take(&mut scene.waits[waiter.0 as usize]);
                    assert!(waited, "woken without waiting: {scene:?}");
                }
                next.push(scene);
            }
            return;
        }
        if self.operations_left[actor] == 0 {
            return;
        }
        let mut scene = self.clone();
        scene.operations_left[actor] -= 1;
        if self.waits[actor] {
            assert!(scene.it.cancel(Waiter(promise)));
            scene.waits[actor] = false;
            next.push(scene);
            return;
        }
        let mut getting = scene.clone();
        match getting.it.lookup(&0, START, || 0) {
            Lookup::Hit { content, .. } => {
                assert_eq!(
                    content,
                    Fetched::Value(self.version),
                    "what was fetched before a deletion: {self:?}"
                );
            }
            Lookup::Join => {
                let leader = getting.it.flights().next().expect("a flight").leader;
                assert!(
                    self.fetching[leader.0 as usize],
                    "joined a flight that nobody flies: {self:?}"
                );
                assert!(getting.it.wait(&0, Waiter(promise), Actor(promise)).is_some());
                getting.waits[actor] = true;
            }
            Lookup::Miss => {
                let others = getting.it.flights().len();
                assert_eq!(others, 0, "two fetch at once: {self:?}");
                getting.it.begin(&0, 0, promise, Actor(promise), START);
                getting.fetching[actor] = true;
                getting.fetched_at[actor] = self.version;
            }
        }
        next.push(getting);
        scene.it.delete(&0, START);
        scene.version += 1;
        next.push(scene);
    }
}

#[test]
fn in_every_order_of_three_operations_by_three_actors_one_fetches_and_nothing_outdated_is_served() {
    let start = Scene {
        it: Cache::new(CacheOptions::plain(Duration::from_millis(100))),
        operations_left: [3; 3],
        fetching: [false; 3],
        waits: [false; 3],
        version: 0,
        fetched_at: [0; 3],
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        (0..3).for_each(|actor| scene.moves(actor, next));
        next.iter().for_each(|scene| scene.it.assert_invariants());
    };
    let at_end = |scene: &Scene| {
        assert_eq!(scene.waits, [false; 3], "somebody joined what never lands: {scene:?}");
        assert_eq!(scene.it.flights().len(), 0, "{scene:?}");
    };
    let coverage = explore(start, successors, at_end);
    assert!(coverage.states > 1_000 && coverage.ends > 10, "{coverage:?}");
}
