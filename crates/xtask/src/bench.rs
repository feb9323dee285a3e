//! `cargo xtask bench`: the rates of the core and the sizes of what ships. Prints numbers, judges none: the budgets are
//! held by `cargo xtask test`.

use crate::failure::{Outcome, fail};
use crate::machines::{CoreProfile, build_core};
use crate::{build, paths, shell::Shell, sizes, tools};

/// Times the core natively and in wasm, then builds the page for release and prints what it weighs.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    match arguments {
        [] => {
            rates()?;
            weights()
        }
        [only] if only == "rates" => rates(),
        [only] if only == "sizes" => weights(),
        [other, ..] => fail(format!("`cargo xtask bench` takes `rates` or `sizes`, not `{other}`")),
    }
}

fn rates() -> Outcome {
    tools::ensure_node()?;
    let core = build_core(CoreProfile::Release)?;
    Shell::new("node")
        .arg(paths::root().join("tests/wasm/bench.mjs"))
        .env("LANES_CORE_NATIVE", core.native)
        .env("LANES_CORE_WASM", core.wasm)
        .run()
}

fn weights() -> Outcome {
    build::release()?;
    sizes::print(&sizes::measure()?);
    Ok(())
}
