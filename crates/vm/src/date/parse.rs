//! Text as dates.
//!
//! Owns the format of ECMA-262 section 21.4.1.32 and, where that does not fit, what engines have understood since before
//! there was one: months by name, slashes, times with AM and PM, zones by name.

use super::format::MONTHS;
use super::{Fields, time_clip};
use crate::Text;

/// Date.parse.
pub(crate) fn parse(text: &Text) -> f64 {
    let text = text.to_display();
    let text = text.trim();
    iso(text).or_else(|| legacy(text)).map_or(f64::NAN, time_clip)
}

/// A reader of digits and signs.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn take(&mut self, letter: char) -> bool {
        match self.rest.strip_prefix(letter) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// Exactly so many digits.
    fn digits(&mut self, count: usize) -> Option<f64> {
        let (digits, rest) = self.rest.split_at_checked(count)?;
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        self.rest = rest;
        digits.parse().ok()
    }

    /// Any number of digits, and how many.
    fn number(&mut self) -> Option<(f64, usize)> {
        let count = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if count == 0 || count > 9 {
            return None;
        }
        Some((self.digits(count)?, count))
    }

    /// The fraction of a second, in milliseconds; more digits than three count for nothing.
    fn fraction(&mut self) -> Option<f64> {
        let count = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        let padded = format!("{digits:0<3}");
        if count == 0 {
            None
        } else {
            padded.get(..3)?.parse().ok()
        }
    }

    fn year(&mut self) -> Option<f64> {
        let sign = if self.take('+') {
            1.0
        } else if self.take('-') {
            -1.0
        } else {
            return self.digits(4);
        };
        let year = self.digits(6)?;
        (sign > 0.0 || year != 0.0).then_some(sign * year)
    }

    /// `Z` or an offset, in minutes; nothing is local time, which is the same as UTC.
    fn offset(&mut self) -> Option<f64> {
        if self.rest.is_empty() || self.take('Z') {
            return Some(0.0);
        }
        let sign = if self.take('+') {
            1.0
        } else if self.take('-') {
            -1.0
        } else {
            return None;
        };
        let hours = self.digits(2)?;
        self.take(':').then_some(())?;
        let minutes = self.digits(2)?;
        (hours < 24.0 && minutes < 60.0).then_some(sign * (hours * 60.0 + minutes))
    }
}

fn iso(text: &str) -> Option<f64> {
    let mut reader = Reader { rest: text };
    let mut date = Fields::of_year(reader.year()?);
    if reader.take('-') {
        date.month = reader.digits(2)? - 1.0;
        if reader.take('-') {
            date.day = reader.digits(2)?;
        }
    }
    let mut offset = 0.0;
    if reader.take('T') {
        date.hours = reader.digits(2)?;
        reader.take(':').then_some(())?;
        date.minutes = reader.digits(2)?;
        if reader.take(':') {
            date.seconds = reader.digits(2)?;
            if reader.take('.') {
                date.milliseconds = reader.fraction()?;
            }
        }
        offset = reader.offset()?;
    }
    (reader.rest.is_empty() && is_valid(date)).then(|| date.time() - offset * 60_000.0)
}

/// Whether every part is within its range. As in V8, the 31st of any month is a day.
fn is_valid(date: Fields) -> bool {
    let is_midnight = date.minutes == 0.0 && date.seconds == 0.0 && date.milliseconds == 0.0;
    (0.0..=11.0).contains(&date.month)
        && (1.0..=31.0).contains(&date.day)
        && (date.hours < 24.0 || (date.hours == 24.0 && is_midnight))
        && date.minutes < 60.0
        && date.seconds < 60.0
}

/// What has been read of a date in the old manner.
#[derive(Default)]
struct Legacy {
    numbers: Vec<f64>,
    month: Option<f64>,
    clock: Vec<f64>,
    milliseconds: f64,
    is_afternoon: Option<bool>,
    offset: Option<f64>,
}

fn legacy(text: &str) -> Option<f64> {
    let mut legacy = Legacy::default();
    let mut reader = Reader { rest: text };
    while let Some(letter) = reader.rest.chars().next() {
        if letter == '(' {
            let end = reader.rest.find(')').map_or(reader.rest.len(), |end| end + 1);
            reader.rest = &reader.rest[end..];
        } else if letter.is_ascii_digit() {
            legacy.number(&mut reader)?;
        } else if letter.is_alphabetic() {
            let end = reader
                .rest
                .find(|next: char| !next.is_alphabetic())
                .unwrap_or(reader.rest.len());
            let (word, rest) = reader.rest.split_at(end);
            reader.rest = rest;
            legacy.word(word)?;
        } else if matches!(letter, '+' | '-') && (!legacy.clock.is_empty() || legacy.offset.is_some()) {
            legacy.zone(&mut reader)?;
        } else {
            reader.rest = &reader.rest[letter.len_utf8()..];
        }
    }
    legacy.time()
}

impl Legacy {
    /// A number: part of the date, or a time of day if a colon follows.
    fn number(&mut self, reader: &mut Reader) -> Option<()> {
        let (number, _) = reader.number()?;
        if !reader.take(':') {
            self.numbers.push(number);
            return Some(());
        }
        if !self.clock.is_empty() {
            return None;
        }
        self.clock.push(number);
        self.clock.push(reader.number()?.0);
        if reader.take(':') {
            self.clock.push(reader.number()?.0);
            if reader.take('.') {
                self.milliseconds = reader.fraction()?;
            }
        }
        Some(())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let lower = word.to_lowercase();
        match lower.as_str() {
            "am" | "pm" => self.is_afternoon = Some(lower == "pm"),
            "z" | "utc" | "gmt" | "ut" => self.offset = Some(0.0),
            "est" | "cdt" => self.offset = Some(-300.0),
            "edt" => self.offset = Some(-240.0),
            "cst" | "mdt" => self.offset = Some(-360.0),
            "mst" | "pdt" => self.offset = Some(-420.0),
            "pst" => self.offset = Some(-480.0),
            "t" if !self.numbers.is_empty() => {}
            _ => {
                let prefix = lower.get(..3)?;
                match MONTHS.iter().position(|month| month.eq_ignore_ascii_case(prefix)) {
                    Some(month) => self.month = Some(month as f64),
                    // Words in front of everything else, such as the day of the week, count for nothing.
                    None if self.numbers.is_empty() => {}
                    None => return None,
                }
            }
        }
        Some(())
    }

    /// `+01:00`, `+0100` or `+01` after a time.
    fn zone(&mut self, reader: &mut Reader) -> Option<()> {
        let sign = if reader.take('-') { -1.0 } else { 1.0 };
        reader.take('+');
        let (number, count) = reader.number()?;
        let minutes = if reader.take(':') {
            number * 60.0 + reader.number()?.0
        } else if count <= 2 {
            number * 60.0
        } else {
            (number / 100.0).floor() * 60.0 + number % 100.0
        };
        self.offset = Some(sign * minutes);
        Some(())
    }

    fn time(self) -> Option<f64> {
        // Without a year, V8 takes this one.
        const NO_YEAR: f64 = 2001.0;
        let (year, month, day) = match (self.month, &self.numbers[..]) {
            (Some(month), &[year]) if year > 31.0 => (year, month, 1.0),
            (Some(month), &[day]) => (NO_YEAR, month, day),
            (Some(month), &[first, second, ..]) if first > 31.0 => (first, month, second),
            (Some(month), &[day, year, ..]) => (short_year(year), month, day),
            (None, &[month, day]) => (NO_YEAR, month - 1.0, day),
            (None, &[year, month, day, ..]) if year > 31.0 => (year, month - 1.0, day),
            (None, &[month, day, year, ..]) => (short_year(year), month - 1.0, day),
            (None, &[year]) if year > 31.0 => (year, 0.0, 1.0),
            (None, &[month]) => (NO_YEAR, month - 1.0, 1.0),
            _ => return None,
        };
        let mut date = Fields::of_year(year);
        (date.month, date.day, date.milliseconds) = (month, day, self.milliseconds);
        for (at, &number) in self.clock.iter().enumerate() {
            *date.slot(3 + at) = number;
        }
        if let Some(is_afternoon) = self.is_afternoon {
            if !(1.0..=12.0).contains(&date.hours) {
                return None;
            }
            date.hours = date.hours % 12.0 + if is_afternoon { 12.0 } else { 0.0 };
        }
        is_valid(date).then(|| date.time() - self.offset.unwrap_or(0.0) * 60_000.0)
    }
}

fn short_year(year: f64) -> f64 {
    match year {
        0.0..50.0 => 2000.0 + year,
        50.0..100.0 => 1900.0 + year,
        _ => year,
    }
}
