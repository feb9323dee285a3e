//! `AtomicInt` as the program calls it.

use primitives::AtomicInt;
use vm::{ErrorKind, Host, HostCall, HostClass, Value};

use super::{Answer, argument};
use crate::object::Primitive;
use crate::step::Stepper;
use crate::{EventKind, ObjectId};

impl Stepper<'_> {
    pub(super) fn atomic(&mut self, call: &HostCall) -> Answer {
        let id = match self.receiver(call, HostClass::AtomicInt) {
            Ok(id) => id,
            Err(answer) => return answer,
        };
        let operands = match self.operands(call) {
            Ok(operands) => operands,
            Err(message) => {
                let name = self.world.objects[id as usize].given.clone();
                let message = format!("{name}.{}(): {message}", call.native.name());
                return self.throw(ErrorKind::TypeError, &message);
            }
        };
        let [first, second] = operands;
        let atomic = self.atomic_mut(id);
        let before = atomic.get();
        let result = match call.native {
            Host::AtomicIntGet => Value::number(before as f64),
            Host::AtomicIntSet => {
                atomic.set(first);
                Value::Undefined
            }
            Host::AtomicIntAdd => Value::number(atomic.add(first) as f64),
            Host::AtomicIntIncrement => Value::number(atomic.increment() as f64),
            Host::AtomicIntDecrement => Value::number(atomic.decrement() as f64),
            Host::AtomicIntExchange => Value::number(atomic.exchange(first) as f64),
            _ => Value::Bool(atomic.compare_and_set(first, second)),
        };
        let after = atomic.get();
        let object = ObjectId(id);
        let is_read = call.native == Host::AtomicIntGet || result == Value::Bool(false);
        self.emit(match is_read {
            true => EventKind::AtomicGot { object, value: after },
            false => EventKind::AtomicSet { object, value: after },
        });
        Answer::Return(result)
    }

    /// The integer arguments of a call; 0 for those that it does not take.
    fn operands(&self, call: &HostCall) -> Result<[i64; 2], String> {
        match call.native {
            Host::AtomicIntSet | Host::AtomicIntAdd | Host::AtomicIntExchange => {
                Ok([self.integer("the argument", argument(call, 0))?, 0])
            }
            Host::AtomicIntCompareAndSet => Ok([
                self.integer("the expected value", argument(call, 0))?,
                self.integer("the new value", argument(call, 1))?,
            ]),
            _ => Ok([0, 0]),
        }
    }

    fn atomic_mut(&mut self, id: u32) -> &mut AtomicInt {
        match &mut self.world.object_mut(id).primitive {
            Primitive::AtomicInt(atomic) => atomic,
            Primitive::Semaphore(_) | Primitive::Mutex(_) | Primitive::Channel(_) => {
                unreachable!("the receiver's class was checked")
            }
        }
    }
}
