//! The places of a pool: a number each, and what is going on there.
//!
//! Owns how places are numbered (the lowest number that is free, so that a pool that does the same again is in the same
//! state again) and what is known of each. Decides nothing: that is the pool's.

use clock::{Duration, Instant};

use super::PoolOptions;
use crate::{Actor, Visit};

/// What is going on in a place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PlaceState {
    /// A connection is being opened, for a borrower or by maintenance.
    Opening {
        /// The borrower.
        by: Option<Actor>,
    },
    /// A borrower closes the old connection, to go on with another one or to open one here.
    Closing {
        /// The borrower.
        by: Actor,
        /// Whether it was found dead; else it is past its lifetime.
        is_dead: bool,
    },
    /// A borrower looks whether the connection is alive.
    Checked {
        /// The borrower.
        by: Actor,
    },
    /// Nobody uses the connection.
    Idle,
    /// Somebody does.
    Held {
        /// The borrower.
        by: Actor,
        /// Since when.
        since: Instant,
        /// Whether that is so long that it was reported.
        is_suspect: bool,
    },
}

impl PlaceState {
    pub(super) fn held(by: Actor, since: Instant) -> Self {
        PlaceState::Held {
            by,
            since,
            is_suspect: false,
        }
    }

    /// Who uses the connection.
    #[must_use]
    pub fn holder(self) -> Option<Actor> {
        match self {
            PlaceState::Held { by, .. } => Some(by),
            PlaceState::Opening { .. } | PlaceState::Closing { .. } | PlaceState::Checked { .. } | PlaceState::Idle => {
                None
            }
        }
    }
}

/// A place as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PlaceView<'a, V> {
    /// Its number, counted from 0.
    pub number: u32,
    /// What is going on there.
    pub state: PlaceState,
    /// Its connection, if there is one.
    pub connection: Option<&'a V>,
    /// When opening the connection began: its lifetime counts from then.
    pub opened: Instant,
    /// When the connection came back last, or else was opened.
    pub changed: Instant,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Place<V> {
    pub(super) state: PlaceState,
    pub(super) connection: Option<V>,
    /// When opening began.
    pub(super) opened: Instant,
    /// When the connection came back last, or else was opened.
    pub(super) changed: Instant,
}

impl<V> Place<V> {
    /// The connection is gone, the place stays its borrower's.
    pub(super) fn vacate(&mut self, by: Actor, is_dead: bool) {
        self.connection = None;
        self.state = PlaceState::Closing { by, is_dead };
    }
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Places<V> {
    /// By number. The last one is taken.
    places: Vec<Option<Place<V>>>,
}

impl<V> Default for Places<V> {
    fn default() -> Self {
        Self { places: Vec::new() }
    }
}

impl<V: PartialEq> Places<V> {
    pub(super) fn len(&self) -> u32 {
        self.places.iter().flatten().count() as u32
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &Place<V>)> {
        let numbered = (0..).zip(&self.places);
        numbered.filter_map(|(number, place)| Some((number, place.as_ref()?)))
    }

    pub(super) fn get(&self, place: u32) -> Option<&Place<V>> {
        self.places.get(place as usize)?.as_ref()
    }

    pub(super) fn get_mut(&mut self, place: u32) -> Option<&mut Place<V>> {
        self.places.get_mut(place as usize)?.as_mut()
    }

    /// A new place, in which somebody begins to open a connection.
    pub(super) fn add(&mut self, by: Option<Actor>, now: Instant) -> u32 {
        let place = Some(Place {
            state: PlaceState::Opening { by },
            connection: None,
            opened: now,
            changed: now,
        });
        match self.places.iter().position(Option::is_none) {
            Some(free) => {
                self.places[free] = place;
                free as u32
            }
            None => {
                self.places.push(place);
                self.places.len() as u32 - 1
            }
        }
    }

    /// A new connection is opened in a place.
    pub(super) fn restart(&mut self, place: u32, by: Actor, now: Instant) {
        if let Some(found) = self.get_mut(place) {
            found.state = PlaceState::Opening { by: Some(by) };
            (found.opened, found.changed) = (now, now);
        }
    }

    pub(super) fn remove(&mut self, place: u32) -> Option<Place<V>> {
        let removed = self.places.get_mut(place as usize)?.take();
        while self.places.last().is_some_and(Option::is_none) {
            self.places.pop();
        }
        removed
    }

    /// The place whose connection somebody uses.
    pub(super) fn holding(&self, connection: &V) -> Option<u32> {
        let mut places = self.iter();
        let found =
            places.find(|(_, place)| place.state.holder().is_some() && place.connection.as_ref() == Some(connection));
        found.map(|(number, _)| number)
    }

    /// Since when each connection is held that was not reported.
    pub(super) fn unsuspected(&self) -> impl Iterator<Item = Instant> {
        self.iter().filter_map(|(_, place)| match place.state {
            PlaceState::Held {
                since,
                is_suspect: false,
                ..
            } => Some(since),
            PlaceState::Held { .. }
            | PlaceState::Opening { .. }
            | PlaceState::Closing { .. }
            | PlaceState::Checked { .. }
            | PlaceState::Idle => None,
        })
    }

    /// Reports, once each, the connections that are held for `limit` or longer.
    pub(super) fn suspect(&mut self, now: Instant, limit: Duration, mut report: impl FnMut(u32, Actor)) {
        for (number, place) in (0..).zip(&mut self.places) {
            let Some(place) = place else { continue };
            if let PlaceState::Held { by, since, is_suspect } = &mut place.state
                && !*is_suspect
                && now.saturating_since(*since) >= limit
            {
                *is_suspect = true;
                report(number, *by);
            }
        }
    }

    /// Tells the places. Of an instant only what is left of the time from it on matters.
    pub(super) fn visit(&self, options: &PoolOptions, to: &mut impl Visit<V>) {
        to.word(self.places.len() as u64);
        for place in &self.places {
            let Some(place) = place else {
                to.word(0);
                continue;
            };
            let (state, by) = match place.state {
                PlaceState::Opening { by } => (1, by),
                // Why it is closed is told to people only: what comes of it is the same.
                PlaceState::Closing { by, is_dead: _ } => (6, Some(by)),
                PlaceState::Checked { by } => (2, Some(by)),
                PlaceState::Idle => (3, None),
                PlaceState::Held { by, is_suspect, .. } => (4 + u64::from(is_suspect), Some(by)),
            };
            to.word(state << 1 | u64::from(by.is_some()));
            by.into_iter().for_each(|by| to.actor(by));
            place.connection.iter().for_each(|connection| to.value(connection));
            // Too old is what is older than it may become, by however little.
            to.instant(
                place
                    .opened
                    .saturating_add(options.max_lifetime)
                    .saturating_add(Duration(1)),
            );
            match place.state {
                PlaceState::Idle => {
                    to.instant(
                        place
                            .changed
                            .saturating_add(options.idle_timeout)
                            .saturating_add(Duration(1)),
                    );
                }
                PlaceState::Held {
                    since,
                    is_suspect: false,
                    ..
                } => {
                    let limit = options.leak_detection.unwrap_or(Duration::ZERO);
                    to.instant(since.saturating_add(limit));
                }
                PlaceState::Held { .. }
                | PlaceState::Opening { .. }
                | PlaceState::Closing { .. }
                | PlaceState::Checked { .. } => {}
            }
        }
    }
}
