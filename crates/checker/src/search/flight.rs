//! Steps taken together: what is known of them before it is their turn.
//!
//! Owns where several steps lead that one edge stands for, until the layer that they lead to is complete, so that every state gets
//! its number, and everything that was found its depth, as if each step had been taken by itself. The same for races that such
//! steps lead up to. Also the new beginning of a search whose claims were contradicted.

use world::Choice;

use super::diamonds::Diamonds;
use super::{Kept, Search, Visited};
use crate::expand::{Reached, Successor};
use crate::graph::{EdgeIndex, Graph};
use crate::shortest::Suspects;
use crate::system::{End, Seen, System};
use crate::visited::StateIndex;
use crate::{BoundedBy, Verdict};

/// Steps whose layer is still to come.
pub(super) struct InFlight<S: System> {
    edge: EdgeIndex,
    key: u128,
    end: Option<End>,
    seen: Seen,
    /// Nothing if the state is known already, or not kept.
    kept: Option<Kept<S>>,
    /// What that takes.
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
    pub(super) fn take_off(&mut self, source: StateIndex, successor: Successor<S>) {
        let Successor {
            choice,
            length,
            key,
            reached,
            seen,
            lineage,
        } = successor;
        let edge = self.graph.edge_count();
        self.graph.add_edge_under_way(choice, length, seen.marks);
        let beside = lineage.clone();
        let (kept, end) = match reached {
            Reached::Taken { state, end } => (Some(Kept { state, lineage }), end),
            Reached::Like(_) => (None, None),
        };
        self.diamonds.add(source, beside.as_ref(), &seen, end.is_none());
        let kept = kept.filter(|_| self.visited.find(key).is_none());
        let (kept, bytes) = self.keep_if_room(kept);
        self.waiting_bytes += bytes;
        self.in_flight
            .entry(self.depth + length)
            .or_default()
            .push_back(InFlight {
                edge,
                key,
                end,
                seen,
                kept,
                bytes,
            });
    }

    /// The steps under way that an edge stands for, which has not landed yet.
    fn flight(&mut self, edge: EdgeIndex) -> Option<&mut InFlight<S>> {
        let depth = self.graph.depth_of(self.graph.source_of(edge)) + self.graph.length(edge);
        let flights = self.in_flight.get_mut(&depth)?;
        // They took off in the order of their numbers.
        let at = flights.binary_search_by_key(&edge, |flight| flight.edge).ok()?;
        flights.get_mut(at)
    }

    /// The key of the state that an edge leads to.
    pub(super) fn key_after(&self, edge: EdgeIndex) -> Option<u128> {
        if self.graph.has_landed(edge) {
            return Some(self.visited.key(self.graph.target(edge)));
        }
        let depth = self.graph.depth_of(self.graph.source_of(edge)) + self.graph.length(edge);
        let flights = self.in_flight.get(&depth)?;
        let at = flights.binary_search_by_key(&edge, |flight| flight.edge).ok()?;
        Some(flights[at].key)
    }

    /// The state that an edge is about to lead to, for a step that leads there sooner. Nothing if it is there already.
    pub(super) fn state_under_way(&mut self, edge: EdgeIndex) -> Option<Kept<S>> {
        if self.graph.has_landed(edge) {
            return None;
        }
        let flight = self.flight(edge)?;
        let kept = flight.kept.take();
        let bytes = std::mem::take(&mut flight.bytes);
        self.waiting_bytes -= bytes;
        kept
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
            kept,
            bytes,
        } = flight;
        self.waiting_bytes -= bytes;
        if let Some(target) = self.arrive(kept, key, end, Some(edge)) {
            self.graph.land(edge, target);
            self.diamonds.led(edge, target);
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
        self.diamonds = Diamonds::new();
        self.trail.clear();
        self.expanded.clear();
        self.in_flight.clear();
        self.races_to_come.clear();
        self.waiting_bytes = 0;
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
