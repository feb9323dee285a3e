//! Normalization forms of Unicode (UAX #15).
//!
//! Owns decomposition, ordering and composition; `normal/bless.mjs` derived the tables from Node's `normalize`.

use crate::Text;

/// Per character: its decompositions and its combining class. See the script for how they are stored.
const TABLE: &[u8] = include_bytes!("normal/table.bin");

/// What a character is made of and how it is ordered among marks.
#[derive(Default)]
struct Tables {
    /// Canonical decompositions, in full, by character.
    canonical: Vec<(u32, Vec<u32>)>,
    /// Those of compatibility, where they differ.
    compatible: Vec<(u32, Vec<u32>)>,
    /// Combining classes other than zero; only their order means anything.
    classes: Vec<(u32, u32)>,
    /// Pairs that compose, with what to.
    pairs: Vec<((u32, u32), u32)>,
}

fn number(at: &mut usize) -> u32 {
    let (mut number, mut shift) = (0, 0);
    while let Some(&byte) = TABLE.get(*at) {
        *at += 1;
        number |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            break;
        }
    }
    number
}

fn decompositions(at: &mut usize) -> Vec<(u32, Vec<u32>)> {
    let mut point = 0;
    let count = number(at);
    let entries = (0..count).map(|_| {
        point += number(at);
        let len = number(at);
        (point, (0..len).map(|_| number(at)).collect())
    });
    entries.collect()
}

fn tables() -> Tables {
    let mut at = 0;
    let canonical = decompositions(&mut at);
    let compatible = decompositions(&mut at);
    let (mut point, count) = (0, number(&mut at));
    let classes = (0..count).map(|_| {
        point += number(&mut at);
        (point, number(&mut at))
    });
    let classes = classes.collect();
    let (mut point, count) = (0, number(&mut at));
    let pairs = (0..count).map(|_| {
        point += number(&mut at);
        ((number(&mut at), number(&mut at)), point)
    });
    let mut pairs: Vec<((u32, u32), u32)> = pairs.collect();
    pairs.sort_unstable();
    Tables {
        canonical,
        compatible,
        classes,
        pairs,
    }
}

// Hangul syllables follow a rule (The Unicode Standard, section 3.12).
const SYLLABLES: u32 = 0xac00;
const LEADING: u32 = 0x1100;
const VOWELS: u32 = 0x1161;
const TRAILING: u32 = 0x11a7;
const VOWEL_COUNT: u32 = 21;
const TRAILING_COUNT: u32 = 28;
const SYLLABLE_COUNT: u32 = 19 * VOWEL_COUNT * TRAILING_COUNT;

impl Tables {
    fn decompose(&self, point: u32, is_compatible: bool, into: &mut Vec<u32>) {
        let syllable = point.wrapping_sub(SYLLABLES);
        if syllable < SYLLABLE_COUNT {
            into.push(LEADING + syllable / (VOWEL_COUNT * TRAILING_COUNT));
            into.push(VOWELS + syllable / TRAILING_COUNT % VOWEL_COUNT);
            let trailing = syllable % TRAILING_COUNT;
            into.extend((trailing > 0).then_some(TRAILING + trailing));
            return;
        }
        let find = |list: &[(u32, Vec<u32>)]| {
            let at = list.binary_search_by_key(&point, |&(known, _)| known).ok()?;
            Some(list[at].1.clone())
        };
        let compatible = if is_compatible { find(&self.compatible) } else { None };
        match compatible.or_else(|| find(&self.canonical)) {
            Some(parts) => into.extend(parts),
            None => into.push(point),
        }
    }

    fn class(&self, point: u32) -> u32 {
        let at = self.classes.binary_search_by_key(&point, |&(known, _)| known);
        at.map_or(0, |at| self.classes[at].1)
    }

    fn composed(&self, first: u32, second: u32) -> Option<u32> {
        let (leading, vowel) = (first.wrapping_sub(LEADING), second.wrapping_sub(VOWELS));
        if leading < 19 && vowel < VOWEL_COUNT {
            return Some(SYLLABLES + (leading * VOWEL_COUNT + vowel) * TRAILING_COUNT);
        }
        let (syllable, trailing) = (first.wrapping_sub(SYLLABLES), second.wrapping_sub(TRAILING));
        if syllable < SYLLABLE_COUNT && syllable % TRAILING_COUNT == 0 && (1..TRAILING_COUNT).contains(&trailing) {
            return Some(first + trailing);
        }
        let at = self
            .pairs
            .binary_search_by_key(&(first, second), |&(pair, _)| pair)
            .ok()?;
        Some(self.pairs[at].1)
    }
}

/// The text in a normalization form; lone surrogates stay as they are.
pub(super) fn normalize(text: &Text, is_compatible: bool, is_composed: bool) -> Text {
    let tables = tables();
    let mut points = Vec::with_capacity(text.len());
    for point in char::decode_utf16(text.units()) {
        let point = point.map_or_else(|lone| u32::from(lone.unpaired_surrogate()), u32::from);
        tables.decompose(point, is_compatible, &mut points);
    }
    order(&tables, &mut points);
    if is_composed {
        compose(&tables, &mut points);
    }
    let mut units = Vec::with_capacity(points.len());
    for point in points {
        match char::from_u32(point) {
            Some(point) => units.extend_from_slice(point.encode_utf16(&mut [0; 2])),
            // A lone surrogate fits in one unit.
            None => units.push(point as u16),
        }
    }
    Text::from_units(&units)
}

/// The canonical ordering: marks by their class, each run of them for itself.
fn order(tables: &Tables, points: &mut [u32]) {
    let mut start = 0;
    while start < points.len() {
        if tables.class(points[start]) == 0 {
            start += 1;
            continue;
        }
        let end = points[start..].iter().position(|&point| tables.class(point) == 0);
        let end = end.map_or(points.len(), |offset| start + offset);
        points[start..end].sort_by_key(|&point| tables.class(point));
        start = end;
    }
}

fn compose(tables: &Tables, points: &mut Vec<u32>) {
    let mut composed: Vec<u32> = Vec::with_capacity(points.len());
    let mut starter: Option<usize> = None;
    // The class of the mark before, zero directly after the starter.
    let mut last_class = 0;
    for &point in points.iter() {
        let class = tables.class(point);
        if let Some(at) = starter {
            let is_next = composed.len() == at + 1;
            let is_blocked = !is_next && (last_class == 0 || last_class >= class);
            if !is_blocked && let Some(whole) = tables.composed(composed[at], point) {
                composed[at] = whole;
                continue;
            }
        }
        if class == 0 {
            starter = Some(composed.len());
        }
        last_class = class;
        composed.push(point);
    }
    *points = composed;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_those_of_node() {
        // Text and its four forms, written by the script, in hexadecimal code units.
        let cases = include_str!("normal/cases.txt");
        let text = |units: &str| {
            let units: Vec<u16> = units
                .split(' ')
                .map(|unit| u16::from_str_radix(unit, 16).expect("a unit"))
                .collect();
            Text::from_units(&units)
        };
        let mut count = 0;
        for line in cases.lines() {
            let columns: Vec<Text> = line.split(',').map(text).collect();
            let forms = [(false, true), (false, false), (true, true), (true, false)];
            for ((is_compatible, is_composed), expected) in forms.into_iter().zip(&columns[1..]) {
                let form = normalize(&columns[0], is_compatible, is_composed);
                assert_eq!(
                    form, *expected,
                    "{line}, compatible {is_compatible}, composed {is_composed}"
                );
            }
            count += 1;
        }
        assert!(count > 300, "cases got lost");
    }
}
