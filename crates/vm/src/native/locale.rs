//! `toLocaleString` of numbers and dates, `localeCompare`: the options of `Intl.NumberFormat`, `DateTimeFormat` and `Collator`.
//!
//! Owns how options are read and what they imply (ECMA-402 sections 9.2, 10.1, 11.1 and 15.1). The formats themselves are with
//! numbers and dates, the order of strings is next door. There is one locale and one time zone; what would have to be another is refused, never ignored.

use super::Call;
use super::collation::Collator;
use super::date::receiver;
use crate::date::locale::{Cycle, DateFormat, Month, Name, Numeric};
use crate::error::Outcome;
use crate::number::locale::{Digits, Grouping, LONG_UNITS, NumberFormat, SHORT_UNITS, SignDisplay, Style};
use crate::run::{Machine, to_boolean};
use crate::{Owner, Pure, Raise, Text, Value};

type M<'m, 'c> = Machine<'m, 'c>;

/// `Number.prototype.toLocaleString`.
pub(crate) fn number_to_string(machine: &mut M, call: Call) -> Outcome<Value> {
    let value = super::number::receiver(machine, call)?;
    machine.check_locale(call.arg(0))?;
    let format = Options::new(machine, call, call.arg(1))?.number_format()?;
    Ok(machine.context.heap.alloc_str(&format.format(value)))
}

/// `Date.prototype.toLocaleString` and its like.
pub(crate) fn date_to_string(machine: &mut M, call: Call) -> Outcome<Value> {
    let (_, time) = receiver(machine, call)?;
    machine.check_locale(call.arg(0))?;
    let format = Options::new(machine, call, call.arg(1))?.date_format()?;
    Ok(machine.context.heap.alloc_str(&format.format(time)))
}

/// `String.prototype.localeCompare`.
pub(crate) fn compare(machine: &mut M, call: Call) -> Outcome<Value> {
    let text = super::string::receiver(machine, call)?;
    let other = machine.to_text(call.arg(0))?;
    machine.check_locale(call.arg(1))?;
    let collator = Options::new(machine, call, call.arg(2))?.collator()?;
    // What is canonically equivalent is equal.
    let composed = |text: &Text| {
        if text.units().all(|unit| unit < 0x100) {
            text.to_display()
        } else {
            super::normal::normalize(text, false, true).to_display()
        }
    };
    let order = collator.compare(&composed(&text), &composed(&other));
    Ok(Value::number(f64::from(order as i8)))
}

fn method_name(call: Call) -> String {
    let owner = match call.native.owner() {
        Owner::Date => "Date",
        Owner::String => "String",
        _ => "Number",
    };
    format!("{owner}.prototype.{}", call.native.name())
}

/// The object with the options, and who asks for them.
struct Options<'a, 'm, 'c> {
    machine: &'a mut M<'m, 'c>,
    call: Call<'a>,
    object: Value,
}

impl<'a, 'm, 'c> Options<'a, 'm, 'c> {
    fn new(machine: &'a mut M<'m, 'c>, call: Call<'a>, object: Value) -> Outcome<Options<'a, 'm, 'c>> {
        if object == Value::Null {
            let method = method_name(call);
            return Err(machine.type_error(&format!("{method} called on null or undefined")));
        }
        Ok(Options { machine, call, object })
    }

    /// An option as it was given.
    fn value(&mut self, name: &str) -> Outcome<Option<Value>> {
        if self.object == Value::Undefined {
            return Ok(None);
        }
        let key = self.machine.name_key(name);
        let value = self.machine.get_plain(self.object, key)?;
        Ok((value != Value::Undefined).then_some(value))
    }

    fn text(&mut self, name: &str) -> Outcome<Option<String>> {
        match self.value(name)? {
            Some(value) => self.machine.to_text(value).map(|text: Text| Some(text.to_display())),
            None => Ok(None),
        }
    }

    /// One of several words, by its place among them.
    fn word<T: Copy>(&mut self, name: &str, words: &[(&str, T)]) -> Outcome<Option<T>> {
        let Some(given) = self.text(name)? else {
            return Ok(None);
        };
        match words.iter().find(|(word, _)| *word == given) {
            Some(&(_, meaning)) => Ok(Some(meaning)),
            None => {
                let method = method_name(self.call);
                let message = format!("Value {given} out of range for {method} options property {name}");
                Err(self.machine.range_error(&message))
            }
        }
    }

    fn number(&mut self, name: &str, min: i32, max: i32) -> Outcome<Option<i32>> {
        let Some(value) = self.value(name)? else {
            return Ok(None);
        };
        let number = self.machine.to_number(value)?;
        if (f64::from(min)..=f64::from(max)).contains(&number) {
            Ok(Some(number as i32))
        } else {
            Err(self.out_of_range(name))
        }
    }

    fn out_of_range(&mut self, name: &str) -> Raise {
        self.machine.range_error(&format!("{name} value is out of range."))
    }

    /// Refuses an option that would change the result, unless it says what is done anyway.
    fn refuse(&mut self, name: &str, usual: &str) -> Outcome<()> {
        match self.text(name)? {
            Some(given) if given != usual => {
                let message = format!(
                    "the option {name}: {given} of {} is not supported here",
                    self.call.native.name()
                );
                Err(self.machine.range_error(&message))
            }
            Some(_) | None => Ok(()),
        }
    }

    fn collator(&mut self) -> Outcome<Collator> {
        let mut collator = Collator::default();
        if self.object == Value::Undefined {
            return Ok(collator);
        }
        self.word("usage", &[("sort", ()), ("search", ())])?;
        let strengths = [
            ("base", (false, false)),
            ("accent", (true, false)),
            ("case", (false, true)),
            ("variant", (true, true)),
        ];
        if let Some((accents, cases)) = self.word("sensitivity", &strengths)? {
            (collator.accents, collator.cases) = (accents, cases);
        }
        let orders = [("upper", true), ("lower", false), ("false", false)];
        collator.upper_first = self.word("caseFirst", &orders)?.unwrap_or(false);
        collator.numeric = self.flag("numeric")?;
        collator.ignores_punctuation = self.flag("ignorePunctuation")?;
        Ok(collator)
    }

    fn flag(&mut self, name: &str) -> Outcome<bool> {
        let value = self.value(name)?.unwrap_or(Value::Undefined);
        Ok(to_boolean(self.machine.context.heap, value))
    }

    fn number_format(&mut self) -> Outcome<NumberFormat> {
        let mut format = NumberFormat::default();
        if self.object == Value::Undefined {
            return Ok(format);
        }
        let usual = [
            ("numberingSystem", "latn"),
            ("currencySign", "standard"),
            ("roundingMode", "halfExpand"),
            ("roundingPriority", "auto"),
            ("roundingIncrement", "1"),
            ("trailingZeroDisplay", "auto"),
        ];
        for (name, usual) in usual {
            self.refuse(name, usual)?;
        }
        let mut places = (0, 3);
        match self.word(
            "style",
            &[("decimal", 'd'), ("percent", 'p'), ("currency", 'c'), ("unit", 'u')],
        )? {
            Some('p') => {
                format.style = Style::Percent;
                places = (0, 0);
            }
            Some('c') => {
                let (symbol, count) = self.currency()?;
                format.style = Style::Currency(symbol);
                places = (count, count);
            }
            Some('u') => self.refuse("style", "")?,
            _ => {}
        }
        let notations = [
            ("standard", 's'),
            ("compact", 'c'),
            ("scientific", 'x'),
            ("engineering", 'x'),
        ];
        match self.word("notation", &notations)? {
            Some('c') => {
                let long = self.word("compactDisplay", &[("short", false), ("long", true)])?;
                format.units = Some(if long == Some(true) { LONG_UNITS } else { SHORT_UNITS });
            }
            Some('x') => self.refuse("notation", "")?,
            _ => {}
        }
        format.min_integer = self.number("minimumIntegerDigits", 1, 21)?.unwrap_or(1);
        format.digits = self.digits(places, format.units.is_some())?;
        format.grouping = self.grouping(format.units.is_some())?;
        let signs = [
            ("auto", SignDisplay::Auto),
            ("always", SignDisplay::Always),
            ("exceptZero", SignDisplay::ExceptZero),
            ("negative", SignDisplay::Negative),
            ("never", SignDisplay::Never),
        ];
        format.sign = self.word("signDisplay", &signs)?.unwrap_or(SignDisplay::Auto);
        Ok(format)
    }

    /// The symbol of the currency, and how many digits its small change has.
    fn currency(&mut self) -> Outcome<(String, i32)> {
        let Some(code) = self.text("currency")? else {
            return Err(self
                .machine
                .type_error("Currency code is required with currency style."));
        };
        if code.len() != 3 || !code.bytes().all(|letter| letter.is_ascii_alphabetic()) {
            return Err(self.machine.range_error(&format!("Invalid currency code : {code}")));
        }
        let code = code.to_ascii_uppercase();
        let displays = [("symbol", 's'), ("narrowSymbol", 'n'), ("code", 'c'), ("name", 'w')];
        let symbol = match self.word("currencyDisplay", &displays)? {
            Some('c') => None,
            Some('w') => {
                self.refuse("currencyDisplay", "")?;
                None
            }
            Some('n') => symbol_of(&code).map(|symbol| symbol.trim_start_matches(|it: char| it.is_ascii_alphabetic())),
            _ => symbol_of(&code),
        };
        let count = match code.as_str() {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV"
            | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            _ => 2,
        };
        Ok((symbol.filter(|it| !it.is_empty()).unwrap_or(&code).to_owned(), count))
    }

    /// SetNumberFormatDigitOptions.
    fn digits(&mut self, (usual_min, usual_max): (i32, i32), is_compact: bool) -> Outcome<Digits> {
        let min = self.number("minimumFractionDigits", 0, 100)?;
        let max = self.number("maximumFractionDigits", 0, 100)?;
        let least = self.number("minimumSignificantDigits", 1, 21)?;
        let most = self.number("maximumSignificantDigits", least.unwrap_or(1), 21)?;
        if least.is_some() || most.is_some() {
            let (min, max) = (least.unwrap_or(1), most.unwrap_or(21));
            return Ok(Digits::Significant { min, max });
        }
        let (min, max) = match (min, max) {
            (None, None) if is_compact => return Ok(Digits::Compact),
            (None, None) => (usual_min, usual_max),
            (Some(min), None) => (min, usual_max.max(min)),
            (None, Some(max)) => (usual_min.min(max), max),
            (Some(min), Some(max)) if min > max => return Err(self.out_of_range("maximumFractionDigits")),
            (Some(min), Some(max)) => (min, max),
        };
        Ok(Digits::Fraction { min, max })
    }

    fn grouping(&mut self, is_compact: bool) -> Outcome<Grouping> {
        let usual = if is_compact { Grouping::Min2 } else { Grouping::Always };
        match self.value("useGrouping")? {
            None => Ok(usual),
            Some(Value::Bool(true)) => Ok(Grouping::Always),
            Some(value) if !to_boolean(self.machine.context.heap, value) => Ok(Grouping::Never),
            Some(_) => {
                let words = [
                    ("always", Grouping::Always),
                    ("auto", Grouping::Always),
                    ("min2", Grouping::Min2),
                    ("true", usual),
                    ("false", usual),
                ];
                Ok(self.word("useGrouping", &words)?.unwrap_or(usual))
            }
        }
    }

    fn date_format(&mut self) -> Outcome<DateFormat> {
        let mut format = DateFormat::default();
        for (name, usual) in [
            ("calendar", "gregory"),
            ("numberingSystem", "latn"),
            ("era", ""),
            ("dayPeriod", ""),
        ] {
            self.refuse(name, usual)?;
        }
        if let Some(zone) = self.text("timeZone")? {
            let known = ["UTC", "GMT", "ETC/UTC", "ETC/GMT", "+00:00", "-00:00"];
            if !known.contains(&zone.to_ascii_uppercase().as_str()) {
                return Err(self.machine.range_error("only the time zone UTC is available here"));
            }
        }
        self.date_fields(&mut format)?;
        let cycles = [
            ("h11", Cycle::H11),
            ("h12", Cycle::H12),
            ("h23", Cycle::H23),
            ("h24", Cycle::H24),
        ];
        format.cycle = self.word("hourCycle", &cycles)?.unwrap_or(Cycle::H12);
        if let Some(is_halved) = self.value("hour12")? {
            // In this locale, the hours of a whole day go from 1 to 24.
            let is_halved = to_boolean(self.machine.context.heap, is_halved);
            format.cycle = if is_halved { Cycle::H12 } else { Cycle::H24 };
        }
        self.styles(&mut format)?;
        Ok(format)
    }

    fn date_fields(&mut self, format: &mut DateFormat) -> Outcome<()> {
        let names = [("long", Name::Long), ("short", Name::Short), ("narrow", Name::Narrow)];
        let numbers = [("numeric", Numeric::Shortest), ("2-digit", Numeric::TwoDigits)];
        let months = [
            ("numeric", Month::Number(Numeric::Shortest)),
            ("2-digit", Month::Number(Numeric::TwoDigits)),
            ("long", Month::Name(Name::Long)),
            ("short", Month::Name(Name::Short)),
            ("narrow", Month::Name(Name::Narrow)),
        ];
        format.weekday = self.word("weekday", &names)?;
        format.year = self.word("year", &numbers)?;
        format.month = self.word("month", &months)?;
        format.day = self.word("day", &numbers)?;
        format.hour = self.word("hour", &numbers)?;
        format.minute = self.word("minute", &numbers)?.is_some();
        format.second = self.word("second", &numbers)?.is_some();
        format.fraction = self.number("fractionalSecondDigits", 1, 3)?.unwrap_or(0) as usize;
        format.zone = self.word("timeZoneName", &names[..2])?;
        Ok(())
    }

    /// `dateStyle` and `timeStyle`, or what is shown where nothing was asked for.
    fn styles(&mut self, format: &mut DateFormat) -> Outcome<()> {
        let words = [("full", 4), ("long", 3), ("medium", 2), ("short", 1)];
        let date = self.word("dateStyle", &words)?;
        let time = self.word("timeStyle", &words)?;
        let (has_date, has_time) = match self.call.native {
            Pure::DateToLocaleDateString => (true, false),
            Pure::DateToLocaleTimeString => (false, true),
            _ => (true, true),
        };
        for (name, style, is_fine) in [("dateStyle", date, has_date), ("timeStyle", time, has_time)] {
            if style.is_some() && !is_fine {
                return Err(self.machine.type_error(&format!("Invalid option : {name}")));
            }
        }
        if date.is_none() && time.is_none() {
            let is_asked = (has_date && format.shows_date()) || (has_time && format.shows_time());
            if !is_asked {
                format.show_all(has_date, has_time);
            }
            return Ok(());
        }
        if let Some(name) = format.first_field() {
            let style = if date.is_some() { "dateStyle" } else { "timeStyle" };
            let message = format!("Can't set option {name} when {style} is used");
            return Err(self.machine.type_error(&message));
        }
        if let Some(style) = date {
            format.set_date_style(style);
        }
        if let Some(style) = time {
            format.set_time_style(style);
        }
        Ok(())
    }
}

/// What stands for a currency among those who write `$` for their own.
fn symbol_of(code: &str) -> Option<&'static str> {
    Some(match code {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "INR" => "₹",
        "CNY" => "CN¥",
        "KRW" => "₩",
        "BRL" => "R$",
        "CAD" => "CA$",
        "AUD" => "A$",
        "MXN" => "MX$",
        "NZD" => "NZ$",
        "HKD" => "HK$",
        "TWD" => "NT$",
        "ILS" => "₪",
        "VND" => "₫",
        "PHP" => "₱",
        _ => return None,
    })
}
