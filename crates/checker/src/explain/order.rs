//! What happened before what, in one run.
//!
//! Owns vector clocks over a log (Lamport's happened-before, with the clocks of Mattern and Fidge). They are made for the
//! one run that is shown, and are no part of any state: whether two accesses race is decided without them.

use std::collections::BTreeMap;

use world::{EventKind, Log, ObjectId, TaskId};

/// How much of each task's past is known.
type Clock = BTreeMap<TaskId, usize>;

/// Something that orders what comes after it.
pub(super) struct Order {
    pub(super) by: TaskId,
    pub(super) line: u32,
    pub(super) kind: EventKind,
}

#[derive(Default)]
struct Clocks {
    tasks: BTreeMap<TaskId, Clock>,
    objects: BTreeMap<ObjectId, Clock>,
}

fn join(clock: &mut Clock, other: &Clock) {
    for (&task, &at) in other {
        let known = clock.entry(task).or_insert(0);
        *known = at.max(*known);
    }
}

impl Clocks {
    fn of(&self, task: TaskId) -> Clock {
        self.tasks.get(&task).cloned().unwrap_or_default()
    }

    fn learn(&mut self, task: TaskId, clock: &Clock) {
        join(self.tasks.entry(task).or_default(), clock);
    }

    /// What the task knows becomes known through the object.
    fn give(&mut self, task: TaskId, object: ObjectId) {
        let clock = self.of(task);
        join(self.objects.entry(object).or_default(), &clock);
    }

    /// The task comes to know what is known through the object.
    fn take(&mut self, task: TaskId, object: ObjectId) {
        let clock = self.objects.get(&object).cloned().unwrap_or_default();
        self.learn(task, &clock);
    }
}

/// The last thing in the log that happened before whatever both tasks do in `step` or later.
pub(super) fn last_common(log: &Log, step: u32, a: TaskId, b: TaskId) -> Option<Order> {
    let mut clocks = Clocks::default();
    // What orders, with whose it is and the number that it has among the events.
    let mut orders = Vec::new();
    let before = log.events.iter().take_while(|event| event.step < step);
    for (at, event) in before.enumerate() {
        let (by, orders_others) = match &event.kind {
            EventKind::Spawned { parent, .. } => (parent.unwrap_or(event.task), parent.is_some()),
            EventKind::Released { .. }
            | EventKind::HandedOff { .. }
            | EventKind::Sent { .. }
            | EventKind::Closed { .. }
            | EventKind::AtomicSet { .. }
            | EventKind::CancelRequested { .. }
            | EventKind::Cancelled
            | EventKind::Finished => (event.task, true),
            _ => (event.task, false),
        };
        clocks.tasks.entry(by).or_default().insert(by, at + 1);
        if orders_others {
            orders.push((by, at));
        }
        spread(&mut clocks, event.task, &event.kind);
    }
    let (of_a, of_b) = (clocks.of(a), clocks.of(b));
    let knows = |clock: &Clock, by: TaskId, at: usize| clock.get(&by).is_some_and(|&known| known > at);
    let (by, at) = orders
        .into_iter()
        .rev()
        .find(|&(by, at)| knows(&of_a, by, at) && knows(&of_b, by, at))?;
    let event = &log.events[at];
    Some(Order {
        by,
        line: event.line,
        kind: event.kind.clone(),
    })
}

/// Lets those know of an event that come after it.
fn spread(clocks: &mut Clocks, task: TaskId, kind: &EventKind) {
    match kind {
        EventKind::Spawned {
            parent: Some(parent), ..
        } => {
            let clock = clocks.of(*parent);
            clocks.learn(task, &clock);
        }
        EventKind::Woken { by: Some(by) } => {
            let clock = clocks.of(*by);
            clocks.learn(task, &clock);
        }
        EventKind::CancelRequested { of } => {
            let clock = clocks.of(task);
            clocks.learn(*of, &clock);
        }
        EventKind::Acquired { object, .. } | EventKind::Passed { object, .. } | EventKind::AtomicGot { object, .. } => {
            clocks.take(task, *object)
        }
        EventKind::Released { object, .. } | EventKind::Sent { object, .. } | EventKind::Closed { object } => {
            clocks.give(task, *object);
        }
        EventKind::HandedOff { object, to, .. } => {
            clocks.give(task, *object);
            clocks.take(*to, *object);
        }
        EventKind::Received { object, .. } => clocks.take(task, *object),
        EventKind::AtomicSet { object, .. } => {
            clocks.take(task, *object);
            clocks.give(task, *object);
        }
        _ => {}
    }
}
