//! `Channel` as the program calls it.

use primitives::{
    AlreadyClosed, Capacity, Channel, ReceiveOutcome, SendOutcome, TryReceiveOutcome, TrySendOutcome, Waiter,
};
use vm::{ErrorKind, Host, HostCall, HostClass, ObjectRef, Origin, Value};

use super::{Answer, argument};
use crate::object::Primitive;
use crate::step::Stepper;
use crate::{EventKind, ObjectId, TaskId};

impl Stepper<'_> {
    pub(super) fn channel(&mut self, call: &HostCall) -> Answer {
        let id = match self.receiver(call, HostClass::Channel) {
            Ok(id) => id,
            Err(answer) => return answer,
        };
        match call.native {
            Host::ChannelSend => self.send(id, argument(call, 0)),
            Host::ChannelTrySend => self.try_send(id, argument(call, 0)),
            Host::ChannelReceive => self.receive(id),
            Host::ChannelTryReceive => self.try_receive(id),
            Host::ChannelClose => self.close(id),
            Host::ChannelClosed => Answer::Return(Value::Bool(self.channel_mut(id).is_closed())),
            Host::ChannelLength => Answer::Return(Value::number(self.channel_mut(id).len() as f64)),
            _ => Answer::Return(Value::number(match self.channel_mut(id).capacity() {
                Capacity::Bounded(capacity) => f64::from(capacity),
                Capacity::Unbounded => f64::INFINITY,
            })),
        }
    }

    fn channel_mut(&mut self, id: u32) -> &mut Channel<Value> {
        match &mut self.world.object_mut(id).primitive {
            Primitive::Channel(channel) => channel,
            Primitive::Semaphore(_) | Primitive::Mutex(_) | Primitive::AtomicInt(_) => {
                unreachable!("the receiver's class was checked")
            }
        }
    }

    /// The lane that waits under a token.
    fn lane_of_waiter(&self, id: u32, waiter: Waiter) -> TaskId {
        let Primitive::Channel(channel) = &self.world.objects[id as usize].primitive else {
            return self.task;
        };
        let sender = channel
            .senders()
            .find(|(found, _, _)| *found == waiter)
            .map(|(_, actor, _)| actor);
        let receiver = || {
            channel
                .receivers()
                .find(|(found, _)| *found == waiter)
                .map(|(_, actor)| actor)
        };
        sender.or_else(receiver).map_or(self.task, |actor| TaskId(actor.0))
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
                let position = self.channel_mut(id).senders().len() as u32 - 1;
                self.emit(EventKind::Queued {
                    object,
                    operation: "send",
                    units: 1,
                    position,
                });
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
        let Primitive::Channel(channel) = &self.world.objects[id as usize].primitive else {
            return None;
        };
        channel.receivers().next().map(|(_, actor)| TaskId(actor.0))
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
        let object = ObjectId(id);
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
                let position = self.channel_mut(id).receivers().len() as u32 - 1;
                self.emit(EventKind::Queued {
                    object,
                    operation: "receive",
                    units: 1,
                    position,
                });
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
        let Primitive::Channel(channel) = &self.world.objects[id as usize].primitive else {
            return None;
        };
        let (_, actor, value) = channel.senders().next()?;
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
        let waiting: Vec<(Waiter, TaskId)> = match &self.world.objects[id as usize].primitive {
            Primitive::Channel(channel) => {
                let senders = channel.senders().map(|(waiter, _, _)| waiter);
                let waiters: Vec<Waiter> = senders.chain(channel.receivers().map(|(waiter, _)| waiter)).collect();
                waiters
                    .into_iter()
                    .map(|waiter| (waiter, self.lane_of_waiter(id, waiter)))
                    .collect()
            }
            Primitive::Semaphore(_) | Primitive::Mutex(_) | Primitive::AtomicInt(_) => Vec::new(),
        };
        match self.channel_mut(id).close() {
            Ok(closed) => {
                self.emit(EventKind::Closed { object });
                for (_, task) in waiting {
                    self.emit_for(task, EventKind::Dequeued { object });
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
        let name = &self.world.objects[id as usize].given;
        let message = format!("{name}.{operation}(): the channel is closed");
        self.error(ErrorKind::Error, &message)
    }
}
