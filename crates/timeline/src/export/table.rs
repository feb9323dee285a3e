//! The run as a table: comma-separated values (RFC 4180), one row for each event. Owns the columns, the quoting, and that
//! no cell is taken for a formula by a spreadsheet.

use std::fmt::Write;

use super::row::Teller;
use crate::Timeline;

const HEAD: &str = "step,time in ms,lane,line,what,object,value\r\n";

/// Every event as a row, with the names of the columns above.
#[must_use]
pub fn table(timeline: &Timeline) -> String {
    let teller = Teller::new(timeline);
    let mut table = HEAD.to_owned();
    for event in timeline.events() {
        let row = teller.row(&event);
        let time = event.time.to_string();
        let time = time.strip_suffix(" ms").unwrap_or(&time);
        let line = match event.line {
            0 => String::new(),
            line => line.to_string(),
        };
        let lane = timeline.name_of(event.task);
        // Writing to a string cannot fail.
        let _ = write!(
            table,
            "{},{time},{},{line},{},{},{}\r\n",
            event.step,
            cell(&lane),
            cell(row.what),
            cell(&row.object),
            cell(&row.value)
        );
    }
    table
}

/// A text as a cell. Spreadsheets run what begins like a formula, so that gets an apostrophe, which they take for "this is
/// text"; a plain number may have its sign.
pub(super) fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err();
    let guard = if is_formula { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}
