//! `cargo xtask bench`: the rates of the core, the learner's language beside other engines, and the sizes of what ships.
//! Prints numbers, judges none: the budgets are held by `cargo xtask test`.

use crate::failure::{Outcome, fail};
use crate::machines::{CoreProfile, build_core};
use crate::{build, paths, shell::Shell, sizes, tools};

/// Times the core natively and in wasm, then its language beside other engines, then builds the page for release and
/// prints what it weighs.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    match arguments {
        [] => {
            rates()?;
            memory()?;
            language("")?;
            weights()
        }
        [only] if only == "rates" => rates(),
        [only] if only == "memory" => memory(),
        [only] if only == "language" => language(""),
        [only, program] if only == "language" => language(program),
        [only] if only == "sizes" => weights(),
        [other, ..] => fail(format!(
            "`cargo xtask bench` takes `rates`, `memory`, `language [PROGRAM]` or `sizes`, not `{other}`"
        )),
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

/// What programs that make or keep much weigh in a native process.
fn memory() -> Outcome {
    let core = build_core(CoreProfile::Release)?;
    Shell::new("node")
        .arg(paths::root().join("tests/bench/memory.mjs"))
        .env("LANES_CORE_NATIVE", core.native)
        .run()
}

/// The programs of `tests/bench/programs` whose names contain `wanted`, in our engine and in others. Those are built and
/// installed here and nowhere else: `tests/bench` has a Cargo workspace and an npm package of its own.
fn language(wanted: &str) -> Outcome {
    let folder = paths::root().join("tests").join("bench");
    tools::ensure_npm_packages_in(&folder)?;
    let core = build_core(CoreProfile::Release)?;
    let target = paths::target().join("peers");
    Shell::cargo()
        .words("build --release --manifest-path")
        .arg(folder.join("peers").join("Cargo.toml"))
        .words("--target-dir")
        .arg(&target)
        .run()?;
    Shell::new("node")
        .arg(folder.join("language.mjs"))
        .arg(wanted)
        .env("LANES_CORE_NATIVE", core.native)
        .env("LANES_CORE_WASM", core.wasm)
        .env(
            "LANES_PEERS",
            target
                .join("release")
                .join(format!("lanes-peers{}", std::env::consts::EXE_SUFFIX)),
        )
        .run()
}

fn weights() -> Outcome {
    build::release()?;
    sizes::print(&sizes::measure()?);
    Ok(())
}
