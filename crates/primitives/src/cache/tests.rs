//! Stories of the cache, and a model test against a list. Every order of three actors' operations: `orders.rs`.

use proptest::prelude::*;

use super::*;
use crate::visit::Told;

const A: Actor = Actor(0);
const B: Actor = Actor(1);

fn at(millis: u64) -> Instant {
    Instant(millis * 1_000)
}

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

fn unasked() -> u64 {
    panic!("a random number that no option needs")
}

fn quiet(now: Instant) -> At<impl FnOnce() -> u64> {
    At { now, random: unasked }
}

fn hit(value: u32) -> Lookup<u32> {
    Lookup::Hit {
        content: Fetched::Value(value),
        is_stale: false,
        refresh: false,
    }
}

fn stale(value: u32, refresh: bool) -> Lookup<u32> {
    Lookup::Hit {
        content: Fetched::Value(value),
        is_stale: true,
        refresh,
    }
}

fn look(it: &mut Cache<u8, u32>, key: u8, now: Instant) -> Lookup<u32> {
    let found = it.lookup(&key, now, unasked);
    it.assert_invariants();
    found
}

/// Looks a key up in vain, and fetches a value in no time.
fn fetch(it: &mut Cache<u8, u32>, key: u8, value: u32, now: Instant) -> Landed<u32> {
    assert_eq!(look(it, key, now), Lookup::Miss);
    it.begin(&key, u32::from(key), 900, A, now);
    land(it, key, 900, value, now)
}

fn land(it: &mut Cache<u8, u32>, key: u8, token: u32, value: u32, now: Instant) -> Landed<u32> {
    let landed = it.land(&key, &token, value, None, quiet(now), &mut Vec::new());
    it.assert_invariants();
    landed
}

fn fail(it: &mut Cache<u8, u32>, key: u8, token: u32, error: u32, now: Instant) -> Landed<u32> {
    let landed = it.fail(&key, &token, error, now, &mut Vec::new());
    it.assert_invariants();
    landed
}

fn cache(options: CacheOptions) -> Cache<u8, u32> {
    Cache::new(options)
}

#[test]
fn one_fetches_the_others_join_and_everybody_is_served_until_it_expires() {
    let mut it = cache(CacheOptions::plain(ms(100)));
    assert_eq!(look(&mut it, 1, at(0)), Lookup::Miss);
    it.begin(&1, 1, 901, A, at(0));
    assert_eq!(it.wait(&1, Waiter(0), A), Some(0));
    assert_eq!(look(&mut it, 1, at(10)), Lookup::Join);
    assert_eq!(it.wait(&1, Waiter(1), B), Some(1));
    assert_eq!(look(&mut it, 2, at(10)), Lookup::Miss, "another key is another flight");
    let mut woken = Vec::new();
    let landed = it.land(&1, &901, 7, None, quiet(at(20)), &mut woken);
    assert_eq!(landed, Landed::Stored { evicted: None });
    assert_eq!(woken, [(Waiter(0), A), (Waiter(1), B)]);
    assert_eq!(look(&mut it, 1, at(119)), hit(7));
    assert_eq!((it.peek(&1, at(119)), it.len(at(119))), (Some(&7), 1));
    assert_eq!((it.peek(&1, at(120)), it.len(at(120))), (None, 0));
    assert_eq!(look(&mut it, 1, at(120)), Lookup::Miss);
}

#[test]
fn a_failed_fetch_is_not_remembered_unless_it_is_to_be() {
    let mut it = cache(CacheOptions::plain(ms(100)));
    it.begin(&1, 1, 901, A, at(0));
    assert_eq!(fail(&mut it, 1, 901, 66, at(5)), Landed::Dropped);
    assert_eq!(look(&mut it, 1, at(5)), Lookup::Miss);

    let mut it = cache(CacheOptions {
        negative_ttl: ms(10),
        ..CacheOptions::plain(ms(100))
    });
    it.begin(&1, 1, 901, A, at(0));
    assert_eq!(fail(&mut it, 1, 901, 66, at(5)), Landed::Stored { evicted: None });
    let error = Lookup::Hit {
        content: Fetched::Error(66),
        is_stale: false,
        refresh: false,
    };
    assert_eq!(look(&mut it, 1, at(14)), error);
    assert_eq!(it.peek(&1, at(14)), None, "an error is no value");
    assert_eq!(look(&mut it, 1, at(15)), Lookup::Miss);
}

#[test]
fn what_is_stored_or_deleted_meanwhile_wins_over_a_flight() {
    let change: [fn(&mut Cache<u8, u32>); 3] = [
        |it| assert_eq!(it.set(&1, 1, 8, None, quiet(at(1))), None),
        |it| assert!(!it.delete(&1, at(1))),
        |it| it.clear(),
    ];
    for (case, change) in change.into_iter().enumerate() {
        let mut it = cache(CacheOptions::plain(ms(100)));
        it.begin(&1, 1, 901, A, at(0));
        assert_eq!(it.wait(&1, Waiter(0), A), Some(0));
        change(&mut it);
        it.assert_invariants();
        let found = look(&mut it, 1, at(2));
        assert_eq!(
            found,
            if case == 0 { hit(8) } else { Lookup::Miss },
            "nobody joins it any more"
        );
        if case > 0 {
            it.begin(&1, 1, 902, B, at(2));
            assert_eq!(it.wait(&1, Waiter(1), B), Some(0));
        }
        let mut woken = Vec::new();
        let landed = it.land(&1, &901, 7, None, quiet(at(3)), &mut woken);
        assert_eq!(
            (landed, &woken[..]),
            (Landed::Superseded, &[(Waiter(0), A)][..]),
            "it lands for those who joined"
        );
        assert_eq!(it.peek(&1, at(3)).copied(), (case == 0).then_some(8));
        assert_eq!(fail(&mut it, 1, 901, 7, at(3)), Landed::Superseded, "and only once");
        if case > 0 {
            assert_eq!(land(&mut it, 1, 902, 9, at(3)), Landed::Stored { evicted: None });
            assert_eq!(it.peek(&1, at(3)), Some(&9));
        }
        assert_eq!(it.superseded().len(), 0);
    }
}

#[test]
fn a_cancelled_wait_leaves_no_trace() {
    let mut it = cache(CacheOptions::plain(ms(100)));
    it.begin(&1, 1, 901, A, at(0));
    assert_eq!(it.wait(&1, Waiter(0), A), Some(0));
    let before = it.clone();
    assert_eq!(it.wait(&1, Waiter(1), B), Some(1));
    assert!(it.cancel(Waiter(1)));
    assert_eq!(it, before);
    assert!(!it.cancel(Waiter(1)), "it does not wait any more");
    it.delete(&1, at(0));
    assert!(it.cancel(Waiter(0)), "also of a flight that has been superseded");
    let mut woken = Vec::new();
    let _ = it.land(&1, &901, 7, None, quiet(at(1)), &mut woken);
    assert_eq!(woken, []);
}

#[test]
fn a_stale_value_is_served_while_one_fetches_it_anew_and_after_a_failure() {
    let mut it = cache(CacheOptions {
        stale: ms(50),
        ..CacheOptions::plain(ms(100))
    });
    let _ = fetch(&mut it, 1, 7, at(0));
    assert_eq!(look(&mut it, 1, at(99)), hit(7));
    assert_eq!(look(&mut it, 1, at(100)), stale(7, true));
    it.begin(&1, 1, 901, A, at(100));
    assert_eq!(look(&mut it, 1, at(100)), stale(7, false), "one refreshes");
    assert_eq!(fail(&mut it, 1, 901, 66, at(120)), Landed::Dropped);
    assert_eq!(look(&mut it, 1, at(120)), stale(7, true), "the next one tries again");
    it.begin(&1, 1, 902, A, at(120));
    assert_eq!(look(&mut it, 1, at(150)), Lookup::Join, "too old to be served");
    let _ = land(&mut it, 1, 902, 8, at(160));
    assert_eq!(look(&mut it, 1, at(259)), hit(8));
}

#[test]
fn a_life_is_shorter_by_lot_and_never_longer() {
    let mut it = cache(CacheOptions {
        jitter: 200_000,
        ..CacheOptions::plain(ms(100))
    });
    for (random, until) in [(0, 100_000), (1 << 63, 90_000), (u64::MAX, 80_001)] {
        it.set(
            &1,
            1,
            7,
            None,
            At {
                now: at(0),
                random: || random,
            },
        );
        let entry = it.entries(at(0)).next().expect("it was stored");
        assert_eq!(entry.fresh_until, Instant(until), "{random}");
    }
}

#[test]
fn a_refresh_comes_early_by_lot_the_likelier_the_slower_the_fetch() {
    let mut it = cache(CacheOptions {
        early: Some(Beta(1_000)),
        ..CacheOptions::plain(ms(1_000))
    });
    it.begin(&1, 1, 901, A, at(0));
    let _ = land(&mut it, 1, 901, 7, at(100));
    let refreshes = |it: &mut Cache<u8, u32>, now, random| match it.lookup(&1, now, || random) {
        Lookup::Hit { refresh, is_stale, .. } => refresh && !is_stale,
        Lookup::Join | Lookup::Miss => unreachable!("it is there"),
    };
    // At u = 1/2 it is ln 2 of the cost, some 69 ms, later than it is.
    let half = (1 << 63) - 1;
    assert!(!refreshes(&mut it, at(1_030), half));
    assert!(refreshes(&mut it, at(1_031), half));
    assert!(!refreshes(&mut it, at(1_099), u64::MAX), "the luckiest never does");
    it.begin(&1, 1, 902, A, at(1_050));
    assert!(!refreshes(&mut it, at(1_060), half), "somebody does already");
}

#[test]
fn the_least_recently_used_goes_whether_expired_or_not() {
    let mut it = cache(CacheOptions {
        max_size: Some(2),
        ..CacheOptions::plain(ms(100))
    });
    let _ = fetch(&mut it, 1, 7, at(0));
    let _ = fetch(&mut it, 2, 8, at(0));
    assert_eq!(look(&mut it, 1, at(1)), hit(7));
    assert_eq!(it.peek(&2, at(1)), Some(&8), "a peek is no use");
    assert_eq!(fetch(&mut it, 3, 9, at(2)), Landed::Stored { evicted: Some(2) });
    assert_eq!(it.entries(at(2)).map(|entry| entry.name).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(it.set(&1, 1, 5, Some(ms(1)), quiet(at(3))), None, "it replaces itself");
    assert_eq!(it.len(at(10)), 1, "an expired entry is not counted");
    assert_eq!(it.set(&4, 4, 6, None, quiet(at(10))), Some(3), "but holds its place");
}

#[test]
fn without_a_bound_dead_entries_do_not_pile_up() {
    let mut it: Cache<u32, u32> = Cache::new(CacheOptions::plain(ms(10)));
    for round in 0..10_000 {
        it.set(&round, round, round, None, quiet(at(u64::from(round))));
    }
    it.assert_invariants();
    assert!(it.entries.len() <= SWEEP_FROM, "{} entries", it.entries.len());
    assert_eq!(it.len(at(9_999)), 10);
}

fn told(it: &Cache<u8, u32>, now: Instant) -> Vec<u64> {
    let mut told = Told::at(now);
    it.visit(&mut told);
    told.words
}

#[test]
fn states_that_behave_alike_tell_the_same() {
    let unbounded = CacheOptions::plain(ms(100));
    let mut left = cache(unbounded.clone());
    let mut right = cache(unbounded);
    let _ = fetch(&mut left, 9, 1, at(0));
    for key in [1, 2] {
        let _ = fetch(&mut left, key, 7, at(150));
    }
    for key in [2, 1] {
        let _ = fetch(&mut right, key, 7, at(50));
    }
    assert_eq!(
        told(&left, at(160)),
        told(&right, at(60)),
        "another order, another time, and one that is dead"
    );
    assert_ne!(told(&left, at(160)), told(&right, at(61)));

    let bounded = CacheOptions {
        max_size: Some(3),
        ..CacheOptions::plain(Duration::MAX)
    };
    let mut it = cache(bounded);
    let _ = fetch(&mut it, 1, 7, at(0));
    let _ = fetch(&mut it, 2, 7, at(0));
    let before = told(&it, at(0));
    assert_eq!(before, told(&it, at(9_000)), "what never ends does not come closer");
    let _ = look(&mut it, 1, at(0));
    assert_ne!(before, told(&it, at(0)), "another one goes first");
}

/// The specification: entries in the order of their use, each with its two ends; at most one flight for each key.
#[derive(Default)]
struct Model {
    entries: Vec<(u8, Fetched<u32>, u64, u64)>,
    flights: Vec<(u8, u32)>,
    /// Who waits for which flight.
    waits: Vec<(Waiter, u32)>,
}

#[derive(Clone, Debug)]
enum Call {
    Get(u8),
    Land(usize),
    Fail(usize),
    Set(u8),
    Delete(u8),
    Cancel(usize),
    Wait(u64),
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        6 => (0..5u8).prop_map(Call::Get),
        4 => any::<usize>().prop_map(Call::Land),
        2 => any::<usize>().prop_map(Call::Fail),
        1 => (0..5u8).prop_map(Call::Set),
        1 => (0..5u8).prop_map(Call::Delete),
        1 => any::<usize>().prop_map(Call::Cancel),
        3 => (1..40u64).prop_map(Call::Wait),
    ]
}

const TTL: u64 = 50;
const STALE: u64 = 20;
const NEGATIVE: u64 = 10;

impl Model {
    fn land(&mut self, flight: u32) -> Vec<(Waiter, Actor)> {
        let (landed, flying) = self.waits.iter().partition(|wait| wait.1 == flight);
        self.waits = flying;
        let landed: Vec<(Waiter, u32)> = landed;
        landed.into_iter().map(|(waiter, _)| (waiter, A)).collect()
    }

    fn keep(&mut self, key: u8, content: Fetched<u32>, fresh: u64, usable: u64, max: Option<u32>) -> Option<u32> {
        self.entries.retain(|entry| entry.0 != key);
        self.entries.push((key, content, fresh, usable));
        let is_above = max.is_some_and(|max| self.entries.len() > max as usize);
        is_above.then(|| u32::from(self.entries.remove(0).0))
    }

    fn lookup(&mut self, key: u8, now: u64) -> Lookup<u32> {
        let joined = self
            .flights
            .iter()
            .find(|flight| flight.0 == key)
            .map(|flight| flight.1);
        let place = self.entries.iter().position(|entry| entry.0 == key);
        let Some(entry) = place
            .map(|place| self.entries.remove(place))
            .filter(|entry| entry.3 > now)
        else {
            return joined.map_or(Lookup::Miss, |_| Lookup::Join);
        };
        self.entries.push(entry);
        let is_stale = entry.2 <= now;
        let refresh = is_stale && joined.is_none();
        Lookup::Hit {
            content: entry.1,
            is_stale,
            refresh,
        }
    }
}

proptest! {
    #[test]
    fn behaves_like_a_list_in_the_order_of_use(
        max_size in prop::option::of(1..4u32),
        calls in prop::collection::vec(call(), 0..80),
    ) {
        let options = CacheOptions { stale: ms(STALE), negative_ttl: ms(NEGATIVE), max_size, ..CacheOptions::plain(ms(TTL)) };
        let mut it = cache(options);
        let mut model = Model::default();
        // The flights that have not landed, superseded ones included.
        let mut flying: Vec<(u8, u32)> = Vec::new();
        let mut now = 0;
        for (step, call) in calls.into_iter().enumerate() {
            let number = step as u32 + 1_000;
            match call {
                Call::Get(key) => {
                    let found = it.lookup(&key, at(now), unasked);
                    let found_wait = found.clone();
                    let fetches = matches!(found, Lookup::Miss | Lookup::Hit { refresh: true, .. });
                    prop_assert_eq!(found, model.lookup(key, now));
                    if fetches {
                        it.begin(&key, u32::from(key), number, A, at(now));
                        model.flights.push((key, number));
                        flying.push((key, number));
                    }
                    if matches!(found_wait, Lookup::Miss | Lookup::Join) {
                        prop_assert!(it.wait(&key, Waiter(number), A).is_some());
                        let flight = model.flights.iter().find(|flight| flight.0 == key).expect("a flight").1;
                        model.waits.push((Waiter(number), flight));
                    }
                }
                Call::Land(_) | Call::Fail(_) if flying.is_empty() => {}
                Call::Land(pick) => {
                    let (key, promise) = flying.remove(pick % flying.len());
                    let mut woken = Vec::new();
                    let landed = it.land(&key, &promise, number, None, quiet(at(now)), &mut woken);
                    prop_assert_eq!(woken, model.land(promise));
                    let counted = model.flights.len();
                    model.flights.retain(|flight| *flight != (key, promise));
                    prop_assert_eq!(landed, if model.flights.len() == counted {
                        Landed::Superseded
                    } else {
                        let value = Fetched::Value(number);
                        Landed::Stored { evicted: model.keep(key, value, now + TTL, now + TTL + STALE, max_size) }
                    });
                }
                Call::Fail(pick) => {
                    let (key, promise) = flying.remove(pick % flying.len());
                    let mut woken = Vec::new();
                    let landed = it.fail(&key, &promise, number, at(now), &mut woken);
                    prop_assert_eq!(woken, model.land(promise));
                    let counted = model.flights.len();
                    model.flights.retain(|flight| *flight != (key, promise));
                    let is_served = model.entries.iter().any(|entry| entry.0 == key && entry.3 > now);
                    prop_assert_eq!(landed, if model.flights.len() == counted {
                        Landed::Superseded
                    } else if is_served {
                        Landed::Dropped
                    } else {
                        let (error, until) = (Fetched::Error(number), now + NEGATIVE);
                        Landed::Stored { evicted: model.keep(key, error, until, until, max_size) }
                    });
                }
                Call::Set(key) => {
                    model.flights.retain(|flight| flight.0 != key);
                    let evicted = model.keep(key, Fetched::Value(number), now + TTL, now + TTL + STALE, max_size);
                    prop_assert_eq!(it.set(&key, u32::from(key), number, None, quiet(at(now))), evicted);
                }
                Call::Delete(key) => {
                    model.flights.retain(|flight| flight.0 != key);
                    let was_served = model.entries.iter().any(|entry| entry.0 == key && entry.3 > now);
                    model.entries.retain(|entry| entry.0 != key);
                    prop_assert_eq!(it.delete(&key, at(now)), was_served);
                }
                Call::Cancel(pick) => {
                    prop_assert!(!it.cancel(Waiter(u32::MAX)), "a waiter that never waited");
                    if !model.waits.is_empty() {
                        let (waiter, _) = model.waits.remove(pick % model.waits.len());
                        prop_assert!(it.cancel(waiter));
                    }
                }
                Call::Wait(millis) => now += millis,
            }
            it.assert_invariants();
            let served: Vec<_> = it.entries(at(now)).map(|entry| (entry.name as u8, entry.content)).collect();
            let expected = model.entries.iter().filter(|entry| entry.3 > now);
            prop_assert_eq!(&served, &expected.map(|entry| (entry.0, entry.1)).collect::<Vec<_>>());
            prop_assert_eq!(it.flights().len(), model.flights.len());
        }
    }
}
