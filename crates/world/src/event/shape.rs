//! How an object is told of: what it was made as, numbers and words that are true of it, and the rows that it lists.
//!
//! Owns the vocabulary, which is the same for every class, so that a new class needs no new event. Knows no class.

use clock::Instant;

use crate::TaskId;

/// What an object was made as.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ObjectShape {
    /// The name of the class in the learner's language.
    pub class: &'static str,
    /// What it was made with, by name: `permits` 3, `fair` true.
    pub traits: Vec<(&'static str, FactValue)>,
    /// The places that can be taken.
    pub slots: Slots,
}

/// How many places an object has that tasks can hold.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Slots {
    /// Nobody can hold it.
    None,
    /// So many at the start.
    Fixed(u32),
    /// So many, and each that is in use or kept ready is a row, which names its holder.
    Listed(u32),
    /// As many as there are holders: a limit, if there is one, is a fact named `limit`.
    Unbounded,
}

/// Something that is true of an object: a number or a word on its card.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum FactValue {
    /// A whole number.
    Count(i64),
    /// How full something is that fills and drains by fractions.
    Level {
        /// Millionths of a unit that are in it.
        micro: i64,
        /// Units that fit.
        capacity: u32,
    },
    /// A word: a state, `yes` or `no`.
    Word(String),
    /// A moment of virtual time.
    At(Instant),
}

impl FactValue {
    /// A yes or a no. A fact that is not told any more is a no, whatever it was.
    #[must_use]
    pub fn flag(is: bool) -> FactValue {
        FactValue::Word(if is { "true" } else { "false" }.to_owned())
    }

    /// A word.
    #[must_use]
    pub fn word(word: &str) -> FactValue {
        FactValue::Word(word.to_owned())
    }
}

/// One of the things that an object lists: an entry of a cache, a connection of a pool, a request at a server.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Row {
    /// What tells it from the other rows of the object.
    pub key: String,
    /// How it is: `fresh`, `stale`, `idle`, `in use`.
    pub state: &'static str,
    /// Whose it is.
    pub task: Option<TaskId>,
    /// When something becomes of it by itself.
    pub at: Option<Instant>,
    /// When it was made, if its age matters.
    pub made: Option<Instant>,
    /// Since when it is so, if that matters.
    pub since: Option<Instant>,
    /// What else is to be said; empty if nothing is.
    pub text: String,
}
