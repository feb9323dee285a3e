//! What is outside of the program: requests that are under way, and their completion.
//!
//! Owns the requests that may complete at any time, and their order. One with a latency is a timer like any other, until
//! it is due. There is nothing outside, of course: the program says itself what comes back.

use vm::{ErrorKind, HostCall, ObjectRef, Origin, Value};

use crate::host::{Answer, argument};
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
        let Some((least, most)) = self.latency(argument(call, 1)) else {
            let shown = self.short(argument(call, 1));
            let message =
                format!("io takes milliseconds that are not negative, one number or [least, most], not {shown}");
            return self.throw(ErrorKind::RangeError, &message);
        };
        let under_way = self.world.ios.len() + self.world.timers.len();
        if under_way >= self.world.setup.limits.timers as usize {
            self.stop_at(LimitKind::Timers);
            return Answer::Stop;
        }
        let io = Io {
            name: name.as_str().into(),
            promise: self.new_promise(Origin::Io),
            result: argument(call, 2),
            task: self.task,
        };
        let promise = Value::Object(io.promise);
        match self.world.setup.io {
            IoOrder::Timed => {
                let delay = clock::Duration::from_millis_f64(self.draw_latency(least, most));
                let until = Some(self.set_timer(delay, TimerAction::Complete(io)));
                self.emit(EventKind::IoStarted { name, until });
            }
            IoOrder::Open => {
                // In the order of lanes and, in each, of asking: what happened first elsewhere is no part of a state.
                let at = self.world.ios.partition_point(|other| other.task <= io.task);
                self.world.ios.insert(at, io);
                self.emit(EventKind::IoStarted { name, until: None });
            }
        }
        Answer::Return(promise)
    }

    /// The shortest and the longest time that it may take.
    fn latency(&self, given: Value) -> Option<(f64, f64)> {
        let milliseconds = |value: Value| match value {
            Value::Number(number) if number.get() >= 0.0 && number.get().is_finite() => Some(number.get()),
            _ => None,
        };
        match self.world.heap.as_array(given) {
            Some(range) if range.len() == 2 => {
                let (least, most) = (milliseconds(range[0])?, milliseconds(range[1])?);
                (least <= most).then_some((least, most))
            }
            Some(_) => None,
            None => milliseconds(given).map(|latency| (latency, latency)),
        }
    }

    /// Whole milliseconds above the shortest time, as the seed of the run has it.
    fn draw_latency(&mut self, least: f64, most: f64) -> f64 {
        let steps = (most - least).floor() + 1.0;
        match steps > 1.0 {
            true => least + (self.random() * steps).floor(),
            false => least,
        }
    }

    /// Completes a request that may take any time.
    pub(crate) fn complete(&mut self, IoId(number): IoId) {
        self.is_clock = true;
        if (number as usize) < self.world.ios.len() {
            let io = self.world.ios.remove(number as usize);
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
            Model::EventLoop => self.immediates.left() == 0 && !self.is_firing,
            Model::Tasks | Model::Threads => true,
        };
        let count = if is_looking { self.ios.len() } else { 0 };
        (0..count as u32).map(IoId)
    }

    /// What is under way outside of the program and may take any time, by its number: who asked for it, and its name.
    pub fn under_way(&self) -> impl Iterator<Item = (IoId, TaskId, &str)> {
        let numbered = (0..).map(IoId).zip(&self.ios);
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
        let mut all = self.ios.iter().chain(timed);
        let found = all.find(|io| io.promise == promise);
        found.map_or_else(String::new, |io| io.name.to_string())
    }
}
