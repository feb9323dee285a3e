//! From states and edges to ways that lead to what was found.
//!
//! Owns the choice of the ways to report, for each kind of violation once. Runs none of them.

use world::{Choice, TaskId};

use super::Search;
use crate::Verdict;
use crate::graph::EdgeIndex;
use crate::liveness::{self, Endless};
use crate::shortest::{self, Suspects};
use crate::system::System;

/// One step of a way that the search found, with the key of the state that it leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct WayStep {
    pub(crate) choice: Choice,
    pub(crate) key: u128,
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
        let way = |edges: Vec<EdgeIndex>| Way {
            steps: self.way_steps(&edges),
            second: edges
                .last()
                .and_then(|edge| self.racing.get(edge))
                .copied()
                .filter(|_| verdict == Verdict::Race),
            ..Way::default()
        };
        Found {
            verdict,
            best: way(shortest::fewest_switches(&self.graph, suspects)),
            plain: way(suspects.first_way(&self.graph)),
            names: Vec::new(),
        }
    }

    /// What only the whole graph shows: what is true nowhere, and what never ends.
    pub(super) fn find_what_never_happens(&mut self) {
        self.find_never_true();
        for endless in liveness::endless(&self.graph) {
            if self.is_reported(endless.verdict) {
                let suspects = endless.suspects();
                let best = self.around(&endless, shortest::fewest_switches(&self.graph, &suspects));
                let plain = self.around(&endless, suspects.first_way(&self.graph));
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
        let round = u32::try_from(lap.len()).unwrap_or(u32::MAX);
        edges.extend(lap);
        Way {
            steps: self.way_steps(&edges),
            lap: Some(round).filter(|&round| round > 0),
            waiting,
            second: None,
        }
    }

    pub(super) fn way_steps(&self, way: &[EdgeIndex]) -> Vec<WayStep> {
        way.iter()
            .map(|&edge| {
                let step = self.graph.edge(edge);
                WayStep {
                    choice: step.choice,
                    key: self.visited.key(step.target),
                }
            })
            .collect()
    }
}
