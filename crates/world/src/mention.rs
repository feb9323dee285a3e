//! What a program mentions of what it finds without declaring it.
//!
//! Owns the conclusions from that: whether it can know what time it is, whether it asks for anything outside. Runs nothing:
//! a name in code that is never reached counts as well.

use bytecode::{GlobalId, Op, Program};

/// The names through which a program can come to know the absolute time: the clocks, the object that has them as
/// properties, and what of the library stamps what it makes: events.
const CLOCKS: [&str; 12] = [
    "Date",
    "performance",
    "process",
    "globalThis",
    "Event",
    "CustomEvent",
    "EventTarget",
    "AbortController",
    "AbortSignal",
    "ConcurrencyScope",
    "withTimeout",
    "hedge",
];

/// Whether a program can know the absolute time.
pub(crate) fn observes_time(program: &Program) -> bool {
    mentions(program, &CLOCKS)
}

/// Whether a program can ask for something outside of it.
pub(crate) fn uses_io(program: &Program) -> bool {
    mentions(
        program,
        &[
            "io",
            "fetch",
            "network",
            "Server",
            "Database",
            "simulatedConnection",
            "globalThis",
        ],
    )
}

fn mentions(program: &Program, names: &[&str]) -> bool {
    let globals: Vec<GlobalId> = names.iter().filter_map(|name| GlobalId::find(name, false)).collect();
    program
        .own_functions()
        .flat_map(|(_, function)| &function.ops)
        .any(|op| match *op {
            Op::LoadGlobal { global, .. } => globals.contains(&global),
            Op::LoadGlobalName { name, .. } => names.contains(&program.atom(name)),
            _ => false,
        })
}
