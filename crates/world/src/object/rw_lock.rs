//! `RwLock` as the program calls it.

use primitives::{Access, Actor, Lock, NotReading, Preference, RwLock, UnlockError, Visit, Waiter};
use vm::{ErrorKind, Host, HostCall, Value};

use super::waiting::{Asked, Hold, Request};
use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{FactValue, ObjectShape, Slots, TaskId};

impl Object for RwLock {
    listed_as!(RwLock);

    const IS_CONFINED: bool = true;

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let prefer = stepper.option(argument(call, 0), "prefer");
        let given = stepper.world.heap.as_text(prefer).map(|text| text.to_display());
        match (prefer, given.as_deref()) {
            (Value::Undefined, _) | (_, Some("fair")) => Ok(RwLock::new(Preference::Fair)),
            (_, Some("readers")) => Ok(RwLock::new(Preference::Readers)),
            _ => Err(format!(
                "prefer must be \"fair\" or \"readers\", not {}",
                stepper.short(prefer)
            )),
        }
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::RwLockReadLock => lock(stepper, id, call, Access::Read),
            Host::RwLockWriteLock => lock(stepper, id, call, Access::Write),
            Host::RwLockTryReadLock => try_lock(stepper, id, Access::Read),
            Host::RwLockTryWriteLock => try_lock(stepper, id, Access::Write),
            Host::RwLockReadUnlock => read_unlock(stepper, id),
            Host::RwLockWriteUnlock => write_unlock(stepper, id),
            Host::RwLockWriting => Answer::Return(Value::Bool(stepper.object::<RwLock>(id).writer().is_some())),
            Host::RwLockReaders => number(stepper.object::<RwLock>(id).readers().len()),
            _ => number(stepper.object::<RwLock>(id).waiting()),
        }
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "RwLock",
            traits: vec![("fair", FactValue::flag(self.preference() == Preference::Fair))],
            slots: Slots::Unbounded,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        RwLock::visit(self, to);
    }

    fn holders(&self, each: &mut dyn FnMut(Actor)) {
        self.readers().iter().chain(self.writers()).copied().for_each(each);
    }

    fn wanted(&self, name: &str, operation: &str) -> Wanted {
        let what = match operation {
            "readLock" => format!("a read lock of {name}"),
            _ => format!("the write lock of {name}"),
        };
        let held: Vec<Actor> = self.readers().iter().chain(self.writers()).copied().collect();
        Wanted::of_holders(what, &held)
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        let mut admitted = Vec::new();
        let was_waiting = stepper.object_mut::<RwLock>(id).cancel(waiter, &mut admitted);
        let_in(stepper, id, &admitted);
        was_waiting
    }
}

fn number(count: usize) -> Answer {
    Answer::Return(Value::number(count as f64))
}

fn hold(access: Access) -> Hold {
    match access {
        Access::Read => Hold::one("read"),
        Access::Write => Hold::one("write"),
    }
}

fn lock(stepper: &mut Stepper<'_>, id: u32, call: &HostCall, access: Access) -> Answer {
    let terms = match stepper.terms(call, 0) {
        Ok(terms) => terms,
        Err(answer) => return answer,
    };
    let request = Request {
        operation: match access {
            Access::Read => &"readLock",
            Access::Write => &"writeLock",
        },
        hold: Some(hold(access)),
        limit: None,
    };
    stepper.ask_on(id, request, terms, |stepper, waiter, actor| {
        let lock = stepper.object_mut::<RwLock>(id);
        match lock.lock(access, waiter, actor) {
            Lock::Acquired => Asked::Granted,
            Lock::Queued => Asked::Queued {
                behind: lock.waiting() as u32 - 1,
            },
        }
    })
}

fn try_lock(stepper: &mut Stepper<'_>, id: u32, access: Access) -> Answer {
    let actor = stepper.actor();
    let is_locked = stepper.object_mut::<RwLock>(id).try_lock(access, actor);
    if is_locked {
        stepper.acquired(id, hold(access));
    }
    Answer::Return(Value::Bool(is_locked))
}

fn let_in(stepper: &mut Stepper<'_>, id: u32, admitted: &[(Waiter, Actor, Access)]) {
    for &(waiter, actor, access) in admitted {
        stepper.hand_off(id, waiter, actor, hold(access));
    }
}

fn read_unlock(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let (actor, mut admitted) = (stepper.actor(), Vec::new());
    match stepper.object_mut::<RwLock>(id).read_unlock(actor, &mut admitted) {
        Ok(()) => {
            stepper.released(id, hold(Access::Read));
            let_in(stepper, id, &admitted);
            Answer::Return(Value::Undefined)
        }
        Err(NotReading { readers }) => {
            let name = stepper.given_name(id);
            let held = match readers {
                0 => "nobody holds a read lock".to_owned(),
                others => format!("this task holds no read lock, only others do ({others})"),
            };
            stepper.throw_over_release(id, ErrorKind::Error, &format!("{name}.readUnlock(): {held}"))
        }
    }
}

fn write_unlock(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let (actor, mut admitted) = (stepper.actor(), Vec::new());
    let wrong = match stepper.object_mut::<RwLock>(id).write_unlock(actor, &mut admitted) {
        Ok(()) => {
            stepper.released(id, hold(Access::Write));
            let_in(stepper, id, &admitted);
            return Answer::Return(Value::Undefined);
        }
        Err(UnlockError::NotLocked) => "nobody holds the write lock".to_owned(),
        Err(UnlockError::NotOwner { owner }) => {
            let owner = &stepper.world.task(TaskId(owner.0)).name;
            format!("{owner} holds the write lock, not this task")
        }
    };
    let message = format!("{}.writeUnlock(): {wrong}", stepper.given_name(id));
    stepper.throw_over_release(id, ErrorKind::Error, &message)
}
