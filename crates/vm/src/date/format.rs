//! Dates as text.
//!
//! Owns the formats of ECMA-262 section 21.4.4.41. Those of a locale are next door.

use super::{fields, weekday};

pub(super) const WEEKDAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
pub(super) const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

fn year_text(year: f64) -> String {
    let sign = if year < 0.0 { "-" } else { "" };
    format!("{sign}{:04}", year.abs())
}

fn weekday_name(time: f64) -> &'static str {
    WEEKDAYS[weekday(time) as usize % 7]
}

fn month_name(month: f64) -> &'static str {
    MONTHS[month as usize % 12]
}

/// What is not finite has no calendar.
fn valid(time: f64, text: impl FnOnce() -> String) -> String {
    if time.is_nan() {
        "Invalid Date".to_owned()
    } else {
        text()
    }
}

/// `toDateString`.
pub(crate) fn to_date_string(time: f64) -> String {
    valid(time, || {
        let date = fields(time);
        let (month, year) = (month_name(date.month), year_text(date.year));
        format!("{} {month} {:02} {year}", weekday_name(time), date.day)
    })
}

fn clock(time: f64) -> String {
    let date = fields(time);
    format!("{:02}:{:02}:{:02}", date.hours, date.minutes, date.seconds)
}

/// `toTimeString`.
pub(crate) fn to_time_string(time: f64) -> String {
    valid(time, || {
        format!("{} GMT+0000 (Coordinated Universal Time)", clock(time))
    })
}

/// `toString`.
pub(crate) fn to_string(time: f64) -> String {
    valid(time, || format!("{} {}", to_date_string(time), to_time_string(time)))
}

/// `toUTCString`.
pub(crate) fn to_utc_string(time: f64) -> String {
    valid(time, || {
        let date = fields(time);
        let (month, year) = (month_name(date.month), year_text(date.year));
        format!(
            "{}, {:02} {month} {year} {} GMT",
            weekday_name(time),
            date.day,
            clock(time)
        )
    })
}

/// `toISOString`, of a valid date.
pub(crate) fn to_iso_string(time: f64) -> String {
    let date = fields(time);
    let year = if (0.0..=9999.0).contains(&date.year) {
        format!("{:04}", date.year)
    } else {
        let sign = if date.year < 0.0 { '-' } else { '+' };
        format!("{sign}{:06}", date.year.abs())
    };
    let (month, day) = (date.month + 1.0, date.day);
    format!("{year}-{month:02}-{day:02}T{}.{:03}Z", clock(time), date.milliseconds)
}
