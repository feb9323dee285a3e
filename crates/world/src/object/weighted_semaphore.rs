//! `WeightedSemaphore` as the program calls it.

use primitives::{Acquire, Actor, ReleaseUnitsError, Visit, Waiter, WeightError, WeightedSemaphore};
use vm::{ErrorKind, Host, HostCall, Value};

use super::waiting::{Asked, Hold, Request};
use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Slots};

impl Object for WeightedSemaphore {
    listed_as!(WeightedSemaphore);

    const IS_CONFINED: bool = true;

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        match stepper.count("capacity", argument(call, 0))? {
            0 => Err("capacity must be at least 1, not 0".to_owned()),
            capacity => Ok(WeightedSemaphore::new(capacity)),
        }
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::WeightedSemaphoreAcquire => acquire(stepper, id, call),
            Host::WeightedSemaphoreTryAcquire => try_acquire(stepper, id, call),
            Host::WeightedSemaphoreRelease => release(stepper, id, call),
            Host::WeightedSemaphoreAvailable => number(stepper.object::<WeightedSemaphore>(id).available()),
            _ => number(stepper.object::<WeightedSemaphore>(id).waiting() as u32),
        }
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "WeightedSemaphore",
            traits: vec![("capacity", FactValue::Count(self.capacity().into()))],
            slots: Slots::Fixed(self.capacity()),
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        WeightedSemaphore::visit(self, to);
    }

    fn holders(&self, each: &mut dyn FnMut(Actor)) {
        self.holdings().iter().map(|holding| holding.actor).for_each(each);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        let held: Vec<Actor> = self.holdings().iter().map(|holding| holding.actor).collect();
        Wanted::of_holders(format!("permits of {name}"), &held)
    }

    fn mode(&self) -> &'static str {
        "permit"
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        let mut granted = Vec::new();
        let was_waiting = stepper.object_mut::<WeightedSemaphore>(id).cancel(waiter, &mut granted);
        hand_on(stepper, id, &granted);
        was_waiting
    }
}

fn number(count: u32) -> Answer {
    Answer::Return(Value::number(f64::from(count)))
}

fn permits(units: u32) -> Hold {
    Hold { mode: "permit", units }
}

fn hand_on(stepper: &mut Stepper<'_>, id: u32, granted: &[(Waiter, Actor, u32)]) {
    for &(waiter, actor, units) in granted {
        stepper.hand_off(id, waiter, actor, permits(units));
    }
}

/// The weight of a call, which the first argument is.
fn weight(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Result<u32, Answer> {
    stepper.count("the weight", argument(call, 0)).map_err(|message| {
        let message = format!("{}.{}(): {message}", stepper.given_name(id), call.native.name());
        stepper.throw(ErrorKind::RangeError, &message)
    })
}

/// The error for a weight that can never be had.
fn unfit(stepper: &mut Stepper<'_>, id: u32, call: &HostCall, weight: u32, error: WeightError) -> Value {
    let wrong = match error {
        WeightError::Zero => "a weight must be at least 1, not 0".to_owned(),
        WeightError::AboveCapacity { capacity } => format!("weight {weight} exceeds the capacity {capacity}"),
    };
    let message = format!("{}.{}(): {wrong}", stepper.given_name(id), call.native.name());
    stepper.error(ErrorKind::RangeError, &message)
}

fn acquire(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let weight = match weight(stepper, id, call) {
        Ok(weight) => weight,
        Err(answer) => return answer,
    };
    let terms = match stepper.terms(call, 1) {
        Ok(terms) => terms,
        Err(answer) => return answer,
    };
    // As in the listing, whose `acquire` is an async function: what cannot be had rejects.
    if let Err(error) = stepper.object::<WeightedSemaphore>(id).judge(weight) {
        let error = unfit(stepper, id, call, weight, error);
        let rejected = stepper.rejected(error);
        return Answer::Return(rejected);
    }
    let request = Request {
        operation: &"acquire",
        hold: Some(permits(weight)),
        limit: None,
    };
    stepper.ask_on(id, request, terms, |stepper, waiter, actor| {
        let semaphore = stepper.object_mut::<WeightedSemaphore>(id);
        match semaphore.acquire(weight, waiter, actor) {
            Ok(Acquire::Queued) => Asked::Queued {
                behind: semaphore.waiting() as u32 - 1,
            },
            Ok(Acquire::Granted) | Err(_) => Asked::Granted,
        }
    })
}

fn try_acquire(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let weight = match weight(stepper, id, call) {
        Ok(weight) => weight,
        Err(answer) => return answer,
    };
    let actor = stepper.actor();
    match stepper.object_mut::<WeightedSemaphore>(id).try_acquire(weight, actor) {
        Ok(is_acquired) => {
            if is_acquired {
                stepper.acquired(id, permits(weight));
            }
            Answer::Return(Value::Bool(is_acquired))
        }
        Err(error) => {
            let error = unfit(stepper, id, call, weight, error);
            Answer::Throw(error)
        }
    }
}

fn release(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let weight = match weight(stepper, id, call) {
        Ok(weight) => weight,
        Err(answer) => return answer,
    };
    let (actor, mut granted) = (stepper.actor(), Vec::new());
    let released = stepper
        .object_mut::<WeightedSemaphore>(id)
        .release(weight, actor, &mut granted);
    match released {
        Ok(()) => {
            let holdings = stepper.object::<WeightedSemaphore>(id).holdings();
            if holdings.iter().any(|holding| holding.actor == actor) {
                // It still holds some: where it took them is still to be told.
                let (object, Hold { mode, units }) = (ObjectId(id), permits(weight));
                stepper.emit(EventKind::Released { object, mode, units });
            } else {
                stepper.released(id, permits(weight));
            }
            hand_on(stepper, id, &granted);
            Answer::Return(Value::Undefined)
        }
        Err(ReleaseUnitsError::Zero) => {
            let error = unfit(stepper, id, call, weight, WeightError::Zero);
            Answer::Throw(error)
        }
        Err(ReleaseUnitsError::AboveCapacity { available, capacity }) => {
            let name = stepper.given_name(id);
            let message = format!("{name}.release(): {available} of {capacity} permits are free already");
            stepper.throw_over_release(id, ErrorKind::RangeError, &message)
        }
    }
}
