//! `Latch`, `WaitGroup`, `ManualResetEvent` and `AutoResetEvent` as the program calls them: what one waits for and cannot hold.

use primitives::{
    Acquire, AddError, AutoResetEvent, BelowZero, Latch, ManualResetEvent, Visit, WaitGroup, Waiter, Woken,
};
use vm::{ErrorKind, Host, HostCall, Value};

use super::waiting::{Asked, Request};
use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{FactValue, ObjectShape, Slots};

/// What all of them can do.
trait Gate: Object {
    fn enter(&mut self, waiter: Waiter, actor: primitives::Actor) -> Acquire;
    fn waiting(&self) -> usize;
}

macro_rules! gates {
    ($($class:ident)*) => {
        $(impl Gate for $class {
            fn enter(&mut self, waiter: Waiter, actor: primitives::Actor) -> Acquire {
                self.wait(waiter, actor)
            }

            fn waiting(&self) -> usize {
                $class::waiting(self)
            }
        })*
    };
}
gates!(Latch WaitGroup ManualResetEvent AutoResetEvent);

/// `gate.wait(options)`.
fn wait<T: Gate>(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let terms = match stepper.terms(call, 0) {
        Ok(terms) => terms,
        Err(answer) => return answer,
    };
    let request = Request {
        operation: &"wait",
        hold: None,
        limit: None,
    };
    stepper.ask_on(id, request, terms, |stepper, waiter, actor| {
        let gate = stepper.object_mut::<T>(id);
        match gate.enter(waiter, actor) {
            Acquire::Granted => Asked::Granted,
            Acquire::Queued => Asked::Queued {
                behind: gate.waiting() as u32 - 1,
            },
        }
    })
}

fn number(value: impl Into<f64>) -> Answer {
    Answer::Return(Value::number(value.into()))
}

impl Stepper<'_> {
    /// Lets those through who waited for what nobody can hold.
    pub(super) fn let_all_through(&mut self, id: u32, woken: &[Woken]) -> Answer {
        for wake in woken {
            match *wake {
                Woken::Granted(waiter, actor) => self.let_through(id, waiter, actor),
                Woken::Retry(..) => unreachable!("nobody is asked to retry at a gate"),
            }
        }
        Answer::Return(Value::Undefined)
    }
}

impl Object for Latch {
    listed_as!(Latch);

    const IS_CONFINED: bool = true;

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        Ok(Latch::new(stepper.count("count", argument(call, 0))?))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::LatchWait => wait::<Latch>(stepper, id, call),
            Host::LatchCountDown => {
                let mut woken = Vec::new();
                match stepper.object_mut::<Latch>(id).count_down(&mut woken) {
                    Ok(()) => stepper.let_all_through(id, &woken),
                    Err(BelowZero) => {
                        let message = format!("{}.countDown(): the count is 0 already", stepper.given_name(id));
                        stepper.throw(ErrorKind::RangeError, &message)
                    }
                }
            }
            Host::LatchCount => number(stepper.object::<Latch>(id).count()),
            _ => number(stepper.object::<Latch>(id).waiting() as u32),
        }
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "Latch",
            traits: Vec::new(),
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        Latch::visit(self, to);
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        vec![("count", FactValue::Count(self.count().into()))]
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_anyone(format!("{name} to be counted down from {}", self.count()))
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<Latch>(id).cancel(waiter)
    }
}

impl Object for WaitGroup {
    listed_as!(WaitGroup);

    const IS_CONFINED: bool = true;

    fn construct(_stepper: &mut Stepper<'_>, _call: &HostCall) -> Result<Self, String> {
        Ok(WaitGroup::new())
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::WaitGroupWait => wait::<WaitGroup>(stepper, id, call),
            Host::WaitGroupAdd => {
                let change = match argument(call, 0) {
                    Value::Undefined => Ok(1),
                    change => stepper.integer("the number", change),
                };
                match change {
                    Ok(change) => add(stepper, id, "add", change),
                    Err(message) => {
                        let message = format!("{}.add(): {message}", stepper.given_name(id));
                        stepper.throw(ErrorKind::RangeError, &message)
                    }
                }
            }
            Host::WaitGroupDone => add(stepper, id, "done", -1),
            Host::WaitGroupCount => number(stepper.object::<WaitGroup>(id).count()),
            _ => number(stepper.object::<WaitGroup>(id).waiting() as u32),
        }
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "WaitGroup",
            traits: Vec::new(),
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        WaitGroup::visit(self, to);
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        vec![("under way", FactValue::Count(self.count().into()))]
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_anyone(format!("{} under way in {name}", self.count()))
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<WaitGroup>(id).cancel(waiter)
    }
}

fn add(stepper: &mut Stepper<'_>, id: u32, method: &str, change: i64) -> Answer {
    let mut woken = Vec::new();
    let wrong = match stepper.object_mut::<WaitGroup>(id).add(change, &mut woken) {
        Ok(()) => return stepper.let_all_through(id, &woken),
        Err(AddError::BelowZero { count }) => format!("only {count} are under way"),
        Err(AddError::TooMany { count }) => format!("{count} are under way already"),
    };
    let message = format!("{}.{method}(): {wrong}", stepper.given_name(id));
    stepper.throw(ErrorKind::RangeError, &message)
}

/// Whether an event is set at first.
fn is_set_at_first(stepper: &Stepper<'_>, call: &HostCall) -> bool {
    vm::truthy(&stepper.world.heap, argument(call, 0))
}

impl Object for ManualResetEvent {
    listed_as!(ManualResetEvent);

    const IS_CONFINED: bool = true;

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        Ok(ManualResetEvent::new(is_set_at_first(stepper, call)))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::ManualResetEventWait => wait::<ManualResetEvent>(stepper, id, call),
            Host::ManualResetEventSet => {
                let mut woken = Vec::new();
                stepper.object_mut::<ManualResetEvent>(id).set(&mut woken);
                stepper.let_all_through(id, &woken)
            }
            Host::ManualResetEventReset => {
                stepper.object_mut::<ManualResetEvent>(id).reset();
                Answer::Return(Value::Undefined)
            }
            Host::ManualResetEventIsSet => Answer::Return(Value::Bool(stepper.object::<ManualResetEvent>(id).is_set())),
            _ => number(stepper.object::<ManualResetEvent>(id).waiting() as u32),
        }
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "ManualResetEvent",
            traits: Vec::new(),
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        ManualResetEvent::visit(self, to);
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        vec![("set", FactValue::flag(self.is_set()))]
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_anyone(format!("{name} to be set"))
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<ManualResetEvent>(id).cancel(waiter)
    }
}

impl Object for AutoResetEvent {
    listed_as!(AutoResetEvent);

    const IS_CONFINED: bool = true;

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        Ok(AutoResetEvent::new(is_set_at_first(stepper, call)))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::AutoResetEventWait => wait::<AutoResetEvent>(stepper, id, call),
            Host::AutoResetEventSet => {
                let mut woken = Vec::new();
                stepper.object_mut::<AutoResetEvent>(id).set(&mut woken);
                stepper.let_all_through(id, &woken)
            }
            Host::AutoResetEventIsSet => Answer::Return(Value::Bool(stepper.object::<AutoResetEvent>(id).is_set())),
            _ => number(stepper.object::<AutoResetEvent>(id).waiting() as u32),
        }
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "AutoResetEvent",
            traits: Vec::new(),
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        AutoResetEvent::visit(self, to);
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        vec![("set", FactValue::flag(self.is_set()))]
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_anyone(format!("{name} to be set"))
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<AutoResetEvent>(id).cancel(waiter)
    }
}
