//! What the compiler says about programs that are wrong: `tests/data/diagnostics.txt` has programs, each followed by what
//! is expected. `UPDATE_EXPECT=1` writes the file anew.

use compiler::{Compilation, Options, compile};
use std::fmt::Write;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/diagnostics.txt");
const CASE: &str = "=== ";
const EXPECTED: &str = "--- expected\n";

fn report(compilation: &Compilation) -> String {
    compilation
        .diagnostics
        .iter()
        .fold(String::new(), |mut text, diagnostic| {
            let _ = writeln!(text, "{diagnostic} [{}]", diagnostic.code);
            text
        })
}

#[test]
fn every_wrong_program_gets_its_message() {
    let file = std::fs::read_to_string(PATH).unwrap();
    let mut actual = String::new();
    for case in file.split(CASE).skip(1) {
        let (name, rest) = case.split_once('\n').unwrap();
        let (source, _) = rest.split_once(EXPECTED).unwrap_or((rest, ""));
        let compilation = compile(source, &Options::default());
        let _ = write!(actual, "{CASE}{name}\n{source}{EXPECTED}{}", report(&compilation));
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(PATH, &actual).unwrap();
    }
    assert_eq!(file, actual);
}

#[test]
fn a_wrong_program_does_nothing() {
    let compilation = compile("console.log(1); break", &Options::default());
    assert!(compilation.has_errors());
    assert_eq!(compilation.program.own_functions().count(), 1);
    assert_eq!(compilation.program.function(compilation.program.main).ops.len(), 2);
}

#[test]
fn overrides_replace_top_level_constants_and_nothing_else() {
    let with = |source: &str, name: &str, value: &str| {
        let options = Options {
            overrides: vec![(name.to_owned(), value.to_owned())],
            ..Options::default()
        };
        compile(source, &options)
    };
    let source = "const N = 10; const S = 'a'; let m = 1; { const inner = 1 } function f() { const deep = 1 }";
    for (name, value, expected) in [
        ("N", "3", "load_int dest=r0 value=3 "),
        ("N", "-3", "load_int dest=r0 value=-3 "),
        ("N", "0.5", "const k0 number 3fe0000000000000"),
        ("N", "true", "load_bool dest=r0 value=true "),
        ("N", "null", "load_null dest=r0 "),
        ("S", "'it\\'s'", "\"it's\""),
    ] {
        let compilation = with(source, name, value);
        assert_eq!(report(&compilation), "");
        let text = bytecode::disassemble(&compilation.program);
        assert!(text.contains(expected), "{name}={value}: {text}");
    }
    for name in ["missing", "m", "inner", "deep"] {
        let expected = format!(
            "error: there is no constant `{name}` to set (help: declare it at the top of the program: `const {name} = ...`) \
             [override-name]\n"
        );
        assert_eq!(report(&with(source, name, "1")), expected);
    }
    for value in ["", "f()", "1 +", "[1]", "x", "1; 2"] {
        assert!(with(source, "N", value).has_errors(), "{value}");
    }
}

#[test]
fn the_header_sets_the_machine() {
    use compiler::{Directive, Granularity, Model, TimeMode};
    let directive = |source: &str| compile(source, &Options::default()).directive;
    let full = "// lost-update\n/* lanes: model=threads granularity=statement cores=2\n seed=18446744073709551615 time=any */ f";
    assert_eq!(
        directive(full),
        Directive {
            model: Some(Model::Threads),
            granularity: Some(Granularity::Statement),
            cores: Some(2),
            seed: Some(u64::MAX),
            time: Some(TimeMode::Any),
        }
    );
    assert_eq!(directive("// lanes: model=tasks time=exact").model, Some(Model::Tasks));
    assert_eq!(directive("//lanes: model=event-loop").model, Some(Model::EventLoop));
    for source in [
        "",
        "let x = 1 // lanes: model=threads",
        "// model=threads",
        "/* lanes: ",
        "'// lanes: model=tasks'",
    ] {
        assert_eq!(directive(source), Directive::default(), "{source}");
    }
}

#[test]
fn nesting_has_a_limit_and_length_has_none() {
    let too_deep = |source: String| {
        let compilation = compile(&source, &Options::default());
        let codes: Vec<&str> = compilation
            .diagnostics
            .iter()
            .map(|diagnostic| diagnostic.code)
            .collect();
        assert_eq!(codes, ["too-deep"], "{}", &source[..source.len().min(60)]);
    };
    const DEPTH: usize = 10_000;
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("f(", ")"),
        ("!", ""),
        ("() => {", "}"),
        ("if (1) ", ""),
        ("if (1) {} else ", ""),
        ("`${", "}`"),
        ("x => ", ""),
        ("({ a: ", "})"),
    ] {
        too_deep(format!("let x; {}1{}", open.repeat(DEPTH), close.repeat(DEPTH)));
    }
    too_deep(format!("let x; x{}", ".y".repeat(DEPTH)));
    too_deep(format!("let x; x{}", "()".repeat(DEPTH)));
    too_deep(format!("let x; x = 1{}", " && 1".repeat(DEPTH)));

    // As deep as may be: this must not overflow a small stack.
    for (open, close, depth) in [
        ("(", ")", 190),
        ("[", "]", 190),
        ("[() => {", "}]", 45),
        ("{", "}", 190),
    ] {
        let source = format!("{}1{}", open.repeat(depth), close.repeat(depth));
        let compilation = compile(&source, &Options::default());
        assert!(!compilation.has_errors(), "{open}: {}", report(&compilation));
    }
    let long = format!("let x = 1{};\n{}", " + 1".repeat(DEPTH), "x = x + 1;\n".repeat(DEPTH));
    assert_eq!(report(&compile(&long, &Options::default())), "");
}
