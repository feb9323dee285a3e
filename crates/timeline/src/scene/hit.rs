//! What lies under a point. Owns the order in which things are asked: marks lie over phases, phases over rows.

use super::axis::Scale;
use super::{Axis, Scene, Target};
use crate::RowKind;

/// How near a mark a pointer has to be, in pixels.
const MARK_REACH_PX: f64 = 6.0;

impl Scene {
    /// What lies under a point of the lanes' area.
    #[must_use]
    pub fn hit(&self, x: f64, y: f64) -> Option<Target> {
        let row = self.rows.iter().find(|row| row.rect.contains(x, y))?;
        if let RowKind::Folded(_) | RowKind::Opened(_) = row.kind {
            return Some(Target::Group(row.task));
        }
        let near = |dot: &&super::Dot| {
            dot.task == row.task && (dot.x - x).abs() <= MARK_REACH_PX && (dot.y - y).abs() <= MARK_REACH_PX
        };
        let distance = |dot: &super::Dot| (dot.x - x).abs();
        if let Some(dot) = self
            .dots
            .iter()
            .filter(near)
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))
        {
            return Some(Target::Mark {
                task: row.task,
                mark: dot.mark,
                step: dot.step,
            });
        }
        let bar = self
            .bars
            .iter()
            .find(|bar| bar.task == row.task && bar.rect.contains(x, y));
        Some(match bar {
            Some(bar) => Target::Phase {
                task: row.task,
                phase: bar.phase,
                step: self.step_at(x),
            },
            None => Target::Lane(row.task),
        })
    }

    /// What lies under a point of the axis.
    #[must_use]
    pub fn hit_axis(&self, x: f64) -> Target {
        Target::Step(self.cursor_at(x))
    }

    /// The step whose column a point lies in.
    #[must_use]
    pub fn step_at(&self, x: f64) -> u32 {
        match self.view.axis {
            Axis::Step => self
                .boundary(Scale::new(&self.view).value(x))
                .min(self.last_boundary.saturating_sub(1)),
            Axis::Time => self.cursor_at(x).saturating_sub(1),
        }
    }

    /// The boundary nearest to a point: where a click puts the cursor.
    #[must_use]
    pub fn cursor_at(&self, x: f64) -> u32 {
        match self.view.axis {
            Axis::Step => self.boundary(Scale::new(&self.view).value(x) + 0.5),
            // A cast from float to integer saturates, which is what a pointer outside of the picture needs.
            Axis::Time => self
                .boundaries
                .get(x.max(0.0) as usize)
                .or(self.boundaries.last())
                .copied()
                .unwrap_or(0),
        }
    }

    fn boundary(&self, value: f64) -> u32 {
        (value.max(0.0) as u32).min(self.last_boundary)
    }
}
