//! The tokens of a date.
//!
//! Owns where one ends and the next begins, and the words that mean something. What they make together is the parser's.

use std::iter::Peekable;
use std::str::Chars;

use super::month_of;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Token {
    /// How many digits were written, leading zeros too; a long numeral keeps its first nine significant ones.
    Number {
        value: i64,
        digits: usize,
    },
    Sign {
        is_minus: bool,
    },
    Colon,
    Dot,
    /// A bracket that nothing opened.
    Close,
    Word(Word),
    Space,
    /// Anything else, and whatever stands in brackets.
    Other,
    End,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Word {
    Month(i64),
    /// AM and PM, by the hours that they add.
    Half(i64),
    /// `Z`.
    Zulu,
    /// A zone by its name, in hours.
    Zone(i64),
    /// `T`.
    Separator,
    Other,
}

/// Reads tokens with one to look ahead.
pub(super) struct Scanner<'t> {
    rest: Peekable<Chars<'t>>,
    ahead: Token,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str) -> Scanner<'t> {
        let mut scanner = Scanner {
            rest: text.chars().peekable(),
            ahead: Token::End,
        };
        scanner.ahead = scanner.scan();
        scanner
    }

    pub(super) fn peek(&self) -> Token {
        self.ahead
    }

    pub(super) fn next(&mut self) -> Token {
        let next = self.scan();
        std::mem::replace(&mut self.ahead, next)
    }

    /// Whether the next token was that one, which is then read.
    pub(super) fn skip(&mut self, token: Token) -> bool {
        let is_there = self.ahead == token;
        if is_there {
            self.next();
        }
        is_there
    }

    fn scan(&mut self) -> Token {
        let Some(&first) = self.rest.peek() else {
            return Token::End;
        };
        match first {
            '0'..='9' => return self.number(),
            '(' => return self.brackets(),
            _ if is_word(first) => return self.word(),
            _ => self.rest.next(),
        };
        match first {
            ':' => Token::Colon,
            '.' => Token::Dot,
            ')' => Token::Close,
            '+' | '-' => Token::Sign { is_minus: first == '-' },
            _ if is_space(first) => Token::Space,
            _ => Token::Other,
        }
    }

    fn number(&mut self) -> Token {
        let (mut value, mut digits, mut significant) = (0, 0, 0);
        while let Some(digit) = self.rest.peek().and_then(|letter| letter.to_digit(10)) {
            self.rest.next();
            digits += 1;
            significant += usize::from(significant > 0 || digit > 0);
            if significant <= 9 {
                value = value * 10 + i64::from(digit);
            }
        }
        Token::Number { value, digits }
    }

    fn word(&mut self) -> Token {
        let mut length = 0;
        let mut prefix = String::new();
        while let Some(letter) = self.rest.next_if(|&letter| is_word(letter)) {
            length += 1;
            if length <= 3 {
                prefix.push(letter.to_ascii_lowercase());
            }
        }
        let month = (length >= 3).then(|| month_of(&prefix)).flatten();
        if let Some(month) = month {
            return Token::Word(Word::Month(month));
        }
        let is_short = length <= 3;
        Token::Word(match prefix.as_str() {
            "am" => Word::Half(0),
            "pm" => Word::Half(12),
            "z" => Word::Zulu,
            "ut" => Word::Zone(0),
            "utc" | "gmt" if is_short => Word::Zone(0),
            "edt" if is_short => Word::Zone(-4),
            "cdt" | "est" if is_short => Word::Zone(-5),
            "cst" | "mdt" if is_short => Word::Zone(-6),
            "mst" | "pdt" if is_short => Word::Zone(-7),
            "pst" if is_short => Word::Zone(-8),
            "t" => Word::Separator,
            _ => Word::Other,
        })
    }

    /// To the bracket that closes this one, or to the end.
    fn brackets(&mut self) -> Token {
        let mut depth = 0;
        for letter in self.rest.by_ref() {
            depth += match letter {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if depth == 0 {
                break;
            }
        }
        Token::Other
    }
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}'
}

/// Letters, and whatever comes after them in Unicode.
fn is_word(letter: char) -> bool {
    letter >= 'A' && !is_space(letter)
}
