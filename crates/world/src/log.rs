//! Where a step writes what happened.
//!
//! Owns the list of events and how much of it is wanted. Formats nothing and drops nothing that was wanted.

use crate::{Event, EventKind};

/// How much of what happens is written down.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Detail {
    /// Every event.
    Everything,
    /// What a checker needs: diagnoses, progress, what becomes of properties, and how a run ended. Nothing else is even
    /// formatted.
    Findings,
    /// What a program printed, and how the run ended.
    Console,
}

/// An append-only list of events.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Log {
    /// What happened, in order.
    pub events: Vec<Event>,
    /// How much of it is wanted.
    pub detail: Detail,
    /// Whether all that the last step did was to ask again for what its task goes on waiting for.
    pub retried_in_vain: bool,
}

impl Log {
    /// An empty log.
    #[must_use]
    pub fn new(detail: Detail) -> Log {
        Log {
            events: Vec::new(),
            detail,
            retried_in_vain: false,
        }
    }

    /// Whether events that only a picture needs are wanted. Callers ask before they format anything.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.detail == Detail::Everything
    }

    pub(crate) fn push(&mut self, event: Event) {
        let is_wanted = match self.detail {
            Detail::Everything => true,
            Detail::Findings => is_finding(&event.kind),
            Detail::Console => matches!(event.kind, EventKind::Printed { .. }) || is_finding(&event.kind),
        };
        if is_wanted {
            self.events.push(event);
        }
    }
}

fn is_finding(kind: &EventKind) -> bool {
    matches!(
        kind,
        EventKind::LostUpdate { .. }
            | EventKind::OverRelease { .. }
            | EventKind::Leaked { .. }
            | EventKind::Progressed
            | EventKind::PropertyNamed { .. }
            | EventKind::EventuallyHeld { .. }
            | EventKind::SometimesHeld { .. }
            | EventKind::RunFinished
            | EventKind::RunFailed { .. }
            | EventKind::Deadlocked { .. }
            | EventKind::LimitReached { .. }
    )
}
