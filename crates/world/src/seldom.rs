//! The part of a world that few steps change.
//!
//! Owns the list of what belongs to it: a search keeps very many worlds, and what they all have in common is in each of
//! them no more than a pointer. What the fields mean is said where they are used.

use std::collections::{BTreeMap, VecDeque};

use vm::ObjectRef;

use crate::host::ConsoleState;
use crate::immediate::Immediates;
use crate::io::Io;
use crate::join::Join;
use crate::object::Watch;
use crate::pick::Offer;
use crate::property::Property;
use crate::task::Job;
use crate::{Outcome, TaskId};

/// See the fields; a world writes to them by way of [`crate::World::seldom_mut`].
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Seldom {
    /// What `process.nextTick` was given (`event-loop` only).
    pub(crate) ticks: VecDeque<Job>,
    /// Waits that signals end, in the order in which they began.
    pub(crate) watches: Vec<Watch>,
    pub(crate) immediates: Immediates,
    /// What is under way outside of the program and may complete at any time, by lane and then in the order of asking.
    pub(crate) ios: Vec<Io>,
    /// What the running task has left open. Invariant: (5) a step that leaves something open is gone on with next.
    pub(crate) offer: Option<Offer>,
    /// Calls of `Promise.all` that belong to the step that has made their tasks (`threads`).
    pub(crate) joins: Vec<Join>,
    /// What `fetch` goes through, once the program has used it.
    pub(crate) network: Option<ObjectRef>,
    /// How many lanes were given each name, so that the next one is told apart.
    pub(crate) names: BTreeMap<String, u32>,
    pub(crate) properties: Vec<Property>,
    /// Promises that were rejected while nobody had asked for their outcome, with the task and line of it.
    pub(crate) rejected: Vec<(ObjectRef, TaskId, u32)>,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) console: ConsoleState,
}
