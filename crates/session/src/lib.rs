//! The whole app without a screen.
//!
//! Owns what the learner sees and does: which lesson is open, the text and what the compiler says about it, the run with
//! its cursor and its known future, the check and the replay of what it found, progress and drafts. Everything comes in
//! as an [`Action`], everything that has to be done outside goes out as an [`Effect`], and what there is to see is a
//! [`ViewModel`]: [`Session::new`], then [`Session::update`] and [`Session::view`] for as long as the page lives.
//!
//! It deliberately knows no DOM, no storage, no worker, no clock and no colour. The check itself runs wherever the shell
//! puts it, by way of [`ProofWorker`].

mod action;
mod commands;
mod effect;
mod examples;
mod inspect;
mod words;

mod course;
mod drive;
mod layout;
mod link;
mod machine;
mod notes;
mod order;
mod proof;
mod qr;
mod run;
mod session;
mod source;
mod stage;
mod stored;
mod texts;
mod view;

pub use action::Action;
pub use commands::{Command, Group, Keys, PaletteRow, Scope, command_of, commands, palette};
pub use drive::{Against, Drive, ObjectStop};
pub use effect::{BACKUP_KEY, DOCUMENT_KEY, Effect, Token};
pub use examples::Gallery;
pub use inspect::{Detail, EventColumn, Inspect, MeasureColumn, SortBy};
pub use layout::{Arrangement, Dialog, Divider, Layout, LayoutView, Pane, StoredLayout};
pub use link::{LINK_BYTES_MAX, LINK_CHARS_MAX, Link, LinkError, LinkTooLong, ReadLink};
pub use proof::{
    CheckReport, FindingReport, Nudges, OddsReport, ProofMessage, ProofProgress, ProofReport, ProofRequest, ProofStage,
    ProofWorker, Subject,
};
pub use session::{Environment, FILE_BYTES_MAX, Session};
pub use stage::Look;
pub use stored::{PLAYGROUND, Settings, StoredDocument};
pub use view::{
    BranchView, CardView, ChangeView, ChapterView, CheckState, CheckView, ClockView, CompareView, ConsoleView,
    CoresView, CourseView, DecisionView, DiagnosticView, DriveView, EventRow, EventsView, ExampleGroupView,
    ExampleLink, ExamplesState, ExamplesView, FamilyView, FindingView, FrameView, HintView, HistogramView, HistoryRow,
    HistoryView, InspectView, LaneMark, LaneState, LaneView, LessonLink, LessonView, LookView, LoopView,
    MEASURE_COLUMNS, MachineView, MeasureRow, MeasuresView, NoteView, ObjectMeasures, OptionView, OutcomeKind,
    OutcomeView, PlaceView, PlotView, ProofState, ProofView, QuestionView, QueueView, QueuedView, ReplayView, RunState,
    RunView, ScopeRow, SectionView, ShareView, SideView, SourceView, SystemView, TipView, ValueRow, VariableView,
    ViewModel, WaitsView, WordView, WordsView,
};
pub use words::{Export, PLAYGROUND_NAME, PictureForm, PicturePart, PolicyKind, Theme};

// What has to be there before the first program is compiled, for a shell that would rather not do it all at once.
pub use compiler::{Pause, warm_up};
// What actions and views are made of, so that a shell needs no other crate.
pub use clock::{Duration, Instant};
pub use lesson::{Course, Examples, SectionKind};
pub use world::{
    Choice, ConsoleLevel, FactValue, Granularity, Model, ObjectId, ObjectShape, Row, Slots, TaskId, TimeMode,
};
