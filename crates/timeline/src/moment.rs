//! Objects, variables and the console at one moment. Owns which event changes which of them; how an object changes is
//! `card`'s business. Looks at one event at a time and keeps no history: `timeline` keeps copies of moments to go back to.

use std::collections::BTreeMap;
use std::sync::Arc;

use clock::Instant;
use world::{ConsoleLevel, Event, EventKind, ObjectId, ObjectShape, TaskId};

use crate::Card;
use crate::texts::{fill, names};

/// A line on the console.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConsoleLine {
    /// The step that printed it.
    pub step: u32,
    /// The virtual time.
    pub time: Instant,
    /// Who printed it.
    pub task: TaskId,
    /// The line of the program, 0 if there is none.
    pub line: u32,
    /// Standard output or standard error.
    pub level: ConsoleLevel,
    /// What was printed, possibly in several lines.
    pub text: String,
}

/// Shared variables by name.
pub type Variables = BTreeMap<String, VariableState>;

/// A shared variable at a moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VariableState {
    /// Its value, as far as any task has read or written it.
    pub value: String,
    /// Who wrote it last and in which step; `None` if nobody has since it was shared.
    pub written: Option<(TaskId, u32)>,
    /// Who read its present value since, in order, each once.
    pub readers: Vec<TaskId>,
}

/// What is known of the objects and variables after some events. Copies share what did not change.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Moment {
    /// The objects in the order of their construction.
    pub cards: Vec<Arc<Card>>,
    /// The shared variables by name.
    pub variables: Arc<Variables>,
    /// The virtual time.
    pub now: Instant,
}

impl Moment {
    /// The object with this id.
    #[must_use]
    pub fn card(&self, object: ObjectId) -> Option<&Card> {
        let index = self.cards.binary_search_by_key(&object, |card| card.object).ok()?;
        self.cards.get(index).map(Arc::as_ref)
    }

    /// The name of an object, also of one that was never announced.
    #[must_use]
    pub fn name_of(&self, object: ObjectId) -> String {
        self.card(object)
            .map_or_else(|| fill(names::OBJECT, &[&object.0]), |card| card.name.clone())
    }

    /// How many things it holds, about, that it does not share with another one: what keeping it costs.
    pub(crate) fn weight_beside(&self, other: Option<&Moment>) -> usize {
        let own = self.cards.iter().map(|card| {
            let before = other.and_then(|other| other.card(card.object));
            match before.is_some_and(|before| std::ptr::eq(before, &**card)) {
                true => 1,
                false => card.weight_beside(before),
            }
        });
        let shares_variables = other.is_some_and(|other| Arc::ptr_eq(&other.variables, &self.variables));
        own.sum::<usize>() + if shares_variables { 0 } else { self.variables.len() }
    }

    /// What one more event makes of it.
    pub fn apply(&mut self, event: &Event) {
        self.now = event.time;
        let task = event.task;
        match &event.kind {
            EventKind::Created { object, name, shape } => self.create(*object, name, shape, event.step),
            EventKind::Acquired { object, mode, units } => {
                self.change(*object, |card| card.acquire(event, mode, *units));
            }
            EventKind::Queued {
                object,
                operation,
                units,
                position,
            } => self.change(*object, |card| card.enqueue(event, operation, *units, *position)),
            EventKind::Passed { object, .. } | EventKind::Dequeued { object } => {
                self.change(*object, |card| card.leave(task))
            }
            EventKind::Released { object, mode, units } => {
                self.change(*object, |card| card.release(task, mode, *units));
            }
            EventKind::Sent { object, value } => self.change(*object, |card| card.put(value, task, event)),
            EventKind::Buffered { object, from, value } => self.change(*object, |card| card.put(value, *from, event)),
            EventKind::Received { object, from, .. } => self.change(*object, |card| card.take(task, *from)),
            EventKind::Closed { object } => self.change(*object, |card| card.is_closed = true),
            EventKind::AtomicSet { object, value } => self.change(*object, |card| card.set(*value, event)),
            EventKind::Shown { object, fact, value } => {
                // An event of the clock carries line 0 and somebody's number.
                let by = (event.line > 0).then_some(task);
                self.change(*object, |card| card.learn(fact, value, by, event.step));
            }
            EventKind::RowShown { object, row } => self.change(*object, |card| card.show_row(row, event.step)),
            EventKind::RowGone { object, key } => self.change(*object, |card| card.drop_row(key)),
            EventKind::Counted { object, what } => self.change(*object, |card| card.count(what, event.step)),
            EventKind::Read { name, value } => self.read(name, value, task),
            EventKind::Wrote { name, value, .. } => self.wrote(name, value, task, event.step),
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
            | EventKind::CancelRequested { .. }
            | EventKind::Cancelled
            | EventKind::Failed { .. }
            | EventKind::AtomicGot { .. }
            | EventKind::HandedOff { .. }
            | EventKind::LostUpdate { .. }
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
            | EventKind::Printed { .. }
            | EventKind::TimerSet { .. }
            | EventKind::CallbackStarted { .. }
            | EventKind::CallbackEnded
            | EventKind::ClockMoved { .. }
            | EventKind::RunFinished
            | EventKind::RunFailed { .. }
            | EventKind::Deadlocked { .. }
            | EventKind::LimitReached { .. } => {}
        }
    }

    fn create(&mut self, object: ObjectId, name: &str, shape: &ObjectShape, step: u32) {
        let card = Arc::new(Card::new(object, name, shape, step));
        match self.cards.binary_search_by_key(&object, |card| card.object) {
            Ok(index) => self.cards[index] = card,
            Err(index) => self.cards.insert(index, card),
        }
    }

    fn change(&mut self, object: ObjectId, change: impl FnOnce(&mut Card)) {
        if let Ok(index) = self.cards.binary_search_by_key(&object, |card| card.object) {
            change(Arc::make_mut(&mut self.cards[index]));
        }
    }

    fn read(&mut self, name: &str, value: &str, task: TaskId) {
        // Most reads change nothing, and then the variables stay shared with every other copy.
        if self
            .variables
            .get(name)
            .is_some_and(|known| known.value == value && known.readers.contains(&task))
        {
            return;
        }
        let known = Arc::make_mut(&mut self.variables)
            .entry(name.to_owned())
            .or_insert_with(|| VariableState {
                value: value.to_owned(),
                written: None,
                readers: Vec::new(),
            });
        if known.value != value {
            value.clone_into(&mut known.value);
            known.readers.clear();
        }
        if !known.readers.contains(&task) {
            known.readers.push(task);
        }
    }

    fn wrote(&mut self, name: &str, value: &str, task: TaskId, step: u32) {
        let state = VariableState {
            value: value.to_owned(),
            written: Some((task, step)),
            readers: Vec::new(),
        };
        Arc::make_mut(&mut self.variables).insert(name.to_owned(), state);
    }
}
