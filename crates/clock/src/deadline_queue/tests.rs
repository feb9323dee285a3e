//! Stories of the deadline queue and a model test against a list that is sorted from scratch each time.

use proptest::prelude::*;

use super::*;

#[test]
fn equal_deadlines_fire_in_the_order_they_were_set() {
    let mut queue = DeadlineQueue::new();
    queue.insert(Instant(20), "late");
    queue.insert(Instant(10), "first");
    queue.insert(Instant(10), "second");
    queue.insert(Instant(20), "later");
    queue.insert(Instant(10), "third");
    queue.assert_invariants();

    assert_eq!(queue.peek(), Some((Instant(10), &"first")));
    let order: Vec<_> = queue.iter().map(|(_, _, item)| *item).collect();
    assert_eq!(order, ["first", "second", "third", "late", "later"]);
    let mut fired = Vec::new();
    while let Some((_, item)) = queue.pop_due(Instant::MAX) {
        fired.push(item);
    }
    assert_eq!(fired, order);
}

#[test]
fn nothing_fires_before_its_deadline() {
    let mut queue = DeadlineQueue::new();
    queue.insert(Instant(10), 'a');
    queue.insert(Instant(11), 'b');
    assert_eq!(queue.pop_due(Instant(9)), None);
    assert_eq!(queue.pop_due(Instant(10)), Some((Instant(10), 'a')));
    assert_eq!(queue.pop_due(Instant(10)), None);
    assert_eq!(
        queue.pop_due(Instant(50)),
        Some((Instant(11), 'b')),
        "reported with its own deadline, not with now"
    );
    assert!(queue.is_empty());
}

#[test]
fn a_timer_set_by_a_firing_one_waits_behind_its_equals() {
    let mut queue = DeadlineQueue::new();
    queue.insert(Instant(5), "a");
    queue.insert(Instant(5), "b");
    assert_eq!(queue.pop_due(Instant(5)), Some((Instant(5), "a")));
    queue.insert(Instant(5), "a again");
    assert_eq!(queue.pop_due(Instant(5)), Some((Instant(5), "b")));
    assert_eq!(queue.pop_due(Instant(5)), Some((Instant(5), "a again")));
}

#[test]
fn a_cancelled_timer_is_gone_and_its_id_stays_dead() {
    let mut queue = DeadlineQueue::new();
    let a = queue.insert(Instant(5), "a");
    let b = queue.insert(Instant(5), "b");
    assert_eq!(queue.cancel(a), Some("a"));
    assert_eq!(queue.cancel(a), None);
    assert_eq!(queue.pop_due(Instant(5)), Some((Instant(5), "b")));
    assert_eq!(queue.cancel(b), None, "it has fired");
    let c = queue.insert(Instant(5), "c");
    assert!(c != a && c != b);
    assert_eq!(queue.len(), 1);
}

#[test]
fn equality_ignores_how_the_storage_is_laid_out() {
    let mut turned = DeadlineQueue::new();
    turned.insert(Instant(1), 'x');
    turned.insert(Instant(2), 'y');
    turned.pop_due(Instant(1));
    let mut straight = DeadlineQueue::new();
    let x = straight.insert(Instant(9), 'x');
    straight.insert(Instant(2), 'y');
    straight.cancel(x);
    assert_eq!(turned, straight);
}

#[derive(Clone, Debug)]
enum Call {
    Insert(u64),
    Cancel(u64),
    PopDue(u64),
    Rename,
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        4 => (0..6u64).prop_map(Call::Insert),
        2 => (0..40u64).prop_map(Call::Cancel),
        2 => (0..6u64).prop_map(Call::PopDue),
        1 => Just(Call::Rename),
    ]
}

proptest! {
    /// The specification is a bag of (deadline, id, item) whose minimum fires.
    #[test]
    fn behaves_like_a_bag_whose_minimum_fires(calls in prop::collection::vec(call(), 0..60)) {
        let mut queue = DeadlineQueue::new();
        let mut bag: Vec<(Instant, TimerId, u64)> = Vec::new();
        for (step, call) in calls.into_iter().enumerate() {
            match call {
                Call::Insert(deadline) => {
                    let id = queue.insert(Instant(deadline), step as u64);
                    prop_assert!(bag.iter().all(|(_, other, _)| *other != id));
                    bag.push((Instant(deadline), id, step as u64));
                }
                Call::Cancel(id) => {
                    let position = bag.iter().position(|(_, other, _)| other.0 == id);
                    prop_assert_eq!(queue.cancel(TimerId(id)), position.map(|position| bag.remove(position).2));
                }
                Call::PopDue(now) => {
                    let due = bag.iter().filter(|(deadline, _, _)| deadline.0 <= now).min().copied();
                    bag.retain(|entry| Some(*entry) != due);
                    prop_assert_eq!(queue.pop_due(Instant(now)), due.map(|(deadline, _, item)| (deadline, item)));
                }
                Call::Rename => {
                    queue.items_mut().for_each(|item| *item += 1_000);
                    bag.iter_mut().for_each(|(_, _, item)| *item += 1_000);
                }
            }
            queue.assert_invariants();
            let mut expected = bag.clone();
            expected.sort_unstable();
            let actual: Vec<_> = queue.iter().map(|(deadline, id, item)| (deadline, id, *item)).collect();
            prop_assert_eq!(actual, expected);
            prop_assert_eq!(queue.len(), bag.len());
        }
    }
}
