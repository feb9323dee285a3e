//! Events as text, one line each.
//!
//! Owns the words of the log, which are the same natively and in wasm, byte for byte. Sentences for people are made
//! elsewhere.

use std::fmt;

use super::{ConsoleLevel, Event, EventKind, FactValue, FailureKind, ObjectShape, PropertyKind, Row, WaitReason};

impl fmt::Display for WaitReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WaitReason::Object { object, operation } => write!(f, "{operation} #{}", object.0),
            WaitReason::Task(task) => write!(f, "task {}", task.0),
            WaitReason::Several { combinator } => write!(f, "{combinator}"),
            WaitReason::Promise => f.write_str("promise"),
            WaitReason::Sleep { until } => write!(f, "sleep until {until}"),
            WaitReason::Turn => f.write_str("turn"),
            WaitReason::Core => f.write_str("core"),
            WaitReason::Io { name } => write!(f, "io {name:?}"),
        }
    }
}

impl fmt::Display for Event {
    /// One line: step, time, task, line, then the event: `12 30ms #2 L7 acquired #0`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} #{} L{} {}",
            self.step, self.time, self.task.0, self.line, self.kind
        )
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EventKind::Spawned {
                name,
                parent,
                daemon,
                priority,
            } => {
                write!(f, "spawned {name:?}")?;
                if let Some(parent) = parent {
                    write!(f, " by #{}", parent.0)?;
                }
                if *daemon {
                    f.write_str(" daemon")?;
                }
                match priority {
                    0 => Ok(()),
                    priority => write!(f, " priority={priority}"),
                }
            }
            EventKind::Resumed => f.write_str("resumed"),
            EventKind::Paused => f.write_str("paused"),
            EventKind::Blocked { reason } => write!(f, "blocked on {reason}"),
            EventKind::Woken { by: Some(by) } => write!(f, "woken by #{}", by.0),
            EventKind::Woken { by: None } => f.write_str("woken by the clock"),
            EventKind::Slept { until } => write!(f, "sleeps until {until}"),
            EventKind::WorkStarted { until } => write!(f, "works until {until}"),
            EventKind::WorkEnded => f.write_str("work ended"),
            EventKind::SpanStarted { name } => write!(f, "span {name:?}"),
            EventKind::SpanEnded => f.write_str("span ended"),
            EventKind::Finished => f.write_str("finished"),
            EventKind::Failed { message } => write!(f, "failed {message:?}"),
            EventKind::CancelRequested { of } => write!(f, "cancel requested of #{}", of.0),
            EventKind::Cancelled => f.write_str("cancelled"),
            EventKind::Created { object, name, shape } => {
                write!(f, "created #{} {name:?} {}", object.0, shape)
            }
            EventKind::Acquired { object, mode, units } => {
                write!(f, "acquired #{}", object.0)?;
                held(f, mode, *units)
            }
            EventKind::Queued {
                object,
                operation,
                units,
                position,
            } => {
                write!(f, "queued #{} {operation}", object.0)?;
                held(f, "", *units)?;
                write!(f, " at {position}")
            }
            EventKind::Passed { object, units } => {
                write!(f, "passed #{}", object.0)?;
                held(f, "", *units)
            }
            EventKind::Dequeued { object } => write!(f, "dequeued #{}", object.0),
            EventKind::Released { object, mode, units } => {
                write!(f, "released #{}", object.0)?;
                held(f, mode, *units)
            }
            EventKind::HandedOff {
                object,
                to,
                mode,
                units,
            } => {
                write!(f, "handed off #{} to #{}", object.0, to.0)?;
                held(f, mode, *units)
            }
            EventKind::Shown { object, fact, value } => write!(f, "#{} {fact} is {value}", object.0),
            EventKind::RowShown { object, row } => write!(f, "#{} lists {row}", object.0),
            EventKind::RowGone { object, key } => write!(f, "#{} no longer lists {key}", object.0),
            EventKind::Counted { object, what } => write!(f, "#{} counts {what}", object.0),
            EventKind::Sent { object, value } => write!(f, "sent #{} {value}", object.0),
            EventKind::Received {
                object,
                value,
                from: Some(from),
            } => {
                write!(f, "received #{} {value} from #{}", object.0, from.0)
            }
            EventKind::Received {
                object,
                value,
                from: None,
            } => write!(f, "received #{} {value}", object.0),
            EventKind::Buffered { object, from, value } => {
                write!(f, "buffered #{} {value} from #{}", object.0, from.0)
            }
            EventKind::Closed { object } => write!(f, "closed #{}", object.0),
            EventKind::AtomicSet { object, value } => write!(f, "atomic #{} = {value}", object.0),
            EventKind::AtomicGot { object, value } => write!(f, "atomic #{} is {value}", object.0),
            EventKind::Read { name, value } => write!(f, "read {name} is {value}"),
            EventKind::Wrote { name, value, previous } => write!(f, "wrote {name} = {value} was {previous}"),
            EventKind::LostUpdate {
                name,
                read_line,
                overwritten_by,
                overwritten_line,
            } => write!(
                f,
                "lost update of {name}: read on L{read_line}, overwritten by #{} on L{overwritten_line}",
                overwritten_by.0
            ),
            EventKind::OverRelease { object } => write!(f, "released too much of #{}", object.0),
            EventKind::Leaked { object } => write!(f, "leaked #{}", object.0),
            EventKind::PickOffered { count } => write!(f, "offers {count} picks"),
            EventKind::Picked { pick, value } => write!(f, "picked {pick}: {value}"),
            EventKind::CriticalReached { name } => write!(f, "stands before critical {name:?}"),
            EventKind::CriticalEntered { name } => write!(f, "entered critical {name:?}"),
            EventKind::Progressed => f.write_str("progressed"),
            EventKind::PropertyNamed { kind, name } => write!(f, "states {kind} {name:?}"),
            EventKind::EventuallyHeld { name } => write!(f, "eventually {name:?} holds"),
            EventKind::SometimesHeld { name } => write!(f, "sometimes {name:?} holds"),
            EventKind::IoStarted {
                name,
                until: Some(until),
            } => write!(f, "io {name:?} until {until}"),
            EventKind::IoStarted { name, until: None } => write!(f, "io {name:?}"),
            EventKind::IoCompleted { name } => write!(f, "io {name:?} is done"),
            EventKind::Printed {
                level: ConsoleLevel::Log,
                text,
            } => write!(f, "printed {text:?}"),
            EventKind::Printed {
                level: ConsoleLevel::Error,
                text,
            } => write!(f, "printed to stderr {text:?}"),
            EventKind::TimerSet { until } => write!(f, "timer set for {until}"),
            EventKind::CallbackStarted { name } => write!(f, "callback {name:?}"),
            EventKind::CallbackEnded => f.write_str("callback ended"),
            EventKind::ClockMoved { from } => write!(f, "clock moved from {from}"),
            EventKind::RunFinished => f.write_str("run finished"),
            EventKind::RunFailed {
                failure,
                message,
                stack,
            } => {
                write!(f, "run failed: {failure}: {message:?}")?;
                match stack.as_slice() {
                    [] => Ok(()),
                    calls => write!(f, " at {}", calls.join(" < ")),
                }
            }
            EventKind::Deadlocked { tasks, explanation } => {
                let list: Vec<String> = tasks.iter().map(|task| format!("#{}", task.0)).collect();
                write!(f, "deadlocked {}: {explanation:?}", list.join(" "))
            }
            EventKind::LimitReached { limit } => write!(f, "reached {}", limit.describe()),
        }
    }
}

impl fmt::Display for FailureKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FailureKind::Assertion => "assertion",
            FailureKind::Always => "always",
            FailureKind::UncaughtError => "uncaught error",
            FailureKind::UnhandledRejection => "unhandled rejection",
            FailureKind::Breach => "breach",
            FailureKind::Eventually => "eventually",
            FailureKind::OverRelease => "over-release",
        })
    }
}

impl fmt::Display for PropertyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PropertyKind::Always => "always",
            PropertyKind::Eventually => "eventually",
            PropertyKind::Sometimes => "sometimes",
        })
    }
}

/// How much is held and as what; one permit or lock is what goes without saying.
fn held(f: &mut fmt::Formatter<'_>, mode: &str, units: u32) -> fmt::Result {
    match mode {
        "" | "permit" | "lock" => {}
        mode => write!(f, " as {mode}")?,
    }
    match units {
        1 => Ok(()),
        units => write!(f, " times {units}"),
    }
}

impl fmt::Display for ObjectShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.class)?;
        self.traits
            .iter()
            .try_for_each(|(name, value)| write!(f, " {name}={value}"))
    }
}

impl fmt::Display for FactValue {
    /// A number, a word or a time; a level as `2.5 of 10`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FactValue::Count(count) => write!(f, "{count}"),
            FactValue::Level { micro, capacity } => {
                let sign = if *micro < 0 { "-" } else { "" };
                let (whole, rest) = (micro.unsigned_abs() / 1_000_000, micro.unsigned_abs() % 1_000_000);
                write!(f, "{sign}{whole}")?;
                if rest > 0 {
                    write!(f, ".{}", format!("{rest:06}").trim_end_matches('0'))?;
                }
                write!(f, " of {capacity}")
            }
            FactValue::Word(word) => f.write_str(word),
            FactValue::At(at) => write!(f, "{at}"),
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.key, self.state)?;
        if let Some(task) = self.task {
            write!(f, " #{}", task.0)?;
        }
        if let Some(made) = self.made {
            write!(f, " made {made}")?;
        }
        if let Some(since) = self.since {
            write!(f, " since {since}")?;
        }
        if let Some(at) = self.at {
            write!(f, " until {at}")?;
        }
        match self.text.as_str() {
            "" => Ok(()),
            text => write!(f, " {text}"),
        }
    }
}
