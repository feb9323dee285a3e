//! The phases of lanes, in a few bytes each: there are half as many of them as events. Owns their form; by which rules they
//! start and end is `fold`'s business.

use std::collections::BTreeMap;

use clock::Instant;

use crate::{Lane, Pattern, Phase, PhaseKind, Tone};

/// How many bits say what kind of a phase it is; the others hold a time, or the place of a kind that is kept elsewhere.
const KIND_BITS: u32 = 4;
const KIND_MASK: u64 = (1 << KIND_BITS) - 1;

/// What kinds are called in those bits.
const READY: u64 = 0;
const RUNNING: u64 = 1;
const SLEEPING: u64 = 2;
const WORKING: u64 = 3;
const DONE: u64 = 4;
const CANCELLED: u64 = 5;
const BLOCKED: u64 = 6;
const FAILED: u64 = 7;
/// Until a time that does not fit.
const SLEEPING_LONG: u64 = 8;
const WORKING_LONG: u64 = 9;

/// A phase, without its end: there the next one starts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Stretch {
    kind: u64,
    pub(crate) start_time: Instant,
    pub(crate) start_step: u32,
    /// The place of the event that started it.
    pub(crate) event: u32,
}

/// The kinds that do not fit into a stretch, each of them once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kinds {
    list: Vec<PhaseKind>,
    places: BTreeMap<PhaseKind, u64>,
}

impl Kinds {
    /// A stretch of this kind.
    pub(crate) fn stretch(&mut self, kind: &PhaseKind, start_step: u32, start_time: Instant, event: u32) -> Stretch {
        let fits = |until: &Instant| until.0 >> (u64::BITS - KIND_BITS) == 0;
        let (bits, rest) = match kind {
            PhaseKind::Ready => (READY, 0),
            PhaseKind::Running => (RUNNING, 0),
            PhaseKind::Sleeping { until } if fits(until) => (SLEEPING, until.0),
            PhaseKind::Sleeping { .. } => (SLEEPING_LONG, self.place(kind)),
            PhaseKind::Working { until } if fits(until) => (WORKING, until.0),
            PhaseKind::Working { .. } => (WORKING_LONG, self.place(kind)),
            PhaseKind::Done => (DONE, 0),
            PhaseKind::Cancelled => (CANCELLED, 0),
            PhaseKind::Blocked { .. } => (BLOCKED, self.place(kind)),
            PhaseKind::Failed { .. } => (FAILED, self.place(kind)),
        };
        Stretch {
            kind: rest << KIND_BITS | bits,
            start_time,
            start_step,
            event,
        }
    }

    fn place(&mut self, kind: &PhaseKind) -> u64 {
        if let Some(&place) = self.places.get(kind) {
            return place;
        }
        let place = self.list.len() as u64;
        self.list.push(kind.clone());
        self.places.insert(kind.clone(), place);
        place
    }

    /// What kind of a phase a stretch is.
    pub(crate) fn of(&self, stretch: Stretch) -> PhaseKind {
        let rest = stretch.kind >> KIND_BITS;
        match stretch.kind & KIND_MASK {
            READY => PhaseKind::Ready,
            RUNNING => PhaseKind::Running,
            SLEEPING => PhaseKind::Sleeping { until: Instant(rest) },
            WORKING => PhaseKind::Working { until: Instant(rest) },
            DONE => PhaseKind::Done,
            CANCELLED => PhaseKind::Cancelled,
            _ => self.list.get(rest as usize).cloned().unwrap_or(PhaseKind::Ready),
        }
    }
}

impl Stretch {
    /// This one in another's place: it starts when that did.
    pub(crate) fn starting_as(self, old: Stretch) -> Stretch {
        Stretch { kind: self.kind, ..old }
    }

    pub(crate) fn is_running(self) -> bool {
        self.kind & KIND_MASK == RUNNING
    }

    /// Whether two are of one kind, until the same time and for the same reason.
    pub(crate) fn is_like(self, other: Stretch) -> bool {
        self.kind == other.kind
    }

    /// Whether the body of the lane itself runs or could.
    pub(crate) fn is_going(self) -> bool {
        matches!(self.kind & KIND_MASK, READY | RUNNING | WORKING | WORKING_LONG)
    }

    /// How it is drawn: different in both for every kind.
    pub(crate) fn look(self) -> (Tone, Pattern) {
        match self.kind & KIND_MASK {
            RUNNING => (Tone::Running, Pattern::Solid),
            BLOCKED => (Tone::Blocked, Pattern::Hatched),
            SLEEPING | SLEEPING_LONG => (Tone::Sleeping, Pattern::Dotted),
            WORKING | WORKING_LONG => (Tone::Working, Pattern::Framed),
            DONE => (Tone::Done, Pattern::Hairline),
            CANCELLED => (Tone::Cancelled, Pattern::Dashed),
            FAILED => (Tone::Failed, Pattern::Crossed),
            // What a lane is before anything else.
            _ => (Tone::Ready, Pattern::Line),
        }
    }
}

/// What a lane did, in order and without gaps.
#[derive(Clone, Copy, Debug)]
pub struct Phases<'a> {
    kinds: &'a Kinds,
    stretches: &'a [Stretch],
}

impl<'a> Phases<'a> {
    pub(crate) fn new(kinds: &'a Kinds, lane: &'a Lane) -> Phases<'a> {
        Phases {
            kinds,
            stretches: &lane.stretches,
        }
    }

    /// How many there are: at least one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.stretches.len()
    }

    /// Whether there is none, which is never so.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// The one at this place.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Phase> {
        let stretch = *self.stretches.get(index)?;
        let next = self.stretches.get(index + 1);
        Some(Phase {
            kind: self.kinds.of(stretch),
            start_step: stretch.start_step,
            end_step: next.map(|next| next.start_step),
            start_time: stretch.start_time,
            end_time: next.map(|next| next.start_time),
        })
    }

    /// All of them.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Phase> + ExactSizeIterator {
        (0..self.len()).map(move |index| {
            let phase = self.get(index);
            phase.expect("an index below their number")
        })
    }

    /// The last one.
    #[must_use]
    pub fn last(&self) -> Option<Phase> {
        self.get(self.len().checked_sub(1)?)
    }

    /// The place of the first one from `first` on for which this is not so; it is so of all before it and none after.
    pub(crate) fn first_without(&self, first: usize, is_so: impl Fn(usize) -> bool) -> usize {
        let (mut low, mut high) = (first, self.len().max(first));
        while low < high {
            let middle = low.midpoint(high);
            match is_so(middle) {
                true => low = middle + 1,
                false => high = middle,
            }
        }
        low
    }

    /// The boundary and the time at which one starts.
    pub(crate) fn start(&self, index: usize) -> Option<(u32, Instant)> {
        let stretch = self.stretches.get(index)?;
        Some((stretch.start_step, stretch.start_time))
    }

    /// How one is drawn.
    pub(crate) fn look(&self, index: usize) -> Option<(Tone, Pattern)> {
        self.stretches.get(index).map(|stretch| stretch.look())
    }
}
