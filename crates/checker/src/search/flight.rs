//! Steps taken together: what is known of them before it is their turn.
//!
//! Owns where several steps lead that one edge stands for, until the layer that they lead to is complete, so that every state gets
//! its number, and everything that was found its depth, as if each step had been taken by itself. The same for races that such
//! steps lead up to. Also the new beginning of a search whose claims were contradicted.

use world::Choice;

use super::{Search, Visited};
use crate::expand::Successor;
use crate::graph::{EdgeIndex, Graph};
use crate::shortest::Suspects;
use crate::system::{End, Seen, System};
use crate::{BoundedBy, Verdict};

/// Steps whose layer is still to come.
pub(super) struct InFlight<T> {
    edge: EdgeIndex,
    key: u128,
    end: Option<End>,
    seen: Seen,
    /// Nothing if the state is known already, or not kept.
    state: Option<T>,
    bytes: u64,
}

/// The second of two steps that race.
#[derive(Clone, Copy, Debug)]
pub(super) struct Second {
    pub(super) choice: Choice,
    /// How many steps by the same choice come before it.
    pub(super) before: u32,
}

impl<S: System> Search<S> {
    /// Notes where several steps lead that were taken together.
    pub(super) fn take_off(&mut self, successor: Successor<S::State>) {
        let Successor {
            choice,
            length,
            state,
            key,
            end,
            seen,
        } = successor;
        let edge = self.graph.edge_count();
        self.graph.add_edge_under_way(choice, length, seen.marks);
        let state = self.visited.find(key).is_none().then_some(state);
        let (state, of_state) = self.keep_if_room(state);
        let bytes = of_state + size_of::<InFlight<S::State>>() as u64;
        self.frontier_bytes += bytes;
        self.in_flight
            .entry(self.depth + length)
            .or_default()
            .push_back(InFlight {
                edge,
                key,
                end,
                seen,
                state,
                bytes,
            });
    }

    /// Takes in the next of the steps that lead to the layer after the one that has been expanded. Says no if there are none.
    pub(super) fn land_next(&mut self) -> bool {
        let depth = self.depth + 1;
        let Some(mut landing) = self.in_flight.first_entry().filter(|entry| *entry.key() == depth) else {
            return false;
        };
        let is_full = u64::from(self.visited.len()) >= self.options.limits.states;
        let Some(flight) = landing.get_mut().pop_front() else {
            landing.remove();
            return true;
        };
        if is_full && self.visited.find(flight.key).is_none() {
            landing.get_mut().push_front(flight);
            self.stop(BoundedBy::States);
            return true;
        }
        let InFlight {
            edge,
            key,
            end,
            seen,
            state,
            bytes,
        } = flight;
        self.frontier_bytes -= bytes;
        if let Some(target) = self.arrive(state, key, end, Some(edge)) {
            self.graph.land(edge, target);
            self.judge(edge, seen);
        }
        true
    }

    /// How many steps are on their way.
    pub(super) fn flight_count(&self) -> usize {
        self.in_flight.values().map(|flights| flights.len()).sum()
    }

    /// Notes a race, that is found where both steps come next that conflict.
    pub(super) fn note_race(&mut self, edge: EdgeIndex, second: Second) {
        let depth = self.depth + self.graph.length(edge) + second.before;
        self.races_to_come.entry(depth).or_default().push((edge, second));
    }

    /// Takes in the races that steps to the layer after the one that has been expanded lead to.
    pub(super) fn meet_races(&mut self) {
        let Some(races) = self.races_to_come.remove(&(self.depth + 1)) else {
            return;
        };
        for (edge, second) in races {
            self.suspect_edge(Verdict::Race, edge, second.before);
            self.racing.entry(edge).or_insert(second);
        }
    }

    /// Whether anything is still on its way.
    pub(super) fn awaits_more(&self) -> bool {
        !self.in_flight.is_empty() || (!self.races_to_come.is_empty() && self.wants_races())
    }

    /// Forgets all that rests on claims that do not hold.
    pub(super) fn begin_again(&mut self) {
        self.beginnings += 1;
        self.visited = Visited::new();
        self.graph = Graph::default();
        self.frontier.clear();
        self.trail.clear();
        self.expanded.clear();
        self.in_flight.clear();
        self.races_to_come.clear();
        self.frontier_bytes = 0;
        self.depth = 0;
        self.layer_end = 1;
        self.suspects.clear();
        self.settled.clear();
        self.sometimes.clear();
        self.ends.clear();
        self.diagnosed.clear();
        self.racing.clear();
        self.found.clear();
        self.faults.clear();
        self.run_limit = None;
        self.left_out = None;
        self.begin();
    }

    /// A suspected step, after which so many others come before what is suspected is there.
    pub(super) fn suspect_edge(&mut self, verdict: Verdict, edge: EdgeIndex, more: u32) {
        let note = |suspects: &mut Suspects| suspects.add_edge(edge, more);
        self.suspect(verdict, self.depth + 1, note);
    }
}
