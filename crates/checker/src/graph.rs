//! The graph that the search has walked: states by number, the steps between them, and the layers.
//!
//! Owns the edges, packed by their source in the order of expansion, which is the order of the states' numbers, what each
//! step told of itself, and the way by which each state was found first. Knows nothing of verdicts, and never holds a
//! state.

use world::{Choice, IoId, TaskId};

use crate::blocks::Blocks;
use crate::system::Marks;
use crate::visited::StateIndex;

/// The number of an edge, in the order in which the steps were taken.
pub(crate) type EdgeIndex = u32;

/// The most edges that can be numbered.
pub(crate) const EDGES_MAX: u64 = (u32::MAX - 1) as u64;

/// The most steps that one edge can stand for.
pub(crate) const LENGTH_MAX: u32 = 32;

/// The target of an edge that is known, but not when it arrives.
const UNDER_WAY: StateIndex = u32::MAX;

// A choice, marks and a length in 32 bits: the two highest say what kind of choice it is, the next four are the marks, then
// comes the length, less one.
const PICK: u32 = 1 << 30;
const COMPLETE: u32 = 2 << 30;
const ADVANCE: u32 = 3 << 30;
const KIND: u32 = ADVANCE;
const PROGRESS: u32 = 1 << 29;
const IN_VAIN: u32 = 1 << 28;
const WAITS: u32 = 1 << 27;
const DAEMON: u32 = 1 << 26;
const LENGTH_SHIFT: u32 = 21;
const NUMBER: u32 = (1 << LENGTH_SHIFT) - 1;
const NOWHERE: u32 = u32::MAX;

/// One step, or several by the same choice that nobody needs to be let in between.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Edge {
    pub(crate) choice: Choice,
    /// How many steps it stands for.
    pub(crate) length: u32,
    pub(crate) target: StateIndex,
    pub(crate) marks: Marks,
}

impl Edge {
    /// The task that really goes on by it: a retry in vain leaves a task where it was.
    pub(crate) fn runs(self) -> Option<TaskId> {
        match self.choice {
            Choice::Run(task) if !self.marks.is_in_vain => Some(task),
            Choice::Run(_) | Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => None,
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct PackedEdge {
    label: u32,
    target: StateIndex,
}

impl PackedEdge {
    fn pack(edge: Edge) -> PackedEdge {
        let Edge {
            choice,
            length,
            target,
            marks,
        } = edge;
        let (kind, number) = match choice {
            Choice::Run(task) => (0, task.0),
            Choice::Advance => (ADVANCE, 0),
            Choice::Pick(pick) => (PICK, pick),
            Choice::Complete(io) => (COMPLETE, io.0),
        };
        debug_assert!(number <= NUMBER, "a run has fewer tasks than that");
        let flag = |is_set: bool, bit: u32| if is_set { bit } else { 0 };
        let marks = flag(marks.is_progress, PROGRESS)
            | flag(marks.is_in_vain, IN_VAIN)
            | flag(marks.waits, WAITS)
            | flag(marks.is_daemon, DAEMON);
        let length = (length.clamp(1, LENGTH_MAX) - 1) << LENGTH_SHIFT;
        PackedEdge {
            label: kind | marks | length | number,
            target,
        }
    }

    fn length(self) -> u32 {
        (self.label >> LENGTH_SHIFT) % LENGTH_MAX + 1
    }

    fn unpack(self) -> Edge {
        let number = self.label & NUMBER;
        let choice = match self.label & KIND {
            ADVANCE => Choice::Advance,
            PICK => Choice::Pick(number),
            COMPLETE => Choice::Complete(IoId(number)),
            _ => Choice::Run(TaskId(number)),
        };
        let marks = Marks {
            is_progress: self.label & PROGRESS != 0,
            is_in_vain: self.label & IN_VAIN != 0,
            waits: self.label & WAITS != 0,
            is_daemon: self.label & DAEMON != 0,
        };
        Edge {
            choice,
            length: self.length(),
            target: self.target,
            marks,
        }
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Graph {
    edges: Blocks<PackedEdge>,
    /// Where the edges of each expanded state begin; those of the last one end where `edges` does.
    starts: Blocks<EdgeIndex>,
    /// The edge by which each state was found first.
    found_by: Blocks<EdgeIndex>,
    /// The first state of each layer: layer `n` has the states that `n` steps reach and no fewer.
    layers: Vec<StateIndex>,
    /// Tasks that could go on in a state although no step of theirs is open there, in the order of the states.
    held_back: Vec<(StateIndex, TaskId)>,
    /// States in the middle of a step that was too long, in order.
    cut_off: Vec<StateIndex>,
}

impl Graph {
    /// Adds the next state, found by an edge, which may be the next that will be added, or by none if it is the first.
    pub(crate) fn add_state(&mut self, found_by: Option<EdgeIndex>) {
        self.found_by.push(found_by.unwrap_or(NOWHERE));
    }

    /// Says that the edges to come leave `source`, whose number is greater than any before.
    pub(crate) fn begin_source(&mut self, source: StateIndex) {
        let start = self.edge_count();
        while self.starts.len() <= source as usize {
            self.starts.push(start);
        }
    }

    /// Adds a step from the source that was begun last.
    pub(crate) fn add_edge(&mut self, edge: Edge) {
        self.edges.push(PackedEdge::pack(edge));
    }

    /// Adds several steps from the source that was begun last, whose target [`Graph::land`] tells.
    pub(crate) fn add_edge_under_way(&mut self, choice: Choice, length: u32, marks: Marks) {
        let target = UNDER_WAY;
        self.add_edge(Edge {
            choice,
            length,
            target,
            marks,
        });
    }

    /// Says where steps have led.
    pub(crate) fn land(&mut self, edge: EdgeIndex, target: StateIndex) {
        self.edges[edge as usize].target = target;
    }

    /// Whether it is known where an edge leads.
    pub(crate) fn has_landed(&self, edge: EdgeIndex) -> bool {
        self.target(edge) != UNDER_WAY
    }

    /// How many steps an edge stands for.
    pub(crate) fn length(&self, edge: EdgeIndex) -> u32 {
        self.edges[edge as usize].length()
    }

    /// Says who could go on in the source that was begun last, if it were let, and whether a step is unfinished there.
    pub(crate) fn hold_back(&mut self, source: StateIndex, tasks: &[TaskId], is_cut_off: bool) {
        self.held_back.extend(tasks.iter().map(|&task| (source, task)));
        if is_cut_off {
            self.cut_off.push(source);
        }
    }

    /// The tasks that could go on in a state although no step of theirs is open there.
    pub(crate) fn held_back(&self, state: StateIndex) -> impl Iterator<Item = TaskId> {
        let start = self.held_back.partition_point(|&(source, _)| source < state);
        let rest = self.held_back[start..].iter();
        rest.take_while(move |&&(source, _)| source == state)
            .map(|&(_, task)| task)
    }

    /// Whether a step is unfinished in a state, so that nobody else is let in.
    pub(crate) fn is_cut_off(&self, state: StateIndex) -> bool {
        self.cut_off.binary_search(&state).is_ok()
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

    pub(crate) fn target(&self, edge: EdgeIndex) -> StateIndex {
        self.edges[edge as usize].target
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

    /// The edge by which a state was found first; `None` for the initial state.
    pub(crate) fn found_by(&self, state: StateIndex) -> Option<EdgeIndex> {
        Some(self.found_by[state as usize]).filter(|&edge| edge != NOWHERE)
    }

    /// The edges by which the state was found first, from the initial state on.
    pub(crate) fn first_way_to(&self, state: StateIndex) -> Vec<EdgeIndex> {
        let mut way = Vec::new();
        let mut state = state;
        while let Some(edge) = self.found_by(state) {
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

    /// The task whose step an edge is part of. In a state where something is to be picked, that is the task whose step
    /// led there, on whatever way; the clock and the world outside are nobody's.
    pub(crate) fn actor(&self, edge: EdgeIndex) -> Option<TaskId> {
        let mut edge = edge;
        loop {
            match self.edge(edge).choice {
                Choice::Run(task) => return Some(task),
                Choice::Advance | Choice::Complete(_) => return None,
                Choice::Pick(_) => edge = self.found_by(self.source_of(edge))?,
            }
        }
    }

    /// Bytes in use.
    pub(crate) fn bytes(&self) -> u64 {
        let held = self.edges.bytes()
            + self.starts.bytes()
            + self.found_by.bytes()
            + self.held_back.capacity() * size_of::<(StateIndex, TaskId)>()
            + (self.layers.capacity() + self.cut_off.capacity()) * size_of::<u32>();
        held as u64
    }
}

/// What leads into each state, packed by target, in the order of the edges.
pub(crate) struct Incoming {
    /// Where each state's list starts; it ends where the next one's does.
    starts: Vec<u32>,
    lists: Vec<u32>,
}

impl Incoming {
    /// Lists what `name` says of the edges, given the state that they leave and their number.
    pub(crate) fn of(graph: &Graph, name: impl Fn(StateIndex, EdgeIndex) -> u32) -> Incoming {
        let mut starts = vec![0_u32; graph.state_count() as usize + 1];
        for edge in (0..graph.edge_count()).filter(|&edge| graph.has_landed(edge)) {
            starts[graph.target(edge) as usize] += 1;
        }
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut lists = vec![0; graph.edge_count() as usize];
        for source in (0..graph.state_count()).rev() {
            for edge in graph.edges_of(source).rev().filter(|&edge| graph.has_landed(edge)) {
                let start = &mut starts[graph.target(edge) as usize];
                *start -= 1;
                lists[*start as usize] = name(source, edge);
            }
        }
        Incoming { starts, lists }
    }

    pub(crate) fn of_state(&self, state: StateIndex) -> &[u32] {
        &self.lists[self.starts[state as usize] as usize..self.starts[state as usize + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        for choice in [
            Choice::Run(TaskId(0)),
            Choice::Run(TaskId(2_000_000)),
            Choice::Advance,
            Choice::Pick(63),
            Choice::Complete(IoId(100_000)),
        ] {
            for bits in 0..16_u32 {
                let marks = Marks {
                    is_progress: bits & 1 != 0,
                    is_in_vain: bits & 2 != 0,
                    waits: bits & 4 != 0,
                    is_daemon: bits & 8 != 0,
                };
                for length in [1, 2, LENGTH_MAX] {
                    let edge = Edge {
                        choice,
                        length,
                        target: 77,
                        marks,
                    };
                    assert_eq!(PackedEdge::pack(edge).unpack(), edge);
                }
            }
        }
    }
}
