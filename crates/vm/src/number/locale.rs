//! Numbers in the manner of the locale `en-US`.
//!
//! Owns what `Intl.NumberFormat` makes of a number (ECMA-402 section 16.5): rounding, grouping, signs, currencies, `1.2K`.
//! Reads no options: that is the native's.

use super::shortest_digits;

/// What kind of number it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Style {
    Decimal,
    Percent,
    /// What stands in front of the amount.
    Currency(String),
}

/// How many digits are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Digits {
    /// After the point.
    Fraction { min: i32, max: i32 },
    /// From the first one on that is not zero.
    Significant { min: i32, max: i32 },
    /// Whole numbers, but at least two digits.
    Compact,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Grouping {
    Always,
    /// Only where two digits or more stand in front of the first comma.
    Min2,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SignDisplay {
    Auto,
    Always,
    ExceptZero,
    Negative,
    Never,
}

/// How numbers are written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct NumberFormat {
    pub(crate) style: Style,
    pub(crate) digits: Digits,
    pub(crate) min_integer: i32,
    pub(crate) grouping: Grouping,
    pub(crate) sign: SignDisplay,
    /// The words behind thousands, millions and so on, if numbers are shortened.
    pub(crate) units: Option<[&'static str; 4]>,
}

/// The words of `compactDisplay: "short"`.
pub(crate) const SHORT_UNITS: [&str; 4] = ["K", "M", "B", "T"];
/// The words of `compactDisplay: "long"`.
pub(crate) const LONG_UNITS: [&str; 4] = [" thousand", " million", " billion", " trillion"];

impl Default for NumberFormat {
    fn default() -> NumberFormat {
        NumberFormat {
            style: Style::Decimal,
            digits: Digits::Fraction { min: 0, max: 3 },
            min_integer: 1,
            grouping: Grouping::Always,
            sign: SignDisplay::Auto,
            units: None,
        }
    }
}

/// `0.DIGITS * 10^point`, not negative; zero has no digits.
#[derive(Clone, Debug)]
struct Decimal {
    digits: Vec<u8>,
    point: i32,
}

impl Decimal {
    fn new(value: f64) -> Decimal {
        if value == 0.0 {
            return Decimal::zero();
        }
        let (digits, point) = shortest_digits(value.abs());
        let digits = digits.bytes().collect();
        Decimal { digits, point }
    }

    fn zero() -> Decimal {
        let digits = Vec::new();
        Decimal { digits, point: 1 }
    }

    /// Keeps so many digits, halves rounded away from zero.
    fn round(&mut self, count: i32) {
        let Ok(count) = usize::try_from(count) else {
            *self = Decimal::zero();
            return;
        };
        let rounds_up = self.digits.get(count).is_some_and(|&digit| digit >= b'5');
        self.digits.truncate(count);
        if rounds_up {
            while self.digits.last() == Some(&b'9') {
                self.digits.pop();
            }
            match self.digits.last_mut() {
                Some(digit) => *digit += 1,
                None => {
                    self.digits.push(b'1');
                    self.point += 1;
                }
            }
        }
        while self.digits.last() == Some(&b'0') {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            *self = Decimal::zero();
        }
    }

    /// Rounds, and tells how many digits must follow the point.
    fn round_to(&mut self, digits: Digits) -> i32 {
        match digits {
            Digits::Fraction { min, max } => {
                self.round(self.point + max);
                min
            }
            Digits::Significant { min, max } => {
                self.round(max);
                min - self.point
            }
            Digits::Compact => {
                self.round(self.point.max(2));
                0
            }
        }
    }

    /// The digit in front of the point by so many places, or behind it.
    fn digit(&self, place: i32) -> char {
        let index = usize::try_from(self.point - 1 - place).ok();
        index
            .and_then(|index| self.digits.get(index))
            .map_or('0', |&digit| char::from(digit))
    }
}

impl NumberFormat {
    /// A number as text.
    pub(crate) fn format(&self, value: f64) -> String {
        let mut number = Decimal::new(if value.is_finite() { value } else { 1.0 });
        if self.style == Style::Percent {
            number.point += if number.digits.is_empty() { 0 } else { 2 };
        }
        let (mut body, unit) = self.amount(&mut number);
        if !value.is_finite() {
            body = if value.is_nan() {
                "NaN".to_owned()
            } else {
                "∞".to_owned()
            };
        }
        let is_zero = number.digits.is_empty() || value.is_nan();
        let is_negative = value.is_sign_negative() && !value.is_nan();
        let sign = match (self.sign, is_negative) {
            (SignDisplay::Auto | SignDisplay::Always, true) => "-",
            (SignDisplay::ExceptZero | SignDisplay::Negative, true) if !is_zero => "-",
            (SignDisplay::Always, false) => "+",
            (SignDisplay::ExceptZero, false) if !is_zero => "+",
            _ => "",
        };
        match &self.style {
            Style::Decimal => format!("{sign}{body}{unit}"),
            Style::Percent => format!("{sign}{body}{unit}%"),
            Style::Currency(symbol) => {
                // A symbol made of letters is kept apart from the digits.
                let is_apart =
                    symbol.ends_with(char::is_alphabetic) && body.starts_with(|first: char| first.is_ascii_digit());
                let space = if is_apart { "\u{a0}" } else { "" };
                format!("{sign}{symbol}{space}{body}{unit}")
            }
        }
    }

    /// The digits of a number with their commas, and the word for its size.
    fn amount(&self, number: &mut Decimal) -> (String, &'static str) {
        let exact = number.clone();
        let Some(units) = &self.units else {
            let places = number.round_to(self.digits);
            return (self.written(number, places), "");
        };
        let mut unit = usize::try_from((exact.point - 1) / 3).unwrap_or(0).min(units.len());
        loop {
            *number = exact.clone();
            if !number.digits.is_empty() {
                number.point -= 3 * unit as i32;
            }
            let places = number.round_to(self.digits);
            // Rounding may have made it a thousand.
            if number.point > 3 && unit < units.len() {
                unit += 1;
                continue;
            }
            let word = unit.checked_sub(1).map_or("", |unit| units[unit]);
            return (self.written(number, places), word);
        }
    }

    fn written(&self, number: &Decimal, min_places: i32) -> String {
        let whole = number.point.max(self.min_integer);
        let group_from = match self.grouping {
            Grouping::Always => 4,
            Grouping::Min2 => 5,
            Grouping::Never => i32::MAX,
        };
        let mut text = String::new();
        for place in (0..whole).rev() {
            text.push(number.digit(place));
            if place > 0 && place % 3 == 0 && whole >= group_from {
                text.push(',');
            }
        }
        let written = i32::try_from(number.digits.len()).unwrap_or(i32::MAX) - number.point;
        let places = written.max(min_places);
        if places > 0 {
            text.push('.');
            text.extend((1..=places).map(|place| number.digit(-place)));
        }
        text
    }
}
