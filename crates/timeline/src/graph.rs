//! The wait-for graph as a picture: who waits for what, held by whom, and where that comes back to itself.
//!
//! Owns the layout, which depends on nothing but the order of what it is given: whoever waits stands to the left of what it
//! waits for, and those that wait for one another stand in a ring. Decides no colour, and knows no reason: the words are
//! whoever's that makes one.

mod layout;
mod rings;

use world::{ObjectId, TaskId};

/// What a node stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Party {
    /// A task.
    Task(TaskId),
    /// An object.
    Object(ObjectId),
    /// Something else that a task waits for; the number tells it from others.
    Other(u32),
}

/// What an edge says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Relation {
    /// The one at its beginning waits for the one at its end.
    WaitsFor,
    /// What is at its beginning is held by the one at its end.
    HeldBy,
}

/// Something that waits or is waited for.
#[derive(Clone, PartialEq, Debug)]
pub struct GraphNode {
    /// What it stands for.
    pub party: Party,
    /// What is written in it.
    pub label: String,
    /// Whether a way along the edges comes back to it.
    pub is_in_cycle: bool,
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// A line from one node to another, bent towards `bend`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GraphEdge {
    /// The index of the node where it begins.
    pub from: usize,
    /// The index of the node that it points to.
    pub to: usize,
    /// What it says.
    pub relation: Relation,
    /// Whether it is a part of a cycle.
    pub is_in_cycle: bool,
    /// Where it begins.
    pub start: (f64, f64),
    /// The control point of its curve.
    pub bend: (f64, f64),
    /// Where its arrow's tip is.
    pub end: (f64, f64),
}

/// A laid out graph.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct WaitGraph {
    /// How wide the picture is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// What waits and what is waited for.
    pub nodes: Vec<GraphNode>,
    /// Who waits for whom.
    pub edges: Vec<GraphEdge>,
    /// The nodes that wait for one another, in the order in which they do, each ring by itself.
    pub cycles: Vec<Vec<usize>>,
}

impl WaitGraph {
    /// Lays out nodes with their labels, and edges by the indexes of these.
    ///
    /// An edge from or to a node that is not there is left out.
    #[must_use]
    pub fn new(parties: &[(Party, String)], edges: &[(usize, usize, Relation)]) -> WaitGraph {
        let known = |&&(from, to, _): &&(usize, usize, Relation)| from < parties.len() && to < parties.len();
        let edges: Vec<(usize, usize, Relation)> = edges.iter().filter(known).copied().collect();
        let arrows: Vec<(usize, usize)> = edges.iter().map(|&(from, to, _)| (from, to)).collect();
        let rings = rings::rings(parties.len(), &arrows);
        layout::layout(parties, &edges, &rings)
    }
}

#[cfg(test)]
mod tests;
