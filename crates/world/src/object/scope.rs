//! `ConcurrencyScope` as the program calls it: whom an abort stops and tells. Calling the program's functions is the library's.

use primitives::{Scope, ScopeState, Visit};
use vm::{ErrorKind, Host, HostCall, HostClass, Value};

use super::{Deadline, Object, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::task::Job;
use crate::{FactValue, ObjectShape, Slots, TaskId};

type It = Scope<Value>;

impl Object for It {
    listed_as!(ConcurrencyScope);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let options = argument(call, 0);
        stepper.check_options(options)?;
        let deadline = match stepper.option(options, "deadlineMs") {
            Value::Undefined => None,
            _ => Some(stepper.time_option(options, "deadlineMs", 0.0)?),
        };
        let deadline = deadline.map(|after| stepper.world.now.saturating_add(after));
        let parent = match stepper.option(options, "parent") {
            Value::Undefined => None,
            parent if scope_of(stepper, parent).is_some() => Some(parent),
            other => {
                return Err(format!(
                    "parent must be a ConcurrencyScope, not {}",
                    stepper.short(other)
                ));
            }
        };
        parent.iter().for_each(|&parent| stepper.world.heap.share(parent));
        let stops_children = match stepper.option(options, "cancel") {
            Value::Undefined => true,
            cancel => vm::truthy(&stepper.world.heap, cancel),
        };
        let deadline = deadline.filter(|&at| at != clock::Instant::MAX);
        Ok(Scope::new(stepper.actor(), parent, deadline, stops_children))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        let this = match call.native.owner() {
            vm::Owner::Global => argument(call, 0),
            _ => call.this,
        };
        nest(stepper, id, this);
        match call.native {
            Host::ScopeController => {
                let controller = argument(call, 1);
                if controller != Value::Undefined {
                    stepper.world.heap.share(controller);
                    stepper.object_mut::<It>(id).set_controller(controller);
                }
                let known = stepper.object::<It>(id).controller().copied();
                Answer::Return(known.unwrap_or(Value::Undefined))
            }
            Host::ScopeAdd => {
                let child = argument(call, 1);
                stepper.world.heap.share(child);
                let is_in = stepper.object_mut::<It>(id).add(child);
                Answer::Return(Value::Bool(is_in))
            }
            Host::ScopeAbort => {
                let reason = argument(call, 1);
                stepper.world.heap.share(reason);
                let mut aborted = Aborted::default();
                abort(stepper, id, reason, &mut aborted);
                aborted
                    .children
                    .iter()
                    .for_each(|&child| stepper.stop_task(child, reason));
                Answer::Return(Value::Object(stepper.world.heap.alloc_array(aborted.controllers)))
            }
            Host::ScopeChildren => {
                let children = stepper.object::<It>(id).children().to_vec();
                Answer::Return(Value::Object(stepper.world.heap.alloc_array(children)))
            }
            Host::ScopeDone => {
                stepper.object_mut::<It>(id).lift_deadline();
                Answer::Return(Value::Undefined)
            }
            Host::ScopeReason => {
                let reason = stepper.object::<It>(id).reason().copied();
                Answer::Return(reason.unwrap_or(Value::Undefined))
            }
            _ => Answer::Return(Value::Bool(stepper.object::<It>(id).state() == ScopeState::Aborted)),
        }
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "ConcurrencyScope",
            traits: vec![("cancels", FactValue::flag(self.stops_children()))],
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        Scope::visit(self, to);
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        let state = match self.state() {
            ScopeState::Open => "open",
            ScopeState::Aborted => "aborted",
        };
        let mut facts = vec![("children", FactValue::Count(self.children().len() as i64))];
        // An open scope is well; the word "open" is a breaker's alarm.
        if state == "aborted" {
            facts.push(("state", FactValue::word(state)));
        }
        if let Some(at) = Scope::deadline(self) {
            facts.push(("deadline", FactValue::At(at)));
        }
        facts
    }

    fn deadline(&self) -> Option<Deadline> {
        let at = Scope::deadline(self)?;
        let awaited_by = None;
        Some(Deadline { at, awaited_by })
    }

    fn tick(stepper: &mut Stepper<'_>, id: u32) {
        if stepper
            .object::<It>(id)
            .deadline()
            .is_none_or(|at| at > stepper.world.now)
        {
            return;
        }
        let name = stepper.given_name(id);
        let owner = TaskId(stepper.object::<It>(id).owner().0);
        let clocked = std::mem::replace(&mut stepper.task, owner);
        let reason = stepper.named_error("TimeoutError", &format!("the deadline of {name} is over"));
        stepper.world.heap.share(reason);
        stepper.counted(id, "timeout");
        let mut aborted = Aborted::default();
        abort(stepper, id, reason, &mut aborted);
        // Who listens is told before the children stop.
        for controller in aborted.controllers {
            let Some(callback) = vm::method_of(&stepper.world.heap, &stepper.world.program, controller, "abort") else {
                continue;
            };
            stepper.world.jobs.push_back(Job::Call {
                callback,
                this: controller,
                arguments: vec![reason],
                derived: None,
                task: owner,
            });
        }
        aborted
            .children
            .iter()
            .for_each(|&child| stepper.stop_task(child, reason));
        stepper.task = clocked;
    }
}

/// What is to be done about an abort: signals to give, and children to stop.
#[derive(Default)]
struct Aborted {
    controllers: Vec<Value>,
    children: Vec<Value>,
}

fn scope_of(stepper: &Stepper<'_>, value: Value) -> Option<u32> {
    match stepper.world.heap.as_host(value) {
        Some((HostClass::ConcurrencyScope, id)) => Some(id),
        Some(_) | None => None,
    }
}

/// Tells the scope around it of a new scope, before anything is done with that.
fn nest(stepper: &mut Stepper<'_>, id: u32, this: Value) {
    let parent = stepper.object_mut::<It>(id).take_parent();
    let Some(parent) = parent.and_then(|parent| scope_of(stepper, parent)) else {
        return;
    };
    match stepper.object::<It>(parent).reason().copied() {
        Some(reason) => {
            stepper.object_mut::<It>(id).abort(reason);
        }
        None => {
            stepper.world.heap.share(this);
            stepper.object_mut::<It>(parent).nest(this);
        }
    }
}

/// Aborts a scope and those within it, and lists what is to be done about it.
fn abort(stepper: &mut Stepper<'_>, id: u32, reason: Value, aborted: &mut Aborted) {
    if !stepper.object_mut::<It>(id).abort(reason) {
        return;
    }
    let it = stepper.object::<It>(id);
    aborted.controllers.extend(it.controller());
    if it.stops_children() {
        aborted.children.extend(it.children());
    }
    let nested: Vec<Value> = it.nested().to_vec();
    for scope in nested {
        if let Some(scope) = scope_of(stepper, scope) {
            abort(stepper, scope, reason, aborted);
        }
    }
}

impl Stepper<'_> {
    /// What a function of the library throws that is called in the wrong state.
    pub(crate) fn wrong_state(&mut self, id: u32, method: &str, why: &str) -> Value {
        let name = self.given_name(id);
        self.error(ErrorKind::Error, &format!("{name}.{method}(): {why}"))
    }
}
