//! Stories of the atomic reference, a model test, and every order of compare-and-set loops by three actors.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

#[test]
fn compare_and_set_writes_only_over_what_was_expected() {
    let mut it = AtomicRef::new('a');
    assert!(!it.compare_and_set(|value| value == 'b', 'c'));
    assert_eq!(it.get(), 'a');
    assert!(it.compare_and_set(|value| value == 'a', 'c'));
    assert_eq!(it.exchange('d'), 'c');
    it.set('e');
    *it.value_mut() = 'f';
    assert_eq!(it.get(), 'f');
}

proptest! {
    #[test]
    fn behaves_like_a_variable(calls in prop::collection::vec((0..3u8, 0..3u8, 0..3u8), 0..40)) {
        let mut it = AtomicRef::new(0);
        let mut model = 0;
        for (call, expected, value) in calls {
            match call {
                0 => {
                    it.set(value);
                    model = value;
                }
                1 => prop_assert_eq!(it.exchange(value), std::mem::replace(&mut model, value)),
                _ => {
                    prop_assert_eq!(it.compare_and_set(|value| value == expected, value), model == expected);
                    model = if model == expected { value } else { model };
                }
            }
            prop_assert_eq!(it.get(), model);
        }
    }
}

#[test]
fn no_order_of_compare_and_set_loops_loses_a_push() {
    // A list of three bits each; every actor pushes its number three times.
    type Scene = (AtomicRef<u32>, [u8; 3], [Option<u32>; 3]);
    let start: Scene = (AtomicRef::new(0), [3; 3], [None; 3]);
    let successors = |(it, left, seen): &Scene, next: &mut Vec<Scene>| {
        for actor in (0..3usize).filter(|&actor| left[actor] > 0) {
            let (mut it, mut left, mut seen) = (it.clone(), *left, *seen);
            match seen[actor].take() {
                None => seen[actor] = Some(it.get()),
                Some(head) => {
                    let pushed = it.compare_and_set(|value| value == head, head << 2 | (actor as u32 + 1));
                    left[actor] -= u8::from(pushed);
                }
            }
            next.push((it, left, seen));
        }
    };
    let at_end = |(it, ..): &Scene| {
        let pushed: Vec<u32> = (0..9).map(|place| it.get() >> (2 * place) & 3).collect();
        assert!(
            (1..4).all(|actor| pushed.iter().filter(|by| **by == actor).count() == 3),
            "{pushed:?}"
        );
    };
    let coverage = explore(start, successors, at_end);
    assert_eq!(coverage.ends, 1_680, "every order of nine pushes: {coverage:?}");
}
