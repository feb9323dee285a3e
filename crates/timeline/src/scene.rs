//! The geometry of the lanes: what is drawn where, for one timeline and one view of it.
//!
//! Owns positions, tones, patterns and labels, and which thing lies under a point. Tones are names, never colours; sizes
//! are the caller's pixels. Only what is visible is made, and slices thinner than a pixel are joined, so the cost grows
//! with the size of the picture and not with the length of the run.

pub(crate) mod axis;
mod groups;
mod hit;
mod labels;
mod links;
mod listing;
mod rows;
#[cfg(test)]
mod tests;

use world::TaskId;

use crate::{Arrangement, LinkKind, MarkKind, PhaseKind, RowKind, Timeline};
pub use axis::Axis;
use axis::Scale;

/// What part of the timeline is looked at, and how.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct View {
    /// What runs from left to right.
    pub axis: Axis,
    /// The left edge, in steps or in microseconds of virtual time.
    pub from: f64,
    /// The right edge.
    pub to: f64,
    /// The width in pixels.
    pub width: f64,
    /// The height in pixels.
    pub height: f64,
    /// How far the rows are scrolled up, in pixels.
    pub scroll: f64,
    /// The height of one lane in pixels.
    pub row_height: f64,
    /// The boundary up to which steps have been taken.
    pub cursor: u32,
    /// What the pointer is on.
    pub hovered: Option<Target>,
    /// The lane that was chosen.
    pub selected: Option<TaskId>,
}

/// What can be pointed at.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Target {
    /// A lane, anywhere else on its row.
    Lane(TaskId),
    /// A row that stands for a family, by its first lane.
    Group(TaskId),
    /// A phase of a lane, by its index, and the step under the pointer.
    Phase {
        /// The lane.
        task: TaskId,
        /// The index in its phases.
        phase: u32,
        /// The step under the pointer.
        step: u32,
    },
    /// A mark on a lane, by its index.
    Mark {
        /// The lane.
        task: TaskId,
        /// The index in its marks.
        mark: u32,
        /// The step that it belongs to.
        step: u32,
    },
    /// A step, on the axis.
    Step(u32),
}

/// A rectangle in pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
#[allow(missing_docs, reason = "left, top, width, height")]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    /// Whether the point lies inside.
    #[must_use]
    pub fn contains(&self, x: f64, y: f64) -> bool {
        x >= self.x && x < self.x + self.width && y >= self.y && y < self.y + self.height
    }
}

/// What a thing means, to be painted in a theme's colour for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "named for what they mean")]
pub enum Tone {
    Ready,
    Running,
    Blocked,
    Sleeping,
    Working,
    Done,
    Cancelled,
    Failed,
    Read,
    Written,
    Lost,
    Console,
    Object,
    Message,
    Neutral,
}

impl Tone {
    /// The word that style sheets use for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Tone::Ready => "ready",
            Tone::Running => "running",
            Tone::Blocked => "blocked",
            Tone::Sleeping => "sleeping",
            Tone::Working => "working",
            Tone::Done => "done",
            Tone::Cancelled => "cancelled",
            Tone::Failed => "failed",
            Tone::Read => "read",
            Tone::Written => "written",
            Tone::Lost => "lost",
            Tone::Console => "console",
            Tone::Object => "object",
            Tone::Message => "message",
            Tone::Neutral => "neutral",
        }
    }
}

/// How a bar is filled, so that phases differ without colour.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Pattern {
    /// Filled: running.
    Solid,
    /// A thin line in the middle: ready.
    Line,
    /// Hatched: blocked.
    Hatched,
    /// Dotted: sleeping.
    Dotted,
    /// Filled with a border of its own: working on a core.
    Framed,
    /// A hairline: done.
    Hairline,
    /// A dashed line: cancelled.
    Dashed,
    /// Crossed out: failed.
    Crossed,
}

/// A row: a lane, or a family of them.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// The lane, or the first of the family.
    pub task: TaskId,
    /// What it stands for.
    pub kind: RowKind,
    /// Its place among all rows, counted from 0.
    pub index: u32,
    /// Its name: of a family, those of its first and last lane.
    pub name: String,
    /// Whether the learner put it on top.
    pub is_pinned: bool,
    /// Where it lies, over the whole width.
    pub rect: Rect,
    /// Whether it was chosen.
    pub is_selected: bool,
    /// Whether the pointer is on it.
    pub is_hovered: bool,
    /// Whether the lane exists at the cursor.
    pub is_born: bool,
}

/// A phase, or several that are too thin to be told apart.
#[derive(Clone, PartialEq, Debug)]
pub struct Bar {
    /// The lane.
    pub task: TaskId,
    /// The index of the (first) phase.
    pub phase: u32,
    /// Where it lies.
    pub rect: Rect,
    /// What it means.
    pub tone: Tone,
    /// How it is filled.
    pub pattern: Pattern,
    /// What is written on it; empty when there is no room for a word.
    pub label: String,
    /// Whether it lies after the cursor: known from before, not taken yet.
    pub is_ahead: bool,
}

/// A part of a family's row: so many of its lanes are in one phase for a while. Those of one moment are stacked.
#[derive(Clone, PartialEq, Debug)]
pub struct Share {
    /// The family, by its first lane.
    pub task: TaskId,
    /// Where it lies; its height is the part of the family.
    pub rect: Rect,
    /// What the phase means.
    pub tone: Tone,
    /// How many lanes.
    pub count: u32,
    /// Whether it lies after the cursor.
    pub is_ahead: bool,
}

/// A nested call.
#[derive(Clone, PartialEq, Debug)]
pub struct SpanBar {
    /// The lane.
    pub task: TaskId,
    /// Where it lies: a strip in the lower part of the row.
    pub rect: Rect,
    /// The function's name; empty when there is no room for it.
    pub label: String,
    /// Whether it begins after the cursor.
    pub is_ahead: bool,
}

/// The shape of a mark, so that marks differ without colour.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Shape {
    /// A read: an open circle.
    Ring,
    /// A write: a filled circle.
    Disc,
    /// A lost update: a cross.
    Cross,
    /// A console line: a square.
    Square,
    /// A lock or semaphore was used: a diamond.
    Diamond,
    /// A channel was used: a triangle.
    Triangle,
    /// An error: a cross in a box.
    Bang,
    /// The end of a run that went wrong, a failed assertion for instance: a flag.
    Flag,
}

/// A mark.
#[derive(Clone, PartialEq, Debug)]
pub struct Dot {
    /// The lane.
    pub task: TaskId,
    /// The index of the (first) mark.
    pub mark: u32,
    /// The step that it belongs to.
    pub step: u32,
    /// The middle.
    pub x: f64,
    /// The middle.
    pub y: f64,
    /// What it means.
    pub tone: Tone,
    /// How it is drawn.
    pub shape: Shape,
    /// How many marks it stands for.
    pub count: u32,
    /// Whether it lies after the cursor.
    pub is_ahead: bool,
}

/// An arrow between lanes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Arrow {
    /// What it means.
    pub kind: LinkKind,
    /// Its tail.
    pub from: (f64, f64),
    /// Its head.
    pub to: (f64, f64),
    /// Whether it belongs to the step at the cursor or to what the pointer is on.
    pub is_emphasised: bool,
    /// Whether it lies after the cursor.
    pub is_ahead: bool,
}

/// A mark on the axis.
#[derive(Clone, PartialEq, Debug)]
pub struct Tick {
    /// Where it stands.
    pub x: f64,
    /// What is written beside it.
    pub label: String,
}

/// Everything there is to paint.
#[derive(Clone, PartialEq, Debug)]
pub struct Scene {
    /// The view that it was made for.
    pub view: View,
    /// How many rows there are, in view or not.
    pub row_count: usize,
    /// How high all rows together are.
    pub content_height: f64,
    /// The visible rows.
    pub rows: Vec<Row>,
    /// The visible phases, row by row.
    pub bars: Vec<Bar>,
    /// What the visible families do.
    pub shares: Vec<Share>,
    /// The visible nested calls.
    pub spans: Vec<SpanBar>,
    /// The visible marks.
    pub dots: Vec<Dot>,
    /// The visible arrows.
    pub arrows: Vec<Arrow>,
    /// The axis.
    pub ticks: Vec<Tick>,
    /// Where the cursor stands, if it is in view.
    pub playhead: Option<f64>,
    /// The last boundary that is known.
    last_boundary: u32,
    /// On the time axis: the last boundary at each pixel, since there steps have no place of their own.
    boundaries: Vec<u32>,
}

impl Scene {
    /// The picture of a timeline as a view shows it, with every lane in a row of its own.
    #[must_use]
    pub fn new(timeline: &Timeline, view: View) -> Scene {
        Scene::arranged(timeline, view, &Arrangement::plain(timeline))
    }

    /// The picture with these rows.
    #[must_use]
    pub fn arranged(timeline: &Timeline, view: View, arrangement: &Arrangement) -> Scene {
        let scale = Scale::new(&view);
        let mut scene = Scene {
            view,
            row_count: arrangement.len(),
            content_height: arrangement.len() as f64 * view.row_height,
            rows: Vec::new(),
            bars: Vec::new(),
            shares: Vec::new(),
            spans: Vec::new(),
            dots: Vec::new(),
            arrows: Vec::new(),
            ticks: axis::ticks(&scale),
            playhead: axis::playhead(timeline, &scale),
            last_boundary: timeline.step_count(),
            boundaries: axis::boundaries(timeline, &scale),
        };
        rows::lay_out(timeline, arrangement, &scale, &mut scene);
        links::lay_out(timeline, arrangement, &scale, &mut scene);
        scene
    }
}

/// The tone and pattern of a phase: different in both for every kind.
pub(crate) fn look_of_phase(kind: &PhaseKind) -> (Tone, Pattern) {
    match kind {
        PhaseKind::Ready => (Tone::Ready, Pattern::Line),
        PhaseKind::Running => (Tone::Running, Pattern::Solid),
        PhaseKind::Blocked { .. } => (Tone::Blocked, Pattern::Hatched),
        PhaseKind::Sleeping { .. } => (Tone::Sleeping, Pattern::Dotted),
        PhaseKind::Working { .. } => (Tone::Working, Pattern::Framed),
        PhaseKind::Done => (Tone::Done, Pattern::Hairline),
        PhaseKind::Cancelled => (Tone::Cancelled, Pattern::Dashed),
        PhaseKind::Failed { .. } => (Tone::Failed, Pattern::Crossed),
    }
}

pub(crate) fn look_of_mark(kind: MarkKind) -> (Tone, Shape) {
    match kind {
        MarkKind::Read => (Tone::Read, Shape::Ring),
        MarkKind::Wrote => (Tone::Written, Shape::Disc),
        MarkKind::LostUpdate => (Tone::Lost, Shape::Cross),
        MarkKind::Console(_) => (Tone::Console, Shape::Square),
        MarkKind::Created | MarkKind::Object => (Tone::Object, Shape::Diamond),
        MarkKind::Message => (Tone::Message, Shape::Triangle),
        MarkKind::Error => (Tone::Failed, Shape::Bang),
        MarkKind::Failure(_) => (Tone::Failed, Shape::Flag),
    }
}
