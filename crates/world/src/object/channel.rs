//! `Channel` as the program calls it.

use primitives::{
    Actor, AlreadyClosed, Capacity, Channel, ReceiveOutcome, SendOutcome, TryReceiveOutcome, TrySendOutcome, Visit,
    Waiter,
};
use vm::{ErrorKind, Host, HostCall, ObjectRef, Origin, Value};

use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Slots, TaskId};

impl Object for Channel<Value> {
    listed_as!(Channel);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        Ok(Channel::new(match argument(call, 0) {
            Value::Undefined => Capacity::Bounded(0),
            Value::Number(number) if number.get() == f64::INFINITY => Capacity::Unbounded,
            value => Capacity::Bounded(stepper.count("capacity", value)?),
        }))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::ChannelSend => stepper.send(id, argument(call, 0)),
            Host::ChannelTrySend => stepper.try_send(id, argument(call, 0)),
            Host::ChannelReceive => stepper.receive(id),
            Host::ChannelTryReceive => stepper.try_receive(id),
            Host::ChannelClose => stepper.close(id),
            Host::ChannelClosed => Answer::Return(Value::Bool(stepper.channel(id).is_closed())),
            Host::ChannelLength => Answer::Return(Value::number(stepper.channel(id).len() as f64)),
            _ => Answer::Return(Value::number(match stepper.channel(id).capacity() {
                Capacity::Bounded(capacity) => f64::from(capacity),
                Capacity::Unbounded => f64::INFINITY,
            })),
        }
    }

    fn shape(&self) -> ObjectShape {
        let capacity = match self.capacity() {
            Capacity::Bounded(capacity) => FactValue::Count(i64::from(capacity)),
            Capacity::Unbounded => FactValue::word("unbounded"),
        };
        ObjectShape {
            class: "Channel",
            traits: vec![("capacity", capacity)],
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        Channel::visit(self, to);
    }

    fn wanted(&self, name: &str, operation: &str) -> Wanted {
        Wanted::of_anyone(match operation {
            "send" => format!("somebody to receive from {name}"),
            _ => format!("somebody to send to {name} or close it"),
        })
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.channel_mut(id).cancel(waiter)
    }
}

impl Stepper<'_> {
    fn channel(&self, id: u32) -> &Channel<Value> {
        self.object(id)
    }

    fn channel_mut(&mut self, id: u32) -> &mut Channel<Value> {
        self.object_mut(id)
    }

    fn send(&mut self, id: u32, value: Value) -> Answer {
        let actor = self.actor();
        let object = ObjectId(id);
        self.world.heap.share(value);
        let first_receiver = self.first_receiver(id);
        let promise = self.new_promise(Origin::Host {
            object: id,
            operation: &"send",
        });
        match self.channel_mut(id).send(Waiter(promise.0), actor, value) {
            SendOutcome::Delivered { receiver, value } => {
                self.delivered(id, first_receiver, receiver, value);
                self.fulfil(promise, Value::Undefined);
            }
            SendOutcome::Buffered => {
                let value = self.short(value);
                self.emit(EventKind::Sent { object, value });
                self.fulfil(promise, Value::Undefined);
            }
            SendOutcome::Queued => {
                let behind = self.channel(id).senders().len() as u32 - 1;
                self.queued(id, "send", 1, behind);
            }
            SendOutcome::Closed(_) => {
                let error = self.closed_error(id, "send");
                self.reject_promise(promise, error);
            }
        }
        Answer::Return(Value::Object(promise))
    }

    fn try_send(&mut self, id: u32, value: Value) -> Answer {
        self.world.heap.share(value);
        let first_receiver = self.first_receiver(id);
        match self.channel_mut(id).try_send(value) {
            TrySendOutcome::Delivered { receiver, value } => {
                self.delivered(id, first_receiver, receiver, value);
                Answer::Return(Value::Bool(true))
            }
            TrySendOutcome::Buffered => {
                let value = self.short(value);
                self.emit(EventKind::Sent {
                    object: ObjectId(id),
                    value,
                });
                Answer::Return(Value::Bool(true))
            }
            TrySendOutcome::Full(_) => Answer::Return(Value::Bool(false)),
            TrySendOutcome::Closed(_) => {
                let error = self.closed_error(id, "trySend");
                Answer::Throw(error)
            }
        }
    }

    fn first_receiver(&self, id: u32) -> Option<TaskId> {
        self.channel(id).receivers().next().map(|(_, actor)| TaskId(actor.0))
    }

    /// A value went from the running lane's hand to a waiting receiver's.
    fn delivered(&mut self, id: u32, receiver: Option<TaskId>, waiter: Waiter, value: Value) {
        let (object, from) = (ObjectId(id), self.task);
        let shown = self.short(value);
        let to = receiver.unwrap_or(from);
        self.emit_for(
            to,
            EventKind::Received {
                object,
                value: shown,
                from: Some(from),
            },
        );
        self.fulfil(ObjectRef(waiter.0), value);
    }

    fn receive(&mut self, id: u32) -> Answer {
        let actor = self.actor();
        let senders = self.waiting_senders(id);
        let promise = self.new_promise(Origin::Host {
            object: id,
            operation: &"receive",
        });
        match self.channel_mut(id).receive(Waiter(promise.0), actor) {
            ReceiveOutcome::Received {
                value,
                completed_sender,
            } => {
                self.received(id, value, completed_sender, &senders);
                self.fulfil(promise, value);
            }
            ReceiveOutcome::Queued => {
                let behind = self.channel(id).receivers().len() as u32 - 1;
                self.queued(id, "receive", 1, behind);
            }
            ReceiveOutcome::Closed => self.fulfil(promise, Value::Undefined),
        }
        Answer::Return(Value::Object(promise))
    }

    fn try_receive(&mut self, id: u32) -> Answer {
        let senders = self.waiting_senders(id);
        match self.channel_mut(id).try_receive() {
            TryReceiveOutcome::Received {
                value,
                completed_sender,
            } => {
                self.received(id, value, completed_sender, &senders);
                Answer::Return(value)
            }
            TryReceiveOutcome::Empty | TryReceiveOutcome::Closed => Answer::Return(Value::Undefined),
        }
    }

    /// The first waiting sender, with its value as shown: only it can be completed by a receive.
    fn waiting_senders(&self, id: u32) -> Option<(TaskId, String)> {
        let (_, actor, value) = self.channel(id).senders().next()?;
        let shown = if self.log.is_full() {
            self.short(*value)
        } else {
            String::new()
        };
        Some((TaskId(actor.0), shown))
    }

    fn received(&mut self, id: u32, value: Value, completed: Option<Waiter>, sender: &Option<(TaskId, String)>) {
        let object = ObjectId(id);
        let shown = self.short(value);
        let is_rendezvous = matches!(self.channel_mut(id).capacity(), Capacity::Bounded(0));
        let sender = sender.clone().filter(|_| completed.is_some());
        let from = sender.as_ref().filter(|_| is_rendezvous).map(|(task, _)| *task);
        self.emit(EventKind::Received {
            object,
            value: shown,
            from,
        });
        if let (Some((task, value)), false) = (sender, is_rendezvous) {
            self.emit_for(
                task,
                EventKind::Buffered {
                    object,
                    from: task,
                    value,
                },
            );
        }
        if let Some(waiter) = completed {
            self.fulfil(ObjectRef(waiter.0), Value::Undefined);
        }
    }

    fn close(&mut self, id: u32) -> Answer {
        let object = ObjectId(id);
        let senders = self.channel(id).senders().map(|(_, actor, _)| actor);
        let receivers = self.channel(id).receivers().map(|(_, actor)| actor);
        let waiting: Vec<Actor> = senders.chain(receivers).collect();
        match self.channel_mut(id).close() {
            Ok(closed) => {
                self.emit(EventKind::Closed { object });
                for Actor(task) in waiting {
                    self.emit_for(TaskId(task), EventKind::Dequeued { object });
                }
                for (waiter, _) in closed.rejected_senders {
                    let error = self.closed_error(id, "send");
                    self.reject_promise(ObjectRef(waiter.0), error);
                }
                for waiter in closed.finished_receivers {
                    self.fulfil(ObjectRef(waiter.0), Value::Undefined);
                }
                Answer::Return(Value::Undefined)
            }
            Err(AlreadyClosed) => {
                let error = self.closed_error(id, "close");
                Answer::Throw(error)
            }
        }
    }

    fn closed_error(&mut self, id: u32, operation: &str) -> Value {
        let name = self.given_name(id);
        let message = format!("{name}.{operation}(): the channel is closed");
        self.error(ErrorKind::Error, &message)
    }
}
