//! Fingerprints and collections of random object graphs, against the graph itself.

use proptest::prelude::*;

use super::*;
use crate::run::tests::empty_program;
use crate::{Fiber, HeapLimits};

/// What a property refers to: another object, or a number.
#[derive(Clone, Debug)]
enum Edge {
    Object(usize),
    Number(u8),
    Text(u8),
}

/// Objects with properties; some are arrays.
type Graph = Vec<(bool, Vec<Edge>)>;

fn graph() -> impl Strategy<Value = Graph> {
    let edge = prop_oneof![
        3 => (0..12usize).prop_map(Edge::Object),
        1 => any::<u8>().prop_map(Edge::Number),
        1 => any::<u8>().prop_map(Edge::Text),
    ];
    proptest::collection::vec((any::<bool>(), proptest::collection::vec(edge, 0..4)), 1..12)
}

struct Built {
    program: Program,
    heap: Heap,
    objects: Vec<ObjectRef>,
}

/// The graph in a heap: its objects allocated in the order given, with garbage in between.
fn build(graph: &Graph, order: &[usize], garbage: bool) -> Built {
    let program = empty_program();
    let mut heap = Heap::new(&program, HeapLimits::default());
    let mut objects = vec![ObjectRef(0); graph.len()];
    for &index in order {
        objects[index] = if graph[index].0 {
            heap.alloc_array(Vec::new())
        } else {
            heap.alloc_plain()
        };
        if garbage {
            let dead = heap.alloc_plain();
            heap.alloc_array(vec![Value::Object(dead), Value::Object(objects[index])]);
        }
    }
    let names: Vec<_> = (0..4)
        .map(|name| heap.intern(&Text::new(&format!("p{name}"))))
        .collect();
    for &index in order {
        for (at, edge) in graph[index].1.iter().enumerate() {
            let value = match edge {
                Edge::Object(target) => Value::Object(objects[target % graph.len()]),
                Edge::Number(number) => Value::number(f64::from(*number)),
                Edge::Text(text) => heap.alloc_str(&format!("text {text}")),
            };
            let object = heap.object_mut(objects[index]);
            match &mut object.kind {
                ObjectKind::Array(items) => items.push_back(value),
                _ => {
                    object.properties.set(names[at], value);
                }
            }
        }
    }
    Built { program, heap, objects }
}

fn fingerprint(built: &Built, root: Value) -> u128 {
    let mut scratch = CanonicalScratch::new(&built.program);
    let mut canonical = Canonical::new(&built.heap, &built.program, &mut scratch);
    canonical.value(root);
    canonical.finish_heap();
    canonical.finish()
}

/// The objects that can be reached from the first.
fn reachable(graph: &Graph) -> Vec<bool> {
    let mut seen = vec![false; graph.len()];
    let mut pending = vec![0];
    while let Some(index) = pending.pop() {
        if std::mem::replace(&mut seen[index], true) {
            continue;
        }
        pending.extend(graph[index].1.iter().filter_map(|edge| match edge {
            Edge::Object(target) => Some(target % graph.len()),
            Edge::Number(_) | Edge::Text(_) => None,
        }));
    }
    seen
}

fn forward(graph: &Graph) -> Vec<usize> {
    (0..graph.len()).collect()
}

proptest! {
    #[test]
    fn equal_graphs_have_one_fingerprint_wherever_they_stand(graph in graph()) {
        let backward: Vec<usize> = (0..graph.len()).rev().collect();
        let left = build(&graph, &forward(&graph), false);
        let right = build(&graph, &backward, true);
        prop_assert_eq!(
            fingerprint(&left, Value::Object(left.objects[0])),
            fingerprint(&right, Value::Object(right.objects[0]))
        );
    }

    #[test]
    fn a_live_value_makes_a_difference_and_a_dead_one_none(graph in graph(), at in 0..12usize) {
        let at = at % graph.len();
        let left = build(&graph, &forward(&graph), false);
        let mut changed = graph.clone();
        changed[at].1.push(Edge::Number(7));
        let right = build(&changed, &forward(&changed), false);
        let is_same = fingerprint(&left, Value::Object(left.objects[0]))
            == fingerprint(&right, Value::Object(right.objects[0]));
        prop_assert_eq!(is_same, !reachable(&graph)[at]);
    }

    #[test]
    fn sharing_is_part_of_a_state(graph in graph()) {
        let mut built = build(&graph, &forward(&graph), false);
        let root = Value::Object(built.objects[0]);
        let before = fingerprint(&built, root);
        built.heap.share(root);
        prop_assert_ne!(before, fingerprint(&built, root));
        for (index, is_reachable) in reachable(&graph).into_iter().enumerate() {
            prop_assert_eq!(built.heap.is_shared(built.objects[index]), is_reachable);
        }
    }

    #[test]
    fn a_collection_keeps_exactly_what_can_be_reached(graph in graph()) {
        let mut built = build(&graph, &forward(&graph), true);
        let root = Value::Object(built.objects[0]);
        let before = fingerprint(&built, root);
        let copy = built.heap.clone();
        built.heap.collect(|tracer| tracer.value(root));
        prop_assert_eq!(fingerprint(&built, root), before);
        let seen = reachable(&graph);
        for (index, &is_reachable) in seen.iter().enumerate() {
            let is_kept = !matches!(built.heap.slot(built.objects[index]), Slot::Free { .. });
            prop_assert_eq!(is_kept, is_reachable);
        }
        let texts = graph.iter().zip(&seen).filter(|(_, is_reachable)| **is_reachable);
        let texts = texts.flat_map(|((_, edges), _)| edges).filter(|edge| matches!(edge, Edge::Text(_)));
        let live = seen.iter().filter(|&&is_reachable| is_reachable).count() + texts.count();
        let slots = (built.heap.permanent_count()..built.heap.slot_count()).map(ObjectRef);
        let used = slots.filter(|&slot| !matches!(built.heap.slot(slot), Slot::Free { .. })).count();
        prop_assert_eq!(used, live);
        // The clone has still got everything.
        let whole = Built { heap: copy, ..built };
        prop_assert_eq!(fingerprint(&whole, root), before);
    }
}

#[test]
fn a_dead_register_is_no_part_of_a_state() {
    use bytecode::{Op, Reg};
    let mut program = empty_program();
    let main = std::sync::Arc::make_mut(&mut program.functions[0]);
    main.registers = 2;
    main.ops = vec![Op::Return { value: Reg(0) }];
    let heap = Heap::new(&program, HeapLimits::default());
    let state = |registers: [f64; 2]| {
        let mut fiber = Fiber::main(&program);
        fiber.registers = registers.map(Value::number).to_vec();
        let mut scratch = CanonicalScratch::new(&program);
        let mut canonical = Canonical::new(&heap, &program, &mut scratch);
        canonical.fiber(&fiber);
        canonical.finish_heap();
        canonical.finish()
    };
    assert_eq!(state([1.0, 2.0]), state([1.0, 3.0]));
    assert_ne!(state([1.0, 2.0]), state([2.0, 2.0]));
    // Minus zero can be told from zero.
    assert_ne!(state([0.0, 0.0]), state([-0.0, 0.0]));
}

#[test]
fn scratch_does_not_leak_from_one_fingerprint_to_the_next() {
    let graph: Graph = vec![
        (false, vec![Edge::Object(1), Edge::Object(2)]),
        (true, vec![]),
        (false, vec![]),
    ];
    let built = build(&graph, &[0, 1, 2], false);
    let mut scratch = CanonicalScratch::new(&built.program);
    let mut once = |root: usize| {
        let mut canonical = Canonical::new(&built.heap, &built.program, &mut scratch);
        canonical.value(Value::Object(built.objects[root]));
        canonical.finish_heap();
        canonical.finish()
    };
    let first = once(0);
    assert_ne!(once(1), once(2));
    assert_eq!(once(0), first);
}
