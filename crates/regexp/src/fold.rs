//! Case: which characters are the same when it does not matter.
//!
//! Owns Canonicalize (ECMA-262 section 22.2.2.7.3) and what it does to sets. The mappings are the standard library's,
//! from which simple case folding is derived; a test compares it with what V8 does.

use crate::Flags;
use crate::char_set::{self, CharSet};

/// Ranges that contain every character that has an upper or lower case.
const CASED: &[(u32, u32)] = &[
    (0x41, 0x5a),
    (0x61, 0x7a),
    (0xb5, 0x587),
    (0x10a0, 0x10ff),
    (0x13a0, 0x13fd),
    (0x1c80, 0x1cbf),
    (0x1d79, 0x1d8e),
    (0x1e00, 0x1fff),
    (0x2126, 0x2188),
    (0x24b6, 0x24e9),
    (0x2c00, 0x2d2d),
    (0xa640, 0xa69b),
    (0xa722, 0xa7f6),
    (0xab53, 0xabbf),
    (0xfb00, 0xfb17),
    (0xff21, 0xff5a),
    (0x1_0400, 0x1_044f),
    (0x1_04b0, 0x1_04fb),
    (0x1_0570, 0x1_05bc),
    (0x1_0c80, 0x1_0cf2),
    (0x1_0d50, 0x1_0d85),
    (0x1_18a0, 0x1_18df),
    (0x1_6e40, 0x1_6eff),
    (0x1_e900, 0x1_e943),
];

fn single(mut mapped: impl Iterator<Item = char>) -> Option<u32> {
    match (mapped.next(), mapped.next()) {
        (Some(point), None) => Some(u32::from(point)),
        (Some(_) | None, _) => None,
    }
}

fn upper(point: u32) -> Option<u32> {
    single(char::from_u32(point)?.to_uppercase())
}

fn lower(point: u32) -> Option<u32> {
    single(char::from_u32(point)?.to_lowercase())
}

/// Simple case folding (`scf` of the Unicode character database).
pub(crate) fn simple(point: u32) -> u32 {
    match point {
        0..0x80 => return u32::from(u8::try_from(point).unwrap_or(0).to_ascii_lowercase()),
        // The dotted capital and the dotless small i fold only in Turkic languages.
        0x130 | 0x131 => return point,
        // The capital sharp s has no simple upper case of its lower case.
        0x1e9e => return 0xdf,
        // Cherokee folds to its capitals, which were there first.
        0x13a0..=0x13f5 => return point,
        0x13f8..=0x13fd => return point - 8,
        0xab70..=0xabbf => return point - 0xab70 + 0x13a0,
        // Two pairs that differ in how they are composed only.
        0x1fd3 => return 0x390,
        0x1fe3 => return 0x3b0,
        0xfb05 => return 0xfb06,
        _ => {}
    }
    let upper = upper(point).unwrap_or(point);
    lower(upper).unwrap_or(upper)
}

/// Canonicalize without `u` and `v`.
fn legacy(point: u32) -> u32 {
    let Some(upper) = upper(point) else { return point };
    if upper > 0xffff || (point >= 0x80 && upper < 0x80) {
        return point;
    }
    upper
}

/// Canonicalize where case does not matter.
pub(crate) fn canonicalize(point: u32, flags: Flags) -> u32 {
    if flags.has_either_unicode() {
        simple(point)
    } else {
        legacy(point)
    }
}

/// All characters that are the same as a member of the set.
pub(crate) fn closure(set: &CharSet, flags: Flags) -> CharSet {
    let is_legacy_ascii = !flags.has_either_unicode() && set.last().is_none_or(|last| last < 0x80);
    let cased = if is_legacy_ascii { &CASED[..2] } else { CASED };
    let cased = CharSet::of(cased);
    let members = set.intersection(&cased);
    let mut canonical: Vec<u32> = each(&members).map(|point| canonicalize(point, flags)).collect();
    canonical.sort_unstable();
    canonical.dedup();
    let same = each(&cased).filter(|&point| {
        let canonical_point = canonicalize(point, flags);
        canonical.binary_search(&canonical_point).is_ok()
    });
    let same: Vec<(u32, u32)> = same.map(|point| (point, point)).collect();
    let mut closed = CharSet::of(&same);
    closed.union(set);
    closed
}

fn each(set: &CharSet) -> impl Iterator<Item = u32> + '_ {
    set.ranges().iter().flat_map(|&(from, to)| from..=to)
}

/// MaybeSimpleCaseFolding: every member folded.
pub(crate) fn folded(set: &CharSet) -> CharSet {
    let cased = CharSet::of(CASED);
    let points = set.intersection(&cased);
    let points: Vec<(u32, u32)> = each(&points).map(simple).map(|point| (point, point)).collect();
    let mut folded = set.difference(&cased);
    folded.union(&CharSet::of(&points));
    folded
}

/// The complement within the characters that fold to themselves.
pub(crate) fn complement_of_folded(set: &CharSet) -> CharSet {
    folded(&CharSet::all()).difference(set)
}

/// `\w` (WordCharacters).
pub(crate) fn word_characters(flags: Flags) -> CharSet {
    let words = char_set::word_characters();
    if flags.ignore_case && flags.has_either_unicode() {
        closure(&words, flags)
    } else {
        words
    }
}
