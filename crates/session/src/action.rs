//! Everything that can come in: what the learner does, and what the shell reports back. Owns the closed list; what each
//! of them means is decided by the part of the session that it is for.

use timeline::{Axis, Target};
use world::{Choice, Granularity, Model, TaskId, TimeMode};

use crate::{Drive, Export, Gallery, Inspect, Layout, Look, PolicyKind, ProofMessage, Token};

/// Something that happened outside.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// Opens a lesson by id or slug.
    SelectLesson(String),
    /// Opens the free playground.
    OpenPlayground,
    /// Opens the lesson after this one.
    NextLesson,
    /// Something about the example programs.
    Examples(Gallery),

    /// The text in the editor is now this.
    EditSource(String),
    /// Puts the lesson's starter back.
    ResetSource,
    /// Takes the last reset back.
    UndoReset,

    /// Chooses who may run next.
    SetModel(Model),
    /// Chooses how much one step of a thread does.
    SetGranularity(Granularity),
    /// Chooses when timers may fire.
    SetTime(TimeMode),
    /// Chooses who picks the next task.
    SetPolicy(PolicyKind),
    /// Chooses the seed of policy `random` and of what the program draws.
    SetSeed(u64),

    /// Runs to the end; from the beginning if it is at the end already.
    Run,
    /// Stops running or playing where it is.
    Pause,
    /// Takes steps at the chosen speed.
    Play,
    /// Chooses how many steps a second `Play` takes.
    SetSpeed(u32),
    /// Takes one step: the one that is known already, else the policy's.
    Step,
    /// Lets this task take its next step.
    StepLane(TaskId),
    /// Lets the clock move to the next deadline.
    StepClock,
    /// Decides what the program left open, or completes what is under way outside of it.
    Decide(Choice),
    /// Goes back one step.
    Back,
    /// Goes back to the beginning.
    ToStart,
    /// Goes to the end of what is known.
    ToEnd,
    /// Puts the cursor after so many steps.
    Scrub(u32),
    /// Forgets the run and begins a new one.
    Restart,
    /// Runs on after the limit of steps, or with the limit raised that ended the run.
    Continue,

    /// Drives the run in another way.
    Drive(Drive),

    /// Has the program checked over every interleaving.
    Prove,
    /// Stops the check.
    CancelProof,
    /// Lets a check that met a limit go on with a higher one.
    ContinueProof,
    /// Has the check say how the run could go wrong from here; once more, and it says more.
    AskNudge,
    /// The worker reports.
    Proof(ProofMessage),
    /// The worker could not be started, broke down or is of another version.
    ProofFailed {
        /// The check that it was asked for.
        run_id: u32,
        /// What went wrong, in a sentence.
        message: String,
    },
    /// Loads the schedule of a finding into the stepper.
    ReplayFinding {
        /// The check's index in the report.
        check: usize,
        /// The finding's index in that check.
        finding: usize,
    },
    /// Goes back to the ordinary program.
    LeaveReplay,

    /// Shows the next hint.
    RevealHint,
    /// Answers a question of the lesson.
    AnswerPrediction {
        /// The question's index.
        question: usize,
        /// The option's index.
        option: usize,
    },

    /// The lanes' area has this size now, in pixels.
    ResizeStage {
        /// Its width.
        width: f64,
        /// Its height.
        height: f64,
        /// The height of one lane.
        row_height: f64,
    },
    /// Chooses what runs from left to right.
    SetAxis(Axis),
    /// Zooms around a place in the lanes' area; a factor above 1 shows less, larger.
    Zoom {
        /// By how much.
        factor: f64,
        /// The place that stays where it is, in pixels.
        x: f64,
    },
    /// Moves what is shown, in pixels to the right and down.
    Pan {
        /// To the right.
        dx: f64,
        /// Down.
        dy: f64,
    },
    /// Shows the whole run again.
    FitStage,
    /// The pointer is on this.
    HoverTarget(Option<Target>),
    /// The learner chose this: a lane, or a moment to go to.
    ClickTarget(Target),
    /// Chooses a lane to look at.
    SelectLane(Option<TaskId>),
    /// Chooses which rows there are and which part of the run they show.
    Look(Look),
    /// The measures are looked at from now on, or no longer.
    ShowMeasures(bool),
    /// Looks closer at a lane, at what happened, or at numbers over time.
    Inspect(Inspect),

    /// A timer that the session asked for has fired.
    Tick(Token),
    /// The page is about to be hidden: save now.
    Flush,
    /// Storage threw; what is kept from now on is kept in memory only.
    StorageFailed(String),
    /// The editor's code did not load; a plain text field has taken over.
    EditorFailed(String),
    /// The lessons did not load.
    LessonsFailed(String),
    /// Something about the page itself: its places, its colours, its dialogs.
    Layout(Layout),
    /// The learner has read a note.
    DismissNote(u32),
    /// Copies the choices so far as text.
    CopySchedule,

    /// Opens what stands behind the `#` of the page's address, if it is a link.
    OpenLink(String),
    /// Shows a link to what is on the screen, and what else can be taken away.
    Share {
        /// The page's own address.
        page: String,
    },
    /// Closes that again.
    CloseShare,
    /// Copies the link that is shown.
    CopyLink,
    /// What was to be copied is on the clipboard, or the browser refused.
    Copied(bool),
    /// Opens a file in the place of the program.
    OpenFile {
        /// What it is called.
        name: String,
        /// What is in it.
        text: String,
    },
    /// A file could not be read.
    FileFailed {
        /// What it is called.
        name: String,
        /// Why not, as a clause.
        reason: String,
    },
    /// Puts the program back that a link or a file took the place of.
    BringBack,
    /// Saves the program as a file.
    SaveProgram,
    /// Saves something of the run as a file.
    Export(Export),
}
