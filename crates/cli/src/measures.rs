//! What a run amounts to in numbers, as a table for people and as JSON for programs.
//!
//! Owns the two forms. The figures, their names and how each is written are `timeline`'s.

use std::io::{self, Write};

use serde_json::{Value, json};
use timeline::{Figure, FigureGroup, Gauge, Meter, ObjectMeter};

/// Columns of the table: a name, then its number.
const NAME_WIDTH: usize = 44;

/// Writes the table: the run first, then each object that was used.
pub(crate) fn table(meter: &Meter, out: &mut dyn Write) -> io::Result<()> {
    groups(&meter.figures(), out)?;
    for object in meter.objects().iter().filter(|object| object.is_used()) {
        writeln!(out, "\n{} ({})", object.name, object.class)?;
        groups(&object.figures(meter.now()), out)?;
    }
    Ok(())
}

fn groups(groups: &[FigureGroup], out: &mut dyn Write) -> io::Result<()> {
    for group in groups {
        writeln!(out, "  {}", group.title)?;
        for figure in &group.figures {
            writeln!(out, "    {:<NAME_WIDTH$} {:>12}", figure.name, figure.text())?;
        }
    }
    Ok(())
}

/// Writes everything as one value on one line: figures as they are in the table but unrounded, and the curves.
pub(crate) fn json(meter: &Meter, out: &mut dyn Write) -> io::Result<()> {
    let objects: Vec<Value> = meter
        .objects()
        .iter()
        .map(|object| object_json(object, meter))
        .collect();
    let tasks = meter.tasks();
    let value = json!({
        "virtual_ms": meter.now().as_millis_f64(),
        "events": meter.events(),
        "figures": figures_json(&meter.figures()),
        "curves": {
            "alive": curve_json(&tasks.alive),
            "blocked": curve_json(&tasks.blocked),
            "computing": curve_json(&tasks.working),
        },
        "objects": objects,
    });
    writeln!(out, "{value}")
}

fn object_json(object: &ObjectMeter, meter: &Meter) -> Value {
    let facts: serde_json::Map<String, Value> = object
        .facts
        .iter()
        .map(|(&name, gauge)| (name.to_owned(), curve_json(gauge)))
        .collect();
    json!({
        "name": object.name,
        "class": object.class,
        "figures": figures_json(&object.figures(meter.now())),
        "curves": {
            "waiting": curve_json(&object.waiting),
            "active": curve_json(&object.held),
            "inside": curve_json(&object.inside),
            "facts": facts,
        },
    })
}

fn figures_json(groups: &[FigureGroup]) -> Vec<Value> {
    let figure = |group: &FigureGroup, figure: &Figure| {
        json!({
            "group": group.title,
            "name": figure.name,
            "value": figure.value,
            "unit": figure.unit.suffix(),
        })
    };
    groups
        .iter()
        .flat_map(|group| group.figures.iter().map(move |one| figure(group, one)))
        .collect()
}

/// `[milliseconds, value]` for every change.
fn curve_json(gauge: &Gauge) -> Value {
    let points = gauge.curve().iter();
    points
        .map(|point| json!([point.at.as_millis_f64(), point.value]))
        .collect()
}
