//! `Server` and the network as the program calls them.
//!
//! Owns who is served, waits or is refused, how long serving takes, and what fails by chance. What is answered is the
//! program's; the library (`server.ts`) asks for each step of a request.

use clock::{Duration, Instant};
use primitives::{Actor, Admitted, Arrival, Departure, Outage, Refusal, Server, ServerOptions, Visit, Waiter};
use vm::{ErrorKind, Host, HostCall, ObjectRef, Origin, Value};

use super::settings::Settings;
use super::{Deadline, Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::io::Latency;
use crate::step::Stepper;
use crate::task::ActivityId;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Row, Slots, TaskId};

/// What a request to the network takes if nobody has said.
const NETWORK_LATENCY: Duration = Duration(50_000);
/// What a request to a server takes if nobody has said.
const SERVICE_TIME: Duration = Duration(10_000);

/// A server, or the network, which is one that everything goes through that is asked of others.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Service {
    server: Server,
    takes: Latency,
    /// How many requests of a million fail.
    failure_rate: u32,
    /// What answers: a function, for the network a table of routes, or nothing.
    answers: Value,
    is_network: bool,
}

impl Object for Service {
    listed_as!(Server);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let options = Settings::new(stepper, argument(call, 0))?;
        let made = ServerOptions {
            concurrency: options.count("concurrency", 1)?,
            queue_limit: options.count("queueLimit", 0)?,
            degrade_after: options.count("degradeAfter", 1)?,
            degrade_per_mille: options.millionths("degradeBy", 1_000.0)?.unwrap_or(100_000) / 1_000,
            outages: outages(stepper, options.get("outages"))?,
        };
        let takes = options.latency("serviceMs", Latency::Fixed(SERVICE_TIME))?;
        let failure_rate = options.millionths("failureRate", 1.0)?.unwrap_or(0);
        let answers = options.function("handle")?;
        stepper.world.heap.share(answers);
        Ok(Service {
            server: Server::new(made, stepper.world.now),
            takes,
            failure_rate,
            answers,
            is_network: false,
        })
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        let service = stepper.object::<Service>(id);
        match call.native {
            Host::ServerArrive => stepper.request_arrives(id, call),
            Host::ServerServe => stepper.serve_request(id, argument(call, 1)),
            Host::ServerFails => {
                let rate = service.failure_rate;
                stepper.fails(rate)
            }
            Host::ServerLeave => match argument(call, 1) {
                Value::Number(request) => stepper.leave_server(id, request.get() as u32),
                _ => Answer::Return(Value::Undefined),
            },
            Host::ServerAnswers => Answer::Return(service.answers),
            Host::ServerServing => Answer::Return(Value::number(f64::from(service.server.serving()))),
            Host::ServerIsDown => Answer::Return(Value::Bool(service.server.is_down(stepper.world.now))),
            _ => Answer::Return(Value::number(service.server.waiting() as f64)),
        }
    }

    fn shape(&self) -> ObjectShape {
        let options = self.server.options();
        let count = |name, count: Option<u32>| count.map(|count| (name, FactValue::Count(i64::from(count))));
        let traits = [
            count("queue limit", options.queue_limit),
            count("degrades after", options.degrade_after),
        ];
        ObjectShape {
            class: if self.is_network { "network" } else { "Server" },
            traits: traits.into_iter().flatten().collect(),
            slots: options.concurrency.map_or(Slots::Unbounded, Slots::Fixed),
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        self.server.visit(to);
        self.takes.words(|word| to.word(word));
        to.word(u64::from(self.failure_rate) << 1 | u64::from(self.is_network));
        to.value(&self.answers);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        let served: Vec<Actor> = self.server.requests().map(|(_, actor, _)| actor).collect();
        Wanted::of_holders(format!("{name} to serve its request"), &served)
    }

    fn mode(&self) -> &'static str {
        "slot"
    }

    fn facts(&self, now: Instant) -> Vec<(&'static str, FactValue)> {
        let load = self.server.serving() as usize + self.server.waiting();
        let is_degraded = self
            .server
            .options()
            .degrade_after
            .is_some_and(|bearable| load > bearable as usize);
        let state = match (self.server.is_down(now), is_degraded) {
            (true, _) => "down",
            (false, true) => "degraded",
            (false, false) => "up",
        };
        vec![("state", FactValue::word(state))]
    }

    fn rows(&self, _now: Instant) -> Vec<Row> {
        let requests = self.server.requests().map(|(number, Actor(task), _)| Row {
            key: format!("request {}", number + 1),
            state: "being served",
            task: Some(TaskId(task)),
            at: None,
            made: None,
            since: None,
            text: String::new(),
        });
        requests.collect()
    }

    fn deadline(&self) -> Option<Deadline> {
        let at = self.server.deadline()?;
        let awaited_by = self.server.queue().next().map(|(_, actor)| actor);
        Some(Deadline { at, awaited_by })
    }

    fn tick(stepper: &mut Stepper<'_>, id: u32) {
        let now = stepper.world.now;
        for (waiter, Actor(task)) in stepper.object_mut::<Service>(id).server.go_down(now) {
            let object = ObjectId(id);
            stepper.emit_for(TaskId(task), EventKind::Dequeued { object });
            let error = stepper.server_refusal(id, Refusal::Down);
            stepper.world.forget_terms(ObjectRef(waiter.0));
            stepper.reject_promise(ObjectRef(waiter.0), error);
        }
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<Service>(id).server.cancel(waiter)
    }
}

/// `[[from, to], ..]` in milliseconds, in order.
fn outages(stepper: &Stepper<'_>, given: Value) -> Result<Vec<Outage>, String> {
    if given == Value::Undefined {
        return Ok(Vec::new());
    }
    let wrong = || {
        let shown = stepper.short(given);
        format!("outages must be an array of [from, to] in milliseconds, in order and apart, not {shown}")
    };
    let millis = |value: &Value| match value {
        Value::Number(number) if number.get() >= 0.0 => Some(Duration::from_millis_f64(number.get())),
        _ => None,
    };
    let heap = &stepper.world.heap;
    let outage = |&value: &Value| match heap.as_array(value) {
        Some(pair) if pair.len() == 2 => {
            let (from, to) = (millis(&pair[0])?, millis(&pair[1])?);
            (from < to).then_some(Outage { from, to })
        }
        Some(_) | None => None,
    };
    let given = heap.as_array(given).ok_or_else(wrong)?;
    let outages: Option<Vec<Outage>> = given.iter().map(outage).collect();
    let outages = outages.ok_or_else(wrong)?;
    let in_order = outages.windows(2).all(|pair| pair[0].to <= pair[1].from);
    if in_order { Ok(outages) } else { Err(wrong()) }
}

impl Stepper<'_> {
    /// `network(options)`: what `fetch` goes through from now on.
    pub(crate) fn network(&mut self, activity: ActivityId, call: &HostCall) -> Answer {
        self.has_synchronised = true;
        let made = self.new_network(argument(call, 0));
        let made = match made {
            Ok(made) => made,
            Err(message) => return self.throw(ErrorKind::RangeError, &format!("network: {message}")),
        };
        if let Answer::Return(Value::Object(handle)) = self.add_object(activity, made) {
            self.world.heap.share(Value::Object(handle));
            self.world.seldom_mut().network = Some(handle);
        }
        Answer::Return(Value::Undefined)
    }

    /// The network as it is; one without limits if the program has said nothing.
    pub(crate) fn current_network(&mut self, activity: ActivityId, call: &HostCall) -> Answer {
        if self.world.seldom.network.is_none() {
            let _ = self.network(
                activity,
                &HostCall {
                    args: [].into(),
                    ..call.clone()
                },
            );
        }
        Answer::Return(self.world.seldom.network.map_or(Value::Undefined, Value::Object))
    }

    fn new_network(&mut self, given: Value) -> Result<Service, String> {
        let options = Settings::new(self, given)?;
        let server = ServerOptions {
            concurrency: options.count("limit", 1)?,
            queue_limit: None,
            degrade_after: None,
            degrade_per_mille: 0,
            outages: outages(self, options.get("outages"))?,
        };
        let takes = options.latency("latencyMs", Latency::Fixed(NETWORK_LATENCY))?;
        let failure_rate = options.millionths("failureRate", 1.0)?.unwrap_or(0);
        let answers = options.get("routes");
        if !matches!(answers, Value::Undefined | Value::Object(_)) {
            return Err(format!("routes must be an object, not {}", self.short(answers)));
        }
        self.world.heap.share(answers);
        let server = Server::new(server, self.world.now);
        Ok(Service {
            server,
            takes,
            failure_rate,
            answers,
            is_network: true,
        })
    }

    /// A request comes: answers its number, or the promise of it.
    fn request_arrives(&mut self, id: u32, call: &HostCall) -> Answer {
        let (actor, now) = (self.actor(), self.world.now);
        let terms = match self.terms(call, 1) {
            Ok(terms) => terms,
            Err(answer) => return answer,
        };
        if let Some(refused) = self.refused_by(terms) {
            return refused;
        }
        let promise = self.new_promise(Origin::Host {
            object: id,
            operation: &"request",
        });
        match self
            .object_mut::<Service>(id)
            .server
            .arrive(Waiter(promise.0), actor, now)
        {
            Arrival::Served(request) => {
                self.acquired(id, super::waiting::Hold::one("slot"));
                Answer::Return(Value::number(f64::from(request)))
            }
            Arrival::Queued => {
                let behind = self.object::<Service>(id).server.waiting() as u32 - 1;
                self.queued(id, "request", 1, behind);
                self.wait_on(id, promise, terms);
                Answer::Return(Value::Object(promise))
            }
            Arrival::Refused(why) => {
                self.counted(id, "rejected");
                let error = self.server_refusal(id, why);
                Answer::Throw(error)
            }
        }
    }

    /// Serving a request takes a while: answers the promise of its end.
    fn serve_request(&mut self, id: u32, what: Value) -> Answer {
        let what = match what {
            text @ Value::Text(_) => vm::format(&self.world.heap, &self.world.program, &[text]),
            _ => self.given_name(id).to_string(),
        };
        let time = |stepper: &mut Self| {
            let takes = stepper.object::<Service>(id).takes;
            let drawn = stepper.draw_latency(takes);
            stepper.object::<Service>(id).server.stretched(drawn)
        };
        match self.start_io(what, time, Value::Undefined) {
            Some(promise) => Answer::Return(Value::Object(promise)),
            None => Answer::Stop,
        }
    }

    /// A request is done: answers whether its answer got lost because the server went down.
    fn leave_server(&mut self, id: u32, request: u32) -> Answer {
        let now = self.world.now;
        let mut woken = Vec::new();
        let departure = self.object_mut::<Service>(id).server.leave(request, now, &mut woken);
        let slot = super::waiting::Hold::one("slot");
        self.released(id, slot);
        for Admitted { waiter, actor, request } in woken {
            self.hand_over(id, waiter, actor, slot, Value::number(f64::from(request)));
        }
        match departure {
            Departure::Served => {
                self.counted(id, "success");
                Answer::Return(Value::Bool(false))
            }
            Departure::Lost => {
                self.counted(id, "failure");
                Answer::Return(Value::Bool(true))
            }
        }
    }

    fn server_refusal(&mut self, id: u32, why: Refusal) -> Value {
        let name = self.given_name(id);
        let (message, code) = match why {
            Refusal::Down => (format!("{name} is down"), "ECONNREFUSED"),
            Refusal::Full { waiting } => (format!("{name} is overloaded, {waiting} waiting"), "EOVERLOADED"),
        };
        self.error_with_code(ErrorKind::Error, &message, code)
    }

    /// An error with a `code`, as Node gives them to those of its own.
    pub(crate) fn error_with_code(&mut self, kind: ErrorKind, message: &str, code: &str) -> Value {
        let error = self.error(kind, message);
        let code = self.world.heap.alloc_str(code);
        vm::define_property(&mut self.world.heap, error, "code", code);
        error
    }
}
