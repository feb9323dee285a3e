//! `ConnectionPool` as the program calls it.
//!
//! Owns the books of a pool: who borrows, waits and gives back. The factory, the checks and the connections are the
//! program's, and are called by the library (`connection_pool.ts`), which asks here what is to be done next.

use clock::{Duration, Instant};
use primitives::{
    Actor, Borrow, Chore, Closing, ConnectionPool, GivenBack, IdleOrder, Lent, PlaceState, PlaceView, PoolOptions,
    Validation, Visit, Waiter,
};
use vm::{ErrorKind, Host, HostCall, Native, ObjectRef, Origin, Value};

use super::settings::Settings;
use super::waiting::Hold;
use super::{Deadline, Object, Wanted, listed_as};
use crate::host::{Answer, argument};
use crate::step::Stepper;
use crate::task::Job;
use crate::{EventKind, FactValue, ObjectId, ObjectShape, Row, Slots, TaskId};

const CONNECTION: Hold = Hold::one("connection");

/// A pool and what its library needs.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Pool {
    books: ConnectionPool<Value>,
    factory: Value,
    acquire_timeout: Duration,
}

/// What a borrower has to do next, as the library knows it.
#[derive(Clone, Copy)]
enum Todo {
    Use,
    Check,
    Close,
    Open,
}

impl Object for Pool {
    listed_as!(ConnectionPool);

    fn construct(stepper: &mut Stepper<'_>, call: &HostCall) -> Result<Self, String> {
        let factory = argument(call, 0);
        if !stepper.world.heap.is_callable(factory) {
            let shown = stepper.short(factory);
            return Err(format!("the factory must be a function, not {shown}"));
        }
        let options = Settings::new(stepper, argument(call, 1))?;
        let max_size = options.count("maxSize", 1)?.unwrap_or(10);
        let min_size = options.count("minSize", 0)?;
        if let Some(min_size) = min_size.filter(|&min_size| min_size > max_size) {
            return Err(format!("minSize is {min_size}, more than maxSize, which is {max_size}"));
        }
        let millis = |name, default| Ok::<_, String>(options.millis(name)?.unwrap_or(Duration::from_millis(default)));
        let acquire_timeout = millis("acquireTimeoutMs", 30_000)?;
        let made = PoolOptions {
            max_size,
            min_size: min_size.unwrap_or(2).min(max_size),
            max_waiting: options.count("maxWaiting", 0)?,
            idle_timeout: millis("idleTimeoutMs", 60_000)?,
            max_lifetime: millis("maxLifetimeMs", 3_600_000)?,
            maintenance: millis("maintenanceIntervalMs", 30_000)?,
            leak_detection: options.millis("leakDetectionMs")?,
            validation: match options.is_set("validateOnBorrow", true) {
                true => Validation::OnBorrow,
                false => Validation::Never,
            },
            idle_order: match options.is_set("fifo", false) {
                true => IdleOrder::FirstIn,
                false => IdleOrder::LastIn,
            },
        };
        let books = ConnectionPool::new(made, stepper.world.now);
        stepper.world.heap.share(factory);
        Ok(Pool {
            books,
            factory,
            acquire_timeout,
        })
    }

    fn call(stepper: &mut Stepper<'_>, id: u32, call: &HostCall) -> Answer {
        let now = stepper.world.now;
        let place = || match argument(call, 1) {
            Value::Number(number) => number.get() as u32,
            _ => 0,
        };
        match call.native {
            Host::PoolBorrow => stepper.borrow_connection(id, call),
            Host::PoolChecked => {
                let is_alive = argument(call, 2) == Value::Bool(true);
                let borrow = stepper.books_mut(id).checked(place(), is_alive, now);
                stepper.told(id, borrow)
            }
            Host::PoolReplace => {
                let borrow = stepper.books_mut(id).replace(place(), now);
                stepper.told(id, borrow)
            }
            Host::PoolFactory => Answer::Return(stepper.object::<Pool>(id).factory),
            Host::PoolOpened => stepper.connection_opened(id, place(), argument(call, 2), argument(call, 3)),
            Host::PoolFailed => {
                let mut woken = Vec::new();
                stepper.books_mut(id).failed(place(), now, &mut woken);
                stepper.counted(id, "failure");
                stepper.lend(id, woken);
                Answer::Return(Value::Undefined)
            }
            Host::PoolRelease => stepper.give_connection_back(id, "release", argument(call, 1)),
            Host::PoolDiscard => stepper.give_connection_back(id, "destroy", argument(call, 1)),
            Host::PoolTimeout => stepper.pool_timeout(id, argument(call, 1)),
            Host::PoolClose => stepper.close_pool(id),
            Host::PoolSize => Answer::Return(Value::number(f64::from(stepper.books(id).size()))),
            Host::PoolAvailable => Answer::Return(Value::number(f64::from(stepper.books(id).available()))),
            _ => Answer::Return(Value::number(stepper.books(id).waiting() as f64)),
        }
    }

    fn shape(&self) -> ObjectShape {
        let options = self.books.options();
        ObjectShape {
            class: "ConnectionPool",
            traits: vec![
                ("max", FactValue::Count(i64::from(options.max_size))),
                ("min", FactValue::Count(i64::from(options.min_size))),
            ],
            slots: Slots::Listed(options.max_size),
        }
    }

    fn visit(&self, to: &mut impl Visit<Value>) {
        self.books.visit(to);
        to.value(&self.factory);
        to.word(self.acquire_timeout.0);
    }

    fn holders(&self, each: &mut dyn FnMut(Actor)) {
        self.books.holders().for_each(each);
    }

    fn wanted(&self, name: &str, _operation: &str) -> Wanted {
        let holders: Vec<Actor> = self.books.holders().collect();
        Wanted::of_holders(format!("a connection of {name}"), &holders)
    }

    fn mode(&self) -> &'static str {
        CONNECTION.mode
    }

    fn facts(&self, _now: Instant) -> Vec<(&'static str, FactValue)> {
        vec![
            ("connections", FactValue::Count(i64::from(self.books.size()))),
            ("closed", FactValue::flag(self.books.is_closed())),
        ]
    }

    fn rows_of(&self, _now: Instant, show: &dyn Fn(Value) -> String) -> Vec<Row> {
        self.books.places().map(|place| self.row(place, show)).collect()
    }

    fn deadline(&self) -> Option<Deadline> {
        let at = self.books.deadline()?;
        Some(Deadline { at, awaited_by: None })
    }

    fn tick(stepper: &mut Stepper<'_>, id: u32) {
        let now = stepper.world.now;
        let mut chores = Vec::new();
        stepper.books_mut(id).maintain(now, &mut chores);
        for chore in chores {
            match chore {
                Chore::Suspect(_, Actor(task)) => {
                    let object = ObjectId(id);
                    let what = "leak suspected";
                    stepper.emit_for(TaskId(task), EventKind::Counted { object, what });
                }
                Chore::Close(connection) => {
                    stepper.counted(id, "eviction");
                    stepper.upkeep(id, Value::Undefined, connection);
                }
                Chore::Open(place) => stepper.upkeep(id, Value::number(f64::from(place)), Value::Undefined),
            }
        }
    }

    fn cancel(stepper: &mut Stepper<'_>, id: u32, waiter: Waiter) -> bool {
        stepper.books_mut(id).cancel(waiter)
    }
}

impl Pool {
    fn row(&self, place: PlaceView<'_, Value>, show: &dyn Fn(Value) -> String) -> Row {
        let (state, by, since) = match place.state {
            PlaceState::Opening { by } => ("opening", by, Some(place.opened)),
            PlaceState::Closing { by, is_dead: true } => ("broken", Some(by), None),
            PlaceState::Closing { by, is_dead: false } => ("expired", Some(by), None),
            PlaceState::Checked { by } => ("being checked", Some(by), None),
            PlaceState::Idle => ("idle", None, Some(place.changed)),
            PlaceState::Held { by, since, is_suspect } => {
                let state = if is_suspect { "held for long" } else { "in use" };
                (state, Some(by), Some(since))
            }
        };
        let is_being_made = matches!(place.state, PlaceState::Opening { .. });
        Row {
            key: format!("connection {}", place.number + 1),
            state,
            task: by.map(|actor| TaskId(actor.0)),
            at: self.idle_until(place),
            made: (!is_being_made).then_some(place.opened),
            since,
            text: place.connection.map(|&connection| show(connection)).unwrap_or_default(),
        }
    }

    /// When an idle connection may be closed: never while there are no more than the minimum.
    fn idle_until(&self, place: PlaceView<'_, Value>) -> Option<Instant> {
        let options = self.books.options();
        let is_spare = place.state == PlaceState::Idle && self.books.size() > options.min_size;
        let until = place.changed.saturating_add(options.idle_timeout);
        (is_spare && until != Instant::MAX).then_some(until)
    }
}

impl Stepper<'_> {
    fn books(&self, id: u32) -> &ConnectionPool<Value> {
        &self.object::<Pool>(id).books
    }

    fn books_mut(&mut self, id: u32) -> &mut ConnectionPool<Value> {
        &mut self.object_mut::<Pool>(id).books
    }

    fn borrow_connection(&mut self, id: u32, call: &HostCall) -> Answer {
        let (actor, now) = (self.actor(), self.world.now);
        let terms = match self.terms(call, 1) {
            Ok(terms) => terms,
            Err(answer) => return answer,
        };
        if let Some(refused) = self.refused_by(terms) {
            return refused;
        }
        let limit = terms.limit.unwrap_or(self.object::<Pool>(id).acquire_timeout);
        let promise = self.new_promise(Origin::Host {
            object: id,
            operation: &"acquire",
        });
        match self.books_mut(id).borrow(Waiter(promise.0), actor, now) {
            Borrow::Queued => {
                let behind = self.books(id).waiting() as u32 - 1;
                self.queued(id, "acquire", 1, behind);
                if limit < Duration::MAX {
                    self.set_give_up(id, promise, limit, None);
                }
                self.watch(promise, terms);
                Answer::Return(Value::Object(promise))
            }
            other => self.told(id, other),
        }
    }

    /// What a borrower does next: `[what, place, connection]`.
    fn told(&mut self, id: u32, borrow: Borrow<Value>) -> Answer {
        let (todo, place, connection) = match borrow {
            Borrow::Use(connection) => {
                self.acquired(id, CONNECTION);
                (Todo::Use, 0, connection)
            }
            Borrow::Check(place, connection) => (Todo::Check, place, connection),
            Borrow::Close(place, connection) => {
                self.counted(id, "expiry");
                (Todo::Close, place, connection)
            }
            Borrow::Open(place) => (Todo::Open, place, Value::Undefined),
            Borrow::Full => {
                self.counted(id, "rejected");
                let waiting = self.books(id).waiting();
                let message = format!(
                    "{}.acquire(): {waiting} wait already, as many as may",
                    self.given_name(id)
                );
                return self.throw(ErrorKind::Error, &message);
            }
            Borrow::Closed | Borrow::Queued => return self.throw(ErrorKind::Error, "Pool is closed"),
        };
        let told = [
            Value::number(f64::from(todo as u32)),
            Value::number(f64::from(place)),
            connection,
        ];
        Answer::Return(Value::Object(self.world.heap.alloc_array(told)))
    }

    /// A connection was opened: answers whether the pool has taken it.
    fn connection_opened(&mut self, id: u32, place: u32, connection: Value, wanted: Value) -> Answer {
        let now = self.world.now;
        let mut woken = Vec::new();
        if !connection.is_object() {
            self.books_mut(id).failed(place, now, &mut woken);
            self.lend(id, woken);
            let shown = self.short(connection);
            let message = format!("{}: the factory must give an object, not {shown}", self.given_name(id));
            return self.throw(ErrorKind::TypeError, &message);
        }
        self.world.heap.share(connection);
        let wanted = wanted == Value::Bool(true);
        let opened = self.books_mut(id).opened(place, connection, wanted, now, &mut woken);
        let is_kept = opened != Borrow::Closed;
        if is_kept {
            self.counted(id, "opened");
        }
        if is_kept && wanted {
            self.acquired(id, CONNECTION);
        }
        self.lend(id, woken);
        Answer::Return(Value::Bool(is_kept))
    }

    fn give_connection_back(&mut self, id: u32, operation: &str, connection: Value) -> Answer {
        let now = self.world.now;
        let mut woken = Vec::new();
        let holder = self.books(id).holder_of(&connection);
        let books = self.books_mut(id);
        let given_back = match operation {
            "release" => books.release(&connection, now, &mut woken),
            _ => books.discard(&connection, now, &mut woken),
        };
        let Ok(given_back) = given_back else {
            let name = self.given_name(id);
            let message = format!("{name}.{operation}(): the connection is not borrowed from this pool");
            return self.throw_over_release(id, ErrorKind::Error, &message);
        };
        let has_to_be_closed = match given_back {
            GivenBack::Late => return Answer::Return(Value::Bool(false)),
            GivenBack::Kept => false,
            GivenBack::Close(_) => true,
        };
        self.released_for(id, holder);
        self.lend(id, woken);
        Answer::Return(Value::Bool(has_to_be_closed))
    }

    /// A lane's connection went back, whoever brought it.
    fn released_for(&mut self, id: u32, holder: Option<Actor>) {
        if let Some(Actor(holder)) = holder {
            let task = std::mem::replace(&mut self.task, TaskId(holder));
            self.released(id, CONNECTION);
            self.task = task;
        }
    }

    /// Those who waited go on: with a connection, or with the number of a place to open one in.
    fn lend(&mut self, id: u32, woken: Vec<Lent<Value>>) {
        for Lent { waiter, actor, borrow } in woken {
            match borrow {
                Borrow::Use(connection) => self.hand_over(id, waiter, actor, CONNECTION, connection),
                Borrow::Open(place) => {
                    self.passed(id, TaskId(actor.0), 1);
                    self.world.forget_terms(ObjectRef(waiter.0));
                    self.fulfil(ObjectRef(waiter.0), Value::number(f64::from(place)));
                }
                Borrow::Check(..) | Borrow::Close(..) | Borrow::Queued | Borrow::Full | Borrow::Closed => {}
            }
        }
    }

    /// Maintenance that the library does, in the main lane.
    fn upkeep(&mut self, id: u32, place: Value, connection: Value) {
        let Some(function) = self.world.program.library.entry(bytecode::LibraryEntry::PoolUpkeep) else {
            return;
        };
        let pool = Value::Object(self.world.heap.alloc_host(Pool::CLASS, id));
        self.world.jobs.push_back(Job::Call {
            callback: Value::Native(Native::Library(function)),
            this: Value::Undefined,
            arguments: vec![pool, place, connection],
            derived: None,
            task: self.task,
        });
    }

    /// The error of a wait that was too long, in the words of the pool that everybody writes.
    fn pool_timeout(&mut self, id: u32, options: Value) -> Answer {
        self.counted(id, "timeout");
        let Pool {
            books, acquire_timeout, ..
        } = self.object::<Pool>(id);
        let limit = match self.option(options, "timeoutMs") {
            Value::Number(number) => Duration::from_millis_f64(number.get()),
            _ => *acquire_timeout,
        };
        let message = format!(
            "Connection acquire timeout after {}ms. Pool: {}/{}, Active: {}, Waiting: {}",
            limit.as_millis_f64(),
            books.size(),
            books.options().max_size,
            books.holders().count(),
            books.waiting()
        );
        Answer::Return(self.timeout_error(&message))
    }

    /// Closes the pool; answers the connections that have to be closed.
    fn close_pool(&mut self, id: u32) -> Answer {
        let holders: Vec<Actor> = self.books(id).holders().collect();
        let Ok(Closing { waiters, connections }) = self.books_mut(id).close() else {
            let message = format!("{}.close(): the pool is closed already", self.given_name(id));
            return self.throw(ErrorKind::Error, &message);
        };
        let object = ObjectId(id);
        self.emit(EventKind::Closed { object });
        for holder in holders {
            self.released_for(id, Some(holder));
        }
        for (waiter, Actor(task)) in waiters {
            self.emit_for(TaskId(task), EventKind::Dequeued { object });
            let error = self.error(ErrorKind::Error, "Pool is closing");
            self.world.forget_terms(ObjectRef(waiter.0));
            self.reject_promise(ObjectRef(waiter.0), error);
        }
        Answer::Return(Value::Object(self.world.heap.alloc_array(connections)))
    }
}
