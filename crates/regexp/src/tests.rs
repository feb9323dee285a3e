//! Patterns against what Node gave for them, and the budget.
//!
//! The expectations stand in `tests/node/*.txt` and were written by Node, through `bless.mjs` beside them.

use crate::{Exhausted, Flags, Input, Program};

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

fn exec(pattern: &[u16], flags: &str, text: &[u16]) -> String {
    let flags = Flags::parse(&units(flags)).expect("flags");
    let program = match Program::compile(pattern, flags) {
        Ok(program) => program,
        Err(error) => return format!("! {}", error.message),
    };
    let bytes: Option<Vec<u8>> = text.iter().map(|&unit| u8::try_from(unit).ok()).collect();
    let wide = program.exec(Input::TwoByte(text), 0, flags.sticky, &mut 10_000_000);
    if let Some(bytes) = &bytes {
        let narrow = program.exec(Input::OneByte(bytes), 0, flags.sticky, &mut 10_000_000);
        assert_eq!(narrow, wide, "the representation of the input must not matter");
    }
    match wide {
        Err(Exhausted) => "exhausted".to_owned(),
        Ok(None) => "null".to_owned(),
        Ok(Some(captures)) => {
            let groups = (0..captures.group_count()).map(|index| match captures.group(index) {
                Some((start, end)) => format!("{start}-{end}"),
                None => "-".to_owned(),
            });
            groups.collect::<Vec<_>>().join(" ")
        }
    }
}

/// Reads a string with escapes of the form `\uXXXX` for whatever is not ASCII, `\n` and `\\`.
fn unescape(text: &str) -> Vec<u16> {
    let mut units = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(hex) = rest.strip_prefix("%u") {
            units.push(u16::from_str_radix(&hex[..4], 16).expect("four digits"));
            rest = &hex[4..];
        } else {
            units.push(u16::try_from(u32::from(first)).expect("ASCII"));
            rest = &rest[first.len_utf8()..];
        }
    }
    units
}

#[test]
fn matches_are_where_node_finds_them() {
    let cases = include_str!("../tests/node/matches.txt");
    let mut wrong = String::new();
    let mut count = 0;
    for line in cases.lines().filter(|line| !line.starts_with("//")) {
        let [pattern, flags, text, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("four columns: {line}");
        };
        count += 1;
        let found = exec(&unescape(pattern), flags, &unescape(text));
        if found != expected {
            wrong += &format!("/{pattern}/{flags} on {text:?}: Node {expected}, Lanes {found}\n");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(count > 500, "cases got lost");
}

#[test]
fn a_catastrophic_pattern_uses_its_budget_up() {
    let text = "a".repeat(60) + "b";
    for pattern in ["(a+)+$", "(a|a)*$", "(.*)*x", "(?:a?){60}a{70}", "(a*)*\\1$"] {
        let program = Program::compile(&units(pattern), Flags::default()).expect("a pattern");
        let mut steps = 100_000;
        let result = program.exec(Input::OneByte(text.as_bytes()), 0, false, &mut steps);
        assert_eq!(result, Err(Exhausted), "{pattern}");
    }
    let long = "x".repeat(1_000_000);
    let program = Program::compile(&units(".*y"), Flags::default()).expect("a pattern");
    let result = program.exec(Input::OneByte(long.as_bytes()), 0, false, &mut 1_000_000);
    assert_eq!(result, Err(Exhausted));
}

#[test]
fn steps_are_taken_off_the_budget() {
    let program = Program::compile(&units("b"), Flags::default()).expect("a pattern");
    let mut steps = 1000;
    assert!(
        program
            .exec(Input::OneByte(b"aaab"), 0, false, &mut steps)
            .is_ok_and(|found| found.is_some())
    );
    assert!(steps < 1000);
}

#[test]
fn deep_patterns_are_errors_and_no_crash() {
    let deep = "(".repeat(10_000) + &")".repeat(10_000);
    assert!(Program::compile(&units(&deep), Flags::default()).is_err());
    let flags = Flags::parse(&units("v")).expect("flags");
    assert!(Program::compile(&units(&"[".repeat(10_000)), flags).is_err());
    let deep = "(".repeat(400) + &")".repeat(400);
    assert!(Program::compile(&units(&deep), Flags::default()).is_ok());
}

#[test]
fn names_and_flags() {
    let flags = Flags::parse(&units("yg")).expect("flags");
    assert_eq!(flags.to_string(), "gy");
    assert_eq!(Flags::parse(&units("gg")), None);
    assert_eq!(Flags::parse(&units("uv")), None);
    let program = Program::compile(&units("(?<year>\\d{4})-(?<month>\\d\\d)"), flags).expect("a pattern");
    assert_eq!(program.group_names(), [("year".to_owned(), 1), ("month".to_owned(), 2)]);
    let source = crate::escaped_source(&units("a/[/]\\/\n"));
    assert_eq!(String::from_utf16_lossy(&source), "a\\/[/]\\/\\n");
}

#[test]
fn folding_agrees_with_v8() {
    // Written by the same script: every character that is the same as another one under `iu`, with the least of those.
    let mut known = std::collections::BTreeMap::new();
    for line in include_str!("../tests/node/folds.txt")
        .lines()
        .filter(|line| !line.starts_with("//"))
    {
        let (point, least) = line.split_once(' ').expect("two columns");
        let hex = |text| u32::from_str_radix(text, 16).expect("a code point");
        known.insert(hex(point), hex(least));
    }
    let mut least_of = std::collections::BTreeMap::new();
    let mut wrong = String::new();
    for point in 0..=0x10_ffff {
        let folded = crate::fold::simple(point);
        let least = *least_of.entry(folded).or_insert(point);
        if known.get(&point).copied().unwrap_or(point) != least {
            wrong += &format!(
                "{point:x}: {least:x}, V8 {:x}\n",
                known.get(&point).copied().unwrap_or(point)
            );
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(known.len() > 1000, "cases got lost");
}
