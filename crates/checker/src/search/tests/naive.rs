//! An explorer that merges no states, keeps no keys and stores no graph: slow, and hard to get wrong.

use std::collections::{BTreeMap, BTreeSet};

use world::Choice;

use super::machine::{Machine, State};
use crate::Verdict;
use crate::system::{End, System};

type Shortest = BTreeMap<Verdict, (usize, usize)>;

/// Fewest steps and, among those, fewest switches, by kind, over every run of a machine whose runs all end.
pub(super) fn shortest(machine: &Machine) -> Shortest {
    let mut machine = machine.clone();
    let mut shortest = Shortest::new();
    let state = machine.initial();
    descend(&mut machine, &state, &mut Vec::new(), &mut shortest);
    shortest
}

fn descend(machine: &mut Machine, state: &State, run: &mut Vec<Choice>, shortest: &mut Shortest) {
    if let Some(End::Bad(verdict)) = machine.end(state) {
        note(verdict, run, shortest);
    }
    let mut choices = Vec::new();
    machine.choices(state, &mut choices);
    for choice in choices {
        let mut next = state.clone();
        let diagnosis = machine.step(&mut next, choice);
        run.push(choice);
        if let Some(verdict) = diagnosis {
            note(verdict, run, shortest);
        }
        descend(machine, &next, run, shortest);
        run.pop();
    }
}

fn note(verdict: Verdict, run: &[Choice], shortest: &mut Shortest) {
    let tasks: Vec<&Choice> = run.iter().filter(|choice| **choice != Choice::Advance).collect();
    let cost = (run.len(), tasks.windows(2).filter(|pair| pair[0] != pair[1]).count());
    let best = shortest.entry(verdict).or_insert(cost);
    *best = cost.min(*best);
}

/// Whether some reachable state has no run to an end, asked of each state by a search of its own.
pub(super) fn has_trap(machine: &Machine) -> bool {
    let mut machine = machine.clone();
    let start = machine.initial();
    let everything = reachable(&mut machine, start);
    everything.into_iter().any(|state| {
        let onward = reachable(&mut machine, state);
        onward.iter().all(|state| machine.end(state).is_none())
    })
}

fn reachable(machine: &mut Machine, from: State) -> BTreeSet<State> {
    let mut seen = BTreeSet::from([from.clone()]);
    let mut open = vec![from];
    let mut choices = Vec::new();
    while let Some(state) = open.pop() {
        machine.choices(&state, &mut choices);
        for &choice in &choices {
            let mut next = state.clone();
            machine.step(&mut next, choice);
            if seen.insert(next.clone()) {
                open.push(next);
            }
        }
    }
    seen
}
