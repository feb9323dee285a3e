//! What steps lead to, taken in one by one.
//!
//! Owns how a state gets its number and an edge its place, and what is noted of both. When whose turn it is, is the search's.

use super::{Kept, Reached, Search, Second, Waiting, let_go};
use crate::expand::{Expansion, Successor};
use crate::graph::{Edge, EdgeIndex};
use crate::search::Fault;
use crate::shortest::Suspects;
use crate::system::{End, Seen, Sometimes, System};
use crate::verdict::Verdicts;
use crate::visited::{Lookup, StateIndex};
use crate::{BoundedBy, Verdict};

impl<S: System> Search<S> {
    /// Puts a state's successors where they belong.
    pub(super) fn take_in(&mut self, source: StateIndex, expansion: Expansion<S>) {
        debug_assert!(expansion.repeated.iter().all(|&fact| !self.system.is_news(fact)));
        if self.system.learn(&expansion.facts) {
            return self.begin_again();
        }
        self.graph.begin_source(source);
        self.graph.hold_back(source, &expansion.held_back, expansion.is_cut_off);
        if expansion.successors.is_empty() {
            let way = self.way_steps(&self.graph.first_way_to(source));
            let reason = "a state that is no end offers no choice".to_owned();
            self.faults.push(Fault { reason, way });
            return self.stop(BoundedBy::Defect);
        }
        let first_edge = self.graph.edge_count();
        let mut races = expansion.races;
        races.sort_unstable();
        races.dedup_by_key(|&mut (first, _)| first);
        let second = |at: usize| Second {
            choice: expansion.successors[at].choice,
            before: expansion.successors[at].length - 1,
        };
        let seconds: Vec<(usize, Second)> = races.into_iter().map(|(first, at)| (first, second(at))).collect();
        for successor in expansion.successors {
            self.take_in_successor(source, successor);
        }
        self.diamonds.expanded(source, &self.graph);
        for (first, second) in seconds {
            self.note_race(first_edge + u32::try_from(first).unwrap_or(0), second);
        }
    }

    fn take_in_successor(&mut self, source: StateIndex, successor: Successor<S>) {
        self.ops += successor.seen.ops;
        if let Reached::Like(_) = successor.reached {
            self.diamonds.note_closed();
        }
        // The same whatever was seen first.
        self.left_out = self.left_out.into_iter().chain(successor.seen.left_out).min();
        if successor.length > 1 {
            return self.take_off(source, successor);
        }
        let Successor {
            choice,
            length,
            key,
            reached,
            seen,
            lineage,
        } = successor;
        let edge = self.graph.edge_count();
        let beside = lineage.clone();
        let (kept, end) = match reached {
            Reached::Taken { state, end } => (Some(Kept { state, lineage }), end),
            Reached::Like(like) => (self.state_under_way(like), None),
        };
        if let Some(target) = self.arrive(kept, key, end, Some(edge)) {
            let marks = seen.marks;
            self.graph.add_edge(Edge {
                choice,
                length,
                target,
                marks,
            });
            self.diamonds.add(source, beside.as_ref(), &seen, end.is_none());
            self.diamonds.led(edge, target);
            self.judge(edge, seen);
        }
    }

    /// Notes what a step to the layer after the one that is being expanded has shown.
    pub(super) fn judge(&mut self, edge: EdgeIndex, seen: Seen) {
        if seen.diagnoses != Verdicts::default() {
            let mut wanted = Verdicts::default();
            for verdict in seen.diagnoses.iter() {
                self.suspect_edge(verdict, edge, 0);
                if !self.options.ignore.contains(&verdict) {
                    wanted.insert(verdict);
                }
            }
            if wanted != Verdicts::default() {
                let at = self.diagnosed.partition_point(|&(known, _)| known < edge);
                self.diagnosed.insert(at, (edge, wanted));
            }
        }
        for sometimes in seen.sometimes {
            self.note_sometimes(sometimes, edge);
        }
    }

    /// Numbers a state that an edge has led to, and if it is new, judges it or lets it wait. `None` if a limit leaves no
    /// room for it. A state that is missing is made again if it is needed.
    pub(super) fn arrive(
        &mut self,
        kept: Option<Kept<S>>,
        key: u128,
        end: Option<End>,
        edge: Option<EdgeIndex>,
    ) -> Option<StateIndex> {
        let depth = edge.map_or(0, |_| self.depth + 1);
        match self.visited.insert(key, self.options.limits.states.max(1)) {
            None => {
                self.stop(BoundedBy::States);
                None
            }
            Some(Lookup::Known(index)) => {
                self.let_go(kept);
                Some(index)
            }
            Some(Lookup::New(index)) => {
                self.graph.add_state(edge);
                self.ends
                    .extend(end.filter(|&end| end != End::Good).map(|end| (index, end)));
                match end {
                    None => {
                        self.wait(index, kept);
                        return Some(index);
                    }
                    Some(End::Good) => {}
                    Some(End::Bad(verdict)) => {
                        self.suspect(verdict, depth, |suspects| suspects.states.push(index));
                    }
                    Some(End::Limit(limit)) => self.run_limit = self.run_limit.or(Some(BoundedBy::Run(limit))),
                }
                self.let_go(kept);
                Some(index)
            }
        }
    }

    fn wait(&mut self, index: StateIndex, kept: Option<Kept<S>>) {
        let (what, bytes) = self.keep_if_room(kept);
        self.waiting_bytes += bytes;
        self.frontier.push_back(Waiting { index, what, bytes });
    }

    /// The state, if there is room for it beside those that are kept, and what it takes.
    pub(super) fn keep_if_room(&mut self, kept: Option<Kept<S>>) -> (Option<Kept<S>>, u64) {
        let bytes = kept.as_ref().map_or(0, |kept| self.system.bytes(&kept.state));
        if self.waiting_bytes + bytes <= self.room() {
            let mut kept = kept;
            kept.iter_mut().for_each(|kept| self.system.shrink(&mut kept.state));
            return (kept, bytes);
        }
        self.let_go(kept);
        (None, 0)
    }

    /// Keeps no more of a state than its memory, for the next copy.
    fn let_go(&mut self, kept: Option<Kept<S>>) {
        let_go(kept.map(|kept| kept.state), &mut self.spare);
    }

    /// Whether nobody knows yet that there are races.
    pub(super) fn wants_races(&self) -> bool {
        !self.settled.contains(&Verdict::Race) && !self.ignored.contains(&Verdict::Race)
    }

    /// Notes a violation, unless its kind is ignored or was found in an earlier layer.
    pub(super) fn suspect(&mut self, verdict: Verdict, depth: u32, note: impl FnOnce(&mut Suspects)) {
        if self.options.ignore.contains(&verdict) {
            if !self.ignored.contains(&verdict) {
                self.ignored.insert(verdict);
            }
            return;
        }
        let suspects = self.suspects.entry(verdict).or_insert_with(|| Suspects {
            depth,
            ..Suspects::default()
        });
        if suspects.depth == depth && !self.settled.contains(&verdict) {
            note(suspects);
        }
    }

    /// Notes where a condition given to `sometimes` is named first, and that it comes true.
    fn note_sometimes(&mut self, sometimes: Sometimes, edge: u32) {
        let depth = self.depth + 1;
        let named = self.sometimes.entry(sometimes.name).or_insert_with(|| {
            Some(Suspects {
                depth,
                ..Suspects::default()
            })
        });
        match named {
            Some(_) if sometimes.is_held => *named = None,
            Some(suspects) if suspects.depth == depth => suspects.add_edge(edge, 0),
            Some(_) | None => {}
        }
    }
}
