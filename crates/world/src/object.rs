//! The objects that are drawn: primitives with the name that the learner gave them.

use std::sync::Arc;

use primitives::{Actor, AtomicInt, Channel, Mutex, Semaphore};
use vm::Value;

use crate::{FactValue, ObjectShape, Slots};

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
        let is_fair = |fairness| ("fair", FactValue::flag(fairness == primitives::Fairness::Fair));
        match self {
            Primitive::Semaphore(semaphore) => ObjectShape {
                class: "Semaphore",
                traits: vec![
                    ("permits", FactValue::Count(i64::from(semaphore.initial()))),
                    is_fair(semaphore.fairness()),
                ],
                slots: Slots::Fixed(semaphore.initial()),
            },
            Primitive::Mutex(mutex) => ObjectShape {
                class: "Mutex",
                traits: vec![
                    is_fair(mutex.fairness()),
                    (
                        "reentrant",
                        FactValue::flag(mutex.reentrancy() == primitives::Reentrancy::Reentrant),
                    ),
                ],
                slots: Slots::Fixed(1),
            },
            Primitive::Channel(channel) => ObjectShape {
                class: "Channel",
                traits: vec![(
                    "capacity",
                    match channel.capacity() {
                        primitives::Capacity::Bounded(capacity) => FactValue::Count(i64::from(capacity)),
                        primitives::Capacity::Unbounded => FactValue::word("unbounded"),
                    },
                )],
                slots: Slots::None,
            },
            Primitive::AtomicInt(atomic) => ObjectShape {
                class: "AtomicInt",
                traits: vec![("value", FactValue::Count(atomic.get()))],
                slots: Slots::None,
            },
        }
    }

    /// As what a task holds it.
    pub(crate) fn mode(&self) -> &'static str {
        match self {
            Primitive::Semaphore(_) => "permit",
            Primitive::Mutex(_) | Primitive::Channel(_) | Primitive::AtomicInt(_) => "lock",
        }
    }
}
