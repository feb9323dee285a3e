//! What is outside of the program: requests that are under way, and their completion.
//!
//! Owns the requests that may complete at any time, and their order, and what fails by chance. One with a latency is a timer like any other, until
//! it is due. There is nothing outside, of course: the program says itself what comes back.

use clock::Duration;
use vm::{ErrorKind, HostCall, ObjectRef, Origin, Value};

mod latency;

pub(crate) use latency::Latency;

use crate::host::{Answer, argument};
use crate::pick::{Offer, Offered};
use crate::step::Stepper;
use crate::task::TimerAction;
use crate::{EventKind, IoId, IoOrder, LimitKind, Model, TaskId, World};

/// A request that is under way.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Io {
    pub(crate) name: std::sync::Arc<str>,
    /// Fulfilled with the result when it is done.
    pub(crate) promise: ObjectRef,
    pub(crate) result: Value,
    pub(crate) task: TaskId,
}

impl Stepper<'_> {
    /// `io(name, ms, result)`: a promise that something outside of the program fulfils.
    pub(crate) fn io(&mut self, call: &HostCall) -> Answer {
        let name = match argument(call, 0) {
            text @ Value::Text(_) => vm::format(&self.world.heap, &self.world.program, &[text]),
            other => {
                let message = format!("io takes a name first, not {}", self.short(other));
                return self.throw(ErrorKind::TypeError, &message);
            }
        };
        let Some(latency) = self.latency(argument(call, 1)) else {
            let shown = self.short(argument(call, 1));
            let message = format!(
                "io takes milliseconds that are not negative, one number, [least, most] or a distribution, not {shown}"
            );
            return self.throw(ErrorKind::RangeError, &message);
        };
        match self.start_io(name, |stepper| stepper.draw_latency(latency), argument(call, 2)) {
            Some(promise) => Answer::Return(Value::Object(promise)),
            None => Answer::Stop,
        }
    }

    /// Starts something outside of the program that takes a time, which is only asked for where times matter. `None` when
    /// too much is under way.
    pub(crate) fn start_io(
        &mut self,
        name: String,
        time: impl FnOnce(&mut Self) -> Duration,
        result: Value,
    ) -> Option<ObjectRef> {
        let under_way = self.world.seldom.ios.len() + self.world.timers.len();
        if under_way >= self.world.setup.limits.timers as usize {
            self.stop_at(LimitKind::Timers);
            return None;
        }
        let io = Io {
            name: name.as_str().into(),
            promise: self.new_promise(Origin::Io),
            result,
            task: self.task,
        };
        let promise = io.promise;
        match self.world.setup.io {
            IoOrder::Timed => {
                let delay = time(self);
                let until = Some(self.set_timer(delay, TimerAction::Complete(io)));
                self.emit(EventKind::IoStarted { name, until });
            }
            IoOrder::Open => {
                // In the order of lanes and, in each, of asking: what happened first elsewhere is no part of a state.
                let at = self.world.seldom.ios.partition_point(|other| other.task <= io.task);
                self.world.seldom_mut().ios.insert(at, io);
                self.emit(EventKind::IoStarted { name, until: None });
            }
        }
        Some(promise)
    }

    /// How long something may take: a number of milliseconds, `[least, most]`, or a distribution by name.
    pub(crate) fn latency(&self, given: Value) -> Option<Latency> {
        let milliseconds = |value: Value| match value {
            Value::Number(number) if number.get() >= 0.0 && number.get().is_finite() => {
                Some(Duration::from_millis_f64(number.get()))
            }
            _ => None,
        };
        let uniform = |least, most| (least <= most).then_some(Latency::Uniform { least, most });
        if let Some(range) = self.world.heap.as_array(given) {
            return match (range.len(), range.front(), range.back()) {
                (2, Some(&least), Some(&most)) => uniform(milliseconds(least)?, milliseconds(most)?),
                _ => None,
            };
        }
        let distribution = match given {
            Value::Object(_) => self.option(given, "distribution"),
            number => return milliseconds(number).map(Latency::Fixed),
        };
        let option = |name| milliseconds(self.option(given, name));
        let name = self.world.heap.as_text(distribution)?.to_display();
        match &*name {
            "fixed" => option("ms").map(Latency::Fixed),
            "uniform" => uniform(option("min")?, option("max")?),
            "exponential" => option("mean").map(|mean| Latency::Exponential { mean }),
            "log-normal" => Some(Latency::LogNormal {
                median: option("median")?,
                sigma_micro: match self.option(given, "sigma") {
                    Value::Number(sigma) if (0.0..=10.0).contains(&sigma.get()) => (sigma.get() * 1e6).round() as u32,
                    _ => return None,
                },
            }),
            _ => None,
        }
    }

    /// A time as the seed of the run has it.
    pub(crate) fn draw_latency(&mut self, latency: Latency) -> Duration {
        latency.draw(|| self.random())
    }

    /// Whether something outside of the program fails that does so in `rate` out of a million cases: as the seed of the run
    /// has it, or, where what is outside may do anything, left open, so that a check tries both.
    pub(crate) fn fails(&mut self, rate: u32) -> Answer {
        const CERTAIN: u32 = 1_000_000;
        match (self.world.setup.io, self.caller) {
            _ if rate == 0 || rate >= CERTAIN => Answer::Return(Value::Bool(rate > 0)),
            (IoOrder::Open, Some(activity)) => {
                self.emit(EventKind::PickOffered { count: 2 });
                let values = vec![Value::Bool(false), Value::Bool(true)];
                self.world.seldom_mut().offer = Some(Offer {
                    activity,
                    values,
                    of: Offered::Values,
                });
                Answer::Halt
            }
            (IoOrder::Timed, _) | (IoOrder::Open, None) => {
                let is_failure = self.random() * f64::from(CERTAIN) < f64::from(rate);
                Answer::Return(Value::Bool(is_failure))
            }
        }
    }

    /// Completes a request that may take any time.
    pub(crate) fn complete(&mut self, IoId(number): IoId) {
        self.is_clock = true;
        if (number as usize) < self.world.seldom.ios.len() {
            let io = self.world.seldom_mut().ios.remove(number as usize);
            self.finish_io(&io);
        }
    }

    /// Gives the program what it has asked for.
    pub(crate) fn finish_io(&mut self, io: &Io) {
        self.task = io.task;
        self.emit(EventKind::IoCompleted {
            name: io.name.to_string(),
        });
        self.resolve_promise(io.promise, io.result);
    }
}

impl World {
    /// The numbers of the requests that could complete now. In the event loop that is when it looks for them: with nothing
    /// left to run, and neither in the middle of the timers that are due nor of a phase of immediates.
    pub(crate) fn completable(&self) -> impl Iterator<Item = IoId> {
        let is_looking = match self.setup.model {
            Model::EventLoop => self.seldom.immediates.left() == 0 && !self.is_firing,
            Model::Tasks | Model::Threads => true,
        };
        let count = if is_looking { self.seldom.ios.len() } else { 0 };
        (0..count as u32).map(IoId)
    }

    /// What is under way outside of the program and may take any time, by its number: who asked for it, and its name.
    pub fn under_way(&self) -> impl Iterator<Item = (IoId, TaskId, &str)> {
        let numbered = (0..).map(IoId).zip(&self.seldom.ios);
        numbered.map(|(id, io)| (id, io.task, io.name.as_ref()))
    }

    /// What the request that settles a promise is called.
    pub(crate) fn io_name(&self, promise: ObjectRef) -> String {
        let timed = self.timers.iter().filter_map(|(_, _, action)| match action {
            TimerAction::Complete(io) => Some(io),
            TimerAction::Resolve { .. }
            | TimerAction::Call { .. }
            | TimerAction::GiveUp { .. }
            | TimerAction::Select { .. }
            | TimerAction::Tick { .. }
            | TimerAction::EndWork { .. } => None,
        });
        let mut all = self.seldom.ios.iter().chain(timed);
        let found = all.find(|io| io.promise == promise);
        found.map_or_else(String::new, |io| io.name.to_string())
    }
}
