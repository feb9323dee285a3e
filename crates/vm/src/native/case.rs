//! Upper and lower case of strings that need not be well-formed.
//!
//! Owns nothing of Unicode: the mappings are the standard library's, which follow the same tables as ECMA-262 asks
//! for, those without a language.

use crate::Text;

/// Converts what is well-formed; lone surrogates stay as they are.
pub(super) fn convert(text: &Text, map: fn(&str) -> String) -> Text {
    let mut units = Vec::new();
    let mut run = String::new();
    for point in char::decode_utf16(text.units()) {
        match point {
            Ok(point) => run.push(point),
            Err(lone) => {
                units.extend(map(&run).encode_utf16());
                run.clear();
                units.push(lone.unpaired_surrogate());
            }
        }
    }
    units.extend(map(&run).encode_utf16());
    Text::from_units(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_surrogates_survive() {
        let text = Text::from_units(&[0x61, 0xd800, 0xdf]);
        assert_eq!(
            convert(&text, str::to_uppercase),
            Text::from_units(&[0x41, 0xd800, 0x53, 0x53])
        );
    }
}
