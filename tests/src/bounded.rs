//! Any text at all as a program: parsed, compiled and run within bounds. What fuzzing calls: it returns, or there is a bug.
//! Owns the bounds; looks at no result but that there is one.

use std::sync::Arc;

use grader::setup::{Explicit, run_setup};
use world::{Detail, Fingerprinter, Limits, Log, Policy, Program, Scheduler, Setup, World};

const OPS_MAX: u64 = 300_000;
const STEPS_MAX: u32 = 3_000;
const STEPS_BETWEEN_FINGERPRINTS: u32 = 64;

fn limits() -> Limits {
    Limits {
        step_ops: 50_000,
        heap_bytes: 8 << 20,
        text_len: 1 << 16,
        array_len: 1 << 14,
        tasks: 200,
        timers: 1_000,
        console_lines: 1_000,
        ..Limits::default()
    }
}

/// Compiles the text and, if it is a program, runs it as its directive says and once more as threads that take turns at
/// random. Returns how many operations were executed.
pub fn run(source: &str) -> u64 {
    let compilation = compiler::compile(source, &compiler::Options::default());
    for diagnostic in &compilation.diagnostics {
        // Printing it reads its span and texts.
        let _ = diagnostic.to_string();
    }
    if compilation.has_errors() {
        return 0;
    }
    let wanted = run_setup(&compilation.directive, None, Explicit::default());
    let threads = Explicit {
        model: Some(world::Model::Threads),
        ..Explicit::default()
    };
    let threads = run_setup(&compilation.directive, None, threads);
    let program = Arc::new(compilation.program);
    drive(&program, wanted, Policy::Fifo) + drive(&program, threads, Policy::Random { seed: 1 })
}

fn drive(program: &Arc<Program>, setup: Setup, policy: Policy) -> u64 {
    let setup = Setup {
        limits: limits(),
        ..setup
    };
    let mut fingerprinter = Fingerprinter::new(program);
    let mut log = Log::new(Detail::Everything);
    let mut world = World::new(program.clone(), setup, &mut log);
    let mut scheduler = Scheduler::new(policy);
    while world.ops() < OPS_MAX
        && world.steps() < STEPS_MAX
        && let Some(choice) = scheduler.next(&world)
    {
        world.step_enabled(choice, &mut log);
        if world.steps().is_multiple_of(STEPS_BETWEEN_FINGERPRINTS) {
            // A state that was cloned is the same state.
            let clone = world.clone();
            assert_eq!(fingerprinter.fingerprint(&world), fingerprinter.fingerprint(&clone));
        }
    }
    for event in &log.events {
        let _ = event.to_string();
    }
    let _ = world.outcome().map(ToString::to_string);
    world.ops()
}
