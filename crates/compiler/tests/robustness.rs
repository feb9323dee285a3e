//! Whatever the text is, the compiler answers.

use compiler::{Options, compile};
use proptest::prelude::*;

const TOKENS: [&str; 76] = [
    "let ",
    "const ",
    "var ",
    "function ",
    "async ",
    "await ",
    "=> ",
    "return ",
    "if ",
    "else ",
    "for ",
    "of ",
    "in ",
    "while ",
    "do ",
    "break ",
    "continue ",
    "switch ",
    "case ",
    "default ",
    "try ",
    "catch ",
    "finally ",
    "throw ",
    "new ",
    "typeof ",
    "delete ",
    "void ",
    "this ",
    "class ",
    "import ",
    "export ",
    "enum ",
    "type ",
    "x",
    "y",
    "f",
    "console",
    ".log",
    "a.b",
    "0",
    "1.5",
    "'s'",
    "`t`",
    "`${",
    "}",
    "{",
    "(",
    ")",
    "[",
    "]",
    ";",
    ",",
    ":",
    "?",
    "?.",
    "...",
    "=",
    "+=",
    "++",
    "&&=",
    "??",
    "||",
    "+",
    "-",
    "*",
    "<",
    "===",
    "!",
    "@",
    "#x",
    "\n",
    "/",
    "\\",
    "\"",
    "😀",
];

const STATEMENTS: [&str; 24] = [
    "let a = 1;",
    "let [b, ...c] = [1, 2, 3];",
    "const { d, ...e } = { d: 1 };",
    "var v = v0 => v;",
    "a = b + f(a);",
    "a ??= 1;",
    "for (let i = 0; i < 3; i++) { fs.push(() => i) }",
    "for (const k in o) continue;",
    "for ([a, b] of c) { break }",
    "l: while (a--) { switch (a) { case 1: continue l; default: break l } }",
    "try { throw a } catch ({ message }) { a = message } finally { a++ }",
    "o?.p?.[a]?.(b);",
    "async function f(x = a, ...r) { await f(...r) }",
    "({ a, b: [o.p = 1] } = o);",
    "{ const a = () => { a; w } }",
    "let w = 1;",
    "const o = { a, ['b' + a]: 1, m() { return this } };",
    "const fs = [];",
    "do { a += 1 } while (a < 9)",
    "function g(p) { try { return p } finally { g(p); } }",
    "o.p++;",
    "o[a] -= b;",
    "a = (a, b) ? a && b : a ?? b;",
    "if (a) { await f(1) } else delete o.p;",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn token_soup_never_panics(tokens in proptest::collection::vec(proptest::sample::select(&TOKENS[..]), 0..60)) {
        let compilation = compile(&tokens.concat(), &Options::default());
        prop_assert_eq!(compilation.has_errors(), compilation.diagnostics.iter().any(|d| d.is_error()));
    }

    #[test]
    fn any_text_never_panics(text in "\\PC{0,200}") {
        let _ = compile(&text, &Options::default());
    }

    #[test]
    fn whatever_compiles_can_be_written_down_and_read_back(
        statements in proptest::collection::vec(proptest::sample::select(&STATEMENTS[..]), 0..12)
    ) {
        let compilation = compile(&statements.join("\n"), &Options::default());
        let text = bytecode::disassemble(&compilation.program);
        prop_assert_eq!(bytecode::assemble(&text, &compilation.program.library, &compilation.program.source).unwrap(), compilation.program);
    }
}
