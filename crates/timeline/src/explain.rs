//! One plain sentence for each step. Owns the words; it says what happened and to whom, and leaves why it matters to
//! verdicts and lessons. The words for objects are in `object`.

use std::collections::BTreeMap;

use world::{Event, EventKind, ObjectId, PropertyKind, TaskId, WaitReason};

mod object;

use crate::change::object_of;
use crate::{Moment, PhaseKind, Timeline};

/// How many things one sentence tells before it says how many more there were.
const CLAUSES_MAX: usize = 4;

impl Timeline {
    /// What the step did, in one sentence: `B reads counter = 0`, `A releases jobs; the permit goes to C`.
    #[must_use]
    pub fn explain(&self, step: u32) -> String {
        self.explain_steps(step, step.saturating_add(1))
            .pop()
            .unwrap_or_default()
    }

    /// The same for every step from `first` up to but not including `end`.
    #[must_use]
    pub fn explain_steps(&self, first: u32, end: u32) -> Vec<String> {
        let mut moment = self.moment_at(first);
        (first..end).map(|step| self.explain_on(step, &mut moment)).collect()
    }

    /// What the step did to each object that it used, in one sentence each; `moment` is the one before it.
    #[must_use]
    pub fn explain_objects(&self, step: u32, mut moment: Moment) -> BTreeMap<ObjectId, String> {
        let events = self.events_of(step);
        let mut told: BTreeMap<ObjectId, (Option<TaskId>, Vec<Clause>)> = BTreeMap::new();
        for (index, event) in events.iter().enumerate() {
            if let Some(object) = object_of(&event.kind) {
                let (subject, clauses) = told.entry(object).or_default();
                let mut teller = Teller {
                    timeline: self,
                    events: &events,
                    subject: *subject,
                };
                clauses.extend(teller.clause(event, &events[index + 1..], &moment).map(|text| Clause {
                    text,
                    is_detail: is_detail(&event.kind),
                }));
                *subject = teller.subject;
            }
            moment.apply(event);
        }
        let told = told.into_iter().filter(|(_, (_, clauses))| !clauses.is_empty());
        let mut sentences = BTreeMap::new();
        sentences.extend(told.map(|(object, (_, clauses))| (object, sentence(clauses))));
        sentences
    }

    /// The same for one step, which takes `moment` from before it to after it.
    #[must_use]
    pub fn explain_on(&self, step: u32, moment: &mut Moment) -> String {
        let events = self.events_of(step);
        let mut clauses: Vec<Clause> = Vec::new();
        let mut teller = Teller {
            timeline: self,
            events: &events,
            subject: None,
        };
        for (index, event) in events.iter().enumerate() {
            if let Some(text) = teller.clause(event, &events[index + 1..], moment) {
                clauses.push(Clause {
                    text,
                    is_detail: is_detail(&event.kind),
                });
            }
            moment.apply(event);
        }
        if clauses.is_empty() {
            return match events.first() {
                Some(event) => format!("{} runs", self.name_of(event.task)),
                None => "nothing that others can see".to_owned(),
            };
        }
        sentence(clauses)
    }
}

/// A part of a sentence.
struct Clause {
    text: String,
    /// Whether it says of an object what follows from what somebody did: the first to be left out.
    is_detail: bool,
}

fn is_detail(kind: &EventKind) -> bool {
    matches!(
        kind,
        EventKind::Shown { .. } | EventKind::RowShown { .. } | EventKind::RowGone { .. } | EventKind::Counted { .. }
    )
}

fn sentence(clauses: Vec<Clause>) -> String {
    let told = clauses.len();
    let deeds = clauses.iter().filter(|clause| !clause.is_detail).count();
    let mut details = CLAUSES_MAX.saturating_sub(deeds);
    let mut kept: Vec<String> = Vec::new();
    for clause in clauses {
        if clause.is_detail {
            if details == 0 {
                continue;
            }
            details -= 1;
        }
        kept.push(clause.text);
    }
    kept.truncate(CLAUSES_MAX);
    let more = told - kept.len();
    let mut sentence = kept.join("; ");
    if more > 0 {
        sentence.push_str(&format!("; and {more} more"));
    }
    sentence
}

struct Teller<'a> {
    timeline: &'a Timeline,
    /// All of the step.
    events: &'a [Event],
    /// Whom the clause before was about, so that the name is not said again and again.
    subject: Option<TaskId>,
}

impl Teller<'_> {
    fn name(&self, task: TaskId) -> String {
        self.timeline.name_of(task)
    }

    /// The name of who did it, or nothing when the clause before was about the same task.
    fn who(&mut self, task: TaskId, does: &str) -> String {
        if self.subject == Some(task) {
            return does.to_owned();
        }
        self.subject = Some(task);
        format!("{} {does}", self.name(task))
    }

    /// What an event means, or nothing when another clause says it.
    fn clause(&mut self, event: &Event, later: &[Event], before: &Moment) -> Option<String> {
        let task = event.task;
        let says = match &event.kind {
            EventKind::Spawned {
                name, parent, priority, ..
            } => match (parent, priority) {
                (Some(parent), 0) => return Some(self.who(*parent, &format!("spawns {name}"))),
                (Some(parent), _) => {
                    return Some(self.who(*parent, &format!("spawns {name} with priority {priority}")));
                }
                (None, _) => "begins".to_owned(),
            },
            EventKind::Blocked { reason } => self.reason(reason, task, before),
            EventKind::Woken { .. } => return self.woken(event),
            EventKind::Slept { until } => format!("sleeps until {until}"),
            EventKind::WorkStarted { until } => format!("computes until {until}"),
            EventKind::WorkEnded => "is done computing".to_owned(),
            // What the library calls by names of its own is none of the learner's business.
            EventKind::SpanStarted { name } | EventKind::CallbackStarted { name } if name.starts_with("__") => {
                return None;
            }
            EventKind::SpanStarted { name } if name.is_empty() => "calls a function".to_owned(),
            EventKind::SpanStarted { name } => format!("calls {name}"),
            EventKind::CallbackStarted { name } if name.is_empty() => "runs a callback".to_owned(),
            EventKind::CallbackStarted { name } => format!("runs the callback {name}"),
            EventKind::Finished => "ends".to_owned(),
            EventKind::Failed { message } => format!("fails: {message}"),
            EventKind::CancelRequested { of } => format!("cancels {}", self.name(*of)),
            EventKind::Cancelled => "ends because it was cancelled".to_owned(),
            EventKind::TimerSet { until } => format!("sets a timer for {until}"),

            EventKind::Created { shape, name, .. } => format!("makes the {} {name}", shape.class),
            EventKind::Acquired { object, mode, units } => {
                // A hand-off has said it already.
                if is_handed_off(self.events, task, Some(*object)) {
                    return None;
                }
                object::acquired(*object, task, mode, *units, before)
            }
            EventKind::Released { object, mode, units } => object::released(*object, mode, *units, before),
            EventKind::HandedOff { to, mode, units, .. } => {
                return Some(self.aside(object::handed_off(mode, *units, &self.name(*to))));
            }
            EventKind::Shown { object, fact, value } => {
                if *fact == "value" && event.line > 0 {
                    return Some(self.who(task, &format!("sets {} to {value}", before.name_of(*object))));
                }
                // Only what it is at the end of the step can be seen.
                let is_same = |event: &Event| matches!(&event.kind, EventKind::Shown { object: other, fact: told, .. } if other == object && told == fact);
                if later.iter().any(is_same) {
                    return None;
                }
                let clause = object::shown(*object, fact, value, before)?;
                return Some(self.aside(clause));
            }
            EventKind::RowShown { object, row } => {
                let clause = object::row_shown(*object, row, before)?;
                return Some(self.aside(clause));
            }
            EventKind::RowGone { object, key } => {
                return Some(self.aside(object::row_gone(*object, key, before)));
            }
            EventKind::Counted { object, what } => {
                let clause = object::counts(*object, what, before);
                return Some(self.aside(clause));
            }
            EventKind::Queued {
                object,
                operation,
                position,
                ..
            } => {
                // The block that follows says the rest, and who is ahead in the line.
                if blocks_on_object(later, task) {
                    return None;
                }
                object::queues(*object, operation, *position, before)
            }
            EventKind::Passed { object, units } => match units {
                1 => format!("gets through {}", before.name_of(*object)),
                units => format!("gets through {} with {units}", before.name_of(*object)),
            },
            EventKind::Dequeued { object } => format!("leaves the queue of {}", before.name_of(*object)),
            EventKind::Sent { object, value } => format!("sends {value} to {}", before.name_of(*object)),
            EventKind::Received {
                object,
                value,
                from: None,
            } if value.is_empty() => {
                return Some(self.aside(format!("the oldest value of {} is dropped", before.name_of(*object))));
            }
            EventKind::Received { object, value, from } => {
                let through = before.name_of(*object);
                match from {
                    Some(from) => format!("receives {value} from {} through {through}", self.name(*from)),
                    None => format!("receives {value} from {through}"),
                }
            }
            EventKind::Buffered { object, from, value } => {
                let (from, into) = (self.name(*from), before.name_of(*object));
                return Some(self.aside(match value.as_str() {
                    "" => format!("what {from} sent goes into {into}"),
                    value => format!("{value} from {from} goes into {into}"),
                }));
            }
            EventKind::Closed { object } => format!("closes {}", before.name_of(*object)),
            EventKind::AtomicSet { object, value } => format!("sets {} to {value} at once", before.name_of(*object)),
            EventKind::AtomicGot { object, value } => format!("reads {} = {value}", before.name_of(*object)),

            EventKind::Read { name, value } => format!("reads {name} = {value}"),
            EventKind::Wrote { name, value, previous } if value == previous => {
                format!("writes {name} = {value}, which it was already")
            }
            EventKind::Wrote { name, value, previous } => {
                let outdated = self.outdated(event, name, before);
                format!("writes {name} = {value} (it was {previous}){outdated}")
            }
            EventKind::LostUpdate {
                name, overwritten_by, ..
            } => {
                let whose = self.name(*overwritten_by);
                let lost = self.events.iter().find_map(|event| match &event.kind {
                    EventKind::Wrote {
                        name: written,
                        previous,
                        ..
                    } if written == name => Some(previous),
                    _ => None,
                });
                let what = lost.map_or_else(|| "write".to_owned(), |lost| format!("write of {lost}"));
                return Some(self.aside(format!("{whose}'s {what} to {name} is lost")));
            }
            EventKind::OverRelease { object } => {
                format!("gives back {}, which it does not hold", before.name_of(*object))
            }
            EventKind::Leaked { object } => format!("never gave {} back", before.name_of(*object)),
            EventKind::PickOffered { count } => format!("leaves open which of {count}"),
            EventKind::Picked { value, .. } => format!("gets {value} of what was open"),
            EventKind::CriticalReached { name } => format!("stands before {}", critical(name)),
            EventKind::CriticalEntered { name } => format!("takes {}", critical(name)),
            EventKind::Progressed => "has done useful work".to_owned(),
            EventKind::PropertyNamed { kind, name } => match kind {
                PropertyKind::Always => format!("says that from here on this is always true: {name}"),
                PropertyKind::Eventually => format!("says that this becomes true before the run is over: {name}"),
                PropertyKind::Sometimes => format!("says that this is true at some time in some run: {name}"),
            },
            EventKind::EventuallyHeld { name } | EventKind::SometimesHeld { name } => {
                return Some(self.aside(format!("now it is true: {name}")));
            }
            EventKind::IoStarted { name, .. } => format!("asks for {name}"),
            EventKind::IoCompleted { name } => {
                let clause = format!("{name}, which {} asked for, is done", self.name(task));
                return Some(self.aside(clause));
            }
            EventKind::Printed { text, .. } => format!("prints {:?}", text.lines().next().unwrap_or_default()),

            EventKind::ClockMoved { .. } => return Some(self.aside(format!("the clock moves to {}", event.time))),
            EventKind::RunFinished => return Some(self.aside("every task has finished".to_owned())),
            EventKind::RunFailed { failure, message, .. } => {
                return Some(self.aside(format!("the run ends: {failure}: {message}")));
            }
            EventKind::Deadlocked { .. } => {
                return Some(self.aside("deadlock: nothing can ever happen again".to_owned()));
            }
            EventKind::LimitReached { limit } => {
                return Some(self.aside(format!("the run reached {}", limit.describe())));
            }
            EventKind::Resumed | EventKind::Paused | EventKind::SpanEnded | EventKind::CallbackEnded => return None,
        };
        Some(self.who(task, &says))
    }

    /// A clause that is about no task, so that the next one names its own.
    fn aside(&mut self, clause: String) -> String {
        self.subject = None;
        clause
    }

    /// Whose reading of a variable a write makes old: of those that have read what it was and go on.
    fn outdated(&self, event: &Event, name: &str, before: &Moment) -> String {
        let readers = before.variables.get(name).map(|known| known.readers.as_slice());
        let is_going = |task: &TaskId| {
            let state = self.timeline.state_at(*task, event.step);
            state.is_some_and(|phase| !is_over(&phase))
        };
        let others = readers.unwrap_or_default().iter().copied();
        let others: Vec<TaskId> = others.filter(|task| *task != event.task).filter(is_going).collect();
        match others.as_slice() {
            [] => String::new(),
            [only] => format!(", and what {} has read is out of date", self.name(*only)),
            several => format!(", and what {} others have read is out of date", several.len()),
        }
    }

    fn woken(&mut self, event: &Event) -> Option<String> {
        // That it got what it waited for has said it already.
        if is_handed_off(self.events, event.task, None) || has_passed(self.events, event.task) {
            return None;
        }
        let clause = format!("{} can go on", self.name(event.task));
        Some(self.aside(clause))
    }

    fn reason(&self, reason: &WaitReason, task: TaskId, before: &Moment) -> String {
        match reason {
            WaitReason::Object { object, operation } => match before.card(*object) {
                Some(card) => object::waits_for(card, task, operation, |task| self.name(task)),
                None => format!("waits for {}", before.name_of(*object)),
            },
            WaitReason::Task(task) => format!("waits for {} to end", self.name(*task)),
            WaitReason::Several { combinator } => format!("waits for all that it gave to {combinator}"),
            WaitReason::Promise => "waits for a promise".to_owned(),
            WaitReason::Sleep { until } => format!("sleeps until {until}"),
            WaitReason::Turn => "lets others have a turn".to_owned(),
            WaitReason::Core => "waits for a free core".to_owned(),
            WaitReason::Io { name } => format!("waits for {name}"),
        }
    }
}

/// Whether nothing comes after a phase.
fn is_over(phase: &PhaseKind) -> bool {
    match phase {
        PhaseKind::Done | PhaseKind::Cancelled | PhaseKind::Failed { .. } => true,
        PhaseKind::Ready
        | PhaseKind::Running
        | PhaseKind::Working { .. }
        | PhaseKind::Blocked { .. }
        | PhaseKind::Sleeping { .. } => false,
    }
}

fn critical(name: &str) -> String {
    match name {
        "" => "the critical step".to_owned(),
        name => format!("the critical step {name}"),
    }
}

fn blocks_on_object(later: &[Event], task: TaskId) -> bool {
    later.iter().any(|event| {
        event.task == task
            && matches!(
                event.kind,
                EventKind::Blocked {
                    reason: WaitReason::Object { .. }
                }
            )
    })
}

/// Whether the task was handed something in these events; `of` says of which object, if that matters.
fn is_handed_off(events: &[Event], task: TaskId, of: Option<ObjectId>) -> bool {
    events.iter().any(|event| match event.kind {
        EventKind::HandedOff { to, object, .. } => to == task && of.is_none_or(|of| of == object),
        _ => false,
    })
}

fn has_passed(events: &[Event], task: TaskId) -> bool {
    events
        .iter()
        .any(|event| event.task == task && matches!(event.kind, EventKind::Passed { .. }))
}
