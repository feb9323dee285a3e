//! Writes event logs the way a world does. Owns steps and times, so that a test tells only what happens.

use clock::Instant;
use world::{ConsoleLevel, Event, EventKind, TaskId};

use crate::Timeline;

/// A log in the making.
pub(crate) struct Story {
    pub(crate) events: Vec<Event>,
    step: u32,
    now: Instant,
}

/// One step of it.
pub(crate) struct Step<'a> {
    story: &'a mut Story,
    task: TaskId,
}

impl Story {
    pub(crate) fn new() -> Story {
        let mut story = Story {
            events: Vec::new(),
            step: 0,
            now: Instant::ZERO,
        };
        story.push(
            TaskId(0),
            EventKind::Spawned {
                name: "main".to_owned(),
                parent: None,
                daemon: false,
                priority: 0,
            },
        );
        story
    }

    fn push(&mut self, task: TaskId, kind: EventKind) {
        self.events.push(Event {
            step: self.step,
            time: self.now,
            task,
            line: 3,
            kind,
        });
    }

    pub(crate) fn step(&mut self, task: TaskId, tell: impl FnOnce(&mut Step<'_>)) {
        tell(&mut Step { story: self, task });
        self.step += 1;
    }

    pub(crate) fn advance(&mut self, to_micros: u64, tell: impl FnOnce(&mut Step<'_>)) {
        let from = std::mem::replace(&mut self.now, Instant(to_micros));
        self.push(TaskId(0), EventKind::ClockMoved { from });
        tell(&mut Step {
            story: self,
            task: TaskId(0),
        });
        self.step += 1;
    }

    pub(crate) fn timeline(&self) -> Timeline {
        let mut timeline = Timeline::new();
        timeline.extend(&self.events);
        timeline
    }
}

impl Step<'_> {
    pub(crate) fn event(&mut self, kind: EventKind) -> &mut Self {
        self.story.push(self.task, kind);
        self
    }

    pub(crate) fn other(&mut self, task: TaskId, kind: EventKind) -> &mut Self {
        self.story.push(task, kind);
        self
    }

    pub(crate) fn resumed(&mut self) -> &mut Self {
        self.event(EventKind::Resumed)
    }

    pub(crate) fn paused(&mut self, task: TaskId) -> &mut Self {
        self.other(task, EventKind::Paused)
    }

    pub(crate) fn woken(&mut self, task: TaskId, by: Option<TaskId>) -> &mut Self {
        self.other(task, EventKind::Woken { by })
    }

    pub(crate) fn spawned(&mut self, task: TaskId, name: &str) -> &mut Self {
        let parent = Some(self.task);
        self.other(
            task,
            EventKind::Spawned {
                name: name.to_owned(),
                parent,
                daemon: false,
                priority: 0,
            },
        )
    }

    pub(crate) fn read(&mut self, name: &str, value: &str) -> &mut Self {
        self.event(EventKind::Read {
            name: name.to_owned(),
            value: value.to_owned(),
        })
    }

    pub(crate) fn wrote(&mut self, name: &str, value: &str, previous: &str) -> &mut Self {
        let (name, value, previous) = (name.to_owned(), value.to_owned(), previous.to_owned());
        self.event(EventKind::Wrote { name, value, previous })
    }

    pub(crate) fn printed(&mut self, text: &str) -> &mut Self {
        self.event(EventKind::Printed {
            level: ConsoleLevel::Log,
            text: text.to_owned(),
        })
    }
}
