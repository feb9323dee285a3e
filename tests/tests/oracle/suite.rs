//! The programs of `tests/suite/check`, on every machine, whatever they expect there.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::compare::{Comparison, compare, machines};

/// Programs with more states are left to the random ones.
const STATES_MAX: usize = 1_500;

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a folder that can be listed").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "ts") {
            files.push(path);
        }
    }
}

#[test]
fn every_small_program_of_the_suite_is_judged_alike() {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/check"), &mut files);
    if let Ok(part) = std::env::var("SUITE_ONLY") {
        files.retain(|file| file.to_string_lossy().contains(&part));
    }
    files.sort();
    let (mut compared, mut differences) = (0, Vec::new());
    for file in files {
        let source = std::fs::read_to_string(&file).expect("a text file");
        let compilation = compiler::compile(&source, &compiler::Options::default());
        let program = Arc::new(compilation.program);
        for setup in machines() {
            match compare(&program, setup, STATES_MAX) {
                Ok(Comparison::TooLarge) => {}
                Ok(Comparison::Agree(_)) => compared += 1,
                Err(difference) => differences.push(format!("{} in {setup:?}: {difference}", file.display())),
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(
        compared > 300 || std::env::var_os("SUITE_ONLY").is_some(),
        "only {compared} were small"
    );
}
