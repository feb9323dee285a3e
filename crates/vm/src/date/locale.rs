//! Dates in the manner of the locale `en-US`.
//!
//! Owns what `Intl.DateTimeFormat` makes of a time (ECMA-402 section 11.5): which parts stand where, by the patterns of the
//! locale. Reads no options: that is the native's.

use super::format::{MONTHS, WEEKDAYS};
use super::{Fields, fields, weekday};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Numeric {
    Shortest,
    TwoDigits,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Name {
    Long,
    Short,
    Narrow,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Month {
    Number(Numeric),
    Name(Name),
}

/// How hours are counted: from 0 to 11, from 1 to 12, from 0 to 23, from 1 to 24.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Cycle {
    H11,
    H12,
    H23,
    H24,
}

/// Which parts of a date and a time are shown, and how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct DateFormat {
    pub(crate) weekday: Option<Name>,
    pub(crate) year: Option<Numeric>,
    pub(crate) month: Option<Month>,
    pub(crate) day: Option<Numeric>,
    pub(crate) hour: Option<Numeric>,
    pub(crate) minute: bool,
    pub(crate) second: bool,
    /// How many digits of a fraction of a second.
    pub(crate) fraction: usize,
    pub(crate) zone: Option<Name>,
    pub(crate) cycle: Cycle,
}

impl Default for DateFormat {
    fn default() -> DateFormat {
        DateFormat {
            weekday: None,
            year: None,
            month: None,
            day: None,
            hour: None,
            minute: false,
            second: false,
            fraction: 0,
            zone: None,
            cycle: Cycle::H12,
        }
    }
}

const MONTHS_LONG: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS_LONG: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];

fn name(width: Name, long: &'static str, short: &'static str) -> &'static str {
    match width {
        Name::Long => long,
        Name::Short => short,
        Name::Narrow => &short[..1],
    }
}

fn number(width: Numeric, value: f64) -> String {
    match width {
        Numeric::Shortest => value.to_string(),
        Numeric::TwoDigits => format!("{value:02}"),
    }
}

impl DateFormat {
    pub(crate) fn shows_date(&self) -> bool {
        self.weekday.is_some() || self.year.is_some() || self.month.is_some() || self.day.is_some()
    }

    pub(crate) fn shows_time(&self) -> bool {
        self.hour.is_some() || self.minute || self.second || self.fraction > 0
    }

    /// What is shown where nothing was asked for.
    pub(crate) fn show_all(&mut self, has_date: bool, has_time: bool) {
        let plain = Some(Numeric::Shortest);
        if has_date {
            (self.year, self.day) = (plain, plain);
            self.month = Some(Month::Number(Numeric::Shortest));
        }
        if has_time {
            (self.hour, self.minute, self.second) = (plain, true, true);
        }
    }

    /// The first part that was asked for.
    pub(crate) fn first_field(&self) -> Option<&'static str> {
        let fields = [
            (self.weekday.is_some(), "weekday"),
            (self.year.is_some(), "year"),
            (self.month.is_some(), "month"),
            (self.day.is_some(), "day"),
            (self.hour.is_some(), "hour"),
            (self.minute, "minute"),
            (self.second, "second"),
            (self.fraction > 0, "fractionalSecondDigits"),
            (self.zone.is_some(), "timeZoneName"),
        ];
        fields.into_iter().find(|field| field.0).map(|field| field.1)
    }

    /// `dateStyle`, from 1 for `short` to 4 for `full`.
    pub(crate) fn set_date_style(&mut self, style: u8) {
        self.day = Some(Numeric::Shortest);
        self.year = Some(if style == 1 {
            Numeric::TwoDigits
        } else {
            Numeric::Shortest
        });
        self.month = Some(match style {
            1 => Month::Number(Numeric::Shortest),
            2 => Month::Name(Name::Short),
            _ => Month::Name(Name::Long),
        });
        self.weekday = (style == 4).then_some(Name::Long);
    }

    /// `timeStyle`, likewise.
    pub(crate) fn set_time_style(&mut self, style: u8) {
        (self.hour, self.minute) = (Some(Numeric::Shortest), true);
        self.second = style > 1;
        self.zone = match style {
            4 => Some(Name::Long),
            3 => Some(Name::Short),
            _ => None,
        };
    }

    /// A time as text.
    pub(crate) fn format(&self, time: f64) -> String {
        if time.is_nan() {
            return "Invalid Date".to_owned();
        }
        let at = fields(time);
        let date = self.date(at, weekday(time));
        let clock = self.clock(at);
        let has_day = self.year.is_some() || self.month.is_some() || self.day.is_some();
        let glue = match self.month {
            _ if date.is_empty() || clock.is_empty() => "",
            Some(Month::Name(Name::Long)) if self.shows_time() => " at ",
            _ if has_day => ", ",
            _ => " ",
        };
        format!("{date}{glue}{clock}")
    }

    fn date(&self, at: Fields, weekday: f64) -> String {
        let weekday = self.weekday.map(|width| {
            let index = weekday as usize % 7;
            name(width, WEEKDAYS_LONG[index], WEEKDAYS[index])
        });
        // Years before the first count backwards from there.
        let year = if at.year > 0.0 { at.year } else { 1.0 - at.year };
        let year = self.year.map(|width| match width {
            Numeric::Shortest => year.to_string(),
            Numeric::TwoDigits => format!("{:02}", year % 100.0),
        });
        let day = self.day.map(|width| number(width, at.day));
        let parts = match self.month {
            Some(Month::Number(width)) => {
                let parts = [Some(number(width, at.month + 1.0)), day, year];
                parts.into_iter().flatten().collect::<Vec<String>>().join("/")
            }
            Some(Month::Name(width)) => {
                let index = at.month as usize % 12;
                let month = name(width, MONTHS_LONG[index], MONTHS[index]);
                let year = year.map(|year| {
                    if day.is_some() {
                        format!(", {year}")
                    } else {
                        format!(" {year}")
                    }
                });
                let day = day.map(|day| format!(" {day}"));
                format!("{month}{}{}", day.unwrap_or_default(), year.unwrap_or_default())
            }
            None => match (year, day) {
                (Some(year), Some(day)) => format!("{year} (day: {day})"),
                (year, day) => year.or(day).unwrap_or_default(),
            },
        };
        match weekday {
            None => parts,
            Some(weekday) if parts.is_empty() => weekday.to_owned(),
            // The day of the week comes first only where the day has a month.
            Some(weekday) if self.month.is_some() && self.day.is_some() => format!("{weekday}, {parts}"),
            Some(weekday) => format!("{parts} {weekday}"),
        }
    }

    fn clock(&self, at: Fields) -> String {
        let mut text = String::new();
        if let Some(width) = self.hour {
            let (hours, width) = match self.cycle {
                Cycle::H11 => (at.hours % 12.0, width),
                Cycle::H12 => ((at.hours + 11.0) % 12.0 + 1.0, width),
                Cycle::H23 => (at.hours, Numeric::TwoDigits),
                Cycle::H24 => ((at.hours + 23.0) % 24.0 + 1.0, Numeric::TwoDigits),
            };
            text = number(width, hours);
        }
        for (is_shown, value, is_alone) in [
            (self.minute, at.minutes, !self.second),
            (self.second, at.seconds, !self.minute),
        ] {
            if !is_shown {
                continue;
            }
            if !text.is_empty() {
                text.push(':');
            }
            let is_plain = is_alone && self.hour.is_none();
            let width = if is_plain {
                Numeric::Shortest
            } else {
                Numeric::TwoDigits
            };
            text.push_str(&number(width, value));
        }
        if self.fraction > 0 {
            let digits = format!("{:03}", at.milliseconds);
            let point = if text.is_empty() { "" } else { "." };
            text = format!("{text}{point}{}", &digits[..self.fraction.min(3)]);
        }
        if self.hour.is_some() && matches!(self.cycle, Cycle::H11 | Cycle::H12) {
            text.push_str(if at.hours < 12.0 { " AM" } else { " PM" });
        }
        let zone = self.zone.map(|width| name(width, "Coordinated Universal Time", "UTC"));
        match zone {
            Some(zone) if text.is_empty() => zone.to_owned(),
            Some(zone) => format!("{text} {zone}"),
            None => text,
        }
    }
}
