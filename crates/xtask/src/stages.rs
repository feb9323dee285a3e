//! The stages of `cargo xtask test`. Each installs what it alone needs, so that one stage can be run by itself.

use std::path::{Path, PathBuf};

use crate::failure::{Context, Outcome, fail};
use crate::machines::{CoreProfile, build_core};
use crate::shell::Shell;
use crate::{build, paths, sizes, tools};

/// One thing that must hold.
pub(crate) struct Stage {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    pub(crate) run: fn() -> Outcome,
}

/// Cheap and likely to fail first, slow last.
pub(crate) const STAGES: &[Stage] = &[
    Stage {
        name: "format",
        what: "every Rust file is formatted",
        run: format,
    },
    Stage {
        name: "types",
        what: "no type error in the editor's TypeScript, nor in lessons and programs by lanes.d.ts",
        run: types,
    },
    Stage {
        name: "clippy",
        what: "no warning in the crates and their tests",
        run: clippy,
    },
    Stage {
        name: "clippy-wasm",
        what: "no warning in what is built for the browser",
        run: clippy_wasm,
    },
    Stage {
        name: "native",
        what: "the tests of all crates",
        run: native,
    },
    Stage {
        name: "wasm",
        what: "the core in wasm says byte for byte what it says natively",
        run: wasm,
    },
    Stage {
        name: "libraries",
        what: "bundled npm libraries print in our engine what they print in Node",
        run: libraries,
    },
    Stage {
        name: "differential",
        what: "ours does what the npm libraries do, on the same usage",
        run: differential,
    },
    Stage {
        name: "lessons",
        what: "every starter fails, every solution passes, every broken variant fails as it says",
        run: lessons,
    },
    Stage {
        name: "site",
        what: "the page that ships builds and keeps its size budgets",
        run: site,
    },
    Stage {
        name: "browser",
        what: "the page in a real browser",
        run: browser,
    },
];

fn format() -> Outcome {
    Shell::cargo().words("fmt --all --check").run()
}

fn types() -> Outcome {
    tools::ensure_npm_packages()?;
    let check = |project: PathBuf| Shell::new("tsc").words("--project").arg(project).run();
    check(paths::web())?;
    // Not the suite of the language itself, which does on purpose what types forbid.
    check(paths::root().join("tests/types"))
}

fn clippy() -> Outcome {
    Shell::cargo()
        .words("clippy --workspace --exclude web --all-targets -- -D warnings")
        .run()
}

fn clippy_wasm() -> Outcome {
    tools::ensure_wasm_target()?;
    Shell::cargo()
        .words("clippy --target wasm32-unknown-unknown --package web --package lanes-tests --bins -- -D warnings")
        .run()
}

fn native() -> Outcome {
    Shell::cargo().words("test --workspace --exclude web").run()
}

/// Builds one program for both machines and has Node.js compare what the two print.
fn wasm() -> Outcome {
    tools::ensure_node()?;
    let core = build_core(CoreProfile::Dev)?;
    node_tests("tests/wasm")?
        .env("LANES_CORE_NATIVE", core.native)
        .env("LANES_CORE_WASM", core.wasm)
        .run()
}

fn libraries() -> Outcome {
    with_packages_of("tests/libraries")
}

fn differential() -> Outcome {
    with_packages_of("tests/differential")
}

/// Tests of the `lanes` command beside npm packages of their own.
fn with_packages_of(folder: &str) -> Outcome {
    tools::ensure_npm_packages()?;
    tools::ensure_npm_packages_in(&paths::root().join(folder))?;
    Shell::cargo().words("build --quiet --package cli").run()?;
    let command = paths::target()
        .join("debug")
        .join(format!("lanes{}", std::env::consts::EXE_SUFFIX));
    node_tests(folder)?.env("LANES_BIN", command).run()
}

fn lessons() -> Outcome {
    Shell::cargo().words("run --quiet --package cli -- lessons check").run()
}

fn site() -> Outcome {
    build::release()?;
    let shipped = sizes::measure()?;
    sizes::print(&shipped);
    sizes::hold_budgets(&shipped)
}

fn browser() -> Outcome {
    tools::ensure_npm_packages()?;
    let chromium = tools::ensure_chromium()?;
    if !paths::dist().join("index.html").is_file() {
        return fail("dist/ holds no page: run the stage `site` first");
    }
    node_tests("tests/browser")?
        .env("LANES_DIST", paths::dist())
        .env("CHROMIUM", chromium)
        .run()
}

/// Node's test runner over a folder's `*.test.mjs`. Listed here because Node.js 20 takes no pattern.
fn node_tests(folder: &str) -> Outcome<Shell> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(paths::root().join(folder)).context(|| folder.to_string())? {
        let name = entry.context(|| folder.to_string())?.file_name();
        if name.to_string_lossy().ends_with(".test.mjs") {
            files.push(Path::new(folder).join(name));
        }
    }
    files.sort();
    if files.is_empty() {
        return fail(format!("{folder} holds no *.test.mjs"));
    }
    Ok(node_test_runner(&files))
}

fn node_test_runner(files: &[PathBuf]) -> Shell {
    // The reporter is named because the default differs between versions and terminals.
    Shell::new("node").words("--test --test-reporter=spec").args(files)
}
