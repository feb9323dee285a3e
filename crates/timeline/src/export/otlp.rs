//! The run as traces in OTLP/JSON (opentelemetry-proto 1.x), which tracing backends take at `/v1/traces`.
//!
//! The run is one trace: a span for the run, below it one for each lane, below that one for each phase and each nested
//! call; marks are events, and what led from one lane to another is a link. Owns that mapping. Identifiers are counted,
//! so the same run gives the same bytes; time is that of `clock`, from the beginning of 1970.

use super::clock;
use super::json::text;
use super::row::Teller;
use crate::{Lane, Link, PhaseKind, Phases, Timeline};

/// `SPAN_KIND_INTERNAL`.
const INTERNAL: u8 = 1;
/// `STATUS_CODE_ERROR`.
const ERROR: u8 = 2;

/// A span in the making. Identifiers: 1 is the run, `2 + task` the lane, and whatever lies in a lane is counted on.
struct Span<'a> {
    id: u64,
    parent: u64,
    name: &'a str,
    start: u64,
    stop: u64,
    attributes: Vec<String>,
    events: Vec<String>,
    links: Vec<String>,
    error: Option<String>,
}

/// The whole run under this title.
#[must_use]
pub fn otlp(timeline: &Timeline, title: &str) -> String {
    let end = clock::end(timeline);
    let teller = Teller::new(timeline);
    let mut next = 2 + timeline.lanes().len() as u64;
    let mut spans = vec![span(&Span {
        attributes: vec![number("lanes.steps", u64::from(timeline.step_count()))],
        ..plain(1, 0, title, (0, end))
    })];
    for lane in timeline.lanes() {
        spans.push(span(&lane_span(lane, timeline, &teller, end)));
        let parent = 2 + u64::from(lane.task.0);
        for (name, kind, reach) in inner(lane, timeline.phases(lane), end) {
            spans.push(span(&Span {
                attributes: vec![word("lanes.kind", kind)],
                ..plain(next, parent, &name, reach)
            }));
            next += 1;
        }
    }
    format!(
        "{{\"resourceSpans\":[{{\"resource\":{{\"attributes\":[{}]}},\"scopeSpans\":[{{\"scope\":{{\"name\":\"lanes\"}},\"spans\":[\n{}\n]}}]}}]}}\n",
        word("service.name", title),
        spans.join(",\n")
    )
}

/// What lies in a lane: its phases and its nested calls.
fn inner(lane: &Lane, phases: Phases<'_>, end: u64) -> Vec<(String, &'static str, (u64, u64))> {
    let phases = phases.iter().filter(|phase| phase.kind != PhaseKind::Done);
    let phases = phases.map(|phase| (phase.kind.label(), phase.kind.word(), clock::phase(&phase, end)));
    let calls = lane.spans.iter().map(|call| {
        let stop = match (call.end_step, call.end_time) {
            (Some(step), Some(time)) => clock::at(step, time),
            (Some(_) | None, None) | (None, Some(_)) => end,
        };
        let name = if call.name.is_empty() { "callback" } else { &*call.name };
        (
            name.to_string(),
            "call",
            (clock::at(call.start_step, call.start_time), stop),
        )
    });
    phases
        .chain(calls)
        .filter(|(_, _, (start, stop))| start < stop)
        .collect()
}

fn lane_span<'a>(lane: &'a Lane, timeline: &Timeline, teller: &Teller<'_>, end: u64) -> Span<'a> {
    let phases = timeline.phases(lane);
    let first = phases.get(0).map_or(0, |phase| clock::phase(&phase, end).0);
    let last = phases.last();
    let (stop, error) = match last.map(|phase| (clock::phase(&phase, end).0, phase.kind)) {
        Some((at, PhaseKind::Failed { message })) => (at, Some(message.to_string())),
        Some((at, PhaseKind::Cancelled)) => (at, Some("cancelled".to_owned())),
        Some((at, PhaseKind::Done)) => (at, None),
        Some((
            _,
            PhaseKind::Ready
            | PhaseKind::Running
            | PhaseKind::Blocked { .. }
            | PhaseKind::Sleeping { .. }
            | PhaseKind::Working { .. },
        ))
        | None => (end, None),
    };
    let marks = lane.marks.iter().filter_map(|mark| {
        let row = teller.row(&timeline.event(mark.event as usize)?);
        let attributes = [
            word("lanes.object", &row.object),
            word("lanes.value", &row.value),
            number("code.line.number", u64::from(mark.line)),
        ];
        Some(format!(
            "{{\"timeUnixNano\":\"{}\",\"name\":{},\"attributes\":[{}]}}",
            nanos(clock::at(mark.step, mark.time)),
            text(row.what),
            attributes.join(",")
        ))
    });
    let reached = timeline.links().iter().filter(|link| link.to == lane.task);
    Span {
        attributes: vec![
            number("thread.id", u64::from(lane.task.0)),
            word("thread.name", &lane.name),
        ],
        events: marks.collect(),
        links: reached.map(link).collect(),
        error,
        ..plain(2 + u64::from(lane.task.0), lane_parent(lane), &lane.name, (first, stop))
    }
}

/// Below whoever made it; the main line is below the run.
fn lane_parent(lane: &Lane) -> u64 {
    lane.parent.map_or(1, |parent| 2 + u64::from(parent.0))
}

fn link(link: &Link) -> String {
    format!(
        "{{\"traceId\":\"{}\",\"spanId\":\"{}\",\"attributes\":[{}]}}",
        trace_id(),
        span_id(2 + u64::from(link.from.0)),
        word("lanes.link", super::chrome::link_word(link.kind))
    )
}

fn plain(id: u64, parent: u64, name: &str, (start, stop): (u64, u64)) -> Span<'_> {
    Span {
        id,
        parent,
        name,
        start,
        stop,
        attributes: Vec::new(),
        events: Vec::new(),
        links: Vec::new(),
        error: None,
    }
}

fn span(span: &Span<'_>) -> String {
    let parent = match span.parent {
        0 => String::new(),
        parent => span_id(parent),
    };
    let status = match &span.error {
        Some(message) => format!("{{\"code\":{ERROR},\"message\":{}}}", text(message)),
        None => "{}".to_owned(),
    };
    format!(
        "{{\"traceId\":\"{}\",\"spanId\":\"{}\",\"parentSpanId\":\"{parent}\",\"name\":{},\"kind\":{INTERNAL},\
         \"startTimeUnixNano\":\"{}\",\"endTimeUnixNano\":\"{}\",\"attributes\":[{}],\"events\":[{}],\"links\":[{}],\"status\":{status}}}",
        trace_id(),
        span_id(span.id),
        text(span.name),
        nanos(span.start),
        nanos(span.stop.max(span.start)),
        span.attributes.join(","),
        span.events.join(","),
        span.links.join(",")
    )
}

/// An identifier is 16 bytes in hexadecimal digits, and not all of them may be zero.
fn trace_id() -> String {
    format!("{:032x}", 1)
}

fn span_id(id: u64) -> String {
    format!("{id:016x}")
}

/// 64-bit numbers are texts in the JSON of protocol buffers.
fn nanos(micros: u64) -> u128 {
    u128::from(micros) * 1_000
}

fn word(key: &str, value: &str) -> String {
    format!("{{\"key\":\"{key}\",\"value\":{{\"stringValue\":{}}}}}", text(value))
}

fn number(key: &str, value: u64) -> String {
    format!("{{\"key\":\"{key}\",\"value\":{{\"intValue\":\"{value}\"}}}}")
}
