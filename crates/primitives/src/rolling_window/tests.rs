//! Stories of the window, and a model test against the list of all that was ever added.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

#[test]
fn a_bucket_is_forgotten_as_a_whole() {
    let mut it = RollingWindow::<1>::new(Duration(100), 4);
    it.add(Instant(10), [1]);
    it.add(Instant(34), [1]);
    it.add(Instant(35), [1]);
    assert_eq!(it.sums(Instant(109)), [3]);
    assert_eq!(
        it.sums(Instant(110)),
        [1],
        "the first bucket began at 10 and covers two of the three"
    );
    assert_eq!(it.sums(Instant(134)), [1]);
    assert_eq!(it.sums(Instant(135)), [0]);
}

#[test]
fn an_empty_window_has_no_past() {
    let mut it = RollingWindow::<2>::new(Duration(100), 10);
    let empty = it.clone();
    it.add(Instant(3), [1, 0]);
    it.roll(Instant(500));
    assert_eq!(it, empty);
    it.add(Instant(500), [0, 0]);
    assert_eq!(it, empty, "nothing was added");
}

proptest! {
    #[test]
    fn it_sums_up_what_lies_in_the_buckets_of_the_window(
        count in 1u32..5,
        width in 1u64..20,
        added in prop::collection::vec((0u64..30, -3i64..6), 0..40),
        look in 0u64..200,
    ) {
        let mut it = RollingWindow::<1>::new(Duration(width * u64::from(count)), count);
        // When the bucket that each amount went into began, by the rule that an empty window begins anew.
        let mut model: Vec<(u64, i64)> = Vec::new();
        let mut now = 0;
        let mut begun = 0;
        for (pause, amount) in added {
            now += pause;
            let window = |at: u64, now: u64| {
                let newest = begun + (now - begun) / width * width;
                at + width * u64::from(count) > newest
            };
            model.retain(|&(at, _)| window(at, now));
            if model.iter().all(|&(_, amount)| amount == 0) {
                begun = now;
                model.clear();
            }
            model.push((begun + (now - begun) / width * width, amount));
            it.add(Instant(now), [amount]);
            it.assert_invariants();
            // Sums of zero in every bucket are no past either; the model tells them by bucket.
            let mut buckets = std::collections::BTreeMap::new();
            model.iter().for_each(|&(at, amount)| *buckets.entry(at).or_insert(0) += amount);
            model = buckets.into_iter().filter(|&(_, amount)| amount != 0).collect();
        }
        now += look;
        let newest = begun + (now - begun) / width * width;
        let expected: i64 = model.iter().filter(|&&(at, _)| at + width * u64::from(count) > newest).map(|&(_, amount)| amount).sum();
        prop_assert_eq!(it.sums(Instant(now)), [expected]);
    }
}

/// Three actors that count three times each, while time goes on by half the width of a bucket. Who counts is no matter.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: RollingWindow<1>,
    now: Instant,
    left: u8,
    added: Vec<Instant>,
}

#[test]
fn in_every_order_of_three_additions_by_three_actors_it_is_exact_to_the_width_of_a_bucket() {
    const WIDTH: u64 = 10;
    const COUNT: u64 = 3;
    let start = Scene {
        it: RollingWindow::new(Duration(WIDTH * COUNT), COUNT as u32),
        now: Instant(7),
        left: 9,
        added: Vec::new(),
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        if scene.left > 0 {
            let mut after = scene.clone();
            after.left -= 1;
            after.it.add(after.now, [1]);
            after.added.push(after.now);
            next.push(after);
        }
        if scene.left > 0 && scene.now.0 < 4 * WIDTH {
            let mut later = scene.clone();
            later.now = Instant(later.now.0 + WIDTH / 2);
            next.push(later);
        }
        for scene in next.iter() {
            scene.it.assert_invariants();
            let since = |age: u64| {
                let recent = scene.added.iter().filter(|at| at.0 + age > scene.now.0);
                recent.count() as i64
            };
            let [sum] = scene.it.sums(scene.now);
            let (least, most) = (since(WIDTH * (COUNT - 1)), since(WIDTH * COUNT));
            assert!((least..=most).contains(&sum), "{least} {sum} {most} {scene:?}");
        }
    };
    let coverage = explore(start, successors, |scene| assert_eq!(scene.added.len(), 9));
    assert!(coverage.states > 1_000 && coverage.ends > 100, "{coverage:?}");
}
