//! What the run amounts to in numbers.

use timeline::{Axis, Chart, FigureGroup, Subject};
use world::ObjectId;

use crate::texts::measures as texts;
use crate::{MeasureColumn, SortBy};

/// The measures at the cursor.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct MeasuresView {
    /// The whole run.
    pub run: Vec<FigureGroup>,
    /// The objects that were used, in the order of the table.
    pub objects: Vec<ObjectMeasures>,
    /// The same as rows of a table, in its order.
    pub rows: Vec<MeasureRow>,
    /// How the table is sorted.
    pub by: SortBy<MeasureColumn>,
    /// What is plotted.
    pub plot: PlotView,
}

/// The measures of one object.
#[derive(Clone, PartialEq, Debug)]
pub struct ObjectMeasures {
    /// The object.
    pub object: ObjectId,
    /// Its name.
    pub name: String,
    /// Its class.
    pub class: &'static str,
    /// All of them.
    pub groups: Vec<FigureGroup>,
}

/// How many columns of figures the table of objects has.
pub const MEASURE_COLUMNS: [&str; 5] = [
    "served",
    "throughput",
    texts::WAIT_P95,
    "utilisation",
    texts::IN_LINE_MOST,
];

/// An object as a row of the table of measures.
#[derive(Clone, PartialEq, Debug)]
pub struct MeasureRow {
    /// The object.
    pub object: ObjectId,
    /// Its name.
    pub name: String,
    /// Its class.
    pub class: &'static str,
    /// The figures of the columns, as text; empty where there is none.
    pub figures: Vec<String>,
}

/// What is plotted.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct PlotView {
    /// What could be plotted, with its name.
    pub subjects: Vec<(Subject, String)>,
    /// What is.
    pub subject: Option<Subject>,
    /// What runs from left to right.
    pub axis: Axis,
    /// The curves.
    pub charts: Vec<Chart>,
    /// How long those waited or held that are done with it.
    pub histograms: Vec<HistogramView>,
}

/// How long something took, by length.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HistogramView {
    /// What took so long: `waited`.
    pub title: String,
    /// The lengths, each with the number of those that were as long, shortest first: `0 ms to 5 ms`.
    pub bars: Vec<(String, u64)>,
    /// `median 5 ms · p95 20 ms · p99 25 ms · most 30 ms`.
    pub percentiles: String,
}
