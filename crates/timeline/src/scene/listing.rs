//! A scene as lines of text, for snapshots and for whoever debugs a picture without seeing it. Owns nothing that a learner
//! reads, so its words stand in no catalogue.

use std::fmt;

use super::Scene;
use crate::RowKind;

/// One line for each thing, for snapshots and for whoever debugs a picture without seeing it.
impl fmt::Display for Scene {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "scene {}x{} content {}",
            self.view.width, self.view.height, self.content_height
        )?;
        for row in &self.rows {
            let born = if row.is_born { "" } else { " unborn" };
            let kind = match row.kind {
                RowKind::Lane => String::new(),
                kind @ (RowKind::Member | RowKind::Folded(_) | RowKind::Opened(_)) => format!(" {kind:?}"),
            };
            let pinned = if row.is_pinned { " pinned" } else { "" };
            let (task, name, y) = (row.task.0, &row.name, row.rect.y);
            writeln!(f, "row #{task} {name:?} y={y:.0}{kind}{pinned}{born}")?;
        }
        for bar in &self.bars {
            let ahead = if bar.is_ahead { " ahead" } else { "" };
            let (left, right) = (bar.rect.x, bar.rect.x + bar.rect.width);
            let (word, pattern) = (bar.tone.word(), bar.pattern);
            writeln!(
                f,
                "bar #{} {left:.1}..{right:.1} {word} {pattern:?} {:?}{ahead}",
                bar.task.0, bar.label
            )?;
        }
        for share in &self.shares {
            let ahead = if share.is_ahead { " ahead" } else { "" };
            let (left, right) = (share.rect.x, share.rect.x + share.rect.width);
            let (task, word, count, height) = (share.task.0, share.tone.word(), share.count, share.rect.height);
            writeln!(
                f,
                "share #{task} {left:.1}..{right:.1} {word} {count} h={height:.1}{ahead}"
            )?;
        }
        for span in &self.spans {
            let (left, right) = (span.rect.x, span.rect.x + span.rect.width);
            writeln!(f, "span #{} {left:.1}..{right:.1} {:?}", span.task.0, span.label)?;
        }
        for dot in &self.dots {
            let ahead = if dot.is_ahead { " ahead" } else { "" };
            let (word, shape) = (dot.tone.word(), dot.shape);
            writeln!(
                f,
                "dot #{} {:.1} {word} {shape:?} x{}{ahead}",
                dot.task.0, dot.x, dot.count
            )?;
        }
        for arrow in &self.arrows {
            let strong = if arrow.is_emphasised { " emphasised" } else { "" };
            let ((x1, y1), (x2, y2)) = (arrow.from, arrow.to);
            writeln!(f, "arrow {:?} {x1:.1},{y1:.1} -> {x2:.1},{y2:.1}{strong}", arrow.kind)?;
        }
        for tick in &self.ticks {
            writeln!(f, "tick {:.1} {:?}", tick.x, tick.label)?;
        }
        match self.playhead {
            Some(x) => writeln!(f, "playhead {x:.1}"),
            None => writeln!(f, "playhead out of view"),
        }
    }
}
