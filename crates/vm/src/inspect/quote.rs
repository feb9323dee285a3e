//! Strings in quotes.
//!
//! Owns the choice of quotes and the escapes, as in Node: the quotes that need the fewest escapes, single ones first.

/// A string in quotes.
pub(super) fn quote(units: &[u16]) -> String {
    let has = |wanted: char| units.iter().any(|&unit| u32::from(unit) == u32::from(wanted));
    let has_placeholder = units.windows(2).any(|pair| pair == [0x24, 0x7b]);
    let quote = match () {
        () if !has('\'') => '\'',
        () if !has('"') => '"',
        () if !has('`') && !has_placeholder => '`',
        () => '\'',
    };
    let mut text = String::from(quote);
    for point in char::decode_utf16(units.iter().copied()) {
        match point {
            Ok(point) => push_escaped(&mut text, point, quote),
            Err(lone) => text.push_str(&format!("\\u{:x}", lone.unpaired_surrogate())),
        }
    }
    text.push(quote);
    text
}

fn push_escaped(text: &mut String, point: char, quote: char) {
    match point {
        '\n' => text.push_str("\\n"),
        '\t' => text.push_str("\\t"),
        '\r' => text.push_str("\\r"),
        '\u{8}' => text.push_str("\\b"),
        '\u{c}' => text.push_str("\\f"),
        '\\' => text.push_str("\\\\"),
        '\'' if quote == '\'' => text.push_str("\\'"),
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => text.push_str(&format!("\\x{:02X}", u32::from(point))),
        _ => text.push(point),
    }
}

/// A property's name: bare if it is an identifier of ASCII letters.
pub(super) fn property_name(units: &[u16]) -> String {
    let text = String::from_utf16_lossy(units);
    let is_start = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    let is_plain =
        text.bytes().next().is_some_and(is_start) && text.bytes().all(|byte| is_start(byte) || byte.is_ascii_digit());
    match text.as_str() {
        "__proto__" => "['__proto__']".to_owned(),
        _ if is_plain => text,
        _ => quote(units),
    }
}
