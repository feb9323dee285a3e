//! The way from a state that the search has left out to those that it knows.
//!
//! Owns a small search step by step, from a state in the middle of steps that the search takes together. Knows nothing of the
//! way on from there; that is `guide`'s.

use std::collections::{BTreeSet, VecDeque};

use world::{Choice, World};

use crate::Verdict;
use crate::guide::Guide;
use crate::run::Runs;
use crate::search::Search;
use crate::system::{End, System};

/// How many states are looked at.
const STATES_MAX: usize = 2_000;

/// The nearest violation that was found from a state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Nearest {
    pub(crate) distance: u32,
    pub(crate) verdict: Option<Verdict>,
    pub(crate) choice: Option<Choice>,
}

/// The nearest violation, and whether all ways were followed until the search knows them, or they end.
pub(crate) fn nearest(runs: &mut Runs, search: &Search<Runs>, guide: &Guide, world: &World) -> (Option<Nearest>, bool) {
    let is_wanted = |verdict: &Verdict| !search.options().ignore.contains(verdict);
    let mut best: Option<Nearest> = None;
    let mut seen = BTreeSet::new();
    let mut open = VecDeque::from([(Box::new(world.clone()), None, 0)]);
    let mut choices = Vec::new();
    while let Some((state, first, steps)) = open.pop_front() {
        // In the order of the steps, so that what is left leads to nothing nearer.
        if best.is_some_and(|best| best.distance <= steps) {
            break;
        }
        runs.choices(&state, &mut choices);
        for &choice in &choices {
            let mut next = state.clone();
            let shown = runs.step(&mut next, choice);
            let first = first.or(Some(choice));
            let end = runs.end(&next);
            let ended = match end {
                Some(End::Bad(verdict)) => Some(verdict),
                Some(End::Good | End::Limit(_)) | None => None,
            };
            let at_once = ended.into_iter().chain(shown.diagnoses.iter()).find(is_wanted);
            let key = runs.key(&next);
            let further = search.nearest(guide, key);
            let found = match (at_once, further) {
                (Some(verdict), _) => Some((0, Some(verdict))),
                (None, Some((distance, verdict, _))) => Some((distance, verdict)),
                (None, None) => None,
            };
            if let Some((distance, verdict)) = found {
                let distance = steps + 1 + distance;
                if best.is_none_or(|best| distance < best.distance) {
                    best = Some(Nearest {
                        distance,
                        verdict,
                        choice: first,
                    });
                }
            }
            if end.is_none() && !search.knows(key) && seen.insert(key) {
                open.push_back((next, first, steps + 1));
            }
        }
        if seen.len() > STATES_MAX {
            return (best, false);
        }
    }
    (best, true)
}
