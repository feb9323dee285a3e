//! A schedule told in words, one line for each step. Owns the words; they are made from the events of a replay, so they
//! cannot say anything that did not happen.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytecode::Program;
use world::{Choice, Detail, Event, EventKind, Log, ObjectId, Schedule, Setup, TaskId, WaitReason, World};

/// One step of a schedule.
pub(crate) struct Step {
    /// The lane's name, `clock` when time moved.
    pub(crate) lane: String,
    /// The line of the program that the step is about, 0 if it is about none.
    pub(crate) line: u32,
    /// What happened.
    pub(crate) words: String,
}

/// Replays the schedule and tells each of its steps; stops early if the schedule does not fit.
pub(crate) fn narrate(program: &Arc<Program>, setup: Setup, schedule: &Schedule) -> Vec<Step> {
    let mut teller = Teller::new(program, schedule.setup(setup));
    schedule
        .choices
        .iter()
        .map_while(|&choice| teller.step(choice))
        .collect()
}

/// A run that tells what it does.
#[derive(Clone)]
pub(crate) struct Teller {
    world: World,
    names: Names,
}

impl Teller {
    /// A run that has not begun.
    pub(crate) fn new(program: &Arc<Program>, setup: Setup) -> Teller {
        let mut log = Log::new(Detail::Everything);
        let world = World::new(Arc::clone(program), setup, &mut log);
        let mut names = Names::default();
        names.learn(&log.events);
        Teller { world, names }
    }

    /// Takes a step and tells it. `None` if it cannot be taken.
    pub(crate) fn step(&mut self, choice: Choice) -> Option<Step> {
        let mut log = Log::new(Detail::Everything);
        let stands_on = line_of(&self.world, choice);
        self.world.step(choice, &mut log).ok()?;
        self.names.learn(&log.events);
        Some(self.names.step(choice, stands_on, &log.events))
    }
}

/// Whether an event is the doing of the lane that runs; a new lane is that of the one that starts it.
fn is_own(event: &Event, runner: Option<TaskId>) -> bool {
    if let EventKind::Spawned { parent, .. } = event.kind {
        return parent == runner;
    }
    Some(event.task) == runner
}

fn line_of(world: &World, choice: Choice) -> u32 {
    match choice {
        Choice::Run(task) => world
            .tasks()
            .iter()
            .find(|view| view.id == task)
            .map_or(0, |view| view.line),
        Choice::Advance | Choice::Pick(_) | Choice::Complete(_) => 0,
    }
}

/// How much of an object and as what; one permit or lock goes without saying.
fn amount(mode: &str, units: u32) -> String {
    match (mode, units) {
        ("permit" | "lock", 1) => String::new(),
        (mode, 1) => format!("a {mode} of "),
        (mode, units) => format!("{units} {mode}s of "),
    }
}

/// What is told of one step; a step of the event loop may do hundreds of things.
const WORDS_MAX: usize = 12;

/// What the tasks and objects are called.
#[derive(Clone, Default)]
struct Names {
    tasks: BTreeMap<TaskId, String>,
    objects: BTreeMap<ObjectId, String>,
}

impl Names {
    fn learn(&mut self, events: &[Event]) {
        for event in events {
            if let EventKind::Spawned { name, .. } = &event.kind {
                self.tasks.insert(event.task, name.clone());
            }
            if let EventKind::Created { object, name, .. } = &event.kind {
                self.objects.insert(*object, name.clone());
            }
        }
    }

    fn task(&self, task: TaskId) -> String {
        self.tasks
            .get(&task)
            .cloned()
            .unwrap_or_else(|| format!("task {}", task.0))
    }

    fn object(&self, object: ObjectId) -> String {
        self.objects
            .get(&object)
            .cloned()
            .unwrap_or_else(|| format!("object {}", object.0))
    }

    fn step(&self, choice: Choice, stands_on: u32, events: &[Event]) -> Step {
        let runner = match choice {
            Choice::Run(task) => Some(task),
            // It goes on in the same step, and is the first to be heard of.
            Choice::Pick(_) => events.first().map(|event| event.task),
            Choice::Advance | Choice::Complete(_) => None,
        };
        let nobody = match choice {
            Choice::Complete(_) => "I/O",
            Choice::Run(_) | Choice::Advance | Choice::Pick(_) => "clock",
        };
        let mut words: Vec<String> = events.iter().filter_map(|event| self.words(event, runner)).collect();
        if words.len() > WORDS_MAX {
            let rest = words.len() - WORDS_MAX;
            words.truncate(WORDS_MAX);
            words.push(format!("and {rest} more"));
        }
        // The line of the first thing told of it. A lane stands where its last step stopped, which can be another line.
        let is_told = |event: &&Event| is_own(event, runner) && event.line > 0 && self.words(event, runner).is_some();
        let line = events.iter().find(is_told).map_or(stands_on, |event| event.line);
        Step {
            lane: runner.map_or_else(|| nobody.to_owned(), |task| self.task(task)),
            line,
            words: if words.is_empty() {
                "goes on".to_owned()
            } else {
                words.join("; ")
            },
        }
    }

    /// What an event says to a reader; `None` if another event of the same step says more.
    fn words(&self, event: &Event, runner: Option<TaskId>) -> Option<String> {
        let is_other = runner.is_some_and(|runner| runner != event.task);
        let who = self.task(event.task);
        let words = match &event.kind {
            EventKind::Spawned { name, parent, .. } => {
                let parent = parent
                    .filter(|&parent| Some(parent) != runner)
                    .map(|parent| self.task(parent) + " ");
                return Some(format!("{}starts {name}", parent.unwrap_or_default()));
            }
            EventKind::Blocked { reason } => format!("waits for {}", self.reason(reason)),
            EventKind::Woken { .. } if is_other || runner.is_none() => return Some(format!("{who} can go on")),
            EventKind::Slept { until } => format!("sleeps until {until}"),
            EventKind::WorkStarted { until } => format!("computes until {until}"),
            EventKind::WorkEnded if runner.is_none() => format!("{who} has computed"),
            EventKind::WorkEnded => "has computed".to_owned(),
            EventKind::Finished => "has finished".to_owned(),
            EventKind::Failed { message } => format!("fails: {message}"),
            EventKind::CancelRequested { of } => format!("cancels {}", self.task(*of)),
            EventKind::Cancelled if is_other => return Some(format!("{who} is cancelled before it has begun")),
            EventKind::Cancelled => "ends, as it was cancelled".to_owned(),
            EventKind::Created { name, shape, .. } => format!("makes {} {name}", shape.class),
            EventKind::Acquired { object, mode, units } => {
                format!("gets {}{}", amount(mode, *units), self.object(*object))
            }
            EventKind::Queued { object, position, .. } => {
                format!("queues for {} at place {}", self.object(*object), position + 1)
            }
            EventKind::Passed { object, .. } => format!("gets through {}", self.object(*object)),
            EventKind::Dequeued { object } => format!("leaves the queue of {}", self.object(*object)),
            EventKind::Released { object, mode, units } => {
                format!("gives {}{} back", amount(mode, *units), self.object(*object))
            }
            EventKind::HandedOff { object, to, .. } => {
                format!("hands {} to {}", self.object(*object), self.task(*to))
            }
            EventKind::Sent { object, value } => format!("sends {value} into {}", self.object(*object)),
            EventKind::Received { object, value, .. } => format!("receives {value} from {}", self.object(*object)),
            EventKind::Buffered { object, from, value } => {
                format!("{} takes {value} from {}", self.object(*object), self.task(*from))
            }
            EventKind::Closed { object } => format!("closes {}", self.object(*object)),
            EventKind::Shown { object, fact, value } => {
                return Some(format!("{fact} of {} is {value}", self.object(*object)));
            }
            EventKind::RowShown { object, row } => {
                return Some(format!("{} lists {} as {}", self.object(*object), row.key, row.state));
            }
            EventKind::RowGone { object, key } => {
                return Some(format!("{} no longer lists {key}", self.object(*object)));
            }
            EventKind::Counted { object, what } => return Some(format!("{}: {what}", self.object(*object))),
            EventKind::AtomicSet { object, value } => format!("sets {} to {value}", self.object(*object)),
            EventKind::AtomicGot { object, value } => format!("reads {}: {value}", self.object(*object)),
            EventKind::Read { name, value } => format!("reads {name}: {value}"),
            EventKind::Wrote { name, value, previous } => format!("writes {name} = {value} over {previous}"),
            EventKind::LostUpdate {
                name, overwritten_by, ..
            } => format!("which undoes what {} wrote to {name}", self.task(*overwritten_by)),
            EventKind::OverRelease { object } => format!("gives back {}, which it does not hold", self.object(*object)),
            EventKind::Leaked { object } => return Some(format!("{who} still holds {}", self.object(*object))),
            EventKind::PickOffered { count } => format!("leaves open which of {count}"),
            EventKind::Picked { value, .. } => format!("gets {value} of what was open"),
            EventKind::CriticalReached { name } if name.is_empty() => "stands before the critical step".to_owned(),
            EventKind::CriticalReached { name } => format!("stands before the critical step {name}"),
            EventKind::CriticalEntered { name } if name.is_empty() => "takes the critical step".to_owned(),
            EventKind::CriticalEntered { name } => format!("takes the critical step {name}"),
            EventKind::Progressed => "makes progress".to_owned(),
            EventKind::EventuallyHeld { name } | EventKind::SometimesHeld { name } => {
                return Some(format!("now it is true: {name}"));
            }
            EventKind::IoStarted { name, .. } => format!("asks for {name}"),
            EventKind::IoCompleted { name } => return Some(format!("{name}, which {who} asked for, is done")),
            EventKind::Printed { text, .. } => format!("prints {text:?}"),
            EventKind::TimerSet { until } => format!("sets a timer for {until}"),
            EventKind::CallbackStarted { name } if name.is_empty() => "runs a callback".to_owned(),
            EventKind::CallbackStarted { name } => format!("runs the callback {name}"),
            EventKind::ClockMoved { .. } => format!("moves to {}", event.time),
            EventKind::RunFinished => return Some("the run is over".to_owned()),
            EventKind::RunFailed { failure, message, .. } => format!("{failure}: {message}"),
            EventKind::Deadlocked { .. } => return Some("nothing can happen any more".to_owned()),
            EventKind::LimitReached { limit } => format!("reaches {}", limit.describe()),
            EventKind::Resumed
            | EventKind::Paused
            | EventKind::Woken { .. }
            | EventKind::SpanStarted { .. }
            | EventKind::SpanEnded
            | EventKind::PropertyNamed { .. }
            | EventKind::CallbackEnded => return None,
        };
        Some(if is_other { format!("{who} {words}") } else { words })
    }

    fn reason(&self, reason: &WaitReason) -> String {
        match reason {
            WaitReason::Object { object, operation } => format!("{} ({operation})", self.object(*object)),
            WaitReason::Task(task) => self.task(*task),
            WaitReason::Several { combinator } => (*combinator).to_owned(),
            WaitReason::Promise => "a promise".to_owned(),
            WaitReason::Sleep { until } => format!("the clock to be {until}"),
            WaitReason::Turn => "its turn".to_owned(),
            WaitReason::Core => "a free core".to_owned(),
            WaitReason::Io { name } => name.clone(),
        }
    }
}
