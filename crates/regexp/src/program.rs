//! A compiled pattern.
//!
//! Owns its instructions and what they mean; the compiler writes them, the matcher executes them.

use crate::Flags;
use crate::char_set::CharSet;

/// Where an instruction stands.
pub(crate) type Label = u32;

/// No position: the value of a register that is not set.
pub(crate) const UNSET: u32 = u32::MAX;

/// One instruction. Each takes characters forwards.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Inst {
    /// The match is complete, or that of an assertion's body.
    Accept,
    Fail,
    Char(u32),
    /// Any character but line terminators.
    Any,
    /// Any character at all.
    All,
    /// A character of a class of the program.
    Class(u32),
    /// Goes one character back.
    Back,
    Jump(Label),
    /// Goes on with the next instruction, and with another one when that fails; the other way round if `is_lazy`.
    Fork {
        other: Label,
        is_lazy: bool,
    },
    /// Puts the position into a register.
    Save(u32),
    /// Makes registers `from..to` unset.
    Clear {
        from: u32,
        to: u32,
    },
    /// Puts a number into a register.
    Set {
        register: u32,
        value: u32,
    },
    /// Begins a turn of a counted loop, or leaves it.
    Count {
        register: u32,
        min: u32,
        max: u32,
        is_lazy: bool,
        exit: Label,
    },
    /// Ends a turn of a counted loop: counts it and goes back.
    Again {
        register: u32,
        begin: Label,
    },
    /// Fails if nothing was taken since the position in a register. With a counter, only once it has reached `min`.
    Progress {
        register: u32,
        counter: Option<(u32, u32)>,
    },
    /// Repeats the next instruction, which takes one character.
    RepeatOne {
        min: u32,
        max: u32,
        is_lazy: bool,
    },
    InputStart,
    InputEnd,
    LineStart,
    LineEnd,
    WordBoundary {
        is_negated: bool,
    },
    BackReference {
        group: u32,
        is_backward: bool,
    },
    /// Matches what follows up to an [`Inst::Accept`] without moving, then goes on at `exit`.
    Look {
        is_negated: bool,
        exit: Label,
    },
}

/// A set of characters that is quick to ask.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Class {
    latin: [u64; 4],
    set: CharSet,
}

impl Class {
    pub(crate) fn new(set: CharSet) -> Class {
        let mut latin = [0; 4];
        for point in (0..256_u32).filter(|&point| set.contains(point)) {
            latin[(point / 64) as usize] |= 1 << (point % 64);
        }
        Class { latin, set }
    }

    #[inline]
    pub(crate) fn contains(&self, point: u32) -> bool {
        if point < 256 {
            self.latin[(point / 64) as usize] & (1 << (point % 64)) != 0
        } else {
            self.set.contains(point)
        }
    }
}

/// A compiled regular expression.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Program {
    pub(crate) flags: Flags,
    pub(crate) insts: Vec<Inst>,
    pub(crate) classes: Vec<Class>,
    /// Two registers per group, the whole match first; those of loops follow.
    pub(crate) register_count: u32,
    pub(crate) group_count: u32,
    pub(crate) names: Vec<(String, u32)>,
    /// What a match begins with, where that is known.
    pub(crate) first: Option<Class>,
    /// `\w` with these flags.
    pub(crate) word: Class,
}

impl Program {
    /// The flags that it was compiled with.
    #[must_use]
    pub fn flags(&self) -> Flags {
        self.flags
    }

    /// How many groups it has, the whole match counted.
    #[must_use]
    pub fn group_count(&self) -> usize {
        self.group_count as usize
    }

    /// The names of groups with their numbers, in the order of the numbers.
    #[must_use]
    pub fn group_names(&self) -> &[(String, u32)] {
        &self.names
    }
}
