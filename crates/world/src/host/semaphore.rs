//! `Semaphore` as the program calls it.

use primitives::{Acquire, Actor, ReleaseError, Semaphore, Woken};
use vm::{ErrorKind, Host, HostCall, HostClass, Value};

use super::Answer;
use crate::TaskId;
use crate::object::Primitive;
use crate::step::Stepper;

impl Stepper<'_> {
    pub(super) fn semaphore(&mut self, call: &HostCall) -> Answer {
        let id = match self.receiver(call, HostClass::Semaphore) {
            Ok(id) => id,
            Err(answer) => return answer,
        };
        match call.native {
            Host::SemaphoreAcquire => self.acquire(id, None),
            Host::SemaphoreTryAcquireFor => match self.wait_limit(call) {
                Ok(limit) => self.acquire(id, Some(limit)),
                Err(answer) => answer,
            },
            Host::SemaphoreTryAcquire => {
                let actor = self.actor();
                let is_acquired = self.semaphore_mut(id).try_acquire(actor);
                if is_acquired {
                    self.acquired(id);
                }
                Answer::Return(Value::Bool(is_acquired))
            }
            Host::SemaphoreRelease => self.release(id),
            Host::SemaphoreAvailable => Answer::Return(Value::number(f64::from(self.semaphore_mut(id).available()))),
            _ => Answer::Return(Value::number(self.semaphore_mut(id).waiting() as f64)),
        }
    }

    /// Who acts: permits and locks are booked on lanes.
    pub(super) fn actor(&self) -> Actor {
        Actor(self.task.0)
    }

    pub(crate) fn semaphore_mut(&mut self, id: u32) -> &mut Semaphore {
        match &mut self.world.object_mut(id).primitive {
            Primitive::Semaphore(semaphore) => semaphore,
            Primitive::Mutex(_) | Primitive::Channel(_) | Primitive::AtomicInt(_) => {
                unreachable!("the receiver's class was checked")
            }
        }
    }

    fn acquire(&mut self, id: u32, limit: Option<clock::Duration>) -> Answer {
        self.ask(id, &"acquire", limit, |stepper, waiter, actor| {
            let semaphore = stepper.semaphore_mut(id);
            match semaphore.acquire(waiter, actor) {
                Acquire::Granted => None,
                Acquire::Queued => Some(semaphore.waiting()),
            }
        })
    }

    fn release(&mut self, id: u32) -> Answer {
        let actor = self.actor();
        let mut woken = Vec::new();
        let first = self.semaphore_mut(id).queue().next().map(|(_, waiting)| waiting);
        match self.semaphore_mut(id).release(actor, &mut woken) {
            Ok(()) => {
                self.released(id);
                self.hand_on(id, &woken, first);
                Answer::Return(Value::Undefined)
            }
            Err(ReleaseError::AboveMax { max }) => {
                let name = self.world.objects[id as usize].given.clone();
                let message = format!("{name}.release(): all {max} permits are free already");
                self.throw_over_release(id, ErrorKind::RangeError, &message)
            }
        }
    }

    /// Tells those whom a release has woken; `first` stood first in line before it.
    pub(super) fn hand_on(&mut self, id: u32, woken: &[Woken], first: Option<Actor>) {
        for wake in woken {
            match *wake {
                Woken::Granted(waiter) => self.hand_off(id, waiter, first.map_or(self.task, |first| TaskId(first.0))),
                Woken::Retry(waiter) => self.ask_again(id, waiter),
            }
        }
    }
}
