//! Stories of the connection, a model test against a naive specification, and every order of three users' operations.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

fn at(millis: u64) -> Instant {
    Instant::ZERO.saturating_add(Duration::from_millis(millis))
}

#[test]
fn it_is_opened_used_and_closed() {
    let mut it = Connection::new(ConnectionOptions::default());
    assert_eq!(it.enter(at(0)), Err(Unusable(ConnectionState::New)));
    assert_eq!(it.open(at(1)), Ok(()));
    assert_eq!(it.open(at(1)), Err(Unusable(ConnectionState::Open)));
    assert_eq!((it.enter(at(2)), it.uses()), (Ok(()), 1));
    assert!(it.close() && !it.close());
    assert_eq!(it.enter(at(3)), Err(Unusable(ConnectionState::Closed)));
    assert_eq!(it.open(at(3)), Err(Unusable(ConnectionState::Closed)));
    it.assert_invariants();
}

#[test]
fn it_dies_of_a_use_or_of_age() {
    let of_use = ConnectionOptions {
        dies_at_use: Some(2),
        dies_after: None,
    };
    let mut it = Connection::new(of_use);
    assert_eq!(it.open(at(0)), Ok(()));
    assert_eq!(it.enter(at(0)), Ok(()));
    assert_eq!(it.enter(at(0)), Err(Unusable(ConnectionState::Dead)));
    assert_eq!(it.state(at(0)), ConnectionState::Dead);
    assert!(it.close(), "a dead one can still be closed");

    let of_age = ConnectionOptions {
        dies_at_use: None,
        dies_after: Some(Duration::from_millis(10)),
    };
    let mut it = Connection::new(of_age);
    assert_eq!(it.state(at(50)), ConnectionState::New, "age counts from opening");
    assert_eq!(it.open(at(50)), Ok(()));
    assert_eq!((it.dies(), it.state(at(59))), (Some(at(60)), ConnectionState::Open));
    assert_eq!(it.enter(at(60)), Err(Unusable(ConnectionState::Dead)));
}

proptest! {
    /// The specification: what has happened, as a list.
    #[test]
    fn behaves_like_what_has_happened_to_it(
        dies_at_use in prop::option::of(1..4u32),
        dies_after in prop::option::of(1..20u64),
        calls in prop::collection::vec((0..4u8, 0..5u64), 0..30),
    ) {
        let options = ConnectionOptions { dies_at_use, dies_after: dies_after.map(Duration::from_millis) };
        let mut it = Connection::new(options);
        let (mut now, mut opened, mut closed, mut uses) = (0, None, false, 0);
        for (call, pause) in calls {
            now += pause;
            let is_dead = |uses: u32| {
                let by_age = opened.zip(dies_after).is_some_and(|(opened, after)| opened + after <= now);
                opened.is_some() && (by_age || dies_at_use.is_some_and(|last| uses >= last))
            };
            let state = match opened {
                _ if closed => ConnectionState::Closed,
                None => ConnectionState::New,
                Some(_) if is_dead(uses) => ConnectionState::Dead,
                Some(_) => ConnectionState::Open,
            };
            prop_assert_eq!(it.state(at(now)), state);
            match call {
                0 => {
                    let is_done = it.open(at(now)).is_ok();
                    prop_assert_eq!(is_done, state == ConnectionState::New);
                    opened = if is_done { Some(now) } else { opened };
                }
                1 | 2 => {
                    uses += u32::from(state == ConnectionState::Open);
                    let survives = state == ConnectionState::Open && !is_dead(uses);
                    prop_assert_eq!(it.enter(at(now)).is_ok(), survives);
                }
                _ => {
                    prop_assert_eq!(it.close(), !closed);
                    closed = true;
                }
            }
            it.assert_invariants();
        }
    }
}

#[test]
fn every_order_of_three_operations_by_three_users_opens_it_once() {
    let dies = ConnectionOptions {
        dies_at_use: Some(3),
        dies_after: None,
    };
    // The connection, what each may still do, how often it was opened, and how often it was used well.
    let start = (Connection::new(dies), [3u8; 3], 0u8, 0u8);
    let coverage = explore(
        start,
        |(it, left, opened, used), next| {
            for user in (0..3).filter(|&user| left[user] > 0) {
                let mut left = *left;
                left[user] -= 1;
                let (mut opening, mut using, mut closing) = (it.clone(), it.clone(), it.clone());
                let is_opened = u8::from(opening.open(at(0)).is_ok());
                let is_used = u8::from(using.enter(at(0)).is_ok());
                closing.close();
                next.push((opening, left, opened + is_opened, *used));
                next.push((using, left, *opened, used + is_used));
                next.push((closing, left, *opened, *used));
            }
            for (it, _, opened, used) in next.iter() {
                it.assert_invariants();
                assert!(*opened <= 1 && *used <= 2 && (*used == 0 || *opened == 1), "{it:?}");
            }
        },
        |_| {},
    );
    assert!(coverage.states > 100 && coverage.ends > 5, "{coverage:?}");
}
