//! `Mutex` as the program calls it.

use clock::Duration;
use primitives::{Actor, Fairness, Inheritance, Lock, Mutex, MutexOptions, Reentrancy, UnlockError, Visit, Waiter};
use vm::{ErrorKind, Host, HostCall, Value};

use super::terms::Terms;
use super::waiting::{Asked, Hold, Request};
use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{FactValue, ObjectShape, Slots, TaskId};

pub(super) const LOCK: Hold = Hold::one("lock");

impl Object for Mutex {
    listed_as!(Mutex);

    const IS_CONFINED: bool = true;

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let options = argument(call, 0);
        let reentrancy = if vm::truthy(&stepper.world.heap, stepper.option(options, "reentrant")) {
            Reentrancy::Reentrant
        } else {
            Reentrancy::NonReentrant
        };
        let inherits = stepper.option(options, "priorityInheritance");
        let inheritance = if vm::truthy(&stepper.world.heap, inherits) {
            Inheritance::Priority
        } else {
            Inheritance::None
        };
        Ok(Mutex::new(MutexOptions {
            fairness: stepper.fairness(options),
            reentrancy,
            inheritance,
        }))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::MutexLock => match stepper.terms(call, 0) {
                Ok(terms) => lock(stepper, id, None, terms),
                Err(answer) => answer,
            },
            Host::MutexTryLockFor => match stepper.limit_and_terms(call) {
                Ok((limit, terms)) => lock(stepper, id, Some(limit), terms),
                Err(answer) => answer,
            },
            Host::MutexTryLock => {
                let actor = stepper.actor();
                let is_locked = stepper.object_mut::<Mutex>(id).try_lock(actor);
                if is_locked {
                    stepper.acquired(id, LOCK);
                }
                Answer::Return(Value::Bool(is_locked))
            }
            Host::MutexUnlock => unlock(stepper, id),
            Host::MutexLocked => Answer::Return(Value::Bool(stepper.object::<Mutex>(id).owner().is_some())),
            _ => Answer::Return(Value::number(stepper.object::<Mutex>(id).waiting() as f64)),
        }
    }

    fn shape(&self) -> ObjectShape {
        let is_reentrant = self.reentrancy() == Reentrancy::Reentrant;
        let mut traits = vec![
            ("fair", FactValue::flag(self.fairness() == Fairness::Fair)),
            ("reentrant", FactValue::flag(is_reentrant)),
        ];
        if self.inheritance() == Inheritance::Priority {
            traits.push(("priority inheritance", FactValue::flag(true)));
        }
        ObjectShape {
            class: "Mutex",
            traits,
            slots: Slots::Fixed(1),
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        Mutex::visit(self, to);
    }

    fn holders(&self, each: &mut dyn FnMut(Actor)) {
        self.holder().iter().copied().for_each(each);
    }

    fn inheriting(&self, each: &mut dyn FnMut(Actor, Actor)) {
        if let (Inheritance::Priority, Some(owner)) = (self.inheritance(), self.owner()) {
            self.queue().for_each(|(_, waiter)| each(waiter, owner));
        }
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        match self.owner() {
            Some(owner) => Wanted::of_holders(name.to_owned(), &[owner]),
            None => Wanted::of_anyone(name.to_owned()),
        }
    }

    fn asks_again(&self, actor: Actor) -> bool {
        self.fairness() == Fairness::Barging && self.queue().any(|(_, waiting)| waiting == actor)
    }

    fn ask_again(&mut self, waiter: Waiter) -> Asked {
        asked(self.retry(waiter), self)
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<Mutex>(id).cancel(waiter)
    }
}

fn asked(outcome: Lock, mutex: &Mutex) -> Asked {
    match outcome {
        Lock::Acquired => Asked::Granted,
        Lock::Queued => Asked::Queued {
            behind: mutex.waiting() as u32 - 1,
        },
    }
}

fn lock(stepper: &mut Stepper<'_>, id: u32, limit: Option<Duration>, terms: Terms) -> Answer {
    let request = Request {
        operation: &"lock",
        hold: Some(LOCK),
        limit,
    };
    stepper.ask_on(id, request, terms, |stepper, waiter, actor| {
        let mutex = stepper.object_mut::<Mutex>(id);
        asked(mutex.lock(waiter, actor), mutex)
    })
}

fn unlock(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let actor = stepper.actor();
    let mut woken = Vec::new();
    let name = stepper.given_name(id);
    match stepper.object_mut::<Mutex>(id).unlock(actor, &mut woken) {
        Ok(()) => {
            stepper.released(id, LOCK);
            stepper.hand_on(id, &woken, LOCK);
            Answer::Return(Value::Undefined)
        }
        Err(UnlockError::NotLocked) => {
            let message = format!("{name}.unlock(): the mutex is not locked");
            stepper.throw_over_release(id, ErrorKind::Error, &message)
        }
        Err(UnlockError::NotOwner { owner }) => {
            let owner = &stepper.world.task(TaskId(owner.0)).name;
            let message = format!("{name}.unlock(): {owner} holds the mutex, not this task");
            stepper.throw_over_release(id, ErrorKind::Error, &message)
        }
    }
}
