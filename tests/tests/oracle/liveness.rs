//! What only shows in runs that never end: livelock, starvation and stuck tasks, judged by who can reach whom.
//!
//! Owns the rules of fairness as the design states them. A task is treated fairly on a way round if it takes a step on it
//! or is unable to somewhere on it; the clock and what goes on outside happen if they are offered again and again. What
//! a task waits for is the world's to say.

use std::collections::{BTreeMap, BTreeSet};

use checker::Verdict;
use world::{Choice, EventKind, TaskId};

use crate::naive::{Edge, Naive, Shortest};

/// Fewest steps into the first of each kind.
pub(crate) fn shortest(naive: &Naive) -> Shortest {
    let graph = Endless::of(naive);
    let mut shortest = Shortest::new();
    if graph.states.is_empty() {
        return shortest;
    }
    let mut note = |verdict: Verdict, depth: Option<u32>| {
        if let Some(depth) = depth {
            let best = shortest.entry(verdict).or_insert(depth);
            *best = depth.min(*best);
        }
    };
    note(Verdict::Livelock, graph.livelock());
    for task in (0..naive.task_count()).map(TaskId) {
        note(Verdict::Starvation, graph.starvation(task));
        note(Verdict::Stuck, graph.stuck(task));
    }
    shortest
}

/// The part of a graph that can be left only by going round: what lies on cycles.
struct Endless<'a> {
    naive: &'a Naive,
    states: BTreeSet<usize>,
}

/// A step in which a task goes on, rather than asking once more in vain.
fn runs(edge: &Edge, task: TaskId) -> bool {
    edge.actor == Some(task) && !edge.is_in_vain
}

impl Endless<'_> {
    /// Takes away, again and again, the states from which nothing leads on to one that is left, and those to which
    /// nothing leads from one that is left.
    fn of(naive: &Naive) -> Endless<'_> {
        let mut states: BTreeSet<usize> = (0..naive.states.len()).collect();
        loop {
            let leads_on = |&state: &usize| {
                naive.states[state]
                    .edges
                    .iter()
                    .any(|edge| states.contains(&edge.target))
            };
            let ahead: BTreeSet<usize> = states.iter().copied().filter(leads_on).collect();
            let edges = ahead.iter().flat_map(|&state| &naive.states[state].edges);
            let targets: BTreeSet<usize> = edges.map(|edge| edge.target).collect();
            let left: BTreeSet<usize> = ahead.intersection(&targets).copied().collect();
            if left.len() == states.len() {
                return Endless { naive, states };
            }
            states = left;
        }
    }

    /// The edges from a state that stay in a set and are of a kind.
    fn inside<'s>(
        &'s self,
        state: usize,
        set: &'s BTreeSet<usize>,
        keeps: &'s dyn Fn(&Edge) -> bool,
    ) -> impl Iterator<Item = &'s Edge> {
        let edges = self.naive.states[state].edges.iter();
        edges.filter(move |edge| keeps(edge) && set.contains(&edge.target))
    }

    /// Where one can get from a state within a set, by at least one step.
    fn reach(&self, from: usize, set: &BTreeSet<usize>, keeps: &dyn Fn(&Edge) -> bool) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut open = vec![from];
        while let Some(state) = open.pop() {
            let targets = self.inside(state, set, keeps).map(|edge| edge.target);
            open.extend(targets.filter(|&target| reached.insert(target)));
        }
        reached
    }

    /// The largest sets within a set in which one can get from everywhere to everywhere.
    fn rounds(&self, set: &BTreeSet<usize>, keeps: &dyn Fn(&Edge) -> bool) -> Vec<BTreeSet<usize>> {
        let reach: BTreeMap<usize, BTreeSet<usize>> = set
            .iter()
            .map(|&state| (state, self.reach(state, set, keeps)))
            .collect();
        let mut rounds: BTreeSet<BTreeSet<usize>> = BTreeSet::new();
        for (&state, reached) in reach.iter().filter(|(state, reached)| reached.contains(state)) {
            let back = reached.iter().copied().filter(|other| reach[other].contains(&state));
            rounds.insert(back.collect());
        }
        rounds.into_iter().collect()
    }

    /// The largest sets within a set that a fair scheduler could go round in for ever.
    fn fair(&self, set: &BTreeSet<usize>, keeps: &dyn Fn(&Edge) -> bool) -> Vec<BTreeSet<usize>> {
        let mut fair = Vec::new();
        for round in self.rounds(set, keeps) {
            let inside: Vec<&Edge> = round
                .iter()
                .flat_map(|&state| self.inside(state, &round, keeps))
                .collect();
            let taken: BTreeSet<Choice> = inside.iter().map(|edge| edge.choice).collect();
            let steps: BTreeSet<TaskId> = inside.iter().filter_map(|edge| edge.actor).collect();
            let is_left_out = |edge: &Edge| {
                matches!(edge.choice, Choice::Advance | Choice::Complete(_)) && !taken.contains(&edge.choice)
            };
            let offers = |&state: &usize| self.naive.states[state].edges.iter().any(is_left_out);
            if round.iter().any(offers) {
                let without: BTreeSet<usize> = round.iter().copied().filter(|state| !offers(state)).collect();
                fair.extend(self.fair(&without, keeps));
                continue;
            }
            let is_treated_fairly =
                |task| steps.contains(&task) || round.iter().any(|&state| !self.naive.has_turn(state, task));
            // A step without end keeps everybody out, and no scheduler can help that.
            let is_endless_step = round.iter().all(|&state| self.naive.is_cut_off(state));
            if is_endless_step || (0..self.naive.task_count()).map(TaskId).all(is_treated_fairly) {
                fair.push(round);
            }
        }
        fair
    }

    fn depth(&self, states: &BTreeSet<usize>) -> Option<u32> {
        states.iter().map(|&state| self.naive.states[state].depth).min()
    }

    /// A fair way round without progress on which somebody who is no daemon takes a step.
    fn livelock(&self) -> Option<u32> {
        let keeps = |edge: &Edge| !edge.events.contains(&EventKind::Progressed);
        let rounds = self.fair(&self.states, &keeps);
        let is_work = |edge: &Edge| edge.actor.is_some_and(|task| !self.naive.is_daemon(task)) && !edge.is_in_vain;
        let busy = rounds.iter().filter(|round| {
            let mut edges = round.iter().flat_map(|&state| self.inside(state, round, &keeps));
            edges.any(is_work)
        });
        busy.filter_map(|round| self.depth(round)).min()
    }

    /// A fair way round on which a task waits that could have been served.
    fn starvation(&self, task: TaskId) -> Option<u32> {
        if self.naive.is_daemon(task) {
            return None;
        }
        let waits = |&state: &usize| self.naive.waits(state, task);
        if !self.states.iter().any(waits) {
            return None;
        }
        let keeps = |edge: &Edge| !runs(edge, task);
        let rounds = self.fair(&self.states, &keeps);
        let starving = rounds.iter().filter(|round| round.iter().any(waits));
        let served = starving.filter(|round| round.iter().any(|&state| self.can_run(state, task)));
        served.filter_map(|round| self.depth(round)).min()
    }

    /// A state from which a task that waits there never goes on, and no run ends.
    fn stuck(&self, task: TaskId) -> Option<u32> {
        let all: BTreeSet<usize> = (0..self.naive.states.len()).collect();
        let mut stuck = None;
        for &state in &all {
            let it = &self.naive.states[state];
            if it.edges.is_empty() || self.naive.is_daemon(task) || !self.naive.waits(state, task) {
                continue;
            }
            if stuck.is_some_and(|depth| depth <= it.depth) || self.can_run(state, task) {
                continue;
            }
            let ends = |state: &usize| self.naive.states[*state].edges.is_empty();
            if !self.reach(state, &all, &|_| true).iter().any(ends) {
                stuck = Some(it.depth);
            }
        }
        stuck
    }

    /// Whether some continuation runs a task.
    fn can_run(&self, from: usize, task: TaskId) -> bool {
        let all: BTreeSet<usize> = (0..self.naive.states.len()).collect();
        let mut states = self.reach(from, &all, &|_| true);
        states.insert(from);
        states
            .iter()
            .any(|&state| self.naive.states[state].edges.iter().any(|edge| runs(edge, task)))
    }
}
