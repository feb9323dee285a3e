//! Stories of the pool.

use super::*;

const A: Actor = Actor(0);
const B: Actor = Actor(1);
const C: Actor = Actor(2);

pub(super) type Pool = ConnectionPool<u32>;

pub(super) fn at(millis: u64) -> Instant {
    Instant::ZERO.saturating_add(Duration::from_millis(millis))
}

pub(super) fn options(max_size: u32) -> PoolOptions {
    PoolOptions {
        max_size,
        min_size: 0,
        max_waiting: None,
        idle_timeout: Duration::from_millis(60),
        max_lifetime: Duration::from_millis(1_000),
        maintenance: Duration::from_millis(30),
        leak_detection: None,
        validation: Validation::Never,
        idle_order: IdleOrder::LastIn,
    }
}

/// Borrows a connection that is opened at once, under this name.
fn open(pool: &mut Pool, actor: Actor, connection: u32, now: Instant) {
    let Borrow::Open(place) = pool.borrow(Waiter(900), actor, now) else {
        panic!("there was something to lend: {pool:?}");
    };
    let mut woken = Vec::new();
    assert_eq!(
        pool.opened(place, connection, true, now, &mut woken),
        Borrow::Use(connection)
    );
    assert_eq!(woken, []);
    pool.assert_invariants();
}

fn release(pool: &mut Pool, connection: u32, now: Instant) -> Vec<Lent<u32>> {
    let mut woken = Vec::new();
    assert_eq!(pool.release(&connection, now, &mut woken), Ok(GivenBack::Kept));
    pool.assert_invariants();
    woken
}

fn lent(waiter: u32, actor: Actor, borrow: Borrow<u32>) -> Lent<u32> {
    let waiter = Waiter(waiter);
    Lent { waiter, actor, borrow }
}

#[test]
fn two_who_open_at_the_same_time_do_not_exceed_the_maximum_together() {
    let mut it = Pool::new(options(2), at(0));
    assert_eq!(it.borrow(Waiter(0), A, at(0)), Borrow::Open(0));
    assert_eq!(it.borrow(Waiter(1), B, at(0)), Borrow::Open(1));
    assert_eq!(it.borrow(Waiter(2), C, at(0)), Borrow::Queued);
    assert_eq!((it.size(), it.available(), it.waiting()), (2, 0, 1));

    let mut woken = Vec::new();
    it.failed(0, at(5), &mut woken);
    assert_eq!(
        woken,
        [lent(2, C, Borrow::Open(0))],
        "the place is C's, who opens in it"
    );
    woken.clear();
    assert_eq!(it.opened(0, 7, true, at(9), &mut woken), Borrow::Use(7));
    assert_eq!((woken, it.holders().collect::<Vec<_>>()), (vec![], vec![C]));
    it.assert_invariants();
}

#[test]
fn a_connection_that_comes_back_goes_to_the_longest_waiter() {
    let mut it = Pool::new(options(1), at(0));
    open(&mut it, A, 1, at(0));
    assert_eq!(it.borrow(Waiter(1), B, at(1)), Borrow::Queued);
    assert_eq!(it.borrow(Waiter(2), C, at(1)), Borrow::Queued);
    assert_eq!(release(&mut it, 1, at(2)), [lent(1, B, Borrow::Use(1))]);
    assert_eq!((it.holder_of(&1), it.holder_of(&2)), (Some(B), None));
    assert!(it.cancel(Waiter(2)) && !it.cancel(Waiter(2)));
    assert_eq!(release(&mut it, 1, at(3)), []);
    assert_eq!((it.size(), it.available()), (1, 1));
    assert_eq!(
        it.release(&1, at(3), &mut Vec::new()),
        Err(NotLent),
        "it is back already"
    );
    assert_eq!(
        it.discard(&5, at(3), &mut Vec::new()),
        Err(NotLent),
        "it is from elsewhere"
    );
}

#[test]
fn the_order_of_idle_connections_is_an_option() {
    for (order, expected) in [(IdleOrder::LastIn, [2, 1]), (IdleOrder::FirstIn, [1, 2])] {
        let mut it = Pool::new(
            PoolOptions {
                idle_order: order,
                ..options(2)
            },
            at(0),
        );
        open(&mut it, A, 1, at(0));
        open(&mut it, A, 2, at(0));
        assert_eq!(release(&mut it, 1, at(1)), []);
        assert_eq!(release(&mut it, 2, at(2)), []);
        for connection in expected {
            assert_eq!(it.borrow(Waiter(0), B, at(3)), Borrow::Use(connection), "{order:?}");
        }
    }
}

#[test]
fn a_dead_connection_is_closed_and_its_borrower_keeps_the_place() {
    let validating = PoolOptions {
        validation: Validation::OnBorrow,
        ..options(2)
    };
    let mut it = Pool::new(validating, at(0));
    open(&mut it, A, 1, at(0));
    open(&mut it, A, 2, at(0));
    assert_eq!(release(&mut it, 1, at(1)), []);
    assert_eq!(it.borrow(Waiter(0), B, at(2)), Borrow::Check(0, 1));
    assert_eq!(
        it.borrow(Waiter(1), C, at(2)),
        Borrow::Queued,
        "what is being checked is taken"
    );
    let state = |it: &Pool| it.places().map(|place| place.state).next();
    assert_eq!(it.checked(0, false, at(3)), Borrow::Close(0, 1));
    assert_eq!(state(&it), Some(PlaceState::Closing { by: B, is_dead: true }));
    assert_eq!(it.replace(0, at(4)), Borrow::Open(0));
    assert_eq!(state(&it), Some(PlaceState::Opening { by: Some(B) }));
    assert_eq!(it.places().map(|place| place.opened).next(), Some(at(4)), "a new one");
    it.assert_invariants();
}

#[test]
fn who_replaces_a_dead_connection_takes_an_idle_one_if_there_is_one() {
    let validating = PoolOptions {
        validation: Validation::OnBorrow,
        ..options(2)
    };
    let mut it = Pool::new(validating, at(0));
    open(&mut it, A, 1, at(0));
    open(&mut it, A, 2, at(0));
    assert_eq!(release(&mut it, 1, at(1)), []);
    assert_eq!(it.borrow(Waiter(0), B, at(2)), Borrow::Check(0, 1));
    assert_eq!(release(&mut it, 2, at(3)), []);
    assert_eq!(it.checked(0, false, at(4)), Borrow::Close(0, 1));
    assert_eq!(it.replace(0, at(5)), Borrow::Check(1, 2), "it is looked at as well");
    assert_eq!(it.size(), 1);
    assert_eq!(it.checked(1, true, at(6)), Borrow::Use(2));
    assert_eq!(it.holders().collect::<Vec<_>>(), [B]);
    it.assert_invariants();
}

#[test]
fn a_connection_past_its_lifetime_is_replaced_when_borrowed_and_when_it_comes_back() {
    let mut it = Pool::new(options(1), at(0));
    open(&mut it, A, 1, at(0));
    assert_eq!(release(&mut it, 1, at(1_000)), [], "it may become just that old");
    assert_eq!(it.borrow(Waiter(0), A, at(1_001)), Borrow::Close(0, 1));
    let expired = PlaceState::Closing { by: A, is_dead: false };
    assert_eq!(it.places().map(|place| place.state).next(), Some(expired));
    assert_eq!(it.replace(0, at(1_002)), Borrow::Open(0));
    let mut woken = Vec::new();
    assert_eq!(it.opened(0, 2, true, at(1_010), &mut woken), Borrow::Use(2));

    assert_eq!(it.borrow(Waiter(1), B, at(1_020)), Borrow::Queued);
    let given_back = it.release(&2, at(2_003), &mut woken);
    assert_eq!(
        given_back,
        Ok(GivenBack::Close(2)),
        "the lifetime counts from when opening began"
    );
    assert_eq!(woken, [lent(1, B, Borrow::Open(0))]);
    it.assert_invariants();
}

#[test]
fn a_discarded_connection_leaves_its_place_to_the_longest_waiter() {
    let mut it = Pool::new(options(1), at(0));
    open(&mut it, A, 1, at(0));
    assert_eq!(it.borrow(Waiter(1), B, at(1)), Borrow::Queued);
    let mut woken = Vec::new();
    assert_eq!(it.discard(&1, at(2), &mut woken), Ok(GivenBack::Close(1)));
    assert_eq!(woken, [lent(1, B, Borrow::Open(0))]);
    it.assert_invariants();
}

#[test]
fn maintenance_closes_what_is_idle_for_long_above_the_minimum() {
    let mut it = Pool::new(
        PoolOptions {
            min_size: 1,
            ..options(3)
        },
        at(0),
    );
    for connection in [1, 2, 3] {
        open(&mut it, A, connection, at(0));
    }
    for (connection, when) in [(1, 10), (2, 35), (3, 40)] {
        assert_eq!(release(&mut it, connection, at(when)), []);
    }
    // Idle since 10, over at 70, and the round after that is at 90.
    assert_eq!(it.deadline(), Some(at(90)));
    let mut chores = Vec::new();
    it.maintain(at(90), &mut chores);
    assert_eq!(chores, [Chore::Close(1)]);
    it.assert_invariants();
    assert_eq!(it.deadline(), Some(at(120)));
    chores.clear();
    it.maintain(at(120), &mut chores);
    assert_eq!(chores, [Chore::Close(2)], "the last one is the minimum");
    assert_eq!((it.deadline(), it.size()), (None, 1));
}

#[test]
fn maintenance_opens_what_is_missing() {
    let mut it = Pool::new(
        PoolOptions {
            min_size: 2,
            ..options(2)
        },
        at(7),
    );
    assert_eq!(it.deadline(), Some(at(37)), "periods count from when it was made");
    let mut chores = Vec::new();
    it.maintain(at(37), &mut chores);
    assert_eq!(chores, [Chore::Open(0), Chore::Open(1)]);
    assert_eq!(it.borrow(Waiter(0), A, at(38)), Borrow::Queued, "both places are taken");
    let mut woken = Vec::new();
    let _ = it.opened(0, 1, true, at(40), &mut woken);
    assert_eq!(woken, [lent(0, A, Borrow::Use(1))]);
    let _ = it.opened(1, 2, true, at(40), &mut woken);
    assert_eq!((it.available(), it.deadline()), (1, None));
    it.assert_invariants();
}

#[test]
fn who_has_gone_while_a_connection_was_opened_leaves_it_to_others() {
    let mut it = Pool::new(options(1), at(0));
    assert_eq!(it.borrow(Waiter(0), A, at(0)), Borrow::Open(0));
    assert_eq!(it.borrow(Waiter(1), B, at(0)), Borrow::Queued);
    let mut woken = Vec::new();
    assert_eq!(it.opened(0, 4, false, at(5), &mut woken), Borrow::Use(4));
    assert_eq!(woken, [lent(1, B, Borrow::Use(4))]);
    it.assert_invariants();
}

#[test]
fn a_connection_that_is_held_for_long_is_reported_once() {
    let limit = Some(Duration::from_millis(50));
    let mut it = Pool::new(
        PoolOptions {
            leak_detection: limit,
            ..options(2)
        },
        at(0),
    );
    open(&mut it, A, 1, at(0));
    open(&mut it, B, 2, at(20));
    assert_eq!(it.deadline(), Some(at(50)));
    let mut chores = Vec::new();
    it.maintain(at(50), &mut chores);
    assert_eq!(chores, [Chore::Suspect(0, A)]);
    assert_eq!(it.deadline(), Some(at(70)));
    assert_eq!(release(&mut it, 2, at(60)), []);
    let held: Vec<_> = it.places().filter_map(|place| place.state.holder()).collect();
    assert_eq!(held, [A]);
}

#[test]
fn closing_turns_the_waiters_away_and_hands_over_every_connection() {
    let mut it = Pool::new(options(3), at(0));
    open(&mut it, A, 1, at(0));
    open(&mut it, A, 2, at(0));
    assert_eq!(release(&mut it, 1, at(0)), []);
    assert_eq!(it.borrow(Waiter(7), B, at(0)), Borrow::Use(1));
    assert_eq!(it.borrow(Waiter(8), B, at(0)), Borrow::Open(2));
    assert_eq!(it.borrow(Waiter(9), C, at(0)), Borrow::Queued);
    assert_eq!(release(&mut it, 2, at(0)), [lent(9, C, Borrow::Use(2))]);
    assert_eq!(it.borrow(Waiter(10), C, at(0)), Borrow::Queued);

    let closing = Closing {
        waiters: vec![(Waiter(10), C)],
        connections: vec![1, 2],
    };
    assert_eq!(it.close(), Ok(closing));
    it.assert_invariants();
    let mut woken = Vec::new();
    assert_eq!(
        it.opened(2, 3, true, at(1), &mut woken),
        Borrow::Closed,
        "it came too late"
    );
    assert_eq!(it.release(&1, at(1), &mut woken), Ok(GivenBack::Late));
    assert_eq!(it.borrow(Waiter(11), A, at(1)), Borrow::Closed);
    assert_eq!((it.close(), it.deadline(), woken), (Err(AlreadyClosed), None, vec![]));
}

#[test]
fn no_more_wait_than_may() {
    let mut it = Pool::new(
        PoolOptions {
            max_waiting: Some(1),
            ..options(1)
        },
        at(0),
    );
    open(&mut it, A, 1, at(0));
    assert_eq!(it.borrow(Waiter(1), B, at(0)), Borrow::Queued);
    let before = it.clone();
    assert_eq!(it.borrow(Waiter(2), C, at(0)), Borrow::Full);
    assert_eq!(it, before);
}
