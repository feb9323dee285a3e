//! Every sentence that the session says by itself, by part: the catalogue for whoever translates it. What the page says is
//! `web`'s, what a run did is told by `timeline`, what a check found by `checker`.

pub(crate) mod drive;
pub(crate) mod examples;

use std::fmt::Display;

/// A text with what belongs into its `{}`, in their order.
pub(crate) fn fill(text: &str, parts: &[&dyn Display]) -> String {
    let mut parts = parts.iter();
    let mut filled = String::new();
    for (index, piece) in text.split("{}").enumerate() {
        if index > 0
            && let Some(part) = parts.next()
        {
            filled.push_str(&part.to_string());
        }
        filled.push_str(piece);
    }
    filled
}
