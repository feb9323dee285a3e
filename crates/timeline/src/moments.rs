//! Moments kept along a run, so that any other is a short way from one of them. Owns how many there are and where: at even
//! intervals, which double when they would be too many or hold too much.

use crate::Moment;

/// After how many events a moment is kept in a short run.
const INTERVAL_MIN: usize = 512;
/// How many moments are kept at most.
const COUNT_MAX: usize = 256;
/// As many are kept whatever they hold.
const COUNT_MIN: usize = 32;
/// How many things they may hold together, each counted as often as it is not shared with the one before: what leaves and
/// joins a line of ten thousand lanes between two of them.
const WEIGHT_MAX: usize = 200_000;

/// The moments before event 0, before event `interval`, and so on.
#[derive(Clone, Debug)]
pub(crate) struct Moments {
    interval: usize,
    kept: Vec<Moment>,
    /// What all of them hold.
    weight: usize,
}

impl Default for Moments {
    fn default() -> Moments {
        Moments {
            interval: INTERVAL_MIN,
            kept: Vec::new(),
            weight: 0,
        }
    }
}

impl Moments {
    /// Keeps the moment before this event if it is due.
    pub(crate) fn note(&mut self, event: usize, moment: &Moment) {
        if event != self.kept.len() * self.interval {
            return;
        }
        self.weight += moment.weight_beside(self.kept.last());
        self.kept.push(moment.clone());
        while self.kept.len() > COUNT_MAX || (self.weight > WEIGHT_MAX && self.kept.len() > COUNT_MIN) {
            self.thin_out();
        }
    }

    /// Every other one goes.
    fn thin_out(&mut self) {
        let mut index = 0;
        self.kept.retain(|_| {
            index += 1;
            index % 2 == 1
        });
        self.interval *= 2;
        self.weigh();
    }

    fn weigh(&mut self) {
        let before = std::iter::once(None).chain(self.kept.iter().map(Some));
        let weights = self.kept.iter().zip(before);
        self.weight = weights.map(|(moment, before)| moment.weight_beside(before)).sum();
    }

    /// The last one kept before so many events have happened, and how many had before it.
    pub(crate) fn before(&self, events: usize) -> (usize, Moment) {
        let place = self.place_before(events);
        let moment = self.kept.get(place / self.interval);
        (place, moment.cloned().unwrap_or_default())
    }

    /// How many events had happened at the last one kept before so many have.
    pub(crate) fn place_before(&self, events: usize) -> usize {
        (events / self.interval).min(self.kept.len().saturating_sub(1)) * self.interval
    }

    /// Forgets those that are later than this event.
    pub(crate) fn cut(&mut self, event: usize) {
        self.kept.truncate(event.div_ceil(self.interval));
        self.weigh();
    }
}
