//! How many lanes are in which phase, at any boundary of a run. Owns counting in a way that any moment is a search and a
//! short walk away, however many lanes and steps there are. Knows no lane by itself.

use crate::Tone;

/// The tones that phases have, in the order in which they are stacked, from below.
pub(crate) const PHASE_TONES: [Tone; 8] = [
    Tone::Running,
    Tone::Working,
    Tone::Ready,
    Tone::Blocked,
    Tone::Sleeping,
    Tone::Failed,
    Tone::Cancelled,
    Tone::Done,
];

/// After how many changes a tally is kept.
const KEPT_EVERY: usize = 64;

/// The place of a lane that is not there yet.
const ABSENT: u8 = PHASE_TONES.len() as u8;

/// How many lanes have each of the phases' tones.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally([u32; PHASE_TONES.len()]);

impl Tally {
    /// The tones that some lane has, with how many do, in the order in which they are stacked from below.
    pub fn present(&self) -> impl Iterator<Item = (Tone, u32)> {
        let pairs = PHASE_TONES.into_iter().zip(self.0);
        pairs.filter(|(_, count)| *count > 0)
    }

    /// How many lanes there are.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    /// Counts one lane.
    pub(crate) fn count(&mut self, tone: Tone) {
        if let Some(count) = self.0.get_mut(usize::from(place(tone))) {
            *count += 1;
        }
    }

    /// One of the lanes with one tone has another.
    pub(crate) fn change(&mut self, from: Tone, to: Tone) {
        self.apply(Change {
            boundary: 0,
            from: place(from),
            to: place(to),
        });
    }

    fn apply(&mut self, change: Change) {
        // Lanes that are not there yet are not counted.
        if let Some(count) = self.0.get_mut(usize::from(change.from)) {
            *count = count.wrapping_sub(1);
        }
        if let Some(count) = self.0.get_mut(usize::from(change.to)) {
            *count = count.wrapping_add(1);
        }
    }
}

/// One lane goes from one tone to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Change {
    boundary: u32,
    from: u8,
    to: u8,
}

/// Every change of a number of lanes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Census {
    /// In the order of their boundaries, and those of one boundary in the order in which they were told.
    changes: Vec<Change>,
    /// The tallies after `KEPT_EVERY` changes, after twice as many, and so on.
    kept: Vec<Tally>,
}

impl Census {
    /// From this boundary on one lane has the tone `to`, which had `from` before, or was not there.
    pub(crate) fn add(&mut self, boundary: u32, from: Option<Tone>, to: Tone) {
        let is_last = self.changes.last().is_none_or(|last| last.boundary <= boundary);
        let index = if is_last {
            self.changes.len()
        } else {
            // What a step does shows after it, and what it stops, before it: so they may cross, by a boundary at most.
            self.changes.partition_point(|change| change.boundary <= boundary)
        };
        let change = Change {
            boundary,
            from: from.map_or(ABSENT, place),
            to: place(to),
        };
        self.changes.insert(index, change);
        self.kept.truncate(index / KEPT_EVERY);
        while (self.kept.len() + 1) * KEPT_EVERY <= self.changes.len() {
            let end = (self.kept.len() + 1) * KEPT_EVERY;
            let tally = self.after(end);
            self.kept.push(tally);
        }
    }

    /// Takes back the last changes, so many of them.
    pub(crate) fn forget(&mut self, count: usize) {
        let left = self.changes.len().saturating_sub(count);
        self.changes.truncate(left);
        self.kept.truncate(left / KEPT_EVERY);
    }

    /// How many lanes have which tone from this boundary on.
    pub(crate) fn at(&self, boundary: u32) -> Tally {
        self.after(self.changes.partition_point(|change| change.boundary <= boundary))
    }

    /// The tally after so many changes.
    fn after(&self, count: usize) -> Tally {
        let known = (count / KEPT_EVERY).min(self.kept.len());
        let mut tally = match known.checked_sub(1) {
            Some(last) => self.kept[last],
            None => Tally::default(),
        };
        for change in &self.changes[known * KEPT_EVERY..count] {
            tally.apply(*change);
        }
        tally
    }
}

fn place(tone: Tone) -> u8 {
    match tone {
        Tone::Running => 0,
        Tone::Working => 1,
        Tone::Ready => 2,
        Tone::Blocked => 3,
        Tone::Sleeping => 4,
        Tone::Failed => 5,
        Tone::Cancelled => 6,
        Tone::Done => 7,
        Tone::Read | Tone::Written | Tone::Lost | Tone::Console | Tone::Object | Tone::Message | Tone::Neutral => {
            ABSENT
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Census, PHASE_TONES, Tally};

    proptest! {
        #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_tally_is_what_counting_from_the_beginning_gives(
            changes in prop::collection::vec((0..5_usize, 0..8_usize, 0..3_u32, any::<bool>()), 1..900), asked in 0..700_u32,
        ) {
            let mut census = Census::default();
            // The phases of five lanes: where each begins, and its tone.
            let mut lanes: Vec<Vec<(u32, usize)>> = vec![Vec::new(); 5];
            let mut now = 0;
            for (lane, tone, ahead, goes_on) in changes {
                now += u32::from(goes_on);
                // Now and then a change is told before one that shows earlier.
                let begins = lanes[lane].last().map_or(0, |&(start, _)| start).max(now + ahead);
                let before = lanes[lane].last().map(|&(_, tone)| PHASE_TONES[tone]);
                census.add(begins, before, PHASE_TONES[tone]);
                lanes[lane].push((begins, tone));
            }
            let mut naive = Tally::default();
            for lane in &lanes {
                if let Some((_, tone)) = lane.iter().rev().find(|(start, _)| *start <= asked) {
                    naive.count(PHASE_TONES[*tone]);
                }
            }
            prop_assert_eq!(census.at(asked), naive);
        }
    }
}
