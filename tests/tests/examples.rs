//! The example programs do what their list says: each compiles, runs to an end in the model that it names, and a check finds
//! exactly the kinds that the list promises. How the list is read is `lesson`'s.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use checker::{Checker, Limits, Options};
use grader::setup::{Explicit, check_setup};
use lesson::{Example, Examples};
use world::{Detail, Log, World};

/// A page gets to the end of these in a moment.
const STATES_MAX: u64 = 10_000;
/// An example fits on the screen.
const LINES_MAX: usize = 42;
const COLUMNS_MAX: usize = 80;
const STEPS_MAX: usize = 2_000;
const EXAMPLES_MIN: usize = 20;

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a folder that can be listed").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).expect("inside the root").to_string_lossy();
            files.push((
                name.replace('\\', "/"),
                std::fs::read_to_string(&path).expect("a text file"),
            ));
        }
    }
}

fn examples() -> Examples {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lessons");
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    let (examples, problems) = Examples::from_files(&files);
    assert_eq!(problems, [], "the files can be read");
    examples
}

/// What is wrong with an example; nothing if it keeps its promise.
fn faults(example: &Example) -> Vec<String> {
    let compilation = compiler::compile(&example.source, &compiler::Options::default());
    if compilation.has_errors() {
        return vec![format!("does not compile: {:?}", compilation.diagnostics)];
    }
    let mut faults = Vec::new();
    let named = compilation.directive.model.map(|model| format!("{model:?}"));
    if named != Some(format!("{:?}", example.model)) {
        faults.push(format!("names {named:?} and is listed as {:?}", example.model));
    }
    let program = Arc::new(compilation.program);
    let setup = check_setup(&compilation.directive, None, Explicit::default());
    let options = Options {
        limits: Limits {
            states: STATES_MAX,
            ..Limits::native()
        },
        ..Options::default()
    };
    let mut checker = Checker::new(Arc::clone(&program), setup, options);
    while !checker.explore(u32::MAX).is_finished {}
    let report = checker.report();
    let found: BTreeSet<&str> = report.findings.iter().map(|finding| finding.verdict.word()).collect();
    let promised: BTreeSet<&str> = example.finds.iter().map(|verdict| verdict.name()).collect();
    if found != promised || !report.is_complete {
        faults.push(format!(
            "finds {found:?} instead of {promised:?}, limit {:?}",
            report.limit
        ));
    }
    let setup = grader::setup::run_setup(&compilation.directive, None, Explicit::default());
    let mut log = Log::new(Detail::Everything);
    let mut world = World::new(program, setup, &mut log);
    let mut open = Vec::new();
    for _ in 0..STEPS_MAX {
        open.clear();
        world.choices(&mut open);
        let Some(&choice) = open.first() else { return faults };
        world.step(choice, &mut log).expect("an open choice");
    }
    faults.push(format!("goes on after {STEPS_MAX} steps"));
    faults
}

#[test]
fn every_example_does_what_its_list_says() {
    let examples = examples();
    let faults: Vec<String> = examples
        .all()
        .flat_map(|example| {
            faults(example)
                .into_iter()
                .map(|fault| format!("{}: {fault}", example.id))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn examples_are_short_and_say_what_to_try() {
    let examples = examples();
    assert!(examples.all().count() >= EXAMPLES_MIN, "examples got lost");
    for example in examples.all() {
        let lines: Vec<&str> = example.source.lines().collect();
        assert!(lines.len() <= LINES_MAX, "{} has {} lines", example.id, lines.len());
        let widest = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
        assert!(widest <= COLUMNS_MAX, "{} is {widest} columns wide", example.id);
        let is_comment = |line: &&&str| line.starts_with("// ");
        assert!(
            lines.iter().take_while(is_comment).count() >= 3,
            "{} says nothing of itself",
            example.id
        );
        assert!(
            example.summary.ends_with('.') || example.summary.ends_with('?'),
            "{}",
            example.id
        );
    }
}

/// The test can fail: a promise that is not kept is told.
#[test]
fn a_wrong_promise_is_told() {
    let mut example = examples().groups[0].examples[0].clone();
    example.finds = vec![lesson::Verdict::Deadlock];
    assert_eq!(faults(&example).len(), 1);
    example.model = lesson::Model::Tasks;
    assert_eq!(faults(&example).len(), 2);
}
