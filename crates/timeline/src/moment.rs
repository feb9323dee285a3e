//! Objects, variables and the console at one moment. Owns how each event changes them. Looks at one event at a time and
//! keeps no history: `timeline` keeps copies of moments to go back to.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use clock::Instant;
use world::{ConsoleLevel, Event, EventKind, FactValue, ObjectId, ObjectShape, Slots, TaskId};

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

/// An object at a moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card {
    /// The object.
    pub object: ObjectId,
    /// The variable that it was constructed into, or its class and number.
    pub name: String,
    /// What it was made as.
    pub shape: ObjectShape,
    /// What it holds.
    pub body: CardBody,
}

/// What an object holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CardBody {
    /// A counting semaphore.
    Semaphore {
        /// Permits that anyone may take.
        available: u32,
        /// One entry for every permit that is held, in order of acquisition.
        holders: Vec<TaskId>,
        /// Who waits, first in line first.
        queue: Vec<QueueEntry>,
    },
    /// A lock.
    Mutex {
        /// Who holds it.
        owner: Option<TaskId>,
        /// How often.
        depth: u32,
        /// Who waits, first in line first.
        queue: Vec<QueueEntry>,
    },
    /// A channel.
    Channel {
        /// The values inside, oldest first.
        buffer: VecDeque<BufferedValue>,
        /// Who waits to send.
        senders: Vec<BlockedSender>,
        /// Who waits to receive.
        receivers: Vec<QueueEntry>,
        /// Whether it was closed.
        is_closed: bool,
    },
    /// An atomic integer.
    AtomicInt {
        /// Its value.
        value: i64,
        /// Who set it last.
        writer: Option<TaskId>,
    },
}

/// A task in a wait queue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct QueueEntry {
    /// The task.
    pub task: TaskId,
    /// What it asks for: `acquire`, `lock`, `receive`.
    pub operation: &'static str,
    /// The step in which it queued.
    pub step: u32,
}

/// A task that waits to send. What it sends shows when the channel takes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BlockedSender {
    /// The task.
    pub task: TaskId,
    /// The step in which it queued.
    pub step: u32,
}

/// A value inside a channel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BufferedValue {
    /// The value in short.
    pub value: String,
    /// Who sent it.
    pub from: TaskId,
    /// The step in which it went in.
    pub step: u32,
    /// The virtual time of that step.
    pub time: Instant,
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
            .map_or_else(|| format!("object {}", object.0), |card| card.name.clone())
    }

    /// What one more event makes of it.
    pub fn apply(&mut self, event: &Event) {
        self.now = event.time;
        let task = event.task;
        match &event.kind {
            EventKind::Created { object, name, shape } => self.create(*object, name, shape),
            EventKind::Acquired { object, .. } => self.change(*object, |body| body.acquire(task)),
            EventKind::Queued {
                object,
                operation,
                position,
                ..
            } => {
                self.change(*object, |body| body.enqueue(task, operation, *position, event.step));
            }
            EventKind::Dequeued { object } => self.change(*object, |body| body.dequeue(task)),
            EventKind::Released { object, .. } => self.change(*object, |body| body.release(task)),
            EventKind::Sent { object, value } => self.change(*object, |body| body.put(value, task, event)),
            EventKind::Buffered { object, from, value } => self.change(*object, |body| body.put(value, *from, event)),
            EventKind::Received { object, from, .. } => self.change(*object, |body| body.take(task, *from)),
            EventKind::Closed { object } => self.change(*object, CardBody::close),
            EventKind::AtomicSet { object, value } => {
                self.change(*object, |body| body.set(*value, task));
            }
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
            | EventKind::Failed { .. }
            | EventKind::AtomicGot { .. }
            | EventKind::HandedOff { .. }
            | EventKind::Shown { .. }
            | EventKind::RowShown { .. }
            | EventKind::RowGone { .. }
            | EventKind::Counted { .. }
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

    fn create(&mut self, object: ObjectId, name: &str, shape: &ObjectShape) {
        let body = match shape.class {
            "Mutex" => CardBody::Mutex {
                owner: None,
                depth: 0,
                queue: Vec::new(),
            },
            "Channel" => CardBody::Channel {
                buffer: VecDeque::new(),
                senders: Vec::new(),
                receivers: Vec::new(),
                is_closed: false,
            },
            "AtomicInt" => CardBody::AtomicInt {
                value: match shape.traits.first() {
                    Some((_, FactValue::Count(value))) => *value,
                    Some(_) | None => 0,
                },
                writer: None,
            },
            _ => CardBody::Semaphore {
                available: match shape.slots {
                    Slots::Fixed(permits) => permits,
                    Slots::None | Slots::Unbounded => 0,
                },
                holders: Vec::new(),
                queue: Vec::new(),
            },
        };
        let name = if name.is_empty() {
            format!("{} {}", shape.class, object.0)
        } else {
            name.to_owned()
        };
        let card = Arc::new(Card {
            object,
            name,
            shape: shape.clone(),
            body,
        });
        match self.cards.binary_search_by_key(&object, |card| card.object) {
            Ok(index) => self.cards[index] = card,
            Err(index) => self.cards.insert(index, card),
        }
    }

    fn change(&mut self, object: ObjectId, change: impl FnOnce(&mut CardBody)) {
        if let Ok(index) = self.cards.binary_search_by_key(&object, |card| card.object) {
            change(&mut Arc::make_mut(&mut self.cards[index]).body);
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

fn leave(queue: &mut Vec<QueueEntry>, task: TaskId) {
    if let Some(index) = queue.iter().position(|entry| entry.task == task) {
        queue.remove(index);
    }
}

impl CardBody {
    fn acquire(&mut self, task: TaskId) {
        match self {
            CardBody::Semaphore {
                available,
                holders,
                queue,
            } => {
                leave(queue, task);
                *available = available.saturating_sub(1);
                holders.push(task);
            }
            CardBody::Mutex { owner, depth, queue } => {
                leave(queue, task);
                *depth = if *owner == Some(task) { *depth + 1 } else { 1 };
                *owner = Some(task);
            }
            CardBody::Channel { .. } | CardBody::AtomicInt { .. } => {}
        }
    }

    fn release(&mut self, task: TaskId) {
        match self {
            CardBody::Semaphore { available, holders, .. } => {
                if let Some(index) = holders.iter().rposition(|&holder| holder == task) {
                    holders.remove(index);
                }
                *available += 1;
            }
            CardBody::Mutex { owner, depth, .. } => {
                *depth = depth.saturating_sub(1);
                if *depth == 0 {
                    *owner = None;
                }
            }
            CardBody::Channel { .. } | CardBody::AtomicInt { .. } => {}
        }
    }

    fn enqueue(&mut self, task: TaskId, operation: &'static str, position: u32, step: u32) {
        let entry = QueueEntry { task, operation, step };
        let queue = match self {
            CardBody::Semaphore { queue, .. } | CardBody::Mutex { queue, .. } => queue,
            CardBody::Channel { senders, receivers, .. } => {
                if operation == "send" {
                    let index = (position as usize).min(senders.len());
                    senders.insert(index, BlockedSender { task, step });
                    return;
                }
                receivers
            }
            CardBody::AtomicInt { .. } => return,
        };
        let index = (position as usize).min(queue.len());
        queue.insert(index, entry);
    }

    fn dequeue(&mut self, task: TaskId) {
        match self {
            CardBody::Semaphore { queue, .. } | CardBody::Mutex { queue, .. } => leave(queue, task),
            CardBody::Channel { senders, receivers, .. } => {
                leave(receivers, task);
                leave_senders(senders, task);
            }
            CardBody::AtomicInt { .. } => {}
        }
    }

    fn put(&mut self, value: &str, from: TaskId, event: &Event) {
        match self {
            CardBody::Channel { buffer, senders, .. } => {
                leave_senders(senders, from);
                buffer.push_back(BufferedValue {
                    value: value.to_owned(),
                    from,
                    step: event.step,
                    time: event.time,
                });
            }
            CardBody::Semaphore { .. } | CardBody::Mutex { .. } | CardBody::AtomicInt { .. } => {}
        }
    }

    fn take(&mut self, task: TaskId, from: Option<TaskId>) {
        match self {
            CardBody::Channel {
                buffer,
                senders,
                receivers,
                ..
            } => {
                leave(receivers, task);
                match from {
                    Some(sender) => leave_senders(senders, sender),
                    None => drop(buffer.pop_front()),
                }
            }
            CardBody::Semaphore { .. } | CardBody::Mutex { .. } | CardBody::AtomicInt { .. } => {}
        }
    }

    fn close(&mut self) {
        match self {
            CardBody::Channel {
                senders,
                receivers,
                is_closed,
                ..
            } => {
                *is_closed = true;
                senders.clear();
                receivers.clear();
            }
            CardBody::Semaphore { .. } | CardBody::Mutex { .. } | CardBody::AtomicInt { .. } => {}
        }
    }

    fn set(&mut self, new: i64, task: TaskId) {
        match self {
            CardBody::AtomicInt { value, writer } => {
                *value = new;
                *writer = Some(task);
            }
            CardBody::Semaphore { .. } | CardBody::Mutex { .. } | CardBody::Channel { .. } => {}
        }
    }
}

fn leave_senders(senders: &mut Vec<BlockedSender>, task: TaskId) {
    if let Some(index) = senders.iter().position(|sender| sender.task == task) {
        senders.remove(index);
    }
}
