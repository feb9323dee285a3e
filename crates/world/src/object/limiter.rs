//! `TokenBucket`, `LeakyBucket`, `FixedWindow`, `SlidingWindow` and `Gcra` as the program calls them: one state machine by
//! five rules.
//!
//! Owns the reading of their arguments, which the limiter per key shares, and the rounding of deadlines: somebody who waits
//! goes on with a whole millisecond, as with all timers of the platform, and nothing of the fraction is lost.

use clock::{Duration, Instant};
use primitives::{
    Actor, Consume, FixedWindow, Gcra, LeakyBucket, Limiter, Passage, Rate, Rule, SlidingCounter, SlidingLog,
    TokenBucket, Visit, Waiter,
};
use vm::{ErrorKind, Host, HostCall, Origin, Value};

use super::terms::Terms;
use super::{Deadline, Object, Primitive, Wanted};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Slots, TaskId};

const MICROS_PER_MILLI: u64 = 1_000;

/// A class that is a limiter by one rule.
macro_rules! limiter_class {
    ($class:ident, [$($parameter:literal),*]) => {
        /// A limiter by the rule of its name.
        #[derive(Clone, PartialEq, Eq, Hash, Debug)]
        pub(crate) struct $class(Limiter);

        impl Object for $class {
            crate::object::listed_as!($class);

            fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
                let stepper = &*stepper;
                let positions: &[&str] = &[$($parameter),*];
                let given = |name: &str| match positions.iter().position(|known| *known == name) {
                    Some(at) => argument(call, at),
                    None => stepper.option(argument(call, positions.len()), name),
                };
                rule(stepper, stringify!($class), &given).map(|rule| $class(Limiter::new(rule)))
            }

            fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
                stepper.limiter_call(id, call)
            }

            fn shape(&self) -> ObjectShape {
                ObjectShape {
                    class: stringify!($class),
                    traits: traits(self.0.rule()),
                    slots: Slots::None,
                }
            }

            fn visit(&self, to: &mut impl Visit<Value>) {
                self.0.visit(to);
            }

            fn wanted(&self, name: &str, _operation: &str) -> Wanted {
                Wanted::of_anyone(format!("{name} to let it pass"))
            }

            fn facts(&self, now: Instant) -> Vec<(&'static str, FactValue)> {
                facts(&self.0, now)
            }

            fn deadline(&self) -> Option<Deadline> {
                let first = self.0.queue().next()?;
                self.0.deadline().map(|at| Deadline {
                    at: next_millisecond(at),
                    awaited_by: Some(first.actor),
                })
            }

            fn tick(stepper: &mut Stepper<'_>, id: u32) {
                let (now, mut passed) = (stepper.world.now, Vec::new());
                stepper.limiter_mut(id).tick(now, &mut passed);
                stepper.let_pass(id, &passed);
            }

            fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
                let (now, mut passed) = (stepper.world.now, Vec::new());
                let was_there = stepper.limiter_mut(id).cancel(waiter, now, &mut passed);
                stepper.let_pass(id, &passed);
                was_there
            }
        }
    };
}

/// The classes by the names under which they are listed.
pub(crate) mod classes {
    use super::*;

    limiter_class!(TokenBucket, ["capacity", "refillPerSecond"]);
    limiter_class!(LeakyBucket, ["capacity", "leakPerSecond"]);
    limiter_class!(FixedWindow, ["limit", "windowMs"]);
    limiter_class!(SlidingWindow, ["limit", "windowMs"]);
    limiter_class!(Gcra, ["ratePerSecond", "burst"]);

    impl Stepper<'_> {
        pub(super) fn limiter(&self, id: u32) -> &Limiter {
            match &self.world.objects[id as usize].primitive {
                Primitive::TokenBucket(state) => &state.0,
                Primitive::LeakyBucket(state) => &state.0,
                Primitive::FixedWindow(state) => &state.0,
                Primitive::SlidingWindow(state) => &state.0,
                Primitive::Gcra(state) => &state.0,
                _ => unreachable!("the class of the receiver was checked"),
            }
        }

        pub(super) fn limiter_mut(&mut self, id: u32) -> &mut Limiter {
            self.touch(id);
            match &mut self.world.object_mut(id).primitive {
                Primitive::TokenBucket(state) => &mut state.0,
                Primitive::LeakyBucket(state) => &mut state.0,
                Primitive::FixedWindow(state) => &mut state.0,
                Primitive::SlidingWindow(state) => &mut state.0,
                Primitive::Gcra(state) => &mut state.0,
                _ => unreachable!("the class of the receiver was checked"),
            }
        }
    }
}

impl Stepper<'_> {
    fn limiter_call(&mut self, id: u32, call: &HostCall) -> Answer {
        use Host as H;
        let now = self.world.now;
        match call.native {
            H::TokenBucketTryConsume
            | H::LeakyBucketTryConsume
            | H::FixedWindowTryConsume
            | H::SlidingWindowTryConsume
            | H::GcraTryConsume => match self.units(id, call, 0, self.limiter(id).capacity()) {
                Ok(units) => {
                    let is_passed = self.limiter_mut(id).try_consume(now, units);
                    self.tell_tried(id, units, is_passed)
                }
                Err(answer) => answer,
            },
            H::TokenBucketWaitForToken => self.limiter_consume(id, call, &"waitForToken"),
            H::TokenBucketConsume
            | H::LeakyBucketConsume
            | H::FixedWindowConsume
            | H::SlidingWindowConsume
            | H::GcraConsume => self.limiter_consume(id, call, &"consume"),
            H::TokenBucketAvailable
            | H::LeakyBucketAvailable
            | H::FixedWindowAvailable
            | H::SlidingWindowAvailable
            | H::GcraAvailable => Answer::Return(Value::number(f64::from(self.limiter(id).available(now)))),
            _ => Answer::Return(Value::number(self.limiter(id).waiting() as f64)),
        }
    }

    fn limiter_consume(&mut self, id: u32, call: &HostCall, operation: &'static &'static str) -> Answer {
        let units = match self.units(id, call, 0, self.limiter(id).capacity()) {
            Ok(units) => units,
            Err(answer) => return answer,
        };
        let terms = match self.terms(call, 1) {
            Ok(terms) => terms,
            Err(answer) => return answer,
        };
        let room = self.limiter(id).rule().room();
        self.wait_to_pass(id, operation, units, (room, terms), |stepper, waiter, actor| {
            let now = stepper.world.now;
            let limiter = stepper.limiter_mut(id);
            (limiter.consume(waiter, actor, now, units), limiter.waiting())
        })
    }

    /// Asks for units on behalf of the running lane; `attempt` does it, and says how many wait then. The answer is the promise
    /// of their having passed.
    pub(super) fn wait_to_pass(
        &mut self,
        id: u32,
        operation: &'static &'static str,
        units: u32,
        (room, terms): (Option<u32>, Terms),
        attempt: impl FnOnce(&mut Self, Waiter, Actor) -> (Consume, usize),
    ) -> Answer {
        if let Some(answer) = self.refused_by(terms) {
            return answer;
        }
        let actor = self.actor();
        let promise = self.new_promise(Origin::Host { object: id, operation });
        let (outcome, waiting) = attempt(self, Waiter(promise.0), actor);
        match outcome {
            Consume::Passed => {
                self.passed(id, self.task, units);
                self.fulfil(promise, Value::Undefined);
            }
            Consume::Queued => {
                self.queued(id, operation, units, waiting as u32 - 1);
                self.wait_on(id, promise, terms);
            }
            Consume::Overflows => {
                self.counted(id, "rejected");
                let (name, room) = (self.given_name(id), room.unwrap_or_default());
                let message =
                    format!("{name}.{operation}(): no room for {units} more, {waiting} wait and at most {room} fit");
                let error = self.error(ErrorKind::Error, &message);
                self.reject_promise(promise, error);
            }
        }
        Answer::Return(Value::Object(promise))
    }

    /// Tells what became of an attempt without waiting.
    pub(super) fn tell_tried(&mut self, id: u32, units: u32, is_passed: bool) -> Answer {
        match is_passed {
            true => self.passed(id, self.task, units),
            false => self.counted(id, "rejected"),
        }
        Answer::Return(Value::Bool(is_passed))
    }

    /// Ends the waits of those who have passed.
    pub(super) fn let_pass(&mut self, id: u32, passed: &[Passage]) {
        for &Passage { waiter, actor, units } in passed {
            self.passed(id, TaskId(actor.0), units);
            self.grant(waiter);
        }
    }

    /// Something happened to an object that is counted.
    pub(crate) fn counted(&mut self, id: u32, what: &'static str) {
        let object = ObjectId(id);
        self.emit(EventKind::Counted { object, what });
    }

    /// How many units a call asks for: one, if it does not say.
    pub(super) fn units(&mut self, id: u32, call: &HostCall, index: usize, capacity: u32) -> Result<u32, Answer> {
        let given = match argument(call, index) {
            Value::Undefined => return Ok(1),
            given => positive(self, "count", given),
        };
        let problem = match given {
            Ok(units) if units <= capacity => return Ok(units),
            Ok(units) => format!("{units} can never pass at once, at most {capacity} can"),
            Err(problem) => problem,
        };
        let (name, method) = (self.given_name(id), call.native.name());
        Err(self.throw(ErrorKind::RangeError, &format!("{name}.{method}(): {problem}")))
    }
}

/// Reads a rule from what was given for it, by the names of the parameters.
pub(super) fn rule(stepper: &Stepper<'_>, class: &str, given: &dyn Fn(&str) -> Value) -> Result<Rule, String> {
    let whole = |name: &str| positive(stepper, name, given(name));
    let per_second = |name: &str| {
        match given(name) {
            Value::Number(number) => Rate::per_second(number.get()),
            _ => None,
        }
        .ok_or_else(|| {
            let shown = stepper.short(given(name));
            format!("{name} must be a number from 0.000001 to 1000000000, not {shown}")
        })
    };
    let window = || match given("windowMs") {
        Value::Number(number) if number.get() > 0.0 && number.get() < f64::INFINITY => {
            Ok(Duration::from_millis_f64(number.get()).max(Duration(1)))
        }
        other => Err(format!(
            "windowMs must be a number of milliseconds above 0, not {}",
            stepper.short(other)
        )),
    };
    let now = stepper.world.now;
    Ok(match class {
        "TokenBucket" => Rule::TokenBucket(TokenBucket::new(
            whole("capacity")?,
            per_second("refillPerSecond")?,
            now,
        )),
        "LeakyBucket" => Rule::LeakyBucket(LeakyBucket::new(whole("capacity")?, per_second("leakPerSecond")?, now)),
        "FixedWindow" => Rule::FixedWindow(FixedWindow::new(whole("limit")?, window()?)),
        "SlidingWindow" => match &*word(stepper, given("kind")) {
            "undefined" | "log" => Rule::SlidingLog(SlidingLog::new(whole("limit")?, window()?)),
            "counter" => Rule::SlidingCounter(SlidingCounter::new(whole("limit")?, window()?)),
            _ => {
                let shown = stepper.short(given("kind"));
                return Err(format!("kind must be \"log\" or \"counter\", not {shown}"));
            }
        },
        "Gcra" => {
            let burst = match given("burst") {
                Value::Undefined => 1,
                burst => positive(stepper, "burst", burst)?,
            };
            Rule::Gcra(Gcra::new(per_second("ratePerSecond")?, burst))
        }
        _ => {
            let shown = stepper.short(given("rule"));
            let rules = "TokenBucket, LeakyBucket, FixedWindow, SlidingWindow or Gcra";
            return Err(format!("rule must be {rules}, not {shown}"));
        }
    })
}

/// An option that is a word, as it stands; anything else as messages show it.
pub(super) fn word(stepper: &Stepper<'_>, value: Value) -> String {
    match value {
        Value::Text(text) => stepper.world.heap.text(text).to_string(),
        other => stepper.short(other),
    }
}

/// A whole number of at least 1.
fn positive(stepper: &Stepper<'_>, what: &str, value: Value) -> Result<u32, String> {
    match value {
        Value::Number(number)
            if number.get() >= 1.0 && number.get() <= f64::from(u32::MAX) && number.get().fract() == 0.0 =>
        {
            Ok(number.get() as u32)
        }
        other => Err(format!(
            "{what} must be a whole number of at least 1, not {}",
            stepper.short(other)
        )),
    }
}

/// What a rule was made with, in the words of its parameters.
pub(super) fn traits(rule: &Rule) -> Vec<(&'static str, FactValue)> {
    let count = |number: u32| FactValue::Count(i64::from(number));
    match rule {
        Rule::TokenBucket(rule) => vec![("capacity", count(rule.capacity()))],
        Rule::LeakyBucket(rule) => vec![("room", count(rule.room()))],
        Rule::FixedWindow(rule) => vec![("limit per window", count(rule.capacity()))],
        Rule::SlidingLog(rule) => vec![
            ("limit per window", count(rule.capacity())),
            ("kind", FactValue::word("log")),
        ],
        Rule::SlidingCounter(rule) => vec![
            ("limit per window", count(rule.capacity())),
            ("kind", FactValue::word("counter")),
        ],
        Rule::Gcra(rule) => vec![("burst", count(rule.capacity()))],
    }
}

/// What changes about a limiter: how much may pass, and when something happens by itself.
fn facts(limiter: &Limiter, now: Instant) -> Vec<(&'static str, FactValue)> {
    let rule = limiter.rule();
    let level = |name| {
        let micro = rule.micro_level(now);
        let capacity = rule.capacity();
        (name, FactValue::Level { micro, capacity })
    };
    let mut facts = match rule {
        Rule::TokenBucket(_) | Rule::Gcra(_) => vec![level("tokens")],
        Rule::FixedWindow(window) => vec![level("left"), ("window ends", FactValue::At(window.resets_at(now)))],
        Rule::SlidingLog(_) | Rule::SlidingCounter(_) => vec![level("left")],
        Rule::LeakyBucket(bucket) => {
            let micro = limiter.queued_units() as i64 * 1_000_000;
            let capacity = bucket.room();
            vec![("in the bucket", FactValue::Level { micro, capacity })]
        }
    };
    if let Some(at) = limiter.deadline() {
        facts.push(("next at", FactValue::At(next_millisecond(at))));
    }
    facts
}

/// The first whole millisecond that is not before an instant.
pub(super) fn next_millisecond(at: Instant) -> Instant {
    match at.0 % MICROS_PER_MILLI {
        0 => at,
        past => at.saturating_add(Duration(MICROS_PER_MILLI - past)),
    }
}
