//! `AtomicRef` as the program calls it.

use primitives::{AtomicRef, Visit};
use vm::{Host, HostCall, Value};

use super::{Object, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Slots};

impl Object for AtomicRef<Value> {
    listed_as!(AtomicRef);

    const IS_CONFINED: bool = true;

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let value = argument(call, 0);
        stepper.world.heap.share(value);
        Ok(AtomicRef::new(value))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        let before = stepper.object::<AtomicRef<Value>>(id).get();
        let (given, result) = match call.native {
            Host::AtomicRefGet => return Answer::Return(before),
            Host::AtomicRefSet => (argument(call, 0), Value::Undefined),
            Host::AtomicRefExchange => (argument(call, 0), before),
            _ if vm::strictly_equal(&stepper.world.heap, before, argument(call, 0)) => {
                (argument(call, 1), Value::Bool(true))
            }
            _ => return Answer::Return(Value::Bool(false)),
        };
        stepper.world.heap.share(given);
        stepper.object_mut::<AtomicRef<Value>>(id).set(given);
        let value = FactValue::Word(stepper.short(given));
        let object = ObjectId(id);
        stepper.emit(EventKind::Shown {
            object,
            fact: "value",
            value,
        });
        Answer::Return(result)
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "AtomicRef",
            traits: Vec::new(),
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        AtomicRef::visit(self, to);
    }
}
