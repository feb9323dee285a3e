//! The objects that are drawn: primitives with the name that the learner gave them.

use std::sync::Arc;

use primitives::{Actor, AtomicInt, Channel, Mutex, Semaphore};
use vm::Value;

use crate::ObjectShape;

/// A primitive and what the world knows of it besides its state.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct HostObject {
    /// The variable that it was first assigned to, or its class: what errors call it, so that it is part of its state.
    pub(crate) given: Arc<str>,
    /// Of `given`, for fingerprints.
    pub(crate) given_hash: u64,
    /// The same with a number that tells it from others, for whoever looks on.
    pub(crate) name: Arc<str>,
    pub(crate) primitive: Primitive,
    /// Who took it on which line and has not given it back, oldest first. Only kept while everything is written down, and
    /// no part of a state.
    pub(crate) taken: Vec<(Actor, u32)>,
}

/// The state of one object.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Primitive {
    Semaphore(Semaphore),
    Mutex(Mutex),
    Channel(Channel<Value>),
    AtomicInt(AtomicInt),
}

impl Primitive {
    pub(crate) fn shape(&self) -> ObjectShape {
        match self {
            Primitive::Semaphore(semaphore) => ObjectShape::Semaphore {
                permits: semaphore.initial(),
                fair: semaphore.fairness() == primitives::Fairness::Fair,
            },
            Primitive::Mutex(mutex) => ObjectShape::Mutex {
                fair: mutex.fairness() == primitives::Fairness::Fair,
                reentrant: mutex.reentrancy() == primitives::Reentrancy::Reentrant,
            },
            Primitive::Channel(channel) => ObjectShape::Channel {
                capacity: match channel.capacity() {
                    primitives::Capacity::Bounded(capacity) => Some(capacity),
                    primitives::Capacity::Unbounded => None,
                },
            },
            Primitive::AtomicInt(atomic) => ObjectShape::AtomicInt { value: atomic.get() },
        }
    }
}
