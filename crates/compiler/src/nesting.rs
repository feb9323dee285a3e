//! How deeply a text is nested.
//!
//! Owns the limit that keeps every recursion over a program, the parser's included, within a small stack. Reads tokens
//! only roughly: it must never be far below the true depth, and only for absurd programs above it.

use crate::Diagnostic;
use crate::positions::Positions;
use oxc_span::Span;

/// How many constructs may stand inside each other.
pub(crate) const DEPTH_MAX: usize = 200;

/// Words after which an operator stands in front of an operand and not between two.
const PREFIX_WORDS: [&[u8]; 14] = [
    b"await",
    b"case",
    b"default",
    b"delete",
    b"do",
    b"else",
    b"extends",
    b"in",
    b"instanceof",
    b"return",
    b"throw",
    b"typeof",
    b"void",
    b"yield",
];

/// The one message for what is nested too deeply.
pub(crate) fn too_deep(span: Span, positions: &Positions<'_>) -> Diagnostic {
    let message = format!("more than {DEPTH_MAX} constructs are nested in each other here");
    let help = "give the inner parts names of their own".to_owned();
    positions.error("too-deep", span, message, Some(help))
}

/// The offset at which the text gets too deep, if it does.
pub(crate) fn too_deep_at(source: &str) -> Option<u32> {
    let mut scanner = Scanner {
        bytes: source.as_bytes(),
        offset: 0,
        levels: vec![Level::default()],
        open: 0,
        previous: Previous::Operator,
        is_control_word: false,
        is_prefix_word: false,
        is_after_newline: false,
    };
    while scanner.offset < scanner.bytes.len() {
        scanner.token();
        if scanner.levels.len() + scanner.open > DEPTH_MAX {
            return u32::try_from(scanner.offset.saturating_sub(1)).ok();
        }
    }
    None
}

/// One bracket that is open, and how many constructs in it go on to the right: `!`, `=>`, `? :`, `else if` ...
#[derive(Default)]
struct Level {
    open: usize,
    is_control_head: bool,
    is_template: bool,
}

/// What the last token was, as far as it matters for the next one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Previous {
    Word,
    Operand,
    Operator,
    ControlHead,
}

struct Scanner<'a> {
    bytes: &'a [u8],
    offset: usize,
    levels: Vec<Level>,
    /// The sum of all `Level::open`.
    open: usize,
    previous: Previous,
    is_control_word: bool,
    is_prefix_word: bool,
    is_after_newline: bool,
}

impl Scanner<'_> {
    fn token(&mut self) {
        let byte = self.bytes[self.offset];
        match byte {
            b'\n' | b'\r' => {
                self.is_after_newline = true;
                self.offset += 1;
            }
            b' ' | b'\t' => self.offset += 1,
            b'/' if self.next_is(b'/') => self.skip_until(b"\n"),
            b'/' if self.next_is(b'*') => {
                self.offset += 2;
                self.skip_until(b"*/");
            }
            b'/' if self.previous == Previous::Operator => self.skip_quoted(b'/'),
            b'"' | b'\'' => self.skip_quoted(byte),
            b'`' => self.template(1),
            b'(' | b'[' | b'{' => self.open_bracket(byte),
            b')' | b']' | b'}' => self.close_bracket(),
            b';' | b',' => {
                self.end_of_chain();
                self.operator(false);
            }
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'$' | b'#' | 0x80.. => self.word(),
            b'+' | b'-' if self.next_is(byte) => self.increment(),
            _ => self.other_operator(),
        }
    }

    /// Operators that may be longer than one character. Those between two operands leave the depth alone: the parser
    /// takes sums and chains of `&&` in a loop.
    fn other_operator(&mut self) {
        const BETWEEN_OPERANDS: [&[u8]; 15] = [
            b"===", b"!==", b">>>", b"==", b"!=", b"<=", b">=", b"&&", b"||", b"??", b"?.", b"<<", b">>", b"|", b"&",
        ];
        const GOES_ON_TO_THE_RIGHT: [&[u8]; 9] = [b"...", b"=>", b"**", b"=", b"?", b":", b"<", b"!", b"~"];
        let rest = &self.bytes[self.offset..];
        let starts = |operator: &&&[u8]| rest.starts_with(operator);
        let follows_prefix_word = self.previous == Previous::Word && self.is_prefix_word;
        let follows_operand = self.previous != Previous::Operator && !follows_prefix_word;
        // `>>` may also close two lists of type arguments, which only makes the estimate higher.
        if let Some(operator) = BETWEEN_OPERANDS.iter().find(starts).filter(|_| follows_operand) {
            self.offset += operator.len() - 1;
            self.operator(false);
        } else if let Some(operator) = GOES_ON_TO_THE_RIGHT.iter().find(starts) {
            if rest.starts_with(b"<") && !follows_operand {
                // `<T>value`: what follows the `>` is inside of it.
                self.go_deeper();
            }
            self.offset += operator.len() - 1;
            self.operator(true);
        } else if rest.starts_with(b">") {
            let level = self.level();
            let closed = level.open.min(1);
            level.open -= closed;
            self.open -= closed;
            self.operator(false);
        } else {
            self.operator(!follows_operand);
        }
    }

    fn level(&mut self) -> &mut Level {
        if self.levels.is_empty() {
            self.levels.push(Level::default());
        }
        let last = self.levels.len() - 1;
        &mut self.levels[last]
    }

    fn next_is(&self, byte: u8) -> bool {
        self.bytes.get(self.offset + 1) == Some(&byte)
    }

    fn operator(&mut self, goes_on_to_the_right: bool) {
        if goes_on_to_the_right {
            self.go_deeper();
        }
        self.previous = Previous::Operator;
        self.is_after_newline = false;
        self.offset += 1;
    }

    /// `++` or `--`: after an operand it leaves one, before an operand it is a prefix.
    fn increment(&mut self) {
        if matches!(self.previous, Previous::Word | Previous::Operand) && !self.is_after_newline {
            self.offset += 2;
        } else {
            self.operator(true);
            self.offset += 1;
        }
    }

    fn go_deeper(&mut self) {
        self.level().open += 1;
        self.open += 1;
    }

    fn end_of_chain(&mut self) {
        let ended = std::mem::take(&mut self.level().open);
        self.open -= ended;
    }

    /// A new line after an operand ends a statement where semicolons are left out.
    fn begin_operand(&mut self) {
        let follows_operand = matches!(self.previous, Previous::Word | Previous::Operand);
        if self.is_after_newline && follows_operand {
            self.end_of_chain();
        } else if matches!(self.previous, Previous::Word | Previous::ControlHead) {
            self.go_deeper();
        }
        self.is_after_newline = false;
    }

    fn word(&mut self) {
        self.begin_operand();
        let start = self.offset;
        while self
            .bytes
            .get(self.offset)
            .is_some_and(|&byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'#' | 0x80..))
        {
            self.offset += 1;
        }
        let word = &self.bytes[start..self.offset];
        self.is_prefix_word = PREFIX_WORDS.contains(&word);
        self.is_control_word = matches!(word, b"if" | b"for" | b"while" | b"with" | b"switch" | b"await");
        self.previous = Previous::Word;
    }

    fn skip_quoted(&mut self, quote: u8) {
        self.begin_operand();
        self.offset += 1;
        while let Some(&byte) = self.bytes.get(self.offset) {
            match byte {
                b'\\' => self.offset += 2,
                b'\n' => break,
                _ if byte == quote => {
                    self.offset += 1;
                    break;
                }
                _ => self.offset += 1,
            }
        }
        self.offset = self.offset.min(self.bytes.len());
        self.previous = Previous::Operand;
    }

    /// The characters of a template string from its start, or from the end of a `${}`.
    fn template(&mut self, delimiter: usize) {
        self.offset += delimiter;
        while let Some(&byte) = self.bytes.get(self.offset) {
            match byte {
                b'\\' => self.offset += 2,
                b'`' => {
                    self.offset += 1;
                    break;
                }
                b'$' if self.next_is(b'{') => {
                    self.offset += 1;
                    self.open_bracket(b'{');
                    self.level().is_template = true;
                    return;
                }
                _ => self.offset += 1,
            }
        }
        self.offset = self.offset.min(self.bytes.len());
        self.previous = Previous::Operand;
        self.is_after_newline = false;
    }

    fn open_bracket(&mut self, bracket: u8) {
        let is_control_head = bracket == b'(' && self.previous == Previous::Word && self.is_control_word;
        self.levels.push(Level {
            is_control_head,
            ..Level::default()
        });
        self.previous = Previous::Operator;
        self.is_after_newline = false;
        self.offset += 1;
    }

    fn close_bracket(&mut self) {
        let is_block = self.bytes[self.offset] == b'}';
        self.end_of_chain();
        let closed = self.levels.pop().unwrap_or_default();
        if closed.is_template {
            self.template(1);
            return;
        }
        self.previous = if closed.is_control_head {
            Previous::ControlHead
        } else {
            Previous::Operand
        };
        // A block ends the statement that it belongs to; an `else` after it goes on, deeper.
        if is_block && !self.is_followed_by_else() {
            self.end_of_chain();
        }
        self.is_after_newline = false;
        self.offset += 1;
    }

    fn is_followed_by_else(&self) -> bool {
        let rest = &self.bytes[self.offset + 1..];
        let start = rest.iter().position(|byte| !byte.is_ascii_whitespace());
        start.is_some_and(|start| rest[start..].starts_with(b"else") || !rest[start].is_ascii_alphanumeric())
    }

    fn skip_until(&mut self, end: &[u8]) {
        let rest = &self.bytes[self.offset..];
        let found = rest.windows(end.len()).position(|window| window == end);
        self.offset += found.map_or(rest.len(), |at| if end == b"\n" { at } else { at + end.len() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_programs_are_not_deep_however_long() {
        let lines = [
            "const x = a ? b : c;\n",
            "counter = counter + 1\n",
            "if (a) b()\n",
            "if (a) { b() } else { c() }\n",
            "foo(x => y => !z)\n",
            "const t = `a ${b ? `c ${d}` : '('} e`\n",
            "// ((((((((\n",
            "/* [[[[[[ */ x++\n",
            "let y: Map<string, Array<number>> = new Map()\n",
            "label: for (;;) { break label }\n",
            "const s = \"((((((((((\" + '[[[['\n",
            "items.map(x => x / 2).filter(x => x > 1)\n",
            "a === 1 || b !== 2 && c >= 3 ?? d?.e || ",
            "a + b * c - d / e << f >>> g | h & ",
        ];
        for line in lines {
            assert_eq!(too_deep_at(&line.repeat(1000)), None, "{line}");
        }
        assert_eq!(too_deep_at(&lines.concat().repeat(300)), None);
    }

    #[test]
    fn every_way_to_nest_is_seen() {
        let openings = [
            "(",
            "[",
            "{",
            "!",
            "- ",
            "~",
            "typeof ",
            "await ",
            "new ",
            "a => ",
            "a = ",
            "a ? b : ",
            "a ? ",
            "2 ** ",
            "if (a) ",
            "if (a)\n",
            "if (a) {} else ",
            "while (a) ",
            "do ",
            "x: ",
            "`${",
            "f(",
            "function f() {",
            "() => {",
            "[...",
            "{a:",
            "let x: A<",
            "<T>",
            "class A extends ",
            "class A { m() {",
            "class A { x = class {",
            "class A { static {",
            "yield ",
            "yield* ",
            "await - ",
            "typeof + ",
            "void -await ",
            "a?.[",
            "tag`${",
            "({ get a() {",
            "switch (a) { case 1: ",
            "label: ",
            "try { } catch { ",
            "for (;;) ",
        ];
        for opening in openings {
            assert!(too_deep_at(&opening.repeat(10_000)).is_some(), "{opening}");
        }
    }
}
