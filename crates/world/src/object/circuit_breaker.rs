//! `CircuitBreaker` as the program calls it, with the functions that the program gives it. Calling those is the library's.

use primitives::{
    Actor, BreakerState, CallAdmission, CallOutcome, CircuitBreaker, CircuitBreakerOptions, Ticket, Visit,
};
use vm::{ErrorKind, Host, HostCall, Value};

use super::listeners::{Event, Listeners, Told};
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
    listeners: Listeners,
}

impl Told for Breaker {
    const EVENTS: &'static [&'static str] = &[
        "fire",
        "success",
        "failure",
        "timeout",
        "reject",
        "semaphoreLocked",
        "fallback",
        "open",
        "halfOpen",
        "close",
    ];

    fn listeners(&mut self) -> &mut Listeners {
        &mut self.listeners
    }
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
            listeners: Listeners::default(),
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
            Host::BreakerSet => set(stepper, id, vm::truthy(&stepper.world.heap, argument(call, 1))),
            Host::BreakerTold => {
                Answer::Return(stepper.tell::<Breaker>(id, &[("fallback", Value::Undefined)], Value::Undefined))
            }
            Host::BreakerOn => stepper.listen::<Breaker>(id, call, false),
            Host::BreakerOnce => stepper.listen::<Breaker>(id, call, true),
            Host::BreakerOff => stepper.stop_listening::<Breaker>(id, call),
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
        self.listeners.visit(to);
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
        for event in settle(stepper, id) {
            stepper.tell_later::<Breaker>(id, event);
        }
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

/// Lets time do its part; the events that tell of it.
fn settle(stepper: &mut Stepper<'_>, id: u32) -> Vec<Event> {
    let (before, now) = (word(stepper.object::<Breaker>(id).machine.state()), stepper.world.now);
    stepper.object_mut::<Breaker>(id).machine.settle(now);
    changed(stepper, id, before)
}

/// The event that tells that the state is another than it was.
fn changed(stepper: &mut Stepper<'_>, id: u32, before: &'static str) -> Vec<Event> {
    let state = stepper.object::<Breaker>(id).machine.state();
    if word(state) == before {
        return Vec::new();
    }
    vec![match state {
        BreakerState::Open { .. } => {
            stepper.counted(id, "opened");
            ("open", Value::Undefined)
        }
        BreakerState::HalfOpen { .. } => {
            let reset = stepper.object::<Breaker>(id).machine.options().reset_timeout;
            ("halfOpen", Value::number(reset.as_millis_f64()))
        }
        BreakerState::Closed => ("close", Value::Undefined),
    }]
}

/// The ticket of a call that passes; -1: the breaker is open; -2: too many are under way.
fn admit(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let mut events = settle(stepper, id);
    let (actor, now) = (stepper.actor(), stepper.world.now);
    let before = word(stepper.object::<Breaker>(id).machine.state());
    events.push(("fire", Value::Undefined));
    let verdict = match stepper.object_mut::<Breaker>(id).machine.admit(now, actor) {
        CallAdmission::Admitted(ticket) => {
            stepper.acquired(id, CALL);
            f64::from(ticket.0)
        }
        CallAdmission::Open => {
            stepper.counted(id, "rejected");
            events.push(("reject", Value::Undefined));
            -1.0
        }
        CallAdmission::Full => {
            stepper.counted(id, "rejected");
            stepper.counted(id, "failure");
            events.extend(["semaphoreLocked", "failure"].map(|event| (event, Value::number(0.0))));
            -2.0
        }
    };
    events.extend(changed(stepper, id, before));
    Answer::Return(stepper.tell::<Breaker>(id, &events, Value::number(verdict)))
}

/// How a call went: 0 well, 1 badly, 2 for too long.
fn finish(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let mut events = settle(stepper, id);
    let (how, now) = (argument(call, 2), stepper.world.now);
    let outcome = stepper.outcome_of(how, argument(call, 3));
    let before = word(stepper.object::<Breaker>(id).machine.state());
    let ticket = match argument(call, 1) {
        Value::Number(number) => Ticket(number.get() as u32),
        _ => Ticket(u32::MAX),
    };
    let machine = &mut stepper.object_mut::<Breaker>(id).machine;
    let Some(latency) = machine.finish(now, ticket, outcome) else {
        return stepper.throw(ErrorKind::Error, "a call ends that never began");
    };
    let latency = Value::number(latency.as_millis_f64());
    stepper.count_outcome(id, outcome);
    stepper.released(id, CALL);
    let changed = changed(stepper, id, before);
    match outcome {
        // In opossum the breaker listens to itself, before everybody else.
        CallOutcome::Success => {
            events.extend(changed);
            events.push(("success", latency));
        }
        CallOutcome::Failure => {
            if how == Value::number(2.0) {
                events.push(("timeout", latency));
            }
            events.push(("failure", latency));
            events.extend(changed);
        }
        CallOutcome::Ignored => events.extend(changed),
    }
    Answer::Return(stepper.tell::<Breaker>(id, &events, Value::Undefined))
}

/// `breaker.open()` and `breaker.close()`.
fn set(stepper: &mut Stepper<'_>, id: u32, opens: bool) -> Answer {
    let mut events = settle(stepper, id);
    let now = stepper.world.now;
    let before = word(stepper.object::<Breaker>(id).machine.state());
    let it = &mut stepper.object_mut::<Breaker>(id).machine;
    if opens {
        it.open(now)
    } else {
        it.close()
    }
    events.extend(changed(stepper, id, before));
    Answer::Return(stepper.tell::<Breaker>(id, &events, Value::Undefined))
}
