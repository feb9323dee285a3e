//! `Math`: the same results on every machine, because nothing comes from the platform's library.
//!
//! Owns its pure functions. `Math.random` is the world's.

use super::Call;
use crate::Value;
use crate::error::{At, Outcome, Place};
use crate::number::{to_int32, to_uint32};
use crate::run::Machine;

type M<'m, 'c> = Machine<'m, 'c>;

/// Halves go towards positive infinity, and the sign of zero is kept.
fn round_half_up(value: f64) -> f64 {
    let floor = value.floor();
    let rounded = if value - floor >= 0.5 { floor + 1.0 } else { floor };
    rounded.copysign(value)
}

fn sign_of(value: f64) -> f64 {
    if value.is_nan() || value == 0.0 {
        value
    } else {
        1_f64.copysign(value)
    }
}

fn round_to_single(value: f64) -> f64 {
    f64::from(value as f32)
}

fn leading_zeros(value: f64) -> f64 {
    f64::from(to_uint32(value).leading_zeros())
}

/// The library is off by one digit exactly at one, where everybody looks.
fn exponential(value: f64) -> f64 {
    if value == 1.0 {
        std::f64::consts::E
    } else {
        libm::exp(value)
    }
}

macro_rules! of_one {
    ($($name:ident = $function:path,)*) => {
        $(pub(crate) fn $name(machine: &mut M, call: Call) -> Outcome<Value> {
            Ok(Value::number($function(machine.to_number(call.arg(0))?)))
        })*
    };
}

of_one! {
    abs = f64::abs,
    ceil = f64::ceil,
    floor = f64::floor,
    trunc = f64::trunc,
    sqrt = f64::sqrt,
    round = round_half_up,
    sign = sign_of,
    cbrt = libm::cbrt,
    exp = exponential,
    expm1 = libm::expm1,
    log = libm::log,
    log1p = libm::log1p,
    log2 = libm::log2,
    log10 = libm::log10,
    sin = libm::sin,
    cos = libm::cos,
    tan = libm::tan,
    asin = libm::asin,
    acosh = libm::acosh,
    asinh = libm::asinh,
    atanh = libm::atanh,
    cosh = libm::cosh,
    sinh = libm::sinh,
    tanh = libm::tanh,
    acos = libm::acos,
    atan = libm::atan,
    fround = round_to_single,
    clz32 = leading_zeros,
}

pub(crate) fn max(machine: &mut M, call: Call) -> Outcome<Value> {
    fold(machine, call, f64::NEG_INFINITY, |left, right| {
        // Positive zero counts as greater than negative zero.
        let is_greater = right > left || (right == left && left.is_sign_negative());
        if is_greater { right } else { left }
    })
}

pub(crate) fn min(machine: &mut M, call: Call) -> Outcome<Value> {
    fold(machine, call, f64::INFINITY, |left, right| {
        let is_less = right < left || (right == left && left.is_sign_positive());
        if is_less { right } else { left }
    })
}

fn fold(machine: &mut M, call: Call, start: f64, choose: impl Fn(f64, f64) -> f64) -> Outcome<Value> {
    let mut result = start;
    for &arg in call.args {
        let value = machine.to_number(arg)?;
        result = if value.is_nan() || result.is_nan() {
            f64::NAN
        } else {
            choose(result, value)
        };
    }
    Ok(Value::number(result))
}

pub(crate) fn pow(machine: &mut M, call: Call) -> Outcome<Value> {
    let base = machine.to_number(call.arg(0))?;
    let exponent = machine.to_number(call.arg(1))?;
    Ok(Value::number(crate::run::power(base, exponent)))
}

pub(crate) fn atan2(machine: &mut M, call: Call) -> Outcome<Value> {
    let y = machine.to_number(call.arg(0))?;
    let x = machine.to_number(call.arg(1))?;
    Ok(Value::number(libm::atan2(y, x)))
}

pub(crate) fn hypot(machine: &mut M, call: Call) -> Outcome<Value> {
    let mut numbers = Vec::new();
    for (index, &arg) in call.args.iter().enumerate() {
        let place = Place::Arg(u16::try_from(index).unwrap_or(0));
        numbers.push(machine.to_number(arg).at(place)?.abs());
    }
    if numbers.contains(&f64::INFINITY) {
        return Ok(Value::number(f64::INFINITY));
    }
    let greatest = numbers.iter().copied().fold(0.0, f64::max);
    if numbers.iter().any(|number| number.is_nan()) || greatest == 0.0 {
        let is_zero = numbers.iter().all(|&number| number == 0.0);
        return Ok(Value::number(if is_zero { 0.0 } else { f64::NAN }));
    }
    // Scaled and summed with a correction, as V8 does it.
    let (mut sum, mut correction) = (0.0, 0.0);
    for number in numbers {
        let scaled = number / greatest;
        let summand = scaled * scaled - correction;
        let preliminary = sum + summand;
        correction = (preliminary - sum) - summand;
        sum = preliminary;
    }
    Ok(Value::number(sum.sqrt() * greatest))
}

pub(crate) fn imul(machine: &mut M, call: Call) -> Outcome<Value> {
    let left = to_int32(machine.to_number(call.arg(0))?);
    let right = to_int32(machine.to_number(call.arg(1))?);
    Ok(Value::number(f64::from(left.wrapping_mul(right))))
}
