//! Reading the options that objects are made with.
//!
//! Owns what a number among them may be, and how an error says that it is not. Which options a class has is its own affair.

use clock::Duration;
use vm::Value;

use crate::step::Stepper;

impl Stepper<'_> {
    /// That the options are an object, if they are given.
    pub(crate) fn check_options(&self, options: Value) -> Result<(), String> {
        match options {
            Value::Undefined | Value::Object(_) => Ok(()),
            other => Err(format!("the options must be an object, not {}", self.short(other))),
        }
    }

    /// A number among the options that a test accepts, which `must` says in words.
    pub(crate) fn number_option(
        &self,
        options: Value,
        name: &str,
        default: f64,
        must: &str,
        accepts: impl Fn(f64) -> bool,
    ) -> Result<f64, String> {
        match self.option(options, name) {
            Value::Undefined => Ok(default),
            Value::Number(number) if accepts(number.get()) => Ok(number.get()),
            other => Err(format!("{name} must be {must}, not {}", self.short(other))),
        }
    }

    /// A whole number of at least `least`.
    pub(crate) fn count_option(&self, options: Value, name: &str, default: u32, least: u32) -> Result<u32, String> {
        let must = format!("a whole number of at least {least}");
        let is_count =
            |number: f64| number.fract() == 0.0 && number >= f64::from(least) && number <= f64::from(u32::MAX);
        let count = self.number_option(options, name, f64::from(default), &must, is_count)?;
        Ok(count as u32)
    }

    /// The same, where `Infinity` means that there is no bound; that is also the default.
    pub(crate) fn bound_option(&self, options: Value, name: &str, least: u32) -> Result<Option<u32>, String> {
        match self.option(options, name) {
            Value::Undefined => Ok(None),
            Value::Number(number) if number.get() == f64::INFINITY => Ok(None),
            _ => self.count_option(options, name, least, least).map(Some),
        }
    }

    /// A time in milliseconds; `Infinity` is one.
    pub(crate) fn time_option(&self, options: Value, name: &str, default: f64) -> Result<Duration, String> {
        let must = "a number of milliseconds that is not negative";
        let millis = self.number_option(options, name, default, must, |number| number >= 0.0)?;
        Ok(Duration::from_millis_f64(millis))
    }

    /// A part of a whole, in millionths.
    pub(crate) fn share_option(
        &self,
        options: Value,
        name: &str,
        default: f64,
        must: &str,
        accepts: impl Fn(f64) -> bool,
    ) -> Result<u64, String> {
        let share = self.number_option(options, name, default, must, accepts)?;
        Ok((share * 1e6).round() as u64)
    }

    /// A word among the options, as its place in the list of those that there are; the first is the default.
    pub(crate) fn word_option(&self, options: Value, name: &str, words: &[&str]) -> Result<usize, String> {
        let given = self.option(options, name);
        if given == Value::Undefined {
            return Ok(0);
        }
        let text = self.world.heap.as_text(given).map(|text| text.to_display());
        words
            .iter()
            .position(|&word| Some(word) == text.as_deref())
            .ok_or_else(|| {
                let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
                format!("{name} must be one of {}, not {}", quoted.join(", "), self.short(given))
            })
    }
}
