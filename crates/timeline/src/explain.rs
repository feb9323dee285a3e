//! One plain sentence for each step. Owns the words; it says what happened and to whom, and leaves why it matters to
//! verdicts and lessons.

use world::{Event, EventKind, TaskId, WaitReason};

use crate::moment::CardBody;
use crate::{Moment, Timeline};

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
        (first..end).map(|step| self.explain_at(step, &mut moment)).collect()
    }

    /// Takes `moment` from before the step to after it.
    fn explain_at(&self, step: u32, moment: &mut Moment) -> String {
        let events = self.events_of(step);
        let mut clauses: Vec<String> = Vec::new();
        let mut teller = Teller {
            timeline: self,
            subject: None,
        };
        for (index, event) in events.iter().enumerate() {
            if let Some(clause) = teller.clause(event, &events[index + 1..], moment) {
                clauses.push(clause);
            }
            moment.apply(event);
        }
        if clauses.is_empty() {
            return match events.first() {
                Some(event) => format!("{} runs", self.name_of(event.task)),
                None => "nothing that others can see".to_owned(),
            };
        }
        let more = clauses.len().saturating_sub(CLAUSES_MAX);
        clauses.truncate(CLAUSES_MAX);
        let mut sentence = clauses.join("; ");
        if more > 0 {
            sentence.push_str(&format!("; and {more} more"));
        }
        sentence
    }
}

struct Teller<'a> {
    timeline: &'a Timeline,
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

    fn clause(&mut self, event: &Event, later: &[Event], before: &Moment) -> Option<String> {
        self.synchronisation(event, later, before)
            .or_else(|| self.access(event, before))
            .or_else(|| self.life(event, later, before))
    }

    /// Objects: who got, gave back, sent and received what.
    fn synchronisation(&mut self, event: &Event, later: &[Event], before: &Moment) -> Option<String> {
        let task = event.task;
        Some(match &event.kind {
            EventKind::Created { object, shape, name } => {
                let name = if name.is_empty() {
                    format!("object {}", object.0)
                } else {
                    name.clone()
                };
                self.who(task, &format!("makes the {} {name}", shape.class()))
            }
            EventKind::Acquired { object } => {
                let what = match before.card(*object).map(|card| &card.body) {
                    Some(CardBody::Semaphore { .. }) => "takes a permit of",
                    Some(CardBody::Mutex { owner, .. }) if *owner == Some(task) => "locks again",
                    Some(CardBody::Mutex { .. }) => "locks",
                    Some(CardBody::Channel { .. } | CardBody::AtomicInt { .. }) | None => "gets",
                };
                self.who(task, &format!("{what} {}", before.name_of(*object)))
            }
            EventKind::Released { object } => {
                let what = match before.card(*object).map(|card| &card.body) {
                    Some(CardBody::Mutex { .. }) => "unlocks",
                    Some(CardBody::Semaphore { .. } | CardBody::Channel { .. } | CardBody::AtomicInt { .. }) | None => {
                        "releases"
                    }
                };
                self.who(task, &format!("{what} {}", before.name_of(*object)))
            }
            EventKind::HandedOff { object, to } => {
                self.subject = None;
                let what = match before.card(*object).map(|card| &card.body) {
                    Some(CardBody::Mutex { .. }) => "lock",
                    Some(CardBody::Semaphore { .. } | CardBody::Channel { .. } | CardBody::AtomicInt { .. }) | None => {
                        "permit"
                    }
                };
                format!("the {what} goes to {}", self.name(*to))
            }
            EventKind::Queued {
                object,
                operation,
                position,
            } => {
                // The block that follows says the rest when nobody is ahead in the line.
                if *position == 0 && blocks_on_object(later, task) {
                    return None;
                }
                let line = format!("queues for {}.{operation}() behind {position}", before.name_of(*object));
                self.who(task, &line)
            }
            EventKind::Dequeued { object } => {
                self.who(task, &format!("leaves the queue of {}", before.name_of(*object)))
            }
            EventKind::Sent { object, value } => {
                self.who(task, &format!("sends {value} to {}", before.name_of(*object)))
            }
            EventKind::Received {
                object,
                value,
                from: Some(from),
            } => {
                let sender = self.name(*from);
                self.who(
                    task,
                    &format!("receives {value} from {sender} through {}", before.name_of(*object)),
                )
            }
            EventKind::Received {
                object,
                value,
                from: None,
            } => self.who(task, &format!("receives {value} from {}", before.name_of(*object))),
            EventKind::Buffered { object, from, value } => {
                self.subject = None;
                format!(
                    "{value}, which {} waited to send, goes into {}",
                    self.name(*from),
                    before.name_of(*object)
                )
            }
            EventKind::Closed { object } => self.who(task, &format!("closes {}", before.name_of(*object))),
            _ => return None,
        })
    }

    /// Values: what was read, written and printed.
    fn access(&mut self, event: &Event, before: &Moment) -> Option<String> {
        let task = event.task;
        Some(match &event.kind {
            EventKind::AtomicSet { object, value } => self.who(
                task,
                &format!("sets {} to {value} in one step", before.name_of(*object)),
            ),
            EventKind::AtomicGot { object, value } => {
                self.who(task, &format!("reads {} = {value}", before.name_of(*object)))
            }
            EventKind::Read { name, value } => self.who(task, &format!("reads {name} = {value}")),
            EventKind::Wrote { name, value, previous } if value == previous => {
                self.who(task, &format!("writes {name} = {value}, which it was already"))
            }
            EventKind::Wrote { name, value, previous } => {
                self.who(task, &format!("writes {name} = {value} (it was {previous})"))
            }
            EventKind::LostUpdate {
                name, overwritten_by, ..
            } => {
                self.subject = None;
                format!("what {} wrote to {name} is lost", self.name(*overwritten_by))
            }
            EventKind::Printed { text, .. } => {
                let line = text.lines().next().unwrap_or_default();
                self.who(task, &format!("prints {line:?}"))
            }
            _ => return None,
        })
    }

    /// Tasks and the run: who began, waits, goes on and ended.
    fn life(&mut self, event: &Event, later: &[Event], before: &Moment) -> Option<String> {
        let task = event.task;
        Some(match &event.kind {
            EventKind::Spawned {
                name,
                parent: Some(parent),
                ..
            } => self.who(*parent, &format!("spawns {name}")),
            EventKind::Spawned { name, parent: None, .. } => format!("{name} begins"),
            EventKind::Blocked { reason } => {
                let reason = self.reason(reason, before)?;
                self.who(task, &reason)
            }
            EventKind::Woken { by: _ } => {
                // A hand-off has said it already.
                self.subject = None;
                if is_handed_off(self.timeline.events_of(event.step), task) {
                    return None;
                }
                format!("{} can go on", self.name(task))
            }
            EventKind::Slept { until } => self.who(task, &format!("sleeps until {until}")),
            EventKind::WorkStarted { until } => self.who(task, &format!("computes until {until}")),
            EventKind::WorkEnded => self.who(task, "is done computing"),
            EventKind::SpanStarted { name } => self.who(task, &format!("calls {name}")),
            EventKind::CallbackStarted { name } => self.who(task, &format!("runs the callback {name}")),
            EventKind::Finished => self.who(task, "ends"),
            EventKind::Failed { message } => self.who(task, &format!("fails: {message}")),
            EventKind::TimerSet { until } => self.who(task, &format!("sets a timer for {until}")),
            EventKind::ClockMoved { .. } => {
                self.subject = None;
                format!("the clock moves to {}", event.time)
            }
            EventKind::RunFinished => {
                // The end of the last task says it.
                self.subject = None;
                "every task has finished".to_owned()
            }
            EventKind::RunFailed { failure, message } => {
                self.subject = None;
                format!("the run ends: {failure}: {message}")
            }
            EventKind::Deadlocked { .. } => {
                self.subject = None;
                "deadlock: nothing can ever happen again".to_owned()
            }
            EventKind::LimitReached { limit } => {
                self.subject = None;
                format!("the run reached {}", limit.describe())
            }
            EventKind::Paused | EventKind::Resumed if later.is_empty() => return None,
            _ => return None,
        })
    }

    fn reason(&self, reason: &WaitReason, before: &Moment) -> Option<String> {
        Some(match reason {
            WaitReason::Object { object, operation } => {
                let name = before.name_of(*object);
                match before.card(*object).map(|card| &card.body) {
                    Some(CardBody::Semaphore { holders, .. }) => {
                        format!("waits for a permit of {name}: all are taken{}", self.held_by(holders))
                    }
                    Some(CardBody::Mutex { owner: Some(owner), .. }) => {
                        format!("waits for the lock {name}, which {} holds", self.name(*owner))
                    }
                    Some(CardBody::Mutex { owner: None, .. } | CardBody::AtomicInt { .. }) | None => {
                        format!("waits for {name}")
                    }
                    Some(CardBody::Channel { .. }) => match *operation {
                        "send" => format!("waits to send: nobody takes from {name} yet"),
                        _ => format!("waits for a value: {name} is empty"),
                    },
                }
            }
            WaitReason::Task(task) => format!("waits for {} to end", self.name(*task)),
            WaitReason::Several { combinator } => format!("waits for all that it gave to {combinator}"),
            WaitReason::Promise => "waits for a promise".to_owned(),
            WaitReason::Sleep { until } => format!("sleeps until {until}"),
            WaitReason::Turn => "lets others have a turn".to_owned(),
            WaitReason::Core => "waits for a free core".to_owned(),
        })
    }

    fn held_by(&self, holders: &[TaskId]) -> String {
        match holders {
            [] => String::new(),
            [one] => format!(" (by {})", self.name(*one)),
            [one, other] => format!(" (by {} and {})", self.name(*one), self.name(*other)),
            [one, other, ..] => {
                format!(
                    " (by {}, {} and {} more)",
                    self.name(*one),
                    self.name(*other),
                    holders.len() - 2
                )
            }
        }
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

fn is_handed_off(events: &[Event], task: TaskId) -> bool {
    events
        .iter()
        .any(|event| matches!(event.kind, EventKind::HandedOff { to, .. } if to == task))
}
