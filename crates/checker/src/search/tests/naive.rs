//! Explorers that merge no states, keep no keys and analyse no components: slow, and hard to get wrong.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use world::{Choice, TaskId};

use super::machine::{Machine, State};
use crate::Verdict;
use crate::system::{End, Marks, System};

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
    for (first, second) in races(machine, state) {
        run.extend([first, second]);
        note(Verdict::Race, run, shortest);
        run.truncate(run.len() - 2);
    }
    for choice in choices {
        let mut next = state.clone();
        let seen = machine.step(&mut next, choice);
        run.push(choice);
        for verdict in seen.diagnoses.iter() {
            note(verdict, run, shortest);
        }
        descend(machine, &next, run, shortest);
        run.pop();
    }
}

/// The open steps that conflict, in each order in which both can be taken.
fn races(machine: &mut Machine, state: &State) -> Vec<(Choice, Choice)> {
    let mut choices = Vec::new();
    machine.choices(state, &mut choices);
    let mut accesses = Vec::new();
    for &choice in &choices {
        machine.step(&mut state.clone(), choice);
        machine.accesses(&mut |access| accesses.push((choice, access)));
    }
    let mut races = Vec::new();
    for (first, a) in &accesses {
        let mut after = state.clone();
        machine.step(&mut after, *first);
        machine.choices(&after, &mut choices);
        for (second, b) in &accesses {
            if Machine::conflict(a, b) && choices.contains(second) {
                races.push((*first, *second));
            }
        }
    }
    races
}

fn note(verdict: Verdict, run: &[Choice], shortest: &mut Shortest) {
    let tasks: Vec<&Choice> = run.iter().filter(|choice| matches!(choice, Choice::Run(_))).collect();
    let cost = (run.len(), tasks.windows(2).filter(|pair| pair[0] != pair[1]).count());
    let best = shortest.entry(verdict).or_insert(cost);
    *best = cost.min(*best);
}

/// A machine's states with the steps between them, spelled out.
pub(super) struct Explicit {
    machine: Machine,
    states: Vec<State>,
    depths: Vec<usize>,
    edges: Vec<Vec<(Choice, usize, Marks)>>,
}

impl Explicit {
    /// Every state, unless there are more than `most`.
    pub(super) fn of(machine: &Machine, most: usize) -> Option<Explicit> {
        let mut machine = machine.clone();
        let start = machine.initial();
        let mut numbers = BTreeMap::from([(start.clone(), 0)]);
        let mut explicit = Explicit {
            machine: machine.clone(),
            states: vec![start],
            depths: vec![0],
            edges: Vec::new(),
        };
        let mut choices = Vec::new();
        while explicit.edges.len() < explicit.states.len() {
            let source = explicit.edges.len();
            let state = explicit.states[source].clone();
            machine.choices(&state, &mut choices);
            let mut edges = Vec::new();
            for &choice in &choices {
                let mut next = state.clone();
                let marks = machine.step(&mut next, choice).marks;
                let new = explicit.states.len();
                let target = *numbers.entry(next.clone()).or_insert(new);
                if target == new {
                    explicit.states.push(next);
                    explicit.depths.push(explicit.depths[source] + 1);
                }
                edges.push((choice, target, marks));
            }
            explicit.edges.push(edges);
            if explicit.states.len() > most {
                return None;
            }
        }
        Some(explicit)
    }

    /// What never ends, and how many steps lead to where it begins.
    pub(super) fn endless(&self) -> BTreeMap<Verdict, usize> {
        let tasks = 0..self.machine.task_count();
        let mut found = BTreeMap::new();
        for state in 0..self.states.len() {
            let mut note = |verdict: Verdict| {
                let depth = found.entry(verdict).or_insert(usize::MAX);
                *depth = self.depths[state].min(*depth);
            };
            if self.has_fair_walk(state, |(_, _, marks)| !marks.is_progress) {
                note(Verdict::Livelock);
            }
            let onward = self.onward(state);
            let can_end = onward.iter().any(|&state| self.edges[state].is_empty());
            for task in tasks.clone() {
                let is_own = |&(choice, _, _): &(Choice, usize, Marks)| choice == Choice::Run(TaskId(task as u32));
                let can_run = onward.iter().any(|&state| self.edges[state].iter().any(is_own));
                if !self.machine.waits(&self.states[state], task) {
                    continue;
                }
                if can_run && self.has_fair_walk(state, |edge| !is_own(edge)) {
                    note(Verdict::Starvation);
                }
                if !can_run && !can_end {
                    note(Verdict::Stuck);
                }
            }
        }
        found
    }

    fn onward(&self, from: usize) -> BTreeSet<usize> {
        let mut seen = BTreeSet::from([from]);
        let mut open = vec![from];
        while let Some(state) = open.pop() {
            open.extend(
                self.edges[state]
                    .iter()
                    .map(|edge| edge.1)
                    .filter(|&target| seen.insert(target)),
            );
        }
        seen
    }

    /// Whether some walk over the edges that `keeps` takes leads back to `start` and may be repeated for ever, by trying
    /// all of them: a walk is where it is, which tasks it has been fair to, and whether it owes the clock a tick.
    fn has_fair_walk(&self, start: usize, keeps: impl Fn(&(Choice, usize, Marks)) -> bool) -> bool {
        let everybody = (1_u32 << self.machine.task_count()) - 1;
        let first = (start, self.idle(start), self.owes_a_tick(start), false);
        let mut seen = BTreeSet::new();
        let mut open = VecDeque::from([first]);
        while let Some((state, fair_to, is_offered, is_taken)) = open.pop_front() {
            for edge @ &(choice, target, _) in self.edges[state].iter().filter(|edge| keeps(edge)) {
                let stepped = match choice {
                    Choice::Run(TaskId(task)) => 1 << task,
                    Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => 0,
                };
                let next = (
                    edge.1,
                    fair_to | stepped | self.idle(target),
                    is_offered || self.owes_a_tick(target),
                    is_taken || choice == Choice::Advance,
                );
                if target == start && next.1 == everybody && (!next.2 || next.3) {
                    return true;
                }
                if seen.insert(next) {
                    open.push_back(next);
                }
            }
        }
        false
    }

    /// The tasks that cannot go on in a state, as bits.
    fn idle(&self, state: usize) -> u32 {
        let tasks = 0..self.machine.task_count();
        let idle = tasks.filter(|&task| !self.machine.can_run(&self.states[state], task));
        idle.map(|task| 1 << task).sum()
    }

    fn owes_a_tick(&self, state: usize) -> bool {
        self.edges[state].iter().any(|edge| edge.0 == Choice::Advance)
    }
}
