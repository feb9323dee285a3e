//! `Semaphore` as the program calls it.

use clock::Duration;
use primitives::{Acquire, Actor, Fairness, ReleaseError, Semaphore, SemaphoreOptions, Visit, Waiter};
use vm::{ErrorKind, Host, HostCall, Value};

use super::terms::Terms;
use super::waiting::{Asked, Hold, Request};
use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{FactValue, ObjectShape, Slots};

const PERMIT: Hold = Hold::one("permit");

impl Object for Semaphore {
    listed_as!(Semaphore);

    const IS_CONFINED: bool = true;

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let permits = stepper.count("permits", argument(call, 0))?;
        let options = argument(call, 1);
        let max = match stepper.option(options, "max") {
            Value::Undefined => None,
            max => Some(stepper.count("max", max)?),
        };
        if let Some(max) = max.filter(|&max| max < permits) {
            return Err(format!("max is {max}, less than the {permits} permits at the start"));
        }
        Ok(Semaphore::new(SemaphoreOptions {
            permits,
            max,
            fairness: stepper.fairness(options),
        }))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::SemaphoreAcquire => match stepper.terms(call, 0) {
                Ok(terms) => acquire(stepper, id, None, terms),
                Err(answer) => answer,
            },
            Host::SemaphoreTryAcquireFor => match stepper.limit_and_terms(call) {
                Ok((limit, terms)) => acquire(stepper, id, Some(limit), terms),
                Err(answer) => answer,
            },
            Host::SemaphoreTryAcquire => {
                let actor = stepper.actor();
                let is_acquired = stepper.object_mut::<Semaphore>(id).try_acquire(actor);
                if is_acquired {
                    stepper.acquired(id, PERMIT);
                }
                Answer::Return(Value::Bool(is_acquired))
            }
            Host::SemaphoreRelease => release(stepper, id),
            Host::SemaphoreAvailable => {
                let available = stepper.object::<Semaphore>(id).available();
                Answer::Return(Value::number(f64::from(available)))
            }
            _ => Answer::Return(Value::number(stepper.object::<Semaphore>(id).waiting() as f64)),
        }
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "Semaphore",
            traits: vec![
                ("permits", FactValue::Count(i64::from(self.initial()))),
                ("fair", FactValue::flag(self.fairness() == Fairness::Fair)),
            ],
            slots: Slots::Fixed(self.initial()),
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        Semaphore::visit(self, to);
    }

    fn holders(&self, each: &mut dyn FnMut(Actor)) {
        Semaphore::holders(self).for_each(each);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        let holders: Vec<Actor> = Semaphore::holders(self).collect();
        Wanted::of_holders(format!("a permit of {name}"), &holders)
    }

    fn mode(&self) -> &'static str {
        PERMIT.mode
    }

    fn asks_again(&self, actor: Actor) -> bool {
        self.fairness() == Fairness::Barging && self.queue().any(|(_, waiting)| waiting == actor)
    }

    fn ask_again(&mut self, waiter: Waiter) -> Asked {
        asked(self.retry(waiter), self)
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<Semaphore>(id).cancel(waiter)
    }
}

fn asked(outcome: Acquire, semaphore: &Semaphore) -> Asked {
    match outcome {
        Acquire::Granted => Asked::Granted,
        Acquire::Queued => Asked::Queued {
            behind: semaphore.waiting() as u32 - 1,
        },
    }
}

fn acquire(stepper: &mut Stepper<'_>, id: u32, limit: Option<Duration>, terms: Terms) -> Answer {
    let request = Request {
        operation: &"acquire",
        hold: Some(PERMIT),
        limit,
    };
    stepper.ask_on(id, request, terms, |stepper, waiter, actor| {
        let semaphore = stepper.object_mut::<Semaphore>(id);
        asked(semaphore.acquire(waiter, actor), semaphore)
    })
}

fn release(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let actor = stepper.actor();
    let mut woken = Vec::new();
    match stepper.object_mut::<Semaphore>(id).release(actor, &mut woken) {
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
