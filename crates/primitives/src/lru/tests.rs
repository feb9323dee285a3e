//! A model test against a list in the order of use.

use proptest::prelude::*;

use super::*;

#[derive(Clone, Debug)]
enum Call {
    Get(u8),
    Peek(u8),
    Insert(u8),
    Remove(u8),
    PopOldest,
    RetainEven,
    Clear,
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        4 => (0..8u8).prop_map(Call::Get),
        1 => (0..8u8).prop_map(Call::Peek),
        6 => (0..8u8).prop_map(Call::Insert),
        2 => (0..8u8).prop_map(Call::Remove),
        2 => Just(Call::PopOldest),
        1 => Just(Call::RetainEven),
        1 => Just(Call::Clear),
    ]
}

proptest! {
    #[test]
    fn behaves_like_a_list_in_the_order_of_use(calls in prop::collection::vec(call(), 0..80)) {
        let mut it: Lru<u8, usize> = Lru::default();
        let mut model: Vec<(u8, usize)> = Vec::new();
        for (step, call) in calls.into_iter().enumerate() {
            let place = |key: u8, model: &[(u8, usize)]| model.iter().position(|entry| entry.0 == key);
            match call {
                Call::Get(key) => {
                    let found = place(key, &model).map(|at| model.remove(at));
                    model.extend(found);
                    prop_assert_eq!(it.get(&key).map(|item| *item), found.map(|entry| entry.1));
                }
                Call::Peek(key) => prop_assert_eq!(it.peek(&key).copied(), place(key, &model).map(|at| model[at].1)),
                Call::Insert(key) => {
                    let before = place(key, &model).map(|at| model.remove(at).1);
                    model.push((key, step));
                    prop_assert_eq!(it.insert(key, step), before);
                }
                Call::Remove(key) => {
                    let before = place(key, &model).map(|at| model.remove(at).1);
                    prop_assert_eq!(it.remove(&key), before);
                }
                Call::PopOldest => {
                    let oldest = (!model.is_empty()).then(|| model.remove(0));
                    prop_assert_eq!(it.pop_oldest(), oldest);
                }
                Call::RetainEven => {
                    model.retain(|entry| entry.1 % 2 == 0);
                    it.retain(|item| item % 2 == 0);
                }
                Call::Clear => {
                    model.clear();
                    it.clear();
                }
            }
            it.assert_invariants();
            let entries: Vec<_> = it.iter().map(|(key, item)| (*key, *item)).collect();
            prop_assert_eq!(&entries, &model);
            prop_assert_eq!(it.len(), model.len());
            let mut sorted = model.clone();
            sorted.sort_unstable();
            prop_assert_eq!(it.by_key().map(|(key, item)| (*key, *item)).collect::<Vec<_>>(), sorted);
        }
    }
}

#[test]
fn equal_when_the_same_is_there_in_the_same_order_wherever_it_lies() {
    let mut left: Lru<u8, u8> = Lru::default();
    let mut right: Lru<u8, u8> = Lru::default();
    left.insert(1, 1);
    left.insert(2, 2);
    for key in [9, 2, 1] {
        right.insert(key, key);
    }
    right.remove(&9);
    assert_ne!(left, right, "another order");
    right.get(&2);
    assert_eq!(left, right);
}
