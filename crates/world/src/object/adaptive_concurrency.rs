//! `AdaptiveConcurrency` as the program calls it. Calling the program's function is the library's.

use primitives::{
    Acquire, Actor, AdaptiveConcurrency, AdaptiveOptions, Algorithm, CallOutcome, Gradient, MICRO, Visit, Waiter,
};
use vm::{ErrorKind, Host, HostCall, Value};

use super::terms::Terms;
use super::waiting::{Asked, Hold, Request};
use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{FactValue, ObjectShape, Slots};

const CALL: Hold = Hold::one("call");

impl Object for AdaptiveConcurrency {
    listed_as!(AdaptiveConcurrency);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let options = argument(call, 0);
        stepper.check_options(options)?;
        let min = stepper.count_option(options, "min", 1, 1)?;
        let max = stepper.count_option(options, "max", 200, 1)?;
        let initial = stepper.count_option(options, "initial", 10.clamp(min, max.max(min)), 1)?;
        if min > max {
            return Err(format!("min is {min}, more than max, which is {max}"));
        }
        if !(min..=max).contains(&initial) {
            return Err(format!("initial is {initial}, not between min ({min}) and max ({max})"));
        }
        let algorithm = algorithm(stepper, options)?;
        Ok(AdaptiveConcurrency::new(AdaptiveOptions {
            initial,
            min,
            max,
            algorithm,
        }))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::AdaptiveAcquire => match stepper.terms(call, 1) {
                Ok(terms) => acquire(stepper, id, terms),
                Err(answer) => answer,
            },
            Host::AdaptiveFinish => finish(stepper, id, call),
            Host::AdaptiveLimit => Answer::Return(Value::number(f64::from(stepper.object::<Self>(id).limit()))),
            Host::AdaptiveActive => Answer::Return(Value::number(stepper.object::<Self>(id).under_way().len() as f64)),
            _ => Answer::Return(Value::number(stepper.object::<Self>(id).waiting() as f64)),
        }
    }

    fn shape(&self) -> ObjectShape {
        let (min, max) = self.bounds();
        let algorithm = match self.algorithm() {
            Algorithm::Aimd { .. } => "aimd",
            Algorithm::Gradient(_) => "gradient",
        };
        ObjectShape {
            class: "AdaptiveConcurrency",
            traits: vec![
                ("algorithm", FactValue::word(algorithm)),
                ("min", FactValue::Count(i64::from(min))),
                ("max", FactValue::Count(i64::from(max))),
            ],
            slots: Slots::Unbounded,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        AdaptiveConcurrency::visit(self, to);
    }

    fn holders(&self, each: &mut dyn FnMut(Actor)) {
        self.under_way().for_each(each);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        let holders: Vec<Actor> = self.under_way().collect();
        Wanted::of_holders(format!("a place in {name}"), &holders)
    }

    fn mode(&self) -> &'static str {
        CALL.mode
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        vec![("limit", FactValue::Count(i64::from(self.limit())))]
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<Self>(id).cancel(waiter)
    }
}

fn algorithm(stepper: &Stepper<'_>, options: Value) -> Result<Algorithm, String> {
    let positive = |number: f64| number > 0.0 && number.is_finite();
    let is_share = |number: f64| number > 0.0 && number < 1.0;
    if stepper.word_option(options, "algorithm", &["aimd", "gradient"])? == 0 {
        let increase = stepper.number_option(options, "increaseStep", 1.0, "a number above 0", positive)?;
        let must = "a number between 0 and 1";
        return Ok(Algorithm::Aimd {
            increase: (increase * MICRO as f64).round() as u64,
            decrease_ppm: stepper.share_option(options, "decreaseFactor", 0.5, must, is_share)?,
        });
    }
    let queue_size = stepper.count_option(options, "queueSize", 4, 0)?;
    let at_least_one = |number: f64| (1.0..=1e6).contains(&number);
    let tolerance = stepper.share_option(options, "rttTolerance", 1.5, "a number of at least 1", at_least_one)?;
    let must = "a number above 0 and up to 1";
    let smoothing = stepper.share_option(options, "smoothing", 0.2, must, |number| number > 0.0 && number <= 1.0)?;
    let long_window = stepper.count_option(options, "longWindow", 600, 1)?;
    Ok(Algorithm::Gradient(Gradient::new(
        queue_size,
        tolerance,
        smoothing,
        long_window,
    )))
}

fn acquire(stepper: &mut Stepper<'_>, id: u32, terms: Terms) -> Answer {
    let request = Request {
        operation: &"execute",
        hold: Some(CALL),
        limit: None,
    };
    let now = stepper.world.now;
    stepper.ask_on(id, request, terms, |stepper, waiter, actor| {
        let it = stepper.object_mut::<AdaptiveConcurrency>(id);
        match it.acquire(now, waiter, actor) {
            Acquire::Granted => Asked::Granted,
            Acquire::Queued => Asked::Queued {
                behind: it.waiting() as u32 - 1,
            },
        }
    })
}

fn finish(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let outcome = stepper.outcome_of(argument(call, 1), argument(call, 2));
    let (actor, now) = (stepper.actor(), stepper.world.now);
    let mut woken = Vec::new();
    if !stepper
        .object_mut::<AdaptiveConcurrency>(id)
        .finish(now, actor, outcome, &mut woken)
    {
        return stepper.throw(ErrorKind::Error, "a call ends that never began");
    }
    stepper.count_outcome(id, outcome);
    stepper.released(id, CALL);
    stepper.hand_on(id, &woken, CALL);
    Answer::Return(Value::Undefined)
}

impl Stepper<'_> {
    /// How a call of the program's function ended: well if `failed` is false; otherwise badly, unless the error is the one
    /// that the running task was cancelled with, which says nothing about what was called.
    pub(crate) fn outcome_of(&self, failed: Value, error: Value) -> CallOutcome {
        if !vm::truthy(&self.world.heap, failed) {
            CallOutcome::Success
        } else if self.is_cancelled_with(error) {
            CallOutcome::Ignored
        } else {
            CallOutcome::Failure
        }
    }

    pub(crate) fn count_outcome(&mut self, id: u32, outcome: CallOutcome) {
        match outcome {
            CallOutcome::Success => self.counted(id, "success"),
            CallOutcome::Failure => self.counted(id, "failure"),
            CallOutcome::Ignored => {}
        }
    }
}
