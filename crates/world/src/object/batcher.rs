//! The machine behind `batch`, as the library calls it.
//!
//! The library calls the program's function: whoever opens a batch starts a lane (`__batch`) that waits until the batch is due,
//! sends it and says what came of it. Results are settled here, in the order of the keys.

use clock::Duration;
use primitives::{Actor, Batcher, BatcherOptions, Name, Visit, Waiter};
use vm::{Host, HostCall, MapKey, ObjectRef, Origin, Value};

use super::terms::Terms;
use super::{Deadline, Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Row, Slots, TaskId};

/// Loads by key.
pub(crate) type Loader = Batcher<MapKey, Value>;

impl Object for Loader {
    listed_as!(Batcher);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let options = argument(call, 0);
        let given = stepper.option(options, "maxSize");
        let max_size = match given {
            Value::Undefined => None,
            Value::Number(number) if number.get() == f64::INFINITY => None,
            value => match stepper.count("maxSize", value) {
                Ok(size @ 1..) => Some(size),
                Ok(0) | Err(_) => {
                    let shown = stepper.short(value);
                    return Err(format!(
                        "batch: maxSize must be a whole number of at least 1, not {shown}"
                    ));
                }
            },
        };
        let max_wait = match stepper.option(options, "maxWaitMs") {
            Value::Undefined => None,
            Value::Number(number) if number.get() >= 0.0 && number.get().is_finite() => {
                Some(Duration::from_millis_f64(number.get()))
            }
            other => {
                let shown = stepper.short(other);
                return Err(format!(
                    "batch: maxWaitMs must be a number of milliseconds that is not negative, not {shown}"
                ));
            }
        };
        let cache = match stepper.option(options, "cache") {
            Value::Undefined => true,
            value => vm::truthy(&stepper.world.heap, value),
        };
        Ok(Batcher::new(BatcherOptions {
            max_size,
            max_wait,
            cache,
        }))
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        match call.native {
            Host::BatchLoad => match stepper.terms(call, 3) {
                Ok(terms) => load(stepper, id, argument(call, 1), argument(call, 2), terms),
                Err(answer) => answer,
            },
            Host::BatchDue => await_due(stepper, id, number(call)),
            Host::BatchSend => {
                let keys: Vec<Value> = stepper.object_mut::<Loader>(id).send(number(call)).copied().collect();
                Answer::Return(Value::Object(stepper.world.heap.alloc_array(keys)))
            }
            Host::BatchLand => land(stepper, id, call),
            Host::BatchPrime => {
                let name = key_name(stepper, argument(call, 1));
                let Value::Object(promise) = argument(call, 2) else {
                    return Answer::Return(Value::Bool(false));
                };
                stepper.world.heap.share(argument(call, 2));
                let is_new = stepper.object_mut::<Loader>(id).prime(name, Waiter(promise.0));
                Answer::Return(Value::Bool(is_new))
            }
            Host::BatchClear => {
                let key = stepper.world.heap.map_key(argument(call, 1));
                stepper.object_mut::<Loader>(id).clear(&key);
                Answer::Return(Value::Undefined)
            }
            _ => {
                stepper.object_mut::<Loader>(id).clear_all();
                Answer::Return(Value::Undefined)
            }
        }
    }

    fn shape(&self) -> ObjectShape {
        let options = self.options();
        let mut traits = vec![("cache", FactValue::flag(options.cache))];
        traits.extend(
            options
                .max_size
                .map(|size| ("maxSize", FactValue::Count(i64::from(size)))),
        );
        traits.extend(
            options
                .max_wait
                .map(|wait| ("maxWait", FactValue::Word(wait.to_string()))),
        );
        ObjectShape {
            class: "batch",
            traits,
            slots: Slots::None,
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        Batcher::visit(self, to);
    }

    fn wanted(&self, name: &str, operation: &str) -> Wanted {
        Wanted::of_anyone(match operation {
            "due" => format!("the next batch of {name} to be due"),
            _ => format!("a batch of {name}"),
        })
    }

    fn facts(&self, _now: clock::Instant) -> Vec<(&'static str, FactValue)> {
        if !self.options().cache {
            return Vec::new();
        }
        vec![("known keys", FactValue::Count(self.known() as i64))]
    }

    fn rows(&self, _now: clock::Instant) -> Vec<Row> {
        let row = |(number, keys, is_sent, deadline): (u32, usize, bool, Option<clock::Instant>)| Row {
            key: format!("batch {number}"),
            state: if is_sent { "under way" } else { "collecting" },
            task: None,
            at: deadline.filter(|_| !is_sent),
            made: None,
            since: None,
            text: if keys == 1 {
                "1 key".to_owned()
            } else {
                format!("{keys} keys")
            },
        };
        self.batches().map(row).collect()
    }

    fn deadline(&self) -> Option<Deadline> {
        let (at, actor) = Batcher::deadline(self)?;
        let awaited_by = Some(actor);
        Some(Deadline { at, awaited_by })
    }

    fn tick(stepper: &mut Stepper<'_>, id: u32) {
        let now = stepper.world.now;
        for (waiter, _) in stepper.object_mut::<Loader>(id).tick(now) {
            stepper.fulfil(ObjectRef(waiter.0), Value::Undefined);
        }
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.object_mut::<Loader>(id).cancel(waiter)
    }
}

/// The batch that a function of the library means.
fn number(call: &HostCall) -> u32 {
    match argument(call, 1) {
        Value::Number(number) => number.get() as u32,
        _ => u32::MAX,
    }
}

fn key_name(stepper: &mut Stepper<'_>, value: Value) -> Name<MapKey, Value> {
    stepper.world.heap.share(value);
    Name {
        id: stepper.world.heap.map_key(value),
        value,
    }
}

/// `__batchLoad(batcher, name, key, options)`: the promise, and the number of the batch if one was opened for it, else -1.
fn load(stepper: &mut Stepper<'_>, id: u32, name: Value, key: Value, terms: Terms) -> Answer {
    let name = key_name(stepper, name);
    stepper.world.heap.share(key);
    let promise = stepper.new_promise(Origin::Host {
        object: id,
        operation: &"load",
    });
    let (actor, now, object) = (stepper.actor(), stepper.world.now, ObjectId(id));
    let loaded = stepper
        .object_mut::<Loader>(id)
        .load(name, key, Waiter(promise.0), actor, now);
    let what = if loaded.is_hit { "hit" } else { "miss" };
    stepper.emit(EventKind::Counted { object, what });
    stepper.queued(id, "load", 1, 0);
    stepper.wait_on(id, promise, terms);
    if let Some((waiter, _)) = loaded.due {
        stepper.fulfil(ObjectRef(waiter.0), Value::Undefined);
    }
    let opened = if loaded.is_opened {
        f64::from(loaded.batch)
    } else {
        -1.0
    };
    let answer = vec![Value::Object(promise), Value::number(opened)];
    Answer::Return(Value::Object(stepper.world.heap.alloc_array(answer)))
}

fn await_due(stepper: &mut Stepper<'_>, id: u32, batch: u32) -> Answer {
    let promise = stepper.new_promise(Origin::Host {
        object: id,
        operation: &"due",
    });
    let (actor, now) = (stepper.actor(), stepper.world.now);
    let loader = stepper.object_mut::<Loader>(id);
    if loader.await_due(batch, Waiter(promise.0), actor, now) {
        stepper.fulfil(promise, Value::Undefined);
    }
    Answer::Return(Value::Object(promise))
}

/// `__batchLand(batcher, batch, results, errors)`: `errors` says of each result whether it is an error, and is itself the
/// error if there are no results.
fn land(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
    let list = |stepper: &Stepper<'_>, index: usize| -> Option<Vec<Value>> {
        let items = stepper.world.heap.as_array(argument(call, index))?;
        Some(items.iter().copied().collect())
    };
    let results = list(stepper, 2);
    let errors = list(stepper, 3).unwrap_or_default();
    let is_failed = results.is_none();
    let Some(landing) = stepper.object_mut::<Loader>(id).land(number(call), is_failed) else {
        return Answer::Return(Value::Undefined);
    };
    for (ticket, actor, first) in landing.hits {
        passed(stepper, id, actor);
        let first = Value::Object(ObjectRef(first.0));
        stepper.resolve_promise(ObjectRef(ticket.0), first);
    }
    let results = results.unwrap_or_default();
    for (position, (ticket, actor)) in landing.loads.into_iter().enumerate() {
        passed(stepper, id, actor);
        let promise = ObjectRef(ticket.0);
        let value = results.get(position).copied().unwrap_or_default();
        stepper.world.heap.share(value);
        match errors.get(position) {
            _ if is_failed => stepper.reject_promise(promise, argument(call, 3)),
            Some(Value::Bool(true)) => stepper.reject_promise(promise, value),
            Some(_) | None => stepper.resolve_promise(promise, value),
        }
    }
    Answer::Return(Value::Undefined)
}

fn passed(stepper: &mut Stepper<'_>, id: u32, actor: Actor) {
    let object = ObjectId(id);
    stepper.emit_for(TaskId(actor.0), EventKind::Passed { object, units: 1 });
}
