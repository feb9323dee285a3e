//! The order of `localeCompare`, as in the locale `en`.
//!
//! Owns an order for Latin letters, digits and ASCII punctuation that agrees with the Unicode collation algorithm:
//! first by letters, then by accents, then by case. Everything else is ordered by code point, after those.

use std::cmp::Ordering;

/// White space, punctuation and symbols of ASCII in the order of the root collation; digits and letters follow.
const BEFORE_DIGITS: &str = "\t\n\u{b}\u{c}\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

/// Letters with their base letter and a number for the accent.
const ACCENTED: &[(&str, &str)] = &[
    ("á", "a"),
    ("à", "a"),
    ("ă", "a"),
    ("â", "a"),
    ("å", "a"),
    ("ä", "a"),
    ("ã", "a"),
    ("ą", "a"),
    ("ā", "a"),
    ("ć", "c"),
    ("č", "c"),
    ("ç", "c"),
    ("ď", "d"),
    ("é", "e"),
    ("è", "e"),
    ("ê", "e"),
    ("ě", "e"),
    ("ë", "e"),
    ("ę", "e"),
    ("ē", "e"),
    ("í", "i"),
    ("ì", "i"),
    ("î", "i"),
    ("ï", "i"),
    ("ī", "i"),
    ("ł", "l"),
    ("ń", "n"),
    ("ň", "n"),
    ("ñ", "n"),
    ("ó", "o"),
    ("ò", "o"),
    ("ô", "o"),
    ("ö", "o"),
    ("ő", "o"),
    ("õ", "o"),
    ("ø", "o"),
    ("ř", "r"),
    ("ś", "s"),
    ("š", "s"),
    ("ş", "s"),
    ("ť", "t"),
    ("ú", "u"),
    ("ù", "u"),
    ("û", "u"),
    ("ů", "u"),
    ("ü", "u"),
    ("ű", "u"),
    ("ū", "u"),
    ("ý", "y"),
    ("ÿ", "y"),
    ("ź", "z"),
    ("ž", "z"),
    ("ż", "z"),
    ("ß", "ss"),
    ("æ", "ae"),
    ("œ", "oe"),
];

#[derive(Default)]
struct Keys {
    primary: Vec<u32>,
    accents: Vec<usize>,
    cases: Vec<bool>,
}

fn base_letter(point: char) -> (char, bool) {
    let mut lower = point.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(lower), None) => (lower, lower != point),
        (Some(_) | None, _) => (point, false),
    }
}

/// Where digits, letters and everything else begin.
const DIGITS: u32 = 100;
const LETTERS: u32 = 1000;
const OTHERS: u32 = 2000;

fn weight(point: char) -> u32 {
    if let Some(at) = BEFORE_DIGITS.chars().position(|known| known == point) {
        return u32::try_from(at).unwrap_or(0);
    }
    match point {
        '0'..='9' => DIGITS + u32::from(point) - u32::from('0'),
        'a'..='z' => LETTERS + u32::from(point),
        _ => OTHERS + u32::from(point),
    }
}

/// How strings are compared.
pub(super) struct Collator {
    /// Whether runs of digits are compared as numbers.
    pub(super) numeric: bool,
    pub(super) accents: bool,
    pub(super) cases: bool,
    pub(super) upper_first: bool,
    pub(super) ignores_punctuation: bool,
}

impl Default for Collator {
    fn default() -> Collator {
        Collator {
            numeric: false,
            accents: true,
            cases: true,
            upper_first: false,
            ignores_punctuation: false,
        }
    }
}

impl Collator {
    fn keys(&self, text: &str) -> Keys {
        let mut keys = Keys::default();
        let mut points = text.chars().peekable();
        while let Some(point) = points.next() {
            if self.numeric && point.is_ascii_digit() {
                let mut digits = vec![weight(point)];
                while let Some(digit) = points.next_if(char::is_ascii_digit) {
                    digits.push(weight(digit));
                }
                let zeros = digits.iter().take_while(|&&digit| digit == DIGITS).count();
                let digits = &digits[zeros..];
                // Of two numbers, the one with more digits is greater.
                let length = u32::try_from(digits.len()).unwrap_or(LETTERS);
                keys.primary.push((DIGITS + length).min(LETTERS));
                keys.primary.extend(digits);
                continue;
            }
            let (lower, is_upper) = base_letter(point);
            let mut buffer = [0; 4];
            let shown: &str = lower.encode_utf8(&mut buffer);
            let accent = ACCENTED.iter().position(|&(letter, _)| letter == shown);
            let bases = accent.map_or(shown, |at| ACCENTED[at].1);
            for base in bases.chars() {
                let weight = weight(base);
                if self.ignores_punctuation && weight < DIGITS {
                    continue;
                }
                keys.primary.push(weight);
                keys.accents.push(accent.map_or(0, |at| at + 1));
                keys.cases.push(is_upper != self.upper_first);
            }
        }
        keys
    }

    /// Compares two strings as a reader of English would order them.
    pub(super) fn compare(&self, left: &str, right: &str) -> Ordering {
        let (left, right) = (self.keys(left), self.keys(right));
        let mut order = left.primary.cmp(&right.primary);
        if self.accents {
            order = order.then(left.accents.cmp(&right.accents));
        }
        if self.cases {
            order = order.then(left.cases.cmp(&right.cases));
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_come_before_accents_and_accents_before_case() {
        let mut words = [
            "b", "B", "a", "A", "á", "z", "Z", "10", "9", "résumé", "resume", "Resume", "_x", "a b", "ab",
        ];
        words.sort_by(|left, right| Collator::default().compare(left, right));
        let expected = [
            "_x", "10", "9", "a", "A", "á", "a b", "ab", "b", "B", "resume", "Resume", "résumé", "z", "Z",
        ];
        assert_eq!(words, expected);
    }

    #[test]
    fn options_change_what_counts() {
        let numeric = Collator {
            numeric: true,
            ..Collator::default()
        };
        assert_eq!(numeric.compare("item10", "item9"), Ordering::Greater);
        assert_eq!(numeric.compare("7", "007"), Ordering::Equal);
        assert_eq!(numeric.compare("1a", "1"), Ordering::Greater);
        assert_eq!(numeric.compare("a1", "ab"), Ordering::Less);
        let base = Collator {
            accents: false,
            cases: false,
            ..Collator::default()
        };
        assert_eq!(base.compare("Résumé", "resume"), Ordering::Equal);
        let upper = Collator {
            upper_first: true,
            ..Collator::default()
        };
        assert_eq!(upper.compare("a", "A"), Ordering::Greater);
    }
}
