//! Priority inheritance: whoever holds what a more urgent one waits for is as urgent for as long.
//!
//! The basic protocol of Sha, Rajkumar and Lehoczky ("Priority inheritance protocols: an approach to real-time
//! synchronization", IEEE Transactions on Computers 39(9), 1990). Without it a task of middle priority, which wants nothing of
//! either, keeps the holder from running and so the most urgent from ever getting the lock: priority inversion.
//!
//! *Who inherits.* The holder, from everyone who waits for it, and through it whoever the holder itself waits for, along the
//! whole chain. *How long.* As long as they wait: nothing is kept, so that nothing has to be given back; the answer is
//! worked out anew from who waits for whom.
//!
//! Does not own who may run: that is the scheduler's. Nor which of those who wait gets the lock.

use crate::Actor;

/// How urgent somebody is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Urgency {
    /// The priority that counts; a lower number is more urgent.
    pub priority: i32,
    /// Who it comes from, if it is more urgent than its own.
    pub inherited_from: Option<Actor>,
}

/// How urgent everyone is: `own` are the priorities by actor, `waits` who waits for what whom holds, as waiter and holder.
/// Rings are allowed: all in them are then as urgent as the most urgent. Actors without a priority are left out.
#[must_use]
pub fn inherit(own: impl IntoIterator<Item = i32>, waits: &[(Actor, Actor)]) -> Vec<Urgency> {
    let alone = |priority| Urgency {
        priority,
        inherited_from: None,
    };
    let mut urgencies: Vec<Urgency> = own.into_iter().map(alone).collect();
    // Each round carries urgency one link further along the chains; a priority only ever becomes more urgent.
    let mut goes_on = true;
    while std::mem::take(&mut goes_on) {
        for &(waiter, holder) in waits {
            let Some(&wants) = urgencies.get(waiter.0 as usize) else {
                continue;
            };
            let Some(holds) = urgencies.get_mut(holder.0 as usize) else {
                continue;
            };
            if wants.priority < holds.priority {
                *holds = Urgency {
                    priority: wants.priority,
                    inherited_from: wants.inherited_from.or(Some(waiter)),
                };
                goes_on = true;
            }
        }
    }
    urgencies
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn priorities(urgencies: &[Urgency]) -> Vec<i32> {
        urgencies.iter().map(|urgency| urgency.priority).collect()
    }

    #[test]
    fn a_low_holder_is_as_urgent_as_whoever_waits_for_it() {
        let (low, middle, high) = (Actor(0), Actor(1), Actor(2));
        let urgencies = inherit([9, 5, 1], &[(high, low)]);
        assert_eq!(priorities(&urgencies), [1, 5, 1]);
        assert_eq!(urgencies[low.0 as usize].inherited_from, Some(high));
        assert_eq!(urgencies[middle.0 as usize].inherited_from, None);
        assert_eq!(
            priorities(&inherit([9, 5, 1], &[])),
            [9, 5, 1],
            "nothing is kept after the wait"
        );
    }

    #[test]
    fn urgency_goes_along_a_chain_whatever_the_order_of_its_links() {
        let chain = [(Actor(1), Actor(0)), (Actor(2), Actor(1)), (Actor(3), Actor(2))];
        let urgencies = inherit([4, 3, 2, 1], &chain);
        assert_eq!(priorities(&urgencies), [1, 1, 1, 1]);
        assert_eq!(urgencies[0].inherited_from, Some(Actor(3)));
    }

    #[test]
    fn whoever_waits_for_itself_or_in_a_ring_ends_nothing() {
        let ring = [(Actor(0), Actor(1)), (Actor(1), Actor(0)), (Actor(2), Actor(2))];
        assert_eq!(priorities(&inherit([7, 3, 5], &ring)), [3, 3, 5]);
        assert_eq!(
            priorities(&inherit([1], &[(Actor(0), Actor(8)), (Actor(8), Actor(0))])),
            [1]
        );
    }

    /// The same by its definition: the most urgent of all from whom a chain of waits leads here.
    fn by_reach(own: &[i32], waits: &[(Actor, Actor)], to: u32) -> i32 {
        let mut reached = vec![to];
        let mut at = 0;
        while let Some(&holder) = reached.get(at) {
            for &(waiter, held_by) in waits {
                if held_by.0 == holder && !reached.contains(&waiter.0) {
                    reached.push(waiter.0);
                }
            }
            at += 1;
        }
        reached.iter().map(|&actor| own[actor as usize]).min().expect("itself")
    }

    proptest! {
        #[test]
        fn it_is_the_most_urgent_of_all_who_wait_for_it(
            own in prop::collection::vec(-3..4, 1..7),
            waits in prop::collection::vec((0..7u32, 0..7u32), 0..12),
        ) {
            let count = own.len() as u32;
            let waits: Vec<_> = waits.iter().map(|&(a, b)| (Actor(a % count), Actor(b % count))).collect();
            let urgencies = inherit(own.iter().copied(), &waits);
            for actor in 0..count {
                let urgency = urgencies[actor as usize];
                prop_assert_eq!(urgency.priority, by_reach(&own, &waits, actor));
                match urgency.inherited_from {
                    Some(from) => prop_assert_eq!(own[from.0 as usize], urgency.priority),
                    None => prop_assert_eq!(own[actor as usize], urgency.priority),
                }
            }
        }
    }
}
