//! `Topic` and the subscriptions to it, as the program calls them. Calling a subscriber's functions is the library's.

use primitives::{Actor, Demand, Offered, Publisher, Slow, Subscription, Taken, Topic, Unsubscribed, Visit, Waiter};
use vm::{ErrorKind, Host, HostCall, HostClass, ObjectRef, Origin, Value};

use super::terms::Terms;
use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Slots, TaskId};

/// A subscription and the topic that it belongs to.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Subscriber {
    machine: Subscription<Value>,
    topic: Value,
}

impl Object for Topic<Value> {
    listed_as!(Topic);

    fn construct(_stepper: &mut Stepper<'_>, _call: &HostCall) -> Result<Self, String> {
        Ok(Topic::default())
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::TopicPublish => match stepper.terms(call, 1) {
                Ok(terms) => publish(stepper, id, argument(call, 0), terms),
                Err(answer) => answer,
            },
            Host::TopicSubscribe => subscribe(stepper, id, call),
            Host::TopicClose => close(stepper, id),
            Host::TopicClosed => Answer::Return(Value::Bool(stepper.object::<Self>(id).is_closed())),
            _ => Answer::Return(Value::number(stepper.object::<Self>(id).subscriptions().len() as f64)),
        }
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "Topic",
            traits: Vec::new(),
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        Topic::visit(self, to);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_anyone(format!("the slowest subscriber of {name}"))
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        vec![
            ("subscribers", FactValue::Count(self.subscriptions().len() as i64)),
            ("closed", FactValue::flag(self.is_closed())),
        ]
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        if !stepper.object_mut::<Self>(id).cancel(waiter) {
            return false;
        }
        for subscription in subscriptions(stepper, id) {
            stepper.object_mut::<Subscriber>(subscription).machine.withdraw(waiter);
        }
        true
    }
}

impl Object for Subscriber {
    listed_as!(Subscription);

    fn construct(_stepper: &mut Stepper<'_>, _call: &HostCall) -> Result<Self, String> {
        Err("a topic makes it: topic.subscribe()".to_owned())
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::SubscriptionTake => match stepper.terms(call, 1) {
                Ok(terms) => take(stepper, id, terms),
                Err(answer) => answer,
            },
            Host::SubscriptionRequest => request(stepper, id, argument(call, 0)),
            Host::SubscriptionUnsubscribe => {
                let topic = topic_of(stepper, id);
                stepper.object_mut::<Topic<Value>>(topic).unsubscribe(&call.this);
                let ended = stepper.object_mut::<Subscriber>(id).machine.cancel_all();
                release(stepper, id, ended, true);
                Answer::Return(Value::Undefined)
            }
            Host::SubscriptionLength => {
                Answer::Return(Value::number(stepper.object::<Subscriber>(id).machine.len() as f64))
            }
            _ => Answer::Return(Value::Bool(stepper.object::<Subscriber>(id).machine.is_ended())),
        }
    }

    fn shape(&self) -> ObjectShape {
        let capacity = self.machine.capacity();
        let slow = match self.machine.slow() {
            Slow::Block => "block",
            Slow::DropOldest => "drop-oldest",
            Slow::DropNewest => "drop-newest",
        };
        ObjectShape {
            class: "Subscription",
            traits: vec![
                (
                    "capacity",
                    capacity.map_or(FactValue::word("unbounded"), |count| FactValue::Count(i64::from(count))),
                ),
                ("policy", FactValue::word(slow)),
            ],
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        to.value(&self.topic);
        self.machine.visit(to);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_anyone(match self.machine.demand() {
            Demand::Of(0) => format!("{name} to request more"),
            Demand::Of(_) | Demand::Unlimited => format!("somebody to publish to the topic of {name} or close it"),
        })
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        let mut facts = vec![("closed", FactValue::flag(self.machine.is_ended()))];
        if let Demand::Of(count) = self.machine.demand() {
            facts.push(("demand", FactValue::Count(i64::try_from(count).unwrap_or(i64::MAX))));
        }
        facts
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<Subscriber>(id).machine.cancel(waiter)
    }
}

fn subscriptions(stepper: &Stepper<'_>, id: u32) -> Vec<u32> {
    let heap = &stepper.world.heap;
    let known = stepper.object::<Topic<Value>>(id).subscriptions().iter();
    known.filter_map(|&value| Some(heap.as_host(value)?.1)).collect()
}

fn topic_of(stepper: &Stepper<'_>, id: u32) -> u32 {
    let topic = stepper.object::<Subscriber>(id).topic;
    match stepper.world.heap.as_host(topic) {
        Some((HostClass::Topic, topic)) => topic,
        Some(_) | None => unreachable!("a subscription is made by its topic"),
    }
}

fn boxed(stepper: &mut Stepper<'_>, value: Value) -> Value {
    Value::Object(stepper.world.heap.alloc_array(vec![value]))
}

/// `__topicSubscribe(topic, options, isCounted)`.
fn subscribe(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let (topic, options) = (argument(call, 0), argument(call, 1));
    let made = subscription_options(stepper, options).map(|(capacity, slow)| {
        let demand = match vm::truthy(&stepper.world.heap, argument(call, 2)) {
            true => Demand::Of(0),
            false => Demand::Unlimited,
        };
        Subscriber {
            machine: Subscription::new(capacity, slow, demand),
            topic,
        }
    });
    let name = stepper.given_name(id);
    let made = match made {
        Ok(made) => made,
        Err(why) => return stepper.throw(ErrorKind::RangeError, &format!("{name}.subscribe(): {why}")),
    };
    if stepper.object::<Topic<Value>>(id).is_closed() {
        let error = stepper.wrong_state(id, "subscribe", "the topic is closed");
        return Answer::Throw(error);
    }
    let Some(activity) = stepper.caller else {
        return Answer::Return(Value::Undefined);
    };
    stepper.world.heap.share(topic);
    let answer = stepper.add_object(activity, made);
    if let Answer::Return(subscription) = answer {
        stepper.world.heap.share(subscription);
        let is_in = stepper.object_mut::<Topic<Value>>(id).subscribe(subscription);
        debug_assert!(is_in, "it is open");
    }
    answer
}

fn subscription_options(stepper: &Stepper<'_>, options: Value) -> Result<(Option<u32>, Slow), String> {
    stepper.check_options(options)?;
    let capacity = stepper.bound_option(options, "buffer", 1)?;
    let slow = match stepper.word_option(options, "policy", &["block", "drop-oldest", "drop-newest"])? {
        0 => Slow::Block,
        1 => Slow::DropOldest,
        _ => Slow::DropNewest,
    };
    Ok((capacity, slow))
}

fn publish(stepper: &mut Stepper<'_>, id: u32, value: Value, terms: Terms) -> Answer {
    if let Some(answer) = stepper.refused_by(terms) {
        return answer;
    }
    let (actor, from) = (stepper.actor(), stepper.task);
    let operation = &"publish";
    let promise = stepper.new_promise(Origin::Host { object: id, operation });
    if stepper.object::<Topic<Value>>(id).is_closed() {
        let error = stepper.wrong_state(id, "publish", "the topic is closed");
        stepper.reject_promise(promise, error);
        return Answer::Return(Value::Object(promise));
    }
    stepper.world.heap.share(value);
    let shown = stepper.short(value);
    let publisher = (Waiter(promise.0), actor);
    let mut blocked = 0;
    for subscription in subscriptions(stepper, id) {
        let object = ObjectId(subscription);
        let machine = &mut stepper.object_mut::<Subscriber>(subscription).machine;
        match machine.offer(publisher, value) {
            Offered::Received(waiter, Actor(task), value) => {
                let (shown, from) = (shown.clone(), Some(from));
                stepper.emit_for(
                    TaskId(task),
                    EventKind::Received {
                        object,
                        value: shown,
                        from,
                    },
                );
                let value = boxed(stepper, value);
                stepper.fulfil(ObjectRef(waiter.0), value);
            }
            Offered::Buffered => stepper.emit(EventKind::Sent {
                object,
                value: shown.clone(),
            }),
            Offered::DroppedOldest => {
                stepper.counted(subscription, "drop");
                let value = String::new();
                stepper.emit(EventKind::Received {
                    object,
                    value,
                    from: None,
                });
                stepper.emit(EventKind::Sent {
                    object,
                    value: shown.clone(),
                });
            }
            Offered::DroppedNewest => stepper.counted(subscription, "drop"),
            Offered::Blocked => blocked += 1,
            Offered::Ended => {}
        }
    }
    if blocked == 0 {
        stepper.fulfil(promise, Value::Undefined);
    } else {
        let behind = stepper.object::<Topic<Value>>(id).publishing().len() as u32;
        stepper.object_mut::<Topic<Value>>(id).wait(publisher, blocked);
        stepper.queued(id, operation, 1, behind);
        stepper.wait_on(id, promise, terms);
    }
    Answer::Return(Value::Object(promise))
}

/// A subscription has taken in what a publisher waited with.
fn accepted(stepper: &mut Stepper<'_>, subscription: u32, (waiter, actor): Publisher) {
    let topic = topic_of(stepper, subscription);
    if stepper.object_mut::<Topic<Value>>(topic).accepted(waiter) {
        stepper.let_through(topic, waiter, actor);
    }
}

/// A value has gone to the lane `to`; a publisher may have got its own in because of that.
fn taken(stepper: &mut Stepper<'_>, id: u32, to: TaskId, value: Value, publisher: Option<Publisher>) {
    let object = ObjectId(id);
    let shown = stepper.short(value);
    stepper.emit_for(
        to,
        EventKind::Received {
            object,
            value: shown,
            from: None,
        },
    );
    if let Some(publisher) = publisher {
        let from = TaskId(publisher.1.0);
        let value = String::new();
        stepper.emit_for(from, EventKind::Buffered { object, from, value });
        accepted(stepper, id, publisher);
    }
}

/// `__subscriptionTake(subscription)`: the promise of the next value in a box, or of nothing once there are no more.
fn take(stepper: &mut Stepper<'_>, id: u32, terms: Terms) -> Answer {
    if let Some(answer) = stepper.refused_by(terms) {
        return answer;
    }
    let (actor, task) = (stepper.actor(), stepper.task);
    let operation = &"receive";
    let promise = stepper.new_promise(Origin::Host { object: id, operation });
    match stepper
        .object_mut::<Subscriber>(id)
        .machine
        .take(Waiter(promise.0), actor)
    {
        Taken::Value(value, publisher) => {
            taken(stepper, id, task, value, publisher);
            let value = boxed(stepper, value);
            stepper.fulfil(promise, value);
        }
        Taken::Waiting => {
            let behind = stepper.object::<Subscriber>(id).machine.receivers().len() as u32 - 1;
            stepper.queued(id, operation, 1, behind);
            stepper.wait_on(id, promise, terms);
        }
        Taken::Ended => stepper.fulfil(promise, Value::Undefined),
    }
    Answer::Return(Value::Object(promise))
}

fn request(stepper: &mut Stepper<'_>, id: u32, count: Value) -> Answer {
    let count = match count {
        Value::Number(number) if number.get() == f64::INFINITY => u64::MAX,
        Value::Number(number) if number.get() >= 1.0 && number.get().fract() == 0.0 => number.get() as u64,
        other => {
            let name = stepper.given_name(id);
            let shown = stepper.short(other);
            let message = format!("{name}.request(): a subscriber asks for a whole number of at least 1, not {shown}");
            return stepper.throw(ErrorKind::RangeError, &message);
        }
    };
    for (Waiter(waiter), Actor(task), value, publisher) in stepper.object_mut::<Subscriber>(id).machine.request(count) {
        taken(stepper, id, TaskId(task), value, publisher);
        let value = boxed(stepper, value);
        stepper.fulfil(ObjectRef(waiter), value);
    }
    Answer::Return(Value::Undefined)
}

fn close(stepper: &mut Stepper<'_>, id: u32) -> Answer {
    let Some(subscriptions) = stepper.object_mut::<Topic<Value>>(id).close() else {
        let error = stepper.wrong_state(id, "close", "the topic is closed already");
        return Answer::Throw(error);
    };
    for subscription in subscriptions {
        let Some((_, subscription)) = stepper.world.heap.as_host(subscription) else {
            continue;
        };
        if let Some(ended) = stepper.object_mut::<Subscriber>(subscription).machine.end() {
            release(stepper, subscription, ended, false);
        }
    }
    Answer::Return(Value::Undefined)
}

/// Tells those who wait for a subscription that is over; publishers go on, or fail because their topic is closed.
fn release(stepper: &mut Stepper<'_>, id: u32, ended: Unsubscribed, publishers_go_on: bool) {
    let object = ObjectId(id);
    for (Waiter(waiter), Actor(task)) in ended.receivers {
        stepper.emit_for(TaskId(task), EventKind::Dequeued { object });
        stepper.fulfil(ObjectRef(waiter), Value::Undefined);
    }
    let topic = topic_of(stepper, id);
    for publisher in ended.publishers {
        if publishers_go_on {
            accepted(stepper, id, publisher);
        } else if stepper.object_mut::<Topic<Value>>(topic).cancel(publisher.0) {
            let object = ObjectId(topic);
            stepper.emit_for(TaskId(publisher.1.0), EventKind::Dequeued { object });
            let error = stepper.wrong_state(topic, "publish", "the topic is closed");
            stepper.reject_promise(ObjectRef(publisher.0.0), error);
        }
    }
}
