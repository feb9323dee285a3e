//! `Channel` as the program calls it.

use primitives::select::Channels;
use primitives::{
    AlreadyClosed, Capacity, Channel, Party, ReceiveOutcome, SendOutcome, TryReceiveOutcome, TrySendOutcome, Visit,
    Waiter,
};
use vm::{ErrorKind, Host, HostCall, Origin, Value};

use super::terms::Terms;
use super::{Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Slots, TaskId};

impl Object for Channel<Value> {
    listed_as!(Channel);

    const IS_CONFINED: bool = true;

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        Ok(Channel::new(match argument(call, 0) {
            Value::Undefined => Capacity::Bounded(0),
            Value::Number(number) if number.get() == f64::INFINITY => Capacity::Unbounded,
            value => Capacity::Bounded(stepper.count("capacity", value)?),
        }))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::ChannelSend => match stepper.terms(call, 1) {
                Ok(terms) => stepper.send(id, argument(call, 0), terms),
                Err(answer) => answer,
            },
            Host::ChannelTrySend => stepper.try_send(id, argument(call, 0)),
            Host::ChannelReceive => match stepper.terms(call, 0) {
                Ok(terms) => stepper.receive(id, terms),
                Err(answer) => answer,
            },
            Host::ChannelTryReceive => stepper.try_receive(id),
            Host::ChannelOnReceive | Host::ChannelOnSend => stepper.select_case(call),
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
            "select" => format!("a case of a select, such as that of {name}"),
            _ => format!("somebody to send to {name} or close it"),
        })
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        // A select stands in other channels too, and they tell of it; whoever cancels tells of this one.
        stepper.withdraw_select(waiter, Some(id))
    }
}

impl Stepper<'_> {
    fn send(&mut self, id: u32, value: Value, terms: Terms) -> Answer {
        if let Some(answer) = self.refused_by(terms) {
            return answer;
        }
        let actor = self.actor();
        self.world.heap.share(value);
        let promise = self.new_promise(Origin::Host {
            object: id,
            operation: &"send",
        });
        match self.channel_mut(id).send(Waiter(promise.0), actor, value) {
            SendOutcome::Delivered { receiver, value } => {
                self.delivered(id, receiver, value);
                self.fulfil(promise, Value::Undefined);
            }
            SendOutcome::Buffered => {
                self.told_sent(id, value);
                self.fulfil(promise, Value::Undefined);
            }
            SendOutcome::Queued => {
                let behind = self.channel(id).senders().len() as u32 - 1;
                self.queued(id, "send", 1, behind);
                self.wait_on(id, promise, terms);
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
        match self.channel_mut(id).try_send(value) {
            TrySendOutcome::Delivered { receiver, value } => {
                self.delivered(id, receiver, value);
                Answer::Return(Value::Bool(true))
            }
            TrySendOutcome::Buffered => {
                self.told_sent(id, value);
                Answer::Return(Value::Bool(true))
            }
            TrySendOutcome::Full(_) => Answer::Return(Value::Bool(false)),
            TrySendOutcome::Closed(_) => {
                let error = self.closed_error(id, "trySend");
                Answer::Throw(error)
            }
        }
    }

    /// The running lane has put a value into the buffer.
    pub(super) fn told_sent(&mut self, id: u32, value: Value) {
        let value = self.short(value);
        let object = ObjectId(id);
        self.emit(EventKind::Sent { object, value });
    }

    /// A value went from the running lane's hand to a waiting receiver's.
    pub(super) fn delivered(&mut self, id: u32, receiver: Party, value: Value) {
        let (object, from) = (ObjectId(id), self.task);
        let shown = self.short(value);
        self.emit_for(
            TaskId(receiver.actor.0),
            EventKind::Received {
                object,
                value: shown,
                from: Some(from),
            },
        );
        self.serve(id, receiver, value, false);
    }

    fn receive(&mut self, id: u32, terms: Terms) -> Answer {
        if let Some(answer) = self.refused_by(terms) {
            return answer;
        }
        let actor = self.actor();
        let sender = self.first_sender_value(id);
        let promise = self.new_promise(Origin::Host {
            object: id,
            operation: &"receive",
        });
        match self.channel_mut(id).receive(Waiter(promise.0), actor) {
            ReceiveOutcome::Received {
                value,
                completed_sender,
            } => {
                self.received(id, value, completed_sender, &sender);
                self.fulfil(promise, value);
            }
            ReceiveOutcome::Queued => {
                let behind = self.channel(id).receivers().len() as u32 - 1;
                self.queued(id, "receive", 1, behind);
                self.wait_on(id, promise, terms);
            }
            ReceiveOutcome::Closed => self.fulfil(promise, Value::Undefined),
        }
        Answer::Return(Value::Object(promise))
    }

    fn try_receive(&mut self, id: u32) -> Answer {
        let sender = self.first_sender_value(id);
        match self.channel_mut(id).try_receive() {
            TryReceiveOutcome::Received {
                value,
                completed_sender,
            } => {
                self.received(id, value, completed_sender, &sender);
                Answer::Return(value)
            }
            TryReceiveOutcome::Empty | TryReceiveOutcome::Closed => Answer::Return(Value::Undefined),
        }
    }

    /// What the first waiting sender wants to send, as it is shown: only that one can be completed by a receive.
    pub(super) fn first_sender_value(&self, id: u32) -> String {
        match self.channel(id).senders().next() {
            Some((_, value)) if self.log.is_full() => self.short(*value),
            Some(_) | None => String::new(),
        }
    }

    /// The running lane has received a value, which may have completed a sender; `buffered` is what that one sent.
    pub(super) fn received(&mut self, id: u32, value: Value, completed: Option<Party>, buffered: &str) {
        let object = ObjectId(id);
        let shown = self.short(value);
        let is_rendezvous = matches!(self.channel(id).capacity(), Capacity::Bounded(0));
        let sender = completed.map(|party| TaskId(party.actor.0));
        self.emit(EventKind::Received {
            object,
            value: shown,
            from: sender.filter(|_| is_rendezvous),
        });
        let Some(party) = completed else { return };
        let task = TaskId(party.actor.0);
        if !is_rendezvous {
            let value = buffered.to_owned();
            let from = task;
            self.emit_for(task, EventKind::Buffered { object, from, value });
        }
        self.serve(id, party, Value::Undefined, false);
    }

    fn close(&mut self, id: u32) -> Answer {
        let object = ObjectId(id);
        match self.channel_mut(id).close() {
            Ok(closed) => {
                self.emit(EventKind::Closed { object });
                let senders = closed.rejected_senders.iter().map(|(party, _)| party);
                for party in senders.chain(&closed.finished_receivers) {
                    self.emit_for(TaskId(party.actor.0), EventKind::Dequeued { object });
                }
                for (party, _) in closed.rejected_senders {
                    let operation = if party.case.is_some() { "onSend" } else { "send" };
                    let error = self.closed_error(id, operation);
                    self.refuse_send(id, party, error);
                }
                for party in closed.finished_receivers {
                    self.serve(id, party, Value::Undefined, true);
                }
                Answer::Return(Value::Undefined)
            }
            Err(AlreadyClosed) => {
                let error = self.closed_error(id, "close");
                Answer::Throw(error)
            }
        }
    }

    pub(super) fn closed_error(&mut self, id: u32, operation: &str) -> Value {
        let name = self.given_name(id);
        let message = format!("{name}.{operation}(): the channel is closed");
        self.error(ErrorKind::Error, &message)
    }
}
