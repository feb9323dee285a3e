//! Steps of which it is known where they lead.
//!
//! Owns what is remembered of the steps into states that wait to be expanded: which of their siblings commute with them.
//! Where two steps commute, both orders lead to the same state; when the turn of the second order comes, the first has been
//! taken, so that its last step need not be. The graph is the same as if all steps had been taken, and so is every answer:
//! with debug assertions, which all tests have, the steps are taken nonetheless and compared ([`crate::expand`]).
//! It is the idea of sleep sets (Godefroid, "Partial-order methods for the verification of concurrent systems", 1996,
//! chapter 5), but that the edges are kept, since shortest ways and what never ends are looked for among them.

use std::collections::VecDeque;

use world::Choice;

use crate::expand::Lineage;
use crate::graph::{EdgeIndex, Graph};
use crate::system::{Seen, System};
use crate::visited::StateIndex;

const NONE: EdgeIndex = EdgeIndex::MAX;

/// What is remembered of a step.
#[derive(Clone, Copy, Debug)]
struct Step {
    source: StateIndex,
    /// The step before it that leads to the same state.
    previous: EdgeIndex,
    /// Its siblings that commute with it, one bit each.
    mates: u32,
    ops: u32,
    /// Whether it showed nothing that would have to be told again.
    is_plain: bool,
    /// Whether it leads to a state from which runs go on.
    goes_on: bool,
    /// Whether it accesses memory, so that it could be part of a race.
    accesses_memory: bool,
}

/// Steps and the states that they lead to, from the first state on that has not been expanded.
pub(super) struct Diamonds {
    steps: VecDeque<Step>,
    first_step: EdgeIndex,
    /// The last step into each state.
    into: VecDeque<EdgeIndex>,
    first_state: StateIndex,
    /// How many steps were not taken so far.
    closed: u64,
}

/// A step that closes a diamond: where it leads is where `like` leads, once the search says what that is.
#[derive(Clone, Copy)]
pub(super) struct Closing {
    /// The same step, taken from the state before.
    pub(super) same: EdgeIndex,
    pub(super) like: EdgeIndex,
    pub(super) ops: u64,
}

impl Diamonds {
    pub(super) fn new() -> Diamonds {
        Diamonds {
            steps: VecDeque::new(),
            first_step: 0,
            into: VecDeque::new(),
            first_state: 0,
            closed: 0,
        }
    }

    /// Counts a step that was not taken.
    pub(super) fn note_closed(&mut self) {
        self.closed += 1;
    }

    /// Remembers the next step, which leaves `source`.
    pub(super) fn add<S: System>(
        &mut self,
        source: StateIndex,
        lineage: Option<&Lineage<S>>,
        seen: &Seen,
        goes_on: bool,
    ) {
        let ops = u32::try_from(seen.ops);
        let says_more = Seen {
            marks: seen.marks,
            ops: seen.ops,
            ..Seen::default()
        } != *seen;
        self.steps.push_back(Step {
            source,
            previous: NONE,
            mates: lineage.map_or(0, Lineage::mates),
            is_plain: !says_more && ops.is_ok(),
            ops: ops.unwrap_or(u32::MAX),
            goes_on,
            accesses_memory: lineage.is_none_or(Lineage::accesses_memory),
        });
    }

    /// Says where a step has led.
    pub(super) fn led(&mut self, edge: EdgeIndex, target: StateIndex) {
        let Some(place) = target.checked_sub(self.first_state) else {
            return;
        };
        let place = place as usize;
        while self.into.len() <= place {
            self.into.push_back(NONE);
        }
        let last = std::mem::replace(&mut self.into[place], edge);
        if let Some(step) = edge.checked_sub(self.first_step) {
            self.steps[step as usize].previous = last;
        }
    }

    /// Forgets what was remembered for the sake of a state that has been expanded now, and of those before it.
    pub(super) fn expanded(&mut self, state: StateIndex, graph: &Graph) {
        while self.first_state <= state {
            self.into.pop_front();
            self.first_state += 1;
        }
        while let Some(first) = self.steps.front() {
            let all = graph.edges_of(first.source);
            let is_over = |edge: EdgeIndex| graph.has_landed(edge) && graph.target(edge) < self.first_state;
            if first.source == state || !all.clone().all(is_over) {
                return;
            }
            self.steps.drain(..all.len());
            self.first_step = all.end;
        }
    }

    fn step(&self, edge: EdgeIndex) -> Option<&Step> {
        self.steps.get(edge.checked_sub(self.first_step)? as usize)
    }

    /// The steps from a state that need not be taken; of those that access memory, the ones that `may_access` allows.
    pub(super) fn closing(
        &self,
        state: StateIndex,
        graph: &Graph,
        may_access: impl Fn(Choice) -> bool,
    ) -> Vec<Closing> {
        let mut found: Vec<Closing> = Vec::new();
        let mut edge = self
            .into
            .get((state - self.first_state) as usize)
            .copied()
            .unwrap_or(NONE);
        while let Some(step) = self.step(edge) {
            let mut mates = step.mates;
            while mates != 0 {
                let same = graph.edges_of(step.source).start + mates.trailing_zeros();
                mates &= mates - 1;
                let choice = graph.edge(same).choice;
                if found.iter().all(|closing| graph.edge(closing.same).choice != choice) {
                    found.extend(self.close(edge, same, graph, &may_access));
                }
            }
            edge = step.previous;
        }
        found
    }

    /// After `edge`, the step that was taken beside it as `same`.
    fn close(
        &self,
        edge: EdgeIndex,
        same: EdgeIndex,
        graph: &Graph,
        may_access: impl Fn(Choice) -> bool,
    ) -> Option<Closing> {
        let step = self.step(same)?;
        let is_allowed = !step.accesses_memory || may_access(graph.edge(same).choice);
        if !step.is_plain || !is_allowed || !graph.has_landed(same) {
            return None;
        }
        let first = graph.edge(edge);
        let mut after = graph.edges_of(graph.target(same));
        let like = after.find(|&like| graph.edge(like).choice == first.choice)?;
        // What is not remembered any more led to a state that has been expanded, or is an end.
        let goes_on = match self.step(like) {
            Some(step) => step.goes_on,
            None => !graph.edges_of(graph.target(like)).is_empty(),
        };
        let is_right = graph.length(like) == first.length && goes_on;
        is_right.then_some(Closing {
            same,
            like,
            ops: u64::from(step.ops),
        })
    }

    pub(super) fn bytes(&self) -> u64 {
        (self.steps.capacity() * size_of::<Step>() + self.into.capacity() * size_of::<EdgeIndex>()) as u64
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use world::{Granularity, Model, Setup};

    use crate::Options;
    use crate::run::Runs;
    use crate::search::Search;

    /// The whole graph, and how many of its steps were not taken.
    fn searched(source: &str, is_naive: bool) -> (Vec<String>, u64) {
        let compilation = compiler::compile(source, &compiler::Options::default());
        let setup = Setup {
            model: Model::Threads,
            granularity: Granularity::Access,
            ..Setup::default()
        };
        let mut runs = Runs::new(Arc::new(compilation.program), setup, None);
        runs.reduce();
        if is_naive {
            runs.take_all_steps();
        }
        let mut search = Search::new(runs, Options::default());
        while !search.explore(u32::MAX).is_finished {}
        let found = format!("{:?} {:?}", search.take_found(), search.ends);
        let graph = &search.graph;
        let edges = (0..graph.edge_count()).map(|edge| format!("{} {:?}", graph.source_of(edge), graph.edge(edge)));
        (edges.chain([found]).collect(), search.diamonds.closed)
    }

    fn compare(source: &str, at_least: f64) {
        let (all, none) = searched(source, true);
        let (some, closed) = searched(source, false);
        assert_eq!(none, 0);
        assert_eq!(all, some);
        let share = closed as f64 / all.len() as f64;
        assert!(share >= at_least, "{closed} of {} steps were not taken", all.len());
    }

    #[test]
    fn of_steps_on_different_objects_only_one_order_is_taken() {
        compare(
            "const locks = [0, 1, 2].map(() => new Mutex());
             async function use(lock) { for (let i = 0; i < 2; i++) { await lock.lock(); lock.unlock(); } }
             await Promise.all(locks.map((lock) => spawn(() => use(lock))));",
            0.4,
        );
    }

    #[test]
    fn steps_that_race_are_known_to_race_though_they_are_not_taken() {
        compare(
            "let a = 0, b = 0, c = 0;
             const one = spawn(() => { a = 1; b = 1; b = 2; c = 1; });
             const other = spawn(() => { b = 3; c = 2; a = 2; });
             await one; await other;
             assert(b !== 2 || c !== 2, 'the last of each');",
            0.05,
        );
    }

    #[test]
    fn who_is_served_next_depends_on_the_order() {
        compare(
            "const lock = new Mutex(), other = new Mutex();
             let first = 0;
             async function ask(id) {
               await other.lock(); other.unlock();
               await lock.lock(); if (first === 0) first = id; lock.unlock();
             }
             await Promise.all([1, 2, 3].map((id) => spawn(() => ask(id))));
             sometimes('the last is the first', () => first === 3);",
            0.05,
        );
    }
}
