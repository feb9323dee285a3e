//! `cargo xtask bench`: the rates of the core, the learner's language beside other engines, the sizes of what ships and how
//! it loads.
//! Prints numbers, judges none: the budgets are held by `cargo xtask test`.

use std::path::{Path, PathBuf};

use crate::failure::{Outcome, fail};
use crate::machines::{CoreProfile, build_core, build_engine};
use crate::{build, paths, shell::Shell, sizes, tools};

/// A benchmark by name. It takes the part of its rows' names that is asked for, empty for all of them.
struct Bench {
    name: &'static str,
    /// Whether there are rows to choose from.
    has_rows: bool,
    run: fn(&str) -> Outcome,
}

const BENCHES: [Bench; 10] = [
    Bench::whole("rates", |_| rates()),
    Bench::whole("memory", |_| memory()),
    Bench::of_rows("stage", stage),
    Bench::whole("frame", |_| frame()),
    Bench::of_rows("language", language),
    Bench::of_rows("checker", checker),
    Bench::of_rows("primitives", primitives),
    Bench::of_rows("limiters", limiters),
    Bench::whole("sizes", |_| weights()),
    Bench::whole("load", |_| load()),
];

impl Bench {
    const fn whole(name: &'static str, run: fn(&str) -> Outcome) -> Bench {
        let has_rows = false;
        Bench { name, has_rows, run }
    }

    const fn of_rows(name: &'static str, run: fn(&str) -> Outcome) -> Bench {
        let has_rows = true;
        Bench { name, has_rows, run }
    }
}

/// Runs all benchmarks in turn, or the one that is named, or those of its rows whose names contain a word.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let (wanted, row) = match arguments {
        [] => return BENCHES.iter().try_for_each(|bench| (bench.run)("")),
        [wanted] => (wanted, ""),
        [wanted, row, ..] => (wanted, row.as_str()),
    };
    let known = BENCHES.iter().find(|bench| bench.name == wanted);
    match known.filter(|bench| arguments.len() <= 1 + usize::from(bench.has_rows)) {
        Some(bench) => (bench.run)(row),
        None => {
            let names = BENCHES.map(|bench| match bench.has_rows {
                true => format!("`{} [ROW]`", bench.name),
                false => format!("`{}`", bench.name),
            });
            fail(format!(
                "`cargo xtask bench` takes nothing or one of {}, not `{}`",
                names.join(", "),
                arguments.join(" ")
            ))
        }
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

/// The app without a screen over the long runs whose names contain `wanted`.
fn stage(wanted: &str) -> Outcome {
    tools::ensure_node()?;
    let core = build_core(CoreProfile::Release)?;
    Shell::new("node")
        .arg(paths::root().join("tests/wasm/stage.mjs"))
        .arg(wanted)
        .env("LANES_CORE_NATIVE", core.native)
        .env("LANES_CORE_WASM", core.wasm)
        .run()
}

/// What the script of the page that ships works for a frame of ten thousand lanes, in Chromium.
fn frame() -> Outcome {
    tools::ensure_npm_packages()?;
    let chromium = tools::ensure_chromium()?;
    build::release()?;
    Shell::new("node")
        .arg(paths::root().join("tests/browser/frame.mjs"))
        .arg(paths::dist())
        .env("CHROMIUM", chromium)
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

/// The programs of `tests/bench/limiters` whose names contain `wanted`, over our primitives in wasm and over npm's libraries.
fn limiters(wanted: &str) -> Outcome {
    let folder = bench_folder();
    tools::ensure_npm_packages_in(&folder)?;
    let core = build_core(CoreProfile::Release)?;
    Shell::new("node")
        .arg(folder.join("limiters.mjs"))
        .arg(wanted)
        .env("LANES_CORE_WASM", core.wasm)
        .run()
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

/// How the page that ships loads, as Lighthouse sees it and as a slow phone does. Lighthouse is installed here and nowhere
/// else: `tests/lighthouse` has an npm package of its own.
fn load() -> Outcome {
    let folder = paths::root().join("tests").join("lighthouse");
    tools::ensure_npm_packages_in(&folder)?;
    let chromium = tools::ensure_chromium()?;
    build::release()?;
    Shell::new("node")
        .arg(folder.join("run.mjs"))
        .arg(paths::dist())
        .env("CHROMIUM", chromium)
        .run()
}
