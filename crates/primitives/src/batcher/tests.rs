//! Stories of the batcher, a model test against one list of loads, and every order of three loaders.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;
use crate::visit::Told;

const A: Actor = Actor(0);

fn batcher(max_size: Option<u32>, max_wait: Option<u64>, cache: bool) -> Batcher<u32, u32> {
    Batcher::new(BatcherOptions {
        max_size,
        max_wait: max_wait.map(Duration),
        cache,
    })
}

fn name(key: u32) -> Name<u32, u32> {
    Name { id: key, value: key }
}

fn load(it: &mut Batcher<u32, u32>, key: u32, ticket: u32, now: u64) -> Loaded {
    let loaded = it.load(name(key), key, Waiter(ticket), A, Instant(now));
    it.assert_invariants();
    loaded
}

fn keys(it: &mut Batcher<u32, u32>, batch: u32) -> Vec<u32> {
    it.send(batch).copied().collect()
}

fn tickets(landing: &Landing) -> Vec<u32> {
    landing.loads.iter().map(|(Waiter(ticket), _)| *ticket).collect()
}

#[test]
fn loads_are_done_together_and_each_key_once() {
    let mut it = batcher(None, None, true);
    let first = load(&mut it, 5, 0, 0);
    assert_eq!(
        (first.batch, first.is_opened, first.is_hit, first.due),
        (0, true, false, None)
    );
    assert!(!load(&mut it, 6, 1, 0).is_opened);
    assert!(load(&mut it, 5, 2, 0).is_hit);
    assert_eq!(keys(&mut it, 0), [5, 6]);

    let later = load(&mut it, 7, 3, 0);
    assert_eq!((later.batch, later.is_opened), (1, true), "what was sent takes no more");
    let landing = it.land(0, false).expect("it was sent");
    assert_eq!(
        (tickets(&landing), &landing.hits[..]),
        (vec![0, 1], &[(Waiter(2), A, Waiter(0))][..])
    );
    assert_eq!(it.land(0, false), None);

    assert_eq!(keys(&mut it, 1), [7]);
    let again = load(&mut it, 5, 4, 0);
    assert_eq!(
        (again.batch, again.is_opened, again.is_hit),
        (0, true, true),
        "a hit waits for a batch, too"
    );
    assert_eq!(keys(&mut it, 0), [0u32; 0]);
}

#[test]
fn a_batch_is_due_when_it_is_full_or_has_waited_for_long_enough() {
    let mut it = batcher(Some(2), Some(10), false);
    let loaded = load(&mut it, 1, 0, 100);
    assert!(!it.await_due(loaded.batch, Waiter(9), A, Instant(100)));
    assert_eq!(it.deadline(), Some((Instant(110), A)));
    assert_eq!(it.tick(Instant(109)), []);
    assert_eq!(
        load(&mut it, 1, 1, 105).due,
        Some((Waiter(9), A)),
        "the same key twice: there is no cache"
    );
    assert_eq!((it.deadline(), keys(&mut it, 0)), (None, vec![1, 1]));

    let next = load(&mut it, 3, 2, 106);
    assert!(!it.await_due(next.batch, Waiter(8), A, Instant(106)));
    assert_eq!(it.tick(Instant(116)), [(Waiter(8), A)]);
    it.assert_invariants();
    let late = load(&mut it, 4, 3, 120);
    assert_eq!(
        (late.batch, late.is_opened, late.due),
        (next.batch, false, None),
        "not sent yet, it takes one more"
    );
    assert!(it.await_due(next.batch, Waiter(7), A, Instant(120)));
}

#[test]
fn when_a_batch_is_due_belongs_to_its_state_before_anybody_waits_for_that() {
    let told = |it: &Batcher<u32, u32>| {
        let mut told = Told::at(Instant(10));
        it.visit(&mut told);
        told.words
    };
    let [mut early, mut late] = [5, 10].map(|now| {
        let mut it = batcher(None, Some(10), false);
        let _ = load(&mut it, 1, 1, now);
        it
    });
    assert_ne!(told(&early), told(&late));
    keys(&mut early, 0);
    keys(&mut late, 0);
    assert_eq!(told(&early), told(&late), "once it is sent nobody asks when it was due");
}

#[test]
fn a_failed_batch_is_not_remembered_and_what_is_cleared_is_loaded_again() {
    let mut it = batcher(None, None, true);
    let _ = load(&mut it, 1, 0, 0);
    assert_eq!(keys(&mut it, 0), [1]);
    assert!(it.land(0, true).is_some());
    assert!(!load(&mut it, 1, 1, 0).is_hit);
    it.clear(&1);
    assert!(!load(&mut it, 1, 2, 0).is_hit, "twice in one batch then");
    assert_eq!(keys(&mut it, 0), [1, 1]);
    assert!(it.prime(name(2), Waiter(50)) && !it.prime(name(2), Waiter(51)));
    assert!(load(&mut it, 2, 3, 0).is_hit);
    it.clear_all();
    assert_eq!(it.known(), 0);
}

#[test]
fn a_load_that_is_given_up_in_time_leaves_no_trace() {
    let mut it = batcher(None, None, true);
    let _ = load(&mut it, 1, 0, 0);
    let before = it.clone();
    let _ = load(&mut it, 2, 1, 0);
    assert!(it.cancel(Waiter(1)));
    assert_eq!((&it.batches, it.known()), (&before.batches, 1));
    let mut it = before;
    let _ = load(&mut it, 1, 2, 0);
    assert!(!it.cancel(Waiter(0)), "somebody else waits for its outcome");
    assert!(it.cancel(Waiter(2)) && it.cancel(Waiter(0)));
    assert_eq!(keys(&mut it, 0), [0u32; 0]);
    let _ = load(&mut it, 3, 3, 0);
    assert_eq!(keys(&mut it, 1), [3]);
    assert!(!it.cancel(Waiter(3)), "it is on its way");
}

#[derive(Clone, Debug)]
enum Call {
    Load(u32),
    /// The number picks among the batches, in the order of opening.
    Send(usize),
    Land(usize, bool),
    Clear(u32),
    /// The number picks among all loads so far.
    Cancel(usize),
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        8 => (0..4u32).prop_map(Call::Load),
        3 => any::<usize>().prop_map(Call::Send),
        3 => (any::<usize>(), any::<bool>()).prop_map(|(pick, is_failed)| Call::Land(pick, is_failed)),
        1 => (0..4u32).prop_map(Call::Clear),
        1 => any::<usize>().prop_map(Call::Cancel),
    ]
}

/// One load of the specification: its key, the load whose outcome it gets (its own, unless it is a hit), its batch.
#[derive(Clone, Debug)]
struct Asked {
    key: u32,
    first: usize,
    batch: usize,
    is_over: bool,
}

proptest! {
    /// The specification: all loads that ever were in one list; which are in a batch is found out by looking.
    #[test]
    fn behaves_like_one_list_of_loads(
        max_size in prop::option::of(1..4u32),
        cache in any::<bool>(),
        calls in prop::collection::vec(call(), 0..60),
    ) {
        let mut it = batcher(max_size, None, cache);
        let mut all: Vec<Asked> = Vec::new();
        // Of each batch its number, and whether it was sent and has landed.
        let mut batches: Vec<(u32, bool, bool)> = Vec::new();
        let mut loads_in_last = 0;
        let mut known: BTreeMap<u32, usize> = BTreeMap::new();
        for call in calls {
            match call {
                Call::Load(key) => {
                    let at = all.len();
                    let loaded = load(&mut it, key, at as u32, 0);
                    let collects = batches.last().is_some_and(|batch| !batch.1)
                        && max_size.is_none_or(|most| loads_in_last < most);
                    prop_assert_eq!(loaded.is_opened, !collects);
                    if !collects {
                        batches.push((loaded.batch, false, false));
                        loads_in_last = 0;
                    }
                    let first = known.get(&key).copied();
                    prop_assert_eq!(loaded.is_hit, first.is_some());
                    loads_in_last += u32::from(first.is_none());
                    if cache && first.is_none() {
                        known.insert(key, at);
                    }
                    all.push(Asked { key, first: first.unwrap_or(at), batch: batches.len() - 1, is_over: false });
                }
                Call::Send(pick) => {
                    let open: Vec<usize> = (0..batches.len()).filter(|&at| !batches[at].1).collect();
                    let Some(&batch) = open.get(pick % open.len().max(1)) else { continue };
                    batches[batch].1 = true;
                    let own = all.iter().enumerate();
                    let own = own.filter(|(at, asked)| asked.batch == batch && asked.first == *at && !asked.is_over);
                    let expected: Vec<u32> = own.map(|(_, asked)| asked.key).collect();
                    prop_assert_eq!(keys(&mut it, batches[batch].0), expected);
                }
                Call::Land(pick, is_failed) => {
                    let sent: Vec<usize> = (0..batches.len()).filter(|&at| batches[at].1 && !batches[at].2).collect();
                    let Some(&batch) = sent.get(pick % sent.len().max(1)) else { continue };
                    batches[batch].2 = true;
                    let landing = it.land(batches[batch].0, is_failed).expect("it was sent");
                    let (mut loads, mut hits) = (Vec::new(), Vec::new());
                    for (at, asked) in all.iter_mut().enumerate() {
                        if asked.batch != batch || asked.is_over { continue }
                        match asked.first == at {
                            true => loads.push(at as u32),
                            false => hits.push((Waiter(at as u32), A, Waiter(asked.first as u32))),
                        }
                        asked.is_over = true;
                    }
                    if is_failed {
                        known.retain(|_, at| !loads.contains(&(*at as u32)));
                    }
                    prop_assert_eq!((tickets(&landing), landing.hits), (loads, hits));
                }
                Call::Clear(key) => {
                    it.clear(&key);
                    known.remove(&key);
                }
                Call::Cancel(pick) => {
                    if all.is_empty() { continue }
                    let at = pick % all.len();
                    let is_wanted = all.iter().enumerate().any(|(other, asked)| {
                        other != at && asked.first == at && !asked.is_over
                    });
                    let can = !all[at].is_over && !batches[all[at].batch].1 && !is_wanted;
                    prop_assert_eq!(it.cancel(Waiter(at as u32)), can);
                    if can {
                        let is_full = max_size.is_some_and(|most| loads_in_last >= most);
                        let is_counted = all[at].first == at && all[at].batch + 1 == batches.len() && !is_full;
                        loads_in_last -= u32::from(is_counted);
                        all[at].is_over = true;
                        known.retain(|_, known| *known != at);
                    }
                }
            }
            it.assert_invariants();
            prop_assert_eq!(it.known(), known.len());
        }
    }
}

/// Three actors, who each load two keys or give up, and send and land whichever batch there is.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: Batcher<u32, u32>,
    operations_left: [u8; 3],
    /// What each waits for.
    waits: [bool; 3],
    sent: Vec<u32>,
}

impl Scene {
    fn moves(&self, actor: usize, next: &mut Vec<Self>) {
        if self.operations_left[actor] == 0 {
            return;
        }
        let mut scene = self.clone();
        scene.operations_left[actor] -= 1;
        let waiter = Waiter(actor as u32);
        if self.waits[actor] {
            let mut giving_up = scene.clone();
            giving_up.waits[actor] = !giving_up.it.cancel(waiter);
            next.push(giving_up);
        } else {
            for key in 0..2 {
                let mut loading = scene.clone();
                let _ = loading.it.load(name(key), key, waiter, Actor(actor as u32), Instant(0));
                loading.waits[actor] = true;
                next.push(loading);
            }
        }
        for (number, _, is_sent, _) in self.it.batches() {
            let mut moving = scene.clone();
            if !is_sent {
                let _ = moving.it.send(number).count();
                next.push(moving);
                continue;
            }
            let landing = moving.it.land(number, actor == 0).expect("it was sent");
            let loads = landing.loads.iter().map(|load| load.0);
            for Waiter(woken) in loads.chain(landing.hits.iter().map(|hit| hit.0)) {
                assert!(std::mem::take(&mut moving.waits[woken as usize]), "{self:?}");
            }
            next.push(moving);
        }
    }

    fn assert_good(&self) {
        self.it.assert_invariants();
        let batches = &self.it.batches;
        for actor in 0..3 {
            let waiter = Waiter(actor as u32);
            let places = batches.iter().map(|batch| {
                batch.loads.iter().filter(|load| load.ticket == waiter).count()
                    + batch.hits.iter().filter(|hit| hit.0 == waiter).count()
            });
            assert_eq!(places.sum::<usize>(), usize::from(self.waits[actor]), "{self:?}");
        }
    }
}

#[test]
fn every_order_of_three_operations_by_three_actors_answers_each_load_once() {
    for (max_size, cache) in [(None, false), (Some(1), false), (Some(2), true), (None, true)] {
        let start = Scene {
            it: batcher(max_size, None, cache),
            operations_left: [3; 3],
            waits: [false; 3],
            sent: Vec::new(),
        };
        let successors = |scene: &Scene, next: &mut Vec<Scene>| {
            (0..3).for_each(|actor| scene.moves(actor, next));
            next.iter().for_each(Scene::assert_good);
        };
        let coverage = explore(start, successors, |_| {});
        assert!(coverage.states > 1_000 && coverage.ends > 100, "{coverage:?}");
    }
}
