//! `cargo xtask bench`: the rates of the core, the learner's language beside other engines, and the sizes of what ships.
//! Prints numbers, judges none: the budgets are held by `cargo xtask test`.

use std::path::{Path, PathBuf};

use crate::failure::{Outcome, fail};
use crate::machines::{CoreProfile, build_core, build_engine};
use crate::{build, paths, shell::Shell, sizes, tools};

/// Times the core natively and in wasm, then its language beside other engines, then builds the page for release and
/// prints what it weighs.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    match arguments {
        [] => {
            rates()?;
            memory()?;
            language("")?;
            checker("")?;
            weights()
        }
        [only] if only == "rates" => rates(),
        [only] if only == "memory" => memory(),
        [only] if only == "language" => language(""),
        [only, program] if only == "language" => language(program),
        [only] if only == "checker" => checker(""),
        [only, program] if only == "checker" => checker(program),
        [only] if only == "primitives" => primitives(""),
        [only, name] if only == "primitives" => primitives(name),
        [only] if only == "sizes" => weights(),
        [other, ..] => fail(format!(
            "`cargo xtask bench` takes `rates`, `memory`, `language [PROGRAM]`, `checker [PROGRAM]`, `primitives [NAME]` or `sizes`, not `{other}`"
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
    let folder = bench_folder();
    tools::ensure_npm_packages_in(&folder)?;
    beside("language.mjs", wanted, &peers("peers")?)
}

/// The programs of `tests/bench/checkers/programs` whose names contain `wanted`, in our checker and in others.
fn checker(wanted: &str) -> Outcome {
    tools::ensure_node()?;
    beside("checker.mjs", wanted, &peers("checkers")?)
}

/// The state machines whose rows contain `wanted`, beside the crates of their kind.
fn primitives(wanted: &str) -> Outcome {
    Shell::new(peers("primitives")?).arg(wanted).run()
}

fn bench_folder() -> PathBuf {
    paths::root().join("tests").join("bench")
}

/// Builds the workspace of that name in `tests/bench`, whose one program is `lanes-NAME`.
fn peers(name: &str) -> Outcome<PathBuf> {
    let target = paths::target().join(name);
    Shell::cargo()
        .words("build --release --manifest-path")
        .arg(bench_folder().join(name).join("Cargo.toml"))
        .words("--target-dir")
        .arg(&target)
        .run()?;
    let program = format!("lanes-{name}{}", std::env::consts::EXE_SUFFIX);
    Ok(target.join("release").join(program))
}

/// Lets a script of `tests/bench` measure our core, natively and in wasm, and its peers.
fn beside(script: &str, wanted: &str, peers: &Path) -> Outcome {
    let core = build_core(CoreProfile::Release)?;
    Shell::new("node")
        .arg(bench_folder().join(script))
        .arg(wanted)
        .env("LANES_CORE_NATIVE", core.native)
        .env("LANES_CORE_WASM", core.wasm)
        .env("LANES_PEERS", peers)
        .run()
}

fn weights() -> Outcome {
    build::release()?;
    let engine = build_engine()?;
    sizes::print(&sizes::measure()?);
    sizes::print_others(&engine)
}
