//! The measures of the run up to the cursor, as long as somebody looks at them: reading them costs as much as the run is
//! long. Owns which figures stand in the table of objects and what is plotted how finely.

use std::cmp::Ordering;

use timeline::{Durations, Figure, FigureGroup, ObjectMeter, Subject};

use crate::order;
use crate::run::Run;
use crate::session::Session;
use crate::texts::fill;
use crate::texts::measures as texts;
use crate::view::{HistogramView, MEASURE_COLUMNS, MeasureRow, MeasuresView, ObjectMeasures, PlotView};
use crate::{MeasureColumn, SortBy};

/// How many points a curve is drawn with: more than one for every two pixels is not seen.
const POINTS_MAX: usize = 600;
/// How many bars a histogram has at most.
const BARS_MAX: usize = 16;

impl Session {
    #[inline(never)]
    pub(super) fn measures_view(&mut self) -> Option<MeasuresView> {
        if !self.stage.shows_measures {
            return None;
        }
        let (by, plotted, axis) = (
            self.inspector.measures_by,
            self.inspector.plotted.clone(),
            self.stage.axis,
        );
        let Some(run) = &mut self.run else {
            return Some(MeasuresView::default());
        };
        let mut plot = PlotView {
            subjects: run.timeline().subjects_at(run.cursor()),
            axis,
            ..PlotView::default()
        };
        // What another run had may not be there.
        let is_there = |subject: &Subject| plot.subjects.iter().any(|(known, _)| known == subject);
        plot.subject = plotted.filter(is_there);
        if let Some(subject) = &plot.subject {
            plot.charts = run.timeline().charts(subject, axis, run.cursor(), POINTS_MAX);
            plot.histograms = histograms(run, subject);
        }
        let meter = run.meter();
        let used = meter.objects().iter().filter(|object| object.is_used());
        let mut measured: Vec<Measured> = used.map(|object| Measured::new(object, meter.now())).collect();
        sort(&mut measured, by);
        let (rows, objects) = measured.into_iter().map(|one| (one.row, one.view)).unzip();
        Some(MeasuresView {
            objects,
            rows,
            by,
            plot,
            run: meter.figures(),
        })
    }
}

/// An object with its figures.
struct Measured {
    view: ObjectMeasures,
    row: MeasureRow,
    /// The figures of the columns, as numbers.
    values: Vec<Option<f64>>,
}

impl Measured {
    fn new(object: &ObjectMeter, now: clock::Instant) -> Measured {
        let groups = object.figures(now);
        let found: Vec<Option<&Figure>> = MEASURE_COLUMNS.iter().map(|name| column(&groups, name)).collect();
        let row = MeasureRow {
            object: object.object,
            name: object.name.clone(),
            class: object.class,
            figures: found
                .iter()
                .map(|figure| figure.map(Figure::text).unwrap_or_default())
                .collect(),
        };
        Measured {
            values: found.iter().map(|figure| figure.map(|figure| figure.value)).collect(),
            row,
            view: ObjectMeasures {
                object: object.object,
                name: object.name.clone(),
                class: object.class,
                groups,
            },
        }
    }
}

/// The figure of a column; what a channel has let out is what it has served.
fn column<'a>(groups: &'a [FigureGroup], name: &str) -> Option<&'a Figure> {
    let find = |name: &str| {
        groups
            .iter()
            .flat_map(|group| &group.figures)
            .find(|figure| figure.name == name)
    };
    match name {
        "served" => find("served").or_else(|| find(texts::MESSAGES_OUT)),
        name => find(name),
    }
}

fn sort(measured: &mut Vec<Measured>, by: SortBy<MeasureColumn>) {
    let compare = |one: &Measured, other: &Measured| -> Ordering {
        match by.column {
            MeasureColumn::Made => one.row.object.cmp(&other.row.object),
            MeasureColumn::Name => one.row.name.cmp(&other.row.name),
            MeasureColumn::Class => one.row.class.cmp(other.row.class),
            MeasureColumn::Figure(index) => {
                let value = |measured: &Measured| measured.values.get(index).copied().flatten();
                // What has no such figure comes last in either direction.
                match (value(one), value(other)) {
                    (Some(one), Some(other)) => one.total_cmp(&other),
                    (None, Some(_)) if by.is_descending => Ordering::Less,
                    (Some(_), None) if by.is_descending => Ordering::Greater,
                    (None, Some(_)) => Ordering::Greater,
                    (Some(_), None) => Ordering::Less,
                    (None, None) => Ordering::Equal,
                }
            }
        }
    };
    order::sort_by(measured, |one, other| match by.is_descending {
        true => compare(other, one),
        false => compare(one, other),
    });
}

/// How long those waited for an object and held it that are done with that.
fn histograms(run: &mut Run, subject: &Subject) -> Vec<HistogramView> {
    let Subject::Object(id) = subject else {
        return Vec::new();
    };
    let meter = run.meter();
    let Some(object) = meter.objects().iter().find(|object| object.object == *id) else {
        return Vec::new();
    };
    let mut waits = Durations::default();
    object.waits.values().for_each(|one| waits.extend(one));
    let told = [("waited", &waits), ("held", &object.hold)];
    told.into_iter()
        .filter_map(|(title, durations)| histogram(title, durations))
        .collect()
}

/// `None` when there are not two to be compared.
fn histogram(title: &str, durations: &Durations) -> Option<HistogramView> {
    if durations.count() < 2 {
        return None;
    }
    let bars = durations.histogram(BARS_MAX).into_iter();
    let [median, p95, p99, most] = durations.percentiles([50, 95, 99, 100]);
    let told = [("median", median), ("p95", p95), ("p99", p99), ("most", most)];
    let told = told
        .into_iter()
        .filter_map(|(name, length)| Some(format!("{name} {}", length?)));
    Some(HistogramView {
        title: title.to_owned(),
        bars: bars
            .map(|bar| (fill(texts::TO, &[&bar.from, &bar.to]), bar.count))
            .collect(),
        percentiles: told.collect::<Vec<_>>().join(" · "),
    })
}
