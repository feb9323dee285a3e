//! Every run with few preemptions: what is tried when there are too many states to look at all of them.
//!
//! Owns the depth-first search of all runs that leave a task that could go on at most so many times. Most bugs need one or
//! two preemptions (Musuvathi and Qadeer, "Iterative context bounding for systematic testing of multithreaded programs",
//! 2007). A state counts as seen only together with who ran last and how many preemptions are used up; by its key alone,
//! runs would be missed.

use std::collections::BTreeSet;

use world::{Choice, TaskId};

use crate::Verdict;
use crate::search::{Found, OPS_PER_STEP, WayStep};
use crate::system::{End, System};
use crate::verdict::Verdicts;

/// All runs of a system up to a number of preemptions, on their way.
pub(crate) struct Bounded<S: System> {
    system: S,
    bound: u32,
    steps_max: usize,
    seen: BTreeSet<(u128, Option<TaskId>, u32)>,
    stack: Vec<Branch<S::State>>,
    way: Vec<WayStep>,
    met: Verdicts,
    steps: u64,
    /// Whether some run was left because it got too long.
    is_cut: bool,
}

/// A state on the way, with the choices that are still to be tried.
struct Branch<S> {
    state: S,
    choices: Vec<Choice>,
    next: usize,
    last: Option<TaskId>,
    used: u32,
}

impl<S: System> Bounded<S> {
    pub(crate) fn new(mut system: S, bound: u32, steps_max: usize) -> Bounded<S> {
        let state = system.initial();
        let mut bounded = Bounded {
            system,
            bound,
            steps_max,
            seen: BTreeSet::new(),
            stack: Vec::new(),
            way: Vec::new(),
            met: Verdicts::default(),
            steps: 0,
            is_cut: false,
        };
        bounded.enter(state, None, 0);
        bounded
    }

    pub(crate) fn bound(&self) -> u32 {
        self.bound
    }

    /// Whether every run within the bound was looked at in full, once it is done.
    pub(crate) fn is_complete(&self) -> bool {
        !self.is_cut && self.stack.is_empty()
    }

    pub(crate) fn steps(&self) -> u64 {
        self.steps
    }

    /// Takes a step, hands over the first run of each kind that is met, and says what the step cost; `None` if no step is
    /// left.
    pub(crate) fn go_on(&mut self, example: &mut dyn FnMut(Found)) -> Option<u64> {
        let branch = self.stack.last_mut()?;
        let Some(&choice) = branch.choices.get(branch.next) else {
            self.stack.pop();
            self.way.pop();
            return Some(1);
        };
        branch.next += 1;
        Some(1 + self.take(choice, example) / OPS_PER_STEP)
    }

    /// Takes one of the choices of the last state, and says how many operations that were.
    fn take(&mut self, choice: Choice, example: &mut dyn FnMut(Found)) -> u64 {
        let Some(branch) = self.stack.last() else { return 0 };
        let (mut last, mut used) = (branch.last, branch.used);
        if let Choice::Run(task) = choice {
            let could_go_on = |before: TaskId| before != task && branch.choices.contains(&Choice::Run(before));
            used += u32::from(last.is_some_and(could_go_on));
            last = Some(task);
        }
        if used > self.bound {
            return 0;
        }
        let mut state = branch.state.clone();
        let seen = self.system.step(&mut state, choice);
        let key = self.system.key(&state);
        self.steps += 1;
        self.way.push(WayStep { choice, key: Some(key) });
        for verdict in seen.diagnoses.iter() {
            self.meet(verdict, example);
        }
        let end = self.system.end(&state);
        if let Some(End::Bad(verdict)) = end {
            self.meet(verdict, example);
        }
        self.is_cut |= matches!(end, Some(End::Limit(_)));
        let is_too_long = self.way.len() >= self.steps_max;
        if end.is_some() || !self.seen.insert((key, last, used)) {
            self.way.pop();
        } else if is_too_long {
            self.is_cut = true;
            self.way.pop();
        } else {
            self.enter(state, last, used);
        }
        seen.ops
    }

    fn enter(&mut self, state: S::State, last: Option<TaskId>, used: u32) {
        let mut choices = Vec::new();
        self.system.choices(&state, &mut choices);
        self.stack.push(Branch {
            state,
            choices,
            next: 0,
            last,
            used,
        });
    }

    fn meet(&mut self, verdict: Verdict, example: &mut dyn FnMut(Found)) {
        if self.met.contains(verdict) {
            return;
        }
        self.met.insert(verdict);
        example(Found::along(verdict, &self.way));
    }
}
