//! How much is served in a unit of virtual time, as a curve. Owns the window over which it is counted: a part of the run, so
//! that a burst can be told from a steady flow however long the run is.

use clock::{Duration, Instant};

use super::sample::Curve;
use crate::Axis;

/// The window is this part of the run.
const WINDOWS: u64 = 10;

/// What was served: where that can be seen, and when, in order.
#[derive(Default)]
pub(super) struct Served(Vec<(f64, Instant)>);

impl Served {
    pub(super) fn push(&mut self, x: f64, at: Instant) {
        self.0.push((x, at));
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// How much was served per second, in the window up to each place; `None` if no time has passed.
    pub(super) fn per_second(&self, name: &str, axis: Axis, now: Instant) -> Option<Curve> {
        let window = Duration(now.0 / WINDOWS);
        if window == Duration::ZERO {
            return None;
        }
        let rate = |count: usize| Some(count as f64 * 1_000.0 / window.as_millis_f64());
        let (mut curve, mut gone) = (Curve::new(name), 0);
        curve.push(0.0, rate(0));
        for (index, &(x, at)) in self.0.iter().enumerate() {
            self.let_go(&mut gone, index, at, window, axis, |x, left| curve.push(x, rate(left)));
            curve.push(x, rate(index + 1 - gone));
        }
        self.let_go(&mut gone, self.0.len(), now, window, axis, |x, left| {
            curve.push(x, rate(left))
        });
        Some(curve)
    }

    /// Lets everything fall out of the window that is too old at a moment, and tells where on an axis of time and how many
    /// are left; an axis of steps has no place for it.
    fn let_go(
        &self,
        gone: &mut usize,
        known: usize,
        at: Instant,
        window: Duration,
        axis: Axis,
        mut tell: impl FnMut(f64, usize),
    ) {
        while let Some(out) = self.0[..known]
            .get(*gone)
            .map(|(_, served)| served.saturating_add(window))
        {
            if out > at {
                break;
            }
            *gone += 1;
            if axis == Axis::Time {
                tell(out.as_millis_f64(), known - *gone);
            }
        }
    }
}
