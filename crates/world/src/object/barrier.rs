//! `Barrier` as the program calls it.

use primitives::{Barrier, Meeting, Visit, Waiter, Woken};
use vm::{Host, HostCall, ObjectRef, Origin, Value};

use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{FactValue, ObjectShape, Slots, TaskId};

impl Object for Barrier {
    listed_as!(Barrier);

    const IS_CONFINED: bool = true;

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        match stepper.count("parties", argument(call, 0))? {
            0 => Err("a barrier is for at least 1 party, not 0".to_owned()),
            parties => Ok(Barrier::new(parties)),
        }
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        let count = match call.native {
            Host::BarrierWait => return wait(stepper, id, call),
            Host::BarrierParties => stepper.object::<Barrier>(id).parties(),
            _ => stepper.object::<Barrier>(id).waiting() as u32,
        };
        Answer::Return(Value::number(f64::from(count)))
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "Barrier",
            traits: vec![("parties", FactValue::Count(self.parties().into()))],
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        Barrier::visit(self, to);
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        vec![("missing", FactValue::Count(self.missing().into()))]
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_anyone(format!("{} more at {name}", self.missing()))
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<Barrier>(id).cancel(waiter)
    }
}

/// The answer is whether it was the last to arrive.
fn wait(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let terms = match stepper.terms(call, 0) {
        Ok(terms) => terms,
        Err(answer) => return answer,
    };
    if let Some(answer) = stepper.refused_by(terms) {
        return answer;
    }
    let promise = stepper.new_promise(Origin::Host {
        object: id,
        operation: &"wait",
    });
    let (actor, mut woken) = (stepper.actor(), Vec::new());
    let barrier = stepper.object_mut::<Barrier>(id);
    match barrier.arrive(Waiter(promise.0), actor, &mut woken) {
        Meeting::Queued => {
            let behind = barrier.waiting() as u32 - 1;
            stepper.queued(id, "wait", 1, behind);
            stepper.wait_on(id, promise, terms);
        }
        Meeting::Last => {
            for wake in woken {
                match wake {
                    Woken::Granted(Waiter(waiter), actor) => {
                        stepper.passed(id, TaskId(actor.0), 1);
                        stepper.fulfil(ObjectRef(waiter), Value::Bool(false));
                    }
                    Woken::Retry(..) => unreachable!("nobody is asked to retry at a barrier"),
                }
            }
            stepper.passed(id, stepper.task, 1);
            stepper.fulfil(promise, Value::Bool(true));
        }
    }
    Answer::Return(Value::Object(promise))
}
