//! How the learner drives a run beyond stepping and running: breakpoints, other ways to step, a loop, branches, undo and
//! redo of choices, the list of choices, two runs side by side, and the words of the field. Owns the closed list; what each
//! means is decided in `session::drive`.

use serde::{Deserialize, Serialize};
use world::TaskId;

/// What the learner asks of a run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Drive {
    /// Sets a breakpoint on a line, or takes it away.
    ToggleBreakpoint(u32),
    /// The text was edited, and its breakpoints are on these lines now.
    MoveBreakpoints(Vec<u32>),
    /// Takes every breakpoint away, those on objects too.
    ClearBreakpoints,
    /// Says when a run stops because of the object of this name; `None` for never.
    StopAt(String, Option<ObjectStop>),

    /// Goes on until another lane's turn.
    ToSwitch,
    /// Goes on until the lane whose turn it is waits or ends.
    UntilBlocked,
    /// Goes on until the lane whose turn it is comes to its next line, and not into what it calls.
    OverLine,
    /// Goes on until some lane comes to this line.
    ToLine(u32),
    /// Goes back to where a run from the beginning would have stopped last.
    BackToStop,
    /// Lets this lane take the next step; one that cannot says why.
    Choose(TaskId),
    /// Lets this lane alone go on until it waits or ends.
    RunLane(TaskId),

    /// The loop begins at the cursor.
    LoopFrom,
    /// The loop ends at the cursor.
    LoopTo,
    /// The loop is these steps.
    LoopOver(u32, u32),
    /// Goes to this step and makes the loop reach to it: from its other end, or from where the cursor was.
    LoopExtend(u32),
    /// There is no loop.
    LeaveLoop,
    /// Plays the steps of the loop again and again.
    PlayLoop,

    /// Takes the last choice back, or everything that was chosen by pressing one button.
    Undo,
    /// Takes that back.
    Redo,
    /// Looks at another branch.
    OpenBranch(u32),
    /// Forgets a branch.
    CloseBranch(u32),
    /// Asks for the name of a branch, or no longer.
    NameBranch(Option<u32>),
    /// Gives a branch a name of its own.
    RenameBranch(u32, String),
    /// Keeps a branch although there are many, or no longer.
    PinBranch(u32),

    /// The list of choices is looked at from now on, or no longer.
    ShowHistory(bool),
    /// Copies the list of choices as text.
    CopyHistory,

    /// Puts another run beside this one.
    Compare(Against),
    /// Replays a finding beside a run that ends well.
    CompareFinding {
        /// The check's index in the report.
        check: usize,
        /// The finding's index in that check.
        finding: usize,
    },
    /// The pictures that are compared have this size now, in pixels.
    ResizeComparison {
        /// The width of one.
        width: u32,
        /// The height of one lane.
        row_height: u32,
    },
    /// Takes the other run away.
    LeaveComparison,

    /// Explains a word of the field; `None` closes the explanation, an empty word shows them all.
    ExplainWord(Option<String>),
}

/// When a run stops because of an object.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ObjectStop {
    /// Whenever a step changes it.
    Changed,
    /// Whenever somebody has to wait for it.
    Blocked,
}

impl ObjectStop {
    /// Every way.
    pub const ALL: [ObjectStop; 2] = [ObjectStop::Changed, ObjectStop::Blocked];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ObjectStop::Changed => "changed",
            ObjectStop::Blocked => "blocked",
        }
    }
}

/// What a run is compared with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Against {
    /// Another branch.
    Branch(u32),
    /// A run of the same program that ends well.
    GoodRun,
}
