//! `AtomicInt` as the program calls it.

use primitives::{AtomicInt, Visit};
use vm::{ErrorKind, Host, HostCall, Value};

use super::{Object, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Slots};

impl Object for AtomicInt {
    listed_as!(AtomicInt);

    const IS_CONFINED: bool = true;

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let value = match argument(call, 0) {
            Value::Undefined => 0,
            value => stepper.integer("value", value)?,
        };
        Ok(AtomicInt::new(value))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        let [first, second] = match operands(stepper, call) {
            Ok(operands) => operands,
            Err(message) => {
                let name = stepper.given_name(id);
                let message = format!("{name}.{}(): {message}", call.native.name());
                return stepper.throw(ErrorKind::TypeError, &message);
            }
        };
        let before = stepper.object::<AtomicInt>(id).get();
        let result = match call.native {
            Host::AtomicIntGet => Value::number(before as f64),
            Host::AtomicIntCompareAndSet if before != first => Value::Bool(false),
            // What changes nothing leaves the object alone: steps that only look at it commute.
            change => changed(stepper.object_mut::<AtomicInt>(id), change, [first, second]),
        };
        let value = stepper.object::<AtomicInt>(id).get();
        let object = ObjectId(id);
        let is_read = call.native == Host::AtomicIntGet || result == Value::Bool(false);
        stepper.emit(match is_read {
            true => EventKind::AtomicGot { object, value },
            false => EventKind::AtomicSet { object, value },
        });
        Answer::Return(result)
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "AtomicInt",
            traits: vec![("value", FactValue::Count(self.get()))],
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        AtomicInt::visit(self, to);
    }
}

/// Carries out a call that changes the number, and says what it returns.
fn changed(atomic: &mut AtomicInt, change: Host, [first, second]: [i64; 2]) -> Value {
    match change {
        Host::AtomicIntSet => {
            atomic.set(first);
            Value::Undefined
        }
        Host::AtomicIntAdd => Value::number(atomic.add(first) as f64),
        Host::AtomicIntIncrement => Value::number(atomic.increment() as f64),
        Host::AtomicIntDecrement => Value::number(atomic.decrement() as f64),
        Host::AtomicIntExchange => Value::number(atomic.exchange(first) as f64),
        _ => Value::Bool(atomic.compare_and_set(first, second)),
    }
}

/// The integer arguments of a call; 0 for those that it does not take.
fn operands(stepper: &Stepper<'_>, call: &HostCall) -> Result<[i64; 2], String> {
    match call.native {
        Host::AtomicIntSet | Host::AtomicIntAdd | Host::AtomicIntExchange => {
            Ok([stepper.integer("the argument", argument(call, 0))?, 0])
        }
        Host::AtomicIntCompareAndSet => Ok([
            stepper.integer("the expected value", argument(call, 0))?,
            stepper.integer("the new value", argument(call, 1))?,
        ]),
        _ => Ok([0, 0]),
    }
}
