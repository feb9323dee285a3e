//! `Date`.
//!
//! Owns the constructor and the methods; the calendar is the crate's module of dates. Local time is UTC. What needs the
//! time of day halts for the world's clock before it comes here ([`Pure::DateAt`]).

use super::{Call, Pure};
use crate::date::{self, Fields, time_clip};
use crate::error::{At, Outcome, Place};
use crate::object::Object;
use crate::run::{Found, Machine};
use crate::{Hint, Native, Number, ObjectKind, ObjectRef, PropertyKey, Raise, Value};

type M<'m, 'c> = Machine<'m, 'c>;

impl Machine<'_, '_> {
    fn new_date(&mut self, time: f64) -> Value {
        let date = Object::new(ObjectKind::Date(Number::new(time)));
        Value::Object(self.context.heap.alloc_object(date))
    }
}

fn time_of(machine: &M, value: Value) -> Option<f64> {
    match machine.context.heap.object(value.object()?).kind {
        ObjectKind::Date(time) => Some(time.get()),
        _ => None,
    }
}

/// `new Date(...)` with arguments.
pub(crate) fn construct(machine: &mut M, call: Call) -> Outcome<Value> {
    let time = match *call.args {
        [] => f64::NAN,
        [value] => match time_of(machine, value) {
            Some(time) => time,
            None => match machine.to_primitive(value, Hint::Default)? {
                Value::Text(text) => date::parse(machine.context.heap.text(text)),
                value => machine.to_number(value)?,
            },
        },
        _ => from_fields(machine, call)?.time(),
    };
    Ok(machine.new_date(time_clip(time)))
}

/// A date (or, without `new`, a text) of the time that the world gave.
pub(crate) fn at(machine: &mut M, call: Call) -> Outcome<Value> {
    let now = machine.to_number(call.arg(0))?;
    if call.is_new() {
        return Ok(machine.new_date(time_clip(now)));
    }
    Ok(machine.context.heap.alloc_str(&date::to_string(now)))
}

/// Year, month and so on as the constructor takes them.
fn from_fields(machine: &mut M, call: Call) -> Outcome<Fields> {
    let mut fields = Fields::of_year(f64::NAN);
    for (index, &arg) in call.args.iter().take(7).enumerate() {
        let place = Place::Arg(u16::try_from(index).unwrap_or(0));
        *fields.slot(index) = machine.to_number(arg).at(place)?;
    }
    fields.year = date::make_full_year(fields.year);
    Ok(fields)
}

pub(crate) fn utc(machine: &mut M, call: Call) -> Outcome<Value> {
    let fields = from_fields(machine, call)?;
    Ok(Value::number(time_clip(fields.time())))
}

pub(crate) fn parse(machine: &mut M, call: Call) -> Outcome<Value> {
    let text = machine.to_text(call.arg(0))?;
    Ok(Value::number(date::parse(&text)))
}

/// The receiver, which must be a date, and its time.
pub(super) fn receiver(machine: &mut M, call: Call) -> Outcome<(ObjectRef, f64)> {
    match (call.this.object(), time_of(machine, call.this)) {
        (Some(reference), Some(time)) => Ok((reference, time)),
        _ => {
            let name = call.native.name();
            if name.starts_with("get") && call.native != Pure::DateGetYear || call.native == Pure::DateValueOf {
                return Err(machine.type_error("this is not a Date object."));
            }
            let shown = machine.class_label(call.this);
            let message = format!("Method Date.prototype.{name} called on incompatible receiver {shown}");
            Err(machine.type_error(&message))
        }
    }
}

/// `getFullYear` and its like, local and UTC.
pub(crate) fn get(machine: &mut M, call: Call) -> Outcome<Value> {
    let (_, time) = receiver(machine, call)?;
    if time.is_nan() {
        return Ok(Value::number(time));
    }
    let fields = date::fields(time);
    Ok(Value::number(match call.native {
        Pure::DateGetTime | Pure::DateValueOf => time,
        Pure::DateGetTimezoneOffset => 0.0,
        Pure::DateGetYear => fields.year - 1900.0,
        Pure::DateGetFullYear | Pure::DateGetUTCFullYear => fields.year,
        Pure::DateGetMonth | Pure::DateGetUTCMonth => fields.month,
        Pure::DateGetDate | Pure::DateGetUTCDate => fields.day,
        Pure::DateGetDay | Pure::DateGetUTCDay => date::weekday(time),
        Pure::DateGetHours | Pure::DateGetUTCHours => fields.hours,
        Pure::DateGetMinutes | Pure::DateGetUTCMinutes => fields.minutes,
        Pure::DateGetSeconds | Pure::DateGetUTCSeconds => fields.seconds,
        _ => fields.milliseconds,
    }))
}

/// The first field that a setter sets, and how many.
fn settable(native: Pure) -> (usize, usize) {
    match native {
        Pure::DateSetFullYear | Pure::DateSetUTCFullYear => (0, 3),
        Pure::DateSetMonth | Pure::DateSetUTCMonth => (1, 2),
        Pure::DateSetDate | Pure::DateSetUTCDate => (2, 1),
        Pure::DateSetHours | Pure::DateSetUTCHours => (3, 4),
        Pure::DateSetMinutes | Pure::DateSetUTCMinutes => (4, 3),
        Pure::DateSetSeconds | Pure::DateSetUTCSeconds => (5, 2),
        _ => (6, 1),
    }
}

/// `setFullYear` and its like, local and UTC.
pub(crate) fn set(machine: &mut M, call: Call) -> Outcome<Value> {
    let (reference, time) = receiver(machine, call)?;
    let (first, count) = settable(call.native);
    let mut numbers = Vec::new();
    for index in 0..call.args.len().clamp(1, count) {
        let place = Place::Arg(u16::try_from(index).unwrap_or(0));
        numbers.push(machine.to_number(call.arg(index)).at(place)?);
    }
    // A conversion may have changed the date meanwhile: then this began again and knows the new time.
    let mut fields = match (time.is_nan(), first) {
        (true, 0) => date::fields(0.0),
        (true, _) => return Ok(Value::number(f64::NAN)),
        (false, _) => date::fields(time),
    };
    for (offset, number) in numbers.into_iter().enumerate() {
        *fields.slot(first + offset) = number;
    }
    Ok(store(machine, reference, fields.time()))
}

fn store(machine: &mut M, reference: ObjectRef, time: f64) -> Value {
    let time = time_clip(time);
    machine.context.heap.object_mut(reference).kind = ObjectKind::Date(Number::new(time));
    Value::number(time)
}

pub(crate) fn set_time(machine: &mut M, call: Call) -> Outcome<Value> {
    let (reference, _) = receiver(machine, call)?;
    let time = machine.to_number(call.arg(0))?;
    Ok(store(machine, reference, time))
}

/// `setYear` of annex B.
pub(crate) fn set_year(machine: &mut M, call: Call) -> Outcome<Value> {
    let (reference, time) = receiver(machine, call)?;
    let year = machine.to_number(call.arg(0))?;
    let mut fields = date::fields(if time.is_nan() { 0.0 } else { time });
    fields.year = date::make_full_year(year);
    Ok(store(machine, reference, fields.time()))
}

pub(crate) fn to_iso_string(machine: &mut M, call: Call) -> Outcome<Value> {
    let (_, time) = receiver(machine, call)?;
    if time.is_nan() {
        return Err(machine.range_error("Invalid time value"));
    }
    Ok(machine.context.heap.alloc_str(&date::to_iso_string(time)))
}

/// `toString` and its like.
pub(crate) fn format(machine: &mut M, call: Call) -> Outcome<Value> {
    let (_, time) = receiver(machine, call)?;
    let text = match call.native {
        Pure::DateToDateString => date::to_date_string(time),
        Pure::DateToTimeString => date::to_time_string(time),
        Pure::DateToUTCString => date::to_utc_string(time),
        _ => date::to_string(time),
    };
    Ok(machine.context.heap.alloc_str(&text))
}

impl Machine<'_, '_> {
    /// Refuses locales that would have to be obeyed.
    pub(super) fn check_locale(&mut self, locales: Value) -> Outcome<()> {
        let first = match self.context.heap.as_array(locales) {
            Some(list) => list.front().copied().unwrap_or(Value::Undefined),
            None => locales,
        };
        let locale = match first {
            Value::Undefined => None,
            Value::Text(text) => Some(self.context.heap.text(text).to_display()),
            value => Some(self.shown(value)),
        };
        match locale.as_deref() {
            None | Some("en-US" | "en") => Ok(()),
            Some(_) => Err(self.range_error("only the locale en-US is available here")),
        }
    }

    /// Whether an object is a date whose `method` is the built-in one.
    fn has_own_method(&mut self, value: Value, method: &str, native: Pure) -> bool {
        let key = self.name_key(method);
        time_of(self, value).is_some()
            && self.find_property(value, key) == Found::Data(Value::Native(Native::Pure(native)))
    }
}

pub(crate) fn to_json(machine: &mut M, call: Call) -> Outcome<Value> {
    let to_primitive = PropertyKey::Symbol(crate::WellKnownSymbol::ToPrimitive.reference());
    let is_plain = machine.has_own_method(call.this, "toISOString", Pure::DateToISOString)
        && machine.has_own_method(call.this, "valueOf", Pure::DateValueOf)
        && machine.find_property(call.this, to_primitive)
            == Found::Data(Value::Native(Native::Pure(Pure::DateToPrimitive)));
    match time_of(machine, call.this) {
        Some(time) if is_plain && time.is_nan() => Ok(Value::Null),
        Some(time) if is_plain => Ok(machine.context.heap.alloc_str(&date::to_iso_string(time))),
        Some(_) | None => Err(Raise::Library),
    }
}

/// `Date.prototype[Symbol.toPrimitive]`.
pub(crate) fn to_primitive(machine: &mut M, call: Call) -> Outcome<Value> {
    if !call.this.is_object() {
        let shown = machine.shown(call.this);
        let message = format!("Date.prototype [ @@toPrimitive ] called on non-object: {shown}");
        return Err(machine.type_error(&message));
    }
    let hint = machine.context.heap.as_text(call.arg(0)).map(crate::Text::to_display);
    let is_number = match hint.as_deref() {
        Some("number") => true,
        Some("string" | "default") => false,
        Some(_) | None => {
            let shown = machine.class_label(call.arg(0));
            return Err(machine.type_error(&format!("Invalid hint: {shown}")));
        }
    };
    let (method, native) = if is_number {
        ("valueOf", Pure::DateValueOf)
    } else {
        ("toString", Pure::DateToString)
    };
    match time_of(machine, call.this) {
        Some(time) if machine.has_own_method(call.this, method, native) => Ok(if is_number {
            Value::number(time)
        } else {
            machine.context.heap.alloc_str(&date::to_string(time))
        }),
        Some(_) | None => Err(Raise::Library),
    }
}
