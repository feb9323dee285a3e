//! The source of a regular expression as it stands between slashes.
//!
//! Owns EscapeRegExpPattern (ECMA-262 section 22.2.6.13.1).

/// The pattern, so that a literal with it is the same expression.
#[must_use]
pub fn escaped_source(pattern: &[u16]) -> Vec<u16> {
    if pattern.is_empty() {
        return "(?:)".encode_utf16().collect();
    }
    let mut source = Vec::with_capacity(pattern.len());
    let (mut is_escaped, mut is_in_class) = (false, false);
    for &unit in pattern {
        let replacement = match unit {
            0x2f if !is_escaped && !is_in_class => Some("\\/"),
            0x0a => Some(if is_escaped { "n" } else { "\\n" }),
            0x0d => Some(if is_escaped { "r" } else { "\\r" }),
            0x2028 => Some(if is_escaped { "u2028" } else { "\\u2028" }),
            0x2029 => Some(if is_escaped { "u2029" } else { "\\u2029" }),
            _ => None,
        };
        match replacement {
            Some(text) => source.extend(text.encode_utf16()),
            None => source.push(unit),
        }
        if !is_escaped && unit == 0x5b {
            is_in_class = true;
        } else if !is_escaped && unit == 0x5d {
            is_in_class = false;
        }
        is_escaped = unit == 0x5c && !is_escaped;
    }
    source
}
