//! Lints against programs as people write them, each beside what is said about it.
//!
//! A file per lint in `tests/lints`: a program begins with `//- bad: ...` or `//- good: ...`. A bad one gets the lint that
//! the file is named after, and no other; a good one gets none at all. Every word that is said is in the `.txt` beside.
//! `UPDATE_EXPECT=1` blesses it.

use compiler::{Options, compile};
use std::fmt::Write;
use std::path::{Path, PathBuf};

const BAD_MIN: usize = 4;
const GOOD_MIN: usize = 6;

struct Case {
    is_bad: bool,
    name: String,
    source: String,
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lints");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ts"))
        .collect();
    files.sort();
    files
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines() {
        if let Some(header) = line.strip_prefix("//- ") {
            let (kind, name) = header.split_once(": ").expect("`bad: name` or `good: name`");
            assert!(kind == "bad" || kind == "good", "{header}");
            cases.push(Case {
                is_bad: kind == "bad",
                name: name.to_owned(),
                source: String::new(),
            });
        } else if let Some(case) = cases.last_mut() {
            case.source.push_str(line);
            case.source.push('\n');
        }
    }
    cases
}

#[test]
fn every_lint_speaks_where_it_should_and_is_quiet_where_it_should() {
    for file in files() {
        let lint = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let cases = cases(&std::fs::read_to_string(&file).unwrap());
        let mut actual = String::new();
        for case in &cases {
            let compilation = compile(&case.source, &Options::default());
            let _ = writeln!(actual, "=== {}", case.name);
            for diagnostic in &compilation.diagnostics {
                let _ = writeln!(actual, "{diagnostic} [{}]", diagnostic.code);
            }
            let others: Vec<_> = compilation.diagnostics.iter().filter(|it| it.code != lint).collect();
            assert!(others.is_empty(), "{lint}, {}: {others:#?}", case.name);
            let is_found = !compilation.diagnostics.is_empty();
            assert_eq!(
                is_found, case.is_bad,
                "{lint}, {}: {:#?}",
                case.name, compilation.diagnostics
            );
        }
        let bad = cases.iter().filter(|case| case.is_bad).count();
        assert!(bad >= BAD_MIN, "{lint}: {bad} programs that are bad");
        assert!(
            cases.len() - bad >= GOOD_MIN,
            "{lint}: {} programs that are good",
            cases.len() - bad
        );
        let beside = file.with_extension("txt");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&beside, &actual).unwrap();
        }
        let expected = std::fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(
            actual, expected,
            "{lint}: what is said has changed; UPDATE_EXPECT=1 blesses it"
        );
    }
}

#[test]
fn a_warning_is_no_error() {
    let compilation = compile(
        "async function f() { await null }\nf();\nconsole.log(1)",
        &Options::default(),
    );
    assert_eq!(compilation.diagnostics.len(), 1);
    assert!(!compilation.has_errors());
    assert!(compilation.program.functions.len() > 1);
}

#[test]
fn lints_are_silenced_by_name_on_the_line_before() {
    let codes = |source: &str| -> Vec<&'static str> {
        let compilation = compile(source, &Options::default());
        compilation
            .diagnostics
            .iter()
            .map(|diagnostic| diagnostic.code)
            .collect()
    };
    let program = |comment: &str, end: &str| {
        format!("async function f() {{ await null }}\n{comment}\nf();{end}\nconsole.log(1)\n")
    };
    assert_eq!(codes(&program("", "")), ["floating-promise"]);
    for comment in [
        "// lanes-ignore floating-promise",
        "// lanes-ignore: floating-promise",
        "// lanes-ignore floating-promise, await-in-loop",
        "// lanes-ignore",
        "/* lanes-ignore floating-promise */",
        "// lanes-ignore floating-promise -- it goes its own way",
        "// lanes-ignore floating-promise\n// it goes its own way",
    ] {
        assert_eq!(codes(&program(comment, "")), Vec::<&str>::new(), "{comment}");
    }
    assert_eq!(
        codes(&program("", " // lanes-ignore floating-promise")),
        Vec::<&str>::new()
    );
    assert_eq!(
        codes(&program("// lanes-ignore await-in-loop", "")),
        ["floating-promise"]
    );
    assert_eq!(
        codes(&program("// lanes-ignore floating-promise\nf;", "")),
        ["floating-promise"]
    );
    assert_eq!(codes(&program("// lanes-ignored", "")), ["floating-promise"]);
    assert_eq!(
        codes(&program("// lanes-ignore floting-promise", "")),
        ["directive", "floating-promise"]
    );
}

#[test]
fn programs_with_errors_are_not_linted() {
    let compilation = compile(
        "async function f() {}\nf();\nlet x = 1; let x = 2;",
        &Options::default(),
    );
    let codes: Vec<&str> = compilation
        .diagnostics
        .iter()
        .map(|diagnostic| diagnostic.code)
        .collect();
    assert_eq!(codes, ["redeclared"]);
}
