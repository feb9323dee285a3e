//! What the parser complains about, in words for learners.
//!
//! Owns the translation: one message for one mistake, what was probably meant, and no words from inside the parser. What
//! it does not know it passes on as it is.

use super::await_outside_async;
use crate::positions::Positions;
use crate::{Diagnostic, suggest};
use oxc_span::Span;

/// Words that begin something, for slips of the finger.
const WORDS: [&str; 25] = [
    "async", "await", "break", "case", "catch", "class", "const", "continue", "default", "delete", "else", "export",
    "finally", "for", "function", "import", "let", "new", "return", "switch", "throw", "try", "typeof", "while",
    "yield",
];

/// Words of other languages, with what they are called here.
const FOREIGN: [(&str, &str); 11] = [
    ("func", "function"),
    ("fn", "function"),
    ("fun", "function"),
    ("def", "function"),
    ("elif", "else if"),
    ("elseif", "else if"),
    ("elsif", "else if"),
    ("then", "{ ... }"),
    ("int", "let"),
    ("string", "let"),
    ("auto", "let"),
];

/// One complaint of the parser.
pub(super) struct Complaint<'c> {
    pub(super) message: &'c str,
    pub(super) help: Option<String>,
    pub(super) span: Span,
    /// Another place that it is about: the bracket that is not closed.
    pub(super) other: Option<Span>,
}

impl Complaint<'_> {
    pub(super) fn told(self, positions: &Positions<'_>) -> Diagnostic {
        let message = self.message.trim_end_matches('.');
        let found = positions.text(self.span);
        if found == "await" || message.contains("`await`") {
            return await_outside_async(self.span, None, positions);
        }
        if message.starts_with("Expected a semicolon") {
            return self.statement_goes_on(positions);
        }
        if let Some((message, help)) = plain_words(message) {
            return positions.error("syntax", self.span, message, Some(help.to_owned()));
        }
        if let Some(word) = reserved_word(message) {
            let help = Some("give the variable another name".to_owned());
            return positions.error("syntax", self.span, format!("`{word}` is a reserved word"), help);
        }
        if message == "Unexpected token" && !found.is_empty() {
            let help = self.help.map(|help| lower(&help));
            return positions.error("syntax", self.span, format!("unexpected `{found}`"), help);
        }
        let told = lower(&name_found(message, found));
        let help = unclosed(message, self.other, positions)
            .or_else(|| quote_inside(self.span, positions))
            .or_else(|| self.help.map(|help| lower(&help)));
        positions.error("syntax", self.span, told, help)
    }

    /// Where a statement should end something else follows: mostly the word before is no word of the language.
    fn statement_goes_on(&self, positions: &Positions<'_>) -> Diagnostic {
        let before = positions.text(Span::new(0, self.span.start)).trim_end();
        let after = positions.text_from(self.span.start).trim_start();
        let next: String = after.chars().take_while(|character| is_in_word(*character)).collect();
        let start = before.rfind(|character| !is_in_word(character)).map_or(0, |at| at + 1);
        let word = before.get(start..).unwrap_or_default();
        let at = |start: usize, length: usize| {
            let start = u32::try_from(start).unwrap_or(u32::MAX);
            Span::new(start, start + u32::try_from(length).unwrap_or(0))
        };
        if let Some(meant) = meant(word) {
            let message = format!("`{word}` is not a word of the language");
            let help = Some(format!("did you mean `{meant}`?"));
            return positions.error("syntax", at(start, word.len()), message, help);
        }
        // `if (a) then {`, `elseif (a) {`: the word stands before a bracket.
        let called = before
            .strip_suffix(')')
            .and_then(|before| before.rfind('(').map(|open| &before[..open]));
        if let Some(called) = called.map(str::trim_end) {
            let start = called.rfind(|character| !is_in_word(character)).map_or(0, |at| at + 1);
            if let Some(meant) = meant(&called[start..]) {
                let message = format!("`{}` is not a word of the language", &called[start..]);
                let help = Some(format!("did you mean `{meant}`?"));
                return positions.error("syntax", at(start, called.len() - start), message, help);
            }
        }
        if after.starts_with("==") {
            let help = Some("write `=` to give a variable its value; `===` compares".to_owned());
            return positions.error("syntax", self.span, "unexpected `==`", help);
        }
        let next = match next.as_str() {
            "" => after.chars().next().map_or_else(String::new, String::from),
            _ => next,
        };
        if next.is_empty() {
            return positions.error("syntax", self.span, "the statement does not end here", None);
        }
        let help = Some("end the statement before it with `;` or a new line".to_owned());
        positions.error("syntax", self.span, format!("unexpected `{next}`"), help)
    }
}

fn is_in_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_' || character == '$'
}

fn meant(word: &str) -> Option<&'static str> {
    if WORDS.contains(&word) || word.len() < 2 {
        return None;
    }
    let foreign = FOREIGN.iter().find(|(foreign, _)| *foreign == word);
    match foreign {
        Some((_, meant)) => Some(meant),
        None if word.len() < 3 => None,
        None => suggest::nearest(word, WORDS.into_iter()),
    }
}

/// Messages that are better said otherwise.
fn plain_words(message: &str) -> Option<(&'static str, &'static str)> {
    let told = match message {
        "Missing initializer in const declaration" => (
            "a constant needs a value where it is declared",
            "write `const name = value`, or `let` if the value comes later",
        ),
        "Missing catch or finally clause" => (
            "a `try` needs a `catch` or a `finally`",
            "write `catch (error) { ... }` after the block, or leave `try` out",
        ),
        "Cannot assign to this expression" => (
            "only a variable or a property can be assigned",
            "write `===` to compare, or name what gets the value",
        ),
        _ if message.starts_with("A 'yield' expression") => (
            "`yield` is only allowed inside a generator function",
            "write `function*` instead of `function`",
        ),
        _ => return None,
    };
    Some(told)
}

/// `Identifier expected. 'class' is a reserved word that cannot be used here`.
fn reserved_word(message: &str) -> Option<&str> {
    let rest = message.strip_prefix("Identifier expected. '")?;
    rest.split_once('\'').map(|(word, _)| word)
}

/// The parser names the kind of what it found; a learner sees the text.
fn name_found(message: &str, found: &str) -> String {
    let message = message.replace("`EOF`", "the end of the program");
    match message.split_once(" but found `") {
        Some((expected, _)) if !found.is_empty() && !found.contains('\n') && found.chars().count() <= 20 => {
            format!("{expected} but found `{found}`")
        }
        Some(_) | None => message,
    }
}

/// The program ends inside of a bracket: which one?
fn unclosed(message: &str, other: Option<Span>, positions: &Positions<'_>) -> Option<String> {
    let is_at_end = message.contains("`EOF`");
    let other = other.filter(|_| is_at_end)?;
    let bracket = positions.text(other).chars().next().filter(|it| "([{".contains(*it))?;
    let line = positions.span(other).start.line;
    Some(format!("the `{bracket}` on line {line} is not closed"))
}

/// `'it's'`: the text ended at the quote in its middle.
fn quote_inside(span: Span, positions: &Positions<'_>) -> Option<String> {
    let before = positions.text(Span::new(0, span.start));
    let quote = before.chars().next_back().filter(|it| matches!(it, '\'' | '"'))?;
    let begins_word = positions.text(span).starts_with(is_in_word);
    begins_word
        .then(|| format!("the text ends at this quote; write `\\{quote}` inside of it, or other quotes around it"))
}

fn lower(text: &str) -> String {
    let text = text.trim_end_matches('.');
    let mut characters = text.chars();
    match characters.next() {
        // `Foo` in backticks and names in capitals stay as they are.
        Some(first) if first.is_uppercase() => first.to_lowercase().chain(characters).collect(),
        Some(_) => text.to_owned(),
        None => "this is not a program".to_owned(),
    }
}
