//! What `simulatedConnection` makes: a connection to nothing, for pools to be tried on.
//!
//! Owns its state, how long opening and using it take, and what refuses and fails by chance. The methods are the library's
//! (`server.ts`).

use clock::{Duration, Instant};
use primitives::{Connection, ConnectionOptions, ConnectionState, Unusable, Visit};
use vm::{ErrorKind, Host, HostCall, Value};

use super::settings::Settings;
use super::{Object, listed_as};
use crate::host::{Answer, argument};
use crate::io::Latency;
use crate::step::Stepper;
use crate::task::ActivityId;
use crate::{FactValue, ObjectShape, Slots};

/// A connection and what it is like.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Link {
    state: Connection,
    connect_takes: Latency,
    query_takes: Latency,
    /// How many attempts to open one of a million are refused.
    refuse_rate: u32,
    /// How many queries of a million fail.
    failure_rate: u32,
}

impl Object for Link {
    listed_as!(SimulatedConnection);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let options = Settings::new(stepper, argument(call, 0))?;
        let millis = |millis| Latency::Fixed(Duration::from_millis(millis));
        Ok(Link {
            state: Connection::new(ConnectionOptions {
                dies_at_use: options.count("diesAtUse", 1)?,
                dies_after: options.millis("diesAfterMs")?,
            }),
            connect_takes: options.latency("connectMs", millis(20))?,
            query_takes: options.latency("latencyMs", millis(5))?,
            refuse_rate: options.millionths("refuseRate", 1.0)?.unwrap_or(0),
            failure_rate: options.millionths("failureRate", 1.0)?.unwrap_or(0),
        })
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        let now = stepper.world.now;
        let link = stepper.object::<Link>(id);
        match call.native {
            Host::LinkRefuses => {
                let rate = link.refuse_rate;
                stepper.fails(rate)
            }
            Host::LinkFails => {
                let rate = link.failure_rate;
                stepper.fails(rate)
            }
            Host::LinkPause => stepper.link_pause(id, argument(call, 1)),
            Host::LinkOpen => {
                let opened = stepper.object_mut::<Link>(id).state.open(now);
                stepper.link_answer(id, opened)
            }
            Host::LinkEnter => {
                let entered = stepper.object_mut::<Link>(id).state.enter(now);
                stepper.link_answer(id, entered)
            }
            Host::LinkClose => {
                let is_done = stepper.object_mut::<Link>(id).state.close();
                Answer::Return(Value::Bool(is_done))
            }
            _ => {
                let state = word(link.state.state(now));
                Answer::Return(stepper.world.heap.alloc_str(state))
            }
        }
    }

    fn shape(&self) -> ObjectShape {
        ObjectShape {
            class: "connection",
            traits: Vec::new(),
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        self.state.visit(to);
        self.connect_takes.words(|word| to.word(word));
        self.query_takes.words(|word| to.word(word));
        to.word(u64::from(self.refuse_rate) << 32 | u64::from(self.failure_rate));
    }

    fn facts(&self, now: Instant) -> Vec<(&'static str, FactValue)> {
        vec![
            ("state", FactValue::word(word(self.state.state(now)))),
            ("uses", FactValue::Count(i64::from(self.state.uses()))),
        ]
    }
}

fn word(state: ConnectionState) -> &'static str {
    match state {
        ConnectionState::New => "new",
        ConnectionState::Open => "connected",
        ConnectionState::Closed => "closed",
        ConnectionState::Dead => "dead",
    }
}

impl Stepper<'_> {
    /// `simulatedConnection(options)`.
    pub(crate) fn simulated_connection(&mut self, activity: ActivityId, call: &HostCall) -> Answer {
        match Link::construct(self, call) {
            Ok(made) => self.add_object(activity, made),
            Err(message) => self.throw(ErrorKind::RangeError, &format!("simulatedConnection: {message}")),
        }
    }

    /// Opening and using a connection take a while: answers the promise of its end. A query is told by its text.
    fn link_pause(&mut self, id: u32, query: Value) -> Answer {
        let link = self.object::<Link>(id);
        let (takes, name) = match query {
            Value::Undefined => (link.connect_takes, "connect".to_owned()),
            query => (
                link.query_takes,
                vm::format(&self.world.heap, &self.world.program, &[query]),
            ),
        };
        match self.start_io(name, |stepper| stepper.draw_latency(takes), Value::Undefined) {
            Some(promise) => Answer::Return(Value::Object(promise)),
            None => Answer::Stop,
        }
    }

    fn link_answer(&mut self, id: u32, done: Result<(), Unusable>) -> Answer {
        let Err(Unusable(state)) = done else {
            return Answer::Return(Value::Undefined);
        };
        let name = self.given_name(id);
        let (why, code) = match state {
            ConnectionState::New => ("is not connected", "ENOTCONN"),
            ConnectionState::Open => ("is connected already", "EISCONN"),
            ConnectionState::Closed => ("is closed", "ENOTCONN"),
            ConnectionState::Dead => ("is dead", "ECONNRESET"),
        };
        let error = self.error_with_code(ErrorKind::Error, &format!("{name} {why}"), code);
        Answer::Throw(error)
    }
}
