//! Which constants go with the engine: those that nothing of the page can reach.
//!
//! The linker leaves every constant a segment of its own. A segment stays with the page if one of the page's functions
//! holds a number that may be an address in or near it, or if a segment that stays holds such a word. Everything else only
//! the engine can name, so the engine brings it along, to the same place in the memory that the two share.

use wasm_encoder::{ConstExpr, DataSection};

use super::read::{Parsed, Segment};

/// Compilers fold small differences into addresses: what points this near to a segment counts as pointing into it.
const NEAR: u32 = 16;
/// How far behind the beginning of a constant another constant may point. A table of small numbers, read as words, looks like
/// addresses in the middle of something large, a text for instance; real ones point at beginnings. Should one point deeper, its
/// constant is missing only until the engine is there, and until then the page does nothing but wait for it (`web/src/main.rs`).
const DEEP: u32 = 1024;
/// Neighbours of one side that are no further apart are written as one: the bytes between them are padding.
const GAP: u32 = 16;

/// By segment: whether it moves.
pub(super) fn engine_segments(parsed: &Parsed, moved: &[bool]) -> Vec<bool> {
    let mut stays = vec![false; parsed.data.len()];
    let is_sorted = parsed.data.windows(2).all(|pair| end(&pair[0]) <= pair[1].start);
    if !is_sorted {
        return stays;
    }
    let mut pending = Vec::new();
    for (uses, is_moved) in parsed.uses.iter().zip(moved) {
        if !is_moved {
            uses.addresses
                .iter()
                .for_each(|&address| keep(parsed, address, u32::MAX, &mut stays, &mut pending));
        }
    }
    while let Some(index) = pending.pop() {
        for word in words(&parsed.data[index]) {
            keep(parsed, word, DEEP, &mut stays, &mut pending);
        }
    }
    stays.into_iter().map(|stays| !stays).collect()
}

fn end(segment: &Segment) -> u32 {
    segment.start + segment.bytes.len() as u32
}

/// Keeps the segments at an address, if there are any and it is no deeper in them than that.
fn keep(parsed: &Parsed, address: u32, depth: u32, stays: &mut [bool], pending: &mut Vec<usize>) {
    let first = parsed
        .data
        .partition_point(|segment| end(segment).saturating_add(NEAR) < address);
    for (index, segment) in parsed.data.iter().enumerate().skip(first) {
        if segment.start > address.saturating_add(NEAR) {
            break;
        }
        let is_too_deep = address.saturating_sub(segment.start) > depth;
        if !is_too_deep && !std::mem::replace(&mut stays[index], true) {
            pending.push(index);
        }
    }
}

/// The aligned words of a segment.
fn words(segment: &Segment) -> impl Iterator<Item = u32> {
    let padding = segment.start.next_multiple_of(4) - segment.start;
    let aligned = segment.bytes.get(padding as usize..).unwrap_or_default();
    aligned
        .chunks_exact(4)
        .map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
}

/// The segments of one side, joined where nothing but padding is between them.
pub(super) fn section(parsed: &Parsed, of_engine: &[bool], is_engine: bool) -> DataSection {
    let mut section = DataSection::new();
    let mut run: Option<(u32, Vec<u8>)> = None;
    for (segment, &side) in parsed.data.iter().zip(of_engine) {
        if side != is_engine {
            flush(&mut section, run.take());
            continue;
        }
        match &mut run {
            Some((start, bytes)) if segment.start - (*start + bytes.len() as u32) <= GAP => {
                bytes.resize((segment.start - *start) as usize, 0);
                bytes.extend_from_slice(segment.bytes);
            }
            _ => flush(&mut section, run.replace((segment.start, segment.bytes.to_vec()))),
        }
    }
    flush(&mut section, run);
    section
}

fn flush(section: &mut DataSection, run: Option<(u32, Vec<u8>)>) {
    if let Some((start, bytes)) = run {
        section.active(0, &ConstExpr::i32_const(start.cast_signed()), bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::Uses;
    use super::*;

    fn pointing_at(addresses: &[u32]) -> Uses {
        Uses {
            addresses: addresses.to_vec(),
            ..Uses::default()
        }
    }

    #[test]
    fn what_the_page_can_reach_stays() {
        let pointer = 4000_u32.to_le_bytes();
        let parsed = Parsed {
            data: vec![
                Segment {
                    start: 1000,
                    bytes: &pointer,
                },
                Segment {
                    start: 2000,
                    bytes: b"engine",
                },
                Segment {
                    start: 3000,
                    bytes: b"near",
                },
                Segment {
                    start: 4000,
                    bytes: b"by way of the first",
                },
            ],
            uses: vec![pointing_at(&[1000, 2990]), pointing_at(&[2000, 4000])],
            ..Parsed::default()
        };
        assert_eq!(engine_segments(&parsed, &[false, true]), [false, true, false, false]);
    }

    #[test]
    fn neighbours_are_written_as_one() {
        let parsed = Parsed {
            data: vec![
                Segment {
                    start: 1000,
                    bytes: b"abc",
                },
                Segment {
                    start: 1004,
                    bytes: b"def",
                },
                Segment {
                    start: 1008,
                    bytes: b"other",
                },
                Segment {
                    start: 1016,
                    bytes: b"ghi",
                },
            ],
            ..Parsed::default()
        };
        let sides = [false, false, true, false];
        assert_eq!(section(&parsed, &sides, false).len(), 2);
        assert_eq!(section(&parsed, &sides, true).len(), 1);
    }

    #[test]
    fn a_word_that_points_deep_into_a_text_is_two_small_numbers() {
        let text = vec![b'x'; 5000];
        let words: Vec<u8> = [3000_u32, 9000].iter().flat_map(|word| word.to_le_bytes()).collect();
        let parsed = Parsed {
            data: vec![
                Segment {
                    start: 1000,
                    bytes: &words,
                },
                Segment {
                    start: 1900,
                    bytes: &text,
                },
                Segment {
                    start: 9000,
                    bytes: b"named",
                },
            ],
            uses: vec![pointing_at(&[1000]), pointing_at(&[1900])],
            ..Parsed::default()
        };
        assert_eq!(engine_segments(&parsed, &[false, true]), [false, true, false]);
        // A function that names such an address means it.
        let parsed = Parsed {
            uses: vec![pointing_at(&[1000, 3000])],
            ..parsed
        };
        assert_eq!(engine_segments(&parsed, &[false]), [false, false, false]);
    }
}
