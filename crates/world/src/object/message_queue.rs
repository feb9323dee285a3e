//! `MessageQueue` as the program calls it.

use clock::{Duration, Instant};
use primitives::{Actor, Delivered, Delivery, MessageQueue, MessageQueueOptions, Receipt, Returned, Visit, Waiter};
use vm::{ErrorKind, Host, HostCall, ObjectRef, Origin, Value};

use super::settings::Settings;
use super::{Deadline, Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Row, Slots, TaskId};

/// For how long a message is its receiver's, if nobody has said.
const VISIBILITY: Duration = Duration(30_000_000);

impl Object for MessageQueue<Value> {
    listed_as!(MessageQueue);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let options = Settings::new(stepper, argument(call, 0))?;
        Ok(MessageQueue::new(MessageQueueOptions {
            visibility: options.millis("visibilityMs")?.unwrap_or(VISIBILITY),
            max_receives: options.count("maxReceives", 1)?,
        }))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::MessageQueueSend => stepper.send_message(id, call),
            Host::MessageQueueReceive => stepper.receive_message(id, call),
            Host::MessageQueueTryReceive => {
                let (actor, now) = (stepper.actor(), stepper.world.now);
                match stepper.messages_mut(id).try_receive(actor, now) {
                    Some(delivery) => Answer::Return(stepper.message_received(id, actor, delivery)),
                    None => Answer::Return(Value::Undefined),
                }
            }
            Host::MessageQueueAck => match stepper.receipt(id, "ack", argument(call, 0)) {
                Ok(receipt) => {
                    let is_done = stepper.messages_mut(id).acknowledge(receipt);
                    stepper.counted(id, if is_done { "success" } else { "late acknowledgement" });
                    Answer::Return(Value::Bool(is_done))
                }
                Err(answer) => answer,
            },
            Host::MessageQueueNack => match stepper.receipt(id, "nack", argument(call, 0)) {
                Ok(receipt) => stepper.give_message_back(id, receipt, argument(call, 1)),
                Err(answer) => answer,
            },
            Host::MessageQueueExtend => match stepper.receipt(id, "extend", argument(call, 0)) {
                Ok(receipt) => stepper.extend_message(id, receipt, argument(call, 1)),
                Err(answer) => answer,
            },
            Host::MessageQueueRedrive => {
                let now = stepper.world.now;
                let mut woken = Vec::new();
                let count = stepper.messages_mut(id).redrive(now, &mut woken);
                stepper.deliver(id, woken);
                Answer::Return(Value::number(f64::from(count)))
            }
            Host::MessageQueueDeadLetters => {
                let bodies: Vec<Value> = stepper.messages(id).dead().map(|(_, message)| message.body).collect();
                Answer::Return(Value::Object(stepper.world.heap.alloc_array(bodies)))
            }
            Host::MessageQueueInFlight => Answer::Return(Value::number(stepper.messages(id).in_flight() as f64)),
            _ => {
                let messages = stepper.messages(id);
                Answer::Return(Value::number((messages.ready() + messages.delayed()) as f64))
            }
        }
    }

    fn shape(&self) -> ObjectShape {
        let options = self.options();
        let visibility = (
            "visible again after ms",
            FactValue::Count((options.visibility.0 / 1_000) as i64),
        );
        let max = options
            .max_receives
            .map(|max| ("max receives", FactValue::Count(i64::from(max))));
        ObjectShape {
            class: "MessageQueue",
            traits: [visibility].into_iter().chain(max).collect(),
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        MessageQueue::visit(self, to);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        Wanted::of_anyone(format!("somebody to send to {name}"))
    }

    fn facts(&self, _now: Instant) -> Vec<(&'static str, FactValue)> {
        let count = |count: usize| FactValue::Count(count as i64);
        let oldest = self.oldest().map(|oldest| ("oldest", FactValue::At(oldest)));
        let counts = [
            ("ready", count(self.ready())),
            ("delayed", count(self.delayed())),
            ("dead letters", count(self.dead().len())),
        ];
        counts.into_iter().chain(oldest).collect()
    }

    fn rows(&self, _now: Instant) -> Vec<Row> {
        let key = |id: u64| format!("message {id}");
        let ready = self.messages().map(|(id, message)| Row {
            key: key(id),
            state: "ready",
            task: None,
            at: None,
            made: None,
            since: None,
            text: times(message.receives),
        });
        let in_flight = self.deliveries().map(|(receipt, Actor(task), until, _)| Row {
            key: key(receipt.message),
            state: "in flight",
            task: Some(TaskId(task)),
            at: Some(until),
            made: None,
            since: None,
            text: times(receipt.receives),
        });
        let dead = self.dead().map(|(id, message)| Row {
            key: key(*id),
            state: "dead",
            task: None,
            at: None,
            made: None,
            since: None,
            text: times(message.receives),
        });
        ready.chain(in_flight).chain(dead).collect()
    }

    fn deadline(&self) -> Option<Deadline> {
        let at = MessageQueue::deadline(self)?;
        let awaited_by = self.receivers().next().map(|(_, actor)| actor);
        Some(Deadline { at, awaited_by })
    }

    fn given_up(&self) -> Value {
        Value::Undefined
    }

    fn tick(stepper: &mut Stepper<'_>, id: u32) {
        let now = stepper.world.now;
        let (mut returned, mut woken) = (Vec::new(), Vec::new());
        stepper.messages_mut(id).expire(now, &mut returned, &mut woken);
        for returned in returned {
            stepper.message_returned(id, returned);
        }
        stepper.deliver(id, woken);
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.messages_mut(id).cancel(waiter)
    }
}

fn times(receives: u32) -> String {
    match receives {
        0 => String::new(),
        1 => "received once".to_owned(),
        more => format!("received {more} times"),
    }
}

impl Stepper<'_> {
    fn messages(&self, id: u32) -> &MessageQueue<Value> {
        self.object(id)
    }

    fn messages_mut(&mut self, id: u32) -> &mut MessageQueue<Value> {
        self.object_mut(id)
    }

    /// A delay among the options of a method.
    fn delay(&mut self, id: u32, method: &str, options: Value) -> Result<Duration, Answer> {
        let delay = match Settings::new(self, options).map(|options| options.get("delayMs")) {
            Ok(Value::Undefined) => Ok(Duration::ZERO),
            Ok(Value::Number(number)) if number.get() >= 0.0 => Ok(Duration::from_millis_f64(number.get())),
            Ok(other) => {
                let shown = self.short(other);
                Err(format!(
                    "delayMs must be milliseconds that are not negative, not {shown}"
                ))
            }
            Err(message) => Err(message),
        };
        delay.map_err(|message| {
            let message = format!("{}.{method}(): {message}", self.given_name(id));
            self.throw(ErrorKind::RangeError, &message)
        })
    }

    fn send_message(&mut self, id: u32, call: &HostCall) -> Answer {
        let (body, now) = (argument(call, 0), self.world.now);
        let delay = match self.delay(id, "send", argument(call, 1)) {
            Ok(delay) => delay,
            Err(answer) => return answer,
        };
        self.world.heap.share(body);
        let value = self.short(body);
        self.emit(EventKind::Sent {
            object: ObjectId(id),
            value,
        });
        let mut woken = Vec::new();
        let message = self.messages_mut(id).send(body, delay, now, &mut woken);
        self.deliver(id, woken);
        Answer::Return(Value::number(message as f64))
    }

    fn receive_message(&mut self, id: u32, call: &HostCall) -> Answer {
        let (actor, now) = (self.actor(), self.world.now);
        let terms = match self.terms(call, 0) {
            Ok(terms) => terms,
            Err(answer) => return answer,
        };
        if let Some(refused) = self.refused_by(terms) {
            return refused;
        }
        let limit = match Settings::new(self, argument(call, 0)).and_then(|options| options.millis("waitMs")) {
            Ok(limit) => limit,
            Err(message) => {
                let message = format!("{}.receive(): {message}", self.given_name(id));
                return self.throw(ErrorKind::RangeError, &message);
            }
        };
        let promise = self.new_promise(Origin::Host {
            object: id,
            operation: &"receive",
        });
        match self.messages_mut(id).receive(Waiter(promise.0), actor, now) {
            Some(delivery) => {
                let message = self.message_received(id, actor, delivery);
                self.fulfil(promise, message);
            }
            None => {
                let behind = self.messages(id).receivers().len() as u32 - 1;
                self.queued(id, "receive", 1, behind);
                if let Some(limit) = limit.filter(|&limit| limit < Duration::MAX) {
                    self.set_give_up(id, promise, limit, None);
                }
                self.wait_on(id, promise, terms);
            }
        }
        Answer::Return(Value::Object(promise))
    }

    /// What a receiver gets: `{ id, body, receives }`.
    fn message_received(&mut self, id: u32, Actor(task): Actor, delivery: Delivery<Value>) -> Value {
        let Delivery { receipt, body } = delivery;
        let value = self.short(body);
        let object = ObjectId(id);
        let from = None;
        self.emit_for(TaskId(task), EventKind::Received { object, value, from });
        let message = Value::Object(self.world.heap.alloc_plain());
        let heap = &mut self.world.heap;
        vm::define_property(heap, message, "id", Value::number(receipt.message as f64));
        vm::define_property(heap, message, "body", body);
        vm::define_property(heap, message, "receives", Value::number(f64::from(receipt.receives)));
        message
    }

    fn deliver(&mut self, id: u32, woken: Vec<Delivered<Value>>) {
        for Delivered {
            waiter,
            actor,
            delivery,
        } in woken
        {
            let message = self.message_received(id, actor, delivery);
            self.world.forget_terms(ObjectRef(waiter.0));
            self.fulfil(ObjectRef(waiter.0), message);
        }
    }

    fn message_returned(&mut self, id: u32, returned: Returned) {
        self.counted(
            id,
            match returned {
                Returned::Again { .. } => "redelivery",
                Returned::Dead { .. } => "dead letter",
            },
        );
    }

    /// Which delivery of which message a program has in its hands.
    fn receipt(&mut self, id: u32, method: &str, message: Value) -> Result<Receipt, Answer> {
        let number = |name| match self.option(message, name) {
            Value::Number(number) if number.get() >= 1.0 && number.get().fract() == 0.0 => Some(number.get()),
            _ => None,
        };
        if let (Some(message), Some(receives)) = (number("id"), number("receives")) {
            return Ok(Receipt {
                message: message as u64,
                receives: receives as u32,
            });
        }
        let shown = self.short(message);
        let message = format!(
            "{}.{method}() takes a message that was received, not {shown}",
            self.given_name(id)
        );
        Err(self.throw(ErrorKind::TypeError, &message))
    }

    fn give_message_back(&mut self, id: u32, receipt: Receipt, options: Value) -> Answer {
        let now = self.world.now;
        let delay = match self.delay(id, "nack", options) {
            Ok(delay) => delay,
            Err(answer) => return answer,
        };
        let mut woken = Vec::new();
        let returned = self.messages_mut(id).give_back(receipt, delay, now, &mut woken);
        if let Some(returned) = returned {
            self.message_returned(id, returned);
        }
        self.deliver(id, woken);
        Answer::Return(Value::Bool(returned.is_some()))
    }

    fn extend_message(&mut self, id: u32, receipt: Receipt, time: Value) -> Answer {
        let now = self.world.now;
        match time {
            Value::Number(number) if number.get() > 0.0 => {
                let time = Duration::from_millis_f64(number.get());
                Answer::Return(Value::Bool(self.messages_mut(id).extend(receipt, time, now)))
            }
            other => {
                let shown = self.short(other);
                let name = self.given_name(id);
                let message =
                    format!("{name}.extend(): the time must be a number of milliseconds above 0, not {shown}");
                self.throw(ErrorKind::RangeError, &message)
            }
        }
    }
}
