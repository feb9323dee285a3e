//! Compiler, VM and world with nothing around them, for `cargo xtask bench sizes` to weigh: the one call compiles a
//! program and runs it to its end. Built as the page is, and shipped nowhere.

#[cfg(target_family = "wasm")]
#[allow(
    unreachable_pub,
    reason = "wasm-bindgen exports public functions only, wherever they are"
)]
mod exports {
    use std::sync::Arc;

    use wasm_bindgen::prelude::wasm_bindgen;
    use world::{Detail, Log, Setup, World};

    /// How many events a run of the program has, or how many diagnostics there are if it does not compile.
    #[wasm_bindgen]
    pub fn run(source: &str) -> u32 {
        let compilation = compiler::compile(source, &compiler::Options::default());
        if compilation.has_errors() {
            return compilation.diagnostics.len() as u32;
        }
        let mut log = Log::new(Detail::Everything);
        let mut world = World::new(Arc::new(compilation.program), Setup::default(), &mut log);
        let mut choices = Vec::new();
        world.choices(&mut choices);
        while let Some(&choice) = choices.first() {
            world.step_enabled(choice, &mut log);
            world.choices(&mut choices);
        }
        log.events.len() as u32
    }
}

/// Only wasm is weighed.
fn main() {}
