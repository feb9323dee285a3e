//! The connection: open, used, and at some time dead.
//!
//! Nobody waits here. A connection is opened once, used any number of times while it is open, and closed. It dies by itself
//! after so many uses or so long, whichever comes first, and whoever uses it then finds out; so does whoever asks whether
//! it is alive. Does not own how long anything takes, nor what refuses or fails by chance.

use clock::{Duration, Instant};

use crate::Visit;

#[cfg(test)]
mod tests;

/// When a connection dies.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct ConnectionOptions {
    /// Which use it does not survive, counted from 1.
    pub dies_at_use: Option<u32>,
    /// How long after it was opened.
    pub dies_after: Option<Duration>,
}

/// How a connection is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ConnectionState {
    /// It was never opened.
    New,
    /// It can be used.
    Open,
    /// It was closed.
    Closed,
    /// It broke.
    Dead,
}

/// Why a connection could not be opened or used: it is in the wrong state for that.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Unusable(pub ConnectionState);

/// A connection.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Connection {
    options: ConnectionOptions,
    state: ConnectionState,
    // Invariants:
    // (1) only what was opened has been used, and an open one less often than it survives;
    // (2) `opened` is when it was opened, if it was.
    uses: u32,
    opened: Instant,
}

impl Connection {
    /// A connection that was not opened yet.
    #[must_use]
    pub fn new(options: ConnectionOptions) -> Self {
        assert!(options.dies_at_use != Some(0), "uses are counted from 1");
        Self {
            options,
            state: ConnectionState::New,
            uses: 0,
            opened: Instant::ZERO,
        }
    }

    /// Opens it, once.
    pub fn open(&mut self, now: Instant) -> Result<(), Unusable> {
        match self.state(now) {
            ConnectionState::New => {
                (self.state, self.opened) = (ConnectionState::Open, now);
                Ok(())
            }
            state @ (ConnectionState::Open | ConnectionState::Closed | ConnectionState::Dead) => Err(Unusable(state)),
        }
    }

    /// Uses it. It may die of that, which is an error as well.
    pub fn enter(&mut self, now: Instant) -> Result<(), Unusable> {
        match self.state(now) {
            ConnectionState::Open => {}
            state @ (ConnectionState::New | ConnectionState::Closed | ConnectionState::Dead) => {
                return Err(Unusable(state));
            }
        }
        self.uses = self.uses.saturating_add(1);
        if self.options.dies_at_use.is_some_and(|last| self.uses >= last) {
            self.state = ConnectionState::Dead;
            return Err(Unusable(self.state));
        }
        Ok(())
    }

    /// Closes it, dead or alive; `false` when it was closed before.
    pub fn close(&mut self) -> bool {
        std::mem::replace(&mut self.state, ConnectionState::Closed) != ConnectionState::Closed
    }

    /// How it is.
    #[must_use]
    pub fn state(&self, now: Instant) -> ConnectionState {
        match (self.state, self.dies()) {
            (ConnectionState::Open, Some(end)) if end <= now => ConnectionState::Dead,
            (state, _) => state,
        }
    }

    /// When it dies by itself, if it is open and does.
    #[must_use]
    pub fn dies(&self) -> Option<Instant> {
        let is_open = self.state == ConnectionState::Open;
        let after = self.options.dies_after.filter(|_| is_open)?;
        Some(self.opened.saturating_add(after))
    }

    /// How often it was used.
    #[must_use]
    pub fn uses(&self) -> u32 {
        self.uses
    }

    /// Tells what its state consists of. What it was used before matters only if it dies of use.
    pub fn visit<V>(&self, to: &mut impl Visit<V>) {
        let state = self.state(to.now());
        to.word(state as u64);
        let uses_left = self.options.dies_at_use.map(|last| last.saturating_sub(self.uses));
        match state {
            ConnectionState::New | ConnectionState::Open => {
                to.word(uses_left.map_or(u64::MAX, u64::from));
                to.word(self.options.dies_after.map_or(u64::MAX, |after| after.0));
                to.instant(self.dies().unwrap_or(Instant::ZERO));
            }
            ConnectionState::Closed | ConnectionState::Dead => {}
        }
    }

    /// Panics unless the numbered invariants hold; for tests.
    pub fn assert_invariants(&self) {
        assert!(
            self.uses == 0 || self.state != ConnectionState::New,
            "(1) used before it was opened"
        );
        let survives = self.options.dies_at_use.is_none_or(|last| self.uses < last);
        assert!(
            self.state != ConnectionState::Open || survives,
            "(1) it should have died"
        );
        assert!(
            self.opened == Instant::ZERO || self.state != ConnectionState::New,
            "(2) opened and new"
        );
    }
}
