//! Where nodes and edges of a wait-for graph are drawn. Owns all distances.

use super::rings::is_ring;
use super::{GraphEdge, GraphNode, Party, Relation, WaitGraph};

/// The height of a node.
const NODE_HEIGHT: f64 = 32.0;
/// The width of a character of a label, about.
const CHAR_WIDTH: f64 = 7.2;
/// What a node is wider than its label.
const PADDING: f64 = 22.0;
/// What a task's badge takes besides.
const BADGE: f64 = 26.0;
/// How long a label gets.
const LABEL_MAX: usize = 20;
/// Between two columns: room for an arrow.
const COLUMN_GAP: f64 = 72.0;
/// Between two nodes of a column.
const ROW_GAP: f64 = 20.0;
/// Around the picture.
const MARGIN: f64 = 10.0;
/// How far apart nodes of a ring are at least, along it.
const RING_STEP: f64 = 92.0;
/// How far an edge of a ring is bent outward.
const BEND: f64 = 16.0;

/// A group with its size and place; coordinates of its nodes are relative to its middle.
struct Block {
    nodes: Vec<usize>,
    offsets: Vec<(f64, f64)>,
    width: f64,
    height: f64,
    column: usize,
}

pub(super) fn layout(
    parties: &[(Party, String)],
    edges: &[(usize, usize, Relation)],
    groups: &[Vec<usize>],
) -> WaitGraph {
    let arrows: Vec<(usize, usize)> = edges.iter().map(|&(from, to, _)| (from, to)).collect();
    let mut nodes: Vec<GraphNode> = parties.iter().map(|(party, label)| node(*party, label)).collect();
    let columns = columns(groups, &arrows);
    let blocks: Vec<Block> = groups
        .iter()
        .zip(columns)
        .map(|(group, column)| block(group, column, &nodes))
        .collect();
    let (width, height) = place(&blocks, &mut nodes);
    let mut group_of = vec![0; nodes.len()];
    for (index, group) in groups.iter().enumerate() {
        for &member in group {
            group_of[member] = index;
            nodes[member].is_in_cycle = is_ring(group, &arrows);
        }
    }
    let edges = edges.iter().map(|&(from, to, relation)| {
        let is_in_cycle = group_of[from] == group_of[to] && nodes[from].is_in_cycle;
        edge(from, to, relation, is_in_cycle, &nodes)
    });
    let cycles = groups.iter().filter(|group| is_ring(group, &arrows)).cloned();
    WaitGraph {
        width,
        height,
        edges: edges.collect(),
        cycles: cycles.collect(),
        nodes,
    }
}

fn node(party: Party, label: &str) -> GraphNode {
    let label = match label.chars().count() > LABEL_MAX {
        true => label.chars().take(LABEL_MAX - 1).chain(['…']).collect(),
        false => label.to_owned(),
    };
    let badge = match party {
        Party::Task(_) => BADGE,
        Party::Object(_) | Party::Other(_) => 0.0,
    };
    let width = label.chars().count() as f64 * CHAR_WIDTH + PADDING + badge;
    GraphNode {
        party,
        label,
        is_in_cycle: false,
        x: 0.0,
        y: 0.0,
        width,
        height: NODE_HEIGHT,
    }
}

/// The column of each group: one behind the last of those that wait for it.
fn columns(groups: &[Vec<usize>], edges: &[(usize, usize)]) -> Vec<usize> {
    let mut columns = vec![0; groups.len()];
    let group_of = |node: usize| groups.iter().position(|group| group.contains(&node)).unwrap_or(0);
    let between: Vec<(usize, usize)> = edges
        .iter()
        .map(|&(from, to)| (group_of(from), group_of(to)))
        .filter(|(from, to)| from != to)
        .collect();
    // Between groups there is no way back, so that every round settles one more column.
    for _ in 0..groups.len() {
        for &(from, to) in &between {
            columns[to] = columns[to].max(columns[from] + 1);
        }
    }
    columns
}

fn block(group: &[usize], column: usize, nodes: &[GraphNode]) -> Block {
    let widest = group.iter().map(|&index| nodes[index].width).fold(0.0, f64::max);
    let offsets: Vec<(f64, f64)> = match group.len() {
        1 => vec![(0.0, 0.0)],
        count => {
            // A ring flat enough for a panel that is wider than high.
            let radius = count as f64 * RING_STEP.max(widest * 1.2) / std::f64::consts::TAU;
            let (across, down) = (radius.max(widest * 0.62), (radius * 0.72).max(NODE_HEIGHT * 1.4));
            let turn =
                |index: usize| std::f64::consts::TAU * (index as f64 / count as f64) - std::f64::consts::FRAC_PI_2;
            (0..count)
                .map(|index| (across * turn(index).cos(), down * turn(index).sin()))
                .collect()
        }
    };
    let reach = |axis: fn(&(f64, f64)) -> f64| offsets.iter().map(axis).fold(0.0, |most: f64, at| most.max(at.abs()));
    // Room for what is bent outward, or for the loop over a node that waits for itself.
    let bend = 2.0 * BEND;
    Block {
        nodes: group.to_vec(),
        width: 2.0 * reach(|offset| offset.0) + widest + bend,
        height: 2.0 * reach(|offset| offset.1) + NODE_HEIGHT + bend,
        offsets,
        column,
    }
}

/// Puts the blocks in their columns, each column in the middle of the height, and says how large the picture is.
fn place(blocks: &[Block], nodes: &mut [GraphNode]) -> (f64, f64) {
    let count = blocks.iter().map(|block| block.column + 1).max().unwrap_or(0);
    let in_column = |column: usize| blocks.iter().filter(move |block| block.column == column);
    let height_of = |column: usize| {
        let gaps = ROW_GAP * in_column(column).count().saturating_sub(1) as f64;
        in_column(column).map(|block| block.height).sum::<f64>() + gaps
    };
    let height = (0..count).map(height_of).fold(0.0, f64::max);
    let mut left = MARGIN;
    for column in 0..count {
        let width = in_column(column).map(|block| block.width).fold(0.0, f64::max);
        let mut top = MARGIN + (height - height_of(column)) / 2.0;
        for block in in_column(column) {
            let middle = (left + width / 2.0, top + block.height / 2.0);
            for (&index, offset) in block.nodes.iter().zip(&block.offsets) {
                let node = &mut nodes[index];
                node.x = middle.0 + offset.0 - node.width / 2.0;
                node.y = middle.1 + offset.1 - node.height / 2.0;
            }
            top += block.height + ROW_GAP;
        }
        left += width + COLUMN_GAP;
    }
    let width = if count == 0 { 0.0 } else { left - COLUMN_GAP + MARGIN };
    (width, height + 2.0 * MARGIN)
}

fn edge(from: usize, to: usize, relation: Relation, is_in_cycle: bool, nodes: &[GraphNode]) -> GraphEdge {
    let (a, b) = (middle(&nodes[from]), middle(&nodes[to]));
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx.hypot(dy).max(1.0);
    // Two that wait for each other would lie on one line: each bends to its own side.
    let side = if is_in_cycle { BEND } else { 0.0 };
    let bend = if from == to {
        (a.0, a.1 - NODE_HEIGHT)
    } else {
        (
            (a.0 + b.0) / 2.0 + dy / length * side,
            (a.1 + b.1) / 2.0 - dx / length * side,
        )
    };
    let (start, end) = match from == to {
        true => ((a.0 - BEND, nodes[from].y), (a.0 + BEND, nodes[from].y)),
        false => (border(&nodes[from], bend), border(&nodes[to], bend)),
    };
    GraphEdge {
        from,
        to,
        relation,
        is_in_cycle,
        start,
        bend,
        end,
    }
}

fn middle(node: &GraphNode) -> (f64, f64) {
    (node.x + node.width / 2.0, node.y + node.height / 2.0)
}

/// Where the line from a node's middle to a point leaves the node.
fn border(node: &GraphNode, towards: (f64, f64)) -> (f64, f64) {
    let (x, y) = middle(node);
    let (dx, dy) = (towards.0 - x, towards.1 - y);
    let across = if dx == 0.0 {
        f64::INFINITY
    } else {
        node.width / 2.0 / dx.abs()
    };
    let down = if dy == 0.0 {
        f64::INFINITY
    } else {
        node.height / 2.0 / dy.abs()
    };
    let part = across.min(down).min(1.0);
    (x + dx * part, y + dy * part)
}
