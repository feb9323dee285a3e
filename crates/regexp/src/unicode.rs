//! Unicode properties: `\p{..}` and the characters of names.
//!
//! Owns their names and how the sets are stored; `unicode/bless.mjs` wrote them from Node's. Properties of strings
//! (emoji sequences) are known where they follow from a rule.

use crate::char_set::{CharSet, LAST};
use crate::class_set::ClassSet;

/// One property in each line: its kind and its names.
const NAMES: &str = include_str!("unicode/names.txt");
/// The sets in the order of the names, then those of scripts with their extensions.
const SETS: &[u8] = include_bytes!("unicode/sets.bin");

/// Letters, marks and so on: categories by the first letter of the short names of their parts.
const CATEGORY_GROUPS: &[(&[&str], &str)] = &[
    (&["L", "Letter"], "L"),
    (&["M", "Mark", "Combining_Mark"], "M"),
    (&["N", "Number"], "N"),
    (&["P", "Punctuation", "punct"], "P"),
    (&["S", "Symbol"], "S"),
    (&["Z", "Separator"], "Z"),
    (&["C", "Other"], "C"),
];

/// The set that `\p{text}` names.
pub(crate) fn property(text: &str) -> Option<CharSet> {
    match text.split_once('=') {
        Some(("General_Category" | "gc", value)) => category(value),
        Some(("Script" | "sc", value)) => find("sc", value).map(set_at),
        Some(("Script_Extensions" | "scx", value)) => find("sc", value).map(|at| set_at(extensions_index(at))),
        Some(_) => None,
        None => match text {
            "Any" => Some(CharSet::all()),
            "ASCII" => Some(CharSet::of(&[(0, 0x7f)])),
            "Assigned" => Some(category("Cn")?.complement()),
            _ => find("bin", text).map(set_at).or_else(|| category(text)),
        },
    }
}

/// Sets that contain strings.
pub(crate) fn property_of_strings(text: &str) -> Option<ClassSet> {
    if text != "Emoji_Keycap_Sequence" {
        return None;
    }
    let strings = "0123456789#*"
        .chars()
        .map(|key| vec![u32::from(key), 0xfe0f, 0x20e3])
        .collect();
    Some(ClassSet {
        chars: CharSet::new(),
        strings,
    })
}

pub(crate) fn is_id_start(point: u32) -> bool {
    is_in(point, "ID_Start", |byte| byte.is_ascii_alphabetic())
}

pub(crate) fn is_id_continue(point: u32) -> bool {
    is_in(point, "ID_Continue", |byte| {
        byte.is_ascii_alphanumeric() || byte == b'_'
    })
}

fn is_in(point: u32, name: &str, of_ascii: fn(u8) -> bool) -> bool {
    match u8::try_from(point) {
        Ok(byte) if byte.is_ascii() => of_ascii(byte),
        Ok(_) | Err(_) => find("bin", name).is_some_and(|at| set_at(at).contains(point)),
    }
}

fn category(name: &str) -> Option<CharSet> {
    if let Some(at) = find("gc", name) {
        return Some(set_at(at));
    }
    let parts: Vec<usize> = if matches!(name, "LC" | "Cased_Letter") {
        ["Lu", "Ll", "Lt"].iter().filter_map(|part| find("gc", part)).collect()
    } else {
        let &(_, initial) = CATEGORY_GROUPS.iter().find(|(names, _)| names.contains(&name))?;
        let is_part = |line: &str| {
            let short = line.split(' ').nth(2);
            line.starts_with("gc ") && short.is_some_and(|short| short.starts_with(initial))
        };
        NAMES
            .lines()
            .enumerate()
            .filter(|(_, line)| is_part(line))
            .map(|(at, _)| at)
            .collect()
    };
    let mut set = CharSet::new();
    parts.into_iter().for_each(|at| set.union(&set_at(at)));
    Some(set)
}

/// The line of a property.
fn find(kind: &str, name: &str) -> Option<usize> {
    NAMES.lines().position(|line| {
        let mut words = line.split(' ');
        words.next() == Some(kind) && words.any(|known| known == name)
    })
}

/// Where the set of the script in a line stands that has its extensions.
fn extensions_index(line: usize) -> usize {
    let is_script = |line: &&str| line.starts_with("sc ");
    let before = NAMES.lines().take(line).filter(is_script).count();
    NAMES.lines().count() + before
}

fn set_at(index: usize) -> CharSet {
    let mut at = 0;
    for _ in 0..index {
        let count = number(&mut at);
        (0..count).for_each(|_| {
            number(&mut at);
        });
    }
    let count = number(&mut at);
    let (mut ranges, mut boundary, mut start) = (Vec::new(), 0, None);
    for _ in 0..count {
        boundary += number(&mut at);
        match start.take() {
            None => start = Some(boundary),
            Some(from) => ranges.push((from, boundary - 1)),
        }
    }
    if let Some(from) = start {
        ranges.push((from, LAST));
    }
    CharSet::of(&ranges)
}

fn number(at: &mut usize) -> u32 {
    let (mut number, mut shift) = (0, 0);
    while let Some(&byte) = SETS.get(*at) {
        *at += 1;
        number |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            break;
        }
    }
    number
}
