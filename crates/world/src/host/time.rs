//! Timers, sleeping, computing and clocks.

use clock::Duration;
use vm::{ErrorKind, Host, HostCall, Value};

use super::{Answer, argument};
use crate::immediate::Immediate;
use crate::step::Stepper;
use crate::task::{ActivityId, TimerAction};
use crate::{EventKind, LimitKind, Model, WaitReason};

/// The longest delay of `setTimeout` in milliseconds; Node takes a longer one for 1.
const TIMEOUT_MS_MAX: f64 = 2_147_483_647.0;

impl Stepper<'_> {
    pub(super) fn time(&mut self, id: ActivityId, call: &HostCall) -> Answer {
        match call.native {
            Host::SetTimeout => self.set_timeout(call, false),
            Host::SetInterval => self.set_timeout(call, true),
            Host::ClearTimeout | Host::ClearInterval => {
                if let Value::Number(number) = argument(call, 0) {
                    self.world.clear_timer(number.get() as u32);
                }
                Answer::Return(Value::Undefined)
            }
            Host::SetImmediate => self.set_immediate(call),
            Host::ClearImmediate => {
                if let Value::Number(number) = argument(call, 0) {
                    self.world.immediates.clear(number.get() as u32);
                }
                Answer::Return(Value::Undefined)
            }
            Host::Sleep => match self.milliseconds(call) {
                Ok(delay) => {
                    let promise = self.sleep(delay);
                    Answer::Return(Value::Object(promise))
                }
                Err(answer) => answer,
            },
            Host::Work => match self.milliseconds(call) {
                Ok(delay) if self.work(id, delay) => Answer::Return(Value::Undefined),
                Ok(_) => {
                    // The fiber has its answer; it goes on when the timer has made it ready.
                    self.world.activity_mut(id).fiber.resume(Value::Undefined);
                    Answer::Park
                }
                Err(answer) => answer,
            },
            Host::YieldNow => self.yield_now(id),
            Host::DateNow => Answer::Return(Value::number(self.world.now.as_millis_f64().floor())),
            Host::PerformanceNow => Answer::Return(Value::number(self.world.now.as_millis_f64())),
            _ => Answer::Return(Value::number(self.random())),
        }
    }

    /// A promise that is fulfilled already. Its `await` gives the turn away in the other models; a thread, which goes on
    /// at once where nothing makes it wait, gives it away here.
    fn yield_now(&mut self, id: ActivityId) -> Answer {
        let promise = self.fulfilled(Value::Undefined);
        if self.world.setup.model != Model::Threads {
            return Answer::Return(promise);
        }
        self.world.activity_mut(id).fiber.resume(promise);
        self.block(WaitReason::Turn);
        self.world.make_ready(id);
        Answer::Park
    }

    fn milliseconds(&mut self, call: &HostCall) -> Result<Duration, Answer> {
        match argument(call, 0) {
            Value::Number(number) if number.get() >= 0.0 && number.get().is_finite() => {
                Ok(Duration::from_millis_f64(number.get()))
            }
            other => {
                let message = format!(
                    "{} takes a number of milliseconds that is not negative, not {}",
                    call.native.name(),
                    self.short(other)
                );
                Err(self.throw(ErrorKind::RangeError, &message))
            }
        }
    }

    /// The function to be called later, or the error that it is none.
    fn callback(&mut self, call: &HostCall) -> Result<Value, Answer> {
        let callback = argument(call, 0);
        if self.world.heap.is_callable(callback) {
            return Ok(callback);
        }
        Err(self.no_callback(callback))
    }

    /// What the function gets after the first `skipped` arguments, and the number of the timer that it becomes.
    fn timed_call(&mut self, call: &HostCall, callback: Value, skipped: usize) -> (u32, Vec<Value>) {
        let id = self.world.next_timer;
        self.world.next_timer += 1;
        let arguments: Vec<Value> = call.args.iter().skip(skipped).copied().collect();
        self.share_call(callback, Value::Undefined, &arguments);
        (id, arguments)
    }

    fn set_immediate(&mut self, call: &HostCall) -> Answer {
        let callback = match self.callback(call) {
            Ok(callback) => callback,
            Err(answer) => return answer,
        };
        let (id, arguments) = self.timed_call(call, callback, 1);
        if self.world.immediates.len() >= self.world.setup.limits.timers as usize {
            self.stop_at(LimitKind::Timers);
            return Answer::Stop;
        }
        let task = self.task;
        self.world.immediates.push(Immediate {
            id,
            callback,
            arguments,
            task,
        });
        let until = self.world.now;
        self.emit(EventKind::TimerSet { until });
        Answer::Return(Value::number(f64::from(id)))
    }

    fn set_timeout(&mut self, call: &HostCall, repeats: bool) -> Answer {
        let callback = match self.callback(call) {
            Ok(callback) => callback,
            Err(answer) => return answer,
        };
        let delay = Duration::from_millis_f64(timeout_ms(argument(call, 1)));
        let (id, arguments) = self.timed_call(call, callback, 2);
        let task = self.task;
        let every = repeats.then_some(delay);
        let until = self.set_timer(
            delay,
            TimerAction::Call {
                id,
                callback,
                arguments,
                task,
                every,
            },
        );
        self.emit(EventKind::TimerSet { until });
        Answer::Return(Value::number(f64::from(id)))
    }

    /// A number from 0 up to 1 by the run's own generator.
    fn random(&mut self) -> f64 {
        use rand_pcg::rand_core::{Rng, SeedableRng};
        let mut generator = rand_pcg::Pcg32::seed_from_u64(self.world.random);
        let bits = generator.next_u64();
        self.world.random = generator.next_u64();
        (bits >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// Node's reading of a delay: whole milliseconds, at least 1.
fn timeout_ms(value: Value) -> f64 {
    match value {
        Value::Number(number) if number.get() >= 1.0 && number.get() <= TIMEOUT_MS_MAX => number.get().trunc(),
        _ => 1.0,
    }
}
