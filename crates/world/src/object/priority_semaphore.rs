//! `PrioritySemaphore` as the program calls it.

use clock::Duration;
use primitives::{Acquire, Actor, PrioritySemaphore, ReleaseError, Visit, Waiter};
use vm::{ErrorKind, Host, HostCall, Value};

use super::waiting::{Asked, Hold, Request};
use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{FactValue, ObjectShape, Slots};

const PERMIT: Hold = Hold::one("permit");

impl Object for PrioritySemaphore {
    listed_as!(PrioritySemaphore);

    const IS_CONFINED: bool = true;

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let permits = stepper.count("permits", argument(call, 0))?;
        let ageing = match stepper.option(argument(call, 1), "ageing") {
            Value::Undefined => None,
            Value::Number(ms) if ms.get() > 0.0 && ms.get().is_finite() => Some(Duration::from_millis_f64(ms.get())),
            other => {
                let other = stepper.short(other);
                return Err(format!("ageing must be a number of milliseconds above 0, not {other}"));
            }
        };
        Ok(PrioritySemaphore::new(permits, ageing))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::PrioritySemaphoreAcquire => acquire(stepper, id, call),
            Host::PrioritySemaphoreTryAcquire => {
                let actor = stepper.actor();
                let is_acquired = stepper.object_mut::<PrioritySemaphore>(id).try_acquire(actor);
                if is_acquired {
                    stepper.acquired(id, PERMIT);
                }
                Answer::Return(Value::Bool(is_acquired))
            }
            Host::PrioritySemaphoreRelease => release(stepper, id),
            Host::PrioritySemaphoreAvailable => {
                let available = stepper.object::<PrioritySemaphore>(id).available();
                Answer::Return(Value::number(f64::from(available)))
            }
            _ => Answer::Return(Value::number(stepper.object::<PrioritySemaphore>(id).waiting() as f64)),
        }
    }

    fn shape(&self) -> ObjectShape {
        let mut traits = vec![("permits", FactValue::Count(self.initial().into()))];
        if let Some(ageing) = self.ageing() {
            traits.push(("ageing", FactValue::Word(ageing.to_string())));
        }
        ObjectShape {
            class: "PrioritySemaphore",
            traits,
            slots: Slots::Fixed(self.initial()),
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        PrioritySemaphore::visit(self, to);
    }

    fn holders(&self, each: &mut dyn FnMut(Actor)) {
        PrioritySemaphore::holders(self).for_each(each);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        let holders: Vec<Actor> = PrioritySemaphore::holders(self).collect();
        Wanted::of_holders(format!("a permit of {name}"), &holders)
    }

    fn mode(&self) -> &'static str {
        PERMIT.mode
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<PrioritySemaphore>(id).cancel(waiter)
    }
}

fn acquire(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let priority = match argument(call, 0) {
        Value::Undefined => Ok(0),
        given => stepper.integer("the priority", given),
    };
    let priority = match priority {
        Ok(priority) => priority,
        Err(message) => {
            let message = format!("{}.acquire(): {message}", stepper.given_name(id));
            return stepper.throw(ErrorKind::RangeError, &message);
        }
    };
    let terms = match stepper.terms(call, 1) {
        Ok(terms) => terms,
        Err(answer) => return answer,
    };
    let request = Request {
        operation: &"acquire",
        hold: Some(PERMIT),
        limit: None,
    };
    stepper.ask_on(id, request, terms, |stepper, waiter, actor| {
        let (now, is_told) = (stepper.world.now, stepper.log.is_full());
        let semaphore = stepper.object_mut::<PrioritySemaphore>(id);
        match semaphore.acquire(priority, waiter, actor, now) {
            Acquire::Granted => Asked::Granted,
            Acquire::Queued => {
                // Nobody but those who look on asks how many stand before it.
                let position = is_told.then(|| semaphore.position(waiter)).flatten();
                Asked::Queued {
                    behind: position.unwrap_or_default() as u32,
                }
            }
        }
    })
}

fn release(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let (actor, mut woken) = (stepper.actor(), Vec::new());
    match stepper.object_mut::<PrioritySemaphore>(id).release(actor, &mut woken) {
        Ok(()) => {
            stepper.released(id, PERMIT);
            stepper.hand_on(id, &woken, PERMIT);
            Answer::Return(Value::Undefined)
        }
        Err(ReleaseError::AboveMax { max }) => {
            let name = stepper.given_name(id);
            let message = format!("{name}.release(): all {max} permits are free already");
            stepper.throw_over_release(id, ErrorKind::RangeError, &message)
        }
    }
}
