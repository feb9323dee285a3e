//! Work whose rate `cargo xtask bench` prints. Owns the programs and what is counted; the caller holds the clock,
//! natively and in wasm alike.

use std::sync::Arc;

use checker::Options;
use grader::setup::{Explicit, check_setup, run_setup};
use world::{Detail, Fingerprinter, Log, Policy, Scheduler, World};

/// A loop of a million additions.
const LOOP: &str = "let sum = 0; for (let i = 0; i < 1000000; i++) { sum = sum + i; } console.log(sum);";

/// Four threads that take turns at one variable under a mutex: 4,000 critical sections.
const TURNS: &str = "// lanes: model=threads
let shared = 0;
const mutex = new Mutex();
async function worker() {
  for (let i = 0; i < 1000; i++) {
    await mutex.lock();
    shared = shared + 1;
    mutex.unlock();
  }
}
await Promise.all([spawn(worker), spawn(worker), spawn(worker), spawn(worker)]);";

/// Three threads, two unprotected increments each, without an assertion: every interleaving is visited.
const COUNTER: &str = "// lanes: model=threads
let counter = 0;
async function worker() {
  for (let i = 0; i < 2; i++) { counter = counter + 1; }
}
await Promise.all([spawn(worker), spawn(worker), spawn(worker)]);";

/// The same with four increments each, so that one check is long enough to measure.
const COUNTER_LONG: &str = "// lanes: model=threads
let counter = 0;
async function worker() {
  for (let i = 0; i < 5; i++) { counter = counter + 1; }
}
await Promise.all([spawn(worker), spawn(worker), spawn(worker)]);";

/// Its name, what it counts, and one round of it, which says how much it did.
pub type Rate = (&'static str, &'static str, fn() -> u64);

/// What is measured.
pub const RATES: &[Rate] = &[
    ("compile", "lines", compile_lines),
    ("world-new", "worlds", fresh_worlds),
    ("vm", "operations", vm_operations),
    ("world", "steps", world_steps),
    ("world-logged", "steps", world_steps_logged),
    ("fingerprint", "states", fingerprints),
    ("checker", "states", checker_states),
    ("checker-small", "states", checker_states_small),
];

/// Does one round of the work called `name` and returns how much that was; 0 if there is no such work.
pub fn round(name: &str) -> u64 {
    RATES
        .iter()
        .find(|(found, _, _)| *found == name)
        .map_or(0, |(_, _, work)| work())
}

fn world_of(source: &str, log: &mut Log) -> World {
    let compilation = compiler::compile(source, &compiler::Options::default());
    let setup = run_setup(&compilation.directive, None, Explicit::default());
    World::new(Arc::new(compilation.program), setup, log)
}

fn run(source: &str, policy: Policy, detail: Detail) -> World {
    let mut log = Log::new(detail);
    let mut world = world_of(source, &mut log);
    let mut scheduler = Scheduler::new(policy);
    while let Some(choice) = scheduler.next(&world) {
        world.step_enabled(choice, &mut log);
    }
    world
}

fn compile_lines() -> u64 {
    let source = "async function step(queue, name) {\n  const seen = [];\n  while (queue.length > 0) {\n    const next = queue.shift();\n    await sleep(next.ms);\n    seen.push(`${name}: ${next.id}`);\n  }\n  return seen;\n}\n\n";
    let program: String = (0..100)
        .map(|index| source.replace("step", &format!("step{index}")))
        .collect();
    let compilation = compiler::compile(&program, &compiler::Options::default());
    assert!(!compilation.has_errors(), "{:?}", compilation.diagnostics);
    program.lines().count() as u64
}

fn fresh_worlds() -> u64 {
    let compilation = compiler::compile(TURNS, &compiler::Options::default());
    let setup = run_setup(&compilation.directive, None, Explicit::default());
    let program = Arc::new(compilation.program);
    let rounds = 1_000;
    for _ in 0..rounds {
        let world = World::new(Arc::clone(&program), setup, &mut Log::new(Detail::Findings));
        assert_eq!(world.steps(), 0);
    }
    rounds
}

fn vm_operations() -> u64 {
    run(LOOP, Policy::Fifo, Detail::Console).ops()
}

fn world_steps() -> u64 {
    u64::from(run(TURNS, Policy::Random { seed: 7 }, Detail::Findings).steps())
}

fn world_steps_logged() -> u64 {
    u64::from(run(TURNS, Policy::Random { seed: 7 }, Detail::Everything).steps())
}

fn fingerprints() -> u64 {
    let mut log = Log::new(Detail::Findings);
    let mut world = world_of(TURNS, &mut log);
    let mut fingerprinter = Fingerprinter::new(world.program());
    let mut scheduler = Scheduler::new(Policy::Random { seed: 7 });
    for _ in 0..50 {
        if let Some(choice) = scheduler.next(&world) {
            world.step_enabled(choice, &mut log);
        }
    }
    let rounds = 10_000;
    let sum = (0..rounds).fold(0, |sum: u128, _| sum.wrapping_add(fingerprinter.fingerprint(&world)));
    assert_ne!(sum, 0);
    rounds
}

/// Ten million small objects, each dropped at once.
const GARBAGE: &str =
    "let kept; for (let i = 0; i < 10000000; i++) kept = { id: i, name: \"job\" }; console.log(kept.id);";

/// Ten thousand objects that stay, then a step for each of ten thousand changes to one of them.
const LIVE: &str = "const objects = [];
for (let i = 0; i < 10000; i++) objects.push({ id: i, seen: 0 });
for (let i = 0; i < 10000; i++) {
  objects[i].seen++;
  await null;
}";

/// Work whose memory `cargo xtask bench memory` prints: its name, what it does, and the work.
pub type Memory = (&'static str, &'static str, fn() -> u64);

/// What is weighed, in a process of its own each.
pub const MEMORY: &[Memory] = &[
    ("garbage", "ten million small objects made and dropped", garbage),
    (
        "saved-worlds",
        "ten thousand saved worlds of ten thousand live objects",
        saved_worlds,
    ),
];

/// Does the work called `name`; returns how much of it there was, 0 if there is no such work.
pub fn weigh(name: &str) -> u64 {
    MEMORY
        .iter()
        .find(|(found, _, _)| *found == name)
        .map_or(0, |(_, _, work)| work())
}

fn garbage() -> u64 {
    run(GARBAGE, Policy::Fifo, Detail::Console).ops()
}

fn saved_worlds() -> u64 {
    let mut log = Log::new(Detail::Findings);
    let mut world = world_of(LIVE, &mut log);
    let mut scheduler = Scheduler::new(Policy::Fifo);
    let mut saved = Vec::new();
    while let Some(choice) = scheduler.next(&world) {
        world.step_enabled(choice, &mut log);
        saved.push(world.clone());
    }
    saved.len() as u64
}

fn check(source: &str) -> u64 {
    let compilation = compiler::compile(source, &compiler::Options::default());
    let setup = check_setup(&compilation.directive, None, Explicit::default());
    let report = checker::check(Arc::new(compilation.program), setup, Options::default());
    assert!(report.is_complete);
    report.states
}

fn checker_states() -> u64 {
    check(COUNTER_LONG)
}

fn checker_states_small() -> u64 {
    check(COUNTER)
}
