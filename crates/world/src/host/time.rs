//! Timers, sleeping, computing and clocks.

use clock::Duration;
use vm::{ErrorKind, Host, HostCall, ObjectRef, Timer, TimerKind, Value};

use super::{Answer, argument};
use crate::immediate::Immediate;
use crate::step::Stepper;
use crate::task::{ActivityId, TimerAction};
use crate::{EventKind, LimitKind, Model, WaitReason};

/// The longest delay of `setTimeout` in milliseconds; Node takes a longer one for 1.
const TIMEOUT_MS_MAX: f64 = 2_147_483_647.0;

impl Stepper<'_> {
    #[inline(never)]
    pub(super) fn time(&mut self, id: ActivityId, call: &HostCall) -> Answer {
        match call.native {
            Host::SetTimeout => self.set_timeout(call, TimerKind::Timeout),
            Host::SetInterval => self.set_timeout(call, TimerKind::Interval),
            Host::ClearTimeout | Host::ClearInterval => {
                if let Some(timer) = self.timer_of(argument(call, 0)) {
                    self.clear_timeout(timer);
                }
                Answer::Return(Value::Undefined)
            }
            Host::SetImmediate => self.set_immediate(call),
            Host::ClearImmediate => {
                let timer = argument(call, 0);
                let kind = self.world.heap.as_timer(timer).map(|timer| timer.kind);
                if let (Some(TimerKind::Immediate), Value::Object(timer)) = (kind, timer) {
                    self.world.seldom_mut().immediates.clear(timer);
                }
                Answer::Return(Value::Undefined)
            }
            Host::Sleep => self.sleep_on(call).unwrap_or_else(|answer| answer),
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

    /// `sleep(ms, { signal })`.
    fn sleep_on(&mut self, call: &HostCall) -> Result<Answer, Answer> {
        let delay = self.milliseconds(call)?;
        let terms = self.terms(call, 1)?;
        if let Some(answer) = self.refused_by(terms) {
            return Ok(answer);
        }
        let promise = self.sleep(delay);
        self.watch(promise, terms);
        Ok(Answer::Return(Value::Object(promise)))
    }

    /// A promise that is fulfilled already. Its `await` gives the turn away in the other models; a thread, which goes on
    /// at once where nothing makes it wait, gives it away here.
    fn yield_now(&mut self, id: ActivityId) -> Answer {
        if let Some(reason) = self.thrown_by_yield(id) {
            return Answer::Throw(reason);
        }
        let promise = self.fulfilled(Value::Undefined);
        if self.world.setup.model != Model::Threads {
            return Answer::Return(promise);
        }
        self.world.activity_mut(id).fiber.resume(promise);
        self.block(WaitReason::Turn);
        self.world.make_ready(id);
        Answer::Park
    }

    pub(crate) fn milliseconds(&mut self, call: &HostCall) -> Result<Duration, Answer> {
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

    /// A new timer; its function gets the arguments after the first `skipped`.
    fn new_timer(
        &mut self,
        call: &HostCall,
        kind: TimerKind,
        skipped: usize,
        delay: Duration,
    ) -> Result<ObjectRef, Answer> {
        let callback = self.callback(call)?;
        let timer = self.world.heap.alloc_timer(Timer {
            kind,
            callback,
            arguments: call.args.iter().skip(skipped).copied().collect(),
            delay: delay.0,
            is_refed: true,
            is_cleared: false,
            number: None,
        });
        self.world.heap.share(Value::Object(timer));
        Ok(timer)
    }

    fn set_immediate(&mut self, call: &HostCall) -> Answer {
        let timer = match self.new_timer(call, TimerKind::Immediate, 1, Duration(0)) {
            Ok(timer) => timer,
            Err(answer) => return answer,
        };
        if self.world.seldom.immediates.len() >= self.world.setup.limits.timers as usize {
            self.stop_at(LimitKind::Timers);
            return Answer::Stop;
        }
        let task = self.task;
        self.world.seldom_mut().immediates.push(Immediate { timer, task });
        let until = self.world.now;
        self.emit(EventKind::TimerSet { until });
        Answer::Return(Value::Object(timer))
    }

    fn set_timeout(&mut self, call: &HostCall, kind: TimerKind) -> Answer {
        let delay = Duration::from_millis_f64(timeout_ms(argument(call, 1)));
        let timer = match self.new_timer(call, kind, 2, delay) {
            Ok(timer) => timer,
            Err(answer) => return answer,
        };
        self.start_timer(timer, delay);
        Answer::Return(Value::Object(timer))
    }

    fn start_timer(&mut self, timer: ObjectRef, delay: Duration) {
        let task = self.task;
        let until = self.set_timer(delay, TimerAction::Call { timer, task });
        self.emit(EventKind::TimerSet { until });
    }

    /// What `clearTimeout` is given: a timer, or the number of one that waits, also as a string.
    fn timer_of(&self, value: Value) -> Option<ObjectRef> {
        let number = match value {
            Value::Object(reference) => {
                let timer = self.world.heap.as_timer(value)?;
                return (timer.kind != TimerKind::Immediate).then_some(reference);
            }
            Value::Number(number) => number.get() as u32,
            value => self.world.heap.as_text(value)?.to_display().parse().ok()?,
        };
        self.world.timer_numbered(number)
    }

    fn clear_timeout(&mut self, reference: ObjectRef) {
        self.world.stop_timer(reference);
        if let Some(timer) = self.world.heap.timer_mut(reference) {
            timer.is_cleared = true;
        }
    }

    /// The methods of what `setTimeout` and its like return.
    #[inline(never)]
    pub(super) fn timer_method(&mut self, call: &HostCall) -> Answer {
        let timer = self.world.heap.as_timer(call.this).cloned();
        let (Some(timer), Value::Object(reference)) = (timer, call.this) else {
            let message = format!("{} is called on something that is no timer", call.native.name());
            return self.throw(ErrorKind::TypeError, &message);
        };
        match call.native {
            Host::TimeoutHasRef | Host::ImmediateHasRef => return Answer::Return(Value::Bool(timer.is_refed)),
            Host::TimeoutRef | Host::ImmediateRef => self.set_refed(reference, true),
            Host::TimeoutUnref | Host::ImmediateUnref => self.set_refed(reference, false),
            Host::TimeoutClose => self.clear_timeout(reference),
            Host::TimeoutRefresh => {
                if !timer.is_cleared {
                    self.world.stop_timer(reference);
                    self.start_timer(reference, Duration(timer.delay));
                }
            }
            _ => return Answer::Return(Value::number(f64::from(self.number_of(reference)))),
        }
        Answer::Return(call.this)
    }

    fn set_refed(&mut self, reference: ObjectRef, is_refed: bool) {
        if let Some(timer) = self.world.heap.timer_mut(reference) {
            timer.is_refed = is_refed;
        }
    }

    /// The number that a timer is converted to. It gets one when it is asked for it the first time.
    fn number_of(&mut self, reference: ObjectRef) -> u32 {
        let next = self.world.next_timer;
        let Some(timer) = self.world.heap.timer_mut(reference) else {
            return 0;
        };
        let number = *timer.number.get_or_insert(next);
        self.world.next_timer += u32::from(number == next);
        number
    }

    /// A number from 0 up to 1 by the run's own generator.
    pub(crate) fn random(&mut self) -> f64 {
        (draw(&mut self.world.random) >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// Draws 64 bits; `state` is the run's generator.
pub(crate) fn draw(state: &mut u64) -> u64 {
    use rand_pcg::rand_core::{Rng, SeedableRng};
    let mut generator = rand_pcg::Pcg32::seed_from_u64(*state);
    let bits = generator.next_u64();
    *state = generator.next_u64();
    bits
}

/// Node's reading of a delay: whole milliseconds, at least 1.
fn timeout_ms(value: Value) -> f64 {
    match value {
        Value::Number(number) if number.get() >= 1.0 && number.get() <= TIMEOUT_MS_MAX => number.get().trunc(),
        _ => 1.0,
    }
}
