//! `Bulkhead` as the program calls it.
//!
//! `execute` is the library's: it enters, calls the program's function and leaves.

use primitives::{Actor, Admission, Bulkhead, Visit, Waiter};
use vm::{Host, HostCall, Value};

use super::terms::Terms;
use super::waiting::{Asked, Hold, Request};
use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Slots};

const SLOT: Hold = Hold::one("slot");

impl Object for Bulkhead {
    listed_as!(Bulkhead);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let options = argument(call, 0);
        let given = stepper.option(options, "maxConcurrent");
        let max_concurrent = match stepper.count("maxConcurrent", given) {
            Ok(count @ 1..) => count,
            Ok(0) | Err(_) => {
                let shown = stepper.short(given);
                return Err(format!(
                    "maxConcurrent must be a whole number of at least 1, not {shown}"
                ));
            }
        };
        let max_queue = match stepper.option(options, "maxQueue") {
            Value::Undefined => 0,
            value => stepper.count("maxQueue", value)?,
        };
        Ok(Bulkhead::new(max_concurrent, max_queue))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::BulkheadEnter => match stepper.terms(call, 1) {
                Ok(terms) => enter(stepper, id, terms),
                Err(answer) => answer,
            },
            Host::BulkheadLeave => {
                let actor = stepper.actor();
                let mut woken = Vec::new();
                if stepper.object_mut::<Bulkhead>(id).leave(actor, &mut woken) {
                    stepper.released(id, SLOT);
                    stepper.hand_on(id, &woken, SLOT);
                }
                Answer::Return(Value::Undefined)
            }
            Host::BulkheadExecutionSlots => {
                let slots = stepper.object::<Bulkhead>(id).execution_slots();
                Answer::Return(Value::number(f64::from(slots)))
            }
            _ => {
                let slots = stepper.object::<Bulkhead>(id).queue_slots();
                Answer::Return(Value::number(f64::from(slots)))
            }
        }
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "Bulkhead",
            traits: vec![("maxQueue", FactValue::Count(i64::from(self.max_queue())))],
            slots: Slots::Fixed(self.max_concurrent()),
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        Bulkhead::visit(self, to);
    }

    fn holders(&self, each: &mut dyn FnMut(Actor)) {
        self.active().iter().copied().for_each(each);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_holders(format!("a slot of {name}"), self.active())
    }

    fn mode(&self) -> &'static str {
        SLOT.mode
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<Bulkhead>(id).cancel(waiter)
    }
}

/// Nothing if a slot was free, else the promise of one, or the error that there is no room to wait either.
fn enter(stepper: &mut Stepper<'_>, id: u32, terms: Terms) -> Answer {
    if let Some(answer) = stepper.refused_by(terms) {
        return answer;
    }
    let bulkhead = stepper.object::<Bulkhead>(id);
    let (running, waiting) = (bulkhead.active().len(), bulkhead.queue().len());
    if bulkhead.execution_slots() == 0 && bulkhead.queue_slots() == 0 {
        let object = ObjectId(id);
        stepper.emit(EventKind::Counted {
            object,
            what: "rejected",
        });
        let name = stepper.given_name(id);
        let message = format!("{name}.execute(): {running} running and {waiting} waiting is as many as may");
        return Answer::Throw(stepper.named_error("BulkheadRejectedError", &message));
    }
    let is_free = bulkhead.execution_slots() > 0;
    let request = Request {
        operation: &"execute",
        hold: Some(SLOT),
        limit: None,
    };
    let answer = stepper.ask_on(id, request, terms, |stepper, waiter, actor| {
        let bulkhead = stepper.object_mut::<Bulkhead>(id);
        match bulkhead.enter(waiter, actor) {
            Admission::Granted => Asked::Granted,
            Admission::Queued | Admission::Refused => Asked::Queued { behind: waiting as u32 },
        }
    });
    if is_free {
        Answer::Return(Value::Undefined)
    } else {
        answer
    }
}
