//! `select` and its cases, as the program calls them.
//!
//! Owns what a case looks like to the program, which of several ready cases goes (a choice), the timer of `after`, and what a
//! select is answered with. When a case is ready, and who meets whom, is `primitives::select`'s.

use clock::Duration;
use primitives::select::{Case, Channels, Readiness, poll, wait, withdraw};
use primitives::{Channel, Party, TryReceiveOutcome, TrySendOutcome, Waiter};
use vm::{ErrorKind, Host, HostCall, HostClass, Namespace, Native, ObjectRef, Origin, Value};

use super::Object;
use super::terms::Terms;
use crate::host::{Answer, argument};
use crate::pick::{Offer, Offered};
use crate::step::Stepper;
use crate::task::{ActivityId, TimerAction};
use crate::{EventKind, ObjectId, TaskId, World};

/// How many cases a select may have.
const CASES_MAX: usize = 64;

/// What a select is read from: the cases in order, and the time of each `after`.
struct Cases {
    list: Vec<Case<Value>>,
    /// The number of the `after` that is over first, and its time.
    first_after: Option<(u32, Duration)>,
}

impl Channels<Value> for Stepper<'_> {
    fn channel(&self, number: u32) -> &Channel<Value> {
        self.object(number)
    }

    fn channel_mut(&mut self, number: u32) -> &mut Channel<Value> {
        self.object_mut(number)
    }
}

impl Stepper<'_> {
    /// `channel.onReceive()`, `channel.onSend(value)` and `after(ms)`: plain data, which only a select makes something of.
    pub(crate) fn select_case(&mut self, call: &HostCall) -> Answer {
        let (operation, key, value) = match call.native {
            Host::ChannelOnSend => ("send", "value", argument(call, 0)),
            Host::After => match self.milliseconds(call) {
                Ok(delay) => ("after", "ms", Value::number(delay.as_millis_f64())),
                Err(answer) => return answer,
            },
            _ => ("receive", "", Value::Undefined),
        };
        if call.native != Host::After
            && let Err(answer) = self.receiver(call, HostClass::Channel)
        {
            return answer;
        }
        let case = Value::Object(self.world.heap.alloc_plain());
        let heap = &mut self.world.heap;
        let operation = heap.alloc_str(operation);
        vm::define_property(heap, case, "operation", operation);
        if call.native != Host::After {
            vm::define_property(heap, case, "channel", call.this);
        }
        if !key.is_empty() {
            vm::define_property(heap, case, key, value);
        }
        Answer::Return(case)
    }

    /// `select(cases, options)`.
    pub(crate) fn select(&mut self, activity: ActivityId, call: &HostCall) -> Answer {
        self.has_synchronised = true;
        let given = argument(call, 0);
        let cases = match self.world.cases_of(given) {
            Ok(cases) => cases,
            Err(message) => return self.throw(ErrorKind::TypeError, &message),
        };
        let terms = match self.terms(call, 1) {
            Ok(terms) => terms,
            Err(answer) => return answer,
        };
        if let Some(answer) = self.refused_by(terms) {
            return answer;
        }
        match poll(&cases.list, self) {
            Readiness::Refused(case) => {
                let error = self.refusal(&cases.list[case as usize]);
                Answer::Return(self.rejected(error))
            }
            Readiness::Otherwise(case) => {
                let result = self.select_result(case, Value::Undefined, false);
                Answer::Return(self.fulfilled(result))
            }
            Readiness::Ready(ready) => match ready.as_slice() {
                &[only] => Answer::Return(self.take_case(&cases.list, only)),
                several => {
                    self.emit(EventKind::PickOffered {
                        count: several.len() as u32,
                    });
                    self.world.seldom_mut().offer = Some(Offer {
                        activity,
                        values: several.iter().map(|&case| Value::number(f64::from(case))).collect(),
                        of: Offered::Cases(given),
                    });
                    Answer::Halt
                }
            },
            Readiness::Waits => Answer::Return(self.wait_for_cases(&cases, terms)),
        }
    }

    /// The decision which of the ready cases goes: it does, and what select returns goes back to the program.
    pub(crate) fn picked_case(&mut self, given: Value, pick: Value) -> Value {
        self.has_synchronised = true;
        match (self.world.cases_of(given), pick) {
            (Ok(cases), Value::Number(number)) => self.take_case(&cases.list, number.get() as u32),
            // Nothing happens between the offer and the decision, so the cases are as they were.
            (Ok(_) | Err(_), _) => Value::Undefined,
        }
    }

    /// A case that is ready comes true; a promise of what select tells of it.
    fn take_case(&mut self, cases: &[Case<Value>], number: u32) -> Value {
        let (value, is_closed) = match &cases[number as usize] {
            Case::Send { channel, value } => {
                self.world.heap.share(*value);
                match self.channel_mut(*channel).try_send(*value) {
                    TrySendOutcome::Delivered { receiver, value } => self.delivered(*channel, receiver, value),
                    TrySendOutcome::Buffered => self.told_sent(*channel, *value),
                    TrySendOutcome::Full(_) | TrySendOutcome::Closed(_) => {}
                }
                (Value::Undefined, false)
            }
            Case::Receive { channel } => {
                let sender = self.first_sender_value(*channel);
                match self.channel_mut(*channel).try_receive() {
                    TryReceiveOutcome::Received {
                        value,
                        completed_sender,
                    } => {
                        self.received(*channel, value, completed_sender, &sender);
                        (value, false)
                    }
                    TryReceiveOutcome::Closed | TryReceiveOutcome::Empty => (Value::Undefined, true),
                }
            }
            Case::After | Case::Otherwise => (Value::Undefined, false),
        };
        let result = self.select_result(number, value, is_closed);
        self.fulfilled(result)
    }

    fn wait_for_cases(&mut self, cases: &Cases, terms: Terms) -> Value {
        let mut channels: Vec<u32> = Vec::new();
        for case in &cases.list {
            match case {
                Case::Send { channel, .. } | Case::Receive { channel } if !channels.contains(channel) => {
                    channels.push(*channel);
                }
                Case::Send { .. } | Case::Receive { .. } | Case::After | Case::Otherwise => {}
            }
            if let Case::Send { value, .. } = case {
                self.world.heap.share(*value);
            }
        }
        let until = |delay| self.world.now.saturating_add(delay).0;
        let origin = match (channels.first(), cases.first_after) {
            (Some(&object), _) => Origin::Host {
                object,
                operation: &"select",
            },
            (None, Some((_, delay))) => {
                let delay = terms.limit.map_or(delay, |limit| limit.min(delay));
                Origin::Timer { until: until(delay) }
            }
            (None, None) => Origin::None,
        };
        let promise = self.new_promise(origin);
        let actor = self.actor();
        wait(&cases.list, Waiter(promise.0), actor, self);
        for &channel in &channels {
            let behind = self.places(channel).filter(|party| party.actor != actor).count();
            self.queued(channel, "select", 1, behind as u32);
        }
        match channels.first() {
            Some(&channel) => self.wait_on(channel, promise, terms),
            None => self.watch(promise, terms),
        }
        // Without a channel there is no queue to leave: whichever comes first is all there is.
        if let (None, Some(limit)) = (channels.first(), terms.limit)
            && cases.first_after.is_none_or(|(_, delay)| limit <= delay)
        {
            self.reject_after(promise, limit, &format!("select: timed out after {limit}"));
            return Value::Object(promise);
        }
        if let Some((case, delay)) = cases.first_after {
            let task = self.task;
            self.set_timer(delay, TimerAction::Select { promise, case, task });
        }
        Value::Object(promise)
    }

    /// Who stands in the queues of a channel.
    fn places(&self, channel: u32) -> impl Iterator<Item = Party> {
        let channel = self.channel(channel);
        channel.senders().map(|(party, _)| party).chain(channel.receivers())
    }

    /// The time of an `after` is over.
    pub(crate) fn select_after(&mut self, promise: ObjectRef, case: u32) {
        self.withdraw_select(Waiter(promise.0), None);
        let result = self.select_result(case, Value::Undefined, false);
        self.fulfil(promise, result);
    }

    /// Somebody who waited on a channel has been served: the promise is fulfilled, with `value` if that is all that was
    /// waited for. A select leaves its other channels.
    pub(crate) fn serve(&mut self, channel: u32, party: Party, value: Value, is_closed: bool) {
        let promise = ObjectRef(party.waiter.0);
        match party.case {
            None => {
                self.fulfil(promise, value);
            }
            Some(case) => {
                self.withdraw_select(party.waiter, Some(channel));
                let result = self.select_result(case, value, is_closed);
                self.fulfil(promise, result);
            }
        }
    }

    /// The same for somebody whose send will never be.
    pub(crate) fn refuse_send(&mut self, channel: u32, party: Party, error: Value) {
        if party.case.is_some() {
            self.withdraw_select(party.waiter, Some(channel));
        }
        self.reject_promise(ObjectRef(party.waiter.0), error);
    }

    /// Takes a select out of all channels, of which one has told already, and forgets its timer. Returns whether it stood
    /// anywhere.
    pub(crate) fn withdraw_select(&mut self, waiter: Waiter, told: Option<u32>) -> bool {
        let mut is_found = false;
        for number in 0..self.world.objects.len() as u32 {
            let Some(channel) = Channel::<Value>::of(&self.world.objects[number as usize].primitive) else {
                continue;
            };
            let senders = channel.senders().map(|(party, _)| party);
            let place = senders.chain(channel.receivers()).find(|party| party.waiter == waiter);
            let Some(party) = place else { continue };
            is_found |= withdraw(waiter, [self.channel_mut(number)]);
            if told != Some(number) {
                let object = ObjectId(number);
                self.emit_for(TaskId(party.actor.0), EventKind::Dequeued { object });
            }
        }
        is_found | self.world.clear_select(ObjectRef(waiter.0))
    }

    fn select_result(&mut self, case: u32, value: Value, is_closed: bool) -> Value {
        let heap = &mut self.world.heap;
        let result = Value::Object(heap.alloc_plain());
        vm::define_property(heap, result, "index", Value::number(f64::from(case)));
        vm::define_property(heap, result, "value", value);
        vm::define_property(heap, result, "closed", Value::Bool(is_closed));
        result
    }

    fn refusal(&mut self, case: &Case<Value>) -> Value {
        match case {
            Case::Send { channel, .. } => self.closed_error(*channel, "onSend"),
            Case::Receive { .. } | Case::After | Case::Otherwise => Value::Undefined,
        }
    }
}

impl World {
    /// A case in words, for whoever decides.
    pub(crate) fn case_label(&self, given: Value, pick: Value) -> String {
        let (Ok(cases), Value::Number(number)) = (self.cases_of(given), pick) else {
            return String::new();
        };
        match cases.list.get(number.get() as usize) {
            Some(Case::Send { channel, value }) => {
                format!(
                    "send {} to {}",
                    self.shown(*value),
                    self.objects[*channel as usize].label.name
                )
            }
            Some(Case::Receive { channel }) => {
                format!("receive from {}", self.objects[*channel as usize].label.name)
            }
            Some(Case::After | Case::Otherwise) | None => String::new(),
        }
    }

    fn cases_of(&self, given: Value) -> Result<Cases, String> {
        let Some(items) = self.heap.as_array(given) else {
            let shown = self.shown(given);
            return Err(format!("select takes an array of cases, not {shown}"));
        };
        if items.is_empty() || items.len() > CASES_MAX {
            return Err(format!("select takes from 1 to {CASES_MAX} cases, not {}", items.len()));
        }
        let mut cases = Cases {
            list: Vec::with_capacity(items.len()),
            first_after: None,
        };
        for (number, &item) in (0u32..).zip(items.iter()) {
            let case = self.case_of(item).ok_or_else(|| {
                let shown = self.shown(item);
                format!("select takes cases as onReceive(), onSend(), after() and otherwise are, not {shown} (case {number})")
            })?;
            if case == Case::After {
                let delay = self.delay_of(item);
                if cases.first_after.is_none_or(|(_, first)| delay < first) {
                    cases.first_after = Some((number, delay));
                }
            }
            if case == Case::Otherwise && cases.list.contains(&Case::Otherwise) {
                return Err(format!("select takes otherwise only once (again as case {number})"));
            }
            cases.list.push(case);
        }
        Ok(cases)
    }

    fn case_of(&self, item: Value) -> Option<Case<Value>> {
        if item == Value::Native(Native::Namespace(Namespace::Otherwise)) {
            return Some(Case::Otherwise);
        }
        let operation = self.heap.as_text(self.part(item, "operation"))?.to_display();
        if operation == "after" {
            return Some(Case::After);
        }
        let channel = match self.heap.as_host(self.part(item, "channel")) {
            Some((HostClass::Channel, channel)) => channel,
            Some(_) | None => return None,
        };
        match operation.as_ref() {
            "send" => Some(Case::Send {
                channel,
                value: self.part(item, "value"),
            }),
            "receive" => Some(Case::Receive { channel }),
            _ => None,
        }
    }

    fn delay_of(&self, item: Value) -> Duration {
        match self.part(item, "ms") {
            Value::Number(number) => Duration::from_millis_f64(number.get()),
            _ => Duration::ZERO,
        }
    }

    fn part(&self, case: Value, name: &str) -> Value {
        match case {
            Value::Object(case) => vm::own_or_inherited(&self.heap, case, name).unwrap_or_default(),
            _ => Value::Undefined,
        }
    }

    fn shown(&self, value: Value) -> String {
        vm::short(&self.heap, &self.program, value)
    }
}
