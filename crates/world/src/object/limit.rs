//! The machine behind `pLimit`, as the library calls it.
//!
//! The function that `pLimit` returns is the library's: it enters, calls the program's function and leaves.

use primitives::{Acquire, Actor, Limit, Visit, Waiter};
use vm::{ErrorKind, Host, HostCall, ObjectRef, Value};

use super::terms::Terms;
use super::waiting::{Asked, Hold, Request};
use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, FactValue, Model, ObjectId, ObjectShape, Slots, TaskId};

const PLACE: Hold = Hold::one("slot");

impl Object for Limit {
    listed_as!(Limit);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        stepper.concurrency(argument(call, 0)).map(Limit::new)
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::LimitEnter => enter(stepper, id),
            Host::LimitLeave => leave(stepper, id),
            Host::LimitTurn => Answer::Return(match stepper.world.setup.model {
                Model::EventLoop => stepper.fulfilled(Value::Undefined),
                Model::Tasks | Model::Threads => Value::Undefined,
            }),
            Host::LimitActive => Answer::Return(Value::number(stepper.object::<Limit>(id).active().len() as f64)),
            Host::LimitPending => Answer::Return(Value::number(stepper.object::<Limit>(id).pending() as f64)),
            Host::LimitConcurrency => Answer::Return(Value::number(
                stepper
                    .object::<Limit>(id)
                    .concurrency()
                    .map_or(f64::INFINITY, f64::from),
            )),
            Host::LimitSetConcurrency => match stepper.concurrency(argument(call, 1)) {
                Ok(concurrency) => {
                    let mut woken = Vec::new();
                    let limit = stepper.object_mut::<Limit>(id);
                    limit.set_concurrency(concurrency, &mut woken);
                    stepper.hand_on(id, &woken, PLACE);
                    Answer::Return(Value::Undefined)
                }
                Err(message) => {
                    let name = stepper.given_name(id);
                    stepper.throw(ErrorKind::TypeError, &format!("{name}.concurrency: {message}"))
                }
            },
            _ => clear(stepper, id, argument(call, 1)),
        }
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "pLimit",
            traits: Vec::new(),
            slots: Slots::Unbounded,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        Limit::visit(self, to);
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        let limit = self.concurrency().map(i64::from);
        let shown = limit.map_or_else(|| FactValue::word("unbounded"), FactValue::Count);
        vec![("limit", shown)]
    }

    fn holders(&self, each: &mut dyn FnMut(Actor)) {
        self.active().iter().copied().for_each(each);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_holders(format!("its turn at {name}"), self.active())
    }

    fn mode(&self) -> &'static str {
        PLACE.mode
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<Limit>(id).cancel(waiter)
    }
}

impl Stepper<'_> {
    /// A number of calls that may be active at once: whole, at least 1, or `Infinity`, which is `None`.
    pub(super) fn concurrency(&self, value: Value) -> Result<Option<u32>, String> {
        match value {
            Value::Number(number) if number.get() == f64::INFINITY => Ok(None),
            value => match self.count("concurrency", value) {
                Ok(count @ 1..) => Ok(Some(count)),
                Ok(0) | Err(_) => Err(format!(
                    "concurrency must be a whole number of at least 1 or Infinity, not {}",
                    self.short(value)
                )),
            },
        }
    }
}

fn enter(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let request = Request {
        operation: &"limit",
        hold: Some(PLACE),
        limit: None,
    };
    stepper.ask_on(id, request, Terms::default(), |stepper, waiter, actor| {
        let limit = stepper.object_mut::<Limit>(id);
        match limit.enter(waiter, actor) {
            Acquire::Granted => Asked::Granted,
            Acquire::Queued => Asked::Queued {
                behind: limit.pending() as u32 - 1,
            },
        }
    })
}

fn leave(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let actor = stepper.actor();
    let mut woken = Vec::new();
    if stepper.object_mut::<Limit>(id).leave(actor, &mut woken) {
        stepper.released(id, PLACE);
        stepper.hand_on(id, &woken, PLACE);
    }
    Answer::Return(Value::Undefined)
}

/// `limit.clearQueue()`: who waited never gets its turn; with `rejectOnClear` it is told.
fn clear(stepper: &mut Stepper<'_>, id: u32, reason: Value) -> Answer {
    let actors: Vec<Actor> = stepper.object::<Limit>(id).queue().map(|(_, actor)| actor).collect();
    let cleared = stepper.object_mut::<Limit>(id).clear_queue();
    for (waiter, actor) in cleared.into_iter().zip(actors) {
        let object = ObjectId(id);
        stepper.emit_for(TaskId(actor.0), EventKind::Dequeued { object });
        if reason != Value::Undefined {
            stepper.reject_promise(ObjectRef(waiter.0), reason);
        }
    }
    Answer::Return(Value::Undefined)
}
