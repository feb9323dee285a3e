//! Text as dates.
//!
//! Owns the format of ECMA-262 section 21.4.1.32 and, where that does not fit, what V8 has understood since before there was
//! one: months by name, slashes, times with AM and PM, zones by name.

mod scan;

use super::format::MONTHS;
use super::{Fields, time_clip};
use crate::Text;

use scan::{Scanner, Token, Word};

/// Date.parse.
pub(crate) fn parse(text: &Text) -> f64 {
    let text = text.to_display();
    Parts::read(&mut Scanner::new(&text))
        .and_then(Parts::time)
        .map_or(f64::NAN, time_clip)
}

/// What has been read so far.
#[derive(Default)]
struct Parts {
    /// Numbers of the date, at most three.
    date: Vec<i64>,
    month: Option<i64>,
    /// Hours, minutes, seconds, milliseconds.
    clock: Vec<i64>,
    /// What AM or PM add to the hours.
    half: Option<i64>,
    zone: Zone,
    /// Whether the date was written year first, as the standard has it.
    is_standard: bool,
}

/// How far local time is ahead of UTC.
#[derive(Default)]
struct Zone {
    is_behind: bool,
    hours: Option<i64>,
    minutes: Option<i64>,
}

impl Zone {
    fn utc() -> Zone {
        Zone::of_hours(0)
    }

    fn of_hours(hours: i64) -> Zone {
        Zone {
            is_behind: hours < 0,
            hours: Some(hours.abs()),
            minutes: Some(0),
        }
    }

    fn is_utc(&self) -> bool {
        self.hours == Some(0) && self.minutes == Some(0)
    }

    /// Local time is the same as UTC here.
    fn offset_minutes(&self) -> i64 {
        let minutes = self.hours.unwrap_or(0) * 60 + self.minutes.unwrap_or(0);
        if self.is_behind { -minutes } else { minutes }
    }
}

fn is_month(number: i64) -> bool {
    (1..=12).contains(&number)
}

fn is_day(number: i64) -> bool {
    (1..=31).contains(&number)
}

fn is_sixtieth(number: i64) -> bool {
    (0..60).contains(&number)
}

impl Parts {
    fn read(scanner: &mut Scanner) -> Option<Parts> {
        let mut parts = Parts::default();
        parts.is_standard = parts.standard_date(scanner);
        if !parts.is_standard {
            parts.legacy(scanner)?;
        } else if scanner.skip(Token::Word(Word::Separator)) {
            // After a `T` there is nothing to be guessed.
            parts.standard_time(scanner)?;
        }
        Some(parts)
    }

    /// `2024-05-06` or a beginning of it; false where something else goes on.
    fn standard_date(&mut self, scanner: &mut Scanner) -> bool {
        match scanner.peek() {
            Token::Sign { is_minus } => {
                scanner.next();
                let Token::Number { value, digits: 6 } = scanner.peek() else {
                    return false;
                };
                scanner.next();
                if is_minus && value == 0 {
                    return false;
                }
                self.date.push(if is_minus { -value } else { value });
            }
            Token::Number { value, digits: 4 } => {
                scanner.next();
                self.date.push(value);
            }
            _ => return false,
        }
        for is_valid in [is_month, is_day] {
            if !scanner.skip(Token::Sign { is_minus: true }) {
                break;
            }
            match scanner.peek() {
                Token::Number { value, digits: 2 } if is_valid(value) => self.date.push(value),
                _ => return false,
            }
            scanner.next();
        }
        matches!(scanner.peek(), Token::End | Token::Word(Word::Separator))
    }

    /// Exactly two digits in a range.
    fn two_digits(scanner: &mut Scanner, max: i64) -> Option<i64> {
        match scanner.next() {
            Token::Number { value, digits: 2 } if value <= max => Some(value),
            _ => None,
        }
    }

    /// What follows `T`: `10:30`, `10:30:15.5`, with `Z` or an offset or without.
    fn standard_time(&mut self, scanner: &mut Scanner) -> Option<()> {
        let hours = Parts::two_digits(scanner, 24)?;
        // The end of a day is its 24th hour, but no later time is.
        let max = if hours == 24 { 0 } else { 59 };
        self.clock.push(hours);
        scanner.skip(Token::Colon).then_some(())?;
        self.clock.push(Parts::two_digits(scanner, max)?);
        if scanner.skip(Token::Colon) {
            self.clock.push(Parts::two_digits(scanner, max)?);
            if scanner.skip(Token::Dot) {
                let Token::Number { value, digits } = scanner.next() else {
                    return None;
                };
                if hours == 24 && value > 0 {
                    return None;
                }
                self.clock.push(milliseconds(value, digits));
            }
        }
        match scanner.peek() {
            Token::Word(Word::Zulu) => {
                scanner.next();
                self.zone = Zone::utc();
            }
            Token::Sign { is_minus } => {
                scanner.next();
                self.standard_zone(scanner, is_minus)?;
            }
            _ => {}
        }
        (scanner.peek() == Token::End).then_some(())
    }

    /// `05:30` or `0530`.
    fn standard_zone(&mut self, scanner: &mut Scanner, is_behind: bool) -> Option<()> {
        let (hours, minutes) = match scanner.peek() {
            Token::Number { value, digits: 4 } if value / 100 < 24 && value % 100 < 60 => {
                scanner.next();
                (value / 100, value % 100)
            }
            _ => {
                let hours = Parts::two_digits(scanner, 23)?;
                scanner.skip(Token::Colon).then_some(())?;
                (hours, Parts::two_digits(scanner, 59)?)
            }
        };
        self.zone = Zone {
            is_behind,
            hours: Some(hours),
            minutes: Some(minutes),
        };
        Some(())
    }

    fn legacy(&mut self, scanner: &mut Scanner) -> Option<()> {
        let mut has_number = !self.date.is_empty();
        loop {
            match scanner.next() {
                Token::End => return Some(()),
                Token::Number { value, .. } => {
                    has_number = true;
                    self.number(scanner, value)?;
                }
                Token::Word(word) => self.word(scanner, word, has_number)?,
                Token::Sign { is_minus } if self.zone.is_utc() || !self.clock.is_empty() => {
                    has_number = true;
                    self.zone(scanner, is_minus)?;
                }
                // A second sign and a bracket that nothing opened are no date.
                Token::Sign { .. } | Token::Close if has_number => return None,
                Token::Sign { .. } | Token::Close | Token::Colon | Token::Dot | Token::Space | Token::Other => {}
            }
        }
    }

    /// Whether a number would be the next part of the time of day.
    fn expects_clock(&self, number: i64) -> bool {
        match self.clock.len() {
            1 | 2 => is_sixtieth(number),
            3 => number < 1000,
            _ => false,
        }
    }

    fn finish_clock(&mut self, number: i64) {
        self.clock.push(number);
        self.clock.resize(4, 0);
    }

    fn number(&mut self, scanner: &mut Scanner, value: i64) -> Option<()> {
        if scanner.skip(Token::Colon) {
            if scanner.skip(Token::Colon) {
                self.clock.is_empty().then_some(())?;
                self.clock.extend([value, 0]);
                return Some(());
            }
            (self.clock.len() < 4).then_some(())?;
            self.clock.push(value);
            scanner.skip(Token::Dot);
            return Some(());
        }
        // The point is passed over whether or not it belongs to a time of day.
        if scanner.skip(Token::Dot) && self.expects_clock(value) {
            self.clock.push(value);
            let Token::Number { value, digits } = scanner.next() else {
                return None;
            };
            self.finish_clock(milliseconds(value, digits));
        } else if self.zone.hours.is_some() && self.zone.minutes.is_none() && is_sixtieth(value) {
            self.zone.minutes = Some(value);
        } else if self.expects_clock(value) {
            self.finish_clock(value);
            let next = scanner.peek();
            let is_end = matches!(
                next,
                Token::End | Token::Space | Token::Word(Word::Zulu) | Token::Sign { .. }
            );
            is_end.then_some(())?;
        } else {
            (self.date.len() < 3).then_some(())?;
            self.date.push(value);
            scanner.skip(Token::Sign { is_minus: true });
        }
        Some(())
    }

    fn word(&mut self, scanner: &mut Scanner, word: Word, has_number: bool) -> Option<()> {
        match word {
            Word::Half(hours) if !self.clock.is_empty() => self.half = Some(hours),
            Word::Month(month) => {
                self.month = Some(month);
                scanner.skip(Token::Sign { is_minus: true });
            }
            Word::Zulu if has_number => self.zone = Zone::utc(),
            Word::Zone(hours) if has_number => self.zone = Zone::of_hours(hours),
            // Words in front of everything else, such as the day of the week, count for nothing.
            Word::Half(_) | Word::Zulu | Word::Zone(_) | Word::Separator | Word::Other => {
                let is_apart = !matches!(scanner.peek(), Token::Number { .. });
                (!has_number && is_apart).then_some(())?;
            }
        }
        Some(())
    }

    /// `+01:00`, `+0100`, `+1` or a sign alone, after a time or UTC.
    fn zone(&mut self, scanner: &mut Scanner, is_behind: bool) -> Option<()> {
        let (value, digits) = match scanner.peek() {
            Token::Number { value, digits } => {
                scanner.next();
                (value, digits)
            }
            _ => (0, 0),
        };
        let (hours, minutes) = if scanner.peek() == Token::Colon {
            (value, None)
        } else {
            match digits {
                1 | 2 => (value, Some(0)),
                3 | 4 => (value / 100, Some(value % 100)),
                _ => return None,
            }
        };
        self.zone = Zone {
            is_behind,
            hours: Some(hours),
            minutes,
        };
        Some(())
    }

    /// Year, month and day.
    fn calendar(&self) -> Option<(i64, i64, i64)> {
        // What is not said is the first, of the month as of the century.
        let at = |index: usize| self.date.get(index).copied().unwrap_or(1);
        let first = *self.date.first()?;
        let (year, month, day) = match self.month {
            None if self.is_standard || !is_day(first) => (first, at(1), at(2)),
            None => (at(2), first, at(1)),
            Some(month) if is_day(first) => (at(1), month, first),
            Some(month) => (first, month, at(1)),
        };
        let year = match year {
            0..50 if !self.is_standard => 2000 + year,
            50..100 if !self.is_standard => 1900 + year,
            _ => year,
        };
        // As in V8, the 31st of any month is a day.
        (is_month(month) && is_day(day)).then_some((year, month, day))
    }

    fn time(self) -> Option<f64> {
        let (year, month, day) = self.calendar()?;
        let at = |index: usize| self.clock.get(index).copied().unwrap_or(0);
        let (mut hours, minutes, seconds, milliseconds) = (at(0), at(1), at(2), at(3));
        if let Some(half) = self.half {
            (hours <= 12).then_some(())?;
            hours = hours % 12 + half;
        }
        let is_time = hours < 24 && is_sixtieth(minutes) && is_sixtieth(seconds) && milliseconds < 1000;
        let is_end_of_day = (hours, minutes, seconds, milliseconds) == (24, 0, 0, 0);
        (is_time || is_end_of_day).then_some(())?;
        let mut date = Fields::of_year(year as f64);
        let parts = [month - 1, day, hours, minutes, seconds, milliseconds];
        for (index, part) in parts.into_iter().enumerate() {
            *date.slot(1 + index) = part as f64;
        }
        Some(date.time() - self.zone.offset_minutes() as f64 * 60_000.0)
    }
}

/// A fraction of a second; more digits than three count for nothing.
fn milliseconds(value: i64, digits: usize) -> i64 {
    match digits {
        0..=3 => value * 10_i64.pow(3 - digits as u32),
        // A numeral keeps nine of its digits.
        _ => value / 10_i64.pow(digits.min(9) as u32 - 3),
    }
}

/// The number of the month that a word begins like.
fn month_of(prefix: &str) -> Option<i64> {
    let at = MONTHS.iter().position(|month| month.eq_ignore_ascii_case(prefix))?;
    i64::try_from(at + 1).ok()
}
