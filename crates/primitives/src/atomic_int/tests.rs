//! Stories of the atomic integer, a model test against unbounded arithmetic, and every order of increments by three actors.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

#[test]
fn adding_returns_the_new_value_and_exchanging_the_old_one() {
    let mut it = AtomicInt::new(5);
    assert_eq!(it.add(3), 8);
    assert_eq!(it.increment(), 9);
    assert_eq!(it.decrement(), 8);
    assert_eq!(it.exchange(-1), 8);
    assert_eq!(it.get(), -1);
    it.set(2);
    assert_eq!(it.get(), 2);
}

#[test]
fn compare_and_set_writes_only_over_what_was_expected() {
    let mut it = AtomicInt::new(1);
    assert!(!it.compare_and_set(0, 7));
    assert_eq!(it.get(), 1);
    assert!(it.compare_and_set(1, 7));
    assert_eq!(it.get(), 7);
}

#[test]
fn it_stops_where_javascript_stops_counting_exactly() {
    assert_eq!(MAX_SAFE_INTEGER as f64, 9_007_199_254_740_991.0);
    let mut it = AtomicInt::new(MAX_SAFE_INTEGER - 1);
    assert_eq!(it.increment(), MAX_SAFE_INTEGER);
    assert_eq!(it.increment(), MAX_SAFE_INTEGER);
    assert_eq!(it.add(i64::MIN), -MAX_SAFE_INTEGER);
    assert_eq!(it.decrement(), -MAX_SAFE_INTEGER);
    assert_eq!(AtomicInt::new(i64::MAX).get(), MAX_SAFE_INTEGER);
}

#[derive(Clone, Debug)]
enum Call {
    Set(i64),
    Add(i64),
    Exchange(i64),
    CompareAndSet(i64, i64),
}

fn number() -> impl Strategy<Value = i64> {
    prop_oneof![4 => -2..3i64, 1 => any::<i64>(), 1 => Just(MAX_SAFE_INTEGER), 1 => Just(-MAX_SAFE_INTEGER)]
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        number().prop_map(Call::Set),
        number().prop_map(Call::Add),
        number().prop_map(Call::Exchange),
        (number(), number()).prop_map(|(expected, value)| Call::CompareAndSet(expected, value)),
    ]
}

proptest! {
    #[test]
    fn behaves_like_unbounded_arithmetic_cut_off_at_both_ends(
        start in number(),
        calls in prop::collection::vec(call(), 0..40),
    ) {
        let cut = |value: i128| value.clamp(-(MAX_SAFE_INTEGER as i128), MAX_SAFE_INTEGER as i128);
        let mut it = AtomicInt::new(start);
        let mut model = cut(start.into());
        for call in calls {
            match call {
                Call::Set(value) => {
                    it.set(value);
                    model = cut(value.into());
                }
                Call::Add(delta) => {
                    model = cut(model + i128::from(delta));
                    prop_assert_eq!(i128::from(it.add(delta)), model);
                }
                Call::Exchange(value) => {
                    prop_assert_eq!(i128::from(it.exchange(value)), model);
                    model = cut(value.into());
                }
                Call::CompareAndSet(expected, value) => {
                    let same = model == i128::from(expected);
                    prop_assert_eq!(it.compare_and_set(expected, value), same);
                    model = if same { cut(value.into()) } else { model };
                }
            }
            it.assert_invariants();
            prop_assert_eq!(i128::from(it.get()), model);
        }
    }
}

/// Three actors that each add one three times by reading, computing and comparing-and-setting, until it succeeds.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: AtomicInt,
    increments_left: [u8; 3],
    seen: [Option<i64>; 3],
}

#[test]
fn no_order_of_compare_and_set_loops_loses_an_update() {
    let start = Scene {
        it: AtomicInt::new(0),
        increments_left: [3; 3],
        seen: [None; 3],
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        for actor in (0..3).filter(|actor| scene.increments_left[*actor] > 0) {
            let mut scene = scene.clone();
            match scene.seen[actor].take() {
                None => scene.seen[actor] = Some(scene.it.get()),
                Some(seen) => scene.increments_left[actor] -= u8::from(scene.it.compare_and_set(seen, seen + 1)),
            }
            next.push(scene);
        }
    };
    let coverage = explore(start, successors, |scene| assert_eq!(scene.it.get(), 9));
    assert!(coverage.states > 500 && coverage.ends == 1, "{coverage:?}");
}
