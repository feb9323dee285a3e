//! One plain sentence for each step. Owns which words it takes; it says what happened and to whom, and leaves why it
//! matters to verdicts and lessons. What is said of objects is chosen in `object`; the words stand in `texts`.

use std::collections::BTreeMap;

use world::{Event, EventKind, ObjectId, PropertyKind, TaskId, WaitReason};

mod object;

use crate::change::object_of;
use crate::texts::{explain as words, fill};
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
                Some(event) => fill(words::RUNS, &[&self.name_of(event.task)]),
                None => words::NOTHING_THAT_OTHERS_CAN_SEE.to_owned(),
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
    let sentence = kept.join(words::BETWEEN);
    match more {
        0 => sentence,
        more => fill(words::AND_MORE, &[&sentence, &more]),
    }
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
        fill(words::WHO_DOES, &[&self.name(task), &does])
    }

    /// What an event means, or nothing when another clause says it.
    fn clause(&mut self, event: &Event, later: &[Event], before: &Moment) -> Option<String> {
        let task = event.task;
        let says = match &event.kind {
            EventKind::Spawned {
                name, parent, priority, ..
            } => match (parent, priority) {
                (Some(parent), 0) => return Some(self.who(*parent, &fill(words::SPAWNS, &[&name]))),
                (Some(parent), _) => {
                    return Some(self.who(*parent, &fill(words::SPAWNS_WITH_PRIORITY, &[&name, &priority])));
                }
                (None, _) => words::BEGINS.to_owned(),
            },
            EventKind::Blocked { reason } => self.reason(reason, task, before),
            EventKind::Woken { .. } => return self.woken(event),
            EventKind::Slept { until } => fill(words::SLEEPS_UNTIL, &[&until]),
            EventKind::WorkStarted { until } => fill(words::COMPUTES_UNTIL, &[&until]),
            EventKind::WorkEnded => words::IS_DONE_COMPUTING.to_owned(),
            // What the library calls by names of its own is none of the learner's business.
            EventKind::SpanStarted { name } | EventKind::CallbackStarted { name } if name.starts_with("__") => {
                return None;
            }
            EventKind::SpanStarted { name } if name.is_empty() => words::CALLS_A_FUNCTION.to_owned(),
            EventKind::SpanStarted { name } => fill(words::CALLS, &[&name]),
            EventKind::CallbackStarted { name } if name.is_empty() => words::RUNS_A_CALLBACK.to_owned(),
            EventKind::CallbackStarted { name } => fill(words::RUNS_THE_CALLBACK, &[&name]),
            EventKind::Finished => words::ENDS.to_owned(),
            EventKind::Failed { message } => fill(words::FAILS, &[&message]),
            EventKind::CancelRequested { of } => fill(words::CANCELS, &[&self.name(*of)]),
            EventKind::Cancelled => words::ENDS_BECAUSE_IT_WAS_CANCELLED.to_owned(),
            EventKind::TimerSet { until } => fill(words::SETS_A_TIMER_FOR, &[&until]),

            EventKind::Created { shape, name, .. } => fill(words::MAKES, &[&shape.class, &name]),
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
                    return Some(self.who(task, &fill(words::SETS, &[&before.name_of(*object), &value])));
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
                1 => fill(words::GETS_THROUGH, &[&before.name_of(*object)]),
                units => fill(words::GETS_THROUGH_WITH, &[&before.name_of(*object), &units]),
            },
            EventKind::Dequeued { object } => fill(words::LEAVES_THE_QUEUE_OF, &[&before.name_of(*object)]),
            EventKind::Sent { object, value } => fill(words::SENDS_TO, &[&value, &before.name_of(*object)]),
            EventKind::Received {
                object,
                value,
                from: None,
            } if value.is_empty() => {
                return Some(self.aside(fill(words::OLDEST_IS_DROPPED, &[&before.name_of(*object)])));
            }
            EventKind::Received { object, value, from } => {
                let through = before.name_of(*object);
                match from {
                    Some(from) => fill(words::RECEIVES_FROM_THROUGH, &[&value, &self.name(*from), &through]),
                    None => fill(words::RECEIVES_FROM, &[&value, &through]),
                }
            }
            EventKind::Buffered { object, from, value } => {
                let (from, into) = (self.name(*from), before.name_of(*object));
                return Some(self.aside(match value.as_str() {
                    "" => fill(words::WHAT_WAS_SENT_GOES_INTO, &[&from, &into]),
                    value => fill(words::GOES_INTO, &[&value, &from, &into]),
                }));
            }
            EventKind::Closed { object } => fill(words::CLOSES, &[&before.name_of(*object)]),
            EventKind::AtomicSet { object, value } => fill(words::SETS_AT_ONCE, &[&before.name_of(*object), &value]),
            EventKind::AtomicGot { object, value } => fill(words::READS, &[&before.name_of(*object), &value]),

            EventKind::Read { name, value } => fill(words::READS, &[&name, &value]),
            EventKind::Wrote { name, value, previous } if value == previous => {
                fill(words::WRITES_WHAT_IT_WAS, &[&name, &value])
            }
            EventKind::Wrote { name, value, previous } => {
                let others = self.outdated(event, name, before);
                match others.as_slice() {
                    [] => fill(words::WRITES, &[&name, &value, &previous]),
                    [only] => fill(
                        words::WRITES_AND_ONE_IS_OUT_OF_DATE,
                        &[&name, &value, &previous, &self.name(*only)],
                    ),
                    several => fill(
                        words::WRITES_AND_SEVERAL_ARE_OUT_OF_DATE,
                        &[&name, &value, &previous, &several.len()],
                    ),
                }
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
                return Some(self.aside(match lost {
                    Some(lost) => fill(words::WRITE_OF_IS_LOST, &[&whose, &lost, &name]),
                    None => fill(words::WRITE_IS_LOST, &[&whose, &name]),
                }));
            }
            EventKind::OverRelease { object } => {
                fill(words::GIVES_BACK_WHAT_IT_DOES_NOT_HOLD, &[&before.name_of(*object)])
            }
            EventKind::Leaked { object } => fill(words::NEVER_GAVE_BACK, &[&before.name_of(*object)]),
            EventKind::PickOffered { count } => fill(words::LEAVES_OPEN_WHICH_OF, &[&count]),
            EventKind::Picked { value, .. } => fill(words::GETS_OF_WHAT_WAS_OPEN, &[&value]),
            EventKind::CriticalReached { name } => fill(words::STANDS_BEFORE, &[&critical(name)]),
            EventKind::CriticalEntered { name } => fill(words::TAKES, &[&critical(name)]),
            EventKind::Progressed => words::HAS_DONE_USEFUL_WORK.to_owned(),
            EventKind::PropertyNamed { kind, name } => match kind {
                PropertyKind::Always => fill(words::SAYS_ALWAYS, &[&name]),
                PropertyKind::Eventually => fill(words::SAYS_EVENTUALLY, &[&name]),
                PropertyKind::Sometimes => fill(words::SAYS_SOMETIMES, &[&name]),
            },
            EventKind::EventuallyHeld { name } | EventKind::SometimesHeld { name } => {
                return Some(self.aside(fill(words::NOW_IT_IS_TRUE, &[&name])));
            }
            EventKind::IoStarted { name, .. } => fill(words::ASKS_FOR, &[&name]),
            EventKind::IoCompleted { name } => {
                let clause = fill(words::ASKED_FOR_IS_DONE, &[&name, &self.name(task)]);
                return Some(self.aside(clause));
            }
            EventKind::Printed { text, .. } => fill(
                words::PRINTS,
                &[&format_args!("{:?}", text.lines().next().unwrap_or_default())],
            ),

            EventKind::ClockMoved { .. } => return Some(self.aside(fill(words::THE_CLOCK_MOVES_TO, &[&event.time]))),
            EventKind::RunFinished => return Some(self.aside(words::EVERY_TASK_HAS_FINISHED.to_owned())),
            EventKind::RunFailed { failure, message, .. } => {
                return Some(self.aside(fill(words::THE_RUN_ENDS, &[&failure, &message])));
            }
            EventKind::Deadlocked { .. } => {
                return Some(self.aside(words::DEADLOCK.to_owned()));
            }
            EventKind::LimitReached { limit } => {
                return Some(self.aside(fill(words::THE_RUN_REACHED, &[&limit.describe()])));
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
    fn outdated(&self, event: &Event, name: &str, before: &Moment) -> Vec<TaskId> {
        let readers = before.variables.get(name).map(|known| known.readers.as_slice());
        let is_going = |task: &TaskId| {
            let state = self.timeline.state_at(*task, event.step);
            state.is_some_and(|phase| !is_over(&phase))
        };
        let others = readers.unwrap_or_default().iter().copied();
        others.filter(|task| *task != event.task).filter(is_going).collect()
    }

    fn woken(&mut self, event: &Event) -> Option<String> {
        // That it got what it waited for has said it already.
        if is_handed_off(self.events, event.task, None) || has_passed(self.events, event.task) {
            return None;
        }
        let clause = fill(words::CAN_GO_ON, &[&self.name(event.task)]);
        Some(self.aside(clause))
    }

    fn reason(&self, reason: &WaitReason, task: TaskId, before: &Moment) -> String {
        match reason {
            WaitReason::Object { object, operation } => match before.card(*object) {
                Some(card) => object::waits_for(card, task, operation, |task| self.name(task)),
                None => fill(words::WAITS_FOR, &[&before.name_of(*object)]),
            },
            WaitReason::Task(task) => fill(words::WAITS_FOR_END_OF, &[&self.name(*task)]),
            WaitReason::Several { combinator } => fill(words::WAITS_FOR_ALL, &[&combinator]),
            WaitReason::Promise => words::WAITS_FOR_A_PROMISE.to_owned(),
            WaitReason::Sleep { until } => fill(words::SLEEPS_UNTIL, &[&until]),
            WaitReason::Turn => words::LETS_OTHERS_HAVE_A_TURN.to_owned(),
            WaitReason::Core => words::WAITS_FOR_A_FREE_CORE.to_owned(),
            WaitReason::Io { name } => fill(words::WAITS_FOR, &[&name]),
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
        "" => words::THE_CRITICAL_STEP.to_owned(),
        name => fill(words::THE_CRITICAL_STEP_NAMED, &[&name]),
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
