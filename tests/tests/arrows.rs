//! The dependency arrows: which crate may import which, read from the manifests. The table below is the one of
//! ARCHITECTURE.md; a new arrow is a decision, so it is made here first.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A crate, its floor, and what it may name in `[dependencies]`.
struct Floor {
    level: u8,
    name: &'static str,
    imports: &'static [&'static str],
    outside: &'static [&'static str],
}

const ALL_BELOW_SESSION: &[&str] = &[
    "clock",
    "bytecode",
    "regexp",
    "lesson",
    "primitives",
    "compiler",
    "vm",
    "world",
    "checker",
    "timeline",
    "grader",
];
const ALL_BELOW_CLI: &[&str] = &[
    "clock",
    "bytecode",
    "regexp",
    "lesson",
    "primitives",
    "compiler",
    "vm",
    "world",
    "checker",
    "timeline",
    "grader",
    "session",
];

#[rustfmt::skip]
const FLOORS: &[Floor] = &[
    Floor { level: 0, name: "clock", imports: &[], outside: &[] },
    Floor { level: 0, name: "bytecode", imports: &[], outside: &[] },
    Floor { level: 0, name: "regexp", imports: &[], outside: &[] },
    Floor { level: 0, name: "lesson", imports: &[], outside: &["serde", "toml", "pulldown-cmark"] },
    Floor { level: 1, name: "primitives", imports: &["clock"], outside: &["rustc-hash"] },
    Floor { level: 1, name: "compiler", imports: &["bytecode", "regexp"], outside: &["oxc_allocator", "oxc_ast", "oxc_ast_visit", "oxc_parser", "oxc_span", "oxc_syntax"] },
    Floor { level: 1, name: "vm", imports: &["bytecode", "regexp"], outside: &["libm"] },
    Floor { level: 2, name: "world", imports: &["clock", "bytecode", "primitives", "vm"], outside: &["rand_pcg", "libm"] },
    Floor { level: 3, name: "checker", imports: &["world"], outside: &["rustc-hash"] },
    Floor { level: 3, name: "timeline", imports: &["clock", "world"], outside: &["hdrhistogram"] },
    Floor { level: 4, name: "grader", imports: &["lesson", "compiler", "world", "checker"], outside: &[] },
    Floor { level: 5, name: "session", imports: ALL_BELOW_SESSION, outside: &["serde", "serde_json", "miniz_oxide", "qrcodegen"] },
    // The command is above the app without a screen, though both stand under the page.
    Floor { level: 6, name: "cli", imports: ALL_BELOW_CLI, outside: &["clap", "serde", "serde_json"] },
    Floor { level: 7, name: "web", imports: &["session", "timeline"], outside: &["yew", "wasm-bindgen", "wasm-bindgen-futures", "web-sys", "js-sys", "gloo-*", "getrandom", "serde", "serde_json"] },
    Floor { level: 9, name: "xtask", imports: &[], outside: &["wasm-encoder", "wasmparser"] },
];

/// What tests may use on top, in any crate.
const OUTSIDE_IN_TESTS: &[&str] = &["proptest", "insta", "rustc-hash", "serde_json", "toml"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn manifest(folder: &Path) -> toml::Table {
    let path = folder.join("Cargo.toml");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.parse()
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The packages named in tables of that name, for every target.
fn dependencies(manifest: &toml::Table, table: &str) -> BTreeSet<String> {
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let of_targets = targets
        .into_iter()
        .flat_map(|targets| targets.values())
        .filter_map(toml::Value::as_table);
    let tables = std::iter::once(manifest)
        .chain(of_targets)
        .filter_map(|each| each.get(table)?.as_table());
    tables.flatten().map(|(name, value)| package(name, value)).collect()
}

/// A dependency may be renamed; what counts is what it really is.
fn package(name: &str, value: &toml::Value) -> String {
    value
        .get("package")
        .and_then(toml::Value::as_str)
        .unwrap_or(name)
        .to_string()
}

fn allows(list: &[&str], name: &str) -> bool {
    list.iter().any(|allowed| match allowed.strip_suffix('*') {
        Some(prefix) => name.starts_with(prefix),
        None => *allowed == name,
    })
}

fn folder_of(name: &str) -> PathBuf {
    if name == "web" {
        root().join("web")
    } else {
        root().join("crates").join(name)
    }
}

fn level_of(name: &str) -> Option<u8> {
    FLOORS.iter().find(|floor| floor.name == name).map(|floor| floor.level)
}

/// Every arrow of one crate that the table does not have, as a sentence.
fn wrong_arrows(floor: &Floor, manifest: &toml::Table) -> Vec<String> {
    let mut wrong = Vec::new();
    for kind in ["dependencies", "build-dependencies"] {
        for name in dependencies(manifest, kind) {
            let list = if level_of(&name).is_some() {
                floor.imports
            } else {
                floor.outside
            };
            if !allows(list, &name) {
                wrong.push(format!(
                    "`{}` may not import `{name}` ({kind}); it may import {list:?}",
                    floor.name
                ));
            }
        }
    }
    for name in dependencies(manifest, "dev-dependencies") {
        let fine = match level_of(&name) {
            Some(level) => level < floor.level,
            None => allows(OUTSIDE_IN_TESTS, &name) || allows(floor.outside, &name),
        };
        if !fine {
            wrong.push(format!(
                "the tests of `{}` may not use `{name}`: only floors below it and {OUTSIDE_IN_TESTS:?}",
                floor.name
            ));
        }
    }
    wrong
}

#[test]
fn every_crate_imports_only_what_its_floor_allows() {
    let wrong: Vec<String> = FLOORS
        .iter()
        .flat_map(|floor| wrong_arrows(floor, &manifest(&folder_of(floor.name))))
        .collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_crate_has_a_floor() {
    let crates = std::fs::read_dir(root().join("crates")).expect("the folder of crates");
    let names = crates.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let homeless: Vec<String> = names.filter(|name| level_of(name).is_none()).collect();
    assert!(homeless.is_empty(), "no floor in the table for: {homeless:?}");
}

#[test]
fn the_table_itself_only_points_down() {
    for floor in FLOORS {
        for import in floor.imports {
            let below = level_of(import).is_some_and(|level| level < floor.level);
            assert!(
                below,
                "the table lets `{}` import `{import}`, which is on no floor below it",
                floor.name
            );
        }
    }
}

#[test]
fn an_arrow_that_is_not_in_the_table_is_found_wherever_it_hides() {
    let vm = FLOORS
        .iter()
        .find(|floor| floor.name == "vm")
        .expect("the floor of the VM");
    for hidden in [
        "[dependencies]\nworld.workspace = true",
        "[dependencies]\nrand = \"0.9\"",
        "[dependencies]\nbytecode = { package = \"world\", path = \"../world\" }",
        "[target.'cfg(unix)'.dependencies]\nclock.workspace = true",
        "[build-dependencies]\nclock.workspace = true",
        "[dev-dependencies]\nworld.workspace = true",
        "[dev-dependencies]\nrand = \"0.9\"",
    ] {
        let manifest: toml::Table = hidden.parse().expect("a manifest");
        assert_eq!(wrong_arrows(vm, &manifest).len(), 1, "not found: {hidden}");
    }
    let fine: toml::Table = "[dependencies]\nbytecode.workspace = true\n[dev-dependencies]\nproptest = \"1\""
        .parse()
        .expect("a manifest");
    assert_eq!(wrong_arrows(vm, &fine), Vec::<String>::new());
}
