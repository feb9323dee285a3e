//! `CircuitBreaker` as the program calls it, with the functions that the program gives it. Calling those is the library's.

use primitives::{Actor, BreakerState, CallAdmission, CircuitBreaker, CircuitBreakerOptions, Visit};
use vm::{ErrorKind, Host, HostCall, Value};

use super::waiting::Hold;
use super::{Deadline, Object, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{FactValue, ObjectShape, Slots};

const CALL: Hold = Hold::one("call");

/// A breaker and what the program has put behind it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Breaker {
    machine: CircuitBreaker,
    action: Value,
    fallback: Value,
    error_filter: Value,
    /// In milliseconds; `false` without one.
    timeout: Value,
}

impl Object for Breaker {
    listed_as!(CircuitBreaker);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let (action, options) = (argument(call, 0), argument(call, 1));
        if !stepper.world.heap.is_callable(action) {
            return Err(format!("the action must be a function, not {}", stepper.short(action)));
        }
        stepper.check_options(options)?;
        let timeout = match stepper.option(options, "timeout") {
            Value::Bool(false) => Value::Bool(false),
            _ => {
                let positive = |number: f64| number > 0.0 && number.is_finite();
                let must = "a number of milliseconds above 0, or false";
                Value::number(stepper.number_option(options, "timeout", 10_000.0, must, positive)?)
            }
        };
        let error_filter = stepper.option(options, "errorFilter");
        if error_filter != Value::Undefined && !stepper.world.heap.is_callable(error_filter) {
            return Err(format!(
                "errorFilter must be a function, not {}",
                stepper.short(error_filter)
            ));
        }
        let machine = CircuitBreaker::new(machine_options(stepper, options)?);
        for value in [action, error_filter] {
            stepper.world.heap.share(value);
        }
        Ok(Breaker {
            machine,
            action,
            fallback: Value::Undefined,
            error_filter,
            timeout,
        })
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        let now = stepper.world.now;
        match call.native {
            Host::BreakerAdmit => admit(stepper, id),
            Host::BreakerFinish => finish(stepper, id, call),
            Host::BreakerPart => {
                let it = stepper.object::<Breaker>(id);
                Answer::Return(match argument(call, 1) {
                    Value::Number(number) if number.get() == 0.0 => it.action,
                    Value::Number(number) if number.get() == 1.0 => it.fallback,
                    Value::Number(number) if number.get() == 2.0 => it.error_filter,
                    _ => it.timeout,
                })
            }
            Host::BreakerStats => {
                let (fires, failures) = stepper.object::<Breaker>(id).machine.counts(now);
                let counts = vec![Value::number(fires as f64), Value::number(failures as f64)];
                Answer::Return(Value::Object(stepper.world.heap.alloc_array(counts)))
            }
            Host::BreakerFallback => {
                let fallback = argument(call, 0);
                if !stepper.world.heap.is_callable(fallback) {
                    let name = stepper.given_name(id);
                    let message = format!(
                        "{name}.fallback(): it must be a function, not {}",
                        stepper.short(fallback)
                    );
                    return stepper.throw(ErrorKind::TypeError, &message);
                }
                stepper.world.heap.share(fallback);
                stepper.object_mut::<Breaker>(id).fallback = fallback;
                Answer::Return(call.this)
            }
            Host::BreakerOpen | Host::BreakerClose => {
                let it = &mut stepper.object_mut::<Breaker>(id).machine;
                match call.native {
                    Host::BreakerOpen => it.open(now),
                    _ => it.close(),
                }
                Answer::Return(Value::Undefined)
            }
            _ => {
                let it = &mut stepper.object_mut::<Breaker>(id).machine;
                it.settle(now);
                let asked = match call.native {
                    Host::BreakerOpened => "open",
                    Host::BreakerClosed => "closed",
                    _ => "half-open",
                };
                Answer::Return(Value::Bool(word(it.state()) == asked))
            }
        }
    }

    fn shape(&self) -> ObjectShape {
        let options = self.machine.options();
        let millis = |duration: clock::Duration| FactValue::Count(duration.as_millis_f64() as i64);
        ObjectShape {
            class: "CircuitBreaker",
            traits: vec![
                (
                    "threshold %",
                    FactValue::Count(i64::from(options.error_threshold_ppm / 10_000)),
                ),
                ("reset ms", millis(options.reset_timeout)),
                ("window ms", millis(options.rolling)),
            ],
            slots: options.capacity.map_or(Slots::Unbounded, Slots::Fixed),
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        self.machine.visit(to);
        for value in [&self.action, &self.fallback, &self.error_filter, &self.timeout] {
            to.value(value);
        }
    }

    fn holders(&self, each: &mut dyn FnMut(Actor)) {
        self.machine.under_way().for_each(each);
    }

    fn mode(&self) -> &'static str {
        CALL.mode
    }

    fn facts(&self, now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        let (fires, failures) = self.machine.counts(now);
        let mut facts = vec![
            ("state", FactValue::word(word(self.machine.state()))),
            ("fires", FactValue::Count(fires as i64)),
            ("failures", FactValue::Count(failures as i64)),
        ];
        if let BreakerState::Open { until } = self.machine.state() {
            facts.push(("half-open at", FactValue::At(until)));
        }
        facts
    }

    fn deadline(&self) -> Option<Deadline> {
        match self.machine.state() {
            BreakerState::Open { until } if until != clock::Instant::MAX => Some(Deadline {
                at: until,
                awaited_by: None,
            }),
            BreakerState::Open { .. } | BreakerState::Closed | BreakerState::HalfOpen { .. } => None,
        }
    }

    fn tick(stepper: &mut Stepper<'_>, id: u32) {
        let now = stepper.world.now;
        stepper.object_mut::<Breaker>(id).machine.settle(now);
    }
}

fn machine_options(stepper: &Stepper<'_>, options: Value) -> Result<CircuitBreakerOptions, String> {
    let is_percentage = |number: f64| (0.0..=100.0).contains(&number);
    let must = "a number between 0 and 100";
    let threshold = stepper.number_option(options, "errorThresholdPercentage", 50.0, must, is_percentage)?;
    let positive = |number: f64| number > 0.0 && number.is_finite();
    let must = "a number of milliseconds above 0";
    let rolling = stepper.number_option(options, "rollingCountTimeout", 10_000.0, must, positive)?;
    Ok(CircuitBreakerOptions {
        error_threshold_ppm: (threshold * 10_000.0).round() as u32,
        reset_timeout: stepper.time_option(options, "resetTimeout", 30_000.0)?,
        rolling: clock::Duration::from_millis_f64(rolling),
        buckets: stepper.count_option(options, "rollingCountBuckets", 10, 1)?,
        volume_threshold: stepper.count_option(options, "volumeThreshold", 0, 0)?,
        capacity: stepper.bound_option(options, "capacity", 1)?,
        probes: stepper.count_option(options, "probes", 1, 1)?,
    })
}

fn word(state: BreakerState) -> &'static str {
    match state {
        BreakerState::Closed => "closed",
        BreakerState::Open { .. } => "open",
        BreakerState::HalfOpen { .. } => "half-open",
    }
}

fn is_open(stepper: &Stepper<'_>, id: u32) -> bool {
    matches!(stepper.object::<Breaker>(id).machine.state(), BreakerState::Open { .. })
}

/// 0: the call passes; 1: the breaker is open; 2: too many are under way.
fn admit(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let (actor, now) = (stepper.actor(), stepper.world.now);
    let was_open = is_open(stepper, id);
    let answer = match stepper.object_mut::<Breaker>(id).machine.admit(now, actor) {
        CallAdmission::Admitted => {
            stepper.acquired(id, CALL);
            0.0
        }
        CallAdmission::Open => {
            stepper.counted(id, "rejected");
            1.0
        }
        CallAdmission::Full => {
            stepper.counted(id, "rejected");
            stepper.counted(id, "failure");
            2.0
        }
    };
    if !was_open && is_open(stepper, id) {
        stepper.counted(id, "opened");
    }
    Answer::Return(Value::number(answer))
}

fn finish(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let outcome = stepper.outcome_of(argument(call, 1), argument(call, 2));
    let (actor, now) = (stepper.actor(), stepper.world.now);
    let was_open = is_open(stepper, id);
    if !stepper.object_mut::<Breaker>(id).machine.finish(now, actor, outcome) {
        return stepper.throw(ErrorKind::Error, "a call ends that never began");
    }
    stepper.count_outcome(id, outcome);
    stepper.released(id, CALL);
    if !was_open && is_open(stepper, id) {
        stepper.counted(id, "opened");
    }
    Answer::Return(Value::Undefined)
}
