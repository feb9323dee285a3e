//! Every sentence and word that the timeline says by itself, by part: the catalogue for whoever translates it. Owns no
//! choice of what is said when. What other programs read is not here: it is the same in every language.

pub(crate) mod chart;
pub(crate) mod explain;
pub(crate) mod figures;
pub(crate) mod grammar;
pub(crate) mod lanes;
pub(crate) mod names;
pub(crate) mod objects;
pub(crate) mod picture;

use std::fmt::{Display, Write};

/// A text of a catalogue with what belongs into its `{}`, in their order.
#[must_use]
pub fn fill(text: &str, parts: &[&dyn Display]) -> String {
    let mut parts = parts.iter();
    let mut filled = String::with_capacity(text.len());
    for (index, piece) in text.split("{}").enumerate() {
        if index > 0
            && let Some(part) = parts.next()
        {
            // Writing to a string cannot fail.
            let _ = write!(filled, "{part}");
        }
        filled.push_str(piece);
    }
    filled
}
