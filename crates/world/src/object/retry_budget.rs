//! `RetryBudget` as the program calls it, and the delays of `retry`.

use clock::Duration;
use primitives::{Backoff, Jitter, RetryBudget, RetryBudgetOptions, Visit};
use vm::{ErrorKind, Host, HostCall, Value};

use super::{Object, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{FactValue, ObjectShape, Slots};

impl Object for RetryBudget {
    listed_as!(RetryBudget);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let options = argument(call, 0);
        stepper.check_options(options)?;
        let in_range = |number: f64| (1.0..=3_600_000.0).contains(&number);
        let must = "a number of milliseconds between 1 and 3600000";
        let ttl = stepper.number_option(options, "ttlMs", 10_000.0, must, in_range)?;
        let min_retries_per_second = stepper.count_option(options, "minRetriesPerSec", 10, 0)?;
        let is_share = |number: f64| (0.0..=1_000.0).contains(&number);
        let must = "a number between 0 and 1000";
        let can_retry = stepper.share_option(options, "percentCanRetry", 0.2, must, is_share)?;
        if min_retries_per_second == 0 && can_retry == 0 {
            return Err("minRetriesPerSec and percentCanRetry are both 0, which allows no retry ever".to_owned());
        }
        Ok(RetryBudget::new(RetryBudgetOptions {
            ttl: Duration::from_millis_f64(ttl),
            min_retries_per_second,
            can_retry_ppm: can_retry as u32,
        }))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        let now = stepper.world.now;
        let it = stepper.object_mut::<RetryBudget>(id);
        match call.native {
            Host::RetryBudgetDeposit => {
                it.deposit(now);
                Answer::Return(Value::Undefined)
            }
            Host::RetryBudgetTryWithdraw => {
                let is_paid_for = it.try_withdraw(now);
                stepper.counted(id, if is_paid_for { "retry" } else { "rejected" });
                Answer::Return(Value::Bool(is_paid_for))
            }
            _ => Answer::Return(Value::number(it.balance(now) as f64)),
        }
    }

    fn shape(&self) -> ObjectShape {
        let options = self.options();
        let share = f64::from(options.can_retry_ppm) / 10_000.0;
        ObjectShape {
            class: "RetryBudget",
            traits: vec![
                ("percent", FactValue::Count(share.round() as i64)),
                (
                    "reserve per second",
                    FactValue::Count(i64::from(options.min_retries_per_second)),
                ),
            ],
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        RetryBudget::visit(self, to);
    }

    fn facts(&self, now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        vec![("value", FactValue::Count(self.balance(now) as i64))]
    }
}

impl Stepper<'_> {
    /// `__backoff(minTimeout, maxTimeout, factor, jitter, retry, last)`: how long to wait before a retry. Without a number of
    /// the retry the options are only judged.
    pub(crate) fn backoff(&mut self, call: &HostCall) -> Answer {
        let number = |index: usize| match argument(call, index) {
            Value::Number(number) => number.get(),
            _ => f64::NAN,
        };
        let (min, max, factor) = (number(0), number(1), number(2));
        let words = [
            ("none", Jitter::None),
            ("full", Jitter::Full),
            ("equal", Jitter::Equal),
            ("decorrelated", Jitter::Decorrelated),
        ];
        let jitter = self.world.heap.as_text(argument(call, 3)).map(|text| text.to_display());
        let jitter = words.iter().find(|(word, _)| Some(*word) == jitter.as_deref());
        let wrong = if !(min >= 0.0 && min.is_finite()) {
            let shown = self.short(argument(call, 0));
            Some(format!(
                "minTimeout must be a number of milliseconds that is not negative, not {shown}"
            ))
        } else if max.is_nan() || max < 0.0 {
            let shown = self.short(argument(call, 1));
            Some(format!(
                "maxTimeout must be a number of milliseconds that is not negative, not {shown}"
            ))
        } else if min > max {
            Some(format!("minTimeout is {min}, more than maxTimeout, which is {max}"))
        } else if !(1.0..=1e6).contains(&factor) {
            let shown = self.short(argument(call, 2));
            Some(format!("factor must be a number between 1 and 1000000, not {shown}"))
        } else if jitter.is_none() {
            let shown = self.short(argument(call, 3));
            Some(format!(
                "jitter must be one of \"none\", \"full\", \"equal\", \"decorrelated\", not {shown}"
            ))
        } else {
            None
        };
        let (None, Some(&(_, jitter))) = (&wrong, jitter) else {
            return self.throw(ErrorKind::RangeError, &format!("retry: {}", wrong.unwrap_or_default()));
        };
        let Value::Number(retry) = argument(call, 4) else {
            return Answer::Return(Value::Undefined);
        };
        let last = match argument(call, 5) {
            Value::Number(last) => Some(Duration::from_millis_f64(last.get())),
            _ => None,
        };
        let random = match jitter {
            Jitter::None => 0,
            Jitter::Full | Jitter::Equal | Jitter::Decorrelated => (self.random() * 4_294_967_296.0) as u32,
        };
        let backoff = Backoff {
            min: Duration::from_millis_f64(min),
            max: Duration::from_millis_f64(max),
            factor_ppm: (factor * 1e6).round() as u64,
            jitter,
        };
        let delay = backoff.delay(retry.get() as u32, last, random);
        Answer::Return(Value::number(delay.as_millis_f64()))
    }
}
