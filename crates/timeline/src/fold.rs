//! How events become lanes. Owns the rules by which phases start and end, spans nest, and arrows connect. Objects'
//! contents are `moment`'s business: it is asked for names and for where a received value came from.

mod undo;

use std::collections::BTreeSet;
use std::sync::Arc;

use clock::Instant;
use world::{Event, EventKind, ObjectId, TaskId, WaitReason};

use crate::census::Census;
use crate::family::Families;
use crate::phases::{Kinds, Stretch};
use crate::texts::{fill, lanes as words, names};
use crate::{ConsoleLine, Ending, Lane, Link, LinkKind, Mark, MarkKind, Moment, PhaseKind, Span, Tone};
pub(crate) use undo::Foothold;
use undo::Replaced;

/// Everything made from events. What is added to it can be taken away again: see `undo`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fold {
    pub(crate) lanes: Vec<Lane>,
    pub(crate) links: Vec<Link>,
    pub(crate) console: Vec<ConsoleLine>,
    pub(crate) ending: Option<(u32, Ending)>,
    pub(crate) families: Families,
    /// What all lanes do.
    pub(crate) census: Census,
    /// What went wrong, in order, wherever it did.
    pub(crate) flags: Vec<(TaskId, Mark)>,
    /// What phases are, as far as that does not fit into them.
    pub(crate) kinds: Kinds,
    /// The names of calls, each of them once.
    names: BTreeSet<Arc<str>>,
    /// The calls of each lane that have not ended, outermost first, as indices.
    open_spans: Vec<Vec<u32>>,
    /// Who runs, if somebody does.
    running: Option<Running>,
    /// Whom the last step handed a permit or lock to, so that the wake-up that follows draws no second arrow.
    handed: Vec<TaskId>,
    /// The step of the last event, and the place of the one that is taken in.
    step: u32,
    event: u32,
    /// The phases that others took the place of, in the order in which that happened.
    replaced: Vec<Replaced>,
}

/// The lane that runs.
#[derive(Clone, PartialEq, Debug)]
struct Running {
    task: TaskId,
    /// The last step in which it is known to have done something.
    step: u32,
    /// What its body is doing meanwhile, if what runs is a callback: it waits or has ended.
    resting: Option<PhaseKind>,
}

impl Fold {
    /// Takes in the next event; `before` is the moment just before it.
    pub(crate) fn push(&mut self, event: &Event, index: u32, before: &Moment) {
        if self.step != event.step {
            self.handed.clear();
        }
        (self.step, self.event) = (event.step, index);
        self.mark(event, index);
        self.note_activity(event);
        let task = event.task;
        match &event.kind {
            EventKind::Spawned {
                name, parent, daemon, ..
            } => self.spawned(event, name, *parent, *daemon),
            EventKind::Resumed => self.resumed(event),
            EventKind::Paused => self.paused(event),
            EventKind::WorkEnded => self.enter(event, PhaseKind::Ready),
            EventKind::Blocked { reason } => {
                let kind = self.blocked(reason, event.time, before);
                self.enter(event, kind);
            }
            EventKind::Woken { by } => self.woken(event, *by),
            EventKind::Slept { until } => self.enter(event, PhaseKind::Sleeping { until: *until }),
            EventKind::WorkStarted { until } => self.enter(event, PhaseKind::Working { until: *until }),
            EventKind::SpanStarted { name } | EventKind::CallbackStarted { name } => self.open_span(event, name),
            EventKind::SpanEnded => self.close_span(event),
            EventKind::CallbackEnded => {
                self.close_span(event);
                if let Some(resting) = self.running.as_mut().and_then(|running| running.resting.take()) {
                    self.enter(event, resting);
                }
            }
            EventKind::Finished => self.enter(event, PhaseKind::Done),
            EventKind::Cancelled => self.enter(event, PhaseKind::Cancelled),
            EventKind::Failed { message } => self.enter(
                event,
                PhaseKind::Failed {
                    message: message.as_str().into(),
                },
            ),
            EventKind::HandedOff { to, .. } => {
                self.handed.push(*to);
                self.link(event, LinkKind::HandedOff, task, *to);
            }
            EventKind::Received { object, from, .. } => self.received(event, *object, *from, before),
            EventKind::LostUpdate { overwritten_by, .. } => {
                self.link(event, LinkKind::Overwrote, task, *overwritten_by);
            }
            EventKind::ClockMoved { .. } => self.stop_running(event.step, event.time),
            EventKind::Printed { level, text } => self.console.push(ConsoleLine {
                step: event.step,
                time: event.time,
                task,
                line: event.line,
                level: *level,
                text: text.clone(),
            }),
            EventKind::RunFinished => self.end(event, Ending::Finished),
            EventKind::RunFailed { failure, message, .. } => {
                self.end(
                    event,
                    Ending::Failed {
                        failure: *failure,
                        message: message.clone(),
                    },
                );
            }
            EventKind::Deadlocked { tasks, explanation } => {
                self.end(
                    event,
                    Ending::Deadlocked {
                        tasks: tasks.clone(),
                        explanation: explanation.clone(),
                    },
                );
            }
            EventKind::LimitReached { limit } => self.end(event, Ending::Limit(*limit)),
            EventKind::CancelRequested { .. }
            | EventKind::Created { .. }
            | EventKind::Acquired { .. }
            | EventKind::Queued { .. }
            | EventKind::Passed { .. }
            | EventKind::Dequeued { .. }
            | EventKind::Released { .. }
            | EventKind::Sent { .. }
            | EventKind::Buffered { .. }
            | EventKind::Closed { .. }
            | EventKind::AtomicSet { .. }
            | EventKind::AtomicGot { .. }
            | EventKind::Shown { .. }
            | EventKind::RowShown { .. }
            | EventKind::RowGone { .. }
            | EventKind::Counted { .. }
            | EventKind::Read { .. }
            | EventKind::Wrote { .. }
            | EventKind::OverRelease { .. }
            | EventKind::Leaked { .. }
            | EventKind::PickOffered { .. }
            | EventKind::Picked { .. }
            | EventKind::CriticalReached { .. }
            | EventKind::CriticalEntered { .. }
            | EventKind::Progressed
            | EventKind::PropertyNamed { .. }
            | EventKind::EventuallyHeld { .. }
            | EventKind::SometimesHeld { .. }
            | EventKind::IoStarted { .. }
            | EventKind::IoCompleted { .. }
            | EventKind::TimerSet { .. } => {}
        }
    }

    fn end(&mut self, event: &Event, ending: Ending) {
        self.stop_running(event.step + 1, event.time);
        self.ending = Some((event.step, ending));
    }

    fn spawned(&mut self, event: &Event, name: &str, parent: Option<TaskId>, is_daemon: bool) {
        // Whatever step makes a lane, the lane is there after it; the main line is there from the beginning.
        let born = if parent.is_none() { event.step } else { event.step + 1 };
        assert_eq!(
            self.lanes.len(),
            event.task.0 as usize,
            "tasks are announced in the order of their numbers"
        );
        let first = self.kinds.stretch(&PhaseKind::Ready, born, event.time, self.event);
        self.lanes.push(Lane {
            task: event.task,
            name: name.to_owned(),
            parent,
            is_daemon,
            born,
            stretches: vec![first],
            spans: Vec::new(),
            marks: Vec::new(),
        });
        self.open_spans.push(Vec::new());
        self.families.join(&self.lanes);
        self.census.add(born, None, Tone::Ready);
        if let Some(parent) = parent {
            self.link(event, LinkKind::Spawned, parent, event.task);
        }
    }

    /// Whoever does something in a step runs in it.
    fn note_activity(&mut self, event: &Event) {
        let Some(running) = &mut self.running else { return };
        // A wake-up or a pause happens to a lane, whoever runs.
        let is_passive = matches!(
            event.kind,
            EventKind::Woken { .. } | EventKind::Paused | EventKind::ClockMoved { .. }
        );
        let actor = if let EventKind::Spawned { parent, .. } = event.kind {
            parent
        } else {
            Some(event.task)
        };
        if !is_passive && actor == Some(running.task) {
            running.step = event.step;
        }
    }

    fn resumed(&mut self, event: &Event) {
        if self.running.as_ref().is_none_or(|running| running.task != event.task) {
            self.stop_running(event.step, event.time);
            let last = self.lanes.get(event.task.0 as usize);
            let last = last.and_then(|lane| lane.stretches.last()).copied();
            let resting = last.filter(|phase| !phase.is_going()).map(|phase| self.kinds.of(phase));
            self.running = Some(Running {
                task: event.task,
                step: event.step,
                resting,
            });
        }
        self.start_phase(event.task, event.step, event.time, PhaseKind::Running);
    }

    /// Whoever runs does not any more: from `boundary` on, or after this step if it did something in it.
    fn stop_running(&mut self, boundary: u32, time: Instant) {
        let Some(running) = self.running.take() else { return };
        let boundary = boundary.max(running.step + 1);
        let Some(lane) = self.lanes.get(running.task.0 as usize) else {
            return;
        };
        if lane.stretches.last().is_some_and(|phase| phase.is_running()) {
            self.start_phase(
                running.task,
                boundary,
                time,
                running.resting.unwrap_or(PhaseKind::Ready),
            );
        }
    }

    /// The world says that a lane was left standing when the next step begins, so it stood since the boundary.
    fn paused(&mut self, event: &Event) {
        match self.running.as_ref().filter(|running| running.task == event.task) {
            Some(running) if running.step < event.step => self.stop_running(event.step, event.time),
            Some(_) | None => self.enter(event, PhaseKind::Ready),
        }
    }

    /// The event's lane is in another phase after the event's step.
    fn enter(&mut self, event: &Event, kind: PhaseKind) {
        if self.running.as_ref().is_some_and(|running| running.task == event.task) {
            self.running = None;
        }
        self.start_phase(event.task, event.step + 1, event.time, kind);
    }

    fn start_phase(&mut self, task: TaskId, boundary: u32, time: Instant, kind: PhaseKind) {
        let Some(lane) = self.lanes.get_mut(task.0 as usize) else {
            return;
        };
        let Some(last) = lane.stretches.last_mut() else { return };
        let next = self.kinds.stretch(&kind, boundary, time, self.event);
        if last.is_like(next) {
            return;
        }
        // A lane that goes on at the very boundary at which it stopped did stop: that phase has no length, but it counts.
        let is_turn = next.is_running() && last.start_step == boundary;
        let (before, after) = (last.look().0, next.look().0);
        let shows_from = boundary.max(last.start_step);
        self.census.add(shows_from, Some(before), after);
        self.families.change(task, shows_from, before, after);
        if last.start_step >= boundary && !is_turn {
            // Two changes within one step: only the last can be seen between steps.
            let old = *last;
            *last = next.starting_as(old);
            let is_merged = merge_tail(&mut lane.stretches);
            self.replaced.push(Replaced {
                event: self.event,
                task,
                old,
                is_merged,
            });
        } else {
            lane.stretches.push(next);
        }
    }

    fn blocked(&self, reason: &WaitReason, now: Instant, before: &Moment) -> PhaseKind {
        let (reason, object) = match reason {
            WaitReason::Object { object, operation } => (
                fill(words::OPERATION, &[&before.name_of(*object), &operation]),
                Some(*object),
            ),
            WaitReason::Task(task) => (fill(words::THE_END_OF, &[&self.name_of(*task)]), None),
            WaitReason::Several { combinator } => ((*combinator).to_owned(), None),
            WaitReason::Promise => (words::A_PROMISE.to_owned(), None),
            WaitReason::Sleep { until } => {
                return PhaseKind::Sleeping {
                    until: (*until).max(now),
                };
            }
            // Nothing has to happen for it to go on, so it is not blocked in the learner's sense.
            WaitReason::Turn => return PhaseKind::Ready,
            WaitReason::Core => (words::A_FREE_CORE.to_owned(), None),
            WaitReason::Io { name } => (fill(words::IO, &[&name]), None),
        };
        PhaseKind::Blocked {
            reason: reason.into(),
            object,
        }
    }

    pub(crate) fn name_of(&self, task: TaskId) -> String {
        self.lanes
            .get(task.0 as usize)
            .map_or_else(|| fill(names::TASK, &[&task.0]), |lane| lane.name.clone())
    }

    fn woken(&mut self, event: &Event, by: Option<TaskId>) {
        self.enter(event, PhaseKind::Ready);
        let is_drawn = self.handed.contains(&event.task);
        if let Some(by) = by.filter(|&by| !is_drawn && by != event.task) {
            self.link(event, LinkKind::Woke, by, event.task);
        }
    }

    fn received(&mut self, event: &Event, object: ObjectId, from: Option<TaskId>, before: &Moment) {
        let inside = || before.card(object).and_then(|card| card.buffer.front());
        let (sender, step, time) = match from {
            Some(sender) => (sender, event.step, event.time),
            None => match inside() {
                Some(value) => (value.from, value.step, value.time),
                None => return,
            },
        };
        if sender != event.task {
            self.links.push(Link {
                kind: LinkKind::Message,
                from: sender,
                from_step: step,
                from_time: time,
                to: event.task,
                to_step: event.step,
                to_time: event.time,
            });
        }
    }

    fn link(&mut self, event: &Event, kind: LinkKind, from: TaskId, to: TaskId) {
        self.links.push(Link {
            kind,
            from,
            from_step: event.step,
            from_time: event.time,
            to,
            to_step: event.step,
            to_time: event.time,
        });
    }

    fn open_span(&mut self, event: &Event, name: &str) {
        let name = match self.names.get(name) {
            Some(known) => known.clone(),
            None => {
                let new: Arc<str> = name.into();
                self.names.insert(new.clone());
                new
            }
        };
        let Some(lane) = self.lanes.get_mut(event.task.0 as usize) else {
            return;
        };
        let Some(open) = self.open_spans.get_mut(event.task.0 as usize) else {
            return;
        };
        let depth = u32::try_from(open.len()).unwrap_or(u32::MAX);
        open.push(u32::try_from(lane.spans.len()).unwrap_or(u32::MAX));
        lane.spans.push(Span {
            name,
            depth,
            start_step: event.step,
            end_step: None,
            start_time: event.time,
            end_time: None,
        });
    }

    fn close_span(&mut self, event: &Event) {
        let Some(lane) = self.lanes.get_mut(event.task.0 as usize) else {
            return;
        };
        let innermost = self.open_spans.get_mut(event.task.0 as usize).and_then(Vec::pop);
        if let Some(span) = innermost.and_then(|index| lane.spans.get_mut(index as usize)) {
            span.end_step = Some(event.step + 1);
            span.end_time = Some(event.time);
        }
    }

    fn mark(&mut self, event: &Event, index: u32) {
        let Some(kind) = mark_kind(&event.kind) else { return };
        let Some(lane) = self.lanes.get_mut(event.task.0 as usize) else {
            return;
        };
        let mark = Mark {
            step: event.step,
            time: event.time,
            line: event.line,
            kind,
            event: index,
        };
        if kind.is_flag() {
            self.flags.push((event.task, mark.clone()));
        }
        lane.marks.push(mark);
    }
}

/// After the last phase was replaced it may be of the same kind as the one before: then the two are one.
fn merge_tail(phases: &mut Vec<Stretch>) -> bool {
    let is_merged = matches!(&phases[..], [.., before, last] if before.is_like(*last));
    if is_merged {
        phases.pop();
    }
    is_merged
}

fn mark_kind(kind: &EventKind) -> Option<MarkKind> {
    match kind {
        EventKind::Read { .. } => Some(MarkKind::Read),
        EventKind::Wrote { .. } => Some(MarkKind::Wrote),
        EventKind::LostUpdate { .. } => Some(MarkKind::LostUpdate),
        EventKind::Printed { level, .. } => Some(MarkKind::Console(*level)),
        EventKind::Created { .. } => Some(MarkKind::Created),
        EventKind::Acquired { .. }
        | EventKind::Passed { .. }
        | EventKind::Released { .. }
        | EventKind::HandedOff { .. }
        | EventKind::AtomicSet { .. }
        | EventKind::AtomicGot { .. } => Some(MarkKind::Object),
        EventKind::Sent { .. } | EventKind::Received { .. } | EventKind::Closed { .. } => Some(MarkKind::Message),
        EventKind::Failed { .. } | EventKind::CancelRequested { .. } | EventKind::OverRelease { .. } => {
            Some(MarkKind::Error)
        }
        EventKind::CriticalEntered { .. } => Some(MarkKind::Object),
        EventKind::RunFailed { failure, .. } => Some(MarkKind::Failure(*failure)),
        EventKind::Spawned { .. }
        | EventKind::Resumed
        | EventKind::Paused
        | EventKind::Blocked { .. }
        | EventKind::Woken { .. }
        | EventKind::Slept { .. }
        | EventKind::WorkStarted { .. }
        | EventKind::WorkEnded
        | EventKind::SpanStarted { .. }
        | EventKind::SpanEnded
        | EventKind::Finished
        | EventKind::Cancelled
        | EventKind::Queued { .. }
        | EventKind::Shown { .. }
        | EventKind::RowShown { .. }
        | EventKind::RowGone { .. }
        | EventKind::Counted { .. }
        | EventKind::Dequeued { .. }
        | EventKind::Buffered { .. }
        | EventKind::TimerSet { .. }
        | EventKind::CallbackStarted { .. }
        | EventKind::CallbackEnded
        | EventKind::ClockMoved { .. }
        | EventKind::Leaked { .. }
        | EventKind::PickOffered { .. }
        | EventKind::Picked { .. }
        | EventKind::CriticalReached { .. }
        | EventKind::Progressed
        | EventKind::PropertyNamed { .. }
        | EventKind::EventuallyHeld { .. }
        | EventKind::SometimesHeld { .. }
        | EventKind::IoStarted { .. }
        | EventKind::IoCompleted { .. }
        | EventKind::RunFinished
        | EventKind::Deadlocked { .. }
        | EventKind::LimitReached { .. } => None,
    }
}
