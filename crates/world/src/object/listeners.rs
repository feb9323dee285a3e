//! Functions of the program that an object tells of what happens to it, as Node's event emitters do.
//!
//! Owns who listens to what, and in which order they are told. Calling them is the library's, except for what time alone
//! brings about: nobody runs then, so that is a callback in the lane that asked to be told.

use primitives::{Actor, Visit};
use vm::{ErrorKind, HostCall, Value};

use crate::TaskId;
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::task::Job;

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Listener {
    /// Its place in the list of events that there are.
    event: u8,
    function: Value,
    /// What it is called on: the object.
    receiver: Value,
    is_once: bool,
    /// Whose lane it is called in when time alone brings the event about.
    lane: Actor,
}

/// Who listens to an object, in the order in which they are told.
#[derive(Clone, Default, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Listeners {
    list: Vec<Listener>,
}

/// What has happened, and a number that belongs to it; `undefined` where none does.
pub(crate) type Event = (&'static str, Value);

/// What an object that has listeners says.
pub(crate) trait Told: super::Object {
    /// The events that there are.
    const EVENTS: &'static [&'static str];

    fn listeners(&mut self) -> &mut Listeners;
}

impl Listeners {
    pub(crate) fn visit(&self, to: &mut impl Visit<Value>) {
        to.word(self.list.len() as u64);
        for listener in &self.list {
            to.word(u64::from(listener.event) << 1 | u64::from(listener.is_once));
            to.actor(listener.lane);
            to.value(&listener.function);
            to.value(&listener.receiver);
        }
    }

    /// Who is told of an event; those who wanted to be told once are forgotten.
    fn take(&mut self, event: u8) -> Vec<Listener> {
        let told = self.list.iter().filter(|listener| listener.event == event);
        let told: Vec<Listener> = told.cloned().collect();
        if told.iter().any(|listener| listener.is_once) {
            self.list
                .retain(|listener| listener.event != event || !listener.is_once);
        }
        told
    }
}

impl Stepper<'_> {
    /// `object.on(event, listener)` and `once`.
    pub(crate) fn listen<T: Told>(&mut self, id: u32, call: &HostCall, is_once: bool) -> Answer {
        let (event, function) = match self.event_and_listener::<T>(id, call) {
            Ok(them) => them,
            Err(answer) => return answer,
        };
        for value in [function, call.this] {
            self.world.heap.share(value);
        }
        let lane = self.actor();
        self.object_mut::<T>(id).listeners().list.push(Listener {
            event,
            function,
            receiver: call.this,
            is_once,
            lane,
        });
        Answer::Return(call.this)
    }

    /// `object.off(event, listener)`: the latest registration of it is taken back.
    pub(crate) fn stop_listening<T: Told>(&mut self, id: u32, call: &HostCall) -> Answer {
        let (event, function) = match self.event_and_listener::<T>(id, call) {
            Ok(them) => them,
            Err(answer) => return answer,
        };
        let list = &mut self.object_mut::<T>(id).listeners().list;
        let is_it = |listener: &Listener| listener.event == event && listener.function == function;
        if let Some(at) = list.iter().rposition(is_it) {
            list.remove(at);
        }
        Answer::Return(call.this)
    }

    fn event_and_listener<T: Told>(&mut self, id: u32, call: &HostCall) -> Result<(u8, Value), Answer> {
        let (event, function) = (argument(call, 0), argument(call, 1));
        let text = self.world.heap.as_text(event).map(|text| text.to_display());
        let method = call.native.name();
        let Some(at) = T::EVENTS.iter().position(|&known| Some(known) == text.as_deref()) else {
            let (name, shown) = (self.given_name(id), self.short(event));
            let message = format!(
                "{name}.{method}(): there is no event {shown}, only {}",
                T::EVENTS.join(", ")
            );
            return Err(self.throw(ErrorKind::TypeError, &message));
        };
        if !self.world.heap.is_callable(function) {
            let (name, shown) = (self.given_name(id), self.short(function));
            let message = format!("{name}.{method}(): the listener must be a function, not {shown}");
            return Err(self.throw(ErrorKind::TypeError, &message));
        }
        Ok((at as u8, function))
    }

    /// What the library tells the listeners of these events, each with a number: `first`, and the event, its number and a
    /// function for each of them. Only `first` where nobody listens.
    pub(crate) fn tell<T: Told>(&mut self, id: u32, events: &[Event], first: Value) -> Value {
        let mut told = vec![first];
        for &(event, number) in events {
            if self.object_mut::<T>(id).listeners().list.is_empty() {
                break;
            }
            for listener in self.object_mut::<T>(id).listeners().take(index_of::<T>(event)) {
                told.extend([self.world.heap.alloc_str(event), number, listener.function]);
            }
        }
        match told.len() {
            1 => first,
            _ => Value::Object(self.world.heap.alloc_array(told)),
        }
    }

    /// Tells the listeners of an event that time alone has brought about.
    pub(crate) fn tell_later<T: Told>(&mut self, id: u32, (event, number): Event) {
        for listener in self.object_mut::<T>(id).listeners().take(index_of::<T>(event)) {
            self.world.jobs.push_back(Job::Call {
                callback: listener.function,
                this: listener.receiver,
                arguments: vec![number],
                derived: None,
                task: TaskId(listener.lane.0),
            });
        }
    }
}

fn index_of<T: Told>(event: &str) -> u8 {
    let at = T::EVENTS.iter().position(|&known| known == event);
    at.expect("a class tells of its own events") as u8
}
