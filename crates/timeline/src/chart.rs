//! Numbers over time: an object's holders, line and facts, or a variable, as curves that a chart can draw.
//!
//! Owns what is plotted of what, over steps or virtual time, and how many points are enough: of more than a picture has room
//! for, the least and the most in every stretch are kept, so that no peak is lost. Reads events and draws nothing.

mod rate;
mod sample;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use clock::Instant;
use world::{Event, EventKind, FactValue, ObjectId};

use crate::change::object_of;
use crate::texts::chart as words;
use crate::{Axis, Card, Moment, Timeline};
use rate::Served;
use sample::{Curve, thinned};

/// What a chart is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Subject {
    /// An object.
    Object(ObjectId),
    /// A shared variable that holds numbers.
    Variable(String),
}

/// One picture: curves over the same axis with the same scale.
#[derive(Clone, PartialEq, Debug)]
pub struct Chart {
    /// What it shows: `held and waiting`.
    pub title: String,
    /// Where each point is: the step, or the virtual time in milliseconds.
    pub x: Vec<f64>,
    /// What is plotted; each has a value for every `x`, or none where it was not known.
    pub series: Vec<Series>,
}

/// A curve: every value holds until the next.
#[derive(Clone, PartialEq, Debug)]
pub struct Series {
    /// What it is.
    pub name: String,
    /// Its values.
    pub values: Vec<Option<f64>>,
}

impl Timeline {
    /// What can be plotted of the first `cursor` steps: the objects that have numbers, and the variables that hold them.
    #[must_use]
    pub fn subjects_at(&self, cursor: u32) -> Vec<(Subject, String)> {
        let moment = self.moment_at(cursor);
        let objects = moment
            .cards
            .iter()
            .map(|card| (Subject::Object(card.object), card.name.clone()));
        let is_number = |value: &str| number(value).is_some();
        let variables = moment.variables.iter().filter(|(_, state)| is_number(&state.value));
        let variables = variables.map(|(name, _)| (Subject::Variable(name.clone()), name.clone()));
        objects.chain(variables).collect()
    }

    /// The charts of a subject over the first `cursor` steps, with at most so many points each. A chart of which nothing
    /// ever changed is left out.
    #[must_use]
    pub fn charts(&self, subject: &Subject, axis: Axis, cursor: u32, points_max: usize) -> Vec<Chart> {
        let end = self.event_count_at(cursor);
        let curves = match subject {
            Subject::Object(object) => self.curves_of_object(*object, axis, end),
            Subject::Variable(name) => self.curves_of_variable(name, axis, end),
        };
        let until = match axis {
            Axis::Step => f64::from(cursor),
            Axis::Time => self.time_at(cursor).as_millis_f64(),
        };
        let charts = curves
            .into_iter()
            .filter(|(_, curves)| curves.iter().any(Curve::changes));
        charts
            .map(|(title, curves)| chart(title, &curves, until, points_max))
            .collect()
    }

    fn curves_of_variable(&self, name: &str, axis: Axis, end: usize) -> Vec<(String, Vec<Curve>)> {
        let mut curve = Curve::new(name);
        for event in self.events_between(0, end) {
            match &event.kind {
                EventKind::Wrote {
                    name: written,
                    value,
                    previous,
                } if written == name => {
                    if curve.is_empty() {
                        curve.push(before(&event, axis), number(previous));
                    }
                    curve.push(after(&event, axis), number(value));
                }
                EventKind::Read { name: read, value } if read == name => {
                    curve.push(after(&event, axis), number(value));
                }
                _ => {}
            }
        }
        vec![(name.to_owned(), vec![curve])]
    }

    fn curves_of_object(&self, object: ObjectId, axis: Axis, end: usize) -> Vec<(String, Vec<Curve>)> {
        let mut moment = Moment::default();
        let mut plotted = Plotted::default();
        let events = self.events_between(0, end);
        for event in events.filter(|event| object_of(&event.kind) == Some(object)) {
            moment.apply(&event);
            if serves(&event.kind) {
                plotted.served.push(after(&event, axis), event.time);
            }
            if let Some(card) = moment.card(object) {
                plotted.take(card, after(&event, axis));
            }
        }
        let now = self
            .events_between(end.saturating_sub(1), end)
            .last()
            .map_or(Instant::ZERO, |event| event.time);
        plotted.into_curves(axis, now)
    }
}

/// What of an object is plotted.
#[derive(Default)]
struct Plotted {
    served: Served,
    places: BTreeMap<usize, Curve>,
    facts: BTreeMap<&'static str, Curve>,
    levels: BTreeMap<&'static str, Curve>,
    /// How much was served so far.
    total: Option<Curve>,
}

impl Plotted {
    fn take(&mut self, card: &Card, x: f64) {
        let limit = card.limit().map(f64::from);
        let inside = card.keeps_values().then_some(card.buffer.len() as f64);
        let places = [
            (words::HELD, Some(f64::from(card.held()))),
            (words::LIMIT, limit),
            (words::WAITING, Some(card.queue.len() as f64)),
            (words::INSIDE, inside),
        ];
        for (index, (name, value)) in places.into_iter().enumerate() {
            if value.is_some() || self.places.contains_key(&index) {
                self.places
                    .entry(index)
                    .or_insert_with(|| Curve::new(name))
                    .push(x, value);
            }
        }
        for fact in &card.facts {
            let (curves, value) = match fact.value {
                FactValue::Count(count) if fact.name != "limit" => (&mut self.facts, count as f64),
                FactValue::Level { micro, .. } => (&mut self.levels, micro as f64 / 1e6),
                FactValue::Count(_) | FactValue::Word(_) | FactValue::At(_) => continue,
            };
            let curve = curves.entry(fact.name).or_insert_with(|| Curve::new(fact.name));
            curve.push(x, Some(value));
        }
        let total = self.total.get_or_insert_with(|| Curve::new(words::SERVED));
        total.push(x, Some(self.served.count() as f64));
    }

    fn into_curves(self, axis: Axis, now: Instant) -> Vec<(String, Vec<Curve>)> {
        // A curve that is nothing all the time says nothing beside others.
        let places: Vec<Curve> = self.places.into_values().filter(|curve| !curve.is_zero()).collect();
        let mut charts = vec![(words::HELD_AND_WAITING.to_owned(), places)];
        charts.extend(
            self.levels
                .into_iter()
                .map(|(name, curve)| (name.to_owned(), vec![curve])),
        );
        charts.push((
            words::NUMBERS_ON_ITS_CARD.to_owned(),
            self.facts.into_values().filter(Curve::changes).collect(),
        ));
        charts.push(match self.served.per_second(words::SERVED_PER_SECOND, axis, now) {
            Some(rate) => (words::SERVED_PER_SECOND.to_owned(), vec![rate]),
            None => (words::SERVED_SO_FAR.to_owned(), self.total.into_iter().collect()),
        });
        charts
    }
}

fn chart(title: String, curves: &[Curve], until: f64, points_max: usize) -> Chart {
    let (x, values) = thinned(curves, until, points_max);
    let series = curves.iter().zip(values).map(|(curve, values)| Series {
        name: curve.name.clone(),
        values,
    });
    Chart {
        title,
        x,
        series: series.collect(),
    }
}

/// Where what an event did can be seen first.
fn after(event: &Event, axis: Axis) -> f64 {
    match axis {
        Axis::Step => f64::from(event.step) + 1.0,
        Axis::Time => event.time.as_millis_f64(),
    }
}

fn before(event: &Event, axis: Axis) -> f64 {
    match axis {
        Axis::Step => f64::from(event.step),
        Axis::Time => event.time.as_millis_f64(),
    }
}

/// A value that was told in short as a number, if it is one; a yes is 1.
fn number(value: &str) -> Option<f64> {
    match value {
        "true" => Some(1.0),
        "false" => Some(0.0),
        "NaN" | "Infinity" | "-Infinity" => None,
        number => number.parse().ok().filter(|number: &f64| number.is_finite()),
    }
}

/// Whether somebody got what it came for, or a message was taken.
fn serves(kind: &EventKind) -> bool {
    matches!(
        kind,
        EventKind::Released { .. } | EventKind::Passed { .. } | EventKind::Received { .. }
    )
}
