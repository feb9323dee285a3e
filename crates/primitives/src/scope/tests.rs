//! A story of the scope, a model test, and every order of three actors' operations.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

#[test]
fn an_aborted_scope_takes_no_children_and_keeps_the_first_reason() {
    let mut it: Scope<&str> = Scope::new(Actor(0), Some("around"), Some(Instant(50)), true);
    assert_eq!((it.take_parent(), it.take_parent()), (Some("around"), None));
    assert!(it.add("a") && it.add("b"));
    it.nest("within");
    assert!(it.abort("first"));
    assert!(!it.abort("second") && !it.add("c"));
    assert_eq!(
        (it.children(), it.nested(), it.reason()),
        (&["a", "b"][..], &["within"][..], Some(&"first"))
    );
    assert_eq!(it.deadline(), None);
    it.assert_invariants();
}

#[test]
fn the_first_controller_stays() {
    let mut it: Scope<u8> = Scope::new(Actor(0), None, None, false);
    it.set_controller(1);
    it.set_controller(2);
    assert_eq!(it.controller(), Some(&1));
}

proptest! {
    #[test]
    fn children_are_those_that_came_before_the_abort(moves in prop::collection::vec(0u8..5, 0..30)) {
        let mut it: Scope<u8> = Scope::new(Actor(0), None, None, true);
        let (mut children, mut reason) = (Vec::new(), None);
        for step in moves {
            match step {
                0 => prop_assert_eq!(it.abort(step), reason.is_none()),
                child => prop_assert_eq!(it.add(child), reason.is_none()),
            }
            match step {
                0 => reason = reason.or(Some(step)),
                child => children.extend(reason.is_none().then_some(child)),
            }
            it.assert_invariants();
            prop_assert_eq!(it.children(), &children[..]);
            prop_assert_eq!(it.reason(), reason.as_ref());
        }
    }
}

#[test]
fn in_every_order_of_three_operations_by_three_actors_nobody_joins_late() {
    let start = (
        Scope::<u8>::new(Actor(0), None, Some(Instant(1)), true),
        [3u8; 3],
        0usize,
    );
    let successors = |(it, left, joined): &(Scope<u8>, [u8; 3], usize), next: &mut Vec<_>| {
        for actor in (0..3).filter(|&actor| left[actor] > 0) {
            let mut left = *left;
            left[actor] -= 1;
            let mut adding = it.clone();
            let is_in = adding.add(actor as u8);
            assert_eq!(is_in, it.state() == ScopeState::Open);
            next.push((adding, left, joined + usize::from(is_in)));
            let mut aborting = it.clone();
            aborting.abort(actor as u8);
            next.push((aborting, left, *joined));
        }
        for (it, _, joined) in next.iter() {
            it.assert_invariants();
            assert_eq!(it.children().len(), *joined);
        }
    };
    let coverage = explore(start, successors, |_| {});
    assert!(coverage.states > 300, "{coverage:?}");
}
