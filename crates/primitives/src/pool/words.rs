//! What is said to a pool, and what it answers.
//!
//! Owns the options and the answers. What they mean in which situation is the pool's.

use clock::Duration;

use crate::{Actor, Waiter};

/// Which idle connection is lent first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum IdleOrder {
    /// The one that came back last: the others can grow old and be closed.
    LastIn,
    /// The one that came back first: all are used alike.
    FirstIn,
}

/// Whether an idle connection is looked at before it is lent.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Validation {
    /// The borrower checks that it is alive.
    OnBorrow,
    /// It is taken to be alive.
    Never,
}

/// How a pool behaves.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct PoolOptions {
    /// Most connections that may exist or be in the making; at least 1.
    pub max_size: u32,
    /// How many maintenance opens if there are fewer, and leaves alone however long they are idle; at most `max_size`.
    pub min_size: u32,
    /// Most who may wait, if there is such a bound.
    pub max_waiting: Option<u32>,
    /// How long a connection may be idle.
    pub idle_timeout: Duration,
    /// How long a connection may be used after it was opened.
    pub max_lifetime: Duration,
    /// How often idle connections are looked through; more than nothing.
    pub maintenance: Duration,
    /// How long a connection may be held before it is suspected of being leaked.
    pub leak_detection: Option<Duration>,
    /// Whether idle connections are checked.
    pub validation: Validation,
    /// Which idle connection is lent first.
    pub idle_order: IdleOrder,
}

/// What a borrower has to do next.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Borrow<V> {
    /// Use it: it is held now.
    Use(V),
    /// Look whether it is alive and say so with [`ConnectionPool::checked`].
    Check(u32, V),
    /// Close it, it is too old or dead, and go on with [`ConnectionPool::replace`].
    Close(u32, V),
    /// Open one and say how that went with [`ConnectionPool::opened`] or [`ConnectionPool::failed`].
    Open(u32),
    /// Wait for a [`Lent`] with this token.
    Queued,
    /// Go away: as many wait as may.
    Full,
    /// Go away: the pool is closed. What was opened for it has to be closed.
    Closed,
}

/// A wait that is over.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use = "a wake-up that is dropped leaves its task asleep for ever"]
pub struct Lent<V> {
    /// Whose.
    pub waiter: Waiter,
    /// On whose behalf.
    pub actor: Actor,
    /// What it has to do now: to use a connection or to open one.
    pub borrow: Borrow<V>,
}

/// What becomes of a connection that is given back.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum GivenBack<V> {
    /// It is idle, or somebody else's already.
    Kept,
    /// It is the pool's no longer and has to be closed.
    Close(V),
    /// The pool is closed, and has closed it already.
    Late,
}

/// Why giving back changed nothing: nobody has borrowed that connection here.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct NotLent;

/// What a pool leaves behind that was closed.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use = "whoever waited has to be told"]
pub struct Closing<V> {
    /// Who waited in vain, in the order of their arrival.
    pub waiters: Vec<(Waiter, Actor)>,
    /// What has to be closed: idle connections in the order of their return, then those in use.
    pub connections: Vec<V>,
}

/// What maintenance has to do.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[must_use]
pub enum Chore<V> {
    /// Close a connection that nobody used for long.
    Close(V),
    /// Open one and say how that went.
    Open(u32),
    /// Nothing but say that the connection in this place is held for long, and by whom.
    Suspect(u32, Actor),
}
