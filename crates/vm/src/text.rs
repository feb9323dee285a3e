//! Strings: immutable sequences of UTF-16 code units, one byte each where all fit.
//!
//! Owns the two representations and what needs nothing but code units. A text never has two representations: one that
//! fits in bytes is in bytes, so equality is equality of content.

use std::cmp::Ordering;
use std::sync::Arc;

/// A string. Cloning shares the content.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Text {
    /// Every code unit is below 256.
    OneByte(Arc<[u8]>),
    /// Some code unit is not.
    TwoByte(Arc<[u16]>),
}

impl Text {
    /// A string from well-formed Unicode.
    #[must_use]
    pub fn new(text: &str) -> Text {
        if text.is_ascii() {
            return Text::OneByte(Arc::from(text.as_bytes()));
        }
        let units: Vec<u16> = text.encode_utf16().collect();
        Text::from_units(&units)
    }

    /// A string from UTF-16 code units.
    #[must_use]
    pub fn from_units(units: &[u16]) -> Text {
        if units.iter().all(|&unit| unit < 256) {
            Text::OneByte(units.iter().map(|&unit| unit.to_le_bytes()[0]).collect())
        } else {
            Text::TwoByte(Arc::from(units))
        }
    }

    /// How many code units.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        match self {
            Text::OneByte(bytes) => bytes.len(),
            Text::TwoByte(units) => units.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The code unit at an index.
    #[must_use]
    #[inline]
    pub fn unit(&self, index: usize) -> Option<u16> {
        match self {
            Text::OneByte(bytes) => bytes.get(index).map(|&byte| u16::from(byte)),
            Text::TwoByte(units) => units.get(index).copied(),
        }
    }

    /// All code units.
    pub fn units(&self) -> impl Iterator<Item = u16> + '_ {
        (0..self.len()).filter_map(|index| self.unit(index))
    }

    /// All code units in a vector.
    #[must_use]
    pub fn to_units(&self) -> Vec<u16> {
        match self {
            Text::OneByte(bytes) => bytes.iter().map(|&byte| u16::from(byte)).collect(),
            Text::TwoByte(units) => units.to_vec(),
        }
    }

    /// The part from `start` up to `end`, both within bounds.
    #[must_use]
    pub fn slice(&self, start: usize, end: usize) -> Text {
        match self {
            Text::OneByte(bytes) => Text::OneByte(Arc::from(&bytes[start..end])),
            Text::TwoByte(units) => Text::from_units(&units[start..end]),
        }
    }

    /// This string followed by another.
    #[must_use]
    pub fn concat(&self, other: &Text) -> Text {
        if let (Text::OneByte(left), Text::OneByte(right)) = (self, other) {
            return Text::OneByte(left.iter().chain(right.iter()).copied().collect());
        }
        // At least one side has a unit that does not fit in a byte, so the whole does not either.
        Text::TwoByte(self.units().chain(other.units()).collect())
    }

    /// Where `needle` first occurs at or after `from`.
    #[must_use]
    pub fn find(&self, needle: &Text, from: usize) -> Option<usize> {
        let last = self.len().checked_sub(needle.len())?;
        (from..=last).find(|&start| self.matches_at(needle, start))
    }

    /// Where `needle` last occurs at or before `from`.
    #[must_use]
    pub fn find_last(&self, needle: &Text, from: usize) -> Option<usize> {
        let last = self.len().checked_sub(needle.len())?.min(from);
        (0..=last).rev().find(|&start| self.matches_at(needle, start))
    }

    /// Whether `needle` stands at `start`.
    #[must_use]
    pub fn matches_at(&self, needle: &Text, start: usize) -> bool {
        if start.saturating_add(needle.len()) > self.len() {
            return false;
        }
        if let (Text::OneByte(hay), Text::OneByte(needle)) = (self, needle) {
            return hay[start..start + needle.len()] == needle[..];
        }
        (0..needle.len()).all(|offset| self.unit(start + offset) == needle.unit(offset))
    }

    /// As Unicode; lone surrogates become the replacement character.
    #[must_use]
    pub fn to_display(&self) -> String {
        match self {
            Text::OneByte(bytes) => bytes.iter().map(|&byte| char::from(byte)).collect(),
            Text::TwoByte(units) => String::from_utf16_lossy(units),
        }
    }

    /// Whether the content equals the given Unicode.
    #[must_use]
    pub fn is(&self, other: &str) -> bool {
        match self {
            Text::OneByte(bytes) if other.is_ascii() => bytes[..] == *other.as_bytes(),
            Text::OneByte(_) | Text::TwoByte(_) => self.units().eq(other.encode_utf16()),
        }
    }

    /// The array index that the string is the canonical form of (ECMA-262 section 6.1.7).
    #[must_use]
    pub fn array_index(&self) -> Option<u32> {
        let Text::OneByte(bytes) = self else { return None };
        if bytes.is_empty() || bytes.len() > 10 || (bytes[0] == b'0' && bytes.len() > 1) {
            return None;
        }
        let mut index = 0_u64;
        for &byte in bytes.iter() {
            if !byte.is_ascii_digit() {
                return None;
            }
            index = index * 10 + u64::from(byte - b'0');
        }
        u32::try_from(index).ok().filter(|&index| index != u32::MAX)
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.to_display())
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Text) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    /// By code units, as `<` compares strings.
    fn cmp(&self, other: &Text) -> Ordering {
        match (self, other) {
            (Text::OneByte(left), Text::OneByte(right)) => left.cmp(right),
            (Text::OneByte(_) | Text::TwoByte(_), Text::OneByte(_) | Text::TwoByte(_)) => {
                self.units().cmp(other.units())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_representation() {
        assert_eq!(Text::new("é"), Text::from_units(&[0xe9]));
        assert!(matches!(Text::new("é"), Text::OneByte(_)));
        let wide = Text::new("a€");
        assert_eq!(wide.slice(0, 1), Text::new("a"));
        assert_eq!(Text::new("a").concat(&Text::new("€")), wide);
    }

    #[test]
    fn lengths_count_code_units() {
        assert_eq!(Text::new("😀").len(), 2);
        assert_eq!(Text::new("😀").unit(0), Some(0xd83d));
    }

    #[test]
    fn searching() {
        let text = Text::new("banana");
        assert_eq!(text.find(&Text::new("an"), 2), Some(3));
        assert_eq!(text.find_last(&Text::new("an"), 2), Some(1));
        assert_eq!(text.find(&Text::new("bananas"), 0), None);
        assert_eq!(text.find(&Text::new(""), 6), Some(6));
    }

    #[test]
    fn array_indices_are_canonical() {
        assert_eq!(Text::new("10").array_index(), Some(10));
        assert_eq!(Text::new("01").array_index(), None);
        assert_eq!(Text::new("4294967295").array_index(), None);
        assert_eq!(Text::new("4294967294").array_index(), Some(4_294_967_294));
        assert_eq!(Text::new("").array_index(), None);
    }
}
