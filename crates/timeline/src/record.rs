//! The event log, in a few bytes for each event. Owns where events begin, and that any of them is found without reading more
//! than a block; what an event is as bytes is `code`'s business, what events mean everybody else's.
//!
//! Events come in blocks of the same number. A block is read from its beginning: each event says how its step, time, task
//! and line differ from those of the one before. Blocks that are full are shared between copies.

mod code;

use std::sync::Arc;

use clock::Instant;
use world::{Event, EventKind, TaskId};

use code::{Code, Reader, Texts, Writer};

/// How many events are in a block: reading one of them reads half of these.
const BLOCK: usize = 128;

/// Which bits of an event's first byte say what: the steps since the event before, or that they follow; and what else does.
const STEPS: u8 = 0b0011;
const STEPS_FOLLOW: u8 = 0b0011;
const TIME_FOLLOWS: u8 = 0b0100;
const TASK_FOLLOWS: u8 = 0b1000;
const LINE_FOLLOWS: u8 = 0b1_0000;

/// All events of a run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    /// The full blocks.
    blocks: Vec<Block>,
    /// The block that is being written.
    open: Vec<u8>,
    open_first: Head,
    texts: Texts,
    count: usize,
    last: Head,
    /// How many tell of the making of the world.
    made: usize,
    words: Vec<&'static str>,
    /// Where time went on.
    hours: Vec<Hour>,
}

#[derive(Clone, Debug)]
struct Block {
    /// Of its first event.
    first: Head,
    bytes: Arc<[u8]>,
}

/// What all events have.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Head {
    step: u32,
    time: Instant,
    task: TaskId,
    line: u32,
}

/// A time at which something happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Hour {
    time: Instant,
    /// The place of the first event at this time.
    event: u32,
    /// The step of the first event at this time.
    step: u32,
    /// The boundary after the event before it.
    before: u32,
}

impl Head {
    fn of(event: &Event) -> Head {
        Head {
            step: event.step,
            time: event.time,
            task: event.task,
            line: event.line,
        }
    }

    fn put(self, before: Head, to: &mut Writer<'_>) {
        let steps = self.step.wrapping_sub(before.step);
        let has = |is: bool, bit: u8| if is { bit } else { 0 };
        let bits = steps.min(u32::from(STEPS_FOLLOW)) as u8
            | has(self.time != before.time, TIME_FOLLOWS)
            | has(self.task != before.task, TASK_FOLLOWS)
            | has(self.line != before.line, LINE_FOLLOWS);
        to.byte(bits);
        if bits & STEPS == STEPS_FOLLOW {
            steps.put(to);
        }
        if bits & TIME_FOLLOWS != 0 {
            self.time.0.wrapping_sub(before.time.0).put(to);
        }
        if bits & TASK_FOLLOWS != 0 {
            self.task.put(to);
        }
        if bits & LINE_FOLLOWS != 0 {
            self.line.put(to);
        }
    }

    fn take(before: Head, from: &mut Reader<'_>) -> Head {
        let bits = from.byte();
        let mut head = before;
        let steps = match bits & STEPS {
            STEPS_FOLLOW => u32::take(from),
            few => u32::from(few),
        };
        head.step = before.step.wrapping_add(steps);
        if bits & TIME_FOLLOWS != 0 {
            head.time = Instant(before.time.0.wrapping_add(u64::take(from)));
        }
        if bits & TASK_FOLLOWS != 0 {
            head.task = TaskId::take(from);
        }
        if bits & LINE_FOLLOWS != 0 {
            head.line = u32::take(from);
        }
        head
    }
}

impl Record {
    /// Writes down what happened next.
    pub(crate) fn push(&mut self, event: &Event) {
        let head = Head::of(event);
        let before = self.boundary_after_last();
        if self.count.is_multiple_of(BLOCK) {
            self.seal();
            self.open_first = head;
            self.last = head;
        }
        if self.hours.last().is_none_or(|hour| hour.time != head.time) {
            self.hours.push(Hour {
                event: u32::try_from(self.count).unwrap_or(u32::MAX),
                time: head.time,
                step: head.step,
                before,
            });
        }
        let is_making = matches!(event.kind, EventKind::Spawned { parent: None, .. });
        if is_making && self.made == self.count {
            self.made += 1;
        }
        let mut to = Writer {
            bytes: &mut self.open,
            texts: &mut self.texts,
            words: &mut self.words,
        };
        head.put(self.last, &mut to);
        event.kind.put(&mut to);
        self.last = head;
        self.count += 1;
    }

    /// Puts the open block, if it is full, to the others.
    fn seal(&mut self) {
        if !self.open.is_empty() {
            self.blocks.push(Block {
                first: self.open_first,
                bytes: self.open.as_slice().into(),
            });
            self.open.clear();
        }
        self.texts = Texts::default();
    }

    /// Forgets all events but the first so many.
    pub(crate) fn truncate(&mut self, count: usize) {
        if count >= self.count {
            return;
        }
        let whole = count / BLOCK * BLOCK;
        let rest: Vec<Event> = self.between(whole, count).collect();
        let last = whole.checked_sub(1).and_then(|last| self.between(last, whole).next());
        self.blocks.truncate(whole / BLOCK);
        self.open.clear();
        self.count = whole;
        self.made = self.made.min(whole);
        self.last = last.as_ref().map(Head::of).unwrap_or_default();
        let kept = self.hours.partition_point(|hour| (hour.event as usize) < whole);
        self.hours.truncate(kept);
        rest.iter().for_each(|event| self.push(event));
    }

    /// How many events there are.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// How many tell of the making of the world, before the first step.
    pub(crate) fn made(&self) -> usize {
        self.made
    }

    /// The step of the last event.
    pub(crate) fn last_step(&self) -> Option<u32> {
        (self.count > 0).then_some(self.last.step)
    }

    /// The time of the last event.
    pub(crate) fn last_time(&self) -> Option<Instant> {
        (self.count > 0).then_some(self.last.time)
    }

    /// The boundary after the last event's step; what the making of the world told belongs to no step.
    pub(crate) fn boundary_after_last(&self) -> u32 {
        match self.count == self.made {
            true => 0,
            false => self.last.step.saturating_add(1),
        }
    }

    /// How many events are of steps before this one.
    pub(crate) fn count_before(&self, step: u32) -> usize {
        if self.count == 0 || self.last.step < step {
            return self.count;
        }
        let sealed = self.blocks.partition_point(|block| block.first.step < step);
        let is_in_open = sealed == self.blocks.len() && !self.open.is_empty() && self.open_first.step < step;
        let Some(index) = (sealed + usize::from(is_in_open)).checked_sub(1) else {
            return 0;
        };
        let mut events = self.block(index);
        while events.next < events.end {
            let at = events.next;
            events.pass();
            if events.head.step >= step {
                return at;
            }
        }
        events.next
    }

    /// The time at a boundary.
    pub(crate) fn time_at(&self, boundary: u32) -> Instant {
        let after = self.hours.partition_point(|hour| hour.step < boundary);
        let hour = match after.checked_sub(1) {
            Some(index) => self.hours.get(index),
            None => self.hours.first().filter(|_| self.made > 0),
        };
        hour.map_or(Instant::ZERO, |hour| hour.time)
    }

    /// The boundary after everything that happened before a time, in microseconds.
    pub(crate) fn boundary_before(&self, time: f64) -> u32 {
        let earlier = self.hours.partition_point(|hour| (hour.time.0 as f64) < time);
        self.hours
            .get(earlier)
            .map_or_else(|| self.boundary_after_last(), |hour| hour.before)
    }

    /// The events from one place to another.
    pub(crate) fn between(&self, start: usize, end: usize) -> Events<'_> {
        let end = end.min(self.count);
        let start = start.min(end);
        let mut events = self.block(start / BLOCK);
        events.end = end;
        while events.next < start {
            events.pass();
        }
        events
    }

    /// The events of a block.
    fn block(&self, index: usize) -> Events<'_> {
        let (head, bytes) = match self.blocks.get(index) {
            Some(block) => (block.first, &*block.bytes),
            None => (self.open_first, self.open.as_slice()),
        };
        Events {
            record: self,
            next: index * BLOCK,
            end: self.count.min((index + 1) * BLOCK),
            head,
            from: Reader {
                bytes,
                at: 0,
                texts: Texts::default(),
                words: &self.words,
                is_passing: false,
            },
        }
    }
}

/// Some events of a run, in order, made as they are asked for.
#[derive(Clone, Debug)]
pub struct Events<'a> {
    record: &'a Record,
    /// The place of the next event, and of the one that is not given any more.
    next: usize,
    end: usize,
    /// Of the event before.
    head: Head,
    from: Reader<'a>,
}

impl Events<'_> {
    fn read(&mut self) -> EventKind {
        if self.from.at > 0 && self.next.is_multiple_of(BLOCK) {
            let end = self.end;
            *self = self.record.block(self.next / BLOCK);
            self.end = end;
        }
        self.head = Head::take(self.head, &mut self.from);
        self.next += 1;
        EventKind::take(&mut self.from)
    }

    /// Leaves an event out.
    fn pass(&mut self) {
        self.from.is_passing = true;
        self.read();
        self.from.is_passing = false;
    }
}

impl Iterator for Events<'_> {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        if self.next >= self.end {
            return None;
        }
        let kind = self.read();
        let Head { step, time, task, line } = self.head;
        Some(Event {
            step,
            time,
            task,
            line,
            kind,
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end - self.next;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Events<'_> {}

#[cfg(test)]
mod tests;
