//! String literals as the parser gives them.
//!
//! Owns the parser's encoding of lone surrogates, and nothing else of strings.

/// A string literal: Rust text where it is well-formed Unicode, code units otherwise.
pub(crate) enum LiteralText<'a> {
    Text(&'a str),
    Utf16(Vec<u16>),
}

/// Decodes a literal: with lone surrogates, the parser writes each as U+FFFD and four hexadecimal digits (and U+FFFD
/// itself as U+FFFD and `fffd`).
pub(crate) fn decode(value: &str, has_lone_surrogates: bool) -> LiteralText<'_> {
    if !has_lone_surrogates {
        return LiteralText::Text(value);
    }
    let mut units = Vec::new();
    let mut rest = value;
    while let Some(character) = rest.chars().next() {
        rest = &rest[character.len_utf8()..];
        let escaped = (character == '\u{FFFD}')
            .then(|| rest.get(..4).and_then(|digits| u16::from_str_radix(digits, 16).ok()))
            .flatten();
        match escaped {
            Some(unit) => {
                units.push(unit);
                rest = &rest[4..];
            }
            None => units.extend_from_slice(character.encode_utf16(&mut [0; 2])),
        }
    }
    LiteralText::Utf16(units)
}
