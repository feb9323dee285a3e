//! `Actor` as the program calls it: its mailbox and the lane that works on it. Calling the handler is the library's.

use primitives::{Actor, Mailbox, Overflow, Posted, Visit, Waiter};
use vm::{Host, HostCall, ObjectRef, Origin, Value};

use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Slots, TaskId};

/// An actor: what its messages go through, and the function that works on them.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct ActorObject {
    mailbox: Mailbox<Value>,
    handler: Value,
    /// Whether there is a lane that works.
    is_started: bool,
}

impl Object for ActorObject {
    listed_as!(Actor);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let (handler, options) = (argument(call, 0), argument(call, 1));
        if !stepper.world.heap.is_callable(handler) {
            return Err(format!(
                "the handler must be a function, not {}",
                stepper.short(handler)
            ));
        }
        stepper.check_options(options)?;
        let capacity = stepper.bound_option(options, "mailbox", 1)?;
        let overflow = match stepper.word_option(options, "overflow", &["wait", "reject"])? {
            0 => Overflow::Wait,
            _ => Overflow::Reject,
        };
        stepper.world.heap.share(handler);
        Ok(ActorObject {
            mailbox: Mailbox::new(capacity, overflow),
            handler,
            is_started: false,
        })
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::ActorStart => {
                let it = stepper.object_mut::<ActorObject>(id);
                if std::mem::replace(&mut it.is_started, true) {
                    return Answer::Return(Value::Undefined);
                }
                let handler = it.handler;
                let name = stepper.world.objects[id as usize].label.name.clone();
                let name = stepper.world.heap.alloc_str(&name);
                Answer::Return(Value::Object(stepper.world.heap.alloc_array(vec![name, handler])))
            }
            Host::ActorPost => post(stepper, id, call),
            Host::ActorNext => next(stepper, id),
            Host::ActorAnswer => answer(stepper, id, call),
            Host::ActorStop => stop(stepper, id),
            Host::ActorPending => Answer::Return(Value::number(mailbox(stepper, id).len() as f64)),
            _ => Answer::Return(Value::Bool(mailbox(stepper, id).is_stopped())),
        }
    }

    fn shape(&self) -> ObjectShape {
        let capacity = self.mailbox.capacity();
        let overflow = match self.mailbox.overflow() {
            Overflow::Wait => "wait",
            Overflow::Reject => "reject",
        };
        ObjectShape {
            class: "Actor",
            traits: vec![
                (
                    "capacity",
                    capacity.map_or(FactValue::word("unbounded"), |count| FactValue::Count(i64::from(count))),
                ),
                ("overflow", FactValue::word(overflow)),
            ],
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        to.word(u64::from(self.is_started));
        to.value(&self.handler);
        self.mailbox.visit(to);
    }

    fn wanted(&self, name: &str, operation: &str) -> Wanted {
        let working: Vec<Actor> = self.mailbox.working().into_iter().collect();
        match operation {
            "ask" if !working.is_empty() => Wanted::of_holders(format!("an answer of {name}"), &working),
            "ask" => Wanted::of_anyone(format!("an answer of {name}")),
            "send" => Wanted::of_anyone(format!("room in the mailbox of {name}")),
            _ => Wanted::of_anyone(format!("a message to {name}")),
        }
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        let state = match (self.mailbox.working(), self.mailbox.is_stopped()) {
            (Some(_), _) => "working",
            (None, true) => "stopped",
            (None, false) => "idle",
        };
        vec![("state", FactValue::word(state))]
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        let Some(stored) = mailbox_mut(stepper, id).cancel(waiter) else {
            return false;
        };
        if let Some((waiter, actor)) = stored {
            stepper.let_through(id, waiter, actor);
        }
        true
    }
}

fn mailbox<'a>(stepper: &'a Stepper<'_>, id: u32) -> &'a Mailbox<Value> {
    &stepper.object::<ActorObject>(id).mailbox
}

fn mailbox_mut<'a>(stepper: &'a mut Stepper<'_>, id: u32) -> &'a mut Mailbox<Value> {
    &mut stepper.object_mut::<ActorObject>(id).mailbox
}

/// A message in a box, so that a message which is `undefined` differs from none.
fn boxed(stepper: &mut Stepper<'_>, message: Value) -> Value {
    Value::Object(stepper.world.heap.alloc_array(vec![message]))
}

/// `__actorPost(actor, message, asks, options)`: the promise of room, or of the answer.
fn post(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let (message, asks) = (argument(call, 1), vm::truthy(&stepper.world.heap, argument(call, 2)));
    let (object, actor, from) = (ObjectId(id), stepper.actor(), stepper.task);
    let terms = match stepper.terms(call, 3) {
        Ok(terms) => terms,
        Err(answer) => return answer,
    };
    if let Some(answer) = stepper.refused_by(terms) {
        return answer;
    }
    stepper.world.heap.share(message);
    let operation: &'static &'static str = if asks { &"ask" } else { &"send" };
    let promise = stepper.new_promise(Origin::Host { object: id, operation });
    let shown = stepper.short(message);
    let is_in = match mailbox_mut(stepper, id).post(Waiter(promise.0), actor, message, asks) {
        Posted::Taken(idle, worker, message) => {
            let from = Some(from);
            let value = shown;
            stepper.emit_for(TaskId(worker.0), EventKind::Received { object, value, from });
            let message = boxed(stepper, message);
            stepper.fulfil(ObjectRef(idle.0), message);
            true
        }
        Posted::Stored => {
            stepper.emit(EventKind::Sent { object, value: shown });
            true
        }
        Posted::Waiting => false,
        Posted::Full => {
            stepper.counted(id, "rejected");
            let name = stepper.given_name(id);
            let waiting = mailbox(stepper, id).len();
            let message = format!("{name}.{operation}(): the mailbox is full, {waiting} messages lie in it");
            let error = stepper.named_error("OverloadError", &message);
            stepper.reject_promise(promise, error);
            return Answer::Return(Value::Object(promise));
        }
        Posted::Stopped => {
            let error = stepper.wrong_state(id, operation, "the actor is stopped");
            stepper.reject_promise(promise, error);
            return Answer::Return(Value::Object(promise));
        }
    };
    if is_in && !asks {
        stepper.fulfil(promise, Value::Undefined);
    } else {
        let behind = mailbox(stepper, id).outside().len() as u32;
        stepper.queued(id, operation, 1, behind.saturating_sub(u32::from(!is_in)));
        stepper.wait_on(id, promise, terms);
    }
    Answer::Return(Value::Object(promise))
}

/// `__actorNext(actor)`: the promise of the next message in a box, or of nothing when it is stopped.
fn next(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let object = ObjectId(id);
    let worker = stepper.actor();
    let operation = &"next";
    let promise = stepper.new_promise(Origin::Host { object: id, operation });
    let outside = mailbox(stepper, id).outside().next();
    match mailbox_mut(stepper, id).next(Waiter(promise.0), worker) {
        Some((message, stored)) => {
            let value = stepper.short(message);
            let from = None;
            stepper.emit(EventKind::Received { object, value, from });
            if let Some((_, Actor(sender))) = outside {
                // What stood outside lies in the mailbox now, as its last letter.
                let last = mailbox(stepper, id).letters().last().map(|letter| letter.message);
                let value = last.map_or_else(String::new, |message| stepper.short(message));
                let from = TaskId(sender);
                stepper.emit_for(from, EventKind::Buffered { object, from, value });
            }
            if let Some((waiter, actor)) = stored {
                stepper.let_through(id, waiter, actor);
            }
            let message = boxed(stepper, message);
            stepper.fulfil(promise, message);
        }
        None if mailbox(stepper, id).is_stopped() => stepper.fulfil(promise, Value::Undefined),
        None => {}
    }
    Answer::Return(Value::Object(promise))
}

/// `__actorAnswer(actor, failed, value)`: whether anybody had asked.
fn answer(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let (failed, value) = (vm::truthy(&stepper.world.heap, argument(call, 1)), argument(call, 2));
    stepper.counted(id, if failed { "failure" } else { "success" });
    let Some((Waiter(asker), Actor(task))) = mailbox_mut(stepper, id).answer() else {
        return Answer::Return(Value::Bool(false));
    };
    stepper.world.heap.share(value);
    stepper.passed(id, TaskId(task), 1);
    match failed {
        true => stepper.reject_promise(ObjectRef(asker), value),
        false => stepper.fulfil(ObjectRef(asker), value),
    }
    Answer::Return(Value::Bool(true))
}

fn stop(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let Some(stopped) = mailbox_mut(stepper, id).stop() else {
        let error = stepper.wrong_state(id, "stop", "the actor is stopped already");
        return Answer::Throw(error);
    };
    for (waiter, Actor(task)) in stopped.refused {
        let object = ObjectId(id);
        stepper.emit_for(TaskId(task), EventKind::Dequeued { object });
        let error = stepper.wrong_state(id, "send", "the actor is stopped");
        stepper.reject_promise(ObjectRef(waiter.0), error);
    }
    if let Some((waiter, _)) = stopped.idle {
        stepper.fulfil(ObjectRef(waiter.0), Value::Undefined);
    }
    Answer::Return(Value::Undefined)
}
