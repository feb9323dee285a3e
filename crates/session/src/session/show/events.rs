//! The steps as rows of a table, of which only those are made that are on the screen. Owns their order.

use std::cmp::Ordering;

use timeline::Timeline;
use world::EventKind;

use crate::order;
use crate::run::Run;
use crate::session::Session;
use crate::view::{EventRow, EventsView};
use crate::{EventColumn, SortBy};

/// How many rows are made: what a large screen shows, and some more for whoever scrolls on.
const WINDOW: u32 = 80;
/// How many rows before the first that is seen are made.
const AHEAD: u32 = 20;

impl Session {
    #[inline(never)]
    pub(super) fn events_view(&self) -> Option<EventsView> {
        if !self.inspector.shows_events {
            return None;
        }
        let run = self.run.as_ref()?;
        let by = self.inspector.events_by;
        let total = run.cursor();
        let first = self
            .inspector
            .first_event
            .saturating_sub(AHEAD)
            .min(total.saturating_sub(WINDOW));
        let end = total.min(first.saturating_add(WINDOW));
        Some(EventsView {
            total,
            first,
            rows: rows(run, by, first, end),
            by,
        })
    }
}

fn rows(run: &Run, by: SortBy<EventColumn>, first: u32, end: u32) -> Vec<EventRow> {
    let timeline = run.timeline();
    let total = run.cursor();
    match (by.column, by.is_descending) {
        (EventColumn::Step, false) => in_order(timeline, first, end),
        (EventColumn::Step, true) => {
            let mut rows = in_order(timeline, total - end, total - first);
            rows.reverse();
            rows
        }
        (column @ (EventColumn::Lane | EventColumn::Line), is_descending) => {
            let steps = sorted(timeline, total, column, is_descending);
            let window = steps.into_iter().skip(first as usize).take((end - first) as usize);
            window.map(|step| row(timeline, step, timeline.explain(step))).collect()
        }
    }
}

fn in_order(timeline: &Timeline, first: u32, end: u32) -> Vec<EventRow> {
    let sentences = timeline.explain_steps(first, end);
    let told = sentences.into_iter().zip(first..);
    told.map(|(sentence, step)| row(timeline, step, sentence)).collect()
}

/// All steps in another order, those that are equal as they came.
fn sorted(timeline: &Timeline, total: u32, column: EventColumn, is_descending: bool) -> Vec<u32> {
    let mut keyed: Vec<(u32, Option<String>, Option<u32>)> = (0..total)
        .map(|step| match column {
            EventColumn::Lane => (step, actor(timeline, step), None),
            EventColumn::Step | EventColumn::Line => (step, None, line(timeline, step)),
        })
        .collect();
    order::sort_by(&mut keyed, |one, other| {
        let order = (&one.1, one.2).cmp(&(&other.1, other.2));
        match is_descending {
            true => order.reverse(),
            false => order,
        }
        .then_with(|| -> Ordering { one.0.cmp(&other.0) })
    });
    keyed.into_iter().map(|(step, _, _)| step).collect()
}

fn row(timeline: &Timeline, step: u32, sentence: String) -> EventRow {
    EventRow {
        step: step + 1,
        time: timeline.time_at(step + 1).to_string(),
        lane: actor(timeline, step).unwrap_or_default(),
        line: line(timeline, step),
        sentence,
    }
}

fn line(timeline: &Timeline, step: u32) -> Option<u32> {
    timeline
        .events_of(step)
        .iter()
        .map(|event| event.line)
        .find(|&line| line > 0)
}

/// The name of the lane that took a step; nothing for the clock's.
fn actor(timeline: &Timeline, step: u32) -> Option<String> {
    let events = timeline.events_of(step);
    let is_clock = |kind: &EventKind| matches!(kind, EventKind::ClockMoved { .. });
    if events.iter().any(|event| is_clock(&event.kind)) {
        return None;
    }
    let actor = events.iter().find(|event| !is_about_others(&event.kind))?;
    Some(timeline.name_of(actor.task))
}

/// Whether an event tells of another lane than the one that takes the step.
fn is_about_others(kind: &EventKind) -> bool {
    matches!(
        kind,
        EventKind::Paused | EventKind::Woken { .. } | EventKind::Spawned { .. }
    )
}
