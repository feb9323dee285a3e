//! The graph that the search has walked: states by number, the steps between them, and the layers.
//!
//! Owns the edges, packed by their source in the order of expansion, which is the order of the states' numbers, and
//! the way by which each state was found first. Knows nothing of verdicts, and never holds a state.

use world::{Choice, IoId, TaskId};

use crate::visited::StateIndex;

/// The number of an edge, in the order in which the steps were taken.
pub(crate) type EdgeIndex = u32;

/// The most edges that can be numbered.
pub(crate) const EDGES_MAX: u64 = (u32::MAX - 1) as u64;

// A choice in 32 bits: the number of a task, or what the two highest bits say it is.
const PICK: u32 = 1 << 30;
const COMPLETE: u32 = 2 << 30;
const ADVANCE: u32 = 3 << 30;
const NUMBER: u32 = PICK - 1;
const NOWHERE: u32 = u32::MAX;

/// One step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Edge {
    pub(crate) choice: Choice,
    pub(crate) target: StateIndex,
}

#[derive(Clone, Copy, Debug)]
struct PackedEdge {
    choice: u32,
    target: StateIndex,
}

impl PackedEdge {
    fn unpack(self) -> Edge {
        let number = self.choice & NUMBER;
        let choice = match self.choice & !NUMBER {
            ADVANCE => Choice::Advance,
            PICK => Choice::Pick(number),
            COMPLETE => Choice::Complete(IoId(number)),
            _ => Choice::Run(TaskId(number)),
        };
        Edge {
            choice,
            target: self.target,
        }
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Graph {
    edges: Vec<PackedEdge>,
    /// Where the edges of each expanded state begin; those of the last one end where `edges` does.
    starts: Vec<EdgeIndex>,
    /// The edge by which each state was found first.
    found_by: Vec<EdgeIndex>,
    /// The first state of each layer: layer `n` has the states that `n` steps reach and no fewer.
    layers: Vec<StateIndex>,
}

impl Graph {
    /// Adds the next state, found by the edge that will be added next, or by none if it is the first.
    pub(crate) fn add_state(&mut self) {
        let edge = if self.found_by.is_empty() {
            NOWHERE
        } else {
            self.edge_count()
        };
        self.found_by.push(edge);
    }

    /// Says that the edges to come leave `source`, whose number is greater than any before.
    pub(crate) fn begin_source(&mut self, source: StateIndex) {
        let start = self.edge_count();
        self.starts.resize(source as usize + 1, start);
    }

    /// Adds a step from the source that was begun last.
    pub(crate) fn add_edge(&mut self, choice: Choice, target: StateIndex) {
        let choice = match choice {
            Choice::Run(task) => task.0,
            Choice::Advance => ADVANCE,
            Choice::Pick(pick) => PICK | pick,
            Choice::Complete(io) => COMPLETE | io.0,
        };
        self.edges.push(PackedEdge { choice, target });
    }

    /// Says that the states to come are one step further away than those before.
    pub(crate) fn begin_layer(&mut self) {
        self.layers.push(self.state_count());
    }

    pub(crate) fn state_count(&self) -> u32 {
        u32::try_from(self.found_by.len()).expect("states are numbered with 32 bits")
    }

    pub(crate) fn edge_count(&self) -> u32 {
        u32::try_from(self.edges.len()).expect("the search stops before edges run out of numbers")
    }

    pub(crate) fn edge(&self, edge: EdgeIndex) -> Edge {
        self.edges[edge as usize].unpack()
    }

    /// The steps that were taken from a state.
    pub(crate) fn edges_of(&self, source: StateIndex) -> std::ops::Range<EdgeIndex> {
        let end = self.edge_count();
        let at = |index: usize| self.starts.get(index).copied().unwrap_or(end);
        at(source as usize)..at(source as usize + 1)
    }

    /// The states of a layer, as far as they are known.
    pub(crate) fn layer(&self, depth: u32) -> std::ops::Range<StateIndex> {
        let at = |index: usize| self.layers.get(index).copied().unwrap_or_else(|| self.state_count());
        at(depth as usize)..at(depth as usize + 1)
    }

    /// The layer that a state is in.
    pub(crate) fn depth_of(&self, state: StateIndex) -> u32 {
        let layers_begun = self.layers.partition_point(|&first| first <= state);
        u32::try_from(layers_begun.saturating_sub(1)).expect("there are no more layers than states")
    }

    /// The edges by which the state was found first, from the initial state on.
    pub(crate) fn first_way_to(&self, state: StateIndex) -> Vec<EdgeIndex> {
        let mut way = Vec::new();
        let mut state = state;
        while self.found_by[state as usize] != NOWHERE {
            let edge = self.found_by[state as usize];
            way.push(edge);
            state = self.source_of(edge);
        }
        way.reverse();
        way
    }

    /// The state that an edge leaves.
    pub(crate) fn source_of(&self, edge: EdgeIndex) -> StateIndex {
        let sources = self.starts.partition_point(|&start| start <= edge);
        u32::try_from(sources - 1).expect("states are numbered with 32 bits")
    }

    /// Bytes in use, and those that an analysis of the finished graph will need on top.
    pub(crate) fn bytes(&self) -> u64 {
        let held = self.edges.capacity() * size_of::<PackedEdge>()
            + (self.starts.capacity() + self.found_by.capacity() + self.layers.capacity()) * size_of::<u32>();
        let analysis = self.edges.len() * size_of::<EdgeIndex>() + self.found_by.len() * (size_of::<u32>() + 1);
        (held + analysis) as u64
    }
}
