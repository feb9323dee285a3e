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

fn keys(text: &str) -> Keys {
    let mut keys = Keys::default();
    for point in text.chars() {
        let mut lower = point.to_lowercase();
        let lower = match (lower.next(), lower.next()) {
            (Some(lower), None) => lower,
            (Some(_) | None, _) => point,
        };
        let is_upper = lower != point;
        let mut buffer = [0; 4];
        let shown: &str = lower.encode_utf8(&mut buffer);
        let accent = ACCENTED.iter().position(|&(letter, _)| letter == shown);
        let bases = accent.map_or(shown, |at| ACCENTED[at].1);
        for base in bases.chars() {
            keys.primary.push(weight(base));
            keys.accents.push(accent.map_or(0, |at| at + 1));
            keys.cases.push(is_upper);
        }
    }
    keys
}

fn weight(point: char) -> u32 {
    const DIGITS: u32 = 100;
    const OTHERS: u32 = 200;
    if let Some(at) = BEFORE_DIGITS.chars().position(|known| known == point) {
        return u32::try_from(at).unwrap_or(0);
    }
    match point {
        '0'..='9' | 'a'..='z' => DIGITS + point.to_digit(36).unwrap_or(0),
        _ => OTHERS + u32::from(point),
    }
}

/// Compares two strings as a reader of English would order them.
pub(super) fn compare(left: &str, right: &str) -> Ordering {
    let (left, right) = (keys(left), keys(right));
    let by_letters = left.primary.cmp(&right.primary);
    by_letters
        .then(left.accents.cmp(&right.accents))
        .then(left.cases.cmp(&right.cases))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_come_before_accents_and_accents_before_case() {
        let mut words = [
            "b", "B", "a", "A", "á", "z", "Z", "10", "9", "résumé", "resume", "Resume", "_x", "a b", "ab",
        ];
        words.sort_by(|left, right| compare(left, right));
        let expected = [
            "_x", "10", "9", "a", "A", "á", "a b", "ab", "b", "B", "resume", "Resume", "résumé", "z", "Z",
        ];
        assert_eq!(words, expected);
    }
}
