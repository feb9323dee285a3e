//! From states and edges to ways that lead to what was found.
//!
//! Owns the choice of the ways to report, for each kind of violation once. Runs none of them.

use world::{Choice, TaskId};

use super::{Search, Second};
use crate::Verdict;
use crate::graph::EdgeIndex;
use crate::liveness::Endless;
use crate::shortest::{self, Suspects};
use crate::system::System;

/// One step of a way that the search found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct WayStep {
    pub(crate) choice: Choice,
    /// The key of the state that it leads to, unless that is in the middle of steps that were taken together.
    pub(crate) key: Option<u128>,
}

/// A way from the initial state.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Way {
    pub(crate) steps: Vec<WayStep>,
    /// How many steps at its end lead round, back to the state before them.
    pub(crate) lap: Option<u32>,
    /// The task that waits from the state before the lap on; without a lap, from the last state on.
    pub(crate) waiting: Option<TaskId>,
    /// For a race: the second step, after the last, which is the first.
    pub(crate) second: Option<Choice>,
}

impl Way {
    /// How often another task goes on than the one before.
    fn switches(&self) -> usize {
        let choices = self.steps.iter().map(|step| step.choice).chain(self.second);
        let tasks: Vec<Choice> = choices.filter(|choice| matches!(choice, Choice::Run(_))).collect();
        tasks.windows(2).filter(|pair| pair[0] != pair[1]).count()
    }
}

/// A violation, with ways that lead to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Found {
    pub(crate) verdict: Verdict,
    /// Fewest steps, then fewest switches.
    pub(crate) best: Way,
    /// Fewest steps, along the very states that the search kept.
    pub(crate) plain: Way,
    /// For `sometimes`: the conditions that are true nowhere.
    pub(crate) names: Vec<String>,
}

impl Found {
    /// What one run has met, with no other way to it than that run.
    pub(crate) fn along(verdict: Verdict, steps: &[WayStep]) -> Found {
        let way = Way {
            steps: steps.to_vec(),
            ..Way::default()
        };
        Found {
            verdict,
            best: way.clone(),
            plain: way,
            names: Vec::new(),
        }
    }
}

/// A state that breaks the rules of a system, and the way to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Fault {
    pub(crate) reason: String,
    pub(crate) way: Vec<WayStep>,
}

impl<S: System> Search<S> {
    /// Chooses the ways to the violations of the layer that is complete now.
    pub(super) fn settle(&mut self) {
        let open: Vec<(Verdict, Suspects)> = self
            .suspects
            .iter()
            .filter(|(verdict, _)| !self.settled.contains(verdict))
            .map(|(&verdict, suspects)| (verdict, suspects.clone()))
            .collect();
        for (verdict, suspects) in open {
            let found = self.straight(verdict, &suspects);
            self.found.push(found);
            self.settled.insert(verdict);
            // Where it was is told; that it was is all that later layers ask.
            self.suspects.insert(verdict, Suspects::default());
        }
        self.racing.clear();
    }

    fn straight(&self, verdict: Verdict, suspects: &Suspects) -> Found {
        let best = match verdict {
            Verdict::Race => self.best_race(suspects),
            _ => self.way(verdict, &shortest::fewest_switches(&self.graph, suspects)),
        };
        Found {
            verdict,
            best,
            plain: self.way(verdict, &suspects.first_way(&self.graph)),
            names: Vec::new(),
        }
    }

    fn way(&self, verdict: Verdict, edges: &[EdgeIndex]) -> Way {
        let racing = edges.last().and_then(|edge| self.racing.get(edge));
        let second = racing.copied().filter(|_| verdict == Verdict::Race);
        let mut steps = self.way_steps(edges);
        if let Some(second) = second {
            self.lead_up_to(second, edges, &mut steps);
        }
        Way {
            steps,
            second: second.map(|second| second.choice),
            ..Way::default()
        }
    }

    /// The way to a race. Steps that lead up to its second step cost switches of their own unless they can come right after
    /// its task's last step.
    fn best_race(&self, suspects: &Suspects) -> Way {
        let switches_more = |&(edge, _): &(EdgeIndex, u32)| {
            let second = self.racing.get(&edge).filter(|second| second.before > 0);
            second.is_some_and(|second| {
                let mut way = self.graph.first_way_to(self.graph.source_of(edge));
                way.push(edge);
                self.boundary(second.choice, &way).1 > 0
            })
        };
        let (later, usual): (Vec<_>, Vec<_>) = suspects.edges.iter().copied().partition(switches_more);
        let ways = [usual, later]
            .into_iter()
            .filter(|edges| !edges.is_empty())
            .map(|edges| {
                let states = Vec::new();
                let suspects = Suspects {
                    edges,
                    states,
                    ..*suspects
                };
                self.way(Verdict::Race, &shortest::fewest_switches(&self.graph, &suspects))
            });
        ways.min_by_key(Way::switches).unwrap_or_default()
    }

    /// Adds the steps that come before the second step of a race; `edges` lead to the first, which is the last of them.
    fn lead_up_to(&self, second: Second, edges: &[EdgeIndex], steps: &mut Vec<WayStep>) {
        if second.before == 0 {
            return;
        }
        let (boundary, _) = self.boundary(second.choice, edges);
        let at: u32 = edges[..boundary].iter().map(|&edge| self.graph.length(edge)).sum();
        let at = at as usize;
        let step = WayStep {
            choice: second.choice,
            key: None,
        };
        // From here on the states are others than those that the search has seen.
        steps[at..].iter_mut().for_each(|step| step.key = None);
        steps.splice(at..at, std::iter::repeat_n(step, second.before as usize));
    }

    /// Before which edge of a way the steps that lead up to a race's second step are best taken, and how many switches more
    /// they cost there. They commute with what others do, so that they can come anywhere after their task's last step, once
    /// what it waits for has happened.
    fn boundary(&self, second: Choice, way: &[EdgeIndex]) -> (usize, usize) {
        let choices: Vec<Choice> = way.iter().map(|&edge| self.graph.edge(edge).choice).collect();
        let first = choices.len().saturating_sub(1);
        let is_run = |choice: &&Choice| matches!(choice, Choice::Run(_));
        let switches_more = |at: usize| {
            let before = choices[..at].iter().rfind(is_run);
            let after = choices[at..].iter().find(is_run);
            let differs = |one: Option<&Choice>, other: Option<&Choice>| one.zip(other).is_some_and(|(a, b)| a != b);
            let more = usize::from(differs(before, Some(&second))) + usize::from(differs(Some(&second), after));
            more.saturating_sub(usize::from(differs(before, after)))
        };
        let is_open = |at: &usize| {
            let mut open = self.graph.edges_of(self.graph.source_of(way[*at]));
            open.any(|edge| self.graph.edge(edge).choice == second)
        };
        let own = choices[..first].iter().rposition(|&choice| choice == second);
        let places = (own.map_or(0, |own| own + 1)..first).filter(is_open).chain([first]);
        let costs = places.map(|at| (at, switches_more(at)));
        costs.min_by_key(|&(_, more)| more).unwrap_or((first, 0))
    }

    /// Whether anything endless is to be reported.
    pub(super) fn is_any_wanted(&self, endless: &[Endless]) -> bool {
        let is_wanted = |verdict: Verdict| !self.options.ignore.contains(&verdict);
        endless.iter().any(|endless| is_wanted(endless.verdict))
    }

    /// What only the whole graph shows: what is true nowhere, and what never ends.
    pub(super) fn find_what_never_happens(&mut self, endless: &[Endless]) {
        self.find_never_true();
        for endless in endless {
            if self.is_reported(endless.verdict) {
                let suspects = endless.suspects();
                let best = self.around(endless, shortest::fewest_switches(&self.graph, &suspects));
                let plain = self.around(endless, suspects.first_way(&self.graph));
                self.found.push(Found {
                    verdict: endless.verdict,
                    best,
                    plain,
                    names: Vec::new(),
                });
            }
        }
    }

    /// Conditions given to `sometimes` that never came true: one finding, at the one that is named first.
    fn find_never_true(&mut self) {
        // A run that met a bound, or one that was left out, might have come to where it is true.
        if self.run_limit.is_some() || self.left_out.is_some() {
            return;
        }
        let open = self
            .sometimes
            .iter()
            .filter_map(|(name, named)| Some((name, named.as_ref()?)));
        let Some((_, first)) = open.clone().min_by_key(|(_, suspects)| suspects.depth) else {
            return;
        };
        let names = open.map(|(name, _)| name.clone()).collect();
        let found = Found {
            names,
            ..self.straight(Verdict::Sometimes, first)
        };
        if self.is_reported(Verdict::Sometimes) {
            self.found.push(found);
        }
    }

    fn is_reported(&mut self, verdict: Verdict) -> bool {
        let is_ignored = self.options.ignore.contains(&verdict);
        if is_ignored {
            self.ignored.insert(verdict);
        }
        !is_ignored
    }

    /// Follows a way to where something endless begins, and once around.
    fn around(&self, endless: &Endless, mut edges: Vec<EdgeIndex>) -> Way {
        let start = edges.last().map_or(0, |&edge| self.graph.target(edge));
        let (lap, waiting) = endless.from(&self.graph, start);
        let round = lap.iter().map(|&edge| self.graph.length(edge)).sum();
        edges.extend(lap);
        Way {
            steps: self.way_steps(&edges),
            lap: Some(round).filter(|&round: &u32| round > 0),
            waiting,
            second: None,
        }
    }

    pub(super) fn way_steps(&self, way: &[EdgeIndex]) -> Vec<WayStep> {
        let mut steps = Vec::with_capacity(way.len());
        for &edge in way {
            let edge = self.graph.edge(edge);
            let choice = edge.choice;
            let inner = WayStep { choice, key: None };
            steps.extend(std::iter::repeat_n(inner, edge.length as usize - 1));
            let key = Some(self.visited.key(edge.target));
            steps.push(WayStep { choice, key });
        }
        steps
    }
}
