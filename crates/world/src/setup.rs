//! The machine that a program runs on.
//!
//! Owns the closed choices of model, granularity and time. Limits are in a file of their own. Holds no program and no state.

use std::fmt;
use std::str::FromStr;

use crate::Limits;

/// Who may run next and where it may switch.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Model {
    /// Exactly what Node would do: jobs first in, first out, then timers by deadline.
    #[default]
    EventLoop,
    /// Any runnable task; a switch only at `await`.
    Tasks,
    /// Any runnable task; a switch before any access to state that another task can reach.
    Threads,
}

/// How much one step of a thread does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Granularity {
    /// One statement, or the condition of one.
    Statement,
    /// One read or write of shared state: `x += 1` is two.
    #[default]
    Access,
}

/// When a timer may fire.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum TimeMode {
    /// The clock moves only when nothing can run, to the earliest deadline.
    #[default]
    Exact,
    /// Timers keep their order but may be late, and code may be slow.
    Any,
}

/// How long what `io` stands for takes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum IoOrder {
    /// As long as the program says; of a range, what the seed draws.
    #[default]
    Timed,
    /// Any time, none included: it completes in any order, and before or after any timer.
    Open,
}

/// A word that names no model, granularity or time mode.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownWord {
    /// The word.
    pub word: String,
    /// The words that would have done.
    pub expected: &'static [&'static str],
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is none of {}", self.word, self.expected.join(", "))
    }
}

impl std::error::Error for UnknownWord {}

macro_rules! words {
    ($kind:ident { $($variant:ident = $word:literal),* $(,)? }) => {
        impl $kind {
            /// Every word, in order.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// The word that stands for it in directives, links and reports.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $($kind::$variant => $word),*
                }
            }
        }

        impl fmt::Display for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.word())
            }
        }

        impl FromStr for $kind {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                match word {
                    $($word => Ok($kind::$variant),)*
                    _ => Err(UnknownWord { word: word.to_owned(), expected: Self::WORDS }),
                }
            }
        }
    };
}

words!(Model { EventLoop = "event-loop", Tasks = "tasks", Threads = "threads" });
words!(Granularity { Statement = "statement", Access = "access" });
words!(TimeMode { Exact = "exact", Any = "any" });
words!(IoOrder { Timed = "timed", Open = "open" });

/// The machine that a program runs on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Setup {
    /// Who may run next.
    pub model: Model,
    /// How much one step of a thread does; only `threads` looks at it.
    pub granularity: Granularity,
    /// When a timer may fire.
    pub time: TimeMode,
    /// How long what `io` stands for takes.
    pub io: IoOrder,
    /// How many tasks may compute (`work`) at once; `None` is one in `event-loop` and `tasks`, and one each in `threads`.
    pub cores: Option<u32>,
    /// The seed of what the program itself draws at random.
    pub seed: u64,
    /// How far a run may go.
    pub limits: Limits,
    /// Whether a step of a thread is one operation of the VM, whatever it touches: the naive way, against which `granularity`
    /// [`Granularity::Access`] is tested. No schedule tells of it.
    pub every_operation: bool,
}

impl Setup {
    /// The machine as far as it makes a difference to a program: a schedule need not say that I/O is open where there is
    /// none.
    #[must_use]
    pub fn for_program(self, program: &bytecode::Program) -> Setup {
        match self.io {
            IoOrder::Open if !crate::mention::uses_io(program) => Setup {
                io: IoOrder::Timed,
                ..self
            },
            IoOrder::Open | IoOrder::Timed => self,
        }
    }
}
