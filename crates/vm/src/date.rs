//! Dates as numbers: milliseconds since 1970 and what calendars and clocks say (ECMA-262 section 21.4.1).
//!
//! Owns the calendar. The local time zone is UTC everywhere, so that a run is the same on every machine. It knows no
//! clock: what time it is, the world says.

mod format;
pub(crate) mod locale;
mod parse;

pub(crate) use format::{to_date_string, to_iso_string, to_string, to_time_string, to_utc_string};
pub(crate) use parse::parse;

const MS_PER_DAY: f64 = 86_400_000.0;
/// The greatest time value, and how far back times go (section 21.4.1.1).
const TIME_MAX: f64 = 8.64e15;

/// What a calendar and a clock show: year, month (from 0), day (from 1), hours, minutes, seconds, milliseconds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Fields {
    pub(crate) year: f64,
    pub(crate) month: f64,
    pub(crate) day: f64,
    pub(crate) hours: f64,
    pub(crate) minutes: f64,
    pub(crate) seconds: f64,
    pub(crate) milliseconds: f64,
}

impl Fields {
    /// What stands at a position, from the year on.
    pub(crate) fn slot(&mut self, index: usize) -> &mut f64 {
        match index {
            0 => &mut self.year,
            1 => &mut self.month,
            2 => &mut self.day,
            3 => &mut self.hours,
            4 => &mut self.minutes,
            5 => &mut self.seconds,
            _ => &mut self.milliseconds,
        }
    }

    /// The first millisecond of a year.
    pub(crate) fn of_year(year: f64) -> Fields {
        Fields {
            year,
            month: 0.0,
            day: 1.0,
            hours: 0.0,
            minutes: 0.0,
            seconds: 0.0,
            milliseconds: 0.0,
        }
    }

    /// The time value, which need not be one that dates can have.
    pub(crate) fn time(self) -> f64 {
        make_date(
            make_day(self.year, self.month, self.day),
            make_time(self.hours, self.minutes, self.seconds, self.milliseconds),
        )
    }
}

/// The day of the week of a time, from Sunday on.
pub(crate) fn weekday(time: f64) -> f64 {
    ((time / MS_PER_DAY).floor() + 4.0).rem_euclid(7.0)
}

/// What a calendar and a clock show at a finite time.
pub(crate) fn fields(time: f64) -> Fields {
    let days = (time / MS_PER_DAY).floor();
    let rest = time - days * MS_PER_DAY;
    let (year, month, day) = civil(days);
    Fields {
        year,
        month,
        day,
        hours: (rest / 3_600_000.0).floor(),
        minutes: (rest / 60_000.0).floor() % 60.0,
        seconds: (rest / 1000.0).floor() % 60.0,
        milliseconds: rest % 1000.0,
    }
}

/// Year, month and day of a number of days since 1970. Years begin in March here, so that the leap day is the last.
fn civil(days: f64) -> (f64, f64, f64) {
    let days = days + 719_468.0;
    let era = (days / 146_097.0).floor();
    let day_of_era = days - era * 146_097.0;
    let leaps = (day_of_era / 1460.0).floor() - (day_of_era / 36_524.0).floor() + (day_of_era / 146_096.0).floor();
    let year_of_era = ((day_of_era - leaps) / 365.0).floor();
    let before = 365.0 * year_of_era + (year_of_era / 4.0).floor() - (year_of_era / 100.0).floor();
    let day_of_year = day_of_era - before;
    let month = ((5.0 * day_of_year + 2.0) / 153.0).floor();
    let day = day_of_year - ((153.0 * month + 2.0) / 5.0).floor() + 1.0;
    let month = if month < 10.0 { month + 2.0 } else { month - 10.0 };
    let year = year_of_era + era * 400.0 + if month < 2.0 { 1.0 } else { 0.0 };
    (year, month, day)
}

/// The number of days since 1970 at the beginning of a month (from 0) of a year.
fn days_before(year: f64, month: f64) -> f64 {
    let (year, month) = if month < 2.0 {
        (year - 1.0, month + 10.0)
    } else {
        (year, month - 2.0)
    };
    let era = (year / 400.0).floor();
    let year_of_era = year - era * 400.0;
    let day_of_year = ((153.0 * month + 2.0) / 5.0).floor();
    let day_of_era = year_of_era * 365.0 + (year_of_era / 4.0).floor() - (year_of_era / 100.0).floor() + day_of_year;
    era * 146_097.0 + day_of_era - 719_468.0
}

/// MakeTime.
pub(crate) fn make_time(hours: f64, minutes: f64, seconds: f64, milliseconds: f64) -> f64 {
    if ![hours, minutes, seconds, milliseconds].into_iter().all(f64::is_finite) {
        return f64::NAN;
    }
    hours.trunc() * 3_600_000.0 + minutes.trunc() * 60_000.0 + seconds.trunc() * 1000.0 + milliseconds.trunc()
}

/// MakeDay.
pub(crate) fn make_day(year: f64, month: f64, day: f64) -> f64 {
    if ![year, month, day].into_iter().all(f64::is_finite) {
        return f64::NAN;
    }
    let (year, month) = (year.trunc(), month.trunc());
    let whole_year = year + (month / 12.0).floor();
    // Days further away are not exact, and no date has them.
    if whole_year.abs() > 400_000.0 {
        return f64::NAN;
    }
    days_before(whole_year, month.rem_euclid(12.0)) + day.trunc() - 1.0
}

/// MakeDate.
pub(crate) fn make_date(day: f64, time: f64) -> f64 {
    let date = day * MS_PER_DAY + time;
    if date.is_finite() { date } else { f64::NAN }
}

/// TimeClip.
pub(crate) fn time_clip(time: f64) -> f64 {
    if time.is_finite() && time.abs() <= TIME_MAX {
        time.trunc() + 0.0
    } else {
        f64::NAN
    }
}

/// MakeFullYear: two digits are of the twentieth century.
pub(crate) fn make_full_year(year: f64) -> f64 {
    let whole = crate::number::to_integer(year);
    if year.is_nan() {
        f64::NAN
    } else if (0.0..=99.0).contains(&whole) {
        1900.0 + whole
    } else {
        whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    #[test]
    fn days_and_calendars_agree_over_all_times() {
        let mut time = -TIME_MAX;
        while time <= TIME_MAX {
            assert_eq!(fields(time).time(), time, "{time}");
            time += 86_399_999.0 * 97.0;
        }
        assert_eq!(to_iso_string(TIME_MAX), "+275760-09-13T00:00:00.000Z");
        assert_eq!(to_iso_string(-TIME_MAX), "-271821-04-20T00:00:00.000Z");
        assert_eq!(weekday(0.0), 4.0);
        assert_eq!(weekday(-1.0), 3.0);
        assert!(time_clip(TIME_MAX + 1.0).is_nan());
    }

    #[test]
    fn formats_are_those_of_node() {
        let time = 1_795_238_637_004.0;
        assert_eq!(
            to_string(time),
            "Sat Nov 21 2026 05:23:57 GMT+0000 (Coordinated Universal Time)"
        );
        assert_eq!(to_utc_string(time), "Sat, 21 Nov 2026 05:23:57 GMT");
        assert_eq!(to_iso_string(time), "2026-11-21T05:23:57.004Z");
        let mut format = locale::DateFormat::default();
        format.show_all(false, true);
        assert_eq!(format.format(0.0), "12:00:00 AM");
        format.show_all(true, false);
        assert_eq!(format.format(time), "11/21/2026, 5:23:57 AM");
        assert_eq!(to_string(f64::NAN), "Invalid Date");
    }

    #[test]
    fn texts_that_node_understands() {
        // What Node's Date.parse gave with TZ=UTC.
        let cases = [
            ("2026-11-21", 1_795_219_200_000.0),
            ("2026-11", 1_793_491_200_000.0),
            ("2026", 1_767_225_600_000.0),
            ("2026-11-21T05:23", 1_795_238_580_000.0),
            ("2026-11-21T05:23:57.004Z", 1_795_238_637_004.0),
            ("2026-11-21T05:23:57.0049Z", 1_795_238_637_004.0),
            ("2026-11-21T05:23:57+01:30", 1_795_233_237_000.0),
            ("2026-11-21T24:00:00Z", 1_795_305_600_000.0),
            ("+002026-11-21T00:00:00Z", 1_795_219_200_000.0),
            ("2026-11-21 05:23:57", 1_795_238_637_000.0),
            ("2026/11/21", 1_795_219_200_000.0),
            ("11/21/2026", 1_795_219_200_000.0),
            ("11/21/26", 1_795_219_200_000.0),
            ("Nov 21, 2026", 1_795_219_200_000.0),
            ("21 Nov 2026", 1_795_219_200_000.0),
            ("21 November 2026 5:23 PM", 1_795_281_780_000.0),
            ("Nov 21 2026 12:05 am", 1_795_219_500_000.0),
            ("Sat, 21 Nov 2026 05:23:57 GMT", 1_795_238_637_000.0),
            (
                "Sat Nov 21 2026 05:23:57 GMT+0100 (Central European Time)",
                1_795_235_037_000.0,
            ),
            ("Sat Nov 21 2026 05:23:57 EST", 1_795_256_637_000.0),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(&Text::new(text)), expected, "{text}");
        }
        for text in [
            "",
            "tomorrow",
            "2026-13-01",
            "2026-11-21T25:00",
            "-000000-01-01T00:00:00Z",
            "2026-11-32",
            "Foo 21",
        ] {
            assert!(parse(&Text::new(text)).is_nan(), "{text}");
        }
    }
}
