//! The options that objects are made with, judged.
//!
//! Owns what numbers an option may have and the words for those that it may not. What an option means is its class's.

use clock::Duration;
use vm::Value;

use crate::io::Latency;
use crate::step::Stepper;

/// The options of one call.
pub(crate) struct Settings<'a, 'w> {
    stepper: &'a Stepper<'w>,
    given: Value,
}

impl<'a, 'w> Settings<'a, 'w> {
    /// Nothing counts as no options; anything else that is no object is none.
    pub(crate) fn new(stepper: &'a Stepper<'w>, given: Value) -> Result<Self, String> {
        match given {
            Value::Undefined | Value::Object(_) => Ok(Settings { stepper, given }),
            other => Err(format!("the options must be an object, not {}", stepper.short(other))),
        }
    }

    pub(crate) fn get(&self, name: &str) -> Value {
        self.stepper.option(self.given, name)
    }

    pub(crate) fn is_set(&self, name: &str, default: bool) -> bool {
        match self.get(name) {
            Value::Undefined => default,
            value => vm::truthy(&self.stepper.world.heap, value),
        }
    }

    /// A whole number that is at least `least`; `None` for what is not given and for `Infinity`.
    pub(crate) fn count(&self, name: &str, least: u32) -> Result<Option<u32>, String> {
        match self.get(name) {
            Value::Undefined => Ok(None),
            Value::Number(number) if number.get() == f64::INFINITY => Ok(None),
            Value::Number(number)
                if number.get() >= f64::from(least)
                    && number.get() <= f64::from(u32::MAX)
                    && number.get().fract() == 0.0 =>
            {
                Ok(Some(number.get() as u32))
            }
            other => {
                let shown = self.stepper.short(other);
                Err(format!(
                    "{name} must be a whole number of at least {least}, not {shown}"
                ))
            }
        }
    }

    /// Milliseconds that are more than nothing; `Infinity` is a duration that is never over.
    pub(crate) fn millis(&self, name: &str) -> Result<Option<Duration>, String> {
        match self.get(name) {
            Value::Undefined => Ok(None),
            Value::Number(number) if number.get() > 0.0 => Ok(Some(Duration::from_millis_f64(number.get()))),
            other => {
                let shown = self.stepper.short(other);
                Err(format!("{name} must be a number of milliseconds above 0, not {shown}"))
            }
        }
    }

    /// How long something takes, as `io` has it.
    pub(crate) fn latency(&self, name: &str, default: Latency) -> Result<Latency, String> {
        let given = self.get(name);
        match (given, self.stepper.latency(given)) {
            (Value::Undefined, _) => Ok(default),
            (_, Some(latency)) => Ok(latency),
            (other, None) => {
                let shown = self.stepper.short(other);
                Err(format!(
                    "{name} must be milliseconds that are not negative, [least, most] or a distribution, not {shown}"
                ))
            }
        }
    }

    /// A number from 0 to `most` in millionths.
    pub(crate) fn millionths(&self, name: &str, most: f64) -> Result<Option<u32>, String> {
        match self.get(name) {
            Value::Undefined => Ok(None),
            Value::Number(number) if (0.0..=most).contains(&number.get()) => {
                Ok(Some((number.get() * 1e6).round() as u32))
            }
            other => {
                let shown = self.stepper.short(other);
                Err(format!("{name} must be a number from 0 to {most}, not {shown}"))
            }
        }
    }

    /// One of some words.
    pub(crate) fn word<T: Copy>(&self, name: &str, words: &[(&str, T)]) -> Result<Option<T>, String> {
        let given = self.get(name);
        if given == Value::Undefined {
            return Ok(None);
        }
        let text = self.stepper.world.heap.as_text(given).map(|text| text.to_display());
        let found = words.iter().find(|(word, _)| text.as_deref() == Some(*word));
        let Some(&(_, meaning)) = found else {
            let known: Vec<String> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            let shown = self.stepper.short(given);
            return Err(format!("{name} must be {}, not {shown}", known.join(" or ")));
        };
        Ok(Some(meaning))
    }

    /// A function, or nothing.
    pub(crate) fn function(&self, name: &str) -> Result<Value, String> {
        let given = self.get(name);
        match given {
            Value::Undefined => Ok(given),
            _ if self.stepper.world.heap.is_callable(given) => Ok(given),
            other => Err(format!("{name} must be a function, not {}", self.stepper.short(other))),
        }
    }
}
