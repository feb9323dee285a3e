//! Promises as data.
//!
//! Owns their state and the list of what is to happen when they settle. Settling them and running reactions is the
//! world's work; the VM only allocates and shows them.

use crate::{ObjectRef, Value};

/// Where a promise stands.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum PromiseState {
    /// Not yet settled.
    Pending,
    /// Settled with a value.
    Fulfilled(Value),
    /// Settled with a reason.
    Rejected(Value),
}

/// What is to happen when a promise settles.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Reaction {
    /// The fiber of this number goes on.
    Fiber(u32),
    /// `then` was called: a handler runs and its result settles `derived`.
    Then {
        /// Called with the value; not callable means the value passes through.
        on_fulfilled: Value,
        /// Called with the reason; not callable means the reason passes through.
        on_rejected: Value,
        /// The promise that `then` returned.
        derived: ObjectRef,
        /// The lane that called `then`.
        lane: u32,
    },
    /// Another promise settles the same way.
    Adopt {
        /// That promise.
        promise: ObjectRef,
    },
    /// One of the inputs of `Promise.all` and its like.
    Aggregate {
        /// The heap object of kind [`crate::ObjectKind::Aggregate`].
        aggregate: ObjectRef,
        /// Which input this is.
        index: u32,
    },
}

/// What is to happen when a promise settles, in order. Most promises have one reaction or none.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Reactions(Option<Box<(Reaction, Vec<Reaction>)>>);

impl Reactions {
    /// Adds one behind all others.
    pub fn push(&mut self, reaction: Reaction) {
        match &mut self.0 {
            Some(reactions) => reactions.1.push(reaction),
            None => self.0 = Some(Box::new((reaction, Vec::new()))),
        }
    }

    /// The fiber of this number no longer waits.
    pub fn remove_fiber(&mut self, fiber: u32) {
        let kept: Vec<Reaction> = self
            .take()
            .filter(|reaction| *reaction != Reaction::Fiber(fiber))
            .collect();
        kept.into_iter().for_each(|reaction| self.push(reaction));
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |reactions| 1 + reactions.1.len())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// All of them in order.
    pub fn iter(&self) -> <&Reactions as IntoIterator>::IntoIter {
        self.into_iter()
    }

    /// The same, taken out.
    pub fn take(&mut self) -> impl Iterator<Item = Reaction> + use<> {
        let all = self.0.take().into_iter();
        all.flat_map(|reactions| {
            let (first, others) = *reactions;
            std::iter::once(first).chain(others)
        })
    }
}

impl<'a> IntoIterator for &'a Reactions {
    type Item = &'a Reaction;
    type IntoIter = std::iter::Chain<std::option::IntoIter<&'a Reaction>, std::slice::Iter<'a, Reaction>>;

    fn into_iter(self) -> Self::IntoIter {
        let (first, others) = match &self.0 {
            Some(reactions) => (Some(&reactions.0), &reactions.1[..]),
            None => (None, &[][..]),
        };
        first.into_iter().chain(others)
    }
}

/// Where a promise comes from. Only [`Origin::Task`] changes what the promise does.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Origin {
    /// Nowhere in particular.
    #[default]
    None,
    /// It is the outcome of the task of this number: the learner's `Task`.
    Task(u32),
    /// It is the outcome of an async call within the lane of this number.
    Call(u32),
    /// A timer fulfils it.
    Timer {
        /// When.
        until: u64,
    },
    /// An operation of an object of the world settles it.
    Host {
        /// The object's number.
        object: u32,
        /// The operation's name.
        operation: &'static &'static str,
    },
    /// Something outside of the program settles it.
    Io,
    /// `Promise.all` or its like settles it.
    Aggregate {
        /// Which.
        combinator: &'static &'static str,
    },
}

/// A promise.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Promise {
    /// Where it stands.
    pub state: PromiseState,
    /// What is to happen when it settles, in order.
    pub reactions: Reactions,
    /// Whether anybody has asked for its outcome, so that a rejection is not unhandled.
    pub is_handled: bool,
    /// Whether it was resolved with another promise and therefore waits for that one (ECMA-262: already resolved).
    pub is_locked_in: bool,
    /// Which pair of resolving functions is the one that counts: a job that asks a thenable makes a new one.
    pub generation: u32,
    /// Where it comes from, for whoever shows why it is pending.
    pub origin: Origin,
}

impl Promise {
    /// A promise that nothing has happened to.
    #[must_use]
    pub fn pending() -> Promise {
        Promise {
            state: PromiseState::Pending,
            reactions: Reactions::default(),
            is_handled: false,
            is_locked_in: false,
            generation: 0,
            origin: Origin::None,
        }
    }

    /// The task whose outcome it is.
    #[must_use]
    pub fn task(&self) -> Option<u32> {
        match self.origin {
            Origin::Task(task) => Some(task),
            Origin::None
            | Origin::Call(_)
            | Origin::Timer { .. }
            | Origin::Host { .. }
            | Origin::Io
            | Origin::Aggregate { .. } => None,
        }
    }

    /// Whether `resolve` and `reject` no longer have an effect.
    #[must_use]
    pub fn is_resolved(&self) -> bool {
        self.is_locked_in || !matches!(self.state, PromiseState::Pending)
    }
}

/// Which combinator an [`Aggregate`] belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AggregateKind {
    /// `Promise.all`.
    All,
    /// `Promise.allSettled`.
    AllSettled,
    /// `Promise.race`.
    Race,
    /// `Promise.any`.
    Any,
}

impl AggregateKind {
    /// The name of the function.
    #[must_use]
    pub fn name(self) -> &'static &'static str {
        match self {
            AggregateKind::All => &"Promise.all",
            AggregateKind::AllSettled => &"Promise.allSettled",
            AggregateKind::Race => &"Promise.race",
            AggregateKind::Any => &"Promise.any",
        }
    }
}

/// The progress of one call of `Promise.all` or its like, interpreted by the world.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Aggregate {
    /// Which combinator.
    pub kind: AggregateKind,
    /// The array with the results (of `any`: the reasons) so far.
    pub results: ObjectRef,
    /// How many inputs have not settled.
    pub remaining: u32,
    /// The promise that the call returned.
    pub promise: ObjectRef,
}
