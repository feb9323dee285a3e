//! Stories of the shedder, the algorithm of RFC 8289 in floating point beside it, and every order of three actors.

use std::collections::VecDeque;

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const A: Actor = Actor(0);

fn shedder(concurrency: u32, max_queue: Option<u32>) -> LoadShedder {
    LoadShedder::new(LoadShedderOptions {
        concurrency,
        target: Duration(5),
        interval: Duration(100),
        max_queue,
    })
}

fn leave(it: &mut LoadShedder, now: u64, actor: Actor) -> Vec<Shed> {
    let mut told = Vec::new();
    assert!(it.leave(Instant(now), actor, &mut told));
    it.assert_invariants();
    told
}

#[test]
fn a_burst_that_is_worked_off_in_time_loses_nobody() {
    let mut it = shedder(1, None);
    assert_eq!(it.enter(Instant(0), Waiter(0), A), Entrance::Granted);
    for waiter in 1..9 {
        assert_eq!(it.enter(Instant(0), Waiter(waiter), Actor(waiter)), Entrance::Queued);
    }
    assert_eq!(leave(&mut it, 10, A), [Shed::Granted(Waiter(1), Actor(1))]);
    for waiter in 2..9 {
        let told = leave(&mut it, 10 * u64::from(waiter), Actor(waiter - 1));
        assert_eq!(told, [Shed::Granted(Waiter(waiter), Actor(waiter))]);
    }
}

#[test]
fn a_standing_line_is_shortened_from_the_front() {
    let mut it = shedder(1, None);
    assert_eq!(it.enter(Instant(0), Waiter(0), A), Entrance::Granted);
    for waiter in 1..9 {
        assert_eq!(it.enter(Instant(0), Waiter(waiter), Actor(waiter)), Entrance::Queued);
    }
    assert_eq!(
        leave(&mut it, 50, A),
        [Shed::Granted(Waiter(1), Actor(1))],
        "it stands from 150 on"
    );
    assert_eq!(
        leave(&mut it, 160, Actor(1)),
        [
            Shed::Refused(Waiter(2), Actor(2), Duration(160)),
            Shed::Granted(Waiter(3), Actor(3))
        ]
    );
    assert!(it.is_shedding());
    assert_eq!(
        leave(&mut it, 200, Actor(3)),
        [Shed::Granted(Waiter(4), Actor(4))],
        "the next at 260"
    );
    let told = leave(&mut it, 270, Actor(4));
    assert_eq!(told[0], Shed::Refused(Waiter(5), Actor(5), Duration(270)));
    assert_eq!(told.len(), 2);
}

#[test]
fn the_line_has_an_end_and_cancelling_leaves_no_trace() {
    let mut it = shedder(1, Some(1));
    assert_eq!(it.enter(Instant(0), Waiter(0), A), Entrance::Granted);
    let before = it.clone();
    assert_eq!(it.enter(Instant(0), Waiter(1), Actor(1)), Entrance::Queued);
    assert_eq!(it.enter(Instant(0), Waiter(2), Actor(2)), Entrance::Full);
    assert!(it.cancel(Waiter(1)) && !it.cancel(Waiter(1)));
    assert_eq!(it, before);
    assert!(!it.leave(Instant(0), Actor(1), &mut Vec::new()));
}

/// The pseudocode of RFC 8289, section 5, as it stands there.
#[derive(Default)]
struct Codel {
    queue: VecDeque<(u32, f64)>,
    first_above: f64,
    drop_next: f64,
    count: u32,
    last_count: u32,
    dropping: bool,
}

impl Codel {
    fn dodeque(&mut self, now: f64) -> (Option<(u32, f64)>, bool) {
        let Some(packet) = self.queue.pop_front() else {
            self.first_above = 0.0;
            return (None, false);
        };
        if now - packet.1 < 5_000.0 || self.queue.is_empty() {
            self.first_above = 0.0;
        } else if self.first_above == 0.0 {
            self.first_above = now + 100_000.0;
        } else if now >= self.first_above {
            return (Some(packet), true);
        }
        (Some(packet), false)
    }

    fn deque(&mut self, now: f64, dropped: &mut Vec<u32>) -> Option<u32> {
        // To whole microseconds, as ours.
        let law = |t: f64, count: u32| t + (100_000.0 / f64::from(count).sqrt()).floor();
        let (mut packet, mut ok) = self.dodeque(now);
        if self.dropping {
            if !ok {
                self.dropping = false;
            }
            while now >= self.drop_next && self.dropping {
                dropped.extend(packet.map(|packet| packet.0));
                self.count += 1;
                (packet, ok) = self.dodeque(now);
                match ok {
                    false => self.dropping = false,
                    true => self.drop_next = law(self.drop_next, self.count),
                }
            }
        } else if ok {
            dropped.extend(packet.map(|packet| packet.0));
            (packet, _) = self.dodeque(now);
            self.dropping = true;
            let delta = self.count - self.last_count;
            self.count = if delta > 1 && now - self.drop_next < 1_600_000.0 {
                delta
            } else {
                1
            };
            self.drop_next = law(now, self.count);
            self.last_count = self.count;
        }
        packet.map(|packet| packet.0)
    }
}

proptest! {
    #[test]
    fn who_is_refused_is_who_codel_would_drop(moves in prop::collection::vec((1u64..40, 0u8..5), 1..300)) {
        let mut it = LoadShedder::new(LoadShedderOptions {
            concurrency: 1,
            target: Duration(5_000),
            interval: Duration(100_000),
            max_queue: None,
        });
        let mut codel = Codel::default();
        let (mut now, mut next, mut inside) = (1, 0, None);
        for (pause, arrivals) in moves {
            now += pause;
            for _ in 0..arrivals {
                next += 1;
                match it.enter(Instant(now * 1_000), Waiter(next), Actor(next)) {
                    Entrance::Granted => inside = Some(next),
                    Entrance::Queued => codel.queue.push_back((next, now as f64 * 1_000.0)),
                    Entrance::Full => unreachable!("it has no end"),
                }
            }
            now += 7;
            let Some(leaving) = inside.take() else { continue };
            let told = leave(&mut it, now * 1_000, Actor(leaving));
            let mut dropped = Vec::new();
            inside = codel.deque(now as f64 * 1_000.0, &mut dropped);
            let expected: Vec<u32> = dropped.into_iter().chain(inside).collect();
            let mut who = Vec::new();
            for told in told {
                match told {
                    Shed::Granted(waiter, _) => prop_assert_eq!(Some(waiter.0), inside),
                    Shed::Refused(..) => {}
                }
                who.push(match told { Shed::Granted(waiter, _) | Shed::Refused(waiter, ..) => waiter.0 });
            }
            prop_assert_eq!(who, expected, "at {}", now);
        }
    }
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: LoadShedder,
    now: u64,
    left: [u8; 3],
    waits: [bool; 3],
    is_in: [bool; 3],
}

#[test]
fn in_every_order_of_three_actors_whoever_waits_is_told() {
    let start = Scene {
        it: LoadShedder::new(LoadShedderOptions {
            concurrency: 1,
            target: Duration(1),
            interval: Duration(2),
            max_queue: Some(2),
        }),
        now: 0,
        left: [3; 3],
        waits: [false; 3],
        is_in: [false; 3],
    };
    let successors = |scene: &Scene, next: &mut Vec<Scene>| {
        for index in 0..3 {
            let (waiter, actor) = (Waiter(index as u32), Actor(index as u32));
            let mut after = scene.clone();
            if scene.is_in[index] {
                let mut told = Vec::new();
                after.now += 2;
                assert!(after.it.leave(Instant(after.now), actor, &mut told));
                after.is_in[index] = false;
                for told in told {
                    let (Shed::Granted(_, Actor(who)) | Shed::Refused(_, Actor(who), _)) = told;
                    assert!(std::mem::take(&mut after.waits[who as usize]), "{scene:?}");
                    after.is_in[who as usize] = matches!(told, Shed::Granted(..));
                }
                next.push(after);
            } else if scene.left[index] > 0 {
                after.left[index] -= 1;
                if scene.waits[index] {
                    assert!(after.it.cancel(waiter));
                    after.waits[index] = false;
                } else {
                    match after.it.enter(Instant(scene.now), waiter, actor) {
                        Entrance::Granted => after.is_in[index] = true,
                        Entrance::Queued => after.waits[index] = true,
                        Entrance::Full => panic!("two may wait, and one is inside"),
                    }
                }
                next.push(after);
            }
        }
        next.iter().for_each(|scene| scene.it.assert_invariants());
    };
    let at_end = |scene: &Scene| assert_eq!((scene.waits, scene.is_in), ([false; 3], [false; 3]), "{scene:?}");
    let coverage = explore(start, successors, at_end);
    assert!(coverage.states > 1_000, "{coverage:?}");
}
