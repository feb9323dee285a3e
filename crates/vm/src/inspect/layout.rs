//! Where lines break.
//!
//! Owns the rules of Node's printer with its default options: up to three levels of nesting share a line of about 76
//! characters, and arrays with more than six short elements stand in columns.

pub(super) const LINE_WIDTH: usize = 80;
const COMPACT_LEVELS: usize = 3;
/// How many elements are shown.
pub(super) const MAX_ITEMS: usize = 100;

/// What stands around the parts of an object.
pub(super) struct Frame {
    /// What comes before the opening brace, if anything.
    pub(super) base: String,
    pub(super) open: String,
    pub(super) close: &'static str,
    /// Whether many parts may stand in columns.
    pub(super) is_list: bool,
}

/// Where an object stands in the whole.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// How far its lines are indented.
    pub(super) indentation: usize,
    /// How many levels of objects are inside.
    pub(super) levels_inside: usize,
    /// How long a line may get.
    pub(super) line_width: usize,
    /// How many elements are shown.
    pub(super) max_items: usize,
}

/// The length of a text in UTF-16 code units, which is what Node measures most things in.
fn length(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.encode_utf16().count()
    }
}

/// Puts the parts of an object together, on one line if they fit.
pub(super) fn arrange(parts: Vec<String>, frame: &Frame, place: Place, is_number: impl Fn(usize) -> bool) -> String {
    let count = parts.len();
    let mut parts = parts;
    if frame.is_list && count > 6 {
        parts = in_columns(parts, place, is_number);
    }
    let base = if frame.base.is_empty() {
        String::new()
    } else {
        format!("{} ", frame.base)
    };
    let (open, close) = (&frame.open, frame.close);
    if place.levels_inside < COMPACT_LEVELS && parts.len() == count {
        let start = count + place.indentation + length(open) + length(&frame.base) + 10;
        let is_single = fits(&parts, start, place.line_width)
            && !frame.base.contains('\n')
            && !parts.iter().any(|it| it.contains('\n'));
        if is_single {
            return format!("{base}{open} {} {close}", parts.join(", "));
        }
    }
    let indentation = " ".repeat(place.indentation);
    let separator = format!(",\n{indentation}  ");
    format!(
        "{base}{open}\n{indentation}  {}\n{indentation}{close}",
        parts.join(&separator)
    )
}

fn fits(parts: &[String], start: usize, line_width: usize) -> bool {
    let separators = parts.len() + start;
    let total = separators + parts.iter().map(|part| length(part)).sum::<usize>();
    separators + parts.len() <= line_width && total <= line_width
}

/// Combines elements to rows of equally wide columns if that makes sense for their lengths.
fn in_columns(parts: Vec<String>, place: Place, is_number: impl Fn(usize) -> bool) -> Vec<String> {
    // The last part may be the note that there are more.
    let count = if parts.len() > place.max_items {
        parts.len() - 1
    } else {
        parts.len()
    };
    let widths: Vec<usize> = parts[..count].iter().map(|part| width(part)).collect();
    let total: usize = widths.iter().map(|width| width + 2).sum();
    let longest = widths.iter().copied().max().unwrap_or(0);
    let cell = longest + 2;
    let is_worth_it =
        cell * 3 + place.indentation < place.line_width && (total as f64 / cell as f64 > 5.0 || longest <= 6);
    if !is_worth_it {
        return parts;
    }
    let columns = column_count(total, cell, count, parts.len(), place);
    if columns <= 1 {
        return parts;
    }
    let column_width = |column: usize| {
        let cells = widths.iter().skip(column).step_by(columns);
        cells.copied().max().unwrap_or(0) + 2
    };
    let column_widths: Vec<usize> = (0..columns).map(column_width).collect();
    let pads_start = (0..parts.len()).all(is_number);
    let mut rows: Vec<String> = Vec::new();
    for first in (0..count).step_by(columns) {
        let last = (first + columns).min(count) - 1;
        let mut row = String::new();
        for at in first..=last {
            let column = column_widths[at - first];
            let is_last = at == last;
            match (pads_start, is_last) {
                (true, false) => row.push_str(&format!("{}{}, ", spaces(column - 2, widths[at]), parts[at])),
                (true, true) => row.push_str(&format!("{}{}", spaces(column - 2, widths[at]), parts[at])),
                (false, false) => row.push_str(&format!("{}, {}", parts[at], spaces(column - 2, widths[at]))),
                (false, true) => row.push_str(&parts[at]),
            }
        }
        rows.push(row);
    }
    rows.extend(parts.into_iter().skip(count));
    rows
}

fn spaces(wanted: usize, present: usize) -> String {
    " ".repeat(wanted.saturating_sub(present))
}

fn column_count(total: usize, cell: usize, count: usize, parts: usize, place: Place) -> usize {
    let cell_width = cell as f64;
    let bias = (cell_width - total as f64 / parts as f64).max(0.0).sqrt();
    let biased = (cell_width - 3.0 - bias).max(1.0);
    // A cell is about 2.5 times as high as a character is wide, and the whole should look like a square.
    let square = ((2.5 * biased * count as f64).sqrt() / biased + 0.5).floor() as usize;
    square
        .min((place.line_width - place.indentation) / cell)
        .min(COMPACT_LEVELS * 4)
        .min(15)
}

/// How many columns of a terminal a text takes.
pub(crate) fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|&byte| byte >= 32 && byte != 127).count();
    }
    text.chars().map(char_width).sum()
}

fn char_width(point: char) -> usize {
    match u32::from(point) {
        0..=0x1f
        | 0x7f..=0x9f
        | 0x300..=0x36f
        | 0x200b..=0x200f
        | 0x20d0..=0x20ff
        | 0xfe00..=0xfe0f
        | 0xfe20..=0xfe2f
        | 0xe0100..=0xe01ef => 0,
        0x1100..=0x115f
        | 0x231a..=0x231b
        | 0x2329..=0x232a
        | 0x23e9..=0x23ec
        | 0x2614..=0x2615
        | 0x2705
        | 0x274c
        | 0x2b50
        | 0x2e80..=0x303e
        | 0x3041..=0x4dbf
        | 0x4e00..=0xa4c6
        | 0xa960..=0xa97c
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe10..=0xfe19
        | 0xfe30..=0xfe6b
        | 0xff01..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1f64f
        | 0x1f680..=0x1f6ff
        | 0x1f900..=0x1f9ff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}
