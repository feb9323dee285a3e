//! The measures of the run up to the cursor, as long as somebody looks at them: reading them costs as much as the run is
//! long.

use timeline::{Figure, FigureGroup, ObjectMeter};

use crate::session::Session;
use crate::view::{MeasuresView, ObjectMeasures};

/// The figures that a summary tells, in this order, if they are there.
const SUMMARY: [&str; 6] = [
    "served",
    "messages out",
    "throughput",
    "wait, p95",
    "utilisation",
    "hit ratio",
];

impl Session {
    pub(super) fn measures_view(&mut self) -> Option<MeasuresView> {
        if !self.stage.shows_measures {
            return None;
        }
        let Some(run) = &mut self.run else {
            return Some(MeasuresView::default());
        };
        let meter = run.meter();
        let used = meter.objects().iter().filter(|object| object.is_used());
        let view = |object: &ObjectMeter| {
            let groups = object.figures(meter.now());
            ObjectMeasures {
                object: object.object,
                name: object.name.clone(),
                class: object.class,
                summary: summary(&groups),
                groups,
            }
        };
        Some(MeasuresView {
            objects: used.map(view).collect(),
            run: meter.figures(),
        })
    }
}

fn summary(groups: &[FigureGroup]) -> String {
    let figures = || groups.iter().flat_map(|group| &group.figures);
    let told = SUMMARY
        .iter()
        .filter_map(|name| figures().find(|figure| figure.name == *name));
    told.map(Figure::to_string).collect::<Vec<_>>().join(" · ")
}
