//! Texts that nobody would write: soups of tokens, programs of the suite with wounds, nesting as deep as one likes. Parsing,
//! compiling and running them for bounded steps neither panics nor hangs. Owns how such texts are made; what is done with
//! them is `lanes_tests::bounded`. The cargo-fuzz target in `fuzz/` does the same with a fuzzer's own texts.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Far more than any of the texts needs, on a busy machine too.
const SILENCE_MAX: Duration = Duration::from_secs(120);
/// The least that a thread of the standard library has: natives and the parser get by with it.
const STACK_BYTES: usize = 2 << 20;

/// Words of the language, names, values, signs, and what belongs to the playground.
const TOKENS: &[&str] = &[
    "await",
    "async",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "default",
    "delete",
    "do",
    "else",
    "export",
    "extends",
    "finally",
    "for",
    "function",
    "get",
    "if",
    "import",
    "in",
    "instanceof",
    "let",
    "new",
    "null",
    "of",
    "return",
    "set",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "try",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
    "yield",
    "enum",
    "interface",
    "type",
    "as",
    "satisfies",
    "declare",
    "abstract",
    "private",
    "readonly",
    "arguments",
    "new.target",
    "eval",
    "a",
    "b",
    "c",
    "x",
    "#p",
    "f",
    "A",
    "constructor",
    "prototype",
    "__proto__",
    "length",
    "then",
    "next",
    "console.log",
    "Object",
    "Array",
    "Promise",
    "Map",
    "Symbol.iterator",
    "spawn",
    "Mutex",
    "sleep",
    "Math.max",
    "JSON.stringify",
    "setTimeout",
    "globalThis",
    "0",
    "1",
    "-1",
    "1e21",
    "0x7fffffff",
    "1n",
    ".5",
    "NaN",
    "Infinity",
    "''",
    "'s'",
    "\"t\"",
    "`x`",
    "`${a}`",
    "`${",
    "}`",
    "/a/g",
    "/(/",
    "true",
    "false",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "()",
    "[]",
    "{}",
    "=>",
    "=",
    "+",
    "-",
    "*",
    "**",
    "/",
    "%",
    "++",
    "--",
    "<",
    ">",
    "<=",
    "==",
    "===",
    "!=",
    "!",
    "~",
    "&&",
    "||",
    "??",
    "?.",
    "?",
    ":",
    ",",
    ";",
    ".",
    "...",
    "&",
    "|",
    "^",
    "<<",
    ">>",
    ">>>",
    "+=",
    "**=",
    "&&=",
    "??=",
    "@",
    "#",
    "\\",
    "\n",
    "//",
    "/*",
    "*/",
    "<T>",
    "a:",
    "1:",
    "// lanes: model=threads\n",
    "\u{1F600}",
    "\u{2028}",
];

/// What can stand inside of itself: what opens it, and what closes it.
const NESTS: &[(&str, &str)] = &[
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ("({a:", "})"),
    ("f(", ")"),
    ("a[", "]"),
    ("`${", "}`"),
    ("!", ""),
    ("- ", ""),
    ("typeof ", ""),
    ("await ", ""),
    ("a => ", ""),
    ("async () => ", ""),
    ("a ? b : ", ""),
    ("1 + ", "1"),
    ("1 ** ", "1"),
    ("a ?? ", "b"),
    ("a = ", "1"),
    ("new ", "A"),
    ("...", ""),
    ("if (1) ", ";"),
    ("if (1) {} else ", ";"),
    ("for (;;) ", ";"),
    ("while (0) { ", "}"),
    ("do ", "; while (0)"),
    ("l: ", ";"),
    ("try { ", "} finally {}"),
    ("switch (1) { case 1: ", "}"),
    ("function f() { ", "}"),
    ("function* g() { yield* ", "}"),
    ("class A { m() { ", "} }"),
    ("class A extends ", " {}"),
    ("(class { static x = ", "})"),
    ("let [a = ", "] = []"),
    ("var {a: ", "} = {}"),
    ("a?.", "b"),
    ("a.", "b"),
    ("tag`${", "}`"),
    ("/(", ")/"),
    ("<T>", "a"),
    ("a as ", "any"),
    ("let t: Array<", "number>"),
    ("JSON.parse('[' + ", "']')"),
];

fn programs() -> Vec<String> {
    fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder of the suite") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                collect(&path, files);
            } else {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("suite"), &mut files);
    files.sort();
    let read = |file: &PathBuf| std::fs::read_to_string(file).expect("a program");
    files.iter().map(read).collect()
}

/// One thing that goes wrong with a program; the numbers choose where, as parts of 1.
#[derive(Clone, Debug)]
enum Wound {
    CutLine(f64),
    RepeatLine(f64, f64),
    CutToken(f64),
    ReplaceToken(f64, usize),
    InsertToken(f64, usize),
    SwapTokens(f64, f64),
    CutEnd(f64),
}

fn wound() -> impl Strategy<Value = Wound> {
    let part = 0.0..1.0;
    let token = 0..TOKENS.len();
    prop_oneof![
        part.clone().prop_map(Wound::CutLine),
        (part.clone(), part.clone()).prop_map(|(from, to)| Wound::RepeatLine(from, to)),
        part.clone().prop_map(Wound::CutToken),
        (part.clone(), token.clone()).prop_map(|(at, token)| Wound::ReplaceToken(at, token)),
        (part.clone(), token).prop_map(|(at, token)| Wound::InsertToken(at, token)),
        (part.clone(), part.clone()).prop_map(|(one, other)| Wound::SwapTokens(one, other)),
        part.prop_map(Wound::CutEnd),
    ]
}

/// Runs of letters, runs of blanks, and every sign by itself.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let kind = |character: char| {
        (
            character.is_alphanumeric() || character == '_',
            character.is_whitespace(),
        )
    };
    for character in text.chars() {
        match tokens.last_mut() {
            Some(last)
                if kind(character) != (false, false) && last.chars().next_back().map(kind) == Some(kind(character)) =>
            {
                last.push(character);
            }
            Some(_) | None => tokens.push(character.to_string()),
        }
    }
    tokens
}

fn index(part: f64, count: usize) -> usize {
    ((part * count as f64) as usize).min(count.saturating_sub(1))
}

fn wounded(program: &str, wound: &Wound) -> String {
    let mut lines: Vec<&str> = program.lines().collect();
    let mut tokens = tokens(program);
    if lines.is_empty() || tokens.is_empty() {
        return program.to_owned();
    }
    let (line_count, token_count) = (lines.len(), tokens.len());
    match *wound {
        Wound::CutLine(at) => {
            lines.remove(index(at, line_count));
            return lines.join("\n");
        }
        Wound::RepeatLine(from, to) => {
            lines.insert(index(to, line_count), lines[index(from, line_count)]);
            return lines.join("\n");
        }
        Wound::CutToken(at) => {
            tokens.remove(index(at, token_count));
        }
        Wound::ReplaceToken(at, token) => tokens[index(at, token_count)] = TOKENS[token].to_owned(),
        Wound::InsertToken(at, token) => tokens.insert(index(at, token_count), format!(" {} ", TOKENS[token])),
        Wound::SwapTokens(one, other) => tokens.swap(index(one, token_count), index(other, token_count)),
        Wound::CutEnd(at) => tokens.truncate(index(at, token_count)),
    }
    tokens.concat()
}

/// Runs it beside the test, on a small stack, so that one that hangs can be named.
#[allow(
    clippy::disallowed_methods,
    reason = "a test that watches for hangs waits for a bounded time"
)]
fn survives(source: &str) -> Result<(), TestCaseError> {
    // An overflown stack takes the process down: this file then holds the text that did it.
    if let Some(file) = std::env::var_os("FUZZ_LAST") {
        std::fs::write(file, source).map_err(|error| TestCaseError::fail(error.to_string()))?;
    }
    let (sender, receiver) = channel();
    let text = source.to_owned();
    let thread = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || {
        let _ = sender.send(lanes_tests::bounded::run(&text));
    });
    let thread = thread.map_err(|error| TestCaseError::fail(error.to_string()))?;
    match receiver.recv_timeout(SILENCE_MAX) {
        Ok(_) => Ok(()),
        Err(RecvTimeoutError::Timeout) => Err(TestCaseError::fail("it hangs")),
        Err(RecvTimeoutError::Disconnected) => {
            let reason = thread.join().err().and_then(|panic| panic.downcast::<String>().ok());
            Err(TestCaseError::fail(
                reason.map_or_else(|| "it panics".to_owned(), |text| *text),
            ))
        }
    }
}

fn config(cases: u32) -> ProptestConfig {
    // `PROPTEST_CASES` asks for more; the same ones every time otherwise, so that a red test stays red.
    let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        cases: wanted.unwrap_or(cases),
        failure_persistence: None,
        rng_seed: if wanted.is_some() {
            RngSeed::Random
        } else {
            RngSeed::Fixed(262)
        },
        max_shrink_iters: 400,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn a_soup_of_tokens_is_survived(soup in prop::collection::vec(0..TOKENS.len(), 1..40)) {
        let words: Vec<&str> = soup.iter().map(|&token| TOKENS[token]).collect();
        survives(&words.join(" "))?;
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,200}") {
        survives(&text)?;
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn a_wounded_program_is_survived(program in 0.0..1.0, wounds in prop::collection::vec(wound(), 1..5)) {
        let programs = programs();
        let mut text = programs[index(program, programs.len())].clone();
        for wound in &wounds {
            text = wounded(&text, wound);
        }
        survives(&text)?;
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn deep_nesting_is_survived(
        nest in 0..NESTS.len(), other in 0..NESTS.len(), depth in 1_usize..5_000, closes in any::<bool>()
    ) {
        let (open, close) = NESTS[nest];
        let (inner_open, inner_close) = NESTS[other];
        let mut text = format!("{open}{inner_open}").repeat(depth);
        text.push('1');
        if closes {
            text.push_str(&format!("{inner_close}{close}").repeat(depth));
        }
        survives(&text)?;
    }
}

#[test]
fn every_nest_is_survived_at_every_depth() {
    for (open, close) in NESTS {
        for depth in [1, 2, 30, 100, 1_000, 30_000] {
            let text = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            if let Err(error) = survives(&text) {
                panic!("{open} {depth} times: {error}");
            }
        }
    }
}

#[test]
fn the_programs_of_the_suite_are_programs() {
    let ran = programs()
        .iter()
        .filter(|program| lanes_tests::bounded::run(program) > 0)
        .count();
    assert!(ran > 50, "only {ran} programs of the suite run at all");
}
