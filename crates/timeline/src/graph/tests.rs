//! The layout of wait-for graphs: rings, columns, nothing on top of anything else.

use proptest::prelude::*;

use super::*;

fn task(id: u32) -> (Party, String) {
    (Party::Task(TaskId(id)), format!("task {id}"))
}

fn object(id: u32) -> (Party, String) {
    (Party::Object(ObjectId(id)), format!("lock {id}"))
}

#[test]
fn whoever_waits_stands_left_of_what_it_waits_for() {
    let graph = WaitGraph::new(
        &[task(0), object(0), task(1)],
        &[(0, 1, Relation::WaitsFor), (1, 2, Relation::HeldBy)],
    );
    assert!(graph.cycles.is_empty());
    let [waiting, lock, holder] = &graph.nodes[..] else {
        panic!("three nodes")
    };
    assert!(waiting.x + waiting.width < lock.x && lock.x + lock.width < holder.x);
    let [waits, _] = graph.edges[..] else {
        panic!("two edges")
    };
    assert!(waits.start.0 < waits.end.0 && !waits.is_in_cycle);
}

#[test]
fn those_that_wait_for_one_another_are_a_ring_in_their_order() {
    // A waits for the lock of B, B for the lock of A; C only waits for one of them.
    let graph = WaitGraph::new(
        &[task(0), task(1), task(2), object(0), object(1)],
        &[
            (0, 4, Relation::WaitsFor),
            (4, 1, Relation::HeldBy),
            (1, 3, Relation::WaitsFor),
            (3, 0, Relation::HeldBy),
            (2, 3, Relation::WaitsFor),
        ],
    );
    assert_eq!(graph.cycles, [[0, 4, 1, 3]]);
    let is_in: Vec<bool> = graph.nodes.iter().map(|node| node.is_in_cycle).collect();
    assert_eq!(is_in, [true, true, false, true, true]);
    assert_eq!(graph.edges.iter().filter(|edge| edge.is_in_cycle).count(), 4);
}

#[test]
fn a_task_that_waits_for_itself_is_a_ring_of_one() {
    let graph = WaitGraph::new(&[task(0)], &[(0, 0, Relation::WaitsFor)]);
    assert_eq!(graph.cycles, [[0]]);
}

#[test]
fn an_edge_to_nowhere_is_left_out_and_a_long_name_is_cut() {
    let graph = WaitGraph::new(&[(Party::Other(0), "x".repeat(80))], &[(0, 7, Relation::WaitsFor)]);
    assert!(graph.edges.is_empty());
    assert_eq!(graph.nodes[0].label.chars().count(), 20);
    assert_eq!(
        WaitGraph::new(&[], &[]),
        WaitGraph {
            height: 20.0,
            ..WaitGraph::default()
        }
    );
}

fn overlaps(one: &GraphNode, other: &GraphNode) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

proptest! {
    #[test]
    fn nothing_lies_on_anything_else_or_outside(
        count in 1..14_usize,
        edges in prop::collection::vec((0..14_usize, 0..14_usize), 0..24),
    ) {
        let parties: Vec<_> = (0..count as u32).map(task).collect();
        let edges: Vec<_> = edges.into_iter().map(|(from, to)| (from, to, Relation::WaitsFor)).collect();
        let graph = WaitGraph::new(&parties, &edges);
        for (index, node) in graph.nodes.iter().enumerate() {
            prop_assert!(node.x >= 0.0 && node.x + node.width <= graph.width);
            prop_assert!(node.y >= 0.0 && node.y + node.height <= graph.height);
            for other in &graph.nodes[..index] {
                prop_assert!(!overlaps(node, other), "{node:?} and {other:?}");
            }
        }
        prop_assert_eq!(&graph, &WaitGraph::new(&parties, &edges), "the same graph is the same picture");
    }
}
