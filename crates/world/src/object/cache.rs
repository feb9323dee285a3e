//! `Cache` and `DedupedCache` as the program calls them: one state machine with more or fewer options.
//!
//! The library fetches, because fetching calls the program: `__cacheGet` looks up, joins or begins a flight in one step and
//! says what to do, `__cacheLand` and `__cacheFail` tell what the flight has brought.

use clock::{Duration, Instant};
use primitives::{Actor, At, Beta, Cache, CacheEntry, CacheOptions, Fetched, Landed, Lookup, Visit, Waiter};
use vm::{ErrorKind, Host, HostCall, HostClass, MapKey, ObjectRef, Origin, Value};

use super::terms::Terms;
use super::{Object, Primitive, Wanted};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::{FactValue, ObjectShape, Row, Slots, TaskId};

type State = Cache<MapKey, Value>;

/// A card lists at most so many entries, so that telling of a change does not take the longer the more there are.
const ROWS_MAX: usize = 64;

/// What `__cacheGet` answers first: what the second item of its answer is.
#[derive(Clone, Copy)]
enum Found {
    /// Nothing, and there is no way to fetch it.
    Nothing,
    /// The value.
    Value,
    /// The error that is remembered.
    Error,
    /// The promise of what is being fetched.
    Promise,
}

/// A class that is a cache.
macro_rules! cache_class {
    ($class:ident, $options:path) => {
        /// A cache with the options of its class.
        #[derive(Clone, PartialEq, Eq, Hash, Debug)]
        pub(crate) struct $class(State);

        impl Object for $class {
            crate::object::listed_as!($class);

            fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
                $options(stepper, argument(call, 0)).map(|options| $class(State::new(options)))
            }

            fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
                stepper.cache_call(id, call)
            }

            fn shape(&self) -> ObjectShape {
                ObjectShape {
                    class: stringify!($class),
                    traits: traits(self.0.options()),
                    slots: Slots::None,
                }
            }

            fn visit(&self, to: &mut impl Visit<Value>) {
                self.0.visit(to);
            }

            fn wanted(&self, name: &str, _operation: &str) -> Wanted {
                Wanted::of_anyone(format!("what is being fetched for {name}"))
            }

            fn facts(&self, _now: Instant) -> Vec<(&'static str, FactValue)> {
                match self.0.kept() {
                    kept if kept > ROWS_MAX => vec![("kept", FactValue::Count(kept as i64))],
                    _ => Vec::new(),
                }
            }

            fn rows_of(&self, now: Instant, show: &dyn Fn(Value) -> String) -> Vec<Row> {
                rows(&self.0, now, show)
            }

            fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
                stepper.cache_mut(id).cancel(waiter)
            }
        }
    };
}

/// The classes by the names under which they are listed.
pub(crate) mod classes {
    use super::*;

    cache_class!(Cache, super::options);
    cache_class!(DedupedCache, super::no_options);

    impl Stepper<'_> {
        fn cache(&self, id: u32) -> &State {
            match &self.world.objects[id as usize].primitive {
                Primitive::Cache(state) => &state.0,
                Primitive::DedupedCache(state) => &state.0,
                _ => unreachable!("the class of the receiver was checked"),
            }
        }

        pub(super) fn cache_mut(&mut self, id: u32) -> &mut State {
            self.touch(id);
            match &mut self.world.object_mut(id).primitive {
                Primitive::Cache(state) => &mut state.0,
                Primitive::DedupedCache(state) => &mut state.0,
                _ => unreachable!("the class of the receiver was checked"),
            }
        }

        pub(super) fn cache_call(&mut self, id: u32, call: &HostCall) -> Answer {
            let now = self.world.now;
            match call.native {
                Host::CacheSize => Answer::Return(Value::number(self.cache(id).len(now) as f64)),
                Host::CachePeek | Host::CacheHas => {
                    let key = self.world.heap.map_key(argument(call, 0));
                    let found = self.cache(id).peek(&key, now).copied();
                    Answer::Return(match call.native {
                        Host::CachePeek => found.unwrap_or(Value::Undefined),
                        _ => Value::Bool(found.is_some()),
                    })
                }
                Host::CacheSet => self.cache_set(id, call),
                Host::CacheDelete => {
                    let key = self.world.heap.map_key(argument(call, 0));
                    Answer::Return(Value::Bool(self.cache_mut(id).delete(&key, now)))
                }
                _ => {
                    self.cache_mut(id).clear();
                    Answer::Return(Value::Undefined)
                }
            }
        }
    }
}

impl Stepper<'_> {
    /// A call of the library on behalf of a cache of either class.
    pub(crate) fn cache_flight(&mut self, call: &HostCall) -> Answer {
        self.has_synchronised = true;
        let id = match self.world.heap.as_host(argument(call, 0)) {
            Some((HostClass::Cache | HostClass::DedupedCache, id)) => id,
            Some(_) | None => {
                return self.throw(ErrorKind::TypeError, "get is called on something that is no cache");
            }
        };
        match call.native {
            Host::CacheGet => self.cache_get(id, call),
            Host::CacheLand => self.cache_land(id, call),
            _ => self.cache_fail(id, call),
        }
    }

    /// `__cacheGet(cache, key, fetcher, ttlMs, options)`: `[what was found, that, the flight that the caller has to fly]`.
    fn cache_get(&mut self, id: u32, call: &HostCall) -> Answer {
        let (name, fetcher) = (argument(call, 1), argument(call, 2));
        let is_deduped = matches!(self.world.objects[id as usize].primitive, Primitive::DedupedCache(_));
        if !self.world.heap.is_callable(fetcher) && (is_deduped || fetcher != Value::Undefined) {
            let (given, shown) = (self.given_name(id), self.short(fetcher));
            let message = format!("{given}.get(): fetcher must be a function, not {shown}");
            return self.throw(ErrorKind::TypeError, &message);
        }
        if let Err(answer) = self.cache_ttl(id, "get", argument(call, 3), is_deduped) {
            return answer;
        }
        let terms = match self.terms(call, 4) {
            Ok(terms) => terms,
            Err(answer) => return answer,
        };
        if let Some(reason) = terms.aborted {
            return Answer::Throw(reason);
        }
        self.world.heap.share(name);
        let (key, now) = (self.world.heap.map_key(name), self.world.now);
        let found = self.with_random(id, |cache, random| cache.lookup(&key, now, random));
        let (found, value, is_to_fetch) = match found {
            Lookup::Hit {
                content,
                is_stale,
                refresh,
            } => {
                self.counted(id, "hit");
                if is_stale {
                    self.counted(id, "stale hit");
                }
                let refresh = refresh && fetcher != Value::Undefined;
                match content {
                    Fetched::Value(value) => (Found::Value, value, refresh),
                    Fetched::Error(error) => (Found::Error, error, false),
                }
            }
            Lookup::Join => {
                self.counted(id, "join");
                (Found::Promise, Value::Undefined, false)
            }
            Lookup::Miss => {
                self.counted(id, "miss");
                match fetcher {
                    Value::Undefined => (Found::Nothing, Value::Undefined, false),
                    _ => (Found::Promise, Value::Undefined, true),
                }
            }
        };
        let token = if is_to_fetch {
            self.begin_flight(id, &key, name)
        } else {
            Value::Undefined
        };
        if is_to_fetch && matches!(found, Found::Value) {
            self.counted(id, "refresh");
        }
        let value = match found {
            Found::Promise => self.wait_for_flight(id, &key, terms),
            Found::Nothing | Found::Value | Found::Error => value,
        };
        let answer = vec![Value::number(f64::from(found as u8)), value, token];
        Answer::Return(Value::Object(self.world.heap.alloc_array(answer)))
    }

    /// A flight of the running lane, known by an object of its own.
    fn begin_flight(&mut self, id: u32, key: &MapKey, name: Value) -> Value {
        let token = Value::Object(self.world.heap.alloc_plain());
        self.world.heap.share(token);
        let (leader, now) = (self.actor(), self.world.now);
        self.cache_mut(id).begin(key, name, token, leader, now);
        token
    }

    fn wait_for_flight(&mut self, id: u32, key: &MapKey, terms: Terms) -> Value {
        let (actor, operation) = (self.actor(), &"get");
        let promise = self.new_promise(Origin::Host { object: id, operation });
        if let Some(behind) = self.cache_mut(id).wait(key, Waiter(promise.0), actor) {
            self.queued(id, operation, 1, behind as u32);
            self.wait_on(id, promise, terms);
        }
        Value::Object(promise)
    }

    /// `__cacheLand(cache, key, flight, value, ttlMs)`.
    fn cache_land(&mut self, id: u32, call: &HostCall) -> Answer {
        let (token, value) = (argument(call, 2), argument(call, 3));
        let ttl = match self.cache_ttl(id, "get", argument(call, 4), false) {
            Ok(ttl) => ttl,
            Err(answer) => return answer,
        };
        self.world.heap.share(value);
        let (key, now) = (self.world.heap.map_key(argument(call, 1)), self.world.now);
        let mut woken = Vec::new();
        let landed = self.with_random(id, |cache, random| {
            cache.land(&key, &token, value, ttl, At { now, random }, &mut woken)
        });
        self.tell_landed(id, &landed);
        for (Waiter(waiter), Actor(task)) in woken {
            self.passed(id, TaskId(task), 1);
            self.fulfil(ObjectRef(waiter), value);
        }
        Answer::Return(Value::Undefined)
    }

    /// `__cacheFail(cache, key, flight, error)`.
    fn cache_fail(&mut self, id: u32, call: &HostCall) -> Answer {
        let (token, error) = (argument(call, 2), argument(call, 3));
        self.world.heap.share(error);
        let (key, now) = (self.world.heap.map_key(argument(call, 1)), self.world.now);
        let mut woken = Vec::new();
        let landed = self.cache_mut(id).fail(&key, &token, error, now, &mut woken);
        self.counted(id, "failure");
        self.tell_landed(id, &landed);
        for (Waiter(waiter), Actor(task)) in woken {
            self.passed(id, TaskId(task), 1);
            self.reject_promise(ObjectRef(waiter), error);
        }
        Answer::Return(Value::Undefined)
    }

    fn tell_landed(&mut self, id: u32, landed: &Landed<Value>) {
        match landed {
            Landed::Stored { evicted: Some(_) } => self.counted(id, "eviction"),
            Landed::Stored { evicted: None } | Landed::Dropped => {}
            Landed::Superseded => self.counted(id, "superseded"),
        }
    }

    /// `set(key, value, { ttlMs })`.
    fn cache_set(&mut self, id: u32, call: &HostCall) -> Answer {
        let (name, value) = (argument(call, 0), argument(call, 1));
        let ttl = match self.cache_ttl(id, "set", self.option(argument(call, 2), "ttlMs"), false) {
            Ok(ttl) => ttl,
            Err(answer) => return answer,
        };
        self.world.heap.share(name);
        self.world.heap.share(value);
        let (key, now) = (self.world.heap.map_key(name), self.world.now);
        let evicted = self.with_random(id, |cache, random| {
            cache.set(&key, name, value, ttl, At { now, random })
        });
        if evicted.is_some() {
            self.counted(id, "eviction");
        }
        Answer::Return(call.this)
    }

    /// A time to live that a call gives.
    fn cache_ttl(&mut self, id: u32, method: &str, given: Value, is_needed: bool) -> Result<Option<Duration>, Answer> {
        match given {
            Value::Undefined if !is_needed => Ok(None),
            Value::Number(number) if number.get() >= 0.0 => Ok(Some(Duration::from_millis_f64(number.get()))),
            other => {
                let (name, shown) = (self.given_name(id), self.short(other));
                let message =
                    format!("{name}.{method}(): ttlMs must be a number of milliseconds of at least 0, not {shown}");
                Err(self.throw(ErrorKind::RangeError, &message))
            }
        }
    }

    /// Does something with a cache that may want a random number, which is then drawn from the run's generator.
    fn with_random<R>(&mut self, id: u32, act: impl FnOnce(&mut State, &mut dyn FnMut() -> u64) -> R) -> R {
        let mut generator = self.world.random;
        let result = act(self.cache_mut(id), &mut || crate::host::draw(&mut generator));
        self.world.random = generator;
        result
    }
}

/// `DedupedCache` has none: each `get` brings its own time to live.
fn no_options(_stepper: &Stepper<'_>, _options: Value) -> Result<CacheOptions, String> {
    Ok(CacheOptions::plain(Duration::MAX))
}

/// Reads the options of a `Cache`.
fn options(stepper: &Stepper<'_>, options: Value) -> Result<CacheOptions, String> {
    let number = |name: &str, range: std::ops::RangeInclusive<f64>, what: &str| match stepper.option(options, name) {
        Value::Undefined => Ok(None),
        Value::Number(number) if range.contains(&number.get()) => Ok(Some(number.get())),
        other => Err(format!("{name} must be {what}, not {}", stepper.short(other))),
    };
    let millis = |name: &str, least: f64, what: &str| {
        let number = number(name, least..=f64::INFINITY, what)?;
        Ok::<_, String>(number.map(Duration::from_millis_f64))
    };
    let ttl = millis("ttlMs", 1e-3, "a number of milliseconds above 0")?.unwrap_or(Duration::MAX);
    let not_negative = "a number of milliseconds of at least 0";
    let stale = millis("staleWhileRevalidateMs", 0.0, not_negative)?.unwrap_or_default();
    let negative_ttl = millis("negativeTtlMs", 0.0, not_negative)?.unwrap_or_default();
    let jitter = number("jitter", 0.0..=1.0, "a fraction from 0 to 1")?.unwrap_or(0.0);
    let beta = number("beta", 1e-3..=1e6, "a number from 0.001 to 1000000")?;
    let is_early = vm::truthy(&stepper.world.heap, stepper.option(options, "earlyRefresh"));
    let max_size = match number("maxSize", 1.0..=f64::from(u32::MAX), "a whole number of at least 1")? {
        Some(size) if size.fract() != 0.0 => {
            return Err(format!("maxSize must be a whole number of at least 1, not {size}"));
        }
        size => size.map(|size| size as u32),
    };
    if beta.is_some() && !is_early {
        return Err("beta is of no use without earlyRefresh".to_owned());
    }
    let needs_ttl = [
        ("jitter", jitter > 0.0),
        ("staleWhileRevalidateMs", stale > Duration::ZERO),
        ("earlyRefresh", is_early),
    ];
    if let Some((name, _)) = needs_ttl.iter().find(|(_, is_set)| *is_set && ttl == Duration::MAX) {
        return Err(format!("{name} is of no use without ttlMs: nothing expires"));
    }
    Ok(CacheOptions {
        ttl,
        jitter: (jitter * 1e6).round() as u32,
        stale,
        early: is_early.then(|| Beta((beta.unwrap_or(1.0) * 1e3).round() as u32)),
        negative_ttl,
        max_size,
    })
}

fn traits(options: &CacheOptions) -> Vec<(&'static str, FactValue)> {
    let mut traits = Vec::new();
    if options.ttl != Duration::MAX {
        traits.push(("ttl", FactValue::Word(options.ttl.to_string())));
    }
    if options.stale > Duration::ZERO {
        traits.push(("stale while revalidating", FactValue::Word(options.stale.to_string())));
    }
    if options.early.is_some() {
        traits.push(("early refresh", FactValue::flag(true)));
    }
    if options.negative_ttl > Duration::ZERO {
        traits.push(("errors for", FactValue::Word(options.negative_ttl.to_string())));
    }
    if let Some(max) = options.max_size {
        traits.push(("max size", FactValue::Count(i64::from(max))));
    }
    traits
}

/// Entries and flights; the one that goes first when there are too many stands first. Of many, those that were used last.
fn rows(cache: &State, now: Instant, show: &dyn Fn(Value) -> String) -> Vec<Row> {
    let entry = |entry: &CacheEntry<Value>| {
        let is_fresh = entry.fresh_until > now;
        let (state, content) = match entry.content {
            Fetched::Value(value) if is_fresh => ("fresh", value),
            Fetched::Value(value) => ("stale", value),
            Fetched::Error(error) => ("failed", error),
        };
        let at = if is_fresh {
            entry.fresh_until
        } else {
            entry.usable_until
        };
        Row {
            key: show(entry.name),
            state,
            task: None,
            at: (at != Instant::MAX).then_some(at),
            made: None,
            since: None,
            text: show(content),
        }
    };
    let mut rows: Vec<Row> = cache.latest(now).take(ROWS_MAX).map(entry).collect();
    rows.reverse();
    for flight in cache.flights() {
        let key = show(flight.name);
        let text = match flight.queue().len() {
            0 => String::new(),
            waiting => format!("{waiting} waiting"),
        };
        match rows.iter_mut().find(|row| row.key == key) {
            Some(row) => row.task = Some(TaskId(flight.leader.0)),
            None => rows.push(Row {
                key,
                state: "fetching",
                task: Some(TaskId(flight.leader.0)),
                at: None,
                made: None,
                since: None,
                text,
            }),
        }
    }
    rows
}
