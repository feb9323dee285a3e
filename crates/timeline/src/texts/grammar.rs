//! The rules of English that no text with places can tell: articles, and nouns with their numbers.

/// `a` or `an`.
pub(crate) fn article(noun: &str) -> &'static str {
    match noun.as_bytes().first() {
        Some(b'a' | b'e' | b'i' | b'o' | b'u') => "an",
        _ => "a",
    }
}

/// Whether a word tells what happened and is no noun: `rejected`, `opened`.
pub(crate) fn is_participle(word: &str) -> bool {
    word.ends_with("ed")
}

/// A noun for several: `hits`, `misses`, `retries`; what happened stays as it is.
pub(crate) fn plural(noun: &str) -> String {
    let is_vowel = |letter: Option<&u8>| matches!(letter, Some(b'a' | b'e' | b'i' | b'o' | b'u'));
    match noun.as_bytes() {
        _ if is_participle(noun) => noun.to_owned(),
        [stem @ .., b'y'] if !is_vowel(stem.last()) => format!("{}ies", &noun[..noun.len() - 1]),
        [.., b's' | b'x'] | [.., b's' | b'c', b'h'] => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

/// A noun with its number: `1 hit`, `2 misses`, `3 retries`.
#[must_use]
pub fn counted(count: u64, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        count => format!("{count} {}", plural(noun)),
    }
}
