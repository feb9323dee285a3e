//! Numbers to text and back (ECMA-262 sections 6.1.6.1.20, 7.1.4.1 and 21.1.3).
//!
//! Owns the formats. Everything is exact and the same on every machine: the shortest digits come from the standard
//! library, roundings are done on the exact decimal expansion.

pub(crate) mod locale;
#[cfg(test)]
mod tests;

use crate::Text;

/// The shortest decimal digits that give `value` back, and the position of the decimal point: the value is
/// `0.DIGITS * 10^point`.
fn shortest_digits(value: f64) -> (String, i32) {
    let scientific = format!("{value:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    (digits, exponent.parse::<i32>().unwrap_or(0) + 1)
}

/// `String(value)`.
pub(crate) fn to_string(value: f64) -> String {
    if value.is_nan() {
        return "NaN".into();
    }
    if value == 0.0 {
        return "0".into();
    }
    if value < 0.0 {
        return format!("-{}", to_string(-value));
    }
    if value.is_infinite() {
        return "Infinity".into();
    }
    let (digits, point) = shortest_digits(value);
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    if count <= point && point <= 21 {
        return digits + &zeros(point - count);
    }
    if 0 < point && point <= 21 {
        let (whole, fraction) = digits.split_at(usize::try_from(point).unwrap_or(0));
        return format!("{whole}.{fraction}");
    }
    if -6 < point && point <= 0 {
        return format!("0.{}{digits}", zeros(-point));
    }
    exponential(&digits, point - 1)
}

fn zeros(count: i32) -> String {
    "0".repeat(usize::try_from(count).unwrap_or(0))
}

fn exponential(digits: &str, exponent: i32) -> String {
    let (first, rest) = digits.split_at(1);
    let sign = if exponent < 0 { '-' } else { '+' };
    let exponent = exponent.unsigned_abs();
    if rest.is_empty() {
        format!("{first}e{sign}{exponent}")
    } else {
        format!("{first}.{rest}e{sign}{exponent}")
    }
}

/// Rounds the decimal digits of a non-negative value, given exactly as `WHOLE.FRACTION`, to `places` after the point,
/// halves upwards.
fn round_exact(value: f64, places: usize) -> String {
    // No double has more than 1074 digits after the point, so this is its exact value.
    let exact = format!("{value:.1074}");
    let point = exact.find('.').unwrap_or(exact.len());
    let mut digits: Vec<u8> = exact.bytes().filter(u8::is_ascii_digit).collect();
    let kept = point + places;
    let rounds_up = digits.get(kept).is_some_and(|&digit| digit >= b'5');
    digits.resize(kept, b'0');
    if rounds_up {
        carry(&mut digits);
    }
    let point = digits.len() - places;
    let text = String::from_utf8(digits).unwrap_or_default();
    if places == 0 {
        return text;
    }
    format!("{}.{}", &text[..point], &text[point..])
}

fn carry(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return;
        }
        *digit = b'0';
    }
    digits.insert(0, b'1');
}

/// `value.toFixed(places)`.
pub(crate) fn to_fixed(value: f64, places: usize) -> String {
    if !value.is_finite() || value.abs() >= 1e21 {
        return to_string(value);
    }
    let text = round_exact(value.abs(), places);
    if value < 0.0 { format!("-{text}") } else { text }
}

/// The first `count` digits of a positive value, halves rounded upwards, and the exponent of the first one.
fn leading_digits(value: f64, count: usize) -> (String, i32) {
    let exact = format!("{value:.1074}");
    let point = i32::try_from(exact.find('.').unwrap_or(0)).unwrap_or(0);
    let all: Vec<u8> = exact.bytes().filter(u8::is_ascii_digit).collect();
    let first = all.iter().position(|&digit| digit != b'0').unwrap_or(0);
    let mut exponent = point - 1 - i32::try_from(first).unwrap_or(0);
    let mut kept: Vec<u8> = all[first..].to_vec();
    let rounds_up = kept.get(count).is_some_and(|&digit| digit >= b'5');
    kept.resize(count, b'0');
    if rounds_up {
        carry(&mut kept);
        if kept.len() > count {
            kept.truncate(count);
            exponent += 1;
        }
    }
    (String::from_utf8(kept).unwrap_or_default(), exponent)
}

/// `value.toPrecision(digits)`, `digits` at least 1.
pub(crate) fn to_precision(value: f64, digits: usize) -> String {
    if !value.is_finite() {
        return to_string(value);
    }
    if value < 0.0 {
        return format!("-{}", to_precision(-value, digits));
    }
    let wanted = i32::try_from(digits).unwrap_or(i32::MAX);
    if value == 0.0 {
        return round_exact(0.0, digits - 1);
    }
    let (text, exponent) = leading_digits(value, digits);
    if exponent < -6 || exponent >= wanted {
        return exponential(&text, exponent);
    }
    if exponent == wanted - 1 {
        return text;
    }
    if exponent >= 0 {
        let (whole, fraction) = text.split_at(usize::try_from(exponent + 1).unwrap_or(0));
        return format!("{whole}.{fraction}");
    }
    format!("0.{}{text}", zeros(-exponent - 1))
}

/// `value.toExponential(places)` of a finite value; without places, as many as tell it from others.
pub(crate) fn to_exponential(value: f64, places: Option<usize>) -> String {
    if value < 0.0 {
        return format!("-{}", to_exponential(-value, places));
    }
    let (digits, exponent) = match places {
        None if value == 0.0 => ("0".to_owned(), 0),
        None => {
            let (digits, point) = shortest_digits(value);
            (digits, point - 1)
        }
        Some(places) if value == 0.0 => ("0".repeat(places + 1), 0),
        Some(places) => leading_digits(value, places + 1),
    };
    exponential(&digits, exponent)
}

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

fn digit_char(digit: f64) -> u8 {
    // The digit is below 36 by construction.
    DIGITS[(digit as usize).min(35)]
}

/// `value.toString(radix)`, with the shortest fraction that tells the value from its neighbours.
pub(crate) fn to_radix(value: f64, radix: u32) -> String {
    if radix == 10 || !value.is_finite() || value == 0.0 {
        return to_string(value);
    }
    if value < 0.0 {
        return format!("-{}", to_radix(-value, radix));
    }
    let base = f64::from(radix);
    let mut whole = value.floor();
    let mut fraction = value - whole;
    let mut delta = (0.5 * (value.next_up() - value)).max(f64::from_bits(1));
    let mut after = Vec::new();
    while fraction >= delta {
        fraction *= base;
        delta *= base;
        let digit = fraction.floor();
        after.push(digit_char(digit));
        fraction -= digit;
        let is_odd = digit % 2.0 == 1.0;
        if (fraction > 0.5 || (fraction == 0.5 && is_odd)) && fraction + delta > 1.0 {
            if !round_up_in_radix(&mut after, radix) {
                whole += 1.0;
            }
            break;
        }
    }
    let mut before = Vec::new();
    // Digits below half the distance to the next double are not determined by the value: they are zeros.
    while 0.5 * (whole.next_up() - whole) >= base {
        whole /= base;
        before.push(b'0');
    }
    loop {
        let rest = whole % base;
        before.push(digit_char(rest));
        whole = (whole - rest) / base;
        if whole <= 0.0 {
            break;
        }
    }
    before.reverse();
    let mut text = String::from_utf8(before).unwrap_or_default();
    if !after.is_empty() {
        text.push('.');
        text.push_str(&String::from_utf8(after).unwrap_or_default());
    }
    text
}

/// Adds one to the last digit; returns false when the carry leaves the fraction.
fn round_up_in_radix(digits: &mut Vec<u8>, radix: u32) -> bool {
    while let Some(last) = digits.pop() {
        let digit = char::from(last).to_digit(36).unwrap_or(0);
        if digit + 1 < radix {
            digits.push(digit_char(f64::from(digit + 1)));
            return true;
        }
    }
    false
}

pub(crate) fn is_space(unit: u16) -> bool {
    matches!(
        unit,
        0x09..=0x0d | 0x20 | 0xa0 | 0x1680 | 0x2000..=0x200a | 0x2028 | 0x2029 | 0x202f | 0x205f | 0x3000 | 0xfeff
    )
}

/// The text without white space at its ends.
pub(crate) fn trimmed(text: &Text) -> String {
    let units = text.to_units();
    let start = units.iter().position(|&unit| !is_space(unit)).unwrap_or(units.len());
    let end = units
        .iter()
        .rposition(|&unit| !is_space(unit))
        .map_or(start, |last| last + 1);
    String::from_utf16_lossy(&units[start..end])
}

/// `Number(text)`.
pub(crate) fn parse(text: &Text) -> f64 {
    let text = trimmed(text);
    if text.is_empty() {
        return 0.0;
    }
    let radix = match text.as_bytes() {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 10,
    };
    if radix != 10 {
        let digits = &text[2..];
        let is_whole = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
        return if is_whole {
            digits_value(digits, radix)
        } else {
            f64::NAN
        };
    }
    match decimal_prefix(&text) {
        Some(length) if length == text.len() => decimal_value(&text),
        Some(_) | None => f64::NAN,
    }
}

/// `parseFloat(text)`.
pub(crate) fn parse_float(text: &Text) -> f64 {
    let text = trimmed(text);
    decimal_prefix(&text).map_or(f64::NAN, |length| decimal_value(&text[..length]))
}

/// `parseInt(text, radix)`, with 0 for a radix that is not given.
pub(crate) fn parse_int(text: &Text, radix: i32) -> f64 {
    let text = trimmed(text);
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(&text)),
    };
    let hex = rest.strip_prefix("0x").or_else(|| rest.strip_prefix("0X"));
    let (radix, rest) = match (radix, hex) {
        (0 | 16, Some(hex)) => (16, hex),
        (0, None) => (10, rest),
        (radix, _) => (radix, rest),
    };
    let Some(radix) = u32::try_from(radix).ok().filter(|radix| (2..=36).contains(radix)) else {
        return f64::NAN;
    };
    let end = rest.find(|digit: char| !digit.is_digit(radix)).unwrap_or(rest.len());
    if end == 0 {
        return f64::NAN;
    }
    sign * digits_value(&rest[..end], radix)
}

fn digits_value(digits: &str, radix: u32) -> f64 {
    if radix == 10 {
        return digits.parse().unwrap_or(f64::NAN);
    }
    let digits = digits.chars().filter_map(|digit| digit.to_digit(radix));
    if radix.is_power_of_two() {
        return exact_binary(digits, radix.trailing_zeros());
    }
    digits.fold(0.0, |value, digit| value * f64::from(radix) + f64::from(digit))
}

/// The double nearest to digits of so many bits each, ties to even.
fn exact_binary(digits: impl Iterator<Item = u32>, bits: u32) -> f64 {
    // 64 bits are kept; what is lost below them matters only for being there.
    let (mut mantissa, mut exponent, mut is_inexact) = (0_u64, 0_i32, false);
    for digit in digits {
        for bit in (0..bits).rev().map(|at| u64::from(digit >> at & 1)) {
            if mantissa >> 63 == 0 {
                mantissa = mantissa << 1 | bit;
            } else {
                exponent = exponent.saturating_add(1);
                is_inexact |= bit == 1;
            }
        }
    }
    // A set lowest bit keeps a value beyond half way from looking like one half way.
    let rounded = (mantissa | u64::from(is_inexact)) as f64;
    rounded * 2_f64.powi(exponent.min(2000))
}

/// How long the longest prefix is that is a decimal literal.
fn decimal_prefix(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    if text[at..].starts_with("Infinity") {
        return Some(at + "Infinity".len());
    }
    let digits_from = |start: usize| bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let whole = digits_from(at);
    at += whole;
    let mut fraction = 0;
    if bytes.get(at) == Some(&b'.') {
        fraction = digits_from(at + 1);
        if whole + fraction > 0 {
            at += 1 + fraction;
        }
    }
    if whole + fraction == 0 {
        return None;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let signed = at + 1 + usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let exponent = if signed <= bytes.len() { digits_from(signed) } else { 0 };
        if exponent > 0 {
            at = signed + exponent;
        }
    }
    Some(at)
}

fn decimal_value(text: &str) -> f64 {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "Infinity" {
        return sign * f64::INFINITY;
    }
    sign * rest.parse::<f64>().unwrap_or(f64::NAN)
}

/// ToInt32 (ECMA-262 section 7.1.6).
pub(crate) fn to_int32(value: f64) -> i32 {
    if value.is_finite() && value.abs() < 2_147_483_648.0 {
        return value as i32;
    }
    to_uint32(value).cast_signed()
}

/// ToUint32 (ECMA-262 section 7.1.7).
pub(crate) fn to_uint32(value: f64) -> u32 {
    if !value.is_finite() {
        return 0;
    }
    let wrapped = value.trunc() % 4_294_967_296.0;
    if wrapped < 0.0 {
        (wrapped + 4_294_967_296.0) as u32
    } else {
        wrapped as u32
    }
}

/// ToIntegerOrInfinity (ECMA-262 section 7.1.5).
pub(crate) fn to_integer(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.trunc() + 0.0 }
}

/// A position relative to a length, as `slice` and its like take it.
pub(crate) fn relative_index(value: f64, length: usize) -> usize {
    let length = length as f64;
    let position = to_integer(value);
    let position = if position < 0.0 {
        (length + position).max(0.0)
    } else {
        position.min(length)
    };
    position as usize
}
