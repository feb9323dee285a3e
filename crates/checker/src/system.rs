//! What the search needs to know of the thing that it searches.
//!
//! Owns the boundary between the search, which only sees states, choices and keys, and the world with its heap and
//! tasks. The tests put a second, much smaller machine behind it, whose state counts were published.

use world::{Choice, Footprint, LimitKind, TaskId};

use crate::claims::Fact;
use crate::verdict::Verdicts;
use crate::{BoundedBy, Verdict};

/// Something with states and choices.
///
/// Two states with the same key must have the same future: the same choices, leading to states with the same keys, and
/// the same end.
pub(crate) trait System {
    /// A whole state.
    type State: Clone;
    /// An access to something that several tasks share, in terms that two steps from one state have in common.
    type Access: Clone;

    /// The state that every run starts in.
    fn initial(&mut self) -> Self::State;

    /// What can be chosen, in an order that is a function of the state. Empty if and only if the state is an end.
    fn choices(&self, state: &Self::State, out: &mut Vec<Choice>);

    /// Takes a step that `choices` lists, and tells what it saw.
    fn step(&mut self, state: &mut Self::State, choice: Choice) -> Seen;

    /// Whether the step that was just taken commutes with whatever other tasks can do, and its task can go on at once. With
    /// `is_alone`, nothing else could be chosen. Called after each step of an expansion, since every step can show that this was said too
    /// often.
    fn goes_on(&mut self, state: &Self::State, choice: Choice, is_alone: bool) -> bool {
        let _ = (state, choice, is_alone);
        false
    }

    /// What the step that was just taken shares with others, after [`System::goes_on`] was asked. Nothing if that cannot be
    /// told: then it commutes with nothing.
    fn footprint(&self, state: &Self::State, choice: Choice) -> Option<Footprint> {
        let _ = (state, choice);
        None
    }

    /// What steps have shown since the last call of what `goes_on` rests on.
    fn take_facts(&mut self) -> Vec<Fact> {
        Vec::new()
    }

    /// Whether a fact adds anything to what was taken in.
    fn is_news(&self, fact: Fact) -> bool {
        let _ = fact;
        false
    }

    /// Takes in facts. Says whether `goes_on` has said too much, and says less from now on.
    fn learn(&mut self, facts: &[Fact]) -> bool {
        let _ = facts;
        false
    }

    /// Makes `goes_on` say no from now on. Says whether that makes a difference.
    fn stop_going_on(&mut self) -> bool {
        false
    }

    /// Hands over the accesses to shared variables of the last step, as far as nothing in the step orders them.
    fn accesses(&self, each: &mut dyn FnMut(Self::Access));

    /// Whether two accesses are by different tasks and to the same place, one of them to write it.
    fn conflict(a: &Self::Access, b: &Self::Access) -> bool;

    /// Appends the tasks that could go on in the state if they were let, although `open` has no step of theirs, and says
    /// whether that is because a step is unfinished.
    fn held_back(&self, state: &Self::State, open: &[Choice], out: &mut Vec<TaskId>) -> bool;

    /// How the run ended, if it did.
    fn end(&self, state: &Self::State) -> Option<End>;

    /// The name of the state, equal for states that have the same future.
    fn key(&mut self, state: &Self::State) -> u128;

    /// Makes a state small that will wait: gives back what it holds for the sake of further copies.
    fn shrink(&mut self, state: &mut Self::State) {
        let _ = state;
    }

    /// How much memory the state holds, about.
    fn bytes(&self, state: &Self::State) -> u64;
}

/// What a step showed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Seen {
    /// Which diagnoses the step itself is.
    pub(crate) diagnoses: Verdicts,
    pub(crate) marks: Marks,
    /// Conditions given to `sometimes` that the step named, or that came true in the state it led to.
    pub(crate) sometimes: Vec<Sometimes>,
    /// What runs there are besides those that a search of all choices looks at, by the reason for which it does not.
    pub(crate) left_out: Option<BoundedBy>,
    /// How many operations the step took.
    pub(crate) ops: u64,
}

/// What a step was, for whoever looks at endless runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Marks {
    /// The program says that it did useful work.
    pub(crate) is_progress: bool,
    /// The task only asked again for what it waits for, and waits on.
    pub(crate) is_in_vain: bool,
    /// The task, which is no daemon, waits afterwards, and not for the end of a task that is to blame itself.
    pub(crate) waits: bool,
    /// The task is a daemon.
    pub(crate) is_daemon: bool,
}

/// News of a condition given to `sometimes`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Sometimes {
    pub(crate) name: String,
    /// Whether it is true, rather than only known.
    pub(crate) is_held: bool,
}

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum End {
    /// Well.
    Good,
    /// In a violation.
    Bad(Verdict),
    /// At a bound of the machine.
    Limit(LimitKind),
}
