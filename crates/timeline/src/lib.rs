//! From events to a picture.
//!
//! Owns what a screen shows of a run: lanes with their phases, marks and links ([`Timeline`]), objects and variables as
//! they are at a moment ([`Moment`]), one plain sentence for each step ([`Timeline::explain`]), what the run amounts to in
//! numbers ([`Meter`]) and over time ([`Chart`]), who waits for whom ([`WaitGraph`]), the geometry of the lanes ([`Scene`]) with tones instead of colours, and the run in the forms that other
//! programs read ([`table`], [`chrome_trace`], [`otlp`], [`openmetrics`], [`picture`]).
//!
//! It reads events and never the world, so whatever writes the same events gets the same picture. It deliberately has no
//! idea of pixels' colours, of fonts, of the DOM, or of why a scheduler chose what it chose.
//!
//! # Steps and boundaries
//!
//! Step `s` lies between the boundaries `s` and `s + 1`; a *cursor* is a boundary: at cursor `c` the first `c` steps have
//! been taken. The task that a step runs is running from `s` to `s + 1`, and everything that the step does to any lane
//! shows from `s + 1` on.

mod arrangement;
mod card;
mod census;
mod change;
mod chart;
mod explain;
mod export;
mod family;
mod fold;
mod graph;
mod lane;
mod measures;
mod moment;
mod moments;
mod overview;
mod phases;
mod queue;
mod record;
mod scene;
#[cfg(test)]
mod tests;
mod texts;
mod timeline;

pub use arrangement::{Arrangement, Place, RowKind, Wishes};
pub use card::{BufferedValue, Card, Count, Fact, Hold, ListedRow, QueueEntry, Rows};
pub use census::Tally;
pub use change::Changes;
pub use chart::{Chart, Series, Subject};
pub use export::{chrome_trace, openmetrics, otlp, picture, table, whole_run};
pub use family::Family;
pub use graph::{GraphEdge, GraphNode, Party, Relation, WaitGraph};
pub use lane::{Lane, Link, LinkKind, Mark, MarkKind, Phase, PhaseKind, Span};
pub use measures::{
    Durations, Figure, FigureGroup, Gauge, LengthBar, Little, Meter, ObjectMeter, Point, Prediction, TaskMeter, Unit,
    erlang_c, per_second,
};
pub use moment::{ConsoleLine, Moment, VariableState, Variables};
pub use overview::{Band, Flag, Overview, WindowPart};
pub use phases::Phases;
pub use queue::{Queue, QueueIter};
pub use record::Events;
pub use scene::{Arrow, Axis, Bar, Dot, Pattern, Rect, Row, Scene, Shape, Share, SpanBar, Target, Tick, Tone, View};
pub use texts::fill;
pub use texts::grammar::counted;
pub use timeline::{Ending, Timeline};
