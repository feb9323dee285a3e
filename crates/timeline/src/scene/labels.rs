//! Where on a bar its word stands. Owns that no mark covers it; how wide a word is, is for whoever paints.

use super::{Bar, Scene};

/// What is kept free on both sides of a mark and at the ends of a bar, in pixels.
const MARK_HALF_PX: f64 = 9.0;
const PADDING_PX: f64 = 5.0;
/// By how much a stretch is longer that is preferred to one on its left.
const CLEARLY_PX: f64 = 8.0;

impl Scene {
    /// The longest stretch of a bar that no mark covers, from where to where; empty if there is none.
    #[must_use]
    pub fn label_room(&self, bar: &Bar) -> (f64, f64) {
        let (top, bottom) = (bar.rect.y, bar.rect.y + bar.rect.height);
        // Marks are made row by row, so those of a row lie together.
        let first = self.dots.partition_point(|dot| dot.y < top);
        let row = self.dots[first..].iter().take_while(|dot| dot.y <= bottom);
        let end = bar.rect.x + bar.rect.width - PADDING_PX;
        let mut start = bar.rect.x + PADDING_PX;
        let mut best = (start, start);
        for dot in row.filter(|dot| dot.task == bar.task) {
            let (from, to) = (dot.x - MARK_HALF_PX, dot.x + MARK_HALF_PX);
            if to <= start || from >= end {
                continue;
            }
            best = longer(best, (start, from));
            start = start.max(to);
        }
        longer(best, (start, end))
    }
}

/// The longer of two stretches; the first unless the other is clearly longer, because a word is looked for on the left.
fn longer(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    if b.1 - b.0 > a.1 - a.0 + CLEARLY_PX { b } else { a }
}
