//! Operators.
//!
//! Owns their slow paths; two numbers are dealt with in the loop. Conversions are next door.

use std::cmp::Ordering;

use bytecode::{BinaryOp, UnaryOp};

use crate::error::Outcome;
use crate::number::{to_int32, to_uint32};
use crate::{ErrorKind, Hint, Number, PropertyKey, Value};

use super::Machine;
use super::convert::{strict_equal, to_boolean, type_of};

/// An operator on two numbers; `None` for those that need more than numbers.
#[inline]
pub(crate) fn numbers(operator: BinaryOp, left: f64, right: f64) -> Option<Value> {
    Some(match operator {
        BinaryOp::Add => Value::number(left + right),
        BinaryOp::Sub => Value::number(left - right),
        BinaryOp::Mul => Value::number(left * right),
        BinaryOp::Div => Value::number(left / right),
        BinaryOp::Rem => Value::number(remainder(left, right)),
        BinaryOp::Exp => Value::number(power(left, right)),
        BinaryOp::BitAnd => integer(to_int32(left) & to_int32(right)),
        BinaryOp::BitOr => integer(to_int32(left) | to_int32(right)),
        BinaryOp::BitXor => integer(to_int32(left) ^ to_int32(right)),
        BinaryOp::ShiftLeft => integer(to_int32(left) << (to_uint32(right) & 31)),
        BinaryOp::ShiftRight => integer(to_int32(left) >> (to_uint32(right) & 31)),
        BinaryOp::ShiftRightUnsigned => Value::number(f64::from(to_uint32(left) >> (to_uint32(right) & 31))),
        BinaryOp::Equal | BinaryOp::StrictEqual => Value::Bool(left == right),
        BinaryOp::NotEqual | BinaryOp::StrictNotEqual => Value::Bool(left != right),
        BinaryOp::Less => Value::Bool(left < right),
        BinaryOp::LessEqual => Value::Bool(left <= right),
        BinaryOp::Greater => Value::Bool(left > right),
        BinaryOp::GreaterEqual => Value::Bool(left >= right),
        BinaryOp::In | BinaryOp::InstanceOf => return None,
    })
}

fn integer(value: i32) -> Value {
    Value::number(f64::from(value))
}

fn remainder(left: f64, right: f64) -> f64 {
    // Small non-negative integers are by far the most common operands, and for them there is no -0 to mind.
    let (whole_left, whole_right) = (left as u32, right as u32);
    if f64::from(whole_left) == left && f64::from(whole_right) == right && whole_right != 0 && left.is_sign_positive() {
        return f64::from(whole_left % whole_right);
    }
    left % right
}

/// `left ** right`, where a base of one does not make up for an exponent that is no number (ECMA-262 section
/// 6.1.6.1.3).
pub(crate) fn power(left: f64, right: f64) -> f64 {
    if right.is_nan() || (left.abs() == 1.0 && right.is_infinite()) {
        return f64::NAN;
    }
    libm::pow(left, right)
}

impl Machine<'_, '_> {
    pub(crate) fn binary(&mut self, operator: BinaryOp, left: Value, right: Value) -> Outcome<Value> {
        match operator {
            BinaryOp::Add => self.add(left, right),
            BinaryOp::Equal => Ok(Value::Bool(self.loose_equal(left, right)?)),
            BinaryOp::NotEqual => Ok(Value::Bool(!self.loose_equal(left, right)?)),
            BinaryOp::StrictEqual => Ok(Value::Bool(strict_equal(self.context.heap, left, right))),
            BinaryOp::StrictNotEqual => Ok(Value::Bool(!strict_equal(self.context.heap, left, right))),
            BinaryOp::Less => self.compare(left, right, Ordering::is_lt),
            BinaryOp::LessEqual => self.compare(left, right, Ordering::is_le),
            BinaryOp::Greater => self.compare(left, right, Ordering::is_gt),
            BinaryOp::GreaterEqual => self.compare(left, right, Ordering::is_ge),
            BinaryOp::In => self.has_property(left, right),
            // May call the program: `operate` deals with it before it comes here.
            BinaryOp::InstanceOf => Ok(Value::Bool(false)),
            BinaryOp::Sub
            | BinaryOp::Mul
            | BinaryOp::Div
            | BinaryOp::Rem
            | BinaryOp::Exp
            | BinaryOp::BitAnd
            | BinaryOp::BitOr
            | BinaryOp::BitXor
            | BinaryOp::ShiftLeft
            | BinaryOp::ShiftRight
            | BinaryOp::ShiftRightUnsigned => {
                let left = self.to_number(left)?;
                let right = self.to_number(right)?;
                Ok(numbers(operator, left, right).unwrap_or(Value::Undefined))
            }
        }
    }

    fn add(&mut self, left: Value, right: Value) -> Outcome<Value> {
        let left = self.to_primitive(left, Hint::Default)?;
        let right = self.to_primitive(right, Hint::Default)?;
        if matches!(left, Value::Text(_)) || matches!(right, Value::Text(_)) {
            let left = self.to_text(left)?;
            let right = self.to_text(right)?;
            self.context.heap.check_text_len(left.len() + right.len())?;
            return Ok(self.context.heap.alloc_text(left.concat(&right)));
        }
        let left = self.to_number(left)?;
        Ok(Value::number(left + self.to_number(right)?))
    }

    fn compare(&mut self, left: Value, right: Value, holds: impl Fn(Ordering) -> bool) -> Outcome<Value> {
        let left = self.to_primitive(left, Hint::Number)?;
        let right = self.to_primitive(right, Hint::Number)?;
        let heap = &self.context.heap;
        if let (Some(left), Some(right)) = (heap.as_text(left), heap.as_text(right)) {
            return Ok(Value::Bool(holds(left.cmp(right))));
        }
        let left = self.to_number(left)?;
        let right = self.to_number(right)?;
        Ok(Value::Bool(left.partial_cmp(&right).is_some_and(holds)))
    }

    fn has_property(&mut self, key: Value, object: Value) -> Outcome<Value> {
        if !matches!(object, Value::Object(_) | Value::Native(_)) {
            let key = match key {
                Value::Symbol(symbol) => self.context.heap.symbol(symbol).descriptive(),
                key => self.to_text(key)?.to_display(),
            };
            let shown = self.to_text(object)?;
            let message = format!("Cannot use 'in' operator to search for '{key}' in {shown}");
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        let key = self.to_property_key(key)?;
        if let Value::Object(reference) = object {
            self.note_read(reference, key);
        }
        Ok(Value::Bool(self.is_present(object, key)))
    }

    pub(crate) fn unary(&mut self, operator: UnaryOp, value: Value) -> Outcome<Value> {
        Ok(match operator {
            UnaryOp::Negate => Value::number(-self.to_number(value)?),
            UnaryOp::Plus | UnaryOp::ToNumeric => Value::Number(Number::new(self.to_number(value)?)),
            UnaryOp::Not => Value::Bool(!to_boolean(self.context.heap, value)),
            UnaryOp::BitNot => integer(!to_int32(self.to_number(value)?)),
            UnaryOp::TypeOf => {
                let name = type_of(self.context.heap, value);
                self.context.heap.alloc_str(name)
            }
            UnaryOp::ToText => {
                if let Value::Text(_) = value {
                    return Ok(value);
                }
                let text = self.to_text(value)?;
                self.context.heap.alloc_text(text)
            }
            UnaryOp::ToPropertyKey => match self.to_property_key(value)? {
                PropertyKey::Index(index) => Value::number(f64::from(index)),
                key @ (PropertyKey::Name(_) | PropertyKey::Symbol(_)) => self.key_value(key),
            },
        })
    }
}
