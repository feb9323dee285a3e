//! What a screen needs, and nothing else: strings already in words, closed choices as enums, large parts behind `Rc` that
//! stay the same pointer for as long as their content stays the same.
//!
//! Owns the shapes. How each is made from the session's state is in `session::show`.

mod course;
mod drive;
mod examples;
mod inspect;
mod lanes;
mod measures;
mod proof;
mod run;
mod share;
mod source;

pub use course::{
    ChapterView, CourseView, HintView, LessonLink, LessonView, OptionView, PlaceView, QuestionView, SectionView,
};
pub use drive::{BranchView, CompareView, DriveView, HistoryRow, HistoryView, SideView, WordView, WordsView};
pub use examples::{ExampleGroupView, ExampleLink, ExamplesState, ExamplesView};
pub use inspect::{
    ChangeView, CoresView, EventsView, FrameView, InspectView, LoopView, QueueView, QueuedView, ScopeRow, SystemView,
    ValueRow, WaitsView,
};
pub use lanes::{CardView, EventRow, FamilyView, LaneState, LaneView, LookView, TipView, VariableView};
pub use measures::{HistogramView, MEASURE_COLUMNS, MeasureRow, MeasuresView, ObjectMeasures, PlotView};
pub use proof::{CheckState, CheckView, FindingView, ProofState, ProofView, ReplayView};
pub use run::{ClockView, ConsoleView, DecisionView, MachineView, OutcomeKind, OutcomeView, RunState, RunView};
pub use share::ShareView;
pub use source::{DiagnosticView, LaneMark, SourceView};

use std::rc::Rc;

use timeline::Scene;

use crate::{Detail, LayoutView, Theme};

/// The whole screen. Cloning it is cheap.
#[derive(Clone, PartialEq, Debug)]
pub struct ViewModel {
    /// The lessons and where the learner is among them.
    pub course: Rc<CourseView>,
    /// The example programs.
    pub examples: Rc<ExamplesView>,
    /// Which place is open.
    pub place: PlaceView,
    /// The open lesson's text, questions and hints.
    pub lesson: Option<Rc<LessonView>>,
    /// The editor.
    pub source: Rc<SourceView>,
    /// The switches of the machine.
    pub machine: MachineView,
    /// The controls and where the run is.
    pub run: Rc<RunView>,
    /// The lanes in the order of their numbers: all of them, or of very many those that are on the screen.
    pub lanes: Rc<[LaneView]>,
    /// The names of all lanes by number.
    pub names: Rc<[Rc<str>]>,
    /// The rows of the lanes.
    pub look: Rc<LookView>,
    /// The lanes as a picture.
    pub scene: Rc<Scene>,
    /// The objects.
    pub cards: Rc<[CardView]>,
    /// The shared variables, and those of the chosen lane.
    pub variables: Rc<[VariableView]>,
    /// What was printed.
    pub console: Rc<ConsoleView>,
    /// The steps as rows of a table, while that is looked at.
    pub events: Option<Rc<EventsView>>,
    /// Which details are shown below the stage.
    pub detail: Detail,
    /// The chosen lane from within, while that is looked at.
    pub inspect: Option<Rc<InspectView>>,
    /// What drives the lanes: the event loop, the cores, the scopes.
    pub system: Rc<SystemView>,
    /// The check over every interleaving.
    pub proof: Rc<ProofView>,
    /// What the run amounts to in numbers, while that is looked at.
    pub measures: Option<Rc<MeasuresView>>,
    /// Breakpoints, branches, the list of choices, and two runs side by side.
    pub drive: Rc<DriveView>,
    /// The finding that is being replayed.
    pub replay: Option<Rc<ReplayView>>,
    /// What went wrong beside the program: storage, editor, lessons.
    pub notes: Rc<[NoteView]>,
    /// Which colours.
    pub theme: Theme,
    /// Where things are on the page.
    pub layout: Rc<LayoutView>,
    /// Links, files and pictures, while the learner looks at them.
    pub share: Option<Rc<ShareView>>,
}

/// Something that the learner should know and can dismiss.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoteView {
    /// Its number, for `Action::DismissNote`.
    pub id: u32,
    /// What it says, in one or two sentences.
    pub text: String,
    /// What a button on it says that sends `Action::BringBack`.
    pub offer: Option<&'static str>,
}

/// Keeps the old pointer when nothing changed, so that whoever compares by pointer sees that.
pub(crate) fn keep<T: PartialEq>(old: &mut Rc<T>, new: T) {
    if **old != new {
        *old = Rc::new(new);
    }
}

/// The same for lists.
pub(crate) fn keep_list<T: PartialEq>(old: &mut Rc<[T]>, new: Vec<T>) {
    if **old != *new {
        *old = new.into();
    }
}
