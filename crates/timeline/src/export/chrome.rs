//! The run in Trace Event Format (JSON), which Perfetto and Chrome's own viewer open.
//!
//! A lane is a thread, its phases are complete events, nested calls are asynchronous events (a call may begin inside of one
//! phase and end inside of another, which slices of one thread must not), marks are instants, and links between lanes are
//! flow events. Owns that mapping. The clock is that of `clock`; exact step and time stand in the arguments.

use world::TaskId;

use super::clock;
use super::json::text;
use super::row::Teller;
use crate::{Lane, Link, LinkKind, PhaseKind, Phases, Timeline};

/// The whole run under this title.
#[must_use]
pub fn chrome_trace(timeline: &Timeline, title: &str) -> String {
    let end = clock::end(timeline);
    let teller = Teller::new(timeline);
    let mut events = vec![meta(0, "process_name", &format!("{{\"name\":{}}}", text(title)))];
    for lane in timeline.lanes() {
        let task = lane.task.0;
        events.push(meta(task, "thread_name", &format!("{{\"name\":{}}}", text(&lane.name))));
        events.push(meta(task, "thread_sort_index", &format!("{{\"sort_index\":{task}}}")));
        phases(lane.task, timeline.phases(lane), end, &mut events);
        calls(lane, end, &mut events);
        marks(lane, timeline, &teller, &mut events);
    }
    for (id, link) in timeline.links().iter().enumerate() {
        flow(id, link, timeline, &mut events);
    }
    format!(
        "{{\"traceEvents\":[\n{}\n],\"displayTimeUnit\":\"ms\",\"otherData\":{{\"clock\":{}}}}}\n",
        events.join(",\n"),
        text("virtual time in microseconds, and one more for each step so far")
    )
}

fn meta(task: u32, name: &str, arguments: &str) -> String {
    format!("{{\"ph\":\"M\",\"pid\":1,\"tid\":{task},\"name\":\"{name}\",\"args\":{arguments}}}")
}

fn phases(task: TaskId, phases: Phases<'_>, end: u64, events: &mut Vec<String>) {
    for phase in phases.iter() {
        let (start, stop) = clock::phase(&phase, end);
        // That a lane has ended is an instant, not a stretch until the others have.
        let is_end = match phase.kind {
            PhaseKind::Done | PhaseKind::Failed { .. } | PhaseKind::Cancelled => true,
            PhaseKind::Ready
            | PhaseKind::Running
            | PhaseKind::Blocked { .. }
            | PhaseKind::Sleeping { .. }
            | PhaseKind::Working { .. } => false,
        };
        let shape = match (is_end, stop - start) {
            (true, _) => "\"ph\":\"i\",\"s\":\"t\"".to_owned(),
            (false, 0) => continue,
            (false, length) => format!("\"ph\":\"X\",\"dur\":{length}"),
        };
        events.push(format!(
            "{{{shape},\"pid\":1,\"tid\":{},\"ts\":{start},\"cat\":\"{}\",\"name\":{},\"args\":{{\"step\":{},\"time_ms\":{}}}}}",
            task.0,
            phase.kind.word(),
            text(&phase.kind.label()),
            phase.start_step,
            phase.start_time.as_millis_f64()
        ));
    }
}

fn calls(lane: &Lane, end: u64, events: &mut Vec<String>) {
    for span in &lane.spans {
        let stop = match (span.end_step, span.end_time) {
            (Some(step), Some(time)) => clock::at(step, time),
            (Some(_) | None, None) | (None, Some(_)) => end,
        };
        let task = lane.task.0;
        let name = text(if span.name.is_empty() { "callback" } else { &span.name });
        let edge = |phase: &str, at: u64| {
            format!(
                "{{\"ph\":\"{phase}\",\"pid\":1,\"tid\":{task},\"ts\":{at},\"cat\":\"call\",\"id\":\"0x{task:x}\",\"name\":{name}}}"
            )
        };
        events.push(edge("b", clock::at(span.start_step, span.start_time)));
        events.push(edge("e", stop));
    }
}

fn marks(lane: &Lane, timeline: &Timeline, teller: &Teller<'_>, events: &mut Vec<String>) {
    for mark in &lane.marks {
        let Some(event) = timeline.event(mark.event as usize) else {
            continue;
        };
        let row = teller.row(&event);
        let name = format!("{} {}", row.what, row.object);
        events.push(format!(
            "{{\"ph\":\"i\",\"s\":\"t\",\"pid\":1,\"tid\":{},\"ts\":{}.5,\"cat\":\"mark\",\"name\":{},\"args\":{{\"value\":{},\"line\":{},\"step\":{},\"time_ms\":{}}}}}",
            lane.task.0,
            clock::at(mark.step, mark.time),
            text(name.trim_end()),
            text(&row.value),
            mark.line,
            mark.step,
            mark.time.as_millis_f64()
        ));
    }
}

/// An arrow from the slice that it leaves to the slice that it reaches. Whoever is woken in a step feels it after the step.
fn flow(id: usize, link: &Link, timeline: &Timeline, events: &mut Vec<String>) {
    let name = link_word(link.kind);
    let runs = timeline
        .lane(link.to)
        .and_then(|lane| timeline.phases(lane).get(lane.phase_at(link.to_step)?))
        .is_some_and(|phase| phase.kind == PhaseKind::Running);
    let head = if runs {
        format!("{}.5", clock::at(link.to_step, link.to_time))
    } else {
        clock::at(link.to_step.saturating_add(1), link.to_time).to_string()
    };
    let tail = format!("{}.5", clock::at(link.from_step, link.from_time));
    let edge = |phase: &str, task: u32, at: &str| {
        format!("{{{phase},\"pid\":1,\"tid\":{task},\"ts\":{at},\"id\":{id},\"cat\":\"link\",\"name\":\"{name}\"}}")
    };
    events.push(edge("\"ph\":\"s\"", link.from.0, &tail));
    events.push(edge("\"ph\":\"f\",\"bp\":\"e\"", link.to.0, &head));
}

pub(super) fn link_word(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Spawned => "spawned",
        LinkKind::Woke => "woke",
        LinkKind::HandedOff => "handed off",
        LinkKind::Message => "message",
        LinkKind::Overwrote => "overwrote",
    }
}
