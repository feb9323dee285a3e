//! Which nodes wait for one another. Owns the strongly connected parts of a graph and the order of the nodes in them.

/// The nodes in groups, every node in exactly one, those of a group in the order in which they wait for one another. Groups
/// come in the order of their first nodes.
pub(super) fn rings(count: usize, edges: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let reach: Vec<Vec<bool>> = (0..count).map(|node| reached_from(node, count, edges)).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut is_placed = vec![false; count];
    for node in 0..count {
        if is_placed[node] {
            continue;
        }
        let is_with = |other: usize| other == node || (reach[node][other] && reach[other][node]);
        let members: Vec<usize> = (node..count).filter(|&other| is_with(other)).collect();
        for &member in &members {
            is_placed[member] = true;
        }
        groups.push(in_order(&members, edges));
    }
    groups
}

/// Whether a group's nodes wait for one another, or its one node for itself.
pub(super) fn is_ring(group: &[usize], edges: &[(usize, usize)]) -> bool {
    match group {
        [only] => edges.contains(&(*only, *only)),
        _ => true,
    }
}

/// To which nodes there is a way of at least one edge.
fn reached_from(start: usize, count: usize, edges: &[(usize, usize)]) -> Vec<bool> {
    let mut reached = vec![false; count];
    let mut open = vec![start];
    while let Some(node) = open.pop() {
        for &(_, to) in edges.iter().filter(|&&(from, _)| from == node) {
            if !reached[to] {
                reached[to] = true;
                open.push(to);
            }
        }
    }
    reached
}

/// Each node behind the one that waits for it, as far as that goes.
fn in_order(members: &[usize], edges: &[(usize, usize)]) -> Vec<usize> {
    let mut ordered: Vec<usize> = Vec::new();
    while ordered.len() < members.len() {
        let last = ordered.last().copied();
        let follows = |node: usize| last.is_some_and(|last| edges.contains(&(last, node)));
        let mut left = members.iter().copied().filter(|node| !ordered.contains(node));
        let next = left.clone().find(|&node| follows(node)).or_else(|| left.next());
        ordered.extend(next);
    }
    ordered
}
